//! Cells of areas over time: their places, their classes, and what is not known.

use hamyar::chart::{Fill, Geometry, Ink, Item, Options, Scene, Step, View, layout, next};
use hamyar::ingest::{Descriptor, Files, Resource, read_package};
use hamyar::model::Dataset;
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::labels::clashes;

const VIEW: &str = r#"{"query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area", "period"]}, "mark": "heat_map"}"#;
const LONG: &str = "شهرستان کهگیلویه و بویراحمد سفلی و توابع بخش مرکزی آن";

/// Counties of one province, each with figures by month: an empty text is a month that was not reported.
fn dataset(names: &[&str], figure: impl Fn(usize, usize) -> String, months: usize) -> Dataset {
    let mut areas = String::from(
        "id,code,division,level,parent,name_fa,name_en\nIR@1395,IR,1395,country,,ایران,Iran\n01@1395,01,1395,province,IR@1395,گیلان,Gilan\n",
    );
    let mut figures =
        String::from("id,measure,scenario,status,unit,source,area,period,value,missing\n");
    for (place, name) in names.iter().enumerate() {
        let code = format!("01{place:02}");
        areas += &format!("{code}@1395,{code},1395,county,01@1395,{name},{name}\n");
        for month in 0..months {
            let value = figure(place, month);
            let missing = if value.is_empty() { "not_reported" } else { "" };
            let (year, month) = (1399 + month / 12, month % 12 + 1);
            figures += &format!(
                "O{place}-{year}-{month},jobs,actual,confirmed,person,S,{code}@1395,{year}-{month:02},{value},{missing}\n"
            );
        }
    }
    let tables = [
        ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n".to_owned()),
        (
            "measures",
            "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n"
                .to_owned(),
        ),
        ("sources", "id,kind,title_fa,title_en\nS,press,خبر,News\n".to_owned()),
        ("areas", areas),
        ("observations", figures),
    ];
    let path = |name: &str| format!("{name}.csv");
    let resource =
        |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
    let resources = tables.iter().map(|(name, _)| resource(name)).collect();
    let files: Files =
        tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
    let read = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
    assert!(!read.has_errors(), "{:#?}", read.diagnostics);
    read.value.dataset
}

fn scenes(data: &Dataset) -> Vec<(String, Scene)> {
    let view: View = serde_json::from_str(VIEW).unwrap();
    let answer = run(data, &view.query);
    let mut scenes = Vec::new();
    for lang in [Lang::Fa, Lang::En] {
        for width in [268.0, 328.0, 720.0] {
            let options = Options { width, lang, direction: None };
            scenes.push((format!("{lang:?} {width}"), layout(data, &answer, &view, &options)));
        }
    }
    scenes
}

fn rising(place: usize, month: usize) -> String {
    (100 * place + month).to_string()
}

#[wasm_bindgen_test(unsupported = test)]
fn each_figure_has_its_cell_and_time_runs_to_the_right_in_both_languages() {
    let data = dataset(&["رشت", "شفت", "فومن"], rising, 14);
    for (name, scene) in scenes(&data) {
        assert_eq!(scene.marks.len(), 3 * 14, "{name}");
        for marks in scene.marks.chunks(14) {
            for pair in marks.windows(2) {
                let [one, other] = pair else { panic!() };
                assert_eq!(one.target.y, other.target.y, "{name}");
                assert!(one.target.x.0 + one.target.width.0 <= other.target.x.0, "{name}");
            }
        }
        let tops: Vec<i32> = scene.marks.iter().step_by(14).map(|mark| mark.target.y.0).collect();
        assert!(tops.is_sorted_by(|one, next| one < next), "{name}: {tops:?}");
        assert_eq!(clashes(&name, &scene), Vec::<String>::new());
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_not_reported_has_no_class() {
    let data = dataset(
        &["رشت", "شفت"],
        |place, month| if month == 3 { String::new() } else { rising(place, month) },
        12,
    );
    for (name, scene) in scenes(&data) {
        let is_classed =
            |item: &Item| matches!(item, Item::Shape { fill: Fill::Solid(Ink::Sequence(_)), .. });
        let missing: Vec<_> = scene
            .marks
            .iter()
            .filter(|mark| {
                scene.table.rows[mark.row].iter().any(|cell| cell.text == "not_reported")
            })
            .collect();
        assert_eq!(missing.len(), 2, "{name}");
        assert!(missing.iter().all(|mark| !mark.items.iter().any(is_classed)), "{name}");
        let batched: usize = scene
            .ground
            .iter()
            .map(|item| match item {
                Item::Shape {
                    geometry: Geometry::Rects(areas),
                    fill: Fill::Solid(Ink::Sequence(_)),
                    ..
                } => areas.len(),
                _ => 0,
            })
            .sum();
        let single = scene.marks.iter().filter(|mark| mark.items.iter().any(is_classed)).count();
        assert_eq!(batched + single, 22, "{name}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn no_label_runs_into_another_however_many_rows_and_however_long_their_names() {
    let many: Vec<String> = (0..90).map(|place| format!("شهرستان {place}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let huge = |place: usize, month: usize| {
        if place == 0 { "1".to_owned() } else { (1_000_000_000 + month).to_string() }
    };
    let cases = [
        ("long names", dataset(&[LONG, "شفت"], rising, 24)),
        ("one value", dataset(&["رشت"], rising, 1)),
        ("nothing reported", dataset(&["رشت", "شفت"], |_, _| String::new(), 6)),
        ("huge beside tiny", dataset(&["رشت", "شفت"], huge, 3)),
        ("many rows", dataset(&many, rising, 96)),
        ("forty years", dataset(&["رشت", "شفت"], rising, 480)),
    ];
    for (case, data) in &cases {
        for (name, scene) in scenes(data) {
            assert_eq!(clashes(&format!("{case} {name}"), &scene), Vec::<String>::new());
            let within = |mark: &hamyar::chart::Mark| {
                mark.target.x.0 >= 0 && mark.target.x.0 + mark.target.width.0 <= scene.width.0
            };
            assert!(scene.marks.iter().all(within), "{case} {name}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn keys_go_to_the_cell_beside_on_every_side() {
    let data = dataset(&["رشت", "شفت", "فومن"], rising, 12);
    for (name, scene) in scenes(&data) {
        let from = 12 + 5;
        for (step, to) in
            [(Step::Left, from - 1), (Step::Right, from + 1), (Step::Up, 5), (Step::Down, 24 + 5)]
        {
            assert_eq!(next(&scene, from, step), to, "{name} {step:?}");
        }
    }
}
