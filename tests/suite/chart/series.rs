//! A view may name the field whose values are its series.

use std::collections::BTreeSet;

use hamyar::chart::{Dash, Geometry, Item, Options, Scene, View, layout};
use hamyar::model::{Dataset, Observation, Scenario};
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation};
use super::labels;

fn drawn(data: &Dataset, mark: &str, color: &str) -> Scene {
    hiding(data, mark, color, "")
}

fn hiding(data: &Dataset, mark: &str, color: &str, hide: &str) -> Scene {
    let view = format!(
        r#"{{"query": {{"measure": "jobs", "areas": {{"level": "county"}},
        "by": ["area", "period", "scenario"]}},
        "mark": "{mark}", "encoding": {{"color": "{color}", "hide": [{hide}]}}}}"#
    );
    let view: View = serde_json::from_str(&view).unwrap();
    let options = Options { width: 720.0, lang: Lang::En, direction: None };
    layout(data, &run(data, &view.query), &view, &options)
}

/// Two counties, two years, the second planned.
fn counties() -> Dataset {
    let one = |code: &str, year: &str, value: &str, scenario| {
        let one = observation(&format!("{code}-{year}"), "jobs", code, year, value);
        Observation { scenario: Some(scenario), ..one }
    };
    dataset(vec![
        one("0101", "1395", "10", Scenario::Actual),
        one("0101", "1396", "20", Scenario::Planned),
        one("0102", "1395", "30", Scenario::Actual),
        one("0102", "1396", "40", Scenario::Planned),
    ])
}

fn series(scene: &Scene) -> usize {
    scene.marks.iter().map(|mark| mark.series).collect::<BTreeSet<_>>().len()
}

#[wasm_bindgen_test(unsupported = test)]
fn the_series_of_a_line_are_the_values_of_the_named_field() {
    let data = counties();
    assert_eq!(series(&drawn(&data, "line", "")), 4, "area and stage both differ");
    for field in ["area", "stage", "period"] {
        assert_eq!(series(&drawn(&data, "line", field)), 2, "{field}");
    }
    assert_eq!(series(&drawn(&data, "line", "measure")), 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_are_not_named_by_the_field_that_their_series_are() {
    let data = counties();
    let names = |color| -> Vec<String> {
        let scene = drawn(&data, "bar", color);
        labels(&scene).map(|label| label.text.clone()).collect()
    };
    let has = |names: &[String], text: &str| names.iter().any(|name| name == text);
    assert!(has(&names(""), "0101"));
    let by_area = names("area");
    assert!(has(&by_area, "1395") && !has(&by_area, "0101"), "{by_area:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_line_that_is_left_out_is_named_and_the_others_keep_their_colours() {
    let data = counties();
    let whole = drawn(&data, "line", "area");
    let scene = hiding(&data, "line", "area", r#""0101""#);
    let own: Vec<_> = whole.marks.iter().filter(|mark| mark.series == 1).collect();
    assert_eq!(scene.marks.len(), own.len());
    for (mark, before) in scene.marks.iter().zip(own) {
        assert_eq!((mark.series, scene.said_of(mark)), (1, whole.said_of(before)));
        let inks =
            |items: &[hamyar::chart::Item]| format!("{items:?}").matches("Category(3)").count();
        assert_eq!(inks(&mark.items), inks(&before.items));
    }
    assert!(scene.notes.contains(&"Lines left out: 0101.".to_owned()), "{:?}", scene.notes);
    assert_eq!(scene.table.rows.len(), 2);
    assert!(!scene.description.long.contains("0101"), "{}", scene.description.long);
    // A name that there is none of, and a picture without lines, leave nothing out.
    assert_eq!(hiding(&data, "line", "area", r#""0199""#), whole);
    assert_eq!(hiding(&data, "bar", "area", r#""0101""#), drawn(&data, "bar", "area"));
}

/// Below lines each quarter of a year is filled, or has the edge of what nobody reported.
#[wasm_bindgen_test(unsupported = test)]
fn a_strip_shows_every_part_of_time_once() {
    let mut data = counties();
    let last = data.observations.keys().next_back().cloned().unwrap();
    data.observations.remove(&last);
    let (mut filled, mut slots) = (Vec::new(), 0);
    for item in &drawn(&data, "line", "area").ground {
        let Item::Shape { geometry, stroke, .. } = item else { continue };
        match geometry {
            Geometry::Rects(areas) => filled.push(areas.len()),
            Geometry::Rect(..) if stroke.is_some_and(|edge| edge.dash == Dash::Slot) => slots += 1,
            _ => {}
        }
    }
    assert_eq!((filled, slots), (vec![8, 4], 4));
}
