//! `legends`

use super::{Draft, Ledger, RowReader, Sheet, TableKind};
use crate::ingest::messages;
use crate::model::{Legend, LegendClass, MeasureId};

pub(in crate::ingest) const LEGENDS: TableKind = TableKind {
    key: &["measure", "from"],
    finish,
    ..TableKind::new("legends", &["measure", "from", "to", "name_fa"], read)
};

/// A class with its row.
pub(in crate::ingest) type ClassRow = (u32, MeasureId, LegendClass);

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let measure = draft.measure(row);
    let class = LegendClass { from: row.decimal("from"), to: row.decimal("to"), name: row.name() };
    if row.is_sound() {
        draft.legend_rows.push((row.number(), measure, class));
    }
}

/// Makes the legends, in the order in which the file names their measures. Classes that do not follow
/// one another are left out together: half a legend would class some values wrongly.
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    let mut rest = std::mem::take(&mut draft.legend_rows);
    while let Some((_, measure, _)) = rest.first() {
        let measure = measure.clone();
        let (own, others): (Vec<ClassRow>, Vec<ClassRow>) =
            rest.into_iter().partition(|(_, other, _)| *other == measure);
        rest = others;
        let rows: Vec<u32> = own.iter().map(|(row, ..)| *row).collect();
        let classes = own.into_iter().map(|(_, _, class)| class).collect();
        match Legend::new(measure, classes) {
            Ok(legend) => draft.data.legends.push(legend),
            Err(fault) => {
                for (place, row) in rows.into_iter().enumerate() {
                    let (column, finding) = messages::no_legend(fault, place);
                    ledger.take_back(finding.at(sheet.file, row, column));
                }
            }
        }
    }
}
