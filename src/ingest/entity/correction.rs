//! `corrections`: misprints. The printed figure stays; its note says what is right.

use super::{Draft, RowReader, TableKind};
use crate::diag::Bilingual;
use crate::ingest::messages::Contradiction;
use crate::model::ObservationId;
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number};

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

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    for column in ["observation", "printed", "corrected"] {
        row.required(column);
    }
    draft.source(row);
    let printed = row.decimal("printed");
    let corrected = row.decimal("corrected").unwrap_or_default();
    let reason = row.bilingual("reason_fa", "reason_en");
    let figure = draft.observations.get_mut(&ObservationId::new(row.text("observation")));
    row.refer("observation", "observations", figure.is_some());
    let Some(figure) = figure else { return };
    if row.is_sound() && figure.wording.value != printed {
        row.contradict("printed", &OTHER_PRINT);
    }
    if row.is_sound() {
        figure.note = noted(&figure.note, corrected, &reason);
    }
}

fn noted(note: &Bilingual, corrected: Decimal, reason: &Bilingual) -> Bilingual {
    let value = |lang| format_number(&corrected, lang, &NumberFormat::GROUPED);
    let fa = format!("غلط چاپی؛ مقدار درست: {}. {}", value(Lang::Fa), reason.fa);
    let en = format!("Misprint; corrected value: {}. {}", value(Lang::En), reason.en);
    Bilingual::new(joined(&note.fa, &fa), joined(&note.en, &en))
}

fn joined(before: &str, after: &str) -> String {
    format!("{before} {after}").trim().to_owned()
}
