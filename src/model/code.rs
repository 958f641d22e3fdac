//! Code lists: the words for codes, in both languages.

use litemap::LiteMap;

#[cfg(feature = "complete")]
use super::dataset::Dataset;
use crate::diag::Bilingual;

/// The words that texts use for codes of the model: list, code, and its name in both languages. They are those of
/// the open data, without the meanings, which only its own tables tell.
#[cfg(feature = "complete")]
const WORDS: &str = include_str!("code_words.tsv");

#[cfg(feature = "complete")]
impl Dataset {
    /// Names the codes that a package uses and does not name, so that no text shows a code for a word. Kinds of
    /// supervision weigh on every page that opens the data: they are named where there is a register of them.
    pub fn name_codes(&mut self) {
        let is_supervised = !self.registers.supervisions.is_empty();
        self.codes.name_the_nameless(|list| is_supervised || list != "coop_supervision");
    }
}

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

    /// Names the codes that have no name, each as [`WORDS`] do. What is told stays as it is, in its order; of the
    /// stages of a cooperative, also which of them stand apart.
    #[cfg(feature = "complete")]
    fn name_the_nameless(&mut self, is_used: impl Fn(&str) -> bool) {
        let tells_stages = self.entries("coop_stage").next().is_some();
        let is_for_others = |list: &str| tells_stages && list == "coop_stage_apart";
        for line in WORDS.lines() {
            let mut cells = line.split('\t');
            let [list, code, fa, en] = [(); 4].map(|()| cells.next().unwrap_or_default());
            if self.get(list, code).is_none() && is_used(list) && !is_for_others(list) {
                self.add(list, code, Bilingual::new(fa, en), Bilingual::default());
            }
        }
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
