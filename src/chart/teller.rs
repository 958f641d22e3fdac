//! The words of a placed chart, as they are asked for.

use std::cell::OnceCell;
use std::rc::Rc;

use super::layout::table;
use super::prepare::prepare;
use super::prepared::{Datum, Prepared};
use super::scene::{Said, Table};
use super::shape::{Shaped, shape};
use super::vary::key_of;
use super::view::View;
use super::writer::{Manner, Writer};
use crate::list::Gather;
use crate::model::Dataset;
use crate::query::Answer;
use crate::text::Lang;

/// Says what a scene of [`crate::chart::place`] leaves unsaid. It is asked with the data set, answer and view that
/// the scene was made of.
#[derive(Clone, Debug)]
pub struct Teller {
    lang: Lang,
    manner: Rc<Manner>,
    rows: Vec<Told>,
}

/// What tells a row from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// Stable key, such as `measure=jobs;area=24@1395;period=1400`; empty for what is no row of the answer.
    pub key: String,
    /// What stands at its mark.
    pub name: String,
    /// Its area or group; empty for what has no place.
    pub place: String,
    /// Its line, or what else it is one of several of; empty where there is one.
    pub series: String,
    /// Its period; empty where it has none.
    pub period: String,
}

/// Where the words of a row come from.
#[derive(Clone, Debug)]
enum Told {
    /// A row of the answer.
    Row(usize),
    /// They are known already: a member of a group, a code with what stands at it.
    Said(Box<Said>),
}

impl Teller {
    pub(super) fn new(prepared: &Prepared<'_>, writer: &Writer<'_>) -> Self {
        let told = |datum: &Datum<'_>| match datum.source {
            Some(source) => Told::Row(source.index),
            None => Told::Said(Box::new(datum.said())),
        };
        let rows = prepared.rows().map(told).gather();
        Self { lang: writer.lang, manner: Rc::clone(&writer.manner), rows }
    }

    /// What is said of a row, by its number.
    pub fn said(
        &self,
        dataset: &Dataset,
        answer: &Answer,
        view: &View,
        row: usize,
    ) -> Option<Said> {
        match self.rows.get(row)? {
            Told::Said(said) => Some(Said::clone(said)),
            Told::Row(index) => {
                let shaped = shape(dataset, answer, view, self.lang);
                let writer = self.writer(dataset, &shaped, view);
                Some(writer.datum(*index)?.said())
            }
        }
    }

    /// The equal view of the chart.
    pub fn table(&self, dataset: &Dataset, answer: &Answer, view: &View) -> Table {
        let shaped = shape(dataset, answer, view, self.lang);
        let writer = self.writer(dataset, &shaped, view);
        table(&prepare(&writer), self.lang)
    }

    /// What names each row, by its number.
    pub fn names(&self, dataset: &Dataset, answer: &Answer, view: &View) -> Vec<RowName> {
        let shaped = shape(dataset, answer, view, self.lang);
        let writer = self.writer(dataset, &shaped, view);
        let named = |datum: &Datum<'_>| RowName {
            key: datum.row().map_or_else(String::new, key_of),
            name: datum.name.clone(),
            place: datum.place.clone(),
            series: datum.series.clone(),
            period: datum.period.map_or_else(String::new, |period| period.label(self.lang)),
        };
        prepare(&writer).rows().map(named).gather()
    }

    fn writer<'a>(
        &self,
        dataset: &'a Dataset,
        shaped: &'a Shaped<'a>,
        view: &'a View,
    ) -> Writer<'a> {
        let (lang, manner) = (self.lang, Rc::clone(&self.manner));
        Writer { dataset, shaped, view, lang, manner, others: OnceCell::new() }
    }
}
