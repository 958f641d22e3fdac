//! The equal-area tile grid of the provinces.

use crate::diag::Bilingual;
use crate::spec::coded;

coded! {
    /// What a place of the grid shows.
    TileKind {
        /// One province.
        Province = "province",
        /// The name of a sea.
        Water = "water",
    }
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
