//! The views of a package that are put before the public, with its figures.

use std::path::Path;

use hamyar::chart::View;
use hamyar::diag::Bilingual;
use hamyar::model::Dataset;
use hamyar::pack::write_for_pages;
use hamyar::publish::{Chart, default_views, is_address, is_enough, needed};
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
    views: Vec<Ready>,
}

/// A view with what its page is made of.
struct Ready {
    named: Named,
    /// What was known on its day, where it names one.
    known: Option<Dataset>,
    /// What its page opens; empty before it is packed.
    packed: Vec<u8>,
}

impl Ready {
    fn new(dataset: &Dataset, mut named: Named) -> Self {
        let known = known(dataset, &mut named.view);
        Self { named, known, packed: Vec::new() }
    }

    /// What its chart can be asked for, and all of the data where the chart would be another of that.
    fn pack(&mut self, dataset: &Dataset) {
        // A day of knowledge tells how many figures it leaves out, of all there are.
        let part = self.known.is_none().then(|| needed(dataset, &self.named.spec));
        let part = part.filter(|part| is_enough(&self.named.view, dataset, part));
        self.packed = write_for_pages(part.unwrap_or_else(|| dataset.clone()));
    }
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

    /// With the figures that each page fetches.
    pub(crate) fn packed(mut self) -> Self {
        for Part { dataset, views, .. } in &mut self.parts {
            views.iter_mut().for_each(|one| one.pack(dataset));
        }
        self
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
        let views = views.into_iter().map(|one| Ready::new(&dataset, one)).collect();
        Self { folder, dataset, views }
    }

    fn charts(&self) -> impl Iterator<Item = Chart<'_>> {
        self.views.iter().map(|Ready { named, known, packed }| {
            let dataset = known.as_ref().unwrap_or(&self.dataset);
            let Named { name, spec, view } = named;
            Chart { name, view, spec, dataset, package: packed }
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
