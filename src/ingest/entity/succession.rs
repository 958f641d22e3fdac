//! `successions`

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages;
use crate::model::{Succession, SuccessionKind};
use crate::number::Decimal;

pub(in crate::ingest) const SUCCESSIONS: TableKind = TableKind {
    key: &["from", "to"],
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
    if row.is_sound() {
        draft.data.successions.push(succession);
    }
}
