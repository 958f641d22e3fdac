//! Which areas were there when a period began: those of the list in force then, but for what dated
//! successions have made of them since.

use super::area::{Area, AreaTree, Division, Level};
use super::dataset::Dataset;
use super::id::AreaId;
use crate::calendar::{Day, Period};
use crate::list::{Gather, in_order, insert_sorted};
use crate::number::Decimal;

/// The areas of the first day of a period.
///
/// A list is of one year, and the next may come years later. An area of the list in force has ended once
/// dated successions have taken all of it, 100 percent; from that day on what it went into stands in its
/// place, from the later list. Where no succession is dated, the list is all that is known.
pub struct InForce<'a> {
    areas: &'a AreaTree,
    list: Option<Division>,
    /// The areas of any list that have ended, in order.
    ended: Vec<&'a AreaId>,
    /// What those of the list in force went into, in order.
    later: Vec<&'a AreaId>,
}

impl<'a> InForce<'a> {
    /// The areas of a period; without one, or where it has no beginning, nothing has ended.
    pub fn new(dataset: &'a Dataset, period: Option<&Period>) -> Self {
        Self::of(dataset, dataset.areas.division_for(period), period)
    }

    /// Those that a list has, and what has taken their place since.
    pub fn of(dataset: &'a Dataset, list: Option<Division>, period: Option<&Period>) -> Self {
        let areas = &dataset.areas;
        let (mut ended, mut later) = (Vec::new(), Vec::new());
        let list_of = |id| areas.get(id).map(|area| area.division);
        let first = period.and_then(Period::start);
        let steps = dataset.successions.iter().filter(|step| Some(step.day) <= first).gather();
        let steps = in_order(steps, |one, other| one.from.cmp(&other.from));
        for steps in steps.chunk_by(|one, other| one.from == other.from) {
            let mut shares = steps.iter().map(|step| step.share);
            let share = shares.try_fold(Decimal::ZERO, Decimal::checked_add);
            let Some(step) = steps.first() else { continue };
            if share != Ok(Decimal::from_int(100)) {
                continue;
            }
            ended.push(&step.from);
            for step in steps {
                if list_of(&step.from) == list && list_of(&step.to) > list {
                    insert_sorted(&mut later, &step.to);
                }
            }
        }
        Self { areas, list, ended, later }
    }

    /// Whether it had ended.
    pub fn has_ended(&self, id: &AreaId) -> bool {
        self.ended.binary_search(&id).is_ok()
    }

    /// The area of the list in force that is one and the same with an area of any list.
    #[cfg(feature = "complete")]
    pub fn same(&self, id: &AreaId) -> Option<&'a AreaId> {
        let (area, list) = self.areas.get(id).zip(self.list)?;
        if area.division == list {
            return Some(&area.id);
        }
        let mut listed = self.areas.at_level(list, area.level, None);
        listed.find(|one| self.areas.is_same(&one.id, id)).map(|one| &one.id)
    }

    /// Whether it had not ended, or goes on as one and the same area of the list in force.
    #[cfg(feature = "complete")]
    pub fn lives_on(&self, id: &AreaId) -> bool {
        let goes_on = || self.same(id).filter(|same| *same != id);
        !self.has_ended(id) || goes_on().is_some_and(|same| !self.has_ended(same))
    }

    /// The area of the list in force that a later one goes back to, or that has its code; else itself.
    pub fn home(&self, area: &'a Area) -> &'a Area {
        let mut at = area;
        while Some(at.division) > self.list {
            let earlier = at.continues.as_ref().and_then(|id| self.areas.get(id));
            let Some(earlier) = earlier.filter(|one| one.division < at.division) else { break };
            at = earlier;
        }
        if Some(at.division) == self.list {
            return at;
        }
        let later = self.list.filter(|list| area.division > *list);
        later.and_then(|list| self.areas.by_code(&area.code, list)).unwrap_or(area)
    }

    /// As which area one counts, so that each is one area in whichever list it is named; `None` where it
    /// was not there.
    pub fn standing(&self, id: &AreaId) -> Option<&'a Area> {
        let area = self.areas.get(id).filter(|area| !self.has_ended(&area.id))?;
        if Some(area.division) == self.list {
            return Some(area);
        }
        self.later.binary_search(&id).ok()?;
        let home = self.home(area);
        Some(if self.has_ended(&home.id) { area } else { home })
    }

    /// Whether it, or an area above it, has taken the place of another and is in no list but a later one.
    pub fn is_new(&self, id: &AreaId) -> bool {
        let counts_as_itself =
            |area: &Area| self.standing(&area.id).is_some_and(|standing| standing.id == area.id);
        self.areas
            .lineage(id)
            .any(|area| Some(area.division) != self.list && counts_as_itself(area))
    }

    /// All areas of a level, in the order of ids, inside an area of the list in force when given.
    pub fn at_level(&self, level: Level, within: Option<&'a AreaId>) -> Vec<&'a Area> {
        let Some(list) = self.list else { return Vec::new() };
        let listed = self.areas.at_level(list, level, within);
        let mut all = listed.filter(|area| !self.has_ended(&area.id)).gather();
        for area in self.later.iter().filter_map(|id| self.standing(id)) {
            let is_new = area.division != list && area.level == level;
            if is_new && within.is_none_or(|top| self.lies_in(area, top)) {
                let place = all.iter().take_while(|one| one.id < area.id).count();
                all.insert(place, area);
            }
        }
        all
    }

    /// Whether an area lies in another, in the list of either.
    pub fn lies_in(&self, area: &Area, top: &AreaId) -> bool {
        self.areas.lineage(&area.id).any(|above| above.id == *top || self.home(above).id == *top)
    }
}

/// The area above a figure in which that counts. What has taken the place of another area stands in a later
/// list than the others of its time, and counts where they do.
pub fn counts_in<'a>(
    dataset: &'a Dataset,
    above: &'a Area,
    below: &AreaId,
    period: Option<&Period>,
) -> &'a Area {
    let is_later = Some(above.division) > dataset.areas.division_for(period);
    if dataset.successions.is_empty() || !is_later || above.id == *below {
        return above;
    }
    let in_force = InForce::new(dataset, period);
    if in_force.is_new(below) { in_force.home(above) } else { above }
}

/// The day from which on an area is no more, and what it went into; `None` where no succession is dated.
pub fn end_of<'a>(dataset: &'a Dataset, id: &AreaId) -> Option<(Day, Vec<&'a AreaId>)> {
    let steps = || dataset.successions.iter().filter(|step| step.from == *id);
    let last = steps().map(|step| step.day).max()?;
    Some((last, steps().map(|step| &step.to).gather()))
}
