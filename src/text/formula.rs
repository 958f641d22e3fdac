//! Texts that a spreadsheet would take for a formula.

use std::borrow::Cow;

use super::bidi::is_mark;
use crate::number::Decimal;

/// A text for a cell that spreadsheets show as it stands: an apostrophe stands before one that
/// begins like a formula, or that begins with such an apostrophe already. [`unshield`] gives every
/// text back exactly. Plain numbers and single signs stay as they are.
///
/// ```
/// use hamyar::text::{shield, unshield};
/// assert_eq!(shield("=1+1"), "'=1+1");
/// assert_eq!(shield("-9.2"), "-9.2");
/// assert_eq!(shield("="), "=");
/// for text in ["=1+1", "=", "'=", "'=1+1", "''@a", "-9.2", "'-9.2", "'quoted'", "", "'"] {
///     assert_eq!(unshield(&shield(text)), text);
/// }
/// ```
pub fn shield(text: &str) -> Cow<'_, str> {
    let shielded = text.starts_with('\'') || Decimal::parse(text).is_none();
    // A sign by itself is no formula, but the operator of a rule.
    let is_alone = text.chars().nth(1).is_none() && !text.contains(['\t', '\r', '\n']);
    if shielded && !is_alone && hides_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A row of a CSV file, with its line break: each cell as [`shield`] has it, quoted where it must be.
///
/// ```
/// assert_eq!(hamyar::text::csv_row(["a", "=1", "b, c", "say \"no\""]), "a,'=1,\"b, c\",\"say \"\"no\"\"\"\n");
/// ```
pub fn csv_row<C: AsRef<str>>(cells: impl IntoIterator<Item = C>) -> String {
    let cell = |cell: C| {
        let text = shield(cell.as_ref());
        match text.contains([',', '"', '\r', '\n']) {
            true => format!("\"{}\"", text.replace('"', "\"\"")),
            false => text.into_owned(),
        }
    };
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\n"
}

/// The text of a cell without the apostrophe that [`shield`] set before it.
pub fn unshield(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| hides_formula(text)).unwrap_or(cell)
}

/// Whether the first letter that counts begins a formula. Apostrophes, spaces and what is not seen
/// do not count: some spreadsheets pass over them.
fn hides_formula(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| {
        let unseen = matches!(letter, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
        // White space itself begins one where it is a tab or a line break.
        let space = letter.is_whitespace() && !matches!(letter, '\t' | '\r' | '\n');
        !(unseen || space || *letter == '\'' || is_mark(*letter))
    });
    let sign = letters.next();
    matches!(
        sign,
        Some(
            '=' | '+'
                | '-'
                | '@'
                | '\t'
                | '\r'
                | '\n'
                | '\u{FF1D}'
                | '\u{FF0B}'
                | '\u{FF0D}'
                | '\u{FF20}'
        )
    )
}
