//! Rows from top to bottom on one axis of values: names beside them, or on a phone above their bars.

use super::aim::is_aimed;
use crate::chart::columns::{Columns, NAME_LINES, detail_type, name_type};
use crate::chart::frame::{Drawing, Frame, tick_type};
use crate::chart::pen::{line, point, stroke};
use crate::chart::prepared::{Datum, Form};
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Dash, Ink, Item};
use crate::list::{Gather, join_said};
use crate::number::Decimal;
use crate::text::metrics::wrap;

/// Room between two groups of rows, such as the steps of a board and what ended.
const SERIES_ROOM: f64 = 22.0;
/// The same between places of which each has several rows.
const GROUP_ROOM: f64 = 10.0;
/// Where a name above its bar begins.
pub(super) const NAME_INSET: f64 = 10.0;
/// From one line of words above a bar to the next.
pub(super) const LINE: f64 = 18.0;

/// Where one row lies.
pub(super) struct RowBox {
    pub(super) top: f64,
    pub(super) bar_top: f64,
    pub(super) bar_bottom: f64,
    pub(super) bottom: f64,
    /// Whether another row has its name: the one before, or the one that it shares.
    repeats: bool,
    /// Which other datum stands in the same row: an aim with what was reached of it.
    pub(super) partner: Option<usize>,
}

/// Names and the axis of a chart of rows.
pub(super) struct Rows<'a> {
    pub(super) frame: Frame,
    pub(super) columns: Columns,
    pub(super) scale: ValueScale,
    /// From where to where values have their places.
    pub(super) begin: f64,
    pub(super) end: f64,
    /// One datum for each row.
    pub(super) data: Vec<&'a Datum<'a>>,
}

impl Rows<'_> {
    /// Where each row lies; `over` is room above each bar for a line of other words.
    pub(super) fn boxes(&self, top: f64, over: f64) -> Vec<RowBox> {
        let few = self.data.len() <= 4;
        let bar = if few { 34.0 } else { 20.0 };
        let mut next = top;
        let mut rows = Vec::new();
        let before = |place: usize| self.data.get(place.checked_sub(1)?).copied();
        let follows = |place, datum| before(place).is_some_and(|one| has_same_name(one, datum));
        let is_grouped = self.data.iter().enumerate().any(|(place, datum)| follows(place, datum));
        for (place, datum) in self.data.iter().enumerate() {
            let partner = partner(&self.data, place, rows.last());
            if let (Some(with), Some(row)) = (partner.filter(|with| *with < place), rows.last()) {
                let repeats = datum.form == Form::Target;
                rows.push(RowBox { repeats, partner: Some(with), ..*row });
                continue;
            }
            // An aim leaves the name of their row to what was reached of it.
            let named = match partner.and_then(|with| self.data.get(with)) {
                Some(other) if datum.form == Form::Target => other,
                _ => datum,
            };
            let is_next = follows(place, datum);
            let repeats = is_next && before(place).is_some_and(|one| one.detail == datum.detail);
            if is_grouped && !is_next && place > 0 {
                next += GROUP_ROOM;
            } else if !is_grouped && before(place).is_some_and(|one| one.series != datum.series) {
                next += SERIES_ROOM;
            }
            let compact = self.frame.compact();
            let above = match compact && !repeats {
                true => 6.0 + LINE * self.above(named).len() as f64,
                false => 0.0,
            };
            let above = above + over;
            let lines = if compact || repeats { 1 } else { self.columns.lines(named) };
            let between = if is_grouped { 4.0 } else { 10.0 };
            let room = f64::max(above + bar + between, 18.0 * lines as f64 + 8.0);
            let bar_top = next + above + (room - above - bar) / 2.0;
            rows.push(RowBox {
                top: next,
                bar_top,
                bar_bottom: bar_top + bar,
                bottom: next + room,
                repeats: repeats || !std::ptr::eq(named, datum),
                partner,
            });
            next += room;
        }
        rows
    }

    pub(super) fn place(&self, value: f64) -> f64 {
        self.scale.place(value, self.begin, self.end)
    }

    /// Grid lines and their labels; `write` gives the number of a tick.
    pub(super) fn ticks(
        &self,
        drawing: &mut Drawing,
        [top, foot]: [f64; 2],
        write: fn(Decimal) -> Decimal,
    ) {
        let kind = tick_type();
        let step = self.frame.label_step(self.scale.ticks(), self.end - self.begin);
        for (index, tick) in self.scale.ticks().iter().enumerate() {
            let at = self.place(tick.to_f64());
            let x = self.frame.across(at);
            let grid = stroke(Ink::Grid, 1.0, Dash::Solid);
            drawing.ground.push(line(point(x, top), point(x, foot), grid));
            if index % step != 0 {
                continue;
            }
            let text = self.frame.number(&write(*tick));
            // The label at the zero line keeps inside the chart.
            let at = at.max(kind.width(&text) / 2.0);
            drawing.ground.push(self.frame.middle(kind, at, foot + 20.0, &text));
        }
    }

    pub(super) fn zero_line(&self, drawing: &mut Drawing, [top, foot]: [f64; 2], rows: &[RowBox]) {
        let zero = self.place(0.0);
        let x = self.frame.across(zero);
        let ink = stroke(Ink::Ink, 2.0, Dash::Solid);
        if !self.frame.compact() || zero <= self.begin {
            drawing.ground.push(line(point(x, top), point(x, foot), ink));
            return;
        }
        // Beside it are values below zero, and names above the bars that it must not strike out.
        for row in rows {
            let (top, bottom) = (row.bar_top - 2.0, row.bar_bottom + 2.0);
            drawing.ground.push(line(point(x, top), point(x, bottom), ink));
        }
    }

    /// An empty slot is as long as a middling bar, so that it has the dignity of a value.
    pub(super) fn absence_end(&self) -> f64 {
        (self.begin + 180.0).min(self.end)
    }

    /// Name, rank and second label of a row.
    pub(super) fn labels(&self, datum: &Datum<'_>, row: &RowBox, over: f64) -> Vec<Item> {
        if row.repeats {
            return Vec::new();
        }
        if !self.frame.compact() {
            return self.columns.labels(self.frame, datum, f64::midpoint(row.top, row.bottom));
        }
        labels_above(self.frame, &self.above(datum), row.bar_top - 8.0 - over)
    }

    /// The words above a bar, line by line.
    fn above(&self, datum: &Datum<'_>) -> Vec<[String; 2]> {
        lines_above(self.frame, &join_said(&[&datum.rank, &datum.name], "  "), &datum.detail)
    }

    /// Where the words above a bar end.
    pub(super) fn above_end(&self, datum: &Datum<'_>) -> f64 {
        let ends = self.above(datum).into_iter();
        let ends = ends.map(|[name, detail]| before_detail(&name) + detail_type().width(&detail));
        NAME_INSET + ends.fold(0.0, f64::max)
    }
}

/// Which datum shares the row of this one: the next, or the one before where that chose it.
fn partner(data: &[&Datum<'_>], place: usize, before: Option<&RowBox>) -> Option<usize> {
    if before.is_some_and(|row| row.partner == Some(place)) {
        return place.checked_sub(1);
    }
    let next = place + 1;
    is_aimed(data.get(place)?, data.get(next)?).then_some(next)
}

fn has_same_name(one: &Datum<'_>, other: &Datum<'_>) -> bool {
    one.name == other.name && one.rank == other.rank
}

/// The words above a mark on a phone, line by line: its name, and after it the second label where there is room.
pub(super) fn lines_above(frame: Frame, name: &str, detail: &str) -> Vec<[String; 2]> {
    let room = frame.width - NAME_INSET;
    let lines = wrap(name, &name_type().style(), room, NAME_LINES);
    let mut lines: Vec<[String; 2]> = lines.into_iter().map(|line| [line, String::new()]).gather();
    match lines.last_mut() {
        Some([name, after]) if before_detail(name) + detail_type().width(detail) <= room => {
            detail.clone_into(after);
        }
        _ => {
            let details = wrap(detail, &detail_type().style(), room, NAME_LINES);
            lines.extend(details.into_iter().map(|detail| [String::new(), detail]));
        }
    }
    lines
}

/// Those words as labels, the last line on this baseline.
pub(super) fn labels_above(frame: Frame, lines: &[[String; 2]], mut baseline: f64) -> Vec<Item> {
    let mut items = Vec::new();
    for [name, detail] in lines.iter().rev() {
        let after = NAME_INSET + before_detail(name);
        items.push(frame.begin(name_type().halo(), NAME_INSET, baseline, name));
        items.push(frame.begin(detail_type().halo(), after, baseline, detail));
        baseline -= LINE;
    }
    items.retain(|item| !matches!(item, Item::Label(label) if label.text.is_empty()));
    items
}

/// From the beginning of a name to that of the second label.
fn before_detail(name: &str) -> f64 {
    if name.is_empty() { 0.0 } else { name_type().width(name) + 10.0 }
}
