//! A ranking that lies beside the tables of a package: its rules, and the values of its candidates.

use std::path::Path;

use hamyar::copies::{RANKING, RANKING_VALUES};
use hamyar::diag::{Bilingual, Diagnostic};
use hamyar::ingest::Table;
use hamyar::model::{CellName, Cells, Dataset, ToldApart};
use hamyar::text::csv_row;
use serde_json::Value;

use crate::directory::bytes;
use crate::json_cells::{flat, whole};

const RULES: &str = "ranking.json";
const VALUES: &str = "ranking-values.csv";

/// Both files as they lie there. Values without rules rank nothing, and are none.
#[derive(Clone)]
pub(crate) struct Published {
    rules: Vec<u8>,
    values: Option<Vec<u8>>,
}

impl Published {
    /// The ranking beside a package, if there is one.
    pub(crate) fn beside(directory: &Path) -> Option<Self> {
        let rules = bytes(&directory.join(RULES))?;
        Some(Self { rules, values: bytes(&directory.join(VALUES)) })
    }

    /// What of a ranking in a directory cannot be taken as one: values without rules, rules or values that cannot
    /// be read. The files that are carried over stay what they are.
    pub(crate) fn faults(directory: &Path) -> Vec<Diagnostic> {
        let [rules, values] = [RULES, VALUES].map(|name| bytes(&directory.join(name)));
        let fault = |code, file, words: [&str; 2], hint: [&str; 2]| {
            let message = Bilingual::new(words[0], words[1]);
            Diagnostic::error(code, message).with_hint(hint[0], hint[1]).at(file, 0, "")
        };
        let mut found = Vec::new();
        match &rules {
            None if values.is_some() => found.push(fault(
                "ranking/rules-missing",
                VALUES,
                [
                    "کنار مقدارهای رتبه‌بندی قاعده‌ای نیست؛ این جدول برده نشد.",
                    "No rules lie beside the values of this ranking; the table was not carried over.",
                ],
                ["ranking.json را کنار آن بگذارید.", "Put ranking.json beside it."],
            )),
            Some(rules) if serde_json::from_slice::<Value>(rules).is_err() => found.push(fault(
                "ranking/unreadable",
                RULES,
                [
                    "قاعده‌های رتبه‌بندی JSON خواندنی نیست؛ همان‌گونه که هست برده شد.",
                    "The rules of this ranking are no readable JSON; they were carried over as they lie.",
                ],
                ["فایل را درست کنید.", "Mend the file."],
            )),
            _ => {}
        }
        let is_unread = rules.is_some() && values.is_some_and(|one| Table::parse(&one).is_err());
        if is_unread {
            found.push(fault(
                "ranking/unreadable",
                VALUES,
                [
                    "جدول مقدارهای رتبه‌بندی خوانده نشد؛ همان‌گونه که هست برده شد و سنجیده نشد.",
                    "The values of this ranking cannot be read; they were carried over as they lie, and not compared.",
                ],
                ["آن را CSV با UTF-8 ذخیره کنید.", "Save it as CSV in UTF-8."],
            ));
        }
        found
    }

    /// The files as they were, byte for byte.
    pub(crate) fn files(self) -> Vec<(String, Vec<u8>)> {
        let values = self.values.map(|values| (VALUES.to_owned(), values));
        [(RULES.to_owned(), self.rules)].into_iter().chain(values).collect()
    }

    /// What it says: white space and the order of fields say nothing.
    pub(crate) fn cells(&self) -> Cells {
        let rules: Option<Value> = serde_json::from_slice(&self.rules).ok();
        let as_written = || Value::String(String::from_utf8_lossy(&self.rules).into_owned());
        let rules = flat(&rules.unwrap_or_else(as_written)).into_iter();
        let mut cells: Cells =
            rules.map(|(column, text)| (cell(RANKING, 1, column), text)).collect();
        let table = self.values.as_deref().and_then(|values| Table::parse(values).ok());
        let Some(table) = table else { return cells };
        for (row, nth) in (0..table.numbers().len()).zip(1_u32..) {
            for (column, head) in table.headers().iter().enumerate() {
                let said = table.cell(row, column);
                if !said.is_empty() {
                    cells.insert(cell(RANKING_VALUES, nth, head.clone()), said.to_owned());
                }
            }
        }
        cells
    }

    /// Such files for what is said in cells.
    fn written(cells: &Cells) -> Self {
        let rules = cells.iter().filter(|(name, _)| name.table == RANKING);
        let rules = whole(rules.map(|(name, text)| (name.column.as_str(), text.as_str())));
        let rules = format!("{}\n", serde_json::to_string_pretty(&rules).unwrap_or_default());
        let values = cells.iter().filter(|(name, _)| name.table == RANKING_VALUES);
        let values: Vec<(&CellName, &String)> = values.collect();
        let values = (!values.is_empty()).then(|| table(&values).into_bytes());
        Self { rules: rules.into_bytes(), values }
    }
}

/// The files of what stands of a ranking in what was merged, beside what both copies were made of where that is
/// known: as they lay in the copies, where one of them has it and nobody has decided.
pub(crate) fn standing(
    base: Option<Option<&Published>>,
    copies: [Option<Published>; 2],
    dataset: &Dataset,
) -> Option<Published> {
    let told = dataset.told_apart.iter().find(|told| told.table == RANKING);
    let cells = copies.each_ref().map(|one| one.as_ref().map(Published::cells).unwrap_or_default());
    let first = told.and_then(|told| told.variants.first()).map(|first| first.cells.clone());
    let first = first.unwrap_or_else(|| furthest(base, &cells));
    if first.is_empty() {
        return None;
    }
    let as_they_lay = copies.into_iter().zip(&cells).filter(|(_, cells)| **cells == first);
    let as_they_lay = as_they_lay.filter_map(|(one, _)| one).reduce(|one, other| Published {
        rules: one.rules.min(other.rules),
        values: one.values.into_iter().chain(other.values).min(),
    });
    let is_settled = told.is_some_and(was_decided);
    Some(as_they_lay.filter(|_| !is_settled).unwrap_or_else(|| Published::written(&first)))
}

/// That of two which the other is behind: what both were made of is behind both, nothing behind rules, and rules
/// behind the same with values.
fn furthest(base: Option<Option<&Published>>, cells: &[Cells; 2]) -> Cells {
    let was = base.map(|base| base.map(Published::cells).unwrap_or_default());
    let gone_on = cells.iter().filter(|cells| Some(*cells) != was.as_ref());
    gone_on.max_by_key(|cells| cells.len()).cloned().or(was).unwrap_or_default()
}

/// Whether something was left for another, more than rules for the same with values.
fn was_decided(told: &ToldApart) -> bool {
    let has_values = |cells: &Cells| cells.keys().any(|name| name.table == RANKING_VALUES);
    let mut left = told.variants.iter().filter(|one| one.ways.is_empty());
    left.any(|one| has_values(&one.cells)) || told.variants.iter().any(|one| !one.chosen.is_empty())
}

fn cell(table: &str, nth: u32, column: String) -> CellName {
    CellName { table: table.to_owned(), nth, column }
}

/// Rows with a heading; `id` is the first column.
fn table(values: &[(&CellName, &String)]) -> String {
    let mut heads: Vec<&str> = values.iter().map(|(name, _)| name.column.as_str()).collect();
    heads.sort_by_key(|head| (*head != "id", *head));
    heads.dedup();
    let rows = values.iter().map(|(name, _)| name.nth).max().unwrap_or_default();
    let said = |nth: u32, head: &str| {
        let own = values.iter().find(|(name, _)| name.nth == nth && name.column == head);
        own.map_or("", |(_, text)| text.as_str())
    };
    let rows = (1..=rows).map(|nth| csv_row(heads.iter().map(|head| said(nth, head))));
    std::iter::once(csv_row(&heads)).chain(rows).collect()
}
