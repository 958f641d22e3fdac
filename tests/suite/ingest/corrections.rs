//! Corrections: the printed figure stays, and only the one that is meant is spoken of.

use hamyar::diag::Bilingual;
use hamyar::model::{
    Correction, CorrectionStatus, Dataset, Mending, ObservationId, SourceId, keep_confirmed,
};
use hamyar::number::Decimal;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

const HEAD: &str = "observation,action,printed,corrected,factor,reason_fa,reason_en,provider_fa,\
                    provider_en,source,status";

/// The small package with these corrections.
fn corrected(rows: &str) -> Fixture {
    Fixture::small().instead("corrections.csv", format!("{HEAD}\n{rows}\n"))
}

fn read(rows: &str) -> Dataset {
    let read = corrected(rows).read().unwrap();
    assert_eq!(read.diagnostics, []);
    read.value.dataset
}

/// What a figure says beside its value where it is shown.
fn note(dataset: &Dataset, id: &str) -> String {
    let mut shown = dataset.clone();
    shown.tell_corrections();
    shown.observations[&ObservationId::new(id)].note.en.clone()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_table_of_misprints_is_one_of_values_that_are_right() {
    let dataset = Fixture::small().read().unwrap().value.dataset;
    let misprint = Correction {
        observation: ObservationId::new("O2"),
        mending: Mending::Override(Decimal::from_int(7000)),
        expect: Some(Decimal::from_int(700)),
        reason: Bilingual::new("یک صفر افتاده است.", "A zero was lost."),
        provider: Bilingual::default(),
        source: Some(SourceId::new("S4")),
        status: CorrectionStatus::Open,
    };
    assert_eq!(dataset.corrections, [misprint]);
    assert_eq!(note(&dataset, "O2"), "Misprint; corrected value: 7,000. A zero was lost.");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_factor_gives_the_right_value_and_the_printed_one_stays() {
    let dataset = read("O2,scale,700,,0.001,,Thousands.,دفتر آمار,the office,,reported");
    assert_eq!(note(&dataset, "O2"), "Misprint; corrected value: 0.7. Thousands.");
    let figure = &dataset.observations[&ObservationId::new("O2")];
    assert_eq!(figure.wording.value, Some(Decimal::from_int(700)));
    let one = &dataset.corrections[0];
    assert_eq!((one.provider.en.as_str(), one.status), ("the office", CorrectionStatus::Reported));
    assert!(dataset.follow_up.is_empty());
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_in_question_is_marked_and_a_wrong_one_is_on_no_page() {
    let mut dataset = read("O2,flag,,,,,Odd.,,,,\nO1,drop,580,,,,Made up.,,,,acknowledged");
    assert_eq!(note(&dataset, "O2"), "This figure is in question. Odd.");
    assert_eq!(note(&dataset, "O1"), "This figure is wrong and not to be used. Made up.");
    let marked: Vec<&str> = dataset.follow_up.iter().map(ObservationId::as_str).collect();
    assert_eq!(marked, ["O2"]);
    keep_confirmed(&mut dataset);
    let has = |id| dataset.observations.contains_key(&ObservationId::new(id));
    assert!(has("O2") && !has("O1"), "who works on the figures keeps it, a page does not");
    assert_eq!(dataset.comparisons, [], "no pair of a figure that is gone");
    assert_eq!(dataset.corrections.len(), 1);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_guard_keeps_a_correction_off_another_figure() {
    for row in ["O2,,701,7000,,,,,,,", "O2,scale,701,,10,,,,,,", "O2,drop,701,,,,,,,,"] {
        let fixture = corrected(row);
        let found = fixture.finds("row/rejected", ("corrections.csv", 2, "printed"));
        assert!(found.message.en.contains("not that of the figure"), "{found:?}");
        let dataset = fixture.read().unwrap().value.dataset;
        assert_eq!((dataset.corrections, note_of(&fixture)), (vec![], String::new()), "{row}");
    }
}

fn note_of(fixture: &Fixture) -> String {
    note(&fixture.read().unwrap().value.dataset, "O2")
}

#[wasm_bindgen_test(unsupported = test)]
fn what_the_publisher_has_mended_is_known_and_no_longer_told() {
    let dataset = read("O2,override,70,700,,,Mended.,,,,fixed");
    assert_eq!(note(&dataset, "O2"), "");
    assert_eq!(dataset.corrections[0].status, CorrectionStatus::Fixed);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_cell_that_its_action_cannot_have_is_told() {
    for (row, code, column) in [
        ("O2,drop,700,7000,,,,,,,", "row/rejected", "corrected"),
        ("O2,override,700,7000,10,,,,,,", "row/rejected", "factor"),
        ("O2,override,,7000,,,,,,,", "cell/required", "printed"),
        ("O2,scale,700,,,,,,,,", "cell/required", "factor"),
        ("O2,scale,700,,0,,,,,,", "row/rejected", "factor"),
        (
            "O2,scale,700,,99999999999999999999999999999999999999,,,,,,",
            "cell/out-of-range",
            "factor",
        ),
        ("O2,mend,700,7000,,,,,,,", "cell/not-in-list", "action"),
        ("O2,flag,,,,,,,,,done", "cell/not-in-list", "status"),
    ] {
        corrected(row).finds(code, ("corrections.csv", 2, column));
    }
}

/// What was told once is not told again by another copy of the same package.
#[wasm_bindgen_test(unsupported = test)]
fn a_note_that_tells_it_already_stays_as_it_is() {
    let told = "Misprint; corrected value: 7,000. A zero was lost.";
    let fa = "غلط چاپی؛ مقدار درست: ۷٬۰۰۰. یک صفر افتاده است.";
    let head = "status,note_fa,note_en";
    let table = format!(
        "id,measure,value,unit,source,{head}\nO1,facility_amount,580,billion_rial,S4,confirmed,,\n\
         O2,facility_amount,700,billion_rial,S4,confirmed,{fa},\"{told}\"\n"
    );
    let fixture = Fixture::small().instead("observations.csv", table);
    assert_eq!(note_of(&fixture), told);
}

/// So that a correction may be changed, and two copies that do so are asked about it once.
#[wasm_bindgen_test(unsupported = test)]
fn what_is_written_again_is_the_note_that_was_stated() {
    let dataset = read("O2,flag,,,,,Odd.,,,,");
    assert_eq!(dataset.observations[&ObservationId::new("O2")].note, Bilingual::default());
}
