//! What does not add is refused when a rule is read.

use hamyar::diag::Diagnostic;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small;
use crate::suite::ingest::fixture::assert_spoken;

/// What is found of a rule on members (A), planned members (P), money (M) and a share (Q).
fn found(left: &str, operator: &str, right: &str) -> Vec<Diagnostic> {
    let rows = [
        "A,members,07@1395,,1396,actual,,900,person,exact,,,X,",
        "P,members,07@1395,,1396,planned,,950,person,exact,,,X,",
        "F,members,07@1395,,1397,forecast,,990,person,exact,,,X,",
        "M,capital,07@1395,,1396,actual,,3,billion_rial,exact,,,X,",
        "T,amount,07@1395,,1396,actual,,1,billion_toman,exact,,,X,",
        "Q,share,07@1395,,1396,actual,,50,percent,exact,,,X,",
    ];
    let rule = format!("R,,قاعده,Rule,{left},{operator},{right},");
    small::package(&rows, &[&rule]).read().unwrap().diagnostics
}

fn refused(found: &[Diagnostic], column: &str, words: &str) {
    let [one] = found else { panic!("{found:?}") };
    assert_eq!((one.code, one.position.row), ("row/rejected", 2));
    assert_eq!(one.position.column, column);
    assert!(one.message.en.contains(words), "{}", one.message.en);
    assert_spoken(one);
}

#[wasm_bindgen_test(unsupported = test)]
fn figures_of_different_units_neither_add_nor_compare() {
    let units = "different units";
    for sum in [
        "A + M",
        "M - A",
        "members + capital",
        "2 * A + M",
        "A * 2 - Q",
        "(A + M) / A",
        "plans + A",
    ] {
        refused(&found(sum, "=", "0"), "left", units);
        refused(&found("1", "=", sum), "right", units);
    }
    for operator in ["=", "<=", ">"] {
        refused(&found("A", operator, "M"), "right", units);
        refused(&found("A + 1", operator, "3 * capital"), "right", units);
    }
    refused(
        &found("\"members[07@1395, 1396]\"", "<", "\"capital[07@1395, 1396]\""),
        "right",
        units,
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn an_actual_figure_and_a_planned_one_do_not_add() {
    for sum in ["A + P", "P + A", "A + F", "A + (P + P)", "\"A + members[07@1395, 1396, planned]\""]
    {
        refused(&found(sum, "=", "A"), "left", "actual");
    }
    refused(&found("A", "=", "A + P"), "right", "actual");
}

#[wasm_bindgen_test(unsupported = test)]
fn products_quotients_and_comparisons_with_a_plan_are_free() {
    for (left, operator, right) in [
        ("M / A", "<=", "T / A"),
        ("M / A + Q", "=", "7"),
        ("A * M", ">", "0"),
        ("A / 1800 * 100", "=", "Q"),
        ("A", "<=", "P"),
        ("A - P", "<", "0"),
        ("P + P", ">", "A"),
        ("M + T", "=", "13000000000"),
        ("A + workers", ">", "count[IR@1395/province]"),
        ("A / days[1396]", "<", "members"),
        ("plans", "<=", "members"),
    ] {
        assert_eq!(found(left, operator, right), [], "{left} {operator} {right}");
    }
}
