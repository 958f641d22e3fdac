//! `assemblies` and `supervisions`

use super::{Draft, RowReader, TableKind};
use crate::calendar::Day;
use crate::ingest::messages::Contradiction;
use crate::model::{Assembly, AssemblyKind, CooperativeId, Supervision, SupervisionKind};

pub(in crate::ingest) const ASSEMBLIES: TableKind = TableKind {
    key: &["cooperative", "kind", "due"],
    ..TableKind::new("assemblies", &["cooperative", "kind", "due", "source"], assembly)
};

pub(in crate::ingest) const SUPERVISIONS: TableKind = TableKind {
    key: &["cooperative", "kind", "day"],
    ..TableKind::new("supervisions", &["cooperative", "kind", "day", "source"], supervision)
};

const BEFORE_THE_START: Contradiction = Contradiction {
    fa: "این روز پیش از نخستین رویداد این تعاونی است.",
    en: "This day is before the first event of the cooperative.",
    hint_fa: "روز و شناسهٔ تعاونی را با رویدادهای آن بسنجید.",
    hint_en: "Check the day and the id of the cooperative with its events.",
};

fn assembly(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    let cooperative = draft.cooperative(row);
    let held = row.exact_day("held");
    after_the_start(row, draft, &cooperative, "held", held);
    let assembly = Assembly {
        cooperative,
        kind: row.required_word("kind", AssemblyKind::Ordinary),
        due: row.required_day("due"),
        held,
        source: draft.source(row),
    };
    if row.is_sound() {
        draft.data.registers.assemblies.push(assembly);
    }
}

fn supervision(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    let cooperative = draft.cooperative(row);
    let day = row.required_day("day");
    after_the_start(row, draft, &cooperative, "day", Some(day));
    let supervision = Supervision {
        cooperative,
        kind: row.required_word("kind", SupervisionKind::Structural),
        day,
        result: row.word("result"),
        source: draft.source(row),
    };
    if row.is_sound() {
        draft.data.registers.supervisions.push(supervision);
    }
}

/// Nothing is held or looked at before the cooperative is there.
fn after_the_start(
    row: &mut RowReader<'_>,
    draft: &Draft,
    cooperative: &CooperativeId,
    column: &str,
    day: Option<Day>,
) {
    let events = draft.cooperatives.get(cooperative).map(|one| one.lifecycle.events());
    let first = events.and_then(|events| events.first());
    if first.zip(day).is_some_and(|(first, day)| day < first.day) {
        row.contradict(column, &BEFORE_THE_START);
    }
}
