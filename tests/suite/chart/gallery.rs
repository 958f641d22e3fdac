//! What the gallery brought to light: each fault as a test, on the figures that showed it.

use hamyar::chart::{Fill, Geometry, Ink, Item, Mark, Point, Scene};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::labels::extent;
use super::{LANGS, named, plain};
use crate::suite::render::contrast;

fn rects(mark: &Mark) -> impl Iterator<Item = (f64, Ink)> {
    mark.items.iter().filter_map(|item| match item {
        Item::Shape { geometry: Geometry::Rect(rect, _), fill: Fill::Solid(ink), .. } => {
            Some((rect.width.css(), *ink))
        }
        _ => None,
    })
}

fn key<'a>(scene: &'a Scene, mark: &Mark) -> &'a str {
    &scene.said[mark.row].key
}

/// The lines that join points.
fn joins(scene: &Scene) -> Vec<[Point; 2]> {
    let lines = scene.ground.iter().filter_map(|item| match item {
        Item::Shape { geometry: Geometry::Line(points), stroke: Some(stroke), .. }
            if matches!(stroke.ink, Ink::Category(_)) =>
        {
            <[Point; 2]>::try_from(points.as_slice()).ok()
        }
        _ => None,
    });
    lines.collect()
}

/// Whether a line comes into a box, asked at steps of half a px.
fn crosses([from, to]: &[Point; 2], [left, top, right, bottom]: [f64; 4]) -> bool {
    let (x, y) = (from.x.css(), from.y.css());
    let (dx, dy) = (to.x.css() - x, to.y.css() - y);
    let steps = (dx.abs().max(dy.abs()) * 2.0) as u32 + 1;
    (0..=steps).map(|step| f64::from(step) / f64::from(steps)).any(|part| {
        let (x, y) = (x + dx * part, y + dy * part);
        left < x && x < right && top < y && y < bottom
    })
}

#[wasm_bindgen_test(unsupported = test)]
fn no_line_runs_through_the_value_of_its_point() {
    for lang in LANGS {
        let scene = named("gallery-panels", lang);
        let lines = joins(&scene);
        let labels =
            scene.marks.iter().flat_map(|mark| &mark.items).filter_map(|item| match item {
                Item::Label(label) => Some(extent(label)),
                Item::Shape { .. } => None,
            });
        let labels: Vec<_> = labels.collect();
        assert!(lines.len() > 20 && labels.len() > 24, "{} {}", lines.len(), labels.len());
        for one in labels {
            let place = [one.left, one.baseline - 9.0, one.right, one.baseline - 1.0];
            let crossed = lines.iter().any(|line| crosses(line, place));
            assert!(!crossed, "{lang:?}: {}", one.label.text);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn next_to_nothing_is_no_blade_of_nought() {
    let scene = named("gallery-bar-span", Lang::En);
    let bars: Vec<(String, f64, Ink)> = scene
        .marks
        .iter()
        .flat_map(|mark| {
            rects(mark).map(|(wide, ink)| (plain(&scene.said[mark.row].tip.value), wide, ink))
        })
        .collect();
    assert_eq!(bars.len(), 7, "{bars:?}");
    for (value, wide, ink) in bars {
        let is_nought = value.starts_with("0 ");
        assert_eq!(ink == Ink::Ink, is_nought, "{value}");
        assert!(is_nought || wide >= 3.0, "{value}: {wide} px");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn classes_part_at_nought_and_words_on_them_are_read() {
    let scene = named("gallery-tiles-negative", Lang::En);
    let mut places = Vec::new();
    for mark in &scene.marks {
        let value: f64 = scene.table.rows[mark.row]
            .iter()
            .find(|cell| cell.numeric)
            .unwrap()
            .sort
            .parse()
            .unwrap();
        let Some((_, ground @ Ink::Diverging(place))) = rects(mark).next() else {
            panic!("{}", key(&scene, mark));
        };
        assert_eq!(place > 4, value >= 0.0, "{value}");
        assert_eq!(place == 1 || place == 7, value.abs() >= 10.0, "{value}");
        places.push(place);
        let words = mark.items.iter().filter_map(|item| match item {
            Item::Label(label) => Some(label.ink),
            Item::Shape { .. } => None,
        });
        for (ink, dark) in words.flat_map(|ink| [(ink, false), (ink, true)]) {
            assert!(contrast(ink, ground, dark) >= 4.5, "{ink:?} on {ground:?}, dark: {dark}");
        }
    }
    places.sort_unstable();
    places.dedup();
    assert_eq!(places, [1, 3, 5, 7]);
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_of_one_place_stand_together_under_one_name() {
    for lang in LANGS {
        let scene = named("gallery-bar-grouped", lang);
        assert_eq!((scene.marks.len(), scene.legend.len()), (32, 2));
        let labels =
            |mark: &Mark| mark.items.iter().filter(|item| matches!(item, Item::Label(_))).count();
        for pair in scene.marks.chunks(2) {
            assert!(labels(&pair[0]) > 1, "name and value");
            assert_eq!(labels(&pair[1]), 1, "its value alone");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_stands_for_all_the_rest_is_no_peer_of_the_others() {
    let scene = named("gallery-bar-rest", Lang::En);
    let inks: Vec<Ink> =
        scene.marks.iter().filter_map(|mark| rects(mark).next()).map(|(_, ink)| ink).collect();
    assert_eq!(inks.len(), 11);
    assert_eq!(inks.last(), Some(&Ink::Context));
    assert!(inks[..10].iter().all(|ink| *ink == Ink::Category(3)));
}
