//! What is printed does not speak against the verdict: as many decimals as that takes.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::checked;
use super::small::package;
use crate::suite::ingest::open_data::open_data;

fn judged(rule: &str) -> (Verdict, String, String) {
    let report = checked(&open_data().add("rules.csv", &format!("U1,,نام,Name,{rule},,,,")));
    let found = report.findings.into_iter().find(|one| one.check == "U1").unwrap();
    (found.verdict, found.message.en, found.message.fa)
}

#[wasm_bindgen_test(unsupported = test)]
fn a_tolerance_below_two_decimals_is_seen() {
    let (verdict, en, fa) = judged("O010 / O011,=,2.41,0.001");
    assert_eq!(verdict, Verdict::Fail);
    assert_eq!(en, "Name: 5,613 ÷ 2,327 ≈ 2.412; stated 2.41. It does not hold.");
    assert!(fa.contains("\u{2066}۵٬۶۱۳ ÷ ۲٬۳۲۷ ≈ ۲٫۴۱۲\u{2069}؛ گفته‌شده ۲٫۴۱."), "{fa}");
    let (verdict, en, _) = judged("O010 / O011,=,2.41,0.01");
    assert_eq!(verdict, Verdict::Pass);
    assert_eq!(en, "Name: 5,613 ÷ 2,327 ≈ 2.41; stated 2.41. It holds.");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_small_value_is_no_nought() {
    let (verdict, en, _) = judged("O018 / 42000000,=,0.00003,0.000001");
    assert_eq!(verdict, Verdict::Fail);
    assert_eq!(en, "Name: 900 ÷ 42,000,000 ≈ 0.000021; stated 0.00003. It does not hold.");
}

/// The bound is 0.00238095…, and 0.0024 is still one.
#[wasm_bindgen_test(unsupported = test)]
fn a_bound_is_rounded_outwards() {
    let (verdict, en, fa) = judged("O025 / O019,<,0.001,");
    assert_eq!(verdict, Verdict::Warn);
    assert_eq!(
        en,
        "Name: less than 100 ÷ more than 42,000 = at most 0.0024; must be less than 0.001. The bounds leave it open."
    );
    assert!(fa.contains("حداکثر ۰٫۰۰۲۴"), "{fa}");
    let (verdict, en, _) = judged("O025 / O019,<,0.0024,");
    assert_eq!(verdict, Verdict::Pass);
    assert!(en.contains("= at most 0.00239; must be less than 0.0024. It holds."), "{en}");
}

/// What is exact has the sign of equality, and what never ends as many digits as tell it apart.
#[wasm_bindgen_test(unsupported = test)]
fn a_rounded_value_says_so() {
    let (_, en, _) = judged("O020 / 8,=,275,");
    assert!(en.starts_with("Name: 2,200 ÷ 8 = 275; stated 275."), "{en}");
    let (verdict, en, _) = judged("O020 / 3,=,733.33333,0");
    assert_eq!(verdict, Verdict::Fail);
    assert!(en.contains("≈ 733.333333; stated 733.33333. It does not hold."), "{en}");
}

/// More decimals than fit 128 bits are no reason to say nothing.
#[wasm_bindgen_test(unsupported = test)]
fn a_long_value_is_judged_with_the_decimals_that_fit() {
    let (verdict, en, _) = judged("10000000000000000000000000000 / 7,=,1,");
    assert_eq!(verdict, Verdict::Fail);
    assert!(en.contains(" ≈ "), "{en}");
    assert!(en.ends_with("; stated 1. It does not hold."), "{en}");
}

/// Other programs get what is stated as it is stated, whatever its decimals.
#[wasm_bindgen_test(unsupported = test)]
fn stated_value_is_not_rounded_for_other_programs() {
    let figures = [
        "A,share,00@1395,,1399,actual,,0.12345678,percent,exact,,,X,",
        "B,share,07@1395,,1399,actual,,0.12345679,percent,exact,,,X,",
    ];
    let report = checked(&package(&figures, &["R1,,سهم,Share,A,=,B,"]));
    let found = &report.findings[0];
    assert_eq!((found.computed.as_str(), found.stated.as_str()), ("0.12345678", "0.12345679"));
}
