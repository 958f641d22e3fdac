//! `comparisons`

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages::Contradiction;
use crate::model::{Comparison, ComparisonId, ObservationId};

pub(in crate::ingest) const COMPARISONS: TableKind =
    TableKind::new("comparisons", &["id", "kind", "from", "to"], read);

const OTHER_RELEASE: Contradiction = Contradiction {
    fa: "دو رقم از دو منبع‌اند؛ رقم‌های دو خبر کنار هم نمی‌آیند.",
    en: "The two figures are of two sources; figures of two releases are not compared.",
    hint_fa: "جفت را از یک خبر برگزینید.",
    hint_en: "Choose a pair of one release.",
};

const OTHER_PROGRAMME: Contradiction = Contradiction {
    fa: "دو رقم از دو برنامه‌اند و یکی بخشی از دیگری نیست.",
    en: "The two figures are of two programmes, and neither is a part of the other.",
    hint_fa: "جفت را از یک برنامه برگزینید، یا در ستون part_of بنویسید که یکی بخشی از دیگری است.",
    hint_en: "Choose a pair of one programme, or say in part_of that one is a part of the other.",
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let from = ObservationId::new(row.required("from"));
    let to = ObservationId::new(row.required("to"));
    let known = &draft.observations;
    let (left, right) = (known.get(&from), known.get(&to));
    // One that was withdrawn may come back: until then the pair shows nothing.
    row.refer("from", "observations", draft.is_known(&from));
    row.refer("to", "observations", draft.is_known(&to));
    if let (Some(left), Some(right)) = (left, right) {
        let part = right.part_of.as_ref() == Some(&from) || left.part_of.as_ref() == Some(&to);
        if left.source != right.source {
            row.contradict("to", &OTHER_RELEASE);
        } else if left.programme != right.programme && !part {
            row.contradict("to", &OTHER_PROGRAMME);
        }
    }
    let comparison = Comparison {
        id: ComparisonId::new(row.required("id")),
        kind: row.required("kind").to_owned(),
        from,
        to,
        label: row.bilingual("label_fa", "label_en"),
        caveat: row.bilingual("caveat_fa", "caveat_en"),
    };
    if row.is_sound() {
        draft.data.comparisons.push(comparison);
    }
}
