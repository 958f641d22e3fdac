//! How far a value is from those before it, by a spread that one wild value does not move.

use std::collections::VecDeque;

use crate::check::fraction::Fraction;
use crate::check::message::result_above;
use crate::check::words::{Origin, computed, count, isolated, number};
use crate::diag::Bilingual;
use crate::model::Operation;
use crate::number::{Decimal, Interval, Overflow};

/// Values from which a spread can be told.
const FEWEST: usize = 5;
/// Values further back than these say little of today.
const MOST: usize = 60;
/// A modified z-score beyond this is an outlier (Iglewicz and Hoaglin, 1993), in tenths.
const LIMIT: i64 = 35;

/// The last values of a history.
#[derive(Default)]
pub(super) struct History {
    recent: VecDeque<Decimal>,
    /// The same in order of size, so that the middle is at hand.
    sorted: Vec<Decimal>,
}

/// What was computed of a value that is far from its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Far {
    values: usize,
    middle: Decimal,
    away: Decimal,
    by: Spread,
}

/// The usual distance to the median.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spread {
    /// Median of the distances.
    Median { usual: Fraction, score: Fraction },
    /// Their mean, where more than half of the values are the median itself.
    Mean { usual: Fraction, score: Fraction },
    /// There is none: all values are the same.
    Nothing,
}

impl History {
    /// Whether there are too few values for a spread.
    pub(super) fn is_short(&self) -> bool {
        self.sorted.len() < FEWEST
    }

    pub(super) fn push(&mut self, value: Decimal) {
        let place = self.sorted.partition_point(|other| *other < value);
        self.sorted.insert(place, value);
        self.recent.push_back(value);
        if self.recent.len() > MOST
            && let Some(oldest) = self.recent.pop_front()
        {
            self.sorted.remove(self.sorted.partition_point(|other| *other < oldest));
        }
    }

    /// How far a value is, where that is far: off by half of the median at least (few values that
    /// happen to lie close together say little), and beyond the usual distance. `None` also on overflow.
    pub(super) fn far(&self, value: Decimal) -> Option<Far> {
        let middle = median(&self.sorted)?;
        let distance = |one: Decimal| one.checked_sub(middle).ok().map(|one| one.abs().trimmed());
        let away = distance(value)?;
        if away.checked_add(away).ok()? < middle.abs() {
            return None;
        }
        let distances: Option<Vec<Decimal>> =
            self.sorted.iter().map(|one| distance(*one)).collect();
        let by = spread(distances?, away)?;
        let far = match by {
            Spread::Median { score, .. } | Spread::Mean { score, .. } => {
                score.is_above(limit()).ok()?
            }
            Spread::Nothing => !away.is_zero(),
        };
        far.then_some(Far { values: self.sorted.len(), middle, away, by })
    }
}

impl History {
    /// Whether a value is another by a slip of its unit: `factor` times as much, or as little, is usual in this
    /// history, and the value itself is less than half of its least or more than twice its most.
    pub(super) fn is_off_by(&self, value: Decimal, factor: i64) -> bool {
        self.slipped(value, factor).unwrap_or_default()
    }

    /// `None` where there are too few values above nought, and on overflow.
    fn slipped(&self, value: Decimal, factor: i64) -> Option<bool> {
        let nought = self.sorted.partition_point(|one| *one <= Decimal::ZERO);
        let amounts = self.sorted.get(nought..).filter(|amounts| amounts.len() >= FEWEST)?;
        let (least, most, middle) = (*amounts.first()?, *amounts.last()?, median(amounts)?);
        let times = |one: Decimal, many: i64| one.checked_mul(Decimal::from_int(many)).ok();
        // From the least or half of the middle to the most or twice the middle.
        let is_usual = |one: Decimal, by: i64| {
            let from = one >= times(least, by)? || times(one, 2)? >= times(middle, by)?;
            let to = one <= times(most, by)? || one <= times(middle, by.checked_mul(2)?)?;
            Some(from && to)
        };
        let is_little = times(value, 2)? < least && is_usual(times(value, factor)?, 1)?;
        let is_much = value > times(most, 2)? && is_usual(value, factor)?;
        Some(is_little || is_much)
    }
}

fn limit() -> Decimal {
    Decimal::new(LIMIT.into(), 1).unwrap_or_default()
}

fn spread(mut distances: Vec<Decimal>, away: Decimal) -> Option<Spread> {
    distances.sort();
    let away = exact(away);
    let usual = exact(median(&distances)?);
    if !usual.is_nought() {
        let score = times(away, Decimal::new(6_745, 4).ok()?)?;
        return Some(Spread::Median { usual, score: over(score, usual)? });
    }
    let all = distances.iter().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(*one)).ok()?;
    if all.is_zero() {
        return Some(Spread::Nothing);
    }
    let many = Decimal::from_int(i64::try_from(distances.len()).ok()?);
    let usual = over(exact(all), exact(many))?;
    let score = over(away, times(usual, Decimal::new(1_253_314, 6).ok()?)?)?;
    Some(Spread::Mean { usual, score })
}

const fn exact(value: Decimal) -> Fraction {
    Fraction::whole(Interval::exact(value))
}

fn times(value: Fraction, factor: Decimal) -> Option<Fraction> {
    value.calculate(Operation::Multiply, exact(factor)).ok()?
}

fn over(above: Fraction, below: Fraction) -> Option<Fraction> {
    above.calculate(Operation::Divide, below).ok()?
}

/// The middle of sorted values, or half way between the two middle ones.
fn median(sorted: &[Decimal]) -> Option<Decimal> {
    let low = sorted.get(sorted.len().checked_sub(1)? / 2)?;
    let high = sorted.get(sorted.len() / 2)?;
    let half = Decimal::new(5, 1).ok()?;
    low.checked_add(*high).and_then(|sum| sum.checked_mul(half)).ok().map(Decimal::trimmed)
}

impl Far {
    /// «میانهٔ ۶ مقدار پیشین ۱۰۰٫۵ است و میانهٔ فاصله‌ها از آن ۱٫۵؛ …»
    ///
    /// # Errors
    /// [`Overflow`].
    pub(super) fn words(&self) -> Result<Bilingual, Overflow> {
        let stated = |value| number(Interval::exact(value), Origin::Stated);
        let (values, middle, away) = (count(self.values), stated(self.middle), stated(self.away));
        let (usual, score, working) = match self.by {
            Spread::Median { usual, score } => (usual, score, MEDIAN),
            Spread::Mean { usual, score } => (usual, score, MEAN),
            Spread::Nothing => return Ok(same(&values, &middle, &away)),
        };
        let (usual, score) = (computed(usual)?, result_above(score, limit())?);
        let sum = isolated(&Bilingual::new(
            (working.sum)(&away.fa, &usual.fa, &score.fa, ["۰٫۶۷۴۵", "۱٫۲۵۳۳"]),
            (working.sum)(&away.en, &usual.en, &score.en, ["0.6745", "1.2533"]),
        ));
        let limit = stated(limit());
        Ok(Bilingual::new(
            format!(
                "میانهٔ {} مقدار پیشین {} است و {} فاصله‌ها از آن {}؛ {}، بیش از {}.",
                values.fa, middle.fa, working.fa, usual.fa, sum.fa, limit.fa
            ),
            format!(
                "the median of the {} values before is {}, the {} distance to it {}; {}, above {}.",
                values.en, middle.en, working.en, usual.en, sum.en, limit.en
            ),
        ))
    }
}

/// How a score is told.
struct Told {
    fa: &'static str,
    en: &'static str,
    sum: fn(&str, &str, &str, [&str; 2]) -> String,
}

const MEDIAN: Told = Told {
    fa: "میانهٔ",
    en: "median",
    sum: |away, usual, score, [factor, _]| format!("{factor} × {away} ÷ {usual} {score}"),
};

const MEAN: Told = Told {
    fa: "میانگین",
    en: "mean",
    sum: |away, usual, score, [_, factor]| format!("{away} ÷ ({factor} × {usual}) {score}"),
};

fn same(values: &Bilingual, middle: &Bilingual, away: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!(
            "هر {} مقدار پیشین {} است و این {} با آن فاصله دارد، دست‌کم نیمی از آن.",
            values.fa, middle.fa, away.fa
        ),
        format!(
            "all {} values before are {}, and this is {} away, half of it or more.",
            values.en, middle.en, away.en
        ),
    )
}
