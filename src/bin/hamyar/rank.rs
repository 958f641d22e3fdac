//! `hamyar rank RULES.json VALUES.csv [--weights W,…] [--json] [--lang fa|en] [--out FILE]`

use std::path::{Path, PathBuf};

use hamyar::diag::{Bilingual, Error};
use hamyar::export::ranking_csv;
use hamyar::number::Decimal;
use hamyar::ranking::{
    Outcome as Standing, Part, Ranking, Row, Run, card, rank, told as score_told, values,
};
use hamyar::text::Lang;
use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;

use crate::cli::{Outcome, language, print_bytes, refuse, write_file};
use crate::spec_file;

/// What the call asks for.
#[derive(Default)]
struct Call {
    paths: Vec<PathBuf>,
    /// In the place of the published ones.
    weights: Option<Vec<Decimal>>,
    json: bool,
    lang: Lang,
    /// Standard output without it.
    out: Option<PathBuf>,
}

/// Ranks candidates by published rules, or by the same rules with other weights.
pub(crate) fn run(arguments: Parser) -> Result<Outcome, lexopt::Error> {
    let call = parse(arguments)?;
    let [rules, candidates] = call.paths.as_slice() else {
        return Err("rank needs the rules and a table of values".into());
    };
    let rules = spec_file::read(rules)?;
    let table = read(candidates)?;
    let (run, ranking) = match ranked(rules, &table, call.weights.as_deref()) {
        Ok(ranked) => ranked,
        Err(error) => return Ok(refuse(&error)),
    };
    let text = if call.json {
        json(&run, &ranking)?.into_bytes()
    } else {
        ranking_csv(&run, &ranking, call.lang).into_bytes()
    };
    match &call.out {
        Some(path) => write_file(path, &text)?,
        None => print_bytes(&text),
    }
    Ok(Outcome::Done)
}

fn parse(mut arguments: Parser) -> Result<Call, lexopt::Error> {
    let mut call = Call::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("weights") => call.weights = Some(weights(&arguments.value()?.string()?)?),
            Arg::Long("json") => call.json = true,
            Arg::Long("lang") => call.lang = language(&mut arguments)?,
            Arg::Long("out") => call.out = Some(arguments.value()?.parse()?),
            Arg::Value(value) if call.paths.len() < 2 => call.paths.push(value.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(call)
}

fn weights(text: &str) -> Result<Vec<Decimal>, lexopt::Error> {
    let weights = text.split(',').map(Decimal::parse).collect::<Option<Vec<_>>>();
    weights
        .ok_or_else(|| "--weights are plain decimals with commas between, one a criterion".into())
}

fn read(path: &Path) -> Result<Vec<u8>, lexopt::Error> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn ranked(
    rules: hamyar::ranking::Rules,
    table: &[u8],
    weights: Option<&[Decimal]>,
) -> Result<(Run, Ranking), Error> {
    let candidates = values(table)?;
    let published = Run::new(rules)?;
    let run = match weights {
        Some(weights) => published.weighted(weights)?,
        None => published,
    };
    let ranking = rank(&run, &candidates)?;
    Ok((run, ranking))
}

/// A list with the sums behind each place.
#[derive(Serialize)]
struct Told<'a> {
    run: &'a str,
    example: bool,
    rows: Vec<ToldRow<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ToldRow<'a> {
    id: &'a str,
    name: &'a Bilingual,
    rank: Option<u32>,
    score: Option<String>,
    band: Option<&'a str>,
    /// Criteria without a value, for want of which it has no rank.
    missing: &'a [String],
    parts: Vec<ToldPart<'a>>,
    card: Vec<Bilingual>,
}

#[derive(Serialize)]
struct ToldPart<'a> {
    criterion: &'a str,
    value: Option<String>,
    weight: Option<String>,
    points: Option<String>,
}

fn json(run: &Run, ranking: &Ranking) -> Result<String, lexopt::Error> {
    let rules = run.rules();
    let rows = ranking.rows.iter().map(|row| told(run, row)).collect();
    let told = Told { run: &rules.id, example: rules.example, rows };
    let text = serde_json::to_string_pretty(&told).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

fn told<'a>(run: &Run, row: &'a Row) -> ToldRow<'a> {
    let (rank, score, band, missing): (_, _, _, &[String]) = match &row.outcome {
        Standing::Ranked { rank, score, band, .. } => {
            (Some(*rank), Some(score_told(run.rules(), score).to_string()), band.as_deref(), &[])
        }
        Standing::Unranked { missing } => (None, None, None, missing),
    };
    let parts = row.parts.iter().map(told_part).collect();
    let card = card(run, row);
    ToldRow { id: &row.id, name: &row.name, rank, score, band, missing, parts, card }
}

fn told_part(part: &Part) -> ToldPart<'_> {
    let counted = part.counted.as_ref();
    ToldPart {
        criterion: &part.criterion,
        value: part.value.map(|value| value.to_string()),
        weight: counted.map(|counted| counted.weight.to_string()),
        points: counted.map(|counted| counted.points.to_string()),
    }
}
