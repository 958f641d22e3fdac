//! The words of a placed chart, as they are asked for.

use std::cell::OnceCell;

use super::layout::table;
use super::prepare::prepare;
use super::prepared::{Datum, Prepared};
use super::scene::{Said, Table};
use super::shape::{Shaped, shape};
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
    manner: Manner,
    rows: Vec<Told>,
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
        Self { lang: writer.lang, manner: writer.manner.clone(), rows }
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

    /// The name of each row, by its number.
    pub fn names(&self, dataset: &Dataset, answer: &Answer, view: &View) -> Vec<String> {
        let shaped = shape(dataset, answer, view, self.lang);
        let writer = self.writer(dataset, &shaped, view);
        prepare(&writer).rows().map(|datum| datum.name.clone()).gather()
    }

    fn writer<'a>(
        &self,
        dataset: &'a Dataset,
        shaped: &'a Shaped<'a>,
        view: &'a View,
    ) -> Writer<'a> {
        let (lang, manner) = (self.lang, self.manner.clone());
        Writer { dataset, shaped, view, lang, manner, others: OnceCell::new() }
    }
}
