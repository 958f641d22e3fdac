use hamyar::calendar::{Day, JalaliDate, Period, PeriodError, PeriodKind, YEARS};
use wasm_bindgen_test::wasm_bindgen_test;

fn period(id: &str) -> Period {
    Period::parse(id).unwrap_or_else(|error| panic!("{id}: {error}"))
}

fn ids(periods: &[Period]) -> Vec<String> {
    periods.iter().map(Period::id).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn ids_are_read_and_written_in_one_form() {
    use PeriodKind::*;
    for (id, kind, first, last) in [
        ("1401", Year, Some("2022-03-21"), Some("2023-03-20")),
        ("1403", Year, Some("2024-03-20"), Some("2025-03-20")),
        ("1401-H1", Half, Some("2022-03-21"), Some("2022-09-22")),
        ("1398-Q2", Quarter, Some("2019-06-22"), Some("2019-09-22")),
        ("1401-02", Month, Some("2022-04-21"), Some("2022-05-21")),
        ("1401-05-18", Day, Some("2022-08-09"), Some("2022-08-09")),
        ("1401-9M", NineMonths, Some("2022-03-21"), Some("2022-12-21")),
        ("1401-C05", ToDate, Some("2022-03-21"), Some("2022-08-22")),
        ("1398-12/1401-02", Span, Some("2020-02-20"), Some("2022-05-21")),
        ("1400/1401", Span, Some("2021-03-21"), Some("2023-03-20")),
        ("1400-01-05/1400-02-03", Span, Some("2021-03-25"), Some("2021-04-23")),
        ("1396-10/", Since, Some("2017-12-22"), None),
        ("1396/", Since, Some("2017-03-21"), None),
        ("../1400", Until, None, Some("2022-03-20")),
        ("../1401-02-18", Until, None, Some("2022-05-08")),
    ] {
        let read = period(id);
        assert_eq!((read.id().as_str(), read.kind()), (id, kind));
        assert_eq!(read.start().map(hamyar::calendar::Day::to_iso).as_deref(), first, "{id}");
        assert_eq!(read.last().map(hamyar::calendar::Day::to_iso).as_deref(), last, "{id}");
        let json = serde_json::to_string(&read).unwrap();
        assert_eq!(json, format!("\"{id}\""));
        assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), read);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_13_jalali_periods_are_true_buckets() {
    for month in 1..=3_u8 {
        let bucket = period(&format!("1400-{month:02}"));
        let days = bucket.subdivide(PeriodKind::Day);
        assert_eq!(days.len(), 31);
        for day in days {
            let start = day.start().unwrap();
            assert_eq!(JalaliDate::from_day(start).month(), month, "{}", day.id());
            assert!(bucket.contains(start) && !period("1399-12").contains(start));
        }
    }
    assert_eq!((period("1403").days(), period("1402").days()), (Some(366), Some(365)));
    // Both calendars side by side.
    let spring = ["1400-01", "1400-03"].map(period);
    assert_eq!(spring[0].start().unwrap().to_iso(), "2021-03-21");
    assert_eq!(spring[1].last().unwrap().to_iso(), "2021-06-21");
}

#[wasm_bindgen_test(unsupported = test)]
fn other_spellings_are_read_as_the_same_period() {
    for (text, id) in [
        ("1400..1401", "1400/1401"),
        ("۱۴۰۱-۰۵", "1401-05"),
        (" ١٤٠١ ", "1401"),
        ("1396-10/..", "1396-10/"),
        ("1400/1400", "1400"),
        ("1400-01/1400-12", "1400"),
        ("1400-02/1400-02", "1400-02"),
        ("1400-Q2/1401-Q1", "1400-04/1401-03"),
        ("1400-04-01/1400-06-31", "1400-04/1400-06"),
        ("1396-01/", "1396/"),
        ("../1400-12-29", "../1400"),
    ] {
        assert_eq!(period(text).id(), id, "{text}");
        assert_eq!(period(text), period(id));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_no_period_is_refused_with_its_reason() {
    use PeriodError::*;
    for (text, error) in [
        ("", Empty),
        ("سال ۱۴۰۱", Malformed),
        ("401", Malformed),
        ("1401-", Malformed),
        ("1401-5", Malformed),
        ("1401-Q", Malformed),
        ("1401-C5", Malformed),
        ("1401-05-18-1", Malformed),
        ("1401-05-", Malformed),
        ("/1400", Malformed),
        ("..", Malformed),
        ("1400/1401/1402", Malformed),
        ("2022", YearOutOfRange),
        ("1199", YearOutOfRange),
        ("1401-13", NoSuchPart),
        ("1401-00", NoSuchPart),
        ("1401-Q5", NoSuchPart),
        ("1401-H0", NoSuchPart),
        ("1401-C13", NoSuchPart),
        ("1400-12-30", NoSuchPart),
        ("1401/1400", Reversed),
    ] {
        assert_eq!(Period::parse(text), Err(error), "{text}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_period_of_three_centuries_comes_back_from_its_id() {
    for year in YEARS {
        let months =
            (1..=12).flat_map(|month| [Period::month(year, month), Period::to_date(year, month)]);
        let quarters = (1..=4).map(|quarter| Period::quarter(year, quarter));
        let halves = (1..=2).map(|half| Period::half(year, half));
        let whole = [Period::year(year), Period::nine_months(year)];
        for made in months.chain(quarters).chain(halves).chain(whole) {
            let made = made.unwrap();
            assert_eq!(period(&made.id()), made);
            assert!(Period::year(year).unwrap().contains_period(&made));
        }
        let days = if JalaliDate::is_leap(year) { 366 } else { 365 };
        assert_eq!(Period::year(year).unwrap().days(), Some(days));
    }
    assert_eq!(Period::year(1199), None);
    assert_eq!(Period::year(1501), None);
    assert_eq!(Period::day(Day(i32::MAX)), None);
}

#[wasm_bindgen_test(unsupported = test)]
fn neighbours_are_of_the_same_kind() {
    for (id, next) in [
        ("1401", "1402"),
        ("1401-H2", "1402-H1"),
        ("1401-Q4", "1402-Q1"),
        ("1401-12", "1402-01"),
        ("1399-12-30", "1400-01-01"),
        ("1401-9M", "1402-9M"),
        ("1401-C05", "1402-C05"),
        ("1399/1400", "1401/1402"),
        ("1398-12/1401-02", "1401-03/1403-05"),
        ("1400-01-05/1400-01-14", "1400-01-15/1400-01-24"),
    ] {
        assert_eq!(period(id).next().unwrap().id(), next);
        assert_eq!(period(next).previous().unwrap().id(), id);
    }
    for id in ["1396-10/", "../1400"] {
        assert_eq!((period(id).next(), period(id).previous()), (None, None));
    }
    assert_eq!(period("1500").next(), None);
    assert_eq!(period("1200-01-01").previous(), None);
    assert!(period("1401-H1").is_adjacent_to(&period("1401-Q3")));
    assert!(!period("1401-Q3").is_adjacent_to(&period("1401-H1")));
    assert!(!period("../1400").is_adjacent_to(&period("1396-10/")));
    assert!(period("../1400").is_adjacent_to(&period("1401")));
}

#[wasm_bindgen_test(unsupported = test)]
fn periods_divide_only_into_parts_that_fill_them() {
    let divide = |id: &str, kind| ids(&period(id).subdivide(kind));
    assert_eq!(divide("1401", PeriodKind::Half), ["1401-H1", "1401-H2"]);
    assert_eq!(divide("1401-Q2", PeriodKind::Month), ["1401-04", "1401-05", "1401-06"]);
    assert_eq!(divide("1400/1401", PeriodKind::Year), ["1400", "1401"]);
    assert_eq!(divide("1401-C02", PeriodKind::Month), ["1401-01", "1401-02"]);
    assert_eq!(divide("1403", PeriodKind::Day).len(), 366);
    assert_eq!(divide("1401-02", PeriodKind::Month), ["1401-02"]);
    for (id, kind) in [
        ("1401-C05", PeriodKind::Quarter),
        ("1401-05", PeriodKind::Year),
        ("1398-12/1401-02", PeriodKind::Year),
        ("1396-10/", PeriodKind::Month),
        ("../1400", PeriodKind::Year),
        ("1401", PeriodKind::ToDate),
    ] {
        assert!(divide(id, kind).is_empty(), "{id}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_period_lies_in_the_larger_one_that_holds_all_of_it() {
    let enclosing = |id: &str, kind| period(id).enclosing(kind).map(|whole| whole.id());
    assert_eq!(enclosing("1401-05-18", PeriodKind::Month).as_deref(), Some("1401-05"));
    assert_eq!(enclosing("1401-05", PeriodKind::Quarter).as_deref(), Some("1401-Q2"));
    assert_eq!(enclosing("1401-Q3", PeriodKind::Half).as_deref(), Some("1401-H2"));
    assert_eq!(enclosing("1401-9M", PeriodKind::Year).as_deref(), Some("1401"));
    assert_eq!(enclosing("1401-9M", PeriodKind::Half), None);
    assert_eq!(enclosing("1400/1401", PeriodKind::Year), None);
    assert_eq!(enclosing("1396-10/", PeriodKind::Year), None);
}

#[wasm_bindgen_test(unsupported = test)]
fn containing_and_overlapping_with_open_ends() {
    let (since, until) = (period("1396-10/"), period("../1400"));
    let day = |id: &str| period(id).start().unwrap();
    assert!(since.contains(day("1396-10-01")) && !since.contains(day("1396-09-30")));
    assert!(until.contains(day("1400-12-29")) && !until.contains(day("1401-01-01")));
    assert!(since.contains(Day(i32::MAX)) && until.contains(Day(i32::MIN)));
    assert!(since.overlaps(&until) && until.overlaps(&since));
    assert!(!period("1401").overlaps(&until) && !until.overlaps(&period("1401")));
    assert!(since.contains_period(&period("1401")) && !period("1401").contains_period(&since));
    assert!(until.contains_period(&period("../1399")) && !until.contains_period(&since));
    assert_eq!((since.days(), until.days()), (None, None));
}

#[wasm_bindgen_test(unsupported = test)]
fn order_is_by_start_then_end() {
    let expected = [
        "../1399",
        "../1400",
        "1400-01-01",
        "1400-01",
        "1400-C01",
        "1400-Q1",
        "1400-H1",
        "1400-9M",
        "1400",
        "1400/1401",
        "1400/",
        "1400-02",
        "1401",
    ];
    let mut sorted: Vec<Period> = expected.iter().rev().map(|id| period(id)).collect();
    sorted.sort();
    assert_eq!(ids(&sorted), expected);
}
