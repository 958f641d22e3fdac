//! What is wrong with, or still open in, what copies tell differently.

use super::{about, error, shown};
use crate::diag::{Bilingual, Diagnostic};
use crate::list::{Gather, join};
use crate::model::{CellName, ToldApart};

/// Most columns that a message names.
const NAMED: usize = 6;

pub(in crate::ingest) fn no_cell(column: &str) -> Diagnostic {
    let message = about(column, "خانه‌ای را نام نمی‌برد.", "names no cell.");
    Diagnostic::error("differing/no-cell", message).with_hint(
        "نام ستون را بنویسید، و در ردیف‌های وابسته جدول و شمارهٔ ردیف را پیش از آن: \u{2066}group_members/2/area\u{2069}.",
        "Write the name of a column; of rows that belong to it the table and the number of the row before that: group_members/2/area.",
    )
}

pub(in crate::ingest) fn not_whole(id: &str) -> Diagnostic {
    let id = shown(id);
    error(
        "differing/not-whole",
        &format!("آنچه نسخه‌ها دربارهٔ «{id}» می‌گویند این‌جا کامل یا با هم سازگار نیست؛ هیچ بخش آن خوانده نشد."),
        &format!("What the copies say of “{id}” is not whole or not consistent here; nothing of it was read."),
    )
    .with_hint(
        "ردیف‌های آن را همان‌گونه بیاورید که ادغام نوشته است؛ تنها «نگه‌داشته» (keep) و «روز» (day) و «به دست» (by) را پر کنید.",
        "Bring its rows as the merger wrote them; fill in keep, day and by alone.",
    )
}

/// The thing is told differently, and nobody has decided.
pub(in crate::ingest) fn open(thing: &ToldApart) -> Diagnostic {
    if thing.is_taken_out() {
        return taken_out(thing);
    }
    let columns = thing.differing();
    let mut names = columns.iter().map(|name| named(thing, name)).gather();
    names.dedup();
    let more = if names.len() > NAMED { " …" } else { "" };
    names.truncate(NAMED);
    let table = shown(&thing.table);
    let [fa, en] = ["، ", ", "].map(|between| format!("{}{more}", join(&names, between)));
    let message = about(
        &thing.id,
        &format!("در جدول «{table}» در نسخه‌ها یکی نیست: {fa}"),
        &format!("in the table “{table}” is told differently by the copies: {en}"),
    );
    Diagnostic { message, ..decide() }
}

fn taken_out(thing: &ToldApart) -> Diagnostic {
    let table = shown(&thing.table);
    let message = about(
        &thing.id,
        &format!("در جدول «{table}» در یک نسخه برداشته شده و در نسخه‌ای دیگر تغییر کرده است."),
        &format!("in the table “{table}” was taken out by one copy and changed by another."),
    );
    Diagnostic { message, ..decide() }
}

fn named(thing: &ToldApart, CellName { table, column, .. }: &CellName) -> String {
    let name = if *table == thing.table { column.clone() } else { format!("{table}/{column}") };
    shown(&name)
}

fn decide() -> Diagnostic {
    Diagnostic::warning("differing/open", Bilingual::default()).with_hint(
        "در یک ردیف آن در differing.csv ستون‌های «نگه‌داشته» (keep) و «روز» (day) و «به دست» (by) را پر کنید و فایل را با \u{2066}--decided\u{2069} به \u{2066}hamyar merge\u{2069} بدهید.",
        "Fill in keep, day and by on one of its rows in differing.csv, and give the file to hamyar merge with --decided.",
    )
}
