//! `codes`

use super::{Draft, RowReader, TableKind};

pub(in crate::ingest) const CODES: TableKind = TableKind {
    key: &["list", "code"],
    ..TableKind::new("codes", &["list", "code", "name_fa"], read)
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let list = row.required("list");
    let code = row.required("code");
    let name = row.name();
    let definition = row.bilingual("definition_fa", "definition_en");
    if row.is_sound() {
        draft.data.codes.add(list, code, name, definition);
    }
}
