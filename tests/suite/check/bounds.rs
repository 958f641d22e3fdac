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
