//! `sources`

use super::{Draft, RowReader, TableKind};
use crate::model::{Precision, Published, Source, SourceId, SourceKind};

pub(in crate::ingest) const SOURCES: TableKind =
    TableKind::new("sources", &["id", "kind", "title_fa"], read);

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("title_fa");
    // Kept as printed; read only to be sure that such a day exists.
    row.period("published");
    let precision = row.word("precision").unwrap_or(Precision::Unknown);
    let source = Source {
        id: SourceId::new(row.required("id")),
        kind: row.required_word("kind", SourceKind::Press),
        title: row.bilingual("title_fa", "title_en"),
        publisher: row.bilingual("publisher_fa", "publisher_en"),
        published: Published { date: row.text("published").to_owned(), precision },
        url: row.text("url").to_owned(),
        accessed: row.bilingual("accessed_fa", "accessed_en"),
    };
    if row.is_sound() {
        draft.sources.insert(source.id.clone(), source);
    }
}
