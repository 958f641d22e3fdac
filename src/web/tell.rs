//! Facts, cards, statements and findings as plain values for the page.

use super::convert::list;
use super::parts::evidence;
use crate::chart::{CardRow, FactText, SourceCard, Told};
use crate::spec::{Object, Value};

pub(super) fn fact(fact: &FactText) -> Value {
    let mut part = Object::default();
    part.text("text", &fact.text).text("working", &fact.working);
    part.put("evidence", evidence(&fact.evidence));
    part.value()
}

pub(super) fn card(card: &SourceCard) -> Value {
    let mut part = Object::default();
    part.text("heading", &card.heading).text("name", &card.name).text("value", &card.value);
    part.text("stage", card.stage).text("stageWord", &card.stage_word).text("quote", &card.quote);
    part.text("reference", &card.reference).put("rows", list(&card.rows, row));
    part.text("url", &card.url).text("citation", &card.citation);
    part.value()
}

fn row(row: &CardRow) -> Value {
    let mut part = Object::default();
    part.text("label", &row.label).text("text", &row.text);
    part.value()
}

pub(super) fn told(told: &Told) -> Value {
    let mut part = Object::default();
    part.text("id", &told.id).text("source", &told.source).text("theme", &told.theme);
    part.text("summary", &told.summary).text("quote", &told.quote);
    part.text("reference", &told.reference);
    part.value()
}
