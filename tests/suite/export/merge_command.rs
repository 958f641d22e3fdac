//! `hamyar merge`, run as a program: conflicts that stay open from one merger to the next, and its JSON.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

const TABLES: [(&str, &str); 4] = [
    ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
    (
        "areas",
        "id,code,division,level,parent,name_fa,name_en,continues\nIR@1395,IR,1395,country,,ایران,Iran,\n",
    ),
    (
        "measures",
        "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n",
    ),
    ("sources", "id,kind,title_fa,published,precision\nS,press,خبر,1401-02-18,day\n"),
];

fn hamyar(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap()
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("merge-{name}"))
}

fn path(place: &Path) -> &str {
    place.to_str().unwrap()
}

/// A copy in which the figure is `value` now, with the values that it had before on these days.
fn copy(name: &str, value: u32, before: &[(&str, u32)]) -> PathBuf {
    let head = "id,measure,area,period,scenario,value,unit,source";
    let figure = format!("{head}\na,jobs,IR@1395,1400,actual,{value},person,S\n");
    let mut changes = "observation,recorded,value,unit\n".to_owned();
    for (day, value) in before {
        changes.push_str(&format!("a,{day},{value},person\n"));
    }
    let tables = TABLES.into_iter().map(|(name, text)| (name, text.to_owned()));
    let tables = tables.chain([("observations", figure), ("revisions", changes)]);
    let directory = place(name);
    std::fs::create_dir_all(&directory).unwrap();
    let mut resources: Vec<Value> = Vec::new();
    for (name, text) in tables {
        std::fs::write(directory.join(format!("{name}.csv")), text).unwrap();
        resources.push(json!({"name": name, "path": format!("{name}.csv")}));
    }
    let descriptor = json!({"name": "copies", "resources": resources}).to_string();
    std::fs::write(directory.join("datapackage.json"), descriptor).unwrap();
    directory
}

/// Three copies in directories of this test alone: tests run beside each other.
fn copies(test: &str) -> [PathBuf; 3] {
    let copy = |name: &str, value, before| copy(&format!("{test}-{name}"), value, before);
    [
        copy("a", 900, &[]),
        copy("b", 910, &[("1403-01-01", 900)]),
        copy("c", 920, &[("1403-01-02", 900)]),
    ]
}

/// Merges into a directory of this name; the status, and the directory.
fn merged(name: &str, one: &Path, other: &Path) -> (Option<i32>, PathBuf) {
    let out = place(name);
    let output = hamyar(&["merge", path(one), path(other), "--out", path(&out)]);
    (output.status.code(), out)
}

fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(directory).unwrap().map(Result::unwrap);
    let file = |entry: std::fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

fn json_of(output: &Output) -> Value {
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn row_21_a_conflict_stays_open_whichever_copies_are_merged_next() {
    let [a, b, c] = copies("next");
    let (status, ab) = merged("ab", &a, &b);
    assert_eq!(status, Some(0), "910 was made of 900");
    let (status, left) = merged("ab-c", &ab, &c);
    assert_eq!(status, Some(1));
    let (_, bc) = merged("bc", &b, &c);
    for (name, one, other) in
        [("a-bc", &a, &bc), ("bc-b", &bc, &b), ("bc-c", &bc, &c), ("bc-bc", &bc, &bc)]
    {
        let (status, out) = merged(name, one, other);
        assert_eq!((status, files(&out)), (Some(1), files(&left)), "{name}");
    }
    let exported = place("exported");
    assert_eq!(hamyar(&["export", path(&bc), "--out", path(&exported)]).status.code(), Some(0));
    for file in ["conflicts.csv", "revisions.csv", "observations.csv"] {
        assert_eq!(files(&exported)[file], files(&bc)[file], "{file}");
    }
}

#[test]
fn an_open_conflict_is_told_by_check_and_only_what_stands_is_published() {
    let [_, b, c] = copies("published");
    let (_, both) = merged("told", &b, &c);
    let output = hamyar(&["check", path(&both), "--json"]);
    let report = json_of(&output);
    let found = &report["diagnostics"][0];
    assert_eq!((output.status.code(), &found["code"]), (Some(0), &json!("conflict/open")));
    assert_eq!((&found["file"], &found["row"]), (&json!("conflicts.csv"), &json!(3)));
    for (lang, values) in [("fa", ["۹۱۰", "۹۲۰"]), ("en", ["910", "920"])] {
        let message = found["message"][lang].as_str().unwrap();
        assert!(values.iter().all(|value| message.contains(value)), "{message}");
    }
    let file = place("told.bin");
    let packed = hamyar(&["pack", path(&both), "--out", path(&file)]);
    let told = String::from_utf8(packed.stderr).unwrap();
    assert!(told.contains("nobody has decided: 1") && told.contains("بی‌تصمیم: ۱"), "{told}");
    let dataset = hamyar::pack::read(&std::fs::read(file).unwrap()).unwrap();
    let value = |one: &hamyar::model::Observation| one.wording.value.unwrap().to_string();
    let values: Vec<String> = dataset.observations.values().map(value).collect();
    assert_eq!(values, ["910"]);
}

#[test]
fn a_decision_takes_the_conflict_out_of_the_package() {
    let [a, b, c] = copies("package");
    let (_, both) = merged("open", &b, &c);
    let list = place("decided.csv");
    let open = String::from_utf8(files(&both)["conflicts.csv"].clone()).unwrap();
    std::fs::write(&list, open.replace("a,second,,,,", "a,second,second,1403-02-01,ما,")).unwrap();
    let out = place("settled");
    let call = ["merge", path(&both), path(&a), "--decided", path(&list), "--out", path(&out)];
    let output = hamyar(&[&call[..], &["--json"]].concat());
    let report = json_of(&output);
    assert_eq!((output.status.code(), &report["ok"]), (Some(0), &json!(true)), "{report}");
    assert_eq!((&report["conflicts"], &report["refused"]), (&json!([]), &json!([])));
    for (name, copy) in [("settled-b", &b), ("settled-c", &c), ("settled-both", &both)] {
        let (status, again) = merged(name, &out, copy);
        assert_eq!((status, files(&again)), (Some(0), files(&out)), "{name}");
    }
    assert_eq!(files(&out)["conflicts.csv"].iter().filter(|byte| **byte == b'\n').count(), 1);
}

#[test]
fn a_merger_is_told_as_json() {
    let [_, b, c] = copies("json");
    let other = c.join("sources.csv");
    let sources = std::fs::read_to_string(&other).unwrap().replace("خبر", "خبر دیگر");
    std::fs::create_dir_all(place("c-other")).unwrap();
    for (name, bytes) in files(&c) {
        std::fs::write(place("c-other").join(name), bytes).unwrap();
    }
    std::fs::write(place("c-other").join("sources.csv"), sources).unwrap();
    let (c, out) = (place("c-other"), place("json"));
    let call = ["merge", path(&b), path(&c), "--json", "--out"];
    let output = hamyar(&[&call[..], &[path(&out)]].concat());
    let report = json_of(&output);
    assert_eq!((output.status.code(), &report["ok"]), (Some(1), &json!(false)));
    assert_eq!(report["counts"], json!({"figures": 1, "conflicts": 1, "differing": 1}));
    let conflict = &report["conflicts"][0];
    assert_eq!(conflict["observation"], "a");
    assert_eq!(conflict["contents"][1]["value"], "920");
    assert_eq!(conflict["contents"][1]["text"]["fa"], "۹۲۰\u{A0}نفر");
    let differing = json!([{"table": "sources", "id": "S", "column": "title_fa",
        "values": ["خبر", "خبر دیگر"]}]);
    assert_eq!(report["differing"], differing);

    let absent = place("absent");
    for (arguments, code) in [
        ([path(&b), path(&absent), path(&out)], "file/missing"),
        ([path(&b), path(&c), path(&b)], "file/read-here"),
    ] {
        let [one, other, out] = arguments;
        let output = hamyar(&["merge", one, other, "--out", out, "--json"]);
        let report = json_of(&output);
        let refused = &report["refused"][0];
        assert_eq!((output.status.code(), &refused["code"]), (Some(2), &json!(code)));
        assert!(!refused["message"]["fa"].as_str().unwrap().is_empty());
        assert!(!refused["hint"]["en"].as_str().unwrap().is_empty());
    }
}

/// Nobody wrote a history: which copy was edited is known beside what both were made of.
#[test]
fn what_one_copy_left_as_it_was_is_the_others_edit() {
    let base = copy("base-0", 900, &[]);
    let [same, edited] = [copy("base-1", 900, &[]), copy("base-2", 910, &[])];
    let other = copy("base-3", 920, &[]);
    let merge = |one: &Path, other: &Path, more: &[&str]| {
        let out = place("base-out");
        let given = ["merge", path(one), path(other), "--out", path(&out), "--json"];
        let told = json_of(&hamyar(&[&given[..], more].concat()));
        let figures = std::fs::read_to_string(out.join("observations.csv")).unwrap();
        (told, figures)
    };
    let (told, _) = merge(&same, &edited, &[]);
    assert_eq!(told["counts"]["conflicts"], 1);
    let hint = &told["conflicts"][0]["hint"];
    assert!(hint["en"].as_str().unwrap().contains("--base"), "{told}");
    let with_base = ["--base", path(&base)];
    for copies in [[&same, &edited], [&edited, &same]] {
        let (told, figures) = merge(copies[0], copies[1], &with_base);
        assert_eq!((&told["ok"], &told["counts"]["conflicts"]), (&json!(true), &json!(0)));
        assert!(figures.contains(",910,"), "{figures}");
    }
    let (told, _) = merge(&other, &edited, &with_base);
    assert_eq!(told["counts"]["conflicts"], 1, "both changed it");
    assert_eq!(told["conflicts"][0]["hint"], Value::Null);
    let history = copy("base-4", 900, &[("1403-01-01", 900), ("1403-01-02", 910)]);
    let (told, figures) = merge(&history, &edited, &with_base);
    assert_eq!(told["counts"]["conflicts"], 0);
    assert!(
        figures.contains(",900,"),
        "it was changed and put back, which is no figure of old: {figures}"
    );
    let refused =
        hamyar(&["merge", path(&same), path(&edited), "--out", path(&base), "--base", path(&base)]);
    assert_eq!(refused.status.code(), Some(2), "it would be written over");
}
