//! Names and ticks under a Jalali axis. Every tick is the first day of a Jalali day, week, month,
//! season, half, year or decade; the finest kind whose names fit is named, and the years below it.

mod names;

use super::frame::Frame;
use super::pen::{Type, line, point, stroke};
use super::scale::{Tick, TimeScale};
use super::scene::{Anchor, Dash, Ink, Item};
use super::words::put;
use crate::calendar::{GregorianDate, JalaliDate, Step, gregorian_month_name, jalali_month_name};
use crate::calendar::{half_name, season_name};
use crate::chart::captions::captions;
use crate::list::Gather;
use crate::text::plain_integer;
use names::{Name, Stand, put_all};

/// Height of a row of names.
const ROW: f64 = 20.0;
/// Years with so much room have a tick each.
const YEAR_TICK: f64 = 4.0;
/// Every how many years one is named where not all have room; `true` for decades by their name.
const YEARS: [(i32, bool); 8] = [
    (1, false),
    (2, false),
    (5, false),
    (10, true),
    (10, false),
    (20, false),
    (50, false),
    (100, false),
];

/// Where an axis stands.
pub(super) struct TimeAxis {
    pub(super) frame: Frame,
    pub(super) scale: TimeScale,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    /// Whether the Gregorian months and years stand below.
    pub(super) is_both: bool,
}

/// A row of names that an axis may have, the finest first.
struct Row {
    /// From which kind of figures on it is too fine, and what its ticks are.
    step: Step,
    stand: Stand,
    is_named: fn(JalaliDate) -> bool,
}

const fn row(step: Step, stand: Stand) -> Row {
    Row { step, stand, is_named: |_| true }
}

const ROWS: [Row; 7] = [
    row(Step::Day, Stand::Middle(1)),
    row(Step::Week, Stand::After),
    row(Step::Month, Stand::Middle(1)),
    row(Step::Month, Stand::Middle(2)),
    // A month narrower than its name: the first of each season, from its first day on.
    Row { step: Step::Month, stand: Stand::After, is_named: |date| date.month() % 3 == 1 },
    row(Step::Quarter, Stand::Middle(1)),
    row(Step::Half, Stand::Middle(1)),
];

/// Draws the axis and gives the height where it ends.
pub(super) fn time_axis(axis: &TimeAxis, items: &mut Vec<Item>) -> f64 {
    let mut next = axis.top + 4.0;
    let fine = axis.fine();
    if let Some((row, names)) = &fine {
        next = axis.row(items, next, row.stand, names);
        if row.step <= Step::Week {
            next = axis.months(items, next);
        }
    }
    let foot = axis.years(items, next);
    if axis.is_both { axis.gregorian(items, foot) } else { foot }
}

/// Room at the left for what the rows of two calendars are called.
pub(super) fn calendar_room(frame: Frame) -> f64 {
    let words = captions(frame.lang);
    let widths = [words.jalali, words.gregorian].map(|text| caption_type().width(text));
    widths.into_iter().fold(0.0, f64::max) + 8.0
}

const fn name_type() -> Type {
    Type::new(13.0, Ink::Ink3)
}

const fn caption_type() -> Type {
    Type::new(12.0, Ink::Ink3)
}

impl TimeAxis {
    /// The finest row whose names fit, of the figures' own kind or coarser.
    fn fine(&self) -> Option<(&'static Row, Vec<Name>)> {
        let step = self.scale.step();
        // Halves of months are told by the months of the seasons; seasons have their own names.
        let is_own = |row: &&Row| match step {
            Step::Quarter | Step::Half => row.step == step,
            _ => step <= row.step && row.step <= Step::Month,
        };
        let rows = ROWS.iter().filter(is_own).map(|row| (row, self.names(row)));
        let mut rows = rows.filter(|(row, names)| row.stand.fits(names, name_type()));
        rows.next()
    }

    fn names(&self, row: &Row) -> Vec<Name> {
        let ticks = self.scale.ticks(row.step).into_iter();
        let [begin, _] = self.scale.ends();
        // A part that began before the axis has no first day on it to stand at.
        let is_begun = |[start, _]: &Tick| row.stand != Stand::After || *start >= begin;
        let named = ticks.filter(|tick| (row.is_named)(date_of(tick)) && is_begun(tick));
        named.map(|tick| self.name(&tick, self.text(row.step, date_of(&tick)))).gather()
    }

    fn text(&self, step: Step, date: JalaliDate) -> String {
        let lang = self.frame.lang;
        match step {
            Step::Day | Step::Week => plain_integer(i64::from(date.day()), lang),
            Step::Month => jalali_month_name(date.month(), lang).to_owned(),
            Step::Quarter => season_name(date.month().div_ceil(3), lang).to_owned(),
            Step::Half => half_name(date.month().div_ceil(6), lang).to_owned(),
            Step::Year => plain_integer(i64::from(date.year()), lang),
            Step::Decade => put(captions(lang).decade, &[&self.text(Step::Year, date)]),
        }
    }

    fn name(&self, tick: &Tick, text: String) -> Name {
        let ([begin, end], [from, to]) = (self.scale.ends(), *tick);
        let at = self.scale.between(*tick, self.left, self.right);
        Name { at, text, is_cut: from < begin || end < to }
    }

    /// A row of names with a tick before each; gives the height where it ends.
    fn row(&self, items: &mut Vec<Item>, top: f64, stand: Stand, names: &[Name]) -> f64 {
        for name in names {
            self.tick(items, name.at[0], [top - 4.0, top + 3.0], Ink::Rule);
        }
        put_all((self.frame, self.edges()), name_type(), stand, names, top + 15.0, items);
        top + ROW * stand.rows() + 4.0
    }

    /// The months above the years of an axis of days or weeks.
    fn months(&self, items: &mut Vec<Item>, top: f64) -> f64 {
        let ticks = self.scale.ticks(Step::Month).into_iter();
        let names = ticks.map(|tick| self.name(&tick, self.text(Step::Month, date_of(&tick))));
        let names: Vec<Name> = names.gather();
        for name in &names {
            self.tick(items, name.at[0], [self.top, top + 3.0], Ink::Axis);
        }
        put_all(
            (self.frame, self.edges()),
            name_type(),
            Stand::Middle(1),
            &names,
            top + 14.0,
            items,
        );
        top + ROW
    }

    fn years(&self, items: &mut Vec<Item>, top: f64) -> f64 {
        let kind = name_type().bold();
        let named = |(every, by_name): &(i32, bool)| self.named_years(*every, *by_name);
        let mut rows = YEARS.iter().map(named).filter(|names| Stand::Each.fits(names, kind));
        let names = rows.next().unwrap_or_default();
        let years = self.scale.ticks(Step::Year);
        let has_room = (self.right - self.left) / years.len().max(1) as f64 >= YEAR_TICK;
        for tick in years.iter().filter(|_| has_room) {
            let at = self.name(tick, String::new()).at[0];
            let is_named = names.iter().any(|name| name.at[0] == at);
            let foot = if is_named { top + 6.0 } else { self.top + 5.0 };
            self.tick(items, at, [self.top, foot], Ink::Axis);
        }
        for name in names.iter().filter(|_| !has_room) {
            self.tick(items, name.at[0], [self.top, top + 6.0], Ink::Axis);
        }
        self.tick(items, self.right, [self.top, top + 6.0], Ink::Axis);
        put_all((self.frame, self.edges()), kind, Stand::Each, &names, top + 17.0, items);
        self.caption(items, top + 17.0, captions(self.frame.lang).jalali);
        top + 24.0
    }

    /// Every so many years, or the decades as wholes.
    fn named_years(&self, every: i32, by_name: bool) -> Vec<Name> {
        let step = if by_name { Step::Decade } else { Step::Year };
        let ticks = self.scale.ticks(step).into_iter();
        let named = ticks.filter(|tick| by_name || date_of(tick).year() % every == 0);
        named.map(|tick| self.name(&tick, self.text(step, date_of(&tick)))).gather()
    }

    /// A quiet second row: where the months, or the years, of the Gregorian calendar begin.
    fn gregorian(&self, items: &mut Vec<Item>, top: f64) -> f64 {
        let rule = stroke(Ink::Rule, 1.0, Dash::Solid);
        items.push(line(point(self.left, top), point(self.right, top), rule));
        let kind = caption_type();
        let months = self.gregorian_names(1);
        let mut next = top + 4.0;
        if self.scale.step() <= Step::Month && Stand::Middle(1).fits(&months, kind) {
            for name in &months {
                self.tick(items, name.at[0], [top, top + 5.0], Ink::Rule);
            }
            put_all(
                (self.frame, self.edges()),
                kind,
                Stand::Middle(1),
                &months,
                next + 13.0,
                items,
            );
            next += 18.0;
        }
        let every = [1, 2, 5, 10, 20, 50, 100].into_iter();
        let mut rows = every.map(|years| self.gregorian_names(years * 12));
        let names = rows.find(|names| Stand::Each.fits(names, kind)).unwrap_or_default();
        for name in &names {
            self.tick(items, name.at[0], [top, next + 4.0], Ink::Ink3);
        }
        put_all((self.frame, self.edges()), kind, Stand::Each, &names, next + 14.0, items);
        self.caption(items, next + 14.0, captions(self.frame.lang).gregorian);
        next + 20.0
    }

    /// The parts of so many Gregorian months that the axis touches, by their month or their year;
    /// of several years only the first is a part.
    fn gregorian_names(&self, months: i32) -> Vec<Name> {
        let [begin, end] = self.scale.ends();
        let first = GregorianDate::from_day(begin);
        let length = months.min(12);
        let mut count = (first.year() * 12 + i32::from(first.month()) - 1) / length * length;
        let mut names = Vec::new();
        while let Some(tick) = gregorian_part(count, length).filter(|[start, _]| *start < end) {
            let (year, month) = (count / 12, count % 12 + 1);
            if count % months == 0 {
                let text = match months {
                    1 => gregorian_month_name(month as u8, self.frame.lang).to_owned(),
                    _ => plain_integer(i64::from(year), self.frame.lang),
                };
                names.push(self.name(&tick, text));
            }
            count += length;
        }
        names
    }

    /// What a row of two is called, at the left of the plot.
    fn caption(&self, items: &mut Vec<Item>, baseline: f64, text: &str) {
        if self.is_both {
            let direction = self.frame.text_direction(text);
            let at = point(self.left - 8.0, baseline);
            items.push(Item::Label(caption_type().at(at, Anchor::Right, text, direction)));
        }
    }

    /// From where to where names may stand: the rows of two calendars are called by theirs at the left.
    fn edges(&self) -> [f64; 2] {
        [if self.is_both { self.left - 4.0 } else { 0.0 }, self.frame.width]
    }

    fn tick(&self, items: &mut Vec<Item>, x: f64, [from, to]: [f64; 2], ink: Ink) {
        items.push(line(point(x, from), point(x, to), stroke(ink, 1.0, Dash::Solid)));
    }
}

/// The Gregorian months from the `count`th since the year 0 on.
fn gregorian_part(count: i32, length: i32) -> Option<Tick> {
    let first = |count: i32| {
        let month = u8::try_from(count % 12 + 1).ok()?;
        GregorianDate::new(count / 12, month, 1).map(GregorianDate::day_number)
    };
    Some([first(count)?, first(count + length)?])
}

fn date_of(tick: &Tick) -> JalaliDate {
    JalaliDate::from_day(tick[0])
}
