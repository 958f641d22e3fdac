//! Places where a rule holds: one verdict for all of them, with what was counted as nought there.

use std::collections::BTreeSet;

use super::compare::kind;
use super::evaluate::Absent;
use super::index::{Index, Spot};
use super::naming::{spoken, spot_name};
use super::words::{count, counted_as};
use crate::diag::Bilingual;
use crate::model::{Finding, Rule, Verdict};

/// So many missing figures are named; the others are counted.
const NAMED: usize = 3;

/// What was not there where a rule holds at one place.
pub(super) struct Held {
    /// What was counted as nought.
    pub(super) missing: Vec<Absent>,
    /// Whether a sum of which only a part is reported was taken as it stands.
    pub(super) is_partial: bool,
}

/// All places where a rule holds.
#[derive(Default)]
pub(super) struct AllHeld {
    places: usize,
    partial: usize,
    missing: usize,
    /// The first of what is missing.
    named: Vec<Bilingual>,
    /// What is missing wherever the rule stands, which is one figure at a thousand places.
    everywhere: BTreeSet<String>,
}

impl AllHeld {
    pub(super) fn add(&mut self, index: &Index<'_>, spot: Option<&Spot<'_>>, held: &Held) {
        self.places += 1;
        self.partial += usize::from(held.is_partial);
        for (place, absent) in held.missing.iter().enumerate() {
            let is_new = if absent.is_here {
                let before = held.missing.get(..place).unwrap_or_default();
                !before.contains(absent)
            } else {
                self.everywhere.insert(absent.why.en.clone())
            };
            if is_new {
                self.missing += 1;
                self.name(index, spot.filter(|_| absent.is_here), &absent.why);
            }
        }
    }

    fn name(&mut self, index: &Index<'_>, spot: Option<&Spot<'_>>, why: &Bilingual) {
        if self.named.len() >= NAMED {
            return;
        }
        let place = spot.map(|spot| spot_name(index, spot)).unwrap_or_default();
        let told = |place: &str, why: &str| match place {
            "" => why.to_owned(),
            _ => format!("{place}: {why}"),
        };
        self.named.push(Bilingual::new(told(&place.fa, &why.fa), told(&place.en, &why.en)));
    }

    /// «نام: در ۳ جا می‌خواند.» Nothing where the rule holds nowhere.
    pub(super) fn told(self, rule: &Rule) -> Option<Finding> {
        if self.places == 0 {
            return None;
        }
        let (name, places) = (spoken(&rule.name), counted_as(self.places, ["place", "places"]));
        let [nought, partial] = [self.counted_as_nought(), self.partly()];
        Some(Finding {
            rule: kind(rule).to_owned(),
            check: rule.id.to_string(),
            verdict: Verdict::Pass,
            observations: Vec::new(),
            stated: String::new(),
            computed: String::new(),
            tolerance: String::new(),
            message: Bilingual::new(
                format!("{}: در {} جا می‌خواند.{}{}", name.fa, places.fa, nought.fa, partial.fa),
                format!("{}: holds in {}.{}{}", name.en, places.en, nought.en, partial.en),
            ),
            note: rule.note.clone(),
        })
    }

    /// « ۵ رقم نبود و صفر شمرده شد: مرکزی، ۱۳۹۹: رقمی برای «کارکنان» نیست؛ و ۴ رقم دیگر.»
    fn counted_as_nought(&self) -> Bilingual {
        if self.missing == 0 {
            return Bilingual::default();
        }
        let words = ["missing figure was", "missing figures were"];
        let (all, more) = (counted_as(self.missing, words), self.missing - self.named.len());
        let rest = count(more);
        let (rest_fa, rest_en) = match more {
            0 => (String::new(), String::new()),
            _ => (format!("؛ و {} رقم دیگر", rest.fa), format!("; and {} more", rest.en)),
        };
        let named = |pick: fn(&Bilingual) -> &str, comma: &str| {
            self.named.iter().map(pick).collect::<Vec<_>>().join(comma)
        };
        let (fa, en) = (named(|one| &one.fa, "؛ "), named(|one| &one.en, "; "));
        Bilingual::new(
            format!(" {} رقم نبود و صفر شمرده شد: {fa}{rest_fa}.", all.fa),
            format!(" {} counted as nought: {en}{rest_en}.", all.en),
        )
    }

    fn partly(&self) -> Bilingual {
        if self.partial == 0 {
            return Bilingual::default();
        }
        let places = counted_as(self.partial, ["place", "places"]);
        Bilingual::new(
            format!(" در {} جا جمع ناتمام است و همان که هست گرفته شد.", places.fa),
            format!(" In {} a sum is partial and was taken as it stands.", places.en),
        )
    }
}
