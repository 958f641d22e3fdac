//! How projects go: columns of `projects`, and the tables `project_progress` and `project_milestones`.

use std::collections::BTreeMap;

use super::{Draft, Ledger, RowReader, Sheet, TableKind};
use crate::ingest::messages::{self, Contradiction, beside};
use crate::model::{Course, Milestone, Milestones, Progress, Project, ProjectId, Stretch, UnitId};
use crate::number::Decimal;

pub(in crate::ingest) const PROGRESS: TableKind = TableKind {
    key: &["project", "day"],
    ..TableKind::new("project_progress", &["project", "day", "physical", "financial"], progress)
};

pub(in crate::ingest) const MILESTONES: TableKind = TableKind {
    key: &["project", "id"],
    finish,
    ..TableKind::new("project_milestones", &["project", "id", "name_fa", "weight"], milestone)
};

/// The milestones of each project, with their rows.
pub(in crate::ingest) type MilestoneRows = BTreeMap<ProjectId, Vec<(u32, Milestone)>>;

const REVERSED: Contradiction = Contradiction {
    fa: "پایان پیش از آغاز است.",
    en: "It ends before it begins.",
    hint_fa: "دو روز را بسنجید.",
    hint_en: "Check the two days.",
};

const NOTHING_REPORTED: Contradiction = Contradiction {
    fa: "نه پیشرفت کار دارد و نه پیشرفت پول.",
    en: "It tells neither how far the work has come nor the money.",
    hint_fa: "دست‌کم یکی از physical و financial را بنویسید؛ صفر هم مقدار است.",
    hint_en: "Write physical or financial at least; zero is a value.",
};

/// The planned and actual costs and days of a project, all of which may be empty.
pub(super) fn read(row: &mut RowReader<'_>, draft: &Draft, unit: &UnitId) -> Course {
    Course {
        planned_cost: draft.amount(row, "planned_cost", unit),
        actual_cost: draft.amount(row, "actual_cost", unit),
        planned: stretch(row, "planned_start", "planned_finish"),
        actual: stretch(row, "actual_start", "actual_finish"),
        ..Course::default()
    }
}

fn stretch(row: &mut RowReader<'_>, start: &str, finish: &str) -> Stretch {
    let stretch = Stretch { start: row.exact_day(start), finish: row.exact_day(finish) };
    if stretch.is_reversed() {
        row.contradict(finish, &REVERSED);
    }
    stretch
}

fn progress(row: &mut RowReader<'_>, draft: &mut Draft) {
    let id = project(row, draft);
    let progress = Progress {
        day: row.required_day("day"),
        physical: percent(row, "physical"),
        financial: percent(row, "financial"),
    };
    if row.text("physical").is_empty() && row.text("financial").is_empty() {
        row.contradict("physical", &NOTHING_REPORTED);
    }
    if let Some(project) = find(draft, &id).filter(|_| row.is_sound()) {
        project.course.progress.push(progress);
    }
}

fn milestone(row: &mut RowReader<'_>, draft: &mut Draft) {
    let project = project(row, draft);
    row.required("weight");
    let milestone = Milestone {
        id: row.required("id").to_owned(),
        name: row.name(),
        weight: percent(row, "weight").unwrap_or_default(),
        due: row.exact_day("due"),
        done: row.exact_day("done"),
    };
    if row.is_sound() {
        draft.milestones.entry(project).or_default().push((row.number(), milestone));
    }
}

/// The project in `project`, which must exist.
fn project(row: &mut RowReader<'_>, draft: &mut Draft) -> ProjectId {
    let id = ProjectId::new(row.required("project"));
    row.refer("project", "projects", find(draft, &id).is_some());
    id
}

fn find<'a>(draft: &'a mut Draft, id: &ProjectId) -> Option<&'a mut Project> {
    draft.data.registers.projects.iter_mut().find(|one| one.id == *id)
}

fn percent(row: &mut RowReader<'_>, column: &str) -> Option<Decimal> {
    let percent = row.decimal(column)?;
    let most = Decimal::from_int(100);
    if percent.is_negative() || percent > most {
        let finding = messages::out_of_range(row.text(column), Some(Decimal::ZERO), Some(most));
        row.report(column, finding);
    }
    Some(percent)
}

/// Gives the milestones to their projects. Those that are not the whole work are left out together: what
/// is done of them would be no percentage of it.
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    for (id, own) in std::mem::take(&mut draft.milestones) {
        let (rows, milestones): (Vec<u32>, Vec<Milestone>) = own.into_iter().unzip();
        match (Milestones::new(milestones), find(draft, &id)) {
            (Ok(milestones), Some(project)) => project.course.milestones = milestones,
            (Err(sum), _) => {
                for row in rows {
                    let finding = beside::wrong_weights(id.as_str(), sum);
                    ledger.take_back(finding.at(sheet.file, row, "weight"));
                }
            }
            (Ok(_), None) => {}
        }
    }
}
