//! What a rule may say, and what is said of one that cannot be read.

use hamyar::model::{Expression, ExpressionFault, Operation, Verdict, parse_expression};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{checked, complaints};
use crate::suite::ingest::open_data::open_data;

#[wasm_bindgen_test(unsupported = test)]
fn signs_and_digits_are_read_as_people_write_them() {
    let plain = parse_expression("(a + 2.5) * b - c / 100");
    assert_eq!(parse_expression("(a+۲٫۵)×b−c÷١٠٠"), plain);
    let Ok(Expression::Both(_, operation, _)) = plain else { panic!("{plain:?}") };
    assert_eq!(operation, Operation::Subtract, "what binds least is on top");
    assert_eq!(parse_expression("a × − ۲٫۵"), parse_expression("a * -2.5"));
    assert!(matches!(
        parse_expression("a - b - c"),
        Ok(Expression::Both(left, Operation::Subtract, _)) if matches!(*left, Expression::Both(..))
    ));
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_written_is_read_again() {
    for text in [
        "a - (b - c)",
        "a - b - c",
        "(a + 2.50) * b / (c * d)",
        "days[1397] + count[01@1402/county]",
        "-39800",
        "a - -3",
        "-0.50 * a / (b - -2)",
        "m[IR@1395/county, 1395, actual, disbursed] / m[g] - m[IR@1395, , planned]",
    ] {
        assert_eq!(parse_expression(text).unwrap().to_string(), text);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_cannot_be_read_is_named() {
    let fault = |text: &str| parse_expression(text).unwrap_err();
    assert_eq!(fault(""), ExpressionFault::Unfinished);
    assert_eq!(fault("a +"), ExpressionFault::Unfinished);
    assert_eq!(fault("a b"), ExpressionFault::Unexpected("b".into()));
    assert_eq!(fault("- a + b"), ExpressionFault::Sign("- a + b".into()));
    assert_eq!(fault("a - -(b)"), ExpressionFault::Sign("-(b)".into()));
    assert_eq!(fault("a - -"), ExpressionFault::Unfinished);
    assert_eq!(fault("--3"), ExpressionFault::Unexpected("--3".into()));
    assert_eq!(fault("1.2.3"), ExpressionFault::Unexpected("1.2.3".into()));
    assert_eq!(fault("(a"), ExpressionFault::Unfinished);
    assert_eq!(fault("a[IR, 1400-13]"), ExpressionFault::Brackets("IR, 1400-13".into()));
    assert_eq!(fault("count[IR@1395]"), ExpressionFault::Brackets("IR@1395".into()));
    assert_eq!(fault(&"(".repeat(40)), ExpressionFault::TooLong);
    assert_eq!(fault(&"1+".repeat(600)), ExpressionFault::TooLong);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_rule_of_a_user_is_judged_and_a_bad_one_is_told() {
    let own = open_data().add(
        "rules.csv",
        "U1,,سهم روستایی,Rural share,\"population_rural[17@1395, 1395] / population_total[17@1395, 1395] * 100\",<=,30,,,warning,,",
    );
    let report = checked(&own);
    assert!(complaints(&report).contains(&("U1", "U1", Verdict::Warn)));
    for (row, code) in [
        ("U2,,نام,Name,O012 /,=,O013,,,,,", "rule/not-an-expression"),
        ("U3,,نام,Name,O012 + nobody,=,O013,,,,,", "cell/unknown-reference"),
        ("U4,,نام,Name,count[99@1395/county],=,O013,,,,,", "cell/unknown-reference"),
        ("U5,,نام,Name,O012,=,O013,-1,,,,", "cell/out-of-range"),
        ("U6,,نام,Name,-O012,=,O013,,,,,", "rule/not-an-expression"),
    ] {
        let read = open_data().add("rules.csv", row).read().unwrap();
        let codes: Vec<&str> = read.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, [code], "{row}");
        assert_eq!(read.value.counts.rejected, 1);
    }
}

/// 2,200 groups less more than 42,000 are less than -39,800.
#[wasm_bindgen_test(unsupported = test)]
fn a_negative_number_is_one() {
    let rule = |left: &str, right: &str| {
        let row = format!("U1,,نام,Name,{left},<=,{right},,,,,");
        let report = checked(&open_data().add("rules.csv", &row));
        report.findings.into_iter().find(|one| one.check == "U1").unwrap()
    };
    let below = rule("O020 - O019", "-39800");
    assert_eq!(below.verdict, Verdict::Pass, "{:?}", below.message);
    assert_eq!(below.stated, "-39800");
    let message = rule("O020 - -3", "O019").message;
    assert!(message.en.starts_with("Name: 2,200 − (−3) = 2,203;"), "{message:?}");
    assert!(message.fa.contains("۲٬۲۰۰ − (\u{2066}−۳\u{2069}) = ۲٬۲۰۳"), "{message:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_missing_figure_is_met_as_the_rule_says() {
    let with = |missing: &str| {
        let row =
            format!("U1,,نام,Name,\"O012 + dev_coop_count[00@1402, 1402]\",=,O012,,{missing},,,");
        let report = checked(&open_data().add("rules.csv", &row));
        let verdict = report.findings.iter().find(|one| one.check == "U1").map(|one| one.verdict);
        (verdict, report.skipped.iter().any(|one| one.check == "U1"))
    };
    assert_eq!(with("skip_if_any"), (None, true));
    assert_eq!(with("skip_if_all"), (Some(Verdict::Pass), false));
    assert_eq!(with("never_skip"), (Some(Verdict::Pass), false));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_16_bounds_are_carried_through_a_rule() {
    let with = |rule: &str| {
        let report = checked(&open_data().add("rules.csv", rule));
        report.findings.into_iter().find(|one| one.check == "U1").unwrap()
    };
    let most = with("U1,,سهم گروه‌های اردبیل,Share of Ardabil,O020 / O019 * 100,<,5.24,,,,,");
    assert_eq!(most.verdict, Verdict::Pass);
    assert_eq!(
        most.message.en,
        "Share of Ardabil: 2,200 ÷ more than 42,000 × 100 = at most 5.239; must be less than 5.24. It holds."
    );
    assert!(most.message.fa.contains("حداکثر ۵٫۲۳۹"), "{}", most.message.fa);
    let open = with("U1,,نام,Name,O019,=,50000,,,,,");
    assert_eq!(open.verdict, Verdict::Warn, "it may be");
    assert!(open.message.en.ends_with("The bounds leave it open."));
}
