//! A question in a file: a query, and what the data set is turned into before it is asked.

use std::path::Path;

use hamyar::calendar::{Day, Period};
use hamyar::model::{Dataset, Division, LeftOut, Moved, as_known, in_boundaries};
use hamyar::query::Query;

use crate::cli::read_json;

/// What is asked.
pub(crate) struct Question {
    pub(crate) query: Query,
    /// The end of the day that `asKnown` names.
    as_known: Option<Day>,
    /// The list that `boundaries` names; `None` for as it was.
    boundaries: Option<Division>,
}

impl Question {
    /// Reads a question.
    pub(crate) fn read(path: &Path) -> Result<Self, lexopt::Error> {
        let mut fields: serde_json::Map<String, serde_json::Value> = read_json(path)?;
        let as_known = fields.remove("asKnown").map(|day| last_day(&day)).transpose()?;
        let boundaries = fields.remove("boundaries").map(|list| division(&list)).transpose()?;
        let query = serde_json::from_value(fields.into())
            .map_err(|error| lexopt::Error::from(format!("{}: {error}", path.display())))?;
        Ok(Self { query, as_known, boundaries: boundaries.flatten() })
    }

    /// Turns the data set into what the question is about, and says what became of it.
    pub(crate) fn prepare(&self, dataset: &mut Dataset) -> Result<Prepared, lexopt::Error> {
        let known = |list: Division| dataset.areas.divisions().any(|one| one == list);
        if self.boundaries.is_some_and(|list| !known(list)) {
            return Err("boundaries name a list that the package does not have".into());
        }
        Ok(Prepared {
            left_out: self.as_known.map(|day| as_known(dataset, day)),
            moved: self.boundaries.map(|division| in_boundaries(dataset, division)),
        })
    }
}

/// What a data set was turned into.
pub(crate) struct Prepared {
    /// What a day of knowledge leaves out.
    pub(crate) left_out: Option<LeftOut>,
    /// What moving into the borders of a list came to.
    pub(crate) moved: Option<Moved>,
}

fn last_day(day: &serde_json::Value) -> Result<Day, lexopt::Error> {
    let period = day.as_str().and_then(|day| Period::parse(day).ok());
    let last = period.and_then(|period| period.last());
    last.ok_or_else(|| "asKnown must be a Jalali day, such as 1401-02-18".into())
}

fn division(list: &serde_json::Value) -> Result<Option<Division>, lexopt::Error> {
    match list.as_str() {
        Some("as-was") => Ok(None),
        text => match text.and_then(|year| year.parse().ok()) {
            Some(year) => Ok(Some(Division(year))),
            None => Err("boundaries must be as-was or the year of a list, such as 1402".into()),
        },
    }
}
