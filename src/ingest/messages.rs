//! The words of every finding, in both languages: what is wrong, and what to do about it. The
//! place (file, row, column) is kept apart and never stands in the words.

#[cfg(feature = "complete")]
pub(super) mod beside;
#[cfg(feature = "complete")]
pub(super) mod differing;
mod expression;
mod json;
#[cfg(feature = "complete")]
mod legend;
mod length;
mod measure;
pub(super) mod outline;
#[cfg(feature = "complete")]
pub(super) mod record;
mod register;
mod succession;

pub(super) use expression::not_an_expression;
pub(super) use json::{descriptor_not_json, json_not_utf8, not_rows, null};
#[cfg(feature = "complete")]
pub(super) use legend::no_legend;
pub(super) use length::length_out_of_range;
pub(super) use measure::roll_up_fault;
pub(super) use register::{
    after_as_of, lifecycle_fault, member_already, not_a_day, not_a_legal_id, not_a_year,
};
pub(super) use succession::{ended, succession_fault, wrong_shares};

use super::limits;
use super::table::TableFault;
use crate::diag::{Bilingual, Diagnostic, Severity};
use crate::number::Decimal;
use crate::text::{self, Lang, english_noun};

/// Most characters of a cell that are repeated in a message.
const SHOWN: usize = 40;

/// A cell as it may stand inside a sentence: short, without line breaks, its direction kept in.
fn shown(cell: &str) -> String {
    let plain = text::strip_marks(cell);
    let mut short: String =
        plain.chars().filter(|letter| !letter.is_control()).take(SHOWN).collect();
    if plain.chars().count() > SHOWN {
        short.push('…');
    }
    text::isolate(&short)
}

/// A whole number in Persian digits.
fn persian(number: impl TryInto<i64>) -> String {
    text::plain_integer(number.try_into().unwrap_or(i64::MAX), Lang::Fa)
}

/// «cell» is what the Persian text says, "cell" the English one.
fn about(cell: &str, fa: &str, en: &str) -> Bilingual {
    let cell = shown(cell);
    Bilingual::new(format!("«{cell}» {fa}"), format!("“{cell}” {en}"))
}

fn error(code: &'static str, fa: &str, en: &str) -> Diagnostic {
    Diagnostic::error(code, Bilingual::new(fa, en))
}

pub(super) fn empty_package() -> Diagnostic {
    error("package/empty", "این بسته هیچ جدولی ندارد.", "This package has no table.").with_hint(
        "در datapackage.json زیر resources جدول‌ها را نام ببرید.",
        "Name the tables under resources in datapackage.json.",
    )
}

pub(super) fn unknown_resource(name: &str) -> Diagnostic {
    let message = about(
        name,
        "جدولی نیست که خوانده شود؛ نادیده ماند.",
        "is no table that is read; it was passed over.",
    );
    Diagnostic::warning("package/unknown-resource", message).with_hint(
        "نام جدول را با نام‌های شناخته‌شده (مانند areas و observations) بسنجید.",
        "Compare its name with the known ones, such as areas and observations.",
    )
}

pub(super) fn repeated_resource(name: &str) -> Diagnostic {
    let message = about(
        name,
        "دو بار آمده است؛ تنها نخستین خوانده شد.",
        "stands twice; only the first was read.",
    );
    Diagnostic::error("package/duplicate-resource", message).with_hint(
        "دو جدول را یکی کنید، یا نام یکی را عوض کنید.",
        "Join the two tables, or rename one.",
    )
}

pub(super) fn unsafe_path() -> Diagnostic {
    error(
        "package/unsafe-path",
        "این مسیر از بسته بیرون می‌رود یا نشانی اینترنتی است؛ خوانده نشد.",
        "This path leads out of the package or is an address; it was not read.",
    )
    .with_hint(
        "پرونده را کنار datapackage.json بگذارید و مسیر نسبی بنویسید.",
        "Put the file beside datapackage.json and write a relative path.",
    )
}

pub(super) fn no_path(resource: &str) -> Diagnostic {
    let message = about(
        resource,
        "نه مسیر پرونده دارد و نه ردیف‌هایی که از متن datapackage.json خوانده شوند.",
        "has neither a path to a file nor rows that can be read from the text of datapackage.json.",
    );
    Diagnostic::error("package/no-path", message).with_hint(
        "ردیف‌ها را در یک پروندهٔ CSV یا JSON کنار datapackage.json بگذارید و در path نام ببرید.",
        "Put the rows into one CSV or JSON file beside datapackage.json and name it in path.",
    )
}

pub(super) fn unknown_delimiter(sign: &str) -> Diagnostic {
    let message = about(
        sign,
        "جداکننده‌ای نیست که خوانده شود؛ جدول خوانده نشد.",
        "is no delimiter that can be read; the table was not read.",
    );
    Diagnostic::error("file/unknown-delimiter", message).with_hint(
        "یک نشانهٔ تنها مانند «,» یا «;» در dialect.delimiter بنویسید.",
        "Write one sign, such as “,” or “;”, in dialect.delimiter.",
    )
}

pub(super) fn more_findings(dropped: u32, severity: Severity) -> Diagnostic {
    let message = Bilingual::new(
        format!("{} یافتهٔ دیگر هم هست که اینجا نیامده است.", persian(dropped)),
        match dropped {
            1 => "There is 1 more finding that is not listed here.".to_owned(),
            _ => format!("There are {dropped} more findings that are not listed here."),
        },
    );
    Diagnostic { severity, ..Diagnostic::error("package/more-findings", message) }.with_hint(
        "نخست همین یافته‌ها را درست کنید و دوباره بخوانید.",
        "Mend these first, then read again.",
    )
}

pub(super) fn missing_file(resource: &str) -> Diagnostic {
    let message = about(resource, "پرونده‌ای در بسته ندارد.", "has no file in the package.");
    Diagnostic::error("file/missing", message).with_hint(
        "پرونده را با همین مسیر در بسته بگذارید، یا نام آن را در datapackage.json درست کنید.",
        "Put the file into the package under this path, or mend its name in datapackage.json.",
    )
}

pub(super) fn too_large(what_fa: &str, what_en: &str, limit: usize) -> Diagnostic {
    let message = Bilingual::new(
        format!("{what_fa} از مرز {} بیشتر است؛ هیچ چیز خوانده نشد.", persian(limit)),
        format!("{what_en} over the limit of {limit}; nothing was read."),
    );
    Diagnostic::error("file/too-large", message)
        .with_hint("داده را به چند بسته بخش کنید.", "Split the data into several packages.")
}

pub(super) fn not_utf8() -> Diagnostic {
    error(
        "file/not-utf8",
        "این بخش با کدگذاری UTF-8 نیست و خوانده نشد.",
        "This part is not UTF-8 and was not read.",
    )
    .with_hint(
        "پرونده را با کدگذاری «CSV UTF-8» دوباره ذخیره کنید.",
        "Save the file again as “CSV UTF-8”.",
    )
}

pub(super) fn empty_table() -> Diagnostic {
    error("table/empty", "این پرونده حتی سرستون ندارد.", "This file has not even a heading row.")
        .with_hint(
            "در ردیف نخست نام ستون‌ها را بنویسید.",
            "Write the column names into the first row.",
        )
}

pub(super) fn missing_column() -> Diagnostic {
    error(
        "table/missing-column",
        "این ستون در سرستون نیست؛ بی آن هیچ ردیفی خوانده نمی‌شود.",
        "This column is not in the heading; without it no row can be read.",
    )
    .with_hint("نام ستون را در ردیف نخست بنویسید.", "Write the column name into the first row.")
}

pub(super) fn absent_column() -> Diagnostic {
    let message = Bilingual::new(
        "این ستون در datapackage.json هست و در سرستون نیست؛ خالی گرفته شد.",
        "This column is in datapackage.json but not in the heading; it was taken as empty.",
    );
    Diagnostic::warning("table/missing-column", message)
        .with_hint("نام ستون را در ردیف نخست بنویسید.", "Write the column name into the first row.")
}

pub(super) fn unknown_column() -> Diagnostic {
    let message = Bilingual::new(
        "این ستون در طرح‌وارهٔ جدول نیامده است.",
        "This column does not stand in the schema of its table.",
    );
    Diagnostic::warning("table/unknown-column", message).with_hint(
        "املای سرستون را بسنجید، یا ستون را در datapackage.json نام ببرید.",
        "Check the spelling of the heading, or name the column in datapackage.json.",
    )
}

pub(super) fn duplicate_column() -> Diagnostic {
    error(
        "table/duplicate-column",
        "این سرستون دو بار آمده است؛ روشن نیست کدام درست است.",
        "This heading stands twice; which one holds is not clear.",
    )
    .with_hint("یکی از دو ستون را بردارید یا نامش را عوض کنید.", "Remove or rename one of the two.")
}

fn ragged_row(cells: usize, columns: usize) -> Diagnostic {
    let message = Bilingual::new(
        format!("این ردیف {} خانه دارد و سرستون {} ستون.", persian(cells), persian(columns)),
        format!(
            "This row has {cells} {}, the heading {columns}.",
            english_noun(cells, ["cell", "cells"])
        ),
    );
    Diagnostic::error("table/ragged-row", message).with_hint(
        "ویرگول‌های کم یا زیاد را بجویید؛ متنِ ویرگول‌دار را میان \" \" بگذارید.",
        "Look for a missing or extra comma; put text with commas between quotation marks.",
    )
}

fn open_quote() -> Diagnostic {
    error(
        "table/open-quote",
        "نشانهٔ نقل‌قول (\") در این ردیف باز شده و بسته نشده است؛ دنبالهٔ پرونده خوانده نشد.",
        "A quotation mark opens in this row and never closes; the rest of the file was not read.",
    )
    .with_hint(
        "\" را ببندید؛ خودِ آن در متن دو بار نوشته می‌شود (\"\").",
        "Close it; inside text it is written twice (\"\").",
    )
}

fn cell_too_long(limit: usize) -> Diagnostic {
    let message = Bilingual::new(
        format!("خانه‌ای از این ردیف بیش از {} بایت دارد.", persian(limit)),
        format!("A cell of this row has more than {limit} bytes."),
    );
    Diagnostic::error("cell/too-long", message).with_hint(
        "متن را کوتاه کنید؛ شاید \" بسته نشده باشد.",
        "Shorten the text; perhaps a quotation mark is open.",
    )
}

pub(super) fn required() -> Diagnostic {
    error("cell/required", "این خانه نباید خالی باشد.", "This cell may not be empty.")
        .with_hint("مقدار را از منبع بنویسید.", "Write the value as the source has it.")
}

pub(super) fn not_a_number(cell: &str) -> Diagnostic {
    Diagnostic::error("cell/not-a-number", about(cell, "عدد نیست.", "is not a number.")).with_hint(
        "تنها رقم، نقطهٔ اعشار و منفی بنویسید: \u{2066}1250\u{2069} یا \u{2066}-9.2\u{2069}؛ واحد ستون خود را دارد.",
        "Write digits, a decimal point and a minus only: 1250 or -9.2; the unit has its own column.",
    )
}

pub(super) fn not_whole(cell: &str) -> Diagnostic {
    Diagnostic::error("cell/not-a-number", about(cell, "عدد صحیح نیست.", "is not a whole number."))
        .with_hint("عددی بی اعشار بنویسید.", "Write a number without decimals.")
}

pub(super) fn folded(cell: &str, read_as: Decimal) -> Diagnostic {
    let number = text::ltr_isolate(&read_as.to_string());
    let message = about(cell, &format!("خوانده شد: {number}"), &format!("was read as {number}"));
    Diagnostic { severity: Severity::Note, ..Diagnostic::error("cell/folded", message) }.with_hint(
        "در پروندهٔ داده عدد را با رقم لاتین و بی جداکننده بنویسید.",
        "In a data file write numbers in Latin digits without separators.",
    )
}

pub(super) fn out_of_range(cell: &str, low: Option<Decimal>, high: Option<Decimal>) -> Diagnostic {
    let end = |end: Option<Decimal>| {
        end.map_or("…".to_owned(), |end| text::ltr_isolate(&end.to_string()))
    };
    let (low, high) = (end(low), end(high));
    let message = about(
        cell,
        &format!("بیرون از بازهٔ {low} تا {high} است."),
        &format!("is outside {low} to {high}."),
    );
    Diagnostic::error("cell/out-of-range", message)
        .with_hint("عددی در همین بازه بنویسید.", "Write a number within it.")
}

pub(super) fn no_such_gregorian_date(cell: &str) -> Diagnostic {
    let message = about(cell, "تاریخ میلادی نیست.", "is no date of the Gregorian calendar.");
    Diagnostic::error("cell/no-such-date", message)
        .with_hint("مانند \u{2066}2022-05-08\u{2069} بنویسید.", "Write it as 2022-05-08.")
}

pub(super) fn amount_out_of_range(cell: &str) -> Diagnostic {
    let power = text::ltr_isolate(&format!("10^{}", limits::VALUE_POWER));
    let message = about(
        cell,
        &format!("در واحد پایه به {power} می‌رسد، یا بیش از ۱۸ رقم اعشار دارد؛ خوانده نمی‌شود."),
        &format!(
            "reaches {power} in the base unit or has more than 18 decimals; that is not read."
        ),
    );
    Diagnostic::error("cell/out-of-range", message).with_hint(
        "شمار صفرها و واحد (ریال، تومان، میلیون، میلیارد) را با منبع بسنجید.",
        "Check the zeros and the unit (rial, toman, million, billion) with the source.",
    )
}

pub(super) fn not_in_list(cell: &str, allowed: &[&str]) -> Diagnostic {
    let message = about(cell, "از واژه‌های این ستون نیست.", "is not a word of this column.");
    let list = text::ltr_isolate(&allowed.join(", "));
    Diagnostic::error("cell/not-in-list", message)
        .with_hint(format!("یکی از این‌ها را بنویسید: {list}"), format!("Write one of: {list}"))
}

/// `first` is the row in which the key stood before, `None` when it stood in another table.
pub(super) fn duplicate(code: &'static str, key: &str, first: Option<usize>) -> Diagnostic {
    let (fa, en) = match first {
        Some(row) => (
            format!("پیش‌تر در ردیف {} آمده است", persian(row)),
            format!("already stands in row {row}"),
        ),
        None => ("پیش‌تر آمده است".to_owned(), "already stands elsewhere".to_owned()),
    };
    let fa = format!("{fa}؛ این ردیف کنار گذاشته شد.");
    let message = about(key, &fa, &format!("{en}; this row was left out."));
    Diagnostic::error(code, message).with_hint(
        "اگر همان است یکی را بردارید، وگرنه شناسهٔ دیگری بدهید.",
        "Remove one if they are the same, else give it another id.",
    )
}

pub(super) fn unknown_reference(cell: &str, table: &str) -> Diagnostic {
    let table = text::ltr_isolate(table);
    let message = about(
        cell,
        &format!("در جدول {table} نیست یا از آن کنار گذاشته شده است."),
        &format!("is not in the table {table}, or was left out of it."),
    );
    Diagnostic::error("cell/unknown-reference", message).with_hint(
        "شناسه را درست کنید، یا نخست ردیف آن را در آن جدول درست کنید.",
        "Mend the id, or first mend its row in that table.",
    )
}

pub(super) fn not_a_period(cell: &str) -> Diagnostic {
    Diagnostic::error(
        "cell/not-a-period",
        about(cell, "دورهٔ هجری شمسی نیست.", "is not a Jalali period."),
    )
    .with_hint(
        "مانند \u{2066}1401\u{2069} یا \u{2066}1401-Q2\u{2069} یا \u{2066}1401-05\u{2069} یا \u{2066}1401-02-18\u{2069} بنویسید.",
        "Write it like 1401, 1401-Q2, 1401-05 or 1401-02-18.",
    )
}

pub(super) fn no_such_date(cell: &str) -> Diagnostic {
    let message = about(cell, "در گاه‌شمار نیست.", "does not exist in the calendar.");
    Diagnostic::error("cell/date-does-not-exist", message).with_hint(
        "روزهای ماه را بشمارید؛ اسفند تنها در سال کبیسه ۳۰ روز دارد.",
        "Count the days of the month; Esfand has 30 days in leap years only.",
    )
}

/// In which way a row contradicts itself: what, and what to do, in Persian and English.
pub(super) struct Contradiction {
    pub(super) fa: &'static str,
    pub(super) en: &'static str,
    pub(super) hint_fa: &'static str,
    pub(super) hint_en: &'static str,
}

pub(super) fn contradiction(words: &Contradiction) -> Diagnostic {
    error("row/rejected", words.fa, words.en).with_hint(words.hint_fa, words.hint_en)
}

pub(super) fn table_fault(fault: TableFault, columns: usize) -> Diagnostic {
    match fault {
        TableFault::NotUtf8 => not_utf8(),
        TableFault::Ragged { cells } => ragged_row(cells, columns),
        TableFault::CellTooLong => cell_too_long(limits::CELL_BYTES),
        TableFault::OpenQuote => open_quote(),
        TableFault::NotJson => json::not_json(),
        TableFault::NotARow => json::not_a_row(),
        TableFault::KeyTwice { .. } => json::key_twice(),
        TableFault::NotText { .. } => json::not_text(),
    }
}
