//! Cooperatives one by one, what happened to them, and their years.

use super::{day, in_unit};
use crate::export::package::column::{Column, or_empty};
use crate::export::package::heads::{AREA, COOPERATIVE, DAY, KIND, NAME_EN, NAME_FA, SOURCE, UNIT};
use crate::export::package::sheet::{About, Sheet};
use crate::model::{
    CoopActivity, CoopIcls, CoopKind, CoopLine, CoopStage, CoopYear, Cooperative, CooperativeId,
    Dataset, LifecycleEvent, RegisterDay,
};

pub(super) fn cooperatives(data: &Dataset) -> Sheet {
    let about =
        About {
            name: "cooperatives", title: "Cooperatives", title_fa: "تعاونی‌ها", key: &["id"]
        };
    let mut columns = named();
    columns.extend(classed());
    Sheet::new(&about, &columns, data.registers.cooperatives.iter())
}

fn named<'a>() -> Vec<Column<&'a Cooperative>> {
    type Of<'a> = Column<&'a Cooperative>;
    vec![
        Of::text(["id", "National id", "شناسهٔ ملی"], |one| one.id.to_string()).required(),
        Of::text(["registration_number", "Registration number", "شمارهٔ ثبت"], |one| {
            one.registration_number.clone()
        }),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
        Of::text(AREA, |one| one.area.to_string()).required().refers("areas"),
        Of::text(SOURCE, |one| one.source.to_string()).required().refers("sources"),
    ]
}

fn classed<'a>() -> Vec<Column<&'a Cooperative>> {
    type Of<'a> = Column<&'a Cooperative>;
    vec![
        Of::word::<CoopActivity>(["activity", "Activity", "زمینهٔ فعالیت"], |one| {
            one.activity.code().to_owned()
        })
        .required(),
        Of::word::<CoopKind>(KIND, |one| or_empty(one.kind.map(CoopKind::code))),
        Of::word::<CoopKind>(
            ["membership", "Who its members are", "گونهٔ عضویت"],
            |one| or_empty(one.membership.map(CoopKind::code)),
        ),
        Of::word::<CoopIcls>(["icls", "Group of activity", "گروه فعالیت"], |one| {
            or_empty(one.stated_icls.map(CoopIcls::code))
        }),
        Of::word::<CoopLine>(["line", "Group it is for", "گروه هدف"], |one| {
            or_empty(one.line.map(CoopLine::code))
        }),
    ]
}

/// An event, or a year, with its cooperative.
struct Of<'a, T> {
    data: &'a Dataset,
    cooperative: &'a CooperativeId,
    one: &'a T,
}

pub(super) fn events(data: &Dataset) -> Sheet {
    type Row<'a> = Column<Of<'a, LifecycleEvent>>;
    let about = About {
        name: "coop-events",
        title: "What happened to cooperatives",
        title_fa: "رویدادهای تعاونی‌ها",
        key: &["cooperative", "stage", "day"],
    };
    let columns = [
        Row::text(COOPERATIVE, |it| it.cooperative.to_string()).required().refers("cooperatives"),
        Row::word::<CoopStage>(["stage", "Stage", "مرحله"], |it| {
            it.one.stage.code().to_owned()
        })
        .required(),
        Row::text(DAY, |it| day(it.one.day)).required(),
        Row::text(SOURCE, |it| it.one.source.to_string()).required().refers("sources"),
    ];
    let rows = data.registers.cooperatives.iter().flat_map(|one| {
        let event = |event| Of { data, cooperative: &one.id, one: event };
        one.lifecycle.events().iter().map(event)
    });
    Sheet::new(&about, &columns, rows)
}

pub(super) fn years(data: &Dataset) -> Sheet {
    type Row<'a> = Column<Of<'a, CoopYear>>;
    let about = About {
        name: "coop-years",
        title: "Years of cooperatives",
        title_fa: "سال‌های تعاونی‌ها",
        key: &["cooperative", "period"],
    };
    let columns = [
        Row::text(COOPERATIVE, |it| it.cooperative.to_string()).required().refers("cooperatives"),
        Row::text(["period", "Year, Jalali", "سال، خورشیدی"], |it| it.one.period.id()).required(),
        Row::whole(["members", "Members", "عضو"], |it| or_empty(it.one.members)),
        Row::whole(["workers", "Workers", "شاغل"], |it| or_empty(it.one.workers)),
        Row::number(["capital", "Capital", "سرمایه"], |it| {
            in_unit(it.data, it.one.capital, &it.one.unit)
        }),
        Row::number(["turnover", "Turnover", "گردش مالی"], |it| {
            in_unit(it.data, it.one.turnover, &it.one.unit)
        }),
        Row::text(UNIT, |it| it.one.unit.to_string()).refers("units"),
        Row::text(SOURCE, |it| it.one.source.to_string()).required().refers("sources"),
    ];
    let rows =
        data.registers.cooperatives.iter().flat_map(|one| {
            one.years.iter().map(|year| Of { data, cooperative: &one.id, one: year })
        });
    Sheet::new(&about, &columns, rows)
}

pub(super) fn days(data: &Dataset) -> Sheet {
    type Row<'a> = Column<&'a RegisterDay>;
    let about = About {
        name: "register-days",
        title: "Days on which registers are counted",
        title_fa: "روزهای شمارش ثبت‌ها",
        key: &["day"],
    };
    let columns = [
        Row::text(DAY, |one| day(one.day)).required(),
        Row::text(SOURCE, |one| one.source.to_string()).required().refers("sources"),
    ];
    Sheet::new(&about, &columns, data.registers.register_days.iter())
}
