//! `hamyar render DIR VIEW.json [--name ID] [--format svg|csv] [--lang fa|en] [--width PX]
//! [--theme auto|light|dark]`

use std::collections::BTreeMap;
use std::path::PathBuf;

use hamyar::chart::{Options, Scene, View, layout};
use hamyar::export::table_csv;
use hamyar::query::run as answer;
use hamyar::render::{Theme, svg};
use hamyar::text::Lang;
use lexopt::{Arg, Parser, ValueExt};

use crate::cli::{Outcome, print, read_json, refuse, tell_errors};
use crate::directory;

/// What the call asks for.
struct Call {
    directory: PathBuf,
    view: PathBuf,
    /// Entry of a file of named views; the file is one view without it.
    name: Option<String>,
    csv: bool,
    lang: Lang,
    width: f64,
    theme: Theme,
}

pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let call = parse(arguments)?;
    let view = view(&call)?;
    let directory = call.directory.join(&view.data);
    let read = match directory::read(&directory) {
        Ok(read) => read,
        Err(error) => return Ok(refuse(&error)),
    };
    tell_errors(&read.diagnostics);
    let rejected = read.has_errors();
    let package = read.value;
    let options = Options { width: call.width, lang: call.lang, direction: None };
    let answer = answer(&package.dataset, &view.query);
    let scene: Scene = layout(&package.dataset, &answer, &view, &options);
    print(&if call.csv { table_csv(&scene) } else { svg(&scene, call.theme) });
    Ok(if rejected || scene.marks.is_empty() { Outcome::Rejected } else { Outcome::Done })
}

fn view(call: &Call) -> Result<View, lexopt::Error> {
    let Some(name) = &call.name else { return read_json(&call.view) };
    let mut views: BTreeMap<String, View> = read_json(&call.view)?;
    views.remove(name).ok_or_else(|| format!("{}: no view {name}", call.view.display()).into())
}

fn parse(mut arguments: Parser) -> Result<Call, lexopt::Error> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let (mut name, mut csv, mut lang, mut width) = (None, false, Lang::Fa, 720.0);
    let mut theme = Theme::Auto;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("name") => name = Some(arguments.value()?.string()?),
            Arg::Long("format") => csv = format(&arguments.value()?.string()?)?,
            Arg::Long("lang") => {
                let code = arguments.value()?.string()?;
                lang = Lang::from_code(&code).ok_or("--lang is fa or en")?;
            }
            Arg::Long("width") => width = arguments.value()?.parse()?,
            Arg::Long("theme") => theme = theme_of(&arguments.value()?.string()?)?,
            Arg::Value(value) if paths.len() < 2 => paths.push(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let mut paths = paths.into_iter();
    match (paths.next(), paths.next()) {
        (Some(directory), Some(view)) => {
            Ok(Call { directory, view, name, csv, lang, width, theme })
        }
        _ => Err("render needs the directory of a data package and a view".into()),
    }
}

fn theme_of(code: &str) -> Result<Theme, lexopt::Error> {
    let found = Theme::ALL.iter().copied().find(|theme| theme.code() == code);
    found.ok_or_else(|| "--theme is auto, light or dark".into())
}

fn format(text: &str) -> Result<bool, lexopt::Error> {
    match text {
        "svg" => Ok(false),
        "csv" => Ok(true),
        _ => Err("--format is svg or csv".into()),
    }
}
