use hamyar::text::metrics::{TextStyle, width, wrap};
use wasm_bindgen_test::wasm_bindgen_test;

use super::random::Random;

/// Every row of the table: style at 100 px, width in Chromium, text.
fn measured() -> Vec<(TextStyle, f64, &'static str)> {
    let csv = include_str!("../../fixtures/text/widths.csv");
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.splitn(4, ',').collect();
        let style = match (cells[0], cells[1]) {
            ("400", "p") => TextStyle::regular(100.0),
            ("700", "p") => TextStyle::bold(100.0),
            ("400", "t") => TextStyle::regular(100.0).with_tabular_digits(),
            _ => panic!("{line}"),
        };
        (style, cells[2].parse().unwrap(), cells[3])
    };
    csv.lines().skip(1).map(row).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn every_text_is_as_wide_as_in_chromium_within_half_a_percent() {
    let rows = measured();
    assert!(rows.len() >= 480, "{}", rows.len());
    let mut wrong = Vec::new();
    for (style, expected, text) in rows {
        let share = width(text, &style) / expected - 1.0;
        if share.abs() > 0.005 {
            wrong.push(format!("{:+.2} % {style:?} {text}", share * 100.0));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test(unsupported = test)]
fn width_grows_with_the_size() {
    let at = |size| width("شهرستان‌های هدف", &TextStyle::regular(size));
    assert!((at(32.0) - 2.0 * at(16.0)).abs() < 1e-9);
    assert_eq!(width("", &TextStyle::regular(16.0)), 0.0);
    assert!(width("کرمان", &TextStyle::bold(16.0)) > at(0.0));
}

#[wasm_bindgen_test(unsupported = test)]
fn marks_have_no_width_and_the_joiner_parts_letters() {
    let style = TextStyle::regular(16.0);
    let same = |left: &str, right: &str| width(left, &style) == width(right, &style);
    assert!(same("\u{2066}+۲۰٫۶۹٪\u{2069}", "+۲۰٫۶۹٪"));
    assert!(same("کِتابُ\u{200F}", "کتاب"));
    assert!(same("ه\u{200D}", "ه\u{200D}\u{200D}"));
    assert!(!same("می\u{200C}شود", "میشود"));
    assert!(width("بی", &style) < width("ب\u{200C}ی", &style));
}

#[wasm_bindgen_test(unsupported = test)]
fn tabular_digits_are_equally_wide() {
    let column = TextStyle::bold(13.0).with_tabular_digits();
    for digit in '۰'..='۹' {
        assert_eq!(width(&digit.to_string(), &column), width("۳", &column));
    }
    let latin = TextStyle::regular(13.0);
    assert_eq!(width("1111", &latin), width("8888", &latin));
}

#[wasm_bindgen_test(unsupported = test)]
fn lines_break_before_and_never_inside_a_number_and_its_unit() {
    let style = TextStyle::regular(14.0);
    let lines = |text: &str, width, count| wrap(text, &style, width, count);
    assert_eq!(lines("سیستان و بلوچستان", 80.0, 2), ["سیستان", "و بلوچستان"]);
    assert_eq!(lines("سیستان و بلوچستان", 300.0, 2), ["سیستان و بلوچستان"]);
    assert_eq!(lines("کهگیلویه و بویراحمد", 85.0, 3), ["کهگیلویه", "و بویراحمد"]);
    assert_eq!(lines("مبلغ ۵۸۰\u{A0}میلیارد", 60.0, 3), ["مبلغ", "۵۸۰\u{A0}میلیارد"]);
    assert_eq!(lines("یک دو سه چهار", 1.0, 2), ["یک", "دو سه چهار"]);
    assert_eq!(lines("یک دو", 1.0, 0), ["یک دو"]);
    assert_eq!(lines("  ", 50.0, 2), Vec::<String>::new());
}

#[wasm_bindgen_test(unsupported = test)]
fn wrapping_keeps_every_word_in_order() {
    let mut random = Random(1407);
    for _ in 0..3_000 {
        let text: Vec<String> = (0..6).map(|_| random.text()).collect();
        let text = text.join(" ");
        let style = TextStyle::regular(13.0);
        let (limit, count) = (20.0 + random.below(200) as f64, random.below(5) as usize);
        let lines = wrap(&text, &style, limit, count);
        assert!(lines.len() <= count.max(1));
        let words = |text: &str| text.split(' ').filter(|word| !word.is_empty()).count();
        assert_eq!(words(&lines.join(" ")), words(&text));
        let early = &lines[..lines.len().saturating_sub(1)];
        for line in early {
            assert!(words(line) == 1 || width(line, &style) <= limit, "{line:?}");
        }
    }
}
