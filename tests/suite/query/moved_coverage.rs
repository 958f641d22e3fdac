//! How much is told of sums of figures that were moved into the borders of a later list.

use hamyar::model::{Dataset, Division, Level, MeasureId, ObservationId, in_boundaries};
use hamyar::query::{All, AreaSelection, By, Coverage, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

use super::boundaries::{HEAD, history_of, told};
use crate::suite::ingest::open_data::open_dataset;

fn sum(measure: &str, level: Level, within: Option<&str>) -> Query {
    Query {
        measure: MeasureId::new(measure),
        by: vec![By::Period],
        areas: AreaSelection {
            level: Some(level),
            within: All(within.map(str::to_owned).into_iter().collect()),
            ..AreaSelection::default()
        },
        ..Query::default()
    }
}

/// The value and the coverage of each row.
fn rows(data: &Dataset, query: &Query) -> Vec<(String, [u32; 2])> {
    let answer = run(data, query);
    assert!(answer.refused.is_empty(), "{:?}", answer.refused);
    let row = |Coverage { reported, expected }| [reported, expected];
    let shown = |row: &hamyar::query::Row| row.figure.value().unwrap().trimmed().to_string();
    answer.rows.iter().map(|one| (shown(one), row(one.coverage))).collect()
}

fn census(mut query: Query) -> Query {
    query.periods = vec!["1390".into()];
    query
}

/// Most counties of 1390 have no place in a later list; their sum is as whole as it was, and as partial.
#[wasm_bindgen_test(unsupported = test)]
fn a_sum_tells_as_much_in_later_borders_as_in_its_own() {
    let whole = open_dataset();
    let mut partial = whole.clone();
    for county in ["0101", "2801", "2102"] {
        let id = ObservationId::new(format!("population/1390/{county}/population_total"));
        assert!(partial.observations.remove(&id).is_some());
    }
    let country = census(sum("population_total", Level::County, None));
    for (data, reported) in [(&whole, 397), (&partial, 394)] {
        let own = rows(data, &country);
        assert_eq!(own[0].1, [reported, 397]);
        for list in [1395, 1402] {
            let mut moved = data.clone();
            in_boundaries(&mut moved, Division(list));
            assert_eq!(rows(&moved, &country), own, "{list}");
            let provinces = census(sum("population_total", Level::Province, None));
            assert_eq!(rows(&moved, &provinces)[0].1, [31, 31], "{list}");
            let province = census(sum("population_total", Level::County, Some("28")));
            assert_eq!(rows(&moved, &province), rows(data, &province), "{list}");
        }
    }
}

/// The first is divided between two heirs, the second merged with the third: each is one of
/// three counties, wherever its parts stand.
#[wasm_bindgen_test(unsupported = test)]
fn what_was_divided_or_added_counts_as_what_was_told() {
    let steps = "kind,from,to,day,share\nsplit,X11@1395,X11@1402,1400-05-01,70\nsplit,X11@1395,X14@1402,1400-05-01,30\nmerge,X12@1395,X15@1402,1399-01-01,100\nmerge,X13@1395,X15@1402,1399-01-01,100\n";
    let figure = |id: &str, county: &str, value: &str| {
        format!("{id},people,{county}@1395,1396,actual,{value},person,E\n")
    };
    let [a, b, c] = [("A", "X11", "1000"), ("B", "X12", "300"), ("C", "X13", "200")]
        .map(|(id, county, value)| figure(id, county, value));
    let asked = |figures: &[&str]| {
        let mut data = told(&history_of(steps, &format!("{HEAD}\n{}", figures.concat())));
        in_boundaries(&mut data, Division(1402));
        rows(&data, &sum("people", Level::County, None))
    };
    let row = |value: &str, coverage| vec![(value.to_owned(), coverage)];
    assert_eq!(asked(&[&a, &b, &c]), row("1500", [3, 3]));
    assert_eq!(asked(&[&a, &b]), row("1300", [2, 3]), "B is about a part of its heir");
    assert_eq!(asked(&[&a]), row("1000", [1, 3]));
    let mut data = told(&history_of(steps, &format!("{HEAD}\n{a}{b}{c}")));
    in_boundaries(&mut data, Division(1402));
    let mut without = sum("people", Level::County, None);
    without.areas.except = vec!["X11".into(), "X14".into()];
    assert_eq!(rows(&data, &without), row("500", [2, 2]));
}
