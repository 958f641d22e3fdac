//! Display list and SVG of one scene agree and are inert.

use hamyar::chart::{
    Anchor, Dash, Direction, Fill, Geometry, Ink, Item, Label, Options, Point, Px, Rect, Scene,
    Side, Stroke, View, layout,
};
use hamyar::query::run;
use hamyar::render::{Theme, display_items, display_list, hex, svg};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{dataset, observation};

fn scene() -> Scene {
    let data = dataset(vec![observation("a", "people", "01", "1395", "405")]);
    let view: View = serde_json::from_str(
        r#"{"query": {"measure": "people", "by": ["area"]}, "fallback": {"fa": "<script>«آزمون» & \"نقل\"</script>", "en": "x"}}"#,
    )
    .unwrap();
    let options = Options { width: 400.0, lang: Lang::Fa, direction: None };
    layout(&data, &run(&data, &view.query), &view, &options)
}

fn rect(fill: Fill) -> Item {
    let area = Rect { x: Px(80), y: Px(80), width: Px(800), height: Px(160) };
    let stroke = Stroke { ink: Ink::Axis, width: Px(16), dash: Dash::Planned };
    Item::Shape { geometry: Geometry::Rect(area, Px(16)), fill, stroke: Some(stroke) }
}

/// Reads a display list back as operation codes.
fn codes(ops: &[f32]) -> Vec<u8> {
    let mut codes = Vec::new();
    let mut at = 0;
    while at < ops.len() {
        let code = ops[at] as u8;
        codes.push(code);
        at += match code {
            1 | 2 => 8 + usize::from(code == 2),
            3 => 5 + 2 * ops[at + 4] as usize,
            4 => 4 + 2 * ops[at + 3] as usize,
            5 => 6,
            6 => 7,
            7 => 8,
            other => panic!("unknown operation {other} at {at}"),
        };
    }
    assert_eq!(at, ops.len());
    codes
}

#[wasm_bindgen_test(unsupported = test)]
fn every_fill_becomes_plain_operations_inside_its_shape() {
    let fills = [
        (Fill::Solid(Ink::Ink), 1),
        (Fill::Tint(Ink::Ink), 1),
        (Fill::LowerHalf(Ink::Ink), 1),
        (Fill::Hatch(Ink::Category(1)), 3),
        (Fill::CrossHatch(Ink::Axis), 3),
        (Fill::Dots(Ink::Axis), 5),
        (Fill::Fade(Ink::Ink, Side::Left), 1),
    ];
    for (fill, code) in fills {
        let found = codes(&display_items(&[rect(fill)]).ops);
        assert_eq!(found[0], code, "{fill:?}");
        assert_eq!(*found.last().unwrap(), 2, "{fill:?} has no outline");
    }
    assert_eq!(codes(&display_items(&[rect(Fill::None)]).ops), [2]);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_focus_ring_has_two_colours() {
    let scene = scene();
    let plain = codes(&display_list(&scene, None, None).ops);
    let ringed = codes(&display_list(&scene, Some(0), None).ops);
    assert_eq!(ringed.len(), plain.len() + 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn strings_hold_every_text_in_order() {
    let list = display_list(&scene(), None, None);
    let texts = codes(&list.ops).iter().filter(|code| **code == 7).count();
    assert!(texts > 0 && !list.strings.is_empty());
}

#[wasm_bindgen_test(unsupported = test)]
fn the_svg_is_well_formed_inert_and_the_same_each_time() {
    let text = svg(&scene(), Theme::Auto);
    assert_eq!(text, svg(&scene(), Theme::Auto));
    let document = roxmltree::Document::parse(&text).unwrap();
    let names: Vec<&str> = document.descendants().map(|node| node.tag_name().name()).collect();
    assert!(!names.contains(&"script") && !names.contains(&"foreignObject"));
    let title = document
        .descendants()
        .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")));
    assert_eq!(title.unwrap().text(), Some("<script>«آزمون» & \"نقل\"</script>"));
    assert!(!text.contains("href"));
}

/// A class and the words on it take the two system colours that are read on each other.
#[wasm_bindgen_test(unsupported = test)]
fn words_on_a_class_are_read_in_forced_colours() {
    let text = svg(&scene(), Theme::Auto);
    let (_, forced) = text.split_once("(forced-colors:active)").unwrap();
    for class in 1..=5 {
        assert!(forced.contains(&format!(".f-seq-{class}{{fill:Canvas}}")), "{class}");
        assert!(forced.contains(&format!(".f-seq-text-{class}{{fill:CanvasText}}")), "{class}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn left_stays_left_in_a_right_to_left_text() {
    let mut scene = scene();
    let label = |anchor, direction| {
        Item::Label(Label {
            at: Point { x: Px(80), y: Px(80) },
            anchor,
            text: "متن".to_owned(),
            size: Px(112),
            bold: false,
            tabular: false,
            ink: Ink::Ink,
            direction,
            halo: false,
        })
    };
    let anchor = |scene: &Scene| {
        let text = svg(scene, Theme::Light);
        let document = roxmltree::Document::parse(&text).unwrap();
        let node = document.descendants().find(|node| node.text() == Some("متن")).unwrap();
        node.parent().map(|_| node.attribute("text-anchor").unwrap_or_default().to_owned()).unwrap()
    };
    scene.marks.clear();
    for (side, direction, expected) in [
        (Anchor::Left, Direction::Rtl, "end"),
        (Anchor::Right, Direction::Rtl, "start"),
        (Anchor::Left, Direction::Ltr, "start"),
        (Anchor::Middle, Direction::Rtl, "middle"),
    ] {
        scene.ground = vec![label(side, direction)];
        assert_eq!(anchor(&scene), expected, "{side:?} {direction:?}");
    }
}

/// Relative luminance of `#RRGGBB` (WCAG 2).
fn luminance(hex: &str) -> f64 {
    let channel = |from: usize| {
        let value = f64::from(u8::from_str_radix(&hex[from..from + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm_pow((value + 0.055) / 1.055) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/// `x^2.4` as `x² × x^0.4`, the fifth root of `x²` by Newton's method: the same on every platform.
fn libm_pow(x: f64) -> f64 {
    let square = x * x;
    let mut root = 0.5_f64;
    for _ in 0..60 {
        root -= (root.powi(5) - square) / (5.0 * root.powi(4));
    }
    square * root
}

/// Contrast of two colours (WCAG 2).
pub(in crate::suite) fn contrast(one: Ink, other: Ink, dark: bool) -> f64 {
    let [one, other] = [one, other].map(|ink| luminance(hex(ink, dark)) + 0.05);
    one.max(other) / one.min(other)
}

#[wasm_bindgen_test(unsupported = test)]
fn marks_and_texts_have_their_contrast_in_both_themes() {
    for dark in [false, true] {
        let contrast = |ink| contrast(ink, Ink::Paper, dark);
        for number in 1..=8 {
            assert!(contrast(Ink::Category(number)) >= 3.0, "category {number}, dark {dark}");
        }
        for ink in [Ink::Ink, Ink::Ink2, Ink::Ink3] {
            assert!(contrast(ink) >= 4.5, "{ink:?}, dark {dark}");
        }
    }
}
