//! Code lists: the words for codes, in both languages.

use litemap::LiteMap;

use crate::diag::Bilingual;

/// One entry of a code list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeEntry {
    /// The word shown.
    pub name: Bilingual,
    /// What it means; may be empty.
    pub definition: Bilingual,
}

/// All code lists of a data set.
#[derive(Clone, Debug, Default)]
pub struct CodeBook {
    lists: LiteMap<String, Vec<(String, CodeEntry)>>,
}

impl CodeBook {
    /// Adds an entry at the end of its list, which keeps the order of the file.
    pub fn add(&mut self, list: &str, code: &str, name: Bilingual, definition: Bilingual) {
        let entry = CodeEntry { name, definition };
        self.lists.entry(list.to_owned()).or_default().push((code.to_owned(), entry));
    }

    /// Takes the definitions away and leaves the words.
    pub fn forget_definitions(&mut self) {
        for (_, entries) in self.lists.iter_mut() {
            for (_, entry) in entries {
                entry.definition = Bilingual::default();
            }
        }
    }

    /// Names of the lists, in alphabetical order.
    pub fn lists(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
    }

    /// The entry of a code.
    pub fn get(&self, list: &str, code: &str) -> Option<&CodeEntry> {
        self.entries(list).find(|(known, _)| *known == code).map(|(_, entry)| entry)
    }

    /// All entries of a list, in its order.
    pub fn entries(&self, list: &str) -> impl Iterator<Item = (&str, &CodeEntry)> {
        self.lists.get(list).into_iter().flatten().map(|(code, entry)| (code.as_str(), entry))
    }
}
