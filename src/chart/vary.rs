//! What tells the rows of an answer apart, and so what each row is called.

use super::view::{Field, MarkKind, View};
use super::words::{Forms, code_word, measure_name, pick, place_name, words};
use crate::list::{differ, join_said};
use crate::model::{Dataset, Level, Place, Scenario};
use crate::query::{Answer, Row};
use crate::spec::from_code;
use crate::text::Lang;

/// In which order a difference names the rows.
const NAMES: [Field; 6] =
    [Field::Area, Field::Measure, Field::Scope, Field::Programme, Field::Period, Field::Stage];

/// Which dimensions differ between the rows.
#[derive(Clone, Debug)]
pub(super) struct Vary {
    fields: Vec<Field>,
    /// The field that the series are, where a view names one.
    color: Option<Field>,
    /// The field that the panels are, where a view names one.
    facet: Option<Field>,
    /// Whether rows have different base units.
    pub(super) units: bool,
    pairs: bool,
    /// Whether periods stand along an axis, so that rows are named by the rest.
    line: bool,
    cells: bool,
    /// What the forms of the rows say.
    pub(super) forms: Forms,
}

impl Vary {
    pub(super) fn of(dataset: &Dataset, answer: &Answer, view: &View, lang: Lang) -> Self {
        let rows = &answer.rows;
        let pairs = !view.query.pairs.is_empty();
        let forms = Forms::of(dataset, rows);
        let differs = |field| match field {
            Field::Area => differ(rows.iter().map(|row| (code(dataset, row), &row.key.group))),
            Field::Period => differ(rows.iter().map(|row| row.key.period)),
            Field::Measure => differ(rows.iter().map(|row| &row.measure)),
            Field::Scope => differ(rows.iter().map(|row| &row.key.scope)),
            Field::Programme => differ(rows.iter().map(|row| &row.key.programme)),
            Field::Stage => differ(rows.iter().map(|row| forms.word(dataset, row, lang))),
        };
        let mut fields = Vec::new();
        for field in NAMES {
            if differs(field) {
                fields.push(field);
            }
        }
        Self {
            fields,
            color: from_code(&view.encoding.color),
            facet: if view.mark.has_panels() { from_code(&view.encoding.facet) } else { None },
            units: differ(rows.iter().map(|row| &row.unit)) || pairs && rows.len() > 2,
            pairs,
            line: view.mark.is_over_time() || view.mark == MarkKind::HeatMap,
            cells: view.mark == MarkKind::HeatMap,
            forms,
        }
    }

    /// Whether rows are told apart by a field, and not by the series that they stand in.
    fn tells(&self, field: Field) -> bool {
        self.fields.contains(&field) && self.color != Some(field) && self.facet != Some(field)
    }

    /// What a row is in one field.
    fn text_of(&self, field: Field, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        match field {
            Field::Area => place(dataset, row, lang),
            Field::Measure => measure_name(dataset, &row.measure, lang),
            Field::Scope => scope(row, lang),
            Field::Programme => {
                let programme =
                    row.key.programme.as_ref().and_then(|id| dataset.programmes.get(id));
                programme.map_or("", |one| pick(&one.name, lang)).to_owned()
            }
            Field::Period => period_label(row, lang),
            Field::Stage => self.forms.word(dataset, row, lang),
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
        for field in NAMES {
            let text = self.differing(field, dataset, row, lang);
            if !text.is_empty() {
                return text;
            }
        }
        let place = place(dataset, row, lang);
        if place.is_empty() { measure_name(dataset, &row.measure, lang) } else { place }
    }

    /// What a row is in a field that tells the rows apart; nothing in any other.
    fn differing(&self, field: Field, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        if self.tells(field) { self.text_of(field, dataset, row, lang) } else { String::new() }
    }

    /// The second label: what else tells rows apart, or the province of a county.
    pub(super) fn detail(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        let named_by_area = self.tells(Field::Area) && !self.pairs;
        let is_named = named_by_area || self.tells(Field::Measure);
        if self.tells(Field::Stage) && !self.pairs {
            let word = self.forms.word(dataset, row, lang);
            let actual = || code_word(dataset, "scenario", Scenario::Actual.code(), lang);
            return if word.is_empty() { actual() } else { word };
        }
        let parts = [
            (named_by_area, Field::Measure),
            (is_named, Field::Scope),
            (is_named && !self.cells, Field::Period),
        ];
        for (tells, field) in parts {
            let text = self.differing(field, dataset, row, lang);
            if tells && !text.is_empty() {
                return text;
            }
        }
        province_of(dataset, row, lang)
    }

    /// The series of a row: what a pair is about, the field that the view names, or on a line its area
    /// and stage.
    pub(super) fn series(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        let text = |field| self.text_of(field, dataset, row, lang);
        if self.pairs {
            return joined([Field::Measure, Field::Programme, Field::Area].map(text), lang);
        }
        if let Some(field) = self.color {
            return text(field);
        }
        if !self.line {
            return String::new();
        }
        let differing = |field| self.differing(field, dataset, row, lang);
        joined([differing(Field::Area), differing(Field::Stage), String::new()], lang)
    }

    /// The panel of a row, by the field that the view names.
    pub(super) fn facet(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        self.facet.map(|field| self.text_of(field, dataset, row, lang)).unwrap_or_default()
    }

    /// Who and when.
    pub(super) fn heading(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        let measure = if self.fields.contains(&Field::Measure) || self.pairs {
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

/// The stable key of a row, by which a mark is found again.
pub(super) fn key_of(row: &Row) -> String {
    let key = &row.key;
    let period = key.period.map(|period| period.id());
    let parts = [
        (";figure=", key.observation.as_ref().map(|id| id.as_str())),
        (";area=", key.area.as_ref().map(|id| id.as_str())),
        (";group=", key.group.as_ref().map(|id| id.as_str())),
        (";period=", period.as_deref()),
        (";scenario=", key.scenario.map(|one| one.code())),
        (";stage=", key.stage.map(|one| one.code())),
    ];
    let mut text = String::from("measure=");
    text.push_str(row.measure.as_str());
    for (name, value) in parts {
        if let Some(value) = value {
            text.push_str(name);
            text.push_str(value);
        }
    }
    for (dimension, code) in &key.dimensions {
        for part in [";", dimension.code(), "=", code] {
            text.push_str(part);
        }
    }
    text
}
