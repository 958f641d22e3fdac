//! Views of a file, by the package that each is drawn from.

use std::collections::BTreeMap;
use std::path::Path;

use hamyar::chart::{View, keep_known};
use hamyar::model::Dataset;
use hamyar::spec::{FromSpec, Value};
use lexopt::Error;

use crate::spec_file;

/// A view with its name, as it was written and as it was read.
pub(crate) struct Named {
    pub(crate) name: String,
    #[cfg_attr(
        not(feature = "complete"),
        expect(dead_code, reason = "only published pages hold it")
    )]
    pub(crate) spec: Value,
    pub(crate) view: View,
}
/// The same by the folder of their package, empty for the one that is named in the call: each is read once.
pub(crate) type Grouped = BTreeMap<String, Vec<Named>>;

/// The views of a file by their names, in the order of the file.
///
/// # Errors
/// Where it cannot be read as views, a name stands twice, or `is_fit` refuses it.
pub(crate) fn named(path: &Path, is_fit: impl Fn(&str) -> bool) -> Result<Vec<Named>, Error> {
    let mut views: Vec<Named> = Vec::new();
    for (name, spec) in spec_file::read_named(path)? {
        if views.iter().any(|one| one.name == name) {
            return Err(format!("{}: {name:?} stands there twice", path.display()).into());
        }
        if !is_fit(&name) {
            return Err(format!("{}: {name:?} is no name of a file", path.display()).into());
        }
        let view =
            View::read(&spec).map_err(|fault| spec_file::misplaced(path, fault.inside(&name)))?;
        views.push(Named { name, spec, view });
    }
    Ok(views)
}

pub(crate) fn grouped(named: Vec<Named>) -> Grouped {
    let mut grouped = Grouped::new();
    for one in named {
        grouped.entry(one.view.data.clone()).or_default().push(one);
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
