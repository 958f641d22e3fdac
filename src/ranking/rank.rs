//! The list.

use super::candidate::{Candidate, checked};
use super::refuse::{Reason, id_as};
use super::score::{self, Entrant, Part, Score, Scored, missing};
use super::yardstick::Field;
use super::{Rules, Run, Ties};
use crate::diag::{Bilingual, Error, Result};
use crate::list::{Gather, in_order};
use crate::number::Decimal;

/// A ranking, best first; those without a rank follow, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Id of the rules.
    pub run: String,
    /// Every candidate once.
    pub rows: Vec<Row>,
}

/// One candidate in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Id of the candidate.
    pub id: String,
    /// Its display name.
    pub name: Bilingual,
    /// Where it stands, or why nowhere.
    pub outcome: Outcome,
    /// What each criterion gives it, in the order of the rules.
    pub parts: Vec<Part>,
}

/// Where a candidate stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has a rank.
    Ranked {
        /// From 1.
        rank: u32,
        /// The sum of its points before any of them is rounded.
        score: Score,
        /// Id of the highest cut-off that the score reaches.
        band: Option<String>,
        /// What the weights that count add up to; less than the total only where they are scaled up.
        base: Decimal,
    },
    /// It has none, for want of values.
    Unranked {
        /// Ids of the criteria without a value, in the order of the rules.
        missing: Vec<String>,
    },
}

/// Ranks candidates by the rules of a run, in whatever order they come.
///
/// Rows stand by score, and equal scores by the bytes of the candidates' ids; [`Ties`] says which
/// ranks equal scores have. Whoever has no rank sets no yardstick for the others.
///
/// # Errors
/// `ranking/duplicate-candidate`; `ranking/unknown-criterion` and `ranking/negative-value` (of stated
/// points and of shares) with the criterion as the column; `ranking/overflow` when 128 bits do not
/// hold a product. Nothing is ranked then.
///
/// # Example: 600 of "at least 600" is in
/// ```
/// use hamyar::diag::Bilingual;
/// use hamyar::number::Decimal;
/// use hamyar::ranking::{Candidate, Outcome, Run, card, rank};
///
/// let rules = serde_json::from_str(r#"{
///     "id": "festival", "total": "1000",
///     "criteria": [
///         {"id": "jury", "name": {"fa": "داوری", "en": "Jury"}, "weight": "300", "most": "60"},
///         {"id": "jobs", "name": {"fa": "شغل", "en": "Jobs"}, "weight": "700",
///          "normaliser": "share_of_max"}
///     ],
///     "cutOffs": [{"id": "national", "name": {"fa": "ملی", "en": "National"}, "atLeast": "600"}]
/// }"#).unwrap();
/// let run = Run::new(rules).unwrap();
/// let candidate = |id: &str, jury: i64, jobs: i64| {
///     let value = |id: &str, value| (id.to_owned(), Some(Decimal::from_int(value)));
///     Candidate::new(id, Bilingual::new(id, id), vec![value("jury", jury), value("jobs", jobs)])
/// };
/// let candidates = [candidate("a", 36, 48).unwrap(), candidate("b", 42, 80).unwrap()];
/// let ranking = rank(&run, &candidates).unwrap();
///
/// assert_eq!(ranking.rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
/// let next = &ranking.rows[1];
/// let Outcome::Ranked { rank: 2, score, band: Some(band), .. } = &next.outcome else { panic!() };
/// assert_eq!((score.rounded(), band.as_str()), (Decimal::from_int(600), "national"));
/// assert_eq!(card(&run, next)[1].en, "Jobs: 48 ÷ 80 × 700 = 420");
/// ```
pub fn rank(run: &Run, candidates: &[Candidate]) -> Result<Ranking> {
    let rules = run.rules();
    let (mut entrants, mut others) = (Vec::new(), Vec::new());
    for candidate in checked(rules, candidates)? {
        match score::base(rules, candidate).map_err(|_| overflow(candidate))? {
            Some(base) => entrants.push(Entrant { candidate, base }),
            None => others.push(unranked(rules, candidate)),
        }
    }
    let mut rows = ranked(rules, scored(rules, entrants)?);
    rows.extend(others);
    Ok(Ranking { run: rules.id.clone(), rows })
}

fn overflow(candidate: &Candidate) -> Error {
    Reason::Overflow.at("", id_as(candidate.id()))
}

/// Every entrant with its points, in the order of the list.
fn scored<'a>(rules: &Rules, entrants: Vec<Entrant<'a>>) -> Result<Vec<Scored<'a>>> {
    let values = |id: &str| entrants.iter().filter_map(|one| one.candidate.value(id)).gather();
    let criteria = rules.criteria.iter();
    let fields = criteria.map(|criterion| Field::of(criterion, values(&criterion.id))).gather();
    let mut scored = Vec::new();
    for entrant in entrants {
        let candidate = entrant.candidate;
        let one = score::score(rules, &fields, entrant).map_err(|_| overflow(candidate))?;
        scored.push(one);
    }
    Ok(in_order(scored, |left, right| {
        let by_id = || left.entrant.candidate.id().cmp(right.entrant.candidate.id());
        right.score.cmp(&left.score).then_with(by_id)
    }))
}

/// Rows of what stands in order.
fn ranked(rules: &Rules, scored: Vec<Scored<'_>>) -> Vec<Row> {
    let (mut rows, mut rank, mut above): (Vec<Row>, u32, Option<Score>) = (Vec::new(), 0, None);
    for (place, Scored { entrant, parts, score }) in (1_u32..).zip(scored) {
        if above.as_ref() != Some(&score) {
            rank = match rules.ties {
                Ties::Shared => place,
                Ties::Dense => rank + 1,
            };
        }
        above = Some(score.clone());
        let band = rules.cut_offs.iter().find(|cut_off| score.reaches(cut_off.at_least));
        let band = band.map(|cut_off| cut_off.id.clone());
        let outcome = Outcome::Ranked { rank, score, band, base: entrant.base };
        rows.push(row(entrant.candidate, outcome, parts));
    }
    rows
}

fn unranked(rules: &Rules, candidate: &Candidate) -> Row {
    let part =
        |id: &String| Part { criterion: id.clone(), value: candidate.value(id), counted: None };
    let parts = rules.criteria.iter().map(|criterion| part(&criterion.id)).gather();
    row(candidate, Outcome::Unranked { missing: missing(rules, candidate) }, parts)
}

fn row(candidate: &Candidate, outcome: Outcome, parts: Vec<Part>) -> Row {
    Row { id: candidate.id().to_owned(), name: candidate.name().clone(), outcome, parts }
}
