//! Folding the many spellings of Persian text into one, with the way back to the original.

use std::borrow::Cow;
use std::ops::Range;

use super::bidi::is_mark;
use super::digits::digit_value;
use super::presentation::base_letters;

/// Zero width non-joiner: parts a word without a visible space.
pub(super) const ZWNJ: char = '\u{200C}';

/// A folded text that knows where each of its characters came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each character of `text` its code points in the original, from and to.
    sources: Vec<(u32, u32)>,
    /// For each code point of the original, and its end, the offset in UTF-16 units.
    utf16: Vec<u32>,
}

impl Folded {
    /// Number of characters in the folded text.
    pub fn char_count(&self) -> usize {
        self.sources.len()
    }

    /// The code points of the original that the folded characters `chars` came from.
    ///
    /// A range past the end is cut to the text; an empty range gives an empty one.
    pub fn source_range(&self, chars: Range<usize>) -> Range<usize> {
        let end_of_text = self.utf16.len().saturating_sub(1);
        let start = self.sources.get(chars.start).map_or(end_of_text, |source| source.0 as usize);
        if chars.end <= chars.start {
            return start..start;
        }
        let last = chars.end.min(self.sources.len()).saturating_sub(1);
        let end = self.sources.get(last).map_or(end_of_text, |source| source.1 as usize);
        start..end.max(start)
    }

    /// As [`Folded::source_range`], in UTF-16 units, which is how a `textarea` selects.
    pub fn source_range_utf16(&self, chars: Range<usize>) -> Range<usize> {
        let range = self.source_range(chars);
        self.utf16_offset(range.start)..self.utf16_offset(range.end)
    }

    fn utf16_offset(&self, code_point: usize) -> usize {
        self.utf16.get(code_point).or(self.utf16.last()).map_or(0, |offset| *offset as usize)
    }

    fn push(&mut self, letter: char, source: (u32, u32)) {
        let repeated = (letter == ' ' || letter == ZWNJ) && self.text.ends_with(letter);
        if repeated {
            self.extend_last(source.1);
        } else {
            self.text.push(letter);
            self.sources.push(source);
        }
    }

    fn extend_last(&mut self, end: u32) {
        if let Some(last) = self.sources.last_mut() {
            last.1 = end;
        }
    }

    /// A combining mark belongs to the letter before it; hamza and madda may change that letter.
    fn absorb_mark(&mut self, mark: char, end: u32) {
        let composed = self.text.chars().next_back().and_then(|base| compose(base, mark));
        if let Some(letter) = composed {
            self.text.pop();
            self.text.push(letter);
        }
        self.extend_last(end);
    }

    fn take(&mut self, letter: char, source: (u32, u32)) {
        match letter {
            '\u{064B}'..='\u{065F}' | '\u{0670}' => self.absorb_mark(letter, source.1),
            _ => {
                if let Some(folded) = fold_char(letter) {
                    self.push(folded, source);
                }
            }
        }
    }
}

/// The letter that a base and a combining hamza or madda stand for together.
const fn compose(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        ('ا', '\u{0653}') => Some('آ'),
        ('ا', '\u{0654}') => Some('أ'),
        ('ا', '\u{0655}') => Some('إ'),
        ('و', '\u{0654}') => Some('ؤ'),
        ('ی', '\u{0654}') => Some('ئ'),
        _ => None,
    }
}

/// One character folded, or `None` when it leaves no trace.
fn fold_char(letter: char) -> Option<char> {
    if let Some(value) = digit_value(letter) {
        return Some(char::from(b'0' + value));
    }
    Some(match letter {
        'ي' | 'ى' | 'ې' | 'ے' => 'ی',
        'ك' | 'ڪ' => 'ک',
        'ة' | 'ۀ' | 'ھ' | 'ہ' | 'ۂ' | 'ۃ' | 'ە' => 'ه',
        '٫' => '.',
        '٬' => ',',
        '٪' | '﹪' => '%',
        '¬' => ZWNJ,
        '\t' | '\u{00A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
        '\u{0640}' | '\u{00AD}' | '\u{200B}' | '\u{200D}' | '\u{FEFF}' | '\r' => return None,
        _ if is_mark(letter) => return None,
        _ => letter,
    })
}

/// Folds a text: one spelling for each letter, Latin digits, single spaces, no marks.
///
/// Arabic ي ك ة and presentation forms become their Persian letters, the three digit sets and
/// their signs become ASCII, diacritics, tatweel and bidi marks go, runs of spaces become one.
/// U+200C (also written ¬) stays as a token, because only a matcher knows whether it matters.
/// Folding twice changes nothing more.
///
/// ```
/// let folded = hamyar::text::fold("كِتـابِ ۱۲٪");
/// assert_eq!(folded.text, "کتاب 12%");
/// // «12» lies at the code points 8 and 9 of the original.
/// assert_eq!(folded.source_range(5..7), 8..10);
/// ```
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(text.len()), ..Folded::default() };
    let mut units = 0;
    for (index, letter) in (0_u32..).zip(text.chars()) {
        folded.utf16.push(units);
        units += letter.len_utf16() as u32;
        let source = (index, index + 1);
        match letters_of(letter) {
            Some(letters) => letters.chars().for_each(|base| folded.take(base, source)),
            None => folded.take(letter, source),
        }
    }
    folded.utf16.push(units);
    folded
}

/// The letters that a presentation form stands for.
fn letters_of(form: char) -> Option<&'static str> {
    // The reader opens what ingest has read, and ingest leaves no such form: see `plain_letters`.
    let reads_as_written = cfg!(all(target_arch = "wasm32", not(feature = "complete")));
    if reads_as_written { None } else { base_letters(form) }
}

/// The text with letters in the place of presentation forms, which look the same: a text out of a
/// PDF is sorted, found and drawn like any other.
///
/// ```
/// assert_eq!(hamyar::text::plain_letters("\u{FEDB}\u{FE98}\u{FE8E}\u{FE8F}"), "كتاب");
/// assert_eq!(hamyar::text::plain_letters("كتاب"), "كتاب");
/// ```
pub fn plain_letters(text: &str) -> Cow<'_, str> {
    // All of them start with this byte, and little else does.
    if !text.as_bytes().contains(&0xEF) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letters_of(letter) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(letter),
        }
    }
    Cow::Owned(plain)
}

/// The form under which two spellings of one name are equal.
///
/// Beyond [`fold`] it drops spaces, U+200C and hyphens, and ignores the hamza and madda of
/// آ أ إ ؤ ئ and the case of ASCII letters. Taking the key of a key changes nothing.
///
/// ```
/// use hamyar::text::key;
/// assert_eq!(key("آذربایجان شرقي"), key("اذربايجان‌شرقی"));
/// ```
pub fn key(text: &str) -> String {
    let letters = fold(text).text;
    letters.chars().filter(|letter| !is_joint(*letter)).map(key_char).collect()
}

fn is_joint(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, ZWNJ | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

const fn key_char(letter: char) -> char {
    match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' => 'ی',
        _ => letter.to_ascii_lowercase(),
    }
}
