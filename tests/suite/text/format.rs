use hamyar::number::Decimal;
use hamyar::text::{
    AmountScale, Currency, Lang, NumberFormat, Scale, ScaleChoice, SignDisplay, format_amount,
    format_number, format_scaled, parse_amount, parse_number,
};
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn writes(value: &str, format: NumberFormat, fa: &str, en: &str) {
    let value = Decimal::parse(value).unwrap();
    assert_eq!(format_number(&value, Lang::Fa, &format), fa);
    assert_eq!(format_number(&value, Lang::En, &format), en);
}

#[track_caller]
fn scales(value: &str, choice: ScaleChoice, fa: &str, en: &str) {
    let value = Decimal::parse(value).unwrap();
    assert_eq!(format_scaled(&value, Lang::Fa, choice), fa);
    assert_eq!(format_scaled(&value, Lang::En, choice), en);
}

#[wasm_bindgen_test(unsupported = test)]
fn thousands_are_grouped_from_four_digits_up() {
    writes("999", NumberFormat::GROUPED, "۹۹۹", "999");
    writes("1000", NumberFormat::GROUPED, "۱٬۰۰۰", "1,000");
    writes("123456", NumberFormat::GROUPED, "۱۲۳٬۴۵۶", "123,456");
    writes("1234567.25", NumberFormat::GROUPED, "۱٬۲۳۴٬۵۶۷٫۲۵", "1,234,567.25");
    writes("1401", NumberFormat::default(), "۱۴۰۱", "1401");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_was_stated_is_rounded_or_padded_only_when_told() {
    writes("70.80", NumberFormat::default(), "۷۰٫۸۰", "70.80");
    writes("70.8", NumberFormat::GROUPED.with_decimals(2), "۷۰٫۸۰", "70.80");
    writes("70.825", NumberFormat::GROUPED.with_decimals(2), "۷۰٫۸۳", "70.83");
    writes("71", NumberFormat::GROUPED.with_decimals(1), "۷۱٫۰", "71.0");
    writes("0.5", NumberFormat::GROUPED.with_decimals(0), "۱", "1");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_sign_its_number_and_percent_are_one_isolate_in_persian() {
    let signed = NumberFormat::PERCENT.signed();
    writes("20.69", signed, "\u{2066}+۲۰٫۶۹٪\u{2069}", "+20.69%");
    writes("-9.2", NumberFormat::GROUPED, "\u{2066}\u{2212}۹٫۲\u{2069}", "\u{2212}9.2");
    writes("71", NumberFormat::PERCENT, "\u{2066}۷۱٪\u{2069}", "71%");
    writes("0", signed, "\u{2066}۰٪\u{2069}", "0%");
    writes("-0.04", signed.with_decimals(1), "\u{2066}۰٫۰٪\u{2069}", "0.0%");
    let ungrouped = NumberFormat { sign: SignDisplay::Always, ..NumberFormat::default() };
    writes("1234", ungrouped, "\u{2066}+۱۲۳۴\u{2069}", "+1234");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_scale_word_is_used_only_where_it_leaves_the_number_exact() {
    use ScaleChoice::{Auto, Fixed};
    scales("580000000000", Auto, "۵۸۰\u{A0}میلیارد", "580\u{A0}billion");
    scales("644400000", Auto, "۶۴۴٫۴\u{A0}میلیون", "644.4\u{A0}million");
    scales("3498141000000", Auto, "۳٬۴۹۸٫۱۴۱\u{A0}میلیارد", "3,498.141\u{A0}billion");
    scales("1234567", Auto, "۱٬۲۳۴٬۵۶۷", "1,234,567");
    scales("1000000500000", Auto, "۱٬۰۰۰٬۰۰۰٫۵\u{A0}میلیون", "1,000,000.5\u{A0}million");
    scales("5613", Auto, "۵٬۶۱۳", "5,613");
    scales("0", Auto, "۰", "0");
    scales("-2000000", Auto, "\u{2066}\u{2212}۲\u{2069}\u{A0}میلیون", "\u{2212}2\u{A0}million");
    scales("5600", Fixed(Scale::Thousand), "۵٫۶\u{A0}هزار", "5.6\u{A0}thousand");
    scales("500000000", Fixed(Scale::Billion), "۰٫۵\u{A0}میلیارد", "0.5\u{A0}billion");
    scales("500000001", Fixed(Scale::Billion), "۵۰۰٬۰۰۰٬۰۰۱", "500,000,001");
    scales("2.50", Fixed(Scale::Trillion), "۲٫۵۰", "2.50");
}

#[track_caller]
fn pays(rials: &str, currency: Currency, scale: AmountScale, fa: &str, en: &str) {
    let rials = Decimal::parse(rials).unwrap();
    for (lang, expected) in [(Lang::Fa, fa), (Lang::En, en)] {
        let written = format_amount(&rials, currency, scale, lang).unwrap();
        assert_eq!(written.replace('\u{A0}', " "), expected);
        assert!(!written.contains(' '), "a number parts from its unit: {written}");
    }
    let read = parse_amount(&format_amount(&rials, currency, scale, Lang::Fa).unwrap()).unwrap();
    assert_eq!(read.in_rial().map(Decimal::trimmed), Some(rials.trimmed()), "read back");
}

#[wasm_bindgen_test(unsupported = test)]
fn an_amount_is_written_in_either_currency_and_in_hemmat() {
    use AmountScale::{Auto, Hemmat, Word};
    use Currency::{Rial, Toman};
    pays("580000000000", Rial, Auto, "۵۸۰ میلیارد ریال", "580 billion rials");
    pays("580000000000", Toman, Auto, "۵۸ میلیارد تومان", "58 billion tomans");
    pays("105000000000000", Toman, Hemmat, "۱۰٫۵ همت", "10.5 hemmat");
    pays("105000000000000", Rial, Hemmat, "۱۰۵ هزار میلیارد ریال", "105 trillion rials");
    pays(
        "68000000000000",
        Toman,
        Word(Scale::Billion),
        "۶٬۸۰۰ میلیارد تومان",
        "6,800 billion tomans",
    );
    pays(
        "10000000000000",
        Toman,
        Word(Scale::Trillion),
        "۱ هزار میلیارد تومان",
        "1 trillion tomans",
    );
    pays("10000000000000", Toman, Hemmat, "۱ همت", "1 hemmat");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_scale_that_would_round_an_amount_is_left_out() {
    use AmountScale::{Auto, Hemmat, Word};
    use Currency::{Rial, Toman};
    pays("105000000000010", Toman, Hemmat, "۱۰٬۵۰۰٬۰۰۰٬۰۰۰٬۰۰۱ تومان", "10,500,000,000,001 tomans");
    pays("5", Toman, Auto, "۰٫۵ تومان", "0.5 tomans");
    pays("1234567", Rial, Word(Scale::Million), "۱٬۲۳۴٬۵۶۷ ریال", "1,234,567 rials");
    pays("0", Toman, Hemmat, "۰ تومان", "0 tomans");
}

#[wasm_bindgen_test(unsupported = test)]
fn rial_and_toman_turn_into_each_other_exactly() {
    for text in ["0", "1", "9", "10", "6443", "580000000005", "-25", "0.5", "170141183460469"] {
        let rials = Decimal::parse(text).unwrap();
        let tomans = Currency::Toman.of_rial(rials).unwrap();
        assert_eq!(Currency::Toman.to_rial(tomans).unwrap().trimmed(), rials.trimmed(), "{text}");
        assert_eq!(Currency::Rial.of_rial(rials), Some(rials));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_thousand_billion_is_written_as_people_write_it() {
    scales(
        "2000000000000",
        ScaleChoice::Fixed(Scale::Trillion),
        "۲\u{A0}هزار\u{A0}میلیارد",
        "2\u{A0}trillion",
    );
    let read = parse_number("۲\u{A0}هزار\u{A0}میلیارد").unwrap();
    assert_eq!(read, parse_number("۲ تریلیون").unwrap());
}
