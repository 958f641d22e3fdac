//! The words of what is found in registers.

use super::{about, contradiction, persian};
use crate::diag::{Bilingual, Diagnostic};
use crate::ingest::messages::Contradiction;
use crate::model::LifecycleFault;

pub(in crate::ingest) fn not_a_legal_id(cell: &str) -> Diagnostic {
    let message = about(
        cell,
        "شناسهٔ ملی شخص حقوقی نیست؛ شمار رقم‌ها یا رقم کنترل آن درست نیست.",
        "is no national id of a legal entity: the number of digits or the check digit is wrong.",
    );
    Diagnostic::error("cell/national-id", message).with_hint(
        "هر یازده رقم شناسه را با رقم لاتین از سند ثبت بنویسید.",
        "Write all eleven digits, in Latin digits, from the document of registration.",
    )
}

pub(in crate::ingest) fn not_a_year(cell: &str) -> Diagnostic {
    let message = about(cell, "یک سال هجری شمسی نیست.", "is not one Jalali year.");
    Diagnostic::error("cell/not-a-year", message)
        .with_hint("سال را مانند \u{2066}1402\u{2069} بنویسید.", "Write the year, such as 1402.")
}

pub(in crate::ingest) fn not_a_day(cell: &str) -> Diagnostic {
    let message = about(cell, "یک روز نیست.", "is not one day.");
    Diagnostic::error("cell/not-a-day", message).with_hint(
        "روز را مانند \u{2066}1402-05-31\u{2069} بنویسید؛ از ماه یا سال نمی‌توان روز شمرد.",
        "Write the day, such as 1402-05-31; days cannot be counted from a month or a year.",
    )
}

pub(in crate::ingest) fn lifecycle_fault(fault: LifecycleFault) -> Diagnostic {
    contradiction(match fault {
        LifecycleFault::BackInTime => &BACK_IN_TIME,
        LifecycleFault::StepBack => &STEP_BACK,
        LifecycleFault::Repeated => &REPEATED,
        LifecycleFault::AfterTheEnd => &AFTER_THE_END,
    })
}

const BACK_IN_TIME: Contradiction = Contradiction {
    fa: "تاریخ این رویداد پیش از رویداد قبلی همین تعاونی است.",
    en: "This event is dated before the one above it of the same cooperative.",
    hint_fa: "روز را بسنجید؛ رویدادهای هر تعاونی به ترتیب روز می‌آیند.",
    hint_en: "Check the day; the events of a cooperative stand in the order of their days.",
};

const STEP_BACK: Contradiction = Contradiction {
    fa: "تعاونی پیش‌تر به این مرحله یا مرحله‌ای پس از آن رسیده است.",
    en: "The cooperative had reached this stage, or a later one, before.",
    hint_fa: "مرحله و روز را بسنجید؛ مرحله‌های تشکیل به ترتیب و هر کدام یک بار می‌آیند.",
    hint_en: "Check stage and day; the steps of forming come in order, and each of them once.",
};

const REPEATED: Contradiction = Contradiction {
    fa: "تعاونی از پیش در همین مرحله است.",
    en: "The cooperative is at this stage already.",
    hint_fa: "ردیف تکراری را بردارید، یا رویدادی را که میان این دو افتاده است بنویسید.",
    hint_en: "Remove the repeated row, or write the event that is missing between the two.",
};

const AFTER_THE_END: Contradiction = Contradiction {
    fa: "این تعاونی منحل شده است؛ پس از انحلال رویدادی نمی‌آید.",
    en: "This cooperative is dissolved; nothing happens to it after that.",
    hint_fa: "شناسهٔ تعاونی و روز انحلال را بسنجید.",
    hint_en: "Check the id of the cooperative and the day of its dissolution.",
};

/// The row is kept, and counts once the day of its order is a later one.
pub(in crate::ingest) fn after_as_of() -> Diagnostic {
    let message = Bilingual::new(
        "این گزارش پس از روز as_of دستور آن رسیده است و در شمار آن روز نمی‌آید.",
        "This report came in after the day as_of of its directive, and is not counted as of that day.",
    );
    Diagnostic::warning("register/after-as-of", message).with_hint(
        "اگر وضع روزهای بعد را می‌گویید، as_of دستور را پیش ببرید یا خالی بگذارید.",
        "If a later state is told, move as_of of the directive on, or leave it empty.",
    )
}

/// `first` is the row that has it as a member already.
pub(in crate::ingest) fn member_already(area: &str, first: u32) -> Diagnostic {
    let message = about(
        area,
        &format!(
            "در همین روزها در ردیف {} عضو همین گروه است؛ این ردیف کنار گذاشته شد.",
            persian(first as usize)
        ),
        &format!(
            "is a member of this group on the same days in row {first}; this row was left out."
        ),
    );
    Diagnostic::error("cell/duplicate", message).with_hint(
        "یکی از دو ردیف را بردارید؛ اگر رفته و بازگشته است، valid_from و valid_to دو ردیف را از هم جدا کنید.",
        "Remove one of the rows; if it left and came back, part their days in valid_from and valid_to.",
    )
}
