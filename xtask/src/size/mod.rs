//! What a reader downloads, and the limits it must stay under (DESIGN §4.14).

mod first_chart;
mod weigh;

use std::thread;

use anyhow::{Result, anyhow};

use crate::report::Tally;
use crate::workspace;
use first_chart::Parts;
use weigh::Weight;

/// Bytes in a KB here and in every limit.
const KB: u64 = 1024;

/// A line of the table, with its limit after brotli in KB if it has one.
struct Entry {
    name: &'static str,
    weight: Weight,
    limit: Option<u64>,
}

impl Entry {
    fn is_over(&self) -> bool {
        self.limit.is_some_and(|limit| self.weight.brotli > limit * KB)
    }
}

/// Prints the table; returns whether every limit holds.
pub fn run() -> Result<bool> {
    Ok(tally()?.failed == 0)
}

/// Prints the table; each limit counts as one check.
pub fn tally() -> Result<Tally> {
    let list = workspace::www().join("first-chart.json");
    let entries = entries(&Parts::read(&list, &workspace::site())?)?;
    println!("{:<34}{:>10}{:>10}{:>10}{:>8}", "KB of 1024 bytes", "raw", "gzip", "brotli", "limit");
    let mut tally = Tally::default();
    for entry in &entries {
        print_entry(entry);
        if entry.limit.is_some() {
            tally += Tally::one(!entry.is_over());
        }
    }
    Ok(tally)
}

fn print_entry(entry: &Entry) {
    let [raw, gzip, brotli] = [entry.weight.raw, entry.weight.gzip, entry.weight.brotli]
        .map(|bytes| bytes as f64 / KB as f64);
    let limit = entry.limit.map_or_else(String::new, |limit| limit.to_string());
    let verdict = if entry.is_over() { "  over the limit" } else { "" };
    println!("{:<34}{raw:>10.1}{gzip:>10.1}{brotli:>10.1}{limit:>8}{verdict}", entry.name);
}

fn entries(parts: &Parts) -> Result<Vec<Entry>> {
    let site = workspace::site();
    // The four modules take nearly all of the time.
    let [wasm, glue, pictures, desk, import, fonts, host, data] = thread::scope(|scope| {
        [
            &parts.wasm,
            &parts.glue,
            &parts.pictures,
            &parts.desk,
            &parts.import,
            &parts.fonts,
            &parts.host,
            &parts.data,
        ]
        .map(|files| scope.spawn(|| weigh::files(&site, files)))
        .map(|weight| weight.join().map_err(|_| anyhow!("a weighing thread was lost"))?)
    });
    let (wasm, glue, fonts, host, data) = (wasm?, glue?, fonts?, host?, data?);
    let all = wasm + glue + fonts + host + data;
    let entry = |name, weight, limit| Entry { name, weight, limit };
    Ok(vec![
        entry("reader wasm", wasm, Some(150)),
        entry("reader glue", glue, Some(10)),
        entry("fonts", fonts, Some(85)),
        entry("host (page, styles, scripts, views)", host, None),
        entry("data", data, None),
        entry("all for the first chart", all, Some(325)),
        entry("pictures wasm (beside the reader)", pictures?, Some(245)),
        entry("desk wasm (loaded by the desk)", desk?, Some(400)),
        entry("import wasm (reads a package)", import?, Some(325)),
    ])
}
