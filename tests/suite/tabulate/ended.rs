//! Reports of counties that dated successions have ended, and of those that took their place.

use hamyar::model::{AreaId, Dataset, Level, MeasureId, ObservationId};
use hamyar::query::{AreaSelection, By, Coverage, Query, run};
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::check::small::{self, HEAD, MEASURES};
use crate::suite::ingest::fixture::{Fixture, assert_spoken};

const AREAS: &str = "id,code,division,level,parent,name_fa,name_en,continues
X@1395,X,1395,country,,کشور,Country,
A@1395,A,1395,province,X@1395,الف,A,
B@1395,B,1395,province,X@1395,ب,B,
A1@1395,A1,1395,county,A@1395,یک,One,
A2@1395,A2,1395,county,A@1395,دو,Two,
A3@1395,A3,1395,county,A@1395,سه,Three,
A4@1395,A4,1395,county,A@1395,چهار,Four,
B1@1395,B1,1395,county,B@1395,پنج,Five,
X@1402,X,1402,country,,کشور,Country,X@1395
A@1402,A,1402,province,X@1402,الف,A,A@1395
B@1402,B,1402,province,X@1402,ب,B,
A1@1402,A1,1402,county,A@1402,یک,One,A1@1395
A2@1402,A2,1402,county,A@1402,دو,Two,A2@1395
A4@1402,A4,1402,county,A@1402,چهار,Four,
A5@1402,A5,1402,county,A@1402,تازه,New,
B1@1402,B1,1402,county,B@1402,پنج,Five,
";

/// Three went into One, which goes on; Four was split in two, one of which has its code.
const SUCCESSIONS: &str = "kind,from,to,day,share
merge,A3@1395,A1@1402,1398-01-01,100
split,A4@1395,A4@1402,1399-07-01,60
split,A4@1395,A5@1402,1399-07-01,40
";

const COUNTED: &str = "reports_expected,انتظار,Expected,count,flow,sum,none
reports_received,رسیده,Received,count,flow,sum,none
";

/// An order of 1401 to the counties in each of four years.
fn directives() -> String {
    let mut rows = "id,name_fa,source,issued,due,level,within,period,as_of\n".to_owned();
    for year in [1397, 1399, 1400] {
        rows.push_str(&format!("D{year},{year},X,1401-01-10,P2M,county,,{year},1401-12-01\n"));
    }
    rows + "A,الف,X,1401-01-10,P2M,county,A@1395,1400,1401-12-01\n"
}

/// These areas and successions, with the tables of a test beside them or in their place.
pub(in crate::suite) fn package(own: &[(&str, String)]) -> Fixture {
    let measures = format!("{MEASURES}{COUNTED}");
    let mut tables = vec![
        ("areas", AREAS.to_owned()),
        ("successions", SUCCESSIONS.to_owned()),
        ("measures", measures),
        ("observations", format!("{HEAD}\n")),
    ];
    tables.retain(|(name, _)| own.iter().all(|(other, _)| other != name));
    tables.extend_from_slice(own);
    small::with(&tables)
}

fn reported(rows: &[&str]) -> Fixture {
    let head = "directive,area,received,complete,filled,required";
    package(&[
        ("directives", directives()),
        ("submissions", format!("{head}\n{}\n", rows.join("\n"))),
    ])
}

/// One, under its code in the later list, and the two that Four was split into.
fn counted() -> Dataset {
    let sent = ["A1@1402", "A4@1402", "A5@1402"].map(|area| format!("D1400,{area},1401-02-01,,,"));
    let read = reported(&sent.each_ref().map(String::as_str)).read().unwrap();
    assert_eq!(read.diagnostics, []);
    let mut dataset = read.value.dataset;
    tabulate(&mut dataset);
    dataset
}

/// Counties of an order, by where their figure stands.
fn expected(data: &Dataset, order: &str) -> Vec<String> {
    let prefix = format!("reports_expected/{order}/");
    let own = data.observations.values().filter(|one| one.id.as_str().starts_with(&prefix));
    own.map(|one| one.place.area().unwrap().to_string()).collect()
}

fn totals(data: &Dataset, measure: &str, level: Option<Level>) -> Vec<(String, String, Coverage)> {
    let query = Query {
        measure: MeasureId::new(measure),
        periods: vec!["1400".into()],
        by: if level.is_some() { vec![By::Area, By::Scope] } else { vec![By::Scope] },
        areas: AreaSelection { level, ..AreaSelection::default() },
        ..Query::default()
    };
    let answer = run(data, &query);
    assert!(answer.refused.is_empty(), "{:?}", answer.refused);
    let rows = answer.rows.into_iter().filter(|row| row.key.scope.as_ref().unwrap().0 != "الف");
    rows.map(|row| {
        let area = row.key.area.unwrap().to_string();
        (area, row.figure.value().unwrap().to_string(), row.coverage)
    })
    .collect()
}

fn of(area: &str, value: u32, expected: u32) -> (String, String, Coverage) {
    (area.to_owned(), value.to_string(), Coverage { reported: expected, expected })
}

#[wasm_bindgen_test(unsupported = test)]
fn row_2_a_county_that_had_ended_is_not_expected_and_what_took_its_place_is() {
    let data = counted();
    let listed = ["A1@1395", "A2@1395", "A3@1395", "A4@1395", "B1@1395"];
    assert_eq!(expected(&data, "D1397"), listed);
    assert_eq!(expected(&data, "D1399"), ["A1@1395", "A2@1395", "A4@1395", "B1@1395"]);
    let since = ["A1@1395", "A2@1395", "A4@1402", "A5@1402"];
    assert_eq!(expected(&data, "A"), since, "inside the province, in whichever list");
    assert_eq!(expected(&data, "D1400"), [since.as_slice(), &["B1@1395"]].concat());
}

#[wasm_bindgen_test(unsupported = test)]
fn row_18_each_county_counts_once_in_its_province_and_in_the_country() {
    let data = counted();
    let provinces = [of("A@1395", 4, 4), of("B@1395", 1, 1)];
    assert_eq!(totals(&data, "reports_expected", Some(Level::Province)), provinces);
    assert_eq!(totals(&data, "reports_expected", None), [of("X@1395", 5, 5)]);
    assert_eq!(totals(&data, "reports_received", None), [of("X@1395", 3, 5)]);
    let one = ObservationId::new("reports_received/D1400/A1");
    assert_eq!(data.observations[&one].place.area(), Some(&AreaId::new("A1@1395")));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_2_a_report_of_a_county_that_had_ended_is_told() {
    for (area, words) in [("A3@1395", "A1@1402"), ("A4@1395", "A4@1402, A5@1402")] {
        let fixture = reported(&[&format!("D1400,{area},1401-02-01,,,")]);
        let found = fixture.finds("row/rejected", ("submissions.csv", 2, "area"));
        assert!(found.message.en.contains("no more") && found.hint.en.contains(words), "{found:?}");
        assert_spoken(&found);
    }
    for row in ["D1400,A2@1402,1401-02-01,,,", "D1399,A5@1402,1401-02-01,,,"] {
        let found = reported(&[row]).finds("row/rejected", ("submissions.csv", 2, "area"));
        assert!(found.message.en.contains("does not ask"), "{row}: {found:?}");
    }
}

/// What could be told of a year are the counties of that year.
#[wasm_bindgen_test(unsupported = test)]
fn row_2_what_had_ended_is_not_missing_from_a_sum() {
    let row = |area: &str| format!("{area},jobs,{area},,1400,actual,,10,person,exact,,,X,\n");
    let figures: String = ["A1@1395", "A2@1395", "A5@1402"].map(row).concat();
    let observations = format!("{HEAD}\n{figures}");
    let data = package(&[("observations", observations)]).read().unwrap().value.dataset;
    let query = Query { measure: MeasureId::new("jobs"), by: vec![By::Period], ..Query::default() };
    let answer = run(&data, &query);
    assert_eq!(answer.rows.len(), 1, "one country, though one figure stands in a later list");
    assert_eq!(answer.rows[0].figure.value().unwrap().to_string(), "30");
    assert_eq!(answer.rows[0].coverage, Coverage { reported: 3, expected: 5 });
    #[cfg(feature = "desk")]
    {
        let sums = hamyar::query::Index::new(std::rc::Rc::new(data.clone())).run(&query);
        let (laid_out, found) = (&sums.answer().rows[0], &answer.rows[0]);
        assert_eq!((&laid_out.key, laid_out.coverage), (&found.key, found.coverage));
    }
    let by_county = Query {
        by: vec![By::Area, By::Period],
        areas: AreaSelection { level: Some(Level::County), ..AreaSelection::default() },
        unreported: true,
        ..query
    };
    let rows = run(&data, &by_county).rows;
    let areas: Vec<String> =
        rows.iter().map(|row| row.key.area.clone().unwrap().to_string()).collect();
    assert_eq!(areas, ["A1@1395", "A2@1395", "A4@1402", "A5@1402", "B1@1395"]);
}
