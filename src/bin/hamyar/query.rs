//! `hamyar query DIR QUERY.json [--json]`

use std::path::PathBuf;

use hamyar::query::{Columns, Query, columns, run as answer};
use lexopt::{Arg, Parser, ValueExt};

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
    let package = read.value;
    let query: Query = read_json(&question)?;
    let table = columns(&package.dataset, &answer(&package.dataset, &query));
    if json {
        print(&format!("{}\n", serde_json::to_string_pretty(&table).unwrap_or_default()));
    } else {
        print_words(&table);
    }
    let nothing = table.rows.is_empty() && !table.refused.is_empty();
    Ok(match (nothing, rejected) {
        (true, _) => Outcome::Refused,
        (false, true) => Outcome::Rejected,
        (false, false) => Outcome::Done,
    })
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
