//! A package as a site: whole, self-contained, the same each time.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::OnceLock;

use hamyar::chart::View;
use hamyar::diag::Bilingual;
use hamyar::model::Dataset;
use hamyar::publish::{Assets, Chart, File, Missing, NEEDED, compressed, default_views, site};
use hamyar::spec::{FromSpec, Value};
use roxmltree::Document;

use super::ingest::open_data::{example_dataset, open_dataset};

mod alone;
mod catalogue;
mod command;
mod needed;

const VIEWS: &str = include_str!("../../www/views/views.json");
/// One of each kind, one of them made up.
const NAMES: [&str; 4] =
    ["s4-paid-planned", "overview-rural-map", "s2-rural-rank", "example-monthly-line"];

fn open() -> &'static Dataset {
    static OPEN: OnceLock<Dataset> = OnceLock::new();
    OPEN.get_or_init(open_dataset)
}

fn assets(style: &str) -> Assets {
    let file = |path: &&str| {
        let text = match *path {
            "hamyar.css" => style.to_owned(),
            "embed/hamyar-chart.js" => "const listed=\"__HAMYAR_ADDRESSES__\"".to_owned(),
            path => path.to_owned(),
        };
        ((*path).to_owned(), text.into_bytes())
    };
    Assets(NEEDED.iter().map(file).collect())
}

fn made(title: &str, style: &str) -> Vec<File> {
    drawn(title, &assets(style), &NAMES).unwrap()
}

fn drawn(title: &str, assets: &Assets, names: &[&str]) -> Result<Vec<File>, Missing> {
    static EXAMPLE: OnceLock<Dataset> = OnceLock::new();
    let views: BTreeMap<String, View> = serde_json::from_str(VIEWS).unwrap();
    let specs: BTreeMap<String, Value> = serde_json::from_str(VIEWS).unwrap();
    let charts = names.iter().map(|&name| {
        let (view, spec) = (&views[name], &specs[name]);
        let dataset = match view.data.as_str() {
            "example" => EXAMPLE.get_or_init(example_dataset),
            _ => open(),
        };
        Chart { name, view, spec, dataset, package: view.data.as_bytes() }
    });
    let charts: Vec<Chart<'_>> = charts.collect();
    let made = site(&Bilingual::new(title, "Open data"), &charts, assets, false)?;
    assert_eq!(made.empty, Vec::<String>::new());
    Ok(made.files)
}

const STYLE: &str = r#"a{src:url("fonts/vazirmatn-arabic-wght-normal.woff2")}"#;

fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    let found = files.iter().find(|(name, _)| name == path);
    std::str::from_utf8(&found.unwrap_or_else(|| panic!("no {path}")).1).unwrap()
}

/// The values of an attribute, by its name.
fn values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    page.split(&format!(" {name}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn the_same_package_gives_the_same_bytes_and_each_path_once() {
    let files = made("دادهٔ باز", STYLE);
    assert_eq!(files, made("دادهٔ باز", STYLE));
    let paths: BTreeSet<&String> = files.iter().map(|(path, _)| path).collect();
    assert_eq!(paths.len(), files.len());
    for name in NAMES {
        for end in ["html", "en.html", "fa.svg", "en.svg", "fa.csv", "en.csv", "fa.json", "en.json"]
        {
            assert!(paths.contains(&format!("{name}.{end}")), "{name}.{end}");
        }
    }
}

#[test]
fn every_address_in_a_page_is_relative_and_leads_to_a_file_of_the_site() {
    let files = made("دادهٔ باز", STYLE);
    let mut seen = 0;
    // A figure alone names no address at all: `catalogue` looks at it.
    let is_page = |path: &str| path.ends_with(".html") && !path.ends_with(".figure.html");
    for (path, _) in files.iter().filter(|(path, _)| is_page(path)) {
        let page = text(&files, path);
        for address in values(page, "src") {
            // A folder of data, or the element.
            let file = address
                .strip_suffix('/')
                .map_or(address.to_owned(), |one| format!("{one}/package.bin"));
            assert!(files.iter().any(|(path, _)| *path == file), "{path}: {address}");
        }
        // Icon, style sheet, the other language, at least.
        assert!(values(page, "href").len() > 3, "{path}");
        for address in values(page, "href").into_iter().filter(|one| *one != "#main") {
            let address = address.split("?view=").next().unwrap();
            assert!(files.iter().any(|(file, _)| *file == address), "{path}: {address}");
            seen += 1;
        }
        assert!(
            !page.contains("://")
                || page.matches("://").count()
                    == page.matches("http://www.w3.org/2000/svg").count()
        );
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn every_page_is_of_one_language_and_brings_its_policy_and_no_script_of_its_own() {
    let files = made("دادهٔ <b>باز</b>", STYLE);
    for name in NAMES.into_iter().chain(["index"]) {
        for (end, lang, dir) in [("html", "fa", "rtl"), ("en.html", "en", "ltr")] {
            let page = text(&files, &format!("{name}.{end}"));
            let head = format!("<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\"");
            assert!(page.starts_with(&head), "{name}.{end}");
            let policy = "default-src &#39;none&#39;; script-src &#39;self&#39; &#39;wasm-unsafe-eval&#39;; style-src";
            assert!(page.contains(policy));
            assert!(!page.contains("<style") && !page.contains("<b>"));
            let scripts = usize::from(name != "index");
            assert_eq!(page.matches("<script").count(), scripts);
            assert_eq!(page.matches("></script>").count(), scripts, "nothing in it");
            assert_eq!(page.matches("<h1").count(), 1);
            assert_eq!(page.matches("<meta name=").count() + 1, values(page, "content").len());
            for nothing in ["<h1></h1>", "<title></title>", "\"></a>"] {
                assert!(!page.contains(nothing), "{name}.{end}: {nothing}");
            }
        }
    }
}

#[test]
fn a_page_holds_the_figure_with_its_table_and_the_list_leads_to_it() {
    let files = made("دادهٔ باز", STYLE);
    let page = text(&files, "s4-paid-planned.html");
    for told in ["۵۸۰", "۷۰۰", "<table>", "سبلان ما", "s4-paid-planned.fa.csv"] {
        assert!(page.contains(told), "{told}");
    }
    let list = text(&files, "index.html");
    let at = |name: &str| list.find(&format!("href=\"{name}.html\"")).unwrap();
    let places: Vec<usize> = NAMES.iter().map(|name| at(name)).collect();
    assert!(places.is_sorted(), "in the order given: {places:?}");
    assert_eq!(list.matches("نمونه، نه دادهٔ واقعی").count(), 1);
    assert!(text(&files, "example-monthly-line.html").contains("نمونه، نه دادهٔ واقعی"));
}

#[test]
fn an_asset_with_other_bytes_has_another_address() {
    let address = |style: &str| {
        let page = made("دادهٔ باز", style);
        values(text(&page, "index.html"), "href")
            .into_iter()
            .find(|one| one.ends_with(".css"))
            .unwrap()
            .to_owned()
    };
    let first = address(STYLE);
    assert!(first.starts_with("assets/hamyar.") && first != address("b{}"), "{first}");
    let files = made("دادهٔ باز", STYLE);
    let style = text(&files, &first);
    let font = style.split("url(\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(files.iter().any(|(path, _)| *path == format!("assets/{font}")), "{font}");
    assert!(style.contains(".f-cat-1{fill:var(--hy-cat-1)}"));
}

/// The hash that a browser holds a file against.
fn integrity(files: &[File], path: &str) -> String {
    let bytes = &files.iter().find(|(name, _)| name == path).unwrap().1;
    let hash = <sha2::Sha384 as sha2::Digest>::digest(bytes);
    format!("sha384-{}", base64::Engine::encode(&base64::engine::general_purpose::STANDARD, hash))
}

#[test]
fn a_page_names_the_hash_of_all_that_it_comes_alive_with() {
    let files = made("دادهٔ باز", STYLE);
    let page = text(&files, "example-monthly-line.html");
    let [folder, script] = values(page, "src")[..] else { panic!("{:?}", values(page, "src")) };
    // The script stands above the chart.
    let (script, folder) = if script.ends_with('/') { (folder, script) } else { (script, folder) };
    let named = values(page, "integrity");
    assert_eq!(named.len(), 2);
    for path in [script.to_owned(), format!("{folder}package.bin")] {
        assert!(named.contains(&integrity(&files, &path).as_str()), "{path}");
    }
    let script = text(&files, script);
    let listed = script.split_once("=\"").unwrap().1.trim_end_matches('"').replace("\\\"", "\"");
    let listed: BTreeMap<String, [String; 2]> = serde_json::from_str(&listed).unwrap();
    let known: Vec<&str> = listed.keys().map(String::as_str).collect();
    let fonts = ["arabic", "latin"].map(|one| format!("fonts/vazirmatn-{one}-wght-normal.woff2"));
    assert_eq!(known, [&fonts[0], &fonts[1], "hamyar.css", "index.html", "pkg/hamyar_bg.wasm"]);
    for (name, [address, hash]) in &listed {
        // The list of pages is named as such alone: it holds the hash of this script itself.
        let expected =
            if name == "index.html" { String::new() } else { integrity(&files, address) };
        assert_eq!(*hash, expected, "{address}");
    }
    let view = values(page, "view")[0].replace("&quot;", "\"");
    let view: View = serde_json::from_str(&view).unwrap();
    assert_eq!(view.data, "", "its package is named beside it");
    assert!(view.query.measure.as_str().starts_with("example"), "{view:?}");
}

#[test]
fn a_page_for_frames_is_the_chart_alone_and_tells_the_page_around_how_high_it_is() {
    let files = made("دادهٔ باز", STYLE);
    for (end, lang) in [("frame.html", "fa"), ("frame.en.html", "en")] {
        let page = text(&files, &format!("s4-paid-planned.{end}"));
        assert!(page.contains(&format!("<html lang=\"{lang}\"")));
        assert_eq!(page.matches("<figure").count(), 1);
        assert!(!page.contains("<header") && !page.contains("<footer") && !page.contains("<a "));
        let scripts: Vec<&str> =
            values(page, "src").into_iter().filter(|one| one.ends_with(".js")).collect();
        assert_eq!(scripts.len(), 2, "the element, and what speaks to the page around");
        for script in scripts {
            assert!(values(page, "integrity").contains(&integrity(&files, script).as_str()));
        }
    }
    assert!(files.iter().any(|(path, _)| path.starts_with("assets/hamyar-frame.")));
}

#[test]
fn only_a_site_with_a_rare_view_has_the_full_core() {
    let core = |files: &[File]| {
        files.iter().filter(|(path, _)| path.contains("hamyar_pictures_bg")).count()
    };
    assert_eq!(core(&drawn("الف", &assets(STYLE), &["s4-paid-planned"]).unwrap()), 0);
    let files = drawn("الف", &assets(STYLE), &["s4-paid-planned", "s2-deadline-board"]).unwrap();
    assert_eq!(core(&files), 1);
    let page = text(&files, "s2-deadline-board.html");
    assert!(values(page, "href").iter().any(|one| one.contains("hamyar_pictures_bg")));
    assert!(!text(&files, "s4-paid-planned.html").contains("hamyar_pictures_bg"));
}

#[test]
fn drawings_that_stand_alone_have_the_style_that_the_policy_lets_in() {
    let files = made("دادهٔ باز", STYLE);
    let policy = values(text(&files, "index.html"), "content").pop().unwrap();
    let policy = policy.replace("&#39;", "'");
    let drawing = text(&files, "s2-rural-rank.fa.svg");
    let style = drawing.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let hash = base64::Engine::encode(
        &base64::engine::general_purpose::STANDARD,
        <sha2::Sha256 as sha2::Digest>::digest(style.as_bytes()),
    );
    assert!(policy.contains(&format!("'sha256-{hash}'")), "{policy}");
    for settings in ["web.config", ".htaccess", "nginx.conf"] {
        assert!(text(&files, settings).contains(&policy), "{settings}");
    }
    Document::parse(text(&files, "web.config")).unwrap();
}

#[test]
fn a_title_in_one_language_stands_for_both() {
    let pages = site(&Bilingual::new("دادهٔ باز", ""), &[], &assets(STYLE), false).unwrap().files;
    assert!(text(&pages, "index.en.html").contains("<h1>دادهٔ باز</h1>"));
    let pages = site(&Bilingual::default(), &[], &assets(STYLE), false).unwrap().files;
    assert!(text(&pages, "index.html").contains("<title>نمودارها</title>"));
}

/// What Apache would send compressed it must know the type and the coding of.
#[test]
fn every_kind_of_file_that_has_a_compressed_copy_is_known_to_apache() {
    let files = made("دادهٔ باز", STYLE);
    let settings = text(&files, ".htaccess");
    let mut seen = BTreeSet::new();
    for (path, _) in &files {
        let long: File = (path.clone(), vec![b'a'; 5000]);
        for (copy, _) in compressed(&long) {
            let (stem, end) = copy.rsplit_once('.').unwrap();
            let kind = format!("\\.{}\\.{end}$", stem.rsplit_once('.').unwrap().1);
            assert!(settings.contains(&kind), "{copy}: {kind}");
            seen.insert(kind);
        }
    }
    assert!(seen.len() >= 14, "{seen:?}");
}

#[test]
fn compressed_files_hold_the_same_bytes() {
    let file: File = ("a.html".into(), "سلام ".repeat(400).into_bytes());
    let packed = compressed(&file);
    let [(br, brotli), (gz, gzip)] = packed.as_slice() else { panic!("{}", packed.len()) };
    assert_eq!([br.as_str(), gz.as_str()], ["a.html.br", "a.html.gz"]);
    let mut back = Vec::new();
    brotli::Decompressor::new(brotli.as_slice(), 4096).read_to_end(&mut back).unwrap();
    assert_eq!(back, file.1);
    back.clear();
    flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut back).unwrap();
    assert_eq!(back, file.1);
    assert_eq!(gzip[4..8], [0; 4], "no time in it");
    assert_eq!(packed, compressed(&file));
    for (path, length) in [("a.woff2", 5000), ("web.config", 5000), ("a.csv", 100)] {
        assert_eq!(compressed(&(path.into(), vec![b'a'; length])), [], "{path}");
    }
}

#[test]
fn what_is_not_among_the_assets_is_named() {
    for path in NEEDED {
        let mut assets = assets(STYLE);
        assets.0.remove(path);
        assert_eq!(drawn("الف", &assets, &["s2-deadline-board"]), Err(Missing(path.to_owned())));
    }
}

/// A package without views has one of each measure, and each draws something.
#[test]
fn a_package_without_views_is_drawn_measure_by_measure() {
    use hamyar::chart::{Options, layout};
    use hamyar::query::run;
    use hamyar::text::Lang;
    let views = default_views(open());
    assert_eq!(views.len(), hamyar::query::catalog(open()).len(), "each measure that has figures");
    assert!(views.len() > 60, "{}", views.len());
    let views: Vec<(String, View)> =
        views.into_iter().map(|(name, spec)| (name, View::read(&spec).unwrap())).collect();
    let marks: BTreeSet<&str> = views.iter().map(|(_, view)| view.mark.code()).collect();
    assert!(marks.contains("bar") && marks.contains("line"), "{marks:?}");
    let mut empty = Vec::new();
    for (name, view) in &views {
        assert!(hamyar::publish::is_address(name), "{name}");
        let options = Options { width: 640.0, lang: Lang::Fa, direction: None };
        let scene = layout(open(), &run(open(), &view.query), view, &options);
        assert!(!scene.title.is_empty(), "{name}");
        if scene.marks.is_empty() {
            empty.push(name);
        }
    }
    assert_eq!(empty, Vec::<&String>::new());
}
