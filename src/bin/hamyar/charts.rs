//! The views of a package that are put before the public, with its figures.

use std::path::Path;

use hamyar::chart::View;
use hamyar::diag::Bilingual;
use hamyar::model::Dataset;
use hamyar::pack::write_for_pages;
use hamyar::publish::{Chart, default_views, is_address};
use hamyar::spec::{FromSpec, Value};
use lexopt::Error;

use crate::cli::{Outcome, keep_confirmed, tell_errors};
use crate::directory;
use crate::refusal::refused;
use crate::views::{Named, grouped, known, named};

/// Packages and their views.
pub(crate) struct Charts {
    /// Title of the package that is named in the call.
    pub(crate) title: Bilingual,
    /// The names of all views in the order of their file: packages are read one after another.
    order: Vec<String>,
    parts: Vec<Part>,
}

/// Views of one package with its figures.
struct Part {
    /// Its place in the package that is named in the call; empty for that one.
    folder: String,
    dataset: Dataset,
    views: Vec<(Named, Option<Dataset>)>,
    /// All of it, as pages open it.
    packed: Vec<u8>,
}

impl Charts {
    /// Reads a package with the views of a file, else with its own, else with one of each measure; and the packages
    /// that lie in it, where a view asks for one.
    pub(crate) fn read(
        directory: &Path,
        file: Option<&Path>,
        outcome: &mut Outcome,
    ) -> Result<Self, Error> {
        let main = read(directory, outcome)?;
        let title = main.title.clone();
        let views = views(directory, file, &main)?;
        let order = views.iter().map(|one| one.name.clone()).collect();
        Ok(Self { title, order, parts: parts(directory, main, views, outcome)? })
    }

    pub(crate) fn charts(&self) -> Vec<Chart<'_>> {
        let mut charts: Vec<Chart<'_>> = self.parts.iter().flat_map(Part::charts).collect();
        charts.sort_by_key(|chart| self.order.iter().position(|name| name == chart.name));
        charts
    }

    /// Where its packages lie in the one that is named in the call.
    pub(crate) fn folders(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| part.folder.as_str())
    }
}

impl Part {
    fn new(folder: String, dataset: Dataset, views: Vec<Named>) -> Self {
        let dated = |mut one: Named| {
            let known = known(&dataset, &mut one.view);
            (one, known)
        };
        let views = views.into_iter().map(dated).collect();
        Self { folder, views, packed: write_for_pages(dataset.clone()), dataset }
    }

    fn charts(&self) -> impl Iterator<Item = Chart<'_>> {
        self.views.iter().map(|(Named { name, spec, view }, known)| {
            let dataset = known.as_ref().unwrap_or(&self.dataset);
            Chart { name, view, spec, dataset, package: &self.packed }
        })
    }
}

/// Each package with its views.
fn parts(
    directory: &Path,
    main: Dataset,
    views: Vec<Named>,
    outcome: &mut Outcome,
) -> Result<Vec<Part>, Error> {
    let mut views = grouped(views);
    let own = views.remove("").unwrap_or_default();
    let mut parts = vec![Part::new(String::new(), main, own)];
    for (folder, views) in views {
        let dataset = read(&directory.join(&folder), outcome)?;
        parts.push(Part::new(folder, dataset, views));
    }
    Ok(parts)
}

/// A package as the public may see it: without drafts.
fn read(path: &Path, outcome: &mut Outcome) -> Result<Dataset, Error> {
    let mut read = directory::read(path).map_err(refused)?;
    tell_errors(&read.diagnostics);
    if read.has_errors() {
        *outcome = Outcome::Rejected;
    }
    keep_confirmed(&mut read.value.dataset, None);
    Ok(read.value.dataset)
}

fn views(directory: &Path, file: Option<&Path>, dataset: &Dataset) -> Result<Vec<Named>, Error> {
    let beside = directory.join("views.json");
    match file {
        Some(file) => named(file, is_address),
        None if beside.exists() => named(&beside, is_address),
        None => Ok(default_views(dataset).into_iter().filter_map(of_measure).collect()),
    }
}

fn of_measure((name, spec): (String, Value)) -> Option<Named> {
    let view = View::read(&spec).ok()?;
    Some(Named { name, spec, view })
}
