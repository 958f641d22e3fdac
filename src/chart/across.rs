//! Other measures of the same places: the second axis of a scatter, and the size of its bubbles.

use super::prepared::Number;
use super::view::{Axis, View};
use super::words::{Shown, decimals_of, figure_text, measure_name};
use crate::list::{Gather, in_order};
use crate::model::{Dataset, GroupId};
use crate::number::Interval;
use crate::query::{All, Answer, Key, Query, Row, run};
use crate::text::Lang;

/// The figures of one further measure, found by place and time.
#[derive(Debug)]
pub(super) struct Across {
    /// What is measured.
    pub(super) name: String,
    /// Its unit.
    pub(super) shown: Shown,
    answer: Answer,
    /// Numbers of the rows in the order of their places.
    places: Vec<(Place, usize)>,
    has_own_periods: bool,
}

/// Code of the area or the group, and the period unless the measure has periods of its own.
type Place = (Option<String>, Option<GroupId>, Option<String>);

/// The figure of a further measure beside a figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Companion<'a> {
    pub(super) across: &'a Across,
    pub(super) row: &'a Row,
    /// In the shown unit.
    pub(super) value: f64,
    pub(super) span: Interval,
}

impl Across {
    /// Asks what the view asks of another measure; nothing where it names none.
    pub(super) fn new(dataset: &Dataset, view: &View, axis: &Axis, lang: Lang) -> Option<Self> {
        if axis.measure.as_str().is_empty() {
            return None;
        }
        let has_own_periods = !axis.periods.is_empty();
        let own = &view.query;
        let periods = if has_own_periods { &axis.periods } else { &own.periods };
        let query = Query {
            measure: axis.measure.clone(),
            areas: own.areas.clone(),
            periods: periods.clone(),
            during: if has_own_periods { All::default() } else { own.during.clone() },
            by: own.by.clone(),
            ..Query::default()
        };
        let answer = run(dataset, &query);
        let places = answer.rows.iter().enumerate();
        let places =
            places.map(|(index, row)| (place(dataset, &row.key, has_own_periods), index)).gather();
        Some(Self {
            name: measure_name(dataset, &axis.measure, lang),
            shown: Shown::of_rows(dataset, &answer.rows, "", lang),
            places: in_order(places, Ord::cmp),
            answer,
            has_own_periods,
        })
    }

    /// The figure at the place of a row. Where there are several none is meant.
    pub(super) fn beside(&self, dataset: &Dataset, key: &Key) -> Option<Companion<'_>> {
        let wanted = place(dataset, key, self.has_own_periods);
        let first = self.places.partition_point(|(place, _)| *place < wanted);
        let mut same = self.places.iter().skip(first).take_while(|(place, _)| *place == wanted);
        let (Some((_, index)), None) = (same.next(), same.next()) else { return None };
        let row = self.answer.rows.get(*index)?;
        let figure = self.shown.figure(&row.figure);
        let (value, span) = (figure.value()?.to_f64(), figure.interval()?);
        Some(Companion { across: self, row, value, span })
    }
}

impl Across {
    /// What is measured, with its unit.
    pub(super) fn title(&self) -> String {
        titled(&self.name, &self.shown)
    }
}

/// A measure with its unit: «جمعیت (نفر)».
pub(super) fn titled(name: &str, shown: &Shown) -> String {
    if shown.name.is_empty() { name.to_owned() } else { format!("{name} ({})", shown.name) }
}

impl Companion<'_> {
    /// The value in words.
    pub(super) fn number(&self, dataset: &Dataset, lang: Lang) -> Number {
        let measure = dataset.measures.get(&self.row.measure);
        let decimals = decimals_of(self.row.working.as_ref(), &self.row.unit, measure);
        let (text, full) =
            figure_text(dataset, &self.row.figure, &self.across.shown, decimals, lang);
        Number { text, full }
    }
}

fn place(dataset: &Dataset, key: &Key, has_own_periods: bool) -> Place {
    let area = key.area.as_ref().and_then(|id| dataset.areas.get(id));
    let period = key.period.filter(|_| !has_own_periods).map(|period| period.id());
    (area.map(|area| area.code.clone()), key.group.clone(), period)
}
