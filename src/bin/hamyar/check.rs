//! `hamyar check DIR [--json] [--findings FILE] [--lists FILE]`

use std::path::{Path, PathBuf};

use hamyar::check;
use hamyar::diag::{Diagnostic, Severity};
use hamyar::ingest::Counts;
use hamyar::model::{Finding, Skipped, Verdict};
use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;

use crate::cli::{Outcome, print, report, tell, write_file};
use crate::directory;
use crate::lists::lists;
use crate::notes::{Told, print_notes};

/// What is printed with `--json`.
#[derive(Serialize)]
struct Report {
    ok: bool,
    counts: Counts,
    diagnostics: Vec<Diagnostic>,
    /// Verdicts of rules on the figures.
    findings: Vec<Finding>,
    /// Rules that said nothing, at all or at some places, with the reason.
    skipped: Vec<Skipped>,
    /// What somebody wrote beside tables, rows and cells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Told>,
}

pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let Call { directory, json, findings: shown, lists: list_file } = parse(arguments)?;
    let mut notes = Vec::new();
    let (counts, diagnostics, checked, refused) = match directory::read(&directory) {
        Ok(read) => {
            let checked = check::check(&read.value.dataset, &read.diagnostics);
            if let Some(path) = list_file {
                write_file(&path, lists(&read.value.dataset.codes).as_bytes())?;
            }
            notes.extend(read.value.dataset.notes.into_iter().map(Told::from));
            (read.value.counts, read.diagnostics, checked, false)
        }
        Err(error) => (Counts::default(), vec![*error.0], check::Report::default(), true),
    };
    let has_errors = diagnostics.iter().any(|found| found.severity == Severity::Error);
    let outcome = match (refused, has_errors || counts.rejected > 0) {
        (true, _) => Outcome::Refused,
        (false, true) => Outcome::Rejected,
        (false, false) => Outcome::Done,
    };
    if let Some(path) = shown {
        write_shown(&path, &checked)?;
    }
    if json {
        let check::Report { findings, skipped } = checked;
        let ok = outcome == Outcome::Done;
        print_json(&Report { ok, counts, diagnostics, findings, skipped, notes });
    } else {
        print_words(counts, &diagnostics);
        print_findings(&checked);
        print_notes(&notes);
    }
    Ok(outcome)
}

/// What the call asks for.
struct Call {
    directory: PathBuf,
    json: bool,
    /// Where to write what a page shows of the findings.
    findings: Option<PathBuf>,
    /// Where to write what a page shows of the code lists.
    lists: Option<PathBuf>,
}

fn parse(mut arguments: Parser) -> Result<Call, lexopt::Error> {
    let (mut directory, mut json, mut findings, mut lists) = (None, false, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("json") => json = true,
            Arg::Long("findings") => findings = Some(arguments.value()?.parse()?),
            Arg::Long("lists") => lists = Some(arguments.value()?.parse()?),
            Arg::Value(value) if directory.is_none() => directory = Some(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let directory = directory.ok_or("check needs the directory of a data package")?;
    Ok(Call { directory, json, findings, lists })
}

/// What a page shows: each verdict of the package's own rules, and whatever does not hold.
fn write_shown(path: &Path, checked: &check::Report) -> Result<(), lexopt::Error> {
    let is_shown = |one: &&Finding| !one.check.is_empty() || one.verdict != Verdict::Pass;
    let shown: Vec<&Finding> = checked.findings.iter().filter(is_shown).collect();
    let text = serde_json::to_string(&shown).unwrap_or_default();
    write_file(path, text.as_bytes())
}

fn print_json(content: &Report) {
    match serde_json::to_string_pretty(content) {
        Ok(text) => print(&format!("{text}\n")),
        Err(error) => report(&format!("hamyar: {error}\n")),
    }
}

/// Findings on standard error, in English and then Persian; counts on standard output.
fn print_words(counts: Counts, diagnostics: &[Diagnostic]) {
    diagnostics.iter().for_each(tell);
    let Counts { read, accepted, rejected } = counts;
    print(&format!("{read} rows read, {accepted} accepted, {rejected} rejected\n"));
}

/// What does not hold on standard error, in English and then Persian; the count on standard output.
fn print_findings(checked: &check::Report) {
    let mut held = 0_u32;
    for found in &checked.findings {
        let word = match found.verdict {
            Verdict::Pass => {
                held += 1;
                continue;
            }
            Verdict::Warn => "warn",
            Verdict::Fail => "fail",
        };
        let check = if found.check.is_empty() { "-" } else { &found.check };
        report(&format!(
            "{} {check}: {word}\n  {} {}\n  {} {}\n",
            found.rule, found.message.en, found.note.en, found.message.fa, found.note.fa
        ));
    }
    for Skipped { check, reason, .. } in &checked.skipped {
        report(&format!("{check}: skipped\n  {}\n  {}\n", reason.en, reason.fa));
    }
    let (findings, skipped) = (checked.findings.len(), checked.skipped.len());
    print(&format!("{findings} verdicts, {held} hold, {skipped} skipped\n"));
}
