//! What is filled below a line: down to zero, down to the parts that it stands on, or between bounds.

use super::{Below, Chart, Named, joins, meets};
use crate::calendar::PeriodKind;
use crate::chart::frame::Drawing;
use crate::chart::pen::point;
use crate::chart::prepared::Datum;
use crate::chart::scene::{Fill, Geometry, Ink, Item};
use crate::chart::style::form;
use crate::list::Gather;
use crate::number::Decimal;

/// A place along the time axis, with the values between which it is filled there.
type Slice = [f64; 3];

/// The sums of each period.
pub(super) fn tops(whole: &[&Datum<'_>], series: &[Named]) -> Vec<f64> {
    whole.iter().filter_map(|datum| stacked(whole, datum, series)).map(|[_, top]| top).gather()
}

/// Between what a part stands in a stack: on the parts of the series before it in its period.
pub(super) fn stacked(
    data: &[&Datum<'_>],
    datum: &Datum<'_>,
    series: &[Named],
) -> Option<[f64; 2]> {
    let mut sum = Decimal::ZERO;
    for name in series.iter().map(|one| &one.name).take_while(|name| **name != datum.series) {
        let mut parts = data.iter().filter(|other| {
            other.series == *name && other.period == datum.period && other.facet == datum.facet
        });
        sum = sum.checked_add(parts.next()?.exact?).ok()?;
    }
    let top = sum.checked_add(datum.exact?).ok()?;
    Some([sum.to_f64(), top.to_f64()])
}

impl Chart<'_> {
    /// Fills what is below the figures of a series, run by run of periods that join.
    pub(super) fn ground(&self, drawing: &mut Drawing, data: &[(usize, &Datum<'_>)], ink: Ink) {
        if self.below == Below::Nothing {
            return;
        }
        let change = self.panel.base_change;
        let mut run: Vec<Slice> = Vec::new();
        for (place, (_, datum)) in data.iter().enumerate() {
            let Some(own) = self.slice(datum) else { continue };
            let next = data.get(place + 1).map(|(_, next)| *next);
            let follows = |next: &Datum<'_>| {
                joins(datum, next, change)
                    || is_band(datum) && is_band(next) && meets(datum, next, change)
            };
            run.push(own);
            if next.is_some_and(follows) {
                continue;
            }
            self.widen(&mut run, data, place);
            if run.len() > 1 {
                drawing.ground.push(self.filled(&run, fill(datum, ink)));
            }
            run.clear();
        }
    }

    /// The middle of a period, and what is filled there.
    fn slice(&self, datum: &Datum<'_>) -> Option<Slice> {
        let at = self.centre(datum)?;
        if let Some(reach) = self.reach(datum) {
            return is_band(datum).then_some([at.x.css(), reach.low, reach.high]);
        }
        let foot = match self.below {
            Below::Parts => stacked(self.panel.data, datum, &self.series)?[0],
            _ => 0.0,
        };
        Some([at.x.css(), self.y(foot), at.y.css()])
    }

    /// What is longer than a month is filled as long as it lasts, and so is a month that stands alone.
    fn widen(&self, run: &mut Vec<Slice>, data: &[(usize, &Datum<'_>)], last: usize) {
        let first = (last + 1).saturating_sub(run.len());
        let ends = [first, last].map(|place| data.get(place).and_then(|(_, datum)| datum.period));
        let [Some(begin), Some(end)] = ends else { return };
        let is_bound = data.get(last).is_some_and(|(_, datum)| datum.is_bound());
        if is_bound || begin.kind() == PeriodKind::Month && run.len() > 1 {
            return;
        }
        let (from, _) = self.time.interval(&begin, self.left, self.right);
        let (_, to) = self.time.interval(&end, self.left, self.right);
        if let Some([_, low, high]) = run.first().copied() {
            run.insert(0, [from, low, high]);
        }
        if let Some([_, low, high]) = run.last().copied() {
            run.push([to, low, high]);
        }
    }

    fn filled(&self, run: &[Slice], fill: Fill) -> Item {
        let mut outline: Vec<_> = run.iter().map(|[x, _, high]| point(*x, *high)).gather();
        outline.extend(run.iter().rev().map(|[x, low, _]| point(*x, *low)));
        Item::Shape { geometry: Geometry::Polygon(outline), fill, stroke: None }
    }
}

/// Whether both ends of what it may be are known.
fn is_band(datum: &Datum<'_>) -> bool {
    datum.is_bound() && !datum.goes_on()
}

/// A tint of what is there; what is only planned is hatched as everywhere.
fn fill(datum: &Datum<'_>, ink: Ink) -> Fill {
    match form(datum.form, ink).0 {
        _ if datum.is_bound() => Fill::Dots(ink),
        Fill::Solid(ink) => Fill::Tint(ink),
        fill => fill,
    }
}
