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
