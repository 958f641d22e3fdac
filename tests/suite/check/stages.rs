//! V3 beside bounds, rates and parts, and what stands at one place beside its own parts.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD, package};
use super::{checked, complaints, verdicts};

/// The second stage may be anything from nought to 120, which does not hide that the third is more than the first.
#[wasm_bindgen_test(unsupported = test)]
fn v3_stage_whose_bound_says_nothing_hides_no_other() {
    let paid = |stages: [&str; 3], paid: &str| {
        let row = |id: &str, stage: &str, figure: &str| {
            format!("{id},plans,00@1395,,1399,actual,{stage},{figure},,,X,")
        };
        let figures = [
            row("A", stages[0], "100,count,exact"),
            row("B", stages[1], "120,count,at_most"),
            row("C", stages[2], paid),
        ];
        let report = checked(&package(&figures.each_ref().map(String::as_str), &[]));
        let found = verdicts(&report, "V3").into_iter();
        found.map(|one| (one.verdict, one.message.en.clone())).collect::<Vec<_>>()
    };
    let funnel = ["applied", "approved", "disbursed"];
    let told =
        "Plans, Markazi, 1399: “applied” is 100 and “disbursed” 110; the later stage is more.";
    assert_eq!(paid(funnel, "110,count,exact"), [(Verdict::Fail, told.to_owned())]);
    assert_eq!(paid(funnel, "90,count,exact"), [], "the second stays open");
    let beyond = paid(["quota", "allocated", "disbursed"], "110,count,exact");
    assert_eq!(beyond.len(), 1);
    assert_eq!(beyond[0].0, Verdict::Warn);
}

/// The mean of what is paid may well be above the mean of what was approved.
#[wasm_bindgen_test(unsupported = test)]
fn v3_rate_may_rise_from_stage_to_stage() {
    let figures = [
        "A,share,00@1395,,1399,actual,approved,40,percent,exact,,,X,",
        "B,share,00@1395,,1399,actual,disbursed,55,percent,exact,,,X,",
    ];
    assert_eq!(verdicts(&checked(&package(&figures, &[])), "V3"), [] as [&_; 0]);
}

/// A part in the row before its whole, and told of the same place and time, is taken neither for the stage, nor
/// for the figure that a rule asks for, nor for the one before in a history.
#[wasm_bindgen_test(unsupported = test)]
fn part_does_not_stand_for_its_whole() {
    let figures = [
        "A,plans,00@1395,,1399,actual,approved,5,count,exact,B,,X,",
        "B,plans,00@1395,,1399,actual,approved,1000,count,exact,,,X,",
        "C,plans,00@1395,,1399,actual,disbursed,800,count,exact,,,X,",
        "D,jobs,00@1395,,1399,actual,approved,900,person,exact,,,X,",
    ];
    let report = checked(&package(&figures, &["R1,,شمار,Count,plans,>=,jobs,"]));
    assert_eq!(complaints(&report), []);
    let rule = report.findings.iter().find(|one| one.check == "R1").unwrap();
    assert_eq!(rule.verdict, Verdict::Pass);
}

/// Thirty plans that are still to be approved are not those of which eighty were paid, nor are thirty of a part.
#[wasm_bindgen_test(unsupported = test)]
fn v3_stages_are_of_one_status_and_of_wholes_or_parts() {
    let complains = |status: &str, whole: &str| {
        let head = HEAD.replace("part_of", "part_of,action_status");
        let row = |id: &str, stage: &str, rest: &str| {
            format!("{id},plans,00@1395,,1399,actual,{stage},{rest},,X,")
        };
        let rows = [
            row("A", "approved", &format!("30,count,exact,{whole},{status}")),
            row("C", "disbursed", "80,count,exact,,done"),
            row("T", "", "100,count,exact,,"),
        ];
        let table = format!("{head}\n{}\n", rows.join("\n"));
        !complaints(&checked(&small::with(&[("observations", table)]))).is_empty()
    };
    assert!(complains("done", ""));
    assert!(!complains("planned", ""));
    assert!(!complains("done", "T"));
}
