//! "Fewer than 100" is any number below 100: nothing is drawn, named or counted as if it were 100.

use hamyar::chart::{Fill, Geometry, Item, Mark, Options, Scene, View, layout};
use hamyar::diag::Bilingual;
use hamyar::model::{Dataset, Figure, Observation, Qualifier, Scenario, Status, Tile, TileKind};
use hamyar::number::Decimal;
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, paid_and_planned, qualified};
use super::{LANGS, labels, plain};

const COUNTIES: &str =
    r#""query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area"]}"#;
const TITLE: &str = r#""title": {"fa": "", "en": "{max.value} in {max.name}; {min.value} in {min.name}"},
    "fallback": {"fa": "", "en": "open"}"#;

fn drawn(data: &Dataset, view: &str, lang: Lang) -> Scene {
    let view: View = serde_json::from_str(&format!("{{{view}}}")).unwrap();
    let options = Options { width: 720.0, lang, direction: None };
    layout(data, &run(data, &view.query), &view, &options)
}

fn figure(code: &str, value: &str, qualifier: Qualifier) -> Observation {
    qualified(observation(code, "jobs", code, "1395", value), qualifier)
}

/// Fewer than 100, 60, more than 400.
fn three() -> Vec<Observation> {
    vec![
        figure("0101", "100", Qualifier::LessThan),
        figure("0102", "60", Qualifier::Exact),
        figure("0201", "400", Qualifier::MoreThan),
    ]
}

fn range(code: &str, low: i64, high: i64) -> Observation {
    let mut one = figure(code, "1", Qualifier::Exact);
    let (value, upper) = (Decimal::from_int(low), Some(Decimal::from_int(high)));
    one.figure = Figure::Value { value, qualifier: Qualifier::Between, upper };
    one
}

fn has_solid_dot(mark: &Mark) -> bool {
    mark.items.iter().any(|item| match item {
        Item::Shape { geometry: Geometry::Circle(..), fill: Fill::Solid(ink), .. } => {
            *ink != hamyar::chart::Ink::Paper
        }
        _ => false,
    })
}

fn headings(scene: &Scene) -> Vec<String> {
    labels(scene).map(|label| plain(&label.text)).filter(|text| text.contains(": ")).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn only_what_is_surely_an_extreme_is_called_one() {
    let view = format!(r#"{COUNTIES}, "mark": "bar", {TITLE}"#);
    let scene = drawn(&dataset(three()), &view, Lang::En);
    let long = plain(&scene.description.long);
    assert!(long.contains("Highest: 0201, more than 400"), "{long}");
    assert!(!long.contains("Lowest") && !long.contains("All are equal"), "{long}");
    assert_eq!(scene.title, "open", "which is the least nobody knows");
    let sure = [three(), vec![figure("0202", "20", Qualifier::AtMost)]].concat();
    let scene = drawn(&dataset(sure), &view, Lang::En);
    assert!(!scene.description.long.contains("Lowest"), "fewer than 100 may be fewer than 20");
    let sure = vec![
        figure("0101", "100", Qualifier::LessThan),
        figure("0102", "100", Qualifier::Exact),
        figure("0201", "400", Qualifier::MoreThan),
    ];
    let title = plain(&drawn(&dataset(sure), &view, Lang::En).title);
    assert!(
        title.starts_with("more than 400 in ") && title.contains("; fewer than 100 in "),
        "{title}"
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn bounds_alone_are_told_one_by_one() {
    let most = |code| figure(code, "100", Qualifier::AtMost);
    let data = dataset(["0101", "0102", "0201"].map(most).into());
    for lang in LANGS {
        let scene = drawn(&data, &format!(r#"{COUNTIES}, "mark": "bar""#), lang);
        let words = if lang == Lang::En { "at most 100" } else { "حداکثر ۱۰۰" };
        assert_eq!(plain(&scene.description.long).matches(words).count(), 3);
    }
    let about = |code| figure(code, "60", Qualifier::About);
    let data = dataset(["0101", "0102", "0201"].map(about).into());
    let scene = drawn(&data, &format!(r#"{COUNTIES}, "mark": "bar""#), Lang::En);
    assert!(!scene.description.long.contains("All are equal"), "{}", scene.description.long);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_is_no_dot_and_says_its_words() {
    let view = format!(r#"{COUNTIES}, "mark": "dot""#);
    let scene = drawn(&dataset(three()), &view, Lang::En);
    let dots: Vec<bool> = scene.marks.iter().map(has_solid_dot).collect();
    assert_eq!(dots, [false, true, false]);
    let words: Vec<String> = labels(&scene).map(|label| plain(&label.text)).collect();
    for word in ["fewer than 100", "more than 400"] {
        assert!(words.iter().any(|text| text == word), "{words:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_on_a_line_is_no_point_and_joined_to_nothing() {
    let of_year = |year: &str, value: &str, qualifier| {
        qualified(observation(year, "jobs", "0101", year, value), qualifier)
    };
    let data = dataset(vec![
        of_year("1395", "100", Qualifier::LessThan),
        of_year("1396", "60", Qualifier::Exact),
        of_year("1397", "70", Qualifier::Exact),
    ]);
    let view = r#""query": {"measure": "jobs", "by": ["period"]}, "mark": "line""#;
    let scene = drawn(&data, view, Lang::Fa);
    let dots: Vec<bool> = scene.marks.iter().map(has_solid_dot).collect();
    assert_eq!(dots, [false, true, true]);
    let slanted = scene.ground.iter().filter(|item| match item {
        Item::Shape { geometry: Geometry::Line(points), .. } => {
            points[0].x != points[1].x && points[0].y != points[1].y
        }
        _ => false,
    });
    assert_eq!(slanted.count(), 1, "from 60 to 70 alone");
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_are_said_to_stand_only_where_they_surely_do() {
    let alone = drawn(&dataset(three()), &format!(r#"{COUNTIES}, "mark": "dot""#), Lang::En);
    assert_eq!(headings(&alone), Vec::<String>::new(), "nothing stands beside them");
    assert!(alone.legend.is_empty());
    let stated = |code: &str, value, qualifier| {
        let one = observation(code, "stated", code, "1395", value);
        qualified(one, qualifier)
    };
    let data = dataset(vec![
        stated("01", "70", Qualifier::Exact),
        stated("02", "90", Qualifier::MoreThan),
        stated("0101", "100", Qualifier::LessThan),
        stated("0102", "80", Qualifier::AtLeast),
        stated("0201", "90", Qualifier::Exact),
        stated("0202", "95", Qualifier::Exact),
    ]);
    let view = r#""query": {"measure": "stated", "areas": {"level": "county"}, "by": ["area"],
        "against": ["province"]}, "mark": "dot",
        "title": {"fa": "", "en": "{above} above, {equal} equal, {below} below"}"#;
    let scene = drawn(&data, view, Lang::En);
    assert_eq!(scene.title, "1 above, 0 equal, 1 below");
    let told = ["Above their province: 1", "Below their province: 1"];
    assert_eq!(headings(&scene), [told[0], told[1], "Not known against their province: 2"]);
    let words: Vec<String> = scene
        .marks
        .iter()
        .flat_map(|mark| &scene.said[mark.row].tip.details)
        .map(|line| plain(line))
        .collect();
    assert!(words.iter().any(|line| line.contains("more than 90")), "{words:?}");
    assert!(!scene.table.heads.iter().any(|head| head.starts_with("Difference")));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_that_goes_beyond_a_class_is_in_none() {
    let province = |code: &str, value, qualifier| figure(code, value, qualifier);
    let class_of = |one: Observation| {
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
        let scene = drawn(&data, view, Lang::En);
        let is_told = scene.legend.iter().any(|entry| entry.text.contains("class not known"));
        let Item::Shape { fill, .. } = scene.marks[0].items[0] else { panic!() };
        match fill {
            Fill::Solid(hamyar::chart::Ink::Sequence(class)) if !is_told => Some(class),
            _ => {
                assert!(is_told, "{fill:?}");
                None
            }
        }
    };
    assert_eq!(class_of(province("01", "100", Qualifier::LessThan)), None);
    assert_eq!(class_of(province("01", "50", Qualifier::LessThan)), Some(1));
    assert_eq!(class_of(province("01", "50", Qualifier::AtMost)), None);
    assert_eq!(class_of(range("01", 45, 150)), None);
    assert_eq!(class_of(range("01", 50, 99)), Some(2));
    assert_eq!(class_of(province("01", "400", Qualifier::MoreThan)), Some(4));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_pair_whose_plan_is_nought_says_why_it_has_no_comparison() {
    for (planned, reason) in [("0", 1), ("5", 0)] {
        let mut pair = paid_and_planned();
        pair[0].figure = Figure::exact(Decimal::parse(planned).unwrap());
        let data = dataset(pair);
        let view = r#""query": {"pairs": ["paid-planned"]}, "mark": "planned_actual""#;
        for (lang, words) in [(Lang::Fa, "مخرج کسر صفر است"), (Lang::En, "The denominator is zero")]
        {
            let scene = drawn(&data, view, lang);
            assert_eq!(scene.marks.len(), 2);
            assert_eq!(scene.notes.iter().filter(|note| note.contains(words)).count(), reason);
        }
    }
}

/// What is estimated, provisional or carried says so beside its name, in its tooltip and its table,
/// and is not drawn as what is settled.
#[wasm_bindgen_test(unsupported = test)]
fn a_figure_that_is_not_settled_says_so_and_looks_so() {
    let statuses = [Status::Estimated, Status::Provisional, Status::Carried, Status::Confirmed];
    let codes = ["0101", "0102", "0201", "0202"];
    let with = |(status, code): (Status, &str)| {
        let mut one = figure(code, "5", Qualifier::Exact);
        (one.status, one.scenario) = (status, Some(Scenario::Actual));
        one
    };
    let data = dataset(statuses.into_iter().zip(codes).map(with).collect());
    let scene = drawn(&data, &format!(r#"{COUNTIES}, "mark": "bar""#), Lang::En);
    for (mark, status) in scene.marks.iter().zip(statuses) {
        let is_settled = status == Status::Confirmed;
        let says = |text: &str| text.contains(status.code());
        let row = &scene.table.rows[mark.row];
        assert_eq!(says(&scene.said[mark.row].tip.spoken), !is_settled, "{status:?}");
        assert_eq!(row.iter().any(|cell| says(&cell.text)), !is_settled, "{status:?}");
        let is_solid =
            mark.items.iter().any(|item| matches!(item, Item::Shape { fill: Fill::Solid(_), .. }));
        assert_eq!(is_solid, is_settled, "{status:?}");
    }
    let words: Vec<&str> = labels(&scene).map(|label| label.text.as_str()).collect();
    assert!(
        ["estimated", "provisional", "carried"]
            .iter()
            .all(|word| words.iter().any(|text| text.contains(word)))
    );
}
