//! `hamyar rank`, run as a program.

use std::process::{Command, Output};

const RULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data/example/ranking.json");
const VALUES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data/example/ranking-values.csv");

fn ranked(more: &[&str]) -> Output {
    let mut call = vec!["rank", RULES, VALUES];
    call.extend(more);
    Command::new(env!("CARGO_BIN_EXE_hamyar")).args(call).output().unwrap()
}

fn rows(more: &[&str]) -> Vec<serde_json::Value> {
    let output = ranked(more);
    assert_eq!(output.status.code(), Some(0));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["example"], true);
    told["rows"].as_array().unwrap().clone()
}

#[test]
fn row_23_the_list_and_its_sums_can_be_had_from_the_command_line() {
    let first = rows(&["--json"]);
    assert_eq!(first, rows(&["--json"]), "the same on every run");
    let number = |value: &serde_json::Value| value.as_str().unwrap().parse::<f64>().unwrap();
    for row in first.iter().filter(|row| !row["rank"].is_null()) {
        let points: f64 =
            row["parts"].as_array().unwrap().iter().map(|part| number(&part["points"])).sum();
        let score = number(&row["score"]);
        assert!((points - score).abs() < 1e-6, "{row}");
        let band = if score >= 600.0 { "national" } else { "provincial" };
        assert_eq!(row["band"].as_str(), (score >= 400.0).then_some(band));
        assert!(row["card"][0]["fa"].as_str().unwrap().contains('='));
    }
}

#[test]
fn other_weights_give_another_list_and_bad_ones_are_refused() {
    let other = rows(&["--json", "--weights", "0,0,0,0,1000"]);
    assert_ne!(other, rows(&["--json"]));
    let refused = ranked(&["--weights", "0,0,0,0,0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty() && !refused.stderr.is_empty());
    let csv = String::from_utf8(ranked(&["--lang", "fa"]).stdout).unwrap();
    assert!(csv.starts_with('\u{FEFF}') && csv.contains("رتبه"));
}
