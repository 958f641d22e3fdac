//! One figure carried along the route of its area: whole, or in parts.

use super::area_of;
use super::moved::{Apart, Moved, Obstacle};
use super::route::{Route, Target, part};
use super::wording;
use crate::model::area::{AreaTree, Level};
use crate::model::dataset::Dataset;
use crate::model::figure::{Figure, Qualifier};
use crate::model::id::{AreaId, ObservationId};
use crate::model::measure::AreaRule;
use crate::model::observation::{Observation, Place};
use crate::number::Decimal;

/// A figure, or a part of one, in its new place.
pub(super) struct Piece {
    /// The figure as it was told.
    pub(super) origin: ObservationId,
    /// Its area in the earlier list.
    pub(super) from: AreaId,
    /// The area above, where it stands in the row for what could not be placed.
    pub(super) below: Option<AreaId>,
    pub(super) one: Observation,
}

impl Piece {
    /// The same in the row below `above`, at the level of the area that it comes from: a county of which
    /// not even the province goes on stands in a county row, below the one for provinces.
    pub(super) fn into_row(mut self, dataset: &Dataset, above: AreaId) -> Self {
        let level = |id| dataset.areas.get(id).map(|area| area.level);
        let is_of_a_province =
            level(&above) == Some(Level::Country) && level(&self.from) > Some(Level::Province);
        let above = if is_of_a_province { AreaTree::not_placed_in(&above) } else { above };
        self.one.place = Place::Area(AreaTree::not_placed_in(&above));
        self.below = Some(above);
        self
    }
}

/// Whether parts of the figure add up to it.
pub(super) fn adds(dataset: &Dataset, one: &Observation) -> bool {
    let measure = dataset.measures.get(&one.measure);
    measure.is_some_and(|measure| measure.area_rule == AreaRule::Sum)
}

/// The figure in its new places. What cannot be divided stands in the row for what could not be
/// placed, and `moved` tells why.
pub(super) fn carry(
    dataset: &Dataset,
    one: &Observation,
    from: &AreaId,
    route: &Route,
    moved: &mut Moved,
) -> Vec<Piece> {
    let pieces = match parts(dataset, one, route) {
        Ok(parts) => {
            let piece = |(target, part)| piece(dataset, (one, from), target, part);
            parts.into_iter().map(piece).collect()
        }
        Err(obstacle) => {
            let whole =
                Piece { origin: one.id.clone(), from: from.clone(), below: None, one: one.clone() };
            let whole = whole.into_row(dataset, route.above.clone());
            let figures = vec![one.id.clone()];
            moved.apart.extend(area_of(&whole.one).cloned().map(|area| Apart {
                figures,
                area,
                obstacle,
            }));
            vec![whole]
        }
    };
    match pieces.as_slice() {
        [only] if only.below.is_some() => moved.not_placed += 1,
        [_] => moved.whole += 1,
        _ => moved.divided += 1,
    }
    pieces
}

fn piece(
    dataset: &Dataset,
    (one, from): (&Observation, &AreaId),
    target: &Target,
    part: Observation,
) -> Piece {
    let piece = Piece { origin: one.id.clone(), from: from.clone(), below: None, one: part };
    if target.placed { piece } else { piece.into_row(dataset, target.area.clone()) }
}

/// The targets with what each of them gets.
fn parts<'a>(
    dataset: &Dataset,
    one: &Observation,
    route: &'a Route,
) -> Result<Vec<(&'a Target, Observation)>, Obstacle> {
    if let Some(obstacle) = route.obstacle {
        return Err(obstacle);
    }
    let whole = |target: &'a Target| {
        vec![(target, Observation { place: Place::Area(target.area.clone()), ..one.clone() })]
    };
    if let [target] = route.targets.as_slice()
        && (target.same_ground || !target.placed)
    {
        return Ok(whole(target));
    }
    if !adds(dataset, one) {
        return Err(Obstacle::NotAdditive);
    }
    let Figure::Value { value, qualifier, .. } = one.figure else {
        return Err(Obstacle::NoValue);
    };
    if let [target] = route.targets.as_slice() {
        return Ok(whole(target));
    }
    // A share is about so much, and "about" together with a bound has no sign of its own.
    if !matches!(qualifier, Qualifier::Exact | Qualifier::About) {
        return Err(Obstacle::Bounded);
    }
    let part = |target: &'a Target| Ok((target, divided(dataset, one, value, target)?));
    route.targets.iter().map(part).collect()
}

fn divided(
    dataset: &Dataset,
    one: &Observation,
    value: Decimal,
    target: &Target,
) -> Result<Observation, Obstacle> {
    let value = part(value, target.share).map_err(|_| Obstacle::Overflow)?;
    let area =
        if target.placed { target.area.clone() } else { AreaTree::not_placed_in(&target.area) };
    let figure = Figure::Value { value, qualifier: Qualifier::About, upper: None };
    Ok(Observation {
        id: ObservationId::new(format!("{}/{area}", one.id)),
        place: Place::Area(area),
        wording: wording::printed(dataset, one, &figure),
        note: wording::noted(wording::share_of(&one.id, target.share), &one.note),
        figure,
        ..one.clone()
    })
}
