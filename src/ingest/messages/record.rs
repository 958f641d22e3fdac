//! What is found in records that name their place.

use super::{about, persian};
use crate::diag::{Bilingual, Diagnostic};
use crate::model::Division;

pub(in crate::ingest) fn unknown_province(cell: &str) -> Diagnostic {
    let message = about(
        cell,
        "نام یا کد هیچ استانی در جدول \u{2066}areas\u{2069} نیست؛ این سابقه در هیچ جا شمرده نمی‌شود و کنار گذاشته شد.",
        "is the name or code of no province in the table areas; this record can be counted nowhere and was left out.",
    );
    Diagnostic::error("record/unknown-province", message).with_hint(
        "نام استان را چنان که در \u{2066}areas\u{2069} است بنویسید، یا آن نام را به \u{2066}aliases\u{2069} بیفزایید؛ کد را با \u{2066}scheme\u{2069} آن.",
        "Write the province as areas has it, or add this name to its aliases; write a code with its scheme.",
    )
}

/// `cell` may be empty.
pub(in crate::ingest) fn not_placed(cell: &str, list: Division) -> Diagnostic {
    let year = persian(list.0);
    let message = if cell.is_empty() {
        Bilingual::new(
            "شهرستانی گفته نشده است؛ این سابقه در ردیف «شهرستان جای‌نگرفته» استان شمرده می‌شود.",
            "No county is told; this record is counted in the row “County not placed” of its province.",
        )
    } else {
        about(
            cell,
            &format!(
                "در فهرست {year} شهرستان این استان نیست، یا نام چند شهرستان است؛ این سابقه در ردیف «شهرستان جای‌نگرفته» استان شمرده می‌شود."
            ),
            &format!(
                "is no county of this province in the list of {}, or is the name of several; this record is counted in the row “County not placed” of the province.",
                list.0
            ),
        )
    };
    Diagnostic::warning("record/not-placed", message).with_hint(
        "نام را با سند بسنجید؛ اگر نام دیگر همان شهرستان است، آن را به \u{2066}aliases\u{2069} در \u{2066}areas\u{2069} بیفزایید.",
        "Check the name with its document; if it is another name of a county, add it to aliases in areas.",
    )
}
