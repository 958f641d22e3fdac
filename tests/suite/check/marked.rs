//! What was marked by hand is listed beside what a rule finds.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD};
use super::{checked, complaints, verdicts};
use crate::suite::ingest::fixture::Fixture;

/// Members of two years, the second far from the first, and a figure that only a person doubts.
fn marked(cell: &str) -> Fixture {
    let rows = format!(
        "A,members,IR@1395,,1395,actual,,18173,person,exact,,,X,,,
B,members,IR@1395,,1396,actual,,798416,person,exact,,,X,,,
C,jobs,07@1395,,1396,actual,,14094,person,exact,,,X,,{cell},ask the province
"
    );
    small::with(&[("observations", format!("{HEAD},follow_up,note_en\n{rows}"))])
}

#[wasm_bindgen_test(unsupported = test)]
fn row_5_outliers_and_marks_are_listed() {
    let report = checked(&marked("yes"));
    assert_eq!(complaints(&report), [("V16", "", Verdict::Warn), ("follow-up", "", Verdict::Warn)]);
    let found = verdicts(&report, "follow-up")[0];
    assert_eq!(found.observations[0].as_str(), "C");
    assert_eq!(found.note.en, "ask the province");
    assert_eq!(found.message.en, "Jobs, Fars, 1396: marked for follow-up.");
    assert!(found.message.fa.ends_with("برای پیگیری نشان شده است."), "{}", found.message.fa);
    for cell in ["", "no"] {
        assert_eq!(complaints(&checked(&marked(cell))), [("V16", "", Verdict::Warn)], "{cell}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_5_a_mark_that_is_no_word_of_the_list_is_told() {
    let read = marked("maybe").read().unwrap();
    assert!(read.value.dataset.follow_up.is_empty());
    let place = |column: &str| ("cell/not-in-list", 4, column.to_owned());
    let told = read
        .diagnostics
        .iter()
        .map(|one| (one.code, one.position.row, one.position.column.clone()));
    assert_eq!(told.collect::<Vec<_>>(), [place("follow_up")]);
}
