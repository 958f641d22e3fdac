//! The ranking that lies beside the tables of a package goes where they go.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

fn hamyar(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap()
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("ranking-{name}"))
}

fn path(place: &Path) -> &str {
    place.to_str().unwrap()
}

const TABLES: [(&str, &str); 3] = [
    ("units", "id,base,exponent,name_fa\nperson,person,0,نفر\n"),
    ("measures", "id,name_fa,unit,kind,area_rule,time_rule\njobs,شغل,person,flow,sum,sum\n"),
    ("observations", "id,measure,value,unit,source\n"),
];

/// A package with these rules and values beside it.
fn copy(name: &str, rules: Option<&str>, values: Option<&str>) -> PathBuf {
    let directory = place(name);
    let _ = std::fs::remove_dir_all(&directory);
    std::fs::create_dir_all(&directory).unwrap();
    let resource = |name: &str| json!({"name": name, "path": format!("{name}.csv")});
    let resources: Vec<Value> = TABLES.iter().map(|(name, _)| resource(name)).collect();
    let descriptor = json!({"name": "ranked", "resources": resources}).to_string();
    let tables = TABLES.iter().map(|(name, text)| (format!("{name}.csv"), (*text).to_owned()));
    let beside = [("ranking.json", rules), ("ranking-values.csv", values)];
    let beside =
        beside.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?.to_owned())));
    for (file, text) in tables.chain(beside).chain([("datapackage.json".to_owned(), descriptor)]) {
        std::fs::write(directory.join(file), text).unwrap();
    }
    directory
}

/// Merged into a directory of this name: the report, and both files.
fn merged(name: &str, one: &Path, other: &Path) -> (Value, [Option<String>; 2]) {
    let out = place(name);
    let _ = std::fs::remove_dir_all(&out);
    let output = hamyar(&["merge", path(one), path(other), "--json", "--out", path(&out)]);
    (serde_json::from_slice(&output.stdout).unwrap(), files(&out))
}

fn files(directory: &Path) -> [Option<String>; 2] {
    ["ranking.json", "ranking-values.csv"]
        .map(|file| std::fs::read_to_string(directory.join(file)).ok())
}

fn texts(one: &str, other: &str) -> [Option<String>; 2] {
    [one, other].map(|text| Some(text.to_owned()))
}

const RULES: &str = r#"{"id": "festival", "total": "1000"}"#;
const OTHER: &str = r#"{"id": "festival", "total": "900"}"#;
const VALUES: &str = "id,name_fa,jobs\na,الف,1\nb,ب,2\n";

#[test]
fn a_ranking_is_exported_byte_for_byte() {
    let one = copy("exported-from", Some(RULES), Some(VALUES));
    for format in ["csv", "json"] {
        let out = place("exported");
        let _ = std::fs::remove_dir_all(&out);
        let call = ["export", path(&one), "--format", format, "--out", path(&out)];
        assert_eq!(hamyar(&call).status.code(), Some(0));
        assert_eq!(files(&out), texts(RULES, VALUES), "{format}");
    }
}

#[test]
fn a_ranking_of_one_copy_or_of_both_alike_is_kept() {
    let ranked = copy("ranked", Some(RULES), Some(VALUES));
    let bare = copy("bare", None, Some("id\nz\n"));
    let spaced = copy("spaced", Some(&RULES.replace(' ', "  ")), None);
    for (one, other) in [(&ranked, &bare), (&bare, &ranked), (&ranked, &ranked)] {
        let (report, files) = merged("kept", one, other);
        assert_eq!((&report["ok"], files), (&json!(true), texts(RULES, VALUES)), "{report}");
    }
    let (report, [_, values]) = merged("kept", &spaced, &ranked);
    assert_eq!((&report["ok"], values.as_deref()), (&json!(true), Some(VALUES)), "{report}");
}

/// Rules that differ are told field by field; those that are kept keep their own values.
#[test]
fn rankings_that_differ_are_listed_and_one_is_kept_whole() {
    let other_values = VALUES.replace("b,ب,2", "b,ب,3\nc,پ,4");
    let one = copy("one", Some(RULES), Some(VALUES));
    let other = copy("other", Some(OTHER), Some(&other_values));
    let (report, files) = merged("one-other", &one, &other);
    assert_eq!(files, texts(RULES, VALUES));
    assert_eq!((&report["ok"], &report["counts"]["differing"]), (&json!(false), &json!(3)));
    let told = |table: &str, id: &str, column: &str, [kept, first, second]: [&str; 3]| {
        json!({"table": table, "id": id, "column": column,
            "kept": kept, "first": first, "second": second})
    };
    let total = told("ranking", "ranking.json", "total", ["\"1000\"", "\"1000\"", "\"900\""]);
    assert_eq!(report["differing"][0], total);
    let jobs = told("ranking-values", "b", "jobs", ["2", "2", "3"]);
    assert!(report["differing"].as_array().unwrap().contains(&jobs), "{report}");
    let listed = std::fs::read_to_string(place("one-other").join("differing.csv")).unwrap();
    assert!(listed.contains("ranking-values,\"b\",jobs,\"2\",\"2\",\"3\"\n"), "{listed}");

    // The order of merging makes no difference.
    let third = copy("third", Some(RULES), Some("id,name_fa,jobs\na,الف,0\n"));
    let (_, back) = merged("other-one", &other, &one);
    assert_eq!(back, files);
    let (_, left) = merged("left", &place("one-other"), &third);
    let (_, _) = merged("other-third", &other, &third);
    let (_, right) = merged("right", &one, &place("other-third"));
    assert_eq!(left, right);
}
