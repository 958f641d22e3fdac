//! `hamyar query DIR QUERY.json [--json]`

use std::path::{Path, PathBuf};

use hamyar::calendar::{Day, Period};
use hamyar::model::{Division, LeftOut, as_known, in_boundaries};
use hamyar::query::{Columns, Query, columns, run as answer};
use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;

use crate::cli::{Outcome, print, read_json, refuse, tell_errors};
use crate::directory;

pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let (directory, question, json) = parse(arguments)?;
    let read = match directory::read(&directory) {
        Ok(read) => read,
        Err(error) => return Ok(refuse(&error)),
    };
    tell_errors(&read.diagnostics);
    let rejected = read.has_errors();
    let mut package = read.value;
    let question = question_of(&question)?;
    let left_out = question.as_known.map(|day| as_known(&mut package.dataset, day));
    if let Some(division) = question.boundaries {
        in_boundaries(&mut package.dataset, division);
    }
    let query = question.query;
    let table = columns(&package.dataset, &answer(&package.dataset, &query));
    if json {
        let told = Told { table: &table, left_out };
        print(&format!("{}\n", serde_json::to_string_pretty(&told).unwrap_or_default()));
    } else {
        print_words(&table);
        if let Some(LeftOut { later, undated, .. }) = left_out {
            print(&format!(
                "left out of all figures: {later} told later, {undated} without a date\n"
            ));
        }
    }
    let nothing = table.rows.is_empty() && !table.refused.is_empty();
    Ok(match (nothing, rejected) {
        (true, _) => Outcome::Refused,
        (false, true) => Outcome::Rejected,
        (false, false) => Outcome::Done,
    })
}

/// An answer with what a day of knowledge leaves out.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    table: &'a Columns,
    #[serde(rename = "leftOut", skip_serializing_if = "Option::is_none")]
    left_out: Option<LeftOut>,
}

/// What is asked of the data set, and what it is turned into before.
struct Question {
    query: Query,
    /// The end of the day that `asKnown` names.
    as_known: Option<Day>,
    /// The list that `boundaries` names; `None` for as it was.
    boundaries: Option<Division>,
}

fn question_of(path: &Path) -> Result<Question, lexopt::Error> {
    let mut fields: serde_json::Map<String, serde_json::Value> = read_json(path)?;
    let as_known = fields.remove("asKnown").map(|day| last_day(&day)).transpose()?;
    let boundaries = fields.remove("boundaries").map(|list| division(&list)).transpose()?;
    let query = serde_json::from_value(fields.into())
        .map_err(|error| lexopt::Error::from(format!("{}: {error}", path.display())))?;
    Ok(Question { query, as_known, boundaries: boundaries.flatten() })
}

fn last_day(day: &serde_json::Value) -> Result<Day, lexopt::Error> {
    let period = day.as_str().and_then(|day| Period::parse(day).ok());
    let last = period.and_then(|period| period.last());
    last.ok_or_else(|| "asKnown must be a Jalali day, such as 1401-02-18".into())
}

fn division(list: &serde_json::Value) -> Result<Option<Division>, lexopt::Error> {
    match list.as_str() {
        Some("as-was") => Ok(None),
        text => match text.and_then(|year| year.parse().ok()) {
            Some(year) => Ok(Some(Division(year))),
            None => Err("boundaries must be as-was or the year of a list, such as 1402".into()),
        },
    }
}

fn parse(mut arguments: Parser) -> Result<(PathBuf, PathBuf, bool), lexopt::Error> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut json = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("json") => json = true,
            Arg::Value(value) if paths.len() < 2 => paths.push(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let mut paths = paths.into_iter();
    match (paths.next(), paths.next()) {
        (Some(directory), Some(question)) => Ok((directory, question, json)),
        _ => Err("query needs the directory of a data package and a question".into()),
    }
}

/// Tab-separated rows, then coverage and refusals.
fn print_words(table: &Columns) {
    print(&format!("{}\n", table.columns.join("\t")));
    for row in &table.rows {
        print(&format!("{}\n", row.join("\t")));
    }
    print(&format!("{} of {} reported\n", table.coverage.reported, table.coverage.expected));
    for refused in &table.refused {
        print(&format!("refused [{}] {} {}\n", refused.code, refused.message.en, refused.hint.en));
    }
}
