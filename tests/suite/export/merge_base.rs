//! `hamyar merge --base`, run as a program: what one copy left as it was, the other changed, took out or added.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::on_disk::{hamyar, write};

const TABLES: [(&str, &str); 6] = [
    ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
    (
        "measures",
        "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n",
    ),
    (
        "sources",
        "id,kind,title_fa,title_en,publisher_fa,publisher_en,published,precision\n\
         S,press,خبر,News,روزنامه,Paper,1401-02-18,day\n\
         T,press,گزارش,Report,روزنامه,Paper,1401-02-18,day\n",
    ),
    (
        "observations",
        "id,measure,period,scenario,value,unit,source\na,jobs,1400,actual,900,person,S\nb,jobs,1401,actual,5,person,S\n",
    ),
    (
        "statements",
        "id,kind,source,quote,summary_fa,summary_en,theme\nC,directive,S,گفت,گفت,Said,jobs\n",
    ),
    (
        "rules",
        "id,kind,name_fa,name_en,left,operator,right,tolerance,missing,severity\n\
         R,V1,قاعده,Rule,a,>=,b,0,skip_if_any,error\n",
    ),
];

pub(super) fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("since-{name}"))
}

/// A copy in which each of these texts is another.
fn copy(name: &str, edits: &[(&str, &str)]) -> PathBuf {
    let directory = place(name);
    write(&directory, &TABLES, edits);
    directory
}

/// What copies of one test say, merged beside what they were made of.
pub(super) struct Test {
    name: &'static str,
    pub(super) base: PathBuf,
}

impl Test {
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, base: copy(&format!("{name}-base"), &[]) }
    }

    pub(super) fn copy(&self, name: &str, edits: &[(&str, &str)]) -> PathBuf {
        copy(&format!("{}-{name}", self.name), edits)
    }

    pub(super) fn merged(&self, name: &str, copies: [&Path; 2], more: &[&str]) -> (Value, PathBuf) {
        let out = place(&format!("{}-{name}", self.name));
        let _ = std::fs::remove_dir_all(&out);
        let [one, other, out_path, base] =
            [copies[0], copies[1], &out, &self.base].map(|path| path.to_str().unwrap());
        let call = ["merge", one, other, "--base", base, "--json", "--out", out_path];
        let output = hamyar(&[&call[..], more].concat());
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(i32::from(told["ok"] != json!(true))), "{told}");
        (told, out)
    }

    /// The same in either order, and once more with each copy and with what they were made of.
    pub(super) fn same(&self, name: &str, copies: [&Path; 2]) -> (Value, PathBuf) {
        let (told, out) = self.merged(name, copies, &[]);
        let [one, other] = copies;
        for again in [[other, one], [&out, one], [other, &out], [&out, &self.base], [&out, &out]] {
            let (_, again) = self.merged("again", again, &[]);
            for (name, text) in files(&again).into_iter().rev() {
                assert_eq!(Some(&text), files(&out).get(&name), "{name}");
            }
        }
        (told, out)
    }
}

pub(super) fn files(directory: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(directory).unwrap().map(Result::unwrap);
    let file = |entry: std::fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), std::fs::read_to_string(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

pub(super) fn counts(told: &Value) -> [u64; 2] {
    ["conflicts", "differing"].map(|count| told["counts"][count].as_u64().unwrap())
}

#[test]
fn what_both_were_made_of_does_not_come_back_into_a_conflict() {
    let test = Test::new("back");
    let [a, b] =
        [("a", ",910,"), ("b", ",920,")].map(|(name, to)| test.copy(name, &[(",900,", to)]));
    let untouched = test.copy("c", &[]);
    let (told, ab) = test.same("both-1", [&a, &b]);
    assert_eq!(counts(&told), [1, 0]);
    let (told, left) = test.merged("left", [&ab, &untouched], &[]);
    let (_, bc) = test.merged("bc", [&b, &untouched], &[]);
    let (_, right) = test.merged("right", [&a, &bc], &[]);
    assert_eq!(files(&left), files(&right));
    let values: Vec<&Value> = told["conflicts"][0]["contents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["value"])
        .collect();
    assert_eq!(values, ["910", "920"]);
    assert!(files(&left)["observations.csv"].contains(",910,"));
}

#[test]
fn a_figure_taken_out_stands_against_its_change_and_wins_over_what_was_left() {
    let test = Test::new("figure");
    let gone = "b,jobs,1401,actual,5,person,S\n";
    let without_rule = "R,V1,قاعده,Rule,a,>=,b,0,skip_if_any,error\n";
    let out = test.copy("out-of-it", &[(gone, ""), (without_rule, "")]);
    let changed = test.copy("changed", &[(",5,", ",6,")]);
    let (told, both) = test.same("both-2", [&out, &changed]);
    assert_eq!(counts(&told), [1, 0]);
    let contents = &told["conflicts"][0]["contents"];
    assert_eq!((&contents[0]["withdrawn"], &contents[1]["value"]), (&json!(true), &json!("6")));
    let untouched = test.copy("untouched", &[]);
    let (told, both_and_untouched) = test.merged("three", [&both, &untouched], &[]);
    assert_eq!((counts(&told), files(&both_and_untouched)), ([1, 0], files(&both)));
    let (told, left) = test.same("both-3", [&out, &untouched]);
    assert_eq!(counts(&told), [0, 0]);
    assert!(!files(&left)["observations.csv"].contains("b,jobs"));
    let added = test.copy("added", &[(gone, &format!("{gone}c,jobs,1402,actual,7,person,S\n"))]);
    let (told, both) = test.same("both-4", [&out, &added]);
    assert_eq!(counts(&told), [0, 0]);
    let figures = &files(&both)["observations.csv"];
    assert!(figures.contains("c,jobs") && !figures.contains("b,jobs"), "{figures}");
}

#[test]
fn what_one_copy_left_in_any_table_the_other_changed_or_took_out() {
    let test = Test::new("tables");
    let untouched = test.copy("untouched", &[]);
    for (name, from, to, table) in [
        ("statement", "C,directive,S,گفت,گفت,Said,jobs\n", "", "statements"),
        ("title", ",News,", ",Other news,", "sources"),
        ("tolerance", ",b,0,", ",b,3,", "rules"),
        ("added", "T,press,", "U,press,دیگر,,,,1402,year\nT,press,", "sources"),
    ] {
        let edited = test.copy(name, &[(from, to)]);
        let (told, out) = test.same("both-5", [&edited, &untouched]);
        assert_eq!((&told["ok"], counts(&told)), (&json!(true), [0, 0]), "{name}: {told}");
        let (_, alone) = test.merged("alone", [&edited, &edited], &[]);
        let table = format!("{table}.csv");
        let lines = |files: BTreeMap<String, String>| {
            let mut lines: Vec<String> = files[&table].lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(lines(files(&out)), lines(files(&alone)), "{name}");
    }
}

#[test]
fn cells_of_a_row_merge_and_one_cell_changed_apart_is_told_with_all_that_was_merged() {
    let test = Test::new("cells");
    let title = test.copy("title", &[(",News,", ",A,")]);
    let publisher = test.copy("publisher", &[("News,روزنامه,Paper,", "News,روزنامه,Press,")]);
    let (told, both) = test.same("both-6", [&title, &publisher]);
    assert_eq!((&told["ok"], counts(&told)), (&json!(true), [0, 0]), "{told}");
    assert!(files(&both)["sources.csv"].contains("S,press,خبر,A,روزنامه,Press,"));
    let otherwise = test.copy("otherwise", &[(",News,", ",B,")]);
    let (told, left) = test.same("both-7", [&both, &otherwise]);
    let differing =
        json!([{"table": "sources", "id": "S", "column": "title_en", "values": ["A", "B"]}]);
    assert_eq!((counts(&told), &told["differing"]), ([0, 1], &differing));
    let (_, apart) = test.merged("apart", [&publisher, &otherwise], &[]);
    let (_, right) = test.merged("right", [&title, &apart], &[]);
    assert_eq!(files(&left), files(&right));
    let cells = files(&left)["differing.csv"].clone();
    for standing in ["first", "second"] {
        let told = format!("sources,S,{standing},publisher_en,Press,");
        assert!(cells.contains(&told), "{cells}");
    }
}

#[test]
fn a_row_taken_out_stands_against_its_change_until_somebody_decides() {
    let test = Test::new("taken-out");
    let row = "C,directive,S,گفت,گفت,Said,jobs\n";
    let [out, changed] = [("out", ""), ("changed", "C,directive,S,گفت,گفت,Told,jobs\n")]
        .map(|(name, to)| test.copy(name, &[(row, to)]));
    let (told, both) = test.same("both-8", [&out, &changed]);
    let differing =
        json!([{"table": "statements", "id": "C", "column": "id", "values": ["C", null]}]);
    assert_eq!((counts(&told), &told["differing"]), ([0, 1], &differing));
    assert!(files(&both)["statements.csv"].contains("Told"), "what leans on it has it");
    let check = hamyar(&["check", both.to_str().unwrap(), "--json"]);
    let check: Value = serde_json::from_slice(&check.stdout).unwrap();
    let found =
        check["diagnostics"].as_array().unwrap().iter().find(|one| one["code"] == "differing/open");
    let message = &found.unwrap()["message"];
    assert!(message["en"].as_str().unwrap().contains("taken out"), "{message}");
    assert!(message["fa"].as_str().unwrap().contains("برداشته شده"), "{message}");
    for (keep, is_there) in [("first", true), ("second", false)] {
        let list = files(&both)["differing.csv"].clone();
        let line = format!("statements,C,{keep},id,{},", if is_there { "C" } else { "" });
        assert!(list.contains(&format!("{line},,,")), "{list}");
        let filled = list.replace(&format!("{line},,,"), &format!("{line}{keep},1403-02-01,ما,"));
        let file = place("taken-out.csv");
        std::fs::write(&file, filled).unwrap();
        let decided = ["--decided", file.to_str().unwrap()];
        let (told, settled) = test.merged("settled", [&both, &both], &decided);
        assert_eq!((&told["ok"], counts(&told)), (&json!(true), [0, 0]), "{told}");
        assert_eq!(files(&settled)["statements.csv"].contains("Told"), is_there);
        for copy in [&out, &changed, &both, &test.base] {
            let (told, again) = test.merged("later", [&settled, copy], &[]);
            assert_eq!((&told["ok"], files(&again)), (&json!(true), files(&settled)));
        }
    }
}

/// A source that one copy took out with all that leans on it, and that another has come to lean on: what is left
/// out for that is told. Cells that do not go together stay apart.
#[test]
fn what_does_not_go_together_is_told() {
    let test = Test::new("together");
    let row = "T,press,گزارش,Report,روزنامه,Paper,1401-02-18,day\n";
    let out = test.copy("out-of-it", &[(row, "")]);
    let leans = test.copy("leans", &[(",5,person,S", ",5,person,T")]);
    let (told, _) = test.merged("leaning", [&out, &leans], &[]);
    assert_eq!(told["ok"], json!(false), "{told}");
    let refused = told["refused"][0].clone();
    assert!(!refused["message"]["fa"].as_str().unwrap().is_empty(), "{told}");
    let [month, year] = [
        ("month", row.replace("1401-02-18,day", "1401-02,month")),
        ("later", row.replace("1401-02-18,day", "1402-02-18,day")),
    ]
    .map(|(name, to)| test.copy(name, &[(row, &to)]));
    let (told, _) = test.same("both-9", [&month, &year]);
    assert_eq!(counts(&told), [0, 1], "{told}");
}

/// The words of a correction are its own: its figure says what it said.
#[test]
fn a_correction_that_both_changed_is_asked_once() {
    let test = Test::new("correction");
    let copies = ["base", "a", "b"].map(|name| {
        let copy = if name == "base" { test.base.clone() } else { test.copy(name, &[]) };
        let table = format!("observation,printed,corrected,reason_en\na,900,9000,told by {name}\n");
        std::fs::write(copy.join("corrections.csv"), table).unwrap();
        let path = copy.join("datapackage.json");
        let mut descriptor: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let resource = json!({"name": "corrections", "path": "corrections.csv"});
        descriptor["resources"].as_array_mut().unwrap().push(resource);
        std::fs::write(path, descriptor.to_string()).unwrap();
        copy
    });
    let [_, one, other] = &copies;
    let (told, _) = test.same("apart", [one, other]);
    assert_eq!((counts(&told), &told["differing"][0]["column"]), ([0, 1], &json!("reason_en")));

    // One that its figure leaves behind is refused where it is read: it stays open until somebody decides.
    let table = std::fs::read_to_string(other.join("observations.csv")).unwrap();
    std::fs::write(other.join("observations.csv"), table.replace(",900,", ",9000,")).unwrap();
    let (told, both) = test.merged("refused", [one, other], &[]);
    assert_eq!(counts(&told), [0, 1], "{told}");
    for copy in [one, other, &test.base, &both] {
        let (told, _) = test.merged("refused-again", [&both, copy], &[]);
        assert_eq!(counts(&told), [0, 1], "{told}");
    }
}

#[test]
fn what_copies_were_merged_beside_is_told() {
    let test = Test::new("told");
    let copy = test.copy("copy", &[(",900,", ",910,")]);
    let base = test.base.to_str().unwrap();
    let (told, out) = test.merged("json", [&copy, &copy], &[]);
    assert_eq!((&told["ok"], &told["base"]), (&json!(true), &json!(base)));
    let [copy, out] = [&copy, &out].map(|path| path.to_str().unwrap());
    let output = hamyar(&["merge", copy, copy, "--base", base, "--out", out]);
    let said = String::from_utf8(output.stdout).unwrap();
    for text in [base, "2 figures, 0 conflicts, 0 differing", "۲ رقم، ۰ تعارض"] {
        assert!(said.contains(text), "{said}");
    }
    let other = test.copy("other", &[(",News,", ",A,")]);
    let output = hamyar(&["merge", copy, other.to_str().unwrap(), "--out", out]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("name it with --base"), "{said}");
}
