//! What was asked for on the command line.

use std::ffi::OsString;
use std::num::NonZeroU16;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use lexopt::prelude::*;

/// The text of `cargo xtask help`.
pub const HELP: &str = "\
Developer commands of Hamyar

cargo xtask serve [--port N] [--no-build] [--root DIR]
                      build the site and serve it on 127.0.0.1 (port 4173 unless told)
cargo xtask test [--only native|wasm|e2e|validators] [--long [--browsers]]
                      everything CI runs; ends with `N passed, N failed`; with --browsers a walk
                      through the pages in Firefox and WebKitGTK too, where they install
cargo xtask build     the wasm package in pkg/ and the site in target/site/
cargo xtask check     format, lints on both targets, tidy, types, sizes
cargo xtask tidy      the house rules alone
cargo xtask size      what a reader downloads, against its limits
cargo xtask bench [--only data|charts|first-paint] [--runs N]
                      half a million figures in a browser beside DuckDB-WASM, the same charts drawn
                      by six other libraries (3 runs unless told), and how soon a chart is seen
                      (9 samples)
cargo xtask bench --lighthouse
                      Lighthouse on a published site: three categories must have 100
cargo xtask sheets [PAGE]
                      every figure of a page (the gallery unless told) as it looks in each theme,
                      width and language: pictures in target/sheets/
cargo xtask dist      the site, ready to upload, in dist/
cargo xtask bless     write the snapshots anew; review them with git diff
";

/// The port that is served unless another is asked for.
pub const DEFAULT_PORT: u16 = 4173;

/// How often the bench runs unless told.
const USUAL_RUNS: NonZeroU16 = NonZeroU16::MIN.saturating_add(2);
/// How many pages of each contestant are opened unless told.
const USUAL_SAMPLES: NonZeroU16 = NonZeroU16::MIN.saturating_add(8);

/// One command with its options.
#[derive(Debug, PartialEq)]
pub enum Task {
    Help,
    Serve(ServeOptions),
    Test(TestOptions),
    Build,
    Check,
    Tidy,
    Size,
    Bench(BenchOptions),
    /// The page whose figures are shown.
    Sheets(String),
    Dist,
    Bless,
}

/// Options of `serve`.
#[derive(Debug, PartialEq)]
pub struct ServeOptions {
    /// TCP port; 0 lets the system choose one.
    pub port: u16,
    /// Whether the site is built first.
    pub build: bool,
    /// Another folder to serve as it is.
    pub root: Option<PathBuf>,
}

/// Options of `bench`.
#[derive(Debug, PartialEq)]
pub struct BenchOptions {
    /// How often each side runs, at least once; medians are told. The usual number unless told.
    pub runs: Option<NonZeroU16>,
    /// One bench alone.
    pub only: Option<Bench>,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bench {
    /// Loading, judging and rolling up of half a million figures.
    Data,
    /// Drawing of charts.
    Charts,
    /// From a navigation to the frame with a chart.
    FirstPaint,
    /// What Lighthouse says of a published site; only when it is asked for.
    Lighthouse,
}

impl Bench {
    /// How often each side runs unless told.
    pub const fn usual_runs(self) -> NonZeroU16 {
        match self {
            Self::FirstPaint => USUAL_SAMPLES,
            Self::Data | Self::Charts | Self::Lighthouse => USUAL_RUNS,
        }
    }
}

/// Options of `test`.
#[derive(Debug, Default, PartialEq)]
pub struct TestOptions {
    /// One kind of tests alone.
    pub only: Option<Kind>,
    /// Whether the long tests run too.
    pub long: bool,
    /// Whether other browsers walk through the pages too; a part of the long tests.
    pub browsers: bool,
}

/// The kinds of tests that can run alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Native,
    Wasm,
    EndToEnd,
    /// Other programs that read what is written; part of `--long`.
    Validators,
}

/// Reads the arguments after the program's name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Task> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let Some(command) = parser.next()? else { return Ok(Task::Help) };
    let Value(name) = command else { return option_first(command) };
    let task = match name.to_str() {
        Some("serve") => return serve(&mut parser),
        Some("test") => return test(&mut parser),
        Some("build") => Task::Build,
        Some("check") => Task::Check,
        Some("tidy") => Task::Tidy,
        Some("size") => Task::Size,
        Some("bench") => return bench(&mut parser),
        Some("sheets") => return sheets(&mut parser),
        Some("dist") => Task::Dist,
        Some("bless") => Task::Bless,
        Some("help") => Task::Help,
        _ => bail!("no command {name:?}; `cargo xtask help` lists them"),
    };
    match parser.next()? {
        None => Ok(task),
        Some(extra) => Err(extra.unexpected().into()),
    }
}

fn option_first(argument: lexopt::Arg<'_>) -> Result<Task> {
    match argument {
        Short('h') | Long("help") => Ok(Task::Help),
        other => Err(other.unexpected().into()),
    }
}

fn serve(parser: &mut lexopt::Parser) -> Result<Task> {
    let mut options = ServeOptions { port: DEFAULT_PORT, build: true, root: None };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => options.port = parser.value()?.parse().context("--port")?,
            Long("no-build") => options.build = false,
            Long("root") => options.root = Some(parser.value()?.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Serve(options))
}

fn bench(parser: &mut lexopt::Parser) -> Result<Task> {
    let mut options = BenchOptions { runs: None, only: None };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("runs") => options.runs = Some(parser.value()?.parse().context("--runs")?),
            Long("only") => options.only = Some(measured(&parser.value()?.string()?)?),
            Long("lighthouse") => options.only = Some(Bench::Lighthouse),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Bench(options))
}

fn sheets(parser: &mut lexopt::Parser) -> Result<Task> {
    let page = match parser.next()? {
        None => "gallery".to_owned(),
        Some(Value(page)) => page.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match parser.next()? {
        None => Ok(Task::Sheets(page)),
        Some(extra) => Err(extra.unexpected().into()),
    }
}

fn measured(name: &str) -> Result<Bench> {
    match name {
        "data" => Ok(Bench::Data),
        "charts" => Ok(Bench::Charts),
        "first-paint" => Ok(Bench::FirstPaint),
        other => bail!("--only takes data, charts or first-paint, not `{other}`"),
    }
}

fn test(parser: &mut lexopt::Parser) -> Result<Task> {
    let mut options = TestOptions::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => options.only = Some(kind(&parser.value()?.string()?)?),
            Long("long") => options.long = true,
            Long("browsers") => options.browsers = true,
            other => return Err(other.unexpected().into()),
        }
    }
    ensure!(options.long || !options.browsers, "--browsers is a part of --long");
    Ok(Task::Test(options))
}

fn kind(name: &str) -> Result<Kind> {
    match name {
        "native" => Ok(Kind::Native),
        "wasm" => Ok(Kind::Wasm),
        "e2e" => Ok(Kind::EndToEnd),
        "validators" => Ok(Kind::Validators),
        other => bail!("--only takes native, wasm, e2e or validators, not `{other}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn reads_each_command_with_its_options() {
        let serve = ServeOptions { port: 8080, build: false, root: Some("x".into()) };
        assert_eq!(parsed("serve --port 8080 --no-build --root x").unwrap(), Task::Serve(serve));
        let test = TestOptions { only: Some(Kind::EndToEnd), long: true, browsers: false };
        assert_eq!(parsed("test --long --only e2e").unwrap(), Task::Test(test));
        let test = TestOptions { only: None, long: true, browsers: true };
        assert_eq!(parsed("test --long --browsers").unwrap(), Task::Test(test));
        assert_eq!(parsed("").unwrap(), Task::Help);
        assert_eq!(parsed("size").unwrap(), Task::Size);
        assert_eq!(parsed("sheets").unwrap(), Task::Sheets("gallery".into()));
        assert_eq!(parsed("sheets s4").unwrap(), Task::Sheets("s4".into()));
        let runs = |line| match parsed(line).unwrap() {
            Task::Bench(options) => (options.runs.map(NonZeroU16::get), options.only),
            other => panic!("{other:?}"),
        };
        assert_eq!(runs("bench"), (None, None));
        assert_eq!(runs("bench --runs 7 --only charts"), (Some(7), Some(Bench::Charts)));
        assert_eq!(runs("bench --only first-paint"), (None, Some(Bench::FirstPaint)));
        assert_eq!(runs("bench --lighthouse"), (None, Some(Bench::Lighthouse)));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for line in [
            "sreve",
            "size --fast",
            "serve --port 99999",
            "test --only windows",
            "--fast",
            "bench --runs 0",
            "test --browsers",
            "bench --only tables",
            "sheets s4 s0",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
