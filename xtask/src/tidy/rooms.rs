//! Which room of `src/` may import what (DESIGN §3, ARCHITECTURE.md).

use std::collections::BTreeSet;

use super::paths::{self, Reference, Target};
use super::{Fault, Source};

/// A room and the paths it may name besides its own: rooms of this crate (`local`) and other
/// crates (`crates`). A path allows everything below it.
struct Room {
    name: &'static str,
    local: &'static [&'static str],
    crates: &'static [&'static str],
}

const ROOMS: [Room; 20] = [
    Room { name: "list", local: &[], crates: &[] },
    Room { name: "diag", local: &[], crates: &["serde"] },
    Room { name: "number", local: &["diag"], crates: &["serde"] },
    Room { name: "spec", local: &["list", "diag", "number"], crates: &["serde"] },
    Room { name: "text", local: &["list", "diag", "number", "spec"], crates: &["serde"] },
    Room {
        name: "calendar",
        local: &["list", "diag", "number", "spec", "text"],
        crates: &["serde"],
    },
    Room {
        name: "model",
        local: &["list", "diag", "number", "spec", "text", "calendar"],
        crates: &["serde", "litemap"],
    },
    Room {
        name: "ingest",
        local: &["list", "diag", "number", "spec", "text", "calendar", "model"],
        crates: &["serde", "csv_core", "litemap"],
    },
    Room {
        name: "tabulate",
        local: &["list", "diag", "number", "text", "calendar", "model"],
        crates: &[],
    },
    Room {
        name: "pack",
        local: &["list", "diag", "number", "spec", "text", "calendar", "model"],
        crates: &["crc", "litemap"],
    },
    Room {
        name: "query",
        local: &[
            "list",
            "diag",
            "number",
            "spec",
            "calendar",
            "model",
            // Names are ranked in Persian order; nothing else of text is needed to compute.
            "text::collate",
            "text::CollationKey",
            "text::compare",
        ],
        crates: &["serde", "litemap"],
    },
    Room {
        name: "ranking",
        // Of ingest only how a table is read.
        local: &["list", "diag", "number", "spec", "text", "ingest::Table"],
        crates: &[],
    },
    Room {
        name: "check",
        local: &["list", "diag", "number", "spec", "text", "calendar", "model", "query"],
        crates: &[],
    },
    Room {
        name: "store",
        local: &["list", "diag", "number", "spec", "text", "calendar", "model", "query"],
        crates: &["serde", "crc", "litemap"],
    },
    Room {
        name: "export",
        local: &[
            "list", "diag", "number", "spec", "text", "calendar", "model", "query", "chart",
            "ranking",
        ],
        crates: &["serde", "crc"],
    },
    Room {
        name: "copies",
        local: &["list", "diag", "text", "calendar", "model", "ingest", "store", "export"],
        crates: &[],
    },
    Room {
        name: "chart",
        local: &["list", "diag", "number", "spec", "text", "calendar", "model", "query"],
        crates: &["serde", "plotters::coord"],
    },
    Room {
        name: "render",
        local: &["list", "diag", "spec", "chart"],
        crates: &["serde", "plotters", "plotters_backend"],
    },
    Room {
        name: "schema",
        local: &["spec", "model", "ingest", "ranking", "chart", "export"],
        crates: &["serde_json"],
    },
    Room {
        name: "publish",
        local: &["list", "diag", "spec", "text", "model", "query", "chart", "render", "export"],
        crates: &["serde_json", "base64", "brotli", "flate2", "sha2"],
    },
];

/// Rooms at the edge, which may name every other room and every crate meant for them.
const EDGES: [&str; 3] = ["lib", "web", "bin"];

/// Crates that exist in a browser only.
const BROWSER_CRATES: [&str; 6] =
    ["wasm_bindgen", "wasm_bindgen_futures", "js_sys", "web_sys", "serde_wasm_bindgen", "gloo"];

/// Parts of the standard library that reach outside: the core has no files, no clock, no network.
const OUTSIDE: [&str; 6] = ["fs", "net", "env", "process", "thread", "time"];

/// Checks a file of `src/`; `crates` are the dependencies' names as Rust writes them.
pub fn check(source: &Source, crates: &BTreeSet<String>) -> Vec<Fault> {
    let Some(module) = module_of(&source.path) else { return Vec::new() };
    let name = module.first().map_or("lib", String::as_str);
    let references = match paths::references(&source.text, &module) {
        Ok(references) => references,
        Err(error) => return vec![source.fault(0, format!("not Rust: {error}"))],
    };
    let message = |reference: &Reference| match ROOMS.iter().find(|room| room.name == name) {
        Some(room) => room_fault(room, &reference.target, crates),
        None if EDGES.contains(&name) => edge_fault(name, &reference.target),
        None => Some(format!("`{name}` is no room that xtask/src/tidy/rooms.rs knows")),
    };
    let faults = references.iter().filter_map(|it| Some(source.fault(it.line, message(it)?)));
    faults.collect()
}

/// `src/text/fold.rs` is `["text", "fold"]`; `None` for files outside `src/`.
fn module_of(path: &str) -> Option<Vec<String>> {
    let inside = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let inside = inside.strip_suffix("/mod").unwrap_or(inside);
    let parts = if inside == "lib" { "" } else { inside };
    Some(parts.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect())
}

fn room_fault(room: &Room, target: &Target, crates: &BTreeSet<String>) -> Option<String> {
    let (path, allowed) = match target {
        Target::Local(path) if path.first().is_none_or(|first| first == room.name) => return None,
        Target::Local(path) => (path, room.local),
        Target::Other(path) if path.first().is_some_and(|first| first == "std") => {
            return outside_fault(room.name, path);
        }
        Target::Other(path) if !path.first().is_some_and(|first| crates.contains(first)) => {
            return None;
        }
        Target::Other(path) => (path, room.crates),
    };
    let permitted = allowed.iter().any(|prefix| is_below(path, prefix));
    (!permitted).then(|| {
        let allowed = if allowed.is_empty() { "nothing".to_owned() } else { allowed.join(", ") };
        format!("`{}` may not import {}; here it may: {allowed}", room.name, path.join("::"))
    })
}

fn outside_fault(room: &str, path: &[String]) -> Option<String> {
    let part = path.get(1)?;
    OUTSIDE.contains(&part.as_str()).then(|| {
        format!("`{room}` may not use std::{part}: what it needs from outside is an argument")
    })
}

fn edge_fault(name: &str, target: &Target) -> Option<String> {
    let Target::Other(path) = target else { return None };
    let first = path.first()?;
    (name != "web" && BROWSER_CRATES.contains(&first.as_str()))
        .then(|| format!("only `web` may import {first}, not `{name}`"))
}

fn is_below(path: &[String], prefix: &str) -> bool {
    let mut parts = path.iter();
    prefix.split("::").all(|part| parts.next().is_some_and(|it| it == part))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<Fault> {
        let names = ["serde", "plotters", "plotters_backend", "web_sys", "crc", "csv_core"];
        check(&sample(path, text), &names.map(str::to_owned).into())
    }

    #[test]
    fn what_the_table_allows_passes() {
        for (path, text) in [
            ("src/diag.rs", "use std::fmt; use serde::Serialize;"),
            ("src/text/fold.rs", "use super::lang::Lang; use crate::text::digits;"),
            ("src/query/rank.rs", "use crate::text::collate::compare; use crate::model::Area;"),
            ("src/chart/scale.rs", "use plotters::coord::ranged1d::{Ranged, KeyPointHint};"),
            ("src/render/svg.rs", "use crate::chart::scene::Scene; use plotters::prelude::*;"),
            (
                "src/web/chart.rs",
                "use web_sys::Event; use crate::query::Query; use std::time::Duration;",
            ),
            ("src/bin/hamyar.rs", "use hamyar::ingest; use std::fs;"),
            ("src/model/area.rs", "enum plot { A } fn f() { plot::A; }"),
            ("tests/suite/text.rs", "use hamyar::web::x; use web_sys::Event;"),
        ] {
            assert_eq!(faults(path, text), [], "{path}: {text}");
        }
    }

    #[test]
    fn what_it_forbids_is_found_with_its_line() {
        for (path, text) in [
            ("src/text/fold.rs", "use crate::calendar::Day;"),
            ("src/text/mod.rs", "use super::calendar::Day;"),
            ("src/model/area.rs", "use crate::{diag::Error, ingest};"),
            ("src/ingest/sheet.rs", "fn f() { crate::query::run(); }"),
            ("src/query/plan.rs", "use crate::text::format_number;"),
            ("src/query/plan.rs", "use crate::text;"),
            ("src/chart/axis.rs", "use plotters::style::RED;"),
            ("src/chart/axis.rs", "use plotters::{coord, element};"),
            ("src/render/svg.rs", "use crate::number::Decimal;"),
            ("src/store/code.rs", "fn f() { std::fs::read(\"a\"); }"),
            ("src/chart/hit.rs", "#[cfg(target_arch = \"wasm32\")] use web_sys::Event;"),
            ("src/bin/hamyar.rs", "use web_sys::Event;"),
            ("src/sums/mod.rs", "use crate::model::Area;"),
            ("src/text/a.rs", "fn f( {"),
        ] {
            assert_eq!(faults(path, text).len(), 1, "{path}: {text}");
        }
        let fault = &faults("src/text/fold.rs", "\n\nuse crate::model::Area;")[0];
        let expected = "src/text/fold.rs:3: `text` may not import model::Area; here it may: list, diag, number, spec";
        assert_eq!(fault.to_string(), expected);
    }
}
