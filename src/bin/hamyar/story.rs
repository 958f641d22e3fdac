//! `hamyar story PAGE --out FILE [--assets DIR]`: a page of the built site in one file with all it needs.

use std::path::{Path, PathBuf};

use hamyar::publish::{Assets, Missing, is_address, story};
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::cli::{Outcome, not_written};
use crate::publish::missing;

pub(crate) fn run(arguments: Parser) -> Result<Outcome, Error> {
    let (page, out, folder) = parse(arguments)?;
    let assets = read(&folder)?;
    let made = story(&page, &assets).map_err(|Missing(file)| missing(&folder, &file))?;
    if let Some(parent) = out.parent() {
        std::fs::create_dir_all(parent).map_err(|error| not_written(&out, &error))?;
    }
    std::fs::write(&out, made).map_err(|error| not_written(&out, &error))?;
    Ok(Outcome::Done)
}

/// Every file of the site that a page may hold.
fn read(folder: &Path) -> Result<Assets, Error> {
    let mut assets = Assets::default();
    let mut open = vec![String::new()];
    while let Some(path) = open.pop() {
        let refused = |_| missing(folder, &path);
        for entry in std::fs::read_dir(folder.join(&path)).map_err(refused)? {
            let entry = entry.map_err(refused)?;
            let name = format!("{path}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push(format!("{name}/"));
            } else {
                let bytes = std::fs::read(entry.path()).map_err(|_| missing(folder, &name))?;
                assets.0.insert(name, bytes);
            }
        }
    }
    Ok(assets)
}

fn parse(mut arguments: Parser) -> Result<(String, PathBuf, PathBuf), Error> {
    let (mut page, mut out) = (None, None);
    let mut assets = PathBuf::from("target/site");
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("out") => out = Some(arguments.value()?.parse()?),
            Arg::Long("assets") => assets = arguments.value()?.parse()?,
            Arg::Value(value) if page.is_none() => page = Some(value.parse::<String>()?),
            other => return Err(other.unexpected()),
        }
    }
    match (page, out) {
        (Some(page), Some(out)) if is_address(&page) => Ok((page, out, assets)),
        _ => Err("PAGE --out FILE is needed".into()),
    }
}
