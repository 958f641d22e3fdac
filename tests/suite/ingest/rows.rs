//! Rows that contradict themselves or each other.

use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{Fixture, assert_spoken};
use hamyar::model::AreaId;

#[wasm_bindgen_test(unsupported = test)]
fn a_row_that_contradicts_itself_is_left_out() {
    let cases = [
        ("observations.csv", "20,,provisional", "20,awaited,provisional", 6, "missing"),
        ("observations.csv", ",10,person,between,20,", ",,person,,,", 6, "value"),
        ("observations.csv", "between,20", "about,20", 6, "upper"),
        ("observations.csv", "between,20", "between,", 6, "upper"),
        ("observations.csv", "between,20", "between,9", 6, "upper"),
        ("observations.csv", ",10,person,", ",10,percent,", 6, "unit"),
        ("observations.csv", "percent,,,stated", "percent,,5,stated", 5, "upper"),
        (
            "observations.csv",
            "O4,unemployment,,target",
            "O4,unemployment,IR@1395,target",
            5,
            "group",
        ),
        ("group_members.csv", "01@1395,,unknown", "01@1395,0108@1395,unknown", 3, "area"),
        ("corrections.csv", "O2,700", "O2,701", 2, "printed"),
        (
            "measures.csv",
            "population_rural,population_total",
            "population_rural,",
            5,
            "denominator",
        ),
        ("areas.csv", "0108@1395,0108,", "0108@1395,0109,", 6, "id"),
    ];
    for (file, from, to, row, column) in cases {
        let fixture = Fixture::small().edit(file, from, to);
        fixture.finds("row/rejected", (file, row, column));
        assert_eq!(fixture.counts(), (35, 1), "{from}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_measure_is_kept_in_a_base_unit() {
    let fixture =
        Fixture::small().edit("measures.csv", "Facilities,rial", "Facilities,billion_rial");
    let found = &fixture.read().unwrap().diagnostics[0];
    assert_eq!((found.code, found.position.row), ("row/rejected", 2));
    assert_eq!(found.position.column, "unit");
}

#[wasm_bindgen_test(unsupported = test)]
fn figures_of_two_sources_are_no_pair() {
    let fixture = Fixture::small().edit("comparisons.csv", "O1,O2", "O1,O8").add(
        "observations.csv",
        "O8,facility_amount,01@1395,,1401,planned,,,7,billion_rial,exact,,,confirmed,,,,,CENSUS,,1,,,",
    );
    fixture.finds("row/rejected", ("comparisons.csv", 2, "to"));
}

/// The small package with a figure of another programme in its pair; `part` is its total.
fn pair_of_two_programmes(part: &str) -> Fixture {
    let figure = format!(
        "O8,facility_amount,01@1395,,1401,planned,,,7,billion_rial,exact,,,confirmed,,{part},,,S4,,1,,,"
    );
    Fixture::small().edit("comparisons.csv", "O1,O2", "O1,O8").add("observations.csv", &figure)
}

#[wasm_bindgen_test(unsupported = test)]
fn figures_of_two_programmes_are_no_pair() {
    pair_of_two_programmes("").finds("row/rejected", ("comparisons.csv", 2, "to"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_part_and_its_total_are_a_pair_also_of_two_programmes() {
    let pairs = pair_of_two_programmes("O1").read().unwrap().value.dataset.comparisons;
    assert_eq!(pairs.len(), 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_that_is_a_part_of_itself_is_left_out_with_its_parts() {
    let fixture = Fixture::small().edit(
        "observations.csv",
        "resistance_economy,O1,,,S4,not",
        "resistance_economy,O6,,,S4,not",
    );
    let diagnostics = fixture.read().unwrap().diagnostics;
    let places: Vec<_> = diagnostics
        .iter()
        .map(|found| (found.code, found.position.row, found.position.column.as_str()))
        .collect();
    assert_eq!(places, [("row/rejected", 4, "part_of"), ("row/rejected", 7, "part_of")]);
    assert_eq!(fixture.counts(), (34, 2));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_part_goes_with_the_whole_that_was_left_out() {
    let fixture = Fixture::small().edit("observations.csv", ",1.25,", ",x,");
    fixture.finds_among(2, "cell/not-a-number", ("observations.csv", 4, "value"));
    fixture.finds_among(2, "cell/unknown-reference", ("observations.csv", 7, "part_of"));
    assert_eq!(fixture.counts(), (34, 2));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_area_above_itself_is_left_out() {
    let fixture = Fixture::small()
        .add("areas.csv", "A@1395,A,1395,province,B@1395,الف,A,,")
        .add("areas.csv", "B@1395,B,1395,province,A@1395,ب,B,,");
    let diagnostics = fixture.read().unwrap().diagnostics;
    let places: Vec<_> = diagnostics
        .iter()
        .map(|found| (found.code, found.position.row, found.position.column.as_str()))
        .collect();
    assert_eq!(places, [("area/cycle", 7, "parent"), ("area/cycle", 8, "parent")]);
    assert_eq!(fixture.counts(), (36, 2));
    let areas = fixture.read().unwrap().value.dataset.areas;
    assert_eq!(areas.iter().count(), 5);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_area_without_its_parent_is_left_out_with_those_below() {
    let fixture = Fixture::small()
        .add("areas.csv", "A@1395,A,1395,province,Z@1395,الف,A,,")
        .add("areas.csv", "B@1395,B,1395,county,A@1395,ب,B,,");
    let diagnostics = fixture.read().unwrap().diagnostics;
    let places: Vec<_> = diagnostics.iter().map(|found| (found.code, found.position.row)).collect();
    assert_eq!(places, [("area/no-parent", 7), ("area/no-parent", 8)]);
    let areas = fixture.read().unwrap().value.dataset.areas;
    assert!(areas.get(&AreaId::new("B@1395")).is_none());
}

/// Code and row of what is found of further areas.
fn misplaced(rows: &[&str]) -> Vec<(&'static str, u32)> {
    let fixture = rows.iter().fold(Fixture::small(), |fixture, row| fixture.add("areas.csv", row));
    let read = fixture.read().unwrap();
    read.diagnostics.iter().for_each(assert_spoken);
    assert_eq!(read.value.counts.accepted, 36, "good rows stay");
    let places = read.diagnostics.iter().map(|found| (found.code, found.position.row));
    assert!(read.diagnostics.iter().all(|found| found.position.column == "parent"));
    places.collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn an_area_stands_below_one_of_a_higher_level_of_its_list() {
    let county = "A@1395,A,1395,county,0112@1395,الف,A,,";
    assert_eq!(misplaced(&[county]), [("area/level", 7)], "a county below a county");
    let province = "A@1395,A,1395,province,0112@1395,الف,A,,";
    let below = "B@1395,B,1395,county,A@1395,ب,B,,";
    let both = [("area/level", 7), ("area/no-parent", 8)];
    assert_eq!(misplaced(&[province, below]), both, "a province below a county");
    let other_list = "A@1390,A,1390,county,01@1395,الف,A,,";
    assert_eq!(misplaced(&[other_list]), [("area/level", 7)], "below a province of another list");
    let country = "A@1402,A,1402,country,IR@1395,الف,A,,";
    assert_eq!(misplaced(&[country]), [("area/level", 7)], "a country below anything");
    let no_list = Fixture::small().add("areas.csv", country).read().unwrap().value.dataset;
    assert_eq!(no_list.areas.divisions().count(), 2, "a list of no area is none");
}

#[wasm_bindgen_test(unsupported = test)]
fn an_area_that_stands_twice_keeps_the_first() {
    let fixture =
        Fixture::small().add("areas.csv", "0112@1395,0112,1395,county,IR@1395,دیگر,Other,,");
    fixture.finds("area/duplicate", ("areas.csv", 7, "id"));
    let areas = fixture.read().unwrap().value.dataset.areas;
    assert_eq!(areas.get(&AreaId::new("0112@1395")).unwrap().name.en, "Shaft");
}
