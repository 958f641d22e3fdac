//! A data set "in today's borders": figures of earlier lists moved into a later one.

use std::collections::BTreeMap;

use super::area::{AreaTree, Division};
use super::dataset::Dataset;
use super::figure::{Figure, Qualifier};
use super::id::{AreaId, MeasureId, ObservationId, ProgrammeId, SourceId};
use super::measure::AreaRule;
use super::observation::{ActionStatus, Observation, Place, Scenario, Stage};
use super::succession::{Succession, SuccessionKind};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::number::{Decimal, Overflow};

/// What moving came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Figures that stand whole in an area of the later list.
    pub whole: u32,
    /// Figures that were divided by share, and are therefore about so much.
    pub divided: u32,
    /// Figures of areas whose ground nobody has matched: they stand in a row of their own below the
    /// area above, never dropped.
    pub not_placed: u32,
}

/// Where a figure of an earlier list goes.
enum Target {
    /// An area of the later list, with percent, and whether that has the very same ground.
    Area(AreaId, Decimal, bool),
    /// No area of the later list: the row for such figures below this one.
    Below(AreaId),
}

/// Moves every figure of an earlier list into the areas of `division`.
///
/// An area goes where its successions say, or to the one that continues it. What is divided must add
/// up: a rate cannot be divided, and stands in no area. Totals of an area above stay what they were.
pub fn in_boundaries(dataset: &mut Dataset, division: Division) -> Moved {
    let mut moved = Moved::default();
    let mut placed = Placed::default();
    let mut rows: Vec<AreaId> = Vec::new();
    for one in dataset.observations.values() {
        let Some(area) = earlier_place(dataset, one, division) else {
            placed.observations.push(one.clone());
            continue;
        };
        let before = rows.len();
        let carried = carried(dataset, one, &successors(dataset, area, division), &mut rows);
        match carried.len() {
            _ if rows.len() > before => moved.not_placed += 1,
            0 | 1 => moved.whole += 1,
            _ => moved.divided += 1,
        }
        carried.into_iter().for_each(|one| placed.join(one));
    }
    rows.iter().for_each(|above| dataset.areas.add_not_placed(above));
    dataset.observations =
        placed.observations.into_iter().map(|one| (one.id.clone(), one)).collect();
    moved
}

/// The area of a figure, when it is of an earlier list.
fn earlier_place<'a>(
    dataset: &Dataset,
    one: &'a Observation,
    division: Division,
) -> Option<&'a AreaId> {
    let Place::Area(id) = &one.place else { return None };
    dataset.areas.get(id).filter(|area| area.division < division).map(|_| id)
}

fn successors(dataset: &Dataset, id: &AreaId, division: Division) -> Vec<Target> {
    let whole = Decimal::from_int(100);
    if dataset.areas.get(id).is_none_or(|area| area.division >= division) {
        return vec![Target::Area(id.clone(), whole, true)];
    }
    // Only steps into a later list are followed: a circle of them has no end.
    let list = |id: &AreaId| dataset.areas.get(id).map(|area| area.division);
    let is_later = |step: &&Succession| step.from == *id && list(&step.to) > list(id);
    let steps: Vec<&Succession> = dataset.successions.iter().filter(is_later).collect();
    if !steps.is_empty() {
        let beyond = |step: &&Succession| {
            let later = successors(dataset, &step.to, division);
            later.into_iter().map(|target| after(target, step)).collect::<Vec<Target>>()
        };
        return steps.iter().flat_map(beyond).collect();
    }
    let next = dataset
        .areas
        .iter()
        .filter(|area| Some(area.division) > list(id) && area.division <= division)
        .find(|area| area.continues.as_ref() == Some(id));
    match next {
        Some(next) => successors(dataset, &next.id, division),
        None => vec![Target::Below(above(dataset, id, division))],
    }
}

fn after(target: Target, step: &Succession) -> Target {
    match target {
        Target::Area(area, share, same_ground) => {
            let share = part(share, step.share).unwrap_or(share);
            let keeps_ground =
                matches!(step.kind, SuccessionKind::Rename | SuccessionKind::Transfer);
            let is_whole = step.share == Decimal::from_int(100);
            Target::Area(area, share, same_ground && keeps_ground && is_whole)
        }
        below => below,
    }
}

/// So many percent of a value.
fn part(value: Decimal, percent: Decimal) -> Result<Decimal, Overflow> {
    value.checked_mul(percent)?.scaled(-2).map(Decimal::trimmed)
}

/// The nearest area above that goes on in the later list; the area itself when none does.
fn above(dataset: &Dataset, id: &AreaId, division: Division) -> AreaId {
    let later = dataset.areas.lineage(id).skip(1).find_map(|area| {
        dataset
            .areas
            .by_code(&area.code, division)
            .filter(|later| goes_back_to(dataset, &later.id, &area.id))
    });
    later.map_or_else(|| id.clone(), |later| later.id.clone())
}

fn goes_back_to(dataset: &Dataset, later: &AreaId, earlier: &AreaId) -> bool {
    let mut at = Some(later);
    for _ in dataset.areas.divisions() {
        if at == Some(earlier) {
            return true;
        }
        at = at.and_then(|id| dataset.areas.get(id)).and_then(|area| area.continues.as_ref());
    }
    at == Some(earlier)
}

/// The figure in its new place, or its parts; `rows` gathers the areas that need a row for what
/// could not be placed.
fn carried(
    dataset: &Dataset,
    one: &Observation,
    targets: &[Target],
    rows: &mut Vec<AreaId>,
) -> Vec<Observation> {
    let mut below = |above: &AreaId| {
        rows.push(above.clone());
        vec![Observation { place: Place::Area(AreaTree::not_placed_in(above)), ..one.clone() }]
    };
    match targets {
        [] => return vec![one.clone()],
        [Target::Area(area, _, true)] => {
            return vec![Observation { place: Place::Area(area.clone()), ..one.clone() }];
        }
        [Target::Below(above), ..] => return below(above),
        _ => {}
    }
    let measure = dataset.measures.get(&one.measure);
    let adds = measure.is_some_and(|measure| measure.area_rule == AreaRule::Sum);
    let Some(value) = one.figure.value().filter(|_| adds) else {
        let first = targets.iter().find_map(|target| match target {
            Target::Area(area, ..) => dataset.areas.get(area)?.parent.clone(),
            Target::Below(above) => Some(above.clone()),
        });
        return first.map_or_else(|| vec![one.clone()], |above| below(&above));
    };
    if let [Target::Area(area, ..)] = targets {
        return vec![Observation { place: Place::Area(area.clone()), ..one.clone() }];
    }
    targets.iter().filter_map(|target| divided(one, value, target)).collect()
}

/// What figures must share to be added where areas were merged.
type Sum = (
    MeasureId,
    Place,
    Option<Period>,
    (SourceId, Option<ProgrammeId>, Bilingual),
    (Option<Scenario>, Option<Stage>, Option<ActionStatus>),
);

/// Figures in their new places.
#[derive(Default)]
struct Placed {
    observations: Vec<Observation>,
    sums: BTreeMap<Sum, usize>,
}

impl Placed {
    /// Adds a figure to the one of the same key that came from another area of the same document, as
    /// where two areas were merged; else it stands by itself.
    fn join(&mut self, one: Observation) {
        let key = (
            one.measure.clone(),
            one.place.clone(),
            one.period,
            (one.source.clone(), one.programme.clone(), one.scope.clone()),
            (one.scenario, one.stage, one.action_status),
        );
        let place = self.sums.get(&key).copied();
        let same = place.and_then(|place| self.observations.get_mut(place));
        let sum = same.as_ref().and_then(|other| together(&other.figure, &one.figure));
        if let (Some(other), Some(sum)) = (same, sum) {
            other.figure = sum;
            return;
        }
        self.sums.insert(key, self.observations.len());
        self.observations.push(one);
    }
}

/// The sum of two values that are exact or about so much.
fn together(left: &Figure, right: &Figure) -> Option<Figure> {
    let single = |figure: &Figure| match figure {
        Figure::Value { value, qualifier, upper: None } => Some((*value, *qualifier)),
        _ => None,
    };
    let ((left, one), (right, other)) = single(left).zip(single(right))?;
    let qualifier = match (one, other) {
        (Qualifier::Exact, Qualifier::Exact) => Qualifier::Exact,
        (Qualifier::Exact | Qualifier::About, Qualifier::Exact | Qualifier::About) => {
            Qualifier::About
        }
        _ => return None,
    };
    let value = left.checked_add(right).ok()?;
    Some(Figure::Value { value, qualifier, upper: None })
}

fn divided(one: &Observation, value: Decimal, target: &Target) -> Option<Observation> {
    let (area, value) = match target {
        Target::Area(area, share, _) => (area.clone(), part(value, *share).ok()?),
        Target::Below(above) => (AreaTree::not_placed_in(above), value),
    };
    let figure = Figure::Value { value, qualifier: Qualifier::About, upper: None };
    let id = ObservationId::new(format!("{}/{area}", one.id));
    Some(Observation { id, place: Place::Area(area), figure, ..one.clone() })
}
