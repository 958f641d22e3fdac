//! Names in what is said of figures.

use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD, package};
use super::{checked, verdicts};

/// A name that has no English stands as it is, and leaves no gap.
#[wasm_bindgen_test(unsupported = test)]
fn names_without_english_leave_no_gap() {
    let measures = "id,name_fa,unit,kind,area_rule,time_rule\nplans,طرح‌ها,count,flow,sum,sum\n";
    let figures = [("IR", 9), ("00", 3), ("07", 3), ("24", 3)].map(|(area, value)| {
        format!("F{area},plans,{area}@1395,,1399,actual,,{value},count,exact,,,X,")
    });
    let report = checked(&small::with(&[
        ("measures", measures.to_owned()),
        ("observations", format!("{HEAD}\n{}\n", figures.join("\n"))),
        ("rules", "id,name_fa,left,operator,right\nR1,نام,FIR,=,F00\n".to_owned()),
    ]));
    let told: Vec<&str> = report.findings.iter().map(|one| one.message.en.as_str()).collect();
    assert_eq!(
        told,
        [
            "نام: 9; stated 3. It does not hold.",
            "طرح‌ها, 1399: in 1 area the areas below add up to the figure of the area.",
        ]
    );
}

/// Women and men of one place and month are told apart by their scope, and a figure that a rule names twice is
/// one of those that it is about.
#[wasm_bindgen_test(unsupported = test)]
fn scope_tells_findings_apart() {
    let row = |id: &str, stage: &str, value: u32, scope: &str| {
        format!("{id},plans,00@1395,,1399,actual,{stage},{value},count,exact,,{scope},X,")
    };
    let figures = [
        row("A", "approved", 10, "زنان"),
        row("B", "disbursed", 20, "زنان"),
        row("C", "approved", 10, "مردان"),
        row("D", "disbursed", 20, "مردان"),
    ];
    let rule = "R1,,نام,Name,A / B,=,A / B,";
    let report = checked(&package(&figures.each_ref().map(String::as_str), &[rule]));
    let told: Vec<&str> =
        verdicts(&report, "V3").iter().map(|one| one.message.fa.as_str()).collect();
    assert!(told[0].starts_with("طرح‌ها، مرکزی، ۱۳۹۹، زنان: "), "{told:?}");
    assert!(told[1].starts_with("طرح‌ها، مرکزی، ۱۳۹۹، مردان: "), "{told:?}");
    let about: Vec<&str> = report.findings[0].observations.iter().map(|id| id.as_str()).collect();
    assert_eq!(about, ["A", "B"]);
}
