//! Own figures over the open data, as a public page reads them: from the fixtures of version 1.

use hamyar::calendar::Day;
use hamyar::model::{
    Figure, Locator, ObservationId, Precision, Qualifier, SourceKind, Status, as_known,
};
use hamyar::number::{Bound, Decimal};
use hamyar::store::{Change, Entry, OwnFigure, OwnFigures, OwnState, Row, overlay};
use wasm_bindgen_test::wasm_bindgen_test;

use super::device::{Device, entry, saved, shown};
use super::shown::dataset;

const ADDED: &[u8] = include_bytes!("../../fixtures/store/v1/added.bin");
const CORRECTED: &[u8] = include_bytes!("../../fixtures/store/v1/corrected.bin");
const WITHDRAWN: &[u8] = include_bytes!("../../fixtures/store/v1/withdrawn.bin");
const PACKAGE: &[u8] = include_bytes!("../../fixtures/store/v1/package.bin");

fn row(key: &str, revision: u32, bytes: &[u8]) -> Row {
    Row { key: key.to_owned(), revision, bytes: bytes.to_vec() }
}

fn rows() -> Vec<Row> {
    vec![
        row("observation/own-20220824080000000", 1, ADDED),
        row("observation/O017", 2, CORRECTED),
        row("observation/O016", 3, WITHDRAWN),
        row("package/areas.csv", 0, PACKAGE),
    ]
}

fn id(text: &str) -> ObservationId {
    ObservationId::new(text)
}

#[wasm_bindgen_test(unsupported = test)]
fn records_of_version_1_are_read() {
    let own = OwnFigures::open(&rows());
    assert_eq!(own.diagnostics, []);
    assert_eq!(own.value.len(), 3);
    let states: Vec<OwnState> = own.value.iter().map(|(_, figure)| figure.state).collect();
    assert_eq!(states, [OwnState::Withdrawn, OwnState::Corrected, OwnState::Added]);
    assert_eq!(own.value.revision(&id("O017")), 2);
    assert_eq!(own.value.revision(&id("O999")), 0);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_added_figure_joins_with_its_own_document() {
    let mut shown = dataset();
    assert_eq!(overlay(&mut shown, &OwnFigures::open(&rows()).value), []);
    let added = &shown.observations[&id("own-20220824080000000")];
    let value = Decimal::from_int(10_500_000_000);
    let figure = Figure::Value { value, qualifier: Qualifier::About, upper: None };
    assert_eq!(added.figure, figure);
    assert_eq!(added.wording.value.unwrap().to_string(), "10.5");
    assert_eq!(added.status, Status::Draft);
    assert_eq!(added.period.as_ref().unwrap().id(), "1401-05");
    let source = &shown.sources[&added.source];
    assert_eq!(source.kind, SourceKind::Own);
    assert_eq!(source.published.precision, Precision::Day);
    assert_eq!(source.publisher.fa, "استانداری اردبیل");
}

/// «بیش از ۴۲ هزار»: the qualifier stands in its own field of the form.
#[wasm_bindgen_test(unsupported = test)]
fn row_6_a_number_with_its_qualifier_is_a_bound() {
    let figure = |value: &str, qualifier: &str, unit: &str| {
        let mut device = Device::default();
        let mut ledger = device.open();
        let entry =
            Entry { qualifier: qualifier.to_owned(), unit: unit.to_owned(), ..entry(value, 1402) };
        saved(&mut device, &mut ledger, &Change::Add { entry }, "2024-01-01T00:00:00.000Z");
        let (id, _) = ledger.own().iter().next().unwrap();
        shown(ledger.own()).observations[id].figure
    };
    let exact = |value: i64| Figure::exact(Decimal::from_int(value));
    assert_eq!(figure("۲هزار و ۲۰۰", "", "rial"), exact(2_200));
    assert_eq!(figure("یک هزار و ۶۱۰ میلیارد", "", "rial"), exact(1_610_000_000_000));
    let more = figure("۴۲ هزار", "more_than", "rial").interval().unwrap();
    let limit = Decimal::from_int(42_000);
    assert_eq!((more.low, more.high), (Bound::NotReached(limit), Bound::Open));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_corrected_figure_tells_what_the_open_data_prints() {
    let mut shown = dataset();
    overlay(&mut shown, &OwnFigures::open(&rows()).value);
    let corrected = &shown.observations[&id("O017")];
    assert_eq!(corrected.figure, Figure::exact(Decimal::from_int(581_000_000_000)));
    assert_eq!(corrected.status, Status::Revised);
    assert_eq!(corrected.locator, Locator::Paragraph(2), "the document is still the same");
    assert!(corrected.note.fa.contains("۵۸۰ میلیارد ریال"), "{}", corrected.note.fa);
    assert!(corrected.note.en.contains("580"), "{}", corrected.note.en);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_withdrawn_figure_leaves_with_its_pair() {
    let mut shown = dataset();
    overlay(&mut shown, &OwnFigures::open(&rows()).value);
    assert!(!shown.observations.contains_key(&id("O016")));
    assert_eq!(shown.comparisons, []);
    assert!(shown.observations.contains_key(&id("O017")), "only the withdrawn one leaves");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_that_the_open_data_cannot_bear_is_named_and_hides_no_other() {
    let mut shown = dataset();
    shown.programmes.clear();
    shown.units = hamyar::model::UnitTable::default();
    let findings = overlay(&mut shown, &OwnFigures::open(&rows()).value);
    let named: Vec<(&str, &str)> = findings
        .iter()
        .map(|finding| (finding.position.file.as_str(), finding.position.column.as_str()))
        .collect();
    let expected =
        [("observation/O017", "programme"), ("observation/own-20220824080000000", "programme")];
    assert_eq!(named, expected);
    let untouched = Figure::exact(Decimal::from_int(580_000_000_000));
    assert_eq!(shown.observations[&id("O017")].figure, untouched);
    assert!(!shown.observations.contains_key(&id("O016")), "the withdrawal still holds");
}

#[wasm_bindgen_test(unsupported = test)]
fn an_example_set_is_never_mixed_with_own_figures() {
    let mut shown = dataset();
    shown.example = true;
    overlay(&mut shown, &OwnFigures::open(&rows()).value);
    assert_eq!(shown.observations.len(), 2);
    assert_eq!(shown.observations[&id("O017")].status, Status::Confirmed);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_measure_that_changed_its_unit_takes_no_figure_of_the_old_one() {
    let mut shown = dataset();
    let amount = hamyar::model::MeasureId::new("facility_amount");
    shown.measures.get_mut(&amount).unwrap().unit = hamyar::model::UnitId::new("count");
    let findings = overlay(&mut shown, &OwnFigures::open(&rows()).value);
    let fields: Vec<&str> =
        findings.iter().map(|finding| finding.position.column.as_str()).collect();
    assert_eq!(fields, ["unit", "unit"]);
}

/// A change counts from the day in Tehran on which it was saved; before, the open data speak.
#[wasm_bindgen_test(unsupported = test)]
fn a_change_is_known_from_the_day_it_was_saved() {
    let own = OwnFigures::open(&rows()).value;
    let (_, figure) = own.iter().find(|(one, _)| **one == id("O017")).unwrap();
    let saved = |at: &str| OwnFigure { at: at.into(), ..figure.clone() }.recorded();
    assert_eq!(saved("2026-11-28T20:29:59.000Z").to_iso(), "2026-11-28");
    assert_eq!(saved("2026-11-28T20:30:00.000Z").to_iso(), "2026-11-29");
    assert_eq!(saved(""), Day(i32::MAX));

    let mut shown = dataset();
    let printed = shown.observations[&id("O017")].figure;
    overlay(&mut shown, &own);
    let before = figure.recorded().plus(-1);
    assert_ne!(shown.observations[&id("O017")].figure, printed);
    as_known(&mut shown, before);
    let kept = shown.observations.get(&id("O017")).map(|one| one.figure);
    assert_eq!(kept, Some(printed));
    assert!(!shown.observations.contains_key(&id("own-20220824080000000")));
}
