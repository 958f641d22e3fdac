//! Numbers in the sentences of a finding.

use super::fraction::Fraction;
use crate::diag::Bilingual;
use crate::number::{Bound, Decimal, Interval, Overflow};
use crate::query::Coverage;
use crate::text::{
    Lang, NumberFormat, ScaleChoice, english_noun, format_number, format_scaled, ltr_isolate,
    rtl_isolate,
};

/// Decimals of a computed number in a sentence, where that is enough; what is stated keeps its own.
pub(super) const DECIMALS: u8 = 2;

/// Where a number in a sentence is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// It is written as it stands.
    Stated,
    /// It is rounded: a bound outwards, so that it stays true.
    Computed,
    /// It was rounded already.
    Rounded,
}

/// A working as one run that reads from left to right, as Persian arithmetic does.
pub(super) fn isolated(words: &Bilingual) -> Bilingual {
    Bilingual::new(ltr_isolate(&words.fa), words.en.clone())
}

/// A bare count.
pub(super) fn count(count: usize) -> Bilingual {
    let whole = i64::try_from(count).unwrap_or(i64::MAX);
    number(Interval::exact(Decimal::from_int(whole)), Origin::Stated)
}

/// A count, in English with what is counted: "1 place", "2 places".
pub(super) fn counted_as(many: usize, forms: [&'static str; 2]) -> Bilingual {
    let number = count(many);
    Bilingual::new(number.fa, format!("{} {}", number.en, english_noun(many, forms)))
}

/// «۲۴ از ۳۱» of each sum of which only a part is reported, once.
pub(super) fn shares(partial: &[Coverage]) -> Bilingual {
    let mut said: Vec<Bilingual> = Vec::new();
    for Coverage { reported, expected } in partial {
        let [part, all] = [reported, expected]
            .map(|many| number(Interval::exact(Decimal::from_int((*many).into())), Origin::Stated));
        let share = Bilingual::new(
            format!("{} از {}", part.fa, all.fa),
            format!("{} of {}", part.en, all.en),
        );
        if !said.contains(&share) {
            said.push(share);
        }
    }
    let joined = |pick: fn(&Bilingual) -> &str, comma: &str| {
        said.iter().map(pick).collect::<Vec<_>>().join(comma)
    };
    Bilingual::new(joined(|share| &share.fa, " و "), joined(|share| &share.en, " and "))
}

/// A value, or what is known of it: «بیش از ۴۲٬۰۰۰».
pub(super) fn number(interval: Interval, origin: Origin) -> Bilingual {
    // A number with a word beside it is kept together inside a working, which reads from the left.
    let fa = interval_text(interval, origin, Lang::Fa);
    let has_words = fa.chars().any(char::is_alphabetic);
    Bilingual::new(
        if has_words { rtl_isolate(&fa) } else { fa },
        interval_text(interval, origin, Lang::En),
    )
}

/// A computed value, rounded once, with as many decimals as show two digits of it.
///
/// # Errors
/// [`Overflow`].
pub(super) fn computed(value: Fraction) -> Result<Bilingual, Overflow> {
    Ok(number(value.shown(value.clear_decimals(DECIMALS))?, Origin::Rounded))
}

fn interval_text(interval: Interval, origin: Origin, lang: Lang) -> String {
    if let Some(single) = interval.single() {
        return decimal(rounded(single, origin), lang);
    }
    let starts_at_nought = interval.low.value().is_none_or(Decimal::is_zero);
    let word = |fa: &'static str, en: &'static str| if lang == Lang::Fa { fa } else { en };
    let low = |value: Decimal| decimal(outwards(value, origin, Decimal::floor), lang);
    let high = |value: Decimal| decimal(outwards(value, origin, Decimal::ceiling), lang);
    let least = match interval.low {
        Bound::Reached(value) => format!("{} {}", word("دست‌کم", "at least"), low(value)),
        Bound::NotReached(value) => format!("{} {}", word("بیش از", "more than"), low(value)),
        Bound::Open => String::new(),
    };
    let most = match interval.high {
        Bound::NotReached(value) if origin != Origin::Computed => {
            format!("{} {}", word("کمتر از", "less than"), high(value))
        }
        Bound::Reached(value) | Bound::NotReached(value) => {
            format!("{} {}", word("حداکثر", "at most"), high(value))
        }
        Bound::Open => String::new(),
    };
    match (interval.low, interval.high) {
        (Bound::Open, Bound::Open) => word("؟", "?").to_owned(),
        (_, Bound::Open) => least,
        _ if starts_at_nought => most,
        (Bound::Reached(from), Bound::Reached(to)) => {
            format!("{} {} {}", low(from), word("تا", "to"), high(to))
        }
        // "From 2 to 6" would say that both belong to it.
        _ => format!("{least} {} {most}", word("و", "and")),
    }
}

fn rounded(value: Decimal, origin: Origin) -> Decimal {
    match origin {
        Origin::Stated | Origin::Rounded => value,
        Origin::Computed => value.rounded(DECIMALS).trimmed(),
    }
}

fn outwards(value: Decimal, origin: Origin, round: fn(Decimal, u8) -> Decimal) -> Decimal {
    match origin {
        Origin::Stated | Origin::Rounded => value,
        Origin::Computed => round(value, DECIMALS).trimmed(),
    }
}

/// Large amounts with a scale word, where it leaves them exact.
fn decimal(value: Decimal, lang: Lang) -> String {
    if value.abs() >= Decimal::from_int(1_000_000_000) {
        return format_scaled(&value, lang, ScaleChoice::Auto);
    }
    format_number(&value, lang, &NumberFormat::GROUPED)
}
