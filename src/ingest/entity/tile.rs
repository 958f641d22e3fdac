//! `tiles`

use super::{Draft, RowReader, TableKind};
use crate::model::{AreaTree, Level, Tile, TileKind};

pub(in crate::ingest) const TILES: TableKind = TableKind {
    key: &["row", "column"],
    ..TableKind::new("tiles", &["kind", "code", "row", "column", "label_fa"], read)
};

/// Rows and columns of the largest grid.
const GRID: i64 = 40;

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let kind = row.required_word("kind", TileKind::Water);
    let code = match kind {
        TileKind::Province => row.required("code"),
        TileKind::Water => row.text("code"),
    };
    row.refer("code", "areas", is_province(&draft.data.areas, code));
    row.required("label_fa");
    let place = |number: i64| u8::try_from(number).unwrap_or_default();
    let tile = Tile {
        kind,
        code: code.to_owned(),
        row: place(row.required_whole("row", 1, GRID)),
        column: place(row.required_whole("column", 1, GRID)),
        label: row.bilingual("label_fa", "label_en"),
    };
    if row.is_sound() {
        draft.data.tiles.push(tile);
    }
}

/// Whether a code is that of a province in some division.
fn is_province(areas: &AreaTree, code: &str) -> bool {
    let mut named = areas.divisions().filter_map(|division| areas.by_code(code, division));
    named.any(|area| area.level == Level::Province)
}
