//! What a person decided on rows that copies tell differently.

use std::collections::BTreeMap;

use super::Key;
use super::settle::{Known, settle};
use super::state::State;
use crate::diag::Diagnostic;
use crate::model::{Cells, Chosen, ToldApart};
use crate::store::Merged;

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDecision {
    /// The table of the row.
    pub table: String,
    /// What names it there.
    pub id: String,
    /// Which of the variants that stand is kept, from 0.
    pub keep: usize,
    /// The day of the decision, and who decided.
    pub chosen: Chosen,
    /// What the person chose from, in the order of [`ToldApart::standing`].
    pub variants: Vec<Cells>,
}

/// Applies what was decided: the variant that is kept stands in its table, and the others are left. Rows that
/// nobody decided on stay open; so do those whose decision does not match, each with a finding:
/// `merge/no-such-row`, `merge/other-variants`, `merge/row-decided-twice`, `merge/row-too-early` where somebody
/// chose later than that.
pub fn decide_rows(merged: &mut Merged, decisions: &[RowDecision]) -> Vec<Diagnostic> {
    let open: Vec<&ToldApart> =
        merged.dataset.told_apart.iter().filter(|one| one.is_open()).collect();
    let mut states: BTreeMap<Key, State> = BTreeMap::new();
    for told in &merged.dataset.told_apart {
        let state = State::of(None, Some(told));
        states.insert((told.table.clone(), told.id.clone()), state);
    }
    let mut findings = Vec::new();
    for decision in decisions {
        let key: Key = (decision.table.clone(), decision.id.clone());
        let is_other =
            |other: &&RowDecision| other.table == key.0 && other.id == key.1 && *other != decision;
        let told = open.iter().find(|one| one.table == key.0 && one.id == key.1);
        let kept = told.and_then(|told| kept(told, decision));
        let finding = match (told, kept, states.get_mut(&key)) {
            (Some(_), ..) if decisions.iter().any(|other| is_other(&other)) => {
                Some(decided_twice())
            }
            (Some(_), Some(kept), Some(state)) => chosen(state, kept, decision),
            (Some(_), ..) => Some(other_variants()),
            (None, ..) => Some(no_such_row()),
        };
        let name = format!("{}/{}", decision.table, decision.id);
        findings.extend(finding.map(|finding| finding.at("", 0, &name)));
    }
    settle(merged, Known { states, ..Known::default() });
    findings
}

/// The variant that is kept, if the person chose from what stands.
fn kept<'a>(told: &'a ToldApart, decision: &RowDecision) -> Option<&'a Cells> {
    let standing: Vec<&Cells> = told.standing().map(|(_, one)| &one.cells).collect();
    let is_same = standing.iter().copied().eq(&decision.variants);
    standing.get(decision.keep).copied().filter(|_| is_same)
}

fn chosen(state: &mut State, kept: &Cells, decision: &RowDecision) -> Option<Diagnostic> {
    if state.last_chosen().is_some_and(|last| last > decision.chosen.day) {
        return Some(too_early());
    }
    *state = std::mem::take(state).after_choice(kept, decision.chosen.clone());
    None
}

const AGAIN: [&str; 2] = [
    "فهرست تازهٔ ناهمخوانی‌ها را پر کنید.",
    "Fill in the list of differing rows that was written now.",
];

fn no_such_row() -> Diagnostic {
    let words = ["دو نسخه دربارهٔ این ردیف یک چیز می‌گویند.", "The two copies tell this row alike."];
    Diagnostic::refusal("merge/no-such-row", words, AGAIN)
}

fn other_variants() -> Diagnostic {
    let words = [
        "تصمیم دربارهٔ نوشته‌های دیگری گرفته شده است؛ اعمال نشد.",
        "The decision was about other variants; it was not applied.",
    ];
    Diagnostic::refusal("merge/other-variants", words, AGAIN)
}

fn decided_twice() -> Diagnostic {
    let words = ["دربارهٔ این ردیف دو تصمیم آمده است.", "There are two decisions on this row."];
    Diagnostic::refusal(
        "merge/row-decided-twice",
        words,
        ["یکی را بردارید.", "Remove one of them."],
    )
}

fn too_early() -> Diagnostic {
    let words = [
        "روز تصمیم پیش از آخرین تصمیم دربارهٔ این ردیف است.",
        "The day of the decision is before the last decision on this row.",
    ];
    let hint = ["همان روز یا روز دیرتری بنویسید.", "Write that day or a later one."];
    Diagnostic::refusal("merge/row-too-early", words, hint)
}
