//! Registers: what is read, what is refused, and what is counted.

mod cooperatives;
#[cfg(feature = "desk")]
mod course;
mod credit_lines;
mod formation;
mod oversight;
mod plans;
mod random;
mod refused;

use std::sync::OnceLock;

use hamyar::model::{Cooperative, Dataset, Figure, Observation, ObservationId};
use hamyar::number::Decimal;
use hamyar::tabulate::tabulate;

use super::ingest::fixture::{Fixture, files};

/// A made-up country of three counties with twelve cooperatives.
pub(in crate::suite) fn example() -> Fixture {
    Fixture::new(
        include_str!("../fixtures/registers/datapackage.json"),
        &files!["../fixtures/registers/":
            "units.csv", "areas.csv", "measures.csv", "programmes.csv", "sources.csv", "codes.csv",
            "observations.csv", "rules.csv", "cooperatives.csv", "coop_events.csv",
            "coop_years.csv", "register_days.csv", "assemblies.csv", "supervisions.csv", "organisations.csv", "plans.csv", "actions.csv", "credit_lines.csv"],
    )
}

/// The package read without any finding, and counted once for all tests.
fn counted() -> &'static Dataset {
    static READ: OnceLock<Dataset> = OnceLock::new();
    READ.get_or_init(|| {
        let read = example().read().unwrap();
        assert_eq!(read.diagnostics, []);
        let mut dataset = read.value.dataset;
        tabulate(&mut dataset);
        dataset
    })
}

fn observation(id: &str) -> &'static Observation {
    counted().observations.get(&ObservationId::new(id)).unwrap_or_else(|| panic!("{id}"))
}

fn figure(id: &str) -> Figure {
    observation(id).figure
}

/// The value of an exact figure as it would be written.
fn exact(id: &str) -> String {
    let figure = figure(id);
    assert_eq!(figure, Figure::exact(figure.value().unwrap()), "{id}");
    figure.value().unwrap().to_string()
}

fn whole(number: i64) -> Decimal {
    Decimal::from_int(number)
}

fn all(dataset: &Dataset) -> Vec<&Cooperative> {
    dataset.registers.cooperatives.iter().collect()
}
