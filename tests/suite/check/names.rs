//! Names in what is said of figures.

use wasm_bindgen_test::wasm_bindgen_test;

use super::checked;
use super::small::{self, HEAD};

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
