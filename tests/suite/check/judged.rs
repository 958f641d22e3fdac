//! What bounds, halves and whole shares leave to judge.

use hamyar::model::Verdict;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::package;
use super::{checked, verdicts};

/// Money at two stages of one funnel: what V3 says, or nothing.
fn funnel(approved: &str, disbursed: &str) -> Vec<Verdict> {
    let row = |id: &str, stage: &str, told: &str| {
        format!("{id},amount,24@1395,,1400,actual,{stage},{told},,,S4,")
    };
    let rows = [row("A", "approved", approved), row("D", "disbursed", disbursed)];
    let report = checked(&package(&[&rows[0], &rows[1]], &[]));
    verdicts(&report, "V3").iter().map(|one| one.verdict).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn v3_judges_bounds_as_far_as_they_tell() {
    let never: [Verdict; 0] = [];
    assert_eq!(funnel("100,rial,at_most", "200,rial,more_than"), [Verdict::Fail]);
    assert_eq!(funnel("100,rial,at_least", "100,rial,at_most"), [Verdict::Pass]);
    assert_eq!(funnel("100,rial,at_least", "200,rial,exact"), never, "it may be");
    // Nobody said exactly so much.
    assert_eq!(funnel("1000,rial,about", "1010,rial,exact"), [Verdict::Warn]);
    assert_eq!(funnel("1000,rial,exact", "1010,rial,exact"), [Verdict::Fail]);
}

/// More may be asked for, and approved, than there is; paid out beyond it is to be looked at.
#[wasm_bindgen_test(unsupported = test)]
fn v3_sets_what_is_paid_beside_what_it_is_paid_of() {
    let told = |stages: &[(&str, u16)]| {
        let row = |(id, (stage, value)): (usize, &(&str, u16))| {
            format!("A{id},amount,24@1395,,1400,actual,{stage},{value},rial,exact,,,S4,")
        };
        let rows: Vec<String> = stages.iter().enumerate().map(row).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let report = checked(&package(&rows, &[]));
        verdicts(&report, "V3").iter().map(|one| one.verdict).collect::<Vec<_>>()
    };
    let never: [Verdict; 0] = [];
    assert_eq!(told(&[("quota", 57), ("disbursed", 60)]), [Verdict::Warn]);
    assert_eq!(told(&[("quota", 57), ("allocated", 58)]), [Verdict::Warn]);
    assert_eq!(told(&[("quota", 90), ("allocated", 57), ("disbursed", 60)]), [Verdict::Warn]);
    assert_eq!(told(&[("referred", 57), ("disbursed", 60)]), [Verdict::Warn]);
    assert_eq!(told(&[("quota", 57), ("disbursed", 57)]), never);
    assert_eq!(told(&[("quota", 57), ("applied", 300)]), never);
    assert_eq!(told(&[("quota", 57), ("approved", 60)]), never);
    assert_eq!(told(&[("disbursed", 57), ("repaid", 60)]), never, "of other years too");
    assert_eq!(told(&[("applied", 57), ("disbursed", 60)]), [Verdict::Fail], "once");
}

/// Whether a quote makes an actual figure a plan.
fn is_planned(stage: &str, value: &str, quote: &str) -> bool {
    let row =
        format!("A,amount,24@1395,,1401,actual,{stage},{value},billion_rial,exact,,,S4,{quote}");
    !verdicts(&checked(&package(&[&row], &[])), "V9").is_empty()
}

#[wasm_bindgen_test(unsupported = test)]
fn v9_reads_a_plan_at_any_stage_and_not_where_both_are_told() {
    for stage in ["", "quota", "allocated", "approved", "contracted", "disbursed"] {
        let plan = "برای پرداخت ۷۰۰ میلیارد ریال برنامه ریزی شده";
        assert!(is_planned(stage, "700", plan), "{stage}");
        assert!(is_planned(stage, "700", "۷۰۰ میلیارد ریال پیش‌بینی کرده‌اند"), "{stage}");
    }
    assert!(is_planned("", "700", "۷۰۰ میلیارد برنامه"));
    assert!(is_planned("", "700", "۷۰۰ میلیارد ریال پرداخت خواهد شد"));
    for both in [
        "۷۰۰ میلیارد ریال برنامه‌ریزی و پرداخت شد",
        "۷۰۰ میلیارد ریال از ۹۰۰ میلیارد پیش‌بینی‌شده محقق شد",
        "۷۰۰ میلیارد ریال، بیش از پیش‌بینی، به دست رسید",
    ] {
        assert!(!is_planned("", "700", both), "{both}");
    }
    let approved = "۷۰۰ میلیارد ریال از پیش‌بینی مصوب است";
    assert!(!is_planned("approved", "700", approved));
    assert!(!is_planned("quota", "700", "سهمیهٔ ۷۰۰ میلیارد ریال پیش‌بینی شده"));
    assert!(!is_planned("", "700", "۷۰۰ برنامه"), "a number of programmes");
}

/// What a rule of the package says of a total is not said again; of parts that it does not name, it is.
#[wasm_bindgen_test(unsupported = test)]
fn v1_leaves_a_total_to_the_rule_that_adds_it_up() {
    let told = |rules: &[&str]| {
        let report = checked(&package(
            &[
                "A,jobs,24@1395,,1400,actual,,124,person,exact,T,,S4,",
                "B,jobs,24@1395,,1401,actual,,110,person,exact,T,,S4,",
                "T,jobs,24@1395,,1400/1401,actual,,233,person,exact,,,S4,",
            ],
            rules,
        ));
        let found = report.findings.into_iter().filter(|one| one.verdict != Verdict::Pass);
        found.map(|one| one.rule).collect::<Vec<_>>()
    };
    assert_eq!(told(&[]), ["V1"]);
    assert_eq!(told(&["R1,V7,جمع,Sum,A + B,=,T,"]), ["V7"]);
    assert_eq!(told(&["R1,V7,جمع,Sum,T,=,B + A,"]), ["V7"]);
    assert_eq!(told(&["R1,V7,جمع,Sum,A + B,>=,T,"]), ["V1"], "it says something else");
    assert_eq!(told(&["R1,V7,جمع,Sum,A + A,=,T,"]), ["V7", "V1"], "not of both");
    assert_eq!(told(&["R1,V7,جمع,Sum,A + B + C,=,T,"]), ["V1"], "it is skipped");
}

/// A share as stated, of parts that give it.
fn stated(part: &str, whole: &str, share: &str) -> Verdict {
    let row = |id: &str, measure: &str, told: &str| {
        format!("{id},{measure},24@1395,,1400,actual,,{told},exact,,,S4,")
    };
    let rows = [
        row("P", "small", &format!("{part},count")),
        row("W", "villages", &format!("{whole},count")),
        row("S", "share", &format!("{share},percent")),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let both = ["P / W * 100,=,S", "S,=,P / W * 100"].map(|rule| {
        let rule = format!("R,V1,سهم,Share,{rule},error");
        let report = checked(&package(&rows, &[&rule]));
        verdicts(&report, "V1").iter().find(|one| one.check == "R").unwrap().verdict
    });
    assert_eq!(both[0], both[1], "whichever side states it");
    both[0]
}

#[wasm_bindgen_test(unsupported = test)]
fn v1_rounds_a_half_up_and_not_both_ways() {
    assert_eq!(stated("143", "200", "72"), Verdict::Pass, "71.5");
    assert_eq!(stated("143", "200", "71"), Verdict::Fail, "71.5");
    assert_eq!(stated("141", "200", "71"), Verdict::Pass, "70.5");
    assert_eq!(stated("141", "200", "70"), Verdict::Fail, "70.5");
    assert_eq!(stated("1648", "2327", "71"), Verdict::Pass, "70.82");
}
