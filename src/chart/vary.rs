//! What tells the rows of an answer apart, and so what each row is called.

use super::view::{MarkKind, View};
use super::words::{code_word, form_word, measure_name, pick, place_name, words};
use crate::list::{differ, join_said};
use crate::model::{Dataset, Level, Place, Scenario};
use crate::query::{Answer, Row};
use crate::text::Lang;

/// Which dimensions differ between the rows.
pub(super) struct Vary {
    area: bool,
    period: bool,
    measure: bool,
    scope: bool,
    stage: bool,
    /// Whether rows have different base units.
    pub(super) units: bool,
    pairs: bool,
    line: bool,
}

impl Vary {
    pub(super) fn of(dataset: &Dataset, answer: &Answer, view: &View, lang: Lang) -> Self {
        let rows = &answer.rows;
        let pairs = !view.query.pairs.is_empty();
        Self {
            area: differ(rows.iter().map(|row| (code(dataset, row), &row.key.group))),
            period: differ(rows.iter().map(|row| row.key.period)),
            measure: differ(rows.iter().map(|row| &row.measure)),
            scope: differ(rows.iter().map(|row| &row.key.scope)),
            stage: differ(rows.iter().map(|row| form_word(dataset, row, lang))),
            units: differ(rows.iter().map(|row| &row.unit)) || pairs && rows.len() > 2,
            pairs,
            line: view.mark == MarkKind::Line,
        }
    }

    /// The category label of a row.
    pub(super) fn name(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        if self.pairs {
            return period_label(row, lang);
        }
        if self.line {
            return place(dataset, row, lang);
        }
        let candidates = [
            (self.area, place(dataset, row, lang)),
            (self.measure, measure_name(dataset, &row.measure, lang)),
            (self.scope, scope(row, lang)),
            (self.period, period_label(row, lang)),
            (self.stage, form_word(dataset, row, lang)),
        ];
        let telling = candidates.into_iter().find(|(tells, text)| *tells && !text.is_empty());
        let fallback = || {
            let place = place(dataset, row, lang);
            if place.is_empty() { measure_name(dataset, &row.measure, lang) } else { place }
        };
        telling.map_or_else(fallback, |(_, text)| text)
    }

    /// The second label: what else tells rows apart, or the province of a county.
    pub(super) fn detail(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        let named_by_area = self.area && !self.pairs;
        let is_named = named_by_area || self.measure;
        if self.stage && !self.pairs {
            let word = form_word(dataset, row, lang);
            let actual = || code_word(dataset, "scenario", Scenario::Actual.code(), lang);
            return if word.is_empty() { actual() } else { word };
        }
        let parts = [
            (named_by_area && self.measure, measure_name(dataset, &row.measure, lang)),
            (is_named && self.scope, scope(row, lang)),
            (is_named && self.period, period_label(row, lang)),
        ];
        let mut telling = parts.into_iter().filter(|(tells, text)| *tells && !text.is_empty());
        telling.next().map_or_else(|| province_of(dataset, row, lang), |(_, text)| text)
    }

    /// The series of a row: its area over time, what a pair is about.
    pub(super) fn series(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        if self.pairs {
            let place = place(dataset, row, lang);
            let measure = measure_name(dataset, &row.measure, lang);
            let programme = row.key.programme.as_ref().and_then(|id| dataset.programmes.get(id));
            let programme = programme.map_or("", |one| pick(&one.name, lang)).to_owned();
            return joined([measure, programme, place], lang);
        }
        if !self.line {
            return String::new();
        }
        let parts = [
            if self.area { place(dataset, row, lang) } else { String::new() },
            if self.stage { form_word(dataset, row, lang) } else { String::new() },
            String::new(),
        ];
        joined(parts, lang)
    }

    /// Who and when.
    pub(super) fn heading(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        let measure = if self.measure || self.pairs {
            measure_name(dataset, &row.measure, lang)
        } else {
            String::new()
        };
        let head = joined(
            [measure, scope_unless_pair(self.pairs, row, lang), place(dataset, row, lang)],
            lang,
        );
        joined([head, period_label(row, lang), String::new()], lang)
    }
}

fn scope_unless_pair(pairs: bool, row: &Row, lang: Lang) -> String {
    if pairs { String::new() } else { scope(row, lang) }
}

fn joined([first, second, third]: [String; 3], lang: Lang) -> String {
    join_said(&[&first, &second, &third], words(lang).comma)
}

fn province_of(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let area = row.key.area.as_ref().and_then(|id| dataset.areas.get(id));
    let county = area.filter(|area| area.level >= Level::County);
    let province = county.and_then(|area| dataset.areas.ancestor(&area.id, Level::Province));
    province.map_or("", |area| pick(&area.name, lang)).to_owned()
}

/// Code of the area: the country of two divisions is one country.
fn code<'a>(dataset: &'a Dataset, row: &Row) -> Option<&'a str> {
    let area = dataset.areas.get(row.key.area.as_ref()?)?;
    Some(area.code.as_str())
}

/// Name of the area or group of a row.
pub(super) fn place(dataset: &Dataset, row: &Row, lang: Lang) -> String {
    let place = match (&row.key.area, &row.key.group) {
        (Some(area), _) => Place::Area(area.clone()),
        (None, Some(group)) => Place::Group(group.clone()),
        (None, None) => Place::Unplaced,
    };
    place_name(dataset, &place, lang)
}

fn scope(row: &Row, lang: Lang) -> String {
    let text = row.key.scope.as_ref().map(|(fa, en)| match lang {
        Lang::Fa => fa.clone(),
        Lang::En => en.clone(),
    });
    text.unwrap_or_default()
}

fn period_label(row: &Row, lang: Lang) -> String {
    row.key.period.map_or_else(|| words(lang).undated.to_owned(), |period| period.label(lang))
}
