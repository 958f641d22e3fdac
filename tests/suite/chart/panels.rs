//! The same chart once for each value of a field.

use std::collections::BTreeSet;

use hamyar::chart::{Mark, Scene, Step, hit, next};
use hamyar::model::Dataset;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::dataset;
use super::axes::{drawn, series};
use super::labels::clashes;
use super::{LANGS, plain};

const COUNTIES: [&str; 4] = ["0101", "0102", "0201", "0202"];

/// Four counties of very different size over six years.
fn counties() -> Dataset {
    let years: Vec<String> = (1396..1402).map(|year| year.to_string()).collect();
    let of = |(place, code): (usize, &&str)| {
        series(code, &years, |index| 10_i64.pow(place as u32 + 1) + index as i64)
    };
    dataset(COUNTIES.iter().enumerate().flat_map(of).collect())
}

fn panels(mark: &str, lang: Lang, width: f64) -> Scene {
    drawn(&counties(), mark, r#""facet": "area""#, lang, width)
}

fn middle(mark: &Mark) -> (f64, f64) {
    let target = mark.target;
    (target.x.css() + target.width.css() / 2.0, target.y.css() + target.height.css() / 2.0)
}

/// Left and right end of a panel's marks.
fn ends(scene: &Scene, panel: usize) -> [f64; 2] {
    let places =
        || scene.marks.iter().filter(|mark| mark.panel == panel).map(|mark| middle(mark).0);
    [places().fold(f64::INFINITY, f64::min), places().fold(f64::NEG_INFINITY, f64::max)]
}

#[wasm_bindgen_test(unsupported = test)]
fn panels_are_read_from_the_side_where_reading_starts() {
    for (lang, width, columns) in
        [(Lang::Fa, 720.0, 2), (Lang::En, 720.0, 2), (Lang::Fa, 328.0, 1), (Lang::En, 1600.0, 4)]
    {
        for mark in ["bar", "line", "area"] {
            let scene = panels(mark, lang, width);
            let count: BTreeSet<usize> = scene.marks.iter().map(|mark| mark.panel).collect();
            assert_eq!(count.len(), 4, "{mark} {lang:?} {width}");
            for panel in 1..4 {
                let [before, own] = [ends(&scene, panel - 1), ends(&scene, panel)];
                let is_after = match (panel % columns, lang) {
                    (0, _) => continue,
                    (_, Lang::Fa) => own[1] < before[0],
                    (_, Lang::En) => before[1] < own[0],
                };
                assert!(is_after, "{mark} {lang:?} {width}: {before:?} and {own:?}");
            }
            assert!(scene.marks.iter().map(|mark| mark.panel).is_sorted(), "panel by panel");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn no_label_of_a_panel_runs_into_another() {
    for mark in ["bar", "line", "area"] {
        for lang in LANGS {
            for width in [328.0, 560.0, 720.0, 1100.0, 1600.0] {
                let name = format!("{mark} {width}");
                assert_eq!(clashes(&name, &panels(mark, lang, width)), Vec::<String>::new());
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn all_panels_have_one_scale() {
    let scene = panels("bar", Lang::En, 720.0);
    let long = |value: &str| {
        let mark = scene
            .marks
            .iter()
            .find(|mark| plain(&scene.said[mark.row].tip.value).starts_with(value));
        mark.unwrap().target.width.css()
    };
    assert!(
        long("10,000") > 6.0 * long("1,000"),
        "a tenth as long, as far as a pointer can hit it"
    );
    let scene = panels("line", Lang::En, 720.0);
    let heights = |panel: usize| {
        let marks = scene.marks.iter().filter(move |mark| mark.panel == panel);
        marks.map(|mark| middle(mark).1).fold(f64::INFINITY, f64::min)
    };
    assert!(heights(0) > heights(1), "10 stands below 100 of the panel beside it");
}

#[wasm_bindgen_test(unsupported = test)]
fn marks_of_panels_name_their_rows_and_answer_the_pointer() {
    for mark in ["bar", "line", "area"] {
        let scene = panels(mark, Lang::En, 720.0);
        let rows: BTreeSet<usize> = scene.marks.iter().map(|mark| mark.row).collect();
        assert_eq!(rows.len(), scene.table.rows.len(), "{mark}: each row has one mark");
        for (index, one) in scene.marks.iter().enumerate() {
            let (x, y) = middle(one);
            let at = hamyar::chart::Point {
                x: hamyar::chart::Px((x * 8.0) as i32),
                y: hamyar::chart::Px((y * 8.0) as i32),
            };
            assert_eq!(hit(&scene, at), Some(index), "{mark}");
            let cells = &scene.table.rows[one.row];
            let area =
                scene.said[one.row].key.split("area=").nth(1).unwrap().split('@').next().unwrap();
            assert!(cells.iter().any(|cell| cell.text == area), "{mark}: {area} {cells:?}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn arrows_lead_into_every_panel() {
    for (mark, lang) in [("bar", Lang::Fa), ("line", Lang::Fa), ("area", Lang::En)] {
        let scene = panels(mark, lang, 720.0);
        let (mut seen, mut at) = (vec![0], 0);
        while at < seen.len() {
            for key in [Step::Left, Step::Right, Step::Up, Step::Down] {
                let to = next(&scene, seen[at], key);
                if !seen.contains(&to) {
                    seen.push(to);
                }
            }
            at += 1;
        }
        assert_eq!(seen.len(), scene.marks.len(), "{mark}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn more_than_twelve_panels_are_told_in_a_note() {
    let years: Vec<String> = (1381..1401).map(|year| year.to_string()).collect();
    let data =
        dataset(COUNTIES.iter().flat_map(|code| series(code, &years, |one| one as i64)).collect());
    let scene = drawn(&data, "bar", r#""facet": "period""#, Lang::En, 720.0);
    let panels: BTreeSet<usize> = scene.marks.iter().map(|mark| mark.panel).collect();
    assert_eq!(panels.len(), 12);
    assert_eq!(scene.table.rows.len(), 80);
    assert!(scene.notes.iter().any(|note| note.contains("8 more")), "{:?}", scene.notes);
}
