//! What is measured, in which unit, and what may be done with it.

use super::id::{MeasureId, UnitId};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::number::Decimal;
#[cfg(feature = "complete")]
use crate::number::{Bound, Interval};
use crate::spec::coded;

coded! {
    /// What kind of number it is.
    MeasureKind {
        /// A state at a time: members, active cooperatives.
        Stock = "stock",
        /// What happened during a period: facilities paid.
        Flow = "flow",
        /// A quotient: rates and shares.
        Ratio = "ratio",
        /// An index number.
        Index = "index",
        /// A number that is no statistic: an ordinal, a deadline, a ceiling.
        Reference = "reference",
    }
}

coded! {
    /// How areas roll up.
    AreaRule {
        /// Parts add up.
        Sum = "sum",
        /// Sum of numerators over sum of denominators, by [`Measure::formula`].
        Ratio = "ratio",
        /// Mean of the parts, each with the weight that [`Measure::weight`] has there.
        Weighted = "weighted",
        /// Never.
        None = "none",
    }
}

coded! {
    /// How time rolls up.
    TimeRule {
        /// Parts add up.
        Sum = "sum",
        /// The last value stands for the whole.
        Last = "last",
        /// Mean of the parts, each with its days.
        Average = "average",
        /// Sum of numerators over sum of denominators.
        Ratio = "ratio",
        /// Never.
        None = "none",
    }
}

coded! {
    /// Which way is better.
    Direction {
        /// More is better.
        Up = "up",
        /// Less is better.
        Down = "down",
        /// Neither.
        None = "none",
    }
}

/// `factor × numerator ÷ denominator`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// Measure above the line.
    pub numerator: MeasureId,
    /// Measure below the line.
    pub denominator: MeasureId,
    /// 100 for a percentage.
    pub factor: Decimal,
}

/// From this period on the measure is taken on another base: the line breaks there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseChange {
    /// First period on the new base.
    pub at: Period,
    /// The base before.
    pub before: Bilingual,
    /// The base from then on.
    pub after: Bilingual,
}

/// What is counted: «روستا», "village" and "villages".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noun {
    /// Persian and English, for one.
    pub one: Bilingual,
    /// English for many; Persian uses one form after a number.
    pub many_en: String,
}

#[cfg(feature = "complete")]
coded! {
    /// Which jobs a measure counts (code list `job_kind`). Jobs of two kinds are never added: those that
    /// were committed are no further ones beside those that came of it.
    JobKind {
        /// تعهد اشتغال
        Committed = "committed",
        /// پیش‌بینی
        Expected = "expected",
        /// مستقیم ایجادشده
        Direct = "direct",
        /// غیرمستقیم
        Indirect = "indirect",
        /// محقق یا بیمه‌شده
        Verified = "verified",
    }
}

/// Between which values the figures of a measure are expected, both included, in its base unit.
#[cfg(feature = "complete")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// The least; `None` where nobody has said.
    pub min: Option<Decimal>,
    /// The most; `None` where nobody has said.
    pub max: Option<Decimal>,
}

#[cfg(feature = "complete")]
impl Limits {
    /// The limit that a figure surely breaks: of a bound, not one value that it allows is within.
    ///
    /// ```
    /// use hamyar::model::{Figure, Limits, Qualifier};
    /// use hamyar::number::{Decimal, Interval};
    /// let percent = Limits { min: Some(Decimal::ZERO), max: Some(Decimal::from_int(100)) };
    /// let interval = |value, qualifier| {
    ///     Figure::Value { value: Decimal::from_int(value), qualifier, upper: None }.interval().unwrap()
    /// };
    /// assert_eq!(percent.broken_by(interval(101, Qualifier::Exact)), percent.max);
    /// assert_eq!(percent.broken_by(interval(100, Qualifier::MoreThan)), percent.max);
    /// assert_eq!(percent.broken_by(interval(101, Qualifier::LessThan)), None);
    /// ```
    pub fn broken_by(self, interval: Interval) -> Option<Decimal> {
        let is_above = |max: Decimal| match interval.low {
            Bound::Reached(low) => low > max,
            Bound::NotReached(low) => low >= max,
            Bound::Open => false,
        };
        let is_below = |min: Decimal| match interval.high {
            Bound::Reached(high) => high < min,
            Bound::NotReached(high) => high <= min,
            Bound::Open => false,
        };
        self.max.filter(|max| is_above(*max)).or(self.min.filter(|min| is_below(*min)))
    }
}

/// Why a measure does not roll up as it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollUpFault {
    /// Quotients and index numbers say nothing when they are added.
    QuotientAdded,
    /// A state at one time and a state at another are no state together.
    StateAdded,
    /// Numerators and denominators are to be added, and there is no formula that names them.
    NoFormula,
    /// A weighted mean names no measure to weigh with.
    NoWeight,
}

/// One measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Id.
    pub id: MeasureId,
    /// Display name.
    pub name: Bilingual,
    /// One sentence that says what is counted; may be empty.
    pub definition: Bilingual,
    /// Base unit that values are kept in.
    pub unit: UnitId,
    /// What is counted, where the unit is a bare count.
    pub noun: Noun,
    /// Kind.
    pub kind: MeasureKind,
    /// Roll-up over areas.
    pub area_rule: AreaRule,
    /// Roll-up over time.
    pub time_rule: TimeRule,
    /// Decimals of a derived value when shown; stated values keep their own.
    pub decimals: u8,
    /// Which way is better.
    pub direction: Direction,
    /// What areas are weighed with, for [`AreaRule::Weighted`].
    pub weight: Option<MeasureId>,
    /// For a measure that is computed.
    pub formula: Option<Formula>,
    /// For a series whose base changed.
    pub base_change: Option<BaseChange>,
    /// Outside of which a figure is to be looked at. Packed data sets hold none.
    #[cfg(feature = "complete")]
    pub limits: Limits,
    /// Which jobs it counts, where it counts jobs. Packed data sets hold none.
    #[cfg(feature = "complete")]
    pub job_kind: Option<JobKind>,
}

impl Measure {
    /// Why its areas do not roll up by its rule; `None` when they do.
    pub fn area_fault(&self) -> Option<RollUpFault> {
        match self.area_rule {
            AreaRule::Sum => self.quotient_added(),
            AreaRule::Ratio => self.no_formula(),
            AreaRule::Weighted => self.weight.is_none().then_some(RollUpFault::NoWeight),
            AreaRule::None => None,
        }
    }

    /// Why its periods do not roll up by its rule; `None` when they do.
    pub fn time_fault(&self) -> Option<RollUpFault> {
        match (self.time_rule, self.kind) {
            (TimeRule::Sum, MeasureKind::Stock) => Some(RollUpFault::StateAdded),
            (TimeRule::Sum | TimeRule::Average, _) => self.quotient_added(),
            (TimeRule::Ratio, _) => self.no_formula(),
            (TimeRule::Last | TimeRule::None, _) => None,
        }
    }

    fn quotient_added(&self) -> Option<RollUpFault> {
        let is_quotient = matches!(self.kind, MeasureKind::Ratio | MeasureKind::Index);
        is_quotient.then_some(RollUpFault::QuotientAdded)
    }

    fn no_formula(&self) -> Option<RollUpFault> {
        self.formula.is_none().then_some(RollUpFault::NoFormula)
    }
}
