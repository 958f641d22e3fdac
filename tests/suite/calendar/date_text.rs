use hamyar::calendar::{DateError, JalaliDate, long_date, read_date, short_date};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::text::random::Random;

#[track_caller]
fn reads(text: &str, witness: Option<i32>, expected: &str) {
    assert_eq!(
        read_date(text, witness).map(|date| date.to_string()),
        Ok(expected.to_owned()),
        "{text}"
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn a_date_is_read_in_every_usual_form() {
    for text in [
        "1401/02/18",
        "۱۴۰۱-۲-۱۸",
        "١٤٠١.٢.١٨",
        "18/2/1401",
        "1401 / 2 / 18",
        "۱۸ اردیبهشت ۱۴۰۱",
        "۱۸ اردیبهشت‌ماه ۱۴۰۱",
        "۱۸ ارديبهشت ماه ۱۴۰۱",
        "18/اردیبهشت/1401",
        "1401-اردی‌بهشت-18",
        "یکشنبه ۱۸ اردیبهشت ۱۴۰۱",
        "یک‌شنبه، ۱۸ اردیبهشت ۱۴۰۱",
        "یکشنبه 1401/2/18",
        "Sunday 18 Ordibehesht 1401",
        "۱۸اردیبهشت۱۴۰۱",
        "\u{200F}۱۴۰۱/۰۲/۱۸\u{200E}",
    ] {
        reads(text, None, "1401-02-18");
    }
    reads("20/آذر/1397", None, "1397-09-20");
    reads("۵ امرداد ۱۳۲۵", None, "1325-05-05");
}

#[wasm_bindgen_test(unsupported = test)]
fn two_digits_of_a_year_need_a_witness() {
    reads("97/9/18", Some(1397), "1397-09-18");
    reads("97/9/18", Some(1404), "1397-09-18");
    reads("18/9/97", Some(1392), "1397-09-18");
    reads("97/9/18", Some(1391), "1297-09-18");
    assert_eq!(read_date("97/9/18", None), Err(DateError::CenturyUnknown));
    assert_eq!(read_date("97/9/18", Some(2018)), Err(DateError::CenturyUnknown));
    assert_eq!(read_date("02/9/18", Some(1402)), Err(DateError::Ambiguous));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_no_single_jalali_date_is_refused_with_its_reason() {
    use DateError::*;
    for (text, error) in [
        ("", Empty),
        (" \u{200F} ", Empty),
        ("دیروز", NotADate),
        ("1401/02", NotADate),
        ("1401", NotADate),
        ("1401/02/18/1", NotADate),
        ("1401 2 18", NotADate),
        ("1401/2-18", NotADate),
        ("1401//2/18", NotADate),
        ("397/9/18", NotADate),
        ("14010218", NotADate),
        ("1401:2:18", NotADate),
        ("اردیبهشت ۱۴۰۱", NotADate),
        ("1401/2/18 و", NotADate),
        ("12/3/11", Ambiguous),
        ("2022/05/08", YearOutOfRange),
        ("1400/12/30", NoSuchDay),
        ("1401/13/01", NoSuchDay),
        ("1401/0/1", NoSuchDay),
        ("1401/7/31", NoSuchDay),
        ("۳۰ اسفند ۱۴۰۰", NoSuchDay),
        ("1401/2/1402", NoSuchDay),
        ("شنبه ۱۸ اردیبهشت ۱۴۰۱", WeekdayMismatch),
    ] {
        assert_eq!(read_date(text, None), Err(error), "{text}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn written_dates_are_read_back() {
    let mut random = Random(1405);
    for _ in 0..2_000 {
        let first = JalaliDate::new(1200, 1, 1).unwrap().day_number();
        let day = first.plus(random.below(109_938) as i32);
        let date = JalaliDate::from_day(day);
        assert_eq!(read_date(&short_date(day, Lang::Fa), None), Ok(date));
        assert_eq!(read_date(&short_date(day, Lang::En), None), Ok(date));
        assert_eq!(read_date(&long_date(day, Lang::Fa), None), Ok(date));
        assert_eq!(read_date(&date.to_string(), None), Ok(date));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn random_texts_are_read_or_refused() {
    let mut random = Random(1406);
    let mut read = 0;
    const PIECES: [&str; 12] =
        ["1401", "97", "۱۸", "5", "12", "/", "/", "-", " ", "دی", "یکشنبه", "."];
    for _ in 0..20_000 {
        let mut text: String = (0..5).map(|_| *random.pick(&PIECES)).collect();
        if random.below(4) == 0 {
            text.push_str(&random.text());
        }
        if let Ok(date) = read_date(&text, Some(1402)) {
            read += 1;
            assert_eq!(JalaliDate::new(date.year(), date.month(), date.day()), Some(date));
        }
    }
    assert!(read > 50, "{read}");
}
