//! Order of rows, and how many of them a chart draws.

use std::cmp::Ordering;

use super::bounds::unplaced;
use super::facets::{PANELS, panels};
use super::prepared::{Datum, Prepared};
use super::view::{HAS_ALL, MarkKind, Sort, View};
use super::words::{put, words};
use crate::list::{Gather, in_order};
use crate::model::{Dataset, Level};
use crate::number::{Bound, Decimal, Interval};
use crate::query::{Coverage, Derive, Key, Row, Working, total};
use crate::text::{Lang, compare, plain_integer};

/// Most marks of one chart unless the view asks for more.
const MOST: usize = 60;

/// Orders rows. By value stand those that no bound leaves open; what may be more or less than
/// another row comes after them, by the number that is stated, and what has no value at the foot.
/// Also how many may be either. The rows of hidden series are left out.
pub(super) fn sorted<'a>(
    mut data: Vec<Datum<'a>>,
    sort: Sort,
    hidden: &[&String],
) -> (Vec<Datum<'a>>, usize) {
    let mut open = 0;
    if matches!(sort, Sort::Descending | Sort::Ascending) {
        for (datum, is_unplaced) in unplaced(&data).into_iter().enumerate() {
            if let Some(datum) = data.get_mut(datum) {
                datum.is_unplaced = is_unplaced;
            }
            open += usize::from(is_unplaced);
        }
    }
    let group = |datum: &Datum<'_>| (datum.exact.is_none(), datum.is_unplaced);
    let is_hidden = |datum: &Datum<'_>| hidden.contains(&&datum.series);
    let shown = data.iter().filter(|datum| !is_hidden(datum)).count();
    let mut data = in_order(data, |one, other| {
        is_hidden(one).cmp(&is_hidden(other)).then_with(|| match sort {
            Sort::Given => Ordering::Equal,
            Sort::Name => compare(&one.name, &other.name),
            Sort::Descending => group(one).cmp(&group(other)).then(by_value(other, one)),
            Sort::Ascending => group(one).cmp(&group(other)).then(by_value(one, other)),
        })
    });
    data.truncate(shown);
    (data, open)
}

/// By what is stated, and of one number by what is said of it: fewer than 100, at most 100, 100, at least 100, more
/// than 100.
fn by_value(one: &Datum<'_>, other: &Datum<'_>) -> Ordering {
    one.exact.cmp(&other.exact).then_with(|| one.span.map(ends).cmp(&other.span.map(ends)))
}

/// The upper and the lower end, so that they compare: which of them goes on, its value, and on which side of that
/// it lies.
fn ends(span: Interval) -> [(i8, Option<Decimal>, bool); 2] {
    [(1, span.high), (-1, span.low)].map(|(beyond, bound)| match bound {
        Bound::Open => (beyond, None, false),
        Bound::Reached(value) => (0, Some(value), beyond > 0),
        Bound::NotReached(value) => (0, Some(value), beyond < 0),
    })
}

/// Keeps a chart readable: what stands beyond its limit is drawn as one row where that is known, and is
/// in the table in any case.
pub(super) fn limit<'a>(
    prepared: &mut Prepared<'a>,
    view: &View,
    others: Option<Datum<'a>>,
    lang: Lang,
) -> Option<String> {
    // Small multiples have so many each, as far as they share a chart.
    let has_panels = HAS_ALL && panels(&prepared.data).len() > 1;
    let panels = if has_panels { PANELS } else { 1 };
    let most = most(view) * panels;
    let all = prepared.data.len();
    if all <= most || !is_limited(prepared.mark) {
        return None;
    }
    let mut kept = most;
    if HAS_ALL && !prepared.piles.is_empty() {
        kept = 0;
        let ends = prepared.piles.iter().map(|pile| pile.parts);
        let fits = ends.take_while(|parts| {
            let is_within = kept + parts <= most || kept == 0;
            kept += if is_within { *parts } else { 0 };
            is_within
        });
        let count = fits.count();
        prepared.piles.truncate(count);
    }
    prepared.rest = prepared.data.split_off(kept);
    if let Some(others) = others {
        prepared.has_others = true;
        prepared.data.push(others);
        return None;
    }
    let rest = i64::try_from(all - kept).unwrap_or_default();
    Some(put(words(lang).more_rows, &[&plain_integer(rest, lang)]))
}

/// All rows beyond the limit of a view as one, with its name; nothing where they do not add, or one of
/// them is not known.
pub(super) fn rest(
    dataset: &Dataset,
    rows: &[&Row],
    view: &View,
    lang: Lang,
) -> Option<(Row, String)> {
    let kept = most(view);
    let is_stated = matches!(view.query.derive, None | Some(Derive::Rank));
    if view.limit == 0 || rows.len() <= kept + 1 || !is_stated {
        return None;
    }
    let rest: Vec<Row> = rows.iter().skip(kept).map(|row| (*row).clone()).gather();
    let is_known = |row: &Row| row.figure.interval().is_some_and(|span| span.single().is_some());
    if !rest.iter().all(|row| is_known(row) && row.coverage.is_whole()) {
        return None;
    }
    let figure = total(dataset, &rest).ok()?;
    let first = rest.first()?;
    let name = match level(dataset, first) {
        own if rest.iter().any(|row| level(dataset, row) != own) => words(lang).rest_rows,
        Some(Level::County) => words(lang).rest_counties,
        Some(Level::Province) => words(lang).rest_provinces,
        _ => words(lang).rest_rows,
    };
    let count = i64::try_from(rest.len()).unwrap_or_default();
    let name = put(name, &[&plain_integer(count, lang)]);
    let same = |key: &Key| Key {
        period: key.period,
        scenario: key.scenario,
        stage: key.stage,
        ..Key::default()
    };
    let row = Row {
        key: same(&first.key),
        figure,
        coverage: Coverage { reported: rest.len() as u32, expected: rest.len() as u32 },
        working: Some(Working::Sum { parts: rest.len() as u32 }),
        evidence: rest.iter().flat_map(|row| row.evidence.clone()).gather(),
        references: Vec::new(),
        rank: None,
        ..first.clone()
    };
    Some((row, name))
}

fn level(dataset: &Dataset, row: &Row) -> Option<Level> {
    Some(dataset.areas.get(row.key.area.as_ref()?)?.level)
}

/// How many rows a view draws.
fn most(view: &View) -> usize {
    if view.limit == 0 { MOST } else { usize::from(view.limit) }
}

const fn is_limited(mark: MarkKind) -> bool {
    matches!(mark, MarkKind::Bar | MarkKind::PlannedActual | MarkKind::Dot)
}
