//! Weekdays and the dates beside them, as they follow one another in a text.

use crate::calendar::Weekday;

/// The first part of a weekday and its digit: «سه‌شنبه», «سه شنبه», «سهشنبه», «۳شنبه».
const FIRST: [(&str, &str, Weekday); 5] = [
    ("یک", "1", Weekday::Sunday),
    ("دو", "2", Weekday::Monday),
    ("سه", "3", Weekday::Tuesday),
    ("چهار", "4", Weekday::Wednesday),
    ("پنج", "5", Weekday::Thursday),
];
const SATURDAY: &str = "شنبه";
const FRIDAY: &str = "جمعه";
/// Before «جمعه» these lead the prayer of Fridays, on whatever day they speak.
const OF_FRIDAYS: [&str; 3] = ["امام", "ائمه", "خطیب"];

/// A weekday, and where its date may stand.
pub(super) struct Mention<'a> {
    pub(super) weekday: Weekday,
    /// What stands between it and the next one; before it where it stands in brackets: «۱۸ آذر ۱۳۹۷ (یکشنبه)».
    words: Vec<&'a str>,
    is_bracketed: bool,
}

impl Mention<'_> {
    /// Whatever may be its date, the nearest first: «۹۷/۹/۱۸», «۱۸ آذر ۱۳۹۷».
    pub(super) fn dates(&self) -> Vec<String> {
        let spoken = |start: usize| {
            let [day, month, rest @ ..] = self.words.get(start..)? else { return None };
            // «آذر ماه» is written in two words too.
            let year = rest.iter().find(|word| **word != "ماه")?;
            let year = year.trim_matches(|letter: char| !letter.is_alphanumeric());
            Some(format!("{day} {month} {year}"))
        };
        let dates = self.words.iter().enumerate().filter_map(|(place, word)| {
            let is_digit = |letter: char| letter.is_ascii_digit();
            let (first, last) = (word.find(is_digit)?, word.rfind(is_digit)?);
            let signed = word.get(first..=last).filter(|date| date.contains(['/', '-']));
            signed.map(str::to_owned).or_else(|| spoken(place))
        });
        if self.is_bracketed { dates.rev().collect() } else { dates.collect() }
    }
}

/// Every weekday of a folded text, in the order of the text.
pub(super) fn mentions(folded: &str) -> Vec<Mention<'_>> {
    let mut mentions: Vec<Mention<'_>> = Vec::new();
    let (mut before, mut run) = ("", Vec::new());
    for word in folded.split(|letter: char| letter.is_whitespace() || letter == '\u{200C}') {
        if let Some(weekday) = weekday(before, word) {
            let is_bracketed = word.starts_with('(');
            let words = if is_bracketed { std::mem::take(&mut run) } else { Vec::new() };
            mentions.push(Mention { weekday, words, is_bracketed });
            run.clear();
        } else {
            run.push(word);
            if let Some(last) = mentions.last_mut().filter(|last| !last.is_bracketed) {
                last.words.push(word);
            }
        }
        before = word;
    }
    mentions
}

/// The weekday that ends with this word. A word with a sign on it is not parted from its name.
fn weekday(before: &str, word: &str) -> Option<Weekday> {
    let name = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    if name == FRIDAY {
        return Some(Weekday::Friday).filter(|_| !OF_FRIDAYS.contains(&before));
    }
    let stem = name.strip_suffix(SATURDAY)?;
    let named = |stem: &str, whole: bool| {
        let first = FIRST.iter().find(|(word, digit, _)| {
            if whole { stem == *word || stem == *digit } else { ends_in(stem, word, digit) }
        });
        first.map(|(.., weekday)| *weekday)
    };
    match stem {
        "" if word.starts_with(SATURDAY) => named(before, true).or(Some(Weekday::Saturday)),
        "" | "روز" => Some(Weekday::Saturday),
        _ => named(stem, false),
    }
}

/// «روزیکشنبه» is written too.
fn ends_in(stem: &str, word: &str, digit: &str) -> bool {
    let rest = stem.strip_suffix(word).or_else(|| stem.strip_suffix(digit));
    matches!(rest, Some("" | "روز"))
}
