use hamyar::text::{CollationKey, compare};
use wasm_bindgen_test::wasm_bindgen_test;

/// Sorts the texts from their reverse order and expects them as listed.
#[track_caller]
fn in_order(texts: &[&str]) {
    let mut sorted: Vec<&str> = texts.iter().rev().copied().collect();
    sorted.sort_by(|left, right| compare(left, right));
    assert_eq!(sorted, texts);
}

#[wasm_bindgen_test(unsupported = test)]
fn every_letter_has_its_place() {
    let letters = "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی";
    in_order(&letters.split(' ').collect::<Vec<_>>());
}

#[wasm_bindgen_test(unsupported = test)]
fn the_provinces_are_in_the_order_of_a_persian_list() {
    in_order(&[
        "آذربایجان شرقی",
        "آذربایجان غربی",
        "اردبیل",
        "اصفهان",
        "البرز",
        "ایلام",
        "بوشهر",
        "تهران",
        "چهارمحال و بختیاری",
        "خراسان جنوبی",
        "خراسان رضوی",
        "خراسان شمالی",
        "خوزستان",
        "زنجان",
        "سمنان",
        "سیستان و بلوچستان",
        "فارس",
        "قزوین",
        "قم",
        "کردستان",
        "کرمان",
        "کرمانشاه",
        "کهگیلویه و بویراحمد",
        "گلستان",
        "گیلان",
        "لرستان",
        "مازندران",
        "مرکزی",
        "هرمزگان",
        "همدان",
        "یزد",
    ]);
}

#[wasm_bindgen_test(unsupported = test)]
fn joints_come_before_letters_and_numbers_go_by_value() {
    in_order(&["خانه", "خانه\u{200C}ها", "خانه ها", "خانه-ها", "خانهها"]);
    in_order(&["منطقه ۹", "منطقه ۱۰", "منطقه ۰۱۱", "منطقه ۱۰۰", "منطقه آ", "منطقه B"]);
    in_order(&["۷", "الف", "یزد", "GDP", "Tehran"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn hamza_forms_and_spellings_stay_beside_their_letter() {
    in_order(&["موسسه", "مؤسسه", "موسسهٔ الف"]);
    in_order(&["رییس", "رئیس", "زابل"]);
    in_order(&["احمد", "أحمد", "اخگر"]);
    in_order(&["علي", "علی", "علیا"]);
    in_order(&["07", "7", "٧", "۷"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_key_orders_as_compare_does() {
    let names = ["یزد", "آبادان", "قم ۱۰", "قم ۹", "Qom", "أهواز", "اهواز"];
    for left in names {
        for right in names {
            assert_eq!(
                CollationKey::new(left).cmp(&CollationKey::new(right)),
                compare(left, right)
            );
        }
    }
}
