//! Labels that a reader can tell apart.

use hamyar::chart::{
    Anchor, Fill, Geometry, Ink, Item, Label, MarkKind, Options, Point, Rect, Scene, layout,
};
use hamyar::model::MeasureId;
use hamyar::query::run;
use hamyar::text::Lang;
use hamyar::text::metrics::{TextStyle, width};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{made, open, scenes, views};

/// Of a frame of 300 px, a phone, and a column of a desktop page.
const WIDTHS: [f64; 3] = [268.0, 328.0, 640.0];

/// From where to where a label stands, and on which baseline, in px.
pub struct Extent<'a> {
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub label: &'a Label,
}

pub fn extent(label: &Label) -> Extent<'_> {
    let size = label.size.css() as f32;
    let style = if label.bold { TextStyle::bold(size) } else { TextStyle::regular(size) };
    let style = if label.tabular { style.with_tabular_digits() } else { style };
    let wide = width(&label.text, &style);
    let at = label.at.x.css();
    let left = match label.anchor {
        Anchor::Left => at,
        Anchor::Middle => at - wide / 2.0,
        Anchor::Right => at - wide,
    };
    Extent { left, right: left + wide, baseline: label.at.y.css(), label }
}

fn labels(scene: &Scene) -> Vec<Extent<'_>> {
    let marks = scene.marks.iter().flat_map(|mark| &mark.items);
    let items = scene.ground.iter().chain(marks).chain(&scene.overlay);
    let labels = items.filter_map(|item| match item {
        Item::Label(label) => Some(extent(label)),
        _ => None,
    });
    labels.collect()
}

/// Labels that leave the chart or run into another.
pub fn clashes(name: &str, scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    let labels = labels(scene);
    for (index, one) in labels.iter().enumerate() {
        if one.left < -1.0 || one.right > scene.width.css() + 1.0 {
            found.push(format!("{name}: {} at {}..{}", one.label.text, one.left, one.right));
        }
        for other in &labels[index + 1..] {
            let one_line = (one.baseline - other.baseline).abs() < 6.0;
            if one_line && one.left < other.right - 0.5 && other.left < one.right - 0.5 {
                found.push(format!("{name}: {} and {}", one.label.text, other.label.text));
            }
        }
    }
    found
}

#[wasm_bindgen_test(unsupported = test)]
fn no_label_leaves_its_chart_or_runs_into_another() {
    let found: Vec<String> =
        scenes(&WIDTHS).flat_map(|(name, _, scene)| clashes(name, scene)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_long_name_takes_several_lines() {
    let mut data = open().clone();
    let measure = data.measures.get_mut(&MeasureId::new("dev_coop_count")).unwrap();
    let long = "Counties of the province that have a development cooperative of their own by now";
    measure.name.en = long.to_owned();
    let view = &views()["s0-dev-coops"];
    for width in WIDTHS {
        let options = Options { width, lang: Lang::En, direction: None };
        let scene = layout(&data, &run(&data, &view.query), view, &options);
        assert_eq!(clashes("long", &scene), Vec::<String>::new());
        let written: Vec<&str> = labels(&scene).iter().map(|one| one.label.text.as_str()).collect();
        let is_there = |word: &str| written.iter().any(|text| text.contains(word));
        assert!(long.split(' ').all(is_there), "{written:?}");
    }
}

/// Upright lines in full ink: axes, and values that rows are compared with.
fn uprights(scene: &Scene) -> Vec<(f64, f64, f64)> {
    let items = scene.ground.iter().chain(&scene.overlay);
    let lines = items.filter_map(|item| match item {
        Item::Shape { geometry: Geometry::Line(points), stroke: Some(stroke), .. }
            if stroke.ink == Ink::Ink =>
        {
            Some(points.as_slice())
        }
        _ => None,
    });
    let upright = |line: &[Point]| match line {
        [from, to] if from.x == to.x => Some((from.x.css(), from.y.css(), to.y.css())),
        _ => None,
    };
    lines.filter_map(upright).collect()
}

/// Paper that a label is written on, over lines.
fn papers(scene: &Scene) -> Vec<Rect> {
    let papers = scene.overlay.iter().filter_map(|item| match item {
        Item::Shape {
            geometry: Geometry::Rect(rect, _), fill: Fill::Solid(Ink::Paper), ..
        } => Some(*rect),
        _ => None,
    });
    papers.collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn no_axis_and_no_compared_value_strikes_out_a_label() {
    let mut found = Vec::new();
    let mut seen = 0;
    for (name, _, scene) in scenes(&WIDTHS) {
        let (lines, papers) = (uprights(scene), papers(scene));
        seen += lines.len();
        let is_on_paper = |x: f64, baseline: f64| {
            papers.iter().any(|paper| {
                let (left, top) = (paper.x.css(), paper.y.css());
                let (right, bottom) = (left + paper.width.css(), top + paper.height.css());
                left <= x && x <= right && top < baseline && baseline < bottom
            })
        };
        for label in labels(scene) {
            let (top, bottom) = (label.baseline - 9.0, label.baseline);
            for (x, from, to) in &lines {
                let beside = *x < label.left || label.right < *x;
                let meets = *from < bottom && top < *to;
                if !beside && meets && !is_on_paper(*x, label.baseline) {
                    found.push(format!("{name}: {} at x {x}", label.label.text));
                }
            }
        }
    }
    assert!(seen > 100, "{seen} axes");
    assert!(found.is_empty(), "{found:#?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_value_of_the_country_is_seen_over_bars_on_either_side_of_zero() {
    let scene = made(
        r#"{"query": {"measure": "population_rural", "areas": {"level": "province"},
            "periods": ["1390", "1395"], "by": ["area", "period"], "derive": "growth",
            "against": ["country"]}, "mark": "bar", "encoding": {"reference": ["country"]}}"#,
        Lang::Fa,
    );
    // The country lost 3.3 percent; a bar hides the line where it goes further.
    let further = scene.table.rows.iter().filter(|row| {
        row[2].sort.parse::<f64>().is_ok_and(|value| value < row[3].sort.parse().unwrap())
    });
    let over = scene.overlay.iter().filter(|item| matches!(item, Item::Shape { .. })).count();
    assert_eq!((further.count(), over), (16, 16));
}

/// Where a mark of a line lies, from side to side at the height of its point, and the text of its value.
fn valued(scene: &Scene) -> Vec<(Box, Option<Box>)> {
    let height = |item: &Item| match item {
        Item::Shape { geometry: Geometry::Circle(at, _), .. } => Some(at.y.css()),
        _ => None,
    };
    let value = |item: &Item| match item {
        Item::Label(label) => {
            let Extent { left, right, baseline, .. } = extent(label);
            Some([left, baseline - 10.0, right, baseline])
        }
        _ => None,
    };
    let of = |mark: &hamyar::chart::Mark| {
        let (y, area) = (mark.items.iter().find_map(height)?, mark.target);
        let (from, to) = (area.x.css(), area.x.css() + area.width.css());
        Some(([from, y - 3.0, to, y + 3.0], mark.items.iter().find_map(value)))
    };
    scene.marks.iter().filter_map(of).collect()
}

/// Left, top, right, bottom.
type Box = [f64; 4];

#[wasm_bindgen_test(unsupported = test)]
fn the_value_of_a_point_stands_at_no_other_point_of_its_line() {
    let meet = |one: &Box, other: &Box| {
        one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
    };
    let (mut astray, mut seen) = (Vec::new(), 0);
    for (name, _, scene) in scenes(&WIDTHS) {
        let marks = if scene.mark == MarkKind::Line { valued(scene) } else { Vec::new() };
        for (index, (_, value)) in marks.iter().enumerate() {
            let Some([left, top, right, bottom]) = *value else { continue };
            seen += 1;
            let near = [left - 4.0, top, right + 4.0, bottom];
            let mut others = marks.iter().enumerate().filter(|(other, _)| *other != index);
            if others.any(|(_, (other, _))| meet(&near, other)) {
                astray.push(format!("{name} {}: {index}", scene.width.css()));
            }
        }
    }
    assert!(seen > 100, "{seen}");
    assert!(astray.is_empty(), "{astray:#?}");
}
