//! The series of a chart, and those of them that a view leaves out.

use super::prepared::Datum;
use crate::list::Gather;

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

/// The names of those that a view leaves out.
pub(super) fn hidden<'n>(names: &'n [String], hide: &[u16]) -> Vec<&'n str> {
    let places = hide.iter().filter_map(|place| names.get(usize::from(*place)));
    places.map(String::as_str).gather()
}
