//! A register of records that name their place, asked, exported and merged on the command line.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

use super::records::{REGISTER, fixture};

/// The open data with a register beside them, in a directory of its own.
fn package(name: &str, register: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("records").join(name);
    std::fs::create_dir_all(&directory).unwrap();
    for (file, bytes) in &fixture(register).files {
        std::fs::write(directory.join(file), bytes).unwrap();
    }
    let descriptor = include_str!("../../../www/data/datapackage.json");
    let mut descriptor: Value = serde_json::from_str(descriptor).unwrap();
    let resources = descriptor["resources"].as_array_mut().unwrap();
    resources.push(json!({"name": "records", "path": "records.csv"}));
    std::fs::write(directory.join("datapackage.json"), descriptor.to_string()).unwrap();
    directory
}

fn hamyar(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap()
}

/// The answer in JSON to what a question asks of the loans, in the borders of a list.
fn ask(directory: &Path, level: &str, boundaries: &str) -> Value {
    let question = directory.join(format!("{level}-{boundaries}.json"));
    let asked = json!({"measure": "example_loans", "by": ["area"], "periods": ["1391/1402"],
        "areas": {"level": level}, "boundaries": boundaries});
    std::fs::write(&question, asked.to_string()).unwrap();
    let paths = [directory, &question].map(|path| path.to_str().unwrap());
    let output = hamyar(&["query", paths[0], paths[1], "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What stands in a column of every row.
fn column(answer: &Value, name: &str) -> Vec<String> {
    let columns = answer["columns"].as_array().unwrap();
    let place = columns.iter().position(|column| column == name).unwrap();
    let rows = answer["rows"].as_array().unwrap().iter();
    rows.map(|row| row[place].as_str().unwrap().to_owned()).collect()
}

#[test]
fn row_18_one_register_asked_in_three_lists() {
    let directory = package("asked", REGISTER);
    for (list, recounted) in [("1390", 5), ("1395", 5), ("1402", 6)] {
        assert_eq!(column(&ask(&directory, "country", list), "value"), ["5110"], "{list}");
        let provinces = column(&ask(&directory, "province", list), "value");
        assert_eq!(provinces, ["3910", "480", "80", "640"], "{list}");
        let counties = ask(&directory, "county", list);
        let row = format!("01~@{list}");
        assert!(column(&counties, "area").contains(&row), "{counties}");
        assert_eq!(counties["moved"]["recounted"], recounted, "{list}");
    }
}

#[test]
fn row_18_a_register_leaves_and_merges_as_it_came() {
    let (first, second) = REGISTER.split_at(REGISTER.find("R5").unwrap());
    let [first, second, whole] = [("first", first), ("second", second), ("whole", REGISTER)]
        .map(|(name, rows)| package(name, rows));
    let [merged, exported] = ["merged", "exported"].map(|name| first.with_file_name(name));
    let path = |path: &Path| path.to_str().unwrap().to_owned();
    let written = |arguments: &[&str], out: &Path| {
        let output = hamyar(&[arguments, &["--out", &path(out)]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::read_to_string(out.join("records.csv")).unwrap()
    };
    let left = written(&["export", &path(&whole)], &exported);
    assert_eq!(left.lines().count(), 10, "{left}");
    assert_eq!(written(&["merge", &path(&first), &path(&second)], &merged), left);
    let again = first.with_file_name("again");
    assert_eq!(written(&["export", &path(&exported)], &again), left);
    assert_eq!(column(&ask(&merged, "country", "1395"), "value"), ["5110"]);
}
