//! The open data that ships, and the marked example set.

use std::sync::OnceLock;

use hamyar::diag::{Diagnostic, Severity};
use hamyar::ingest::{Package, read_outlines};
use hamyar::model::{Dataset, Division, GroupId, Level, MeasureId, ObservationId};
use hamyar::number::Decimal;
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{Fixture, files};

pub(in crate::suite) fn open_data() -> Fixture {
    Fixture::new(
        include_str!("../../../www/data/datapackage.json"),
        &files!["../../../www/data/":
            "areas.csv", "tiles.csv", "measures.csv", "units.csv", "programmes.csv", "sources.csv",
            "observations.csv", "groups.csv", "group_members.csv", "population.csv", "labour.csv",
            "statements.csv", "comparisons.csv", "codes.csv", "corrections.csv", "rules.csv"],
    )
}

pub(in crate::suite) fn example() -> Fixture {
    Fixture::new(
        include_str!("../../../www/data/example/datapackage.json"),
        &files!["../../../www/data/example/":
            "areas.csv", "codes.csv", "measures.csv", "observations.csv", "programmes.csv",
            "sources.csv", "units.csv", "directives.csv", "submissions.csv", "organisations.csv",
            "projects.csv", "project_parties.csv", "cooperatives.csv", "coop_events.csv",
            "coop_years.csv", "groups.csv", "group_members.csv",
            "assemblies.csv", "supervisions.csv", "plans.csv", "actions.csv", "credit_lines.csv",
            "register_days.csv", "successions.csv", "records.csv", "rules.csv", "notes.csv",
            "revisions.csv"],
    )
}

/// The open data set, read once for all tests: reading takes seconds in wasm without optimisation.
pub(in crate::suite) fn open_dataset() -> Dataset {
    static READ: OnceLock<Dataset> = OnceLock::new();
    READ.get_or_init(|| tabulated(&open_data())).clone()
}

/// The marked example set.
pub(in crate::suite) fn example_dataset() -> Dataset {
    static READ: OnceLock<Dataset> = OnceLock::new();
    READ.get_or_init(|| tabulated(&example())).clone()
}

/// Figures made up for every kind of chart and its hard cases.
pub(in crate::suite) fn gallery_dataset() -> Dataset {
    static READ: OnceLock<Dataset> = OnceLock::new();
    // It has no words of its own for codes.
    let fixture = || {
        Fixture::new(
            include_str!("../../../www/data/gallery/datapackage.json"),
            &files!["../../../www/data/gallery/":
                "areas.csv", "tiles.csv", "measures.csv", "units.csv", "programmes.csv",
                "sources.csv", "observations.csv", "comparisons.csv", "directives.csv",
                "submissions.csv"],
        )
    };
    let read = || {
        let mut dataset = tabulated(&fixture());
        #[cfg(feature = "complete")]
        dataset.name_codes();
        let ground = include_bytes!("../../../www/data/gallery/ground.json");
        dataset.outlines = read_outlines(ground, &dataset.areas).unwrap().outlines;
        "ground.json".clone_into(&mut dataset.outlines.file);
        dataset
    };
    READ.get_or_init(read).clone()
}

/// As a page opens it: with what is counted from its registers.
fn tabulated(fixture: &Fixture) -> Dataset {
    let mut dataset = without_errors(fixture).dataset;
    tabulate(&mut dataset);
    dataset
}

fn without_errors(fixture: &Fixture) -> Package {
    let reported = fixture.read().unwrap();
    let is_worse = |found: &&Diagnostic| found.severity > Severity::Note;
    assert_eq!(
        reported.diagnostics.iter().filter(is_worse).collect::<Vec<_>>(),
        Vec::<&Diagnostic>::new()
    );
    reported.value
}

#[wasm_bindgen_test(unsupported = test)]
fn every_row_of_the_open_data_is_taken() {
    let fixture = open_data();
    let rows: usize = fixture
        .files
        .values()
        .map(|bytes| hamyar::ingest::Table::parse(bytes).unwrap().rows())
        .sum();
    let package = without_errors(&fixture);
    assert_eq!(package.counts.read as usize, rows);
    assert_eq!((package.counts.accepted, package.counts.rejected), (package.counts.read, 0));
    assert!(!package.dataset.example);
}

#[wasm_bindgen_test(unsupported = test)]
fn figures_counties_and_places_are_all_there() {
    let dataset = without_errors(&open_data()).dataset;
    let printed = dataset.observations.keys().filter(|id| !id.as_str().contains('/')).count();
    assert_eq!(printed, 283);
    for (division, counties) in [(1390, 397), (1395, 429), (1402, 482)] {
        let found = dataset.areas.at_level(Division(division), Level::County, None).count();
        assert_eq!(found, counties, "{division}");
        let found = dataset.areas.at_level(Division(division), Level::Province, None).count();
        assert_eq!(found, 31, "{division}");
    }
    let target = &dataset.groups[&GroupId::new("target31")];
    assert_eq!((target.members.len(), target.known().count()), (31, 24));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_figures_of_s4_are_exact() {
    let dataset = without_errors(&open_data()).dataset;
    let value = |id: &str| dataset.observations[&ObservationId::new(id)].figure.value().unwrap();
    assert_eq!(value("O017"), Decimal::from_int(580_000_000_000));
    assert_eq!(value("O016"), Decimal::from_int(700_000_000_000));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_census_gives_a_figure_for_every_filled_cell() {
    let fixture = open_data();
    let dataset = without_errors(&fixture).dataset;
    let table = hamyar::ingest::Table::parse(fixture.files.get("population.csv").unwrap()).unwrap();
    for measure in ["population_total", "households"] {
        let column = table.column(measure).unwrap();
        let filled = (0..table.rows()).filter(|index| !table.cell(*index, column).is_empty());
        let id = MeasureId::new(measure);
        let figures = dataset.observations.values().filter(|figure| figure.measure == id);
        let of_the_table = figures.filter(|figure| figure.id.as_str().starts_with("population/"));
        assert_eq!(of_the_table.count(), filled.count(), "{measure}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_example_says_that_it_is_one() {
    let package = without_errors(&example());
    assert!(package.dataset.example);
    assert!(package.counts.read > 200);
}

#[wasm_bindgen_test(unsupported = test)]
fn two_agreements_are_no_pair_but_a_part_of_another_budget_is() {
    let fixture = open_data().add("comparisons.csv", "K13,quota_paid,O174,O176,a,b,,");
    fixture.finds("row/rejected", ("comparisons.csv", 14, "to"));
    let known = open_dataset().comparisons;
    assert!(known.iter().any(|pair| pair.id.as_str() == "K07"));
    assert_eq!(known.len(), 12);
}
