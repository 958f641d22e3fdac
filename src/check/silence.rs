//! What was not judged, and why: a rule that says nothing must not look like one that holds.

use std::collections::BTreeMap;

use super::evaluate::Absent;
use super::index::{Index, Spot};
use super::naming::{spoken, spot_name};
use super::words::{count, shares};
use crate::diag::Bilingual;
use crate::model::{Rule, Skipped};
use crate::query::Coverage;

/// Why a rule says nothing at one place.
pub(super) enum Silence {
    /// Figures are missing, each with its reason.
    Missing(Vec<Absent>),
    /// Only parts of sums are reported.
    Partial(Vec<Coverage>),
    /// Values do not fit 128 bits.
    TooLarge,
    /// A figure was counted by the shares of this project, which V14 refuses.
    Refused(Bilingual),
}

impl Silence {
    /// Reasons of one kind are told together.
    const fn kind(&self) -> u8 {
        match self {
            Self::Missing(_) => 0,
            Self::Partial(_) => 1,
            Self::TooLarge => 2,
            Self::Refused(_) => 3,
        }
    }

    fn words(&self) -> Bilingual {
        match self {
            Self::Missing(reasons) => reasons
                .first()
                .map(|reason| reason.why.clone())
                .unwrap_or_else(|| Bilingual::new("هیچ رقمی نیست", "there is no figure at all")),
            Self::Partial(partial) => {
                let share = shares(partial);
                Bilingual::new(
                    format!("جمع ناتمام است: {}", share.fa),
                    format!("the sum is partial: {}", share.en),
                )
            }
            Self::TooLarge => Bilingual::new(
                "عددها از ۱۲۸ بیت بزرگ‌ترند و چیزی گرد نشد",
                "the numbers do not fit 128 bits, and nothing was rounded",
            ),
            Self::Refused(project) => Bilingual::new(
                format!(
                    "سهم طرف‌های «{}» با هم ۱۰۰ درصد نیست و رقمی از آن شمرده شده است",
                    project.fa
                ),
                format!(
                    "the shares of the parties of “{}” are not 100 percent, and a figure was counted from them",
                    project.en
                ),
            ),
        }
    }
}

/// What is told where a rule that always holds met numbers that are too large.
pub(super) fn too_large(rule: &str, of: &Bilingual) -> Skipped {
    let words = Silence::TooLarge.words();
    let reason =
        Bilingual::new(format!("{}: {}.", of.fa, words.fa), format!("{}: {}.", of.en, words.en));
    Skipped { check: rule.to_owned(), places: 1, reason }
}

/// The silences of one rule, the first of each kind and how many there are.
#[derive(Default)]
pub(super) struct Silences(BTreeMap<u8, (usize, Bilingual)>);

impl Silences {
    pub(super) fn add(&mut self, index: &Index<'_>, spot: Option<&Spot<'_>>, silence: &Silence) {
        let first = || {
            let words = silence.words();
            let Some(place) = spot.map(|spot| spot_name(index, spot)) else { return words };
            Bilingual::new(
                format!("{}: {}", place.fa, words.fa),
                format!("{}: {}", place.en, words.en),
            )
        };
        self.0.entry(silence.kind()).or_insert_with(|| (0, first())).0 += 1;
    }

    /// What is told of them: «نام قاعده: گیلان، ۱۳۹۵: رقمی برای … نیست (در ۱۲ جا).»
    pub(super) fn told(self, rule: &Rule) -> impl Iterator<Item = Skipped> {
        self.0.into_values().map(move |(places, reason)| {
            let (name, many) = (spoken(&rule.name), count(places));
            let (fa, en) = match places {
                1 => (String::new(), String::new()),
                _ => (
                    format!(" (و مانند آن، در {} جا)", many.fa),
                    format!(" (and the like, in {} places)", many.en),
                ),
            };
            let reason = Bilingual::new(
                format!("{}: {}{fa}.", name.fa, reason.fa),
                format!("{}: {}{en}.", name.en, reason.en),
            );
            Skipped { check: rule.id.to_string(), places, reason }
        })
    }
}
