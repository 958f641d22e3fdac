//! Deadlines over Jalali time.

use hamyar::calendar::{Day, JalaliDate};
use hamyar::chart::{Fill, Geometry, Ink, Item, Mark, Scene};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, made, named, plain, scene, views};

fn board(lang: Lang, width: f64) -> Scene {
    scene(&views()["gallery-timeline"], lang, width)
}

/// The mark of an area in an order, counted from 0 in the order of their last days.
fn mark<'a>(scene: &'a Scene, area: &str, order: usize) -> &'a Mark {
    let is_own = |mark: &&Mark| scene.said[mark.row].key.contains(area);
    scene.marks.iter().filter(is_own).nth(order).unwrap()
}

fn words(mark: &Mark) -> String {
    let labels = mark.items.iter().filter_map(|item| match item {
        Item::Label(label) => Some(plain(&label.text)),
        Item::Shape { .. } => None,
    });
    labels.collect()
}

/// The kinds of shapes of a mark beside the bar of the time that was given.
fn shapes(mark: &Mark) -> Vec<&'static str> {
    let shapes = mark.items.iter().skip(1).filter_map(|item| match item {
        Item::Shape { geometry: Geometry::Circle(..), .. } => Some("dot"),
        Item::Shape { geometry: Geometry::Polygon(_), .. } => Some("diamond"),
        Item::Shape { fill: Fill::Fade(..), .. } => Some("open bar"),
        Item::Shape { .. } => Some("bar"),
        Item::Label(_) => None,
    });
    shapes.collect()
}

/// Where a bar from the order to its last day begins and ends.
fn given(mark: &Mark) -> [f64; 2] {
    let Some(Item::Shape { geometry: Geometry::Rect(area, _), .. }) = mark.items.first() else {
        panic!("no bar");
    };
    [area.x.css(), area.x.css() + area.width.css()]
}

fn day(month: u8, day: u8) -> Day {
    JalaliDate::new(1402, month, day).unwrap().day_number()
}

#[wasm_bindgen_test(unsupported = test)]
fn in_time_late_and_not_in_differ_in_shape_and_in_words() {
    let scene = board(Lang::En, 720.0);
    let told = |area: &str, order| {
        let mark = mark(&scene, area, order);
        (shapes(mark), words(mark))
    };
    assert_eq!(told("G0101", 0), (vec!["dot"], "59 days early".to_owned()));
    assert_eq!(told("G0102", 0), (vec!["dot"], "on the last day".to_owned()));
    assert_eq!(told("G0103", 0), (vec!["bar", "diamond"], "1 day late".to_owned()));
    assert_eq!(told("G0104", 0), (vec!["bar", "diamond"], "77 days late".to_owned()));
    assert_eq!(told("G0105", 0), (vec!["open bar"], "not in, 78 days over".to_owned()));
    // What has no last day is neither early nor late, whether it came in or not.
    for area in ["G0101", "G0105"] {
        let (shapes, words) = told(area, 2);
        assert!(shapes.is_empty() && words == "Not applicable", "{shapes:?} {words}");
        // The time that it gives goes on in parts.
        let given = mark(&scene, area, 2).items.first();
        assert!(
            matches!(given, Some(Item::Shape { geometry: Geometry::Rects(parts), .. }) if parts.len() == 4),
            "{given:?}"
        );
    }
}

/// Places are days: two orders, four days whose places are known, one scale.
#[wasm_bindgen_test(unsupported = test)]
fn a_place_is_a_day_and_the_last_day_counts_to_its_end() {
    for lang in LANGS {
        let scene = board(lang, 720.0);
        let [first, second] = [0, 1].map(|order| given(mark(&scene, "G0105", order)));
        let px_a_day = (second[1] - first[0]) / f64::from(day(2, 30).until(day(7, 11)));
        let place = |day: Day| first[0] + px_a_day * f64::from(self::day(2, 30).until(day));
        for (found, expected) in [(first[1], place(day(4, 31))), (second[0], place(day(3, 10)))] {
            assert!((found - expected).abs() < 0.5, "{lang:?}: {found}, not {expected}");
        }
        // Time runs from left to right in both languages.
        assert!(first[0] < first[1]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn table_and_tooltip_tell_both_days() {
    let scene = named("s2-deadline-board", Lang::En);
    let heads: Vec<&str> = scene.table.heads.iter().map(String::as_str).collect();
    let column = |name| heads.iter().position(|head| *head == name).unwrap();
    let row = |area: &str| {
        let is_own = |row: &&Vec<hamyar::chart::Cell>| row[0].text.contains(area);
        scene.table.rows.iter().find(is_own).unwrap()
    };
    let cells = |area| ["Last day", "Came in"].map(|head| plain(&row(area)[column(head)].text));
    assert_eq!(cells("Example province 1"), ["30 Tir 1399", "12 Tir 1399"]);
    assert_eq!(cells("Example province 3"), ["30 Tir 1399", "6 Mordad 1399"]);
    assert_eq!(row("Example province 3")[column("Came in")].sort, "1399-05-06");
    let tip = &scene.said[0].tip;
    assert!(tip.details.iter().any(|line| plain(line).contains("last day 30 Tir 1399")), "{tip:?}");
    assert!(plain(&tip.spoken).contains("last day 30 Tir 1399"), "{}", tip.spoken);
}

#[wasm_bindgen_test(unsupported = test)]
fn figures_without_a_last_day_are_bars_and_say_why() {
    let scene = made(
        r#"{"query": {"measure": "population_total", "areas": {"level": "province"}, "periods": ["1395"],
            "by": ["area"]}, "mark": "timeline"}"#,
        Lang::En,
    );
    assert!(scene.marks.len() >= 31, "{}", scene.marks.len());
    assert!(scene.notes.iter().any(|note| note.contains("not counted from a last day")));
}

/// Late and in time keep apart where colours do not: no two states share shape and colour.
#[wasm_bindgen_test(unsupported = test)]
fn the_key_names_each_state_that_there_is_and_no_other() {
    let scene = board(Lang::En, 720.0);
    let texts: Vec<&str> = scene.legend.iter().map(|entry| entry.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "From the order to the last day",
            "Last day",
            "Came in by the last day",
            "Came in after it",
            "Not in, last day over"
        ]
    );
    let is_red = |mark: &Mark| {
        mark.items
            .iter()
            .any(|item| matches!(item, Item::Shape { fill: Fill::Solid(Ink::Category(4)), .. }))
    };
    let late = scene.marks.iter().filter(|mark| is_red(mark)).count();
    assert_eq!(late, 3);
}
