//! Records that name their place as a clerk wrote it, and what was counted from them.

use super::area::Division;
use super::area_code::AreaScheme;
use super::id::{MeasureId, ProgrammeId, RecordId, SourceId, UnitId};
use super::observation::{Observation, Stage};
use crate::calendar::Day;
use crate::number::Decimal;

/// One thing that happened in a place: a loan that was paid, a licence that was given.
///
/// In which area of a list the place lies is asked of [`super::Gazetteer`] and kept nowhere: the words of
/// the record are right in every list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Id.
    pub id: RecordId,
    /// What it is an amount of, or one of.
    pub measure: MeasureId,
    /// Name of the province, or its code.
    pub province: String,
    /// Name of the county, or its code; empty where the record tells none.
    pub county: String,
    /// Whose codes stand in the place of the names; `None` for names.
    pub scheme: Option<AreaScheme>,
    /// When it happened.
    pub day: Day,
    /// How much, in the base unit: one where records are only counted.
    pub amount: Decimal,
    /// Unit that the amount is written in.
    pub unit: UnitId,
    /// Stage of money, where it has one.
    pub stage: Option<Stage>,
    /// Programme, where it is told.
    pub programme: Option<ProgrammeId>,
    /// The document.
    pub source: SourceId,
}

/// What was counted from records in one list of areas.
///
/// A data set has one count for each of its lists. Among its figures stand only those of the list of
/// their time, so that nothing is told twice; a question in the borders of a list takes that list's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recount {
    /// The list.
    pub list: Division,
    /// The figures of every period, as they are in that list.
    pub figures: Vec<Observation>,
}
