//! Areas: filled where the area means something, stacked only where parts add up.

use hamyar::chart::{Fill, Geometry, Item, Options, Point, Scene, View, layout};
use hamyar::diag::Bilingual;
use hamyar::model::{
    AreaRule, AreaTree, Dataset, Figure, MeasureId, MeasureKind, Missing, Observation, Qualifier,
    Scenario,
};
use hamyar::number::Decimal;
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, qualified};
use super::LANGS;
use super::axes::{drawn, months, series};
use super::labels::clashes;

fn years() -> Vec<String> {
    (1396..1402).map(|year| year.to_string()).collect()
}

fn areas(scene: &Scene) -> Vec<(Vec<Point>, Fill)> {
    let area = |item: &Item| match item {
        Item::Shape { geometry: Geometry::Polygon(points), fill, .. } => {
            Some((points.clone(), *fill))
        }
        _ => None,
    };
    scene.ground.iter().filter_map(area).collect()
}

fn lowest(points: &[Point]) -> f64 {
    points.iter().map(|point| point.y.css()).fold(f64::NEG_INFINITY, f64::max)
}

#[wasm_bindgen_test(unsupported = test)]
fn a_gap_parts_the_area_and_is_not_filled() {
    let mut figures = series("0101", &months(9, 1401, 1), |index| 50 + index as i64);
    figures[4].figure = Figure::Missing(Missing::NotReported);
    let scene = drawn(&dataset(figures), "area", "", Lang::En, 720.0);
    let [(before, _), (after, _)] = &areas(&scene)[..] else { panic!("{:?}", areas(&scene)) };
    let gap = scene.marks[4].target;
    let right = before.iter().map(|point| point.x).max().unwrap();
    let left = after.iter().map(|point| point.x).min().unwrap();
    assert!(right <= gap.x && gap.x.0 + gap.width.0 <= left.0);
    assert_eq!(lowest(before), lowest(after), "both stand on zero");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_area_below_a_rate_is_not_filled_and_a_note_says_why() {
    let mut data = dataset(series("0101", &years(), |index| 20 + index as i64));
    data.measures.get_mut(&MeasureId::new("jobs")).unwrap().kind = MeasureKind::Ratio;
    let scene = drawn(&data, "area", "", Lang::En, 720.0);
    assert_eq!(areas(&scene), []);
    assert!(scene.notes.iter().any(|note| note.contains("ratio")), "{:?}", scene.notes);
    assert_eq!(scene.marks.len(), 6);
}

fn counties() -> Vec<Observation> {
    let of = |(place, code): (usize, &&str)| {
        series(code, &years(), move |index| 100 * (place as i64 + 1) + index as i64)
    };
    ["0101", "0102", "0201"].iter().enumerate().flat_map(of).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn parts_that_add_stand_on_each_other() {
    let scene = drawn(&dataset(counties()), "area", "", Lang::En, 720.0);
    let stacks = areas(&scene);
    assert_eq!(stacks.len(), 3);
    for pair in stacks.windows(2) {
        let top = |points: &[Point]| points.iter().map(|point| point.y).min().unwrap();
        assert!(top(&pair[1].0) < top(&pair[0].0));
        assert!(lowest(&pair[1].0) < lowest(&pair[0].0), "the second stands on the first");
    }
    // 600 in the first year: the mark of the third county stands at the sum.
    let third = scene.marks.iter().find(|mark| scene.said[mark.row].key.contains("0201")).unwrap();
    let first = scene.marks.iter().find(|mark| scene.said[mark.row].key.contains("0101")).unwrap();
    assert!(third.target.y < first.target.y);
}

fn is_only_lines(data: &Dataset) -> bool {
    let scene = drawn(data, "area", "", Lang::En, 720.0);
    areas(&scene).is_empty() && scene.notes.iter().any(|note| note.contains("not stacked"))
}

#[wasm_bindgen_test(unsupported = test)]
fn what_does_not_add_is_drawn_as_lines_with_a_note() {
    let with = |change: fn(&mut Vec<Observation>)| {
        let mut figures = counties();
        change(&mut figures);
        dataset(figures)
    };
    assert!(!is_only_lines(&with(|_| ())));
    assert!(
        is_only_lines(&with(|all| all[7].figure = Figure::Missing(Missing::Withheld))),
        "a gap"
    );
    assert!(is_only_lines(&with(|all| drop(all.remove(3)))), "a part that is not told");
    assert!(
        is_only_lines(&with(|all| all[2].figure = Figure::exact(Decimal::from_int(-4)))),
        "below 0"
    );
    assert!(is_only_lines(&with(|all| all[5].scenario = Some(Scenario::Planned))), "a plan");
    let bound = |all: &mut Vec<Observation>| {
        all[1] = qualified(all[1].clone(), Qualifier::LessThan);
    };
    assert!(is_only_lines(&with(bound)), "a bound");
    let mut data = with(|_| ());
    data.measures.get_mut(&MeasureId::new("jobs")).unwrap().area_rule = AreaRule::None;
    assert!(is_only_lines(&data), "a measure that has no sum");
}

#[wasm_bindgen_test(unsupported = test)]
fn ranges_of_periods_that_meet_are_one_band_between_their_ends() {
    let mut figures = series("0101", &years(), |index| 40 + 10 * index as i64);
    for one in &mut figures[1..4] {
        let value = one.figure.value().unwrap();
        let upper = value.checked_add(Decimal::from_int(15)).ok();
        one.figure = Figure::Value { value, qualifier: Qualifier::Between, upper };
    }
    let scene = drawn(&dataset(figures), "area", "", Lang::Fa, 720.0);
    let bands: Vec<_> =
        areas(&scene).into_iter().filter(|(_, fill)| matches!(fill, Fill::Dots(_))).collect();
    let [(band, _)] = &bands[..] else { panic!("{bands:?}") };
    assert_eq!(band.len(), 6, "two ends of three periods");
    let zero = areas(&scene).iter().map(|(points, _)| lowest(points)).fold(0.0, f64::max);
    assert!(lowest(band) < zero, "a band does not reach down to zero");
}

#[wasm_bindgen_test(unsupported = test)]
fn hard_cases_of_areas_have_no_label_in_the_way() {
    let one = |value: &str| dataset(vec![observation("a", "jobs", "0101", "1400", value)]);
    let mut absent = series("0101", &years(), |_| 1);
    for figure in &mut absent {
        figure.figure = Figure::Missing(Missing::NotReported);
    }
    let huge = series("0101", &years(), |index| 10_i64.pow(index as u32 * 2));
    let below = series("0101", &years(), |index| 30 - 20 * index as i64);
    let mut bounds = series("0101", &years(), |index| 50 + index as i64);
    for figure in &mut bounds {
        *figure = qualified(figure.clone(), Qualifier::LessThan);
    }
    let cases = [
        ("one", one("7")),
        ("nought", one("0")),
        ("absent", dataset(absent)),
        ("huge", dataset(huge)),
        ("below zero", dataset(below)),
        ("bounds", dataset(bounds)),
        ("stack", dataset(counties())),
    ];
    let view: View = serde_json::from_str(
        r#"{"query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area", "period"]},
        "mark": "area"}"#,
    )
    .unwrap();
    for (name, mut data) in cases {
        let long = "Counties whose name is far longer than any chart has room for, even a wide one";
        data.areas = renamed(&data, long);
        for lang in LANGS {
            for width in [328.0, 720.0] {
                let options = Options { width, lang, direction: None };
                let scene = layout(&data, &run(&data, &view.query), &view, &options);
                assert_eq!(clashes(name, &scene), Vec::<String>::new());
            }
        }
    }
}

/// The areas with a long name for one county.
pub fn renamed(data: &Dataset, long: &str) -> AreaTree {
    let mut areas: Vec<_> = data.areas.iter().cloned().collect();
    for area in areas.iter_mut().filter(|area| area.code == "0102") {
        area.name = Bilingual::new("شهرستانی با نامی بسیار بلند و باز هم بلندتر از آن", long);
    }
    AreaTree::new(areas).value
}
