//! `hamyar catalogue DIR --out SITE [--views FILE] [--assets DIR2]`: what the page that makes snippets reads, for a built site.

use std::path::PathBuf;

use hamyar::publish::{Missing, catalogue_of_build};
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::charts::Charts;
use crate::cli::Outcome;
use crate::publish::{assets, missing};
use crate::written::write_files;

/// What the call names.
struct Call {
    directory: PathBuf,
    out: PathBuf,
    views: Option<PathBuf>,
    assets: PathBuf,
}

pub(crate) fn run(arguments: Parser) -> Result<Outcome, Error> {
    let call = parse(arguments)?;
    let assets = assets(&call.assets)?;
    let mut outcome = Outcome::Done;
    let read = Charts::read(&call.directory, call.views.as_deref(), &mut outcome)?;
    let files = catalogue_of_build(&read.title, &read.charts(), &assets)
        .map_err(|Missing(file)| missing(&call.assets, &file))?;
    write_files(&call.out, &files)?;
    Ok(outcome)
}

fn parse(mut arguments: Parser) -> Result<Call, Error> {
    let (mut directory, mut out, mut views) = (None, None, None);
    let mut assets = PathBuf::from("target/site");
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.parse()?),
            Arg::Long("views") => views = Some(arguments.value()?.parse()?),
            Arg::Long("assets") => assets = arguments.value()?.parse()?,
            Arg::Value(value) if directory.is_none() => directory = Some(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    match (directory, out) {
        (Some(directory), Some(out)) => Ok(Call { directory, out, views, assets }),
        _ => Err("DIR --out SITE is needed".into()),
    }
}
