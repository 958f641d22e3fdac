//! Rows of the list of capabilities whose test is what a chart shows.

use hamyar::calendar::Day;
use hamyar::chart::{Evidence, Fill, Geometry, Item, Mark, Options, Scene, View, card, layout};
use hamyar::diag::Bilingual;
use hamyar::export::table_csv;
use hamyar::model::{
    Dataset, Figure, Missing, Observation, ObservationId, Qualifier, Revision, Scenario, SourceId,
    Stage, Status, keep_confirmed,
};
use hamyar::number::Decimal;
use hamyar::query::run;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, paid_and_planned, qualified};
use super::{fact, labels, named, open, plain, scenes};

fn drawn(data: &Dataset, view: &str, lang: Lang) -> Scene {
    let view: View = serde_json::from_str(view).unwrap();
    let options = Options { width: 720.0, lang, direction: None };
    layout(data, &run(data, &view.query), &view, &options)
}

fn absent(id: &str, code: &str, missing: Missing) -> Observation {
    let mut one = observation(id, "jobs", code, "1395", "1");
    one.figure = Figure::Missing(missing);
    one.wording.value = None;
    one
}

/// Shapes of a mark: its rectangles with their width in CSS px and their fill.
fn boxes(mark: &Mark) -> Vec<(f64, Fill)> {
    let shape = |item: &Item| match item {
        Item::Shape { geometry: Geometry::Rect(area, _), fill, .. } => {
            Some((area.width.css(), *fill))
        }
        _ => None,
    };
    mark.items.iter().filter_map(shape).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn row_10_nought_not_reported_and_withheld_are_three_things() {
    let mut data = dataset(vec![
        observation("a", "jobs", "0101", "1395", "0"),
        absent("b", "0102", Missing::NotReported),
        absent("c", "0201", Missing::Withheld),
        observation("d", "jobs", "0202", "1395", "8"),
    ]);
    for (code, fa, en) in
        [("not_reported", "گزارش‌نشده", "not reported"), ("withheld", "محرمانه", "withheld")]
    {
        data.codes.add("missing", code, Bilingual::new(fa, en), Bilingual::default());
    }
    let view = r#"{"query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area"]}, "mark": "bar"}"#;
    for (lang, words) in [
        (Lang::Fa, ["۰", "گزارش‌نشده", "محرمانه", "۸"]),
        (Lang::En, ["0", "not reported", "withheld", "8"]),
    ] {
        let scene = drawn(&data, view, lang);
        let [nought, gap, mark, bar] = &scene.marks[..] else { panic!("{:?}", scene.marks) };
        // Nought is a stump on the line of nought, a gap an empty slot, what is withheld crossed out.
        let [(stump, Fill::Solid(_))] = boxes(nought)[..] else { panic!("{nought:?}") };
        let [(slot, Fill::None)] = boxes(gap)[..] else { panic!("{gap:?}") };
        let [(crossed, Fill::CrossHatch(_))] = boxes(mark)[..] else { panic!("{mark:?}") };
        let [(whole, Fill::Solid(_))] = boxes(bar)[..] else { panic!("{bar:?}") };
        assert!(stump <= 4.0 && stump < slot && slot < whole && slot == crossed);
        let cells: Vec<&str> = scene.table.rows.iter().map(|row| row[3].text.as_str()).collect();
        assert_eq!(cells, words);
        let csv = table_csv(&scene);
        let lines: Vec<&str> = csv.lines().skip(1).take(4).collect();
        let digits = ["0", words[1], words[2], "8"];
        for (line, told) in lines.iter().zip(digits) {
            assert!(line.contains(&format!(",{told},")), "{line}");
        }
    }
}

/// The same in a data package: nought is a value, an absence is a word and no value.
#[cfg(feature = "desk")]
#[wasm_bindgen_test(unsupported = test)]
fn row_10_the_file_of_a_package_tells_them_apart() {
    let data = dataset(vec![
        observation("a", "jobs", "0101", "1395", "0"),
        absent("b", "0102", Missing::NotReported),
        absent("c", "0201", Missing::Withheld),
    ]);
    let files = hamyar::export::data_package(&data);
    let (_, bytes) = files.iter().find(|(path, _)| path == "observations.csv").unwrap();
    let table = hamyar::ingest::Table::parse(bytes).unwrap();
    let [value, missing] = ["value", "missing"].map(|name| table.column(name).unwrap());
    let rows = (0..table.rows()).map(|row| (table.cell(row, value), table.cell(row, missing)));
    assert_eq!(rows.collect::<Vec<_>>(), [("0", ""), ("", "not_reported"), ("", "withheld")]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_12_the_public_sees_only_what_is_confirmed() {
    let with = |id: &str, code: &str, status: Status| {
        let mut one = observation(id, "jobs", code, "1395", "5");
        one.status = status;
        one
    };
    let mut part = with("part", "0202", Status::Provisional);
    part.part_of = Some(ObservationId::new("draft"));
    let mut data = dataset(vec![
        with("draft", "0101", Status::Draft),
        with("submitted", "0102", Status::Submitted),
        with("confirmed", "0201", Status::Confirmed),
        part,
    ]);
    let view = r#"{"query": {"measure": "jobs", "areas": {"level": "county"}, "by": ["area"]}, "mark": "bar"}"#;
    let shown = |data: &Dataset| {
        let scene = drawn(data, view, Lang::En);
        let all = scene.marks.iter().flat_map(|mark| &scene.said[mark.row].evidence);
        all.map(|one| one.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&data), ["draft", "submitted", "confirmed", "part"]);
    assert_eq!(keep_confirmed(&mut data), 2);
    assert_eq!(shown(&data), ["confirmed", "part"]);
    assert_eq!(data.observations[&ObservationId::new("part")].part_of, None);
    assert_eq!(keep_confirmed(&mut data), 0);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_12_a_pair_goes_with_its_figure() {
    let mut figures = paid_and_planned();
    figures[1].status = Status::Submitted;
    let mut data = dataset(figures);
    assert_eq!((data.comparisons.len(), keep_confirmed(&mut data)), (1, 1));
    assert_eq!(data.comparisons, []);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_13_spring_months_never_fall_in_esfand() {
    let data = dataset(vec![
        observation("a", "jobs", "01", "1400-01", "10"),
        observation("b", "jobs", "01", "1400-02", "20"),
        observation("c", "jobs", "01", "1400-03", "30"),
    ]);
    let view = r#"{"query": {"measure": "jobs", "every": "month", "by": ["area", "period"]}, "mark": "line"}"#;
    let scene = drawn(&data, view, Lang::Fa);
    let headings: Vec<String> =
        scene.marks.iter().map(|mark| plain(&scene.said[mark.row].tip.heading)).collect();
    for (heading, month) in headings.iter().zip(["فروردین", "اردیبهشت", "خرداد"])
    {
        assert!(heading.contains(month), "{headings:?}");
    }
    assert_eq!(headings.len(), 3);
    let said = [&scene.description.long, &scene.subtitle].into_iter().cloned();
    let written = labels(&scene).map(|label| label.text.clone()).chain(said).chain(headings);
    for text in written {
        assert!(!text.contains("اسفند") && !text.contains("۱۳۹۹"), "{text}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_14_planned_stays_planned_and_growth_says_against_what() {
    let data = open();
    let one = |id: &str| &data.observations[&ObservationId::new(id)];
    let billions = |count: i64| Some(Decimal::from_int(count * 1_000_000_000));
    let (planned, paid) = (one("O016"), one("O017"));
    assert_eq!((planned.scenario, planned.stage), (Some(Scenario::Planned), None));
    assert_eq!(planned.figure.value(), billions(700));
    assert_eq!((paid.scenario, paid.stage), (Some(Scenario::Actual), Some(Stage::Disbursed)));
    assert_eq!(paid.figure.value(), billions(580));
    assert_eq!(fact(data, "planned-against-paid", Lang::Fa), "+۲۰٫۶۹٪");
    for (lang, words) in
        [(Lang::Fa, "+۲۰٫۶۹٪ برنامه نسبت به پرداخت"), (Lang::En, "+20.69% planned against paid")]
    {
        let scene = named("s4-paid-planned", lang);
        let cells = scene.table.rows.iter().flatten().map(|cell| plain(&cell.text));
        assert!(cells.clone().any(|cell| cell == words), "{:?}", cells.collect::<Vec<_>>());
        let planned = scene
            .marks
            .iter()
            .find(|mark| scene.said[mark.row].evidence[0].as_str() == "O016")
            .unwrap();
        assert!(plain(&scene.said[planned.row].tip.spoken).contains(words));
    }
    // No sum of both is to be had.
    let both = r#"{"query": {"measure": "facility_amount", "areas": {"codes": ["24"]}, "where": {"source": "S4"}}, "mark": "bar"}"#;
    let scene = drawn(data, both, Lang::En);
    assert_eq!(scene.marks.len(), 0, "{:?}", scene.marks);
    let refused =
        scene.notes.iter().any(|note| note.contains("Planned and actual figures do not add"));
    assert!(refused, "{:?}", scene.notes);
}

/// What was another before says so beside its name, in its tooltip and in its table.
#[wasm_bindgen_test(unsupported = test)]
fn row_9_a_chart_marks_what_was_changed() {
    let view = r#"{"query": {"measure": "jobs", "by": ["area"]}, "mark": "bar"}"#;
    let figure = |id: &str, code: &str| observation(id, "jobs", code, "1395", "910");
    let mut data = dataset(vec![figure("a", "0101"), figure("b", "0102")]);
    data.codes.add(
        "status",
        "revised",
        Bilingual::new("بازنگری‌شده", "Revised"),
        Bilingual::default(),
    );
    let change = |id: &str, before: Option<Observation>| Revision {
        observation: ObservationId::new(id),
        recorded: Day(10),
        change: 1,
        by: Bilingual::default(),
        reason: Bilingual::default(),
        before,
    };
    let before = observation("a", "jobs", "0101", "1395", "900");
    data.revisions = vec![change("a", Some(before)), change("b", None)];
    for (lang, word) in [(Lang::Fa, "بازنگری‌شده"), (Lang::En, "Revised")] {
        let scene = drawn(&data, view, lang);
        let says = |mark: &Mark| plain(&scene.said[mark.row].tip.spoken).contains(word);
        let marked: Vec<bool> = scene.marks.iter().map(says).collect();
        assert_eq!(marked, [true, false], "what came new was nothing before");
        assert_eq!(labels(&scene).filter(|label| label.text.contains(word)).count(), 1);
        let rows =
            scene.table.rows.iter().map(|row| row.iter().any(|cell| cell.text.contains(word)));
        assert_eq!(rows.filter(|marked| *marked).count(), 1);
    }
}

/// "Fewer than 100" is a screen of dots with its words; the bar of 100 beside it is solid.
#[wasm_bindgen_test(unsupported = test)]
fn row_16_fewer_than_100_is_never_a_bar_of_100() {
    let view = r#"{"query": {"measure": "jobs", "by": ["area"]}, "mark": "bar"}"#;
    let figure = |id: &str, code: &str| observation(id, "jobs", code, "1395", "100");
    let data = dataset(vec![
        qualified(figure("a", "0101"), Qualifier::LessThan),
        qualified(figure("b", "0102"), Qualifier::AtMost),
        figure("c", "0201"),
    ]);
    for (lang, words) in
        [(Lang::Fa, ["کمتر از ۱۰۰", "حداکثر ۱۰۰"]), (Lang::En, ["fewer than 100", "at most 100"])]
    {
        let scene = drawn(&data, view, lang);
        let is_solid = |mark: &Mark| {
            boxes(mark).iter().any(|(width, fill)| *width > 1.0 && matches!(fill, Fill::Solid(_)))
        };
        let solid: Vec<bool> = scene.marks.iter().map(is_solid).collect();
        assert_eq!(solid.iter().filter(|solid| **solid).count(), 1, "{:?}", scene.marks);
        let labels: Vec<String> = labels(&scene).map(|label| plain(&label.text)).collect();
        for word in words {
            assert!(labels.iter().any(|label| label == word), "{word}: {labels:?}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_24_texts_without_figures_give_claims_and_no_chart() {
    let data = open();
    let of = |source: &str| SourceId::new(source);
    for source in ["S1", "S3"].map(of) {
        let claims: Vec<_> = data.statements.iter().filter(|one| one.source == source).collect();
        assert!(!claims.is_empty(), "{source}");
        for claim in claims {
            assert!(!claim.quote.is_empty() && !claim.summary.fa.is_empty(), "{source}");
        }
        // Undated stays undated: nobody can say on which day it was known.
        assert_eq!(data.sources[&source].published.known_from(), None, "{source}");
    }
    let figures = data.observations.values().filter(|one| one.source == of("S3"));
    assert_eq!(figures.count(), 0, "the third text has no number");
    for (name, view, scene) in scenes(&[720.0]) {
        if !view.data.is_empty() {
            assert!(scene.example, "{name}: made-up figures pass for real ones");
            continue;
        }
        let told = scene.marks.iter().flat_map(|mark| &scene.said[mark.row].evidence);
        for one in told {
            let source = source_of(data, one);
            assert!(source != Some(of("S1")) && source != Some(of("S3")), "{name}: {one:?}");
        }
    }
}

fn source_of(data: &Dataset, evidence: &Evidence) -> Option<SourceId> {
    assert!(card(data, evidence, Lang::En).is_some(), "{evidence:?}");
    let figure = data.observations.get(&ObservationId::new(evidence.as_str()));
    let document = evidence.as_str().strip_prefix("source=").map(SourceId::new);
    figure.map(|one| one.source.clone()).or(document)
}
