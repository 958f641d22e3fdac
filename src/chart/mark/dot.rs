//! A dot for each county beside its province and the country: above, equal, below.

use std::cmp::Ordering;

use super::rows::{LINE, NAME_INSET, labels_above, lines_above};
use super::{diamond, mark_of, marked, nearness};
use crate::chart::bounds::stands;
use crate::chart::captions::captions;
use crate::chart::columns::Columns;
use crate::chart::frame::{Drawing, Frame, tick_type};
use crate::chart::pen::{Type, block, line, point, px, stroke};
use crate::chart::prepared::{Beside, Datum, Form, Prepared, country, ends};
use crate::chart::reach::{Axis, Reach, Tip, band};
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Anchor, Dash, Fill, Geometry, Ink, Item, LegendEntry, Mark, Point};
use crate::chart::style::absence;
use crate::chart::view::View;
use crate::chart::words::{pick, put};
use crate::list::{Gather, join};
use crate::model::{Dataset, GroupId, Level, Qualifier};
use crate::number::{Decimal, Interval};
use crate::text::metrics::wrap;

const HEAD: f64 = 52.0;
const HEADING: f64 = 36.0;
const ROW: f64 = 30.0;
const COMPACT_ROW: f64 = 46.0;
const DIFFERENCE: f64 = 64.0;

/// Half the height of a band.
const HALF: f64 = 5.0;
/// Room around the ring of an area above.
const RING: f64 = 7.0;
/// Between a band and its words.
const GAP: f64 = 10.0;

/// The words of a bound.
const fn bound_type() -> Type {
    Type::new(13.0, Ink::Ink).bold().halo()
}

/// Room beyond the plot for the words of its bounds, and for differences that are only about so much.
fn words_room(data: &[Datum<'_>]) -> f64 {
    let room = |datum: &Datum<'_>| match datum.qualifier {
        _ if datum.is_bound() => bound_type().width(datum.text()) + GAP,
        Some(Qualifier::About) => difference_type(Ink::Ink).width(&datum.difference) + GAP,
        _ => 0.0,
    };
    data.iter().map(room).fold(0.0, f64::max)
}

const fn difference_type(ink: Ink) -> Type {
    Type::new(13.0, ink).bold().tabular()
}

struct Dots<'a> {
    frame: Frame,
    columns: Columns,
    scale: ValueScale,
    begin: f64,
    end: f64,
    prepared: &'a Prepared<'a>,
}

/// Draws the dot chart.
pub(in crate::chart) fn dot(
    dataset: &Dataset,
    prepared: &Prepared<'_>,
    view: &View,
    frame: Frame,
) -> Drawing {
    let columns = Columns::new(frame, &prepared.data.iter().gather());
    let mut values = ends(&prepared.data.iter().gather());
    for datum in &prepared.data {
        for one in &datum.beside {
            values.push(one.value);
        }
    }
    let dots = Dots {
        frame,
        begin: if frame.compact() { 4.0 } else { columns.plot },
        end: frame.width - words_room(&prepared.data).max(DIFFERENCE),
        scale: ValueScale::new(&values),
        columns,
        prepared,
    };
    let mut drawing = Drawing { height: HEAD, ..Drawing::default() };
    for order in [Some(Ordering::Greater), Some(Ordering::Equal), Some(Ordering::Less), None] {
        dots.section(&mut drawing, order);
    }
    let foot = drawing.height;
    dots.axis(&mut drawing, foot);
    dots.unknown(&mut drawing, dataset, view.query.areas.group.as_ref());
    drawing.legend = dots.legend();
    drawing.height += 6.0;
    drawing
}

/// How a row surely stands to the first area above it.
fn order_of(datum: &Datum<'_>) -> Option<Ordering> {
    stands(datum, None)
}

/// Colour of a row by how it stands.
fn ink_of(datum: &Datum<'_>) -> Ink {
    match order_of(datum) {
        Some(Ordering::Greater) => Ink::Category(2),
        Some(Ordering::Less) => Ink::Category(1),
        _ => Ink::Ink2,
    }
}

impl Dots<'_> {
    fn place(&self, value: f64) -> f64 {
        self.frame.across(self.scale.place(value, self.begin, self.end))
    }

    fn section(&self, drawing: &mut Drawing, order: Option<Ordering>) {
        let data = &self.prepared.data;
        let rows: Vec<(usize, &Datum<'_>)> =
            data.iter().enumerate().filter(|(_, datum)| order_of(datum) == order).gather();
        if rows.is_empty() {
            return;
        }
        if self.above().is_some() {
            self.heading(drawing, order, rows.len());
        }
        for (row, datum) in rows {
            let (mark, height) = self.row(drawing.height, row, datum);
            drawing.marks.push(mark);
            drawing.height += height;
            let rule = stroke(Ink::Rule, 1.0, Dash::Solid);
            let y = drawing.height;
            drawing.ground.push(line(point(0.0, y), point(self.frame.width, y), rule));
        }
    }

    /// The first value that rows are compared with; none where nothing stands beside them.
    fn above(&self) -> Option<&Beside> {
        self.prepared.data.iter().find_map(|datum| datum.beside.first())
    }

    /// A heading, or the words of the key, with the area that rows are compared with.
    fn against(&self, template: &str) -> String {
        let words = captions(self.frame.lang);
        let is_country = self.above().is_some_and(|one| one.level == Level::Country);
        put(template, &[if is_country { words.the_country } else { words.their_province }])
    }

    fn heading(&self, drawing: &mut Drawing, order: Option<Ordering>, count: usize) {
        let words = captions(self.frame.lang);
        let text = self.against(match order {
            Some(Ordering::Greater) => words.above,
            Some(Ordering::Equal) => words.equal,
            Some(Ordering::Less) => words.below,
            None => words.open,
        });
        let number = self.frame.number(&Decimal::from_int(count as i64));
        let text = join(&[text, number], ": ");
        let baseline = drawing.height + 25.0;
        let kind = Type::new(14.0, Ink::Ink).bold().halo();
        drawing.ground.push(self.frame.begin(kind, self.inset(), baseline, &text));
        drawing.height += HEADING;
        let rule = stroke(Ink::Axis, 1.0, Dash::Solid);
        let y = drawing.height;
        drawing.ground.push(line(point(0.0, y), point(self.frame.width, y), rule));
    }

    /// A row with its height.
    fn row(&self, top: f64, row: usize, datum: &Datum<'_>) -> (Mark, f64) {
        let (height, middle, mut items) = if self.frame.compact() {
            let lines = lines_above(self.frame, datum.label(), &datum.detail);
            let more = LINE * (lines.len() as f64 - 1.0);
            let items = labels_above(self.frame, &lines, top + 18.0 + more);
            (COMPACT_ROW + more, top + 34.0 + more, items)
        } else {
            let height = f64::max(ROW, 18.0 * self.columns.lines(datum) as f64 + 8.0);
            let middle = top + height / 2.0;
            (height, middle, self.columns.labels(self.frame, datum, middle))
        };
        items.extend(self.dots(datum, middle));
        if !datum.difference.is_empty() {
            let ink = ink_of(datum);
            // Category 2 is under 4.5:1 in the light theme: ink carries the text, the marker colour.
            let ink = if ink == Ink::Category(2) { Ink::Ink } else { ink };
            let kind = difference_type(ink);
            items.push(self.frame.end(kind, self.frame.width, middle + 4.5, &datum.difference));
        }
        let target = self.frame.span(self.begin, self.frame.width, top + 1.0, top + height - 1.0);
        (mark_of(row, target, items), height)
    }

    /// Where words begin: on a phone they stand in the plot, clear of its zero line.
    fn inset(&self) -> f64 {
        if self.frame.compact() { NAME_INSET } else { 0.0 }
    }

    fn dots(&self, datum: &Datum<'_>, y: f64) -> Vec<Item> {
        let Some(span) = &datum.span else {
            let to = (self.begin + 180.0).min(self.end);
            return absence(self.frame, datum, self.begin, to, y - 9.0, y + 9.0);
        };
        let (ink, own) = (ink_of(datum), span.single());
        let mut items = Vec::new();
        if let Some(above) = datum.beside.first() {
            self.above_dot(&mut items, above, own.map(|own| (own, ink)), y);
        }
        if let Some(own) = own {
            let is_above = order_of(datum) == Some(Ordering::Greater);
            let at = point(self.place(own.to_f64()), y);
            items.extend(nearness(datum, at, ink));
            items.push(marker(at, ink, is_above, datum.form));
        } else {
            let reach = self.reach(span);
            items.extend(band(datum.form, reach, Axis::Row(self.frame, y), HALF, ink));
            items.push(self.bound_words(reach, datum, y));
        }
        items
    }

    /// The value of the area above, and how far the row is from it where both are one value.
    fn above_dot(
        &self,
        items: &mut Vec<Item>,
        above: &Beside,
        own: Option<(Decimal, Ink)>,
        y: f64,
    ) {
        let Some(other) = above.span.single() else {
            let (reach, axis) = (self.reach(&above.span), Axis::Row(self.frame, y));
            return items.extend(band(Form::Actual, reach, axis, HALF / 2.0, Ink::Axis));
        };
        let at = |value: Decimal| point(self.place(value.to_f64()), y);
        if let Some((own, ink)) = own {
            items.push(line(at(other), at(own), stroke(ink, 2.0, Dash::Solid)));
        }
        items.push(ring(at(other), 5.0));
    }

    fn reach(&self, span: &Interval) -> Reach {
        Reach::new(span, &self.scale, [self.begin, self.end], 0.0)
    }

    /// A bound in words: beyond its band, where room was kept for them, or beyond what it is compared
    /// with; before an arrow that goes on.
    fn bound_words(&self, reach: Reach, datum: &Datum<'_>, y: f64) -> Item {
        let kind = bound_type();
        let width = kind.width(datum.text());
        let compared = self.compared(datum);
        let furthest = compared.iter().map(|[_, to]| *to).fold(reach.high, f64::max);
        let before = reach.low - GAP - width;
        let [after, beyond] = [reach.high + GAP, furthest + GAP];
        let goes_on = reach.tips[1] == Tip::Arrow;
        let places = if goes_on { [before, after, beyond] } else { [after, beyond, before] };
        let is_clear = |from: &f64| {
            let is_beside = |[left, right]: &[f64; 2]| from + width < *left || *right < *from;
            let fits = *from >= self.inset() && from + width <= self.frame.width;
            fits && compared.iter().all(is_beside)
        };
        let from = places.into_iter().find(is_clear).unwrap_or(after);
        self.frame.begin(kind, from, y + 4.5, datum.text())
    }

    /// From where to where lies what a row is compared with: the area above and the line of the country.
    fn compared(&self, datum: &Datum<'_>) -> Vec<[f64; 2]> {
        let mut compared = Vec::new();
        for one in [datum.beside.first(), country(self.prepared.data.iter())].into_iter().flatten()
        {
            let reach = self.reach(&one.span);
            compared.push([reach.low - RING, reach.high + RING]);
        }
        compared
    }

    fn axis(&self, drawing: &mut Drawing, foot: f64) {
        let top = HEAD - 6.0;
        let mut ground = Vec::new();
        let kind = tick_type();
        let words = captions(self.frame.lang).difference;
        let room = self.frame.width - kind.width(words) - 6.0;
        for tick in self.scale.ticks() {
            let x = self.place(tick.to_f64());
            let (ink, width) = if tick.is_zero() { (Ink::Ink, 2.0) } else { (Ink::Grid, 1.0) };
            ground.push(line(point(x, top), point(x, foot), stroke(ink, width, Dash::Solid)));
            let text = self.frame.number(tick);
            // A number gives way to the head of the column beside it and to the line of the country.
            let at = self.scale.place(tick.to_f64(), self.begin, self.end);
            let half = kind.width(&text) / 2.0;
            let struck = country(self.prepared.data.iter())
                .is_some_and(|one| (self.place(one.value) - x).abs() < half);
            if at + half <= room && !struck {
                ground.push(self.frame.middle(kind, at, top - 6.0, &text));
            }
        }
        if self.above().is_some() {
            ground.push(self.frame.end(kind, self.frame.width, top - 6.0, words));
        }
        std::mem::swap(&mut ground, &mut drawing.ground);
        if let Some(country) = country(self.prepared.data.iter()) {
            self.country_line(drawing, country, top, foot);
        }
        // Headings come after every line, so that none is struck through.
        drawing.ground.append(&mut ground);
    }

    fn country_line(&self, drawing: &mut Drawing, country: &Beside, top: f64, foot: f64) {
        let x = self.place(country.value);
        let dash = stroke(Ink::Ink, 1.5, Dash::Reference);
        // On a phone the names stand in the plot: the line is drawn between them.
        let rows = if self.frame.compact() { drawing.marks.as_slice() } else { &[] };
        let between = rows.iter().map(|mark| {
            let foot = mark.target.y.0 + mark.target.height.0;
            (f64::from(foot) / 8.0 - COMPACT_ROW / 2.0, f64::from(foot) / 8.0)
        });
        let head = (top - 22.0, if rows.is_empty() { foot } else { top });
        for (from, to) in std::iter::once(head).chain(between) {
            drawing.ground.push(line(point(x, from), point(x, to), dash));
        }
        let text = join(&[captions(self.frame.lang).country, &country.text], " ");
        let kind = Type::new(13.0, Ink::Ink).bold();
        let label =
            kind.at(point(x, top - 27.0), Anchor::Middle, &text, self.frame.text_direction(&text));
        drawing.overlay.push(Item::Label(label));
    }

    /// Members that nobody could name, in a dashed box, by province: never an omitted row.
    fn unknown(&self, drawing: &mut Drawing, dataset: &Dataset, group: Option<&GroupId>) {
        let Some(group) = group.and_then(|id| dataset.groups.get(id)) else { return };
        let unknown = group.members.iter().filter(|member| member.area.is_none());
        let names: Vec<&str> = unknown
            .filter_map(|member| dataset.areas.get(&member.province))
            .map(|area| pick(&area.name, self.frame.lang))
            .gather();
        if names.is_empty() {
            return;
        }
        let words = captions(self.frame.lang);
        let count = self.frame.number(&Decimal::from_int(names.len() as i64));
        let text = format!("{} ({count}): {}", words.unknown, join(&names, words.list_comma));
        let kind = Type::new(13.0, Ink::Ink2);
        let lines = wrap(&text, &kind.style(), self.frame.width - 28.0, 5);
        let top = drawing.height + 14.0;
        let bottom = top + 22.0 * lines.len() as f64 + 14.0;
        let area = self.frame.span(1.0, self.frame.width - 1.0, top, bottom);
        drawing.ground.push(block(area, Fill::None, Some(stroke(Ink::Axis, 1.8, Dash::Slot))));
        for (index, text) in lines.iter().enumerate() {
            let baseline = top + 22.0 + 22.0 * index as f64;
            drawing.ground.push(self.frame.begin(kind, 14.0, baseline, text));
        }
        drawing.height = bottom;
    }

    /// What the marks mean; nothing where rows are compared with nothing.
    fn legend(&self) -> Vec<LegendEntry> {
        let Some(above) = self.above() else { return Vec::new() };
        let words = captions(self.frame.lang);
        let area = if above.level == Level::Country { words.country } else { words.area_above };
        let entry = |item, text: &str| LegendEntry { swatch: vec![item], text: text.to_owned() };
        vec![
            entry(ring(point(9.0, 6.0), 4.5), area),
            entry(swatch(Ink::Category(2), true), &self.against(words.above)),
            entry(swatch(Ink::Category(1), false), &self.against(words.below)),
        ]
    }
}

/// The value of an area above.
fn ring(at: Point, radius: f64) -> Item {
    let edge = Some(stroke(Ink::Ink2, 1.5, Dash::Solid));
    let geometry = Geometry::Circle(at, px(radius));
    Item::Shape { geometry, fill: Fill::Solid(Ink::Paper), stroke: edge }
}

fn swatch(ink: Ink, above: bool) -> Item {
    marker(point(9.0, 6.0), ink, above, Form::Actual)
}

/// ◆ above, ● otherwise; hollow for what is not settled.
fn marker(at: Point, ink: Ink, above: bool, form: Form) -> Item {
    let geometry = if above { diamond(at, px(6.5)) } else { Geometry::Circle(at, px(5.0)) };
    marked(geometry, ink, form)
}
