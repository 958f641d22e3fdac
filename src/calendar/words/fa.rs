//! The words of the calendar in Persian.

use super::Words;

const GREGORIAN_MONTHS: [&str; 12] = [
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
];

pub(super) static WORDS: Words = Words {
    months: [
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "تیر",
        "مرداد",
        "شهریور",
        "مهر",
        "آبان",
        "آذر",
        "دی",
        "بهمن",
        "اسفند",
    ],
    seasons: ["بهار", "تابستان", "پاییز", "زمستان"],
    weekdays: ["شنبه", "یکشنبه", "دوشنبه", "سه\u{200C}شنبه", "چهارشنبه", "پنجشنبه", "جمعه"],
    gregorian_months: GREGORIAN_MONTHS,
    gregorian_months_short: GREGORIAN_MONTHS,
    year: "سال {0}",
    halves: ["نیمهٔ نخست {0}", "نیمهٔ دوم {0}"],
    halves_long: ["نیمهٔ نخست سال {0}", "نیمهٔ دوم سال {0}"],
    nine_months: "۹\u{A0}ماههٔ {0}",
    nine_months_long: "نه ماه نخست سال {0}",
    to_date: "{0}\u{A0}ماههٔ {1}",
    to_date_long: "از آغاز سال {0} تا پایان {1}",
    span: "{0} تا {1}",
    since: "از {0}",
    since_long: "از آغاز {0}",
    until: "تا {0}",
    until_long: "تا پایان {0}",
    gregorian_span: "{0} تا {1}",
    gregorian_since: "از {0}",
    gregorian_until: "تا {0}",
};
