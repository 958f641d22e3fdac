//! What tests of bars that stack, flow, narrow or count have in common.

use hamyar::chart::{Fill, Geometry, Item, Mark, Options, Rect, Scene, View, layout};
use hamyar::diag::Bilingual;
use hamyar::model::{Dataset, Dimension, Observation};
use hamyar::query::run;
use hamyar::text::Lang;

use super::labels::clashes;
use super::{LANGS, plain};

/// A frame on a phone, and a column of a desktop page.
pub const WIDTHS: [f64; 2] = [328.0, 720.0];

pub fn drawn(data: &Dataset, view: &str, lang: Lang, width: f64) -> Scene {
    let view: View = serde_json::from_str(&format!("{{{view}}}")).unwrap();
    layout(data, &run(data, &view.query), &view, &Options { width, lang, direction: None })
}

/// Every language at every width; no label leaves its chart or runs into another.
pub fn each(data: &Dataset, view: &str, test: impl Fn(&Scene)) {
    for lang in LANGS {
        for width in WIDTHS {
            let scene = drawn(data, view, lang, width);
            assert_eq!(clashes(&format!("{lang:?} {width}"), &scene), Vec::<String>::new());
            assert!(!scene.marks.is_empty());
            test(&scene);
        }
    }
}

/// A figure of one sex.
pub fn of_sex(mut one: Observation, code: &str) -> Observation {
    one.dimensions = vec![(Dimension::Sex, code.to_owned())];
    one.scope = if code == "female" {
        Bilingual::new("زن", "Women")
    } else {
        Bilingual::new("مرد", "Men")
    };
    one
}

/// The first filled shape of a mark, in px from the left and its width.
pub fn extent(mark: &Mark) -> Option<(f64, f64)> {
    let rect = |item: &Item| match item {
        Item::Shape { geometry: Geometry::Rect(Rect { x, width, .. }, _), fill, .. }
            if !matches!(fill, Fill::None) =>
        {
            Some((x.css(), width.css()))
        }
        _ => None,
    };
    mark.items.iter().find_map(rect)
}

/// All that is written in the plot.
pub fn written(scene: &Scene) -> Vec<String> {
    let marks = scene.marks.iter().flat_map(|mark| &mark.items);
    let items = scene.ground.iter().chain(marks).chain(&scene.overlay);
    let text = |item: &Item| match item {
        Item::Label(label) => Some(plain(&label.text)),
        Item::Shape { .. } => None,
    };
    items.filter_map(text).collect()
}
