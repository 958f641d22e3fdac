//! A bound is a band over all that it may be: dots between caps, an arrow where it goes on, its words
//! beside it. Nothing of it reads as the number that is stated.

use hamyar::chart::{Dash, Fill, Geometry, Ink, Item, Mark, Options, Point, Scene, View, layout};
use hamyar::diag::Bilingual;
use hamyar::model::{Dataset, Figure, Observation, Qualifier, Scenario, Status, Tile, TileKind};
use hamyar::number::Decimal;
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, paid_and_planned, qualified};
use super::labels::{clashes, extent};
use super::{LANGS, plain};

const WIDTHS: [f64; 2] = [328.0, 720.0];
const COUNTIES: &str =
    r#""query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area"]}"#;
const YEARS: &str = r#""query": {"measure": "jobs", "by": ["period"]}"#;

fn drawn(data: &Dataset, view: &str, lang: Lang, width: f64) -> Scene {
    let view: View = serde_json::from_str(&format!("{{{view}}}")).unwrap();
    layout(data, &run(data, &view.query), &view, &Options { width, lang, direction: None })
}

/// Every language at every width.
fn each(data: &Dataset, view: &str, test: impl Fn(&Scene)) {
    for lang in LANGS {
        for width in WIDTHS {
            test(&drawn(data, view, lang, width));
        }
    }
}

fn between(mut one: Observation, low: i64, high: i64) -> Observation {
    let (value, upper) = (Decimal::from_int(low), Some(Decimal::from_int(high)));
    one.figure = Figure::Value { value, qualifier: Qualifier::Between, upper };
    one
}

fn county(code: &str, value: &str, qualifier: Qualifier) -> Observation {
    qualified(observation(code, "jobs", code, "1395", value), qualifier)
}

fn year(year: &str, value: &str, qualifier: Qualifier) -> Observation {
    qualified(observation(year, "jobs", "0101", year, value), qualifier)
}

/// From left to right and from top to bottom.
fn around(points: &[Point]) -> [f64; 4] {
    let x = || points.iter().map(|point| point.x.css());
    let y = || points.iter().map(|point| point.y.css());
    let least = |all: &mut dyn Iterator<Item = f64>| all.fold(f64::INFINITY, f64::min);
    let most = |all: &mut dyn Iterator<Item = f64>| all.fold(f64::NEG_INFINITY, f64::max);
    [least(&mut x()), most(&mut x()), least(&mut y()), most(&mut y())]
}

/// The field of a band, without its arrows.
fn band(mark: &Mark) -> Option<[f64; 4]> {
    mark.items.iter().find_map(|item| match item {
        Item::Shape { geometry: Geometry::Polygon(points), fill: Fill::Dots(_), .. } => {
            Some(around(points))
        }
        _ => None,
    })
}

fn is_solid(mark: &Mark) -> bool {
    let solid = |item: &Item| matches!(item, Item::Shape { fill: Fill::Solid(ink), .. } if *ink != Ink::Paper);
    mark.items.iter().any(solid)
}

/// The tips of open arrows.
fn arrows(mark: &Mark) -> Vec<Point> {
    let tip = |item: &Item| match item {
        Item::Shape { geometry: Geometry::Line(points), .. } if points.len() == 3 => {
            Some(points[1])
        }
        _ => None,
    };
    mark.items.iter().filter_map(tip).collect()
}

/// Where caps stand across a row.
fn caps(mark: &Mark) -> Vec<f64> {
    let cap = |item: &Item| match item {
        Item::Shape { geometry: Geometry::Line(points), .. } => match points.as_slice() {
            [from, to] if from.x == to.x && from.y != to.y => Some(from.x.css()),
            _ => None,
        },
        _ => None,
    };
    mark.items.iter().filter_map(cap).collect()
}

/// Left and right ends of the words of a figure, with its baseline.
fn words(scene: &Scene, mark: &Mark) -> [f64; 3] {
    let value = plain(&scene.said[mark.row].tip.value);
    let labels = mark.items.iter().filter_map(|item| match item {
        Item::Label(label) => Some(extent(label)),
        Item::Shape { .. } => None,
    });
    let mut own = labels.filter(|one| value.starts_with(&plain(&one.label.text)));
    let own = own.next_back().unwrap();
    [own.left, own.right, own.baseline]
}

#[wasm_bindgen_test(unsupported = test)]
fn a_range_is_a_band_between_caps_and_no_bar_of_its_lower_end() {
    let exact = |code, value| county(code, value, Qualifier::Exact);
    let range = between(exact("0201", "1"), 30, 250);
    let data = dataset(vec![exact("0101", "30"), exact("0102", "250"), range]);
    each(&data, &format!(r#"{COUNTIES}, "mark": "bar""#), |scene| {
        let [low, high, range] = scene.marks.as_slice() else { panic!() };
        let ends = [low, high].map(|mark| {
            let zero_at_left = scene.lang == Lang::En;
            let (left, width) = (mark.target.x.css(), mark.target.width.css());
            let bar = mark.items.iter().find_map(|item| match item {
                Item::Shape { geometry: Geometry::Rect(area, _), .. } => Some(*area),
                _ => None,
            });
            let bar = bar.map_or((left, width), |bar| (bar.x.css(), bar.width.css()));
            if zero_at_left { bar.0 + bar.1 } else { bar.0 }
        });
        let [left, right, ..] = band(range).unwrap();
        assert_eq!([left, right], [ends[0].min(ends[1]), ends[0].max(ends[1])]);
        let mut found = caps(range);
        found.sort_by(f64::total_cmp);
        assert_eq!(found, [left, right]);
        assert!(!is_solid(range) && arrows(range).is_empty());
        let [from, to, _] = words(scene, range);
        assert!(to < left - 4.0 || right + 4.0 < from, "{from}..{to} at {left}..{right}");
        assert_eq!(clashes("range", scene), Vec::<String>::new());
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn fewer_than_is_no_bar_and_more_than_goes_on_before_its_words() {
    let data = dataset(vec![
        county("0101", "100", Qualifier::LessThan),
        county("0102", "400", Qualifier::MoreThan),
        county("0201", "-50", Qualifier::LessThan),
        county("0202", "-20", Qualifier::MoreThan),
    ]);
    each(&data, &format!(r#"{COUNTIES}, "mark": "bar""#), |scene| {
        let [fewer, more, below, above] = scene.marks.as_slice() else { panic!() };
        assert!(!is_solid(fewer) && band(fewer).is_some());
        assert!(is_solid(more) && is_solid(below), "what is surely there");
        assert!(!is_solid(above) && band(above).is_some(), "it may be nought");
        let forth = if scene.lang == Lang::En { 1.0 } else { -1.0 };
        for (mark, out) in [(more, forth), (below, -forth), (above, forth), (fewer, -forth)] {
            let tips = arrows(mark);
            let [from, to, _] = words(scene, mark);
            assert_eq!(tips.len(), 1, "{}", scene.said[mark.row].tip.value);
            let tip = tips[0].x.css();
            let middle =
                f64::midpoint(mark.target.x.css(), mark.target.x.css() + mark.target.width.css());
            assert!((tip - middle) * out > 0.0, "{}", scene.said[mark.row].tip.value);
            assert!(
                tip < from - 4.0 || to + 4.0 < tip,
                "{} at {tip}",
                scene.said[mark.row].tip.value
            );
        }
        assert_eq!(clashes("bounds", scene), Vec::<String>::new());
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn words_of_a_dot_keep_clear_of_its_band_and_of_what_it_is_compared_with() {
    let stated = |code: &str, value, qualifier| {
        qualified(observation(code, "stated", code, "1395", value), qualifier)
    };
    let data = dataset(vec![
        stated("01", "55", Qualifier::Exact),
        stated("02", "55", Qualifier::Exact),
        stated("0101", "50", Qualifier::LessThan),
        stated("0102", "100", Qualifier::MoreThan),
        between(stated("0201", "1", Qualifier::Exact), 10, 90),
        stated("0202", "60", Qualifier::AtLeast),
    ]);
    let view = r#""query": {"measure": "stated", "areas": {"level": "county"}, "by": ["area"],
        "against": ["province"]}, "mark": "dot""#;
    each(&data, view, |scene| {
        for mark in &scene.marks {
            let Some([left, right, ..]) = band(mark) else {
                panic!("{}", scene.said[mark.row].tip.value)
            };
            let [from, to, _] = words(scene, mark);
            assert!(
                to < left - 4.0 || right + 4.0 < from,
                "{} {}",
                scene.said[mark.row].tip.value,
                scene.width.css()
            );
            let rings = mark.items.iter().filter_map(|item| match item {
                Item::Shape { geometry: Geometry::Circle(at, _), .. } => Some(at.x.css()),
                _ => None,
            });
            for ring in rings {
                assert!(
                    ring < from - 5.0 || to + 5.0 < ring,
                    "{} at {ring}",
                    scene.said[mark.row].tip.value
                );
            }
            let is_open = scene.said[mark.row].tip.value.contains("00")
                && scene.said[mark.row].tip.value.contains("more");
            assert!(!is_open || arrows(mark).len() == 1);
        }
        let open = scene.marks.iter().filter(|mark| arrows(mark).len() == 1).count();
        assert_eq!(open, 2, "more than and at least");
        assert_eq!(clashes("dots", scene), Vec::<String>::new());
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn labels_of_a_line_cover_no_band_and_what_goes_on_points_upwards() {
    let data = dataset(vec![
        year("1393", "120", Qualifier::Exact),
        year("1394", "160", Qualifier::Exact),
        year("1395", "100", Qualifier::LessThan),
        year("1396", "60", Qualifier::Exact),
        year("1397", "400", Qualifier::MoreThan),
        between(year("1398", "1", Qualifier::Exact), 30, 250),
        year("1399", "320", Qualifier::About),
    ]);
    each(&data, &format!(r#"{YEARS}, "mark": "line""#), |scene| {
        let bands: Vec<[f64; 4]> = scene.marks.iter().filter_map(band).collect();
        assert_eq!(bands.len(), 3);
        let mut said = 0;
        for mark in &scene.marks {
            let labels = mark.items.iter().filter_map(|item| match item {
                Item::Label(label) => Some(extent(label)),
                Item::Shape { .. } => None,
            });
            for one in labels {
                said += usize::from(band(mark).is_some());
                for [left, right, top, bottom] in &bands {
                    let beside = one.right < *left || *right < one.left;
                    let apart = one.baseline < *top || *bottom < one.baseline - 10.0;
                    assert!(beside || apart, "{} {}", one.label.text, scene.width.css());
                }
            }
        }
        assert_eq!(said, 3, "each bound says itself at {}", scene.width.css());
        let arrow = arrows(&scene.marks[4]);
        assert!(arrow.len() == 1 && arrow[0].y.css() < bands[1][2], "{arrow:?}");
        assert_eq!(clashes("line", scene), Vec::<String>::new());
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_pair_with_a_range_has_no_solid_bar_for_it() {
    let mut pair = paid_and_planned();
    pair[0] = between(pair[0].clone(), 30_000_000_000, 250_000_000_000);
    let data = dataset(pair);
    each(&data, r#""query": {"pairs": ["paid-planned"]}, "mark": "planned_actual""#, |scene| {
        let [range, planned] = scene.marks.as_slice() else { panic!() };
        assert!(band(range).is_some() && !is_solid(range));
        assert!(band(planned).is_none());
        assert_eq!(caps(range).len(), 2);
        let words = words(scene, range);
        assert!(words[0] >= 0.0 && words[1] <= scene.width.css(), "{words:?}");
        assert_eq!(clashes("pair", scene), Vec::<String>::new());
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn about_is_a_point_in_a_haze_and_what_is_not_settled_is_hollow() {
    let with = |code: &str, status, scenario| {
        let one = county(code, "60", Qualifier::Exact);
        Observation { status, scenario: Some(scenario), ..one }
    };
    let data = dataset(vec![
        county("0101", "60", Qualifier::About),
        with("0102", Status::Provisional, Scenario::Actual),
        with("0201", Status::Confirmed, Scenario::Actual),
    ]);
    each(&data, &format!(r#"{COUNTIES}, "mark": "dot""#), |scene| {
        let has_haze = |mark: &Mark| {
            mark.items.iter().any(|item| matches!(item, Item::Shape { fill: Fill::Tint(_), .. }))
        };
        assert_eq!(scene.marks.iter().map(has_haze).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(scene.marks.iter().map(is_solid).collect::<Vec<_>>(), [true, false, true]);
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_tile_that_is_not_settled_has_a_dashed_edge_and_a_key() {
    let mut one = county("01", "120", Qualifier::About);
    one.status = Status::Provisional;
    let mut data = dataset(vec![one]);
    data.tiles = vec![Tile {
        code: "01".into(),
        column: 1,
        row: 1,
        kind: TileKind::Province,
        label: Bilingual::new("گیلان", "Gilan"),
    }];
    let view = r#""query": {"measure": "jobs", "areas": {"level": "province"}, "by": ["area"]},
        "mark": "tile_map", "encoding": {"classes": ["50", "100", "200"]}"#;
    each(&data, view, |scene| {
        let Item::Shape { stroke: Some(edge), .. } = &scene.marks[0].items[0] else { panic!() };
        assert_eq!(edge.dash, Dash::Reference);
        assert_eq!(scene.legend.len(), 1, "{:?}", scene.legend);
        let written = scene.marks[0].items.iter().filter_map(|item| match item {
            Item::Label(label) => Some(plain(&label.text)),
            Item::Shape { .. } => None,
        });
        let written: Vec<String> = written.collect();
        let value = plain(&scene.said[scene.marks[0].row].tip.value);
        let number = value.split(' ').nth(1).unwrap();
        assert!(written.iter().any(|text| text.contains(number)), "{written:?}");
    });
}
