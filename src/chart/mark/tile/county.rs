//! Counties inside the tile of their province, each a cell of the same size; of one province, tiles of their own.

use super::{COLUMNS, EDGE, Grid};
use crate::chart::frame::Drawing;
use crate::chart::mark::mark_of;
use crate::chart::pen::{Type, block, point, px, rect, stroke};
use crate::chart::prepared::{Datum, Prepared};
use crate::chart::scene::{Anchor, Dash, Fill, Ink, Item, Mark, Rect, Stroke};
use crate::chart::words::pick;
use crate::list::Gather;
use crate::model::{Area, Dataset, Level, Tile, TileKind};

/// A tile of a province grows up to this where it holds counties: cells that can be touched.
pub(super) const LARGEST: f64 = 128.0;
/// Least size of the tile of a county that stands by itself: room for its value.
const LEAST: f64 = 76.0;
/// Most tiles in a row of them.
const MOST_IN_ROW: usize = 8;
/// Size of a province's tile from which on its name stands above its counties, and the room it takes.
const NAMED: f64 = 72.0;
const HEAD: f64 = 19.0;
/// From the edge of a province's tile to its cells.
const INSET: f64 = 3.0;
/// Cells below this have whole edges, and less room between them.
const SMALL: f64 = 12.0;
/// How many times as long as wide a cell may be.
const LONGEST: f64 = 1.5;

/// A province with the rows of its counties.
pub(super) struct Home<'a> {
    tile: &'a Tile,
    province: &'a Area,
    rows: Vec<usize>,
}

/// The provinces whose counties a chart has, in the order of tiles; none where its rows are of no county.
pub(super) fn homes<'a>(
    dataset: &'a Dataset,
    tiles: &[&'a Tile],
    prepared: &Prepared<'_>,
) -> Vec<Home<'a>> {
    let province = |datum: &Datum<'_>| {
        let county = datum.area.as_ref().filter(|_| datum.level == Some(Level::County))?;
        dataset.areas.ancestor(county, Level::Province)
    };
    let provinces = prepared.data.iter().map(province).gather();
    let home = |tile: &&'a Tile| {
        let (mut last, mut rows) = (None, Vec::new());
        for (row, province) in provinces.iter().enumerate() {
            if let Some(province) = province.filter(|province| province.code == tile.code) {
                last = Some(province);
                rows.push(row);
            }
        }
        Some(Home { tile, province: last?, rows })
    };
    tiles.iter().filter(|tile| tile.kind == TileKind::Province).filter_map(home).gather()
}

/// How many tiles stand in a row: those of the country, or as many counties of one province as have room.
pub(super) fn columns(homes: &[Home<'_>], width: f64, gap: f64) -> f64 {
    let [only] = homes else { return COLUMNS };
    let fit = ((width - 2.0 * EDGE + gap) / (LEAST + gap)).floor().max(1.0) as usize;
    fit.min(MOST_IN_ROW).min(only.rows.len()) as f64
}

impl Grid<'_> {
    /// The counties of one province, from the side where reading starts.
    pub(super) fn counties(&self, home: &Home<'_>) -> Drawing {
        let step = self.size + self.gap;
        let columns = self.columns as usize;
        let tile = |(place, row): (usize, &usize)| {
            let from = self.left + step * (place % columns) as f64;
            let x = if self.frame.is_rtl() { self.frame.width - from - self.size } else { from };
            self.tile(*row, x, EDGE + step * (place / columns) as f64)
        };
        let marks: Vec<Mark> = home.rows.iter().enumerate().filter_map(tile).gather();
        let rows = home.rows.len().div_ceil(columns);
        Drawing { height: EDGE + rows as f64 * step, marks, ..Drawing::default() }
    }

    /// The counties of several provinces. Every cell is of one size, whatever its province: so many cells are so many
    /// counties.
    pub(super) fn packed(&self, homes: &[Home<'_>], drawing: &mut Drawing) {
        let head = if self.size < NAMED { 0.0 } else { HEAD };
        let (width, height) = (self.size - 2.0 * INSET, self.size - 2.0 * INSET - head);
        let most = homes.iter().map(|home| home.rows.len()).max().unwrap_or_default();
        let columns = columns_of(most, width, height);
        let (wide, high) = (width / columns as f64, height / most.div_ceil(columns) as f64);
        let (wide, high) = (wide.min(high * LONGEST), high.min(wide * LONGEST));
        let gap = if wide.min(high) < SMALL { 1.0 } else { 2.0 };
        for home in homes {
            let (x, y) = self.corner(home.tile);
            let area = rect(x, y, x + self.size, y + self.size);
            drawing.ground.push(block(area, Fill::None, Some(stroke(Ink::Rule, 1.0, Dash::Solid))));
            if head > 0.0 {
                drawing.ground.extend(self.province_name(home, x, y));
            }
            for (place, row) in home.rows.iter().enumerate() {
                let (column, line) = ((place % columns) as f64, (place / columns) as f64);
                let from = INSET + wide * column;
                let left = if self.frame.is_rtl() { self.size - from - wide + gap } else { from };
                let (left, top) = (x + left, y + INSET + head + high * line);
                let area = rect(left, top, left + wide - gap, top + high - gap);
                drawing.marks.extend(self.cell(*row, area));
            }
        }
    }

    /// The name of a province above its counties, where it has room.
    fn province_name(&self, home: &Home<'_>, x: f64, y: f64) -> Option<Item> {
        let kind = Type::new(12.0, Ink::Ink2);
        let room = self.size - 2.0 * INSET;
        let names = [&home.province.name, &home.tile.label];
        let mut names = names.into_iter().map(|name| pick(name, self.frame.lang));
        let name = names.find(|name| !name.is_empty() && kind.width(name) <= room)?;
        let (at, anchor) = if self.frame.is_rtl() {
            (x + self.size - INSET, Anchor::Right)
        } else {
            (x + INSET, Anchor::Left)
        };
        let at = point(at, y + INSET + 12.0);
        Some(Item::Label(kind.at(at, anchor, name, self.frame.text_direction(name))))
    }

    /// A county without words.
    fn cell(&self, row: usize, area: Rect) -> Option<Mark> {
        let (fill, edge, _) = self.look(self.prepared.data.get(row)?);
        // The edge of a tile would fill a cell of a few px, and dashes would leave corners of it.
        let is_small = area.width.min(area.height) < px(SMALL);
        let edge = edge.map(|edge| Stroke {
            width: edge.width.min(px(1.0)),
            dash: if is_small { Dash::Solid } else { edge.dash },
            ..edge
        });
        Some(mark_of(row, area, vec![block(area, fill, edge)]))
    }
}

/// In how many columns so many squares would be largest; of equals the fewest.
fn columns_of(count: usize, width: f64, height: f64) -> usize {
    let size =
        |columns: usize| (width / columns as f64).min(height / count.div_ceil(columns) as f64);
    (2..=count).fold(1, |best, columns| if size(columns) > size(best) { columns } else { best })
}
