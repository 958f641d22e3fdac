//! A question in a file: a query, and what the data set is turned into before it is asked.

use std::path::Path;

use hamyar::calendar::{Day, Period};
use hamyar::model::{Dataset, Division, LeftOut, Moved, as_known, in_boundaries};
use hamyar::query::Query;
use hamyar::spec::{FromSpec, Value};
use lexopt::Error;

use crate::asked::moved_of;
use crate::refusal::refusal;
use crate::spec_file::{misplaced, not_json, unreadable};

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
    pub(crate) fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|_| unreadable(path))?;
        let mut fields: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&text).map_err(|error| not_json(path, &error))?;
        let as_known = fields.remove("asKnown").map(|day| last_day(path, &day)).transpose()?;
        let boundaries =
            fields.remove("boundaries").map(|list| division(path, &list)).transpose()?;
        let value: Value =
            serde_json::from_value(fields.into()).map_err(|error| not_json(path, &error))?;
        let query = Query::read(&value)
            .map_err(|fault| misplaced(path, fault.or_one_of(&["boundaries"])))?;
        Ok(Self { query, as_known, boundaries: boundaries.flatten() })
    }

    /// Turns the data set into what the question is about, and says what became of it.
    pub(crate) fn prepare(&self, dataset: &mut Dataset) -> Result<Prepared, Error> {
        let known = |list: Division| dataset.areas.divisions().any(|one| one == list);
        if self.boundaries.is_some_and(|list| !known(list)) {
            return Err(no_such_list());
        }
        let left_out = self.as_known.map(|day| as_known(dataset, day));
        let moved = self.boundaries.map(|division| {
            let moved = moved_of(dataset, &self.query, division);
            in_boundaries(dataset, division);
            moved
        });
        Ok(Prepared { left_out, moved })
    }
}

/// What a data set was turned into.
pub(crate) struct Prepared {
    /// What a day of knowledge leaves out.
    pub(crate) left_out: Option<LeftOut>,
    /// What moving into the borders of a list came to, of the figures that are asked about.
    pub(crate) moved: Option<Moved>,
}

fn last_day(path: &Path, day: &serde_json::Value) -> Result<Day, Error> {
    let period = day.as_str().and_then(|day| Period::parse(day).ok());
    period.and_then(|period| period.last()).ok_or_else(|| {
        let words = ["asKnown روزی خورشیدی نیست.", "asKnown is no Jalali day."];
        let hint = ["روزی بنویسید، مانند «1401-02-18».", "Write a day, such as “1401-02-18”."];
        refusal("question/as-known", path, words, hint)
    })
}

fn division(path: &Path, list: &serde_json::Value) -> Result<Option<Division>, Error> {
    match list.as_str() {
        Some("as-was") => Ok(None),
        text => match text.and_then(|year| year.parse().ok()) {
            Some(year) => Ok(Some(Division(year))),
            None => {
                let words = [
                    "boundaries نه as-was است و نه سال یک فهرست.",
                    "boundaries is neither as-was nor the year of a list.",
                ];
                let hint = [
                    "as-was بنویسید، یا سالی مانند «1402».",
                    "Write as-was, or a year such as “1402”.",
                ];
                Err(refusal("question/boundaries", path, words, hint))
            }
        },
    }
}

fn no_such_list() -> Error {
    let words = [
        "boundaries فهرستی را نام می‌برد که بسته ندارد.",
        "boundaries name a list that the package does not have.",
    ];
    let hint = ["سال یکی از فهرست‌های بسته را بنویسید.", "Write the year of a list of the package."];
    refusal("question/no-such-list", Path::new(""), words, hint)
}
