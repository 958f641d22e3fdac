//! `organisations`, `projects` and `project_parties`

use super::{Draft, Ledger, RowReader, Sheet, TableKind};
use crate::ingest::messages::{self, Contradiction};
use crate::model::{
    AreaId, CooperativeId, HierarchyFault, Organisation, OrganisationId, OrganisationKind, Party,
    Project, ProjectFault, ProjectId,
};
use crate::number::Decimal;

pub(in crate::ingest) const ORGANISATIONS: TableKind = TableKind {
    finish: organisations,
    ..TableKind::new("organisations", &["id", "name_fa", "kind"], organisation)
};

pub(in crate::ingest) const PROJECTS: TableKind =
    TableKind::new("projects", &["id", "name_fa", "source"], project);

pub(in crate::ingest) const PARTIES: TableKind = TableKind {
    key: &["project", "organisation"],
    ..TableKind::new("project_parties", &["project", "organisation", "area", "share"], party)
};

const ABOVE_ITSELF: Contradiction = Contradiction {
    fa: "این نهاد، پله‌پله، بالادست خودش است، یا زیر چنین نهادی.",
    en: "This body is, step by step, above itself, or below one that is.",
    hint_fa: "ستون parent را در این ردیف‌ها درست کنید.",
    hint_en: "Mend the column parent in these rows.",
};

const CAPITAL_OVER_COST: Contradiction = Contradiction {
    fa: "سرمایهٔ راکدی که در این پروژه به کار می‌افتد از هزینهٔ آن بیشتر است.",
    en: "More idle capital comes back to work in this project than it costs.",
    hint_fa: "ستون‌های cost و idle_capital و واحد آن‌ها را با منبع بسنجید.",
    hint_en: "Check cost, idle_capital and their unit with the source.",
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
        draft.organisation_rows.push(row.number());
        draft.data.registers.organisations.push(organisation);
    }
}

/// Takes back the bodies that stand below nothing, or above themselves.
fn organisations(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    let all = std::mem::take(&mut draft.data.registers.organisations);
    let rows = std::mem::take(&mut draft.organisation_rows);
    let faults = Organisation::faults(&all);
    for ((one, row), fault) in all.into_iter().zip(rows).zip(faults) {
        let finding = match fault {
            None => {
                draft.data.registers.organisations.push(one);
                continue;
            }
            Some(HierarchyFault::NoParent) => {
                let above = one.parent.unwrap_or_default();
                messages::unknown_reference(above.as_str(), "organisations")
            }
            Some(HierarchyFault::Cycle) => messages::contradiction(&ABOVE_ITSELF),
        };
        ledger.take_back(finding.at(sheet.file, row, "parent"));
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
        cooperative: cooperative(row, draft),
        sites: sites(row, draft),
        period: row.period("period"),
        status: row.word("status"),
        cost: draft.amount(row, "cost", &unit),
        idle_capital: draft.amount(row, "idle_capital", &unit),
        #[cfg(feature = "complete")]
        course: super::course::read(row, draft, &unit),
        unit,
    };
    if let Some(fault) = project.fault() {
        report(row, fault);
    }
    if row.is_sound() {
        draft.data.registers.projects.push(project);
    }
}

fn report(row: &mut RowReader<'_>, fault: ProjectFault) {
    let negative = |cell| messages::out_of_range(cell, Some(Decimal::ZERO), None);
    match fault {
        ProjectFault::NegativeCost => row.report("cost", negative(row.text("cost"))),
        ProjectFault::NegativeCapital => {
            row.report("idle_capital", negative(row.text("idle_capital")));
        }
        ProjectFault::CapitalOverCost => row.contradict("idle_capital", &CAPITAL_OVER_COST),
    }
}

/// The cooperative that a project is handed to.
fn cooperative(row: &mut RowReader<'_>, draft: &Draft) -> Option<CooperativeId> {
    let id = CooperativeId::new(row.text("cooperative"));
    row.refer("cooperative", "cooperatives", draft.cooperatives.contains_key(&id));
    (id != CooperativeId::default()).then_some(id)
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
