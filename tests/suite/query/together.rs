//! What must not stand in one sum, one share, one rank or on one axis, and what each total tells of
//! how much of it was reported.

use super::super::fixture::{dataset, observation};
use super::super::ingest::open_data::open_dataset;
use super::{ask, census, codes, value};
use hamyar::model::{BaseChange, Level, MeasureId, Observation, ObservationId, Scenario, SourceId};
use hamyar::query::{Answer, AreaSelection, By, Derive, Every, Filter, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

pub fn derived(measure: &str, by: &[By], derive: Derive) -> Query {
    Query { derive: Some(derive), ..ask(measure, by) }
}

/// The answer must be empty, with this one reason.
pub fn is_refused(answer: &Answer, code: &str) {
    assert!(answer.rows.is_empty(), "{:?}", answer.rows);
    assert_eq!(codes(answer), [code]);
}

fn covered(answer: &Answer) -> (u32, u32) {
    (answer.rows[0].coverage.reported, answer.rows[0].coverage.expected)
}

fn within(codes: &[&str], except: &[&str]) -> AreaSelection {
    let list = |codes: &[&str]| codes.iter().map(ToString::to_string).collect();
    AreaSelection { codes: list(codes), except: list(except), ..AreaSelection::default() }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_share_is_of_what_adds() {
    let data = open_dataset();
    let s4 = Query {
        filter: Filter { source: Some(SourceId::new("S4")), ..Filter::default() },
        ..derived("facility_amount", &[By::Scenario], Derive::Share)
    };
    is_refused(&run(&data, &s4), "query/mixed-periods");
    let mut plan = observation("b", "jobs", "01", "1400", "30");
    plan.scenario = Some(Scenario::Planned);
    let both = dataset(vec![observation("a", "jobs", "01", "1400", "10"), plan]);
    let by_scenario = derived("jobs", &[By::Scenario], Derive::Share);
    is_refused(&run(&both, &by_scenario), "query/mixed-scenarios");
    let censuses = derived("population_total", &[By::Period], Derive::Share);
    is_refused(&run(&data, &censuses), "query/not-additive-in-time");
    let all_levels = Query {
        periods: vec!["1395".into()],
        ..derived("population_total", &[By::Area], Derive::Share)
    };
    is_refused(&run(&data, &all_levels), "query/mixed-levels");
    let ranked = Query { derive: Some(Derive::Rank), ..all_levels.clone() };
    is_refused(&run(&data, &ranked), "query/mixed-levels");
    let provinces = Query {
        areas: AreaSelection { level: Some(Level::Province), ..AreaSelection::default() },
        ..all_levels
    };
    assert_eq!(run(&data, &provinces).rows.len(), 31);
    let months = vec![
        observation("a", "jobs", "01", "1400-01", "10"),
        observation("b", "jobs", "01", "1400-02", "30"),
    ];
    let data = dataset(months);
    let all = derived("jobs", &[By::Period], Derive::Share);
    is_refused(&run(&data, &all), "query/partial");
    let of_one = AreaSelection { codes: vec!["01".into()], ..AreaSelection::default() };
    let months = run(&data, &Query { areas: of_one, ..all });
    assert_eq!((value(&months, 0), value(&months, 1)), ("25".into(), "75".into()));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_part_of_a_part_does_not_add_to_the_total() {
    let part = |id: &str, of: &str, area: &str| Observation {
        part_of: Some(ObservationId::new(of)),
        ..observation(id, "jobs", area, "1400", "10")
    };
    let mut figures = vec![
        observation("total", "jobs", "0101", "1400", "100"),
        part("part", "total", "0102"),
        part("piece", "part", "0201"),
    ];
    figures[1].source = SourceId::new("B");
    let query = Query {
        filter: Filter { source: Some(SourceId::new("A")), ..Filter::default() },
        ..ask("jobs", &[])
    };
    is_refused(&run(&dataset(figures), &query), "query/part-with-total");
}

#[wasm_bindgen_test(unsupported = test)]
fn places_add_only_over_the_same_time() {
    let jobs = |other: &str| {
        dataset(vec![
            observation("a", "jobs", "01", "1400", "10"),
            observation("b", "jobs", "02", other, "20"),
        ])
    };
    is_refused(&run(&jobs("1395"), &ask("jobs", &[])), "query/mixed-periods");
    is_refused(&run(&jobs("1395"), &ask("jobs", &[By::Area])), "query/mixed-periods");
    assert_eq!(run(&jobs("1395"), &ask("jobs", &[By::Area, By::Period])).rows.len(), 2);
    let yearly = Query { every: Some(Every::Year), ..ask("jobs", &[]) };
    let month = run(&jobs("1400-03"), &yearly);
    assert_eq!((value(&month, 0).as_str(), covered(&month)), ("10", (1, 2)), "a month is no year");
    assert_eq!(value(&run(&jobs("1400"), &yearly), 0), "30");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_total_over_places_tells_every_month_that_is_missing() {
    let figures = vec![
        observation("a", "jobs", "01", "1400-01", "10"),
        observation("b", "jobs", "01", "1400-02", "5"),
        observation("c", "jobs", "02", "1400-01", "1"),
    ];
    let answer = run(&dataset(figures), &Query { every: Some(Every::Year), ..ask("jobs", &[]) });
    // Two places of the fixture, twelve months each.
    assert_eq!((value(&answer, 0).as_str(), covered(&answer)), ("16", (3, 24)));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_ratio_is_of_one_set_of_places() {
    let mut figures = census();
    // One numerator and one denominator each, of other counties.
    figures.retain(|one| !["a", "e", "f"].contains(&one.id.as_str()));
    figures.retain(|one| one.id.as_str() != "c");
    is_refused(&run(&dataset(figures), &ask("rate", &[])), "query/not-defined");
}

#[wasm_bindgen_test(unsupported = test)]
fn growth_never_crosses_a_change_of_base_and_says_when_nothing_came_before() {
    let figures = vec![
        observation("a", "jobs", "01", "1399", "10"),
        observation("b", "jobs", "01", "1400", "20"),
        observation("c", "jobs", "01", "1401", "30"),
    ];
    let mut data = dataset(figures);
    let query = derived("jobs", &[By::Area, By::Period], Derive::Growth);
    assert_eq!(codes(&run(&data, &query)), ["query/no-earlier"]);
    let measure = data.measures.get_mut(&MeasureId::new("jobs")).unwrap();
    measure.base_change = Some(BaseChange {
        at: hamyar::calendar::Period::parse("1400").unwrap(),
        before: Default::default(),
        after: Default::default(),
    });
    let answer = run(&data, &query);
    assert_eq!(codes(&answer), ["query/no-earlier", "query/base-changed"]);
    assert_eq!((value(&answer, 1), value(&answer, 2)), ("missing".into(), "50".into()));
}

#[wasm_bindgen_test(unsupported = test)]
fn several_areas_have_no_name_together_and_what_is_left_out_is_not_expected() {
    let data = dataset(census());
    let some = |areas| run(&data, &Query { areas, ..ask("people", &[]) });
    let two = some(within(&["0101", "0102"], &[]));
    assert_eq!((&two.rows[0].key.area, value(&two, 0).as_str()), (&None, "400"));
    assert_eq!(covered(&two), (2, 2));
    assert_eq!(covered(&some(within(&["0101", "0202"], &[]))), (1, 2));
    assert_eq!(covered(&some(within(&[], &["0102"]))), (2, 3));
    assert_eq!(codes(&some(within(&[], &["zzz"]))), ["query/unknown-area"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn only_members_that_are_left_out_are_missing_from_a_group() {
    let data = dataset(census());
    let group = |except: &[&str]| AreaSelection {
        group: Some(hamyar::model::GroupId::new("two")),
        ..within(&[], except)
    };
    let expected =
        |except| covered(&run(&data, &Query { areas: group(except), ..ask("people", &[]) })).1;
    assert_eq!((expected(&[]), expected(&["0202"]), expected(&["0102"])), (3, 3, 2));
}

#[wasm_bindgen_test(unsupported = test)]
fn named_figures_of_several_units_or_programmes_share_no_axis() {
    let data = open_dataset();
    let named = |ids: &[&str]| {
        let observations = ids.iter().map(|id| ObservationId::new(*id)).collect();
        let filter = Filter { observations, ..Filter::default() };
        run(&data, &Query { filter, ..Query::default() })
    };
    is_refused(&named(&["O017", "O048"]), "query/mixed-units");
    is_refused(&named(&["O017", "O050"]), "query/mixed-releases");
    assert_eq!(named(&["O017", "O016"]).rows.len(), 2);
    let jobs = ask("jobs", &[By::Programme, By::Source, By::Period, By::Scenario, By::Area]);
    is_refused(&run(&data, &jobs), "query/mixed-releases");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_province_of_an_older_division_is_not_missing() {
    let data = open_dataset();
    let query = Query {
        areas: AreaSelection { level: Some(Level::Province), ..AreaSelection::default() },
        periods: vec!["../1399".into()],
        scenario: Some(Scenario::Actual),
        unreported: true,
        ..ask("facility_count", &[By::Area])
    };
    let answer = run(&data, &query);
    assert_eq!((answer.rows.len(), answer.coverage.expected), (31, 31), "{:?}", codes(&answer));
}
