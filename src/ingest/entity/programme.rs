//! `programmes`

use super::{Draft, RowReader, TableKind};
use crate::model::{Programme, ProgrammeId};

pub(in crate::ingest) const PROGRAMMES: TableKind =
    TableKind::new("programmes", &["id", "name_fa"], read);

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let programme = Programme {
        id: ProgrammeId::new(row.required("id")),
        name: row.name(),
        description: row.bilingual("description_fa", "description_en"),
    };
    if row.is_sound() {
        draft.programmes.insert(programme.id.clone(), programme);
    }
}
