//! `hamyar render DIR VIEW.json [--name ID] [--format svg|html|csv] [--lang fa|en] [--width PX]
//! [--theme auto|light|dark] [--ground FILE] [--out DIR2]`

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::slice;

use hamyar::chart::{Options, Scene, View, layout};
use hamyar::export::table_csv;
use hamyar::ingest::read_outlines;
use hamyar::model::Dataset;
use hamyar::query::run as answer;
use hamyar::render::{Theme, figure, svg};
use hamyar::spec::Value;
use hamyar::text::Lang;
use lexopt::{Arg, Parser, ValueExt};

use crate::cli::{Outcome, keep_confirmed, language, print_bytes, refuse, tell_errors};
use crate::views::{Grouped, Named, grouped, known, named};
use crate::written::{make_directory, write_files};
use crate::{directory, spec_file};

/// What the call asks for.
struct Call {
    directory: PathBuf,
    view: PathBuf,
    /// Entry of a file of named views; without it the file is one view, or all are drawn.
    name: Option<String>,
    format: Format,
    options: Options,
    theme: Theme,
    /// Boundaries for maps.
    ground: Option<PathBuf>,
    /// Where a file of each named view goes, in place of the output.
    out: Option<PathBuf>,
}

#[derive(Clone, Copy)]
enum Format {
    Svg,
    Html,
    Csv,
}

pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let call = parse(arguments)?;
    let ground = call.ground.as_deref().map(ground).transpose()?;
    let mut drawn = Drawn { call: &call, outcome: Outcome::Done, files: Vec::new() };
    for (data, views) in views(&call)? {
        let mut read = match directory::read(&call.directory.join(data)) {
            Ok(read) => read,
            Err(error) => return Ok(refuse(&error)),
        };
        tell_errors(&read.diagnostics);
        drawn.note(!read.has_errors());
        keep_confirmed(&mut read.value.dataset, Some(call.options.lang));
        if let Some((file, bytes)) = &ground {
            match read_outlines(bytes, &read.value.dataset.areas) {
                Ok(found) => read.value.dataset.outlines = found.outlines,
                Err(error) => return Ok(refuse(&error)),
            }
            read.value.dataset.outlines.file.clone_from(file);
        }
        for Named { name, view, .. } in views {
            drawn.draw(&read.value.dataset, &name, view);
        }
    }
    match &call.out {
        Some(out) => {
            make_directory(out, slice::from_ref(&call.directory))?;
            write_files(out, &drawn.files)?;
        }
        None => drawn.files.iter().for_each(|(_, bytes)| print_bytes(bytes)),
    }
    Ok(drawn.outcome)
}

/// A file of boundaries with its name, as maps tell it.
fn ground(path: &Path) -> Result<(String, Vec<u8>), lexopt::Error> {
    let bytes = std::fs::read(path).map_err(|_| spec_file::unreadable(path))?;
    Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes))
}

/// The views that are drawn, by the package they are drawn from: each is read once.
fn views(call: &Call) -> Result<Grouped, lexopt::Error> {
    let is_fit = |name: &str| call.out.is_none() || is_file_name(name);
    let mut named = match (&call.name, &call.out) {
        (None, None) => {
            let view = spec_file::read(&call.view)?;
            vec![Named { name: String::new(), spec: Value::Null, view }]
        }
        _ => named(&call.view, is_fit)?,
    };
    if let Some(name) = &call.name {
        named.retain(|one| one.name == *name);
        if named.is_empty() {
            return Err(format!("{}: no view {name}", call.view.display()).into());
        }
    }
    Ok(grouped(named))
}

/// Whether a name stays in the directory it is written into.
fn is_file_name(name: &str) -> bool {
    Path::new(name).file_name() == Some(OsStr::new(name))
}

/// What was drawn so far.
struct Drawn<'a> {
    call: &'a Call,
    outcome: Outcome,
    files: Vec<(String, Vec<u8>)>,
}

impl Drawn<'_> {
    /// Draws a view; one of a day of knowledge of a copy that knows no more.
    fn draw(&mut self, dataset: &Dataset, name: &str, view: View) {
        let mut view = view;
        let known = known(dataset, &mut view);
        let (dataset, view) = (known.as_ref().unwrap_or(dataset), &view);
        let answer = answer(dataset, &view.query);
        let scene: Scene = layout(dataset, &answer, view, &self.call.options);
        self.note(!scene.marks.is_empty());
        let (ending, text) = match self.call.format {
            Format::Svg => ("svg", svg(&scene, self.call.theme)),
            Format::Html => ("html", figure(&scene, None, name)),
            Format::Csv => ("csv", table_csv(&scene)),
        };
        self.files.push((format!("{name}.{ending}"), text.into_bytes()));
    }

    fn note(&mut self, whole: bool) {
        if !whole {
            self.outcome = Outcome::Rejected;
        }
    }
}

fn parse(mut arguments: Parser) -> Result<Call, lexopt::Error> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let (mut name, mut format, mut theme) = (None, Format::Svg, Theme::Auto);
    let (mut ground, mut out) = (None, None);
    let mut options = Options { width: 720.0, lang: Lang::Fa, direction: None };
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("name") => name = Some(arguments.value()?.string()?),
            Arg::Long("format") => format = format_of(&arguments.value()?.string()?)?,
            Arg::Long("lang") => options.lang = language(&mut arguments)?,
            Arg::Long("width") => options.width = arguments.value()?.parse()?,
            Arg::Long("theme") => theme = theme_of(&arguments.value()?.string()?)?,
            Arg::Long("ground") => ground = Some(arguments.value()?.parse()?),
            Arg::Long("out") => out = Some(arguments.value()?.parse()?),
            Arg::Value(value) if paths.len() < 2 => paths.push(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let mut paths = paths.into_iter();
    match (paths.next(), paths.next()) {
        (Some(directory), Some(view)) => {
            Ok(Call { directory, view, name, format, options, theme, ground, out })
        }
        _ => Err("render needs the directory of a data package and a view".into()),
    }
}

fn theme_of(code: &str) -> Result<Theme, lexopt::Error> {
    let found = Theme::ALL.iter().copied().find(|theme| theme.code() == code);
    found.ok_or_else(|| "--theme is auto, light or dark".into())
}

fn format_of(code: &str) -> Result<Format, lexopt::Error> {
    match code {
        "svg" => Ok(Format::Svg),
        "html" => Ok(Format::Html),
        "csv" => Ok(Format::Csv),
        _ => Err("--format is svg, html or csv".into()),
    }
}
