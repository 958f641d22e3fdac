//! `sources`

use super::{Draft, RowReader, TableKind};
#[cfg(feature = "complete")]
use crate::ingest::messages::beside;
use crate::model::{Imprint, Precision, Published, Source, SourceId, SourceKind};

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
        imprint: imprint(row),
    };
    if row.is_sound() {
        draft.sources.insert(source.id.clone(), source);
    }
}

fn imprint(row: &mut RowReader<'_>) -> Imprint {
    Imprint {
        author: row.bilingual("author_fa", "author_en"),
        licence: row.bilingual("licence_fa", "licence_en"),
        #[cfg(feature = "complete")]
        sha256: sha256(row),
    }
}

/// The digest in small letters, whichever the cell has.
#[cfg(feature = "complete")]
fn sha256(row: &mut RowReader<'_>) -> String {
    let cell = row.text("sha256");
    let is_digest = cell.len() == 64 && cell.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !cell.is_empty() && !is_digest {
        row.report("sha256", beside::not_a_digest(cell));
    }
    cell.to_ascii_lowercase()
}
