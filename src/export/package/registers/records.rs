//! Records that name their place.

use super::{Record as Row, day, in_unit, rows};
use crate::export::package::column::{Column, or_empty};
use crate::export::package::heads::{DAY, ID, MEASURE, PROGRAMME, SOURCE, STAGE, UNIT};
use crate::export::package::sheet::{About, Sheet};
use crate::model::{AreaScheme, Dataset, Record, Stage};

pub(super) fn records(data: &Dataset) -> Sheet {
    let about = About {
        name: "records",
        title: "Records that name their place",
        title_fa: "سابقه‌هایی که جای خود را به نام می‌گویند",
        key: &["id"],
    };
    let columns = [place(), content()].into_iter().flatten().collect::<Vec<_>>();
    Sheet::new(&about, &columns, rows(data, &data.registers.records))
}

/// Which record it is, where and when.
fn place<'a>() -> Vec<Column<Row<'a, Record>>> {
    type Of<'a> = Column<Row<'a, Record>>;
    vec![
        Of::text(ID, |it| it.one.id.to_string()).required(),
        Of::text(
            ["province", "Province as written", "استان، چنان که نوشته‌اند"],
            |it| it.one.province.clone(),
        )
        .required(),
        Of::text(
            ["county", "County as written", "شهرستان، چنان که نوشته‌اند"],
            |it| it.one.county.clone(),
        ),
        Of::word::<AreaScheme>(
            ["scheme", "Whose codes stand for names", "کد از کیست، اگر به جای نام است"],
            |it| or_empty(it.one.scheme.map(AreaScheme::code)),
        ),
        Of::text(DAY, |it| day(it.one.day)).required(),
    ]
}

/// What it tells.
fn content<'a>() -> Vec<Column<Row<'a, Record>>> {
    type Of<'a> = Column<Row<'a, Record>>;
    vec![
        Of::text(MEASURE, |it| it.one.measure.to_string()).required().refers("measures"),
        Of::number(["amount", "Amount", "مقدار"], |it| {
            in_unit(it.data, Some(it.one.amount), &it.one.unit)
        })
        .required(),
        Of::text(UNIT, |it| it.one.unit.to_string()).required().refers("units"),
        Of::word::<Stage>(STAGE, |it| or_empty(it.one.stage.map(Stage::code))),
        Of::text(PROGRAMME, |it| or_empty(it.one.programme.as_ref())).refers("programmes"),
        Of::text(SOURCE, |it| it.one.source.to_string()).required().refers("sources"),
    ]
}
