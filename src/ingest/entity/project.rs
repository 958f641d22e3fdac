//! `organisations`, `projects` and `project_parties`

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages;
use crate::model::{
    AreaId, Organisation, OrganisationId, OrganisationKind, Party, Project, ProjectId,
};
use crate::number::Decimal;

pub(in crate::ingest) const ORGANISATIONS: TableKind =
    TableKind::new("organisations", &["id", "name_fa", "kind"], organisation);

pub(in crate::ingest) const PROJECTS: TableKind =
    TableKind::new("projects", &["id", "name_fa", "source"], project);

pub(in crate::ingest) const PARTIES: TableKind = TableKind {
    key: &["project", "organisation"],
    ..TableKind::new("project_parties", &["project", "organisation", "area", "share"], party)
};

fn organisation(row: &mut RowReader<'_>, draft: &mut Draft) {
    let area = draft.area(row, "area");
    let parent = OrganisationId::new(row.text("parent"));
    row.refer("parent", "organisations", row.sheet().has_id(parent.as_str()));
    let organisation = Organisation {
        id: OrganisationId::new(row.required("id")),
        name: row.name(),
        kind: row.required_word("kind", OrganisationKind::ExecutiveAgency),
        area: (area != AreaId::default()).then_some(area),
        parent: (parent != OrganisationId::default()).then_some(parent),
    };
    if row.is_sound() {
        draft.data.registers.organisations.push(organisation);
    }
}

fn project(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    let unit = draft.unit(row);
    let project = Project {
        id: ProjectId::new(row.required("id")),
        name: row.name(),
        source: draft.source(row),
        parties: Vec::new(),
        sites: sites(row, draft),
        period: row.period("period"),
        status: row.word("status"),
        cost: draft.amount(row, "cost", &unit),
        idle_capital: draft.amount(row, "idle_capital", &unit),
        #[cfg(feature = "complete")]
        course: super::course::read(row, draft, &unit),
        unit,
    };
    if row.is_sound() {
        draft.data.registers.projects.push(project);
    }
}

/// Areas parted by `|`.
fn sites(row: &mut RowReader<'_>, draft: &Draft) -> Vec<AreaId> {
    let mut sites = Vec::new();
    for site in row.text("sites").split('|').map(str::trim).filter(|site| !site.is_empty()) {
        let area = AreaId::new(site);
        if draft.data.areas.get(&area).is_none() {
            row.report("sites", messages::unknown_reference(site, "areas"));
        }
        sites.push(area);
    }
    sites
}

fn party(row: &mut RowReader<'_>, draft: &mut Draft) {
    let project = ProjectId::new(row.required("project"));
    let organisation = OrganisationId::new(row.required("organisation"));
    row.required("area");
    row.required("share");
    let place = draft.data.registers.projects.iter().position(|one| one.id == project);
    let known = draft.data.registers.organisations.iter().any(|one| one.id == organisation);
    row.refer("project", "projects", place.is_some());
    row.refer("organisation", "organisations", known);
    let share = row.decimal("share").unwrap_or_default();
    let most = Decimal::from_int(100);
    if share.is_negative() || share > most {
        let finding = messages::out_of_range(row.text("share"), Some(Decimal::ZERO), Some(most));
        row.report("share", finding);
    }
    let party = Party { organisation, area: draft.area(row, "area"), share };
    let project = place.and_then(|place| draft.data.registers.projects.get_mut(place));
    if let Some(project) = project.filter(|_| row.is_sound()) {
        project.parties.push(party);
    }
}
