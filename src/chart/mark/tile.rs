//! The provinces as 31 tiles of one size, never mirrored, and counties inside them.

mod county;

use self::county::Home;
use super::classed::{Classed, entry};
use super::mark_of;
use crate::chart::captions::captions;
use crate::chart::frame::{Drawing, Frame, within};
use crate::chart::pen::{Type, block, point, rect, stroke};
use crate::chart::prepared::{Datum, Prepared};
use crate::chart::scene::{Anchor, Dash, Fill, Ink, Item, LegendEntry, Mark, Stroke};
use crate::chart::view::View;
use crate::chart::words::pick;
use crate::list::{Gather, in_order, join};
use crate::model::{Dataset, MemberStatus, Missing, Qualifier, Tile, TileKind};
use crate::number::Decimal;
use crate::text::metrics::wrap;

/// Half of the widest edge of a tile, which the canvas would cut off.
const EDGE: f64 = 1.0;
/// Columns and rows of the grid.
const COLUMNS: f64 = 7.0;
const ROWS: f64 = 6.0;
/// A tile does not grow beyond this.
const LARGEST: f64 = 92.0;

struct Grid<'a> {
    frame: Frame,
    columns: f64,
    size: f64,
    gap: f64,
    left: f64,
    classed: Classed<'a>,
    by_member: bool,
    prepared: &'a Prepared<'a>,
}

/// Draws the tile map.
pub(in crate::chart) fn tile_map(
    dataset: &Dataset,
    prepared: &Prepared<'_>,
    view: &View,
    frame: Frame,
) -> Drawing {
    let gap = if frame.width < 400.0 { 3.0 } else { 4.0 };
    let place = |tile: &Tile| (tile.row, tile.column);
    let tiles = in_order(dataset.tiles.iter().gather(), |one: &&Tile, other: &&Tile| {
        place(one).cmp(&place(other))
    });
    let homes = county::homes(dataset, &tiles, prepared);
    let columns = county::columns(&homes, frame.width, gap);
    let largest = if homes.len() > 1 { county::LARGEST } else { LARGEST };
    let size = ((frame.width - 2.0 * EDGE - gap * (columns - 1.0)) / columns).min(largest);
    let used = size * columns + gap * (columns - 1.0);
    let grid = Grid {
        frame,
        columns,
        size,
        gap,
        left: (frame.width - used) / 2.0,
        classed: Classed::new(prepared, view, frame),
        by_member: view.encoding.color == "member",
        prepared,
    };
    let mut drawing = match homes.as_slice() {
        [province] => grid.counties(province),
        _ => grid.country(&tiles, &homes),
    };
    if grid.by_member {
        drawing.legend = grid.member_legend();
    } else {
        grid.classed.explain(&mut drawing);
    }
    drawing
}

impl Grid<'_> {
    /// The provinces where they lie to each other, each as one tile or with its counties inside.
    fn country(&self, tiles: &[&Tile], homes: &[Home<'_>]) -> Drawing {
        let mut drawing =
            Drawing { height: EDGE + ROWS * (self.size + self.gap), ..Drawing::default() };
        if homes.is_empty() {
            let provinces = tiles.iter().filter(|tile| tile.kind == TileKind::Province);
            drawing.marks = provinces.filter_map(|tile| self.province(tile)).gather();
        } else {
            self.packed(homes, &mut drawing);
        }
        let seas: Vec<&Tile> =
            tiles.iter().copied().filter(|tile| tile.kind == TileKind::Water).gather();
        for (index, tile) in seas.iter().enumerate() {
            let first = seas.iter().position(|other| other.label == tile.label) == Some(index);
            if first {
                drawing.ground.extend(self.water(tile, &seas));
            }
        }
        drawing
    }

    fn corner(&self, tile: &Tile) -> (f64, f64) {
        let step = self.size + self.gap;
        let column = f64::from(tile.column.saturating_sub(1));
        let row = f64::from(tile.row.saturating_sub(1));
        (self.left + step * column, EDGE + step * row)
    }

    fn province(&self, tile: &Tile) -> Option<Mark> {
        let row = self.prepared.data.iter().position(|datum| datum.code == tile.code)?;
        let (x, y) = self.corner(tile);
        self.tile(row, x, y)
    }

    /// A tile with its name and value.
    fn tile(&self, row: usize, x: f64, y: f64) -> Option<Mark> {
        let datum = self.prepared.data.get(row)?;
        let area = rect(x, y, x + self.size, y + self.size);
        let (fill, edge, ink) = self.look(datum);
        let mut items = vec![block(area, fill, edge)];
        items.extend(self.labels(datum, x, y, ink));
        Some(mark_of(row, area, items))
    }

    /// Fill, edge and text colour of a tile.
    fn look(&self, datum: &Datum<'_>) -> (Fill, Option<Stroke>, Ink) {
        let edge = |ink, width, dash| Some(stroke(ink, width, dash));
        if self.by_member {
            return match datum.member {
                Some(MemberStatus::Listed | MemberStatus::Corroborated) => (
                    Fill::Solid(Ink::Category(3)),
                    edge(Ink::Category(3), 1.0, Dash::Solid),
                    Ink::Paper,
                ),
                Some(MemberStatus::Probable) => (
                    Fill::Tint(Ink::Category(3)),
                    edge(Ink::Category(3), 2.0, Dash::Solid),
                    Ink::Ink,
                ),
                _ => (Fill::None, edge(Ink::Axis, 1.8, Dash::Slot), Ink::Ink2),
            };
        }
        self.classed.look(datum)
    }

    /// Name and value, each only where it fits at 12 px or more.
    fn labels(&self, datum: &Datum<'_>, x: f64, y: f64, ink: Ink) -> Vec<Item> {
        let centre = x + self.size / 2.0;
        let room = self.size - if self.size < 56.0 { 1.5 } else { 8.0 };
        let mut lower = self.lower_text(datum);
        let size = match (self.by_member, self.size < 56.0) {
            (true, true) => 12.0,
            (true, false) => 13.0,
            (false, true) => 14.0,
            (false, false) => 15.0,
        };
        let mut value = Type::new(size, ink).bold();
        // A value with a word before it takes two lines, and letters as small as a name's.
        let is_qualified = !self.by_member && datum.qualifier != Some(Qualifier::Exact);
        let lines = if self.by_member || is_qualified { 2 } else { 1 };
        if is_qualified {
            // Its word may stand on a line of its own.
            lower = breakable(&lower);
        }
        let mut lower_lines = self.fitted(&lower, value, room, lines);
        if lower_lines.is_empty() && is_qualified {
            value = Type::new(12.0, ink).bold();
            lower_lines = self.fitted(&lower, value, room, lines);
        }
        let mut name = Type::new(12.0, ink);
        if datum.missing == Some(Missing::Withheld) {
            name = name.halo();
        }
        let is_cut = self.by_member && lower_lines.is_empty() && !lower.is_empty();
        if is_cut {
            // Its province alone would read as the name of the member.
            lower_lines.push("…".to_owned());
        }
        let room_above = self.size - 22.0 * lower_lines.len() as f64 - 4.0;
        // A tile of members is about the member: its province gives way, unless only it has room.
        let small = if lower_lines.len() > 1 { 64.0 } else { 46.0 };
        let told = datum.area.is_some() && !lower_lines.is_empty() && !is_cut;
        let names = if self.by_member && told && self.size < small {
            Vec::new()
        } else {
            self.name_lines(datum, name, room, room_above)
        };
        let mut items = Vec::new();
        let mut put = |kind: Type, baseline: f64, text: &str| {
            let direction = self.frame.text_direction(text);
            let label = kind.at(point(centre, baseline), Anchor::Middle, text, direction);
            items.push(Item::Label(label));
        };
        let block_height = 15.0 * names.len() as f64 + 20.0 * lower_lines.len() as f64;
        let mut next = y + (self.size - block_height) / 2.0;
        for text in &names {
            put(name, next + 11.5, text);
            next += 15.0;
        }
        for text in &lower_lines {
            put(value, next + 15.0, text);
            next += 20.0;
        }
        items
    }

    fn lower_text(&self, datum: &Datum<'_>) -> String {
        match (self.by_member, datum.value) {
            (true, _) if datum.member == Some(MemberStatus::Unknown) => match self.frame.lang {
                crate::text::Lang::Fa => "؟",
                crate::text::Lang::En => "?",
            }
            .to_owned(),
            (true, _) | (false, Some(_)) => datum.text().to_owned(),
            (false, None) => String::new(),
        }
    }

    fn fitted(&self, text: &str, kind: Type, room: f64, lines: usize) -> Vec<String> {
        if text.is_empty() {
            return Vec::new();
        }
        let lines = wrap(text, &kind.style(), room, lines);
        if lines.iter().all(|line| kind.width(line) <= room) { lines } else { Vec::new() }
    }

    /// The full name on one or two lines, else the short one, else nothing: then the name is in
    /// tooltip, table and announcement.
    fn name_lines(&self, datum: &Datum<'_>, kind: Type, room: f64, height: f64) -> Vec<String> {
        let most = if height < 15.0 { 0 } else { 1 + usize::from(height >= 31.0) };
        let fits = |lines: &Vec<String>| {
            lines.len() <= most && lines.iter().all(|line| kind.width(line) <= room)
        };
        let full = wrap(datum.label(), &kind.style(), room, 2);
        let short = vec![datum.short.clone()];
        [full, short].into_iter().find(fits).unwrap_or_default()
    }

    /// The name of a sea in the middle of its tiles.
    fn water(&self, tile: &Tile, seas: &[&Tile]) -> Option<Item> {
        let text = pick(&tile.label, self.frame.lang);
        let kind = Type::new(12.0, Ink::Ink3);
        if text.is_empty() || kind.width(text) > self.size * 2.0 {
            return None;
        }
        let same = seas.iter().filter(|other| other.label == tile.label);
        let corners: Vec<(f64, f64)> = same.map(|tile| self.corner(tile)).gather();
        let count = corners.len().max(1) as f64;
        let x = corners.iter().map(|(x, _)| x).sum::<f64>() / count;
        // In the row furthest south, where the tiles beside it leave room for the name.
        let y = corners.iter().map(|(_, y)| *y).fold(0.0, f64::max);
        let half = kind.width(text) / 2.0;
        let centre = within(x + self.size / 2.0, half, self.frame.width - half);
        let at = point(centre, y + self.size / 2.0 + 4.0);
        Some(Item::Label(kind.at(at, Anchor::Middle, text, self.frame.text_direction(text))))
    }

    /// How many members are known, probable and unknown.
    fn member_legend(&self) -> Vec<LegendEntry> {
        let words = captions(self.frame.lang);
        let ink = Ink::Category(3);
        let looks = [
            (Fill::Solid(ink), stroke(ink, 1.0, Dash::Solid), words.listed),
            (Fill::Tint(ink), stroke(ink, 2.0, Dash::Solid), words.probable),
            (Fill::None, stroke(Ink::Axis, 1.8, Dash::Slot), words.unknown),
        ];
        let one = |(fill, edge, word): (Fill, Stroke, &str)| {
            let alike = self.prepared.data.iter().filter(|datum| self.look(datum).0 == fill);
            let count = self.frame.number(&Decimal::from_int(alike.count() as i64));
            entry(fill, Some(edge), &join(&[count.as_str(), word], " "))
        };
        looks.into_iter().map(one).gather()
    }
}

/// A text whose number may stand on another line than its word.
fn breakable(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        out.push(if character == '\u{A0}' { ' ' } else { character });
    }
    out
}
