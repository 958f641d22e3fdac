//! Names and values at the two ends of a slope chart.

use crate::calendar::Period;
use crate::chart::frame::{Drawing, Frame};
use crate::chart::pen::{Type, line, point, stroke};
use crate::chart::prepared::Datum;
use crate::chart::scene::{Anchor, Dash, Ink, Item};
use crate::text::metrics::wrap;

/// From an axis to the words beside it, with room for the thread to one that moved.
pub(super) const GAP: f64 = 22.0;
const LINE: f64 = 18.0;
/// Between a name and its value.
const SPACE: f64 = 8.0;

const fn name_type() -> Type {
    Type::new(13.0, Ink::Ink2).halo()
}

const fn value_type() -> Type {
    Type::new(14.0, Ink::Ink).bold().tabular().halo()
}

/// The words of one figure: its value, or why there is none, and its name beside that or below it.
pub(super) struct End {
    text: Vec<String>,
    name: Vec<String>,
    is_beside: bool,
    pub(super) value: f64,
    pub(super) is_reported: bool,
    pub(super) height: f64,
}

impl End {
    pub(super) fn new(frame: Frame, datum: &Datum<'_>, room: f64) -> Self {
        let own = if datum.series.is_empty() { &datum.name } else { &datum.series };
        let beside = room - value_type().width(datum.text()) - SPACE;
        let is_beside = !frame.compact() && name_type().width(own) <= beside;
        let name = wrap(own, &name_type().style(), if is_beside { beside } else { room }, 8);
        let text = wrap(datum.text(), &value_type().style(), room, 3);
        let lines = if is_beside { 1 } else { text.len() + name.len() };
        Self {
            text,
            name,
            is_beside,
            value: datum.value.unwrap_or_default(),
            is_reported: datum.value.is_some(),
            height: LINE * lines as f64 + 2.0,
        }
    }

    /// Beside an axis, around a height.
    pub(super) fn put(
        &self,
        frame: Frame,
        drawing: &mut Drawing,
        is_left: bool,
        x: f64,
        middle: f64,
    ) {
        let away = |distance: f64| if is_left { x - GAP - distance } else { x + GAP + distance };
        let anchor = if is_left { Anchor::Right } else { Anchor::Left };
        let mut put = |kind: Type, text: &str, x: f64, baseline: f64| {
            let direction = frame.text_direction(text);
            drawing.overlay.push(Item::Label(kind.at(point(x, baseline), anchor, text, direction)));
        };
        let first = middle - self.height / 2.0 + 15.0;
        let mut below = first;
        for line in &self.text {
            put(value_type(), line, away(0.0), below);
            below += LINE;
        }
        let value = self.text.first().map_or(0.0, |text| value_type().width(text));
        for line in &self.name {
            if self.is_beside {
                put(name_type(), line, away(value + SPACE), first);
            } else {
                put(name_type(), line, away(0.0), below);
                below += LINE;
            }
        }
    }

    /// A thread to words that had to move.
    pub(super) fn thread(
        &self,
        drawing: &mut Drawing,
        is_left: bool,
        x: f64,
        [from, to]: [f64; 2],
    ) {
        if (from - to).abs() > 4.0 {
            let out = |distance: f64| if is_left { x - distance } else { x + distance };
            let rule = stroke(Ink::Axis, 1.0, Dash::Solid);
            drawing.ground.push(line(point(out(7.0), from), point(out(GAP - 3.0), to), rule));
        }
    }
}

/// The two periods above their axes; gives the height where they end.
pub(super) fn period_names(
    drawing: &mut Drawing,
    frame: Frame,
    periods: [Period; 2],
    at: [f64; 2],
) -> f64 {
    let kind = Type::new(14.0, Ink::Ink).bold();
    let mut foot = 0.0_f64;
    for (side, period) in periods.iter().enumerate() {
        let Some(x) = at.get(side) else { continue };
        let anchor = if side == 0 { Anchor::Right } else { Anchor::Left };
        let x = if side == 0 { x + 4.0 } else { x - 4.0 };
        let lines = wrap(&period.label(frame.lang), &kind.style(), at[0] + 4.0, 3);
        for (number, text) in lines.iter().enumerate() {
            let baseline = 16.0 + LINE * number as f64;
            let direction = frame.text_direction(text);
            drawing.ground.push(Item::Label(kind.at(point(x, baseline), anchor, text, direction)));
            foot = foot.max(baseline + 4.0);
        }
    }
    foot
}
