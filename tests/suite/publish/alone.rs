//! A chart or a story as one file: it names nothing outside of itself, and runs nothing that its policy does not know.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use hamyar::diag::Bilingual;
use hamyar::publish::{Assets, Chart, Missing, site, story};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Read;

use super::{STYLE, VIEWS, assets, open, text, values};

/// A page of the site with what a file of its own does without.
const PAGE: &str = "<!doctype html>\n<html lang=\"fa\" data-page=\"s9\">\n<head>\n<meta charset=\"utf-8\">\n\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">\n<link rel=\"stylesheet\" href=\"hamyar.css\">\n\
<script type=\"module\" src=\"js/page.js\"></script>\n</head>\n<body>\n<nav class=\"site-nav\"><a href=\"index.html\">x</a></nav>\n\
<main id=\"main\"><a href=\"#main\">a</a><a href=\"s9.html?known=1401-02-18\">b</a><a href=\"about.html\">c</a></main>\n\
<noscript>observations.csv</noscript>\n</body>\n</html>\n";

fn with(more: &[(&str, &str)]) -> Assets {
    let mut all = assets(STYLE);
    all.0.extend(more.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    all
}

/// What a page holds in its blocks, by path.
fn held(page: &str) -> BTreeMap<String, Vec<u8>> {
    let blocks = page.split("data-file=\"").skip(1).map(|rest| {
        let (path, rest) = rest.split_once("\">").unwrap();
        let packed = STANDARD.decode(rest.split_once("</script>").unwrap().0).unwrap();
        let mut bytes = Vec::new();
        GzDecoder::new(&*packed).read_to_end(&mut bytes).unwrap();
        (path.to_owned(), bytes)
    });
    blocks.collect()
}

fn between<'a>(page: &'a str, begin: &str, end: &str) -> &'a str {
    page.split_once(begin).unwrap().1.split_once(end).unwrap().0
}

/// Its one script and its one style stand in the policy by their hashes, and no server does.
fn is_sealed(page: &str) {
    let policy = between(page, "Content-Security-Policy\" content=\"", "\">").replace("&#39;", "'");
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    assert!(
        policy
            .contains(&format!("script-src {} ", hash(between(page, "\"module\">", "</script>"))))
    );
    let style = hash(between(page, "<style>", "</style>"));
    assert!(policy.contains(&format!("style-src {style} ")), "{policy}");
    assert!(
        policy.starts_with("default-src 'none';")
            && !policy.contains("'self'")
            && !policy.contains("connect-src")
    );
}

#[test]
fn a_chart_in_one_file_holds_its_core_and_its_package_and_names_no_other_file() {
    let views: BTreeMap<String, hamyar::chart::View> = serde_json::from_str(VIEWS).unwrap();
    let specs: BTreeMap<String, hamyar::spec::Value> = serde_json::from_str(VIEWS).unwrap();
    let name = "s4-paid-planned";
    let chart =
        Chart { name, view: &views[name], spec: &specs[name], dataset: open(), package: b"packed" };
    let made = |has_alone| {
        site(&Bilingual::new("دادهٔ باز", "Open data"), &[chart], &assets(STYLE), has_alone)
            .unwrap()
            .files
    };
    let files = made(true);
    assert_eq!(files, made(true));
    for (page, link) in [
        ("s4-paid-planned.alone.html", "s4-paid-planned.html"),
        ("s4-paid-planned.alone.en.html", "s4-paid-planned.en.html"),
    ] {
        assert!(values(text(&files, link), "download").contains(&page));
        let page = text(&files, page);
        is_sealed(page);
        let held = held(page);
        assert_eq!(held.keys().collect::<Vec<_>>(), ["data/package.bin", "pkg/hamyar_bg.wasm"]);
        assert_eq!(held["data/package.bin"], b"packed");
        assert!(page.contains("<table>") && page.contains("data:font/woff2;base64,"));
        assert!(values(page, "href").iter().all(|address| address.starts_with("data:")));
        assert_eq!(values(page, "src"), ["../data/"]);
    }
    assert!(made(false).iter().all(|(path, _)| !path.contains(".alone")));
}

#[test]
fn a_story_in_one_file_holds_what_its_views_and_its_ranking_need() {
    let content = r#"{"views": {"a": {"query": {"measure": "jobs"}, "data": "example"}}}"#;
    let more = [
        ("s9.html", PAGE),
        ("views/s9.json", content),
        ("data/package.bin", "open"),
        ("data/example/package.bin", "made up"),
        ("embed/hamyar-story.js", "story()"),
    ];
    let page = story("s9", &with(&more)).unwrap();
    is_sealed(&page);
    let held = held(&page);
    let paths: Vec<&String> = held.keys().collect();
    assert_eq!(
        paths,
        ["data/example/package.bin", "data/package.bin", "pkg/hamyar_bg.wasm", "views/s9.json"]
    );
    assert_eq!(held["data/example/package.bin"], b"made up");
    for gone in ["<nav", "noscript", "js/page.js", "hamyar.css", "about.html", "'self'"] {
        assert!(!page.contains(gone), "{gone}");
    }
    let links: Vec<&str> =
        values(&page, "href").into_iter().filter(|one| !one.starts_with("data:")).collect();
    assert_eq!(links, ["#main", "?known=1401-02-18"]);
    assert!(
        page.contains("<html data-alone=\"\" ") && page.trim_end().ends_with("</body>\n</html>")
    );

    let ranked = PAGE.replace("<main", "<div data-ranking></div><main");
    let lacking = story(
        "s9",
        &with(
            &[&more[1..], &[("s9.html", &*ranked), ("data/example/ranking.json", "{}")]].concat(),
        ),
    );
    assert_eq!(lacking, Err(Missing("data/example/ranking-values.csv".to_owned())));
}

#[test]
fn a_script_that_would_end_in_its_middle_is_refused() {
    let more = [
        ("s9.html", PAGE),
        ("views/s9.json", "{}"),
        ("data/package.bin", ""),
        ("embed/hamyar-story.js", "'</SCRIPT>'"),
    ];
    assert_eq!(story("s9", &with(&more)), Err(Missing("embed/hamyar-story.js".to_owned())));
}
