//! The card of one candidate: every sum written out, for anyone to do again by hand.

use super::formula::{Working, addition, bounds, number};
use super::{
    Counted, Criterion, MissingCriterion, Outcome, Part, Row, Rules, Run, Score, Ties, Yardstick,
};
use crate::diag::Bilingual;
use crate::list::{Gather, join};
use crate::number::Decimal;
use crate::text::Lang;

/// The lines of a row of this run's ranking, in both languages.
///
/// For each criterion the sum with its numbers filled in, such as «۴۲ ÷ ۶۰ × ۲۰۰ = ۱۴۰»; then the
/// points added up, the rank with the rule about ties, and the band with the cut-offs around the
/// score. `≈` stands where points or the score were rounded. A candidate without a rank has one line, which says
/// why. In Persian each sum is one left-to-right isolate.
pub fn card(run: &Run, row: &Row) -> Vec<Bilingual> {
    let rules = run.rules();
    match &row.outcome {
        Outcome::Unranked { missing } => vec![unranked(rules, missing)],
        Outcome::Ranked { rank, score, band, base } => {
            let parts = rules.criteria.iter().zip(&row.parts);
            let mut lines =
                parts.map(|(criterion, part)| line(rules, criterion, part, *base)).gather();
            let is_exact = is_exact(rules, row, *base);
            lines.push(sum(&row.parts, score, is_exact));
            lines.push(place(rules.ties, *rank));
            lines.extend(band_line(rules, band.as_deref(), score));
            lines
        }
    }
}

fn line(rules: &Rules, criterion: &Criterion, part: &Part, base: Decimal) -> Bilingual {
    let (Some(value), Some(counted)) = (part.value, &part.counted) else {
        return without_value(rules, criterion);
    };
    let working = Working { rules, criterion, value, counted, base };
    let notes = notes(&working);
    let text = |name: &str, notes: String, lang| {
        let notes = if notes.is_empty() { notes } else { format!(" ({notes})") };
        format!("{name}: {}{notes}", working.formula(lang))
    };
    let fa = notes.iter().map(|note| note.fa.as_str()).gather();
    let en = notes.iter().map(|note| note.en.as_str()).gather();
    Bilingual::new(
        text(&criterion.name.fa, join(&fa, "؛ "), Lang::Fa),
        text(&criterion.name.en, join(&en, "; "), Lang::En),
    )
}

fn without_value(rules: &Rules, criterion: &Criterion) -> Bilingual {
    let Bilingual { fa, en } = &criterion.name;
    let [weight_fa, weight_en] = [Lang::Fa, Lang::En].map(|lang| number(criterion.weight, lang));
    if rules.missing == MissingCriterion::Reweighed {
        return Bilingual::new(
            format!("{fa}: مقداری ندارد؛ وزن آن ({weight_fa}) به سنجه‌های دیگر می‌رسد"),
            format!("{en}: no value; its weight ({weight_en}) goes to the other criteria"),
        );
    }
    Bilingual::new(
        format!("{fa}: مقداری ندارد؛ از {weight_fa} امتیاز هیچ نمی‌گیرد"),
        format!("{en}: no value; it earns none of {weight_en} points"),
    )
}

/// What the numbers of a sum do not say by themselves.
fn notes(working: &Working<'_>) -> Vec<Bilingual> {
    let mut notes = Vec::new();
    match working.counted.yardstick {
        Yardstick::Most(most) if working.value > most => notes.push(capped(working.value, most)),
        Yardstick::Standing { reached, of } => notes.push(standing(reached, of)),
        yardstick if yardstick.is_flat() => notes.push(flat(yardstick)),
        _ => {}
    }
    if !working.is_exact() {
        notes.push(Bilingual::new("گردشده تا شش رقم اعشار", "rounded to six decimals"));
    }
    notes
}

fn capped(value: Decimal, most: Decimal) -> Bilingual {
    let text = |lang| (number(value, lang), number(most, lang));
    let ((value_fa, most_fa), (value_en, most_en)) = (text(Lang::Fa), text(Lang::En));
    Bilingual::new(
        format!("{value_fa} داده شده، ولی بیش از {most_fa} به شمار نمی‌آید"),
        format!("{value_en} was given, but no more than {most_en} counts"),
    )
}

fn standing(reached: u32, of: u32) -> Bilingual {
    let text = |lang| [reached, of].map(|count| number(Decimal::from_int(count.into()), lang));
    let ([reached_fa, of_fa], [reached_en, of_en]) = (text(Lang::Fa), text(Lang::En));
    Bilingual::new(
        format!("از {of_fa} نامزد، {reached_fa} نامزد (با خودش) از او بهتر نیستند"),
        format!("of {of_en} candidates, {reached_en} are no better, itself included"),
    )
}

fn flat(yardstick: Yardstick) -> Bilingual {
    match yardstick {
        Yardstick::Highest(_) => {
            Bilingual::new("بیشترین مقدار صفر است", "the highest value is zero")
        }
        _ => Bilingual::new("همهٔ نامزدها برابرند", "all candidates are alike"),
    }
}

/// Whether the points that a card shows are all of them, so that they add up to the score by themselves.
fn is_exact(rules: &Rules, row: &Row, base: Decimal) -> bool {
    rules.criteria.iter().zip(&row.parts).all(|(criterion, part)| {
        match (part.value, &part.counted) {
            (Some(value), Some(counted)) => {
                Working { rules, criterion, value, counted, base }.is_exact()
            }
            _ => true,
        }
    })
}

fn sum(parts: &[Part], score: &Score, is_exact: bool) -> Bilingual {
    let counted = parts.iter().filter_map(|part| part.counted.as_ref());
    let points = counted.map(|Counted { points, .. }| *points).gather();
    let text = |lang| addition(&points, score, lang);
    let (fa, en) = if is_exact {
        ("", "")
    } else {
        (" (امتیازها پیش از گردکردن جمع شده‌اند)", " (points are added before they are rounded)")
    };
    Bilingual::new(format!("جمع: {}{fa}", text(Lang::Fa)), format!("Sum: {}{en}", text(Lang::En)))
}

fn place(ties: Ties, rank: u32) -> Bilingual {
    let (fa, en) = match ties {
        Ties::Shared => (
            "امتیازهای برابر رتبهٔ یکسان دارند و به همان شمار رتبه جا می‌افتد",
            "equal scores share a rank, and as many ranks are left out",
        ),
        Ties::Dense => (
            "امتیازهای برابر رتبهٔ یکسان دارند و رتبهٔ بعدی بی‌فاصله می‌آید",
            "equal scores share a rank, and the next follows at once",
        ),
    };
    let text = |lang| number(Decimal::from_int(rank.into()), lang);
    Bilingual::new(
        format!("رتبه: {} ({fa})", text(Lang::Fa)),
        format!("Rank: {} ({en})", text(Lang::En)),
    )
}

/// The band and the cut-offs around the score; `None` where the rules have no cut-offs.
fn band_line(rules: &Rules, band: Option<&str>, score: &Score) -> Option<Bilingual> {
    let reached = rules.cut_offs.iter().find(|cut_off| Some(cut_off.id.as_str()) == band);
    let above = rules.cut_offs.iter().take_while(|cut_off| Some(cut_off.id.as_str()) != band);
    let above = above.last().map(|cut_off| cut_off.at_least);
    let Some(reached) = reached else {
        let text = |lang| bounds(None, score, above, lang);
        let none = Bilingual::new(
            format!("به هیچ رده‌ای نرسیده است: {}", text(Lang::Fa)),
            format!("No band is reached: {}", text(Lang::En)),
        );
        return above.map(|_| none);
    };
    let text =
        |lang| (number(reached.at_least, lang), bounds(Some(reached.at_least), score, above, lang));
    let ((least_fa, bounds_fa), (least_en, bounds_en)) = (text(Lang::Fa), text(Lang::En));
    let Bilingual { fa, en } = &reached.name;
    Some(Bilingual::new(
        format!("رده: {fa}، دست‌کم {least_fa} امتیاز: {bounds_fa}"),
        format!("Band: {en}, at least {least_en} points: {bounds_en}"),
    ))
}

fn unranked(rules: &Rules, missing: &[String]) -> Bilingual {
    if rules.missing == MissingCriterion::Reweighed {
        return Bilingual::new(
            "رتبه ندارد: برای هیچ سنجه‌ای که وزن دارد مقداری ندارد",
            "No rank: it has no value for any criterion with a weight",
        );
    }
    let without = rules.criteria.iter().filter(|criterion| missing.contains(&criterion.id));
    let names = without.map(|criterion| &criterion.name).gather();
    let fa = names.iter().map(|name| name.fa.as_str()).gather();
    let en = names.iter().map(|name| name.en.as_str()).gather();
    Bilingual::new(
        format!("رتبه ندارد: برای {} مقداری ندارد", join(&fa, "، ")),
        format!("No rank: it has no value for {}", join(&en, ", ")),
    )
}
