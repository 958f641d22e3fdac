//! Counties inside the tiles of their provinces.

use std::collections::{BTreeMap, BTreeSet};

use hamyar::chart::{Fill, Geometry, Item, Mark, Rect, Scene};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, scene, views};

/// Counties and provinces of the gallery.
const COUNTIES: usize = 482;
const PROVINCES: usize = 31;

fn country(lang: Lang, width: f64) -> Scene {
    scene(&views()["gallery-tiles-482"], lang, width)
}

/// The code of the county of a mark, whose first three letters are those of its province.
fn code(scene: &Scene, row: usize) -> &str {
    let (_, after) = scene.said[row].key.split_once("area=").unwrap();
    after.split('@').next().unwrap()
}

/// The tiles of the provinces: outlines on the ground.
fn tiles(scene: &Scene) -> Vec<Rect> {
    let outlines = scene.ground.iter().filter_map(|item| match item {
        Item::Shape { geometry: Geometry::Rect(area, _), fill: Fill::None, .. } => Some(*area),
        _ => None,
    });
    outlines.collect()
}

fn ends(area: &Rect) -> [i32; 4] {
    [area.x.0, area.y.0, area.x.0 + area.width.0, area.y.0 + area.height.0]
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    let ([left, top, right, bottom], [from, above, to, below]) = (ends(outer), ends(inner));
    left <= from && top <= above && to <= right && below <= bottom
}

fn meet(one: &Rect, other: &Rect) -> bool {
    let ([left, top, right, bottom], [from, above, to, below]) = (ends(one), ends(other));
    left < to && from < right && top < below && above < bottom
}

#[wasm_bindgen_test(unsupported = test)]
fn every_county_is_one_cell_of_the_same_size_in_the_tile_of_its_province() {
    for (lang, width) in LANGS.into_iter().flat_map(|lang| [(lang, 328.0), (lang, 720.0)]) {
        let scene = country(lang, width);
        let tiles = tiles(&scene);
        assert_eq!((scene.marks.len(), tiles.len()), (COUNTIES, PROVINCES), "{lang:?} {width}");
        let mut homes: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for mark in &scene.marks {
            let home = tiles.iter().position(|tile| holds(tile, &mark.target)).unwrap();
            homes.entry(&code(&scene, mark.row)[..3]).or_default().insert(home);
            // Edges are rounded to the grid.
            let size = |mark: &Mark| [mark.target.width.0, mark.target.height.0];
            for (length, usual) in size(mark).into_iter().zip(size(&scene.marks[0])) {
                assert!((length - usual).abs() <= 1 && length >= 4 * 8, "{width}: {length}");
            }
        }
        let found: BTreeSet<&BTreeSet<usize>> = homes.values().collect();
        assert!(homes.len() == PROVINCES && found.len() == PROVINCES, "{homes:?}");
        assert!(homes.values().all(|home| home.len() == 1), "{homes:?}");
        for (index, mark) in scene.marks.iter().enumerate() {
            let mut before = scene.marks.iter().take(index);
            assert!(!before.any(|other| meet(&mark.target, &other.target)), "{lang:?} {width}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_name_of_a_province_stands_above_its_counties_where_it_has_room() {
    for lang in LANGS {
        for (width, expected) in [(328.0, 0), (720.0, PROVINCES)] {
            let scene = country(lang, width);
            let tiles = tiles(&scene);
            let names = scene.ground.iter().filter(|item| {
                let Item::Label(label) = item else { return false };
                let at = Rect { x: label.at.x, y: label.at.y, ..Rect::default() };
                tiles.iter().any(|tile| holds(tile, &at))
            });
            assert_eq!(names.count(), expected, "{lang:?} {width}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_counties_of_one_province_are_tiles_with_names_from_the_side_where_reading_starts() {
    for (lang, width) in LANGS.into_iter().flat_map(|lang| [(lang, 328.0), (lang, 720.0)]) {
        let scene = scene(&views()["gallery-tiles-county"], lang, width);
        let first = scene.marks[0].target;
        for mark in &scene.marks {
            assert!(code(&scene, mark.row).starts_with("G01"));
            assert!(mark.target.width.css() >= 75.0, "{width}: {:?}", mark.target);
            let in_row = mark.target.y == first.y;
            let beyond =
                if lang == Lang::Fa { mark.target.x <= first.x } else { mark.target.x >= first.x };
            assert!(!in_row || beyond, "{lang:?}: {:?}", mark.target);
            let is_label = |item: &Item| matches!(item, Item::Label(_));
            assert!(mark.items.iter().any(is_label), "{}", code(&scene, mark.row));
        }
    }
}
