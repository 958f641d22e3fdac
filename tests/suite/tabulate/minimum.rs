//! The least members of a county whose people are not told exactly.

use hamyar::model::{Dataset, Figure, Measure, MeasureId, Observation, ObservationId, Qualifier};
use hamyar::number::Decimal;
use hamyar::query::{AreaSelection, By, Query, run};
use hamyar::tabulate::tabulate;
use hamyar::text::strip_marks;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::example;

const LEAST: &str = "coop_members_required/X101@1402/1402";

fn value(value: i64, qualifier: Qualifier, upper: Option<i64>) -> Figure {
    let (value, upper) = (Decimal::from_int(value), upper.map(Decimal::from_int));
    Figure::Value { value, qualifier, upper }
}

/// The example with what is told of the people of each county.
fn with_people(people: Figure) -> Dataset {
    let mut data = example().read().unwrap().value.dataset;
    let measure = MeasureId::new("population_total");
    let of_people: Vec<Observation> =
        data.observations.values().filter(|one| one.measure == measure).cloned().collect();
    for one in of_people {
        data.observations.insert(one.id.clone(), Observation { figure: people, ..one });
    }
    tabulate(&mut data);
    data
}

fn least(people: Figure) -> Figure {
    with_people(people).observations[&ObservationId::new(LEAST)].figure
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_known_of_the_people_is_known_of_the_least_number() {
    use Qualifier::{About, AtLeast, AtMost, Between, Exact, LessThan, MoreThan};
    for (people, members) in [
        (value(40_000, Exact, None), value(200, Exact, None)),
        (value(40_000, Between, Some(50_000)), value(200, Between, Some(250))),
        (value(40_001, Between, Some(49_801)), value(201, Between, Some(250))),
        (value(40_000, About, None), value(200, About, None)),
        (value(40_001, AtLeast, None), value(201, AtLeast, None)),
        (value(40_001, AtMost, None), value(201, AtMost, None)),
        // 40,001 people need 201, and 40,101 too.
        (value(40_000, MoreThan, None), value(200, MoreThan, None)),
        (value(40_100, MoreThan, None), value(200, MoreThan, None)),
        // 39,999 people need 200, and 40,099 need 201.
        (value(40_000, LessThan, None), value(200, AtMost, None)),
        (value(40_100, LessThan, None), value(201, AtMost, None)),
    ] {
        assert_eq!(least(people), members, "{people:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_fill_carries_the_bounds() {
    let data = with_people(value(40_000, Qualifier::Between, Some(50_000)));
    let fill = MeasureId::new("coop_member_fill");
    assert!(data.measures.get(&fill).is_some_and(|one: &Measure| one.formula.is_some()));
    let query = Query {
        measure: fill,
        areas: AreaSelection { codes: vec!["X101".into()], ..AreaSelection::default() },
        by: vec![By::Area, By::Period],
        ..Query::default()
    };
    let answer = run(&data, &query);
    let figure = answer.rows[0].figure;
    // 412 members of 200 to 250.
    assert_eq!(figure.qualifier(), Some(Qualifier::Between), "{answer:?}");
    assert_eq!(figure.value().unwrap().rounded(1).to_string(), "164.8");
    let Figure::Value { upper: Some(upper), .. } = figure else { panic!("{figure:?}") };
    assert_eq!(upper.rounded(1).to_string(), "206.0");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_working_says_what_is_known() {
    let data = with_people(value(40_000, Qualifier::Between, Some(50_000)));
    let one = &data.observations[&ObservationId::new(LEAST)];
    assert_eq!(one.wording.upper, Some(Decimal::from_int(250)), "printed too");
    assert!(one.note.en.ends_with("rounded up: ⌈0.005 × (40,000–50,000)⌉ = (200–250)."));
    let note = strip_marks(&one.note.fa);
    assert!(note.ends_with("رو به بالا گردشده: ⌈۰٫۰۰۵ × (۴۰٬۰۰۰–۵۰٬۰۰۰)⌉ = (۲۰۰–۲۵۰)."), "{note}");
}
