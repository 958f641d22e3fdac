//! Named classes of a measure, such as «کم» and «زیاد», without gap or overlap.

use super::id::MeasureId;
use crate::diag::Bilingual;
use crate::number::Decimal;

/// One class. The lower bound belongs to it, the upper one to the class above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendClass {
    /// Lower bound in the base unit of the measure; `None` where the class is open below.
    pub from: Option<Decimal>,
    /// Upper bound in the base unit of the measure; `None` where the class is open above.
    pub to: Option<Decimal>,
    /// Display name.
    pub name: Bilingual,
}

impl LegendClass {
    fn holds(&self, value: Decimal) -> bool {
        self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value < to)
    }
}

/// Why classes are no legend. The number is the place of the class in the list, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendFault {
    /// There is no class.
    Empty,
    /// The upper bound of this class is not above its lower one.
    NoWidth(usize),
    /// This class lies below the one before it.
    Unordered(usize),
    /// Between this class and the one before it some values have none.
    Gap(usize),
    /// Some values belong to this class and to the one before it.
    Overlap(usize),
}

/// The classes of one measure, rising.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Legend {
    measure: MeasureId,
    classes: Vec<LegendClass>,
}

impl Legend {
    /// A legend of classes that follow one another, lowest first.
    ///
    /// ```
    /// use hamyar::diag::Bilingual;
    /// use hamyar::model::{Legend, LegendClass, LegendFault, MeasureId};
    /// use hamyar::number::Decimal;
    ///
    /// let class = |from: Option<i64>, to: Option<i64>, name: &str| LegendClass {
    ///     from: from.map(Decimal::from_int),
    ///     to: to.map(Decimal::from_int),
    ///     name: Bilingual::new(name, name),
    /// };
    /// let legend = |from| {
    ///     let classes = vec![class(None, Some(50), "low"), class(Some(from), None, "high")];
    ///     Legend::new(MeasureId::new("absorption"), classes)
    /// };
    /// let sound = legend(50).unwrap();
    /// assert_eq!(sound.class_of(Decimal::from_int(50)).unwrap().name.en, "high");
    /// assert_eq!(legend(60), Err(LegendFault::Gap(1)));
    /// assert_eq!(legend(40), Err(LegendFault::Overlap(1)));
    /// ```
    ///
    /// # Errors
    /// [`LegendFault`], of the first class that does not follow.
    pub fn new(measure: MeasureId, classes: Vec<LegendClass>) -> Result<Self, LegendFault> {
        if classes.is_empty() {
            return Err(LegendFault::Empty);
        }
        let mut before: Option<&LegendClass> = None;
        for (place, class) in classes.iter().enumerate() {
            if class.from.zip(class.to).is_some_and(|(from, to)| from >= to) {
                return Err(LegendFault::NoWidth(place));
            }
            if let Some(fault) = before.and_then(|before| between(before, class)) {
                return Err(fault(place));
            }
            before = Some(class);
        }
        Ok(Self { measure, classes })
    }

    /// What is classed.
    pub const fn measure(&self) -> &MeasureId {
        &self.measure
    }

    /// The classes, lowest first.
    pub fn classes(&self) -> &[LegendClass] {
        &self.classes
    }

    /// The class of a value in the base unit; `None` below the lowest and above the highest.
    pub fn class_of(&self, value: Decimal) -> Option<&LegendClass> {
        self.classes.iter().find(|class| class.holds(value))
    }
}

/// What is wrong between two classes that stand one after the other.
fn between(before: &LegendClass, after: &LegendClass) -> Option<fn(usize) -> LegendFault> {
    if before.from.zip(after.to).is_some_and(|(low, high)| high <= low) {
        return Some(LegendFault::Unordered);
    }
    match (before.to, after.from) {
        (Some(to), Some(from)) if from > to => Some(LegendFault::Gap),
        (Some(to), Some(from)) if from == to => None,
        _ => Some(LegendFault::Overlap),
    }
}
