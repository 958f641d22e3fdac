//! `hamyar merge --decided differing.csv`, run as a program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};

use super::on_disk::{hamyar, write};

const TABLES: [(&str, &str); 5] = [
    ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
    (
        "measures",
        "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n",
    ),
    ("sources", "id,kind,title_fa,title_en,published,precision\nS,press,خبر,News,1401-02-18,day\n"),
    (
        "observations",
        "id,measure,period,scenario,value,unit,source,note_fa\na,jobs,1400,actual,900,person,S,یک\n",
    ),
    ("notes", "id,table,row,column,text_fa\nn,sources,S,,ببینید\n"),
];

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("decided-{name}"))
}

fn path(place: &Path) -> &str {
    place.to_str().unwrap()
}

/// A copy in which each of these texts is another.
fn copy(name: &str, edits: &[(&str, &str)]) -> PathBuf {
    let directory = place(name);
    write(&directory, &TABLES, edits);
    directory
}

fn merged(name: &str, one: &Path, other: &Path, decided: &[&Path]) -> (Output, PathBuf) {
    let out = place(name);
    let _ = std::fs::remove_dir_all(&out);
    let mut call = vec!["merge", path(one), path(other), "--out", path(&out)];
    decided.iter().for_each(|file| call.extend(["--decided", path(file)]));
    (hamyar(&call), out)
}

fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(directory).unwrap().map(Result::unwrap);
    let file = |entry: std::fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

fn table(directory: &Path, name: &str) -> String {
    std::fs::read_to_string(directory.join(name)).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A list with one row filled in.
fn filled(name: &str, list: &str, row: &str, decision: &str) -> PathBuf {
    let file = place(name);
    let line = list.lines().find(|line| line.starts_with(row)).unwrap();
    let filled = format!("{row},{decision}{}", line[row.len()..].strip_prefix(",,,").unwrap());
    std::fs::write(&file, list.replace(line, &filled)).unwrap();
    file
}

const FIRST: [(&str, &str); 2] = [("News", "Alpha"), ("یک", "دو")];
const SECOND: [(&str, &str); 2] = [("News", "Beta"), ("یک", "سه")];

#[test]
fn rows_and_figures_are_decided_by_their_lists_and_old_copies_do_not_ask_again() {
    let [one, other] = [copy("one", &FIRST), copy("other", &SECOND)];
    let (output, open) = merged("open", &one, &other, &[]);
    assert_eq!(output.status.code(), Some(1));
    let (_, back) = merged("back", &other, &one, &[]);
    assert_eq!(files(&open), files(&back), "either order");
    for (name, copy) in [("open-open", &open), ("open-one", &one), ("open-other", &other)] {
        let (output, again) = merged(name, &open, copy, &[]);
        assert_eq!((output.status.code(), files(&again)), (Some(1), files(&open)), "{name}");
    }
    let rows = filled(
        "rows.csv",
        &table(&open, "differing.csv"),
        "sources,S,first,title_en,Alpha",
        "second,1403-02-01,ما",
    );
    let figures =
        filled("figures.csv", &table(&open, "conflicts.csv"), "a,first", "first,1403-02-01,ما");
    let (output, half) = merged("half", &one, &other, &[&rows]);
    assert_eq!(output.status.code(), Some(1), "the figure is open");
    let (output, settled) = merged("settled", &half, &one, &[&figures]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let (_, at_once) = merged("at-once", &one, &other, &[&figures, &rows]);
    assert_eq!(files(&at_once), files(&settled));
    assert!(table(&settled, "sources.csv").contains("Beta"));
    for (name, copy) in [("s1", &one), ("s2", &other), ("s3", &open), ("s4", &settled)] {
        let (output, again) = merged(name, &settled, copy, &[]);
        assert_eq!((output.status.code(), files(&again)), (Some(0), files(&settled)), "{name}");
    }
    let exported = place("exported");
    assert_eq!(hamyar(&["export", path(&open), "--out", path(&exported)]).status.code(), Some(0));
    assert_eq!(table(&exported, "differing.csv"), table(&open, "differing.csv"));

    // Somebody decided otherwise.
    let otherwise = filled(
        "otherwise.csv",
        &table(&open, "differing.csv"),
        "sources,S,second,title_en,Beta",
        "first,1403-02-02,آن‌ها",
    );
    let (_, otherwise) = merged("otherwise", &one, &other, &[&figures, &otherwise]);
    let (output, apart) = merged("apart", &settled, &otherwise, &[]);
    assert_eq!(output.status.code(), Some(1));
    let listed = table(&apart, "differing.csv");
    assert!(listed.contains("sources,S,first,chosen/1,,,1403-02-02,آن‌ها,second\n"), "{listed}");
    assert!(listed.contains("sources,S,second,chosen/1,,,1403-02-01,ما,first\n"), "{listed}");
}

#[test]
fn what_is_open_is_told_by_check_and_only_what_stands_is_published() {
    let [one, other] = [copy("told-one", &FIRST), copy("told-other", &SECOND)];
    let (_, open) = merged("told", &one, &other, &[]);
    let report: Value =
        serde_json::from_slice(&hamyar(&["check", path(&open), "--json"]).stdout).unwrap();
    let found = report["diagnostics"].as_array().unwrap();
    let found = found.iter().find(|one| one["code"] == "differing/open").unwrap();
    assert_eq!((&found["file"], &found["severity"]), (&json!("differing.csv"), &json!("warning")));
    assert!(found["message"]["en"].as_str().unwrap().contains("title_en"), "{found}");
    let file = place("told.bin");
    let packed = hamyar(&["pack", path(&open), "--out", path(&file)]);
    assert!(said(&packed).contains("nobody has decided: 2"), "{}", said(&packed));
    let bytes = String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned();
    assert!(bytes.contains("Alpha") && !bytes.contains("Beta"));
}

#[test]
fn a_decision_that_does_not_fit_is_told_and_not_applied() {
    let [one, other] = [copy("unfit-one", &FIRST), copy("unfit-other", &SECOND)];
    let (_, open) = merged("unfit", &one, &other, &[]);
    let list = table(&open, "differing.csv");
    let row = "sources,S,first,title_en,Alpha";
    for (decision, status, text) in [
        ("third,1403-02-01,ما", 2, "«نگه‌داشته» (keep)"),
        ("second,1403-02,ما", 2, "«روز» (day)"),
        ("second,1403-02-01,", 2, "«به دست» (by)"),
    ] {
        let file = filled("bad.csv", &list, row, decision);
        let (output, _) = merged("bad", &one, &other, &[&file]);
        let told = said(&output);
        assert_eq!(output.status.code(), Some(status), "{told}");
        assert!(told.contains(text) && told.contains("ردیف ۲"), "{told}");
        let persian = told.lines().find(|line| line.contains("ردیف")).unwrap();
        let hint = persian.replace("«\u{2068}S\u{2069}»", "");
        assert!(!hint.chars().any(|letter| letter.is_ascii_digit()), "{persian}");
    }
    let typed_over = list.replace("Beta", "Gamma");
    let file = filled("over.csv", &typed_over, row, "second,1403-02-01,ما");
    let (output, out) = merged("over", &one, &other, &[&file]);
    assert!(said(&output).contains("merge/other-variants"), "{}", said(&output));
    assert_eq!((output.status.code(), table(&out, "differing.csv")), (Some(1), list.clone()));
    let twice = filled("twice.csv", &list, row, "second,1403-02-01,ما");
    let other_row = "sources,S,second,title_en,Beta";
    let twice = filled(
        "twice.csv",
        &std::fs::read_to_string(twice).unwrap(),
        other_row,
        "first,1403-02-01,ما",
    );
    let (output, _) = merged("twice", &one, &other, &[&twice]);
    assert!(said(&output).contains("merge/row-decided-twice"), "{}", said(&output));
    let none = copy("unfit-none", &[]);
    let (output, _) = merged("none", &none, &none, &[&twice]);
    assert!(said(&output).contains("merge/no-such-row"), "{}", said(&output));
}

/// Notes of a figure that were written apart: what differs is told.
#[test]
fn a_conflict_of_notes_tells_the_notes() {
    let [one, other] = [copy("note-one", &FIRST[1..]), copy("note-other", &SECOND[1..])];
    let (output, _) = merged("notes", &one, &other, &[]);
    let told = said(&output);
    for text in [
        "(note_fa: “\u{2068}دو\u{2069}”)",
        "(note_fa: “\u{2068}سه\u{2069}”)",
        "(یادداشت فارسی: «\u{2068}دو\u{2069}»)",
    ] {
        assert!(told.contains(text), "{text} in {told}");
    }
}
