//! Single figures of a survey whose base changed are never told as a trend.

use hamyar::export::table_csv;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{made, named, plain};

const SURVEY: &str = "national-unemployment-survey";

#[wasm_bindgen_test(unsupported = test)]
fn the_survey_has_no_trend_and_no_extremes() {
    for (lang, forbidden) in
        [(Lang::Fa, ["رسید", "بیشترین", "کمترین"]), (Lang::En, ["went from", "Highest", "Lowest"])]
    {
        let scene = named(SURVEY, lang);
        for word in forbidden {
            assert!(!scene.description.long.contains(word), "{}", scene.description.long);
            assert!(!scene.description.short.contains(word), "{}", scene.description.short);
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_survey_tells_each_figure_with_its_period() {
    let long = plain(&named(SURVEY, Lang::Fa).description.long);
    for (period, value) in
        [("پاییز ۱۳۹۰", "۱۱٫۸"), ("پاییز ۱۳۹۱", "۱۱٫۲"), ("۱۳۹۵", "۱۲٫۴"), ("تابستان ۱۳۹۸", "۱۰٫۵")]
    {
        assert!(long.contains(&format!("{period}: {value} درصد")), "{long}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_change_of_base_is_named_wherever_the_figures_go() {
    for (lang, parts) in [
        (Lang::Fa, ["تابستان ۱۳۹۸", "۱۰ ساله و بیشتر", "۱۵ ساله و بیشتر"]),
        (Lang::En, ["summer 1398", "aged 10 and over", "aged 15 and over"]),
    ] {
        let scene = named(SURVEY, lang);
        let csv = table_csv(&scene);
        for part in parts {
            let text = |text: &str| plain(text).to_lowercase().contains(part);
            assert!(text(&scene.description.long), "{part}: {}", scene.description.long);
            assert!(text(&scene.table.foot), "{part}: {}", scene.table.foot);
            assert!(scene.notes.iter().any(|note| text(note)), "{part}: {:?}", scene.notes);
            assert!(text(&csv), "{part}: {csv}");
        }
        assert_eq!(csv.matches(scene.notes.last().unwrap().as_str()).count(), 1, "told twice");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn figures_on_one_side_of_the_change_tell_no_change() {
    let scene = made(
        r#"{"query": {"where": {"observations": ["O198", "O197"]}}, "mark": "line"}"#,
        Lang::En,
    );
    assert!(!scene.description.long.contains("base"), "{}", scene.description.long);
    let both = made(r#"{"query": {"where": {"observations": ["O197", "O281"]}}}"#, Lang::En);
    assert!(both.description.long.contains("base changes"), "{}", both.description.long);
}

#[wasm_bindgen_test(unsupported = test)]
fn months_that_follow_one_another_do_have_a_trend() {
    let scene = named("example-monthly-line", Lang::En);
    let long = scene.description.long;
    assert!(long.contains("It went from") && long.contains("Highest"), "{long}");
}
