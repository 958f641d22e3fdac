//! `hamyar render`, run as a program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::views;

const OPEN_DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data");
const VIEWS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/views/views.json");

fn render(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hamyar")).arg("render").args(arguments).output().unwrap()
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn every_view_of_a_file_is_drawn_into_a_directory_as_it_is_drawn_alone() {
    let out = place("drawn");
    let _ = std::fs::remove_dir_all(&out);
    let drawn = render(&[OPEN_DATA, VIEWS, "--out", out.to_str().unwrap(), "--width", "360"]);
    assert_eq!(drawn.status.code(), Some(0), "{}", String::from_utf8_lossy(&drawn.stderr));
    assert!(drawn.stdout.is_empty());
    let files: BTreeSet<String> = std::fs::read_dir(&out)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let views = views();
    let named = views.iter().filter(|(_, view)| view.data != "gallery");
    let named: BTreeSet<String> = named.map(|(name, _)| format!("{name}.svg")).collect();
    assert_eq!(files, named);
    // One of each of the two data sets.
    for name in ["s4-paid-planned", "s3-credit-lines"] {
        let alone = render(&[OPEN_DATA, VIEWS, "--name", name, "--width", "360"]);
        assert!(alone.stdout.starts_with(b"<svg"), "{name}");
        assert_eq!(std::fs::read(out.join(format!("{name}.svg"))).unwrap(), alone.stdout);
    }
}

#[test]
fn a_view_cannot_name_a_file_outside_the_directory() {
    let (inside, file) = (place("inside"), place("outside.json"));
    std::fs::write(&file, r#"{"../outside": {"query": {"measure": "population"}}}"#).unwrap();
    let arguments = [OPEN_DATA, file.to_str().unwrap(), "--out", inside.to_str().unwrap()];
    let refused = render(&arguments);
    assert_eq!(refused.status.code(), Some(2));
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains(r#""../outside" is no name of a file"#), "{told}");
    assert!(!place("outside.svg").exists());
}

#[test]
fn a_drawing_is_not_written_into_the_package_it_is_drawn_from() {
    let refused = render(&[OPEN_DATA, VIEWS, "--name", "s4-paid-planned", "--out", OPEN_DATA]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!Path::new(OPEN_DATA).join("s4-paid-planned.svg").exists());
}

/// A view of a day is drawn of what was known then, and says so; the other views of its file are not.
#[test]
fn a_view_as_known_on_a_day_is_drawn_of_that_day_and_says_so() {
    let query = r#""where": {"observations": ["O016", "O017"]}"#;
    let text = format!(
        r#"{{"then": {{"query": {{{query}, "asKnown": "1401-02-18"}}}}, "now": {{"query": {{{query}}}}}}}"#
    );
    let file = place("known.json");
    std::fs::write(&file, text).unwrap();
    let csv = |name: &str, lang: &str| {
        let file = file.to_str().unwrap();
        let options = ["--name", name, "--format", "csv", "--lang", lang];
        let drawn = render(&[&[OPEN_DATA, file], &options[..]].concat());
        (drawn.status.code(), String::from_utf8(drawn.stdout).unwrap())
    };
    let (status, now) = csv("now", "en");
    assert_eq!((status, now.contains("As known")), (Some(0), false));
    let (status, then) = csv("then", "en");
    assert_eq!(status, Some(0));
    assert!(
        then.contains("As known at the end of 18 Ordibehesht 1401: of all figures, "),
        "{then}"
    );
    assert!(csv("then", "fa").1.contains("در پایان ۱۸ اردیبهشت ۱۴۰۱ می‌دانستیم"));
}

#[test]
fn a_map_takes_its_boundaries_from_a_file_and_names_it() {
    let file = place("ground.geojson");
    let square = r#"{"type":"Feature","properties":{"n":"تهران"},"geometry":{"type":"Polygon",
        "coordinates":[[[51,35],[52,35],[52,36],[51,36],[51,35]]]}}"#;
    std::fs::write(&file, square).unwrap();
    let view = place("map.json");
    let json = r#"{"query": {"measure": "rural_share_census", "areas": {"level": "province"}, "periods": ["1395"],
        "by": ["area"]}, "mark": "map"}"#;
    std::fs::write(&view, json).unwrap();
    let (file, view) = (file.to_str().unwrap(), view.to_str().unwrap());
    let drawn = render(&[OPEN_DATA, view, "--ground", file, "--lang", "en"]);
    assert_eq!(drawn.status.code(), Some(0), "{}", String::from_utf8_lossy(&drawn.stderr));
    let text = String::from_utf8(drawn.stdout).unwrap();
    assert!(text.contains("<polygon") && text.contains("ground.geojson"), "{text}");
    std::fs::write(file, "{").unwrap();
    let refused = render(&[OPEN_DATA, view, "--ground", file]);
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains("outline/not-json"), "{told}");
    assert_eq!(render(&[OPEN_DATA, view, "--ground", "/no/such/file"]).status.code(), Some(2));
}
