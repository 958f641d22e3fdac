//! What of a data set a chart can be asked for: a page that shows one view need not fetch the figures of all others.

use std::collections::BTreeSet;

use super::downloads::WIDTHS;
use crate::chart::{Options, View, layout};
use crate::model::{Dataset, MeasureId, ObservationId, SourceId};
use crate::query::{Answer, run};
use crate::spec::Value;
use crate::text::Lang;

/// The data set with every figure of the measures that a view is made of, over all areas and times, so that a reader can narrow and compare it as
/// with the whole; areas, groups and codes stay as they are. A measure counts where the view names it, or a figure or a pair of it, and so does what it is
/// computed from, what it is weighed with, and what its figures are a part of.
pub fn needed(dataset: &Dataset, spec: &Value) -> Dataset {
    let mut words = BTreeSet::new();
    gather(spec, &mut words);
    let measures = measures(dataset, &words);
    let mut kept = dataset.clone();
    kept.measures.retain(|id, _| measures.contains(id));
    kept.observations.retain(|_, one| measures.contains(&one.measure));
    let Dataset { observations, comparisons, revisions, recounts, statements, .. } = &mut kept;
    let has = |id: &ObservationId| observations.contains_key(id);
    comparisons.retain(|pair| has(&pair.from) && has(&pair.to));
    revisions.retain(|one| {
        has(&one.observation)
            || one.before.as_ref().is_some_and(|before| measures.contains(&before.measure))
    });
    for recount in recounts {
        recount.figures.retain(|one| measures.contains(&one.measure));
    }
    statements.clear();
    let sources = sources(&kept);
    kept.sources.retain(|id, _| sources.contains(id));
    kept
}

/// Every text of a view.
fn gather<'a>(spec: &'a Value, words: &mut BTreeSet<&'a str>) {
    match spec {
        Value::Text(text) => {
            words.insert(text);
        }
        Value::List(items) => items.iter().for_each(|item| gather(item, words)),
        Value::Fields(fields) => fields.iter().for_each(|(_, value)| gather(value, words)),
        Value::Null | Value::Flag(_) | Value::Number(_) => {}
    }
}

/// The measures that words name, and all that those lean on.
fn measures(dataset: &Dataset, words: &BTreeSet<&str>) -> BTreeSet<MeasureId> {
    let is_named = |id: &str| words.contains(id);
    let pairs = dataset.comparisons.iter().filter(|pair| is_named(pair.id.as_str()));
    let paired: BTreeSet<&ObservationId> = pairs.flat_map(|pair| [&pair.from, &pair.to]).collect();
    let figures = dataset
        .observations
        .values()
        .filter(|one| is_named(one.id.as_str()) || paired.contains(&one.id));
    let named = dataset.measures.keys().filter(|id| is_named(id.as_str()));
    let mut open: Vec<MeasureId> = named.chain(figures.map(|one| &one.measure)).cloned().collect();
    let mut found = BTreeSet::new();
    while let Some(measure) = open.pop() {
        if found.insert(measure.clone()) {
            open.extend(leant_on(dataset, &measure));
        }
    }
    found
}

fn leant_on(dataset: &Dataset, measure: &MeasureId) -> Vec<MeasureId> {
    let mut found: Vec<MeasureId> = Vec::new();
    if let Some(known) = dataset.measures.get(measure) {
        found.extend(known.weight.clone());
        let formula = known.formula.iter();
        found.extend(formula.flat_map(|one| [one.numerator.clone(), one.denominator.clone()]));
    }
    let own = dataset.observations.values().filter(|one| one.measure == *measure);
    let wholes = own.filter_map(|one| dataset.observations.get(one.part_of.as_ref()?));
    found.extend(wholes.map(|one| one.measure.clone()));
    found
}

/// The documents that what is kept names.
fn sources(kept: &Dataset) -> BTreeSet<SourceId> {
    let past = kept.revisions.iter().filter_map(|one| one.before.as_ref());
    let recounted = kept.recounts.iter().flat_map(|one| &one.figures);
    let figures = kept.observations.values().chain(past).chain(recounted).map(|one| &one.source);
    let groups = kept.groups.values();
    let members = groups.clone().flat_map(|group| &group.members).map(|member| &member.source);
    let groups = groups.filter_map(|group| group.source.as_ref());
    let deadlines = kept.deadlines.iter().map(|deadline| &deadline.source);
    figures.chain(groups).chain(members).chain(deadlines).cloned().collect()
}

/// Whether a view is drawn of a part of the data as it is of all of them, for each width and language.
pub fn is_enough(view: &View, whole: &Dataset, part: &Dataset) -> bool {
    let [all, some] = [whole, part].map(|dataset| (dataset, run(dataset, &view.query)));
    let drawn = |(dataset, answer): &(&Dataset, Answer), lang, width| {
        layout(dataset, answer, view, &Options { width, lang, direction: None })
    };
    let same = |lang| {
        WIDTHS.into_iter().all(|width| drawn(&all, lang, width) == drawn(&some, lang, width))
    };
    same(Lang::Fa) && same(Lang::En)
}
