//! Earlier contents of figures, and the card that tells them.

use hamyar::calendar::Period;
use hamyar::chart::{Evidence, card};
use hamyar::model::{ObservationId, as_known};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;
use super::open_data::open_data;

const HEAD: &str =
    "observation,recorded,by_fa,by_en,reason_fa,reason_en,value,unit,qualifier,upper,missing";

fn revised(rows: &str) -> Fixture {
    let mut fixture = open_data();
    let resource = hamyar::ingest::Resource {
        name: "revisions".into(),
        path: "revisions.csv".into(),
        ..hamyar::ingest::Resource::default()
    };
    fixture.descriptor.resources.push(resource);
    fixture.files.insert("revisions.csv".into(), format!("{HEAD}\n{rows}\n").into_bytes());
    fixture
}

/// 900 became 910: the old value, who, when and why are shown, and an earlier day knows the old one.
#[wasm_bindgen_test(unsupported = test)]
fn row_9_a_change_tells_its_old_value() {
    let later = "O018,1402-03-01,اداره‌کل,the office,نامهٔ تازه,a new letter,900,,,,";
    let first = "O018,1401-03-01,اداره‌کل,the office,,,,,,,stated_without_number";
    let fixture = revised(&format!("{later}\n{first}")).edit(
        "observations.csv",
        "O018,jobs_direct,24@1395,,1400,actual,,,900,",
        "O018,jobs_direct,24@1395,,1400,actual,,,910,",
    );
    let mut dataset = fixture.read().unwrap().value.dataset;
    let told = |lang| {
        let card = card(&dataset, &Evidence::parse("O018"), lang).unwrap();
        let rows = card.rows.into_iter().map(|row| format!("{}: {}", row.label, row.text));
        rows.collect::<Vec<_>>()
    };
    assert!(
        told(Lang::Fa)
            .contains(&"پیش از ۱ خرداد ۱۴۰۲: ۹۰۰\u{A0}نفر، اداره‌کل، نامهٔ تازه".to_owned()),
        "{:?}",
        told(Lang::Fa)
    );
    assert!(
        told(Lang::En).iter().any(|row| row.ends_with("900\u{A0}people, the office, a new letter")),
        "{:?}",
        told(Lang::En)
    );
    let day = Period::parse("1402-02-31").unwrap().last().unwrap();
    as_known(&mut dataset, day);
    let known = &dataset.observations[&ObservationId::new("O018")];
    assert_eq!(known.wording.value.unwrap().to_string(), "900");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_revision_of_nothing_is_told() {
    for (row, code) in [
        ("O999,1402-03-01,,,,,900,,,,", "cell/unknown-reference"),
        ("O018,1402-13-01,,,,,900,,,,", "cell/date-does-not-exist"),
        ("O018,1402-03-01,,,,,900,,between,,", "cell/required"),
        ("O018,1402-03-01,,,,,900,acre,,,", "cell/unknown-reference"),
    ] {
        let read = revised(row).read().unwrap();
        let codes: Vec<&str> = read.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, [code], "{row}");
    }
}

/// Rows without a number come one after the other; a row of a figure that is gone tells all of it.
#[wasm_bindgen_test(unsupported = test)]
fn changes_of_one_day_and_a_withdrawal_are_read() {
    let twice = "O018,1402-03-01,,,,,900,,,,\nO018,1402-03-01,,,,,905,,,,";
    let read = revised(twice).read().unwrap();
    assert_eq!(read.diagnostics.len(), 0, "{:?}", read.diagnostics);
    let told = |one: &hamyar::model::Revision| {
        (one.change, one.before.as_ref().unwrap().wording.value.unwrap().to_string())
    };
    let changes: Vec<_> = read.value.dataset.revisions.iter().map(told).collect();
    assert_eq!(changes, [(1, "900".to_owned()), (2, "905".to_owned())]);

    let mut gone = revised("");
    let head = "observation,recorded,change,value,unit,measure,area,period,source";
    let row = "GONE,1402-03-01,1,12,person,jobs_direct,24@1395,1400,S4";
    let came = "GONE,1401-03-01,,,,,,,";
    let table = |rows: &str| format!("{head}\n{rows}\n").into_bytes();
    gone.files.insert("revisions.csv".into(), table(&format!("{row}\n{came}")));
    let read = gone.read().unwrap();
    assert_eq!(read.diagnostics.len(), 0, "{:?}", read.diagnostics);
    let [first, last] = read.value.dataset.revisions.as_slice() else { panic!("two") };
    assert_eq!(first.before, None);
    let before = last.before.as_ref().unwrap();
    assert_eq!((before.id.as_str(), before.measure.as_str()), ("GONE", "jobs_direct"));
    let half = format!("{row}\nGONE,1402-03-02,,13,,,,,");
    gone.files.insert("revisions.csv".into(), table(&half));
    let codes: Vec<_> = gone.read().unwrap().diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["cell/required"], "half a figure is none");
    gone.files.insert("revisions.csv".into(), table(&format!("{row}\n{row}")));
    let codes: Vec<_> = gone.read().unwrap().diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["cell/duplicate"]);
}
