//! Tables about figures, of which a device changed some.

use std::collections::BTreeSet;

use crate::ingest::Table;
use crate::model::{Dataset, ObservationId};
use crate::text::csv_row;

/// The rows of `corrections` or `notes`, as CSV, but for those about a figure that this device changed or that pages
/// do not show: they may not fit any more, and are told in the notes of their figures.
pub fn about_untouched(dataset: &Dataset, table: &Table) -> String {
    let changed: BTreeSet<&ObservationId> =
        dataset.revisions.iter().map(|one| &one.observation).collect();
    let cell = |row, name| table.column(name).map_or("", |column| table.cell(row, column));
    let figure = |row| match cell(row, "table") {
        "" => Some(cell(row, "observation")),
        "observations" => Some(cell(row, "row")).filter(|id| !id.is_empty()),
        _ => None,
    };
    let fits = |row: &usize| {
        figure(*row)
            .map(ObservationId::new)
            .is_none_or(|id| dataset.observations.contains_key(&id) && !changed.contains(&id))
    };
    let row = |row| csv_row((0..table.headers().len()).map(|column| table.cell(row, column)));
    let rows = (0..table.rows()).filter(fits).map(row);
    std::iter::once(csv_row(table.headers())).chain(rows).collect()
}
