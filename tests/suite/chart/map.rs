//! Areas on ground that a user brought: squares of a degree, where the gallery has its tiles.

use std::sync::OnceLock;

use hamyar::chart::{
    Fill, Geometry, Item, Options, Point, Px, Scene, Step, View, hit, layout, next,
};
use hamyar::ingest::read_outlines;
use hamyar::model::{Dataset, TileKind};
use hamyar::query::run;
use hamyar::text::{Direction, Lang};
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::ingest::open_data::gallery_dataset;
use super::{LANGS, made};

const RATE: &str = r#"{"query": {"measure": "rate", "areas": {"level": "province"}, "periods": ["1402"], "by": ["area"],
    "unreported": true}, "mark": "map"}"#;

/// The provinces of the gallery, that of the second tile without ground, and a lake in that of the first.
fn grounded() -> &'static Dataset {
    static READ: OnceLock<Dataset> = OnceLock::new();
    READ.get_or_init(|| {
        let mut dataset = gallery_dataset();
        dataset.outlines = hamyar::model::Outlines::default();
        let provinces = dataset.tiles.iter().filter(|tile| tile.kind == TileKind::Province);
        let shapes: Vec<String> = provinces
            .filter(|tile| tile.code != "G02")
            .map(|tile| {
                let (west, north) = (44 + i32::from(tile.column), 40 - i32::from(tile.row));
                let (east, south) = (west + 1, north - 1);
                let lake = if tile.code == "G01" {
                    format!(",[[{west}.4,{south}.4],[{west}.6,{south}.4],[{west}.6,{south}.6],[{west}.4,{south}.6]]")
                } else {
                    String::new()
                };
                format!(
                    r#"{{"type":"Feature","properties":{{"code":"{}"}},"geometry":{{"type":"Polygon","coordinates":
                    [[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]{lake}]}}}}"#,
                    tile.code
                )
            })
            .collect();
        let file = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, shapes.join(","));
        dataset.outlines = read_outlines(file.as_bytes(), &dataset.areas).unwrap().outlines;
        dataset
    })
}

fn map(json: &str, lang: Lang, width: f64, direction: Option<Direction>) -> Scene {
    let view: View = serde_json::from_str(json).unwrap();
    let data = grounded();
    layout(data, &run(data, &view.query), &view, &Options { width, lang, direction })
}

fn rings(scene: &Scene, index: usize) -> Vec<&Vec<Point>> {
    let rings = scene.marks[index].items.iter().filter_map(|item| match item {
        Item::Shape { geometry: Geometry::Polygon(ring), .. } => Some(ring),
        _ => None,
    });
    rings.collect()
}

/// The mark of a province.
fn of(scene: &Scene, code: &str) -> usize {
    let is_own = |row: usize| scene.said[row].key.contains(&format!("area={code}@"));
    scene.marks.iter().position(|mark| is_own(mark.row)).unwrap()
}

fn middle(scene: &Scene, index: usize) -> Point {
    let area = scene.marks[index].target;
    Point { x: Px(area.x.0 + area.width.0 / 2), y: Px(area.y.0 + area.height.0 / 2) }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_area_with_ground_has_a_mark_where_it_lies_and_the_others_are_named() {
    for (lang, width) in LANGS.into_iter().flat_map(|lang| [(lang, 328.0), (lang, 720.0)]) {
        let scene = map(RATE, lang, width, None);
        assert_eq!((scene.marks.len(), scene.table.rows.len()), (30, 31), "{lang:?}");
        let told = if lang == Lang::Fa {
            "ردیف‌های بی‌مرز، تنها در جدول: استان نمونهٔ ۲."
        } else {
            "Rows without boundaries, in the table alone: Example province 2."
        };
        assert!(scene.notes.iter().any(|note| note.contains(told)), "{:?}", scene.notes);
        // West is at the left and north above, in both languages.
        let [one, east, south] = ["G01", "G03", "G12"].map(|code| middle(&scene, of(&scene, code)));
        assert!(one.x < east.x && one.y == east.y, "{lang:?}");
        assert!(south.y > one.y, "{lang:?}");
        // A degree of longitude is shorter than one of latitude, by the cosine of the middle of the map: 36 or 37
        // degrees north.
        let area = scene.marks[of(&scene, "G03")].target;
        let part = f64::from(area.width.0) / f64::from(area.height.0);
        assert!((0.79..0.82).contains(&part), "{part}");
        for mark in &scene.marks {
            assert!(mark.target.x.0 >= 0 && mark.target.x.css() + mark.target.width.css() <= width);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_pointer_means_the_ground_that_holds_it_and_a_lake_is_of_nobody() {
    let scene = map(RATE, Lang::Fa, 720.0, None);
    for index in 0..scene.marks.len() {
        let expected = (index != of(&scene, "G01")).then_some(index);
        assert_eq!(hit(&scene, middle(&scene, index)), expected, "{index}");
    }
    let area = scene.marks[of(&scene, "G01")].target;
    let corner = Point { x: Px(area.x.0 + 16), y: Px(area.y.0 + 16) };
    assert_eq!(hit(&scene, corner), Some(of(&scene, "G01")));
    assert_eq!(hit(&scene, Point { x: Px(5 * 8), y: Px(5 * 8) }), None);
    // The hole is open: one ring that goes into it and back, and lines around both.
    assert_eq!(rings(&scene, of(&scene, "G01"))[0].len(), 4 + 1 + 5 + 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn arrows_lead_to_the_neighbouring_area_and_reach_all() {
    let scene = map(RATE, Lang::Fa, 720.0, None);
    let to = |from: &str, key| next(&scene, of(&scene, from), key);
    assert_eq!(to("G03", Step::Right), of(&scene, "G04"));
    assert_eq!(to("G04", Step::Left), of(&scene, "G03"));
    assert_eq!(to("G12", Step::Up), of(&scene, "G05"));
    let mut seen = vec![0];
    let mut at = 0;
    while at < seen.len() {
        for key in [Step::Left, Step::Right, Step::Up, Step::Down] {
            let found = next(&scene, seen[at], key);
            if !seen.contains(&found) {
                seen.push(found);
            }
        }
        at += 1;
    }
    assert_eq!(seen.len(), 30);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_map_is_never_mirrored() {
    let [one, other] = [Direction::Ltr, Direction::Rtl]
        .map(|direction| map(RATE, Lang::Fa, 720.0, Some(direction)));
    for (left, right) in one.marks.iter().zip(&other.marks) {
        assert_eq!(left.target, right.target);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn counts_are_not_coloured_on_ground_and_without_ground_there_is_no_map() {
    let counted = map(&RATE.replace("\"rate\"", "\"women\""), Lang::En, 720.0, None);
    assert!(
        counted.notes.iter().any(|note| note.contains("counts are not coloured on ground")),
        "{:?}",
        counted.notes
    );
    let without = made(
        r#"{"query": {"measure": "rural_share_census", "areas": {"level": "province"}, "periods": ["1395"],
            "by": ["area"]}, "mark": "map"}"#,
        Lang::En,
    );
    assert!(
        without.notes.iter().any(|note| note.contains("boundaries of these areas are not at hand"))
    );
    assert!(without.marks.len() >= 30);
    // Of a part only that is drawn, as large as the chart.
    let few = map(
        &RATE.replace(
            "\"level\": \"province\"",
            "\"level\": \"province\", \"codes\": [\"G03\", \"G04\"]",
        ),
        Lang::En,
        720.0,
        None,
    );
    let wide: f64 = few.marks.iter().map(|mark| mark.target.width.css()).sum();
    assert_eq!(few.marks.len(), 2);
    assert!(wide > 700.0, "{wide}");
    // What lies between and has no row is outlined, without a colour.
    let apart = map(
        &RATE.replace(
            "\"level\": \"province\"",
            "\"level\": \"province\", \"codes\": [\"G01\", \"G04\"]",
        ),
        Lang::En,
        720.0,
        None,
    );
    let hollow = apart.ground.iter().filter(|item| {
        matches!(item, Item::Shape { geometry: Geometry::Polygon(_), fill: Fill::None, .. })
    });
    assert_eq!((apart.marks.len(), hollow.count()), (2, 1));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_area_with_several_figures_is_no_map() {
    for mark in ["map", "tile_map"] {
        let json = format!(
            r#"{{"query": {{"measure": "jobs", "areas": {{"level": "province"}}, "periods": ["1401", "1402"],
            "by": ["area", "period"]}}, "mark": "{mark}"}}"#
        );
        let scene = map(&json, Lang::En, 720.0, None);
        assert!(
            scene.notes.iter().any(|note| note.contains("some areas have several figures")),
            "{mark}: {:?}",
            scene.notes
        );
    }
}

/// A hatch fills rectangles; on ground its lines end at the border.
#[wasm_bindgen_test(unsupported = test)]
fn what_is_withheld_is_hatched_within_its_border() {
    let mut data = grounded().clone();
    let id = data.observations.values().find(|one| {
        one.measure.as_str() == "rate"
            && matches!(&one.place, hamyar::model::Place::Area(area) if area.as_str() == "G03@1402")
    });
    let id = id.unwrap().id.clone();
    data.observations.get_mut(&id).unwrap().figure =
        hamyar::model::Figure::Missing(hamyar::model::Missing::Withheld);
    let view: View = serde_json::from_str(RATE).unwrap();
    let options = Options { width: 720.0, lang: Lang::En, direction: None };
    let scene = layout(&data, &run(&data, &view.query), &view, &options);
    let mark = &scene.marks[of(&scene, "G03")];
    let area = mark.target;
    let inside = |at: &Point| {
        (area.x.0 - 1..=area.x.0 + area.width.0 + 1).contains(&at.x.0)
            && (area.y.0 - 1..=area.y.0 + area.height.0 + 1).contains(&at.y.0)
    };
    let mut lines = 0;
    for item in &mark.items {
        match item {
            Item::Shape { geometry: Geometry::Line(points), .. } => {
                lines += 1;
                assert!(points.iter().all(inside), "{points:?} in {area:?}");
            }
            Item::Shape { fill, .. } => assert_eq!(*fill, Fill::None),
            Item::Label(_) => {}
        }
    }
    assert!(lines > 10, "{lines}");
}
