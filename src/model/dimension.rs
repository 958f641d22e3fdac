//! What divides a figure: codes that belong to its key, beside area, period and the rest.

use super::code::CodeBook;
use super::observation::Observation;
use crate::diag::Bilingual;
use crate::list::join;
use crate::spec::coded;

coded! {
    /// What a figure can be divided by; its codes are those of the code list of the same name.
    Dimension {
        /// زمینهٔ کار تعاونی
        CoopActivity = "coop_activity",
        /// نوع جهانی تعاونی
        CoopIcls = "coop_icls",
        /// گروه خط اعتباری
        CoopLine = "coop_line",
        /// بخش
        Sector = "sector",
        /// جنس
        Sex = "sex",
        /// شهری یا روستایی
        Settlement = "settlement",
        /// اندازهٔ آبادی
        SizeClass = "size_class",
    }
}

/// The codes of one figure, in the order of the dimensions, at most one of each. A figure without a code of a
/// dimension is of all its codes together.
pub type Dimensions = Vec<(Dimension, String)>;

impl Observation {
    /// Its code in a dimension.
    pub fn code(&self, dimension: Dimension) -> Option<&str> {
        let own = self.dimensions.iter().find(|(known, _)| *known == dimension);
        own.map(|(_, code)| code.as_str())
    }

    /// What tells it apart from another figure of the same release and key: its words and its codes.
    pub const fn apart(&self) -> (&Bilingual, &Dimensions) {
        (&self.scope, &self.dimensions)
    }
}

impl CodeBook {
    /// The scope of a figure with such codes: what is told of it, and then the words of its codes, so that
    /// whoever reads the scope knows the codes. What ends with these words already stays as it is.
    pub fn scope_of(&self, dimensions: &Dimensions, told: &Bilingual) -> Bilingual {
        let words = |pick: fn(&Bilingual) -> &str| -> Vec<String> {
            let word = |(dimension, code): &(Dimension, String)| {
                let name = self.word(dimension.code(), code);
                name.map_or_else(|| code.clone(), |name| pick(&name).to_owned())
            };
            dimensions.iter().map(word).collect()
        };
        Bilingual::new(
            joined(&told.fa, &words(|name| &name.fa), "، "),
            joined(&told.en, &words(|name| &name.en), ", "),
        )
    }
}

/// `women, rural` after what is told; by themselves they begin as their list writes them.
fn joined(told: &str, words: &[String], comma: &str) -> String {
    let mut pieces: Vec<String> = words.iter().map(|word| after_others(word)).collect();
    let after = join(&pieces, comma);
    pieces.splice(..1.min(words.len()), words.first().cloned());
    let alone = join(&pieces, comma);
    let ends_so = told.strip_suffix(after.as_str()).is_some_and(|rest| rest.ends_with(comma));
    match told {
        "" => alone,
        _ if after.is_empty() || told == alone || ends_so => told.to_owned(),
        _ => format!("{told}{comma}{after}"),
    }
}

/// A word inside a phrase: without its capital, unless it is one of several.
fn after_others(word: &str) -> String {
    let is_small = word.chars().nth(1).is_some_and(char::is_lowercase);
    match word.chars().next() {
        Some(first) if is_small && first.is_ascii_uppercase() => {
            let rest = word.get(first.len_utf8()..).unwrap_or_default();
            format!("{}{rest}", first.to_ascii_lowercase())
        }
        _ => word.to_owned(),
    }
}
