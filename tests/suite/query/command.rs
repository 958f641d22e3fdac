//! `hamyar query` in later borders, run as a program: what became of the figures is told.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

use super::boundaries::{HEAD, history_of};

const SUCCESSIONS: &str = "kind,from,to,day,share\nmerge,X12@1395,X15@1402,1399-01-01,100\nmerge,X13@1395,X15@1402,1399-01-01,100\n";
const FIGURES: &str = "B,people,X12@1395,1396,actual,300,person,E\nC,people,X13@1395,1396,actual,200,person,E\nD,people,X12@1395,1397,actual,310,person,E\n";
const QUESTION: &str = r#"{"measure": "people", "by": ["area", "period"],
    "areas": {"level": "county"}, "boundaries": "1402"}"#;

/// Standard output and standard error.
fn ask(arguments: &[&str]) -> [String; 2] {
    let output = asked("borders", &format!("{HEAD}\n{FIGURES}"), QUESTION, arguments);
    [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap())
}

/// Asks a question of a package of these figures in a directory of this name.
fn asked(name: &str, figures: &str, question_text: &str, arguments: &[&str]) -> Output {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&directory).unwrap();
    let fixture = history_of(SUCCESSIONS, figures);
    let resource =
        |path: &String| json!({"name": path.strip_suffix(".csv").unwrap(), "path": path});
    let resources: Vec<Value> = fixture.files.keys().map(resource).collect();
    let descriptor = json!({ "resources": resources }).to_string();
    std::fs::write(directory.join("datapackage.json"), descriptor).unwrap();
    for (file, bytes) in &fixture.files {
        std::fs::write(directory.join(file), bytes).unwrap();
    }
    let question = directory.join("question.json");
    std::fs::write(&question, question_text).unwrap();
    Command::new(env!("CARGO_BIN_EXE_hamyar"))
        .args(["query", directory.to_str().unwrap(), question.to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn what_moving_came_to_stands_beside_the_answer() {
    let [out, _] = ask(&["--json"]);
    let told: Value = serde_json::from_str(&out).unwrap();
    let moved = &told["moved"];
    assert_eq!((&moved["whole"], &moved["notPlaced"]), (&json!(2), &json!(1)));
    let sum = json!([{"figure": "B+C", "area": "X15@1402", "of": ["B", "C"]}]);
    assert_eq!(moved["joined"], sum);
    let apart = &moved["apart"][0];
    assert_eq!((&apart["figures"], &apart["area"]), (&json!(["D"]), &json!("X1~@1402")));
    assert_eq!(apart["reason"], "partial");
    assert!(apart["message"]["fa"].as_str().unwrap().contains("ناحیهٔ تازه"));
    let row = told["rows"].as_array().unwrap().iter().find(|row| row[1] == "X15@1402").unwrap();
    assert_eq!(row.as_array().unwrap().last().unwrap(), "B+C", "the evidence names both");
}

#[test]
fn in_words_and_beside_a_file_too() {
    let [out, _] = ask(&[]);
    for text in ["۲ رقم یکجا", "2 whole, 0 divided, 1 not placed", "B+C ← B C", "not about all"]
    {
        assert!(out.contains(text), "{text} in {out}");
    }
    if cfg!(feature = "desk") {
        let [file, told] = ask(&["--format", "csv"]);
        assert!(!file.contains("whole") && told.contains("2 whole"), "{told}");
    }
}

/// A draft is no figure for others, and who wants it says so.
#[test]
fn row_12_drafts_answer_only_when_they_are_asked_for() {
    let head = HEAD.trim_end();
    let figures = format!(
        "{head},status\nB,people,X12@1395,1396,actual,300,person,E,confirmed\nC,people,X13@1395,1396,actual,200,person,E,draft\n"
    );
    let question = r#"{"measure": "people", "by": ["area"], "periods": ["1396"]}"#;
    let rows = |arguments: &[&str]| {
        let output = asked("drafts", &figures, question, arguments);
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        (answer["rows"].as_array().unwrap().len(), String::from_utf8(output.stderr).unwrap())
    };
    let left_out = [
        (
            Vec::new(),
            "hamyar: ۱ رقم پیش‌نویس یا تأییدنشده است یا تصحیحی آن را برداشته، و کنار گذاشته شد\n",
        ),
        (
            vec!["--lang", "fa"],
            "hamyar: ۱ رقم پیش‌نویس یا تأییدنشده است یا تصحیحی آن را برداشته، و کنار گذاشته شد\n",
        ),
        (
            vec!["--lang", "en"],
            "hamyar: 1 figure is a draft, not confirmed, or dropped by a correction; left out\n",
        ),
    ];
    for (lang, text) in left_out {
        assert_eq!(rows(&[&["--json"], lang.as_slice()].concat()), (1, text.to_owned()));
    }
    assert_eq!(rows(&["--json", "--drafts"]).0, 2);
}

/// The package has no list of codes.
#[cfg(feature = "desk")]
#[test]
fn codes_that_nobody_names_are_words_in_both_languages() {
    let question = r#"{"measure": "people", "by": ["period", "scenario"]}"#;
    let figures = format!("{HEAD}\n{FIGURES}");
    for (lang, word) in [("fa", "عملکرد"), ("en", "Actual")] {
        let output = asked("nameless", &figures, question, &["--format", "csv", "--lang", lang]);
        let file = String::from_utf8(output.stdout).unwrap();
        assert!(file.contains(word) && !file.contains("actual"), "{file}");
    }
}

/// Also a question that means nothing is answered in JSON, and says why in both languages.
#[test]
fn a_question_that_means_nothing_is_refused_in_json() {
    let figures = format!("{HEAD}\n{FIGURES}");
    for (question, code) in [
        ("{", "spec/not-json"),
        ("[]", "spec/not-json"),
        (r#"{"measure": "people", "areas": {"level": "town"}}"#, "api/argument"),
        (r#"{"measure": "people", "colour": "red"}"#, "api/argument"),
        (r#"{"measure": "people", "asKnown": "yesterday"}"#, "question/as-known"),
        (r#"{"measure": "people", "boundaries": 1402}"#, "question/boundaries"),
        (r#"{"measure": "people", "boundaries": "1403"}"#, "question/no-such-list"),
    ] {
        let output = asked("refused-question", &figures, question, &["--json"]);
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        let refused = &told["refused"][0];
        assert_eq!((output.status.code(), &refused["code"]), (Some(2), &json!(code)), "{question}");
        assert_eq!((&told["rows"], told["refused"].as_array().unwrap().len()), (&json!([]), 1));
        for lang in ["fa", "en"] {
            assert!(!refused["message"][lang].as_str().unwrap().is_empty(), "{question}");
        }
        let output = asked("refused-question", &figures, question, &[]);
        let words = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        assert!(words.contains(code) && !words.contains("hamyar check DIR"), "{words}");
        assert!(words.contains(refused["message"]["fa"].as_str().unwrap()), "{words}");
    }
}

/// A file of a published form has no place for what was refused; it is told beside it.
#[cfg(feature = "desk")]
#[test]
fn what_is_refused_is_told_beside_a_file() {
    let figures = format!("{HEAD}\n{FIGURES}");
    let question = r#"{"measure": "people", "by": ["area", "period"], "every": "half"}"#;
    for (lang, words) in [
        ("fa", "این دوره در هیچ‌یک از دوره‌های خواسته‌شده نمی‌گنجد (۱۳۹۷). دورهٔ بلندتری بخواهید."),
        ("en", "this period fits into none of those asked for (1397). Ask for longer periods."),
    ] {
        let output = asked("longer", &figures, question, &["--format", "csv", "--lang", lang]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && told.contains(words), "{told}");
    }
    let question = r#"{"measure": "people", "by": ["area"], "areas": {"codes": ["Y99"]}}"#;
    let output = asked("nowhere", &figures, question, &["--format", "json", "--lang", "en"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("the data set has no such area (Y99)."), "{told}");
}

/// Each command says by itself how it is called, in both languages, wherever the call asks for it.
#[test]
fn every_command_explains_itself() {
    let said = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
        String::from_utf8(output.stdout).unwrap()
    };
    let all = said(&["--help"]);
    assert_eq!(all, said(&["-h"]));
    for name in ["check", "query", "render", "pack", "export", "merge", "rank"] {
        let own = said(&[name, "--help"]);
        assert!(own.starts_with(&format!("hamyar {name} ")), "{own}");
        assert!(own.contains(&format!("\n  hamyar {name} ")) || own.contains("\n  echo "), "{own}");
        assert!(all.contains(own.lines().next().unwrap()));
        assert!(own.contains("انجام شد"), "{own}");
        assert_eq!(own, said(&[name, "somewhere", "-h"]));
    }
}

/// A row that is left out of an answer is told with its column, what to do, and in both languages, as `check` does.
#[test]
fn a_row_that_is_left_out_is_told_in_full() {
    let figures = format!("{HEAD}\n{FIGURES}X,people,X12@1395,1398,actual,,person,E\n");
    let output = asked("rejected", &figures, r#"{"measure": "people", "by": ["period"]}"#, &[]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("observations.csv:5:value: error ["), "{told}");
    let lines: Vec<&str> = told.lines().take(3).collect();
    assert!(lines[1].starts_with("  ") && lines[1].ends_with('.'), "{told}");
    assert!(lines[2].starts_with("  ") && lines[2].contains("صفر"), "{told}");
}

/// What is counted in each area by itself is no rate, and is not called one.
#[test]
fn a_count_that_does_not_add_is_refused_as_such() {
    let question = r#"{"measure": "joint_project_count", "scenario": "actual", "areas": {"level": "country"}, "by": ["area"]}"#;
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("joint.json");
    std::fs::write(&file, question).unwrap();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data/example");
    let output = Command::new(env!("CARGO_BIN_EXE_hamyar"))
        .args(["query", example, file.to_str().unwrap(), "--json"])
        .output()
        .unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let refused = &told["refused"][0];
    assert_eq!(refused["code"], "query/not-additive");
    let message = refused["message"]["en"].as_str().unwrap();
    assert!(message.starts_with("this measure is told of each area by itself"), "{message}");
}

/// Asks the open data, and gives what was printed to standard output and to standard error.
fn of_open_data(name: &str, question: &str, arguments: &[&str]) -> [String; 2] {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, question).unwrap();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data");
    let output = Command::new(env!("CARGO_BIN_EXE_hamyar"))
        .args(["query", data, path.to_str().unwrap()])
        .args(arguments)
        .output()
        .unwrap();
    [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap())
}

/// Thousands of figures of the open data have no area in the list of 1402; none of them is asked about.
#[test]
fn only_moves_of_figures_that_are_asked_about_are_told() {
    let asked = |rest: &str| {
        let question = format!(r#"{{"by": ["area", "period"], "boundaries": "1402", {rest}}}"#);
        let [out, _] = of_open_data("moves.json", &question, &["--json"]);
        serde_json::from_str::<Value>(&out).unwrap()["moved"].clone()
    };
    let moved =
        asked(r#""measure": "jobs_direct", "areas": {"codes": ["24"]}, "periods": ["1400"]"#);
    let one = json!({"whole": 1, "divided": 0, "notPlaced": 0, "later": 0, "recounted": 0, "joined": [], "apart": []});
    assert_eq!(moved, one);
    let moved = asked(r#""measure": "population_total", "periods": ["1395"]"#);
    assert!(moved["notPlaced"].as_u64().unwrap() > 400, "{moved}");
    let near =
        asked(r#""measure": "population_total", "areas": {"within": "24"}, "periods": ["1395"]"#);
    assert!((1..20).contains(&near["notPlaced"].as_u64().unwrap()), "{near}");
    let share = asked(
        r#""measure": "rural_share_census", "areas": {"codes": ["24"]}, "periods": ["1395"]"#,
    );
    assert!(share["whole"].as_u64().unwrap() >= 2, "numerator and denominator: {share}");
    let pair = asked(r#""pairs": ["K06"]"#);
    assert_eq!(pair["whole"], 2, "{pair}");
}

#[test]
fn a_misspelt_question_says_what_can_be_written() {
    let [out, _] =
        of_open_data("key.json", r#"{"measure": "jobs", "perods": ["1400"]}"#, &["--json"]);
    let told: Value = serde_json::from_str(&out).unwrap();
    let hint = &told["refused"][0]["hint"];
    assert!(hint["en"].as_str().unwrap().contains("periods"), "{told}");
    assert!(hint["fa"].as_str().unwrap().starts_with("یکی از این‌ها: "), "{told}");
    let [out, _] = of_open_data("json.json", "no", &["--json"]);
    let told: Value = serde_json::from_str(&out).unwrap();
    let fa = told["refused"][0]["message"]["fa"].as_str().unwrap();
    assert!(fa.contains("سطر ۱، ستون ۲") && !fa.contains("expected"), "{fa}");
    if cfg!(feature = "desk") {
        let question =
            r#"{"measure": "jobs_direct", "areas": {"codes": ["24"]}, "periods": ["1400"]}"#;
        let [named, plain] = ["json-stat", "jsonstat"]
            .map(|format| of_open_data("format.json", question, &["--format", format]));
        assert_eq!(named, plain);
        assert!(named[0].contains("\"version\""), "{named:?}");
    }
}
