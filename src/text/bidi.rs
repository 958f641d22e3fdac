//! Keeping the direction of one piece of text from leaking into its neighbours.

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

fn wrapped(open: char, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    out.push(open);
    out.push_str(text);
    out.push(POP_ISOLATE);
    out
}

/// The text isolated, with the direction of its own first strong letter.
pub fn isolate(text: &str) -> String {
    wrapped(FIRST_STRONG_ISOLATE, text)
}

/// The text isolated and set left to right: Latin dates, codes, signed numbers.
///
/// ```
/// assert_eq!(hamyar::text::ltr_isolate("8 May 2022"), "\u{2066}8 May 2022\u{2069}");
/// ```
pub fn ltr_isolate(text: &str) -> String {
    wrapped(LEFT_TO_RIGHT_ISOLATE, text)
}

/// The text isolated and set right to left.
pub fn rtl_isolate(text: &str) -> String {
    wrapped(RIGHT_TO_LEFT_ISOLATE, text)
}

/// Whether a character only steers direction and is never seen.
pub(super) const fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// The text without any bidi mark, embedding, override or isolate.
pub fn strip_marks(text: &str) -> String {
    text.chars().filter(|letter| !is_mark(*letter)).collect()
}
