//! Shapes and rows as declarations of TypeScript.

use std::collections::BTreeMap;

use super::VERSION;
use super::rows::{Column, Table};
use crate::spec::{Parts, Shape};

/// Every type that these name, and a type of the rows of each table.
pub(super) fn declarations<'a>(
    shapes: impl Iterator<Item = &'a Shape>,
    tables: &[Table],
) -> String {
    let mut named = BTreeMap::new();
    for shape in shapes {
        of(shape, &mut named);
    }
    let mut text = format!(
        "/** Views, rankings and data packages of Hamyar, version {VERSION}. Made by `hamyar schema` from what reads them. */\n\
         export type ViewVersion = {VERSION};\n"
    );
    named.values().for_each(|one| text.push_str(one));
    tables.iter().for_each(|table| text.push_str(&table.declaration()));
    text
}

/// The type of a place; objects with a name become interfaces.
fn of(shape: &Shape, named: &mut BTreeMap<&'static str, String>) -> String {
    match shape {
        Shape::Any => "unknown".to_owned(),
        Shape::Text => "string".to_owned(),
        Shape::Decimal => "`${number}`".to_owned(),
        Shape::Flag => "boolean".to_owned(),
        Shape::Number | Shape::Whole(..) => "number".to_owned(),
        Shape::Words(words) => union(words.iter().map(|word| format!("'{word}'"))),
        Shape::List(item) => format!("readonly ({})[]", of(item, named)),
        Shape::Pair(item) => {
            let item = of(item, named);
            format!("readonly [{item}, {item}]")
        }
        Shape::Either(shapes) => union(shapes.iter().map(|shape| of(shape, named))),
        Shape::Fields(parts) if parts.name.is_empty() => {
            format!("{{ {} }}", members(parts, " ", named))
        }
        Shape::Fields(parts) => {
            if !named.contains_key(parts.name) {
                named.insert(parts.name, String::new());
                let members = members(parts, "\n  ", named);
                named.insert(
                    parts.name,
                    format!("export interface {} {{\n  {members}\n}}\n", parts.name),
                );
            }
            parts.name.to_owned()
        }
    }
}

fn members(parts: &Parts, gap: &str, named: &mut BTreeMap<&'static str, String>) -> String {
    let member = |part: &crate::spec::Part| {
        let (mark, or) = if part.is_required { ("", "") } else { ("?", " | null") };
        format!("{}{mark}: {}{or};", part.name, of(&part.shape, named))
    };
    parts.parts.iter().map(member).collect::<Vec<_>>().join(gap)
}

fn union(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join(" | ")
}

impl Table {
    fn declaration(&self) -> String {
        let members: String = self.columns.iter().map(Column::member).collect();
        format!(
            "/** A row of `{}`; each cell is a text. */\nexport interface {}Row {{\n{members}}}\n",
            self.name,
            camel(&self.name)
        )
    }
}

impl Column {
    fn member(&self) -> String {
        let mark = if self.is_required { "" } else { "?" };
        let none = (!self.is_required).then(|| "''".to_owned());
        let kind = if self.words.is_empty() {
            "string".to_owned()
        } else {
            union(self.words.iter().map(|word| format!("'{word}'")).chain(none))
        };
        let [en, fa] = &self.titles;
        format!("  /** {en} · {fa} */\n  {}{mark}: {kind};\n", self.name)
    }
}

/// `area_codes` as `AreaCodes`.
fn camel(name: &str) -> String {
    let mut is_start = true;
    let mut text = String::new();
    for sign in name.chars() {
        if matches!(sign, '_' | '-') {
            is_start = true;
        } else if std::mem::take(&mut is_start) {
            text.extend(sign.to_uppercase());
        } else {
            text.push(sign);
        }
    }
    text
}
