//! An answer as columns of text, for files and the command line.

use serde::Serialize;

use super::answer::{Answer, Coverage, Reference, Row, Working};
use super::arithmetic::growth;
use super::quotient::quotient;
use super::standing::Standing;
use super::working::{shown, term};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::list::{Gather, insert_sorted, join, join_said};
use crate::model::{Dataset, Dimension, Figure, ObservationId, Scenario, Status};
use crate::number::Decimal;

/// An answer as a table. Figures are decimal strings in the unit of their row, with every digit.
///
/// A dimension that some row has a code of has a column with the codes, behind `source`; their words stand in `scope`.
///
/// `status` names each status behind the row but the usual `confirmed`, the least settled first: `provisional`,
/// `estimated revised`. `scope` has the words that set its figures apart, in Persian and English.
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

const NAMES: [&str; 23] = [
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
    "status",
    "scope",
    "evidence",
];

/// How many columns stand before those of the dimensions that some row has a code of.
const BEFORE_CODES: usize = 10;

/// The table of an answer.
pub fn columns(dataset: &Dataset, answer: &Answer) -> Columns {
    columns_of(dataset, answer, |place| {
        answer.rows.get(place).map(|row| row.evidence.as_slice()).unwrap_or_default()
    })
}

/// The same where rows do not name their evidence: `behind` gives, by the place of a row, figures that stand as
/// all of its figures do.
pub(super) fn columns_of<'a>(
    dataset: &Dataset,
    answer: &Answer,
    behind: impl Fn(usize) -> &'a [ObservationId],
) -> Columns {
    let standing = Standing::new(dataset);
    let before = std::iter::once(None).chain(answer.rows.iter().map(Some));
    let mut codes: Vec<Dimension> = Vec::new();
    for (dimension, _) in answer.rows.iter().flat_map(|row| &row.key.dimensions) {
        insert_sorted(&mut codes, *dimension);
    }
    let mut names = NAMES.to_vec();
    names.splice(BEFORE_CODES..BEFORE_CODES, codes.iter().map(|one| one.code()));
    Columns {
        columns: names,
        rows: answer
            .rows
            .iter()
            .zip(before)
            .enumerate()
            .map(|(place, (one, before))| {
                let mut cells = row(dataset, one, before, stands(&standing, one, behind(place)));
                let codes = codes.iter().map(|dimension| code(one, *dimension));
                cells.splice(BEFORE_CODES..BEFORE_CODES, codes);
                cells
            })
            .gather(),
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

/// The cells of `status` and `scope`.
fn stands(standing: &Standing<'_>, row: &Row, behind: &[ObservationId]) -> [String; 2] {
    let statuses = standing.statuses(behind).into_iter().map(Status::code).gather();
    let scope = standing.scope(row, behind).unwrap_or_default();
    [join(&statuses, " "), join_said(&[&scope.fa, &scope.en], " / ")]
}

/// The code of a row in a dimension.
fn code(row: &Row, dimension: Dimension) -> String {
    let own = row.key.dimensions.iter().find(|(known, _)| *known == dimension);
    own.map(|(_, code)| code.clone()).unwrap_or_default()
}

fn row(
    dataset: &Dataset,
    row: &Row,
    before: Option<&Row>,
    [status, scope]: [String; 2],
) -> Vec<String> {
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
        working(row, before),
        join(&row.references.iter().map(against).gather(), " "),
        status,
        scope,
        join(&row.evidence.iter().map(ToString::to_string).gather(), " "),
    ]
}

/// The formula with the numbers filled in; of a pair, whose row shows the figure itself, also what it comes
/// to and what stands against what: a plan against a payment is no growth of payments.
fn working(row: &Row, before: Option<&Row>) -> String {
    let Some(working) = &row.working else { return String::new() };
    let result = match working {
        Working::Growth { from, to } if row.key.observation.is_some() => growth(from, to),
        Working::Share { part, whole } if row.key.observation.is_some() => {
            quotient(Decimal::from_int(100), part, whole)
        }
        _ => return shown(working),
    };
    let result = result.as_ref().map(term).unwrap_or_default();
    let words = |row: &Row| row.key.scenario.map_or("", Scenario::code);
    let told = format!("{} = {result}", shown(working));
    match before.map(words).zip(Some(words(row))) {
        Some((from, to)) if from != to && !from.is_empty() && !to.is_empty() => {
            format!("{told} ({to} against {from})")
        }
        _ => told,
    }
}

/// `01@1395=13.8`, `IR@1395=>100`, or `IR@1395=160[2/3]` where only two of three parts are reported.
fn against(reference: &Reference) -> String {
    let Coverage { reported, expected } = reference.coverage;
    let part = if reference.coverage.is_whole() {
        String::new()
    } else {
        format!("[{reported}/{expected}]")
    };
    format!("{}={}{part}", reference.area, term(&reference.figure))
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
