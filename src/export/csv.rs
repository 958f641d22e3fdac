//! A chart's table as a CSV file that a spreadsheet opens rightly in Persian.

use crate::chart::{Scene, example_mark};
use crate::text::digit_value;

/// The table of a scene: byte order mark, CRLF, every field quoted where it must be, and below the
/// rows the title, the coverage, the notes and the sources. Made-up data say so in the first and
/// in the last line.
///
/// Cells that a spreadsheet would run as a formula are neutralised ([`neutralise`]).
pub fn table_csv(scene: &Scene) -> String {
    let mut out = String::from('\u{FEFF}');
    let example = scene.example.then(|| example_mark(scene.lang));
    example.into_iter().for_each(|mark| push_row(&mut out, [mark].into_iter()));
    push_row(&mut out, scene.table.heads.iter().map(String::as_str));
    for row in &scene.table.rows {
        push_row(&mut out, row.iter().map(|cell| cell.text.as_str()));
    }
    out.push_str("\r\n");
    let sources = scene.sources.iter().map(|line| &line.text);
    let foot = &scene.table.foot;
    let told = |note: &&String| foot.split('·').any(|part| part.trim() == note.as_str());
    let notes = scene.notes.iter().filter(|note| !told(note));
    for line in [&scene.title, &scene.subtitle, foot].into_iter().chain(notes).chain(sources) {
        if !line.is_empty() {
            push_row(&mut out, [line.as_str()].into_iter());
        }
    }
    example.into_iter().for_each(|mark| push_row(&mut out, [mark].into_iter()));
    out
}

fn push_row<'a>(out: &mut String, fields: impl Iterator<Item = &'a str>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_field(out, &neutralise(field));
    }
    out.push_str("\r\n");
}

fn push_field(out: &mut String, field: &str) {
    if !field.contains([',', '"', '\r', '\n']) {
        out.push_str(field);
        return;
    }
    out.push('"');
    for character in field.chars() {
        if character == '"' {
            out.push('"');
        }
        out.push(character);
    }
    out.push('"');
}

/// A field that no spreadsheet takes for a formula: bidi marks are dropped, and an apostrophe
/// stands before `=`, `+`, `-`, `@`, tab, return and their full-width forms unless the field is a
/// plain number.
///
/// ```
/// use hamyar::export::neutralise;
/// assert_eq!(neutralise("=1+1"), "'=1+1");
/// assert_eq!(neutralise("-9.2"), "-9.2");
/// ```
pub fn neutralise(field: &str) -> String {
    let visible: String = field.chars().filter(|one| !is_mark(*one)).collect();
    let first = visible.trim_start_matches([' ', '\u{A0}', '\u{200B}', '\u{200C}']).chars().next();
    let risky =
        matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'));
    let number = visible.trim_start_matches(['+', '-']);
    let numeral =
        |one: char| digit_value(one).is_some() || matches!(one, '.' | '٫' | ',' | '٬' | '٪' | '%');
    let plain = !number.is_empty() && number.chars().all(numeral);
    if risky && !plain { format!("'{visible}") } else { visible }
}

const fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}
