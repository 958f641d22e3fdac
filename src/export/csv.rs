//! A chart's table as a CSV file that a spreadsheet opens rightly in Persian.

use crate::chart::{Cell, Scene, example_mark};
use crate::text::digit_value;

/// The table of a scene: byte order mark, CRLF, every field quoted where it must be, and below the
/// rows the title, the coverage, the notes and the sources. Made-up data say so in the first and
/// in the last line.
///
/// Bare numbers stand in Latin digits with a point and without grouping, because spreadsheets take
/// Persian ones for text; a number with words, such as «حدود ۲۶», stays as it is shown. Cells that a
/// spreadsheet would run as a formula are neutralised ([`neutralise`]).
pub fn table_csv(scene: &Scene) -> String {
    let mut out = String::from('\u{FEFF}');
    let example = scene.example.then(|| example_mark(scene.lang));
    example.into_iter().for_each(|mark| push_line(&mut out, mark));
    for head in &scene.table.heads {
        push_field(&mut out, head);
    }
    end_row(&mut out);
    for row in &scene.table.rows {
        for cell in row {
            push_field(&mut out, &number_of(cell).unwrap_or_else(|| cell.text.clone()));
        }
        end_row(&mut out);
    }
    out.push_str("\r\n");
    let sources = scene.sources.iter().map(|line| &line.text);
    let foot = &scene.table.foot;
    let told = |note: &&String| foot.split('·').any(|part| part.trim() == note.as_str());
    let notes = scene.notes.iter().filter(|note| !told(note));
    for line in [&scene.title, &scene.subtitle, foot].into_iter().chain(notes).chain(sources) {
        if !line.is_empty() {
            push_line(&mut out, line);
        }
    }
    example.into_iter().for_each(|mark| push_line(&mut out, mark));
    out
}

/// A number as every spreadsheet reads it; `None` for a cell that says more or is none.
fn number_of(cell: &Cell) -> Option<String> {
    let mut number = String::new();
    for letter in cell.text.chars().filter(|one| !is_mark(*one)) {
        match (digit_value(letter), letter) {
            (Some(digit), _) => number.push(char::from(b'0' + digit)),
            (None, '.' | '٫') => number.push('.'),
            // A sign inside would make a day of it: 1-2.
            (None, '-' | '−') if number.is_empty() => number.push('-'),
            (None, '+') if number.is_empty() => number.push('+'),
            (None, ',' | '٬') => {}
            _ => return None,
        }
    }
    (!number.is_empty()).then_some(number)
}

fn push_line(out: &mut String, line: &str) {
    push_field(out, line);
    end_row(out);
}

/// Ends a row, whose last field has left a comma.
pub(super) fn end_row(out: &mut String) {
    if out.ends_with(',') {
        out.pop();
    }
    out.push_str("\r\n");
}

/// Writes a field and the comma after it.
pub(super) fn push_field(out: &mut String, field: &str) {
    let field = neutralise(field);
    let quoted = field.contains([',', '"', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    for letter in field.chars() {
        if letter == '"' {
            out.push('"');
        }
        out.push(letter);
    }
    out.push_str(if quoted { "\"," } else { "," });
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
    let unseen = |one: char| {
        matches!(
            one,
            ' ' | '\n' | '\u{A0}' | '\u{2000}'..='\u{200D}' | '\u{202F}' | '\u{2060}' | '\u{3000}'
        )
    };
    let first = visible.trim_start_matches(unseen).chars().next();
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
