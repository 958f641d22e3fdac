//! `hamyar check`, run as a program: what it prints and how it ends.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use hamyar::model::ObservationId;
use serde_json::Value;

use super::fixture::Fixture;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/ingest/small");
const DESCRIPTOR: &str = include_str!("../../fixtures/ingest/small/datapackage.json");

fn hamyar(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap()
}

/// Writes a package into a directory of its own.
fn directory(name: &str, descriptor: &str, fixture: &Fixture) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&directory).unwrap();
    std::fs::write(directory.join("datapackage.json"), descriptor).unwrap();
    for (file, bytes) in &fixture.files {
        std::fs::write(directory.join(file), bytes).unwrap();
    }
    directory
}

fn report(directory: &str) -> (Option<i32>, Value) {
    let output = hamyar(&["check", directory, "--json"]);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (output.status.code(), serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn a_good_package_ends_with_0() {
    let (status, mut report) = report(SMALL);
    let findings = report.as_object_mut().unwrap().remove("findings").unwrap();
    let expected = serde_json::json!({
        "ok": true,
        "counts": { "read": 36, "accepted": 36, "rejected": 0 },
        "diagnostics": [],
        "skipped": [],
    });
    assert_eq!((status, report), (Some(0), expected));
    let told: Vec<(&str, &str)> = findings
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["rule"].as_str().unwrap(), one["verdict"].as_str().unwrap()))
        .collect();
    // A part of "at least 1.25 billion" may be more than 580; the country of this package has one province of 31.
    let verdicts =
        [("V1", "warn"), ("V1", "pass"), ("V2", "warn"), ("V2", "warn"), ("V13", "pass")];
    assert_eq!(told, verdicts);
}

#[test]
fn a_rejected_row_ends_with_1_and_is_told_in_both_languages() {
    let spoilt = Fixture::small().edit("observations.csv", "1396-10/", "1400-12-30");
    let directory = directory("spoilt", DESCRIPTOR, &spoilt);
    let directory = directory.to_str().unwrap();
    let (status, report) = report(directory);
    let found = &report["diagnostics"][0];
    assert_eq!((status, &report["ok"]), (Some(1), &Value::Bool(false)));
    assert_eq!(report["counts"]["rejected"], 1);
    let place = (&found["file"], &found["row"], &found["column"]);
    assert_eq!(place, (&"observations.csv".into(), &6.into(), &"period".into()));
    assert_eq!(
        (&found["code"], &found["severity"]),
        (&"cell/date-does-not-exist".into(), &"error".into())
    );
    let words = hamyar(&["check", directory]);
    let told = String::from_utf8(words.stderr).unwrap();
    assert!(
        told.starts_with("observations.csv:6:period: error [cell/date-does-not-exist]"),
        "{told}"
    );
    for text in [&found["message"], &found["hint"]] {
        assert!(
            told.contains(text["fa"].as_str().unwrap())
                && told.contains(text["en"].as_str().unwrap())
        );
    }
    let counts = String::from_utf8(words.stdout).unwrap();
    assert!(counts.starts_with("36 rows read, 35 accepted, 1 rejected\n"), "{counts}");
    assert_eq!(words.status.code(), Some(1));
}

#[cfg(feature = "desk")]
#[test]
fn notes_are_told_with_what_they_are_on() {
    let row =
        "N1,observations,O2,value,از استان بپرسید.,Ask the province.,دفتر,the office,1402-03-01";
    let noted = super::notes::noted(row);
    let resources = DESCRIPTOR.replacen(
        "\"resources\": [",
        "\"resources\": [{ \"name\": \"notes\", \"path\": \"notes.csv\" },",
        1,
    );
    let directory = directory("noted", &resources, &noted);
    let (status, report) = report(directory.to_str().unwrap());
    let text = serde_json::json!({ "fa": "از استان بپرسید.", "en": "Ask the province." });
    assert_eq!((status, &report["notes"][0]["text"]), (Some(0), &text));
    assert_eq!(report["notes"][0]["day"], "1402-03-01");
    let words = hamyar(&["check", directory.to_str().unwrap()]).stderr;
    let told = String::from_utf8(words).unwrap();
    let note = "observations:O2:value: note [N1]\n  Ask the province. (the office, 1 Khordad 1402)\n  \
                از استان بپرسید. (دفتر، ۱ خرداد ۱۴۰۲)\n";
    assert!(told.ends_with(note), "{told}");
    // Beside an answer stand the notes on the figures behind it, in words and in JSON.
    let ask = |figure: &str, arguments: &[&str]| {
        let question = directory.join("question.json");
        let text = format!(r#"{{"where": {{"observations": ["{figure}"]}}}}"#);
        std::fs::write(&question, text).unwrap();
        let paths = ["query", directory.to_str().unwrap(), question.to_str().unwrap()];
        String::from_utf8(hamyar(&[&paths, arguments].concat()).stdout).unwrap()
    };
    assert!(ask("O2", &[]).ends_with(note), "{}", ask("O2", &[]));
    let answer: serde_json::Value = serde_json::from_str(&ask("O2", &["--json"])).unwrap();
    assert_eq!((&answer["notes"][0]["row"], &answer["notes"][0]["text"]), (&"O2".into(), &text));
    assert!(!ask("O1", &[]).contains("note [") && !ask("O1", &["--json"]).contains("notes"));
}

/// What is packed is what pages show.
#[test]
fn row_12_a_draft_is_neither_packed_nor_drawn() {
    // The statement without a number says no status either.
    let drafted =
        Fixture::small().edit("observations.csv", "at_least,,,confirmed", "at_least,,,draft");
    let directory = directory("drafted", DESCRIPTOR, &drafted);
    let out = directory.with_extension("bin");
    let packed = hamyar(&["pack", directory.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    let told = String::from_utf8(packed.stderr).unwrap();
    let persian = "۲ رقم پیش‌نویس یا تأییدنشده است یا تصحیحی آن را برداشته، و کنار گذاشته شد";
    let english = "2 figures are drafts, not confirmed, or dropped by a correction; left out";
    assert_eq!(told, format!("hamyar: {english}\n  {persian}\n"), "no language was asked for");
    let dataset = hamyar::pack::read(&std::fs::read(out).unwrap()).unwrap();
    let kept: Vec<&str> = dataset.observations.keys().map(ObservationId::as_str).collect();
    let printed = kept.iter().filter(|id| id.starts_with('O'));
    assert_eq!(printed.collect::<Vec<_>>(), [&"O1", &"O2", &"O5", &"O6"]);

    let view = directory.with_extension("json");
    let question = r#"{"query": {"measure": "facility_amount", "areas": {"level": "county"}, "periods": ["1400", "1400-01"], "by": ["area", "period"]}}"#;
    std::fs::write(&view, question).unwrap();
    let call = ["render", directory.to_str().unwrap(), view.to_str().unwrap(), "--format", "csv"];
    let drawn = hamyar(&call);
    assert_eq!(String::from_utf8(drawn.stderr).unwrap(), format!("hamyar: {persian}\n"));
    let in_english = hamyar(&[call.as_slice(), &["--lang", "en"]].concat());
    assert_eq!(String::from_utf8(in_english.stderr).unwrap(), format!("hamyar: {english}\n"));
    let csv = String::from_utf8(drawn.stdout).unwrap();
    assert!(csv.contains("کمتر از\u{A0}۰") && !csv.contains("1.25"), "{csv}");
}

#[test]
fn a_refused_package_ends_with_2() {
    let nothing = directory("nothing", "{\"resources\": []}", &Fixture::small());
    let broken = directory("broken", "{\"resources\": [", &Fixture::small());
    let absent = Path::new(env!("CARGO_TARGET_TMPDIR")).join("absent");
    for (directory, code) in
        [(nothing, "package/empty"), (broken, "package/not-json"), (absent, "file/missing")]
    {
        let (status, report) = report(directory.to_str().unwrap());
        assert_eq!((status, &report["diagnostics"][0]["code"]), (Some(2), &code.into()));
        assert_eq!(report["counts"]["read"], 0);
    }
}

#[test]
fn a_call_that_makes_no_sense_ends_with_2_and_says_how() {
    for arguments in
        [[].as_slice(), &["chekc"], &["check"], &["check", "a", "b"], &["check", "--jason"]]
    {
        let output = hamyar(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("hamyar check DIR"));
    }
}
