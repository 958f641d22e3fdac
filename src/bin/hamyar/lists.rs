//! The code lists of a data package as a page shows them.

use hamyar::diag::Bilingual;
use hamyar::model::CodeBook;
use serde::Serialize;

/// The list that names the lists; one that it does not name is for the program alone.
const LISTS: &str = "list";

#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    name: &'a Bilingual,
    definition: &'a Bilingual,
    /// Of a list what stands in it, of a code nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<Entry<'a>>,
}

/// Every named list with its codes, as JSON.
pub(crate) fn lists(book: &CodeBook) -> String {
    let mut lists = entries(book, LISTS);
    for list in &mut lists {
        list.codes = entries(book, list.code);
    }
    serde_json::to_string(&lists).unwrap_or_default()
}

fn entries<'a>(book: &'a CodeBook, list: &str) -> Vec<Entry<'a>> {
    let entries = book.entries(list).map(|(code, entry)| Entry {
        code,
        name: &entry.name,
        definition: &entry.definition,
        codes: Vec::new(),
    });
    entries.collect()
}
