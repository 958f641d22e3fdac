//! What moving came to: counts, sums, and what could not be divided or added.

use crate::diag::Bilingual;
use crate::model::id::{AreaId, ObservationId};
use crate::spec::coded;

coded! {
    /// What keeps figures from being divided or added.
    Obstacle {
        /// The measure is one whose parts do not add.
        NotAdditive = "not_additive",
        /// There is a kind of absence and no value.
        NoValue = "no_value",
        /// Bounds and approximations of which no share or sum can be told.
        Bounded = "bounded",
        /// The shares of what became of the area do not sum to 100.
        Shares = "shares",
        /// The share or the sum is out of range.
        Overflow = "overflow",
        /// Some of the areas that the later one was made of have no such figure.
        Partial = "partial",
        /// Two figures are told of one area.
        ToldTwice = "told_twice",
        /// The figures are parts of different figures.
        OtherWhole = "other_whole",
    }
}

impl Obstacle {
    /// The obstacle in words.
    pub fn words(self) -> Bilingual {
        let (fa, en) = match self {
            Self::NotAdditive => (
                "این شاخص نه میان ناحیه‌ها بخش می‌شود و نه جمع می‌شود.",
                "This measure is neither divided among areas nor added.",
            ),
            Self::NoValue => {
                ("مقداری نیست که بخش یا جمع شود.", "There is no value to divide or add.")
            }
            Self::Bounded => (
                "از رقم‌های «بیش از»، «کمتر از» یا «میان» سهم یا جمعی که بتوان گفت به دست نمی‌آید.",
                "Of these bounds no share or sum can be told.",
            ),
            Self::Shares => (
                "سهم ناحیه‌هایی که از این ناحیه پدید آمده‌اند روی هم ۱۰۰ درصد نیست.",
                "The shares of what became of the area do not sum to 100 percent.",
            ),
            Self::Overflow => {
                ("سهم یا جمع از اندازهٔ مجاز بیرون است.", "The share or the sum is out of range.")
            }
            Self::Partial => (
                "بخشی از ناحیهٔ تازه چنین رقمی ندارد؛ این رقم دربارهٔ همهٔ آن نیست.",
                "A part of the later area has no such figure; this one is not about all of it.",
            ),
            Self::ToldTwice => (
                "از یک ناحیه دو رقم هست؛ روشن نیست کدام جمع شود.",
                "There are two figures of one area; which of them to add is not clear.",
            ),
            Self::OtherWhole => {
                ("این رقم‌ها جزء رقم‌های جداگانه‌اند.", "The figures are parts of different figures.")
            }
        };
        Bilingual::new(fa, en)
    }
}

/// A sum of figures of areas that were merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The sum.
    pub figure: ObservationId,
    /// Where it stands.
    pub area: AreaId,
    /// The figures as they were told, in the order of ids.
    pub of: Vec<ObservationId>,
}

/// Figures that could not be divided, or not be added: each stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apart {
    /// The figures as they were told, in the order of ids.
    pub figures: Vec<ObservationId>,
    /// Where they stand: an area, or the row for what could not be placed.
    pub area: AreaId,
    /// Why.
    pub obstacle: Obstacle,
}

/// What moving came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Figures that went whole into an area of the later list.
    pub whole: u32,
    /// Figures that were divided by share, and are therefore about so much.
    pub divided: u32,
    /// Figures that have no area in the later list: they stand in a row of their own below the area
    /// above, never dropped. Where no reason is among [`Moved::apart`], nobody has matched the ground.
    pub not_placed: u32,
    /// Figures of lists that came after the one asked for: nothing goes back to earlier borders, so they
    /// are left out.
    pub later: u32,
    /// Counts of records, which say themselves in which area of the list they stand.
    pub recounted: u32,
    /// Sums.
    pub joined: Vec<Joined>,
    /// What could not be divided or added, and why.
    pub apart: Vec<Apart>,
}
