//! `corrections`: misprints and doubts. The printed figure stays as it is.

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages::{self, Contradiction};
use crate::model::{
    Correction, CorrectionAction, CorrectionStatus, Mending, Observation, ObservationId, SourceId,
};
use crate::number::Decimal;

pub(in crate::ingest) const CORRECTIONS: TableKind = TableKind {
    key: &["observation"],
    ..TableKind::new("corrections", &["observation", "printed", "corrected"], read)
};

const OTHER_PRINT: Contradiction = Contradiction {
    fa: "مقدار چاپ‌شده با خودِ رقم نمی‌خواند؛ این تصحیح به رقم دیگری می‌خورد.",
    en: "The printed value is not that of the figure; this correction fits another one.",
    hint_fa: "شناسهٔ رقم و مقدار چاپ‌شده را بسنجید.",
    hint_en: "Check the id of the figure and the printed value.",
};

const NO_VALUE_HERE: Contradiction = Contradiction {
    fa: "این کارِ تصحیح مقداری در این ستون نمی‌خواهد.",
    en: "A correction of this action has no value in this column.",
    hint_fa: "خانه را خالی بگذارید، یا ستون action را درست کنید.",
    hint_en: "Leave the cell empty, or mend the column action.",
};

const NAUGHT: Contradiction = Contradiction {
    fa: "ضریب صفر هر رقمی را صفر می‌کند.",
    en: "A factor of nought makes nought of any figure.",
    hint_fa: "ضریب را بنویسید، مانند \u{2066}1000\u{2069}؛ رقمی که نباید به کار رود drop است.",
    hint_en: "Write the factor, such as 1000; a figure that is not to be used is dropped.",
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let source = draft.source(row);
    let correction = Correction {
        observation: ObservationId::new(row.required("observation")),
        mending: mending(row),
        expect: row.decimal("printed"),
        reason: row.bilingual("reason_fa", "reason_en"),
        provider: row.bilingual("provider_fa", "provider_en"),
        source: (source != SourceId::default()).then_some(source),
        status: row.word("status").unwrap_or(CorrectionStatus::Open),
    };
    let figure = draft.observations.get(&correction.observation);
    row.refer("observation", "observations", figure.is_some());
    if let Some(figure) = figure {
        guard(row, &correction, figure);
    }
    #[cfg(feature = "complete")]
    if row.is_sound() {
        keep(draft, correction);
    }
}

/// Refuses a correction whose figure prints something else, or so much that the factor is lost on it.
fn guard(row: &mut RowReader<'_>, correction: &Correction, figure: &Observation) {
    if !correction.is_pending() {
        return;
    }
    if row.is_sound() && !correction.fits(figure) {
        row.contradict("printed", &OTHER_PRINT);
    }
    let is_lost = correction.mending.right(figure.wording.value).is_none();
    if row.is_sound() && is_lost && matches!(correction.mending, Mending::Scale(_)) {
        row.report("factor", messages::amount_out_of_range(row.text("factor")));
    }
}

/// A figure in question is one to be looked at again.
#[cfg(feature = "complete")]
fn keep(draft: &mut Draft, correction: Correction) {
    if correction.is_pending() && correction.mending == Mending::Flag {
        draft.data.follow_up.insert(correction.observation.clone());
    }
    draft.data.corrections.push(correction);
}

/// What is right instead. A new value and a factor need the printed one as a guard: they are of it alone.
fn mending(row: &mut RowReader<'_>) -> Mending {
    let action = row.word("action").unwrap_or(CorrectionAction::Override);
    let (value, factor) = match action {
        CorrectionAction::Override => (Some("corrected"), None),
        CorrectionAction::Scale => (None, Some("factor")),
        CorrectionAction::Drop | CorrectionAction::Flag => (None, None),
    };
    for column in value.into_iter().chain(factor) {
        row.required("printed");
        row.required(column);
    }
    for (column, wanted) in [("corrected", value), ("factor", factor)] {
        if wanted.is_none() && !row.text(column).is_empty() {
            row.contradict(column, &NO_VALUE_HERE);
        }
    }
    match action {
        CorrectionAction::Drop => Mending::Drop,
        CorrectionAction::Flag => Mending::Flag,
        CorrectionAction::Override => {
            Mending::Override(row.decimal("corrected").unwrap_or_default())
        }
        CorrectionAction::Scale => Mending::Scale(factor_of(row)),
    }
}

fn factor_of(row: &mut RowReader<'_>) -> Decimal {
    let factor = row.decimal("factor");
    if factor.is_some_and(Decimal::is_zero) {
        row.contradict("factor", &NAUGHT);
    }
    factor.unwrap_or_default()
}
