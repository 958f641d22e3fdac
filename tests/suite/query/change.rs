//! What changed from one period to another, and what may not be compared.

use super::super::fixture::{dataset, observation, qualified};
use super::super::ingest::open_data::open_dataset;
use super::{ask, codes, value};
use hamyar::model::{AreaId, Figure, Level, Missing, Qualifier, UnitId};
use hamyar::query::{Answer, AreaSelection, By, Derive, Every, Query, Working, run};
use wasm_bindgen_test::wasm_bindgen_test;

fn change(measure: &str, level: Level, periods: &[&str]) -> Query {
    Query {
        areas: AreaSelection { level: Some(level), ..AreaSelection::default() },
        periods: periods.iter().map(ToString::to_string).collect(),
        derive: Some(Derive::Growth),
        ..ask(measure, &[By::Area, By::Period])
    }
}

fn of(answer: &Answer, area: &str) -> String {
    let id = AreaId::new(area);
    let place = answer.rows.iter().position(|row| row.key.area.as_ref() == Some(&id));
    value(answer, place.expect(area))
}

#[wasm_bindgen_test(unsupported = test)]
fn growth_between_censuses_is_of_the_same_ground_only() {
    let data = open_dataset();
    let query = Query {
        against: vec![Level::Country],
        ..change("population_total", Level::Province, &["1395", "1390"])
    };
    let answer = run(&data, &query);
    // The census of 1390 is what is compared with, and no row.
    assert_eq!(
        (answer.rows.len(), answer.coverage.reported, answer.coverage.expected),
        (31, 29, 31)
    );
    // Hamadan 1,758,268 and 1,738,234; Iran 75,149,669 and 79,926,270.
    assert_eq!(of(&answer, "13@1395"), "-1.139417");
    let beside = answer.rows[13].references[0].figure.value().unwrap();
    assert_eq!(beside.to_string(), "6.356117");
    assert_eq!(answer.rows[13].evidence.len(), 2, "both figures stand behind the change");
    // Tabas went from Yazd to South Khorasan: neither is the ground it was.
    assert_eq!(
        (of(&answer, "21@1395").as_str(), of(&answer, "29@1395").as_str()),
        ("missing", "missing")
    );
    assert_eq!(codes(&answer), ["query/no-earlier"; 2]);
    // Nobody has matched the counties of two divisions.
    let counties = run(&data, &change("population_total", Level::County, &["1390", "1395"]));
    assert_eq!((counties.rows.len(), counties.coverage.reported), (429, 0));
}

#[wasm_bindgen_test(unsupported = test)]
fn rates_differ_by_percentage_points() {
    let data = open_dataset();
    let survey =
        |periods: &[&str]| run(&data, &change("unemployment_rate_survey", Level::Country, periods));
    let autumns = survey(&["1390-Q3", "1391-Q3"]);
    // 11.8 and 11.2.
    assert_eq!((autumns.rows.len(), value(&autumns, 0).as_str()), (1, "-0.6"));
    assert_eq!(autumns.rows[0].unit, UnitId::new("percentage_point"));
    assert!(matches!(autumns.rows[0].working, Some(Working::Difference { .. })));
    // A season is not compared with a year, nor across the change of base.
    let mixed = survey(&["1390-Q3", "1391-Q3", "1395"]);
    assert_eq!((value(&mixed, 1).as_str(), codes(&mixed)), ("missing", vec!["query/no-earlier"]));
}

#[wasm_bindgen_test(unsupported = test)]
fn nothing_grows_from_less_than_nothing() {
    let asked = |measure: &str, from: &str| {
        let figures = vec![
            observation("a", measure, "01", "1400", from),
            observation("b", measure, "01", "1401", "3"),
        ];
        let answer = run(&dataset(figures), &change(measure, Level::Province, &["1400", "1401"]));
        (value(&answer, 0), codes(&answer).join(" "))
    };
    assert_eq!(asked("stock", "-2"), ("missing".into(), "query/not-defined".into()));
    assert_eq!(asked("stock", "2"), ("50".into(), String::new()));
    assert_eq!(asked("stated", "-2"), ("5".into(), String::new()), "a rate differs");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_period_before_is_the_one_that_is_named() {
    let figures = vec![
        observation("a", "jobs", "01", "1398", "10"),
        observation("b", "jobs", "01", "1401", "15"),
    ];
    let data = dataset(figures);
    let ask = |periods: &[&str]| run(&data, &change("jobs", Level::Province, periods));
    assert_eq!(value(&ask(&["1398", "1401"]), 0), "50");
    assert_eq!(codes(&ask(&["1398", "1400", "1401"])), ["query/no-earlier"], "1400 has no figure");
    let yearly =
        Query { every: Some(Every::Year), ..change("jobs", Level::Province, &["1398", "1401"]) };
    assert_eq!(codes(&run(&data, &yearly)), ["query/no-earlier"; 2], "a gap in a series");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_not_whole_or_only_a_bound_does_not_grow() {
    let figures = vec![
        observation("a", "people", "0101", "1390", "100"),
        observation("b", "people", "0101", "1395", "150"),
        observation("c", "people", "0102", "1395", "300"),
    ];
    let query = change("people", Level::Province, &["1390", "1395"]);
    let answer = run(&dataset(figures), &query);
    assert_eq!((value(&answer, 0).as_str(), codes(&answer)), ("missing", vec!["query/partial"]));
    let rate = |qualifier| {
        let figures = vec![
            observation("a", "stated", "01", "1390", "10"),
            qualified(observation("b", "stated", "01", "1395", "12"), qualifier),
        ];
        let answer = run(&dataset(figures), &change("stated", Level::Province, &["1390", "1395"]));
        (value(&answer, 0), answer.rows[0].figure.qualifier())
    };
    assert_eq!(rate(Qualifier::About), ("2".to_owned(), Some(Qualifier::About)));
    assert_eq!(rate(Qualifier::MoreThan), ("2".to_owned(), Some(Qualifier::MoreThan)));
}

#[wasm_bindgen_test(unsupported = test)]
fn areas_that_no_single_one_names_are_compared_part_by_part() {
    let data = open_dataset();
    let total = |codes: &[&str], except: &[&str]| {
        let list = |codes: &[&str]| codes.iter().map(ToString::to_string).collect();
        let areas = AreaSelection {
            level: Some(Level::Province),
            codes: list(codes),
            except: list(except),
            ..AreaSelection::default()
        };
        let query = change("population_total", Level::Province, &["1390", "1395"]);
        run(&data, &Query { areas, by: vec![By::Period], ..query })
    };
    // Hamadan and Ardabil: 1,758,268 + 1,248,488 and 1,738,234 + 1,270,420.
    assert_eq!(value(&total(&["13", "24"], &[]), 0), "0.063125");
    assert_eq!(codes(&total(&["13", "21"], &[])), ["query/no-earlier"], "Yazd lost Tabas");
    assert_eq!(codes(&total(&[], &["21"])), ["query/no-earlier"], "South Khorasan took it");
}

#[wasm_bindgen_test(unsupported = test)]
fn periods_and_scopes_that_differ_are_not_compared() {
    let asked = |before: &str, after: &str, scope: &str| {
        let mut later = observation("b", "jobs", "01", after, "30");
        later.scope = hamyar::diag::Bilingual::new(scope, scope);
        let data = dataset(vec![observation("a", "jobs", "01", before, "20"), later]);
        let answer = run(&data, &change("jobs", Level::Province, &[before, after]));
        (value(&answer, 0), codes(&answer).join(" "))
    };
    assert_eq!(asked("1396/1397", "1398/1399", ""), ("50".into(), String::new()));
    let refused = ("missing".to_owned(), "query/no-earlier".to_owned());
    assert_eq!(asked("1396/1397", "1398/1402", ""), refused, "two years and five");
    assert_eq!(asked("1401-C05", "1402-C09", ""), refused, "five months and nine");
    assert_eq!(asked("1401-C05", "1402-C05", "").0, "50");
    assert_eq!(asked("1401", "1402", "women").1, "query/several-figures");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_missing_is_told_as_what_it_is() {
    let data = open_dataset();
    let gone = run(&data, &change("population_total", Level::Country, &["1395", "1400"]));
    assert_eq!((gone.rows.len(), codes(&gone)), (1, vec!["query/no-earlier"]), "not silent");
    let mut first = observation("a", "jobs", "01", "1400", "1");
    first.figure = Figure::Missing(Missing::Withheld);
    let mut second = observation("b", "jobs", "01", "1401", "2");
    let query = change("jobs", Level::Province, &["1400", "1401"]);
    let answer = run(&dataset(vec![first, second.clone()]), &query);
    assert_eq!(codes(&answer), ["query/no-earlier"]);
    second.figure = Figure::Missing(Missing::Withheld);
    let answer = run(&dataset(vec![observation("a", "jobs", "01", "1400", "1"), second]), &query);
    assert_eq!(answer.rows[0].figure, Figure::Missing(Missing::Withheld));
    assert_eq!(codes(&answer), Vec::<&str>::new(), "its absence says it");
}
