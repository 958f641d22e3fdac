use hamyar::calendar::{Day, GregorianDate, JalaliDate, Weekday};
use wasm_bindgen_test::wasm_bindgen_test;

fn date(year: i32, month: u8, day: u8) -> JalaliDate {
    JalaliDate::new(year, month, day).unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn known_days() {
    for (jalali, iso, weekday) in [
        (date(1401, 1, 1), "2022-03-21", Weekday::Monday),
        (date(1401, 2, 18), "2022-05-08", Weekday::Sunday),
        (date(1397, 9, 18), "2018-12-09", Weekday::Sunday),
        (date(1403, 12, 30), "2025-03-20", Weekday::Thursday),
        (date(1404, 1, 1), "2025-03-21", Weekday::Friday),
        (date(1348, 10, 11), "1970-01-01", Weekday::Thursday),
        (date(1357, 11, 22), "1979-02-11", Weekday::Sunday),
    ] {
        assert_eq!(jalali.day_number().to_iso(), iso);
        assert_eq!(jalali.day_number().weekday(), weekday, "{jalali}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn dates_that_do_not_exist_cannot_be_made() {
    for (year, month, day) in [
        (1400, 12, 30),
        (1404, 12, 30),
        (1401, 7, 31),
        (1401, 0, 1),
        (1401, 13, 1),
        (1401, 1, 0),
        (1401, 1, 32),
        (0, 1, 1),
        (10_000, 1, 1),
        (i32::MIN, 1, 1),
    ] {
        assert_eq!(JalaliDate::new(year, month, day), None, "{year}-{month}-{day}");
    }
    for leap in [1399, 1403, 1408] {
        assert!(JalaliDate::is_leap(leap) && JalaliDate::new(leap, 12, 30).is_some());
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_13_three_thousand_years_round_trip_and_never_go_back() {
    let (first, last) = (date(1, 1, 1).day_number(), date(3000, 12, 29).day_number());
    let mut before = JalaliDate::from_day(first.plus(-1));
    assert_eq!(before.year(), 0);
    for number in first.0..=last.0 {
        let jalali = JalaliDate::from_day(Day(number));
        assert!(jalali > before, "{jalali}");
        assert_eq!(jalali.day_number(), Day(number));
        assert_eq!(GregorianDate::from_day(Day(number)).day_number(), Day(number));
        before = jalali;
    }
    assert_eq!(before, date(3000, 12, 29));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_ends_of_the_range_of_days_do_not_break_anything() {
    for day in [i32::MIN, i32::MIN + 1, -1, 0, 1, i32::MAX - 1, i32::MAX] {
        assert_eq!(JalaliDate::from_day(Day(day)).day_number(), Day(day));
        assert_eq!(GregorianDate::from_day(Day(day)).day_number(), Day(day));
        Day(day).weekday();
    }
    assert_eq!(Day(i32::MAX).plus(1), Day(i32::MAX));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_13_months_are_added_to_the_same_day_or_the_last_one() {
    assert_eq!(date(1401, 3, 31).add_months(1), Some(date(1401, 4, 31)));
    assert_eq!(date(1401, 6, 31).add_months(1), Some(date(1401, 7, 30)));
    assert_eq!(date(1399, 2, 30).add_months(2), Some(date(1399, 4, 30)));
    assert_eq!(date(1399, 2, 30).add_months(4), Some(date(1399, 6, 30)));
    assert_eq!(date(1400, 11, 30).add_months(1), Some(date(1400, 12, 29)));
    assert_eq!(date(1403, 11, 30).add_months(1), Some(date(1403, 12, 30)));
    assert_eq!(date(1401, 1, 31).add_months(-1), Some(date(1400, 12, 29)));
    assert_eq!(date(1401, 5, 1).add_months(-17), Some(date(1399, 12, 1)));
    assert_eq!(date(1401, 5, 18).add_months(0), Some(date(1401, 5, 18)));
    assert_eq!(date(1403, 12, 30).add_years(1), Some(date(1404, 12, 29)));
    assert_eq!(date(1403, 12, 30).add_years(5), Some(date(1408, 12, 30)));
    for months in [i32::MIN, i32::MAX, 1_000_000] {
        assert_eq!(date(1401, 1, 1).add_months(months), None);
        assert_eq!(date(1401, 1, 1).add_years(months), None);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn gregorian_dates_are_read_from_iso() {
    let day = |text: &str| GregorianDate::parse_iso(text).map(|date| date.day_number());
    assert_eq!(day("1970-01-01"), Some(Day(0)));
    assert_eq!(day("2000-02-29"), Some(Day(11_016)));
    assert_eq!(day("1600-02-29").map(Day::to_iso).as_deref(), Some("1600-02-29"));
    for text in
        ["1900-02-29", "2022-2-8", "2022-02-08-", "2022-13-01", "2022-04-31", "", "۲۰۲۲-۰۱-۰۱"]
    {
        assert_eq!(day(text), None, "{text}");
    }
}
