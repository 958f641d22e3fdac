//! V1 and V2 of one table: what a document tells of areas below an area, or of periods within a period,
//! adds up to what it tells of the whole; where only some of them are told, they are not more than it.

use std::cmp::Ordering;

use super::sums::{Family, Parts, judge};
use crate::calendar::{Day, Period};
use crate::check::Report;
use crate::check::index::Index;
use crate::list::{Gather, in_order};
use crate::model::{
    ActionStatus, AreaId, AreaRule, Dataset, Dimensions, MeasureKind, Observation, Place,
    ProgrammeId, Scenario, SourceId, SourceKind, Stage, TimeRule,
};
use crate::number::Decimal;

pub(super) fn check(index: &Index<'_>, report: &mut Report) {
    let above = index.dataset.areas.iter().filter_map(|area| area.parent.as_ref()).gather();
    let parents = in_order(above, |left, right| left.cmp(right));
    for (id, figures) in index.measures() {
        let Some(measure) = index.dataset.measures.get(id) else { continue };
        let of = (measure, only_rises(measure.kind, figures));
        if measure.area_rule == AreaRule::Sum {
            let told = told(index, figures, Parts::Areas);
            for table in told.chunk_by(|one, other| one.is_of(Parts::Areas, other)) {
                let families = by_area(index.dataset, &parents, table);
                judge(index.dataset, Parts::Areas, of, &families, report);
            }
        }
        if measure.time_rule == TimeRule::Sum {
            let (told, mut families) = (told(index, figures, Parts::Periods), Vec::new());
            for table in told.chunk_by(|one, other| one.is_of(Parts::Periods, other)) {
                by_period(table, &mut families);
            }
            judge(index.dataset, Parts::Periods, of, &families, report);
        }
    }
}

/// Whether a sum can only rise with each part that is not told yet: what is counted is not below nought.
fn only_rises(kind: MeasureKind, figures: &[&Observation]) -> bool {
    let is_negative = |one: &&Observation| one.figure.value().is_some_and(Decimal::is_negative);
    matches!(kind, MeasureKind::Stock | MeasureKind::Flow) && !figures.iter().any(is_negative)
}

/// A figure beside what it is put in order by, its place and its document as numbers in the order of their
/// names: half a million figures are too many to look into each, and at its names, twenty times.
#[derive(Clone, Copy)]
struct Told<'a> {
    one: &'a Observation,
    place: usize,
    document: usize,
    scenario: Option<Scenario>,
    period: Option<Period>,
    stage: Option<Stage>,
    action_status: Option<ActionStatus>,
}

impl Told<'_> {
    /// What the figures of one table have in common: everything but the place, or but the period.
    const fn table(&self, of: Parts) -> impl Ord + use<> {
        let (place, period) = match of {
            Parts::Areas => (None, self.period),
            Parts::Periods => (Some(self.place), None),
        };
        (self.document, self.scenario, period, self.stage, self.action_status, place)
    }

    fn is_of(&self, of: Parts, other: &Self) -> bool {
        self.table(of) == other.table(of)
    }
}

/// Source, programme and whom the figures are of.
fn document(one: &Observation) -> (&SourceId, Option<&ProgrammeId>, (&str, &Dimensions)) {
    (&one.source, one.programme.as_ref(), (&one.scope.fa, &one.dimensions))
}

/// The first figure of each place and period, table by table. One that says of which whole it is a part is
/// judged beside that; a survey is one table whatever it says.
fn told<'a>(index: &Index<'a>, figures: &[&'a Observation], of: Parts) -> Vec<Told<'a>> {
    let is_told = |one: &&&Observation| {
        let source = index.dataset.sources.get(&one.source);
        let is_survey = source.is_some_and(|source| source.kind == SourceKind::Census);
        let is_whole = is_survey || one.part_of.is_none();
        is_whole && one.period.is_some() && one.figure.interval().is_some()
    };
    let told = numbered(&figures.iter().filter(is_told).copied().gather());
    let rest = |one: &Told<'_>| (one.place, one.period);
    let mut told = in_order(told, |left, right| {
        left.table(of).cmp(&right.table(of)).then_with(|| rest(left).cmp(&rest(right)))
    });
    told.dedup_by(|one, other| one.is_of(of, other) && rest(one) == rest(other));
    told
}

/// The numbers of figures that are in the order of their places.
fn numbered<'a>(figures: &[&'a Observation]) -> Vec<Told<'a>> {
    let runs = || figures.chunk_by(|one, other| document(one) == document(other));
    let firsts = runs().filter_map(|run| run.first().copied()).map(document).gather();
    let mut documents = in_order(firsts, Ord::cmp);
    documents.dedup();
    let (mut told, mut place) = (Vec::new(), 0);
    let mut before: Option<&Place> = None;
    for run in runs() {
        let number = run
            .first()
            .map_or(0, |one| documents.binary_search(&document(one)).unwrap_or_default());
        for one in run {
            place += usize::from(before.is_some_and(|before| before != &one.place));
            before = Some(&one.place);
            let Observation { scenario, period, stage, action_status, .. } = **one;
            told.push(Told {
                one,
                place,
                document: number,
                scenario,
                period,
                stage,
                action_status,
            });
        }
    }
    told
}

const fn area(one: &Observation) -> Option<&AreaId> {
    match &one.place {
        Place::Area(id) => Some(id),
        Place::Group(_) | Place::Unplaced => None,
    }
}

/// Each figure of a table, in the order of places, with those of areas below its own, and none of those
/// below these. `parents` names the area above each area.
fn by_area<'a>(dataset: &Dataset, parents: &[&AreaId], table: &[Told<'a>]) -> Vec<Family<'a>> {
    let mut families = table.iter().map(|whole| Family::of(whole.one)).gather();
    for part in table {
        let Some(own) = area(part.one) else { continue };
        for (steps, above) in dataset.areas.lineage(own).skip(1).enumerate() {
            let place = table.binary_search_by(|one| match area(one.one) {
                Some(area) => area.cmp(&above.id),
                // Groups, and what has no place, stand behind all areas.
                None => Ordering::Greater,
            });
            if let Some(family) = place.ok().and_then(|place| families.get_mut(place)) {
                family.parts.push(part.one);
                family.is_whole &= steps == 0;
                break;
            }
        }
    }
    for family in &mut families {
        let Some(top) = area(family.whole) else { continue };
        let count =
            parents.partition_point(|one| *one <= top) - parents.partition_point(|one| *one < top);
        family.is_whole &= family.parts.len() == count;
    }
    families
}

/// A figure with the first day of its period and the day after its last. When a period without an end ended, or
/// began, nobody says: two of them may have done so on different days.
#[derive(Clone, Copy)]
struct Span<'a> {
    one: &'a Observation,
    start: Day,
    end: Day,
}

impl<'a> Span<'a> {
    fn of(told: &Told<'a>) -> Option<Self> {
        let period = told.period?;
        Some(Self { one: told.one, start: period.start()?, end: period.end()? })
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}

/// Each period with those inside it that have a figure, and none of those inside these. Where some of them
/// have a day in common, as nine months and the second half have, each is judged by itself.
fn by_period<'a>(table: &[Told<'a>], families: &mut Vec<Family<'a>>) {
    // What lies in a period follows its first day, the longer first.
    let spans = in_order(table.iter().filter_map(Span::of).gather(), |left, right| {
        (left.start, right.end).cmp(&(right.start, left.end))
    });
    for whole in table.iter().filter_map(Span::of) {
        let parts = outermost(&spans, &whole);
        let family = || Family::of(whole.one);
        if has_common_days(&parts) {
            for part in parts {
                families.push(Family { parts: vec![part.one], is_whole: false, ..family() });
            }
        } else {
            let days = parts.iter().map(|part| part.start.until(part.end)).sum::<i32>();
            let is_whole = days == whole.start.until(whole.end);
            let parts = parts.iter().map(|part| part.one).gather();
            families.push(Family { parts, is_whole, ..family() });
        }
    }
}

/// Those within a period that are in no other of those within it; `spans` are in the order of first days, the
/// longer first.
fn outermost<'a>(spans: &[Span<'a>], whole: &Span<'_>) -> Vec<Span<'a>> {
    let first = spans.partition_point(|span| span.start < whole.start);
    let begun = spans.iter().skip(first).take_while(|span| span.start < whole.end);
    let mut parts: Vec<Span<'a>> = Vec::new();
    for span in begun.filter(|span| span.end <= whole.end && !span.is_same(whole)) {
        // Each of those before begins no later, and the last that was taken ends last.
        if parts.last().is_none_or(|last| last.end < span.end || last.is_same(span)) {
            parts.push(*span);
        }
    }
    parts
}

/// Whether any two have a day in common, of which none is in another.
fn has_common_days(parts: &[Span<'_>]) -> bool {
    parts.windows(2).any(|pair| matches!(pair, [one, next] if next.start < one.end))
}
