//! Days and periods at random, from fixed seeds: what holds for every one of them.

use hamyar::calendar::{Day, JalaliDate, Period, PeriodKind};
use wasm_bindgen_test::wasm_bindgen_test;

/// How often each property is tried.
const TIMES: usize = 400;
/// The kinds that fill a year, the finest first.
const PARTS: [PeriodKind; 4] =
    [PeriodKind::Day, PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Half];

struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed * 2_654_435_761 % 0x7FFF_FFFE + 1)
    }

    fn below(&mut self, limit: i32) -> i32 {
        self.0 = self.0 * 48_271 % 0x7FFF_FFFF;
        (self.0 % limit as u64) as i32
    }

    fn between(&mut self, least: i32, most: i32) -> i32 {
        least + self.below(most - least + 1)
    }

    fn year(&mut self) -> i32 {
        self.between(1300, 1420)
    }

    fn small(&mut self, most: i32) -> u8 {
        self.between(1, most) as u8
    }

    fn date(&mut self, last_day: i32) -> JalaliDate {
        JalaliDate::new(self.year(), self.small(12), self.small(last_day)).unwrap()
    }

    fn day(&mut self) -> Day {
        self.date(29).day_number()
    }

    /// A period of each kind, ends open and closed; a span of whole months, years or days.
    fn period(&mut self) -> Period {
        let year = self.year();
        match self.below(10) {
            0 => Period::day(self.day()),
            1 => Period::month(year, self.small(12)),
            2 => Period::quarter(year, self.small(4)),
            3 => Period::half(year, self.small(2)),
            4 => Period::nine_months(year),
            5 => Period::year(year),
            6 => Period::to_date(year, self.small(11)),
            7 => Period::since(self.day()),
            8 => Period::until(self.day()),
            _ => self.span(),
        }
        .unwrap()
    }

    fn span(&mut self) -> Option<Period> {
        let year = self.year();
        let kind =
            *[PeriodKind::Day, PeriodKind::Month, PeriodKind::Year].get(self.below(3) as usize)?;
        let first =
            Period::of(kind, JalaliDate::new(year, self.small(12), self.small(29))?.day_number())?;
        let mut last = first;
        for _ in 0..self.between(1, 30) {
            last = last.next()?;
        }
        Period::span(&first, &last)
    }

    fn bounded(&mut self) -> Period {
        loop {
            let period = self.period();
            if period.days().is_some() {
                return period;
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn months_added_one_after_the_other_are_added_at_once() {
    let mut dice = Dice::new(1);
    for _ in 0..TIMES {
        let date = dice.date(29);
        let (some, more) = (dice.between(-240, 240), dice.between(-240, 240));
        let at_once = date.add_months(some + more);
        let one_by_one = date.add_months(some).and_then(|then| then.add_months(more));
        assert_eq!(one_by_one, at_once, "{date:?} + {some} + {more}");
        assert_eq!(date.add_months(some).unwrap().add_months(-some), Some(date), "{date:?}");
        assert_eq!(date.add_months(some).unwrap().day(), date.day(), "every month has 29 days");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_parts_of_a_period_follow_one_another_and_are_the_whole() {
    let mut dice = Dice::new(2);
    for _ in 0..TIMES {
        let year = dice.year();
        let wholes = [
            Period::year(year),
            Period::half(year, dice.small(2)),
            Period::quarter(year, dice.small(4)),
            Period::month(year, dice.small(12)),
            Period::nine_months(year),
        ];
        for whole in wholes.into_iter().flatten() {
            for kind in PARTS.into_iter().filter(|kind| fills(*kind, whole.kind())) {
                are_the_whole(&whole, &whole.subdivide(kind));
            }
        }
    }
}

/// Whether parts of a kind are parts of every period of the other.
fn fills(part: PeriodKind, whole: PeriodKind) -> bool {
    let months = |kind| match kind {
        PeriodKind::Month => 1,
        PeriodKind::Quarter => 3,
        PeriodKind::Half => 6,
        PeriodKind::NineMonths => 9,
        _ => 12,
    };
    part == PeriodKind::Day || months(whole) % months(part) == 0
}

fn are_the_whole(whole: &Period, parts: &[Period]) {
    let id = whole.id();
    assert!(!parts.is_empty(), "{id}");
    let ends = (parts[0].start(), parts[parts.len() - 1].end());
    assert_eq!(ends, (whole.start(), whole.end()), "{id}");
    let days: i32 = parts.iter().map(|part| part.days().unwrap()).sum();
    assert_eq!(Some(days), whole.days(), "{id}");
    for pair in parts.windows(2) {
        assert!(pair[0].is_adjacent_to(&pair[1]) && !pair[0].overlaps(&pair[1]), "{id}");
        assert_eq!(pair[0].next(), Some(pair[1]), "{id}");
    }
    for part in parts {
        assert!(whole.contains_period(part) && part.enclosing(part.kind()) == Some(*part), "{id}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_next_of_the_previous_is_the_same_again() {
    let mut dice = Dice::new(3);
    for _ in 0..TIMES {
        let period = dice.bounded();
        let id = period.id();
        let (next, previous) = (period.next().unwrap(), period.previous().unwrap());
        assert_eq!(next.previous(), Some(period), "{id}, {}", next.id());
        assert_eq!(previous.next(), Some(period), "{id}, {}", previous.id());
        assert!(previous < period && period < next, "{id}");
        assert!(!period.overlaps(&next) && !previous.overlaps(&period), "{id}");
    }
    for open in [Period::since(dice.day()), Period::until(dice.day())].into_iter().flatten() {
        assert_eq!((open.next(), open.previous()), (None, None), "{}", open.id());
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_id_of_a_period_is_read_as_the_period() {
    let mut dice = Dice::new(4);
    let mut kinds = Vec::new();
    for _ in 0..TIMES {
        let period = dice.period();
        assert_eq!(Period::parse(&period.id()), Ok(period), "{}", period.id());
        kinds.push(period.kind());
    }
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), 10, "every kind was thrown: {kinds:?}");
}

/// Day by day, over all days on which something may change.
#[wasm_bindgen_test(unsupported = test)]
fn what_periods_hold_is_what_their_days_say() {
    let mut dice = Dice::new(5);
    let all = [Period::year(1399), Period::year(1402)].map(Option::unwrap);
    let days: Vec<Day> = Period::span(&all[0], &all[1])
        .unwrap()
        .subdivide(PeriodKind::Day)
        .iter()
        .map(|day| day.start().unwrap())
        .collect();
    for _ in 0..TIMES {
        let [one, other] = [near(&mut dice), near(&mut dice)];
        let ids = format!("{} and {}", one.id(), other.id());
        let holds = |period: &Period, day: &Day| {
            period.start().is_none_or(|start| start <= *day)
                && period.last().is_none_or(|last| *day <= last)
        };
        for day in &days {
            assert_eq!(one.contains(*day), holds(&one, day), "{ids}");
        }
        let both = days.iter().any(|day| holds(&one, day) && holds(&other, day));
        assert_eq!(one.overlaps(&other), both, "{ids}");
        let all = days.iter().all(|day| !holds(&other, day) || holds(&one, day));
        assert_eq!(one.contains_period(&other), all, "{ids}");
    }
}

/// A period of 1400 or 1401, a year inside the days that are looked at on either side. Ends that are open
/// reach as far as there are days.
fn near(dice: &mut Dice) -> Period {
    let year = dice.between(1400, 1401);
    let day = |dice: &mut Dice| {
        JalaliDate::new(year, dice.small(12), dice.small(29)).unwrap().day_number()
    };
    match dice.below(9) {
        0 => Period::day(day(dice)),
        1 => Period::month(year, dice.small(12)),
        2 => Period::quarter(year, dice.small(4)),
        3 => Period::half(year, dice.small(2)),
        4 => Period::nine_months(year),
        5 => Period::year(year),
        6 => Period::to_date(year, dice.small(11)),
        7 => Period::since(day(dice)),
        _ => Period::until(day(dice)),
    }
    .unwrap()
}
