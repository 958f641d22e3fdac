//! Bars of parts: one after the other from the zero line, all of one length, or to both sides of zero.
//!
//! A part that is no single number has a slot behind the others, which is no length; of a whole with
//! such a part no share is known, so that its parts are cells of one width.

use super::bar::value_type;
use super::mark_of;
use super::rows::{RowBox, Rows};
use crate::chart::columns::Columns;
use crate::chart::frame::{Drawing, Frame};
use crate::chart::pen::{Type, block, rect, stroke};
use crate::chart::piles::{Pile, is_named};
use crate::chart::prepared::{Datum, Form, Prepared};
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Dash, Fill, Ink, Item, LegendEntry, Mark, Side, Stroke};
use crate::chart::style::{absence, form, readable, series_ink};
use crate::chart::view::{Stack, View};
use crate::chart::words::share_text;
use crate::list::Gather;
use crate::model::{Figure, Qualifier};
use crate::number::Decimal;
use crate::query::Working;

/// Width of the slot of a part that is not known.
const SLOT: f64 = 28.0;
/// Most of the plot that slots may take.
const SLOT_SHARE: f64 = 0.4;
/// Room below the last row for tick labels.
const TICK_ROOM: f64 = 28.0;
/// More rows than this need no ticks.
const TICKED_ROWS: usize = 6;

/// One part, and how long it is in the unit of the axis; no length where it is no single number.
struct Part<'a> {
    index: usize,
    datum: &'a Datum<'a>,
    series: usize,
    is_back: bool,
    size: Option<f64>,
}

/// The parts of one row, those of each side from the zero line on.
struct Heap<'a> {
    pile: &'a Pile,
    parts: Vec<Part<'a>>,
    /// All parts together in the unit shown, where that is known.
    whole: Option<Decimal>,
}

struct Stacks<'a> {
    rows: Rows<'a>,
    stack: Stack,
    series: Vec<&'a str>,
    slot: f64,
}

/// Draws bars of parts.
pub(in crate::chart) fn stack(prepared: &Prepared<'_>, view: &View, frame: Frame) -> Drawing {
    let stack = view.encoding.stack.unwrap_or(Stack::Zero);
    let mut series: Vec<&str> = Vec::new();
    for datum in &prepared.data {
        if !series.contains(&datum.series.as_str()) {
            series.push(&datum.series);
        }
    }
    let heaps = heaps(prepared, view, &series);
    let columns = Columns::new(frame, &heaps.iter().filter_map(name).gather());
    let stacks = Stacks::new(frame, columns, stack, series, &heaps);
    let rows = stacks.rows.boxes(6.0, 0.0);
    let foot = rows.last().map_or(6.0, |row| row.bottom);
    let mut drawing = Drawing { height: foot + 8.0, ..Drawing::default() };
    if heaps.len() <= TICKED_ROWS {
        let is_signed = prepared.data.iter().any(|datum| datum.value < Some(0.0));
        let write = if is_signed { |tick| tick } else { Decimal::abs };
        stacks.rows.ticks(&mut drawing, [6.0, foot], write);
        drawing.height = foot + TICK_ROOM;
    }
    for (heap, row) in heaps.iter().zip(&rows) {
        stacks.row(&mut drawing, heap, row);
    }
    stacks.rows.zero_line(&mut drawing, [6.0, foot], &rows);
    drawing.legend = stacks.legend(&prepared.data);
    drawing
}

fn name<'a>(heap: &Heap<'a>) -> Option<&'a Datum<'a>> {
    heap.parts.first().map(|part| part.datum)
}

/// The parts of each row.
fn heaps<'a>(prepared: &'a Prepared<'a>, view: &View, series: &[&str]) -> Vec<Heap<'a>> {
    let stack = view.encoding.stack;
    let mut data = prepared.data.iter().enumerate();
    let mut heaps = Vec::new();
    for pile in &prepared.piles {
        let parts = data.by_ref().take(pile.parts).map(|(index, datum)| {
            let exact = datum.span.and_then(|span| span.single());
            let is_named = stack == Some(Stack::Diverging)
                && is_named(&datum.words().key, &view.encoding.minus);
            Part {
                index,
                datum,
                series: series.iter().position(|one| *one == datum.series).unwrap_or_default(),
                is_back: is_named != exact.is_some_and(Decimal::is_negative),
                size: exact.map(|exact| exact.to_f64().abs()),
            }
        });
        let mut heap = Heap { pile, parts: parts.gather(), whole: None };
        heap.whole = pile.single(0).and_then(|_| whole(&heap.parts));
        if stack == Some(Stack::Share) {
            let whole = heap.whole.map(Decimal::to_f64).filter(|whole| *whole > 0.0);
            for part in &mut heap.parts {
                part.size = part.size.zip(whole).map(|(size, whole)| size / whole * 100.0);
            }
        }
        heaps.push(heap);
    }
    heaps
}

/// All parts together in the unit shown.
fn whole(parts: &[Part<'_>]) -> Option<Decimal> {
    let mut whole = Decimal::ZERO;
    for exact in parts.iter().filter_map(|part| part.datum.exact) {
        whole = whole.checked_add(exact).ok()?;
    }
    Some(whole)
}

impl Heap<'_> {
    /// How far the known parts of a side reach.
    fn length(&self, is_back: bool) -> f64 {
        let own = self.parts.iter().filter(|part| part.is_back == is_back);
        own.filter_map(|part| part.size).sum()
    }

    /// The parts of a side that are no single number.
    fn slots(&self, is_back: bool) -> impl Iterator<Item = &Part<'_>> {
        self.parts.iter().filter(move |part| part.is_back == is_back && part.size.is_none())
    }
}

impl<'a> Stacks<'a> {
    fn new(
        frame: Frame,
        columns: Columns,
        stack: Stack,
        series: Vec<&'a str>,
        heaps: &[Heap<'a>],
    ) -> Self {
        let most = |is_back: bool| {
            let counts = heaps.iter().map(|heap| heap.slots(is_back).count());
            counts.max().unwrap_or_default() as f64
        };
        let words = |side: usize| {
            let texts = heaps.iter().filter_map(|heap| heap.pile.texts.get(side));
            texts.map(|text| value_type().width(text)).fold(0.0, f64::max)
        };
        let has_slots = stack != Stack::Share;
        let [forth, back] =
            [most(false), most(true)].map(|most| if has_slots { most } else { 0.0 });
        let plot = if frame.compact() { 2.0 } else { columns.plot };
        let room = |words: f64| if words > 0.0 { words + 14.0 } else { 4.0 };
        let [before, after] = [if words(1) > 0.0 { room(words(1)) } else { 0.0 }, room(words(0))];
        let free = (frame.width - plot - before - after).max(40.0);
        let slot = SLOT.min(free * SLOT_SHARE / (forth + back).max(1.0));
        let mut ends = vec![if stack == Stack::Share { 100.0 } else { 0.0 }];
        for heap in heaps.iter().filter(|_| has_slots) {
            ends.extend([heap.length(false), -heap.length(true)]);
        }
        let rows = Rows {
            frame,
            columns,
            scale: ValueScale::new(&ends),
            begin: plot + before + back * slot,
            end: frame.width - after - forth * slot,
            data: heaps.iter().filter_map(name).gather(),
        };
        Self { rows, stack, series, slot }
    }

    /// The marks of one row, from the side where reading starts.
    fn row(&self, drawing: &mut Drawing, heap: &Heap<'_>, row: &RowBox) {
        let labels = name(heap).map(|datum| self.rows.labels(datum, row, 0.0));
        drawing.ground.extend(labels.into_iter().flatten());
        let is_cells = self.stack == Stack::Share && heap.slots(false).next().is_some();
        let mut ends = Vec::new();
        let mut marks = Vec::new();
        for (is_back, forth) in [(true, -1.0), (false, 1.0)] {
            let [from, mut sum] = [self.rows.place(0.0), 0.0];
            let mut at = from;
            let own = || heap.parts.iter().filter(|part| part.is_back == is_back);
            for part in own().filter(|_| !is_cells) {
                let Some(size) = part.size else { continue };
                sum += forth * size;
                let to = self.rows.place(sum);
                marks.push((at, self.part(part, heap, [at, to], row)));
                at = to;
            }
            let cell = if is_cells {
                (self.rows.end - from) / heap.parts.len().max(1) as f64
            } else {
                self.slot
            };
            for part in own().filter(|part| is_cells || part.size.is_none()) {
                let to = at + forth * cell;
                marks.push((at, self.cell(part, [at, to], row)));
                at = to;
            }
            ends.push(at);
        }
        let place = |one: &(f64, Mark), other: &(f64, Mark)| one.0.total_cmp(&other.0);
        let marks = crate::list::in_order(marks, place);
        drawing.marks.extend(marks.into_iter().map(|(_, mark)| mark));
        self.totals(drawing, heap, &ends, row);
    }

    /// What each side comes to, beyond it.
    fn totals(&self, drawing: &mut Drawing, heap: &Heap<'_>, ends: &[f64], row: &RowBox) {
        let baseline = f64::midpoint(row.bar_top, row.bar_bottom) + 5.0;
        let frame = self.rows.frame;
        let [forth, back] = &heap.pile.texts;
        let [from, to] = ends else { return };
        if !forth.is_empty() {
            drawing.overlay.push(frame.begin(value_type(), to + 8.0, baseline, forth));
        }
        if !back.is_empty() {
            drawing.overlay.push(frame.end(value_type(), from - 8.0, baseline, back));
        }
    }

    fn ink(&self, part: &Part<'_>) -> Ink {
        series_ink(part.series, self.series.len())
    }

    /// A part as long as its number, with that number where it fits.
    fn part(&self, part: &Part<'_>, heap: &Heap<'_>, [from, to]: [f64; 2], row: &RowBox) -> Mark {
        let frame = self.rows.frame;
        let (low, high) = (from.min(to), from.max(to));
        // A thread of paper between a part and the next.
        let gap = if high - low > 4.0 { 1.0 } else { 0.0 };
        let area = if part.is_back {
            frame.span(low + gap, high, row.bar_top, row.bar_bottom)
        } else {
            frame.span(low, high - gap, row.bar_top, row.bar_bottom)
        };
        let ink = self.ink(part);
        let (mut fill, edge) = form(part.datum.form, ink);
        let is_about = part.datum.qualifier == Some(Qualifier::About);
        if is_about && part.datum.form == Form::Actual {
            let is_left = frame.is_rtl() != part.is_back;
            fill = Fill::Fade(ink, if is_left { Side::Left } else { Side::Right });
        }
        let mut items = Vec::new();
        if area.width.0 > 0 {
            items.push(block(area, fill, edge));
            items.extend(self.number(part, heap, [low, high], row, fill));
        }
        let target = frame.span(low, high.max(low + 4.0), row.bar_top, row.bar_bottom);
        let mut mark = mark_of(part.index, target, items);
        mark.series = part.series;
        mark
    }

    /// The number of a part: paper on what is dark in both themes, else on a plate of paper.
    fn number(
        &self,
        part: &Part<'_>,
        heap: &Heap<'_>,
        [low, high]: [f64; 2],
        row: &RowBox,
        fill: Fill,
    ) -> Vec<Item> {
        let lang = self.rows.frame.lang;
        let share = || {
            let [part, whole] =
                [part.datum.exact, heap.whole].map(|value| value.map(Figure::exact));
            let (part, whole) = part.zip(whole)?;
            Some(share_text(&Working::Share { part, whole }, lang))
        };
        let share = if self.stack == Stack::Share { share() } else { None };
        let text = share.as_deref().unwrap_or(part.datum.text());
        let is_dark = matches!(fill, Fill::Solid(ink) if readable(ink));
        let kind = Type::new(13.0, if is_dark { Ink::Paper } else { Ink::Ink }).bold();
        let room = kind.width(text) + if is_dark { 8.0 } else { 16.0 };
        // What stands alone on its side is told beyond it.
        let is_alone = heap.parts.iter().filter(|one| one.is_back == part.is_back).count() == 1;
        if room > high - low || is_alone && self.stack != Stack::Share {
            return Vec::new();
        }
        let (middle, across) =
            (f64::midpoint(row.bar_top, row.bar_bottom), f64::midpoint(low, high));
        let label = self.rows.frame.middle(kind, across, middle + 4.5, text);
        let half = room / 2.0 - 3.0;
        let plate = self.rows.frame.span(across - half, across + half, middle - 8.0, middle + 8.0);
        let plate = (!is_dark).then(|| block(plate, Fill::Solid(Ink::Paper), None));
        plate.into_iter().chain([label]).gather()
    }

    /// A part that has no length: nobody told it, a bound, or one of a whole that is not known.
    fn cell(&self, part: &Part<'_>, [from, to]: [f64; 2], row: &RowBox) -> Mark {
        let frame = self.rows.frame;
        let (low, high) = (from.min(to) + 2.0, from.max(to) - 2.0);
        let (top, bottom) = (row.bar_top, row.bar_bottom);
        let area = frame.span(low, high, top, bottom);
        let datum = part.datum;
        let mut items = match cell_look(datum, self.ink(part)) {
            Some((fill, edge)) => vec![block(area, fill, Some(edge))],
            None => absence(frame, datum, low, high, top, bottom).into_iter().take(1).gather(),
        };
        let kind = Type::new(12.0, Ink::Ink2).halo();
        if kind.width(datum.text()) + 6.0 <= high - low {
            let baseline = f64::midpoint(top, bottom) + 4.5;
            items.push(frame.middle(kind, f64::midpoint(low, high), baseline, datum.text()));
        }
        let mut mark = mark_of(part.index, area, items);
        mark.series = part.series;
        mark
    }

    /// The series in reading order, and what a slot means.
    fn legend(&self, data: &[Datum<'_>]) -> Vec<LegendEntry> {
        let swatch = rect(0.0, 0.0, 18.0, 12.0);
        let entry = |fill, edge, text: &str| LegendEntry {
            swatch: vec![block(swatch, fill, edge)],
            text: text.to_owned(),
        };
        let mut entries = Vec::new();
        for (place, series) in self.series.iter().enumerate() {
            let own = || data.iter().filter(|datum| datum.series == *series);
            let told = own().find(|datum| datum.value.is_some());
            let ink = series_ink(place, self.series.len());
            let (fill, edge) = form(told.map_or(Form::Actual, |datum| datum.form), ink);
            entries.push(entry(fill, edge, series));
        }
        let mut said: Vec<&str> = Vec::new();
        for datum in data.iter().filter(|datum| datum.missing.is_some()) {
            if let Some((fill, edge)) = cell_look(datum, Ink::Axis)
                && !said.contains(&datum.text())
            {
                said.push(datum.text());
                entries.push(entry(fill, Some(edge), datum.text()));
            }
        }
        entries
    }
}

/// Fill and edge of a cell; nothing for what has no meaning, which is a short dash.
fn cell_look(datum: &Datum<'_>, ink: Ink) -> Option<(Fill, Stroke)> {
    use crate::model::Missing;
    Some(match datum.missing {
        Some(Missing::NotApplicable) => return None,
        Some(Missing::Withheld) => (Fill::CrossHatch(ink), stroke(ink, 1.5, Dash::Solid)),
        Some(_) => (Fill::None, stroke(ink, 1.5, Dash::Slot)),
        None if datum.is_bound() => (Fill::Dots(ink), stroke(ink, 1.0, Dash::Reference)),
        None => (Fill::None, stroke(ink, 1.0, Dash::Solid)),
    })
}
