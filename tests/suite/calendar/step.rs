//! What an axis of time is divided into, and the faults of others that it must not have.

use hamyar::calendar::{
    Day, GregorianDate, JalaliDate, Step, Weekday, jalali_month_name, short_date,
};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

const STEPS: [Step; 7] =
    [Step::Day, Step::Week, Step::Month, Step::Quarter, Step::Half, Step::Year, Step::Decade];

fn jalali(year: i32, month: u8, day: u8) -> Day {
    JalaliDate::new(year, month, day).unwrap().day_number()
}

fn gregorian(year: i32, month: u8, day: u8) -> Day {
    GregorianDate::new(year, month, day).unwrap().day_number()
}

/// 1 Farvardin 1300 to the last day of 1500.
fn days() -> impl Iterator<Item = Day> {
    (jalali(1300, 1, 1).0..jalali(1501, 1, 1).0).map(Day)
}

#[wasm_bindgen_test(unsupported = test)]
fn every_day_belongs_to_exactly_one_part_of_each_kind() {
    for step in STEPS {
        let starts = step.starts(jalali(1300, 1, 1), jalali(1501, 1, 1), usize::MAX);
        let mut part = 0;
        for day in days() {
            if starts.get(part + 1).is_some_and(|next| *next <= day) {
                part += 1;
            }
            assert!(starts[part] <= day, "{step:?} {day:?}");
            assert_eq!(step.start(day), starts[part], "{step:?} {day:?}");
            assert!(step.next(day) > day, "{step:?} {day:?}");
        }
        assert_eq!(part + 1, starts.len(), "{step:?}");
        for pair in starts.windows(2) {
            assert_eq!(step.next(pair[0]), pair[1], "{step:?}: a hole or an overlap");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_part_begins_on_the_first_day_of_a_jalali_period() {
    for step in STEPS {
        for start in step.starts(jalali(1300, 1, 1), jalali(1501, 1, 1), usize::MAX) {
            let date = JalaliDate::from_day(start);
            let is_first =
                |months: u8| date.day() == 1 && (date.month() - 1).is_multiple_of(months);
            let holds = match step {
                Step::Day => true,
                Step::Week => start.weekday() == Weekday::Saturday,
                Step::Month => is_first(1),
                Step::Quarter => is_first(3),
                Step::Half => is_first(6),
                Step::Year => is_first(12),
                Step::Decade => is_first(12) && date.year() % 10 == 0,
            };
            assert!(holds, "{step:?} begins on {date}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn esfand_of_a_leap_year_has_its_thirtieth_day() {
    let last = jalali(1403, 12, 30);
    assert_eq!(Step::Month.next(last), jalali(1404, 1, 1));
    assert_eq!(Step::Month.start(last), jalali(1403, 12, 1));
    assert_eq!(Step::Year.start(last.plus(1)), last.plus(1));
    // In 1404, which is no leap year, the same day is the first of the next.
    assert_eq!(Step::Year.start(jalali(1404, 12, 29).plus(1)), jalali(1405, 1, 1));
}

/// A relabelled Gregorian axis puts 4 and 5 May on one Persian day, and starts months in their middle.
#[wasm_bindgen_test(unsupported = test)]
fn fault_of_others_a_relabelled_gregorian_axis() {
    let (fourth, fifth) = (gregorian(2025, 5, 4), gregorian(2025, 5, 5));
    assert_eq!((fourth, fifth), (jalali(1404, 2, 14), jalali(1404, 2, 15)));
    for day in days() {
        assert_ne!(JalaliDate::from_day(day), JalaliDate::from_day(day.plus(1)));
        assert_ne!(Step::Day.start(day), Step::Day.start(day.plus(1)));
    }
    for month in 1..=12 {
        let first = gregorian(2025, month, 1);
        assert_ne!(Step::Month.start(first), first, "no Jalali month begins on {first:?}");
    }
}

/// Highcharts puts the ticks of years on 1 January: "۱۴۰۰" stands at 11 Dey 1400.
#[wasm_bindgen_test(unsupported = test)]
fn fault_of_others_yearly_ticks_on_the_first_of_january() {
    let starts = Step::Year.starts(jalali(1300, 1, 1), jalali(1501, 1, 1), usize::MAX);
    for start in &starts {
        let date = GregorianDate::from_day(*start);
        assert_eq!((date.month(), (19..=22).contains(&date.day())), (3, true), "{date}");
    }
    assert_eq!(Step::Year.start(gregorian(2022, 1, 1)), gregorian(2021, 3, 21));
    assert_eq!(gregorian(2022, 1, 1), jalali(1400, 10, 11), "where Highcharts puts it");
}

/// ECharts calls January بهمن and so on, which is the wrong name on 249 days of 2025.
#[wasm_bindgen_test(unsupported = test)]
fn fault_of_others_gregorian_months_by_jalali_names() {
    let year = || (gregorian(2025, 1, 1).0..gregorian(2026, 1, 1).0).map(Day);
    // January is the eleventh month, Bahman, and so on.
    let theirs = |day: Day| (GregorianDate::from_day(day).month() + 9) % 12 + 1;
    let wrong = year().filter(|day| theirs(*day) != JalaliDate::from_day(*day).month()).count();
    assert_eq!(wrong, 249);
    let name = |day| jalali_month_name(JalaliDate::from_day(day).month(), Lang::Fa);
    assert_eq!([name(gregorian(2025, 1, 1)), name(gregorian(2025, 1, 20))], ["دی", "بهمن"]);
}

/// The format `%e %B %Y` of Highcharts yields "1 دی 2025" for a day of 1403.
#[wasm_bindgen_test(unsupported = test)]
fn fault_of_others_a_persian_month_in_a_gregorian_date() {
    let day = gregorian(2025, 1, 1);
    assert_eq!(short_date(day, Lang::Fa), "۱۲ دی ۱۴۰۳");
    assert_eq!(short_date(day, Lang::En), "12 Dey 1403");
}
