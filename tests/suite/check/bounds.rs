//! Bounds in a rule follow the arithmetic of questions: what is counted is never below nought, and what
//! divides is there.

use hamyar::model::{Finding, Verdict};
use wasm_bindgen_test::wasm_bindgen_test;

use super::checked;
use super::small::{self, HEAD};
use crate::suite::ingest::open_data::open_data;

fn judged(left: &str, operator: &str, right: &str) -> Finding {
    let row = format!("U1,,نام,Name,{left},{operator},{right},,,,,");
    let report = checked(&open_data().add("rules.csv", &row));
    report.findings.into_iter().find(|one| one.check == "U1").unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn over_fewer_than_100_is_more_than_22() {
    let found = judged("O020 / O025", ">", "22");
    assert_eq!(found.verdict, Verdict::Pass);
    assert_eq!(
        found.message.en,
        "Name: 2,200 ÷ less than 100 = more than 22; must be more than 22. It holds."
    );
    assert_eq!(judged("O020 / O025", "<", "22").verdict, Verdict::Fail);
    assert_eq!(judged("O020 / O025", "<", "30").verdict, Verdict::Warn, "it may be");
    assert_eq!(judged("O025", ">=", "0").verdict, Verdict::Pass, "none is below nought");
    assert_eq!(judged("O025 / O020", "<", "0.05").verdict, Verdict::Pass);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_may_be_nought_is_not_said_to_be() {
    let perhaps = judged("O020 / (O025 - 5)", ">", "22");
    assert_eq!(perhaps.verdict, Verdict::Warn);
    assert!(
        perhaps.message.en.ends_with("Not defined: the denominator may be nought."),
        "{perhaps:?}"
    );
    assert!(perhaps.message.fa.ends_with("تعریف نشده: مخرج شاید صفر باشد."), "{perhaps:?}");
    let surely = judged("O020 / (O020 - O020)", ">", "22");
    assert!(surely.message.en.ends_with("Not defined: the denominator is nought."), "{surely:?}");
    assert!(surely.message.fa.ends_with("تعریف نشده: مخرج صفر است."), "{surely:?}");
}

/// A measure that falls below nought somewhere has no such end, and a stated range that begins at nought may
/// be nought.
#[wasm_bindgen_test(unsupported = test)]
fn what_may_fall_below_nought_has_no_low_end() {
    let outcome = |other: &str, members: &str| {
        let rows = format!(
            "{HEAD},upper\nA,plans,00@1395,,1399,actual,,6,count,exact,,,X,,\nB,members,00@1395,,1399,actual,,{members}\nC,members,07@1395,,1399,actual,,{other},person,exact,,,X,,\n"
        );
        let rules = "id,name_fa,name_en,left,operator,right\nR1,نام,Name,A / B,>,2\nR2,نام,Name,\"A / members[00@1395, 1399]\",>,2\n";
        let report = checked(&small::with(&[("observations", rows), ("rules", rules.to_owned())]));
        report.findings.iter().map(|one| one.verdict).collect::<Vec<_>>()
    };
    let fewer = "3,person,less_than,,,X,,";
    assert_eq!(outcome("5", fewer), [Verdict::Pass, Verdict::Pass]);
    assert_eq!(outcome("-5", fewer), [Verdict::Warn, Verdict::Warn]);
    assert_eq!(outcome("5", "0,person,between,,,X,,3"), [Verdict::Warn, Verdict::Warn]);
}

/// What is printed must not speak against the verdict: an end that is not reached is no "2 to 6", and no "at most".
#[wasm_bindgen_test(unsupported = test)]
fn ends_that_are_not_reached_are_told_as_such() {
    let said = |rule: &str| {
        let figures = format!(
            "{HEAD},upper\nA,members,00@1395,,1399,actual,,4,person,between,,,X,,6\nB,members,07@1395,,1399,actual,,2,person,less_than,,,X,,\n"
        );
        let rules = format!("id,name_fa,name_en,left,operator,right\nR1,نام,Name,{rule}\n");
        let report = checked(&small::with(&[("observations", figures), ("rules", rules)]));
        let found = report.findings.into_iter().find(|one| one.check == "R1").unwrap();
        (found.verdict, found.message)
    };
    let (verdict, message) = said("A - B,>,2");
    assert_eq!(verdict, Verdict::Pass);
    assert_eq!(
        message.en,
        "Name: 4 to 6 − less than 2 = more than 2 and at most 6; must be more than 2. It holds."
    );
    assert_eq!(
        message.fa,
        "نام: \u{2066}\u{2067}۴ تا ۶\u{2069} − \u{2067}کمتر از ۲\u{2069} = \u{2067}بیش از ۲ و حداکثر ۶\u{2069}\u{2069}؛ باید بیشتر باشد از ۲. می‌خواند."
    );
    let (verdict, message) = said("B * 3,<,6");
    assert_eq!(verdict, Verdict::Pass);
    assert_eq!(message.en, "Name: less than 2 × 3 = less than 6; must be less than 6. It holds.");
    let (_, message) = said("A + B,<,8");
    assert_eq!(
        message.en,
        "Name: 4 to 6 + less than 2 = at least 4 and less than 8; must be less than 8. It holds."
    );
}

/// Nothing is computed where a figure stands against a bound: half of its last digit is no tolerance.
#[wasm_bindgen_test(unsupported = test)]
fn figure_beside_a_bound_is_allowed_no_rounding() {
    let verdict = |left: &str, right: &str| judged(left, "=", right).verdict;
    // O019 is more than 42,000, O025 less than 100.
    assert_eq!(verdict("42000", "O019"), Verdict::Fail);
    assert_eq!(verdict("42001", "O019"), Verdict::Pass);
    assert_eq!(verdict("100", "O025"), Verdict::Fail);
}
