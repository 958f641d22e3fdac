use hamyar::text::{Direction, Lang, isolate, ltr_isolate, rtl_isolate, strip_marks};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test(unsupported = test)]
fn isolates_open_and_close() {
    assert_eq!(isolate("قم"), "\u{2068}قم\u{2069}");
    assert_eq!(ltr_isolate("8 May 2022"), "\u{2066}8 May 2022\u{2069}");
    assert_eq!(rtl_isolate("الف"), "\u{2067}الف\u{2069}");
}

#[wasm_bindgen_test(unsupported = test)]
fn stripping_takes_every_direction_mark_and_leaves_the_joiner() {
    let marks = "\u{061C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}";
    assert_eq!(strip_marks(&format!("می\u{200C}{marks}شود")), "می\u{200C}شود");
}

#[wasm_bindgen_test(unsupported = test)]
fn languages_have_codes_and_directions() {
    assert_eq!(Lang::Fa.direction(), Direction::Rtl);
    assert_eq!(Lang::En.direction(), Direction::Ltr);
    for lang in [Lang::Fa, Lang::En] {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
        assert_eq!(serde_json::to_value(lang).unwrap(), lang.code());
    }
    assert_eq!(Lang::from_code("ar"), None);
}
