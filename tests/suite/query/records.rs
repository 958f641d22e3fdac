//! Records that name their place: read, counted in each list, and asked for in the borders of any.

use hamyar::calendar::Period;
use hamyar::diag::{Diagnostic, Severity};
use hamyar::export::data_package;
use hamyar::ingest::{Files, read_package};
use hamyar::model::{
    AreaId, Dataset, Division, Level, MeasureId, Moved, ObservationId, as_known, in_boundaries,
};
use hamyar::number::Decimal;
use hamyar::pack;
use hamyar::query::{AreaSelection, By, Query, run};
use hamyar::store::merge;
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::fixture::{Fixture, assert_spoken};
use crate::suite::ingest::open_data::open_data;

const HEAD: &str = "id,measure,province,county,day,amount,unit,stage,programme,source";

/// Loans as clerks write them: in Arabic letters too, of counties that one list has and another has not.
pub(super) const REGISTER: &str = "\
R1,example_loans,گیلان,رشت,1391-02-01,10,count,disbursed,,REG
R2,example_loans,گيلان,شفت,1396-03-02,20,count,disbursed,,REG
R3,example_loans,گیلان,خمام,1402-05-31,40,count,disbursed,,REG
R4,example_loans,كرمانشاه,هرسين,1392-01-01,80,count,disbursed,,REG
R5,example_loans,آذربایجان شرقی,بستان آباد,1397-12-29,160,count,disbursed,,REG
R6,example_loans,آذربايجان شرقي,بستان‌آباد,1397-01-01,320,count,disbursed,,REG
R7,example_loans,اردبیل,اصلاندوز,1400-07-01,640,count,disbursed,,REG
R8,example_loans,گیلان,مرکز,1402-06-01,1280,count,disbursed,,REG
R9,example_loans,گیلان,تالش,1392-06-01,2560,count,disbursed,,REG
";

/// The lists of the open data, with two counties of Gilan that one name may mean, and one that the list of 1402
/// knows by one name only.
pub(super) fn fixture(register: &str) -> Fixture {
    let of_two = |name: &str, code: &str, en: &str| {
        let row = format!("{code}@1402,{code},1402,county,01@1402,{name},{en},");
        (format!("{row},\n"), format!("{row}مرکز,\n"))
    };
    let (rasht, lahijan) = (of_two("رشت", "0105", "Rasht"), of_two("لاهیجان", "0111", "Lahijan"));
    let tavalesh = "0104@1402,0104,1402,county,01@1402,طوالش,Talesh,";
    open_data()
        .edit("areas.csv", &format!("{tavalesh}تالش,\n"), &format!("{tavalesh},\n"))
        .edit("areas.csv", &rasht.0, &rasht.1)
        .edit("areas.csv", &lahijan.0, &lahijan.1)
        .add("measures.csv", "example_loans,وام,Loans,,,count,,,,flow,sum,sum,0,up,,,,,,,,,,,")
        .add(
            "sources.csv",
            "REG,example,دفتر نمونه,Example register,همیار,Hamyar,1402-07-01,day,,,ساختگی,made up",
        )
        .with("records", format!("{HEAD}\n{register}"))
        .instead("population.csv", heading("population.csv"))
        .instead("labour.csv", heading("labour.csv"))
}

/// A table without its rows: the census has nothing to do with the register, and takes long to read.
fn heading(file: &str) -> String {
    let text = String::from_utf8(open_data().files.remove(file).unwrap()).unwrap();
    format!("{}\n", text.lines().next().unwrap())
}

fn read(fixture: &Fixture) -> (Dataset, Vec<Diagnostic>) {
    let read = fixture.read().unwrap();
    read.diagnostics.iter().for_each(assert_spoken);
    (read.value.dataset, read.diagnostics)
}

fn counted(fixture: &Fixture) -> Dataset {
    let (mut dataset, _) = read(fixture);
    tabulate(&mut dataset);
    dataset
}

/// Code of each area and its loans in all the years, in the borders that a data set stands in.
fn sums(dataset: &Dataset, level: Level) -> Vec<(String, i64)> {
    let query = Query {
        measure: MeasureId::new("example_loans"),
        periods: vec!["1391/1402".into()],
        by: vec![By::Area],
        areas: AreaSelection { level: Some(level), ..AreaSelection::default() },
        ..Query::default()
    };
    let answer = run(dataset, &query);
    assert_eq!(answer.refused, []);
    let row = |row: &hamyar::query::Row| {
        let code = dataset.areas.get(row.key.area.as_ref().unwrap()).unwrap().code.clone();
        (code, i64::try_from(row.figure.value().unwrap().trimmed().units()).unwrap())
    };
    answer.rows.iter().map(row).collect()
}

fn in_list(year: u16) -> (Dataset, Moved) {
    let mut dataset = counted(&fixture(REGISTER));
    let moved = in_boundaries(&mut dataset, Division(year));
    (dataset, moved)
}

fn pairs(list: &[(&str, i64)]) -> Vec<(String, i64)> {
    list.iter().map(|(code, sum)| ((*code).to_owned(), *sum)).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn row_18_one_register_gives_the_same_totals_in_three_trees() {
    let provinces = pairs(&[("01", 3910), ("03", 480), ("05", 80), ("24", 640)]);
    for (year, counties) in [(1390, 397), (1395, 429), (1402, 482)] {
        let (data, _) = in_list(year);
        let all = data.areas.at_level(Division(year), Level::County, None).count();
        assert_eq!(all, counties, "the row for what is not placed is no county");
        assert_eq!(sums(&data, Level::Country), pairs(&[("IR", 5110)]), "the country in {year}");
        assert_eq!(sums(&data, Level::Province), provinces, "the provinces in {year}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_18_what_a_tree_does_not_have_stands_in_the_row_of_its_province() {
    let row = |year: u16| {
        let (data, moved) = in_list(year);
        let rows = sums(&data, Level::County);
        let gilan = rows.iter().find(|(code, _)| code == "01~").map(|(_, sum)| *sum);
        let name = data.areas.get(&AreaId::new(format!("01~@{year}"))).map(|row| &row.name);
        assert_eq!(name.unwrap().fa, "شهرستان جای‌نگرفته");
        assert_eq!(name.unwrap().en, "County not placed");
        (gilan, rows.iter().any(|(code, _)| code == "24~"), moved.recounted)
    };
    // Khomam is in the list of 1402 only; what two counties could be is guessed in none.
    assert_eq!(row(1390), (Some(40 + 1280), true, 5));
    assert_eq!(row(1395), (Some(40 + 1280), true, 5));
    // Here only the list of 1395 knows Tavalesh as Talesh too, beside that of 1390.
    assert_eq!(row(1402), (Some(1280 + 2560), false, 6));
    let (data, _) = in_list(1402);
    let figure = |id: &str| data.observations.get(&ObservationId::new(id)).unwrap();
    let note = &figure("records/example_loans/REG/disbursed//01~@1402/1392").note;
    assert_eq!(
        note.en,
        "Counted from 1 record, 1 Shahrivar 1392. Their places are written: \u{2068}تالش\u{2069}."
    );
    assert!(note.fa.starts_with("از ۱ سابقه"), "{}", note.fa);
}

/// As it was, each record stands in the list of its time, once.
#[wasm_bindgen_test(unsupported = test)]
fn row_18_no_record_is_told_twice() {
    let data = counted(&fixture(REGISTER));
    let own = data.observations.values().filter(|one| one.id.as_str().starts_with("records/"));
    let sum = own
        .map(|one| one.figure.value().unwrap())
        .fold(Decimal::ZERO, |sum, one| sum.checked_add(one).unwrap());
    assert_eq!(sum, Decimal::from_int(5110));
    let place = |id: &str| data.observations.contains_key(&ObservationId::new(id));
    assert!(place("records/example_loans/REG/disbursed//0117@1402/1402"));
    assert!(place("records/example_loans/REG/disbursed//0104@1390/1392"));
    assert!(!place("records/example_loans/REG/disbursed//0104@1395/1392"));
    let lists: Vec<u16> = data.recounts.iter().map(|one| one.list.0).collect();
    assert_eq!(lists, [1390, 1395, 1402]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_record_that_cannot_be_placed_is_told_and_kept_one_of_no_province_left_out() {
    let (data, found) = read(&fixture(REGISTER));
    let told: Vec<_> = found.iter().map(|one| (one.severity, one.code, one.position.row)).collect();
    let warning = |row| (Severity::Warning, "record/not-placed", row);
    assert_eq!(told, [warning(8), warning(9)], "Aslanduz in 1400, and the name of two");
    assert_eq!(data.registers.records.len(), 9);
    let refused = |row: &str, code: &str, column: &str| {
        fixture(&format!("{row}\n")).finds(code, ("records.csv", 2, column));
    };
    let row = |cells: &str| format!("R,example_loans,{cells},REG");
    refused(&row("نیست,رشت,1391-02-01,1,count,,"), "record/unknown-province", "province");
    refused(&row("گیلان,,1391-02-01,1,count,,"), "record/not-placed", "county");
    refused(&row("گیلان,رشت,1391-02,1,count,,"), "cell/not-a-day", "day");
    refused(&row("گیلان,رشت,1391-02-01,,count,,"), "cell/required", "amount");
    refused(&row("گیلان,رشت,1391-02-01,-1,count,,"), "cell/out-of-range", "amount");
    refused(&row("گیلان,رشت,1391-02-01,1,rial,,"), "row/rejected", "unit");
    refused(&row("گیلان,رشت,1391-02-01,1,count,paid,"), "cell/not-in-list", "stage");
    let rate = "R,unemployment_rate_survey,گیلان,رشت,1391-02-01,1,percent,,,REG";
    refused(rate, "row/rejected", "measure");
}

/// A table without amounts counts its records; one of money must tell them.
#[wasm_bindgen_test(unsupported = test)]
fn records_without_amounts_are_counted() {
    let table = |measure: &str| {
        let rows =
            format!("R1,{measure},گیلان,رشت,1391-02-01,REG\nR2,{measure},گیلان,رشت,1391-02-02,REG\n");
        fixture("").instead("records.csv", format!("id,measure,province,county,day,source\n{rows}"))
    };
    let data = counted(&table("example_loans"));
    let figure =
        data.observations.get(&ObservationId::new("records/example_loans/REG///0105@1390/1391"));
    assert_eq!(figure.unwrap().figure.value(), Some(Decimal::from_int(2)));
    let (_, found) = read(&table("facility_amount"));
    assert!(found.iter().any(|one| one.code == "cell/required" && one.position.column == "amount"));
}

#[wasm_bindgen_test(unsupported = test)]
fn records_come_back_from_a_package_and_from_its_packed_form() {
    let (data, _) = read(&fixture(REGISTER));
    let files: Files = data_package(&data).into_iter().collect();
    let descriptor = serde_json::from_slice(files.get("datapackage.json").unwrap()).unwrap();
    let back = read_package(&descriptor, &files).unwrap().value.dataset;
    assert_eq!(back.registers, data.registers);
    let counted = counted(&fixture(REGISTER));
    let mut opened = pack::read(&pack::write(&counted)).unwrap();
    assert_eq!(opened.recounts, counted.recounts);
    in_boundaries(&mut opened, Division(1402));
    assert_eq!(sums(&opened, Level::Country), pairs(&[("IR", 5110)]), "a page has no records");
}

#[wasm_bindgen_test(unsupported = test)]
fn copies_of_a_register_merge_record_by_record() {
    let (first, second) = REGISTER.split_at(REGISTER.find("R5").unwrap());
    let changed = second.replace(",640,", ",641,");
    let [one, other, third] = [first, second, &changed].map(|rows| read(&fixture(rows)).0);
    let merged = merge(&one, &other);
    assert_eq!((merged.differing.len(), merged.dataset.registers.records.len()), (0, 9));
    assert_eq!(merged.dataset.registers, merge(&other, &one).dataset.registers);
    let differing = merge(&other, &third).differing;
    assert_eq!(differing.len(), 1);
    assert_eq!((differing[0].table, differing[0].id.as_str()), ("records", "R7"));
}

/// A day on which the register was not yet published knows none of it, in no borders.
#[wasm_bindgen_test(unsupported = test)]
fn what_was_not_known_is_not_counted_anew() {
    let known = |day: &str| {
        let mut data = counted(&fixture(REGISTER));
        as_known(&mut data, Period::parse(day).unwrap().last().unwrap());
        in_boundaries(&mut data, Division(1395)).recounted
    };
    assert_eq!((known("1402-06-31"), known("1402-07-01")), (0, 5));
}
