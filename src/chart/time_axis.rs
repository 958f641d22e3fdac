//! Names and ticks under a Jalali axis. Every tick is the first day of a month or a year.

use super::frame::Frame;
use super::pen::{Type, line, point, stroke};
use super::scale::{TimeScale, TimeTick};
use super::scene::{Anchor, Dash, Ink, Item};
use crate::calendar::{JalaliDate, jalali_month_name};
use crate::text::plain_integer;

/// Room that a month's name needs to stand in one row, and in two staggered rows.
const ONE_ROW: f64 = 62.0;
const TWO_ROWS: f64 = 30.0;
/// Room that the four months of the seasons need.
const SEASONS: f64 = 19.0;
const ROW: f64 = 20.0;

/// Where an axis stands.
pub(super) struct TimeAxis {
    pub(super) frame: Frame,
    pub(super) scale: TimeScale,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
}

/// Draws the axis and gives the height where it ends.
pub(super) fn time_axis(axis: &TimeAxis, items: &mut Vec<Item>) -> f64 {
    let mut next = axis.top + 4.0;
    if axis.scale.is_monthly() {
        next = axis.months(items, next);
    }
    axis.years(items, next)
}

impl TimeAxis {
    fn months(&self, items: &mut Vec<Item>, top: f64) -> f64 {
        let months = self.scale.months();
        let room = (self.right - self.left) / months.len().max(1) as f64;
        let rows = if room >= ONE_ROW { 1 } else { 2 };
        let mut drawn = false;
        for (index, tick) in months.iter().enumerate() {
            let Some(month) = month_of(tick) else { continue };
            let (from, to) = self.scale.interval(&tick.period, self.left, self.right);
            let named = room >= TWO_ROWS || (room >= SEASONS && matches!(month, 1 | 4 | 7 | 10));
            if !named {
                continue;
            }
            let row = if rows == 2 && room >= TWO_ROWS { index % 2 } else { 0 };
            let rule = stroke(Ink::Rule, 1.0, Dash::Solid);
            items.push(line(point(from, top - 4.0), point(from, top + 3.0), rule));
            let name = jalali_month_name(month, self.frame.lang);
            let baseline = top + 15.0 + ROW * row as f64;
            if room >= TWO_ROWS {
                self.put(items, f64::midpoint(from, to), baseline, name, false);
            } else {
                // A month narrower than its name: the name begins at its first day.
                self.put_after(items, from + 4.0, baseline, name);
            }
            drawn = true;
        }
        let rows = if rows == 2 && room >= TWO_ROWS { 2.0 } else { 1.0 };
        if drawn { top + ROW * rows + 4.0 } else { top }
    }

    fn years(&self, items: &mut Vec<Item>, top: f64) -> f64 {
        let years = self.scale.years();
        let room = (self.right - self.left) / years.len().max(1) as f64;
        let every = if room >= 44.0 { 1 } else { (44.0 / room.max(1.0)).ceil() as usize };
        for (index, tick) in years.iter().enumerate() {
            let (from, to) = self.scale.interval(&tick.period, self.left, self.right);
            let rule = stroke(Ink::Axis, 1.0, Dash::Solid);
            items.push(line(point(from, self.top), point(from, top + 6.0), rule));
            if index % every != 0 || to - from < 34.0_f64.min(room * 0.9) {
                continue;
            }
            let year = tick.period.start_year().unwrap_or_default();
            let text = plain_integer(i64::from(year), self.frame.lang);
            self.put(items, f64::midpoint(from, to), top + 17.0, &text, true);
        }
        let rule = stroke(Ink::Axis, 1.0, Dash::Solid);
        items.push(line(point(self.right, self.top), point(self.right, top + 6.0), rule));
        top + 24.0
    }

    fn put_after(&self, items: &mut Vec<Item>, x: f64, baseline: f64, text: &str) {
        let kind = Type::new(13.0, Ink::Ink3);
        let direction = self.frame.text_direction(text);
        items.push(Item::Label(kind.at(point(x, baseline), Anchor::Left, text, direction)));
    }

    fn put(&self, items: &mut Vec<Item>, x: f64, baseline: f64, text: &str, bold: bool) {
        let kind = Type::new(13.0, Ink::Ink3);
        let kind = if bold { kind.bold() } else { kind };
        let direction = self.frame.text_direction(text);
        items.push(Item::Label(kind.at(point(x, baseline), Anchor::Middle, text, direction)));
    }
}

fn month_of(tick: &TimeTick) -> Option<u8> {
    tick.period.start().map(|day| JalaliDate::from_day(day).month())
}
