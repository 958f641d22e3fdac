//! Which files the overview needs before its first chart stands.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::super::tidy::markup;
use crate::files;

/// File names relative to the site, by what they are.
#[derive(Debug, Default)]
pub struct Parts {
    pub wasm: BTreeSet<String>,
    pub glue: BTreeSet<String>,
    pub desk: BTreeSet<String>,
    pub fonts: BTreeSet<String>,
    /// The page itself, its styles, and its scripts with all they import.
    pub host: BTreeSet<String>,
    pub data: BTreeSet<String>,
}

impl Parts {
    /// Reads them off an assembled site.
    ///
    /// # Errors
    /// When the page, the data package or a file that one of them names is missing.
    pub fn of_site(site: &Path) -> Result<Self> {
        let names = files::list(site, |_| true).context("build the site first")?;
        let named = |test: fn(&str) -> bool| {
            names.iter().filter(|name| test(name)).cloned().collect::<BTreeSet<_>>()
        };
        let mut loaded = loaded_by_page(site, "index.html")?;
        let mut glue = named(|name| name.starts_with("pkg/snippets/"));
        glue.insert("pkg/hamyar.js".to_owned());
        loaded.retain(|name| !glue.contains(name) && !name.ends_with(".woff2"));
        Ok(Self {
            wasm: BTreeSet::from(["pkg/hamyar_bg.wasm".to_owned()]),
            glue,
            desk: BTreeSet::from(["pkg/hamyar_desk_bg.wasm".to_owned()]),
            fonts: named(|name| name.ends_with(".woff2")),
            host: loaded,
            data: data_files(site)?,
        })
    }
}

/// A page, what its tags load, and every script that those import before they run.
fn loaded_by_page(site: &Path, page: &str) -> Result<BTreeSet<String>> {
    let html = files::read_text(&site.join(page))?;
    let mut found = BTreeSet::from([page.to_owned()]);
    let mut waiting = linked(&html, page);
    while let Some(name) = waiting.pop() {
        if found.insert(name.clone()) && (name.ends_with(".js") || name.ends_with(".mjs")) {
            let script = files::read_text(&site.join(&name))?;
            waiting.extend(imports(&script).iter().filter_map(|import| resolve(&name, import)));
        }
    }
    Ok(found)
}

fn linked(html: &str, page: &str) -> Vec<String> {
    let tags = markup::tags(html);
    let addresses = tags.iter().filter_map(|tag| match tag.name.as_str() {
        "script" => tag.attribute("src"),
        "link" if loads(tag.attribute("rel")?) => tag.attribute("href"),
        _ => None,
    });
    addresses.filter_map(|address| resolve(page, address)).collect()
}

fn loads(rel: &str) -> bool {
    ["stylesheet", "modulepreload", "preload"].contains(&rel)
}

/// The specifiers of static imports and re-exports; `import()` waits until it is called.
fn imports(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in statements(script) {
        let specifier = line.strip_prefix("import ").or_else(|| line.strip_prefix("export "));
        let from = specifier.and_then(|rest| {
            rest.rsplit_once("from ").map(|(_, end)| end).or(Some(rest)).map(str::trim)
        });
        found.extend(from.and_then(quoted));
    }
    found
}

/// Statements that begin with `import` or `export`, each joined to one line.
fn statements(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with("import ")
            && !line.starts_with("export {")
            && !line.starts_with("export *")
        {
            continue;
        }
        let mut statement = line.to_owned();
        while !statement.contains(['\'', '"']) && !statement.contains(';') {
            let Some(next) = lines.next() else { break };
            statement.push_str(next);
        }
        found.push(statement);
    }
    found
}

fn quoted(text: &str) -> Option<String> {
    let mark = text.chars().next().filter(|mark| ['\'', '"'].contains(mark))?;
    text.get(1..)?.split_once(mark).map(|(inside, _)| inside.to_owned())
}

/// An address in a file as a path of the site; `None` when it is not one.
fn resolve(from: &str, address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    if address.is_empty() || address.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = match address.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => {
            from.rsplit_once('/').map_or_else(Vec::new, |(folder, _)| folder.split('/').collect())
        }
    };
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// The data package and every file it names.
fn data_files(site: &Path) -> Result<BTreeSet<String>> {
    let descriptor = "data/datapackage.json";
    let package: Value = serde_json::from_slice(&files::read(&site.join(descriptor))?)
        .with_context(|| descriptor.to_owned())?;
    let resources = package.get("resources").and_then(Value::as_array).context("no resources")?;
    let mut found = BTreeSet::from([descriptor.to_owned()]);
    for path in resources.iter().filter_map(|resource| resource.get("path")) {
        let paths = path.as_array().map_or_else(|| vec![path], |list| list.iter().collect());
        found.extend(paths.iter().filter_map(|it| resolve(descriptor, it.as_str()?)));
    }
    ensure!(found.len() > 1, "{descriptor} names no file");
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_static_imports_only() {
        let script = "// @ts-check\nimport { a } from './a.js';\nimport {\n  b,\n} from \"./b.js\";\n\
                      import './c.js';\nexport { d } from './d.js';\nexport * from './e.js';\n\
                      export const f = 'x.js';\nconst g = await import('./g.js');\n";
        assert_eq!(imports(script), ["./a.js", "./b.js", "./c.js", "./d.js", "./e.js"]);
    }

    #[test]
    fn resolves_addresses_inside_the_site() {
        assert_eq!(resolve("js/main.js", "../pkg/hamyar.js").as_deref(), Some("pkg/hamyar.js"));
        assert_eq!(resolve("js/main.js", "./a.js?x").as_deref(), Some("js/a.js"));
        assert_eq!(resolve("js/main.js", "/b.css").as_deref(), Some("b.css"));
        assert_eq!(resolve("index.html", "data:,x"), None);
    }

    #[test]
    fn sorts_a_site_into_its_parts() {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [
            (
                "index.html",
                "<link rel=\"stylesheet\" href=\"main.css\"><link rel=\"icon\" href=\"i.svg\">\
                 <script type=\"module\" src=\"js/main.js\"></script>",
            ),
            ("main.css", ""),
            ("js/main.js", "import init from '../pkg/hamyar.js';\nimport './a.js';\n"),
            ("js/a.js", "import './main.js';\n"),
            ("js/desk.js", ""),
            ("pkg/hamyar.js", "import { r } from './snippets/hamyar-1/replay.js';\n"),
            ("pkg/snippets/hamyar-1/replay.js", ""),
            ("fonts/a.woff2", ""),
            (
                "data/datapackage.json",
                "{\"resources\":[{\"path\":\"a.csv\"},{\"path\":[\"b.csv\"]}]}",
            ),
        ] {
            files::write(&folder.path().join(path), text).unwrap();
        }
        let parts = Parts::of_site(folder.path()).unwrap();
        let names = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(names(&parts.host), "index.html js/a.js js/main.js main.css");
        assert_eq!(names(&parts.glue), "pkg/hamyar.js pkg/snippets/hamyar-1/replay.js");
        assert_eq!(names(&parts.data), "data/a.csv data/b.csv data/datapackage.json");
        assert_eq!(names(&parts.fonts), "fonts/a.woff2");
    }
}
