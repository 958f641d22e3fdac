//! `hamyar check`, run as a program on the open data.

use std::process::Command;

use serde_json::Value;

#[test]
fn the_open_data_is_checked_with_its_disagreements() {
    let open_data = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data");
    let run = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap()
    };
    let output = run(&["check", open_data, "--json"]);
    assert_eq!(output.status.code(), Some(0), "a rule that does not hold rejects no row");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let failed: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["verdict"] == "fail")
        .map(|one| one["check"].as_str().unwrap())
        .collect();
    assert_eq!(failed, ["C12", "C22", "C24", "C28"]);
    let words = String::from_utf8(run(&["check", open_data]).stderr).unwrap();
    for text in ["44.04 − 25.94 = 18.1", "۴۴٫۰۴ − ۲۵٫۹۴ = ۱۸٫۱", "48,471", "17 + 15 = 32"]
    {
        assert!(words.contains(text), "{text} in {words}");
    }
}
