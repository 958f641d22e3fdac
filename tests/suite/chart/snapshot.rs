//! What every view says, as text under `tests/snapshots/views`: a change is reviewed as a diff.
//!
//! `cargo xtask bless` (or `BLESS=1`) writes them anew. Only native: wasm has no files, and parity
//! of the bytes is tested where both builds meet.

use std::fmt::Write;
use std::path::PathBuf;

use hamyar::chart::Scene;
use hamyar::render::{Theme, svg};

use super::{LANGS, named, plain, views};

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/views")
}

/// FNV-1a: tells that a position or a colour changed, without keeping the drawing.
fn fingerprint(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Words, table and marks of a scene; a source stands as its number in the list of sources.
fn text_of(scene: &Scene) -> String {
    let mut out = String::new();
    for (name, text) in [
        ("title", &scene.title),
        ("subtitle", &scene.subtitle),
        ("coverage", &scene.coverage),
        ("says", &scene.description.long),
        ("foot", &scene.table.foot),
    ] {
        if !text.is_empty() {
            writeln!(out, "{name}: {}", plain(text)).unwrap();
        }
    }
    for entry in &scene.legend {
        writeln!(out, "key: {}", plain(&entry.text)).unwrap();
    }
    for note in &scene.notes {
        writeln!(out, "note: {}", plain(note)).unwrap();
    }
    for (source, number) in scene.sources.iter().zip(1..) {
        writeln!(out, "source {number}: {}", plain(&source.text)).unwrap();
    }
    writeln!(out, "\n{}", scene.table.heads.join(" | ")).unwrap();
    for row in &scene.table.rows {
        let cells = row.iter().map(|cell| {
            let source = scene.sources.iter().position(|source| source.text == cell.text);
            source.map_or_else(|| plain(&cell.text), |index| format!("[{}]", index + 1))
        });
        writeln!(out, "{}", cells.collect::<Vec<_>>().join(" | ")).unwrap();
    }
    out.push('\n');
    for mark in &scene.marks {
        writeln!(out, "{}: {}", scene.said[mark.row].key, plain(&scene.said[mark.row].tip.spoken))
            .unwrap();
    }
    out
}

/// One line for each drawing, in a file of its own: geometry changes more often than words.
#[test]
fn every_drawing_is_the_one_that_was_looked_at() {
    let mut lines = String::new();
    for name in views().keys() {
        for lang in LANGS {
            let drawing = svg(&named(name, lang), Theme::Auto);
            let hash = fingerprint(&drawing);
            writeln!(lines, "{name} {}: {} bytes, {hash:016x}", lang.code(), drawing.len())
                .unwrap();
        }
    }
    let path = directory().with_file_name("drawings.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &lines).unwrap();
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    let changed: Vec<&str> =
        lines.lines().filter(|line| !known.lines().any(|other| other == *line)).collect();
    assert!(changed.is_empty(), "look at these, then `cargo xtask bless`: {changed:#?}");
}

#[test]
fn every_view_says_what_its_snapshot_says() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut expected = Vec::new();
    let mut changed = Vec::new();
    if bless {
        std::fs::create_dir_all(directory()).unwrap();
    }
    for name in views().keys() {
        for lang in LANGS {
            let file = format!("{name}-{}.txt", lang.code());
            let path = directory().join(&file);
            let text = text_of(&named(name, lang));
            if bless {
                std::fs::write(&path, &text).unwrap();
            } else if std::fs::read_to_string(&path).ok().as_ref() != Some(&text) {
                changed.push(file.clone());
            }
            expected.push(file);
        }
    }
    for entry in std::fs::read_dir(directory()).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        if !expected.contains(&file) && bless {
            std::fs::remove_file(directory().join(&file)).unwrap();
        } else if !expected.contains(&file) {
            changed.push(file);
        }
    }
    assert!(changed.is_empty(), "changed, see `cargo xtask bless` and git diff: {changed:#?}");
}
