//! The way from a query to its answer.

use super::answer::{Answer, Coverage, Key, Row};
use super::cell::{Cell, gather, kind_of};
use super::refuse::Reason;
use super::rollup::{Resolved, count, resolve};
use super::select::Selection;
use super::spec::{By, Query};
use super::{against, comparable, derive, list, ratio, unreported};
use crate::calendar::{Period, PeriodKind};
use crate::diag::Diagnostic;
use crate::list::{Gather, in_order, insert_sorted, join_said};
use crate::model::{AreaTree, Dataset, Measure, Observation};

/// Answers a query.
///
/// Rows come in the order of their keys: areas by code, periods by time. Whatever does not add is
/// in [`Answer::refused`], never in a row.
///
/// ```
/// # use hamyar::ingest::{Descriptor, Files, Resource, read_package};
/// #
/// # let tables = [
/// #     ("units", "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\n"),
/// #     ("measures", "id,name_fa,name_en,unit,kind,area_rule,time_rule\njobs,شغل,Jobs,person,flow,sum,sum\n"),
/// #     ("areas", "id,code,division,level,parent,name_fa,name_en\nIR@1395,IR,1395,country,,ایران,Iran\n24@1395,24,1395,province,IR@1395,اردبیل,Ardabil\n"),
/// #     ("sources", "id,kind,title_fa,title_en\nS4,press,خبر,News\n"),
/// #     ("observations", "id,measure,area,period,scenario,value,unit,source\nO1,jobs,24@1395,1400,actual,900,person,S4\n"),
/// # ];
/// # let path = |name: &str| format!("{name}.csv");
/// # let resource = |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
/// # let resources = tables.iter().map(|(name, _)| resource(name)).collect();
/// # let files: Files =
/// #     tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
/// # let package = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
/// # let dataset = package.value.dataset;
/// use hamyar::model::MeasureId;
/// use hamyar::query::{By, Query, run};
///
/// let query = Query { measure: MeasureId::new("jobs"), by: vec![By::Area], ..Query::default() };
/// let answer = run(&dataset, &query);
/// assert_eq!(answer.rows[0].figure.value().unwrap().to_string(), "900");
/// assert_eq!(answer.rows[0].evidence[0].as_str(), "O1");
///
/// let unknown = run(&dataset, &Query { measure: MeasureId::new("loans"), ..Query::default() });
/// assert_eq!(unknown.refused[0].code, "query/unknown-measure");
/// ```
pub fn run(dataset: &Dataset, query: &Query) -> Answer {
    if let Some(clear) = super::indicator::made_clear(query) {
        return run(dataset, &clear);
    }
    #[cfg(feature = "complete")]
    if computes_of_named_figures(query) {
        return refused(Reason::AsStated, query.measure.as_str());
    }
    if query.as_known.is_some() {
        return refused(Reason::AsKnown, query.measure.as_str());
    }
    if !query.also.is_empty() {
        return several(dataset, query);
    }
    let selection = match Selection::new(dataset, query) {
        Ok(selection) => selection,
        Err(unknown) => return refused(unknown.reason, &unknown.name),
    };
    if !query.pairs.is_empty() || !query.filter.observations.is_empty() {
        let mut answer = list::named(dataset, query);
        // Each pair has an axis of its own.
        if query.pairs.is_empty() {
            comparable::check(dataset, query, &mut answer);
        }
        return answer;
    }
    let Some(measure) = dataset.measures.get(&query.measure) else {
        return refused(Reason::UnknownMeasure, query.measure.as_str());
    };
    if query.by.contains(&By::Observation) {
        let mut answer = list::each(&selection, measure);
        comparable::check(dataset, query, &mut answer);
        return answer;
    }
    let mut answer = match &measure.formula {
        Some(formula) => ratio::rows(&selection, measure, formula),
        None => rows(&selection, measure),
    };
    if let Some(every) = query.every {
        answer.refused.extend(longer(&selection, measure, kind_of(every)));
    }
    comparable::check(dataset, query, &mut answer);
    if query.unreported {
        unreported::fill(&selection, measure, &mut answer);
    }
    answer.rows =
        in_order(std::mem::take(&mut answer.rows), |left, right| left.key.cmp(&right.key));
    derive::apply(&selection, measure, &mut answer);
    against::fill(&selection, measure, &mut answer);
    answer.coverage = overall(&selection, &answer);
    answer
}

/// One question of several measures, whose figures must have a unit in common.
fn several(dataset: &Dataset, query: &Query) -> Answer {
    let mut answer = Answer::default();
    for measure in std::iter::once(&query.measure).chain(&query.also) {
        let one = Query { measure: measure.clone(), also: Vec::new(), ..query.clone() };
        let one = run(dataset, &one);
        answer.rows.extend(one.rows);
        answer.refused.extend(one.refused);
        answer.coverage.reported += one.coverage.reported;
        answer.coverage.expected += one.coverage.expected;
    }
    comparable::check(dataset, query, &mut answer);
    answer
}

fn refused(reason: Reason, about: &str) -> Answer {
    Answer { refused: vec![reason.diagnostic(about)], ..Answer::default() }
}

/// Names the periods that fit into none of the kind that is asked for, as a year in no half of one: their
/// figures are in no row.
fn longer(selection: &Selection<'_>, measure: &Measure, kind: PeriodKind) -> Vec<Diagnostic> {
    let stated = measure.formula.as_ref().map_or(&measure.id, |formula| &formula.numerator);
    let Some(stated) = selection.dataset.measures.get(stated) else { return Vec::new() };
    let mut periods: Vec<Period> = Vec::new();
    for period in selection.observations(&stated.id).into_iter().filter_map(|one| one.period) {
        if period.enclosing(kind).is_none() {
            insert_sorted(&mut periods, period);
        }
    }
    let told = |period: Period| Key { period: Some(period), ..Key::default() };
    let refusal = |period| refusal(selection.dataset, Reason::Longer, &told(period));
    periods.into_iter().map(refusal).gather()
}

/// Whether a question names figures, and asks for something to be made of them.
#[cfg(feature = "complete")]
fn computes_of_named_figures(query: &Query) -> bool {
    let names = !query.pairs.is_empty()
        || !query.filter.observations.is_empty()
        || query.by.contains(&By::Observation);
    let computes = query.derive.is_some()
        || query.every.is_some()
        || !query.against.is_empty()
        || query.unreported;
    names && computes
}

/// The rows of a measure that is stated, not computed.
fn rows<'a>(selection: &Selection<'a>, measure: &'a Measure) -> Answer {
    let mut answer = Answer::default();
    for (key, resolved) in resolved(selection, measure) {
        match resolved {
            Ok(resolved) => answer.rows.push(row(measure, key, resolved)),
            Err(reason) => answer.refused.push(refusal(selection.dataset, reason, &key)),
        }
    }
    answer
}

/// Every cell of a measure, resolved or refused, in the order of keys.
pub(super) fn resolved<'a>(
    selection: &Selection<'a>,
    measure: &'a Measure,
) -> Vec<(Key, Result<Resolved<'a>, Reason>)> {
    let cells = gather(selection, selection.observations(&measure.id).into_iter());
    let resolve = |cell: Cell<'a>| resolve(selection, measure, &cell);
    cells.into_iter().map(|(key, cell)| (key, resolve(cell))).gather()
}

pub(super) fn row(measure: &Measure, key: Key, resolved: Resolved<'_>) -> Row {
    Row {
        key: with_common(key, &resolved.used),
        measure: measure.id.clone(),
        figure: resolved.figure,
        unit: measure.unit.clone(),
        coverage: resolved.coverage,
        working: resolved.working,
        evidence: resolved.used.iter().map(|one| one.id.clone()).gather(),
        references: Vec::new(),
        rank: None,
    }
}

/// Fills the fields that do not tell rows apart, where all figures of the row agree on them.
pub(super) fn with_common(mut key: Key, used: &[&Observation]) -> Key {
    fn common<T: PartialEq + Clone>(
        used: &[&Observation],
        field: impl Fn(&Observation) -> Option<T>,
    ) -> Option<T> {
        let first = field(used.first()?)?;
        used.iter().all(|one| field(one).as_ref() == Some(&first)).then_some(first)
    }
    key.period = key.period.or_else(|| common(used, |one| one.period));
    key.scenario = key.scenario.or_else(|| common(used, |one| one.scenario));
    key.stage = key.stage.or_else(|| common(used, |one| one.stage));
    key.action_status = key.action_status.or_else(|| common(used, |one| one.action_status));
    key.programme = key.programme.or_else(|| common(used, |one| one.programme.clone()));
    key.source = key.source.or_else(|| common(used, |one| Some(one.source.clone())));
    let dimensions = common(used, |one| Some(one.dimensions.clone()));
    key.dimensions = dimensions.unwrap_or(key.dimensions);
    // The words of codes are what a row of them is called.
    if !key.dimensions.is_empty() {
        let words = |one: &Observation| Some((one.scope.fa.clone(), one.scope.en.clone()));
        key.scope = key.scope.or_else(|| common(used, words));
    }
    key
}

/// A refusal that names its cell.
pub(super) fn refusal(dataset: &Dataset, reason: Reason, key: &Key) -> Diagnostic {
    let area = key.area.as_ref().and_then(|id| dataset.areas.get(id));
    let (period_fa, period_en) = key.period.map(|period| period.labels()).unwrap_or_default();
    let (fa, en) = area.map_or(("", ""), |area| (&area.name.fa, &area.name.en));
    let (scope_fa, scope_en) = key.scope.as_ref().map_or(("", ""), |(fa, en)| (fa, en));
    let fa = join_said(&[scope_fa, fa, &period_fa], "، ");
    let en = join_said(&[scope_en, en, &period_en], ", ");
    reason.about(&fa, &en)
}

/// Rows with a value, of the rows that could have one; the row for what could not be placed is no area.
pub(super) fn overall(selection: &Selection<'_>, answer: &Answer) -> Coverage {
    let is_reported = |row: &&Row| {
        let area = row.key.area.as_ref();
        row.figure.value().is_some() && !area.is_some_and(AreaTree::names_what_is_not_placed)
    };
    let with_value = answer.rows.iter().filter(is_reported).count();
    if let [only] = answer.rows.as_slice()
        && !selection.query.by.contains(&By::Area)
        && !selection.query.by.contains(&By::Period)
    {
        return only.coverage;
    }
    let reported = count(with_value);
    let expected = unreported::expected(selection, answer).max(reported);
    Coverage { reported, expected }
}
