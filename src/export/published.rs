//! What packing left out of a data set, given back from the tables that were packed.

use crate::model::{Dataset, Locator, ObservationId, SourceId};

/// Makes of a data set that was packed ([`crate::pack`]), and perhaps changed on a device, what its tables state:
/// documents have their digests again, and what was counted from records ([`crate::tabulate`]) is taken away,
/// since it is counted again where the tables are read.
///
/// `digests` are documents with the digests of their files, `is_stated` says whether a row of `observations` has
/// an id. A cell of a census table has its row, and what the device changed its revision: they stay too.
pub fn as_stated<'a>(
    dataset: &mut Dataset,
    digests: impl Iterator<Item = (&'a str, &'a str)>,
    is_stated: impl Fn(&ObservationId) -> bool,
) {
    for (id, digest) in digests {
        if let Some(source) = dataset.sources.get_mut(&SourceId::new(id)) {
            source.imprint.sha256 = digest.to_ascii_lowercase();
        }
    }
    let Dataset { observations, revisions, .. } = dataset;
    let is_changed = |id: &ObservationId| revisions.iter().any(|one| one.observation == *id);
    observations
        .retain(|id, one| one.locator != Locator::NotRecorded || is_stated(id) || is_changed(id));
}
