//! Mark, table and CSV tell the same, cell by cell.

use hamyar::chart::{Cell, MarkKind, Scene, Table};
use hamyar::export::{neutralise, table_csv};
use hamyar::model::MeasureId;
use hamyar::number::Decimal;
use hamyar::query::{By, Query};
use hamyar::text::{Lang, to_latin};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{named, plain, scene, scenes, views};

/// The fields of each line of a CSV file.
fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.trim_start_matches('\u{FEFF}').chars().peekable();
    while let Some(one) = characters.next() {
        match one {
            '"' if quoted && characters.peek() == Some(&'"') => {
                field.push('"');
                characters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            _ => field.push(one),
        }
    }
    rows
}

/// What a spreadsheet is given for a cell: a bare number in the form that it reads as one.
fn in_a_file(cell: &Cell) -> String {
    let number = to_latin(&cell.text).replace([',', '٬'], "").replace('٫', ".").replace('−', "-");
    let number = neutralise(&number);
    let Some(value) = Decimal::parse(number.trim_start_matches('+')) else {
        return neutralise(&cell.text);
    };
    if cell.numeric {
        // The file tells what is shown, which is rounded where it is computed.
        let exact = Decimal::parse(&cell.sort).unwrap().to_f64();
        assert!((value.to_f64() - exact).abs() <= 0.051, "{} is not {exact}", cell.text);
    }
    number
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_no_bare_number_stays_as_it_is_shown() {
    let (_, view) = views().into_iter().find(|(own, _)| own == "s2-rural-share").unwrap();
    let mut scene = scene(&view, Lang::Fa, 720.0);
    let shown = ["۱-۲", "۱+۲", "−۹٫۲", "+۴٫۶", "۱٬۲۰۰", "-", "۳ از ۴"];
    let model = scene.table.rows[0][0].clone();
    let cells = shown.map(|text| Cell { text: text.to_owned(), ..model.clone() });
    scene.table.rows = vec![cells.to_vec()];
    let csv = table_csv(&scene);
    assert_eq!(csv.lines().nth(1).unwrap(), "۱-۲,۱+۲,-9.2,+4.6,1200,'-,۳ از ۴");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_spreadsheet_reads_persian_figures_as_numbers() {
    let text = |name: &str| {
        let (_, view) = views().into_iter().find(|(own, _)| own == name).unwrap();
        plain(&table_csv(&scene(&view, Lang::Fa, 720.0)))
    };
    assert!(text("s4-paid-planned").contains(",580,"), "{}", text("s4-paid-planned"));
    let rural = text("s2-rural-share");
    assert!(rural.contains(",34,") && rural.contains(",حدود ۲۶,"), "{rural}");
    assert!(text("population").contains(",13267637,"), "without grouping");
}

/// The number of the value column and, where it stands in the head, the unit.
fn value_column(scene: &Scene) -> (usize, String) {
    let word = if scene.lang == Lang::Fa { "مقدار" } else { "Value" };
    let is_value = |head: &&String| *head == word || head.starts_with(&format!("{word} ("));
    let at = scene.table.heads.iter().position(|head| is_value(&head)).unwrap();
    let unit = scene.table.heads[at].strip_prefix(word).unwrap();
    (at, unit.trim_start_matches(" (").trim_end_matches(')').to_owned())
}

#[wasm_bindgen_test(unsupported = test)]
fn every_mark_row_and_line_of_every_view_tells_one_value() {
    for (name, view, scene) in scenes(&[720.0]) {
        let csv = read(&table_csv(scene));
        let begin = usize::from(scene.example);
        assert_eq!(csv[begin], scene.table.heads, "{name}");
        for (row, line) in scene.table.rows.iter().zip(&csv[begin + 1..]) {
            let cells: Vec<String> = row.iter().map(in_a_file).collect();
            assert_eq!(&cells, line, "{name}");
        }
        if view.encoding.color == "member" {
            continue;
        }
        let (at, unit) = value_column(scene);
        for mark in &scene.marks {
            let cell = &scene.table.rows[mark.row][at];
            let full = match cell.numeric && !unit.is_empty() {
                true => format!("{}\u{A0}{unit}", cell.text),
                false => cell.text.clone(),
            };
            assert_eq!(full, scene.said[mark.row].tip.value, "{name}");
            assert!(scene.said[mark.row].tip.spoken.contains(&full), "{name}");
            assert!(scene.said[mark.row].evidence.starts_with(&cell.evidence), "{name}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_table_has_one_row_for_each_mark() {
    for (name, view, scene) in scenes(&[720.0]) {
        let mut rows: Vec<usize> = scene.marks.iter().map(|mark| mark.row).collect();
        rows.sort_unstable();
        rows.dedup();
        assert_eq!(rows.len(), scene.marks.len(), "{name}: two marks share a row");
        // The table has each row that stands for others in one mark.
        if view.mark != MarkKind::TileMap && view.limit == 0 {
            assert_eq!(rows.len(), scene.table.rows.len(), "{name}: a row without a mark");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_difference_says_what_it_is_to() {
    let dots = named("s2-unemployment-dots", Lang::En).table.heads;
    assert!(dots.iter().any(|head| head == "Difference to province"), "{dots:?}");
    let map = named("overview-rural-map", Lang::En).table.heads;
    assert!(map.iter().any(|head| head == "Difference to country"), "{map:?}");
    assert!(!map.iter().any(|head| head == "Province"), "{map:?}");
    let fa = named("overview-rural-map", Lang::Fa).table.heads;
    assert!(fa.iter().any(|head| head == "اختلاف با کشور"), "{fa:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_column_holds_what_its_head_says() {
    for (name, view, scene) in scenes(&[720.0]) {
        let (area, period) = match scene.lang {
            Lang::Fa => ("ناحیه", "دوره"),
            Lang::En => ("Area", "Period"),
        };
        let heads = &scene.table.heads;
        let twice = heads.iter().any(|one| heads.iter().filter(|other| *other == one).count() > 1);
        assert!(!twice, "{name}: {heads:?}");
        if !view.encoding.y.is_empty() || view.encoding.color == "member" {
            continue;
        }
        let column = |head: &str| heads.iter().position(|other| other == head);
        let (areas, periods) = (column(area), column(period));
        for row in &scene.table.rows {
            let words = |at: usize| row[at].text.as_str();
            if let (Some(areas), Some(periods)) = (areas, periods) {
                assert_ne!(words(areas), words(periods), "{name}");
            }
            let is_year = |text: &str| text.contains("139") || text.contains("۱۳۹");
            assert!(!areas.is_some_and(|at| is_year(words(at))), "{name}: a period as area");
        }
    }
    let heads = named("s0-registered-country", Lang::En).table.heads;
    assert_eq!(heads[..3], ["Period", "Area", "Value (cooperatives)"]);
    let heads = named("s0-dev-coops", Lang::En).table.heads;
    assert_eq!(heads[..2], ["Subject", "Area"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_rural_share_stands_beside_province_and_country() {
    let scene = named("s2-rural-rank", Lang::Fa);
    assert!(scene.title.contains("۲۱") && scene.title.contains("۲۰"), "{}", scene.title);
    let head = |text: &str| scene.table.heads.iter().position(|head| head == text).unwrap();
    let (value, last) = (value_column(&scene).0, head("استان (درصد)"));
    let country = head("کشور (درصد)");
    let number = |row: &[hamyar::chart::Cell], at: usize| -> f64 { row[at].sort.parse().unwrap() };
    let rows = &scene.table.rows;
    let above = |at| rows.iter().filter(|row| number(row, value) > number(row, at)).count();
    assert_eq!((rows.len(), above(last), above(country)), (24, 21, 20));
}

#[wasm_bindgen_test(unsupported = test)]
fn rows_sort_by_number_and_by_the_persian_alphabet() {
    let cell = |text: &str, numeric: bool| Cell {
        text: text.into(),
        sort: text.into(),
        numeric,
        ..Cell::default()
    };
    let rows =
        [("گرمی", "12.5"), ("پلدختر", "-3"), ("تالش", "8.88"), ("آبیک", ""), ("لردگان", "8.880")];
    let rows = rows.map(|(name, value)| vec![cell(name, false), cell(value, !value.is_empty())]);
    let table = Table { rows: rows.to_vec(), ..Table::default() };
    assert_eq!(table.places(0), [Some(3), Some(1), Some(2), Some(0), Some(4)]);
    assert_eq!(table.places(1), [Some(3), Some(0), Some(1), None, Some(1)]);
    assert_eq!(table.places(2), [None; 5]);
}

#[wasm_bindgen_test(unsupported = test)]
fn differences_sort_by_their_exact_value() {
    let table = named("s2-unemployment-dots", Lang::En).table;
    let column = table.heads.iter().position(|head| head.starts_with("Difference")).unwrap();
    let places = table.places(column);
    let value = |row: &[Cell]| row[column].sort.parse::<f64>().ok();
    let mut pairs: Vec<_> = places.iter().zip(table.rows.iter().map(|row| value(row))).collect();
    pairs.sort_by_key(|(place, _)| **place);
    assert!(pairs.len() >= 24 && pairs.iter().all(|(_, value)| value.is_some()));
    assert!(pairs.is_sorted_by(|one, next| one.1 <= next.1), "{pairs:?}");
}

/// What is noted of a figure travels with it: a misprint never stands without what is right.
#[wasm_bindgen_test(unsupported = test)]
fn a_note_on_a_figure_stands_in_tooltip_table_and_file() {
    let (_, mut view) = views().into_iter().find(|(own, _)| own == "basij-jobs").unwrap();
    view.query = Query {
        measure: MeasureId::new("rural_population_stated"),
        by: vec![By::Area, By::Period],
        ..Query::default()
    };
    for (lang, right, head) in
        [(Lang::Fa, "۲۰٬۷۳۰٬۶۲۵", "یادداشت"), (Lang::En, "20,730,625", "Note")]
    {
        let scene = scene(&view, lang, 720.0);
        let tip = &scene.said[0].tip;
        assert!(tip.details.iter().any(|line| line.contains(right)), "{tip:?}");
        assert!(tip.spoken.contains(right), "{}", tip.spoken);
        let place = scene.table.heads.iter().position(|own| own == head).unwrap();
        assert!(scene.table.rows[0][place].text.contains(right));
        assert!(table_csv(&scene).contains(right));
    }
}
