//! `hamyar export` and `hamyar query --format`, run as a program.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/ingest/small");

fn hamyar(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).args(arguments).output().unwrap()
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn packed(package: &str, name: &str) -> Vec<u8> {
    let out = place(name);
    assert_eq!(hamyar(&["pack", package, "--out", out.to_str().unwrap()]).status.code(), Some(0));
    std::fs::read(out).unwrap()
}

#[test]
fn what_is_exported_packs_to_the_same_bytes() {
    let out = place("exported");
    let exported = out.to_str().unwrap();
    assert_eq!(hamyar(&["export", SMALL, "--out", exported]).status.code(), Some(0));
    assert_eq!(packed(exported, "exported.bin"), packed(SMALL, "small.bin"));
    let checked = hamyar(&["check", exported]);
    assert!(checked.stderr.is_empty());
}

#[test]
fn a_package_is_not_written_over_itself() {
    let before = std::fs::read(Path::new(SMALL).join("observations.csv")).unwrap();
    let refused = hamyar(&["export", SMALL, "--out", &format!("{SMALL}/../small")]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(std::fs::read(Path::new(SMALL).join("observations.csv")).unwrap(), before);
}

#[test]
fn an_answer_leaves_in_every_format() {
    let question = place("question.json");
    std::fs::write(&question, r#"{"measure": "jobs", "by": ["area"]}"#).unwrap();
    let question = question.to_str().unwrap();
    for (format, start) in
        [("json-stat", "{\n \"version\": \"2.0\""), ("csv", "\u{FEFF}"), ("xlsx", "PK")]
    {
        let out = place(&format!("answer.{format}"));
        let to_file = ["--format", format, "--lang", "en", "--out", out.to_str().unwrap()];
        hamyar(&[&["query", SMALL, question], to_file.as_slice()].concat());
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes.starts_with(start.as_bytes()), "{format}");
        let printed = hamyar(&["query", SMALL, question, "--format", format, "--lang", "en"]);
        assert_eq!(printed.stdout, bytes, "{format}");
    }
    let unknown = hamyar(&["query", SMALL, question, "--format", "pdf"]);
    assert_eq!(unknown.status.code(), Some(2));
}
