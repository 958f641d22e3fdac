//! V1 and V2 of what one document tells of areas and periods, whatever document it is.

use hamyar::check::Report;
use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD, package};
use super::{checked, complaints, verdicts};

/// Figures of a release: measure, area, period and what follows of each.
fn told(figures: &[&str]) -> Report {
    let rows = figures.iter().enumerate().map(|(place, figure)| format!("F{place},{figure},X,"));
    let rows: Vec<String> = rows.collect();
    checked(&package(&rows.iter().map(String::as_str).collect::<Vec<_>>(), &[]))
}

fn jobs(area: &str, period: &str, value: &str) -> String {
    format!("jobs,{area}@1395,,{period},actual,,{value},person,exact,,")
}

/// What is found of jobs at these areas and periods.
fn of_jobs(figures: &[(&str, &str, &str)]) -> Report {
    let rows: Vec<String> =
        figures.iter().map(|(area, period, value)| jobs(area, period, value)).collect();
    told(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

const COUNTRY: (&str, &str, &str) = ("IR", "1396", "1000");

#[wasm_bindgen_test(unsupported = test)]
fn v1_a_province_is_not_more_than_the_country_of_its_release() {
    let report = of_jobs(&[COUNTRY, ("00", "1396", "1500")]);
    assert_eq!(complaints(&report), [("V1", "", Verdict::Fail)]);
    let found = verdicts(&report, "V1");
    assert_eq!(
        found[0].message.en,
        "Jobs, Iran, 1396: 1,000 is stated, the areas listed below add up to 1,500."
    );
    assert_eq!(found[0].observations.len(), 2, "it names the part");
    assert_eq!((found[0].stated.as_str(), found[0].computed.as_str()), ("1000", "1500"));
    let two = of_jobs(&[COUNTRY, ("00", "1396", "600"), ("07", "1396", "600")]);
    assert_eq!(complaints(&two), [("V1", "", Verdict::Fail)], "nor are two of three");
    let fewer = of_jobs(&[COUNTRY, ("00", "1396", "600"), ("07", "1396", "400")]);
    assert_eq!(complaints(&fewer), [], "the third is not told");
}

#[wasm_bindgen_test(unsupported = test)]
fn v2_all_provinces_of_a_release_add_up_to_its_country() {
    let with = |last: &str| {
        let provinces = [("00", "1396", "500"), ("07", "1396", "300"), ("24", "1396", last)];
        of_jobs(&[&[COUNTRY], provinces.as_slice()].concat())
    };
    assert_eq!(complaints(&with("300")), [("V2", "", Verdict::Fail)]);
    assert_eq!(complaints(&with("100")), [("V2", "", Verdict::Warn)], "a list may lack some");
    let report = with("200");
    assert_eq!(complaints(&report), []);
    assert_eq!(
        verdicts(&report, "V2")[0].message.en,
        "Jobs, 1396: in 1 area the areas below add up to the figure of the area."
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn v1_and_v2_of_periods_within_a_period() {
    let of = |parts: &[(&str, &str)]| {
        let mut figures = vec![("07", "1396", "1000")];
        figures.extend(parts.iter().map(|(period, value)| ("07", *period, *value)));
        of_jobs(&figures)
    };
    let month = of(&[("1396-05", "1500")]);
    assert_eq!(complaints(&month), [("V1", "", Verdict::Fail)]);
    assert_eq!(
        verdicts(&month, "V1")[0].message.en,
        "Jobs, Fars, 1396: 1,000 is stated, the periods listed within it add up to 1,500."
    );
    let halves = |second: &str| of(&[("1396-H1", "700"), ("1396-H2", second)]);
    assert_eq!(complaints(&halves("700")), [("V2", "", Verdict::Fail)]);
    assert_eq!(complaints(&halves("200")), [("V2", "", Verdict::Fail)], "a year has no other days");
    let report = halves("300");
    assert_eq!(complaints(&report), []);
    assert!(verdicts(&report, "V2")[0].message.en.contains("in 1 period the periods within"));
    assert_eq!(complaints(&of(&[("1396-05", "600"), ("1396-06", "400")])), []);
    assert_eq!(complaints(&of(&[("1397-05", "1500")])), [], "of another year");
}

/// Months of a quarter are told in it, and nine months and the second half have days in common.
#[wasm_bindgen_test(unsupported = test)]
fn nothing_is_counted_twice() {
    let year = ("07", "1396", "1000");
    let nested = of_jobs(&[
        year,
        ("07", "1396-Q1", "600"),
        ("07", "1396-01", "300"),
        ("07", "1396-02", "300"),
    ]);
    assert_eq!(complaints(&nested), []);
    let crossing = of_jobs(&[year, ("07", "1396-9M", "700"), ("07", "1396-H2", "500")]);
    assert_eq!(complaints(&crossing), []);
    let over = of_jobs(&[year, ("07", "1396-9M", "700"), ("07", "1396-H2", "1500")]);
    assert_eq!(complaints(&over), [("V1", "", Verdict::Fail)], "each by itself");
    let to_date = of_jobs(&[year, ("07", "1396-C05", "600"), ("07", "1396-C06", "700")]);
    assert_eq!(complaints(&to_date), []);
    let less = of_jobs(&[year, ("07", "1396-C05", "800"), ("07", "1396-C06", "700")]);
    assert_eq!(complaints(&less), [("V1", "", Verdict::Fail)], "five months are in six");
    let open = of_jobs(&[("07", "1396-10/", "100"), ("07", "1397-10/", "1000")]);
    assert_eq!(complaints(&open), [], "neither says when it ended");
}

#[wasm_bindgen_test(unsupported = test)]
fn only_figures_of_one_table_are_judged() {
    let country = jobs("IR", "1396", "1000");
    for other in [
        jobs("00", "1396", "1500").replace("actual", "planned"),
        jobs("00", "1396", "1500").replace("exact,,", "exact,,زنان"),
        jobs("00", "1396", "1500").replace("exact,,", "exact,F0,"),
        jobs("00", "1395", "1500"),
        jobs("00", "1396", "1500").replace("actual,,", "actual,approved,"),
        "members,00@1395,,1396,actual,,1500,person,exact,,".to_owned(),
    ] {
        let hierarchy = told(&[&country, &other]);
        let of_tree = |one: &&hamyar::model::Finding| one.message.en.contains("listed");
        assert_eq!(hierarchy.findings.iter().filter(of_tree).count(), 0, "{other}");
    }
    let stock = |period: &str, value: &str| {
        format!("members,07@1395,,{period},actual,,{value},person,exact,,")
    };
    let report = told(&[&stock("1396", "1000"), &stock("1396-05", "1500")]);
    assert_eq!(complaints(&report), [], "a stock of a month is not part of that of a year");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_may_be_below_nought_is_judged_as_a_whole_only() {
    let some = of_jobs(&[COUNTRY, ("00", "1396", "1500"), ("07", "1396", "-700")]);
    assert_eq!(complaints(&some), [], "the third may be below nought too");
    let all =
        of_jobs(&[COUNTRY, ("00", "1396", "1500"), ("07", "1396", "-700"), ("24", "1396", "200")]);
    assert_eq!(complaints(&all), []);
}

/// Amounts in billions are rounded, and people are counted one by one.
#[wasm_bindgen_test(unsupported = test)]
fn v2_allows_for_the_last_digit_that_is_printed() {
    let of = |total: &str, part: &str| {
        let row = |area: &str, value: &str| {
            format!("amount,{area}@1395,,1396,actual,,{value},billion_rial,exact,,")
        };
        let rows = [row("IR", total), row("00", part), row("07", part), row("24", part)];
        told(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let report = of("100.0", "33.3");
    assert_eq!(complaints(&report), []);
    assert_eq!(verdicts(&report, "V2").len(), 1);
    assert_eq!(complaints(&of("100.0", "33.5")), [("V2", "", Verdict::Fail)]);
    assert_eq!(verdicts(&of("100.0", "33.5"), "V2")[0].tolerance, "200000000");
    assert_eq!(complaints(&of("100", "33")), [], "a billion, rounded four times");
    let one_off =
        of_jobs(&[COUNTRY, ("00", "1396", "500"), ("07", "1396", "300"), ("24", "1396", "201")]);
    assert_eq!(complaints(&one_off), [("V2", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn bounds_and_about_are_judged_as_such() {
    let with = |whole: &str, part: &str| {
        let whole = jobs("IR", "1396", "1000").replace("exact", whole);
        complaints(&told(&[&whole, &jobs("00", "1396", "1500").replace("exact", part)]))
            .iter()
            .map(|one| (one.0.to_owned(), one.2))
            .collect::<Vec<_>>()
    };
    assert_eq!(with("more_than", "exact"), []);
    assert_eq!(with("exact", "at_most"), []);
    assert_eq!(with("less_than", "at_least"), [("V1".to_owned(), Verdict::Fail)]);
    assert_eq!(with("about", "exact"), [("V1".to_owned(), Verdict::Warn)]);
    let few = jobs("07", "1396", "10").replace("exact", "less_than");
    let report = told(&[&jobs("IR", "1396", "1000"), &jobs("00", "1396", "1500"), &few]);
    assert_eq!(complaints(&report), [("V1", "", Verdict::Fail)], "none is below nought");
}

/// Groups told in the same table stand behind its areas, and hide none of them.
#[wasm_bindgen_test(unsupported = test)]
fn groups_beside_areas_do_not_hide_what_is_more() {
    let names = || (0..20).map(|number| format!("g{number:02}"));
    let mut figures = vec![
        "A,plans,IR@1395,,1399,actual,,10,count,exact,,,X,".to_owned(),
        "B,plans,00@1395,,1399,actual,,30,count,exact,,,X,".to_owned(),
    ];
    let of_group = |name: String| format!("O{name},plans,,{name},1399,actual,,1,count,exact,,,X,");
    figures.extend(names().map(of_group));
    let figures: Vec<&str> = figures.iter().map(String::as_str).collect();
    let groups = names().map(|name| format!("{name},گروه,Group,1,X")).collect::<Vec<_>>();
    let own = [
        ("observations", format!("{HEAD}\n{}\n", figures.join("\n"))),
        ("groups", format!("id,name_fa,name_en,expected_count,source\n{}\n", groups.join("\n"))),
    ];
    let report = checked(&small::with(&own));
    assert_eq!(verdicts(&report, "V1").len(), 1);
}
