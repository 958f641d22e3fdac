//! What somebody wrote beside tables, rows and cells.

use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::calendar::Period;
use crate::export::package::heads::{DAY, ID};
use crate::model::{Dataset, Note};

pub(super) fn notes(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Note>;
    let about = About {
        name: "notes",
        title: "Notes on tables, rows and cells",
        title_fa: "یادداشت‌ها بر جدول، ردیف یا خانه",
        key: &["id"],
    };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(["table", "Table", "جدول"], |one| one.table.clone()).required(),
        Of::text(["row", "Key of the row", "کلید ردیف"], |one| one.row.clone()),
        Of::text(["column", "Column", "ستون"], |one| one.column.clone()),
        Of::text(["text_fa", "Text, Persian", "متن فارسی"], |one| one.text.fa.clone()).required(),
        Of::text(["text_en", "Text, English", "متن انگلیسی"], |one| one.text.en.clone()),
        Of::text(["by_fa", "By, Persian", "به دست، فارسی"], |one| one.by.fa.clone()),
        Of::text(["by_en", "By, English", "به دست، انگلیسی"], |one| one.by.en.clone()),
        Of::text(DAY, |one| or_empty(one.day.and_then(Period::day).map(|day| day.id()))),
    ];
    Sheet::new(&about, &columns, data.notes.iter())
}
