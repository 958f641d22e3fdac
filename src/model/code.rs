//! Code lists: the words for codes, in both languages.

use litemap::LiteMap;

#[cfg(feature = "complete")]
use super::dataset::Dataset;
#[cfg(feature = "complete")]
use super::dimension::Dimension;
use crate::diag::Bilingual;
use crate::list::Gather;
#[cfg(feature = "complete")]
use crate::list::insert_sorted;

/// The words that texts use for codes of the model: list, code, and its name in both languages. They are those of
/// the open data, without the meanings, which only its own tables tell.
#[cfg(feature = "complete")]
const WORDS: &str = include_str!("code_words.tsv");

#[cfg(feature = "complete")]
impl Dataset {
    /// Names the codes that a package uses and does not name, so that no text shows a code for a word. Kinds of
    /// supervision and what divides figures weigh on every page that opens the data: they are named where there
    /// is a register of them, or a figure is divided so.
    pub fn name_codes(&mut self) {
        let is_supervised = !self.registers.supervisions.is_empty();
        let has_cooperatives = !self.registers.cooperatives.is_empty();
        let mut used: Vec<&str> = Vec::new();
        for (dimension, _) in self.observations.values().flat_map(|one| &one.dimensions) {
            insert_sorted(&mut used, dimension.code());
        }
        let is_dimension = |list: &str| Dimension::ALL.iter().any(|known| known.code() == list);
        self.codes.name_the_nameless(|list| match list {
            "coop_supervision" => is_supervised,
            list if is_dimension(list) => {
                used.contains(&list) || has_cooperatives && list.starts_with("coop_")
            }
            _ => true,
        });
    }
}

/// The cells of each line of [`WORDS`].
#[cfg(feature = "complete")]
fn words() -> impl Iterator<Item = [&'static str; 4]> {
    WORDS.lines().map(|line| {
        let mut cells = line.split('\t');
        [(); 4].map(|()| cells.next().unwrap_or_default())
    })
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
        for [list, code, fa, en] in words() {
            if self.get(list, code).is_none() && is_used(list) && !is_for_others(list) {
                self.add(list, code, Bilingual::new(fa, en), Bilingual::default());
            }
        }
    }

    /// The name of a code: that of the package, else that of [`WORDS`]; `None` for a code of neither.
    pub fn word(&self, list: &str, code: &str) -> Option<Bilingual> {
        let own = self.get(list, code).map(|entry| entry.name.clone());
        #[cfg(feature = "complete")]
        let own = own.or_else(|| {
            let mut known = words().filter(|[known, one, ..]| (*known, *one) == (list, code));
            known.next().map(|[_, _, fa, en]| Bilingual::new(fa, en))
        });
        own
    }

    /// The codes of a list that have a name, those of the package first.
    pub fn named(&self, list: &str) -> Vec<&str> {
        let own = self.entries(list).map(|(code, _)| code);
        #[cfg(feature = "complete")]
        let own = own.chain(words().filter_map(|[known, code, ..]| {
            (known == list && self.get(list, code).is_none()).then_some(code)
        }));
        own.gather()
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
