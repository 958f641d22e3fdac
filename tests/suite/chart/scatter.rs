//! Points over two measures: where they stand, what they rest on, and what has no place.

use hamyar::chart::{Geometry, Item, Options, Scene, View, layout};
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::labels::{clashes, extent};
use super::open;

const PROVINCES: &str = r#"{"query": {"measure": "unemployment_rate_census", "areas": {"level": "province"}, "periods": ["1395"], "by": ["area"]},
    "mark": "scatter", "encoding": {"x": {"measure": "rural_share_census"}, "size": {"measure": "population_total"}}}"#;
const COUNTIES: &str = r#"{"query": {"measure": "unemployment_rate_census", "areas": {"level": "county"}, "periods": ["1395"], "by": ["area"]},
    "mark": "scatter", "encoding": {"x": {"measure": "rural_share_census"}}}"#;

fn scenes(view: &str) -> Vec<(String, Scene)> {
    let view: View = serde_json::from_str(view).unwrap();
    let answer = run(open(), &view.query);
    let mut scenes = Vec::new();
    for lang in [Lang::Fa, Lang::En] {
        for width in [328.0, 720.0] {
            let options = Options { width, lang, direction: None };
            scenes.push((format!("{lang:?} {width}"), layout(open(), &answer, &view, &options)));
        }
    }
    scenes
}

/// The number in a cell whose head begins with a text.
fn number(scene: &Scene, row: usize, head: &str) -> f64 {
    let column = scene.table.heads.iter().position(|text| text.starts_with(head)).unwrap();
    scene.table.rows[row][column].sort.parse().unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_point_stands_by_both_its_values_and_a_bubble_by_the_third() {
    let (_, scene) = scenes(PROVINCES).pop().unwrap();
    assert_eq!((scene.marks.len(), scene.table.rows.len()), (31, 31));
    let place = |mark: &hamyar::chart::Mark| {
        let target = mark.target;
        (target.x.css() + target.width.css() / 2.0, target.y.css() + target.height.css() / 2.0)
    };
    for one in &scene.marks {
        for other in &scene.marks {
            let ((x, y), (other_x, other_y)) = (place(one), place(other));
            let apart =
                |head: &str| number(&scene, one.row, head) - number(&scene, other.row, head);
            assert!(apart("Rural share") * (x - other_x) >= -0.5, "{x} {other_x}");
            assert!(apart("Value") * (other_y - y) >= -0.5, "{y} {other_y}");
            let larger = apart("Population") > 1_000_000.0;
            assert!(!larger || one.target.width >= other.target.width);
        }
    }
    // The largest comes first, so that it hides none.
    assert!(scene.marks.is_sorted_by(|one, next| one.target.width >= next.target.width));
}

#[wasm_bindgen_test(unsupported = test)]
fn its_tooltip_and_card_have_all_three_figures() {
    let (_, scene) = scenes(PROVINCES).pop().unwrap();
    for mark in &scene.marks {
        let said = scene.said_of(mark).unwrap();
        let details = said.tip.details.join(" ");
        assert!(details.contains("Rural share") && details.contains("Population"), "{details}");
        assert!(said.tip.spoken.contains("Rural share"), "{}", said.tip.spoken);
        // Unemployed and active, rural and all people, and all people again.
        assert!(said.evidence.len() >= 5, "{:?}", said.evidence);
    }
    assert!(scene.legend.iter().any(|entry| entry.text.contains("Population")));
}

#[wasm_bindgen_test(unsupported = test)]
fn names_cover_neither_points_nor_each_other() {
    for (name, scene) in scenes(PROVINCES) {
        assert_eq!(clashes(&name, &scene), Vec::<String>::new());
        let names: Vec<_> = scene
            .overlay
            .iter()
            .filter_map(|item| match item {
                Item::Label(label) => Some(extent(label)),
                Item::Shape { .. } => None,
            })
            .collect();
        assert!(names.len() >= 8, "{name}: {}", names.len());
        for one in &names {
            for mark in &scene.marks {
                let (left, top) = (mark.target.x.css(), mark.target.y.css());
                let apart = one.right <= left
                    || left + mark.target.width.css() <= one.left
                    || one.baseline <= top
                    || top + mark.target.height.css() <= one.baseline - 9.0;
                let is_point = mark.target.width.css() <= 16.0;
                assert!(apart || is_point, "{name}: {} over {}", one.label.text, mark.row);
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn hundreds_of_points_are_one_cloud_and_each_is_still_a_mark() {
    for (name, scene) in scenes(COUNTIES) {
        let cloud = scene.ground.iter().find_map(|item| match item {
            Item::Shape { geometry: Geometry::Circles(centres, _), .. } => Some(centres.len()),
            _ => None,
        });
        assert_eq!((cloud, scene.marks.len()), (Some(429), 429), "{name}");
        assert!(scene.marks.iter().all(|mark| mark.items.is_empty()), "{name}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_without_the_other_measure_is_in_the_table_and_counted_in_a_note() {
    // The survey of 1395 names the rates of five provinces.
    let view = PROVINCES.replace("rural_share_census", "unemployment_rate_survey");
    for (name, scene) in scenes(&view) {
        assert_eq!((scene.marks.len(), scene.table.rows.len()), (5, 31), "{name}");
        let told = |note: &String| note.contains("26") || note.contains("۲۶");
        assert!(scene.notes.iter().any(told), "{name}: {:?}", scene.notes);
    }
}
