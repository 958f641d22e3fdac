//! Every day of 1200–1500 against two libraries that know nothing of each other.

use std::fmt::Write;

use hamyar::calendar::{Day, JalaliDate};
use wasm_bindgen_test::wasm_bindgen_test;

struct Year {
    year: i32,
    first: i32,
    lengths: Vec<u8>,
}

/// The years and the hash over all days.
fn table(csv: &str) -> (Vec<Year>, u32) {
    let (mut years, mut hash) = (Vec::new(), None);
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        match cells[..] {
            ["fnv1a", value] => hash = Some(value.parse().unwrap()),
            [year, first, lengths] => years.push(Year {
                year: year.parse().unwrap(),
                first: first.parse().unwrap(),
                lengths: lengths.split(' ').map(|length| length.parse().unwrap()).collect(),
            }),
            _ => panic!("{line}"),
        }
    }
    (years, hash.unwrap())
}

fn agrees_on_every_day(csv: &str) {
    let (years, expected) = table(csv);
    assert_eq!(years.iter().map(|year| year.year).collect::<Vec<_>>(), Vec::from_iter(1200..=1500));
    let (mut hash, mut days, mut line) = (0x811c_9dc5_u32, 0, String::new());
    for Year { year, first, lengths } in years {
        let mut day = first;
        for (month, length) in (1..).zip(lengths) {
            assert_eq!(JalaliDate::month_length(year, month), length, "{year}-{month}");
            for date in 1..=length {
                let jalali = JalaliDate::new(year, month, date).unwrap();
                assert_eq!(jalali.day_number(), Day(day), "{jalali}");
                let back = JalaliDate::from_day(Day(day));
                assert_eq!(back, jalali, "{day}");
                line.clear();
                let (year, month, date) = (back.year(), back.month(), back.day());
                writeln!(line, "{day}={year}-{month}-{date}").unwrap();
                hash = line
                    .bytes()
                    .fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
                day += 1;
                days += 1;
            }
            assert_eq!(JalaliDate::new(year, month, length + 1), None);
        }
        assert_eq!(JalaliDate::is_leap(year), day - first == 366);
    }
    assert_eq!((hash, days), (expected, 109_938));
}

#[wasm_bindgen_test(unsupported = test)]
fn agrees_with_icu_on_every_day() {
    agrees_on_every_day(include_str!("../../fixtures/calendar/icu.csv"));
}

#[wasm_bindgen_test(unsupported = test)]
fn agrees_with_jdatetime_and_persiantools_on_every_day() {
    agrees_on_every_day(include_str!("../../fixtures/calendar/jdatetime.csv"));
}
