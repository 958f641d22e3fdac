//! Choosing the command, and what all commands share.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};

use hamyar::diag::{Diagnostic, Error, Severity};
use hamyar::model::{self, Dataset};
use hamyar::text::{Lang, to_persian};

use crate::refusal::{finding_of, refusal};
#[cfg(feature = "complete")]
use crate::{catalogue, publish, schema, story};
use crate::{check, help, pack, query, render};
#[cfg(feature = "desk")]
use crate::{export, merge, rank};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything was taken.
    Done,
    /// Some rows were left out.
    Rejected,
    /// The input as a whole was refused.
    Refused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Done => 0,
            Outcome::Rejected => 1,
            Outcome::Refused => 2,
        })
    }
}

/// Runs the command named on the command line.
pub(crate) fn run() -> ExitCode {
    let mut arguments = Parser::from_env();
    let outcome = match arguments.next() {
        Ok(Some(Arg::Value(command))) => match help::asked(&command, &arguments) {
            Some(text) => {
                print(&text);
                Ok(Outcome::Done)
            }
            None => dispatch(&command, arguments),
        },
        Ok(Some(Arg::Long("help") | Arg::Short('h'))) => {
            print(&help::usage());
            Ok(Outcome::Done)
        }
        Ok(_) => Err("a command is needed".into()),
        Err(error) => Err(error),
    };
    outcome.unwrap_or_else(|error| refuse_call(&error)).into()
}

fn dispatch(command: &OsString, arguments: Parser) -> Result<Outcome, lexopt::Error> {
    match command.to_str() {
        #[cfg(feature = "complete")]
        Some("catalogue") => catalogue::run(arguments),
        Some("check") => check::run(arguments),
        #[cfg(feature = "desk")]
        Some("export") => export::run(arguments),
        #[cfg(feature = "desk")]
        Some("merge") => merge::run(arguments),
        Some("pack") => pack::run(arguments),
        #[cfg(feature = "complete")]
        Some("publish") => publish::run(arguments),
        #[cfg(feature = "complete")]
        Some("schema") => schema::run(arguments),
        #[cfg(feature = "complete")]
        Some("story") => story::run(arguments),
        #[cfg(feature = "desk")]
        Some("rank") => rank::run(arguments),
        Some("query") => query::run(arguments),
        Some("render") => render::run(arguments),
        _ => Err(format!("no such command: {}", command.to_string_lossy()).into()),
    }
}

fn refuse_call(error: &lexopt::Error) -> Outcome {
    if let Some(error) = finding_of(error) {
        return refuse(error);
    }
    report(&format!("hamyar: {error}\n\n{}", help::usage()));
    Outcome::Refused
}

/// The value of `--lang`.
pub(crate) fn language(arguments: &mut Parser) -> Result<Lang, lexopt::Error> {
    let code = arguments.value()?.string()?;
    Lang::from_code(&code).ok_or_else(|| "--lang is fa or en".into())
}

/// Says why the input as a whole was refused.
pub(crate) fn refuse(error: &Error) -> Outcome {
    let Diagnostic { code, position, message, hint, .. } = &*error.0;
    let place =
        if position.file.is_empty() { String::new() } else { format!("{}: ", position.file) };
    report(&format!(
        "hamyar: {place}{code}: {} {}\n  {} {}\n",
        message.en, hint.en, message.fa, hint.fa
    ));
    Outcome::Refused
}

/// Names what was left out of the data, so that no answer about the rest passes for the whole.
pub(crate) fn tell_errors(findings: &[Diagnostic]) {
    findings.iter().filter(|one| one.severity == Severity::Error).for_each(tell);
}

/// Says what was found at a place: in English, then in Persian, each with what to do.
pub(crate) fn tell(finding: &Diagnostic) {
    let place = &finding.position;
    let severity = match finding.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let column = if place.column.is_empty() { "" } else { ":" };
    report(&format!(
        "{}:{}{column}{}: {severity} [{}]\n  {} {}\n  {} {}\n",
        place.file,
        place.row,
        place.column,
        finding.code,
        finding.message.en,
        finding.hint.en,
        finding.message.fa,
        finding.hint.fa,
    ));
}

/// Leaves out what is not for the public yet, and says how much that is, in the language that was asked for; where
/// a command has none, in both.
pub(crate) fn keep_confirmed(dataset: &mut Dataset, lang: Option<Lang>) {
    #[cfg(feature = "desk")]
    tell_conflicts(model::clashes(dataset).len() + model::open_rows(dataset).count());
    let left_out = model::keep_confirmed(dataset);
    if left_out > 0 {
        report(&format!("hamyar: {}\n", drafts_left_out(left_out, lang)));
    }
}

fn drafts_left_out(count: u32, lang: Option<Lang>) -> String {
    let digits = to_persian(&count.to_string());
    let persian =
        format!("{digits} رقم پیش‌نویس یا تأییدنشده است یا تصحیحی آن را برداشته، و کنار گذاشته شد");
    let english = match count {
        1 => "1 figure is a draft, not confirmed, or dropped by a correction; left out".to_owned(),
        _ => format!(
            "{count} figures are drafts, not confirmed, or dropped by a correction; left out"
        ),
    };
    match lang {
        Some(Lang::Fa) => persian,
        Some(Lang::En) => english,
        None => format!("{english}\n  {persian}"),
    }
}

/// Says that of what copies changed or tell apart one content is published, and not the others.
#[cfg(feature = "desk")]
fn tell_conflicts(count: usize) {
    if count > 0 {
        report(&format!(
            "hamyar: conflicts that nobody has decided: {count}; of each only what stands in its own table \
             is published\n  تعارض‌های بی‌تصمیم: {}؛ از هر کدام تنها آنچه در جدول خودش برجاست منتشر \
             می‌شود\n",
            to_persian(&count.to_string())
        ));
    }
}

/// Writes a file, in the place of one that stands there.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), lexopt::Error> {
    std::fs::write(path, bytes).map_err(|error| not_written(path, &error))
}

/// Why something could not be written.
pub(crate) fn not_written(path: &Path, error: &std::io::Error) -> lexopt::Error {
    let words = [format!("نوشته نشد: {error}"), format!("It was not written: {error}")];
    let hint = ["جا و اجازهٔ نوشتن را ببینید.", "Look at the place and at who may write there."];
    refusal("file/not-written", path, words.each_ref().map(String::as_str), hint)
}

/// Writes to standard output; a reader that has gone away is no fault of ours.
pub(crate) fn print(text: &str) {
    print_bytes(text.as_bytes());
}

/// The same for a file.
pub(crate) fn print_bytes(bytes: &[u8]) {
    let _ = std::io::stdout().lock().write_all(bytes);
}

/// Writes to standard error.
pub(crate) fn report(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
