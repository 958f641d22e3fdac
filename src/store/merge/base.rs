//! Two copies that tell nothing of what their figures were before, beside the data set that both were made of.

use std::collections::BTreeSet;

use crate::model::{Content, Dataset, ObservationId, Revision};

/// Gives each copy what the other alone changed since `base`, as if it had been told: where one says what the base
/// says, and tells no change of its own, what the other says is the edit. What both changed stays, for a person
/// to decide; so does a figure on which either left several contents open.
///
/// ```
/// use hamyar::model::Dataset;
/// use hamyar::store::take_edits_since;
/// let [base, mut one, mut other] = [(); 3].map(|()| Dataset::default());
/// take_edits_since(&base, &mut one, &mut other);
/// assert!(one.observations.is_empty() && other.observations.is_empty());
/// ```
pub fn take_edits_since(base: &Dataset, one: &mut Dataset, other: &mut Dataset) {
    let sides = [base, &*one, &*other];
    let ids = sides.iter().flat_map(|data| data.observations.keys().cloned());
    for id in ids.collect::<BTreeSet<ObservationId>>() {
        let [was, ours, theirs] = [base, &*one, &*other].map(|data| content(data, &id));
        if ours == theirs || [&*one, &*other].iter().any(|data| is_open(data, &id)) {
            continue;
        }
        if ours == was && is_as_old(base, one, &id) {
            put(one, &id, theirs);
        } else if theirs == was && is_as_old(base, other, &id) {
            put(other, &id, ours);
        }
    }
}

fn content(data: &Dataset, id: &ObservationId) -> Content {
    data.observations.get(id).cloned()
}

fn is_open(data: &Dataset, id: &ObservationId) -> bool {
    data.lines.iter().any(|line| line.observation == *id)
}

/// Whether a copy tells no change that the base does not: what was changed and put back is no figure of old.
fn is_as_old(base: &Dataset, copy: &Dataset, id: &ObservationId) -> bool {
    let [known, told] = [base, copy].map(|data| {
        let own = data.revisions.iter().filter(|one| one.observation == *id);
        own.collect::<Vec<&Revision>>()
    });
    told.iter().all(|one| known.contains(one))
}

fn put(data: &mut Dataset, id: &ObservationId, content: Content) {
    match content {
        Some(one) => drop(data.observations.insert(id.clone(), one)),
        None => drop(data.observations.remove(id)),
    }
}
