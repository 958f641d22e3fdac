//! Where the ground of each area of the earlier lists went.

use std::collections::BTreeMap;

use super::area_of;
use super::moved::Obstacle;
use crate::model::area::{Division, Level};
use crate::model::dataset::Dataset;
use crate::model::id::AreaId;
use crate::model::observation::Observation;
use crate::model::succession::{Succession, SuccessionKind};
use crate::number::{Decimal, Overflow};

/// A place in the later list.
pub(super) struct Target {
    /// An area of the later list; where nobody has matched the ground, the one above it.
    pub(super) area: AreaId,
    /// Whether it is that very area.
    pub(super) placed: bool,
    /// Percent of the earlier area.
    pub(super) share: Decimal,
    /// Whether it has the ground of the earlier area, all of it and no other.
    pub(super) same_ground: bool,
}

/// All targets of one area.
pub(super) struct Route {
    pub(super) targets: Vec<Target>,
    /// The area below whose name stands what cannot be divided.
    pub(super) above: AreaId,
    /// Why nothing can be divided along this route.
    pub(super) obstacle: Option<Obstacle>,
}

/// The areas of one list and level that went into an area.
type Source = (AreaId, Division, Level);

/// The routes of all areas of the earlier lists.
pub(super) struct Routes {
    routes: BTreeMap<AreaId, Route>,
    sources: BTreeMap<Source, Vec<AreaId>>,
}

impl Routes {
    pub(super) fn new(dataset: &Dataset, division: Division) -> Self {
        let earlier = dataset.areas.iter().filter(|area| area.division < division);
        let mut all = Self { routes: BTreeMap::new(), sources: BTreeMap::new() };
        for area in earlier {
            let route = Walk { dataset, division, targets: Vec::new(), overflow: false };
            let route = route.from(&area.id);
            for target in route.targets.iter().filter(|target| target.placed) {
                let source = (target.area.clone(), area.division, area.level);
                all.sources.entry(source).or_default().push(area.id.clone());
            }
            all.routes.insert(area.id.clone(), route);
        }
        for (id, route) in &mut all.routes {
            let Some(area) = dataset.areas.get(id) else { continue };
            for target in &mut route.targets {
                let source = (target.area.clone(), area.division, area.level);
                target.same_ground &= all.sources.get(&source).is_some_and(|from| from.len() == 1);
            }
        }
        all
    }

    /// The area of a figure of an earlier list, and where that went.
    pub(super) fn of<'a>(&'a self, one: &'a Observation) -> Option<(&'a AreaId, &'a Route)> {
        let from = area_of(one)?;
        self.routes.get(from).map(|route| (from, route))
    }

    /// The routes of all areas of the earlier lists, in the order of ids.
    #[cfg(feature = "complete")]
    pub(super) fn iter(&self) -> impl Iterator<Item = (&AreaId, &Route)> {
        self.routes.iter()
    }

    /// The areas of that list and level that went into an area.
    pub(super) fn sources(&self, area: &AreaId, division: Division, level: Level) -> &[AreaId] {
        self.sources.get(&(area.clone(), division, level)).map_or(&[], Vec::as_slice)
    }
}

/// A walk from one area along its successions.
struct Walk<'a> {
    dataset: &'a Dataset,
    division: Division,
    targets: Vec<Target>,
    /// Some share was out of range.
    overflow: bool,
}

impl Walk<'_> {
    fn from(mut self, id: &AreaId) -> Route {
        let whole = Decimal::from_int(100);
        self.follow(id, whole, true);
        let mut shares = self.targets.iter().map(|target| target.share);
        let sum = shares.try_fold(Decimal::ZERO, Decimal::checked_add);
        let obstacle = match sum {
            _ if self.overflow => Some(Obstacle::Overflow),
            Ok(sum) if sum == whole => None,
            _ => Some(Obstacle::Shares),
        };
        let first = self.targets.iter().find(|target| target.placed);
        let parent = first.and_then(|target| self.dataset.areas.get(&target.area)?.parent.clone());
        let above = parent.unwrap_or_else(|| above(self.dataset, id, self.division));
        Route { targets: self.targets, above, obstacle }
    }

    fn list(&self, id: &AreaId) -> Option<Division> {
        self.dataset.areas.get(id).map(|area| area.division)
    }

    /// Only steps into a later list are followed: a circle of them has no end.
    fn follow(&mut self, id: &AreaId, share: Decimal, same_ground: bool) {
        let list = self.list(id);
        if list.is_none_or(|list| list >= self.division) {
            return self.arrive(Target { area: id.clone(), placed: true, share, same_ground });
        }
        let comes_later = |to: &AreaId| {
            let later = self.list(to);
            later > list && later <= Some(self.division)
        };
        let is_step = |step: &&Succession| step.from == *id && comes_later(&step.to);
        let steps: Vec<&Succession> = self.dataset.successions.iter().filter(is_step).collect();
        if !steps.is_empty() {
            return steps.into_iter().for_each(|step| self.step(step, share, same_ground));
        }
        let mut later = self.dataset.areas.iter().filter(|area| comes_later(&area.id));
        match later.find(|area| area.continues.as_ref() == Some(id)) {
            Some(next) => self.follow(&next.id, share, same_ground),
            None => {
                let area = above(self.dataset, id, self.division);
                self.arrive(Target { area, placed: false, share, same_ground: false });
            }
        }
    }

    fn step(&mut self, step: &Succession, share: Decimal, same_ground: bool) {
        let is_whole = step.share == Decimal::from_int(100);
        let keeps_ground = matches!(step.kind, SuccessionKind::Rename | SuccessionKind::Transfer);
        match part(share, step.share) {
            // An area that took nobody has no part of any figure.
            Ok(share) if share.is_zero() => {}
            Ok(share) => self.follow(&step.to, share, same_ground && keeps_ground && is_whole),
            Err(Overflow) => self.overflow = true,
        }
    }

    /// Two ways to one area are one target.
    fn arrive(&mut self, target: Target) {
        let is_same =
            |known: &&mut Target| (&known.area, known.placed) == (&target.area, target.placed);
        let Some(known) = self.targets.iter_mut().find(is_same) else {
            return self.targets.push(target);
        };
        match known.share.checked_add(target.share) {
            Ok(share) => *known = Target { share, same_ground: false, ..target },
            Err(Overflow) => self.overflow = true,
        }
    }
}

/// So many percent of a value.
pub(super) fn part(value: Decimal, percent: Decimal) -> Result<Decimal, Overflow> {
    value.checked_mul(percent)?.scaled(-2).map(Decimal::trimmed)
}

/// The nearest area above that goes on in the later list; the area itself when none does.
fn above(dataset: &Dataset, id: &AreaId, division: Division) -> AreaId {
    let later = dataset.areas.lineage(id).skip(1).find_map(|area| {
        dataset
            .areas
            .by_code(&area.code, division)
            .filter(|later| dataset.areas.goes_back_to(&later.id, &area.id))
    });
    later.map_or_else(|| id.clone(), |later| later.id.clone())
}
