//! Shares, ranks and values for each so many of another measure: of what belongs together only.

use hamyar::model::{
    ComparisonId, Figure, Level, MeasureId, Missing, Observation, Scenario, Stage,
};
use hamyar::query::{AreaSelection, By, Derive, Query, columns, run};
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation};
use super::super::ingest::open_data::open_dataset;
use super::together::{derived, is_refused};
use super::value;

/// Of a whole that is not known no part has a share, and what is divided by more places than it was
/// counted in comes out too small.
#[wasm_bindgen_test(unsupported = test)]
fn what_is_not_whole_has_no_share_and_no_quotient() {
    let data = dataset(vec![
        observation("a", "jobs", "01", "1400", "100"),
        observation("p", "people", "01", "1400", "1000"),
        observation("q", "people", "02", "1400", "1000"),
    ]);
    let provinces = AreaSelection { level: Some(Level::Province), ..AreaSelection::default() };
    let share = Query { areas: provinces, ..derived("jobs", &[By::Area], Derive::Share) };
    is_refused(&run(&data, &share), "query/partial");
    let per = Derive::Per { measure: MeasureId::new("people"), factor: 1000 };
    let country = Query { periods: vec!["1400".into()], ..derived("jobs", &[], per) };
    let answer = run(&data, &country);
    assert_eq!(answer.rows[0].figure, Figure::Missing(Missing::NotApplicable));
    assert_eq!(answer.refused[0].code, "query/partial");
    let by_area = Query { by: vec![By::Area], areas: share.areas.clone(), ..country };
    assert_eq!(value(&run(&data, &by_area), 0), "100");
}

/// People have no stage of money: a question that names one divides by all of them.
#[wasm_bindgen_test(unsupported = test)]
fn a_value_is_divided_by_what_has_fewer_dimensions() {
    let staged = |id, stage, amount| Observation {
        stage: Some(stage),
        ..observation(id, "paid", "01", "1400", amount)
    };
    let planned = Observation {
        scenario: Some(Scenario::Planned),
        ..observation("j", "jobs", "01", "1400", "10")
    };
    let mut data = vec![
        staged("a", Stage::Approved, "90"),
        staged("b", Stage::Disbursed, "60"),
        observation("p", "people", "01", "1400", "30"),
    ];
    let per = |below, stage| Query {
        stage,
        areas: AreaSelection { codes: vec!["01".into()], ..AreaSelection::default() },
        ..derived("paid", &[], Derive::Per { measure: MeasureId::new(below), factor: 1 })
    };
    let paid = run(&dataset(data.clone()), &per("people", Some(Stage::Disbursed)));
    assert_eq!(value(&paid, 0), "2");
    let mut by_stage = per("people", None);
    by_stage.by = vec![By::Stage];
    let each = run(&dataset(data.clone()), &by_stage);
    assert_eq!((value(&each, 0), value(&each, 1)), ("3".into(), "2".into()));
    data.push(planned);
    let mixed = run(&dataset(data), &per("jobs", Some(Stage::Disbursed)));
    assert_eq!(mixed.refused[0].code, "query/mixed-scenarios");
}

/// Seven hundred planned for 580 paid is not growth of what was paid.
#[wasm_bindgen_test(unsupported = test)]
fn row_14_a_plan_beside_a_payment_says_so() {
    let data = open_dataset();
    let pairs = vec![ComparisonId::new("K06")];
    let told = columns(&data, &run(&data, &Query { pairs, ..Query::default() }));
    let place = told.columns.iter().position(|name| *name == "working").unwrap();
    assert_eq!(
        told.rows[1][place],
        "100 × (700000000000 ÷ 580000000000 − 1) = 20.689655 (planned against actual)"
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn facts_are_not_ranked_among_intentions() {
    let mut plan = observation("b", "jobs", "02", "1400", "30");
    plan.scenario = Some(Scenario::Planned);
    let data = dataset(vec![observation("a", "jobs", "01", "1400", "10"), plan]);
    let ranked = derived("jobs", &[By::Area], Derive::Rank);
    is_refused(&run(&data, &ranked), "query/mixed-scenarios");
}
