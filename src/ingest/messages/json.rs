//! The words for what is wrong with JSON.

use super::{error, persian};
use crate::diag::{Bilingual, Diagnostic, Severity};

pub(in crate::ingest) fn descriptor_not_json(line: usize) -> Diagnostic {
    let message = Bilingual::new(
        format!("datapackage.json از سطر {} به بعد JSON درستی نیست.", persian(line)),
        format!("datapackage.json is no sound JSON from line {line} on."),
    );
    Diagnostic::error("package/not-json", message)
        .with_hint("ساختار JSON را درست کنید.", "Mend the JSON.")
}

pub(in crate::ingest) fn json_not_utf8() -> Diagnostic {
    error(
        "file/not-utf8",
        "این پروندهٔ JSON با کدگذاری UTF-8 نیست و خوانده نشد.",
        "This JSON file is not UTF-8 and was not read.",
    )
    .with_hint("پرونده را با کدگذاری UTF-8 دوباره ذخیره کنید.", "Save the file again as UTF-8.")
}

pub(in crate::ingest) fn not_rows() -> Diagnostic {
    error(
        "file/not-rows",
        "این JSON فهرستی از ردیف‌ها نیست؛ خوانده نشد.",
        "This JSON is no list of rows; it was not read.",
    )
    .with_hint(
        "فهرستی از شیءها بنویسید، یا فهرستی از فهرست‌ها که نخستین آن‌ها سرستون است.",
        "Write a list of objects, or a list of lists of which the first is the heading.",
    )
}

pub(in crate::ingest) fn not_json() -> Diagnostic {
    error(
        "file/not-json",
        "از این ردیف به بعد JSON درستی نیست؛ ادامه خوانده نشد.",
        "From this row on it is no sound JSON; the rest was not read.",
    )
    .with_hint("ساختار JSON را درست کنید.", "Mend the JSON.")
}

pub(super) fn not_a_row() -> Diagnostic {
    error(
        "table/not-a-row",
        "این ردیف مانند ردیف‌های دیگر شیء یا فهرست نیست.",
        "This row is no object or list as the others are.",
    )
    .with_hint("همهٔ ردیف‌ها را به یک شکل بنویسید.", "Write all rows in the same form.")
}

pub(super) fn key_twice() -> Diagnostic {
    error(
        "table/duplicate-key",
        "این کلید در یک ردیف دو بار آمده است؛ روشن نیست کدام درست است.",
        "This key stands twice in one row; which one holds is not clear.",
    )
    .with_hint("یکی از دو را بردارید.", "Remove one of the two.")
}

pub(super) fn not_text() -> Diagnostic {
    error(
        "cell/not-a-text",
        "در این خانه true، false، فهرست یا شیء آمده است، نه متن یا عدد.",
        "This cell holds true, false, a list or an object, not a text or a number.",
    )
    .with_hint(
        "مقدار را به شکل متن بنویسید، مانند \"yes\".",
        "Write the value as a text, such as \"yes\".",
    )
}

/// Said once for each column: a table may hold thousands of them.
pub(in crate::ingest) fn null(column: &str) -> Diagnostic {
    let message = Bilingual::new(
        "null در این ستون خانهٔ خالی به شمار آمد، اینجا و پس از این.",
        "null was taken as an empty cell in this column, here and below.",
    );
    let note = Diagnostic { severity: Severity::Note, ..Diagnostic::error("cell/null", message) };
    if column != "value" {
        return note;
    }
    note.with_hint(
        "اگر می‌دانید چرا رقمی نیست، کد آن را در ستون missing بنویسید.",
        "If it is known why there is no figure, write its code into the column missing.",
    )
}
