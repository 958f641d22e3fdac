//! Scenes of the views that ship: what they say and where everything stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use hamyar::chart::{
    Anchor, Direction, Evidence, Fact, Fill, Item, Label, Options, Scene, View, card, evaluate,
    fill, layout,
};
use hamyar::model::Dataset;
use hamyar::query::run;
use hamyar::text::metrics::{TextStyle, width};
use hamyar::text::{Lang, strip_marks};
use wasm_bindgen_test::wasm_bindgen_test;

use super::ingest::open_data::{example_dataset, gallery_dataset, open_dataset};

mod aims;
mod areas;
mod axes;
mod bands;
mod bars;
mod bears;
mod board;
mod bounds;
#[cfg(not(target_arch = "wasm32"))]
mod command;
mod county_tiles;
mod critical;
mod described;
mod distribution;
mod example;
mod family;
mod figure;
mod funnel;
mod gallery;
mod heat;
mod isolates;
mod joints;
mod keys;
mod labels;
mod listing;
mod map;
mod member;
mod order;
mod pairs;
mod panels;
mod register;
mod rest;
mod rows;
mod scatter;
mod series;
mod slopes;
#[cfg(not(target_arch = "wasm32"))]
mod snapshot;
mod source_card;
mod stacked;
mod survey;
mod table;
mod tiles;
mod timeline;
mod waterfall;

const LANGS: [Lang; 2] = [Lang::Fa, Lang::En];

/// The open data, the example set, or the figures of the gallery; each is read once.
fn data_of(view: &View) -> &'static Dataset {
    static OPEN: OnceLock<Dataset> = OnceLock::new();
    static EXAMPLE: OnceLock<Dataset> = OnceLock::new();
    static GALLERY: OnceLock<Dataset> = OnceLock::new();
    match view.data.as_str() {
        "example" => EXAMPLE.get_or_init(example_dataset),
        "gallery" => GALLERY.get_or_init(gallery_dataset),
        _ => OPEN.get_or_init(open_dataset),
    }
}

fn open() -> &'static Dataset {
    data_of(&View::default())
}

fn example() -> &'static Dataset {
    data_of(&View { data: "example".into(), ..View::default() })
}

/// Every view of the pages, those of the gallery among them.
fn views() -> BTreeMap<String, View> {
    let of_pages = include_str!("../../www/views/views.json");
    let of_gallery = include_str!("../../www/views/gallery-views.json");
    let views = |text| serde_json::from_str::<BTreeMap<String, View>>(text).unwrap();
    views(of_pages).into_iter().chain(views(of_gallery)).collect()
}

fn facts() -> BTreeMap<String, Fact> {
    serde_json::from_str(include_str!("../../www/views/facts.json")).unwrap()
}

/// What sentences on the example set tell.
fn example_facts() -> BTreeMap<String, Fact> {
    serde_json::from_str(include_str!("../../www/views/example-facts.json")).unwrap()
}

fn scene(view: &View, lang: Lang, width: f64) -> Scene {
    let data = data_of(view);
    layout(data, &run(data, &view.query), view, &Options { width, lang, direction: None })
}

/// One view that ships.
fn named(name: &str, lang: Lang) -> Scene {
    scene(&views()[name], lang, 720.0)
}

/// One view made in a test.
fn made(json: &str, lang: Lang) -> Scene {
    scene(&serde_json::from_str(json).unwrap(), lang, 720.0)
}

/// A view that ships as it is laid out in one language at one width.
type Laid = (String, View, Scene);

/// Every view in both languages at these widths, by name; each width is laid out once.
fn scenes(widths: &[f64]) -> impl Iterator<Item = &'static Laid> {
    static LAID: Mutex<BTreeMap<u32, &'static [Laid]>> = Mutex::new(BTreeMap::new());
    let mut laid = LAID.lock().unwrap_or_else(PoisonError::into_inner);
    let at = |width: &f64| *laid.entry(*width as u32).or_insert_with(|| lay_out(*width).leak());
    let found: Vec<&[Laid]> = widths.iter().map(at).collect();
    found.into_iter().flatten()
}

fn lay_out(width: f64) -> Vec<Laid> {
    let mut scenes = Vec::new();
    for (name, view) in views() {
        for lang in LANGS {
            let scene = scene(&view, lang, width);
            scenes.push((format!("{name} {lang:?} {width}"), view.clone(), scene));
        }
    }
    scenes
}

fn plain(text: &str) -> String {
    strip_marks(text).replace('\u{A0}', " ")
}

fn fact(dataset: &Dataset, name: &str, lang: Lang) -> String {
    plain(&evaluate(dataset, &facts()[name], lang).unwrap_or_else(|| panic!("{name}")).text)
}

#[wasm_bindgen_test(unsupported = test)]
fn every_fact_of_the_pages_is_borne_by_the_data() {
    let data = open();
    for (name, one) in facts() {
        for lang in LANGS {
            assert!(evaluate(data, &one, lang).is_some_and(|fact| !fact.text.is_empty()), "{name}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn s4_tells_paid_from_planned() {
    let data = open();
    let said = |name| fact(data, name, Lang::Fa);
    assert_eq!(said("paid-1400"), "۵۸۰ میلیارد ریال");
    assert_eq!(said("planned-1401"), "۷۰۰ میلیارد ریال");
    assert_eq!(said("jobs-1400"), "۹۰۰ نفر");
    assert_eq!(said("cost-per-job"), "۶۴۴٫۴ میلیون ریال");
    assert_eq!(said("planned-against-paid"), "+۲۰٫۶۹٪");
    assert_eq!(fact(data, "cost-per-job", Lang::En), "644.4 million rials");
}

#[wasm_bindgen_test(unsupported = test)]
fn s2_tells_stated_from_computed() {
    let data = open();
    let said = |name| fact(data, name, Lang::Fa);
    assert_eq!(
        (said("small-stated"), said("small-computed")),
        ("۷۱ درصد".into(), "۷۰٫۸۲ درصد".into())
    );
    assert_eq!(said("rural-gap"), "حدود ۸ واحد درصد");
    assert_eq!(said("pooled-unemployment"), "۱۱٫۳۰ درصد");
    assert_eq!(said("country-unemployment"), "۱۲٫۵۶ درصد");
    assert_eq!(said("unemployment-without-cities"), "۱۳٫۹۶ درصد");
    assert_eq!((said("above-province"), said("known-counties")), ("۸".into(), "۲۴".into()));
    assert_eq!((said("above-country"), said("unknown-counties")), ("۷".into(), "۷".into()));
    assert_eq!(
        (said("rural-above-province"), said("rural-above-country")),
        ("۲۱".into(), "۲۰".into())
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn a_card_leads_to_the_words_of_the_document() {
    let data = open();
    let card_of = |id: &str| card(data, &Evidence::parse(id), Lang::Fa).unwrap();
    let card = card_of("O017");
    assert!(card.quote.contains("۵۸۰") && card.quote.contains("پرداخت کرد"), "{}", card.quote);
    assert_eq!(card.stage, "actual");
    let text: Vec<&str> = card.rows.iter().map(|row| row.text.as_str()).collect();
    assert!(text.iter().any(|text| text.contains("۱۸ اردیبهشت ۱۴۰۱")), "{text:?}");
    assert!(text.iter().any(|text| text.contains("۲ بار")), "told twice is one figure: {text:?}");
    let toman = card_of("O050");
    assert!(toman.rows.iter().any(|row| row.text.contains("تومان") && row.text.contains("ریال")));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_8_everything_a_chart_shows_leads_to_a_card() {
    let mut asked = BTreeSet::new();
    for (name, view, scene) in scenes(&[720.0]) {
        let data = data_of(view);
        let marks = scene.marks.iter().flat_map(|mark| &scene.said[mark.row].evidence);
        let cells = scene.table.rows.iter().flatten().flat_map(|cell| &cell.evidence);
        let lines = scene.sources.iter().flat_map(|line| &line.evidence);
        for one in marks.chain(cells).chain(lines) {
            if !asked.insert((view.data.clone(), one.as_str().to_owned())) {
                continue;
            }
            let card = card(data, one, Lang::Fa).unwrap();
            assert!(!card.reference.is_empty() && !card.heading.is_empty(), "{name}: {one:?}");
        }
        assert!(scene.sources.iter().all(|line| !line.evidence.is_empty()), "{name}");
        // Only a place for which nothing was told may be drawn without one.
        let empty = scene.marks.iter().filter(|mark| scene.said[mark.row].evidence.is_empty());
        for mark in empty {
            let value = plain(&scene.said[mark.row].tip.value);
            assert!(
                !value.contains(char::is_numeric) || value.starts_with(['۰', '0']),
                "{name}: {value}"
            );
        }
        let numbers = scene.table.rows.iter().flatten().filter(|cell| cell.numeric);
        // Nothing stands behind a count of nothing.
        let mute = numbers.filter(|cell| cell.evidence.is_empty() && cell.sort != "0");
        let mute: Vec<_> = mute.collect();
        assert!(mute.is_empty(), "{name}: {mute:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_place_in_a_group_leads_to_its_document() {
    let data = open();
    let scene = named("s2-map-status", Lang::En);
    assert_eq!(scene.marks.len(), 31);
    for mark in &scene.marks {
        let card = card(data, &scene.said[mark.row].evidence[0], Lang::En).unwrap();
        assert_eq!((card.value.as_str(), card.stage), ("", ""));
        assert_eq!(card.reference, scene.said[mark.row].tip.source);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_view_has_title_marks_table_and_source() {
    for (name, _, scene) in scenes(&[720.0]) {
        assert!(!scene.title.is_empty() && !scene.subtitle.is_empty(), "{name}");
        assert!(!scene.marks.is_empty(), "{name} draws nothing");
        assert!(!scene.sources.is_empty(), "{name} has no source");
        assert!(scene.table.rows.len() >= scene.marks.len(), "{name}: a mark without a row");
        let heads = scene.table.heads.len();
        assert!(scene.table.rows.iter().all(|row| row.len() == heads), "{name}: ragged table");
        for mark in &scene.marks {
            assert!(
                mark.row < scene.table.rows.len() && !scene.said[mark.row].tip.spoken.is_empty(),
                "{name}"
            );
        }
    }
}

/// A name of the gallery in two scripts.
const MIXED: [&str; 2] = ["Example-e-Latin نمونهٔ آمیخته ۱۲ (A/B)", "Mixed نمونه name 12 (A/B)"];

#[wasm_bindgen_test(unsupported = test)]
fn no_sentence_is_left_open_and_no_word_is_of_the_other_language() {
    for (name, _, scene) in scenes(&[720.0]) {
        let texts = [&scene.title, &scene.subtitle, &scene.description.long, &scene.coverage];
        for text in
            texts.map(|text| MIXED.iter().fold(text.clone(), |text, name| text.replace(name, "")))
        {
            assert!(!text.contains(['{', '}']), "{name}: {text}");
            let latin = text.chars().any(|one| one.is_ascii_alphanumeric());
            let persian = text.chars().any(|one| ('\u{0620}'..='\u{06FF}').contains(&one));
            match scene.lang {
                Lang::Fa => assert!(!latin, "{name}: {text}"),
                Lang::En => assert!(!persian, "{name}: {text}"),
            }
        }
    }
}

fn labels(scene: &Scene) -> impl Iterator<Item = &Label> {
    let marks = scene.marks.iter().flat_map(|mark| &mark.items);
    let items = scene.ground.iter().chain(marks).chain(&scene.overlay);
    items.filter_map(|item| match item {
        Item::Label(label) => Some(label),
        Item::Shape { .. } => None,
    })
}

/// Left and right end of a label in CSS px.
fn ends(label: &Label) -> (f64, f64) {
    let size = label.size.0 as f32 / 8.0;
    let style = if label.bold { TextStyle::bold(size) } else { TextStyle::regular(size) };
    let style = if label.tabular { style.with_tabular_digits() } else { style };
    let (at, length) = (f64::from(label.at.x.0) / 8.0, width(&label.text, &style));
    match label.anchor {
        Anchor::Left => (at, at + length),
        Anchor::Middle => (at - length / 2.0, at + length / 2.0),
        Anchor::Right => (at - length, at),
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn no_label_is_clipped_or_under_12_px() {
    for (name, _, scene) in scenes(&[320.0, 720.0]) {
        let whole = f64::from(scene.width.0) / 8.0;
        for label in labels(scene) {
            let (left, right) = ends(label);
            assert!(
                left >= -2.0 && right <= whole + 2.0,
                "{name}: «{}» {left}..{right}",
                label.text
            );
            assert!(label.size.0 >= 12 * 8, "{name}: «{}»", label.text);
            assert!(label.at.y.0 <= scene.height.0, "{name}: «{}» below the plot", label.text);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn bars_grow_away_from_the_side_where_reading_starts() {
    let data = open();
    let view = &views()["population"];
    let answer = run(data, &view.query);
    for (direction, lang) in [(Direction::Rtl, Lang::Fa), (Direction::Ltr, Lang::Fa)] {
        let options = Options { width: 720.0, lang, direction: Some(direction) };
        let scene = layout(data, &answer, view, &options);
        let bars: Vec<_> = scene.marks.iter().map(|mark| mark.target).collect();
        let starts: Vec<i32> = match direction {
            Direction::Rtl => bars.iter().map(|bar| bar.x.0 + bar.width.0).collect(),
            Direction::Ltr => bars.iter().map(|bar| bar.x.0).collect(),
        };
        assert!(starts.iter().all(|start| *start == starts[0]), "{direction:?}: {starts:?}");
        assert!(bars[0].width.0 > bars[30].width.0);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_plan_is_never_solid_and_a_gap_is_never_a_bar() {
    let fills = |scene: &Scene, mark: usize| -> Vec<Fill> {
        let shapes = scene.marks[mark].items.iter().filter_map(|item| match item {
            Item::Shape { fill, .. } => Some(*fill),
            Item::Label(_) => None,
        });
        shapes.collect()
    };
    for (name, _, scene) in scenes(&[720.0]) {
        if name.starts_with("s4-paid-planned") {
            assert!(matches!(fills(scene, 0)[0], Fill::Solid(_)));
            assert!(matches!(fills(scene, 1)[0], Fill::Hatch(_)));
        }
        if name.starts_with("s0-formation-members") {
            let mut values = scene.marks.iter().map(|mark| &scene.said[mark.row].tip.value);
            let empty = values.position(|text| !text.contains(char::is_numeric)).unwrap();
            assert!(fills(scene, empty).iter().all(|fill| *fill == Fill::None), "{name}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_sentence_with_a_hole_is_no_sentence() {
    assert_eq!(fill("{a} {{b}}", &|_| Some("1".to_owned())).as_deref(), Some("1 {b}"));
    assert_eq!(fill("{a", &|_| Some("1".to_owned())), None);
    assert_eq!(fill("{a}", &|_| None), None);
}
