//! What is wrong with a step from one list of areas to another.

use super::{about, persian};
use crate::calendar::{Day, Period};
use crate::diag::Diagnostic;
use crate::model::{AreaId, SuccessionFault};
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number, ltr_isolate};

/// `cell` is where it shows: the area that a step leads to, or its day.
pub(in crate::ingest) fn succession_fault(fault: SuccessionFault, cell: &str) -> Diagnostic {
    let (message, hint_fa, hint_en) = match fault {
        SuccessionFault::NotLater => (
            about(
                cell,
                "در تقسیماتی پس از تقسیماتِ from نیست.",
                "is not in a later division than the area in from.",
            ),
            "در from ناحیهٔ تقسیمات پیشین را بنویسید و در to ناحیهٔ تقسیمات پسین را.",
            "Write the area of the earlier division in from, that of the later one in to.",
        ),
        SuccessionFault::TooEarly(list) => (
            about(
                cell,
                &format!("پیش از سال {} است، سال تقسیماتی که از آن آغاز می‌شود.", persian(list.0)),
                &format!("is before {}, the year of the division that it starts from.", list.0),
            ),
            CHECK_FA,
            CHECK_EN,
        ),
        SuccessionFault::TooLate(list) => (
            about(
                cell,
                &format!("پس از سال {} است، سال تقسیماتی که به آن می‌رسد.", persian(list.0)),
                &format!("is after {}, the year of the division that it leads to.", list.0),
            ),
            CHECK_FA,
            CHECK_EN,
        ),
    };
    Diagnostic::error("row/rejected", message).with_hint(hint_fa, hint_en)
}

const CHECK_FA: &str = "روز را با سند بسنجید، و ببینید که from و to از کدام تقسیمات‌اند.";
const CHECK_EN: &str = "Check the day with its document, and the divisions of from and to.";

/// A report of an area that was no more when the period of its order began.
pub(in crate::ingest) fn ended(area: &str, day: Day, into: &[&AreaId]) -> Diagnostic {
    let (fa, en) = Period::day(day).map(|day| day.labels()).unwrap_or_default();
    let message = about(
        area,
        &format!("از {fa} دیگر نیست، و دوره‌ای که گزارش از آن خواسته شده پس از آن آغاز می‌شود."),
        &format!("is no more since {en}, and the period that is reported on begins later."),
    );
    let into = into.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
    Diagnostic::error("row/rejected", message).with_hint(
        format!("ناحیه‌ای را بنویسید که جای آن را گرفته است: {}", ltr_isolate(&into)),
        format!("Write the area that has taken its place: {into}"),
    )
}

/// `sum` is `None` when it is out of range.
pub(in crate::ingest) fn wrong_shares(area: &str, sum: Option<Decimal>) -> Diagnostic {
    let percent = |lang| match sum {
        Some(sum) => format_number(&sum, lang, &NumberFormat::PERCENT),
        None => "…".to_owned(),
    };
    let message = about(
        area,
        &format!(
            "سهم‌هایی دارد که روی هم {} می‌شود، نه \u{2066}۱۰۰٪\u{2069}؛ رقم‌های آن بخش نمی‌شوند.",
            percent(Lang::Fa)
        ),
        &format!(
            "has shares of {} together, not 100%; its figures are not divided.",
            percent(Lang::En)
        ),
    );
    Diagnostic::warning("succession/shares", message).with_hint(
        "سهم همهٔ ناحیه‌هایی را که از این ناحیه پدید آمده‌اند بنویسید؛ آنچه مانده است هم ردیفی می‌خواهد.",
        "Write the share of every area that came of this one; what stayed needs a row too.",
    )
}
