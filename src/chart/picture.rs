//! What a picture draws besides, or instead of, the figures of the rows.

use super::flow::steps;
use super::piles::Pile;
use super::prepared::{Datum, Prepared};
use super::spread::classes;
use super::table::Rows;
use super::tally::tally;
use super::view::{HAS_ALL, MarkKind, View};
use super::words::{Shown, figure_text, words};
use crate::model::Dataset;
use crate::query::{Answer, Row};
use crate::text::Lang;

/// Data that are counted from the rows of an answer, where a view asks for that.
pub(super) fn counted<'a>(
    dataset: &Dataset,
    answer: &Answer,
    figures: &[Datum<'_>],
    view: &View,
    lang: Lang,
) -> Option<(Vec<Datum<'a>>, Rows)> {
    if !HAS_ALL || view.mark != MarkKind::Distribution {
        let stages = tally(dataset, &answer.rows, view, lang);
        return (!stages.is_empty()).then_some((stages, Rows::Stages));
    }
    let is_listed = dataset.codes.entries(&view.encoding.y).next().is_some();
    let unlisted = (answer.coverage.expected as usize).saturating_sub(answer.rows.len());
    let classes = || classes(dataset, figures, view, unlisted, lang);
    (!is_listed).then(|| (classes(), Rows::Classes))
}

/// What the picture needs besides the data, and what is to be told of it.
pub(super) fn picture(
    prepared: &mut Prepared<'_>,
    (dataset, rows): (&Dataset, &[&Row]),
    piles: &[Pile],
    (view, shown): (&View, &Shown),
    lang: Lang,
) -> Vec<String> {
    if !HAS_ALL {
        return Vec::new();
    }
    prepared.piles = piles.to_vec();
    for pile in &mut prepared.piles {
        for (total, text) in pile.totals.iter().zip(&mut pile.texts) {
            let said = total.map(|total| figure_text(dataset, &total, shown, None, lang).0);
            *text = said.unwrap_or_default();
        }
    }
    if prepared.mark != MarkKind::Waterfall {
        return Vec::new();
    }
    let Some((steps, notes)) = steps(dataset, rows, &prepared.data, view, lang) else {
        prepared.mark = MarkKind::Bar;
        return vec![words(lang).not_flow.to_owned()];
    };
    prepared.steps = steps;
    notes
}
