//! What is wrong with what no page needs: digests of documents, codes of areas, milestones of projects.

use super::{about, shown};
use crate::diag::Diagnostic;
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number};

pub(in crate::ingest) fn not_a_digest(cell: &str) -> Diagnostic {
    let message = about(
        cell,
        "چکیدهٔ \u{2066}SHA-256\u{2069} نیست: شصت‌وچهار رقم شانزده‌شانزدهی ندارد.",
        "is no SHA-256 digest: it has not just 64 hexadecimal digits.",
    );
    Diagnostic::error("cell/digest", message).with_hint(
        "خروجی \u{2066}sha256sum\u{2069} را از روی همان فایل بنویسید، یا خانه را خالی بگذارید.",
        "Write what sha256sum says of that very file, or leave the cell empty.",
    )
}

/// `area` is the one that the code names already.
pub(in crate::ingest) fn code_taken(code: &str, area: &str) -> Diagnostic {
    let area = shown(area);
    let message = about(
        code,
        &format!("در همین روزها کدِ ناحیهٔ «{area}» از همین فهرست است؛ این ردیف کنار گذاشته شد."),
        &format!(
            "is the code of “{area}” in the same list on the same days; this row was left out."
        ),
    );
    Diagnostic::error("area-code/taken", message).with_hint(
        "روزهای اعتبار دو ردیف را از هم جدا کنید، یا کد را درست کنید.",
        "Part the days of the two rows, or mend the code.",
    )
}

/// `sum` is `None` when it is out of range.
pub(in crate::ingest) fn wrong_weights(project: &str, sum: Option<Decimal>) -> Diagnostic {
    let percent = |lang| match sum {
        Some(sum) => format_number(&sum, lang, &NumberFormat::PERCENT),
        None => "…".to_owned(),
    };
    let message = about(
        project,
        &format!(
            "گام‌هایی دارد که وزنشان روی هم {} است، نه ۱۰۰٪؛ گام‌هایش کنار گذاشته شد.",
            percent(Lang::Fa)
        ),
        &format!(
            "has milestones that weigh {} together, not 100%; they were left out.",
            percent(Lang::En)
        ),
    );
    Diagnostic::error("milestone/weights", message).with_hint(
        "همهٔ گام‌های طرح را بنویسید و وزن‌ها را چنان کنید که جمعشان ۱۰۰ شود.",
        "Write all milestones of the project, with weights that sum to 100.",
    )
}
