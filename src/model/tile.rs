//! The equal-area tile grid of the provinces.

use serde::{Deserialize, Serialize};

use crate::diag::Bilingual;

/// What a place of the grid shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TileKind {
    /// One province.
    Province,
    /// The name of a sea.
    Water,
}

/// One place of the grid. Column 1 is the west, row 1 the north.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// What it shows.
    pub kind: TileKind,
    /// Code of the province, the same in every division; empty for a sea.
    pub code: String,
    /// Row from the north, 1 to 6.
    pub row: u8,
    /// Column from the west, 1 to 7.
    pub column: u8,
    /// Short name.
    pub label: Bilingual,
}
