//! The least and the greatest value that is expected of a measure.

use hamyar::model::{MeasureId, Verdict};
use hamyar::number::Decimal;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD, MEASURES};
use super::{checked, complaints, verdicts};
use crate::suite::ingest::fixture::Fixture;

/// One unemployment rate and one amount, where a rate is from 0 to 100 and an amount at most 10^12 rial.
fn limited(rate: &str, qualifier: &str, amount: &str) -> Fixture {
    let limited = |line: &str| match line.split(',').next().unwrap() {
        "id" => format!("{line},min,max\n"),
        "unemployment" => format!("{line},0,100\n"),
        "amount" => format!("{line},,1000000000000\n"),
        _ => format!("{line},,\n"),
    };
    let rows = format!(
        "A,unemployment,07@1395,,1396,actual,,{rate},percent,{qualifier},,,X,\n\
         B,amount,07@1395,,1396,actual,disbursed,{amount},billion_rial,exact,,,X,\n"
    );
    small::with(&[
        ("measures", MEASURES.lines().map(limited).collect()),
        ("observations", format!("{HEAD}\n{rows}")),
    ])
}

#[wasm_bindgen_test(unsupported = test)]
fn row_5_a_figure_outside_its_limits_is_told_with_both_numbers() {
    let report = checked(&limited("112.5", "exact", "1001"));
    let (above, amount) = (verdicts(&report, "min-max")[0], verdicts(&report, "min-max")[1]);
    assert_eq!(complaints(&report), [("min-max", "", Verdict::Warn); 2]);
    assert_eq!((above.stated.as_str(), above.computed.as_str()), ("112.5", "100"));
    assert_eq!(above.message.en, "Unemployment, Fars, 1396: 112.5 is above 100 percent.");
    assert_eq!(above.message.fa, "بیکاری، فارس، ۱۳۹۶: ۱۱۲٫۵ از ۱۰۰ درصد بیشتر است.");
    assert_eq!(amount.stated, "1001000000000", "both in the base unit");
    let report = checked(&limited("-0.1", "exact", "1000"));
    let [below] = verdicts(&report, "min-max")[..] else { panic!("{report:?}") };
    assert_eq!(below.message.en, "Unemployment, Fars, 1396: −0.1 is below 0 percent.");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_5_a_bound_is_outside_only_where_all_that_it_allows_is() {
    let is_told =
        |rate, qualifier| !verdicts(&checked(&limited(rate, qualifier, "7")), "min-max").is_empty();
    assert!(is_told("100", "more_than") && is_told("0", "less_than"));
    assert!(!is_told("99", "more_than") && !is_told("120", "less_than"));
    assert!(!is_told("100", "exact") && !is_told("0", "exact"), "the limits are within");
}

#[wasm_bindgen_test(unsupported = test)]
fn limits_are_read_and_may_not_be_reversed() {
    let read = limited("7", "exact", "7").read().unwrap();
    assert_eq!(read.diagnostics, []);
    let rate = read.value.dataset.measures[&MeasureId::new("unemployment")].limits;
    let ends = [rate.min, rate.max].map(Option::unwrap);
    assert_eq!(ends, [Decimal::ZERO, Decimal::from_int(100)]);
    let reversed = limited("7", "exact", "7").edit("measures.csv", "none,0,100", "none,100,0");
    let found = reversed.read().unwrap().diagnostics.remove(0);
    assert_eq!((found.code, found.position.column.as_str()), ("row/rejected", "max"));
}
