//! A missing figure that a rule counts as nought is told as missing.

use hamyar::model::{Finding, Verdict};
use wasm_bindgen_test::wasm_bindgen_test;

use super::checked;
use super::small::{self, HEAD, package};
use crate::suite::ingest::open_data::open_data;

fn judged(left: &str, missing: &str) -> Finding {
    let row = format!("U1,,شغل‌ها,Jobs,\"{left}\",=,900,,{missing},,,");
    let report = checked(&open_data().add("rules.csv", &row));
    report.findings.into_iter().find(|one| one.check == "U1").unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn missing_beside_a_figure_is_told_in_the_working() {
    let found = judged("O018 + jobs_direct[0112@1402, 1402]", "skip_if_all");
    assert_eq!((found.verdict, found.computed.as_str()), (Verdict::Pass, "900"));
    assert_eq!(
        found.message.en,
        "Jobs: 900 + no figure = 900; stated 900. Counted as nought: there is no figure for “Direct jobs, Shaft, 1402”. It holds."
    );
    assert_eq!(
        found.message.fa,
        "شغل‌ها: \u{2066}۹۰۰ + \u{2067}بی‌رقم\u{2069} = ۹۰۰\u{2069}؛ گفته‌شده ۹۰۰. صفر شمرده شد: رقمی برای «شغل مستقیم، شفت، ۱۴۰۲» نیست. می‌خواند."
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn missing_alone_is_told_and_not_as_nought() {
    let found = judged("jobs_direct[0112@1402, 1402]", "never_skip");
    assert_eq!(
        found.message.en,
        "Jobs: no figure; stated 900. Counted as nought: there is no figure for “Direct jobs, Shaft, 1402”. It does not hold."
    );
    assert!(
        found.message.fa.starts_with("شغل‌ها: \u{2067}بی‌رقم\u{2069}؛ گفته‌شده ۹۰۰."),
        "{found:?}"
    );
}

/// Each is named once, however often it stands in the rule.
#[wasm_bindgen_test(unsupported = test)]
fn missing_twice_is_named_once() {
    let twice = "O018 + jobs_direct[0112@1402, 1402] * 2 + jobs_direct[0112@1402, 1402]";
    let found = judged(twice, "skip_if_all");
    assert_eq!(
        found.message.en,
        "Jobs: 900 + no figure × 2 + no figure = 900; stated 900. Counted as nought: there is no figure for “Direct jobs, Shaft, 1402”. It holds."
    );
}

/// Of the place that the sentence names already, the measure is enough.
#[wasm_bindgen_test(unsupported = test)]
fn missing_at_a_place_is_named_by_its_measure() {
    let figures = [
        "A,members,00@1395,,1399,actual,,5,person,exact,,,X,",
        "B,jobs,07@1395,,1399,actual,,9,person,exact,,,X,",
    ];
    let rule = "R1,,عضو و کارکن,Members and workers,members + workers,=,6,,skip_if_all";
    let report =
        checked(&package(&figures, &[rule]).edit("rules.csv", "severity", "severity,missing"));
    assert_eq!(
        report.findings[0].message.en,
        "Members and workers: Markazi, 1399: 5 + no figure = 5; stated 6. Counted as nought: there is no figure for “Workers”. It does not hold."
    );
}

/// A quotient of what is missing is missing, and no nought over something.
#[wasm_bindgen_test(unsupported = test)]
fn missing_below_a_measure_that_is_computed_makes_it_missing() {
    let measures = "id,name_fa,name_en,unit,kind,area_rule,time_rule,numerator,denominator,factor
members,اعضا,Members,person,stock,sum,last,,,
villages,روستاها,Villages,count,stock,sum,last,,,
each,در هر روستا,For each village,person,ratio,ratio,ratio,members,villages,1
";
    let rows = "A,members,00@1395,,1399,actual,,5,person,exact,,,X,\nB,members,07@1395,,1399,actual,,5,person,exact,,,X,\nC,villages,07@1395,,1399,actual,,2,count,exact,,,X,";
    let rules = "id,name_fa,name_en,left,operator,right,missing\nR1,نام,Name,each,>,3,never_skip\n";
    let report = checked(&small::with(&[
        ("measures", measures.to_owned()),
        ("observations", format!("{HEAD}\n{rows}\n")),
        ("rules", rules.to_owned()),
    ]));
    let told: Vec<&str> = report.findings.iter().map(|one| one.message.en.as_str()).collect();
    assert_eq!(
        told,
        [
            "Name: Markazi, 1399: no figure; must be more than 3. Counted as nought: there is no figure for “Villages”. It does not hold.",
            "Name: Fars, 1399: 2.5; must be more than 3. It does not hold.",
        ]
    );
}

/// What is missing was not rounded: 0.4 percent is not nought.
#[wasm_bindgen_test(unsupported = test)]
fn missing_as_nought_has_no_last_digit() {
    let head = HEAD.replace("part_of", "missing");
    let rows = "A,members,00@1395,,1399,actual,,2,person,exact,,,X,\nB,members,07@1395,,1399,actual,,500,person,exact,,,X,\nC,share,00@1395,,1399,actual,,,percent,,withheld,,X,";
    let rules =
        "id,name_fa,name_en,left,operator,right,missing\nR1,سهم,Share,A / B * 100,=,C,never_skip\n";
    let report = checked(&small::with(&[
        ("observations", format!("{head}\n{rows}\n")),
        ("rules", rules.to_owned()),
    ]));
    let found = report.findings.into_iter().find(|one| one.check == "R1").unwrap();
    assert_eq!((found.verdict, found.tolerance.as_str()), (Verdict::Fail, "0"), "{found:?}");
}
