//! V10: weekdays in every spelling, and which date each goes with.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, verdicts};

/// The eighteenth of Azar 1397 was a Sunday; the days after it follow.
#[wasm_bindgen_test(unsupported = test)]
fn v10_a_weekday_is_read_in_every_spelling() {
    let told = |quote: &str| {
        let row = format!("A,jobs,24@1395,,1397-09-18,,,1,person,exact,,,S0,{quote}");
        let report = checked(&package(&[&row], &[]));
        let found = verdicts(&report, "V10");
        found.iter().map(|one| (one.verdict, one.message.en.clone())).collect::<Vec<_>>()
    };
    for (names, day) in [
        (&["شنبه", "روز شنبه", "روزشنبه"][..], 17),
        (&["یکشنبه", "یک شنبه", "یک\u{200C}شنبه", "يكشنبه", "يك شنبه", "روزیکشنبه"], 18),
        (&["دوشنبه", "دو شنبه", "دو\u{200C}شنبه", "«دوشنبه»"], 19),
        (&["سه شنبه", "سه\u{200C}شنبه", "سهشنبه", "۳شنبه"], 20),
        (&["چهارشنبه", "چهار شنبه", "چهار\u{200C}شنبه"], 21),
        (&["پنجشنبه", "پنج شنبه", "پنج\u{200C}شنبه"], 22),
        (&["جمعه", "روز جمعه،"], 23),
    ] {
        for name in names {
            let found = told(&format!("{name} ۱۳۹۷/۹/{day}"));
            let verdicts: Vec<Verdict> = found.iter().map(|(verdict, _)| *verdict).collect();
            assert_eq!(verdicts, [Verdict::Pass], "{name}: {found:?}");
        }
    }
    let wrong = told("سه شنبه 97/9/18");
    assert_eq!(wrong[0].0, Verdict::Warn);
    assert!(wrong[0].1.ends_with("“Tuesday” and “97/9/18” do not agree: that day is a Sunday."));
    assert_eq!(told("روز یکشنبه، ۱۸ آذر ۱۳۹۷، در گیلان")[0].0, Verdict::Pass);
    let wrong = told("دوشنبه ۱۸ آذر ماه ۱۳۹۷");
    assert!(wrong[0].1.ends_with("“Monday” and “1397-09-18” do not agree: that day is a Sunday."));
    let wrong = told("نامهٔ ۱۷ آذر ۱۳۹۷ و نشست ۱۸ آذر ۱۳۹۷ (دوشنبه) در گیلان");
    assert!(wrong[0].1.ends_with("“Monday” and “1397-09-18” do not agree: that day is a Sunday."));
    let wrong = told("سه‌شنبه ۱۸ آذرماه ۱۳۹۷ (دیروز)");
    assert!(wrong[0].1.ends_with("“Tuesday” and “1397-09-18” do not agree: that day is a Sunday."));
}

#[wasm_bindgen_test(unsupported = test)]
fn v10_each_weekday_goes_with_the_date_after_it() {
    let told = |quote: &str| {
        let row = format!("A,jobs,24@1395,,1397-09-18,,,1,person,exact,,,S0,{quote}");
        let report = checked(&package(&[&row], &[]));
        verdicts(&report, "V10").iter().map(|one| one.verdict).collect::<Vec<_>>()
    };
    assert_eq!(told("امام جمعه رشت در ۱۸ آذر ۱۳۹۷ گفت"), [], "no day of the week");
    assert_eq!(told("ائمهٔ جمعه و امام\u{200C}جمعهٔ رشت، یکشنبه ۹۷/۹/۱۸"), [Verdict::Pass]);
    assert_eq!(told("از دوشنبه تا یکشنبه ۱۳۹۷/۰۹/۱۸"), [Verdict::Pass]);
    assert_eq!(told("جمعه ۹۷/۹/۲۳ و یکشنبه ۹۷/۹/۱۸"), [Verdict::Pass, Verdict::Pass]);
    assert_eq!(told("سه شنبه ۹۷/۹/۲۰ و دوشنبه ۹۷/۹/۱۸"), [Verdict::Pass, Verdict::Warn]);
    assert_eq!(told("یکشنبه ۹۷/۹/۱۸ (نامهٔ ۹۷/۹/۱۹)"), [Verdict::Pass]);
    assert_eq!(told("نامهٔ ۹۷/۹/۱۹ روز یکشنبه ۹۷/۹/۱۸"), [Verdict::Pass]);
}
