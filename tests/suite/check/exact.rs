//! Quotients of rules are not rounded on the way.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{checked, small, verdicts};

/// What a rule comes to over 10^15 rial (A), three plans (N) and a number (B).
fn judged(b: &str, left: &str, operator: &str, right: &str) -> (Verdict, String, String) {
    let rule = format!("R1,V15,مبلغ,Amount,{left},{operator},{right},error");
    let figures = [
        "A,amount,00@1395,,1399,actual,disbursed,1000000,billion_rial,exact,,,S4,",
        "N,plans,00@1395,,1399,actual,,3,count,exact,,,S4,",
        &format!("B,members,00@1395,,1399,actual,,{b},person,exact,,,S4,"),
    ];
    let report = checked(&small::package(&figures, &[&rule]));
    let [one] = verdicts(&report, "V15")[..] else { panic!("{report:?}") };
    (one.verdict, one.computed.clone(), one.message.en.clone())
}

#[wasm_bindgen_test(unsupported = test)]
fn a_third_three_times_is_the_whole() {
    let (verdict, computed, words) = judged("7", "A / N * N", "=", "A");
    assert_eq!((verdict, computed.as_str()), (Verdict::Pass, "1000000000000000"), "{words}");
    assert_eq!(judged("7", "A / N + A / N", "=", "2 * A / N").0, Verdict::Pass);
    assert_eq!(judged("7", "A / B - A / N", "<", "A / B").0, Verdict::Pass);
    assert_eq!(judged("7", "(A / N) / (A / B)", "=", "B / N").0, Verdict::Pass);
    assert_eq!(judged("7", "A / (0 - N)", "<", "0").0, Verdict::Pass);
    assert_eq!(judged("7", "A / (N - 3)", "=", "A").0, Verdict::Warn, "not defined");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_differs_by_less_than_is_shown_still_differs() {
    // By 10^-15, of which a quotient of twelve decimals keeps nothing.
    assert_eq!(judged("7", "N / A", ">", "0").0, Verdict::Pass);
    assert_eq!(judged("7", "B / A", ">", "N / A").0, Verdict::Pass);
    assert_eq!(judged("7", "B / A", "=", "N / A").0, Verdict::Fail);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_too_long_for_that_is_rounded_to_twelve_decimals() {
    let many = "A / B / B / B / B / B / B / B / B / B / B / B / B / B / B / B";
    let (verdict, computed, words) = judged("999983", many, "<", "A");
    assert_eq!((verdict, computed.as_str()), (Verdict::Pass, "0"), "{words}");
}
