//! Bodies that act, projects, and the parties of each.

use super::{Record, in_unit, records};
use crate::export::package::column::{Column, or_empty};
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
        Of::text(["id", "Id", "شناسه"], |one| one.id.to_string()).required(),
        Of::text(["name_fa", "Name, Persian", "نام فارسی"], |one| one.name.fa.clone()).required(),
        Of::text(["name_en", "Name, English", "نام انگلیسی"], |one| one.name.en.clone()),
        Of::word::<OrganisationKind>(["kind", "Kind", "نوع"], |one| one.kind.code().to_owned())
            .required(),
        Of::text(["area", "Area", "ناحیه"], |one| or_empty(one.area.as_ref())).refers("areas"),
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
        Of::text(["id", "Id", "شناسه"], |it| it.one.id.to_string()).required(),
        Of::text(["name_fa", "Name, Persian", "نام فارسی"], |it| it.one.name.fa.clone()).required(),
        Of::text(["name_en", "Name, English", "نام انگلیسی"], |it| {
            it.one.name.en.clone()
        }),
        Of::text(["source", "Source", "منبع"], |it| it.one.source.to_string())
            .required()
            .refers("sources"),
        Of::text(["period", "Period, Jalali", "دوره، خورشیدی"], |it| {
            or_empty(it.one.period.map(|period| period.id()))
        }),
        Of::word::<ActionStatus>(["status", "Status", "وضعیت"], |it| {
            or_empty(it.one.status.map(ActionStatus::code))
        }),
        Of::number(["cost", "Cost", "هزینه"], |it| {
            in_unit(it.data, it.one.cost, &it.one.unit)
        }),
        Of::number(
            ["idle_capital", "Capital put to use", "سرمایهٔ راکدِ به‌کارگرفته"],
            |it| in_unit(it.data, it.one.idle_capital, &it.one.unit),
        ),
        Of::text(["unit", "Unit", "یکا"], |it| it.one.unit.to_string()).refers("units"),
        Of::text(["sites", "Areas, parted by |", "ناحیه‌ها، جداشده با |"], |it| {
            join(&it.one.sites.iter().map(AreaId::as_str).gather(), "|")
        }),
    ];
    Sheet::new(&about, &columns, records(data, &data.registers.projects))
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
        Row::text(["area", "Area", "ناحیه"], |it| it.party.area.to_string())
            .required()
            .refers("areas"),
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
