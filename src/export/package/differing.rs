//! Rows of other tables that copies tell differently: what each says, for a person to choose from, and what was
//! left before.

use std::collections::BTreeSet;

use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::calendar::Period;
use crate::export::package::heads::ID;
use crate::list::{Gather, join};
use crate::model::{CellName, Chosen, Dataset, ToldApart, Variant};

/// What `standing` says of the cells that all variants have alike.
const ALL: &str = "all";

/// One cell of one variant, or that somebody chose it.
struct Told<'a> {
    thing: &'a ToldApart,
    standing: String,
    column: String,
    value: String,
    chosen: Option<&'a Chosen>,
    after: String,
}

/// First what is open, column by column, then what was decided, and at the end what all variants have alike.
pub(super) fn differing(data: &Dataset) -> Sheet {
    let about = About {
        name: "differing",
        title: "Rows of other tables that copies tell differently; on one row of each, fill in keep, day and by",
        title_fa: "ردیف‌های دیگرِ جدول‌ها که دو نسخه یکی نمی‌گویند؛ در یک ردیف هر کدام «نگه‌داشته» (keep) و «روز» (day) و «به دست» (by) را پر کنید",
        key: &["table", "id", "standing", "column"],
    };
    let (open, settled): (Vec<&ToldApart>, Vec<&ToldApart>) =
        data.told_apart.iter().partition(|one| one.is_open());
    let things = || open.iter().chain(&settled).copied();
    let rows = things().flat_map(told).chain(things().flat_map(alike)).gather();
    Sheet::new(&about, &columns(), rows.into_iter())
}

fn columns<'a>() -> [Column<Told<'a>>; 9] {
    type Of<'a> = Column<Told<'a>>;
    [
        Of::text(["table", "Table", "جدول"], |it| it.thing.table.clone()).required(),
        Of::text(ID, |it| it.thing.id.clone()).required(),
        Of::text(["standing", "Which of its variants", "کدام"], |it| it.standing.clone())
            .required(),
        Of::text(["column", "Column", "ستون"], |it| it.column.clone()).required(),
        Of::text(["value", "What stands there", "نوشتهٔ آن"], |it| it.value.clone()),
        Of::text(
            ["keep", "Kept: what standing says of it", "نگه‌داشته: نوشتهٔ «کدام» (standing) آن"],
            |_| String::new(),
        ),
        Of::text(["day", "Decided on, Jalali", "روز، خورشیدی"], |it| {
            or_empty(it.chosen.and_then(|one| Period::day(one.day)).map(|day| day.id()))
        }),
        Of::text(["by", "Decided by", "به دست"], |it| or_empty(it.chosen.map(|one| &one.by))),
        Of::text(
            ["after", "Variants that were left for it", "گفته‌هایی که برایش کنار گذاشته شد"],
            |it| it.after.clone(),
        ),
    ]
}

/// The cells that differ, side by side, and who chose which variant. A cell of a row that a variant lacks is empty.
fn told(thing: &ToldApart) -> Vec<Told<'_>> {
    let mut rows = Vec::new();
    let names = names(thing);
    for name in names.into_iter().filter(|name| !is_alike(thing, name)) {
        for (place, variant) in thing.variants.iter().enumerate() {
            let value = or_empty(variant.cells.get(name));
            rows.push(Told { value, ..row(thing, place, written(thing, name)) });
        }
    }
    for (place, variant) in thing.variants.iter().enumerate() {
        for (nth, chosen) in variant.chosen.iter().enumerate() {
            let column = format!("chosen/{}", nth + 1);
            rows.push(Told { chosen: Some(chosen), ..row(thing, place, column) });
        }
    }
    rows
}

fn row(thing: &ToldApart, place: usize, column: String) -> Told<'_> {
    Told {
        thing,
        standing: standing(thing, place),
        column,
        value: String::new(),
        chosen: None,
        after: thing.variants.get(place).map(|one| ways(thing, one)).unwrap_or_default(),
    }
}

fn alike(thing: &ToldApart) -> Vec<Told<'_>> {
    let names = names(thing).into_iter().filter(|name| is_alike(thing, name));
    let first = thing.variants.first();
    let row = |name: &CellName| Told {
        thing,
        standing: ALL.to_owned(),
        column: written(thing, name),
        value: or_empty(first.and_then(|one| one.cells.get(name))),
        chosen: None,
        after: String::new(),
    };
    names.map(row).collect()
}

/// Every cell that some variant has.
fn names(thing: &ToldApart) -> BTreeSet<&CellName> {
    thing.variants.iter().flat_map(|one| one.cells.keys()).collect()
}

fn is_alike(thing: &ToldApart, name: &CellName) -> bool {
    let value = |one: &Variant| one.cells.get(name).cloned();
    let first = thing.variants.first().and_then(value);
    thing.variants.iter().all(|one| value(one) == first)
}

/// A column of the thing's own row by its name; else with the table, and which of its rows there.
fn written(thing: &ToldApart, CellName { table, nth, column }: &CellName) -> String {
    if *table == thing.table && *nth == 1 {
        column.clone()
    } else {
        format!("{table}/{nth}/{column}")
    }
}

/// What a variant is called among those of its thing.
fn standing(thing: &ToldApart, place: usize) -> String {
    let is_left = |one: &Variant| one.ways.is_empty();
    let standing = thing.variants.iter().filter(|one| !is_left(one)).count();
    match place {
        _ if thing.variants.get(place).is_some_and(is_left) => {
            format!("left-{}", place.saturating_sub(standing) + 1)
        }
        0 => "first".to_owned(),
        1 => "second".to_owned(),
        _ => (place + 1).to_string(),
    }
}

fn ways(thing: &ToldApart, variant: &Variant) -> String {
    let way =
        |way: &Vec<usize>| join(&way.iter().map(|place| standing(thing, *place)).gather(), " ");
    join(&variant.ways.iter().map(way).gather(), "|")
}
