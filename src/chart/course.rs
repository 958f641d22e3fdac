//! How a figure that counts the days of a report stands to the last day on which it was due.

use super::words::{Shown, figure_text, put, words};
use crate::calendar::{Day, short_date};
use crate::list::join_said;
use crate::model::{DAYS_OVER, Dataset, Deadline, Figure, Qualifier};
use crate::query::{Answer, Row};
use crate::text::Lang;

/// Days further away than this, about a century, are no way that could be drawn.
const MOST: i32 = 36_500;

/// The way of one report: asked for, due, and come in or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Course {
    /// What is asked for.
    pub(super) name: String,
    /// The day on which it was asked for.
    pub(super) issued: Day,
    /// The last day; without a date none.
    pub(super) due: Option<Day>,
    /// The day on which it came in, or of which it is told that it had not; none where nothing is told.
    pub(super) told: Option<Day>,
    pub(super) state: State,
    /// How it stands: «۱۸ روز زودتر», «نرسیده، ۷۷ روز گذشته».
    pub(super) words: String,
    /// Both days in words, the last day and that on which it came in; empty for what there is not.
    pub(super) dates: [String; 2],
}

/// How a report stands to its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It came in by then.
    InTime,
    /// It came in afterwards.
    Late,
    /// It is not in, and the last day is over.
    Over,
    /// It is not in, and there is time left.
    Left,
    /// Nothing of this is told, or there is no last day.
    Unknown,
}

impl Course {
    /// That of a row which is one figure, the days of a report from the last day on.
    pub(super) fn of(dataset: &Dataset, row: &Row, shown: &Shown, lang: Lang) -> Option<Self> {
        let [only] = row.evidence.as_slice() else { return None };
        let deadline = Deadline::of(dataset, dataset.observations.get(only)?)?;
        if row.measure.as_str() != DAYS_OVER {
            return None;
        }
        let (days, state) = standing(&row.figure);
        let told = deadline.due.zip(days).map(|(due, days)| due.plus(days));
        let date = |day: Option<Day>| day.map(|day| short_date(day, lang)).unwrap_or_default();
        let is_in = matches!(state, State::InTime | State::Late);
        Some(Self {
            name: super::words::pick(&deadline.name, lang).to_owned(),
            issued: deadline.issued,
            due: deadline.due,
            told,
            state,
            words: told_of(dataset, row, shown, days, state, lang),
            dates: [date(deadline.due), date(told.filter(|_| is_in))],
        })
    }

    /// Both days in one line.
    pub(super) fn line(&self, lang: Lang) -> String {
        let words = words(lang);
        let [due, came] = &self.dates;
        let said = |template: &str, date: &str| {
            if date.is_empty() { String::new() } else { put(template, &[date]) }
        };
        join_said(&[&said(words.due_on, due), &said(words.came_on, came)], words.comma)
    }
}

/// The days from the last day on, and what they are of.
fn standing(figure: &Figure) -> (Option<i32>, State) {
    let Figure::Value { value, qualifier, .. } = figure else { return (None, State::Unknown) };
    let days = value.to_f64() as i32;
    if !(-MOST..=MOST).contains(&days) {
        return (None, State::Unknown);
    }
    let state = match (qualifier, days) {
        (Qualifier::Exact | Qualifier::About, ..=0) => State::InTime,
        (Qualifier::Exact | Qualifier::About, _) => State::Late,
        (Qualifier::AtLeast, ..=0) => State::Left,
        (Qualifier::AtLeast, _) => State::Over,
        _ => return (None, State::Unknown),
    };
    (Some(days), state)
}

fn told_of(
    dataset: &Dataset,
    row: &Row,
    shown: &Shown,
    days: Option<i32>,
    state: State,
    lang: Lang,
) -> String {
    let words = words(lang);
    let count = i64::from(days.unwrap_or_default().abs());
    let length = Figure::exact(crate::number::Decimal::from_int(count));
    let shown = match dataset.measures.get(&row.measure) {
        Some(measure) => shown.clone().of_one(measure, &length, lang),
        None => shown.clone(),
    };
    let length = figure_text(dataset, &length, &shown, None, lang).1;
    let template = match state {
        State::InTime if days == Some(0) => words.last_day,
        State::Left if days == Some(0) => words.not_in_today,
        State::InTime => words.early,
        State::Late => words.late,
        State::Over => words.not_in_over,
        State::Left => words.not_in_left,
        State::Unknown => return figure_text(dataset, &row.figure, &shown, None, lang).1,
    };
    put(template, &[&length])
}

/// Whether any figure of an answer is counted from a last day.
pub(super) fn has_course(dataset: &Dataset, answer: &Answer) -> bool {
    let course = |row: &Row| Course::of(dataset, row, &Shown::default(), Lang::Fa);
    answer.rows.iter().any(|row| course(row).is_some())
}
