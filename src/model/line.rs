//! How a figure came to what stands of it, where copies of a data set changed it apart.

use std::cmp::Ordering;

use super::dataset::Dataset;
use super::id::ObservationId;
use super::observation::Observation;

/// What may stand of a figure: the figure, or nothing after it was withdrawn.
pub type Content = Option<Observation>;

/// What one figure was in one copy or another, one content after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The figure.
    pub observation: ObservationId,
    /// What stood there before; no content twice in a row, nor the last of them equal to `end`.
    pub past: Vec<Content>,
    /// What stands there.
    pub end: Content,
}

/// A figure that was changed apart, and that nobody has decided on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The figure.
    pub id: ObservationId,
    /// All that stands of it: first what the data set says, then the others in a fixed order.
    pub contents: Vec<Content>,
}

impl Line {
    /// A line of contents in their order; what follows its like is the same content.
    pub fn new(
        observation: ObservationId,
        past: impl IntoIterator<Item = Content>,
        end: Content,
    ) -> Self {
        let mut past: Vec<Content> = past.into_iter().collect();
        past.dedup();
        if past.last() == Some(&end) {
            past.pop();
        }
        Self { observation, past, end }
    }

    /// Which changes of the figure are of this line; of each is given what stood there before it.
    /// Changes that two copies tell alike are both of it.
    pub fn takes(&self, before: &[&Content]) -> Vec<bool> {
        let mut reached = 0_usize;
        let mut is_taken = |content: &Content| {
            let is_next = self.past.get(reached) == Some(content);
            reached += usize::from(is_next);
            is_next || reached.checked_sub(1).and_then(|last| self.past.get(last)) == Some(content)
        };
        before.iter().map(|content| is_taken(content)).collect()
    }
}

impl PartialOrd for Line {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Figure by figure, and of one figure by what stands of it.
impl Ord for Line {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |line: &Self| (line.observation.clone(), line.end.clone());
        key(self).cmp(&key(other)).then_with(|| self.past.cmp(&other.past))
    }
}

/// Every figure that was changed apart and is not decided, in the order of ids.
pub fn clashes(dataset: &Dataset) -> Vec<Clash> {
    let mut found: Vec<Clash> = Vec::new();
    for line in &dataset.lines {
        if found.last().is_none_or(|clash| clash.id != line.observation) {
            let stands = dataset.observations.get(&line.observation).cloned();
            found.push(Clash { id: line.observation.clone(), contents: vec![stands] });
        }
        if let Some(clash) = found.last_mut().filter(|clash| !clash.contents.contains(&line.end)) {
            clash.contents.push(line.end.clone());
        }
    }
    found.retain(|clash| clash.contents.len() > 1);
    found
}

/// Leaves of each figure only what the data set says of it, and how it came to that: what another copy says,
/// and nobody has decided on, is not for the public, and no step to what stands.
pub(super) fn keep_standing(dataset: &mut Dataset) {
    let lines = std::mem::take(&mut dataset.lines);
    let mut strange: Vec<usize> = Vec::new();
    for own in lines.chunk_by(|one, next| one.observation == next.observation) {
        strange.extend(strange_changes(dataset, own));
    }
    let mut place = 0_usize;
    dataset.revisions.retain(|_| {
        place += 1;
        !strange.contains(&(place - 1))
    });
}

/// The places of the changes of a figure that no line to what stands of it takes; `own` are its lines.
fn strange_changes(dataset: &Dataset, own: &[Line]) -> Vec<usize> {
    let Some(Line { observation, .. }) = own.first() else { return Vec::new() };
    let changes = dataset.revisions.iter().enumerate();
    let (places, before): (Vec<usize>, Vec<&Content>) = changes
        .filter(|(_, one)| one.observation == *observation)
        .map(|(place, one)| (place, &one.before))
        .unzip();
    let stands = dataset.observations.get(observation).cloned();
    let to_it = own.iter().filter(|line| line.end == stands);
    let taken: Vec<Vec<bool>> = to_it.map(|line| line.takes(&before)).collect();
    let is_taken = |nth: usize| taken.iter().any(|line| line.get(nth) == Some(&true));
    places.into_iter().enumerate().filter(|(nth, _)| !is_taken(*nth)).map(|(_, at)| at).collect()
}
