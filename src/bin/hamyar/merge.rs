//! `hamyar merge A B --out DIR [--decided conflicts.csv]`: two offline copies in one.

use std::ffi::OsString;
use std::fs::canonicalize;
use std::path::Path;

use hamyar::chart::{name_text, value_text};
use hamyar::diag::Diagnostic;
use hamyar::export::data_package;
use hamyar::model::Dataset;
use hamyar::store::{Clash, Content, Merged, decide, merge};
use hamyar::text::Lang;
use lexopt::Parser;

use crate::cli::{Outcome, print, refuse, report, tell_errors, write_file};
use crate::conflicts;
use crate::differing::{Difference, csv, differences};
use crate::directory;
use crate::places::{Places, from_and_to};
use crate::written::{make_directory, write_files};

/// Merges two data packages and writes the result; cells that were changed apart are listed with both
/// values, on standard error and in `conflicts.csv` of the result, and so is everything else that the two
/// tell differently, column by column, in `differing.csv`. `--decided` names such a `conflicts.csv` in
/// which a person filled in what is kept.
pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let places = from_and_to(arguments, Some("decided"), "A B --out DIR is needed")?;
    let Places { from: copies, out, option: decided } = places;
    let [one, other] = &copies;
    let (one, other) = match (directory::read_stated(one), directory::read_stated(other)) {
        (Ok(one), Ok(other)) => (one, other),
        (Err(error), _) | (_, Err(error)) => return Ok(refuse(&error)),
    };
    if one.value.dataset.example != other.value.dataset.example {
        return Err("one of the packages is a made-up example; the two are never mixed".into());
    }
    tell_errors(&one.diagnostics);
    tell_errors(&other.diagnostics);
    let conflicts_file = out.join("conflicts.csv");
    let is_written_over = |path: &OsString| is_same_file(Path::new(path), &conflicts_file);
    if decided.as_ref().is_some_and(is_written_over) {
        return Err(
            "--decided is a file of --out and would be written over; name another directory".into(),
        );
    }
    let mut merged = merge(&one.value.dataset, &other.value.dataset);
    let decisions = match decided {
        Some(path) => conflicts::decisions(Path::new(&path), &merged.clashes)?,
        None => Vec::new(),
    };
    let unfit = decide(&mut merged, &decisions);
    make_directory(&out, &copies)?;
    write_files(&out, &data_package(&merged.dataset))?;
    write_file(&conflicts_file, conflicts::csv(&merged.clashes).as_bytes())?;
    let differences = differences(&merged, &one.value.dataset, &other.value.dataset);
    write_file(&out.join("differing.csv"), csv(&differences).as_bytes())?;
    tell(&merged);
    differences.iter().for_each(Difference::tell);
    unfit.iter().for_each(tell_unfit);
    let rejected = one.has_errors() || other.has_errors();
    let settled = merged.clashes.is_empty()
        && merged.differing.is_empty()
        && merged.refused.is_empty()
        && unfit.is_empty();
    Ok(if settled && !rejected { Outcome::Done } else { Outcome::Rejected })
}

/// Whether two paths lead to one file that is there.
fn is_same_file(one: &Path, other: &Path) -> bool {
    canonicalize(one).ok().zip(canonicalize(other).ok()).is_some_and(|(one, other)| one == other)
}

/// Says why a decision was not applied.
fn tell_unfit(finding: &Diagnostic) {
    let (id, message, hint) = (&finding.position.column, &finding.message, &finding.hint);
    let code = finding.code;
    report(&format!("{id} [{code}] {} {}\n  {} {}\n", message.fa, hint.fa, message.en, hint.en));
}

fn tell(merged: &Merged) {
    for clash in &merged.clashes {
        for lang in [Lang::En, Lang::Fa] {
            report(&format!("{}\n", line(&merged.dataset, clash, lang)));
        }
    }
    for refused in &merged.refused {
        report(&format!("{} {}\n", refused.message.fa, refused.message.en));
    }
    let (figures, clashes) = (merged.dataset.observations.len(), merged.clashes.len());
    print(&format!(
        "{figures} figures, {clashes} conflicts, {} differing\n",
        merged.differing.len()
    ));
}

/// «شغل مستقیم، اردبیل، ۱۴۰۰: ۹۰۰ نفر | ۹۱۰ نفر»
fn line(dataset: &Dataset, clash: &Clash, lang: Lang) -> String {
    let first = clash.contents.iter().find_map(Option::as_ref);
    let name = first.map(|one| name_text(dataset, one, lang)).unwrap_or_default();
    let said = |content: &Content| match (content, lang) {
        (Some(one), _) => value_text(dataset, one, lang),
        (None, Lang::Fa) => "پس گرفته".to_owned(),
        (None, Lang::En) => "withdrawn".to_owned(),
    };
    let values: Vec<String> = clash.contents.iter().map(said).collect();
    format!("{} {name}: {}", clash.id, values.join(" | "))
}
