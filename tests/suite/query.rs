//! What adds, what is refused, and what stands beside each total.

#[cfg(feature = "desk")]
mod achievement;
mod alike;
mod boundaries;
mod bounds;
mod change;
mod clauses;
#[cfg(not(target_arch = "wasm32"))]
mod command;
mod derived;
mod dimensions;
#[cfg(feature = "desk")]
mod index;
#[cfg(feature = "desk")]
mod indicator;
mod known;
#[cfg(feature = "desk")]
mod location;
mod mean;
mod members;
mod merged;
mod moved_coverage;
mod not_placed;
#[cfg(feature = "desk")]
mod part_of_year;
#[cfg(feature = "desk")]
mod records;
#[cfg(all(feature = "desk", not(target_arch = "wasm32")))]
mod records_command;
mod rollup;
mod together;

use hamyar::calendar::Period;
use hamyar::model::{
    ActionStatus, Dataset, Figure, Level, MeasureId, Missing, Observation, ObservationId,
    ProgrammeId, Scenario, SourceId, Stage,
};
use hamyar::query::{Answer, By, Derive, Every, Query, Working, catalog, run};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{dataset, observation, paid_and_planned};

fn ask(measure: &str, by: &[By]) -> Query {
    Query { measure: MeasureId::new(measure), by: by.to_vec(), ..Query::default() }
}

fn value(answer: &Answer, row: usize) -> String {
    answer.rows[row]
        .figure
        .value()
        .map_or("missing".to_owned(), |value| value.trimmed().to_string())
}

fn codes(answer: &Answer) -> Vec<&str> {
    answer.refused.iter().map(|refusal| refusal.code).collect()
}

/// People and old people of three of the four counties.
fn census() -> Vec<Observation> {
    vec![
        observation("a", "people", "0101", "1395", "100"),
        observation("b", "people", "0102", "1395", "300"),
        observation("c", "people", "0201", "1395", "600"),
        observation("d", "old", "0101", "1395", "50"),
        observation("e", "old", "0102", "1395", "30"),
        observation("f", "old", "0201", "1395", "60"),
    ]
}

#[wasm_bindgen_test(unsupported = test)]
fn sums_counties_to_provinces_with_how_many_reported() {
    let query = Query {
        areas: hamyar::query::AreaSelection { level: Some(Level::Province), ..Default::default() },
        ..ask("people", &[By::Area])
    };
    let answer = run(&dataset(census()), &query);
    assert_eq!((value(&answer, 0), value(&answer, 1)), ("400".to_owned(), "600".to_owned()));
    let coverage: Vec<_> =
        answer.rows.iter().map(|row| (row.coverage.reported, row.coverage.expected)).collect();
    assert_eq!(coverage, [(2, 2), (1, 2)]);
    assert_eq!(answer.rows[0].working, Some(Working::Sum { parts: 2 }));
}

#[wasm_bindgen_test(unsupported = test)]
fn takes_the_areas_own_figure_before_the_sum_of_its_parts() {
    let mut figures = census();
    figures.push(observation("g", "people", "01", "1395", "405"));
    let query = Query {
        areas: hamyar::query::AreaSelection { level: Some(Level::Province), ..Default::default() },
        ..ask("people", &[By::Area])
    };
    let answer = run(&dataset(figures), &query);
    assert_eq!(value(&answer, 0), "405");
    assert_eq!(answer.rows[0].working, None);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rate_rolls_up_as_sum_over_sum_never_as_a_mean_of_rates() {
    let answer = run(&dataset(census()), &ask("rate", &[]));
    // 140 of 1,000; the mean of 50 %, 10 % and 10 % would be 23.3 %.
    assert_eq!(value(&answer, 0), "14");
    let Some(Working::Ratio { numerator, denominator, .. }) = &answer.rows[0].working else {
        panic!("no working")
    };
    let number = |figure: &Figure| figure.value().map(|value| value.to_string());
    assert_eq!([numerator, denominator].map(number), ["140", "1000"].map(|it| Some(it.into())));
}

#[wasm_bindgen_test(unsupported = test)]
fn pools_a_group_and_says_how_many_members_are_known() {
    let query = Query {
        areas: hamyar::query::AreaSelection {
            group: Some(hamyar::model::GroupId::new("two")),
            ..Default::default()
        },
        ..ask("rate", &[])
    };
    let answer = run(&dataset(census()), &query);
    assert_eq!(value(&answer, 0), "10");
    assert_eq!((answer.coverage.reported, answer.coverage.expected), (2, 3));
}

#[wasm_bindgen_test(unsupported = test)]
fn refuses_to_add_stated_rates() {
    let figures = vec![
        observation("a", "stated", "01", "1395", "10.1"),
        observation("b", "stated", "02", "1395", "9.9"),
    ];
    let data = dataset(figures);
    assert_eq!(codes(&run(&data, &ask("stated", &[]))), ["query/not-additive"]);
    assert_eq!(run(&data, &ask("stated", &[By::Area])).rows.len(), 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn refuses_planned_plus_paid_and_never_says_1280() {
    let data = dataset(paid_and_planned());
    let answer = run(&data, &Query { every: None, ..ask("paid", &[]) });
    assert!(answer.rows.is_empty());
    assert_eq!(codes(&answer), ["query/mixed-scenarios"]);
    let split = run(&data, &ask("paid", &[By::Area, By::Period, By::Scenario]));
    assert_eq!(split.rows.len(), 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn refuses_one_figure_told_twice_and_never_says_1160() {
    let mut figures = paid_and_planned();
    figures.truncate(1);
    figures.push(Observation { id: ObservationId::new("again"), ..figures[0].clone() });
    let answer = run(&dataset(figures), &ask("paid", &[By::Area]));
    assert!(answer.rows.is_empty());
    assert_eq!(codes(&answer), ["query/told-twice"]);
}

fn two(change: impl Fn(&mut Observation)) -> Dataset {
    let first = observation("a", "jobs", "0101", "1395", "10");
    let mut second = observation("b", "jobs", "0102", "1395", "20");
    change(&mut second);
    dataset(vec![first, second])
}

#[wasm_bindgen_test(unsupported = test)]
fn refuses_each_kind_of_mixture() {
    let ask = ask("jobs", &[]);
    let code = |change: &dyn Fn(&mut Observation)| {
        let answer = run(&two(change), &ask);
        assert!(answer.rows.is_empty());
        answer.refused[0].code
    };
    assert_eq!(value(&run(&two(|_| ()), &ask), 0), "30");
    assert_eq!(code(&|one| one.programme = Some(ProgrammeId::new("p"))), "query/mixed-programmes");
    assert_eq!(code(&|one| one.source = SourceId::new("B")), "query/mixed-releases");
    assert_eq!(code(&|one| one.stage = Some(Stage::Quota)), "query/mixed-stages");
    assert_eq!(code(&|one| one.scenario = None), "query/mixed-scenarios");
    assert_eq!(code(&|one| one.action_status = Some(ActionStatus::Done)), "query/mixed-statuses");
    assert_eq!(code(&|one| one.part_of = Some(ObservationId::new("a"))), "query/part-with-total");
}

#[wasm_bindgen_test(unsupported = test)]
fn amounts_of_two_releases_are_not_set_side_by_side() {
    let mut other = observation("b", "paid", "02", "1400", "5");
    other.source = SourceId::new("B");
    let data = dataset(vec![observation("a", "paid", "01", "1400", "7"), other]);
    let answer = run(&data, &ask("paid", &[By::Area]));
    assert!(answer.rows.is_empty());
    assert_eq!(codes(&answer), ["query/mixed-releases"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn months_add_to_a_year_for_a_flow_and_the_last_stands_for_a_stock() {
    let figures = vec![
        observation("a", "jobs", "01", "1400-01", "10"),
        observation("b", "jobs", "01", "1400-03", "5"),
        observation("c", "stock", "01", "1400-01", "10"),
        observation("d", "stock", "01", "1400-03", "5"),
    ];
    let data = dataset(figures);
    let yearly = |measure: &str| Query { every: Some(Every::Year), ..ask(measure, &[By::Area]) };
    let flow = run(&data, &yearly("jobs"));
    assert_eq!(value(&flow, 0), "15");
    assert_eq!((flow.rows[0].coverage.reported, flow.rows[0].coverage.expected), (2, 12));
    let stock = run(&data, &yearly("stock"));
    assert_eq!((value(&stock, 0), &stock.rows[0].working), ("5".to_owned(), &Some(Working::Last)));
}

#[wasm_bindgen_test(unsupported = test)]
fn refuses_periods_that_share_days() {
    let figures = vec![
        observation("a", "jobs", "01", "1400-01", "10"),
        observation("b", "jobs", "01", "1400-Q1", "5"),
    ];
    let query = Query { every: Some(Every::Year), ..ask("jobs", &[By::Area]) };
    assert_eq!(codes(&run(&dataset(figures), &query)), ["query/overlapping-periods"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_gap_is_a_row_without_a_value_never_a_zero() {
    let query = Query {
        areas: hamyar::query::AreaSelection { level: Some(Level::County), ..Default::default() },
        periods: vec!["1395".to_owned()],
        unreported: true,
        ..ask("people", &[By::Area])
    };
    let answer = run(&dataset(census()), &query);
    assert_eq!(answer.rows.len(), 4);
    assert_eq!(answer.rows[3].figure, Figure::Missing(Missing::NotReported));
    assert_eq!((answer.coverage.reported, answer.coverage.expected), (3, 4));
}

/// 2,744 disbursed of 3,150 allocated.
#[wasm_bindgen_test(unsupported = test)]
fn row_4_an_indicator_is_a_quotient_of_sums() {
    let figures = vec![
        observation("a", "old", "01", "1400", "2744"),
        observation("b", "people", "01", "1400", "3150"),
    ];
    let answer = run(&dataset(figures), &ask("rate", &[By::Area]));
    assert_eq!(answer.rows[0].figure.value().unwrap().rounded(1).to_string(), "87.1");
    assert!(matches!(answer.rows[0].working, Some(Working::Ratio { .. })));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_4_a_zero_denominator_is_not_defined() {
    let figures = vec![
        observation("a", "people", "0101", "1395", "0"),
        observation("b", "old", "0101", "1395", "0"),
    ];
    let answer = run(&dataset(figures), &ask("rate", &[By::Area]));
    assert!(answer.rows.is_empty());
    assert_eq!(codes(&answer), ["query/not-defined"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_total_and_a_ratio_keep_the_kind_of_absence() {
    let secret = |id: &str, area: &str, missing| Observation {
        figure: Figure::Missing(missing),
        ..observation(id, "old", area, "1395", "1")
    };
    let withheld = vec![
        secret("a", "0101", Missing::Withheld),
        secret("b", "0102", Missing::Withheld),
        observation("c", "people", "0101", "1395", "10"),
        observation("d", "people", "0102", "1395", "10"),
    ];
    let mut mixed = withheld.clone();
    mixed[1].figure = Figure::Missing(Missing::Awaited);
    let figure = |figures: &[Observation], measure: &str, by: &[By]| {
        run(&dataset(figures.to_vec()), &ask(measure, by)).rows[0].figure
    };
    let kept = Figure::Missing(Missing::Withheld);
    assert_eq!(figure(&withheld, "rate", &[By::Area]), kept);
    assert_eq!(figure(&withheld, "old", &[]), kept);
    assert_eq!(figure(&withheld, "rate", &[]), kept);
    assert_eq!(figure(&mixed, "old", &[]), Figure::Missing(Missing::NotReported));
}

#[wasm_bindgen_test(unsupported = test)]
fn sets_the_province_and_the_country_beside_a_county() {
    let query = Query {
        areas: hamyar::query::AreaSelection { level: Some(Level::County), ..Default::default() },
        against: vec![Level::Province, Level::Country],
        ..ask("rate", &[By::Area])
    };
    let answer = run(&dataset(census()), &query);
    let beside: Vec<String> = answer.rows[0]
        .references
        .iter()
        .map(|one| one.figure.value().unwrap().trimmed().to_string())
        .collect();
    assert_eq!((value(&answer, 0), beside), ("50".into(), vec!["20".into(), "14".into()]));
}

#[wasm_bindgen_test(unsupported = test)]
fn growth_share_per_head_and_rank() {
    let figures = vec![
        observation("a", "jobs", "01", "1400", "200"),
        observation("b", "jobs", "01", "1401", "250"),
        observation("c", "people", "01", "1401", "1000"),
    ];
    let data = dataset(figures);
    let derive = |derive| Query { derive: Some(derive), ..ask("jobs", &[By::Area, By::Period]) };
    let growth = run(&data, &derive(Derive::Growth));
    assert_eq!((value(&growth, 0), value(&growth, 1)), ("missing".into(), "25".into()));
    let per = run(&data, &derive(Derive::Per { measure: MeasureId::new("people"), factor: 1000 }));
    assert_eq!((value(&per, 0), value(&per, 1)), ("missing".into(), "250".into()));
    let share = Query { derive: Some(Derive::Share), ..ask("people", &[By::Area]) };
    let shares = run(&dataset(census()), &share);
    assert_eq!(
        ["10", "30", "60"],
        [0, 1, 2].map(|row| value(&shares, row)).each_ref().map(String::as_str)
    );
    let rank = Query { derive: Some(Derive::Rank), ..ask("people", &[By::Area]) };
    let ranks: Vec<_> = run(&dataset(census()), &rank).rows.iter().map(|row| row.rank).collect();
    assert_eq!(ranks, [Some(3), Some(2), Some(1)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_pair_carries_how_its_second_figure_compares() {
    let query =
        Query { pairs: vec![hamyar::model::ComparisonId::new("paid-planned")], ..Query::default() };
    let answer = run(&dataset(paid_and_planned()), &query);
    assert_eq!(answer.rows.len(), 2);
    assert!(matches!(answer.rows[1].working, Some(Working::Growth { .. })));
    assert_eq!(answer.rows[1].key.scenario, Some(Scenario::Planned));
}

#[wasm_bindgen_test(unsupported = test)]
fn unknown_names_are_refused_by_name() {
    let data = dataset(census());
    assert_eq!(codes(&run(&data, &ask("nothing", &[]))), ["query/unknown-measure"]);
    let period = Query { periods: vec!["1400-13".to_owned()], ..ask("people", &[]) };
    let answer = run(&data, &period);
    assert_eq!(codes(&answer), ["query/unknown-period"]);
    let hint = &answer.refused[0].hint;
    assert!(
        hint.en.contains("1401-Q2") && hint.fa.contains("1401-Q2"),
        "how it is written: {hint:?}"
    );
    let figure = Query {
        filter: hamyar::query::Filter {
            observations: vec![ObservationId::new("zzz")],
            ..Default::default()
        },
        ..Query::default()
    };
    assert_eq!(codes(&run(&data, &figure)), ["query/unknown-figure"]);
}

/// As the explore page asks: never an empty answer without its reason.
#[wasm_bindgen_test(unsupported = test)]
fn what_the_catalogue_offers_together_has_an_answer_or_a_reason() {
    let data = super::ingest::open_data::open_dataset();
    let (mut answered, mut refused) = (0, 0);
    for offer in catalog(&data) {
        for one in &offer.combinations {
            let apart: &[By] = match one.level {
                Some(_) => &[By::Area, By::Scenario, By::Stage],
                None => &[By::Observation],
            };
            let mut query = ask(offer.measure.as_str(), apart);
            query.areas.level = one.level;
            query.periods = one.period.iter().map(Period::id).collect();
            query.scenario = one.scenario;
            query.filter.source = Some(one.source.clone());
            let answer = run(&data, &query);
            let has_value = answer.rows.iter().any(|row| row.figure.value().is_some());
            let is_told = !answer.refused.is_empty();
            assert!(has_value || is_told, "{:?} {one:?}", offer.measure);
            answered += u32::from(has_value);
            refused += u32::from(!has_value);
        }
    }
    assert!(answered > 200 && refused < answered / 4, "{answered} answered, {refused} refused");
}
