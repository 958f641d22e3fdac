//! V8 where the rows of one figure do not even agree.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, complaints};

/// Neither copy of a figure is right by itself; a part is another figure than its whole.
#[wasm_bindgen_test(unsupported = test)]
fn row_3_v8_one_figure_has_one_value() {
    let with = |value: &str, whole: &str| {
        checked(&package(
            &[
                "A,amount,24@1395,,1400,actual,disbursed,580,billion_rial,exact,,,S4,",
                &format!(
                    "B,amount,24@1395,,1400,actual,disbursed,{value},billion_rial,exact,{whole},,S4,"
                ),
            ],
            &[],
        ))
    };
    let report = with("508", "");
    assert_eq!(complaints(&report), [("V8", "", Verdict::Fail)]);
    let told = &report.findings.iter().find(|one| one.verdict == Verdict::Fail).unwrap().message;
    assert!(
        told.en.contains("one figure with two values")
            && told.en.contains("580\u{A0}billion and 508\u{A0}billion rials"),
        "{}",
        told.en
    );
    assert!(told.fa.contains("دو مقدار") && told.fa.contains("۵۸۰\u{A0}میلیارد"), "{}", told.fa);
    assert_eq!(complaints(&with("508", "A")), []);
}
