//! One figure: a value with its qualifier, or a kind of absence. Never a zero for a gap.

use crate::number::{Bound, Decimal, Interval};
use crate::spec::coded;

coded! {
    /// How exactly the source states the value.
    Qualifier {
        /// Stated as it is.
        Exact = "exact",
        /// «حدود»
        About = "about",
        /// «دست‌کم»
        AtLeast = "at_least",
        /// «حداکثر»
        AtMost = "at_most",
        /// «بیش از»
        MoreThan = "more_than",
        /// «کمتر از»
        LessThan = "less_than",
        /// From the value to the upper value.
        Between = "between",
    }
}

impl Qualifier {
    /// What is said of a quotient of two positive values; `None` where no one word says it.
    ///
    /// ```
    /// use hamyar::model::Qualifier;
    /// assert_eq!(Qualifier::Exact.over(Qualifier::MoreThan), Some(Qualifier::LessThan));
    /// assert_eq!(Qualifier::AtMost.over(Qualifier::MoreThan), None);
    /// ```
    pub const fn over(self, below: Self) -> Option<Self> {
        match (self, below) {
            (Self::Between, _) => None,
            (qualifier, Self::Exact) => Some(qualifier),
            (Self::Exact | Self::About, Self::About) => Some(Self::About),
            (Self::Exact, Self::AtLeast) => Some(Self::AtMost),
            (Self::Exact, Self::MoreThan) => Some(Self::LessThan),
            (Self::Exact, Self::AtMost) => Some(Self::AtLeast),
            (Self::Exact, Self::LessThan) => Some(Self::MoreThan),
            _ => None,
        }
    }
}

coded! {
    /// Why there is no value.
    Missing {
        /// گزارش نشده
        NotReported = "not_reported",
        /// فاقد موضوعیت
        NotApplicable = "not_applicable",
        /// محرمانه
        Withheld = "withheld",
        /// گفته‌شده، بدون رقم
        StatedWithoutNumber = "stated_without_number",
        /// در شرف دریافت
        Awaited = "awaited",
    }
}

/// A value in the base unit, or the kind of its absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// There is a value.
    Value {
        /// In the base unit of the measure.
        value: Decimal,
        /// How exactly it is stated.
        qualifier: Qualifier,
        /// Upper end, only with [`Qualifier::Between`].
        upper: Option<Decimal>,
    },
    /// There is none.
    Missing(Missing),
}

impl Figure {
    /// A value stated as it is.
    pub const fn exact(value: Decimal) -> Self {
        Self::Value { value, qualifier: Qualifier::Exact, upper: None }
    }

    /// The value, whatever its qualifier.
    pub const fn value(&self) -> Option<Decimal> {
        match self {
            Self::Value { value, .. } => Some(*value),
            Self::Missing(_) => None,
        }
    }

    /// The qualifier of a value.
    pub const fn qualifier(&self) -> Option<Qualifier> {
        match self {
            Self::Value { qualifier, .. } => Some(*qualifier),
            Self::Missing(_) => None,
        }
    }

    /// All values the statement allows. "About" is no bound: it gives the stated value, and the
    /// qualifier must be carried beside it.
    pub fn interval(&self) -> Option<Interval> {
        let Self::Value { value, qualifier, upper } = *self else { return None };
        Some(match qualifier {
            Qualifier::Exact | Qualifier::About => Interval::exact(value),
            Qualifier::AtLeast => Interval { low: Bound::Reached(value), high: Bound::Open },
            Qualifier::MoreThan => Interval { low: Bound::NotReached(value), high: Bound::Open },
            Qualifier::AtMost => Interval { low: Bound::Open, high: Bound::Reached(value) },
            Qualifier::LessThan => Interval { low: Bound::Open, high: Bound::NotReached(value) },
            Qualifier::Between => Interval {
                low: Bound::Reached(value),
                high: Bound::Reached(upper.unwrap_or(value)),
            },
        })
    }

    /// The statement that allows just these values; `about` is said of a single value. `None` where no
    /// one word says it, and of a bound that is "about": that says less than either.
    pub fn of_interval(interval: Interval, about: bool) -> Option<Self> {
        let value = |value, qualifier, upper| Some(Self::Value { value, qualifier, upper });
        if let Some(single) = interval.single() {
            let qualifier = if about { Qualifier::About } else { Qualifier::Exact };
            return value(single, qualifier, None);
        }
        match (interval.low, interval.high) {
            _ if about => None,
            (Bound::Reached(low), Bound::Open) => value(low, Qualifier::AtLeast, None),
            (Bound::NotReached(low), Bound::Open) => value(low, Qualifier::MoreThan, None),
            (Bound::Open, Bound::Reached(high)) => value(high, Qualifier::AtMost, None),
            (Bound::Open, Bound::NotReached(high)) => value(high, Qualifier::LessThan, None),
            // Whether an end belongs to it "between" does not say.
            (low, high) => value(low.value()?, Qualifier::Between, Some(high.value()?)),
        }
    }
}
