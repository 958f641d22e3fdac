use hamyar::text::{Lang, fold, key, plain_digits, plain_integer, to_latin, to_persian};
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn folds(text: &str, expected: &str) {
    assert_eq!(fold(text).text, expected, "{text:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn arabic_letters_become_persian() {
    folds("كرمانشاهي علىۀ ساعة", "کرمانشاهی علیه ساعه");
    folds("خانه\u{0654} ما", "خانه ما");
    folds("مؤسسه رئیس أعلم", "مؤسسه رئیس أعلم");
}

#[wasm_bindgen_test(unsupported = test)]
fn presentation_forms_become_letters() {
    folds("\u{FEDB}\u{FE98}\u{FE8E}\u{FE8F}", "کتاب");
    folds("\u{FEFB} \u{FEF7} \u{FEF5}", "لا لأ لآ");
    folds("\u{FB8E}\u{FBFC}\u{FB56}\u{FB94}", "کیپگ");
    folds("\u{FDFC} \u{FC3F} \u{FDF2}", "ریال لج الله");
    folds("\u{FE70}\u{FC5E}\u{FE71}", "");
}

#[wasm_bindgen_test(unsupported = test)]
fn digits_and_their_signs_become_ascii() {
    folds("۱٬۲۳۴٫۵٪ ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ﹪،", "1,234.5% 0123456789 0123456789 %،");
}

#[wasm_bindgen_test(unsupported = test)]
fn marks_vanish_and_spaces_collapse() {
    folds("مُـدَ\u{0670}رّس\u{200F}\u{202B}\u{2067}\u{FEFF}\u{AD}\u{061C}", "مدرس");
    folds("الف\u{A0}\u{2003}\t  ب\r\nپ", "الف ب\nپ");
    folds("می\u{200C}\u{200C}شود می¬شود", "می\u{200C}شود می\u{200C}شود");
}

#[wasm_bindgen_test(unsupported = test)]
fn decomposed_letters_equal_composed_ones() {
    folds("ا\u{0653}ذر", "آذر");
    folds("مو\u{0654}سسه ري\u{0654}یس", "مؤسسه رئیس");
    folds("ا\u{0654}علم ا\u{0655}یران", "أعلم إیران");
}

#[wasm_bindgen_test(unsupported = test)]
fn every_folded_character_knows_its_source() {
    let folded = fold("😀 ﻻ  كِتاب");
    assert_eq!(folded.text, "😀 لا کتاب");
    assert_eq!(folded.source_range(2..3), 2..3);
    assert_eq!(folded.source_range(2..4), 2..3);
    assert_eq!(folded.source_range(4..5), 3..5);
    assert_eq!(folded.source_range(5..6), 5..7);
    assert_eq!(folded.source_range_utf16(5..9), 6..11);
    assert_eq!(folded.source_range(3..3), 2..2);
    assert_eq!(folded.source_range(50..90), 10..10);
    assert_eq!(fold("").source_range_utf16(0..4), 0..0);
}

#[wasm_bindgen_test(unsupported = test)]
fn spellings_of_a_name_share_one_key() {
    assert_eq!(key("آذربایجان شرقي"), key("اذربايجان\u{200C}شرقی"));
    assert_eq!(key("كهگيلويه و بوير-احمد"), key("کهگیلویه وبویراحمد"));
    assert_eq!(key("رئیس مؤسسه"), key("رییس موسسه"));
    assert_eq!(key("TEHRAN – 1"), "tehran1");
    assert_ne!(key("قم"), key("بم"));
}

#[wasm_bindgen_test(unsupported = test)]
fn digits_change_and_nothing_else() {
    assert_eq!(to_persian("سال 1401، ٠٩٫5"), "سال ۱۴۰۱، ۰۹٫۵");
    assert_eq!(to_latin("سال ۱۴۰۱، ٠٩٫5"), "سال 1401، 09٫5");
    assert_eq!(plain_digits("1108@1395", Lang::Fa), "۱۱۰۸@۱۳۹۵");
    assert_eq!(plain_integer(1401, Lang::Fa), "۱۴۰۱");
    assert_eq!(plain_integer(-12, Lang::En), "\u{2212}12");
    assert_eq!(plain_integer(i64::MIN, Lang::En), "\u{2212}9223372036854775808");
}
