//! `hamyar publish DIR --out SITE [--views FILE] [--assets DIR2] [--alone] [--plain]`: a folder that any static host serves.

use std::path::{Path, PathBuf};

use hamyar::chart::View;
use hamyar::diag::{Bilingual, Diagnostic};
use hamyar::model::Dataset;
use hamyar::pack::write_for_pages;
use hamyar::publish::{
    Assets, Chart, File, Missing, NEEDED, Site, compressed, default_views, is_address, is_enough,
    needed, site,
};
use hamyar::spec::{FromSpec, Value};
use hamyar::text::isolate;
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::cli::{Outcome, keep_confirmed, not_written, tell, tell_errors};
use crate::directory;
use crate::refusal::{refusal, refused};
use crate::views::{Named, grouped, known, named};
use crate::written::{make_directory, write_files};

/// What the call names.
struct Call {
    directory: PathBuf,
    out: PathBuf,
    /// Without it `views.json` of the package, or a view of each measure.
    views: Option<PathBuf>,
    /// What `cargo xtask build` left.
    assets: PathBuf,
    /// Also each chart as a page in one file.
    has_alone: bool,
    /// Without compressed files, for hosts that compress by themselves.
    is_plain: bool,
}

impl Call {
    /// The folders that are read, none of which may be written into.
    fn read(&self, parts: &[Part]) -> Vec<PathBuf> {
        let packages = parts.iter().map(|part| self.directory.join(&part.folder));
        packages.chain([self.assets.clone()]).collect()
    }
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
    /// What its page opens.
    packed: Vec<u8>,
}

impl Ready {
    fn new(dataset: &Dataset, mut named: Named) -> Self {
        let known = known(dataset, &mut named.view);
        // A day of knowledge tells how many figures it leaves out, of all there are.
        let part = known.is_none().then(|| needed(dataset, &named.spec));
        let part = part.filter(|part| is_enough(&named.view, dataset, part));
        let packed = write_for_pages(part.unwrap_or_else(|| dataset.clone()));
        Self { named, known, packed }
    }
}

pub(crate) fn run(arguments: Parser) -> Result<Outcome, Error> {
    let call = parse(arguments)?;
    let assets = assets(&call.assets)?;
    let mut outcome = Outcome::Done;
    let main = read(&call.directory, &mut outcome)?;
    let title = main.title.clone();
    let views = views(&call, &main)?;
    // Packages are read one after another; the first page has the order of the file.
    let order: Vec<String> = views.iter().map(|one| one.name.clone()).collect();
    let parts = parts(&call, main, views, &mut outcome)?;
    let mut charts: Vec<Chart<'_>> = parts.iter().flat_map(Part::charts).collect();
    charts.sort_by_key(|chart| order.iter().position(|name| name == chart.name));
    let Site { files, empty } = site(&title, &charts, &assets, call.has_alone)
        .map_err(|Missing(file)| missing(&call.assets, &file))?;
    for name in &empty {
        tell(&draws_nothing(name));
        outcome = Outcome::Rejected;
    }
    let packed: Vec<File> =
        if call.is_plain { Vec::new() } else { files.iter().flat_map(compressed).collect() };
    make_directory(&call.out, &call.read(&parts))?;
    write_files(&call.out, &files)?;
    write_files(&call.out, &packed)?;
    forget(&call.out, &files, &packed)?;
    Ok(outcome)
}

/// Takes out the compressed copies that an earlier call left beside a file and this one did not write: servers would
/// go on sending what they hold.
fn forget(out: &Path, files: &[File], packed: &[File]) -> Result<(), Error> {
    for (path, _) in files {
        for ending in ["br", "gz"] {
            let copy = format!("{path}.{ending}");
            let place = out.join(&copy);
            if !packed.iter().any(|(path, _)| *path == copy) && place.exists() {
                std::fs::remove_file(&place).map_err(|error| not_written(&place, &error))?;
            }
        }
    }
    Ok(())
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
    call: &Call,
    main: Dataset,
    views: Vec<Named>,
    outcome: &mut Outcome,
) -> Result<Vec<Part>, Error> {
    let mut views = grouped(views);
    let own = views.remove("").unwrap_or_default();
    let mut parts = vec![Part::new(String::new(), main, own)];
    for (folder, views) in views {
        let dataset = read(&call.directory.join(&folder), outcome)?;
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

fn views(call: &Call, dataset: &Dataset) -> Result<Vec<Named>, Error> {
    let beside = call.directory.join("views.json");
    match &call.views {
        Some(file) => named(file, is_address),
        None if beside.exists() => named(&beside, is_address),
        None => Ok(default_views(dataset).into_iter().filter_map(of_measure).collect()),
    }
}

fn of_measure((name, spec): (String, Value)) -> Option<Named> {
    let view = View::read(&spec).ok()?;
    Some(Named { name, spec, view })
}

/// Those that are there: the site says which one it lacks.
pub(crate) fn assets(folder: &Path) -> Result<Assets, Error> {
    let mut assets = Assets::default();
    for path in NEEDED {
        let bytes = std::fs::read(folder.join(path)).map_err(|_| missing(folder, path))?;
        assets.0.insert(path.to_owned(), bytes);
    }
    Ok(assets)
}

fn draws_nothing(name: &str) -> Diagnostic {
    let message = Bilingual::new(
        format!("نمودار «{}» چیزی نمی‌کشد؛ صفحه‌اش بی‌رقم است.", isolate(name)),
        format!("The view {name:?} draws nothing; its page has no figures."),
    );
    let finding = Diagnostic::warning("view/empty", message).with_hint(
        "شاخص، ناحیه و دورهٔ آن را با بسته بسنجید؛ نقشهٔ مرزها اینجا منتشر نمی‌شود.",
        "Compare its measure, areas and periods with the package; maps that need boundaries are not published.",
    );
    finding.at("views.json", 0, name)
}

pub(crate) fn missing(folder: &Path, file: &str) -> Error {
    let words =
        ["دارایی‌های صفحه‌ها در این پوشه نیست.", "The assets of pages are not in this folder."];
    let hint = [
        "\u{2066}cargo xtask build\u{2069} را اجرا کنید، یا پوشهٔ ساخته‌شده را با \u{2066}--assets\u{2069} نام ببرید.",
        "Run cargo xtask build, or name the folder that it made with --assets.",
    ];
    refusal("publish/assets", &folder.join(file), words, hint)
}

fn parse(mut arguments: Parser) -> Result<Call, Error> {
    let (mut directory, mut out, mut views) = (None, None, None);
    let (mut has_alone, mut is_plain) = (false, false);
    let mut assets = PathBuf::from("target/site");
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.parse()?),
            Arg::Long("views") => views = Some(arguments.value()?.parse()?),
            Arg::Long("alone") => has_alone = true,
            Arg::Long("plain") => is_plain = true,
            Arg::Long("assets") => assets = arguments.value()?.parse()?,
            Arg::Value(value) if directory.is_none() => directory = Some(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    match (directory, out) {
        (Some(directory), Some(out)) => {
            Ok(Call { directory, out, views, assets, has_alone, is_plain })
        }
        _ => Err("DIR --out SITE is needed".into()),
    }
}
