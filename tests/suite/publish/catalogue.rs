//! What the page that makes snippets reads.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha384};

use super::{NAMES, STYLE, made, text};

fn catalogue(files: &[(String, Vec<u8>)]) -> Value {
    serde_json::from_str(text(files, "catalogue.json")).unwrap()
}

fn bytes<'a>(files: &'a [(String, Vec<u8>)], path: &str) -> &'a [u8] {
    &files.iter().find(|(one, _)| one == path).unwrap_or_else(|| panic!("{path}")).1
}

#[test]
fn what_the_forms_load_is_there_with_the_bytes_that_are_named() {
    let files = made("دادهٔ باز", STYLE);
    let catalogue = catalogue(&files);
    assert_eq!(catalogue["version"], 1);
    assert_eq!(catalogue["title"]["fa"], "دادهٔ باز");
    for part in ["element", "frames", "sheet"] {
        let sealed = &catalogue[part];
        let bytes = bytes(&files, sealed["address"].as_str().unwrap());
        let hash = STANDARD.encode(Sha384::digest(bytes));
        assert_eq!(sealed["integrity"], format!("sha384-{hash}"), "{part}");
    }
}

#[test]
fn every_chart_is_listed_in_the_order_of_its_file_with_its_three_forms() {
    let files = made("دادهٔ باز", STYLE);
    let catalogue = catalogue(&files);
    let charts = catalogue["charts"].as_array().unwrap();
    let names: Vec<&str> = charts.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, NAMES);
    for chart in charts {
        assert_eq!(chart["isExample"], chart["name"].as_str().unwrap().starts_with("example"));
        let data = format!("{}package.bin", chart["element"]["src"].as_str().unwrap());
        let hash = STANDARD.encode(Sha384::digest(bytes(&files, &data)));
        assert_eq!(chart["element"]["integrity"], format!("sha384-{hash}"));
        for lang in ["fa", "en"] {
            let title = chart["title"][lang].as_str().unwrap();
            let frame = text(&files, chart["frame"][lang].as_str().unwrap());
            let figure = text(&files, chart["figure"][lang].as_str().unwrap());
            assert!(figure.starts_with("<figure "));
            // The frame, the page and the figure alone are one and the same figure.
            assert!(frame.contains(figure.trim_end()), "{title}");
            let view = chart["element"]["view"].as_str().unwrap().replace('"', "&quot;");
            assert!(frame.contains(&format!("view=\"{view}\"")), "{view}");
            for no in ["<script", "<style", "<link", "href=", "src=", " style=", " id="] {
                assert!(!figure.contains(no), "{title}: {no}");
            }
        }
    }
}

#[test]
fn the_style_sheet_of_figures_touches_nothing_else_of_a_page_and_asks_for_nothing() {
    let sheet = hamyar::render::figure_sheet();
    for ask in ["url(", "@import", "@font-face"] {
        assert!(!sheet.contains(ask), "{ask}");
    }
    // A selector that is not about a figure would change the page around it; what swaps its two drawings names them.
    let inside = sheet.replace("@media", "\n@media");
    for rule in inside.lines().filter(|line| line.contains('{') && !line.starts_with("@media")) {
        let is_ours = [".figure[data-view]", ".drawing", "svg.swatch"]
            .iter()
            .any(|part| rule.starts_with(part));
        assert!(is_ours, "{rule}");
    }
}
