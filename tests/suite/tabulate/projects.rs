//! Joint projects whose amounts are not all told, or still planned.

use hamyar::check::check;
use hamyar::model::{Dataset, Figure, Missing, ObservationId, Qualifier, Scenario, Verdict};
use hamyar::number::Decimal;
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::fixture::Fixture;
use crate::suite::ingest::open_data::example;

fn counted(from: &str, to: &str) -> Dataset {
    tabulated(example().edit("projects.csv", from, to))
}

fn tabulated(data: Fixture) -> Dataset {
    let mut data = data.read().unwrap().value.dataset;
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

/// Shares of the three parties of the first project.
fn of_three(shares: [&str; 3]) -> Fixture {
    let rows = ["XO1,X101@1402", "XO2,X102@1402", "XO3,X103@1402"];
    let parties = rows.iter().zip(shares).map(|(party, share)| format!("XP1,{party},{share}\n"));
    example().edit(
        "project_parties.csv",
        "XP1,XO1,X101@1402,60\nXP1,XO2,X102@1402,40\n",
        &parties.collect::<String>(),
    )
}

#[wasm_bindgen_test(unsupported = test)]
fn parts_by_rounded_shares_are_the_whole_again() {
    // 64 billion of another project fall to the first and the last by 25 and 75 percent.
    for (shares, parts) in [
        (["33.3", "33.3", "33.3"], [49_333_333_333_i64, 33_333_333_334, 81_333_333_333]),
        (["33.4", "33.4", "33.3"], [49_366_633_367, 33_366_633_366, 81_266_733_267]),
        (["33.33", "33.33", "33.34"], [49_330_000_000, 33_330_000_000, 81_340_000_000]),
    ] {
        let data = tabulated(of_three(shares));
        let places = ["X101@1402/1402", "X102@1402/1402", "X103@1402/1402"];
        let found = places.map(|place| cost(&data, place));
        assert_eq!(
            found,
            parts.map(|part| Some(Figure::exact(Decimal::from_int(part)))),
            "{shares:?}"
        );
        assert_eq!(parts.iter().sum::<i64>(), 164_000_000_000);
        let share = ObservationId::new("joint_project_share/XP1/XO1");
        let stated = Decimal::parse(shares[0]).unwrap();
        assert_eq!(data.observations[&share].figure, Figure::exact(stated), "as stated");
        let report = check(&data, &[]);
        let of = |rule: &str| report.findings.iter().find(|one| one.check == rule).unwrap();
        assert_eq!(of("E06").verdict, Verdict::Pass, "{:?}", of("E06").message);
    }
}

/// What V14 does not let pass as rounded is not mended: the sum says that something is missing.
#[wasm_bindgen_test(unsupported = test)]
fn shares_that_are_no_whole_are_taken_as_they_are() {
    let data = tabulated(of_three(["33", "33", "33"]));
    assert_eq!(cost(&data, "X102@1402/1402"), Some(Figure::exact(billions(33))));
}
