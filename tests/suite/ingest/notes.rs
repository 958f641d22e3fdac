//! Notes on tables, rows and cells of a package.

use hamyar::calendar::JalaliDate;
use hamyar::diag::Bilingual;
use hamyar::model::{Note, NoteId, ObservationId, keep_confirmed};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

/// The small package with these notes.
pub(super) fn noted(rows: &str) -> Fixture {
    let head = "id,table,row,column,text_fa,text_en,by_fa,by_en,day";
    Fixture::small().with("notes", format!("{head}\n{rows}\n"))
}

#[wasm_bindgen_test(unsupported = test)]
fn a_note_stands_on_a_table_a_row_or_a_cell() {
    let rows = [
        "N1,observations,,,همه از خبرند.,All are of releases.,,,",
        "N2,observations,O2,value,از استان بپرسید.,Ask the province.,دفتر آمار,the office,1402-03-01",
        "N3,observations,population/1395/01/population_rural,,گرد شده.,Rounded.,,,",
        "N4,group-members,\"target,0112@1395\",status,نامه رسید.,,,,",
        "N5,measures,,unit,یکای پایه.,,,,",
        "N6,codes,\"scenario,planned\",,واژهٔ نامه.,,,,",
    ];
    let read = noted(&rows.join("\n")).read().unwrap();
    assert_eq!(read.diagnostics, []);
    let notes = read.value.dataset.notes;
    assert_eq!(notes.len(), rows.len());
    let asked = Note {
        id: NoteId::new("N2"),
        table: "observations".to_owned(),
        row: "O2".to_owned(),
        column: "value".to_owned(),
        text: Bilingual::new("از استان بپرسید.", "Ask the province."),
        by: Bilingual::new("دفتر آمار", "the office"),
        day: JalaliDate::new(1402, 3, 1).map(JalaliDate::day_number),
    };
    assert_eq!(notes[1], asked);
    assert_eq!(notes[3].table, "group_members", "as tables are named everywhere here");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_a_note_is_on_must_be_there() {
    for (row, code, column) in [
        ("N1,observation,,,متن,,,,", "cell/not-in-list", "table"),
        ("N1,population,01@1395,,متن,,,,", "cell/not-in-list", "table"),
        ("N1,rules,,,متن,,,,", "cell/not-in-list", "table"),
        ("N1,notes,N1,,متن,,,,", "cell/not-in-list", "table"),
        ("N1,observations,O9,,متن,,,,", "cell/unknown-reference", "row"),
        ("N1,measures,jobs,,متن,,,,", "cell/unknown-reference", "row"),
        ("N1,observations,O2,valeu,متن,,,,", "cell/not-in-list", "column"),
        ("N1,observations,O2,,,,,,", "cell/required", "text_fa"),
        ("N1,observations,O2,,متن,,,,1402-03", "cell/not-a-day", "day"),
    ] {
        noted(row).finds(code, ("notes.csv", 2, column));
    }
}

/// The row was left out: the note would hang in the air.
#[wasm_bindgen_test(unsupported = test)]
fn a_note_on_a_row_that_was_left_out_is_left_out_too() {
    let fixture = noted("N1,statements,C1,,متن,,,,").edit("statements.csv", ",p5,", ",page,");
    let read = fixture.read().unwrap();
    let codes: Vec<_> = read.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["cell/not-in-list", "cell/unknown-reference"]);
    assert_eq!(read.value.dataset.notes, []);
}

/// What is published has no table of notes: a figure carries what was said of it, once.
#[wasm_bindgen_test(unsupported = test)]
fn a_published_figure_tells_the_notes_on_it() {
    let rows =
        "N1,observations,O2,value,بپرسید.,Ask.,من,me,1402-03-01\nN2,observations,,,همه.,All.,,,";
    let mut data = noted(rows).read().unwrap().value.dataset;
    keep_confirmed(&mut data);
    keep_confirmed(&mut data);
    let note = &data.observations[&ObservationId::new("O2")].note;
    assert!(note.fa.ends_with("بپرسید. (من، ۱ خرداد ۱۴۰۲)"), "{note:?}");
    assert_eq!(note.en.matches("Ask. (me, 1 Khordad 1402)").count(), 1, "{note:?}");
    assert_eq!(data.notes.len(), 1, "what is said of a table is of no figure");
}
