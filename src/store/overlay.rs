//! Own figures over the open data.

use super::own::{OWN_PREFIX, OwnFigure, OwnFigures, OwnState};
use super::resolve;
use crate::calendar::Day;
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{Dataset, Observation, ObservationId, Revision, Wording};
use crate::text::{Lang, NumberFormat, format_number};

/// Lays the own figures over the open data: added ones join, corrected ones take the place of the
/// printed figure and tell it in their note, withdrawn ones leave with the pairs they stood in.
///
/// An own figure that the open data cannot bear any more (its measure is gone, say) is named and
/// not shown; its record stays. An example set is left alone: the two are never mixed.
pub fn overlay(dataset: &mut Dataset, own: &OwnFigures) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    if dataset.example {
        return diagnostics;
    }
    for (id, figure) in own.iter() {
        let before = dataset.observations.get(id).cloned();
        dataset.revisions.push(Revision {
            observation: id.clone(),
            recorded: figure.recorded(),
            change: change(dataset, id, figure.recorded()),
            by: Bilingual::new("این دستگاه", "this device"),
            reason: Bilingual::new(&*figure.reason, &*figure.reason),
            before,
        });
        match figure.state {
            OwnState::Withdrawn => withdraw(dataset, id),
            OwnState::Added | OwnState::Corrected => {
                if let Err(field) = place(dataset, id, figure) {
                    diagnostics.push(not_shown(id, field));
                }
            }
        }
    }
    diagnostics
}

/// Which change of a figure on a day the next one is.
fn change(dataset: &Dataset, id: &ObservationId, day: Day) -> u32 {
    let is_before = |one: &&Revision| one.observation == *id && one.recorded == day;
    let before = dataset.revisions.iter().filter(is_before).map(|one| one.change).max();
    before.unwrap_or_default().saturating_add(1)
}

/// The figure that a record of this device states; `None` when it withdraws one, or when the data set
/// cannot bear it.
pub fn stated(dataset: &Dataset, id: &ObservationId, own: &OwnFigure) -> Option<Observation> {
    let states = own.state != OwnState::Withdrawn;
    states.then(|| resolve::observation(dataset, id, own, dataset.observations.get(id)).ok())?
}

fn withdraw(dataset: &mut Dataset, id: &ObservationId) {
    dataset.observations.remove(id);
    dataset.comparisons.retain(|pair| pair.from != *id && pair.to != *id);
}

fn place(
    dataset: &mut Dataset,
    id: &ObservationId,
    own: &OwnFigure,
) -> Result<(), resolve::Unresolved> {
    let original = dataset.observations.get(id);
    let mut observation = resolve::observation(dataset, id, own, original)?;
    if let Some(original) = original {
        observation.note = corrected_note(dataset, original, &observation.note);
    }
    if let Some(source) = resolve::source(id, &own.entry) {
        dataset.sources.insert(source.id.clone(), source);
    }
    dataset.observations.insert(id.clone(), observation);
    Ok(())
}

/// The note of a corrected figure: first what the open data prints, then what the person wrote.
fn corrected_note(dataset: &Dataset, original: &Observation, note: &Bilingual) -> Bilingual {
    let fa = printed(dataset, &original.wording, Lang::Fa);
    let en = printed(dataset, &original.wording, Lang::En);
    let told = Bilingual::new(
        format!("در این دستگاه اصلاح شده است؛ در دادهٔ باز: {fa}."),
        format!("Corrected on this device; in the open data: {en}."),
    );
    if note.is_empty() {
        return told;
    }
    Bilingual::new(format!("{} {}", told.fa, note.fa), format!("{} {}", told.en, note.en))
}

fn printed(dataset: &Dataset, wording: &Wording, lang: Lang) -> String {
    let pick = |text: &Bilingual| match lang {
        Lang::Fa => text.fa.clone(),
        Lang::En => text.en.clone(),
    };
    let Some(value) = wording.value else {
        return pick(&Bilingual::new("بدون رقم", "no figure"));
    };
    let mut text = format_number(&value, lang, &NumberFormat::GROUPED);
    if let Some(upper) = wording.upper {
        text.push('–');
        text.push_str(&format_number(&upper, lang, &NumberFormat::GROUPED));
    }
    if let Some(unit) = dataset.units.get(&wording.unit) {
        text.push(' ');
        text.push_str(&pick(&unit.name));
    }
    text
}

fn not_shown(id: &ObservationId, field: &'static str) -> Diagnostic {
    Diagnostic::error(
        "own/not-shown",
        Bilingual::new(
            format!("رقم شما «{id}» با دادهٔ باز کنونی نمی‌خواند و نشان داده نمی‌شود"),
            format!("your figure “{id}” does not fit the open data of today and is not shown"),
        ),
    )
    .with_hint(
        "در میز داده بازش کنید و فیلدِ نام‌برده را درست کنید؛ چیزی پاک نشده است.",
        "Open it in the desk and mend the field named; nothing was deleted.",
    )
    .at(&format!("{OWN_PREFIX}{id}"), 0, field)
}
