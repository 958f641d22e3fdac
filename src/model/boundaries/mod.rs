//! A data set "in today's borders": figures of earlier lists moved into a later one.

mod carry;
mod join;
mod link;
mod moved;
#[cfg(feature = "complete")]
mod origins;
#[cfg(feature = "complete")]
mod recount;
mod route;
mod wording;

pub use moved::{Apart, Joined, Moved, Obstacle};
#[cfg(feature = "complete")]
pub use origins::Origins;
#[cfg(feature = "complete")]
pub use wording::is_moved;

use std::collections::BTreeMap;

use self::carry::{Piece, carry};
use self::join::Joining;
use self::link::depth;
use self::route::Routes;
use super::area::Division;
use super::dataset::Dataset;
use super::id::{AreaId, ObservationId};
use super::observation::{Observation, Place};

/// Moves every figure of an earlier list into the areas of `division`, and says what that came to.
///
/// An area goes where its successions say, or to the one that continues it. What is divided must add
/// up: a rate cannot be divided or added, and stands in no area that has not its very ground. Totals
/// of an area above stay what they were. What has no area stands in a row of its own level, below the
/// nearest area above that goes on. Figures of lists that came after `division` are left out and counted. Of a sum of
/// what was moved, what is reported is counted of the areas that could report it then ([`Dataset::origins`]); of the
/// rows of an answer, of the areas of the later list.
///
/// Figures are added where areas were merged, but only those of different areas of one list that are
/// one figure each of one document (the same measure, period, programme, scope, scenario, stage and
/// status), so that nothing told twice and no part beside its whole is counted twice; and only where
/// every area that the later one was made of has such a figure. What is not added is about a part of
/// the later area only: it stands, each figure by itself, in the row for what could not be placed, and
/// [`Moved::apart`] says why. The id of a sum tells the figures it was made of: `B+C`.
///
/// A part of what was divided by share is about so much; where all of its parts are added, as in the province that
/// all heirs of a county lie in, the sum is exact ([`Dataset::divided`]).
///
/// What was counted from records is not moved: it is counted anew, by what the records say.
pub fn in_boundaries(dataset: &mut Dataset, division: Division) -> Moved {
    let mut moved = Moved::default();
    #[cfg(feature = "complete")]
    let counted = recount::take(dataset, division, &mut moved);
    let routes = Routes::new(dataset, division);
    let mut stays: Vec<Observation> = Vec::new();
    let mut levels: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    for one in dataset.observations.values() {
        if is_later(dataset, one, division) {
            moved.later += 1;
            continue;
        }
        let Some((from, route)) = routes.of(one) else {
            stays.push(one.clone());
            continue;
        };
        let pieces = carry(dataset, one, from, route, &mut moved);
        levels.entry(depth(dataset, one)).or_default().extend(pieces);
    }
    // Wholes come first, so that parts are told of the sum that their whole went into.
    let mut joining = Joining::new(dataset, &routes);
    for pieces in levels.into_values() {
        joining.add(pieces, &mut moved);
    }
    let mut settled = joining.settled();
    stays.iter_mut().for_each(|one| settled.links.relink(one));
    #[cfg(feature = "complete")]
    {
        let divided = settled.links.divided(dataset, &settled.observations);
        dataset.divided = divided.into_iter().collect();
        dataset.origins = Origins::new(dataset, &routes, &settled.links);
    }
    settled.observations.extend(stays);
    settled.rows.iter().for_each(|above| dataset.areas.add_not_placed(above));
    #[cfg(feature = "complete")]
    {
        dataset.add_rows_of(&counted);
        settled.observations.extend(counted);
    }
    dataset.areas.stand_in(division);
    put(dataset, settled.observations);
    moved
}

/// Whether a figure is about an area of a list that came after.
fn is_later(dataset: &Dataset, one: &Observation, division: Division) -> bool {
    let area = area_of(one).and_then(|id| dataset.areas.get(id));
    area.is_some_and(|area| area.division > division)
}

/// Puts figures in the place of those that were; what leans on a figure that is no more goes too.
fn put(dataset: &mut Dataset, observations: Vec<Observation>) {
    let by_id: BTreeMap<ObservationId, Observation> =
        observations.into_iter().map(|one| (one.id.clone(), one)).collect();
    dataset.observations = by_id.into_iter().collect();
    let Dataset { observations, comparisons, revisions, .. } = dataset;
    comparisons.retain(|pair| {
        observations.contains_key(&pair.from) && observations.contains_key(&pair.to)
    });
    revisions.retain(|revision| observations.contains_key(&revision.observation));
}

/// The area of a figure about one area.
fn area_of(one: &Observation) -> Option<&AreaId> {
    match &one.place {
        Place::Area(id) => Some(id),
        Place::Group(_) | Place::Unplaced => None,
    }
}
