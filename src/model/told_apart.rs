//! Rows of other tables than that of figures, where copies of a data set tell them differently.

use std::collections::BTreeMap;

use super::dataset::Dataset;
use crate::calendar::Day;

/// A cell of a thing: of its own row, or of a row that belongs to it, such as a member of a group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellName {
    /// The table in which the cell stands, such as `sources`.
    pub table: String,
    /// Which of the thing's rows in that table, from 1.
    pub nth: u32,
    /// The column.
    pub column: String,
}

/// All that a copy says of a thing, without the empty cells.
pub type Cells = BTreeMap<CellName, String>;

/// One way in which a thing was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// What it says; nothing, where the row was taken out.
    pub cells: Cells,
    /// How it came to stand: the places of the variants that were left for it, one after the other, once for
    /// each way; the empty way where it was told first. No way at all: it was left, and does not stand.
    pub ways: Vec<Vec<usize>>,
    /// When it was chosen, and by whom.
    pub chosen: Vec<Chosen>,
}

/// That somebody chose a variant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chosen {
    /// The day.
    pub day: Day,
    /// Who decided.
    pub by: String,
}

/// A thing that copies tell differently, or did before somebody decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldApart {
    /// Its table, such as `sources`; `datapackage` for what is said of the package itself.
    pub table: String,
    /// What names its row there, with commas between.
    pub id: String,
    /// All variants that are known: those that stand, first the one that the table has, then those that were left.
    pub variants: Vec<Variant>,
}

impl ToldApart {
    /// The variants that stand, with their places.
    pub fn standing(&self) -> impl Iterator<Item = (usize, &Variant)> {
        self.variants.iter().enumerate().filter(|(_, one)| !one.ways.is_empty())
    }

    /// Whether a person must decide.
    pub fn is_open(&self) -> bool {
        self.standing().nth(1).is_some()
    }

    /// Whether a copy took the row out, and a person must decide on that.
    pub fn is_taken_out(&self) -> bool {
        self.is_open() && self.standing().any(|(_, one)| one.cells.is_empty())
    }

    /// The cells that not all of its variants say alike; only those that stand are asked where several do, and none
    /// in which the row was taken out.
    pub fn differing(&self) -> Vec<&CellName> {
        let is_asked =
            |one: &&Variant| (!self.is_open() || !one.ways.is_empty()) && !one.cells.is_empty();
        let asked: Vec<&Cells> =
            self.variants.iter().filter(is_asked).map(|one| &one.cells).collect();
        let mut names: Vec<&CellName> = asked.iter().flat_map(|cells| cells.keys()).collect();
        names.sort();
        names.dedup();
        names.retain(|name| {
            let first = asked.first().and_then(|cells| cells.get(name));
            asked.iter().any(|cells| cells.get(name) != first)
        });
        names
    }
}

/// The things that a person must decide on.
pub fn open_rows(dataset: &Dataset) -> impl Iterator<Item = &ToldApart> {
    dataset.told_apart.iter().filter(|one| one.is_open())
}
