//! Everything but figures in two offline copies: areas, units, codes, documents, records.

use std::collections::BTreeSet;

use hamyar::diag::Bilingual;
use hamyar::export::data_package;
use hamyar::ingest::{Files, read_package};
use hamyar::model::{
    Area, AreaId, AreaTree, Dataset, Division, Level, OrganisationId, Revision, Unit, UnitId,
};
use hamyar::store::{Merged, merge};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::export::random;

/// All files of a package but figures and their changes.
fn rest(merged: &Merged) -> Vec<(String, Vec<u8>)> {
    let mut dataset = merged.dataset.clone();
    dataset.observations = Default::default();
    dataset.revisions = Vec::new();
    data_package(&dataset)
}

fn names(merged: &Merged) -> Vec<String> {
    merged.differing.iter().map(|one| format!("{}/{}", one.table, one.id)).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn the_rest_merges_in_any_order_and_as_often_as_one_likes() {
    let mut kinds = BTreeSet::new();
    for seed in 0..40 {
        let [a, b, c] = [seed, seed + 100, seed + 200].map(random::dataset);
        let ab = merge(&a, &b);
        assert_eq!(rest(&ab), rest(&merge(&b, &a)), "{seed}: commutative");
        assert_eq!(ab.dataset.registers, merge(&b, &a).dataset.registers);
        assert_eq!(names(&ab), names(&merge(&b, &a)));
        let marked = a.follow_up.union(&b.follow_up).cloned().collect();
        assert_eq!(ab.dataset.follow_up, marked, "a mark of either copy stays");
        let left = merge(&ab.dataset, &c);
        let right = merge(&a, &merge(&b, &c).dataset);
        assert_eq!(rest(&left), rest(&right), "{seed}: associative");
        let again = merge(&ab.dataset, &ab.dataset);
        assert_eq!((rest(&again), names(&again)), (rest(&ab), vec![]), "{seed}: idempotent");
        assert_eq!(rest(&merge(&a, &a)), data_package_of(&a));
        assert_eq!(rest(&merge(&ab.dataset, &b)), rest(&ab), "nothing new");
        kinds.extend(ab.differing.iter().map(|one| one.table));
    }
    let all = [
        "areas",
        "units",
        "codes",
        "tiles",
        "successions",
        "measures",
        "programmes",
        "sources",
        "groups",
        "statements",
        "legends",
        "corrections",
        "notes",
        "organisations",
        "projects",
        "reporting_sets",
        "directives",
        "cooperatives",
        "plans",
        "actions",
        "credit_lines",
        "records",
        "register_days",
        "datapackage",
    ];
    for table in all {
        assert!(kinds.contains(table), "{table} never differed: {kinds:?}");
    }
}

fn data_package_of(dataset: &Dataset) -> Vec<(String, Vec<u8>)> {
    rest(&Merged { dataset: dataset.clone(), ..Merged::default() })
}

/// The changes of figures too, several of them on one day.
#[wasm_bindgen_test(unsupported = test)]
fn changes_merge_in_any_order_and_keep_theirs() {
    for seed in 0..40 {
        let [a, b, c] = [seed, seed + 100, seed + 200].map(random::dataset);
        let ab = merge(&a, &b).dataset;
        assert_eq!(ab.revisions, merge(&b, &a).dataset.revisions);
        let left = merge(&ab, &c).dataset.revisions;
        assert_eq!(left, merge(&a, &merge(&b, &c).dataset).dataset.revisions);
        for pair in left.windows(2) {
            let is_one = pair[0].observation == pair[1].observation;
            assert!(pair[0].recorded <= pair[1].recorded);
            assert!(
                !is_one || pair[0].recorded < pair[1].recorded || pair[0].change <= pair[1].change
            );
        }
    }
}

/// Each copy numbers its own changes of a day from 1: both are written and read again.
#[wasm_bindgen_test(unsupported = test)]
fn changes_of_one_number_come_back() {
    let mut together = 0;
    for seed in 0..80 {
        let merged = merge(&random::dataset(seed), &random::dataset(seed + 100)).dataset;
        let files: Files = data_package(&merged).into_iter().collect();
        let descriptor = serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
        let read = read_package(&descriptor, &files).unwrap();
        // Figures that were changed apart may make other rows unsound, and that is said of those.
        assert!(read.diagnostics.iter().all(|one| one.position.file != "revisions.csv"));
        assert_eq!(read.value.dataset.revisions, merged.revisions);
        let place = |one: &Revision| (one.observation.clone(), one.recorded, one.change);
        let places: BTreeSet<_> = merged.revisions.iter().map(place).collect();
        together += merged.revisions.len() - places.len();
    }
    assert!(together > 20, "{together} changes share their number with another");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_only_one_copy_has_joins_and_what_differs_is_named() {
    let base = (0..9).map(random::dataset).find(|one| !one.registers.is_empty()).unwrap();
    let (mut one, mut other) = (base.clone(), base.clone());
    let unit = |name: &str| Unit {
        id: UnitId::new("acre"),
        base: UnitId::new("acre"),
        exponent: 0,
        name: Bilingual::new(name, ""),
    };
    one.units.insert(unit("جریب"));
    other.registers.organisations[0].name.fa = "نام دیگر".to_owned();
    let id = other.registers.organisations[0].id.clone();
    let mut added = other.registers.organisations[1].clone();
    added.id = OrganisationId::new("new");
    other.registers.organisations.push(added);
    other.codes.add("sector", "roads", Bilingual::new("راه", ""), Bilingual::default());
    let merged = merge(&one, &other);
    assert_eq!(names(&merged), [format!("organisations/{id}")]);
    assert!(merged.dataset.units.get(&UnitId::new("acre")).is_some());
    assert!(merged.dataset.codes.get("sector", "roads").is_some());
    assert_eq!(merged.dataset.registers.organisations.len(), 4);
    other.units.insert(unit("هکتار"));
    let differing = names(&merge(&one, &other));
    assert_eq!(differing, [format!("organisations/{id}"), "units/acre".to_owned()]);
}

/// Each of two areas stands above the other in one copy: neither can be kept, and both are named.
#[wasm_bindgen_test(unsupported = test)]
fn areas_that_turn_in_a_circle_are_refused_by_name() {
    let area = |code: &str, level: Level, parent: Option<&str>| Area {
        id: AreaId::new(format!("{code}@1402")),
        code: code.to_owned(),
        division: Division(1402),
        level,
        parent: parent.map(AreaId::new),
        name: Bilingual::new(code, code),
        aliases: Vec::new(),
        continues: None,
    };
    let copy = |rows: Vec<Area>| Dataset { areas: AreaTree::new(rows).value, ..Dataset::default() };
    let two = |above: &str, below: &str| {
        let over = format!("{above}@1402");
        let rows = [
            area("T", Level::Country, None),
            area(above, Level::Province, Some("T@1402")),
            area(below, Level::County, Some(&over)),
        ];
        copy(rows.to_vec())
    };
    let (one, other) = (two("B", "A"), two("A", "B"));
    let merged = merge(&one, &other);
    assert_eq!(names(&merged), ["areas/A@1402", "areas/B@1402"]);
    let codes: Vec<&str> = merged.refused.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["area/cycle", "area/cycle"]);
    assert_eq!(merge(&other, &one).refused, merged.refused);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_later_version_is_kept_number_by_number() {
    for (earlier, later) in [
        ("9", "10"),
        ("1.9.3", "1.10"),
        ("1.0", "1.0.1"),
        ("1.0-draft", "1.0"),
        ("1.0-draft.2", "1.0-draft.10"),
        ("", "0"),
        ("1402.09", "1402.11"),
    ] {
        let [one, other] =
            [earlier, later].map(|one| Dataset { version: one.to_owned(), ..Dataset::default() });
        for merged in [merge(&one, &other), merge(&other, &one)] {
            assert_eq!(merged.dataset.version, later);
        }
    }
}
