//! The members of a group, known or not, one tile each.

use super::evidence::Evidence;
use super::prepared::{Datum, Listing, Number, Prepared, Words};
use super::scene::{Cell, Description, SourceLine, Table, Tip};
use super::view::View;
use super::words::{code_word, pick, put, source_text, words};
use super::writer::spoken;
use crate::calendar::Period;
use crate::list::{Gather, join};
use crate::model::{Dataset, Level, Member, MemberStatus};
use crate::text::{Lang, plain_integer};

/// Every place of the group that a view names: of its last period, or else as the group was left.
pub(super) fn members<'a>(dataset: &Dataset, view: &View, lang: Lang) -> Prepared<'a> {
    let group = view.query.areas.group.as_ref().and_then(|id| dataset.groups.get(id));
    let asked = view.query.periods.last().and_then(|period| Period::parse(period).ok());
    let when = asked.or_else(|| group?.last_change());
    let all = group.into_iter().flat_map(|group| &group.members);
    let members = all.filter(|member| member.is_in(when.as_ref())).gather();
    let data: Vec<Datum<'a>> = members.iter().map(|member| datum(dataset, member, lang)).gather();
    let known = group.map_or(0, |group| group.areas_in(when.as_ref()).len());
    let expected = group.map_or(0, |group| group.expected_in(when.as_ref()));
    let title = title(view, known, expected, lang);
    let coverage = put(words(lang).coverage, &[&number(known, lang), &number(expected, lang)]);
    let rows = data.iter().zip(&members).map(|(datum, member)| row(dataset, datum, member, lang));
    let heads = [words(lang).province, words(lang).area, words(lang).status, words(lang).document];
    let table = Table {
        caption: title.clone(),
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.gather(),
        foot: coverage.clone(),
    };
    let unknown: Vec<&str> = data
        .iter()
        .filter(|datum| datum.member == Some(MemberStatus::Unknown))
        .map(|datum| datum.name.as_str())
        .gather();
    let long = format!(
        "{}. {coverage}. {}{}{}.",
        title.trim_end_matches('.'),
        words(lang).unknown,
        words(lang).colon,
        join(&unknown, words(lang).comma)
    );
    Prepared {
        area: Default::default(),
        description: {
            let short = format!("{title}{}", words(lang).stop);
            Description { brief: short.clone(), short, long }
        },
        subtitle: pick(&view.subtitle, lang).to_owned(),
        title,
        listing: Listing::Own(table),
        sources: sources(dataset, &members, lang),
        notes: view.notes.iter().map(|note| pick(note, lang).to_owned()).gather(),
        coverage,
        example: dataset.example,
        data,
        mark: view.mark,
        ..Prepared::default()
    }
}

/// Marks the names of areas that only probably belong to the group of a view, and says so in a note.
pub(super) fn mark_probable(
    dataset: &Dataset,
    view: &View,
    data: &mut [Datum<'_>],
    lang: Lang,
) -> Option<String> {
    let group = dataset.groups.get(view.query.areas.group.as_ref()?)?;
    let probable = |member: &&Member| member.certainty() == MemberStatus::Probable;
    let mut names = Vec::new();
    for member in group.members.iter().filter(probable) {
        let found = data.iter_mut().find(|datum| datum.area.is_some() && datum.area == member.area);
        if let Some(datum) = found {
            names.push(datum.name.clone());
            datum.starred = Some(join(&[&datum.name, "*"], " "));
        }
    }
    let word = code_word(dataset, "member_status", MemberStatus::Probable.code(), lang);
    let words = words(lang);
    (!names.is_empty()).then(|| format!("* {word}{}{}", words.colon, join(&names, words.comma)))
}

fn number(count: usize, lang: Lang) -> String {
    plain_integer(i64::try_from(count).unwrap_or_default(), lang)
}

fn title(view: &View, known: usize, expected: usize, lang: Lang) -> String {
    let lookup = |name: &str| match name {
        "known" | "reported" | "count" => Some(number(known, lang)),
        "expected" => Some(number(expected, lang)),
        "unknown" => Some(number(expected.saturating_sub(known), lang)),
        _ => None,
    };
    let filled = super::phrase::fill(pick(&view.title, lang), &lookup);
    let filled = filled.filter(|text| !text.is_empty());
    filled.unwrap_or_else(|| pick(&view.fallback, lang).to_owned())
}

fn datum<'a>(dataset: &Dataset, member: &Member, lang: Lang) -> Datum<'a> {
    let province = dataset.areas.get(&member.province);
    let province_name = province.map_or("", |area| pick(&area.name, lang)).to_owned();
    let code = province.map(|area| area.code.clone()).unwrap_or_default();
    let tile = dataset.tiles.iter().find(|tile| !code.is_empty() && tile.code == code);
    let short = tile.map_or(province_name.as_str(), |tile| pick(&tile.label, lang)).to_owned();
    let county = member.area.as_ref().and_then(|id| dataset.areas.get(id));
    let county = county.map_or(words(lang).unknown, |area| pick(&area.name, lang)).to_owned();
    let status = status(dataset, member, lang);
    let details: Vec<String> = [status, pick(&member.note, lang).to_owned()]
        .into_iter()
        .filter(|line| !line.is_empty())
        .gather();
    let tip = Tip {
        spoken: spoken(&province_name, &county, &details, lang),
        heading: province_name.clone(),
        value: county.clone(),
        details,
        source: source_text(dataset, &member.source, lang),
        working: String::new(),
    };
    Datum {
        short,
        name: province_name,
        detail: county.clone(),
        area: member.area.clone(),
        code,
        member: Some(member.certainty()),
        number: Number { text: county.clone(), full: county }.into(),
        words: words_of(member, tip).into(),
        ..Datum::default()
    }
}

fn words_of(member: &Member, tip: Tip) -> Words {
    let document = vec![Evidence::document(&member.source)];
    Words {
        key: format!("province={}", member.province),
        tip,
        evidence: document.clone(),
        documents: document,
        ..Words::default()
    }
}

/// How the place was named, and whether the name only probably means this area.
fn status(dataset: &Dataset, member: &Member, lang: Lang) -> String {
    let word = |status: MemberStatus| code_word(dataset, "member_status", status.code(), lang);
    let mut said = vec![word(member.status)];
    if member.certainty() != member.status {
        said.push(word(member.certainty()));
    }
    join(&said, words(lang).comma)
}

fn row(dataset: &Dataset, datum: &Datum<'_>, member: &Member, lang: Lang) -> Vec<Cell> {
    let source = source_text(dataset, &member.source, lang);
    let known = member.area.as_ref().and_then(|id| dataset.areas.ancestor(id, Level::County));
    let name = known.map_or(words(lang).unknown, |area| pick(&area.name, lang));
    let cell = |text: String, evidence: &[Evidence]| Cell {
        sort: text.clone(),
        text,
        evidence: evidence.to_vec(),
        ..Cell::default()
    };
    vec![
        cell(datum.name.clone(), &[]),
        cell(name.to_owned(), &[]),
        cell(status(dataset, member, lang), &[]),
        cell(source, &datum.words().evidence),
    ]
}

fn sources(dataset: &Dataset, members: &[&Member], lang: Lang) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    for member in members {
        let id = member.source.to_string();
        if lines.iter().all(|line| line.source != id) {
            let text = source_text(dataset, &member.source, lang);
            let evidence = vec![Evidence::document(&member.source)];
            lines.push(SourceLine { source: id, text, evidence });
        }
    }
    lines
}
