//! Parts of wholes: only what adds lies on one another, and no whole is drawn of which a part is missing.

use hamyar::chart::{Dash, Item, MarkKind, Step, next};
use hamyar::diag::Bilingual;
use hamyar::model::{AreaId, AreaTree, Figure, Missing, Observation, Qualifier, Scenario};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, qualified};
use super::family::{drawn, each, extent, of_sex, written};
use super::plain;

const BY_SEX: &str =
    r#""query": {"measure": "people", "areas": {"level": "county"}, "by": ["area", "scope"]}"#;

fn view(stack: &str) -> String {
    format!(r#"{BY_SEX}, "encoding": {{"color": "scope", "stack": "{stack}", "minus": ["male"]}}"#)
}

fn one(code: &str, sex: &str, value: &str) -> Observation {
    of_sex(observation(&format!("{code}-{sex}"), "people", code, "1395", value), sex)
}

/// Two counties by sex.
fn whole() -> Vec<Observation> {
    vec![
        one("0101", "female", "30"),
        one("0101", "male", "10"),
        one("0102", "female", "5"),
        one("0102", "male", "15"),
    ]
}

fn missing(mut one: Observation, kind: Missing) -> Observation {
    one.figure = Figure::Missing(kind);
    one
}

#[wasm_bindgen_test(unsupported = test)]
fn parts_follow_one_another_from_zero_and_say_what_they_come_to() {
    each(&dataset(whole()), &view("zero"), |scene| {
        let [first, second, ..] = scene.marks.as_slice() else { panic!() };
        let (one, other) = (extent(first).unwrap(), extent(second).unwrap());
        assert!((one.1 - 3.0 * other.1).abs() < 4.0, "30 is three times 10: {one:?} {other:?}");
        let gap = if scene.lang == Lang::Fa {
            one.0 - (other.0 + other.1)
        } else {
            other.0 - (one.0 + one.1)
        };
        assert!((0.0..=1.5).contains(&gap), "{gap}");
        assert!(
            written(scene).iter().filter(|text| ["40", "۴۰"].contains(&text.as_str())).count() >= 1
        );
        let keys: Vec<String> = scene.legend.iter().map(|entry| plain(&entry.text)).collect();
        assert!(keys == ["زن", "مرد"] || keys == ["Women", "Men"], "{keys:?}");
        assert!(
            scene.description.short.contains("انباشته")
                || scene.description.short.contains("Stacked")
        );
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_share_tells_its_part_of_the_whole_and_how_it_was_computed() {
    each(&dataset(whole()), &view("share"), |scene| {
        let ends: Vec<f64> = scene
            .marks
            .chunks(2)
            .map(|two| two.iter().map(|mark| extent(mark).unwrap().1).sum())
            .collect();
        assert!((ends[0] - ends[1]).abs() < 2.0, "wholes of different length: {ends:?}");
        let text = written(scene).join(" ");
        assert!(text.contains("75") || text.contains("۷۵"), "{text}");
    });
    let scene = drawn(&dataset(whole()), &view("share"), Lang::En, 720.0);
    assert!(
        plain(&scene.said[scene.marks[0].row].tip.spoken).contains("75.0% of 40 person"),
        "{}",
        scene.said[scene.marks[0].row].tip.spoken
    );
    assert_eq!(plain(&scene.said[scene.marks[0].row].tip.working), "75.0% = 100 × 30 ÷ 40");
    let column = scene.table.heads.iter().position(|head| head == "Comparison").unwrap();
    assert_eq!(scene.table.rows[0][column].evidence.len(), 2);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_whole_with_a_missing_part_is_at_least_the_rest_and_has_no_shares() {
    let mut figures = whole();
    figures[1] = missing(figures[1].clone(), Missing::NotReported);
    figures.remove(3);
    let data = dataset(figures);
    each(&data, &view("zero"), |scene| {
        assert_eq!(scene.marks.len(), 4, "what has no row has a slot too");
        for mark in [&scene.marks[1], &scene.marks[3]] {
            let Item::Shape { stroke: Some(edge), .. } = &mark.items[0] else { panic!() };
            assert_eq!(edge.dash, Dash::Slot);
        }
        let text = written(scene).join(" ");
        assert!(text.contains("at least 30") || text.contains("دست‌کم ۳۰"), "{text}");
    });
    each(&data, &view("share"), |scene| {
        let widths: Vec<i32> = scene.marks.iter().map(|mark| mark.target.width.0).collect();
        assert!((widths[0] - widths[1]).abs() <= 1, "cells of one width: {widths:?}");
        assert!(!written(scene).iter().any(|text| text.contains('٪') || text.contains('%')));
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_has_a_slot_with_its_words_and_what_has_no_meaning_leaves_the_whole_known() {
    let mut figures = whole();
    figures[1] = qualified(figures[1].clone(), Qualifier::LessThan);
    figures[3] = missing(figures[3].clone(), Missing::NotApplicable);
    each(&dataset(figures), &view("zero"), |scene| {
        let text = written(scene).join(" ");
        assert!(
            text.contains("30 to 40")
                || text.contains("۳۰ تا ۴۰")
                || text.contains("at least 30")
                || text.contains("دست‌کم ۳۰"),
            "{text}"
        );
        assert!(written(scene).iter().any(|text| text == "5" || text == "۵"));
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_against_lies_on_the_other_side_of_zero() {
    each(&dataset(whole()), &view("diverging"), |scene| {
        // In reading order: the men of the first county, and then its women.
        let [men, women, ..] = scene.marks.as_slice() else { panic!() };
        assert!(
            scene.said[men.row].key.contains("male")
                && scene.said[women.row].key.contains("sex=female"),
            "{}",
            scene.said[men.row].key
        );
        let (men, women) = (extent(men).unwrap(), extent(women).unwrap());
        let meet = if scene.lang == Lang::Fa {
            men.0 - (women.0 + women.1)
        } else {
            women.0 - (men.0 + men.1)
        };
        assert!(meet.abs() < 3.0, "{men:?} {women:?}");
        assert!(
            !written(scene).iter().any(|text| text.contains('−')),
            "men are no negative number"
        );
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn what_does_not_add_stands_one_below_the_other_and_a_note_says_why() {
    let year = |year: &str, scenario| {
        let one = observation(year, "jobs", "0101", year, "20");
        Observation { scenario: Some(scenario), ..one }
    };
    let data = dataset(vec![year("1395", Scenario::Actual), year("1396", Scenario::Planned)]);
    let stage = r#""query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area", "period", "scenario"]},
        "encoding": {"color": "stage", "stack": "zero"}"#;
    let rates = dataset(vec![
        observation("a", "stated", "0101", "1395", "20"),
        observation("b", "stated", "0102", "1395", "30"),
    ]);
    let rate = r#""query": {"measure": "stated", "by": ["area"]}, "encoding": {"color": "area", "stack": "zero"}"#;
    for (data, view) in [(&data, stage), (&rates, rate)] {
        each(data, view, |scene| {
            let said = scene
                .notes
                .iter()
                .any(|note| note.contains("روی هم نیامده") || note.contains("not stacked"));
            let stacks = scene.marks.iter().any(|mark| {
                scene.marks.iter().any(|other| {
                    mark.target.y == other.target.y
                        && scene.said[mark.row].key != scene.said[other.row].key
                })
            });
            assert!(!stacks && scene.marks.len() == 2 && said, "{:?}", scene.notes);
        });
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn areas_of_one_period_stack_and_sort_by_their_whole() {
    let data = dataset(vec![
        observation("a", "jobs", "0101", "1395", "3"),
        observation("b", "jobs", "0102", "1395", "4"),
        observation("c", "jobs", "0101", "1396", "30"),
        observation("d", "jobs", "0102", "1396", "1"),
    ]);
    let view = r#""query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area", "period"]},
        "encoding": {"color": "area", "stack": "zero"}, "sort": "descending""#;
    each(&data, view, |scene| {
        let years: Vec<bool> =
            scene.marks.iter().map(|mark| scene.said[mark.row].key.contains("1396")).collect();
        assert_eq!(years, [true, true, false, false]);
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn arrows_go_along_a_bar_and_from_bar_to_bar() {
    for stack in ["zero", "diverging"] {
        let scene = drawn(&dataset(whole()), &view(stack), Lang::Fa, 720.0);
        assert_eq!(scene.mark, MarkKind::Bar);
        assert_eq!(next(&scene, 0, Step::Left), 1);
        assert_eq!(next(&scene, 1, Step::Right), 0);
        assert_eq!(next(&scene, 1, Step::Left), 1, "a row ends");
        assert!([2, 3].contains(&next(&scene, 0, Step::Down)));
        assert!([0, 1].contains(&next(&scene, 3, Step::Up)));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn long_names_huge_beside_tiny_and_nothing_but_gaps_are_written_without_a_clash() {
    let mut figures = Vec::new();
    for (code, female, male) in
        [("0101", "123456789", "1"), ("0102", "2", "3"), ("0201", "0", "0"), ("0202", "7", "8")]
    {
        figures.push(one(code, "female", female));
        figures.push(one(code, "male", male));
    }
    for part in [6, 7] {
        figures[part] = missing(figures[part].clone(), Missing::Withheld);
    }
    let mut data = dataset(figures);
    let mut areas: Vec<_> = data.areas.iter().cloned().collect();
    for area in &mut areas {
        let long = "شهرستان بسیار دورافتادهٔ کوهستانی با نامی که در هیچ ستونی جا نمی‌شود";
        area.name =
            Bilingual::new(long, "A county in the far mountains with a name that fits no column");
    }
    data.areas = AreaTree::new(areas).value;
    assert!(data.areas.get(&AreaId::new("0101@1395")).is_some());
    for stack in ["zero", "share", "diverging"] {
        each(&data, &view(stack), |scene| assert_eq!(scene.marks.len(), 8));
    }
}
