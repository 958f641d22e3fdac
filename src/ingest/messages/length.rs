//! What is wrong with the length of a text.

use super::{about, persian};
use crate::diag::Diagnostic;
use crate::text::english_noun;

pub(in crate::ingest) fn length_out_of_range(
    cell: &str,
    least: Option<u32>,
    most: Option<u32>,
) -> Diagnostic {
    let message =
        about(cell, "به درازایی نیست که جدول می‌خواهد.", "is not as long as the table asks.");
    let (fa, en) = match (least, most) {
        (Some(least), Some(most)) => (
            format!("از {} تا {} نویسه بنویسید.", persian(least), persian(most)),
            format!("Write {least} to {}.", letters(most)),
        ),
        (Some(least), None) => (
            format!("دست‌کم {} نویسه بنویسید.", persian(least)),
            format!("Write at least {}.", letters(least)),
        ),
        (None, most) => (
            format!("حداکثر {} نویسه بنویسید.", persian(most.unwrap_or_default())),
            format!("Write at most {}.", letters(most.unwrap_or_default())),
        ),
    };
    Diagnostic::error("cell/length", message).with_hint(fa, en)
}

/// "1 letter", "2 letters".
fn letters(many: u32) -> String {
    format!("{many} {}", english_noun(many as usize, ["letter", "letters"]))
}
