//! `successions`

use std::collections::BTreeMap;

use super::{Draft, Ledger, RowReader, Sheet, TableKind};
use crate::ingest::messages;
use crate::model::{AreaId, Succession, SuccessionFault, SuccessionKind};
use crate::number::Decimal;

pub(in crate::ingest) const SUCCESSIONS: TableKind = TableKind {
    key: &["from", "to"],
    finish,
    ..TableKind::new("successions", &["kind", "from", "to", "day", "share"], read)
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    for column in ["from", "to", "day", "share"] {
        row.required(column);
    }
    let share = row.decimal("share").unwrap_or_default();
    let most = Decimal::from_int(100);
    if share.is_negative() || share > most {
        let finding = messages::out_of_range(row.text("share"), Some(Decimal::ZERO), Some(most));
        row.report("share", finding);
    }
    let succession = Succession {
        kind: row.required_word("kind", SuccessionKind::Rename),
        from: draft.area(row, "from"),
        to: draft.area(row, "to"),
        day: row.period("day").and_then(|day| day.start()).unwrap_or_default(),
        share,
    };
    if let Some(fault) = succession.fault(&draft.data.areas) {
        let column = if fault == SuccessionFault::NotLater { "to" } else { "day" };
        row.report(column, messages::succession_fault(fault, row.text(column)));
    }
    if row.is_sound() {
        draft.succession_rows.push(row.number());
        draft.data.successions.push(succession);
    }
}

/// Names each area whose shares do not sum to 100, at its first row. Every row is good by itself and
/// is kept; figures of that area are not divided (`Obstacle::Shares`).
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    let mut sums: BTreeMap<&AreaId, (u32, Option<Decimal>)> = BTreeMap::new();
    for (step, row) in draft.data.successions.iter().zip(&draft.succession_rows) {
        let (_, sum) = sums.entry(&step.from).or_insert((*row, Some(Decimal::ZERO)));
        *sum = sum.and_then(|sum| sum.checked_add(step.share).ok());
    }
    let mut wrong: Vec<_> =
        sums.into_iter().filter(|(_, (_, sum))| *sum != Some(Decimal::from_int(100))).collect();
    wrong.sort_by_key(|(_, (row, _))| *row);
    for (from, (row, sum)) in wrong {
        ledger.note(messages::wrong_shares(from.as_str(), sum).at(sheet.file, row, "share"));
    }
}
