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
    assert_eq!(failed, ["C03", "C12", "C22", "C24", "C28", "C29"]);
    let words = String::from_utf8(run(&["check", open_data]).stderr).unwrap();
    for text in ["44.04 − 25.94 ≈ 18.1", "۴۴٫۰۴ − ۲۵٫۹۴ ≈ ۱۸٫۱", "48,471", "17 + 15 = 32"]
    {
        assert!(words.contains(text), "{text} in {words}");
    }
}

/// Asks the open data, and gives standard output.
fn ask(name: &str, question: &str) -> (Option<i32>, String) {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, question).unwrap();
    let open_data = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data");
    let output = Command::new(env!("CARGO_BIN_EXE_hamyar"))
        .args(["query", open_data, path.to_str().unwrap(), "--json"])
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_question_names_a_day_of_knowledge_and_borders() {
    let pair = r#"{"where": {"observations": ["O016", "O017"]}, "asKnown": "DAY"}"#;
    let (_, on_the_day) = ask("day.json", &pair.replace("DAY", "1401-02-18"));
    let told: Value = serde_json::from_str(&on_the_day).unwrap();
    assert_eq!(told["rows"].as_array().unwrap().len(), 2);
    assert!(told["leftOut"]["later"].as_u64().unwrap() > 0);
    let (_, before) = ask("before.json", &pair.replace("DAY", "1401-02-17"));
    let told: Value = serde_json::from_str(&before).unwrap();
    assert_eq!(told["rows"].as_array().unwrap().len(), 0);
    assert_eq!(ask("no-day.json", &pair.replace("DAY", "1401-13")).0, Some(2));

    let gilan = r#"{"measure": "population_total", "periods": ["1395"], "by": ["area"],
        "areas": {"level": "county", "within": "01"}, "boundaries": "LIST"}"#;
    let rows = |list: &str| {
        let (_, answer) = ask("list.json", &gilan.replace("LIST", list));
        let told: Value = serde_json::from_str(&answer).unwrap();
        told["rows"].as_array().unwrap().clone()
    };
    assert_eq!(rows("as-was").len(), 16);
    assert_eq!(rows("1402")[0][3], "شهرستان جای‌نگرفته");
    for list in ["today", "1401"] {
        assert_eq!(ask("no-list.json", &gilan.replace("LIST", list)).0, Some(2), "{list}");
    }
}
