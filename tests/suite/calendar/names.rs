//! Every name of the calendar, letter by letter: a joiner lost or an Arabic letter fails here.

use hamyar::calendar::{Weekday, jalali_month_name, season_name, weekday_name};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

const MONTHS: [(&str, &str); 12] = [
    ("فروردین", "Farvardin"),
    ("اردیبهشت", "Ordibehesht"),
    ("خرداد", "Khordad"),
    ("تیر", "Tir"),
    ("مرداد", "Mordad"),
    ("شهریور", "Shahrivar"),
    ("مهر", "Mehr"),
    ("آبان", "Aban"),
    ("آذر", "Azar"),
    ("دی", "Dey"),
    ("بهمن", "Bahman"),
    ("اسفند", "Esfand"),
];

const SEASONS: [(&str, &str); 4] =
    [("بهار", "spring"), ("تابستان", "summer"), ("پاییز", "autumn"), ("زمستان", "winter")];

const WEEKDAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Saturday, "شنبه", "Saturday"),
    (Weekday::Sunday, "یکشنبه", "Sunday"),
    (Weekday::Monday, "دوشنبه", "Monday"),
    (Weekday::Tuesday, "سه\u{200C}شنبه", "Tuesday"),
    (Weekday::Wednesday, "چهارشنبه", "Wednesday"),
    (Weekday::Thursday, "پنجشنبه", "Thursday"),
    (Weekday::Friday, "جمعه", "Friday"),
];

#[wasm_bindgen_test(unsupported = test)]
fn all_months_seasons_and_weekdays_have_their_names() {
    for ((fa, en), month) in MONTHS.into_iter().zip(1..) {
        assert_eq!(jalali_month_name(month, Lang::Fa), fa);
        assert_eq!(jalali_month_name(month, Lang::En), en);
    }
    for ((fa, en), quarter) in SEASONS.into_iter().zip(1..) {
        assert_eq!(season_name(quarter, Lang::Fa), fa);
        assert_eq!(season_name(quarter, Lang::En), en);
    }
    for (weekday, fa, en) in WEEKDAYS {
        assert_eq!(weekday_name(weekday, Lang::Fa), fa);
        assert_eq!(weekday_name(weekday, Lang::En), en);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn there_is_no_thirteenth_month_and_no_fifth_season() {
    for lang in [Lang::Fa, Lang::En] {
        assert!(jalali_month_name(0, lang).is_empty() && jalali_month_name(13, lang).is_empty());
        assert!(season_name(0, lang).is_empty() && season_name(5, lang).is_empty());
    }
}
