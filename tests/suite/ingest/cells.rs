//! Findings about one cell.

use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

/// One row is lost, and with it nothing else.
fn costs_one_row(fixture: &Fixture) {
    assert_eq!(fixture.counts(), (35, 1));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_required_cell_may_not_be_empty() {
    let fixture = Fixture::small().edit("codes.csv", "actual,عملکرد", "actual,");
    fixture.finds("cell/required", ("codes.csv", 3, "name_fa"));
    costs_one_row(&fixture);
    let by_schema = Fixture::small().describe(
        "{ \"name\": \"name_in_source\", \"type\": \"string\" }",
        "{ \"name\": \"name_in_source\", \"type\": \"string\", \"constraints\": { \"required\": true } }",
    );
    by_schema.finds("cell/required", ("group_members.csv", 3, "name_in_source"));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_8_a_figure_without_a_source_is_left_out_also_a_confirmed_one() {
    let fixture = Fixture::small().edit("observations.csv", "S4,p4,1", ",p4,1");
    fixture.finds("cell/required", ("observations.csv", 6, "source"));
    costs_one_row(&fixture);
    let confirmed = fixture.edit("observations.csv", "20,,provisional,", "20,,confirmed,");
    confirmed.finds("cell/required", ("observations.csv", 6, "source"));
    costs_one_row(&confirmed);
}

#[wasm_bindgen_test(unsupported = test)]
fn text_is_no_number() {
    let texts = [
        "abc",
        "۵۸۰ ریال",
        "5e8",
        "NaN",
        "1/2",
        "1.2.3",
        "0x10",
        "--5",
        "ده",
        "+5",
        "5-",
        ".5",
        "5.",
        "۱۲٬۳۴",
        "٬۱۲۳",
        "۱٬۲۳۴٬",
        "۱۲۳۴٬۵۶۷",
        "۱٫۲٬۳۴۵",
        "1 000",
    ];
    for text in texts {
        let fixture =
            Fixture::small().edit("observations.csv", ",10,person,", &format!(",{text},person,"));
        fixture.finds("cell/not-a-number", ("observations.csv", 6, "value"));
        costs_one_row(&fixture);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_type_of_the_schema_is_kept() {
    let fixture = Fixture::small().edit("group_members.csv", "target,1,", "target,one,");
    fixture.finds("cell/not-a-number", ("group_members.csv", 2, "position"));
    let fraction = Fixture::small().edit("population.csv", "54226", "54226.5");
    fraction.finds("cell/not-a-number", ("population.csv", 4, "population_total"));
}

#[wasm_bindgen_test(unsupported = test)]
fn half_a_wide_row_is_never_kept() {
    let fixture = Fixture::small().edit("population.csv", "2530696,929159", "2530696,x");
    fixture.finds("cell/not-a-number", ("population.csv", 3, "population_rural"));
    costs_one_row(&fixture);
    let figures = fixture.read().unwrap().value.dataset.observations;
    assert_eq!(figures.keys().filter(|id| id.as_str().contains("/01/")).count(), 0);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_word_must_be_one_of_the_list() {
    let fixture = Fixture::small().edit("observations.csv", "1401,planned,", "1401,plan,");
    let diagnostics = fixture.read().unwrap().diagnostics;
    let found = diagnostics.iter().find(|found| found.code == "cell/not-in-list").unwrap();
    assert_eq!((found.position.row, found.position.column.as_str()), (3, "scenario"));
    assert!(found.hint.en.contains("baseline, planned, target, forecast, actual"), "{found:?}");
    let by_schema = Fixture::small().edit("group_members.csv", ",medium,", ",middling,");
    by_schema.finds("cell/not-in-list", ("group_members.csv", 2, "confidence"));
    let precision = Fixture::small().edit("sources.csv", "1395,year,", "1395,decade,");
    let found = precision.read().unwrap().diagnostics.remove(0);
    assert_eq!((found.code, found.position.column.as_str()), ("cell/not-in-list", "precision"));
    let locator = Fixture::small().edit("observations.csv", "S4,p4,1", "S4,page 4,1");
    locator.finds("cell/not-in-list", ("observations.csv", 6, "locator"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_key_stands_once() {
    let fixture = Fixture::small().add("units.csv", "person,person,0,نفر,person");
    let found = fixture.finds("cell/duplicate", ("units.csv", 6, "id"));
    assert!(found.message.en.contains("row 4") && found.message.fa.contains("ردیف ۴"), "{found:?}");
    let wide = Fixture::small().add("population.csv", "0112@1395,1395,CENSUS,1,1");
    wide.finds("cell/duplicate", ("population.csv", 5, "area"));
    let by_schema =
        Fixture::small().add("group_members.csv", "target,2,01@1395,0108@1395,listed,,,S4,,");
    by_schema.finds("cell/duplicate", ("group_members.csv", 4, "group"));
    let member =
        Fixture::small().add("group_members.csv", "target,3,01@1395,0112@1395,listed,,,S4,,");
    member.finds("cell/duplicate", ("group_members.csv", 4, "area"));
}

#[wasm_bindgen_test(unsupported = test)]
fn one_code_and_period_of_two_divisions_is_one_figure_told_twice() {
    let fixture = Fixture::small().add("population.csv", "IR@1390,1395,CENSUS,1,1");
    fixture.finds("cell/duplicate", ("population.csv", 5, "area"));
    assert_eq!(fixture.counts(), (36, 1));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_named_must_exist() {
    let cases = [
        ("observations.csv", "O2,facility_amount", "O2,facility_amont", 3, "measure"),
        (
            "observations.csv",
            "O5,population_total,,,",
            "O5,population_total,9999@1395,,",
            6,
            "area",
        ),
        ("observations.csv", "unemployment,,target,", "unemployment,,tragets,", 5, "group"),
        ("observations.csv", ",10,person,", ",10,people,", 6, "unit"),
        ("observations.csv", "S4,p4,1", "S5,p4,1", 6, "source"),
        ("observations.csv", ",O3,", ",O7,", 7, "part_of"),
        ("areas.csv", ",IR@1390", ",IR@1385", 3, "continues"),
        ("tiles.csv", "province,01", "province,31", 2, "code"),
        ("units.csv", "percent,percent", "percent,per_cent", 5, "base"),
        (
            "measures.csv",
            "population_rural,population_total",
            "rural,population_total",
            5,
            "numerator",
        ),
        ("comparisons.csv", ",O1,O2,", ",O1,O9,", 2, "to"),
        ("corrections.csv", "O2,700", "O9,700", 2, "observation"),
        ("statements.csv", "unemployment,,target", "unemployment,,targets", 2, "group"),
        ("groups.csv", ",2,S4", ",2,S9", 2, "source"),
        ("group_members.csv", "2,01@1395", "2,99@1395", 3, "province"),
        ("population.csv", "0112@1395,1395", "0199@1395,1395", 4, "area"),
    ];
    for (file, from, to, row, column) in cases {
        let diagnostics = Fixture::small().edit(file, from, to).read().unwrap().diagnostics;
        let found = diagnostics.iter().find(|found| found.code == "cell/unknown-reference");
        let place = found.map(|found| {
            (found.position.file.as_str(), found.position.row, found.position.column.as_str())
        });
        assert_eq!(place, Some((file, row, column)), "{diagnostics:#?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_period_is_jalali() {
    for text in ["2020", "1401/13/01/02", "بهار", "1401-2", "1402..1400"] {
        let fixture = Fixture::small().edit("observations.csv", "1396-10/", text);
        fixture.finds("cell/not-a-period", ("observations.csv", 6, "period"));
        costs_one_row(&fixture);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_date_that_does_not_exist_is_refused_and_never_rolled_over() {
    for text in ["1400-12-30", "1401-07-31", "1401-13", "1401-00-10", "1401-Q5"] {
        let fixture = Fixture::small().edit("observations.csv", "1396-10/", text);
        fixture.finds("cell/date-does-not-exist", ("observations.csv", 6, "period"));
        costs_one_row(&fixture);
    }
    let leap = Fixture::small().edit("observations.csv", "1396-10/", "1399-12-30");
    assert_eq!(leap.counts(), (36, 0));
    let published = Fixture::small().edit("sources.csv", "1395,year", "1400-12-30,day");
    let found = published.read().unwrap().diagnostics.remove(0);
    assert_eq!((found.code, found.position.row), ("cell/date-does-not-exist", 3));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_amount_over_the_range_is_refused() {
    // 10^18 rial, as 10^9 billion rial and as more digits than 128 bits hold.
    let long = "9".repeat(60);
    for text in ["1000000000", "-1000000000", "99999999999999999999", long.as_str()] {
        let fixture = Fixture::small().edit(
            "observations.csv",
            ",700,billion_rial",
            &format!(",{text},billion_rial"),
        );
        let diagnostics = fixture.read().unwrap().diagnostics;
        let found = &diagnostics[0];
        let place = (found.position.row, found.position.column.as_str());
        assert_eq!((found.code, place), ("cell/out-of-range", (3, "value")), "{diagnostics:#?}");
    }
    let most = Fixture::small()
        .edit("observations.csv", ",700,billion_rial", ",999999999.999999999,billion_rial")
        .edit("corrections.csv", "O2,700", "O2,999999999.999999999");
    assert_eq!(most.counts(), (36, 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn least_and_greatest_of_the_schema_are_kept() {
    for text in ["0", "32"] {
        let fixture =
            Fixture::small().edit("group_members.csv", "target,1,", &format!("target,{text},"));
        let found = fixture.finds("cell/out-of-range", ("group_members.csv", 2, "position"));
        assert!(found.message.en.contains("31"), "{found:?}");
    }
    let tile = Fixture::small().edit("tiles.csv", "water,,1,2", "water,,1,2000");
    tile.finds("cell/out-of-range", ("tiles.csv", 3, "column"));
}

#[wasm_bindgen_test(unsupported = test)]
fn all_bad_cells_of_a_row_are_told_at_once() {
    let fixture = Fixture::small().add("units.csv", ",nothing,x,,");
    let diagnostics = fixture.read().unwrap().diagnostics;
    let cells: Vec<_> =
        diagnostics.iter().map(|found| (found.code, found.position.column.as_str())).collect();
    let expected = [
        ("cell/required", "id"),
        ("cell/unknown-reference", "base"),
        ("cell/not-a-number", "exponent"),
        ("cell/required", "name_fa"),
    ];
    assert_eq!(cells, expected);
    assert_eq!(fixture.counts(), (36, 1));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_long_or_steering_cell_cannot_break_its_message() {
    let hostile = format!("\u{202E}{}\u{2069}", "ا".repeat(300));
    let fixture =
        Fixture::small().edit("observations.csv", ",10,person,", &format!(",{hostile},person,"));
    let found = fixture.finds("cell/not-a-number", ("observations.csv", 6, "value"));
    assert!(found.message.fa.chars().count() < 100, "{found:?}");
    assert!(!found.message.fa.contains('\u{202E}'));
}

/// The population table with one more rule for its period.
fn ruled(rule: &str) -> Fixture {
    let field = "{ \"name\": \"period\", \"type\": \"string\"";
    Fixture::small().describe(field, &format!("{field}, \"constraints\": {{ {rule} }}"))
}

#[wasm_bindgen_test(unsupported = test)]
fn a_cell_keeps_the_length_that_its_column_asks_for() {
    let read = |rule: &str| {
        let diagnostics = ruled(rule).read().unwrap().diagnostics;
        diagnostics.iter().filter(|found| found.code == "cell/length").count()
    };
    // It is 1395.
    assert_eq!(read("\"minLength\": 4, \"maxLength\": 4"), 0);
    assert!(read("\"minLength\": 5") > 0);
    let found = ruled("\"minLength\": 5").read().unwrap().diagnostics;
    assert!(found.iter().any(|one| one.hint.en == "Write at least 5 letters."), "{found:?}");
    assert!(read("\"maxLength\": 3") > 0);
    let one = ruled("\"maxLength\": 1").read().unwrap().diagnostics;
    assert!(one.iter().any(|one| one.hint.en == "Write at most 1 letter."), "{one:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_column_of_dates_holds_dates() {
    let typed = |kind: &str| {
        Fixture::small().describe(
            "{ \"name\": \"period\", \"type\": \"string\"",
            &format!("{{ \"name\": \"period\", \"type\": \"{kind}\""),
        )
    };
    assert_eq!(typed("any").read().unwrap().diagnostics, []);
    assert_eq!(typed("date\", \"format\": \"%Y").read().unwrap().diagnostics, [], "not checked");
    let found = typed("date").read().unwrap().diagnostics;
    assert!(found.iter().any(|one| one.code == "cell/no-such-date"), "{found:?}");
}
