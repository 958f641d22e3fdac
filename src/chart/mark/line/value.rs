//! The value beside a point of a line, or beside a band.

use super::super::line_label::{Places, Wanted};
use super::{Chart, HALF, joins};
use crate::chart::frame::within;
use crate::chart::pen::{Type, point};
use crate::chart::prepared::Datum;
use crate::chart::reach::Tip;
use crate::chart::scene::{Anchor, Ink, Item};

/// How far a line rises for each step to the side where it runs through a label above its point.
const STEEP: f64 = 0.6;
/// How much of a label stays on the side of a line that rises.
const ASIDE: f64 = 4.0;

const fn value_type() -> Type {
    Type::new(14.0, Ink::Ink).bold().halo()
}

impl Chart<'_> {
    /// How far the line goes up for each step aside, from a point to the one before it and to the one after it;
    /// nought where no line leads there.
    pub(super) fn climbs(&self, data: &[(usize, &Datum<'_>)], place: usize) -> [f64; 2] {
        let at = |place: Option<usize>| Some(data.get(place?)?.1);
        let [before, own, after] =
            [place.checked_sub(1), Some(place), place.checked_add(1)].map(at);
        let change = self.panel.base_change;
        let climb =
            |one: Option<&Datum<'_>>, next: Option<&Datum<'_>>, other: Option<&Datum<'_>>| {
                let ends = own
                    .zip(other)
                    .filter(|_| one.zip(next).is_some_and(|(one, next)| joins(one, next, change)));
                let ends = ends.and_then(|(own, other)| self.centre(own).zip(self.centre(other)));
                ends.map_or(0.0, |(from, to)| {
                    (from.y.css() - to.y.css()) / (from.x.css() - to.x.css()).abs().max(1.0)
                })
            };
        [climb(before, own, before), climb(own, after, after)]
    }

    /// The value of a point or of a band, where it covers nothing: beside a line that rises steeply, and below a point
    /// from which it does while it rises to the other side too. Above that, it would stand at its neighbour.
    pub(super) fn label(
        &self,
        datum: &Datum<'_>,
        climbs: [f64; 2],
        places: &mut Places,
    ) -> Option<Item> {
        let centre = self.centre(datum)?;
        let half = value_type().width(datum.text()) / 2.0;
        let is_steep = climbs.map(|climb| climb > STEEP);
        let is_dip = is_steep.contains(&true) && climbs.iter().all(|climb| *climb > 0.0);
        let aside = match is_steep {
            [true, false] => half - ASIDE,
            [false, true] => ASIDE - half,
            _ => 0.0,
        };
        let place = |aside: f64| {
            let at = self.clear_of_change(centre.x.css() + aside, half);
            within(at, half, self.frame.width - half)
        };
        let reach = self.reach(datum);
        let (top, foot) = reach
            .map_or((centre.y.css() - 2.0, centre.y.css() + 4.0), |reach| (reach.high, reach.low));
        let place = places.place(&Wanted {
            at: [place(aside), place(if is_dip { 0.0 } else { aside })],
            half,
            lines: [top - 10.0, foot + 20.0],
            beside: [f64::midpoint(top, foot) + 5.0, HALF + 8.0],
            is_below_first: is_dip || reach.is_some_and(|reach| reach.tips[1] == Tip::Arrow),
            edges: [self.left, self.frame.width],
            foot: self.bottom,
        });
        let [x, y] = place?;
        let direction = self.frame.text_direction(datum.text());
        let label = value_type().at(point(x, y), Anchor::Middle, datum.text(), direction);
        Some(Item::Label(label))
    }

    /// Moves a label off the line of a change of method, to the side of its own mark.
    fn clear_of_change(&self, middle: f64, half: f64) -> f64 {
        let change = self.panel.base_change.and_then(|change| change.at.start());
        let Some(x) = change.map(|day| self.time.place(day, self.left, self.right)) else {
            return middle;
        };
        let from = half + 4.0;
        if middle >= x { middle.max(x + from) } else { middle.min(x - from) }
    }
}
