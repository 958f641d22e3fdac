//! Amounts of money have a unit, once in a sentence.

use hamyar::check::Report;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, verdicts};

fn told(report: &Report, rule: &str) -> (String, String) {
    let message = &verdicts(report, rule)[0].message;
    (message.fa.clone(), message.en.clone())
}

#[wasm_bindgen_test(unsupported = test)]
fn a_funnel_says_the_unit_of_its_amounts() {
    let report = checked(&package(
        &[
            "A,amount,00@1395,,1401,actual,approved,105000,billion_rial,exact,,,X,",
            "B,amount,00@1395,,1401,actual,disbursed,168000,billion_rial,exact,,,X,",
        ],
        &[],
    ));
    let (fa, en) = told(&report, "V3");
    assert!(en.contains(" and “disbursed” 168,000\u{a0}billion rials; the later"), "{en}");
    assert!(fa.contains("۱۶۸٬۰۰۰\u{a0}میلیارد\u{2069} ریال؛ مرحلهٔ"), "{fa}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_step_says_the_unit_of_its_amounts() {
    let report = checked(&package(
        &[
            "A,amount,07@1395,,1398,actual,,3520,billion_rial,exact,,,X,",
            "B,amount,07@1395,,1399,actual,,352,billion_rial,exact,,,X,",
        ],
        &[],
    ));
    let (fa, en) = told(&report, "V12");
    assert!(en.contains("to 352\u{a0}billion rials: close to"), "{en}");
    assert!(fa.contains("به \u{2067}۳۵۲\u{a0}میلیارد\u{2069} ریال: "), "{fa}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rule_says_the_unit_of_its_amounts_once() {
    let figures = [
        "A,amount,07@1395,,1399,actual,,352,billion_toman,exact,,یک,X,",
        "B,amount,07@1395,,1399,actual,,124,billion_toman,exact,,دو,X,",
        "T,amount,07@1395,,1399,actual,,477,billion_toman,exact,,همه,X,",
        "J,jobs,07@1395,,1399,actual,,1000,person,exact,,,X,",
    ];
    let said = |rule: &str| {
        let report = checked(&package(&figures, &[&format!("R1,V7,مبلغ,Amount,{rule},")]));
        let found = report.findings.into_iter().find(|one| one.check == "R1").unwrap();
        (found.message.fa, found.message.en)
    };
    let (fa, en) = said("A + B,=,T");
    assert_eq!(en.matches("rials").count(), 1, "{en}");
    assert!(en.ends_with("; stated 4,770\u{a0}billion rials. It does not hold."), "{en}");
    assert!(fa.contains("میلیارد\u{2069} ریال. نمی‌خواند."), "{fa}");
    let (_, en) = said("A,<,3000");
    assert!(en.contains("3,520\u{a0}billion rials; must be less than 3,000."), "{en}");
    let (_, en) = said("A / J,<,3000");
    assert!(!en.contains("rials"), "an amount for each job: {en}");
    let (_, en) = said("J,<,10");
    assert!(!en.contains("rials"), "{en}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_part_says_the_unit_of_its_whole() {
    let report = checked(&package(
        &[
            "T,amount,07@1395,,1399,actual,,5,billion_rial,exact,,همه,X,",
            "A,amount,07@1395,,1399,actual,,6,billion_rial,exact,T,یک,X,",
        ],
        &[],
    ));
    let (fa, en) = told(&report, "V1");
    assert!(en.contains("and the whole is 5\u{a0}billion rials; this is more"), "{en}");
    assert!(fa.contains("میلیارد\u{2069} ریال؛ از کل بیشتر است."), "{fa}");
}
