//! The formation board of the example set: nothing of it is typed but the aims.

use hamyar::model::{Dataset, Figure, Missing, Observation, ObservationId, Scenario};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::{example, example_dataset};

fn observation<'a>(data: &'a Dataset, id: &str) -> &'a Observation {
    data.observations.get(&ObservationId::new(id)).unwrap_or_else(|| panic!("{id}"))
}

fn value(data: &Dataset, id: &str) -> String {
    observation(data, id).figure.value().unwrap_or_else(|| panic!("{id}")).to_string()
}

#[wasm_bindgen_test(unsupported = test)]
fn the_formation_board_is_counted_from_the_registers() {
    let data = example_dataset();
    assert_eq!(value(&data, "coop_stage/X101@1402/1402-12-29"), "9");
    assert_eq!(value(&data, "coop_development_members/X101@1402/1402"), "412");
    assert_eq!(value(&data, "coop_development_capital/X101@1402/1402"), "18500000000");
    assert_eq!(value(&data, "coop_projects_handed/X101@1402/1402-12-29"), "6");
    assert_eq!(value(&data, "coop_projects_handed/X105@1402/1402-12-29"), "0", "nought is a count");
    let read = example().read().unwrap().value.dataset;
    for measure in
        ["coop_stage", "coop_members_required", "coop_development_members", "coop_projects_handed"]
    {
        let typed = read.observations.values().filter(|one| one.measure.as_str() == measure);
        assert_eq!(typed.count(), 0, "{measure}");
    }
    let capital = |one: &&Observation| one.measure.as_str() == "coop_development_capital";
    assert!(
        read.observations
            .values()
            .filter(capital)
            .all(|one| one.scenario == Some(Scenario::Target))
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn the_legal_minimum_shows_its_working() {
    let data = example_dataset();
    let least = observation(&data, "coop_members_required/X101@1402/1402");
    assert_eq!(least.figure.value().unwrap().to_string(), "242");
    assert_eq!(least.scope.en, "⌈0.005 × 48,210⌉");
    assert_eq!(least.scope.fa, "\u{2066}⌈۰٫۰۰۵ × ۴۸٬۲۱۰⌉\u{2069}");
    assert_eq!(
        least.note.en,
        "Half a percent of the people of the county in Shahrivar 1402, rounded up: ⌈0.005 × 48,210⌉ = 242."
    );
    assert!(least.note.fa.contains("در شهریور ۱۴۰۲، رو به بالا گردشده"), "{}", least.note.fa);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_cooperative_that_tells_nothing_is_absent_for_a_reason() {
    let data = example_dataset();
    let members = |county: &str| {
        observation(&data, &format!("coop_development_members/{county}@1402/1402")).figure
    };
    assert_eq!(members("X105"), Figure::Missing(Missing::NotApplicable), "no more than a request");
    assert_eq!(members("X106"), Figure::Missing(Missing::NotReported), "in its membership drive");
    assert_eq!(members("X111"), Figure::Missing(Missing::NotReported), "troubled");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_project_is_handed_to_a_cooperative_of_the_register() {
    let copy = example().edit("projects.csv", "X106@1402,XC43\n", "X106@1402,XC99\n");
    copy.finds("cell/unknown-reference", ("projects.csv", 16, "cooperative"));
}
