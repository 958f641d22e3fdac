//! An answer in words: everything that geometry needs, before anything has a place.

use std::cell::OnceCell;

use super::across::Companion;
use super::course::Course;
use super::evidence::Evidence;
use super::flow::Step;
use super::piles::Pile;
use super::scene::{Description, Said, SourceLine, Table, Tip};
use super::table::{Rows, table};
use super::view::{HAS_ALL, MarkKind};
use super::words::Shown;
use super::writer::Source;
use crate::calendar::Period;
use crate::list::{Gather, join_said};
use crate::model::{AreaId, Level, MemberStatus, Missing, Qualifier};
use crate::number::{Bound, Decimal, Interval};
use crate::query::Row;
use crate::text::Lang;

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
    pub(super) level: Level,
    /// Name of the area.
    pub(super) name: String,
    /// Value in the shown unit.
    pub(super) value: f64,
    /// The same, exact.
    pub(super) exact: Decimal,
    /// All that it may be, to tell above from equal from below.
    pub(super) span: Interval,
    /// Value as shown, such as «۱۲٫۶».
    pub text: String,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
}

/// One row of the answer: what geometry needs at once, and its words as they are asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Datum<'a> {
    /// Category label: the area, period, measure or scope that tells the row apart.
    pub(super) name: String,
    /// The name with the sign of a note, where it has one.
    pub(super) starred: Option<String>,
    /// Short name for narrow places; the same as `name` where there is none.
    pub(super) short: String,
    /// Second label: the province of a county, the stage of an amount; may be empty.
    pub(super) detail: String,
    /// Value in the shown unit; `None` for an absence.
    pub(super) value: Option<f64>,
    /// The same, exact.
    pub(super) exact: Option<Decimal>,
    /// All that it may be, in the shown unit: one value, or what a bound leaves.
    pub(super) span: Option<Interval>,
    /// Whether a bound leaves its place in the order of values open.
    pub(super) is_unplaced: bool,
    /// How exactly it is stated.
    pub(super) qualifier: Option<Qualifier>,
    /// Kind of absence.
    pub(super) missing: Option<Missing>,
    /// What the form of the mark must say.
    pub(super) form: Form,
    /// Word for the form: «پرداخت‌شده», «برنامه»; may be empty.
    pub(super) form_word: String,
    /// Name of the series it belongs to, by `encoding.color`; empty for one series.
    pub(super) series: String,
    /// Name of the panel it stands in, by `encoding.facet`; empty for one chart.
    pub(super) facet: String,
    /// Comparison with the other figure of its pair: «+۲۰٫۶۹٪ برنامه نسبت به پرداخت»; may be empty.
    pub(super) comparison: String,
    /// How the shares of that are computed; empty for the comparison of a pair.
    pub(super) worked: String,
    /// Whether that is a difference, which lies between the two, and not a part of the first.
    pub(super) is_difference: bool,
    /// What a reader must know of just this row: the caveat of its pair, the areas that were
    /// counted; may be empty.
    pub(super) note: String,
    /// Name of its area or group; empty for what has no place.
    pub(super) place: String,
    /// Level of its area.
    pub(super) level: Option<Level>,
    /// Area, for maps.
    pub(super) area: Option<AreaId>,
    /// Code of the area, the same in every division.
    pub(super) code: String,
    /// Period, for time axes.
    pub(super) period: Option<Period>,
    /// Values of the areas above.
    pub(super) beside: Vec<Beside>,
    /// Signed difference to the first area above, such as «+۶٫۳»; may be empty.
    pub(super) difference: String,
    /// For members of a group: how well they are known.
    pub(super) member: Option<MemberStatus>,
    /// Rank, «۱» and so on; may be empty.
    pub(super) rank: String,
    /// What a timeline draws of it: the last day, and when it came in.
    pub(super) course: Option<Course>,
    /// The further measures of a scatter: across, and the size of its bubble.
    pub(super) across: [Option<Companion<'a>>; 2],
    /// Who writes the rest.
    pub(super) source: Option<Source<'a>>,
    pub(super) number: OnceCell<Number>,
    pub(super) words: OnceCell<Words>,
}

/// The value of a datum in words.
#[derive(Clone, Debug, Default)]
pub(super) struct Number {
    /// Without unit, as at the mark: «۵۸۰», «حدود ۲۶», «گزارش نشده».
    pub(super) text: String,
    /// With its unit: «۵۸۰ میلیارد ریال».
    pub(super) full: String,
}

/// What only a tooltip, a table and a card tell of a datum.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Stable key, such as `area=24@1395;period=1400`.
    pub(super) key: String,
    /// Tooltip.
    pub(super) tip: Tip,
    /// What the comparison of a pair rests on: both figures.
    pub(super) compared: Vec<Evidence>,
    /// What the value rests on.
    pub(super) evidence: Vec<Evidence>,
    /// The first of that for each document.
    pub(super) documents: Vec<Evidence>,
    /// The note of the one figure it is, such as what is right where a misprint stands; may be empty.
    pub(super) remark: String,
}

impl<'a> Datum<'a> {
    /// Value as shown at the mark, without unit.
    pub(super) fn text(&self) -> &str {
        &self.number().text
    }

    /// Value with its unit.
    pub(super) fn full(&self) -> &str {
        &self.number().full
    }

    pub(super) fn number(&self) -> &Number {
        let written = || self.source.map(|source| source.number()).unwrap_or_default();
        self.number.get_or_init(written)
    }

    /// What only a tooltip, a table and a card tell.
    pub(super) fn words(&self) -> &Words {
        let written = || self.source.map(|source| source.words(self)).unwrap_or_default();
        self.words.get_or_init(written)
    }

    /// What is said of it, for its mark.
    pub(super) fn said(&self) -> Said {
        let mut evidence = self.evidence_with(self.beside.len());
        for (one, _) in self.companions() {
            evidence.extend(Evidence::figures(&one.row.evidence));
        }
        Said { key: self.words().key.clone(), tip: self.words().tip.clone(), evidence }
    }

    /// The row of the answer that it is; nothing for what is none.
    pub(super) fn row(&self) -> Option<&'a Row> {
        self.source.map(|source| source.row)
    }

    /// The further measures, each with its value in words.
    pub(super) fn companions(&self) -> Vec<(Companion<'a>, Number)> {
        let Some(source) = self.source.filter(|_| HAS_ALL) else { return Vec::new() };
        let told = |one: &Companion<'a>| (*one, source.companion(one));
        self.across.iter().flatten().map(told).gather()
    }

    /// The name as it stands at the mark.
    pub(super) fn label(&self) -> &str {
        self.starred.as_deref().unwrap_or(&self.name)
    }

    /// What it is about: its measure, or for what is no row of the answer its key.
    pub(super) fn subject(&self) -> &str {
        self.source.map_or_else(|| self.words().key.as_str(), |source| source.measure())
    }

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
        self.words().evidence.iter().chain(beside).cloned().gather()
    }
}

/// The value of the country beside the figures.
pub(super) fn country<'d, 'a: 'd>(
    mut data: impl Iterator<Item = &'d Datum<'a>>,
) -> Option<&'d Beside> {
    data.find_map(|datum| datum.beside.iter().find(|one| one.level == Level::Country))
}

/// The values at the ends of figures, for a scale that is to hold them.
pub(super) fn ends(data: &[&Datum<'_>]) -> Vec<f64> {
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

/// What is filled below the lines of an area chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Area {
    /// Nothing: they are lines.
    #[default]
    Open,
    /// What is below the only series.
    Filled,
    /// What is between each series and those that it stands on.
    Stacked,
}

/// What one panel of a chart draws, or a chart without panels.
#[derive(Clone, Copy)]
pub(super) struct Panel<'p> {
    /// The names of the series of all panels, also of those that are hidden.
    pub(super) series: &'p [String],
    /// Its own rows.
    pub(super) data: &'p [&'p Datum<'p>],
    /// Those of all panels, which have their scale and its zero in common.
    pub(super) whole: &'p [&'p Datum<'p>],
    /// Whether the last of its own is all the rest in one.
    pub(super) has_others: bool,
    /// The change of base that lies between the figures, if one does.
    pub(super) base_change: Option<&'p Break>,
    /// What an area chart fills.
    pub(super) area: Area,
}

/// Where the table of a chart comes from.
#[derive(Clone, Debug)]
pub(super) enum Listing {
    /// From the data.
    Rows(Rows),
    /// It has columns of its own.
    Own(Table),
}

/// An answer in words. Table row `n` tells the same as the `n`th of [`Prepared::rows`].
#[derive(Clone, Debug, Default)]
pub(super) struct Prepared<'a> {
    /// The picture that the answer bears: that of the view, or bars.
    pub(super) mark: MarkKind,
    /// Which data lie on one another, in their order; none for most pictures.
    pub(super) piles: Vec<Pile>,
    /// What a chart of stock and flow draws of each datum.
    pub(super) steps: Vec<Step>,
    /// Rows that are drawn.
    pub(super) data: Vec<Datum<'a>>,
    /// The names of lines, also of those that are hidden.
    pub(super) series: Vec<String>,
    /// Whether the last of the data is all the rest in one.
    pub(super) has_others: bool,
    /// Rows that are too many to be drawn one by one: only the table has them.
    pub(super) rest: Vec<Datum<'a>>,
    /// What is measured, with its unit.
    pub(super) measure: String,
    /// The shown unit.
    pub(super) shown: Shown,
    /// The finding.
    pub(super) title: String,
    /// What, unit, place, period.
    pub(super) subtitle: String,
    /// Table.
    pub(super) listing: Listing,
    /// Words.
    pub(super) description: Description,
    /// Documents.
    pub(super) sources: Vec<SourceLine>,
    /// Notes.
    pub(super) notes: Vec<String>,
    /// «۲۴ از ۳۱».
    pub(super) coverage: String,
    /// The change of base that lies between the figures, if one does.
    pub(super) base_change: Option<Break>,
    /// What an area chart fills.
    pub(super) area: Area,
    /// Made up to show how a view works.
    pub(super) example: bool,
}

impl Default for Listing {
    fn default() -> Self {
        Self::Rows(Rows::Figures)
    }
}

impl<'a> Prepared<'a> {
    /// All rows in the order of the table: drawn ones, those that are not, and what those come to.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Datum<'a>> {
        let (own, others) = self.data.split_at(self.data.len() - usize::from(self.has_others));
        own.iter().chain(&self.rest).chain(others)
    }

    /// The table row of the datum that is all the rest in one.
    pub(super) fn row_of_others(&self) -> Option<usize> {
        self.has_others.then(|| self.data.len() + self.rest.len() - 1)
    }

    /// The equal view of the chart.
    pub(super) fn table(&self, lang: Lang) -> Table {
        let rows = match &self.listing {
            Listing::Own(table) => return table.clone(),
            Listing::Rows(rows) => *rows,
        };
        let data: Vec<&Datum<'_>> = self.rows().gather();
        let change = self.base_change.as_ref().map_or("", |change| &change.text);
        Table {
            caption: self.title.clone(),
            foot: join_said(&[&self.coverage, change], " · "),
            ..table(&data, &self.shown, rows, lang)
        }
    }
}
