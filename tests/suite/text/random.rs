//! A small seeded generator, so that every run tests the same strings.

use hamyar::number::Decimal;
use hamyar::text::{
    Lang, NumberFormat, ScaleChoice, compare, fold, format_number, format_scaled, key,
    parse_amount, parse_number, plain_digits, strip_marks,
};
use wasm_bindgen_test::wasm_bindgen_test;

/// SplitMix64.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u64) as usize]
    }

    /// A string of number words, digits, signs, marks and any other characters.
    pub fn text(&mut self) -> String {
        let length = self.below(12);
        (0..length).map(|_| self.piece()).collect()
    }

    fn piece(&mut self) -> String {
        const PIECES: [&str; 40] = [
            "هزار",
            "میلیون",
            "میلیارد",
            "همت",
            "صد",
            "نیم",
            "ممیز",
            "و",
            "یک",
            "بیست",
            "سیصد",
            "ریال",
            "تومان",
            "درصد",
            "منفی",
            " ",
            "\u{200C}",
            "٬",
            "٫",
            "/",
            "-",
            "\u{2212}",
            "+",
            "٪",
            "۱۲",
            "٣",
            "7",
            "000",
            "0",
            "ك",
            "ي",
            "ۀ",
            "\u{0654}",
            "\u{064E}",
            "ـ",
            "\u{200F}",
            "ﻻ",
            "ﷺ",
            "\u{2068}",
            "\n",
        ];
        if self.below(5) > 0 {
            return (*self.pick(&PIECES)).to_owned();
        }
        let block = *self.pick(&[0x20_u32, 0x600, 0x2000, 0xFB50, 0xFE70, 0x1_F300]);
        let code = block + self.below(0x100) as u32;
        char::from_u32(code).unwrap_or('\u{FFFD}').to_string()
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn twenty_thousand_strings_fold_once_and_point_into_their_original() {
    let mut random = Random(1401);
    for _ in 0..20_000 {
        let text = random.text();
        let folded = fold(&text);
        assert_eq!(fold(&folded.text).text, folded.text, "{text:?}");
        assert_eq!(key(&key(&text)), key(&text), "{text:?}");
        assert_eq!(key(&folded.text), key(&text), "{text:?}");
        assert_eq!(folded.char_count(), folded.text.chars().count());
        let (length, units) = (text.chars().count(), text.encode_utf16().count());
        let mut before = 0;
        for index in 0..folded.char_count() {
            let range = folded.source_range(index..index + 1);
            assert!(before <= range.start && range.start < range.end && range.end <= length);
            before = range.start;
            let range = folded.source_range_utf16(index..index + 1);
            assert!(range.start < range.end && range.end <= units, "{text:?}");
        }
        assert!(folded.source_range_utf16(0..usize::MAX).end <= units);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn twenty_thousand_strings_are_read_or_refused_with_a_place_inside_them() {
    let mut random = Random(1402);
    let mut read = 0;
    for _ in 0..20_000 {
        let text = random.text();
        let length = text.chars().count();
        match parse_number(&text) {
            Ok(value) => {
                read += 1;
                assert!(fold(&text).text.chars().any(|letter| letter.is_alphanumeric()));
                let printed = format_number(&value, Lang::Fa, &NumberFormat::GROUPED);
                assert_eq!(parse_number(&printed), Ok(value), "{text:?}");
            }
            Err(error) => assert!(error.offset <= length, "{text:?} {error}"),
        }
        if let Err(error) = parse_amount(&text) {
            assert!(error.offset <= length, "{text:?} {error}");
        }
    }
    assert!(read > 500, "the generator must reach numbers, not only refusals: {read}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_printed_number_is_read_back_in_every_spelling() {
    let mut random = Random(1403);
    for _ in 0..20_000 {
        let digits = 10_u64.pow(random.below(19) as u32 + 1).max(10);
        let units = i128::from(random.below(digits)) * if random.below(2) == 0 { 1 } else { -1 };
        let value = Decimal::new(units, random.below(7) as u8).unwrap();
        for lang in [Lang::Fa, Lang::En] {
            for format in [NumberFormat::default(), NumberFormat::GROUPED.signed()] {
                let printed = format_number(&value, lang, &format);
                for spelling in spellings(&printed) {
                    let read = parse_number(&spelling).unwrap();
                    assert_eq!(read.to_string(), value.to_string(), "{spelling:?}");
                }
            }
            let scaled = format_scaled(&value, Lang::Fa, ScaleChoice::Auto);
            assert_eq!(parse_number(&scaled), Ok(value), "{scaled:?}");
        }
    }
}

/// The same number as other people would type it.
fn spellings(printed: &str) -> Vec<String> {
    let latin = plain_digits(&strip_marks(printed), Lang::En);
    let latin = latin.replace('٬', ",").replace('٫', ".");
    let arabic = |digit: char| match digit.to_digit(10) {
        Some(value) => char::from_u32('٠' as u32 + value).unwrap(),
        None => digit,
    };
    vec![
        printed.to_owned(),
        latin.replace('\u{2212}', "-"),
        latin.chars().map(arabic).collect(),
        latin.replace(',', "'"),
        latin.replace(',', " "),
        format!("\u{200F} {latin}\u{200E}"),
        format!("{}{}", latin.trim_start_matches(['\u{2212}', '+']), trailing_sign(&latin)),
    ]
}

fn trailing_sign(latin: &str) -> &'static str {
    if latin.starts_with('\u{2212}') { "\u{2212}" } else { "" }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_order_of_random_texts_is_total() {
    let mut random = Random(1404);
    for _ in 0..5_000 {
        let (a, b, c) = (random.text(), random.text(), random.text());
        assert_eq!(compare(&a, &b), compare(&b, &a).reverse(), "{a:?} {b:?}");
        assert_eq!(compare(&a, &b).is_eq(), a == b);
        if compare(&a, &b).is_le() && compare(&b, &c).is_le() {
            assert!(compare(&a, &c).is_le(), "{a:?} {b:?} {c:?}");
        }
    }
}
