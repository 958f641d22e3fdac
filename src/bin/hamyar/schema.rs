//! `hamyar schema [view|package|ranking] [--package DIR --out DIR2]`: what may be written, as JSON Schema and as TypeScript.

use std::path::PathBuf;

use hamyar::model::Dataset;
use hamyar::schema::{files, schema};
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::cli::{Outcome, print};
use crate::directory;
use crate::refusal::refused;
use crate::written::write_files;

pub(crate) fn run(mut arguments: Parser) -> Result<Outcome, Error> {
    let (mut name, mut package, mut out) = (None, None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("package") => package = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("out") => out = Some(PathBuf::from(arguments.value()?)),
            Arg::Value(value) if name.is_none() => name = Some(value.parse::<String>()?),
            other => return Err(other.unexpected()),
        }
    }
    match (name, package, out) {
        (Some(name), None, None) => {
            let schema = schema(&name).ok_or("view, package or ranking is needed")?;
            print(&format!("{schema:#}\n"));
        }
        (None, package, Some(out)) => {
            let dataset = match package {
                Some(place) => directory::read(&place).map_err(refused)?.value.dataset,
                None => Dataset::default(),
            };
            let bytes = |(path, text): (String, String)| (path, text.into_bytes());
            write_files(&out, &files(&dataset).into_iter().map(bytes).collect::<Vec<_>>())?;
        }
        _ => return Err("view, package or ranking is needed, or --out DIR".into()),
    }
    Ok(Outcome::Done)
}
