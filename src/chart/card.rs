//! The source card of one figure: everything a reader needs to check it.

use super::evidence::Evidence;
use super::history::history;
use super::prepared::Form;
use super::processing::processing;
use super::words::{
    Forms, Shown, code_word, figure_text, measure_name, pick, place_name, published_text, put,
    source_text, words,
};
use crate::calendar::{Period, PeriodKind, long_date_with_gregorian};
use crate::list::{Gather, join, join_said};
use crate::model::{
    Dataset, Locator, Observation, ObservationId, Precision, Source, SourceId, SourceKind, Status,
};
use crate::query::{Filter, Query, run};
use crate::text::{Lang, plain_integer};

/// One line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// What it tells.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// The card of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceCard {
    /// Value, stage, place and period in one line; of a document its title.
    pub heading: String,
    /// Name of the measure with place and period.
    pub name: String,
    /// Value with its unit; empty for a document.
    pub value: String,
    /// Form of the figure: `actual`, `in_hand`, `approved`, `planned`, `target`, `forecast`, `carried`, `unstated`, `estimated`; empty for a document.
    pub stage: &'static str,
    /// The stage or scenario in words; empty where it goes without saying, and for a document.
    pub stage_word: String,
    /// The few words of the document, verbatim.
    pub quote: String,
    /// Publisher and date.
    pub reference: String,
    /// Details, in order.
    pub rows: Vec<CardRow>,
    /// Address, only http or https; else empty.
    pub url: String,
    /// Everything in one line, to be cited.
    pub citation: String,
}

/// The card of a figure or of a document; `None` when the data set has none such.
pub fn card(dataset: &Dataset, evidence: &Evidence, lang: Lang) -> Option<SourceCard> {
    match evidence.source() {
        Some(id) => document(dataset, &id, lang),
        None => figure(dataset, &ObservationId::new(evidence.as_str()), lang),
    }
}

/// A document that is itself the evidence, as of a place in a group.
fn document(dataset: &Dataset, id: &SourceId, lang: Lang) -> Option<SourceCard> {
    let source = dataset.sources.get(id)?;
    let title = pick(&source.title, lang);
    let reference = source_text(dataset, id, lang);
    let url = safe_url(&source.url);
    Some(SourceCard {
        heading: title.to_owned(),
        name: title.to_owned(),
        value: String::new(),
        stage: "",
        stage_word: String::new(),
        quote: String::new(),
        rows: told(origin(source, lang)),
        citation: cited(&[title, &reference, &url]),
        reference,
        url,
    })
}

/// A figure with its qualifier, in the unit that it is printed in; what is missing says why.
///
/// ```
/// use hamyar::{chart::value_text, ingest::*, model::ObservationId, text::Lang};
///
/// let tables = [
///     ("units", "id,base,exponent,name_fa,name_en\nbillion_rial,rial,9,میلیارد ریال,billion rials\nrial,rial,0,ریال,rials\n"),
///     ("measures", "id,name_fa,unit,kind,area_rule,time_rule\npaid,پرداخت,rial,flow,sum,sum\n"),
///     ("sources", "id,kind,title_fa\nS4,press,خبر\n"),
///     ("observations", "id,measure,value,unit,qualifier,source\nO1,paid,580,billion_rial,about,S4\n"),
/// ];
/// let path = |name: &str| format!("{name}.csv");
/// let resource = |name: &str| Resource { name: name.into(), path: path(name), ..Resource::default() };
/// let resources = tables.iter().map(|(name, _)| resource(name)).collect();
/// let files = tables.iter().map(|(name, text)| (path(name), text.as_bytes().to_vec())).collect();
/// let read = read_package(&Descriptor { resources, ..Descriptor::default() }, &files).unwrap();
/// let data = read.value.dataset;
/// let figure = &data.observations[&ObservationId::new("O1")];
/// assert_eq!(value_text(&data, figure, Lang::En), "about\u{a0}580\u{a0}billion rials");
/// ```
pub fn value_text(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    let Some(measure) = dataset.measures.get(&observation.measure) else { return String::new() };
    let shown = Shown::of_measure(dataset, measure, &observation.wording.unit, lang).of_one(
        measure,
        &observation.figure,
        lang,
    );
    figure_text(dataset, &observation.figure, &shown, None, lang).1
}

/// What an observation is about: its measure, place and period, without the value.
///
/// An observation need not stand in the data set: the journal names what is not there any more.
pub fn name_text(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    let measure = measure_name(dataset, &observation.measure, lang);
    let place = place_name(dataset, &observation.place, lang);
    let period = observation.period.map(|period| period.label(lang)).unwrap_or_default();
    join_said(&[&measure, &place, &period], words(lang).comma)
}

pub(super) fn figure(dataset: &Dataset, id: &ObservationId, lang: Lang) -> Option<SourceCard> {
    let observation = dataset.observations.get(id)?;
    let source = dataset.sources.get(&observation.source)?;
    let query = Query {
        filter: Filter { observations: vec![id.clone()], ..Filter::default() },
        ..Query::default()
    };
    let row = run(dataset, &query).rows.into_iter().next()?;
    let shown = Shown::of_rows(dataset, std::slice::from_ref(&row), "", lang).of_one(
        dataset.measures.get(&observation.measure)?,
        &row.figure,
        lang,
    );
    let (_, value) = figure_text(dataset, &row.figure, &shown, None, lang);
    let forms = Forms::of(dataset, std::slice::from_ref(&row));
    let word = forms.word(dataset, &row, lang);
    let place = place_name(dataset, &observation.place, lang);
    let period = observation.period.map(|period| period.label(lang)).unwrap_or_default();
    let comma = words(lang).comma;
    let listed = |parts: &[&str]| join_said(parts, comma);
    let name = name_text(dataset, observation, lang);
    let reference = source_text(dataset, &observation.source, lang);
    let title = pick(&source.title, lang);
    let url = safe_url(&source.url);
    Some(SourceCard {
        heading: listed(&[&value, &word, &place, &period]),
        stage: form_code(forms.form(&row, forms.settled(dataset, &row))),
        stage_word: word,
        quote: observation.wording.quote.clone(),
        rows: [rows(dataset, observation, source, lang), history(dataset, observation, lang)]
            .concat(),
        citation: cited(&[&join(&[&name, ": ", &value], ""), title, &reference, &url]),
        url,
        reference,
        value,
        name,
    })
}

const fn form_code(form: Form) -> &'static str {
    match form {
        Form::Actual => "actual",
        Form::InHand => "in_hand",
        Form::Approved => "approved",
        Form::Planned => "planned",
        Form::Target => "target",
        Form::Forecast => "forecast",
        Form::Carried => "carried",
        Form::Unstated => "unstated",
        Form::Estimated => "estimated",
    }
}

fn rows(dataset: &Dataset, one: &Observation, source: &Source, lang: Lang) -> Vec<CardRow> {
    let words = words(lang);
    let measure = measure_name(dataset, &one.measure, lang);
    let qualifier = one.figure.qualifier();
    let precision = qualifier.map(|one| code_word(dataset, "qualifier", one.code(), lang));
    let mentions = (one.wording.mentions > 1)
        .then(|| put(words.mentioned, &[&plain_integer(i64::from(one.wording.mentions), lang)]));
    let mut lines = vec![
        (words.item, joined_scope(&measure, pick(&one.scope, lang), words.comma)),
        (words.title, pick(&source.title, lang).to_owned()),
    ];
    lines.append(&mut origin(source, lang));
    lines.append(&mut vec![
        (words.locator, locator(&one.locator, lang)),
        (words.stage, stage(dataset, one, lang)),
        (words.precision, precision.unwrap_or_default()),
        (words.processing, processing(dataset, one, source, lang)),
        (words.mentions, mentions.unwrap_or_default()),
        (words.status, status(dataset, one, source, lang)),
        (words.note, pick(&one.note, lang).to_owned()),
    ]);
    told(lines)
}

/// How far the figure was checked. What was made up has nothing that it could be checked with.
fn status(dataset: &Dataset, one: &Observation, source: &Source, lang: Lang) -> String {
    let is_made_up = dataset.example || source.kind == SourceKind::Example;
    if is_made_up && one.status == Status::Confirmed {
        return words(lang).nothing_to_check.to_owned();
    }
    code_word(dataset, "status", one.status.code(), lang)
}

/// Who gave the document out, when, how it was read, and under which terms.
fn origin(source: &Source, lang: Lang) -> Vec<(&'static str, String)> {
    let words = words(lang);
    let licence = match pick(&source.imprint.licence, lang) {
        "" => words.not_stated,
        licence => licence,
    };
    vec![
        (words.author, pick(&source.imprint.author, lang).to_owned()),
        (words.publisher, pick(&source.publisher, lang).to_owned()),
        (words.date, date(source, lang)),
        (words.accessed, pick(&source.accessed, lang).to_owned()),
        (words.licence, licence.to_owned()),
    ]
}

fn cited(parts: &[&str]) -> String {
    join_said(parts, ". ")
}

fn told(lines: Vec<(&str, String)>) -> Vec<CardRow> {
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    lines.map(|(label, text)| CardRow { label: label.to_owned(), text }).gather()
}

fn joined_scope(measure: &str, scope: &str, comma: &str) -> String {
    if scope.is_empty() { measure.to_owned() } else { format!("{measure}{comma}{scope}") }
}

/// The long date with its Gregorian day where the day is printed, else what is known.
fn date(source: &Source, lang: Lang) -> String {
    let published = &source.published;
    let is_printed =
        |day: &Period| published.precision == Precision::Day && day.kind() == PeriodKind::Day;
    let day = Period::parse(&published.date).ok().filter(is_printed);
    match day.and_then(|period| period.start()) {
        Some(day) => long_date_with_gregorian(day, lang),
        None => published_text(published, lang),
    }
}

fn locator(locator: &Locator, lang: Lang) -> String {
    let words = words(lang);
    let number = |count: u32| plain_integer(i64::from(count), lang);
    match locator {
        Locator::Paragraph(paragraph) => put(words.paragraph, &[&number(*paragraph)]),
        Locator::Headline => words.headline.to_owned(),
        Locator::Row(row) => put(words.table_row, &[&number(*row)]),
        Locator::NotRecorded => words.not_recorded.to_owned(),
    }
}

fn stage(dataset: &Dataset, one: &Observation, lang: Lang) -> String {
    let codes = [
        one.stage.map(|stage| ("stage", stage.code())),
        one.scenario.map(|scenario| ("scenario", scenario.code())),
        one.action_status.map(|status| ("action_status", status.code())),
    ];
    let names = codes.into_iter().flatten();
    let names: Vec<String> =
        names.map(|(list, code)| code_word(dataset, list, code, lang)).gather();
    join(&names, words(lang).comma)
}

/// An address that may be followed: http or https, no credentials, nothing invisible.
fn safe_url(url: &str) -> String {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let plain =
        url.chars().all(|one| one.is_ascii_graphic() && !matches!(one, '"' | '<' | '>' | '\\'));
    let sound = !host.is_empty() && !host.bytes().any(|byte| byte == b'@') && plain;
    if sound { url.to_owned() } else { String::new() }
}
