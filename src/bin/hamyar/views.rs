//! Views of a file, by the package that each is drawn from.

use std::collections::BTreeMap;
use std::path::Path;

use hamyar::chart::{View, keep_known};
use hamyar::model::Dataset;
use lexopt::Error;

use crate::spec_file;

/// Views with their names.
pub(crate) type Named = Vec<(String, View)>;
/// The same by the folder of their package, empty for the one that is named in the call: each is read once.
pub(crate) type Grouped = BTreeMap<String, Named>;

/// The views of a file by their names, in the order of the file.
///
/// # Errors
/// Where it cannot be read as views, or a name is refused by `is_fit`.
pub(crate) fn named(path: &Path, is_fit: impl Fn(&str) -> bool) -> Result<Named, Error> {
    let named: Named = spec_file::read_named(path)?;
    match named.iter().find(|(name, _)| !is_fit(name)) {
        Some((name, _)) => Err(format!("{}: {name:?} is no name of a file", path.display()).into()),
        None => Ok(named),
    }
}

pub(crate) fn grouped(named: Named) -> Grouped {
    let mut grouped = Grouped::new();
    for (name, view) in named {
        grouped.entry(view.data.clone()).or_default().push((name, view));
    }
    grouped
}

/// What was known on the day of a view: a copy that knows no more, if it names one.
pub(crate) fn known(dataset: &Dataset, view: &mut View) -> Option<Dataset> {
    view.query.as_known?;
    let mut known = dataset.clone();
    keep_known(&mut known, view);
    Some(known)
}
