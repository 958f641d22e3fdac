//! Bodies that act, projects, and the parties of each.

use super::{Record, day, in_unit, rows};
use crate::export::package::column::{Column, or_empty};
use crate::export::package::heads::{
    AREA, ID, KIND, NAME_EN, NAME_FA, PERIOD, SOURCE, STATUS, UNIT,
};
use crate::export::package::sheet::{About, Sheet};
use crate::list::{Gather, join};
use crate::model::{
    ActionStatus, AreaId, Dataset, Organisation, OrganisationKind, Party, Project, ProjectId,
};

pub(super) fn organisations(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Organisation>;
    let about =
        About {
            name: "organisations", title: "Bodies that act", title_fa: "نهادها", key: &["id"]
        };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
        Of::word::<OrganisationKind>(KIND, |one| one.kind.code().to_owned()).required(),
        Of::text(AREA, |one| or_empty(one.area.as_ref())).refers("areas"),
        Of::text(["parent", "Body above", "نهاد بالادست"], |one| {
            or_empty(one.parent.as_ref())
        })
        .refers(""),
    ];
    Sheet::new(&about, &columns, data.registers.organisations.iter())
}

pub(super) fn projects(data: &Dataset) -> Sheet {
    type Of<'a> = Column<Record<'a, Project>>;
    let about =
        About { name: "projects", title: "Projects", title_fa: "طرح‌ها", key: &["id"] };
    let columns = [
        Of::text(ID, |it| it.one.id.to_string()).required(),
        Of::text(NAME_FA, |it| it.one.name.fa.clone()).required(),
        Of::text(NAME_EN, |it| it.one.name.en.clone()),
        Of::text(SOURCE, |it| it.one.source.to_string()).required().refers("sources"),
        Of::text(PERIOD, |it| or_empty(it.one.period.map(|period| period.id()))),
        Of::word::<ActionStatus>(STATUS, |it| or_empty(it.one.status.map(ActionStatus::code))),
        Of::number(["cost", "Cost", "هزینه"], |it| {
            in_unit(it.data, it.one.cost, &it.one.unit)
        }),
        Of::number(
            ["idle_capital", "Capital put to use", "سرمایهٔ راکدِ به‌کارگرفته"],
            |it| in_unit(it.data, it.one.idle_capital, &it.one.unit),
        ),
        Of::text(UNIT, |it| it.one.unit.to_string()).refers("units"),
        Of::text(
            ["cooperative", "Cooperative that it is handed to", "تعاونیِ گیرندهٔ طرح"],
            |it| or_empty(it.one.cooperative.as_ref()),
        )
        .refers("cooperatives"),
        Of::text(["sites", "Areas, parted by |", "ناحیه‌ها، جداشده با |"], |it| {
            join(&it.one.sites.iter().map(AreaId::as_str).gather(), "|")
        }),
    ];
    let columns = columns.into_iter().chain(course()).gather();
    Sheet::new(&about, &columns, rows(data, &data.registers.projects))
}

/// What was planned, and what came of it.
fn course<'a>() -> [Column<Record<'a, Project>>; 6] {
    type Of<'a> = Column<Record<'a, Project>>;
    [
        Of::number(["planned_cost", "Cost as planned", "هزینهٔ برنامه"], |it| {
            in_unit(it.data, it.one.course.planned_cost, &it.one.unit)
        }),
        Of::number(
            ["actual_cost", "Cost as it came to be", "هزینهٔ انجام‌شده"],
            |it| in_unit(it.data, it.one.course.actual_cost, &it.one.unit),
        ),
        Of::text(
            ["planned_start", "Planned start, Jalali", "آغاز برنامه، خورشیدی"],
            |it| or_empty(it.one.course.planned.start.map(day)),
        ),
        Of::text(
            ["planned_finish", "Planned finish, Jalali", "پایان برنامه، خورشیدی"],
            |it| or_empty(it.one.course.planned.finish.map(day)),
        ),
        Of::text(
            ["actual_start", "Actual start, Jalali", "آغاز انجام، خورشیدی"],
            |it| or_empty(it.one.course.actual.start.map(day)),
        ),
        Of::text(
            ["actual_finish", "Actual finish, Jalali", "پایان انجام، خورشیدی"],
            |it| or_empty(it.one.course.actual.finish.map(day)),
        ),
    ]
}

/// A party with its project.
struct Of<'a> {
    project: &'a ProjectId,
    party: &'a Party,
}

pub(super) fn parties(data: &Dataset) -> Sheet {
    type Row<'a> = Column<Of<'a>>;
    let about = About {
        name: "project-parties",
        title: "Parties of projects",
        title_fa: "طرف‌های طرح‌ها",
        key: &["project", "organisation"],
    };
    let columns = [
        Row::text(["project", "Project", "طرح"], |it| it.project.to_string())
            .required()
            .refers("projects"),
        Row::text(["organisation", "Body", "نهاد"], |it| it.party.organisation.to_string())
            .required()
            .refers("organisations"),
        Row::text(AREA, |it| it.party.area.to_string()).required().refers("areas"),
        Row::number(["share", "Share, percent", "سهم، درصد"], |it| {
            it.party.share.to_string()
        })
        .required(),
    ];
    let rows =
        data.registers.projects.iter().flat_map(|project| {
            project.parties.iter().map(|party| Of { project: &project.id, party })
        });
    Sheet::new(&about, &columns, rows)
}
