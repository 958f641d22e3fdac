//! `hamyar merge A B --out DIR [--base DIR] [--decided conflicts.csv] [--decided differing.csv] [--json]`: two offline copies in one.

use std::fs::canonicalize;
use std::path::{Path, PathBuf};

use hamyar::copies::{PackageCopy, decide_rows, merge_copies, merge_copies_since};
use hamyar::diag::{Diagnostic, Reported, Severity};
use hamyar::export::{conflicts_csv, data_package, differing_csv};
use hamyar::ingest::Package;
use hamyar::model::Cells;
use hamyar::store::{Merged, decide};
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::cli::{Outcome, write_file};
use crate::decided::decided;
use crate::differing::differences;
use crate::directory;
use crate::merged::{Report, print_refused};
use crate::published::{self, Published};
use crate::refusal::{finding_of, refusal, refused};
use crate::written::{make_directory, write_files};

/// Figures that a person must decide on, beside the tables of a package.
const CONFLICTS: &str = "conflicts.csv";

/// Other rows that a person must decide on.
const DIFFERING: &str = "differing.csv";

/// What the call asks for.
struct Call {
    copies: [PathBuf; 2],
    out: PathBuf,
    /// The package that both copies were made of.
    base: Option<PathBuf>,
    /// Each a `conflicts.csv` or a `differing.csv` in which a person filled in what is kept.
    decided: Vec<PathBuf>,
    json: bool,
}

/// Merges two data packages and writes the result; cells that were changed apart are listed with both
/// values, on standard error and in `conflicts.csv` of the result, which is a table of it, and so is
/// everything else that the two tell differently, column by column, in `differing.csv`. A person fills in `keep`,
/// `day` and `by` on one row of a thing in either, and gives the file, or both, with `--decided`.
pub(crate) fn run(arguments: Parser) -> Result<Outcome, Error> {
    let call = parse(arguments)?;
    match carried_out(&call) {
        Err(error) if call.json && finding_of(&error).is_some() => {
            finding_of(&error).into_iter().for_each(|finding| print_refused(&finding.0));
            Ok(Outcome::Refused)
        }
        outcome => outcome,
    }
}

/// A package as it lies in its directory.
struct Opened {
    package: Reported<Package>,
    ranking: Option<Published>,
    /// What the ranking says.
    cells: Option<Cells>,
}

impl Opened {
    fn at(path: &Path) -> Result<Self, Error> {
        let mut package = directory::read_stated(path).map_err(refused)?;
        package.diagnostics.extend(Published::faults(path));
        let ranking = Published::beside(path);
        let cells = ranking.as_ref().map(Published::cells);
        Ok(Self { package, ranking, cells })
    }

    fn copy(&self) -> PackageCopy<'_> {
        PackageCopy { dataset: &self.package.value.dataset, ranking: self.cells.as_ref() }
    }
}

fn carried_out(call: &Call) -> Result<Outcome, Error> {
    refuse_writing_over(call)?;
    let [one, other] = call.copies.each_ref().map(|copy| Opened::at(copy));
    let copies = [one?, other?];
    let base = call.base.as_deref().map(Opened::at).transpose()?;
    let read: Vec<&Opened> = copies.iter().chain(&base).collect();
    let is_example = |one: &Opened| one.package.value.dataset.example;
    if read.iter().any(|one| is_example(one) != is_example(&copies[0])) {
        return Err(mixed());
    }
    let [one, other] = copies.each_ref().map(Opened::copy);
    let mut merged = match &base {
        Some(base) => merge_copies_since(base.copy(), one, other),
        None => merge_copies(one, other),
    };
    let decided = decided(&call.decided, &merged.dataset)?;
    let mut unfit = decide(&mut merged, &decided.figures);
    unfit.extend(decide_rows(&mut merged, &decided.rows));
    write_out(call, &merged, &copies, base.as_ref())?;
    let paths = call.copies.iter().chain(&call.base);
    let report = Report {
        merged: &merged,
        differences: &differences(&merged.dataset),
        unfit: &unfit,
        rejected: paths.zip(read).flat_map(|(path, one)| rejected(path, &one.package)).collect(),
        base: call.base.as_ref().map(|base| base.to_string_lossy().into_owned()),
    };
    report.tell(call.json);
    let is_done = report.is_done();
    Ok(if is_done { Outcome::Done } else { Outcome::Rejected })
}

fn write_out(
    call: &Call,
    merged: &Merged,
    copies: &[Opened; 2],
    base: Option<&Opened>,
) -> Result<(), Error> {
    let dataset = &merged.dataset;
    let before = base.map(|base| base.ranking.as_ref());
    let rankings = copies.each_ref().map(|copy| copy.ranking.clone());
    let ranking = published::standing(before, rankings, dataset);
    make_directory(&call.out, &[&call.copies[..], call.base.as_slice()].concat())?;
    write_files(&call.out, &data_package(dataset))?;
    write_files(&call.out, &ranking.map(Published::files).unwrap_or_default())?;
    // Also without a row, so that none of an earlier merger is taken for it.
    write_file(&call.out.join(CONFLICTS), conflicts_csv(dataset).as_bytes())?;
    write_file(&call.out.join(DIFFERING), differing_csv(dataset).as_bytes())?;
    Ok(())
}

/// What was left out of a package that was read, with the package.
fn rejected(path: &Path, package: &Reported<Package>) -> Vec<(String, Diagnostic)> {
    let errors = package.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    errors.map(|one| (path.to_string_lossy().into_owned(), one.clone())).collect()
}

fn refuse_writing_over(call: &Call) -> Result<(), Error> {
    let files = [CONFLICTS, DIFFERING].map(|name| call.out.join(name));
    let over = |path: &PathBuf| files.iter().find(|file| is_same_file(path, file));
    match call.decided.iter().find_map(over) {
        Some(file) => Err(written_over(file)),
        None => Ok(()),
    }
}

fn parse(mut arguments: Parser) -> Result<Call, Error> {
    let (mut copies, mut decided) = (Vec::new(), Vec::new());
    let (mut out, mut base, mut json) = (None, None, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.parse()?),
            Arg::Long("base") => base = Some(arguments.value()?.parse()?),
            Arg::Long("decided") => decided.push(arguments.value()?.parse()?),
            Arg::Long("json") => json = true,
            Arg::Value(path) if copies.len() < 2 => copies.push(path.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let wanted = "A B --out DIR is needed";
    let copies = copies.try_into().map_err(|_| Error::from(wanted))?;
    Ok(Call { copies, out: out.ok_or(wanted)?, base, decided, json })
}

/// Whether two paths lead to one file that is there.
fn is_same_file(one: &Path, other: &Path) -> bool {
    canonicalize(one).ok().zip(canonicalize(other).ok()).is_some_and(|(one, other)| one == other)
}

fn mixed() -> Error {
    let words = [
        "یکی از بسته‌ها نمونهٔ ساختگی است؛ نمونه و دادهٔ واقعی هرگز آمیخته نمی‌شوند.",
        "One of the packages is a made-up example; it is never mixed with figures that are real.",
    ];
    let hint = ["دو نسخهٔ یک بسته را نام ببرید.", "Name two copies of one package."];
    refusal("merge/example", Path::new(""), words, hint)
}

fn written_over(path: &Path) -> Error {
    let words = [
        "فایل تصمیم‌ها (\u{2066}--decided\u{2069}) در همان پوشهٔ خروجی (\u{2066}--out\u{2069}) است و رویش نوشته می‌شد.",
        "--decided is a file of --out and would be written over.",
    ];
    let hint = [
        "برای خروجی (\u{2066}--out\u{2069}) پوشهٔ دیگری نام ببرید.",
        "Name another directory for --out.",
    ];
    refusal("merge/written-over", path, words, hint)
}
