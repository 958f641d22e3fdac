//! What a person decided on cells that were changed apart.

use super::{Cell, Cells, Merged};
use crate::calendar::Day;
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{Clash, Content, Dataset, Line, ObservationId, Revision};

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The figure.
    pub id: ObservationId,
    /// Which of the contents is kept, from 0.
    pub keep: usize,
    /// The day of the decision: from then on the kept content is known.
    pub day: Day,
    /// Who decided.
    pub by: String,
    /// What the person chose from, in the order of [`Clash::contents`].
    pub contents: Vec<Content>,
}

/// Applies what was decided: the kept content stands in the data set, and a revision of that day keeps
/// each of the others as what stood there before. Cells that nobody decided on stay in
/// [`Merged::clashes`]; so do those whose decision does not match, each with a finding:
/// `merge/no-such-conflict`, `merge/other-contents`, `merge/decided-twice`, `merge/too-early` where a
/// change of the figure was recorded later than the decision.
pub fn decide(merged: &mut Merged, decisions: &[Decision]) -> Vec<Diagnostic> {
    let clashes = merged.clashes();
    let mut findings = Vec::new();
    for decision in decisions {
        let id = &decision.id;
        let twice = decisions.iter().filter(|other| other.id == *id).count() > 1;
        let finding = match clashes.iter().find(|clash| clash.id == *id) {
            None => Some(no_such_conflict()),
            Some(_) if twice => Some(decided_twice()),
            Some(clash) if !matches(decision, clash) => Some(other_contents()),
            Some(_) if is_too_early(merged, decision) => Some(too_early()),
            Some(clash) => {
                apply(&mut merged.dataset, decision, clash);
                None
            }
        };
        findings.extend(finding.map(|finding| finding.at("", 0, id.as_str())));
    }
    let data = &mut merged.dataset;
    data.revisions.sort_by_key(|one| one.recorded);
    data.lines = Cells::of(data).told_apart(&data.revisions);
    findings
}

fn matches(decision: &Decision, clash: &Clash) -> bool {
    decision.keep < clash.contents.len() && clash.contents == decision.contents
}

fn is_too_early(merged: &Merged, decision: &Decision) -> bool {
    let revisions = merged.dataset.revisions.iter();
    let mut own = revisions.filter(|one| one.observation == decision.id);
    own.any(|one| one.recorded > decision.day)
}

fn apply(data: &mut Dataset, decision: &Decision, clash: &Clash) {
    let id = &decision.id;
    let own = data.revisions.iter().filter(|one| one.observation == *id);
    let on_the_day = own.filter(|one| one.recorded == decision.day);
    let mut change = on_the_day.map(|one| one.change).max().unwrap_or_default();
    for (place, content) in clash.contents.iter().enumerate() {
        if place != decision.keep {
            change = change.saturating_add(1);
            data.revisions.push(Revision {
                observation: id.clone(),
                recorded: decision.day,
                change,
                by: Bilingual::new(&decision.by, &decision.by),
                reason: Bilingual::new("انتخاب میان دو نسخه", "chosen between two copies"),
                before: content.clone(),
            });
            continue;
        }
        let lines = std::mem::take(&mut data.lines).into_iter();
        let (own, mut all): (Vec<Line>, Vec<Line>) =
            lines.partition(|line| line.observation == *id);
        let led = own.iter().map(|line| led_to(line, content)).collect();
        all.extend(Cell(led).merged(Cell::default()).0);
        data.lines = all;
        match content {
            Some(kept) => drop(data.observations.insert(id.clone(), kept.clone())),
            None => drop(data.observations.remove(id)),
        }
    }
}

/// The line as it goes on to what was chosen.
fn led_to(line: &Line, content: &Content) -> Line {
    let past = line.past.iter().chain([&line.end]).cloned();
    Line::new(line.observation.clone(), past, content.clone())
}

const AGAIN: [&str; 2] =
    ["فهرست تازهٔ تعارض‌ها را پر کنید.", "Fill in the list of conflicts that was written now."];

fn no_such_conflict() -> Diagnostic {
    let words =
        ["این رقم میان دو نسخه تعارضی ندارد.", "The two copies do not disagree on this figure."];
    Diagnostic::refusal("merge/no-such-conflict", words, AGAIN)
}

fn other_contents() -> Diagnostic {
    let words = [
        "تصمیم دربارهٔ مقدارهای دیگری گرفته شده است؛ اعمال نشد.",
        "The decision was about other contents; it was not applied.",
    ];
    Diagnostic::refusal("merge/other-contents", words, AGAIN)
}

fn decided_twice() -> Diagnostic {
    let words = ["دربارهٔ این رقم دو تصمیم آمده است.", "There are two decisions on this figure."];
    let hint = ["یکی را بردارید.", "Remove one of them."];
    Diagnostic::refusal("merge/decided-twice", words, hint)
}

fn too_early() -> Diagnostic {
    let words = [
        "روز تصمیم پیش از آخرین تغییر ثبت‌شدهٔ این رقم است.",
        "The day of the decision is before the last recorded change of this figure.",
    ];
    let hint = ["همان روز یا روز دیرتری بنویسید.", "Write that day or a later one."];
    Diagnostic::refusal("merge/too-early", words, hint)
}
