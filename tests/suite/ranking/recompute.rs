//! The same lists from a script that shares no code with the library, run by Node.

use std::path::{Path, PathBuf};
use std::process::Command;

use hamyar::ranking::rank;

use super::fixture::{EXPECTED, RUN, VALUES, candidates, lines, rules, run_with};
use super::published::{LIST, RULES, VALUES as PUBLISHED};
use super::random::published;
use crate::suite::text::random::Random;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recompute/ranking.mjs");
const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/ranking");

/// What the script prints for pairs of files, one list after the other.
fn recomputed(paths: &[PathBuf]) -> String {
    let output = Command::new("node").arg(SCRIPT).args(paths).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The same for published texts, put into files of their own.
fn recomputed_texts(name: &str, texts: &[(String, String)]) -> String {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ranking").join(name);
    std::fs::create_dir_all(&directory).unwrap();
    let mut paths = Vec::new();
    for (place, (run, values)) in texts.iter().enumerate() {
        for (text, kind) in [(run, "json"), (values, "csv")] {
            let path = directory.join(format!("{place}.{kind}"));
            std::fs::write(&path, text).unwrap();
            paths.push(path);
        }
    }
    recomputed(&paths)
}

fn ours(texts: &[(String, String)]) -> String {
    let list = |(run, values): &(String, String)| {
        lines(&rank(&run_with(rules(run)), &candidates(values)).unwrap())
    };
    texts.iter().map(list).collect()
}

#[test]
fn the_script_gives_the_list_of_the_example() {
    let directory = Path::new(FIXTURE);
    let list = recomputed(&[directory.join("run.json"), directory.join("values.csv")]);
    assert_eq!(list, EXPECTED);
    assert_eq!(ours(&[(RUN.to_owned(), VALUES.to_owned())]), list);
}

#[test]
fn the_script_gives_the_list_of_the_page() {
    let texts = [(RULES.to_owned(), PUBLISHED.to_owned())];
    assert_eq!(recomputed_texts("page", &texts), LIST);
}

#[test]
fn the_script_agrees_under_every_rule_about_ties_and_missing_values() {
    let mut texts = Vec::new();
    for ties in ["shared", "dense"] {
        for missing in ["nought", "left_out", "reweighed"] {
            let run = RUN.replace(r#""shared""#, &format!("{ties:?}"));
            let run = run.replace(r#""left_out""#, &format!("{missing:?}"));
            texts.push((run, VALUES.to_owned()));
        }
    }
    assert_eq!(ours(&texts), recomputed_texts("rules", &texts));
}

#[test]
fn the_script_agrees_on_two_hundred_random_rankings() {
    let mut random = Random(1405);
    let texts: Vec<_> = (0..200).map(|_| published(&mut random)).collect();
    assert_eq!(ours(&texts), recomputed_texts("random", &texts));
}
