//! What a chart says in words, written from its data.

use super::bounds::extreme;
use super::prepared::{Datum, Prepared};
use super::scene::Description;
use super::view::MarkKind;
use super::words::{put, words};
use crate::list::{Gather, in_order, join, join_said};
use crate::model::{Level, Qualifier};
use crate::text::{Lang, plain_integer};

/// Most figures that a description tells one by one.
const SINGLES: usize = 14;

/// The description in three lengths.
pub(super) fn describe(prepared: &Prepared<'_>, lang: Lang) -> Description {
    let words = words(lang);
    let mark = prepared.mark;
    let has_counties = prepared.data.iter().any(|datum| datum.level == Some(Level::County));
    let kind = match mark {
        MarkKind::Bar if !prepared.piles.is_empty() => words.kind_stack,
        MarkKind::Bar => words.kind_bar,
        MarkKind::Line => words.kind_line,
        MarkKind::Area => words.kind_area,
        MarkKind::Slope => words.kind_slope,
        MarkKind::PlannedActual => words.kind_pair,
        MarkKind::Dot => words.kind_dot,
        MarkKind::TileMap if has_counties => words.kind_county_map,
        MarkKind::TileMap => words.kind_map,
        MarkKind::HeatMap => words.kind_heat,
        MarkKind::Timeline => words.kind_timeline,
        MarkKind::Map => words.kind_outlines,
        MarkKind::Scatter => words.kind_scatter,
        MarkKind::Waterfall => words.kind_waterfall,
        MarkKind::Funnel => words.kind_funnel,
        MarkKind::Distribution => words.kind_distribution,
    };
    let data = &prepared.data;
    let reported: Vec<&Datum<'_>> = data.iter().filter(|datum| datum.exact.is_some()).gather();
    let opening = format!("{kind}{}{}{}", words.colon, prepared.subtitle, words.stop);
    // Words of its own tell a row apart from the others; so does another kind of period or base.
    let one_by_one = mark == MarkKind::PlannedActual
        || data.iter().any(|datum| !datum.note.is_empty())
        || prepared.base_change.is_some()
        || !joined(data, mark)
        // A release that names a few provinces may name only the lowest of all.
        || !mark.is_over_time() && reported.len() < data.len() && reported.len() <= SINGLES;
    let content =
        if one_by_one { singles(&reported, lang) } else { content(mark, data, &reported, lang) };
    let mut long = vec![opening.clone()];
    if !reported.is_empty() {
        long.push(put(words.counted, &[&number(reported.len(), lang)]));
    }
    long.extend(content.iter().cloned());
    long.extend(prepared.base_change.iter().map(|change| change.text.clone()));
    long.extend(limits(data, lang));
    if !prepared.coverage.is_empty() {
        long.push(format!("{}{}", prepared.coverage, words.stop));
    }
    if !prepared.sources.is_empty() {
        let names: Vec<&str> = prepared.sources.iter().map(|line| line.text.as_str()).gather();
        long.push(put(words.sources, &[&join(&names, words.comma)]));
    }
    let first = content.first().cloned().unwrap_or_default();
    let short = join_said(&[&opening, &first], " ");
    Description { brief: opening, short, long: join(&long, " ") }
}

fn number(count: usize, lang: Lang) -> String {
    plain_integer(i64::try_from(count).unwrap_or_default(), lang)
}

/// Whether the figures are of one measure, and the periods of each series of one kind and, on a
/// time axis, one after the other. Only then may a sentence tell a trend or extremes.
fn joined(data: &[Datum<'_>], mark: MarkKind) -> bool {
    data.iter().zip(data.iter().skip(1)).all(|(one, next)| match (&one.period, &next.period) {
        _ if one.subject() != next.subject() => false,
        (Some(first), Some(second)) if one.series == next.series => {
            first.kind() == second.kind()
                && (!mark.is_over_time() || first == second || first.is_adjacent_to(second))
        }
        _ => true,
    })
}

fn name(datum: &Datum<'_>) -> String {
    if datum.name.is_empty() { datum.words().tip.heading.clone() } else { datum.name.clone() }
}

/// Each figure by itself.
fn singles(reported: &[&Datum<'_>], lang: Lang) -> Vec<String> {
    let words = words(lang);
    let line = |(index, datum): (usize, &&Datum<'_>)| {
        let heading =
            Some(&datum.words().tip.heading).filter(|heading| !heading.is_empty()).cloned();
        let heading = heading.unwrap_or_else(|| name(datum));
        // The caveat of a pair is told once, after its second figure.
        let again =
            index % 2 == 0 && reported.get(index + 1).is_some_and(|next| next.note == datum.note);
        let note = if again { "" } else { &datum.note };
        let full = [datum.full(), &datum.form_word, &datum.comparison, note];
        let full = join_said(&full, words.comma);
        put(words.single, &[&heading, full.trim_end_matches('.')])
    };
    reported.iter().enumerate().take(SINGLES).map(line).gather()
}

/// Extremes, as far as they are sure, and over time also where it started and ended.
fn content(mark: MarkKind, data: &[Datum<'_>], reported: &[&Datum<'_>], lang: Lang) -> Vec<String> {
    let when =
        |datum: &Datum<'_>| datum.period.map_or_else(|| name(datum), |period| period.label(lang));
    if reported.len() <= 2 {
        return singles(reported, lang);
    }
    let has_lines =
        data.iter().zip(data.iter().skip(1)).any(|(one, next)| one.series != next.series);
    let label = |datum: &Datum<'_>| match (mark.is_over_time(), has_lines) {
        (true, true) => join_said(&[&datum.series, &when(datum)], words(lang).comma),
        (true, false) => when(datum),
        (false, _) => name(datum),
    };
    let mut lines = Vec::new();
    if let Some(told) = extremes(data, &label, lang) {
        lines.push(told);
    }
    if mark.is_over_time() {
        lines.extend(trends(reported, &when, lang));
    }
    // Where bounds leave open which is the highest, each figure speaks for itself.
    if lines.is_empty() { singles(reported, lang) } else { lines }
}

/// From what to what each line went; of more than a description has room for, nothing.
fn trends(reported: &[&Datum<'_>], when: &dyn Fn(&Datum<'_>) -> String, lang: Lang) -> Vec<String> {
    let words = words(lang);
    let mut lines: Vec<(&str, &Datum<'_>, &Datum<'_>)> = Vec::new();
    for datum in in_order(reported.to_vec(), |one, other| one.period.cmp(&other.period)) {
        match lines.iter_mut().find(|(name, ..)| *name == datum.series) {
            Some((.., last)) => *last = datum,
            None => lines.push((&datum.series, datum, datum)),
        }
    }
    let is_one = lines.len() == 1;
    lines.retain(|(_, first, last)| first.period != last.period);
    if lines.len() > SINGLES {
        return Vec::new();
    }
    let told = |(name, first, last): &(&str, &Datum<'_>, &Datum<'_>)| {
        let [from, to] = [when(first), when(last)];
        let ends = [name, first.full(), &from, last.full(), &to];
        match ends {
            [_, ends @ ..] if is_one => put(words.trend, &ends),
            ends => put(words.trend_of_line, &ends),
        }
    };
    lines.iter().map(told).gather()
}

/// The highest and the lowest, as far as they are sure; nothing where neither is.
fn extremes(
    data: &[Datum<'_>],
    label: &dyn Fn(&Datum<'_>) -> String,
    lang: Lang,
) -> Option<String> {
    let words = words(lang);
    let (max, min) = (extreme(data, true), extreme(data, false));
    let is_one = |max: &Datum<'_>, min: &Datum<'_>| {
        max.exact == min.exact && !max.is_bound() && !min.is_bound()
    };
    if let Some(max) = max.filter(|max| min.is_some_and(|min| is_one(max, min))) {
        // Of figures that are "about" the same number none need be equal to another.
        let is_about = |datum: &Datum<'_>| datum.qualifier == Some(Qualifier::About);
        return (!data.iter().any(is_about)).then(|| put(words.all_equal, &[max.full()]));
    }
    let told = |template, datum: &Datum<'_>| put(template, &[&label(datum), datum.full()]);
    let max = max.map(|max| told(words.highest, max)).unwrap_or_default();
    let min = min.map(|min| told(words.lowest, min)).unwrap_or_default();
    Some(join_said(&[&max, &min], " ")).filter(|line| !line.is_empty())
}

/// Gaps and bounds.
fn limits(data: &[Datum<'_>], lang: Lang) -> Vec<String> {
    let words = words(lang);
    let gaps = data.iter().filter(|datum| datum.exact.is_none()).count();
    let bounds = data
        .iter()
        .filter(|datum| datum.qualifier.is_some_and(|one| one != Qualifier::Exact))
        .count();
    let mut lines = Vec::new();
    if gaps > 0 {
        lines.push(put(words.gaps, &[&number(gaps, lang)]));
    }
    if bounds > 0 {
        lines.push(put(words.bounds, &[&number(bounds, lang)]));
    }
    lines
}
