//! An answer as columns of text, for files and the command line.

use serde::Serialize;

use super::answer::{Answer, Coverage, Reference, Row};
use super::working::shown;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::list::{Gather, join};
use crate::model::{Dataset, Figure};

/// An answer as a table. Figures are decimal strings in the unit of their row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Columns {
    /// Names of the columns.
    pub columns: Vec<&'static str>,
    /// One list a row, as long as `columns`; empty text where nothing is said.
    pub rows: Vec<Vec<String>>,
    /// "x of y reported".
    pub coverage: Coverage,
    /// What was refused.
    pub refused: Vec<Refused>,
}

/// One refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// Stable code.
    pub code: &'static str,
    /// What and why.
    pub message: Bilingual,
    /// What to do.
    pub hint: Bilingual,
}

const NAMES: [&str; 21] = [
    "measure",
    "area",
    "group",
    "name_fa",
    "period",
    "scenario",
    "stage",
    "action_status",
    "programme",
    "source",
    "value",
    "qualifier",
    "upper",
    "missing",
    "unit",
    "reported",
    "expected",
    "rank",
    "working",
    "against",
    "evidence",
];

/// The table of an answer.
pub fn columns(dataset: &Dataset, answer: &Answer) -> Columns {
    Columns {
        columns: NAMES.to_vec(),
        rows: answer.rows.iter().map(|one| row(dataset, one)).gather(),
        coverage: answer.coverage,
        refused: answer
            .refused
            .iter()
            .map(|one| Refused {
                code: one.code,
                message: one.message.clone(),
                hint: one.hint.clone(),
            })
            .gather(),
    }
}

fn row(dataset: &Dataset, row: &Row) -> Vec<String> {
    let key = &row.key;
    let area = key.area.as_ref().and_then(|id| dataset.areas.get(id));
    let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
    let [value, qualifier, upper, missing] = figure(&row.figure);
    vec![
        row.measure.to_string(),
        text(key.area.as_ref().map(|id| id.as_str())),
        text(key.group.as_ref().map(|id| id.as_str())),
        text(area.map(|area| area.name.fa.as_str())),
        key.period.as_ref().map(Period::id).unwrap_or_default(),
        text(key.scenario.map(|one| one.code())),
        text(key.stage.map(|one| one.code())),
        text(key.action_status.map(|one| one.code())),
        text(key.programme.as_ref().map(|id| id.as_str())),
        text(key.source.as_ref().map(|id| id.as_str())),
        value,
        qualifier,
        upper,
        missing,
        row.unit.to_string(),
        row.coverage.reported.to_string(),
        row.coverage.expected.to_string(),
        row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
        row.working.as_ref().map(shown).unwrap_or_default(),
        join(&row.references.iter().map(against).gather(), " "),
        join(&row.evidence.iter().map(ToString::to_string).gather(), " "),
    ]
}

/// `01@1395=13.8`.
fn against(reference: &Reference) -> String {
    let [value, ..] = figure(&reference.figure);
    format!("{}={value}", reference.area)
}

/// Value, qualifier, upper end and kind of absence.
fn figure(figure: &Figure) -> [String; 4] {
    match figure {
        Figure::Value { value, qualifier, upper } => [
            value.to_string(),
            qualifier.code().to_owned(),
            upper.map(|upper| upper.to_string()).unwrap_or_default(),
            String::new(),
        ],
        Figure::Missing(missing) => {
            [String::new(), String::new(), String::new(), missing.code().to_owned()]
        }
    }
}
