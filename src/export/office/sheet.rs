//! One page as the XML of a worksheet.

use super::page::{Entry, Page};
use crate::calendar::Day;
use crate::number::{DOUBLE_DIGITS, MAX_SCALE};
use crate::text::Direction;

/// Places of the styles; those of numbers follow one another by their decimals.
pub(super) const HEAD: usize = 1;
pub(super) const DAY: usize = 2;
pub(super) const NUMBER: usize = 3;
/// How many there are.
pub(super) const STYLES: usize = NUMBER + MAX_SCALE as usize + 1;

/// Excel counts days from here, and takes 1900 for a leap year: before March it is a day behind.
const EPOCH: i32 = 25_569;
const FIRST_SOUND_DAY: i32 = 61;

/// Letters of the widest column.
const WIDEST: usize = 60;

/// Most letters of a cell, in UTF-16 units; Excel refuses a file with more.
const LONGEST: usize = 32_767;

/// The worksheet of a page; the head row stays in sight.
pub(super) fn sheet(page: &Page, direction: Direction, selected: bool) -> String {
    let mut text = String::from(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView",
    );
    if direction == Direction::Rtl {
        text.push_str(" rightToLeft=\"1\"");
    }
    if selected {
        text.push_str(" tabSelected=\"1\"");
    }
    text.push_str(
        " workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>",
    );
    for (place, width) in (1..).zip(widths(page)) {
        text.push_str(&format!(
            "<col min=\"{place}\" max=\"{place}\" width=\"{width}\" customWidth=\"1\"/>"
        ));
    }
    text.push_str("</cols><sheetData>");
    let heads = page.heads.iter().map(|head| text_cell(head, HEAD)).collect();
    push_row(&mut text, 1, heads);
    for (number, row) in (2..).zip(&page.rows) {
        push_row(&mut text, number, row.iter().map(cell).collect());
    }
    text.push_str("</sheetData></worksheet>");
    text
}

/// Width of each column in letters, with room for digits that are parted in threes.
fn widths(page: &Page) -> Vec<usize> {
    let wide = |text: &str| text.chars().count() + 4;
    let mut widths: Vec<usize> = page.heads.iter().map(|head| wide(head)).collect();
    for row in &page.rows {
        for (width, entry) in widths.iter_mut().zip(row) {
            *width = wide(&entry.plain()).max(*width);
        }
    }
    widths.into_iter().map(|width| width.min(WIDEST)).collect()
}

/// A row, from the first column; an empty cell is not written.
fn push_row(text: &mut String, number: usize, cells: Vec<Option<(String, String)>>) {
    text.push_str(&format!("<row r=\"{number}\">"));
    for (place, cell) in cells.into_iter().enumerate() {
        if let Some((attributes, content)) = cell {
            let column = column(place);
            text.push_str(&format!("<c r=\"{column}{number}\"{attributes}>{content}</c>"));
        }
    }
    text.push_str("</row>");
}

/// `A`, `B`, … `Z`, `AA`.
fn column(place: usize) -> String {
    let (before, letter) = (place / 26, place % 26);
    let letter = char::from(b'A' + letter as u8);
    if before == 0 { letter.to_string() } else { format!("{}{letter}", column(before - 1)) }
}

/// Attributes and content of a cell.
fn cell(entry: &Entry) -> Option<(String, String)> {
    match entry {
        Entry::Empty => None,
        Entry::Text(text) => text_cell(text, 0),
        // A spreadsheet would keep fifteen digits and say nothing of the others.
        Entry::Number(number) if number.significant_digits() > DOUBLE_DIGITS => {
            text_cell(&number.to_string(), 0)
        }
        Entry::Number(number) => {
            let style = NUMBER + usize::from(number.scale());
            Some((format!(" s=\"{style}\""), format!("<v>{number}</v>")))
        }
        Entry::Day(day) => day_cell(*day),
    }
}

fn day_cell(day: Day) -> Option<(String, String)> {
    let serial = day.0.saturating_add(EPOCH);
    if serial < FIRST_SOUND_DAY {
        return text_cell(&day.to_iso(), 0);
    }
    Some((format!(" s=\"{DAY}\""), format!("<v>{serial}</v>")))
}

fn text_cell(text: &str, style: usize) -> Option<(String, String)> {
    let content = format!("<is><t xml:space=\"preserve\">{}</t></is>", escaped(&cut(text)));
    Some((format!(" s=\"{style}\" t=\"inlineStr\""), content))
}

/// The text, or as much of it as a cell may hold, with a sign that more follows.
fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST {
        return text.to_owned();
    }
    let mut left = LONGEST - 1;
    let fits = |letter: &char| {
        let fits = letter.len_utf16() <= left;
        left = left.saturating_sub(letter.len_utf16());
        fits
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push('…');
    cut
}

/// A text inside XML. What XML cannot hold leaves as U+FFFD; `_x0041_`, which Excel would read as `A`,
/// has its first sign written so.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, letter) in text.char_indices() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("_x000D_"),
            '_' if is_code(text.get(place..).unwrap_or_default()) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(letter),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ => out.push(letter),
        }
    }
    out
}

/// Whether a text begins with a letter in Excel's way: `_x`, four hexadecimal digits, `_`.
fn is_code(text: &str) -> bool {
    let digits = text.strip_prefix("_x").and_then(|rest| rest.split_at_checked(4));
    digits.is_some_and(|(digits, rest)| {
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()) && rest.starts_with('_')
    })
}
