//! V17: areas that were not there yet, and areas that were no more.

use hamyar::check::Report;
use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD};
use super::{checked, complaints, verdicts};
use crate::suite::ingest::fixture::Fixture;
use crate::suite::tabulate::ended;

fn told(package: fn(&[(&str, String)]) -> Fixture, area: &str, period: &str) -> Report {
    let row = format!("A,jobs,{area},,{period},actual,,10,person,exact,,,X,");
    checked(&package(&[("observations", format!("{HEAD}\n{row}\n"))]))
}

fn fails(package: fn(&[(&str, String)]) -> Fixture, area: &str, period: &str) -> bool {
    let report = told(package, area, period);
    let complaints = complaints(&report);
    assert!(complaints.iter().all(|one| *one == ("V17", "", Verdict::Fail)), "{complaints:?}");
    !complaints.is_empty()
}

/// Three was merged away on the first day of 1398, Four was split in the middle of 1399.
#[wasm_bindgen_test(unsupported = test)]
fn row_3_v17_no_figure_of_an_area_after_the_day_of_its_succession() {
    for (area, period, is_late) in [
        ("A3@1395", "1397", false),
        ("A3@1395", "1398", true),
        ("A3@1395", "1400", true),
        ("A3@1395", "1402", true),
        ("A4@1395", "1399", false),
        ("A4@1395", "1399-06", false),
        ("A4@1395", "1399-07", true),
        ("A4@1395", "1401", true),
        ("A2@1395", "1401", false),
    ] {
        assert_eq!(fails(ended::package, area, period), is_late, "{area} in {period}");
    }
    let report = told(ended::package, "A4@1395", "1401");
    let message = &verdicts(&report, "V17")[0].message;
    assert!(
        message.en.ends_with("no more since 1 Mehr 1399; in its place: Four, New."),
        "{message:?}"
    );
    assert!(message.fa.ends_with("از ۱ مهر ۱۳۹۹ دیگر نیست؛ جای آن: چهار، تازه."), "{message:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v17_what_took_the_place_of_another_is_there_from_that_day() {
    assert!(fails(ended::package, "A5@1402", "1399"));
    assert!(!fails(ended::package, "A5@1402", "1400"));
}

/// No succession is dated: the lists are all that is known.
#[wasm_bindgen_test(unsupported = test)]
fn row_3_v17_a_later_list_that_names_its_counties_says_which_are_no_more() {
    let undated = |own: &[(&str, String)]| {
        let none = "kind,from,to,day,share\n".to_owned();
        ended::package(&[own, &[("successions", none)]].concat())
    };
    assert!(fails(undated, "A3@1395", "1402"));
    assert!(!fails(undated, "A3@1395", "1401"));
    assert!(!fails(undated, "A1@1395", "1403"), "its code is there");
    assert!(!fails(small::with, "07@1395", "1395"), "its own list");
    assert!(fails(small::with, "07@1395", "1402"), "one province is named, and not this one");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_later_list_without_counties_says_of_none_that_it_is_no_more() {
    let no_counties = |own: &[(&str, String)]| {
        let areas = "id,code,division,level,parent,name_fa,name_en\n\
                     X@1395,X,1395,country,,کشور,Country\nA@1395,A,1395,province,X@1395,الف,A\n\
                     A1@1395,A1,1395,county,A@1395,یک,One\nX@1402,X,1402,country,,کشور,Country\n\
                     A@1402,A,1402,province,X@1402,الف,A\n";
        small::with(&[own, &[("areas", areas.to_owned())]].concat())
    };
    assert!(!fails(no_counties, "A1@1395", "1402"));
}
