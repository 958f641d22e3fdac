//! The pass over a data set that lays its figures out.

use std::collections::BTreeMap;

use super::stretch::{Plain, Stretch};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::list::Gather;
use crate::model::{
    ActionStatus, Area, AreaId, Dataset, Figure, InForce, Level, MeasureId, Observation, Place,
    ProgrammeId, Qualifier, Scenario, SourceId, Stage, Status,
};
use crate::query::rollup::count;
use crate::query::standing::Standing;

/// All figures, by measure.
pub(super) struct Layout {
    pub(super) columns: BTreeMap<MeasureId, Column>,
    /// The place of one figure of each kind in the data set: what is asked of it is asked of all.
    pub(super) kinds: Vec<u32>,
}

/// The figures of one measure, by period, kind and area.
#[derive(Default)]
pub(super) struct Column {
    /// Values as whole numbers; 0 where there is none.
    units: Vec<i64>,
    /// Whether there is a value.
    valued: Vec<bool>,
    /// Places in the data set.
    pub(super) places: Vec<u32>,
    pub(super) stretches: Vec<Stretch>,
    /// Whether some figures are about no area of the tree, or are divided by codes: which of these stand for the
    /// others depends on the question.
    pub(super) has_others: bool,
}

/// What a sum must not mix, and what a question may ask for.
type Kind<'a> = (
    Option<Scenario>,
    Option<Stage>,
    Option<ActionStatus>,
    Option<&'a ProgrammeId>,
    &'a SourceId,
    &'a Bilingual,
    Status,
);

/// One figure while columns are made.
#[derive(Clone, Copy)]
struct Entry {
    period: u32,
    kind: u32,
    area: u32,
    place: u32,
    /// `None` for what is missing.
    units: Option<i64>,
    scale: u8,
    /// Whether it may not just be added: a bound, a part of another figure, too large.
    is_odd: bool,
}

impl Layout {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let mut pass = Pass::new(dataset);
        for (place, one) in dataset.observations.values().enumerate() {
            pass.enter(count(place), one);
        }
        let drafts = std::mem::take(&mut pass.columns);
        let columns = drafts.into_iter().map(|(id, draft)| (id.clone(), pass.column(draft)));
        Self { columns: columns.collect(), kinds: pass.kind_places }
    }
}

impl Column {
    /// Sum and number of the values of a stretch; `None` outside the column.
    pub(super) fn sum(&self, stretch: &Stretch) -> Option<(i128, u32)> {
        let units = self.units.get(stretch.range.clone())?;
        let valued = self.valued.get(stretch.range.clone())?;
        // 64 bits times 32 bits of figures stay below 128.
        let sum = units.iter().map(|units| i128::from(*units)).sum();
        let parts = valued.iter().map(|valued| u32::from(*valued)).sum();
        Some((sum, parts))
    }
}

/// A column before its figures are in order.
#[derive(Default)]
struct Draft {
    entries: Vec<Entry>,
    has_others: bool,
}

struct Pass<'a> {
    dataset: &'a Dataset,
    /// Which figures were another before: their sum says so, one status is no longer that of all.
    standing: Standing<'a>,
    /// Areas in the order of ids.
    areas: Vec<&'a Area>,
    /// The country above each area.
    countries: Vec<Option<&'a Area>>,
    columns: BTreeMap<&'a MeasureId, Draft>,
    periods: Vec<Period>,
    period_numbers: BTreeMap<Period, u32>,
    kinds: BTreeMap<Kind<'a>, u32>,
    kind_places: Vec<u32>,
    /// Areas of a level that a country has, where successions are dated in each period.
    expected: BTreeMap<(&'a AreaId, Level, Option<u32>), u32>,
}

impl<'a> Pass<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let areas: Vec<&Area> = dataset.areas.iter().gather();
        let country = |area: &&'a Area| dataset.areas.ancestor(&area.id, Level::Country);
        Self {
            dataset,
            standing: Standing::new(dataset),
            countries: areas.iter().map(country).gather(),
            areas,
            columns: BTreeMap::new(),
            periods: Vec::new(),
            period_numbers: BTreeMap::new(),
            kinds: BTreeMap::new(),
            kind_places: Vec::new(),
            expected: BTreeMap::new(),
        }
    }

    fn enter(&mut self, place: u32, one: &'a Observation) {
        // What has no period is in no row of a period.
        let Some(period) = one.period else { return };
        let area = match &one.place {
            Place::Area(id) => self.areas.binary_search_by(|area| area.id.cmp(id)).ok(),
            Place::Group(_) | Place::Unplaced => None,
        };
        let (period, kind) = (self.period(period), self.kind(place, one));
        let draft = self.columns.entry(&one.measure).or_default();
        draft.has_others |= !one.dimensions.is_empty();
        match area {
            Some(area) => {
                let mut entry = Entry { period, kind, place, ..entry(one, count(area)) };
                entry.is_odd |= self.standing.is_changed(&one.id);
                draft.entries.push(entry);
            }
            None => draft.has_others = true,
        }
    }

    fn period(&mut self, period: Period) -> u32 {
        let next = count(self.periods.len());
        let number = *self.period_numbers.entry(period).or_insert(next);
        if number == next {
            self.periods.push(period);
        }
        number
    }

    fn kind(&mut self, place: u32, one: &'a Observation) -> u32 {
        let kind = (
            one.scenario,
            one.stage,
            one.action_status,
            one.programme.as_ref(),
            &one.source,
            &one.scope,
            one.status,
        );
        let next = count(self.kind_places.len());
        let number = *self.kinds.entry(kind).or_insert(next);
        if number == next {
            self.kind_places.push(place);
        }
        number
    }

    fn column(&mut self, draft: Draft) -> Column {
        let Draft { mut entries, has_others } = draft;
        entries.sort_unstable_by_key(|one| (one.period, one.kind, one.area, one.place));
        let mut column = Column { has_others, ..Column::default() };
        for stretch in
            entries.chunk_by(|one, other| (one.period, one.kind) == (other.period, other.kind))
        {
            let start = column.places.len();
            for one in stretch {
                column.units.push(one.units.unwrap_or_default());
                column.valued.push(one.units.is_some());
                column.places.push(one.place);
            }
            let first = stretch
                .first()
                .and_then(|first| Some((first.kind, self.periods.get(first.period as usize)?)));
            let Some((kind, period)) = first else { continue };
            let (period, range) = (*period, start..column.places.len());
            column.stretches.push(Stretch { period, kind, range, plain: self.plain(stretch) });
        }
        column
    }

    /// Whether the figures of a stretch just add.
    fn plain(&mut self, stretch: &[Entry]) -> Option<Plain> {
        let top = |one: &Entry| {
            let area = self.areas.get(one.area as usize)?;
            // The country's own figure goes before the sum of its parts.
            let below = area.level != Level::Country;
            self.countries
                .get(one.area as usize)?
                .filter(|_| below)
                .map(|top| (&top.id, area.level))
        };
        let first = stretch.first().and_then(top)?;
        let scale = stretch.iter().find(|one| one.units.is_some())?.scale;
        let is_plain = |one: &Entry| {
            !one.is_odd && top(one) == Some(first) && (one.units.is_none() || one.scale == scale)
        };
        let twice =
            stretch.windows(2).any(|two| matches!(two, [one, next] if one.area == next.area));
        if twice || !stretch.iter().all(is_plain) {
            return None;
        }
        let one = stretch.first()?;
        let division = self.areas.get(one.area as usize)?.division;
        let (country, level) = first;
        // Where successions are dated, what is expected depends on the period, and some of what stands in
        // a later list counts in an earlier one.
        let (period, steps) = (self.periods.get(one.period as usize), &self.dataset.successions);
        let of_period = period.filter(|_| !steps.is_empty());
        if of_period.is_some() && Some(division) > self.dataset.areas.division_for(of_period) {
            return None;
        }
        let key = (country, level, of_period.map(|_| one.period));
        let expected = *self.expected.entry(key).or_insert_with(|| {
            let in_force = InForce::of(self.dataset, Some(division), of_period);
            count(in_force.at_level(level, Some(country)).len())
        });
        Some(Plain { country: country.clone(), expected, scale })
    }
}

/// The figure itself; period, kind and place are filled in by the pass.
fn entry(one: &Observation, area: u32) -> Entry {
    let (units, scale, exact) = match one.figure {
        Figure::Missing(_) => (None, 0, true),
        Figure::Value { value, qualifier, .. } => {
            let units = i64::try_from(value.units()).ok();
            (units, value.scale(), units.is_some() && qualifier == Qualifier::Exact)
        }
    };
    Entry {
        period: 0,
        kind: 0,
        area,
        place: 0,
        units,
        scale,
        is_odd: !exact || one.part_of.is_some(),
    }
}
