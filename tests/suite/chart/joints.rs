//! What a line may join.

use hamyar::calendar::Period;
use hamyar::chart::{Fill, Geometry, Item, Options, Scene, View, layout};
use hamyar::diag::Bilingual;
use hamyar::model::{BaseChange, Dataset, MeasureId};
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation};
use super::named;

#[wasm_bindgen_test(unsupported = test)]
fn a_line_joins_only_months_that_meet() {
    let scene = named("example-monthly-line", Lang::Fa);
    let months = scene.marks.len();
    let gaps = scene
        .marks
        .iter()
        .filter(|mark| {
            scene.said[mark.row].evidence.is_empty()
                || mark.items.len() == 1
                    && matches!(
                        &mark.items[0],
                        Item::Shape { fill: Fill::None | Fill::CrossHatch(_), .. }
                    )
        })
        .count();
    assert_eq!((months, gaps), (48, 7));
    // 41 reported months in 5 runs without a gap have 41 − 5 joints.
    assert_eq!(joints(&scene), 36);
}

/// Pieces of the line of a chart.
fn joints(scene: &Scene) -> usize {
    let is_joint = |item: &&Item| matches!(item, Item::Shape { geometry: Geometry::Line(_), stroke: Some(stroke), .. } if stroke.width.0 == 20);
    scene.ground.iter().filter(is_joint).count()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_line_never_crosses_a_change_of_base() {
    let mut data = dataset(vec![
        observation("a", "jobs", "01", "1398-Q1", "10"),
        observation("b", "jobs", "01", "1398-Q2", "20"),
    ]);
    let view: View = serde_json::from_str(
        r#"{"query": {"measure": "jobs", "by": ["area", "period"]}, "mark": "line"}"#,
    )
    .unwrap();
    let options = Options { width: 720.0, lang: Lang::Fa, direction: None };
    let drawn = |data: &Dataset| joints(&layout(data, &run(data, &view.query), &view, &options));
    assert_eq!(drawn(&data), 1);
    let change = BaseChange {
        at: Period::parse("1398-Q2").unwrap(),
        before: Bilingual::default(),
        after: Bilingual::default(),
    };
    data.measures.get_mut(&MeasureId::new("jobs")).unwrap().base_change = Some(change);
    assert_eq!(drawn(&data), 0);
}
