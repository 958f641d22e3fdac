//! What the words beside a number say of it: that it is planned, or that it was paid.

use super::plan_forms::without_plans;
use crate::number::Decimal;
use crate::text::{fold, key, parse_number};

/// What a quote says of one number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Planned,
    Paid,
}

/// Words of a plan and of a payment, in the form of [`key`]; what shall be paid is a plan too.
const PLANS: [&str; 12] = [
    "برنامهریزی",
    "پیشبینی",
    "خواهدشد",
    "درنظرگرفته",
    "پرداختشود",
    "پرداختشوند",
    "پرداختگردد",
    "پرداختکند",
    "پرداختکنند",
    "پرداختکنیم",
    "پرداختنماید",
    "پرداختنمایند",
];
const PAYMENTS: [&str; 5] = ["پرداختشد", "پرداختگردید", "پرداختکرد", "پرداختنمود", "پرداختی"];

/// Endings of the words of a plan that are no event: «برنامه‌ریزی شده», «پیش‌بینی کرد».
const OF_A_PLAN: [&str; 6] = ["شدهاست", "شده", "شد", "کردهاند", "کرده", "کرد"];
/// What tells that something came about.
const EVENTS: [&str; 5] = ["شد", "کرد", "یافت", "گردید", "رسید"];
/// What tells that money came to some stage.
const STAGES: [&str; 8] = ["سهمیه", "تخصیص", "ابلاغ", "ثبتنام", "معرفی", "مصوب", "تصویب", "قرارداد"];

/// What stands between a number and the word beside it.
const UNITS: [&str; 6] = ["هزار", "میلیون", "میلیارد", "همت", "ریال", "تومان"];

/// A number of a quote, and the words from there to the next.
struct Piece {
    number: Option<Decimal>,
    words: String,
}

/// What a quote says of the number `printed`; `None` where it does not say. In Persian the verb comes
/// last, so the words after a number are read first, then what follows in its clause («۵۸۰ میلیارد به
/// ۹۰۰ نفر پرداخت شد»), then what stands before the first number.
pub(super) fn said(quote: &str, printed: Option<Decimal>) -> Option<Said> {
    let pieces = pieces(quote);
    let places: Vec<usize> = (0..pieces.len())
        .filter(|place| printed.is_some() && pieces.get(*place).and_then(|it| it.number) == printed)
        .collect();
    if places.is_empty() {
        return deciding(quote);
    }
    let ahead = ahead(&pieces);
    let told: Vec<Said> =
        places.into_iter().filter_map(|place| beside(&pieces, &ahead, place)).collect();
    told.iter().find(|said| **said == Said::Paid).or(told.first()).copied()
}

/// Whether a quote tells, beside any plan, also of something that came about: «۹۰۰ شغل از ۱۰۰۰ شغل پیش‌بینی‌شده
/// ایجاد شد». Of money at a stage, the word of a stage tells as much.
pub(super) fn tells_an_event(quote: &str, at_a_stage: bool) -> bool {
    let words = key(quote);
    if at_a_stage && STAGES.iter().any(|word| words.contains(word)) {
        return true;
    }
    let (mut rest, _) = without_plans(quote);
    for plan in PLANS {
        for ending in OF_A_PLAN {
            rest = rest.replace(&format!("{plan}{ending}"), "");
        }
        rest = rest.replace(plan, "");
    }
    EVENTS.iter().any(|word| rest.contains(word))
}

fn beside(pieces: &[Piece], ahead: &[Option<Said>], place: usize) -> Option<Said> {
    let own = pieces.get(place)?;
    let in_clause = ahead.get(place).copied().flatten();
    deciding(&own.words).or_else(|| a_plan_beside(own)).or(in_clause).or_else(|| {
        match pieces.get(..place)? {
            [first] => deciding(&first.words),
            _ => None,
        }
    })
}

/// «۷۰۰ میلیارد برنامه»: without an amount the word may mean a programme.
fn a_plan_beside(own: &Piece) -> Option<Said> {
    let words = key(&own.words);
    let mut rest = words.as_str();
    let mut is_amount = false;
    while let Some((unit, after)) = UNITS.iter().find_map(|it| Some((it, rest.strip_prefix(it)?))) {
        is_amount |= *unit != "هزار";
        rest = after;
    }
    (is_amount && rest == "برنامه").then_some(Said::Planned)
}

/// What the words of later numbers say, up to the end of the clause of each piece: read once from the end, since a
/// quote may tell one number a hundred times.
fn ahead(pieces: &[Piece]) -> Vec<Option<Said>> {
    let ends = |words: &str| words.contains(['.', '،', '؛', ',', ';', '!', '\n']);
    let mut told: Vec<Option<Said>> = Vec::new();
    let mut said = None;
    for piece in pieces.iter().rev() {
        said = said.filter(|_| !ends(&piece.words));
        told.push(said);
        said = deciding(&piece.words).or(said);
    }
    told.reverse();
    told
}

/// A payment that is told is one, whatever it was planned to be.
fn deciding(text: &str) -> Option<Said> {
    let words = key(text);
    let names = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if names(&PAYMENTS) {
        return Some(Said::Paid);
    }
    (names(&PLANS) || without_plans(text).1).then_some(Said::Planned)
}

/// A quote cut before each of its numbers.
fn pieces(quote: &str) -> Vec<Piece> {
    let folded = fold(quote).text;
    let mut pieces = vec![Piece { number: None, words: String::new() }];
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let is_digit = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '/');
        let starts = first.is_ascii_digit();
        let end = match starts {
            true => rest.find(|letter| !is_digit(letter)),
            false => rest.find(|letter: char| letter.is_ascii_digit()),
        };
        let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
        let digits = run.trim_end_matches(['.', ',', '/']);
        let number = if starts { parse_number(digits).ok() } else { None };
        if number.is_some() {
            let sign = run.get(digits.len()..).unwrap_or_default();
            pieces.push(Piece { number, words: sign.to_owned() });
        } else if let Some(last) = pieces.last_mut() {
            last.words.push_str(run);
        }
        rest = after;
    }
    pieces
}
