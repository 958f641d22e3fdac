//! Two bars of one release and programme, with how the second compares to the first.
//!
//! Each pair has an axis of its own: amounts of different pairs are never set on one.

use super::mark_of;
use crate::chart::bar_form::Bar;
use crate::chart::columns::{detail_type, name_type};
use crate::chart::frame::{Drawing, Frame, tick_type, within};
use crate::chart::pen::{Type, block, line, point, stroke};
use crate::chart::prepared::{Datum, Prepared, ends};
use crate::chart::reach::ARROW;
use crate::chart::scale::ValueScale;
use crate::chart::scene::{Dash, Fill, Ink, Item, Mark};
use crate::chart::style::absence;
use crate::list::Gather;

/// Narrower than any phone: a frame in a column of another page.
const FRAME: f64 = 300.0;
const BAR: f64 = 44.0;
const LABEL: f64 = 28.0;
const BRACKET: f64 = 30.0;
const TICKS: f64 = 30.0;

const fn comparison_type() -> Type {
    Type::new(14.0, Ink::Ink).bold().halo()
}

struct Pair<'a> {
    frame: Frame,
    scale: ValueScale,
    top: f64,
    first: &'a Datum<'a>,
    second: &'a Datum<'a>,
}

/// Draws every pair, one below the other.
pub(in crate::chart) fn pair(prepared: &Prepared<'_>, frame: Frame) -> Drawing {
    let mut drawing = Drawing { height: 4.0, ..Drawing::default() };
    let several = prepared.data.len() > 2;
    for (index, two) in prepared.data.chunks(2).enumerate() {
        let [first, second] = two else { continue };
        if several {
            heading(&mut drawing, frame, first);
        }
        let top = drawing.height;
        let pair =
            Pair { frame, scale: ValueScale::new(&ends(&two.iter().gather())), top, first, second };
        pair.draw(&mut drawing, index * 2);
        if several {
            drawing.height += 20.0;
        }
    }
    drawing
}

fn heading(drawing: &mut Drawing, frame: Frame, first: &Datum<'_>) {
    let top = drawing.height;
    let words = if first.series.is_empty() { &first.words().tip.heading } else { &first.series };
    let kind = Type::new(15.0, Ink::Ink).bold();
    let lines = crate::text::metrics::wrap(words, &kind.style(), frame.width, 2);
    for (index, text) in lines.iter().enumerate() {
        let baseline = top + 22.0 + 22.0 * index as f64;
        drawing.ground.push(frame.begin(kind, 0.0, baseline, text));
    }
    drawing.height += 12.0 + 22.0 * lines.len() as f64;
    let rule = stroke(Ink::Rule, 1.0, Dash::Solid);
    let (from, to) = (point(0.0, drawing.height), point(frame.width, drawing.height));
    drawing.ground.push(line(from, to, rule));
    drawing.height += 4.0;
}

impl Pair<'_> {
    fn place(&self, value: f64) -> f64 {
        self.scale.place(value, 2.0, self.place_end())
    }

    fn place_end(&self) -> f64 {
        let goes_on = [self.first, self.second].into_iter().any(Datum::goes_on);
        self.frame.width - if goes_on { ARROW + 4.0 } else { 12.0 }
    }

    fn draw(&self, drawing: &mut Drawing, row: usize) {
        let first_bar = self.top + LABEL;
        let second_label = first_bar + BAR + if self.compares() { BRACKET } else { 10.0 };
        let second_bar = second_label + LABEL;
        let foot = second_bar + BAR + 8.0;
        self.ticks(drawing, foot);
        drawing.marks.push(self.mark(self.first, row, first_bar));
        drawing.marks.push(self.mark(self.second, row + 1, second_bar));
        self.bracket(drawing, first_bar + BAR, second_label);
        drawing.height = foot + TICKS;
    }

    fn compares(&self) -> bool {
        !self.second.comparison.is_empty()
    }

    fn ticks(&self, drawing: &mut Drawing, foot: f64) {
        let kind = tick_type();
        let step = self.frame.label_step(self.scale.ticks(), self.place_end() - 2.0);
        for (index, tick) in self.scale.ticks().iter().enumerate() {
            let at = self.place(tick.to_f64());
            let x = self.frame.across(at);
            let (ink, width) = if tick.is_zero() { (Ink::Ink, 2.0) } else { (Ink::Grid, 1.0) };
            let rule = stroke(ink, width, Dash::Solid);
            drawing.ground.push(line(point(x, self.top + 4.0), point(x, foot), rule));
            if index % step != 0 {
                continue;
            }
            let text = self.frame.number(tick);
            let half = kind.width(&text) / 2.0;
            let at = within(at, half, self.frame.width - half);
            drawing.ground.push(self.frame.middle(kind, at, foot + 20.0, &text));
        }
    }

    fn mark(&self, datum: &Datum<'_>, row: usize, top: f64) -> Mark {
        let bottom = top + BAR;
        let baseline = top - 9.0;
        let name = name_type().halo();
        let mut items = vec![self.frame.begin(name, 10.0, baseline, &datum.name)];
        let after = 10.0 + name.width(&datum.name) + 12.0;
        items.push(self.frame.begin(detail_type().halo(), after, baseline, &datum.form_word));
        let plot = [2.0, self.place_end()];
        let Some(bar) = Bar::new(self.frame, datum, &self.scale, plot, [top, bottom]) else {
            let to = self.frame.width.min(220.0);
            items.extend(absence(self.frame, datum, 2.0, to, top, bottom));
            return mark_of(row, self.frame.span(2.0, to, top, bottom), items);
        };
        let [near, end] = bar.extent();
        items.extend(bar.items(Ink::Category(1)));
        if self.frame.compact() {
            // On a phone the value stands above its bar, at the end or after the words.
            let words = after + detail_type().width(&datum.form_word) + 12.0;
            let size = if self.frame.width < FRAME { 12.0 } else { 14.0 };
            let kind = Type::new(size, Ink::Ink).bold().halo();
            let to = (words + kind.width(datum.full())).max(end).min(self.frame.width);
            items.push(self.frame.end(kind, to, baseline, datum.full()));
        } else {
            items.extend(self.value(datum, &bar, [top, bottom]));
        }
        mark_of(row, self.frame.span(near, end, top, bottom), items)
    }

    /// The value with its unit: on paper inside a hatch or a tint, beyond the bar when it does not
    /// fit inside. What may be several values has its words beside it where they fit.
    fn value(&self, datum: &Datum<'_>, bar: &Bar<'_>, [top, bottom]: [f64; 2]) -> Vec<Item> {
        let baseline = f64::midpoint(top, bottom) + 6.5;
        let ([from, to], [_, end]) = (bar.body(), bar.extent());
        let inside = Type::new(18.7, if bar.is_solid() { Ink::Paper } else { Ink::Ink }).bold();
        let outside = Type::new(16.0, Ink::Ink).bold().halo();
        let fits_beside = end + 10.0 + outside.width(datum.full()) <= self.frame.width;
        let room = inside.width(datum.full()) + 28.0;
        if room <= to - from && !(bar.is_band() && fits_beside) {
            let label = self.frame.end(inside, to - 14.0, baseline, datum.full());
            let from = to - 22.0 - inside.width(datum.full());
            let paper = self.frame.span(from, to - 6.0, top + 6.0, bottom - 6.0);
            let behind = (!bar.is_solid()).then(|| block(paper, Fill::Solid(Ink::Paper), None));
            return behind.into_iter().chain([label]).gather();
        }
        vec![if fits_beside {
            self.frame.begin(outside, end + 10.0, baseline, datum.full())
        } else if bar.is_band() && outside.width(datum.full()) + 14.0 <= from {
            self.frame.end(outside, from - 10.0, baseline, datum.full())
        } else {
            self.frame.end(outside, self.frame.width - 2.0, baseline, datum.full())
        }]
    }

    /// What the comparison measures: a difference lies between the ends of the bars, a part of the
    /// first figure is all of the second bar.
    fn bracket(&self, drawing: &mut Drawing, top: f64, bottom: f64) {
        let (Some(one), Some(other)) = (self.first.value, self.second.value) else { return };
        if !self.compares() {
            return;
        }
        let middle = top + 19.0;
        let is_difference = self.second.is_difference;
        if self.second.is_bound() || is_difference && self.first.is_bound() {
            // A bound has no end that a bracket could lead to: the words say what is known.
            let words = &self.second.comparison;
            drawing.overlay.push(self.frame.begin(comparison_type(), 10.0, middle + 5.0, words));
            return;
        }
        let from = self.place(if is_difference { one } else { 0.0 });
        let to = self.place(other);
        let ink = stroke(Ink::Ink, 1.5, Dash::Solid);
        let x = |distance: f64| self.frame.across(distance);
        if is_difference {
            // Under the words, and no further than to something that it leads to.
            let foot = if to > from { bottom + LABEL } else { middle };
            let guide = stroke(Ink::Axis, 1.0, Dash::Dots);
            drawing.ground.push(line(point(x(from), top), point(x(from), foot), guide));
        }
        for end in [from, to] {
            drawing.overlay.push(line(
                point(x(end), middle - 5.0),
                point(x(end), middle + 5.0),
                ink,
            ));
        }
        drawing.overlay.push(line(point(x(from), middle), point(x(to), middle), ink));
        let kind = comparison_type();
        let words = &self.second.comparison;
        let width = kind.width(words);
        let (near, far) = (from.min(to), from.max(to));
        let label = if near > width + 20.0 {
            self.frame.end(kind, near - 10.0, middle + 5.0, words)
        } else if far + width + 12.0 <= self.frame.width {
            self.frame.begin(kind, far + 10.0, middle + 5.0, words)
        } else {
            // No room on either side: on paper in its middle.
            let half = width / 2.0;
            let centre = within(f64::midpoint(from, to), half, self.frame.width - half);
            let (left, right) = (centre - half - 6.0, centre + half + 6.0);
            let paper = self.frame.span(left, right, middle - 9.0, middle + 9.0);
            drawing.overlay.push(block(paper, Fill::Solid(Ink::Paper), None));
            self.frame.middle(kind, centre, middle + 5.0, words)
        };
        drawing.overlay.push(label);
    }
}
