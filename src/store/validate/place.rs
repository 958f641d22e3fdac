//! Where and when.

use super::Finding;
use crate::diag::Diagnostic;
use crate::model::{Dataset, Place};
use crate::store::entry::Entry;
use crate::store::resolve;

pub(super) fn check(dataset: &Dataset, entry: &Entry, findings: &mut Vec<Diagnostic>) {
    match resolve::place(dataset, entry) {
        Ok(Place::Area(_) | Place::Group(_)) => {}
        Ok(Place::Unplaced) => findings.push(unplaced()),
        Err(_) if !entry.area.is_empty() && !entry.group.is_empty() => findings.push(two_places()),
        Err(field) => findings.push(unknown_place(field)),
    }
    match resolve::period(entry) {
        Ok(None) => findings.push(undated()),
        Ok(Some(_)) => {}
        Err(_) => findings.push(no_such_period()),
    }
}

fn unplaced() -> Diagnostic {
    Finding {
        code: "entry/unplaced",
        field: "area",
        message: ("ناحیه برگزیده نشده است", "no area is chosen"),
        hint: (
            "اگر منبع ناحیه را می‌گوید، آن را برگزینید؛ بی‌ناحیه روی نقشه نمی‌آید.",
            "If the source names one, choose it; without an area it stays off every map.",
        ),
    }
    .warning()
}

fn two_places() -> Diagnostic {
    Finding {
        code: "entry/two-places",
        field: "group",
        message: ("هم ناحیه و هم گروه برگزیده شده است", "both an area and a group are chosen"),
        hint: ("یکی را خالی کنید.", "Empty one of the two."),
    }
    .error()
}

fn unknown_place(field: &'static str) -> Diagnostic {
    Finding {
        code: "entry/unknown",
        field,
        message: ("این ناحیه یا گروه شناخته نیست", "this area or group is not known"),
        hint: ("نام را بنویسید و از فهرست برگزینید.", "Type the name and choose it from the list."),
    }
    .error()
}

fn undated() -> Diagnostic {
    Finding {
        code: "entry/undated",
        field: "period",
        message: ("دوره نوشته نشده است", "no period is given"),
        hint: (
            "اگر منبع دوره را می‌گوید، بنویسید؛ بی‌دوره روی محور زمان نمی‌آید.",
            "If the source says it, write it; without one it stays off every time axis.",
        ),
    }
    .warning()
}

fn no_such_period() -> Diagnostic {
    Finding {
        code: "entry/no-such-period",
        field: "period",
        message: ("چنین دوره‌ای در گاه‌شماری جلالی نیست", "there is no such Jalali period"),
        hint: (
            "مانند ۱۴۰۱، مرداد ۱۴۰۱، تابستان ۱۴۰۱، \u{2066}۱۴۰۱/۲/۱۸\u{2069} یا ۱۴۰۰ تا ۱۴۰۱ بنویسید.",
            "Write it as 1401, Mordad 1401, summer 1401, 1401/2/18 or 1400 to 1401.",
        ),
    }
    .error()
}
