//! An answer in words: everything that geometry needs, before anything has a place.

use super::evidence::Evidence;
use super::flow::Step;
use super::piles::Pile;
use super::scene::{Description, SourceLine, Table, Tip};
use super::view::MarkKind;
use crate::calendar::Period;
use crate::list::Gather;
use crate::model::{AreaId, Level, MemberStatus, Missing, Qualifier};
use crate::number::{Bound, Decimal, Interval};

/// What a mark's form must say about its figure (LOOK §5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Actual, paid, counted: solid.
    #[default]
    Actual,
    /// In hand: lower half solid.
    InHand,
    /// Quota, allocated, approved, referred: tint with an edge.
    Approved,
    /// Planned: hatch with a dashed edge.
    Planned,
    /// Target: ink blade.
    Target,
    /// Forecast: dotted.
    Forecast,
    /// Carried from another period: hollow.
    Carried,
    /// Estimated or provisional: tint with a dashed edge.
    Estimated,
    /// An amount whose source does not say its stage: tint with a dotted edge, never like a payment.
    Unstated,
}

/// The value of an area above.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// Its level.
    pub level: Level,
    /// Name of the area.
    pub name: String,
    /// Value in the shown unit.
    pub value: f64,
    /// The same, exact.
    pub exact: Decimal,
    /// All that it may be, to tell above from equal from below.
    pub span: Interval,
    /// Value as shown, such as «۱۲٫۶».
    pub text: String,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
}

/// One row of the answer, in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Datum {
    /// Stable key, such as `area=24@1395;period=1400`.
    pub key: String,
    /// Category label: the area, period, measure or scope that tells the row apart.
    pub name: String,
    /// Short name for narrow places; the same as `name` where there is none.
    pub short: String,
    /// Second label: the province of a county, the stage of an amount; may be empty.
    pub detail: String,
    /// Value in the shown unit; `None` for an absence.
    pub value: Option<f64>,
    /// The same, exact.
    pub exact: Option<Decimal>,
    /// All that it may be, in the shown unit: one value, or what a bound leaves.
    pub span: Option<Interval>,
    /// Whether a bound leaves its place in the order of values open.
    pub is_unplaced: bool,
    /// Value as shown at the mark, without unit: «۵۸۰», «حدود ۲۶», «گزارش نشده».
    pub text: String,
    /// Value with its unit: «۵۸۰ میلیارد ریال».
    pub full: String,
    /// How exactly it is stated.
    pub qualifier: Option<Qualifier>,
    /// Kind of absence.
    pub missing: Option<Missing>,
    /// What the form of the mark must say.
    pub form: Form,
    /// Word for the form: «پرداخت‌شده», «برنامه»; may be empty.
    pub form_word: String,
    /// Name of the series it belongs to, by `encoding.color`; empty for one series.
    pub series: String,
    /// Comparison with the other figure of its pair: «+۲۰٫۶۹٪ برنامه نسبت به پرداخت»; may be empty.
    pub comparison: String,
    /// What that comparison rests on: both figures.
    pub compared: Vec<Evidence>,
    /// How the shares of [`Datum::comparison`] are computed; empty for the comparison of a pair.
    pub worked: String,
    /// Whether that is a difference, which lies between the two, and not a part of the first.
    pub is_difference: bool,
    /// What a reader must know of just this row: the caveat of its pair, the areas that were
    /// counted; may be empty.
    pub note: String,
    /// Name of its area or group; empty for what has no place.
    pub place: String,
    /// Level of its area.
    pub level: Option<Level>,
    /// Area, for maps.
    pub area: Option<AreaId>,
    /// Code of the area, the same in every division.
    pub code: String,
    /// Period, for time axes.
    pub period: Option<Period>,
    /// Values of the areas above.
    pub beside: Vec<Beside>,
    /// Signed difference to the first area above, such as «+۶٫۳»; may be empty.
    pub difference: String,
    /// For members of a group: how well they are known.
    pub member: Option<MemberStatus>,
    /// Rank, «۱» and so on; may be empty.
    pub rank: String,
    /// Tooltip.
    pub tip: Tip,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// The first of that for each document.
    pub documents: Vec<Evidence>,
}

impl Datum {
    /// Whether it is a bound or a range, which no single place of a scale is right for.
    pub(super) fn is_bound(&self) -> bool {
        self.span.as_ref().is_some_and(|span| span.single().is_none())
    }

    /// Whether nothing is said about one of its ends.
    pub(super) fn goes_on(&self) -> bool {
        self.span.is_some_and(|span| [span.low, span.high].contains(&Bound::Open))
    }

    /// What it rests on together with the first `beside` values that stand beside it.
    pub(super) fn evidence_with(&self, beside: usize) -> Vec<Evidence> {
        let beside = self.beside.iter().take(beside).flat_map(|beside| &beside.evidence);
        self.evidence.iter().chain(beside).cloned().gather()
    }
}

/// The value of the country beside the figures.
pub(super) fn country(data: &[Datum]) -> Option<&Beside> {
    data.iter().find_map(|datum| datum.beside.iter().find(|one| one.level == Level::Country))
}

/// The values at the ends of figures, for a scale that is to hold them.
pub(super) fn ends(data: &[Datum]) -> Vec<f64> {
    let mut ends = Vec::new();
    for datum in data {
        // Of a range the high end is another value.
        let high = datum.span.as_ref().and_then(|span| span.high.value());
        if let Some(value) = datum.value {
            ends.push(high.map_or(value, Decimal::to_f64));
            ends.push(value);
        }
    }
    ends
}

/// A change of base of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// First period on the new base.
    pub at: Period,
    /// Name of the base before.
    pub before: String,
    /// Name of the base after.
    pub after: String,
    /// All of it in a sentence.
    pub text: String,
}

/// An answer in words. `data` is in the order shown; table row `n` tells the same as `data[n]`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prepared {
    /// The picture that the answer bears: that of the view, or bars.
    pub mark: MarkKind,
    /// Which data lie on one another, in their order; none for most pictures.
    pub piles: Vec<Pile>,
    /// What a chart of stock and flow draws of each datum.
    pub steps: Vec<Step>,
    /// The table row of the last datum, where that is all the rest in one.
    pub rest: Option<usize>,
    /// Rows.
    pub data: Vec<Datum>,
    /// Name of the shown unit.
    pub unit: String,
    /// The finding.
    pub title: String,
    /// What, unit, place, period.
    pub subtitle: String,
    /// Table.
    pub table: Table,
    /// Words.
    pub description: Description,
    /// Documents.
    pub sources: Vec<SourceLine>,
    /// Notes.
    pub notes: Vec<String>,
    /// «۲۴ از ۳۱».
    pub coverage: String,
    /// The change of base that lies between the figures, if one does.
    pub base_change: Option<Break>,
    /// Made up to show how a view works.
    pub example: bool,
}
