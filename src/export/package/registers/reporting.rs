//! Orders to report, and the reports that came in.

use super::day;
use crate::export::package::column::{Column, or_empty};
use crate::export::package::heads::{AREA, ID, NAME_EN, NAME_FA, PERIOD, SOURCE};
use crate::export::package::sheet::{About, Sheet};
use crate::model::{Dataset, Directive, Level, Submission};

pub(super) fn directives(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Directive>;
    let about = About {
        name: "directives",
        title: "Orders to report",
        title_fa: "دستورهای گزارش‌دهی",
        key: &["id"],
    };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
        Of::text(SOURCE, |one| one.source.to_string()).required().refers("sources"),
        Of::text(["issued", "Issued, Jalali", "روز صدور، خورشیدی"], |one| {
            day(one.issued)
        })
        .required(),
        Of::text(["due", "Time allowed", "مهلت"], |one| one.allowance.code()),
        Of::word::<Level>(
            ["level", "Level that reports", "سطح گزارش‌دهنده"],
            |one| one.level.code().to_owned(),
        )
        .required(),
        Of::text(["within", "Inside this area", "درون این ناحیه"], |one| {
            or_empty(one.within.as_ref())
        })
        .refers("areas"),
        Of::text(PERIOD, |one| or_empty(one.period.map(|period| period.id()))),
        Of::text(["as_of", "Counted on, Jalali", "روز شمارش، خورشیدی"], |one| {
            or_empty(one.as_of.map(day))
        }),
    ];
    Sheet::new(&about, &columns, data.registers.directives.iter())
}

pub(super) fn submissions(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Submission>;
    let about = About {
        name: "submissions",
        title: "Reports that came in",
        title_fa: "گزارش‌های رسیده",
        key: &["directive", "area", "received"],
    };
    let columns = [
        Of::text(["directive", "Order", "دستور"], |one| one.directive.to_string())
            .required()
            .refers("directives"),
        Of::text(AREA, |one| one.area.to_string()).required().refers("areas"),
        Of::text(["received", "Received, Jalali", "روز رسیدن، خورشیدی"], |one| {
            day(one.received)
        })
        .required(),
        Of::text(["complete", "Complete (yes, no)", "کامل (yes یا no)"], |one| {
            if one.complete { "yes" } else { "no" }.to_owned()
        }),
        Of::whole(["filled", "Cells filled", "خانه‌های پر"], |one| {
            one.filled.to_string()
        }),
        Of::whole(["required", "Cells asked for", "خانه‌های خواسته"], |one| {
            one.required.to_string()
        }),
    ];
    Sheet::new(&about, &columns, data.registers.submissions.iter())
}
