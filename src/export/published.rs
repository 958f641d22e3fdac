//! What packing left out of a data set, given back from the tables that were packed.

use std::collections::BTreeSet;

use crate::diag::Bilingual;
use crate::model::{Dataset, Locator, ObservationId, SourceId};

/// Makes of a data set that was packed ([`crate::pack`]), and perhaps changed on a device, what its tables state:
/// documents have their digests again, what was counted from records ([`crate::tabulate`]) is taken away, since it is
/// counted again where the tables are read, and notes say what is stated of them, without the corrections and notes of
/// tables that a packed set does not have.
///
/// `digests` are documents with the digests of their files, `stated_note` is what a row of `observations` with that
/// id says in its note. A cell of a census table has its row, and what the device changed its revision: they stay too.
/// What was changed keeps its note, since the tables are about what it was: see [`crate::copies::about_untouched`].
pub fn as_stated<'a>(
    dataset: &mut Dataset,
    digests: impl Iterator<Item = (&'a str, &'a str)>,
    stated_note: impl Fn(&ObservationId) -> Option<Bilingual>,
) {
    for (id, digest) in digests {
        if let Some(source) = dataset.sources.get_mut(&SourceId::new(id)) {
            source.imprint.sha256 = digest.to_ascii_lowercase();
        }
    }
    let changed = changed(dataset);
    let observations = &mut dataset.observations;
    observations.retain(|id, one| {
        let is_printed = one.locator != Locator::NotRecorded;
        is_printed || changed.contains(id) || stated_note(id).is_some()
    });
    for (id, one) in observations.iter_mut().filter(|(id, _)| !changed.contains(id)) {
        one.note = stated_note(id).unwrap_or_default();
    }
}

/// The figures that have another content than they were published with.
fn changed(dataset: &Dataset) -> BTreeSet<ObservationId> {
    dataset.revisions.iter().map(|one| one.observation.clone()).collect()
}
