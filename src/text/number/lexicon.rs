//! The words a number phrase is made of, in folded spelling.

use super::Currency;

/// What a word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A number below a thousand; `room` is the power of ten below which more may follow.
    Number { value: i64, room: i8 },
    /// A power of ten that scales what stands before it.
    Scale(i8),
    /// همت: a thousand milliard toman.
    Hemmat,
    /// نیم.
    Half,
    /// ممیز.
    Point,
    /// و.
    And,
    /// منفی or مثبت.
    Sign { negative: bool },
    /// درصد.
    Percent,
    /// ریال or تومان.
    Currency(Currency),
    /// بیلیون: 10^9 for some writers, 10^12 for others.
    Ambiguous,
}

/// Units and teens.
const UNITS: [&str; 20] = [
    "صفر",
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
];

/// Tens from twenty.
const TENS: [&str; 8] = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"];

/// Hundreds from two hundred that are not «unit + صد» or are usually written as one word.
const HUNDREDS: [&str; 8] = ["دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"];

const OTHERS: [(&str, Word); 29] = [
    ("صد", Word::Scale(2)),
    ("هزار", Word::Scale(3)),
    ("میلیون", Word::Scale(6)),
    ("ملیون", Word::Scale(6)),
    ("میلیارد", Word::Scale(9)),
    ("ملیارد", Word::Scale(9)),
    ("تریلیون", Word::Scale(12)),
    ("همت", Word::Hemmat),
    ("بیلیون", Word::Ambiguous),
    ("بلیون", Word::Ambiguous),
    ("نیم", Word::Half),
    ("ممیز", Word::Point),
    ("و", Word::And),
    ("منفی", Word::Sign { negative: true }),
    ("منهای", Word::Sign { negative: true }),
    ("مثبت", Word::Sign { negative: false }),
    ("درصد", Word::Percent),
    ("درصدی", Word::Percent),
    ("ریال", Word::Currency(Currency::Rial)),
    ("ریالی", Word::Currency(Currency::Rial)),
    ("تومان", Word::Currency(Currency::Toman)),
    ("تومانی", Word::Currency(Currency::Toman)),
    ("تومن", Word::Currency(Currency::Toman)),
    ("تومنی", Word::Currency(Currency::Toman)),
    ("هیجده", Word::Number { value: 18, room: 0 }),
    ("هژده", Word::Number { value: 18, room: 0 }),
    ("شیش", Word::Number { value: 6, room: 0 }),
    ("پونصد", Word::Number { value: 500, room: 2 }),
    ("شیشصد", Word::Number { value: 600, room: 2 }),
];

fn numbers() -> impl Iterator<Item = (&'static str, Word)> {
    let units = UNITS.iter().zip(0..).map(|(word, value)| (*word, Word::Number { value, room: 0 }));
    let tens = TENS.iter().zip(2..);
    let tens = tens.map(|(word, ten)| (*word, Word::Number { value: ten * 10, room: 1 }));
    let hundreds = HUNDREDS.iter().zip(2..);
    let hundreds =
        hundreds.map(|(word, hundred)| (*word, Word::Number { value: hundred * 100, room: 2 }));
    units.chain(tens).chain(hundreds)
}

/// The longest word at the start of the letters, with its length in characters.
///
/// Words may be glued («هزارو», «یکصد»); with this lexicon the longest match never blocks a
/// reading that a shorter one would allow.
pub(super) fn longest_word(letters: &[char]) -> Option<(Word, usize)> {
    numbers()
        .chain(OTHERS)
        .filter_map(|(word, meaning)| starts_with(letters, word).map(|length| (meaning, length)))
        .max_by_key(|(_, length)| *length)
}

fn starts_with(letters: &[char], word: &str) -> Option<usize> {
    let mut length = 0;
    for letter in word.chars() {
        if letters.get(length) != Some(&letter) {
            return None;
        }
        length += 1;
    }
    Some(length)
}
