//! Sheets for offices: the archive taken apart by its own records, the XML read by another reader.

use std::collections::BTreeMap;

use hamyar::calendar::Period;
use hamyar::export::{answer_csv, answer_json, answer_xlsx};
use hamyar::model::*;
use hamyar::number::Decimal;
use hamyar::query::{Answer, By, Coverage, Key, Query, Row, run};
use hamyar::text::Lang;
use roxmltree::{Document, Node};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::{example_dataset, open_dataset};

fn number(bytes: &[u8], place: usize, length: usize) -> usize {
    bytes[place..place + length].iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

/// CRC-32 of ISO-HDLC, bit by bit.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32| (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
    !bytes
        .iter()
        .fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), |sum, _| step(sum)))
}

/// The files of a stored archive, found from its end as readers do; both records of each must agree.
fn unzipped(bytes: &[u8]) -> BTreeMap<String, String> {
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06");
    let (count, start) = (number(bytes, end + 10, 2), number(bytes, end + 16, 4));
    assert_eq!(start + number(bytes, end + 12, 4), end);
    let (mut files, mut at) = (BTreeMap::new(), start);
    for _ in 0..count {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        let length = number(bytes, at + 28, 2);
        let path = String::from_utf8(bytes[at + 46..at + 46 + length].to_vec()).unwrap();
        let local = number(bytes, at + 42, 4);
        assert_eq!(&bytes[local..local + 4], b"PK\x03\x04");
        assert_eq!(bytes[local + 4..local + 30], bytes[at + 6..at + 32]);
        let (method, date) = (number(bytes, at + 10, 2), number(bytes, at + 14, 2));
        assert_eq!((method, date), (0, 0x21));
        let from = local + 30 + length;
        let content = &bytes[from..from + number(bytes, at + 24, 4)];
        assert_eq!(checksum(content) as usize, number(bytes, at + 16, 4), "{path}");
        files.insert(path, String::from_utf8(content.to_vec()).unwrap());
        at += 46 + length;
    }
    assert_eq!(at, end);
    files
}

/// What stands in each cell of a worksheet, by its reference: the kind of cell before the content.
fn cells(sheet: &str) -> BTreeMap<String, String> {
    let document = Document::parse(sheet).unwrap();
    let cell = |node: Node<'_, '_>| {
        let kind = node.attribute("t").unwrap_or("n");
        let tag = if kind == "n" { "v" } else { "t" };
        let inside = node.descendants().find(|one| one.has_tag_name(tag_of(tag))).unwrap();
        let text = inside.text().unwrap_or_default();
        (node.attribute("r").unwrap().to_owned(), format!("{kind}:{text}"))
    };
    let nodes = document.descendants().filter(|node| node.has_tag_name(tag_of("c")));
    assert!(!document.descendants().any(|node| node.has_tag_name(tag_of("f"))));
    nodes.map(cell).collect()
}

fn tag_of(name: &str) -> (&'static str, &str) {
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", name)
}

fn workbook(dataset: &Dataset, answer: &Answer, lang: Lang) -> BTreeMap<String, String> {
    let bytes = answer_xlsx(dataset, answer, lang);
    assert_eq!(bytes, answer_xlsx(dataset, answer, lang));
    let files = unzipped(&bytes);
    for (path, text) in &files {
        assert!(text.starts_with("<?xml"), "{path}");
        Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    assert_parts_are_named(&files);
    files
}

/// Every part is in the list of contents, every relationship leads to a part, styles are defined.
fn assert_parts_are_named(files: &BTreeMap<String, String>) {
    for path in files.keys().filter(|path| path.starts_with("xl/") && !path.contains("_rels")) {
        assert!(files["[Content_Types].xml"].contains(&format!("\"/{path}\"")), "{path}");
    }
    let relationships = Document::parse(&files["xl/_rels/workbook.xml.rels"]).unwrap();
    for target in relationships.descendants().filter_map(|node| node.attribute("Target")) {
        assert!(files.contains_key(&format!("xl/{target}")), "{target}");
    }
    let styles = Document::parse(&files["xl/styles.xml"]).unwrap();
    let list = styles.descendants().find(|node| node.has_tag_name(tag_of("cellXfs"))).unwrap();
    let count = list.children().count();
    assert_eq!(list.attribute("count"), Some(&*count.to_string()));
    for (_, text) in files.iter().filter(|(path, _)| path.contains("worksheets")) {
        let sheet = Document::parse(text).unwrap();
        let styles = sheet.descendants().filter(|node| node.has_tag_name(tag_of("c")));
        for style in styles.filter_map(|node| node.attribute("s")) {
            assert!(style.parse::<usize>().unwrap() < count, "{style}");
        }
    }
}

const FIRST: &str = "xl/worksheets/sheet1.xml";
const SECOND: &str = "xl/worksheets/sheet2.xml";

fn population() -> Query {
    serde_json::from_str(
        r#"{"measure": "population_total", "areas": {"level": "province"}, "by": ["area", "period"]}"#,
    )
    .unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn an_office_gets_one_head_row_with_units_and_the_source_last() {
    let dataset = open_dataset();
    let answer = run(&dataset, &population());
    let files = workbook(&dataset, &answer, Lang::En);
    let sheet = cells(&files[FIRST]);
    let head = |letter: char| sheet[&format!("{letter}1")].as_str();
    let expected = [
        "Place",
        "Id of the place",
        "Period, Jalali",
        "First day of the period, Gregorian",
        "Fact or intention",
        "Population (people)",
        "Source",
    ];
    let heads: Vec<&str> = ('A'..='G').map(head).collect();
    assert_eq!(heads, expected.map(|head| format!("inlineStr:{head}")));
    assert!(!sheet.contains_key("H1"));
    // Each row of the answer is a row of the sheet, and numbers are numbers.
    for (row, place) in answer.rows.iter().zip(2..) {
        let at = |letter: char| sheet[&format!("{letter}{place}")].clone();
        assert_eq!(at('B'), format!("inlineStr:{}", row.key.area.clone().unwrap()));
        assert_eq!(at('C'), format!("inlineStr:{}", row.key.period.unwrap().id()));
        assert_eq!(at('F'), format!("n:{}", row.figure.value().unwrap()));
        assert!(at('G').starts_with("inlineStr:Statistical Centre of Iran, "));
    }
    // 1395 begins on 2016-03-20.
    assert!(sheet.values().any(|cell| cell == "n:42449"));
    let sources = cells(&files[SECOND]);
    assert_eq!(sources["A1"], "inlineStr:Source");
    assert!(sources["A2"].starts_with("inlineStr:SCI-POP-"));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_derived_is_not_called_by_the_name_of_its_measure_alone() {
    let dataset = open_dataset();
    let derived = [
        (r#"{"derive": "growth"}"#, "Growth: Population (percent)"),
        (r#"{"derive": "share"}"#, "Share of the whole: Population (percent)"),
        (
            r#"{"derive": {"per": {"measure": "households", "factor": 1000}}}"#,
            "1000 × Population ÷ Households",
        ),
    ];
    for (derive, expected) in derived {
        let wanted: Query = serde_json::from_str(derive).unwrap();
        let periods = match wanted.derive {
            Some(hamyar::query::Derive::Growth) => vec!["1390".to_owned(), "1395".to_owned()],
            _ => vec!["1390".to_owned()],
        };
        let query = Query { derive: wanted.derive, periods, ..population() };
        let csv = answer_csv(&dataset, &run(&dataset, &query), Lang::En);
        let head = csv.lines().next().unwrap();
        assert!(head.contains(expected) && !head.contains(",Population (percent)"), "{head}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn sheets_run_from_right_to_left_in_persian_only() {
    let dataset = open_dataset();
    let answer = run(&dataset, &population());
    for (lang, expected) in [(Lang::Fa, Some("1")), (Lang::En, None)] {
        let files = workbook(&dataset, &answer, lang);
        for path in [FIRST, SECOND] {
            let sheet = Document::parse(&files[path]).unwrap();
            let view = sheet.descendants().find(|node| node.has_tag_name(tag_of("sheetView")));
            assert_eq!(view.unwrap().attribute("rightToLeft"), expected);
        }
    }
    let names = &workbook(&dataset, &answer, Lang::Fa)["xl/workbook.xml"];
    assert!(names.contains("name=\"داده\"") && names.contains("name=\"منبع‌ها\""));
}

#[wasm_bindgen_test(unsupported = test)]
fn made_up_data_say_so_in_the_sheet_and_in_every_row() {
    let dataset = example_dataset();
    let measure = dataset.observations.values().next().unwrap().measure.clone();
    let query = Query { measure, by: vec![By::Observation], ..Query::default() };
    let files = workbook(&dataset, &run(&dataset, &query), Lang::Fa);
    assert!(files["xl/workbook.xml"].contains("ساختگی"));
    let mark = hamyar::chart::example_mark(Lang::Fa);
    let sheet = cells(&files[FIRST]);
    let rows = sheet.keys().filter(|place| place.starts_with('A')).count() - 1;
    assert!(rows > 10);
    assert_eq!(sheet.values().filter(|cell| cell.contains(mark)).count(), rows);
}

fn row(period: &str, figure: Figure) -> Row {
    Row {
        key: Key { period: Period::parse(period).ok(), ..Key::default() },
        measure: MeasureId::new("paid"),
        figure,
        unit: UnitId::new("rial"),
        coverage: Coverage { reported: 2, expected: 3 },
        working: None,
        evidence: Vec::new(),
        references: Vec::new(),
        rank: Some(1),
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn bounds_absence_coverage_and_old_days_each_have_a_column() {
    let decimal = |text: &str| Decimal::parse(text).unwrap();
    let between = Figure::Value {
        value: decimal("1.50"),
        qualifier: Qualifier::Between,
        upper: Some(decimal("2")),
    };
    let rows = vec![
        row("1401", between),
        row("1401-02", Figure::Missing(Missing::Withheld)),
        row("1270", Figure::exact(decimal("123456789012345678.5"))),
    ];
    let answer = Answer { rows, ..Answer::default() };
    let sheet = cells(&workbook(&Dataset::default(), &answer, Lang::En)[FIRST]);
    let line = |row: u8| {
        let cell = |letter| sheet.get(&format!("{letter}{row}")).map_or("", String::as_str);
        ('A'..='H').map(cell).collect::<Vec<_>>()
    };
    let head = ["Period, Jalali", "First day of the period, Gregorian", "paid (rial)", "Upper end"];
    assert_eq!(line(1)[..4], head.map(|head| format!("inlineStr:{head}")));
    let text = |text| format!("inlineStr:{text}");
    assert_eq!(line(2)[..5], [&*text("1401"), "n:44641", "n:1.50", "n:2", &*text("between")]);
    assert_eq!(line(2)[5..], ["n:2", "n:3", "n:1"]);
    assert_eq!(line(3)[..5], [&*text("1401-02"), "n:44672", "", "", &*text("withheld")]);
    // Excel has no such day: it stands as text.
    assert_eq!(line(4)[1..3], [&*text("1891-03-21"), "inlineStr:123456789012345678.5"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn hostile_text_is_only_text() {
    let mut dataset = open_dataset();
    let answer = run(&dataset, &population());
    let texts = [
        "=HYPERLINK(\"http://x\")",
        "</t></is></c><c><f>1+1</f>",
        "&lt;\u{0}\u{1}\u{FFFF}\u{7}",
        "_x0041_",
        "a\r\nb\tc",
        &"ا".repeat(40_000),
    ];
    for text in texts {
        for area in ["title", "publisher"] {
            for (_, source) in dataset.sources.iter_mut() {
                let target =
                    if area == "title" { &mut source.title } else { &mut source.publisher };
                target.fa = text.to_owned();
            }
        }
        let files = workbook(&dataset, &answer, Lang::Fa);
        for cell in cells(&files[FIRST]).values().chain(cells(&files[SECOND]).values()) {
            assert!(cell.encode_utf16().count() <= 32_767 + "inlineStr:".len());
        }
        let sources = cells(&files[SECOND]);
        match text {
            "_x0041_" => assert_eq!(sources["B2"], "inlineStr:_x005F_x0041_"),
            "a\r\nb\tc" => assert_eq!(sources["B2"], "inlineStr:a_x000D_\nb\tc"),
            _ => {}
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_question_of_the_open_data_gives_a_sound_workbook() {
    let dataset = open_dataset();
    for measure in dataset.measures.keys() {
        let query =
            Query { measure: measure.clone(), by: vec![By::Observation], ..Query::default() };
        let answer = run(&dataset, &query);
        if answer.rows.len() < 200 {
            workbook(&dataset, &answer, Lang::Fa);
        }
    }
    let refused = Query { measure: MeasureId::new("no such"), ..Query::default() };
    let files = workbook(&dataset, &run(&dataset, &refused), Lang::En);
    assert_eq!(cells(&files["xl/worksheets/sheet3.xml"])["A1"], "inlineStr:Note");
}

#[wasm_bindgen_test(unsupported = test)]
fn the_csv_for_offices_holds_the_same_table() {
    let dataset = open_dataset();
    let answer = run(&dataset, &population());
    let text = answer_csv(&dataset, &answer, Lang::Fa);
    let lines: Vec<&str> =
        text.strip_prefix('\u{FEFF}').unwrap().split_terminator("\r\n").collect();
    assert_eq!(lines.len(), answer.rows.len() + 1);
    assert!(lines[0].starts_with("محل,شناسهٔ محل,دوره، خورشیدی,"));
    assert!(lines.iter().any(|line| line.contains(",01@1395,1395,2016-03-20,")));
}

/// The cells of the file of cells under its heads, numbers digit by digit.
#[wasm_bindgen_test(unsupported = test)]
fn an_answer_as_json_says_what_its_csv_says() {
    let data = open_dataset();
    let query = Query {
        measure: MeasureId::new("unemployment_rate_census"),
        by: vec![By::Area, By::Period],
        ..Query::default()
    };
    for lang in [Lang::Fa, Lang::En] {
        let answer = run(&data, &query);
        let csv = answer_csv(&data, &answer, lang);
        let table = hamyar::ingest::Table::parse(csv.as_bytes()).unwrap();
        let json = answer_json(&data, &answer, lang);
        let rows: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_str(&json).unwrap();
        assert!(rows.len() > 400 && rows.len() == table.rows(), "{}", rows.len());
        let read = hamyar::ingest::Table::parse_json(json.as_bytes(), &[]).unwrap();
        assert_eq!(read.headers(), table.headers());
        for row in 0..table.rows() {
            for column in 0..table.headers().len() {
                assert_eq!(read.cell(row, column), table.cell(row, column));
            }
        }
        let (_, source) =
            rows[0].iter().find(|(head, _)| *head == table.headers().last().unwrap()).unwrap();
        assert!(source.as_str().is_some_and(|source| !source.is_empty()));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_missing_is_null_and_never_zero() {
    let row = |figure| Row {
        key: Key::default(),
        measure: MeasureId::new("jobs"),
        unit: UnitId::new("person"),
        figure,
        coverage: Coverage::default(),
        working: None,
        evidence: vec![],
        references: vec![],
        rank: None,
    };
    let value = Figure::exact(Decimal::parse("10.10").unwrap());
    let rows = vec![row(value), row(Figure::Missing(Missing::Withheld))];
    let answer = Answer { rows, ..Answer::default() };
    let json = answer_json(&Dataset::default(), &answer, Lang::En);
    assert!(json.contains("\"jobs (person)\": 10.10,"), "{json}");
    assert!(json.contains("\"jobs (person)\": null,") && json.contains("withheld"), "{json}");
}
