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
    let (report, files) = merged("kept", &ranked, &ranked);
    assert_eq!((&report["ok"], files), (&json!(true), texts(RULES, VALUES)), "{report}");
    // Values without rules rank nothing: they are named, and change nothing.
    for (one, other) in [(&ranked, &bare), (&bare, &ranked)] {
        let (report, files) = merged("kept", one, other);
        assert_eq!(files, texts(RULES, VALUES), "{report}");
        assert_eq!(report["diagnostics"][0]["code"], "ranking/rules-missing", "{report}");
        assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(1), "{report}");
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
    assert_eq!((&report["ok"], &report["counts"]["differing"]), (&json!(false), &json!(1)));
    let told = |column: &str, values: [&str; 2]| json!({"table": "ranking", "id": "ranking.json", "column": column, "values": values});
    let all = [
        told("total", ["\"1000\"", "\"900\""]),
        told("ranking_values/2/jobs", ["2", "3"]),
        told("ranking_values/3/id", ["", "c"]),
        told("ranking_values/3/jobs", ["", "4"]),
        told("ranking_values/3/name_fa", ["", "پ"]),
    ];
    assert_eq!(report["differing"], json!(all));
    let listed = std::fs::read_to_string(place("one-other").join("differing.csv")).unwrap();
    for row in ["first,ranking_values/2/jobs,2,", "second,ranking_values/2/jobs,3,"] {
        assert!(listed.contains(&format!("ranking,ranking.json,{row}")), "{listed}");
    }

    // The order of merging makes no difference.
    let third = copy("third", Some(RULES), Some("id,name_fa,jobs\na,الف,0\n"));
    let (_, back) = merged("other-one", &other, &one);
    assert_eq!(back, files);
    let (_, left) = merged("left", &place("one-other"), &third);
    let (_, _) = merged("other-third", &other, &third);
    let (_, right) = merged("right", &one, &place("other-third"));
    assert_eq!(left, right);
    // What is merged on says the same in every file.
    let all = |name: &str| {
        let entries = std::fs::read_dir(place(name)).unwrap().map(Result::unwrap);
        let file =
            |entry: std::fs::DirEntry| (entry.file_name(), std::fs::read(entry.path()).unwrap());
        entries.map(file).collect::<std::collections::BTreeMap<_, _>>()
    };
    assert_eq!(all("left"), all("right"));
    for (name, again) in [("again", "one-other"), ("again-one", "one"), ("again-other", "other")] {
        let (report, _) = merged(name, &place("one-other"), &place(again));
        assert_eq!((&report["ok"], all(name)), (&json!(false), all("one-other")), "{again}");
    }
}

/// A ranking is chosen whole, with its own values, and the copies do not bring the other back.
#[test]
fn a_ranking_that_somebody_chose_stays() {
    let other_values = VALUES.replace("b,ب,2", "b,\"ب, ت\",3\nc,'=پ,4");
    let rules = r#"{"id":"festival","total":"900","criteria":[{"id":"a.b/#~"},{"id":"","of":[]}]}"#;
    let one = copy("choose-one", Some(RULES), Some(VALUES));
    let other = copy("choose-other", Some(rules), Some(&other_values));
    let (_, _) = merged("choose", &one, &other);
    let listed = std::fs::read_to_string(place("choose").join("differing.csv")).unwrap();
    let first = if listed.contains("first,total,\"\"\"1000\"\"\"") { "first" } else { "second" };
    let kept = if first == "first" { "second" } else { "first" };
    let row = listed
        .lines()
        .find(|line| line.contains(&format!("{kept},ranking_values/2/jobs")))
        .unwrap();
    let filled = row.replace("jobs,3,,,", &format!("jobs,3,{kept},۱۴۰۳-۰۲-۰۱,ما"));
    assert_ne!(filled, row);
    let list = place("choose.csv");
    std::fs::write(&list, listed.replace(row, &filled)).unwrap();
    let out = place("chosen");
    let call = [
        "merge",
        path(&one),
        path(&other),
        "--decided",
        path(&list),
        "--json",
        "--out",
        path(&out),
    ];
    let output = hamyar(&call);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &report["ok"]), (Some(0), &json!(true)), "{report}");
    let [written, values] = files(&out);
    let told = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(told(&written.unwrap()), told(rules));
    assert_eq!(values.unwrap(), "id,jobs,name_fa\na,1,الف\nb,3,\"ب, ت\"\nc,4,'=پ\n");
    for copy in [&one, &other, &place("choose"), &out] {
        let (report, again) = merged("chosen-again", &out, copy);
        assert_eq!((&report["ok"], again), (&json!(true), files(&out)), "{report}");
    }
}
