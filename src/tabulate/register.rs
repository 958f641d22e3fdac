//! The register of joint projects line by line: what each costs and brings back, and what share of it
//! each party has. Sums by area and by group stand in [`super::projects`].

use super::count::Count;
use super::projects::joint;
use crate::diag::Bilingual;
use crate::list::join;
use crate::model::{
    AreaId, Dataset, Figure, Missing, Observation, OrganisationId, Party, Place, Project, Scenario,
};
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number};

/// The figures of every joint project, each called by the name of the project.
pub(super) fn figures(dataset: &Dataset) -> Vec<Observation> {
    let mut figures = Vec::new();
    for project in joint(dataset) {
        figures.extend(of_project(dataset, project));
        figures.extend(project.parties.iter().filter_map(|party| share(dataset, project, party)));
    }
    figures
}

fn of_project(dataset: &Dataset, project: &Project) -> Vec<Observation> {
    let amounts = [
        ("joint_project_each_cost", project.cost),
        ("joint_project_each_idle_capital", project.idle_capital),
    ];
    let counts = amounts.map(|(measure, amount)| Count {
        unit: Some(project.unit.clone()),
        note: note(dataset, project),
        ..line(dataset, measure, project, amount)
    });
    counts.into_iter().filter_map(|count| count.observation(dataset)).collect()
}

/// A share is of the party, in its area, and has no status: the project has.
fn share(dataset: &Dataset, project: &Project, party: &Party) -> Option<Observation> {
    let measure = "joint_project_share";
    let count = Count {
        id: format!("{measure}/{}/{}", project.id, party.organisation),
        place: Place::Area(party.area.clone()),
        note: organisation(dataset, &party.organisation),
        action_status: None,
        ..line(dataset, measure, project, Some(party.share))
    };
    count.observation(dataset)
}

fn line<'a>(
    dataset: &Dataset,
    measure: &'a str,
    project: &Project,
    amount: Option<Decimal>,
) -> Count<'a> {
    Count {
        id: format!("{measure}/{}", project.id),
        measure,
        place: ground(dataset, project).map_or(Place::Unplaced, Place::Area),
        period: project.period,
        scope: project.name.clone(),
        figure: amount.map_or(Figure::Missing(Missing::NotReported), Figure::exact),
        unit: None,
        scenario: Scenario::Actual,
        action_status: project.status,
        note: Bilingual::default(),
        source: project.source.clone(),
        recorded: None,
    }
}

/// The smallest area that the parties and the sites of a project lie in.
fn ground(dataset: &Dataset, project: &Project) -> Option<AreaId> {
    let areas = || project.parties.iter().map(|party| &party.area).chain(&project.sites);
    let holds = |area: &AreaId| {
        areas().all(|one| dataset.areas.lineage(one).any(|above| above.id == *area))
    };
    dataset.areas.lineage(areas().next()?).map(|area| &area.id).find(|area| holds(area)).cloned()
}

/// Who takes part by how much, and where.
fn note(dataset: &Dataset, project: &Project) -> Bilingual {
    let parties: Vec<Bilingual> = project
        .parties
        .iter()
        .map(|party| {
            let name = organisation(dataset, &party.organisation);
            let share = |lang| format_number(&party.share, lang, &NumberFormat::PERCENT);
            Bilingual::new(
                format!("{} {}", name.fa, share(Lang::Fa)),
                format!("{} {}", name.en, share(Lang::En)),
            )
        })
        .collect();
    let areas = project.sites.iter().filter_map(|site| dataset.areas.get(site));
    let sites: Vec<Bilingual> = areas.map(|area| area.name.clone()).collect();
    Bilingual::new(
        format!("طرف‌ها: {}. محل: {}.", in_persian(&parties), in_persian(&sites)),
        format!("Parties: {}. Site: {}.", in_english(&parties), in_english(&sites)),
    )
}

fn in_persian(names: &[Bilingual]) -> String {
    join(&names.iter().map(|name| name.fa.as_str()).collect::<Vec<_>>(), "، ")
}

fn in_english(names: &[Bilingual]) -> String {
    join(&names.iter().map(|name| name.en.as_str()).collect::<Vec<_>>(), ", ")
}

/// The name of a body, else its id.
fn organisation(dataset: &Dataset, id: &OrganisationId) -> Bilingual {
    let known = dataset.registers.organisations.iter().find(|one| one.id == *id);
    known.map_or_else(|| Bilingual::new(id.as_str(), id.as_str()), |one| one.name.clone())
}
