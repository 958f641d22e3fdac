//! The order of the Persian alphabet.

use crate::list::Gather;
use std::cmp::Ordering;

use super::digits::digit_value;
use super::fold::{ZWNJ, fold};

/// The letters in their order; «و» stands before «ه».
const ALPHABET: &str = "ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";

const NON_JOINER: u32 = 1;
const SPACE: u32 = 2;
const SIGNS: u32 = 0x10;
const DIGITS: u32 = 0x20_0000;
const LETTERS: u32 = 0x40_0000;
const LATIN: u32 = 0x50_0000;

/// A text ready to be compared, for sorting many: `sort_by_cached_key(|name| CollationKey::new(name))`.
///
/// Order: U+200C and space, then signs, numbers by their value, Persian letters in the order of
/// the alphabet, and last Latin and all others. Hamza forms and upper case count only between
/// texts that are equal otherwise, the original spelling last of all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CollationKey {
    primary: Vec<u32>,
    secondary: Vec<u8>,
    original: String,
}

impl CollationKey {
    /// The key of a text.
    pub fn new(text: &str) -> Self {
        let folded = fold(text).text;
        let mut key =
            Self { primary: Vec::new(), secondary: Vec::new(), original: text.to_owned() };
        let mut letters = folded.chars().peekable();
        while let Some(letter) = letters.next() {
            if let Some(first) = digit_value(letter) {
                let mut digits = vec![first];
                while let Some(next) = letters.peek().copied().and_then(digit_value) {
                    digits.push(next);
                    letters.next();
                }
                key.push_number(&digits);
            } else {
                let (primary, secondary) = weights(letter);
                key.primary.push(primary);
                key.secondary.push(secondary);
            }
        }
        key
    }

    /// A number sorts by its length without leading zeros, then digit by digit.
    fn push_number(&mut self, digits: &[u8]) {
        let significant = digits.iter().skip_while(|digit| **digit == 0);
        let significant: Vec<u32> = significant.map(|digit| DIGITS + u32::from(*digit)).gather();
        let length = u32::try_from(significant.len()).unwrap_or(u32::MAX).min(LETTERS - DIGITS - 1);
        self.primary.push(DIGITS + length);
        self.primary.extend(significant);
    }
}

/// The order of two texts in a Persian list; equal only for equal texts.
///
/// ```
/// use std::cmp::Ordering;
/// use hamyar::text::compare;
/// assert_eq!(compare("پارس‌آباد", "تبریز"), Ordering::Less);
/// assert_eq!(compare("گرمی", "لردگان"), Ordering::Less);
/// assert_eq!(compare("منطقه ۹", "منطقه ۱۰"), Ordering::Less);
/// ```
pub fn compare(left: &str, right: &str) -> Ordering {
    CollationKey::new(left).cmp(&CollationKey::new(right))
}

/// Primary and secondary weight of one folded character that is no digit.
fn weights(letter: char) -> (u32, u8) {
    let (base, secondary) = match letter {
        'أ' => ('ا', 1),
        'إ' => ('ا', 2),
        'ٱ' => ('ا', 3),
        'ؤ' => ('و', 1),
        'ئ' => ('ی', 1),
        _ if letter.is_ascii_uppercase() => (letter.to_ascii_lowercase(), 1),
        _ => (letter, 0),
    };
    let place = ALPHABET.chars().zip(LETTERS..).find(|(known, _)| *known == base);
    let primary = match base {
        ZWNJ => NON_JOINER,
        ' ' | '\n' => SPACE,
        _ if is_sign(base) => SIGNS + base as u32,
        _ => place.map_or(LATIN + base as u32, |(_, weight)| weight),
    };
    (primary, secondary)
}

/// Whether a character parts words rather than making them.
const fn is_sign(letter: char) -> bool {
    match letter {
        '\0'..='\u{7F}' => !letter.is_ascii_alphabetic(),
        '\u{80}'..='\u{BF}' | '\u{2010}'..='\u{206F}' | '،' | '؛' | '؟' => true,
        _ => false,
    }
}
