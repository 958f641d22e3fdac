//! `statements`

use super::{Draft, RowReader, TableKind};
use crate::model::{Statement, StatementId, StatementKind};

pub(in crate::ingest) const STATEMENTS: TableKind =
    TableKind::new("statements", &["id", "kind", "source", "summary_fa"], read);

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    row.required("summary_fa");
    let measure = draft.optional_measure(row);
    let statement = Statement {
        id: StatementId::new(row.required("id")),
        kind: row.required_word("kind", StatementKind::Statement),
        source: draft.source(row),
        locator: row.locator("locator"),
        measure,
        place: draft.place(row),
        quote: row.text("quote").to_owned(),
        summary: row.bilingual("summary_fa", "summary_en"),
        theme: row.text("theme").to_owned(),
    };
    if row.is_sound() {
        draft.data.statements.push(statement);
    }
}
