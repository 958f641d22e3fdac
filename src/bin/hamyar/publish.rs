//! `hamyar publish DIR --out SITE [--views FILE] [--assets DIR2] [--alone] [--plain]`: a folder that any static host serves.

use std::path::{Path, PathBuf};

use hamyar::diag::{Bilingual, Diagnostic};
use hamyar::publish::{Assets, File, Missing, NEEDED, Site, compressed, site};
use hamyar::text::isolate;
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::charts::Charts;
use crate::cli::{Outcome, not_written, tell};
use crate::refusal::refusal;
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
    fn read(&self, charts: &Charts) -> Vec<PathBuf> {
        let packages = charts.folders().map(|folder| self.directory.join(folder));
        packages.chain([self.assets.clone()]).collect()
    }
}

pub(crate) fn run(arguments: Parser) -> Result<Outcome, Error> {
    let call = parse(arguments)?;
    let assets = assets(&call.assets)?;
    let mut outcome = Outcome::Done;
    let read = Charts::read(&call.directory, call.views.as_deref(), &mut outcome)?.packed();
    let Site { files, empty } = site(&read.title, &read.charts(), &assets, call.has_alone)
        .map_err(|Missing(file)| missing(&call.assets, &file))?;
    for name in &empty {
        tell(&draws_nothing(name));
        outcome = Outcome::Rejected;
    }
    let packed: Vec<File> =
        if call.is_plain { Vec::new() } else { files.iter().flat_map(compressed).collect() };
    make_directory(&call.out, &call.read(&read))?;
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
