//! Adding figures of areas that were merged.

use std::collections::{BTreeMap, BTreeSet};

use super::area_of;
use super::carry::{Piece, adds};
use super::link::Links;
use super::moved::{Apart, Joined, Moved, Obstacle};
use super::route::Routes;
use super::wording;
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::model::area::{Division, Level};
use crate::model::dataset::Dataset;
use crate::model::dimension::Dimensions;
use crate::model::figure::{Figure, Qualifier};
use crate::model::id::{AreaId, MeasureId, ObservationId, ProgrammeId, SourceId};
use crate::model::in_force::InForce;
use crate::model::observation::{
    ActionStatus, Observation, Place, Scenario, Stage, Status, Wording,
};
use crate::model::source::Locator;
use crate::number::{Decimal, Interval};

/// What figures must share to be added: all but the area that they come from, which must be of one
/// list and one level.
type Kind = (
    (MeasureId, Place, Option<Period>),
    (SourceId, Option<ProgrammeId>),
    (Bilingual, Dimensions),
    (Option<Scenario>, Option<Stage>, Option<ActionStatus>, Status),
    (Option<Division>, Option<Level>),
);

/// Figures in their new places.
#[derive(Default)]
pub(super) struct Settled {
    pub(super) observations: Vec<Observation>,
    /// The areas that need a row for what could not be placed below them.
    pub(super) rows: BTreeSet<AreaId>,
    pub(super) links: Links,
}

/// Adds pieces, those that are wholes before those that are parts of them.
pub(super) struct Joining<'a> {
    dataset: &'a Dataset,
    routes: &'a Routes,
    settled: Settled,
    /// What had ended when a period began, by the periods that were met.
    in_force: BTreeMap<Option<Period>, InForce<'a>>,
}

impl<'a> Joining<'a> {
    pub(super) fn new(dataset: &'a Dataset, routes: &'a Routes) -> Self {
        Self { dataset, routes, settled: Settled::default(), in_force: BTreeMap::new() }
    }

    pub(super) fn settled(self) -> Settled {
        self.settled
    }

    /// Adds what belongs together among pieces of one depth, as all pieces whose whole is here have.
    pub(super) fn add(&mut self, mut pieces: Vec<Piece>, moved: &mut Moved) {
        pieces.iter_mut().for_each(|piece| self.settled.links.relink(&mut piece.one));
        let (mut rows, placed): (Vec<Piece>, Vec<Piece>) =
            pieces.into_iter().partition(|piece| piece.below.is_some());
        for group in self.groups(placed) {
            if self.is_partial(&group) {
                rows.extend(self.unplaced(group, Obstacle::Partial, moved));
            } else if let Some((group, obstacle)) = self.settle(group, moved) {
                let group = self.unplaced(group, obstacle, moved);
                self.put(group);
            }
        }
        for group in self.groups(rows) {
            if let Some((group, obstacle)) = self.settle(group, moved) {
                moved.apart.extend(apart(&group, obstacle));
                self.put(group);
            }
        }
    }

    fn groups(&self, pieces: Vec<Piece>) -> impl Iterator<Item = Vec<Piece>> + use<> {
        let mut groups: BTreeMap<Kind, Vec<Piece>> = BTreeMap::new();
        for piece in pieces {
            groups.entry(self.kind(&piece)).or_default().push(piece);
        }
        groups.into_values()
    }

    fn kind(&self, piece: &Piece) -> Kind {
        let Piece { one, from, .. } = piece;
        let from = self.dataset.areas.get(from);
        (
            (one.measure.clone(), one.place.clone(), one.period),
            (one.source.clone(), one.programme.clone()),
            (one.scope.clone(), one.dimensions.clone()),
            (one.scenario, one.stage, one.action_status, one.status),
            (from.map(|area| area.division), from.map(|area| area.level)),
        )
    }

    /// Whether figures of some of the areas that the one of the group was made of are not there: what
    /// is there is not about all of its ground. One that had ended when their period began is in the
    /// figures of what took it in.
    fn is_partial(&mut self, group: &[Piece]) -> bool {
        let dataset = self.dataset;
        let Some(first) = group.first().filter(|piece| adds(dataset, &piece.one)) else {
            return false;
        };
        let from = dataset.areas.get(&first.from).zip(area_of(&first.one));
        let Some((from, area)) = from else { return false };
        let period = first.one.period;
        let in_force = self.in_force.entry(period);
        let in_force = in_force.or_insert_with(|| InForce::new(dataset, period.as_ref()));
        let told = areas(group);
        let mut sources = self.routes.sources(area, from.division, from.level).iter();
        sources.any(|id| !told.contains(id) && !in_force.has_ended(id))
    }

    /// The group in the row below the area above. None of its figures is about all of the ground of the
    /// area in which it came to stand; those that had gone there whole are not placed now.
    fn unplaced(&self, group: Vec<Piece>, obstacle: Obstacle, moved: &mut Moved) -> Vec<Piece> {
        let row = |piece: Piece| {
            let area = area_of(&piece.one).cloned();
            let above = area.as_ref().and_then(|id| self.dataset.areas.get(id)?.parent.clone());
            let Some(above) = above.or(area) else { return piece };
            piece.into_row(self.dataset, above)
        };
        let pieces: Vec<Piece> = group.into_iter().map(row).collect();
        moved.apart.extend(apart(&pieces, obstacle));
        for _ in pieces.iter().filter(|piece| piece.one.id == piece.origin) {
            moved.whole = moved.whole.saturating_sub(1);
            moved.not_placed += 1;
        }
        pieces
    }

    /// Adds the figures of a group, or lets those of one area stand as they are; gives back what must not
    /// be added, with the reason.
    fn settle(
        &mut self,
        mut group: Vec<Piece>,
        moved: &mut Moved,
    ) -> Option<(Vec<Piece>, Obstacle)> {
        group.sort_by(|left, right| left.one.id.cmp(&right.one.id));
        let may_add = areas(&group).len() > 1;
        if !may_add || group.iter().any(|piece| !adds(self.dataset, &piece.one)) {
            self.put(group);
            return None;
        }
        match sum(self.dataset, &group) {
            Ok(sum) => self.put_sum(sum, &group, moved),
            Err(obstacle) => return Some((group, obstacle)),
        }
        None
    }

    fn put(&mut self, group: Vec<Piece>) {
        for Piece { origin, one, below, .. } in group {
            self.settled.rows.extend(below);
            self.settled.links.note(&origin, &one);
            self.settled.observations.push(one);
        }
    }

    fn put_sum(&mut self, sum: Observation, group: &[Piece], moved: &mut Moved) {
        if let Some(area) = area_of(&sum) {
            let (figure, of) = (sum.id.clone(), origins(group));
            moved.joined.push(Joined { figure, area: area.clone(), of });
        }
        self.settled.rows.extend(group.iter().filter_map(|piece| piece.below.clone()));
        group.iter().for_each(|piece| self.settled.links.note(&piece.origin, &sum));
        self.settled.observations.push(sum);
    }
}

/// The areas of the earlier list that the pieces come from.
fn areas(group: &[Piece]) -> BTreeSet<&AreaId> {
    group.iter().map(|piece| &piece.from).collect()
}

fn origins(group: &[Piece]) -> Vec<ObservationId> {
    group.iter().map(|piece| piece.origin.clone()).collect()
}

fn apart(group: &[Piece], obstacle: Obstacle) -> Option<Apart> {
    let area = area_of(&group.first()?.one)?.clone();
    Some(Apart { figures: origins(group), area, obstacle })
}

/// The sum of figures of different areas.
fn sum(dataset: &Dataset, group: &[Piece]) -> Result<Observation, Obstacle> {
    let first = group.first().map(|piece| &piece.one).ok_or(Obstacle::NoValue)?;
    if areas(group).len() < group.len() {
        return Err(Obstacle::ToldTwice);
    }
    if group.iter().any(|piece| piece.one.part_of != first.part_of) {
        return Err(Obstacle::OtherWhole);
    }
    let figure = total(group)?;
    let ids: Vec<ObservationId> = group.iter().map(|piece| piece.one.id.clone()).collect();
    let id: Vec<&str> = ids.iter().map(ObservationId::as_str).collect();
    let notes = |says| told(group, says, " ");
    let note = Bilingual::new(notes(|one| &one.note.fa), notes(|one| &one.note.en));
    let mentions = group.iter().map(|piece| piece.one.wording.mentions).min().unwrap_or(1);
    let quote = told(group, |one| &one.wording.quote, " + ");
    Ok(Observation {
        id: ObservationId::new(id.join("+")),
        figure,
        wording: Wording { quote, mentions, ..wording::printed(dataset, first, &figure) },
        locator: Locator::NotRecorded,
        note: wording::noted(wording::sum_of(&ids), &note),
        ..first.clone()
    })
}

/// Sum of intervals; one "about" makes it "about".
fn total(group: &[Piece]) -> Result<Figure, Obstacle> {
    let mut total = Interval::exact(Decimal::ZERO);
    let mut about = false;
    for Piece { one, .. } in group {
        let interval = one.figure.interval().ok_or(Obstacle::NoValue)?;
        about |= one.figure.qualifier() == Some(Qualifier::About);
        total = total.checked_add(interval).map_err(|_| Obstacle::Overflow)?;
    }
    Figure::of_interval(total, about).ok_or(Obstacle::Bounded)
}

/// What the figures of a sum say, each thing once.
fn told(group: &[Piece], says: fn(&Observation) -> &str, between: &str) -> String {
    let mut told: Vec<&str> = Vec::new();
    for said in group.iter().map(|piece| says(&piece.one)).filter(|said| !said.is_empty()) {
        if !told.contains(&said) {
            told.push(said);
        }
    }
    told.join(between)
}
