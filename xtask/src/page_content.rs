//! What each page draws, in one file beside it: of the views, sentences and facts of all pages, those
//! that its elements name. A reader of one page downloads no chart of another.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::files;
use crate::tidy::markup::{self, Tag};

type Named = BTreeMap<String, Value>;

/// Views that one page alone shows: an embedded chart names none of them.
const OF_GALLERY: &str = "gallery-views.json";

/// The view that readers put together themselves.
const COMPOSED: &str = "explore";

/// The files of all pages, as they stand in `www/views`.
struct Sources {
    views: Named,
    phrases: Named,
    facts: Named,
    example_facts: Named,
}

/// Writes `views/NAME.json` for each page, and takes away what only the pages' files were made of.
/// `views/views.json` stays: an embedded chart names any view.
///
/// # Errors
/// When a page names a view or a sentence that is not there, or a sentence such a fact.
pub fn split(site: &Path) -> Result<()> {
    let folder = site.join("views");
    let sources = Sources::read(&folder)?;
    for name in files::list(site, |_| true)?.iter().filter(|name| name.ends_with(".html")) {
        let tags = markup::tags(&files::read_text(&site.join(name))?);
        let Some(page) = tags.iter().find_map(|tag| tag.attribute("data-page")) else { continue };
        if tags.iter().any(draws) {
            let content = sources.of_page(&tags).with_context(|| format!("in {name}"))?;
            files::write(&folder.join(page).with_extension("json"), content.to_string())?;
        }
    }
    for name in [OF_GALLERY, "phrases.json", "facts.json", "example-facts.json"] {
        files::remove(&folder.join(name))?;
    }
    Ok(())
}

impl Sources {
    fn read(folder: &Path) -> Result<Self> {
        let named = |name: &str| -> Result<Named> {
            serde_json::from_str(&files::read_text(&folder.join(name))?).context(name.to_owned())
        };
        let mut views = named("views.json")?;
        views.extend(named(OF_GALLERY)?);
        Ok(Self {
            views,
            phrases: named("phrases.json")?,
            facts: named("facts.json")?,
            example_facts: named("example-facts.json")?,
        })
    }

    fn of_page(&self, tags: &[Tag]) -> Result<Value> {
        let mut views = values(tags, "data-view");
        views.remove(COMPOSED);
        let views = taken(&self.views, &views);
        let phrases = taken(&self.phrases, &values(tags, "data-phrase"));
        let (views, phrases) = (views?, phrases?);
        let named = phrases.values().flat_map(facts_named).collect();
        let (of_example, facts) = self.sorted(named)?;
        Ok(json!({
            "views": views, "phrases": phrases, "facts": facts, "exampleFacts": of_example,
        }))
    }

    /// The facts of the example set, and those of the open data.
    fn sorted(&self, named: BTreeSet<String>) -> Result<(Named, Named)> {
        let (example, open): (BTreeSet<_>, BTreeSet<_>) =
            named.into_iter().partition(|name| self.example_facts.contains_key(name));
        Ok((taken(&self.example_facts, &example)?, taken(&self.facts, &open)?))
    }
}

fn draws(tag: &Tag) -> bool {
    ["data-view", "data-phrase"].iter().any(|name| tag.attribute(name).is_some())
}

fn values(tags: &[Tag], attribute: &str) -> BTreeSet<String> {
    tags.iter().filter_map(|tag| tag.attribute(attribute)).map(str::to_owned).collect()
}

fn taken(all: &Named, names: &BTreeSet<String>) -> Result<Named> {
    if let Some(name) = names.iter().find(|name| !all.contains_key(*name)) {
        bail!("{name} is not among the views, sentences and facts");
    }
    Ok(all.iter().filter(|(name, _)| names.contains(*name)).map(owned).collect())
}

fn owned((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}

/// The names in braces, in each language of a sentence.
fn facts_named(phrase: &Value) -> Vec<String> {
    let texts = phrase.as_object().into_iter().flat_map(|texts| texts.values());
    let pieces = texts.filter_map(Value::as_str).flat_map(|text| text.split('{').skip(1));
    pieces.filter_map(|piece| piece.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html data-page="one"><figure data-view="a"><figure data-view="explore">
        <p data-phrase="said">"#;

    fn site(page: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| files::write(&folder.path().join(name), text).unwrap();
        write("one.html", page);
        write("views/views.json", r#"{"a": {"mark": "bar"}, "b": {"mark": "line"}}"#);
        write("views/gallery-views.json", r#"{"c-gallery": {"mark": "dot"}}"#);
        write("views/phrases.json", r#"{"said": {"fa": "{x}", "en": "{x} of {y}"}, "other": {}}"#);
        write("views/facts.json", r#"{"x": 1, "z": 2}"#);
        write("views/example-facts.json", r#"{"y": 3}"#);
        folder
    }

    #[test]
    fn a_page_gets_what_it_names_and_no_more() {
        let site = site(PAGE);
        split(site.path()).unwrap();
        let text = files::read_text(&site.path().join("views/one.json")).unwrap();
        assert_eq!(
            serde_json::from_str::<Value>(&text).unwrap(),
            json!({
                "views": {"a": {"mark": "bar"}},
                "phrases": {"said": {"fa": "{x}", "en": "{x} of {y}"}},
                "facts": {"x": 1},
                "exampleFacts": {"y": 3},
            })
        );
        assert_eq!(
            files::list(&site.path().join("views"), |_| true).unwrap(),
            ["one.json", "views.json"]
        );
    }

    #[test]
    fn a_name_that_leads_nowhere_stops_the_build() {
        for page in [PAGE.replace("\"a\"", "\"c\""), PAGE.replace("said", "unsaid")] {
            let error = format!("{:#}", split(site(&page).path()).unwrap_err());
            assert!(error.starts_with("in one.html: "), "{error}");
        }
    }
}
