//! `units`

use super::{Draft, RowReader, TableKind};
use crate::model::{Unit, UnitId};

pub(in crate::ingest) const UNITS: TableKind =
    TableKind::new("units", &["id", "base", "exponent", "name_fa"], read);

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let id = UnitId::new(row.required("id"));
    let base = row.required("base");
    row.refer("base", "units", row.sheet().has_id(base));
    let exponent = row.required_whole("exponent", -18, 18);
    let name = row.name();
    if row.is_sound() {
        let exponent = i8::try_from(exponent).unwrap_or_default();
        draft.units.insert(id.clone(), Unit { id, base: UnitId::new(base), exponent, name });
    }
}
