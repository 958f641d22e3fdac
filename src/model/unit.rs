//! Units, and the exact step from a printed unit to the base unit.

use litemap::LiteMap;

use super::id::UnitId;
use crate::diag::Bilingual;
use crate::number::{Decimal, Overflow};

/// A unit: `1 of it = 10^exponent of its base`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Id, such as `billion_toman`.
    pub id: UnitId,
    /// Base unit, such as `rial`; itself for a base unit.
    pub base: UnitId,
    /// Power of ten to the base unit: 10 for a billion toman in rial.
    pub exponent: i8,
    /// Name shown beside a number.
    pub name: Bilingual,
}

/// All units by id.
#[derive(Clone, Debug, Default)]
pub struct UnitTable(LiteMap<UnitId, Unit>);

impl UnitTable {
    /// Takes units; a later one with the same id replaces the earlier.
    pub fn new(units: impl IntoIterator<Item = Unit>) -> Self {
        let mut table = Self::default();
        units.into_iter().for_each(|unit| table.insert(unit));
        table
    }

    /// Adds a unit, in the place of one with the same id.
    pub fn insert(&mut self, unit: Unit) {
        self.0.insert(unit.id.clone(), unit);
    }

    /// The unit with this id.
    pub fn get(&self, id: &UnitId) -> Option<&Unit> {
        self.0.get(id)
    }

    /// Every unit, in the order of ids.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.0.values()
    }

    /// The value in the base unit, exact; `None` for an unknown unit.
    ///
    /// # Errors
    /// [`Overflow`] when the value does not fit 128 bits in the base unit.
    pub fn to_base(&self, value: Decimal, unit: &UnitId) -> Option<Result<Decimal, Overflow>> {
        self.get(unit).map(|unit| value.scaled(unit.exponent))
    }

    /// The value in `unit`, exact; `None` for an unknown unit.
    ///
    /// # Errors
    /// [`Overflow`].
    pub fn from_base(&self, value: Decimal, unit: &UnitId) -> Option<Result<Decimal, Overflow>> {
        self.get(unit)
            .map(|unit| value.scaled(unit.exponent.saturating_neg()).map(Decimal::trimmed))
    }
}
