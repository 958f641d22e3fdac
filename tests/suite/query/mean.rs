//! Weighted means against values by hand; never a plain mean of rates.

use super::super::fixture::{dataset, measure, observation, qualified};
use super::{ask, codes, value};
use hamyar::calendar::Period;
use hamyar::model::{
    AreaRule, Dataset, Level, MeasureId, MeasureKind, Observation, Qualifier, TimeRule,
};
use hamyar::query::{Answer, AreaSelection, By, Every, Query, columns, run};
use wasm_bindgen_test::wasm_bindgen_test;

/// A survey that states rates of counties without their parts, and members on the days of months.
fn surveyed(observations: Vec<Observation>) -> Dataset {
    let mut data = dataset(observations);
    let mut rate = measure("surveyed", AreaRule::Weighted, TimeRule::None, "percent");
    rate.kind = MeasureKind::Ratio;
    rate.weight = Some(MeasureId::new("people"));
    let members = measure("members", AreaRule::Sum, TimeRule::Average, "person");
    for one in [rate, members] {
        data.measures.insert(one.id.clone(), one);
    }
    data
}

fn rate(id: &str, area: &str, value: &str) -> Observation {
    observation(id, "surveyed", area, "1395", value)
}

fn people(id: &str, area: &str, value: &str) -> Observation {
    observation(id, "people", area, "1395", value)
}

fn of_the_province(figures: Vec<Observation>) -> (Answer, String) {
    let data = surveyed(figures);
    let areas = AreaSelection { level: Some(Level::Province), ..AreaSelection::default() };
    let answer = run(&data, &Query { areas, ..ask("surveyed", &[By::Area, By::Period]) });
    let table = columns(&data, &answer);
    let place = table.columns.iter().position(|name| *name == "working").unwrap();
    let working = table.rows.first().map(|row| row[place].clone());
    (answer, working.unwrap_or_default())
}

#[wasm_bindgen_test(unsupported = test)]
fn row_1_a_weighted_mean_agrees_with_the_hand() {
    let figures = vec![
        rate("a", "0101", "10"),
        rate("b", "0102", "30"),
        people("p", "0101", "900"),
        people("q", "0102", "100"),
    ];
    let (answer, working) = of_the_province(figures);
    // (10 × 900 + 30 × 100) ÷ 1,000; the mean of the two rates would be 20.
    assert_eq!(value(&answer, 0), "12");
    assert_eq!(working, "12000 ÷ 1000 (people)");
    assert_eq!((answer.rows[0].coverage.reported, answer.rows[0].coverage.expected), (2, 2));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_not_reported_has_no_weight_in_the_mean() {
    let figures =
        vec![rate("a", "0101", "10"), people("p", "0101", "900"), people("q", "0102", "100")];
    let (answer, _) = of_the_province(figures);
    assert_eq!(value(&answer, 0), "10");
    assert_eq!((answer.rows[0].coverage.reported, answer.rows[0].coverage.expected), (1, 2));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_mean_needs_each_weight_once_and_exactly() {
    let rates = || vec![rate("a", "0101", "10"), rate("b", "0102", "30")];
    let with = |more: &[Observation]| {
        let weights = [&[people("p", "0101", "900")], more].concat();
        codes(&of_the_province([rates(), weights].concat()).0).join(" ")
    };
    assert_eq!(with(&[]), "query/not-defined");
    let told = of_the_province([rates(), vec![people("p", "0101", "900")]].concat()).0;
    assert!(told.refused[0].message.en.starts_with("the weight of some part is not reported"));
    let two = [people("q", "0102", "100"), people("r", "0102", "120")];
    assert_eq!(with(&two), "query/several-figures");
    let bound = qualified(people("q", "0102", "100"), Qualifier::MoreThan);
    assert_eq!(with(&[bound]), "query/bounded");
    let other_year =
        Observation { period: Period::parse("1390").ok(), ..people("q", "0102", "100") };
    assert_eq!(with(&[other_year]), "query/not-defined");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_mean_of_bounds_is_a_bound() {
    let figures = vec![
        qualified(rate("a", "0101", "10"), Qualifier::MoreThan),
        rate("b", "0102", "30"),
        people("p", "0101", "900"),
        people("q", "0102", "100"),
    ];
    let (answer, working) = of_the_province(figures);
    assert_eq!(answer.rows[0].figure.qualifier(), Some(Qualifier::MoreThan));
    assert_eq!((value(&answer, 0).as_str(), working.as_str()), ("12", ">12000 ÷ 1000 (people)"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_mean_over_time_goes_by_days() {
    let month = |id: &str, month: &str, value: &str| observation(id, "members", "01", month, value);
    let quarters = |figures: Vec<Observation>| {
        let by = [By::Area, By::Period];
        let query = Query { every: Some(Every::Quarter), ..ask("members", &by) };
        let data = surveyed(figures);
        let answer = run(&data, &query);
        (value(&answer, 0), answer.rows[0].coverage.reported, answer.rows[0].coverage.expected)
    };
    let autumn = ["1401-07", "1401-08", "1401-09"].map(|one| month(one, one, "60"));
    assert_eq!(quarters(autumn.to_vec()), ("60".to_owned(), 3, 3));
    // 1401-Q4: 30, 30 and 29 days.
    let winter =
        vec![month("a", "1401-10", "89"), month("b", "1401-11", "0"), month("c", "1401-12", "178")];
    assert_eq!(quarters(winter), ("88".to_owned(), 3, 3));
    assert_eq!(quarters(vec![month("a", "1401-10", "89")]), ("89".to_owned(), 1, 3));
}
