//! `hamyar query DIR QUERY.json [--json] [--format json-stat|json|csv|xlsx] [--lang fa|en] [--drafts] [--out FILE]`

use std::path::PathBuf;

use hamyar::diag::{Bilingual, Diagnostic};
use hamyar::model::{Dataset, LeftOut, Note, ObservationId};
use hamyar::query::{Answer, Columns, columns, run as answer};
use hamyar::text::{Lang, plain_integer};
use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;

use crate::cli::{Outcome, keep_confirmed, language, print_bytes, report, tell_errors, write_file};
use crate::directory;
use crate::moved::{ToldMoved, words_of};
use crate::notes;
use crate::question::{Prepared, Question};
use crate::refusal::{finding_of, refused};

/// What the call asks for.
#[derive(Default)]
struct Call {
    paths: Vec<PathBuf>,
    json: bool,
    /// Drafts, and figures that were only handed in, answer too.
    drafts: bool,
    /// A format of files; words or JSON without it.
    format: Option<String>,
    lang: Lang,
    /// Standard output without it.
    out: Option<PathBuf>,
}

pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let call = parse(arguments)?;
    match ask(&call) {
        Err(error) if call.json && finding_of(&error).is_some() => {
            finding_of(&error).into_iter().for_each(|finding| print_refused(&finding.0));
            Ok(Outcome::Refused)
        }
        outcome => outcome,
    }
}

fn ask(call: &Call) -> Result<Outcome, lexopt::Error> {
    let [directory, question] = call.paths.as_slice() else {
        return Err("query needs the directory of a data package and a question".into());
    };
    let read = directory::read(directory).map_err(refused)?;
    tell_errors(&read.diagnostics);
    let rejected = read.has_errors();
    let mut dataset = read.value.dataset;
    // Before they go into the figures, where only cards tell them.
    let notes = dataset.notes.clone();
    if !call.drafts {
        keep_confirmed(&mut dataset, Some(call.lang));
    }
    let question = Question::read(question)?;
    let prepared = question.prepare(&mut dataset)?;
    let answer = answer(&dataset, &question.query);
    let behind = |note: &Note| note.figure().is_some_and(|id| stands_behind(&answer, &id));
    let notes: Vec<Note> = notes.into_iter().filter(behind).collect();
    let notes: Vec<notes::Told> = notes.into_iter().map(notes::Told::from).collect();
    let text = text(&dataset, &answer, &prepared, &notes, call)?;
    match &call.out {
        Some(path) => write_file(path, &text)?,
        None => print_bytes(&text),
    }
    let nothing = answer.rows.is_empty() && !answer.refused.is_empty();
    Ok(match (nothing, rejected) {
        (true, _) => Outcome::Refused,
        (false, true) => Outcome::Rejected,
        (false, false) => Outcome::Done,
    })
}

/// Whether a row of the answer rests on a figure.
fn stands_behind(answer: &Answer, id: &ObservationId) -> bool {
    answer.rows.iter().any(|row| row.evidence.contains(id))
}

fn parse(mut arguments: Parser) -> Result<Call, lexopt::Error> {
    let mut call = Call::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("json") => call.json = true,
            Arg::Long("drafts") => call.drafts = true,
            Arg::Long("format") => call.format = Some(arguments.value()?.string()?),
            Arg::Long("lang") => call.lang = language(&mut arguments)?,
            Arg::Long("out") => call.out = Some(arguments.value()?.parse()?),
            Arg::Value(value) if call.paths.len() < 2 => call.paths.push(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(call)
}

/// An answer with what a day of knowledge leaves out, and what moving into other borders came to.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    table: &'a Columns,
    #[serde(rename = "leftOut", skip_serializing_if = "Option::is_none")]
    left_out: Option<LeftOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<ToldMoved<'a>>,
    /// What somebody wrote on the figures behind the rows.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    notes: &'a [notes::Told],
}

fn text(
    dataset: &Dataset,
    answer: &Answer,
    prepared: &Prepared,
    notes: &[notes::Told],
    call: &Call,
) -> Result<Vec<u8>, lexopt::Error> {
    if let Some(format) = &call.format {
        report(&told_aside(answer, prepared, call.lang));
        return file(format, dataset, answer, call.lang);
    }
    let table = columns(dataset, answer);
    let text = if call.json {
        let moved = prepared.moved.as_ref().map(ToldMoved::new);
        let told = Told { table: &table, left_out: prepared.left_out, moved, notes };
        format!("{}\n", serde_json::to_string_pretty(&told).unwrap_or_default())
    } else {
        words(&table, prepared, call.lang) + &notes::words_of(notes)
    };
    Ok(text.into_bytes())
}

fn sentences(message: &Bilingual, hint: &Bilingual, lang: Lang) -> String {
    let said = [message, hint].map(|one| match lang {
        Lang::Fa => one.fa.as_str(),
        Lang::En => one.en.as_str(),
    });
    said.join(" ")
}

/// What a day of knowledge leaves out of all figures, and what it keeps by an estimated date.
fn left_out(LeftOut { later, undated, estimated }: LeftOut, lang: Lang) -> String {
    let [later, undated, estimated] =
        [later, undated, estimated].map(|count| plain_integer(i64::from(count), lang));
    match lang {
        Lang::Fa => format!(
            "کنار مانده از همه: {later} رقم دیرتر گفته شده، {undated} رقم بی‌تاریخ است؛ تاریخ سند {estimated} رقمِ مانده برآوردی است\n"
        ),
        Lang::En => format!(
            "left out of all: {later} told later, {undated} without a date; of those kept, {estimated} have a date that is estimated\n"
        ),
    }
}

/// What a file of a published form has no place for.
fn told_aside(answer: &Answer, prepared: &Prepared, lang: Lang) -> String {
    let mut text = String::new();
    for refused in &answer.refused {
        text.push_str(&format!("{}\n", sentences(&refused.message, &refused.hint, lang)));
    }
    text.push_str(&prepared.left_out.map(|left| left_out(left, lang)).unwrap_or_default());
    text.push_str(&prepared.moved.as_ref().map(words_of).unwrap_or_default());
    text
}

#[cfg(feature = "desk")]
fn file(
    format: &str,
    dataset: &Dataset,
    answer: &Answer,
    lang: Lang,
) -> Result<Vec<u8>, lexopt::Error> {
    use hamyar::export::{answer_csv, answer_json, answer_xlsx, json_stat};
    match format {
        "json-stat" | "jsonstat" => Ok(json_stat(dataset, answer, lang).into_bytes()),
        "json" => Ok(answer_json(dataset, answer, lang).into_bytes()),
        "csv" => Ok(answer_csv(dataset, answer, lang).into_bytes()),
        "xlsx" => Ok(answer_xlsx(dataset, answer, lang)),
        _ => Err("--format is json-stat, json, csv or xlsx".into()),
    }
}

#[cfg(not(feature = "desk"))]
fn file(_: &str, _: &Dataset, _: &Answer, _: Lang) -> Result<Vec<u8>, lexopt::Error> {
    Err("--format needs a build with --features desk".into())
}

/// What is printed with `--json` where nothing was asked.
fn print_refused(finding: &Diagnostic) {
    let nothing = Answer { refused: vec![finding.clone()], ..Answer::default() };
    let table = columns(&Dataset::default(), &nothing);
    let told = Told { table: &table, left_out: None, moved: None, notes: &[] };
    print_bytes(
        format!("{}\n", serde_json::to_string_pretty(&told).unwrap_or_default()).as_bytes(),
    );
}

/// Tab-separated rows, then coverage, refusals, and what the data set was turned into.
fn words(table: &Columns, prepared: &Prepared, lang: Lang) -> String {
    let mut text = format!("{}\n", table.columns.join("\t"));
    for row in &table.rows {
        text.push_str(&format!("{}\n", row.join("\t")));
    }
    let coverage = table.coverage;
    let [reported, expected] =
        [coverage.reported, coverage.expected].map(|count| plain_integer(i64::from(count), lang));
    text.push_str(&match lang {
        Lang::Fa => format!("{reported} از {expected} گزارش شده است\n"),
        Lang::En => format!("{reported} of {expected} reported\n"),
    });
    for refused in &table.refused {
        let said = sentences(&refused.message, &refused.hint, lang);
        let word = match lang {
            Lang::Fa => "رد شد",
            Lang::En => "refused",
        };
        text.push_str(&format!("{word} [{}] {said}\n", refused.code));
    }
    text.push_str(&prepared.left_out.map(|left| left_out(left, lang)).unwrap_or_default());
    text.push_str(&prepared.moved.as_ref().map(words_of).unwrap_or_default());
    text
}
