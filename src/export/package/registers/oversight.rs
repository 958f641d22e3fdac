//! Assemblies of cooperatives, and their supervision.

use super::day;
use crate::export::package::column::{Column, or_empty};
use crate::export::package::heads::{COOPERATIVE, DAY, DUE, KIND, SOURCE};
use crate::export::package::sheet::{About, Sheet};
use crate::model::{
    Assembly, AssemblyKind, Dataset, Supervision, SupervisionKind, SupervisionResult,
};

pub(super) fn assemblies(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Assembly>;
    let about = About {
        name: "assemblies",
        title: "Assemblies",
        title_fa: "مجمع‌ها",
        key: &["cooperative", "kind", "due"],
    };
    let columns = [
        Of::text(COOPERATIVE, |one| one.cooperative.to_string()).required().refers("cooperatives"),
        Of::word::<AssemblyKind>(KIND, |one| one.kind.code().to_owned()).required(),
        Of::text(DUE, |one| day(one.due)).required(),
        Of::text(["held", "Held on, Jalali", "روز برگزاری، خورشیدی"], |one| {
            or_empty(one.held.map(day))
        }),
        Of::text(SOURCE, |one| one.source.to_string()).required().refers("sources"),
    ];
    Sheet::new(&about, &columns, data.registers.assemblies.iter())
}

pub(super) fn supervisions(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Supervision>;
    let about = About {
        name: "supervisions",
        title: "Supervision of cooperatives",
        title_fa: "نظارت بر تعاونی‌ها",
        key: &["cooperative", "kind", "day"],
    };
    let columns = [
        Of::text(COOPERATIVE, |one| one.cooperative.to_string()).required().refers("cooperatives"),
        Of::word::<SupervisionKind>(KIND, |one| one.kind.code().to_owned()).required(),
        Of::text(DAY, |one| day(one.day)).required(),
        Of::word::<SupervisionResult>(["result", "What was found", "نتیجه"], |one| {
            or_empty(one.result.map(SupervisionResult::code))
        }),
        Of::text(SOURCE, |one| one.source.to_string()).required().refers("sources"),
    ];
    Sheet::new(&about, &columns, data.registers.supervisions.iter())
}
