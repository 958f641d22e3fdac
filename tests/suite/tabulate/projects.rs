//! Joint projects whose amounts are not all told, or still planned.

use hamyar::model::{Dataset, Figure, Missing, ObservationId, Qualifier, Scenario};
use hamyar::number::Decimal;
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::example;

fn counted(from: &str, to: &str) -> Dataset {
    let mut data = example().edit("projects.csv", from, to).read().unwrap().value.dataset;
    tabulate(&mut data);
    data
}

fn cost(data: &Dataset, place: &str) -> Option<Figure> {
    let id = ObservationId::new(format!("joint_project_cost/{place}"));
    data.observations.get(&id).map(|one| one.figure)
}

fn billions(value: i64) -> Decimal {
    Decimal::from_int(value * 1_000_000_000)
}

#[wasm_bindgen_test(unsupported = test)]
fn row_19_what_is_planned_is_not_added_to_what_is_in_hand() {
    let data = counted("XP1", "XP1");
    assert_eq!(cost(&data, "joint-three/1402"), Some(Figure::exact(billions(164))));
    assert_eq!(cost(&data, "joint-three/1402/planned"), Some(Figure::exact(billions(250))));
    assert_eq!(cost(&data, "X102@1402/1402"), Some(Figure::exact(billions(40))));
    assert_eq!(cost(&data, "X102@1402/1402/planned"), Some(Figure::exact(billions(125))));
    assert_eq!(cost(&data, "X101@1402/1402/planned"), None, "it has no part in it");
    let planned = ObservationId::new("joint_project_cost/joint-three/1402/planned");
    assert_eq!(data.observations[&planned].scenario, Some(Scenario::Planned));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_cost_that_is_not_told_is_not_nought() {
    let data = counted("1402,in_hand,100,30", "1402,in_hand,,");
    let at_least = |value| {
        let (value, qualifier) = (billions(value), Qualifier::AtLeast);
        Some(Figure::Value { value, qualifier, upper: None })
    };
    assert_eq!(cost(&data, "joint-three/1402"), at_least(64), "64 and what the other costs");
    assert_eq!(cost(&data, "X101@1402/1402"), at_least(16));
    assert_eq!(cost(&data, "X102@1402/1402"), Some(Figure::Missing(Missing::NotReported)));
    let count = ObservationId::new("joint_project_count/joint-three/1402");
    assert_eq!(data.observations[&count].figure, Figure::exact(Decimal::from_int(2)));
}
