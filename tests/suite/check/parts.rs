//! V1 says no more of parts and their whole than bounds, gaps and rounding bear.

use hamyar::model::{Finding, Verdict};
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD, package};
use super::{checked, complaints, verdicts};

/// What V1 says of these parts of a whole.
fn judged(rows: &[&str]) -> Vec<Finding> {
    let head = HEAD.replace("part_of", "missing,part_of");
    let table = format!("{head}\n{}\n", rows.join("\n"));
    let report = checked(&small::with(&[("observations", table)]));
    verdicts(&report, "V1").into_iter().cloned().collect()
}

const WHOLE: &str = "W,villages,IR@1395,,1399,actual,,100,count,exact,,,,X,";
const WITHHELD: &str = "A,small,00@1395,,1399,actual,,,count,,withheld,W,,X,";

#[wasm_bindgen_test(unsupported = test)]
fn missing_part_is_no_nought() {
    assert_eq!(judged(&[WHOLE, WITHHELD]), [], "nothing is known of its parts");
    let twenty = "B,small,07@1395,,1399,actual,,20,count,exact,,W,,X,";
    let found = judged(&[WHOLE, WITHHELD, twenty]);
    assert_eq!(found[0].verdict, Verdict::Pass);
    assert_eq!(
        found[0].message.en,
        "Villages, Iran, 1399: the part is 20 and the whole is 100; this is not more than the whole. 1 part has no figure and was left out."
    );
    assert_eq!(
        found[0].message.fa,
        "روستاها، ایران، ۱۳۹۹: جزء ۲۰ است و کل ۱۰۰؛ از کل بیشتر نیست. ۱ جزء رقم ندارد و شمرده نشد."
    );
    let found = judged(&[WHOLE, WITHHELD, &twenty.replace("20", "120")]);
    assert_eq!(found[0].verdict, Verdict::Fail, "what is told is too much already");
}

#[wasm_bindgen_test(unsupported = test)]
fn bounds_that_leave_open_whether_a_part_is_more_do_not_pass() {
    let judged = |part: &str, whole: &str| {
        let part = format!("A,small,00@1395,,1399,actual,,{part},,W,,X,");
        let found = judged(&[&WHOLE.replace("exact", whole), &part]);
        (found[0].verdict, found[0].message.en.clone())
    };
    let (verdict, message) = judged("80,count,more_than", "exact");
    assert_eq!(verdict, Verdict::Warn);
    assert_eq!(
        message,
        "Villages, Iran, 1399: the part is more than 80 and the whole is 100; the bounds leave open whether this is more than the whole."
    );
    assert_eq!(judged("150,count,exact", "at_least").0, Verdict::Warn);
    assert_eq!(judged("100,count,more_than", "exact").0, Verdict::Fail);
    assert_eq!(judged("100,count,at_least", "exact").0, Verdict::Warn, "it may be all of it");
    assert_eq!(judged("100,count,at_most", "more_than").0, Verdict::Pass);
    let many = "A,small,00@1395,,1399,actual,,160,count,exact,,W,,X,";
    let few = "B,small,07@1395,,1399,actual,,10,count,less_than,,W,,X,";
    let found = self::judged(&[WHOLE, many, few]);
    assert_eq!(found[0].verdict, Verdict::Fail, "fewer than ten are no less than none");
    assert!(
        found[0].message.en.contains("2 parts together are at least 160 and less than 170 and the"),
        "{found:?}"
    );
}

/// 0.65 and 0.35 billion are 1, and are printed as 0.7 and 0.4; 0.7 and 0.5 can be no 1.0.
#[wasm_bindgen_test(unsupported = test)]
fn parts_that_are_more_by_their_rounding_alone_pass_and_say_so() {
    let judged = |second: &str| {
        let second = format!("B,capital,07@1395,,1399,actual,,{second},billion_rial,exact,,W,,X,");
        judged(&[
            "W,capital,IR@1395,,1399,actual,,1.0,billion_rial,exact,,,,X,",
            "A,capital,00@1395,,1399,actual,,0.7,billion_rial,exact,,W,,X,",
            &second,
        ])
    };
    let found = judged("0.4");
    assert_eq!(found[0].verdict, Verdict::Pass);
    assert!(
        found[0].message.en.ends_with(
            "rials; this is more than the whole, but no more than their rounding explains."
        ),
        "{found:?}"
    );
    assert_eq!(judged("0.5")[0].verdict, Verdict::Fail);
}

/// A part of a loss may be a gain, and a rate of some may be above that of all.
#[wasm_bindgen_test(unsupported = test)]
fn parts_of_what_falls_below_nought_and_rates_may_be_more() {
    let loss = package(
        &[
            "W,capital,IR@1395,,1399,actual,,-5,rial,exact,,همه,X,",
            "A,capital,00@1395,,1399,actual,,3,rial,exact,W,,X,",
        ],
        &[],
    );
    assert_eq!(complaints(&checked(&loss)), []);
    let rate = package(
        &[
            "W,unemployment,IR@1395,,1399,actual,,12,percent,exact,,,X,",
            "A,unemployment,IR@1395,,1399,actual,,20,percent,exact,W,زنان,X,",
        ],
        &[],
    );
    assert_eq!(complaints(&checked(&rate)), []);
}
