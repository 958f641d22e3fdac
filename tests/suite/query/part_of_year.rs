//! A part of a year is not the year: days tell whether a whole is whole.

use super::super::fixture::{dataset, observation};
use super::indicator::{done, is_not_defined, planned};
use super::{ask, codes, value};
use hamyar::model::Observation;
use hamyar::query::{Answer, By, Derive, Every, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

/// The run rate of the year 1401, asked for in both ways that name it.
fn of_the_year(figures: &[Observation]) -> [Answer; 2] {
    let year = Query {
        derive: Some(Derive::RunRate),
        periods: vec!["1401".to_owned()],
        ..ask("jobs", &[By::Area])
    };
    let every = Query {
        periods: Vec::new(),
        every: Some(Every::Year),
        by: vec![By::Area, By::Period],
        ..year.clone()
    };
    [year, every].map(|query| run(&dataset(figures.to_vec()), &query))
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_done_in_a_part_of_the_year_is_not_that_of_the_year() {
    let plan = planned("p", "01", "1401", "2000");
    let with = |parts: &[&str]| {
        let parts = parts.iter().map(|period| done(period, "450"));
        of_the_year(&parts.chain([plan.clone()]).collect::<Vec<_>>())
    };
    let gaps: [&[&str]; 5] = [
        &["1401-C05"],
        &["1401-9M"],
        &["1401-02/1401-07"],
        &["1401-Q1", "1401-04", "1401-05", "1401-06"],
        &["1401-9M", "1401-10", "1401-12"],
    ];
    for parts in gaps {
        for answer in with(parts) {
            is_not_defined(&answer, "query/partial");
            let coverage = answer.rows[0].coverage;
            assert!(!coverage.is_whole() && coverage.reported > 0, "{parts:?}: {coverage:?}");
        }
    }
    // Unlike parts that leave no day out: 4 × 450 of 2,000.
    let wholes: [&[&str]; 2] = [
        &["1401-9M", "1401-10", "1401-11", "1401-12"],
        &["1401-C05", "1401-06", "1401-Q3", "1401-Q4"],
    ];
    for answer in wholes.into_iter().flat_map(with) {
        assert_eq!((value(&answer, 0).as_str(), codes(&answer)), ("90", vec![]));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_plan_of_a_part_of_the_year_is_not_that_of_the_year() {
    let with = |parts: &[&str]| {
        let plans = parts.iter().map(|period| planned(period, "01", period, "500"));
        of_the_year(&plans.chain([done("1401", "900")]).collect::<Vec<_>>())
    };
    let gaps: [&[&str]; 4] = [
        &["1401-C06"],
        &["1401-9M"],
        &["1401-02/1401-07"],
        &["1401-Q1", "1401-04", "1401-05", "1401-06"],
    ];
    for answer in gaps.into_iter().flat_map(with) {
        is_not_defined(&answer, "query/partial");
    }
    for answer in with(&["1401-H1", "1401-Q3", "1401-10", "1401-11/1401-12"]) {
        assert_eq!((value(&answer, 0).as_str(), codes(&answer)), ("45", vec![]));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_place_that_reports_more_parts_does_not_stand_for_one_that_reports_none() {
    let county = |area: &str, period: &str| {
        observation(&format!("{area} {period}"), "jobs", area, period, "100")
    };
    let quarters = |area| ["1401-Q1", "1401-Q2", "1401-Q3", "1401-Q4"].map(|one| county(area, one));
    let mut figures = vec![planned("p", "01", "1401", "1000"), county("0101", "1401-Q1")];
    figures.extend((4..=12).map(|month| county("0101", &format!("1401-{month:02}"))));
    let query = Query {
        derive: Some(Derive::RunRate),
        periods: vec!["1401".to_owned()],
        areas: hamyar::query::AreaSelection {
            level: Some(hamyar::model::Level::Province),
            ..Default::default()
        },
        ..ask("jobs", &[By::Area])
    };
    is_not_defined(&run(&dataset(figures.clone()), &query), "query/partial");
    let mut whole = vec![planned("p", "01", "1401", "1000")];
    whole.extend(quarters("0101").into_iter().chain(quarters("0102")));
    assert_eq!(value(&run(&dataset(whole), &query), 0), "80");
}

#[wasm_bindgen_test(unsupported = test)]
fn growth_from_a_part_of_a_year_is_refused() {
    let figures = vec![done("1400-C05", "900"), done("1401", "2000")];
    let query = Query {
        derive: Some(Derive::Growth),
        every: Some(Every::Year),
        ..ask("jobs", &[By::Area, By::Period])
    };
    let answer = run(&dataset(figures), &query);
    assert!(answer.rows.iter().all(|row| row.figure.value().is_none()), "{answer:?}");
    assert!(codes(&answer).contains(&"query/partial"), "{:?}", codes(&answer));
}
