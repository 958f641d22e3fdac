//! What areas are called in the code lists of others.

use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::calendar::{Day, Period};
use crate::export::package::heads::{AREA, VALID_FROM, VALID_TO};
use crate::model::{AreaCode, AreaScheme, Dataset};

pub(super) fn area_codes(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a AreaCode>;
    let about = About {
        name: "area-codes",
        title: "Codes of areas in the lists of others",
        title_fa: "کد ناحیه‌ها در فهرست‌های دیگر",
        key: &["area", "scheme", "code", "valid_from"],
    };
    let columns = [
        Of::text(AREA, |one| one.area.to_string()).required().refers("areas"),
        Of::word::<AreaScheme>(["scheme", "Whose code", "کد از کیست"], |one| {
            one.scheme.code().to_owned()
        })
        .required(),
        Of::text(["code", "Code", "کد"], |one| one.code.clone()).required(),
        Of::text(VALID_FROM, |one| limit(one.valid.from)),
        Of::text(VALID_TO, |one| limit(one.valid.to)),
    ];
    Sheet::new(&about, &columns, data.area_codes.iter())
}

/// An end of the days on which something holds, Jalali; empty for an open one.
pub(super) fn limit(day: Option<Day>) -> String {
    or_empty(day.and_then(Period::day).map(|day| day.id()))
}
