//! What was done in percent of its plan, and questions that name figures: nothing is made of those.

use super::super::fixture::{dataset, observation, qualified};
use super::indicator::{done, is_not_defined, planned, told};
use super::{ask, codes, value};
use hamyar::model::{
    Dataset, Direction, Level, MeasureId, Observation, ObservationId, Qualifier, Scenario,
    SourceId, Stage,
};
use hamyar::query::{AreaSelection, By, Derive, Every, Filter, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

fn question() -> Query {
    Query { derive: Some(Derive::Achievement), ..ask("jobs", &[By::Area, By::Period]) }
}

fn with_direction(figures: &[Observation], direction: Direction) -> Dataset {
    let mut data = dataset(figures.to_vec());
    data.measures.get_mut(&MeasureId::new("jobs")).unwrap().direction = direction;
    data
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_done_is_held_against_the_plan_of_the_same_time() {
    let figures = [planned("p", "01", "1401", "800"), done("1401", "700"), done("1400", "580")];
    let data = dataset(figures.to_vec());
    let answer = run(&data, &question());
    assert_eq!([value(&answer, 0), value(&answer, 1)], ["missing", "87.5"]);
    assert_eq!(codes(&answer), ["query/not-defined"], "1400 has no plan");
    let row = &answer.rows[1];
    assert_eq!(row.unit.as_str(), "percent");
    assert_eq!(row.evidence, ["done 1401", "p"].map(ObservationId::new));
    let last = Query { periods: vec!["1401".to_owned()], ..question() };
    assert_eq!(told(&data, &run(&data, &last)), "100 × 700 (actual) ÷ 800 (planned)");
}

/// A target is what a plan is where nothing is planned; where both are told, the plan is meant.
#[wasm_bindgen_test(unsupported = test)]
fn what_was_done_is_held_against_a_target_where_nothing_is_planned() {
    let target = Observation {
        scenario: Some(Scenario::Target),
        ..observation("t", "jobs", "01", "1401", "1000")
    };
    let mut figures = vec![target, done("1401", "700")];
    let last = Query { periods: vec!["1401".to_owned()], ..question() };
    let data = dataset(figures.clone());
    let answer = run(&data, &last);
    assert_eq!((value(&answer, 0).as_str(), codes(&answer).len()), ("70", 0));
    assert_eq!(told(&data, &answer), "100 × 700 (actual) ÷ 1000 (target)");
    figures.push(planned("p", "01", "1401", "800"));
    assert_eq!(value(&run(&dataset(figures), &last), 0), "87.5");
}

#[wasm_bindgen_test(unsupported = test)]
fn counties_are_added_on_both_sides_or_not_at_all() {
    let of = |id: &str, area: &str, value: &str| observation(id, "jobs", area, "1401", value);
    let areas = AreaSelection { level: Some(Level::Province), ..AreaSelection::default() };
    let query = Query { areas, ..question() };
    let mut figures = vec![
        of("a", "0101", "30"),
        of("b", "0102", "40"),
        planned("p", "0101", "1401", "50"),
        planned("q", "0102", "1401", "90"),
    ];
    assert_eq!(value(&run(&dataset(figures.clone()), &query), 0), "50");
    figures.pop();
    is_not_defined(&run(&dataset(figures), &query), "query/partial");
}

#[wasm_bindgen_test(unsupported = test)]
fn nothing_is_achieved_of_nothing_or_where_less_is_better() {
    let nothing = [planned("p", "01", "1401", "0"), done("1401", "700")];
    is_not_defined(&run(&dataset(nothing.to_vec()), &question()), "query/not-defined");
    let figures = [planned("p", "01", "1401", "100"), done("1401", "50")];
    for (direction, is_defined) in
        [(Direction::Up, true), (Direction::None, true), (Direction::Down, false)]
    {
        let data = with_direction(&figures, direction);
        for derive in [Derive::Achievement, Derive::RunRate] {
            let answer = run(&data, &Query { derive: Some(derive), ..question() });
            if is_defined {
                assert_eq!(value(&answer, 0), "50");
            } else {
                is_not_defined(&answer, "query/less-is-better");
            }
        }
    }
    let plans = Query { scenario: Some(Scenario::Planned), ..question() };
    is_not_defined(&run(&dataset(figures.to_vec()), &plans), "query/not-actual");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_plan_is_of_the_same_stage_and_may_stand_in_another_release() {
    let paid = Some(Stage::Disbursed);
    let done = Observation { stage: paid, ..done("1401", "50") };
    let of = |id: &str, stage, source: &str, value: &str| Observation {
        stage,
        source: SourceId::new(source),
        ..planned(id, "01", "1401", value)
    };
    let achieved = |plans: &[Observation]| {
        run(&dataset([std::slice::from_ref(&done), plans].concat()), &question())
    };
    assert_eq!(value(&achieved(&[of("p", None, "B", "200")]), 0), "25");
    assert_eq!(value(&achieved(&[of("p", None, "B", "200"), of("q", paid, "B", "100")]), 0), "50");
    let other = of("p", Some(Stage::Approved), "B", "100");
    is_not_defined(&achieved(&[other]), "query/not-defined");
}

/// 50 of "more than 100" is less than 50 percent.
#[wasm_bindgen_test(unsupported = test)]
fn a_bound_stays_a_bound() {
    let plan = qualified(planned("p", "01", "1401", "100"), Qualifier::MoreThan);
    let answer = run(&dataset(vec![plan, done("1401", "50")]), &question());
    assert_eq!(value(&answer, 0), "50");
    assert_eq!(answer.rows[0].figure.qualifier(), Some(Qualifier::LessThan));
}

#[wasm_bindgen_test(unsupported = test)]
fn nothing_is_made_of_figures_that_are_named() {
    let data = dataset(vec![planned("p", "01", "1401", "800"), done("1401", "700")]);
    let named = Query {
        filter: Filter { observations: vec![ObservationId::new("p")], ..Filter::default() },
        ..Query::default()
    };
    let each = ask("jobs", &[By::Observation]);
    for query in [named, each] {
        assert_eq!(codes(&run(&data, &query)), [""; 0]);
        let derived = [Derive::Growth, Derive::Share, Derive::Rank, Derive::Achievement]
            .map(|derive| Query { derive: Some(derive), ..query.clone() });
        let others = [
            Query { every: Some(Every::Year), ..query.clone() },
            Query { against: vec![Level::Country], ..query.clone() },
            Query { unreported: true, ..query.clone() },
        ];
        for computed in derived.iter().chain(&others) {
            let answer = run(&data, computed);
            assert_eq!((codes(&answer), answer.rows.len()), (vec!["query/as-stated"], 0));
        }
    }
}
