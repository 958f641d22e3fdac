//! How many lie in each class: a zero only where nothing could be in it unknown.

use hamyar::chart::{Dash, Item, MarkKind, Step, next};
use hamyar::diag::Bilingual;
use hamyar::model::{Dataset, Dimension, Figure, Missing, Observation, Qualifier};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, qualified};
use super::family::{drawn, each, written};
use super::plain;

const VIEW: &str = r#""query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area"]},
    "mark": "distribution", "encoding": {"classes": ["10", "20", "30"]}"#;

fn county(code: &str, value: &str) -> Observation {
    observation(code, "jobs", code, "1395", value)
}

/// Two below 10, one from 10, one from 30; none from 20.
fn counties() -> Vec<Observation> {
    vec![county("0101", "3"), county("0102", "9"), county("0201", "10"), county("0202", "40")]
}

#[wasm_bindgen_test(unsupported = test)]
fn areas_are_counted_in_touching_columns_and_a_known_zero_is_a_zero() {
    each(&dataset(counties()), VIEW, |scene| {
        assert_eq!(scene.mark, MarkKind::Distribution);
        let values: Vec<String> =
            scene.marks.iter().map(|mark| plain(&scene.said[mark.row].tip.value)).collect();
        assert!(values == ["2", "1", "0", "1"] || values == ["۲", "۱", "۰", "۱"], "{values:?}");
        for (one, next) in scene.marks.iter().zip(scene.marks.iter().skip(1)) {
            let (one, next) = (one.target, next.target);
            let gap = if scene.lang == Lang::Fa {
                one.x.0 - next.x.0 - next.width.0
            } else {
                next.x.0 - one.x.0 - one.width.0
            };
            assert_eq!(gap, 0, "columns touch");
        }
        assert!(
            scene.said[scene.marks[0].row].tip.details[0].contains("0101")
                || scene.said[scene.marks[0].row].tip.details[0].contains("رشت")
        );
        assert_eq!(scene.said[scene.marks[0].row].evidence.len(), 2);
        let on = if scene.lang == Lang::Fa { Step::Left } else { Step::Right };
        assert_eq!(next(scene, 0, on), 1);
    });
    let scene = drawn(&dataset(counties()), VIEW, Lang::En, 720.0);
    assert_eq!(scene.table.heads[..2], ["Class", "Value"]);
    assert_eq!(scene.table.rows[1][0].text, "10 to 20");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_not_known_stands_beside_and_leaves_no_class_empty() {
    let mut figures = counties();
    figures[1].figure = Figure::Missing(Missing::NotReported);
    each(&dataset(figures), VIEW, |scene| {
        let values: Vec<String> =
            scene.marks.iter().map(|mark| plain(&scene.said[mark.row].tip.value)).collect();
        let fa = ["دست‌کم ۱", "دست‌کم ۱", "نامعلوم", "دست‌کم ۱", "۱"];
        let en = ["at least 1", "at least 1", "Unknown", "at least 1", "1"];
        assert!(values == fa || values == en, "{values:?}");
        let slot = |item: &Item| matches!(item, Item::Shape { stroke: Some(edge), .. } if edge.dash == Dash::Slot);
        for index in [2, 4] {
            assert!(scene.marks[index].items.iter().any(slot));
        }
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_leaves_open_only_the_classes_that_it_reaches() {
    let mut figures = counties();
    figures[3] = qualified(figures[3].clone(), Qualifier::MoreThan);
    figures[2] = qualified(county("0201", "15"), Qualifier::LessThan);
    let scene = drawn(&dataset(figures), VIEW, Lang::En, 720.0);
    let values: Vec<String> =
        scene.marks.iter().map(|mark| plain(&scene.said[mark.row].tip.value)).collect();
    // More than 40 is of the last class; fewer than 15 is of the first or the second.
    assert_eq!(values, ["at least 2", "Unknown", "0", "1", "1"]);
    assert_eq!(scene.table.rows[4][0].text, "class unknown");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_the_figure_has_no_meaning_for_is_in_no_class_and_hides_none() {
    let mut figures = counties();
    figures[3].figure = Figure::Missing(Missing::NotApplicable);
    let scene = drawn(&dataset(figures), VIEW, Lang::En, 720.0);
    let values: Vec<String> =
        scene.marks.iter().map(|mark| plain(&scene.said[mark.row].tip.value)).collect();
    assert_eq!(values, ["2", "1", "0", "0"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn areas_that_were_expected_and_have_no_row_are_unknown_too() {
    let mut figures = counties();
    figures.pop();
    let scene = drawn(&dataset(figures), VIEW, Lang::En, 720.0);
    let values: Vec<String> =
        scene.marks.iter().map(|mark| plain(&scene.said[mark.row].tip.value)).collect();
    assert_eq!(
        values,
        ["at least 2", "at least 1", "Unknown", "Unknown", "1"],
        "{:?}",
        scene.coverage
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn areas_of_several_years_are_not_counted_twice() {
    let mut figures = counties();
    figures.push(observation("x", "jobs", "0101", "1396", "3"));
    let view = VIEW.replace(r#""by": ["area"]"#, r#""by": ["area", "period"]"#);
    each(&dataset(figures), &view, |scene| {
        assert_eq!(scene.mark, MarkKind::Bar);
        assert!(!scene.notes.is_empty());
    });
}

/// Villages by size, in the order of letters that is not that of sizes.
fn by_size(codes: &[(&str, &str)]) -> Dataset {
    let mut data = dataset(Vec::new());
    for (code, name) in [
        ("lt_50", "under 50"),
        ("50_99", "50 to 99"),
        ("100_499", "100 to 499"),
        ("lt_500", "under 500"),
    ] {
        data.codes.add("size_class", code, Bilingual::new(name, name), Bilingual::default());
    }
    for (code, value) in codes {
        let mut one = observation(code, "people", "01", "1395", value);
        one.dimensions = vec![(Dimension::SizeClass, (*code).to_owned())];
        let name = data.codes.get("size_class", code).unwrap().name.clone();
        one.scope = name;
        data.observations.insert(one.id.clone(), one);
    }
    data
}

#[wasm_bindgen_test(unsupported = test)]
fn the_classes_of_a_code_list_stand_in_its_order() {
    let view = r#""query": {"measure": "people", "by": ["size_class"]}, "mark": "distribution", "encoding": {"y": "size_class"}"#;
    each(&by_size(&[("lt_50", "7"), ("50_99", "20"), ("100_499", "0")]), view, |scene| {
        let keys: Vec<&str> = scene
            .marks
            .iter()
            .filter_map(|mark| scene.said[mark.row].key.split("size_class=").nth(1))
            .collect();
        assert_eq!(keys, ["lt_50", "50_99", "100_499"]);
        assert!(written(scene).iter().any(|text| text == "20" || text == "۲۰"));
    });
    // A class beside one that holds it would count twice.
    let scene = drawn(&by_size(&[("lt_50", "7"), ("lt_500", "20")]), view, Lang::En, 720.0);
    assert_eq!(scene.mark, MarkKind::Bar);
}

#[wasm_bindgen_test(unsupported = test)]
fn many_narrow_classes_with_long_limits_are_written_without_a_clash() {
    let limits: Vec<String> = (1..=11).map(|one| format!("\"{}\"", one * 1_234_567)).collect();
    let view = VIEW.replace(r#""10", "20", "30""#, &limits.join(","));
    let figures = vec![
        county("0101", "3"),
        county("0102", "9000000"),
        county("0201", "9000001"),
        county("0202", "40000000000"),
    ];
    each(&dataset(figures), &view, |scene| assert_eq!(scene.marks.len(), 12));
    each(&dataset(vec![county("0101", "3")]), VIEW, |scene| assert_eq!(scene.marks.len(), 5));
}
