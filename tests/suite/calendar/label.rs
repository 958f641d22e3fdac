use hamyar::calendar::{Day, Period, long_date, long_date_with_gregorian, read_period, short_date};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn is_called(id: &str, fa: [&str; 2], en: [&str; 2]) {
    let period = Period::parse(id).unwrap();
    let labels = |lang| [period.label(lang), period.label_long(lang)];
    assert_eq!(labels(Lang::Fa), fa);
    assert_eq!(labels(Lang::En), en);
}

#[wasm_bindgen_test(unsupported = test)]
fn periods_have_a_short_and_a_long_name() {
    is_called("1401", ["۱۴۰۱", "سال ۱۴۰۱"], ["1401", "the year 1401"]);
    is_called("1398-Q2", ["تابستان ۱۳۹۸"; 2], ["summer 1398"; 2]);
    is_called("1398-09", ["آذر ۱۳۹۸"; 2], ["Azar 1398"; 2]);
    is_called(
        "1401-H1",
        ["نیمهٔ نخست ۱۴۰۱", "نیمهٔ نخست سال ۱۴۰۱"],
        ["first half of 1401", "first half of the year 1401"],
    );
    is_called(
        "1401-9M",
        ["۹\u{A0}ماههٔ ۱۴۰۱", "نه ماه نخست سال ۱۴۰۱"],
        ["nine months of 1401", "first nine months of the year 1401"],
    );
    is_called(
        "1401-C05",
        ["۵\u{A0}ماههٔ ۱۴۰۱", "از آغاز سال ۱۴۰۱ تا پایان مرداد"],
        ["5\u{A0}months of 1401", "from the start of 1401 to the end of Mordad"],
    );
    is_called(
        "1401-02-18",
        ["۱۸ اردیبهشت ۱۴۰۱", "یکشنبه ۱۸ اردیبهشت ۱۴۰۱"],
        ["18 Ordibehesht 1401", "Sunday 18 Ordibehesht 1401 (8\u{A0}May\u{A0}2022)"],
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn spans_and_open_ends_name_their_parts() {
    is_called(
        "1398-12/1401-02",
        ["اسفند ۱۳۹۸ تا اردیبهشت ۱۴۰۱"; 2],
        ["Esfand 1398 to Ordibehesht 1401"; 2],
    );
    is_called("1400/1401", ["۱۴۰۰ تا ۱۴۰۱"; 2], ["1400 to 1401"; 2]);
    is_called(
        "1396-10/",
        ["از دی ۱۳۹۶", "از آغاز دی ۱۳۹۶"],
        ["since Dey 1396", "since the start of Dey 1396"],
    );
    is_called("../1400", ["تا ۱۴۰۰", "تا پایان ۱۴۰۰"], ["until 1400", "to the end of 1400"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_gregorian_days_stand_beside_them() {
    let label = |id: &str, lang| Period::parse(id).unwrap().gregorian_label(lang);
    assert_eq!(label("1401", Lang::En), "21 Mar 2022 – 20 Mar 2023");
    assert_eq!(label("1401", Lang::Fa), "۲۱ مارس ۲۰۲۲ تا ۲۰ مارس ۲۰۲۳");
    assert_eq!(label("1401-02-18", Lang::En), "8 May 2022");
    assert_eq!(label("1396-10/", Lang::En), "since 22 Dec 2017");
    assert_eq!(label("../1400", Lang::Fa), "تا ۲۰ مارس ۲۰۲۲");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_latin_date_is_isolated_in_persian() {
    let day = Day(19_120);
    assert_eq!(short_date(day, Lang::Fa), "۱۸ اردیبهشت ۱۴۰۱");
    assert_eq!(long_date(day, Lang::Fa), "یکشنبه ۱۸ اردیبهشت ۱۴۰۱");
    assert_eq!(
        long_date_with_gregorian(day, Lang::Fa),
        "یکشنبه ۱۸ اردیبهشت ۱۴۰۱ (\u{2066}8\u{A0}May\u{A0}2022\u{2069})"
    );
    assert_eq!(
        long_date_with_gregorian(day, Lang::En),
        "Sunday 18 Ordibehesht 1401 (8\u{A0}May\u{A0}2022)"
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn every_short_name_is_read_again() {
    let of_a_year = ["", "-H1", "-H2", "-Q1", "-Q4", "-9M", "-C05", "-C06", "-01", "-12", "-02-18"];
    let ids = of_a_year.iter().map(|part| format!("1401{part}"));
    let open =
        ["1398-12/1401-02", "1400/1401", "1400-01-05/1400-02-03", "1396-10/", "1396/", "../1400"];
    for id in ids.chain(open.map(str::to_owned)) {
        let period = Period::parse(&id).unwrap();
        for lang in [Lang::Fa, Lang::En] {
            let label = period.label(lang);
            assert_eq!(read_period(&label), Some(period), "{label}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn periods_are_read_as_people_write_them() {
    for (text, id) in [
        ("سال ۱۴۰۳", "1403"),
        ("۱۴۰۳ تیر", "1403-04"),
        ("تیرماه سال ۱۴۰۳", "1403-04"),
        ("فصل پائیز ۱۴۰۳", "1403-Q3"),
        ("نیمسال اول ۱۴۰۳", "1403-H1"),
        ("شش ماهه دوم سال ۱۴۰۳", "1403-H2"),
        ("سه‌ماههٔ چهارم ۱۴۰۳", "1403-Q4"),
        ("نه ماهه ۱۴۰۳", "1403-9M"),
        ("۹ ماههٔ نخست ۱۴۰۲", "1402-9M"),
        ("نه ماه نخست سال ۱۴۰۲", "1402-9M"),
        ("شش‌ماههٔ نخست ۱۴۰۳", "1403-H1"),
        ("سه‌ماههٔ ۱۴۰۳", "1403-C03"),
        ("پنج ماهه نخست ۱۴۰۳", "1403-C05"),
        ("نیمه‌ی دوم ۱۴۰۲", "1402-H2"),
        ("تیر۱۴۰۳", "1403-04"),
        ("از آغاز ۱۴۰۰", "1400/"),
        ("تا پایان تیر ۱۴۰۰", "../1400-04"),
        ("سه شنبه ۲۲ خرداد ۱۴۰۳", "1403-03-22"),
        ("از فروردین تا تیر ۱۴۰۳", "1403-01/1403-04"),
        ("تا پاییز ۱۴۰۳", "../1403-09"),
        ("Mehr 1403", "1403-07"),
        ("second quarter of 1403", "1403-Q2"),
        ("from 1400 to 1402", "1400/1402"),
    ] {
        assert_eq!(read_period(text).map(|period| period.id()).as_deref(), Some(id), "{text}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_names_no_period_is_none() {
    for text in [
        "",
        " ",
        "تیر",
        "تا",
        "از",
        "۱۴۰۳ تا",
        "تا تا",
        "نیمهٔ سوم ۱۴۰۳",
        "سه‌ماههٔ پنجم ۱۴۰۳",
        "۱۳ ماههٔ ۱۴۰۳",
        "۱۴۰۳ تا ۱۴۰۲",
        "پارسال",
        "چهارشنبه ۲۲ خرداد ۱۴۰۳",
        "March 2024",
        "تیر ۲۰۲۴",
        "14-03",
        "14 03",
        "140-3",
        "1-403",
        "-1403",
        "1403-",
        "۱۴ ۱۴۰۳",
        "دهه ۱۴۰۳",
        "۴ ماههٔ دوم ۱۴۰۳",
    ] {
        assert_eq!(read_period(text), None, "{text}");
    }
}
