//! How projects go: what was reported of each, and its milestones.

use super::day;
use crate::export::package::column::{Column, or_empty};
use crate::export::package::heads::{DAY, DUE, ID, NAME_EN, NAME_FA};
use crate::export::package::sheet::{About, Sheet};
use crate::model::{Dataset, Milestone, Progress, ProjectId};

const PROJECT: [&str; 3] = ["project", "Project", "طرح"];

/// A row with its project.
struct Of<'a, T> {
    project: &'a ProjectId,
    one: &'a T,
}

pub(super) fn progress(data: &Dataset) -> Sheet {
    type Row<'a> = Column<Of<'a, Progress>>;
    let about = About {
        name: "project-progress",
        title: "How far projects have come",
        title_fa: "پیشرفت طرح‌ها",
        key: &["project", "day"],
    };
    let columns = [
        Row::text(PROJECT, |it| it.project.to_string()).required().refers("projects"),
        Row::text(DAY, |it| day(it.one.day)).required(),
        Row::number(["physical", "Work done, percent", "پیشرفت کار، درصد"], |it| {
            or_empty(it.one.physical)
        }),
        Row::number(["financial", "Money spent, percent", "پیشرفت پول، درصد"], |it| {
            or_empty(it.one.financial)
        }),
    ];
    let rows = data.registers.projects.iter().flat_map(|project| {
        project.course.progress.iter().map(|one| Of { project: &project.id, one })
    });
    Sheet::new(&about, &columns, rows)
}

pub(super) fn milestones(data: &Dataset) -> Sheet {
    type Row<'a> = Column<Of<'a, Milestone>>;
    let about = About {
        name: "project-milestones",
        title: "Milestones of projects; the weights of each project sum to 100",
        title_fa: "گام‌های طرح‌ها؛ جمع وزن‌های هر طرح ۱۰۰ است",
        key: &["project", "id"],
    };
    let columns = [
        Row::text(PROJECT, |it| it.project.to_string()).required().refers("projects"),
        Row::text(ID, |it| it.one.id.clone()).required(),
        Row::text(NAME_FA, |it| it.one.name.fa.clone()).required(),
        Row::text(NAME_EN, |it| it.one.name.en.clone()),
        Row::number(["weight", "Weight, percent", "وزن، درصد"], |it| {
            it.one.weight.to_string()
        })
        .required(),
        Row::text(DUE, |it| or_empty(it.one.due.map(day))),
        Row::text(["done", "Done on, Jalali", "روز انجام، خورشیدی"], |it| {
            or_empty(it.one.done.map(day))
        }),
    ];
    let rows = data.registers.projects.iter().flat_map(|project| {
        project.course.milestones.all().iter().map(|one| Of { project: &project.id, one })
    });
    Sheet::new(&about, &columns, rows)
}
