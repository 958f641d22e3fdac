//! A page of the site that `cargo xtask build` made as one file with all it needs, to be carried where there is no network.

use super::alone::Held;
use super::assets::{Assets, Missing};
use crate::chart::View;
use crate::render::Markup;
use crate::spec::{FromSpec, Value};

const SCRIPT: &str = "embed/hamyar-story.js";
/// What a ranking is made of.
const RANKING: [&str; 2] = ["data/example/ranking.json", "data/example/ranking-values.csv"];

/// Parts of a page of the site that a file of its own does without: what it loads, and what works online alone.
const LEFT_OUT: [(&str, &str); 5] = [
    ("<link ", ">"),
    ("<script ", "</script>"),
    ("<meta http-equiv=", ">"),
    ("<noscript>", "</noscript>"),
    ("<nav ", "</nav>"),
];

/// Makes a page of one file of a page of the site, such as `s4`: it is drawn from a disk, with every chart and every source
/// that it has online, and asks nobody for anything.
///
/// # Errors
/// [`Missing`] where the page, or something that it draws with, is not among the assets.
pub fn story(name: &str, assets: &Assets) -> Result<String, Missing> {
    let page = assets.text(&format!("{name}.html"))?;
    let content = assets.text(&format!("views/{name}.json"))?;
    let views = views(&content);
    let has_ranking = page.contains("data-ranking");
    let is_rare = has_ranking || views.iter().any(View::is_rare);
    let mut held = Held::new(assets, SCRIPT, is_rare)?.with_policy();
    held.hold(&format!("views/{name}.json"), content.as_bytes());
    for folder in folders(&views) {
        let path = format!("{folder}package.bin");
        held.hold(&path, assets.bytes(&path)?);
    }
    for path in RANKING.iter().filter(|_| has_ranking) {
        held.hold(path, assets.bytes(path)?);
    }
    Ok(written(name, &page, &held))
}

/// The views of what a page draws; one that is none of ours the page tells itself.
fn views(content: &str) -> Vec<View> {
    let Ok(Value::Fields(parts)) = serde_json::from_str::<Value>(content) else {
        return Vec::new();
    };
    let views = parts.into_iter().find(|(name, _)| name == "views").map(|(_, views)| views);
    let Some(Value::Fields(views)) = views else { return Vec::new() };
    views.iter().filter_map(|(_, spec)| View::read(spec).ok()).collect()
}

/// Where the packages of views lie in the site. Sentences are of the open data on every page.
fn folders(views: &[View]) -> Vec<String> {
    let mut folders = vec!["data/".to_owned()];
    for view in views.iter().filter(|view| !view.data.is_empty()) {
        let folder = format!("data/{}/", view.data);
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}

fn written(name: &str, page: &str, held: &Held) -> String {
    let mut left = page.to_owned();
    for (begin, end) in LEFT_OUT {
        left = without(&left, begin, end);
    }
    let left = without_links(&left, name).replacen("<html ", "<html data-alone=\"\" ", 1);
    let mut head = Markup::new(false);
    head.open("meta", [("http-equiv", "Content-Security-Policy"), ("content", &*held.policy())]);
    held.head(&mut head);
    let mut tail = Markup::new(false);
    held.tail(&mut tail);
    // A policy holds for what comes after it.
    let charset = "<meta charset=\"utf-8\">";
    let left = left.replacen(charset, &format!("{charset}\n{}", head.finish()), 1);
    match left.rsplit_once("</body>") {
        Some((body, rest)) => format!("{body}{}</body>{rest}", tail.finish()),
        None => left + &tail.finish(),
    }
}

/// Takes out every part from one mark to the next of another.
fn without(text: &str, begin: &str, end: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, part)) = rest.split_once(begin) {
        kept.push_str(before);
        rest = part.split_once(end).map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Links to other files of the site lead nowhere from a disk: their words stay.
fn without_links(text: &str, name: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, part)) = rest.split_once(" href=\"") {
        kept.push_str(before);
        let Some((address, after)) = part.split_once('"') else { break };
        // What asks the same page for something else is here too.
        let same = address.strip_prefix(name).and_then(|rest| rest.strip_prefix(".html"));
        let here = same.unwrap_or(address);
        if here.starts_with(['#', '?']) {
            kept.push_str(&format!(" href=\"{here}\""));
        }
        rest = after;
    }
    kept + rest
}
