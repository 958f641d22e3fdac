//! What becomes of good rows.

use hamyar::diag::{Bilingual, Severity};
use hamyar::model::{
    ActionStatus, AreaId, Dataset, Division, Figure, GroupId, Locator, MeasureId, MemberStatus,
    Missing, Observation, ObservationId, Place, Qualifier, Scenario, SourceId, Stage, Status,
};
use hamyar::number::Decimal;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

fn small() -> Dataset {
    let reported = Fixture::small().read().unwrap();
    assert_eq!(reported.diagnostics, []);
    reported.value.dataset
}

fn observation(dataset: &Dataset, id: &str) -> Observation {
    dataset.observations[&ObservationId::new(id)].clone()
}

#[wasm_bindgen_test(unsupported = test)]
fn every_row_is_counted() {
    assert_eq!(Fixture::small().counts(), (36, 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn title_name_and_version_come_from_the_descriptor() {
    let dataset = small();
    assert_eq!((dataset.name.as_str(), dataset.version.as_str()), ("small", "0.1.0"));
    assert_eq!(dataset.title, Bilingual::new("بسته‌ای کوچک", "A small package"));
    assert!(!dataset.example);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_example_is_marked() {
    let fixture = Fixture::small().describe(
        "\"name\": \"small\",",
        "\"name\": \"small\", \"hamyar\": { \"example\": true },",
    );
    assert!(fixture.read().unwrap().value.dataset.example);
}

#[wasm_bindgen_test(unsupported = test)]
fn money_is_kept_in_rial_and_as_printed() {
    let paid = observation(&small(), "O1");
    assert_eq!(paid.figure, Figure::exact(Decimal::from_int(580_000_000_000)));
    assert_eq!(paid.wording.value, Some(Decimal::from_int(580)));
    assert_eq!(paid.wording.unit.as_str(), "billion_rial");
    assert_eq!((paid.scenario, paid.stage), (Some(Scenario::Actual), Some(Stage::Disbursed)));
    assert_eq!(paid.action_status, None::<ActionStatus>);
    assert_eq!(paid.period.unwrap().id(), "1400");
    assert_eq!(paid.locator, Locator::Paragraph(2));
    assert_eq!(paid.wording.mentions, 2);
    assert_eq!(paid.status, Status::Confirmed);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_plan_is_not_a_payment_and_a_quoted_cell_keeps_its_commas() {
    let planned = observation(&small(), "O2");
    assert_eq!((planned.scenario, planned.stage), (Some(Scenario::Planned), None));
    assert_eq!(planned.wording.quote, "۷۰۰ میلیارد ریال، \"برنامه\"");
    assert_eq!(planned.locator, Locator::Headline);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_table_without_statuses_is_published_and_an_empty_status_is_not_yet_confirmed() {
    assert_eq!(observation(&small(), "O4").status, Status::Submitted);
    let table = "id,measure,value,unit,source\nO1,facility_amount,5,billion_rial,S4\n";
    let read =
        Fixture::small().with("observations.csv", table.to_owned()).read().unwrap().value.dataset;
    assert_eq!(observation(&read, "O1").status, Status::Confirmed);
}

#[wasm_bindgen_test(unsupported = test)]
fn bounds_keep_their_qualifier() {
    let dataset = small();
    let at_least = Figure::Value {
        value: Decimal::from_int(1_250_000_000),
        qualifier: Qualifier::AtLeast,
        upper: None,
    };
    assert_eq!(observation(&dataset, "O3").figure, at_least);
    let between = Figure::Value {
        value: Decimal::from_int(10),
        qualifier: Qualifier::Between,
        upper: Some(Decimal::from_int(20)),
    };
    assert_eq!(observation(&dataset, "O5").figure, between);
    assert_eq!(observation(&dataset, "O6").figure.qualifier(), Some(Qualifier::LessThan));
}

#[wasm_bindgen_test(unsupported = test)]
fn missing_is_not_zero() {
    let dataset = small();
    let stated = observation(&dataset, "O4");
    assert_eq!(stated.figure, Figure::Missing(Missing::StatedWithoutNumber));
    assert_eq!(stated.place, Place::Group(GroupId::new("target")));
    assert_eq!(observation(&dataset, "O6").figure.value(), Some(Decimal::ZERO));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_wide_row_gives_one_figure_a_cell_and_none_for_an_empty_cell() {
    let dataset = small();
    let rural = observation(&dataset, "population/1395/01/population_rural");
    assert_eq!(rural.figure.value(), Some(Decimal::from_int(929_159)));
    assert_eq!(rural.place, Place::Area(AreaId::new("01@1395")));
    assert_eq!(rural.source, SourceId::new("CENSUS"));
    assert_eq!(rural.locator, Locator::Row(3));
    let empty = ObservationId::new("population/1395/0112/population_rural");
    assert!(!dataset.observations.contains_key(&empty));
    assert_eq!(dataset.observations.len(), 6 + 5);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_misprint_keeps_its_figure_and_gets_a_note_where_it_is_shown() {
    let mut dataset = small();
    dataset.tell_corrections();
    let misprint = observation(&dataset, "O2");
    assert_eq!(misprint.wording.value, Some(Decimal::from_int(700)));
    assert_eq!(misprint.note.en, "Misprint; corrected value: 7,000. A zero was lost.");
    assert!(misprint.note.fa.starts_with("غلط چاپی؛ مقدار درست: ۷٬۰۰۰"), "{:?}", misprint.note);
}

#[wasm_bindgen_test(unsupported = test)]
fn areas_stand_in_their_division() {
    let areas = small().areas;
    let divisions: Vec<Division> = areas.divisions().collect();
    assert_eq!(divisions, [Division(1390), Division(1395)]);
    let shaft = areas.by_code("0112", Division(1395)).unwrap();
    assert_eq!(shaft.aliases, ["شفت", "شهرستان شفت"]);
    let above: Vec<&str> = areas.lineage(&shaft.id).map(|area| area.code.as_str()).collect();
    assert_eq!(above, ["0112", "01", "IR"]);
    let province = AreaId::new("01@1395");
    let below: Vec<&str> = areas.children(&province).map(|area| area.code.as_str()).collect();
    assert_eq!(below, ["0108", "0112"], "in the order of codes, not of rows");
    let country = areas.by_code("IR", Division(1395)).unwrap();
    assert_eq!(country.continues, Some(AreaId::new("IR@1390")));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_unknown_member_keeps_its_place() {
    let group = small().groups[&GroupId::new("target")].clone();
    assert_eq!((group.expected, group.members.len(), group.known().count()), (2, 2, 1));
    assert_eq!(group.members[1].status, MemberStatus::Unknown);
}

#[wasm_bindgen_test(unsupported = test)]
fn measures_carry_formula_and_base_change() {
    let measures = small().measures;
    let share = measures[&MeasureId::new("rural_share")].formula.clone().unwrap();
    assert_eq!(share.denominator, MeasureId::new("population_total"));
    assert_eq!(share.factor, Decimal::from_int(100));
    let change = measures[&MeasureId::new("unemployment")].base_change.clone().unwrap();
    assert_eq!(change.at.id(), "1398-Q2");
    assert_eq!(change.after.en, "Aged 15 and over");
}

#[wasm_bindgen_test(unsupported = test)]
fn tiles_statements_pairs_and_words_are_there() {
    let dataset = small();
    assert_eq!(dataset.tiles.len(), 2);
    assert_eq!(dataset.statements[0].locator, Locator::Paragraph(5));
    assert_eq!(dataset.comparisons[0].from, ObservationId::new("O1"));
    assert_eq!(dataset.codes.get("scenario", "planned").unwrap().name.fa, "برنامه");
}

#[wasm_bindgen_test(unsupported = test)]
fn columns_may_stand_in_any_order() {
    let fixture = Fixture::small()
        .edit("units.csv", "id,base,exponent,name_fa,name_en", "base,id,exponent,name_fa,name_en")
        .edit("units.csv", "billion_rial,rial", "rial,billion_rial");
    assert_eq!(fixture.counts(), (36, 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn persian_digits_are_read_with_a_note() {
    let fixture = Fixture::small().edit("observations.csv", "disbursed,,580,", "disbursed,,۵۸۰,");
    let found = fixture.finds("cell/folded", ("observations.csv", 2, "value"));
    assert_eq!(found.severity, Severity::Note);
    let dataset = fixture.read().unwrap().value.dataset;
    assert_eq!(observation(&dataset, "O1").wording.value, Some(Decimal::from_int(580)));
}

#[wasm_bindgen_test(unsupported = test)]
fn persian_separators_and_signs_are_read() {
    let cases = [
        ("۱٬۲۳۴٬۵۶۷", "1234567"),
        ("۱۲٫۵۰", "12.50"),
        ("−۹٫۲", "-9.2"),
        ("-۱۲٬۳۴۵٫۶", "-12345.6"),
        ("٤٢", "42"),
        ("12٫5", "12.5"),
    ];
    for (printed, value) in cases {
        let fixture = Fixture::small().edit(
            "observations.csv",
            "disbursed,,580,",
            &format!("disbursed,,{printed},"),
        );
        let found = fixture.finds("cell/folded", ("observations.csv", 2, "value"));
        assert!(found.message.en.contains(value), "{found:?}");
        let dataset = fixture.read().unwrap().value.dataset;
        assert_eq!(observation(&dataset, "O1").wording.value.unwrap().to_string(), value);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_words_for_no_value_are_those_of_the_schema() {
    let fixture =
        Fixture::small().edit("group_members.csv", "01@1395,,unknown", "01@1395,-,unknown");
    assert_eq!(fixture.counts(), (36, 0));
}
