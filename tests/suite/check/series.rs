//! Figures against their own history: what compares, what is far, and columns that were exchanged.

use hamyar::check::Report;
use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, complaints, verdicts};

fn report(rows: &[String]) -> Report {
    checked(&package(&rows.iter().map(String::as_str).collect::<Vec<_>>(), &[]))
}

/// An amount of 100 in one period and of 1,000 in another.
fn tenfold(first: &str, second: &str) -> Report {
    report(&[(first, 100), (second, 1_000)].map(|(period, value)| {
        format!("A{value},amount,07@1395,,{period},actual,,{value},billion_rial,exact,,,X,")
    }))
}

#[wasm_bindgen_test(unsupported = test)]
fn v12_only_periods_of_one_kind_and_length_are_compared() {
    for (first, second) in [
        ("1399-C01", "1399-C10"),
        ("1398-C02", "1399-C12"),
        ("1390/1391", "1392/1399"),
        ("1398-12/1399-01", "1399-02/1399-11"),
        ("1396-10/", "1397-10/"),
        ("../1396", "../1397"),
        ("1398-9M", "1399-C10"),
    ] {
        assert_eq!(complaints(&tenfold(first, second)), [], "{first} {second}");
    }
    for (first, second) in [
        ("1398-C02", "1399-C02"),
        ("1398-C12", "1399-C12"),
        ("1390/1394", "1395/1399"),
        ("1398-12/1399-01", "1399-12/1400-01"),
        ("1398-9M", "1399-9M"),
        ("1398-12", "1399-01"),
    ] {
        let found = tenfold(first, second);
        assert_eq!(complaints(&found), [("V12", "", Verdict::Fail)], "{first} {second}");
    }
}

/// Members of one place in the years from 1390.
fn yearly(values: &[u32]) -> Report {
    let row = |(year, value): (usize, &u32)| {
        format!("M{year},members,IR@1395,,{},actual,,{value},person,exact,,,X,", 1390 + year)
    };
    report(&values.iter().enumerate().map(row).collect::<Vec<_>>())
}

/// What the one outlier says.
fn outlier(values: &[u32]) -> (String, String) {
    let report = yearly(values);
    assert_eq!(complaints(&report), [("V16", "", Verdict::Warn)], "{values:?}");
    let message = verdicts(&report, "V16")[0].message.clone();
    (message.fa, message.en)
}

#[wasm_bindgen_test(unsupported = test)]
fn v16_one_far_off_is_told_after_equal_values() {
    let (fa, en) = outlier(&[100, 100, 100, 100, 100, 900]);
    assert_eq!(
        en,
        "Members, Iran, 1395: from 100 to 900: far from its history: all 5 values before are 100, and this is 800 away, half of it or more."
    );
    assert!(fa.contains("هر ۵ مقدار پیشین ۱۰۰ است"), "{fa}");
    assert_eq!(complaints(&yearly(&[100, 100, 100, 100, 100, 140])), [], "less than half");
}

#[wasm_bindgen_test(unsupported = test)]
fn v16_where_most_values_are_the_median_their_mean_distance_counts() {
    let (fa, en) = outlier(&[100, 100, 100, 100, 110, 900]);
    assert_eq!(
        en,
        "Members, Iran, 1395: from 110 to 900: far from its history: the median of the 5 values before is 100, the mean distance to it 2; 800 ÷ (1.2533 × 2) ≈ 319.15, above 3.5."
    );
    assert!(fa.contains("میانگین فاصله‌ها از آن ۲"), "{fa}");
}

#[wasm_bindgen_test(unsupported = test)]
fn v16_says_what_was_computed() {
    let (fa, en) = outlier(&[100, 104, 98, 101, 99, 103, 160]);
    assert_eq!(
        en,
        "Members, Iran, 1396: from 103 to 160: far from its history: the median of the 6 values before is 100.5, the median distance to it 2; 0.6745 × 59.5 ÷ 2 ≈ 20.07, above 3.5."
    );
    assert!(fa.contains("\u{2066}۰٫۶۷۴۵ × ۵۹٫۵ ÷ ۲ ≈ ۲۰٫۰۷\u{2069}"), "{fa}");
}

/// A column of one year and the next, in one row of the document each.
fn columns(columns: &[(&str, &str, u32, u32)]) -> Report {
    let rows = columns.iter().flat_map(|(measure, unit, before, after)| {
        [(1395, before), (1396, after)].map(|(year, value)| {
            format!("{measure}{year},{measure},IR@1395,,{year},actual,,{value},{unit},exact,,,X,")
        })
    });
    report(&rows.collect::<Vec<_>>())
}

#[wasm_bindgen_test(unsupported = test)]
fn v5_is_told_where_the_amount_happens_to_be_a_thousandth() {
    let found =
        columns(&[("workers", "person", 1_700, 1_700_000), ("capital", "rial", 1_700_000, 1_700)]);
    assert_eq!(complaints(&found), [("V5", "", Verdict::Fail)]);
    let alone = columns(&[("capital", "rial", 1_700_000, 1_700)]);
    assert_eq!(complaints(&alone), [("V12", "", Verdict::Fail)]);
}

#[wasm_bindgen_test(unsupported = test)]
fn v5_names_every_column_that_was_exchanged() {
    let found = columns(&[
        ("workers", "person", 6_500, 1_747_806),
        ("capital", "rial", 1_800_000, 6_772),
        ("members", "person", 900_000, 7_000),
    ]);
    assert_eq!(complaints(&found), [("V5", "", Verdict::Fail); 2]);
    for column in ["workers1396", "capital1396", "members1396"] {
        let named = found
            .findings
            .iter()
            .any(|one| one.rule == "V5" && one.observations.iter().any(|id| id.as_str() == column));
        assert!(named, "{column}");
    }
    let both = columns(&[
        ("workers", "person", 6_500, 1_747_806),
        ("capital", "rial", 1_800_000, 6_772),
        ("members", "person", 7_000, 900_000),
        ("villages", "count", 900_000, 7_000),
    ]);
    assert_eq!(complaints(&both), [("V5", "", Verdict::Fail); 2]);
}

/// What is printed is above what it is said to be above, and a small amount is no 0.
#[wasm_bindgen_test(unsupported = test)]
fn v16_working_does_not_speak_against_its_verdict() {
    let (fa, en) = outlier(&[9_000, 11_000, 10_000, 9_000, 11_000, 15_190]);
    assert!(en.ends_with("0.6745 × 5,190 ÷ 1,000 ≈ 3.501, above 3.5."), "{en}");
    assert!(fa.ends_with("≈ ۳٫۵۰۱\u{2069}، بیش از ۳٫۵."), "{fa}");
    let (_, en) = outlier(&[1_000, 10_001]);
    assert!(en.ends_with("10,001 ÷ 1,000 = 10.001, more than 10 times."), "{en}");
    let (_, en) = outlier(&[3, 1_000]);
    assert!(en.ends_with("1,000 ÷ 3 ≈ 333.33, more than 10 times."), "{en}");
    let values = ["0.001", "0.002", "0.0015", "0.001", "0.0012", "0.5"];
    let row = |(year, value): (usize, &&str)| {
        format!("M{year},members,IR@1395,,{},actual,,{value},person,exact,,,X,", 1390 + year)
    };
    let tiny = report(&values.iter().enumerate().map(row).collect::<Vec<_>>());
    let message = &verdicts(&tiny, "V16")[0].message.en;
    assert!(
        message.contains("before is 0.0012, the median distance to it 0.0002; 0.6745 × 0.4988"),
        "{message}"
    );
}
