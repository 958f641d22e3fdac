//! The series of a chart.

use super::prepared::Datum;

/// The names of the series in the order of the answer.
pub(super) fn series(data: &[Datum<'_>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for datum in data {
        if !names.contains(&datum.series) {
            names.push(datum.series.clone());
        }
    }
    names
}
