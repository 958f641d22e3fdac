//! The words of a scene as plain values for the page.

use serde::Serialize;

use crate::chart::{Cell, Mark, Px, Scene, SourceLine};
use crate::model::ObservationId;

/// Everything of a chart that the page writes as text.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Parts<'a> {
    title: &'a str,
    subtitle: &'a str,
    width: f64,
    height: f64,
    marks: usize,
    legend: Vec<&'a str>,
    table: TablePart<'a>,
    short: &'a str,
    long: &'a str,
    coverage: &'a str,
    sources: Vec<SourcePart<'a>>,
    notes: &'a [String],
    example: bool,
}

#[derive(Serialize)]
struct TablePart<'a> {
    caption: &'a str,
    heads: &'a [String],
    rows: Vec<Vec<CellPart<'a>>>,
    foot: &'a str,
}

#[derive(Serialize)]
struct CellPart<'a> {
    text: &'a str,
    sort: &'a str,
    numeric: bool,
    evidence: &'a [ObservationId],
}

#[derive(Serialize)]
struct SourcePart<'a> {
    source: &'a str,
    text: &'a str,
    evidence: &'a [ObservationId],
}

/// One mark as the page shows it in a tooltip, with its box in CSS px of the plot.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MarkPart<'a> {
    index: usize,
    key: &'a str,
    heading: &'a str,
    value: &'a str,
    details: &'a [String],
    source: &'a str,
    spoken: &'a str,
    evidence: &'a [ObservationId],
    row: usize,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

/// A length in CSS px.
pub(super) fn css(length: Px) -> f64 {
    f64::from(length.0) / 8.0
}

fn cell(cell: &Cell) -> CellPart<'_> {
    CellPart { text: &cell.text, sort: &cell.sort, numeric: cell.numeric, evidence: &cell.evidence }
}

fn source(line: &SourceLine) -> SourcePart<'_> {
    SourcePart { source: &line.source, text: &line.text, evidence: &line.evidence }
}

/// The words of a scene.
pub(super) fn parts(scene: &Scene) -> Parts<'_> {
    let table = &scene.table;
    Parts {
        title: &scene.title,
        subtitle: &scene.subtitle,
        width: css(scene.width),
        height: css(scene.height),
        marks: scene.marks.len(),
        legend: scene.legend.iter().map(|entry| entry.text.as_str()).collect(),
        table: TablePart {
            caption: &table.caption,
            heads: &table.heads,
            rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            foot: &table.foot,
        },
        short: &scene.description.short,
        long: &scene.description.long,
        coverage: &scene.coverage,
        sources: scene.sources.iter().map(source).collect(),
        notes: &scene.notes,
        example: scene.example,
    }
}

/// One mark of a scene.
pub(super) fn mark(index: usize, mark: &Mark) -> MarkPart<'_> {
    MarkPart {
        index,
        key: &mark.key,
        heading: &mark.tip.heading,
        value: &mark.tip.value,
        details: &mark.tip.details,
        source: &mark.tip.source,
        spoken: &mark.tip.spoken,
        evidence: &mark.evidence,
        row: mark.row,
        left: css(mark.target.x),
        top: css(mark.target.y),
        width: css(mark.target.width),
        height: css(mark.target.height),
    }
}
