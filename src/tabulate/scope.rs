//! Orders to a group of areas, and reports that are due some days after their period.

use super::count::{Count, number};
use super::reporting::{Standing, in_time};
use crate::calendar::Day;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, Dataset, Directive, DirectiveId, Figure, Group, Member, Observation, Place, Scenario,
};

/// The areas of the level that are members of the group at that time, each under the id that the group
/// names it by.
pub(super) fn members(dataset: &Dataset, directive: &Directive) -> Vec<AreaId> {
    let places = places(dataset, directive).into_iter();
    places.filter_map(|member| member.area.clone()).collect()
}

/// The id by which the group of an order names an area that reports; `None` where the order is to no group.
pub(super) fn member<'a>(
    dataset: &'a Dataset,
    order: &DirectiveId,
    area: &AreaId,
) -> Option<&'a AreaId> {
    let directive = dataset.registers.directives.iter().find(|one| one.id == *order)?;
    directive.place_of(dataset, group(dataset, directive)?, area)?.area.as_ref()
}

fn places<'a>(dataset: &'a Dataset, directive: &Directive) -> Vec<&'a Member> {
    let group = group(dataset, directive);
    group.map_or_else(Vec::new, |group| directive.places(dataset, group))
}

fn group<'a>(dataset: &'a Dataset, directive: &Directive) -> Option<&'a Group> {
    dataset.groups.get(directive.group.as_ref()?)
}

/// What the group as a whole was asked for and gave, for each measure that the package declares.
pub(super) fn counts(
    dataset: &Dataset,
    directive: &Directive,
    standings: &[Standing],
    recorded: Option<Day>,
) -> Vec<Observation> {
    let Some(group) = group(dataset, directive) else { return Vec::new() };
    let of = |is: fn(&Standing) -> bool| number(standings.iter().filter(|one| is(one)).count());
    let counts = [
        ("reports_expected", number(places(dataset, directive).len())),
        ("reports_received", of(|one| one.received.is_some())),
        ("reports_on_time", in_time(dataset, directive, of(|one| one.on_time))),
        ("reports_complete", of(|one| one.complete)),
    ];
    let count = |(measure, figure): (&'static str, Figure)| Count {
        id: format!("{measure}/{}/{}", directive.id, group.id),
        measure,
        place: Place::Group(group.id.clone()),
        period: directive.asked(),
        scope: directive.name.clone(),
        figure,
        unit: None,
        scenario: Scenario::Actual,
        action_status: None,
        note: Bilingual::default(),
        source: directive.source.clone(),
        recorded: recorded.filter(|_| measure != "reports_expected"),
    };
    counts.into_iter().filter_map(|one| count(one).observation(dataset)).collect()
}
