//! What a person decided on cells that were changed apart.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::{Clash, Content, Merged};
use crate::calendar::Day;
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{ObservationId, Revision};

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
    /// What the person chose from: the [`mark`] of each content, in the order of [`Clash::contents`].
    pub marks: Vec<String>,
}

/// A short text that is the same for the same content, and hardly for another. It begins with a letter
/// and a sign, so that no spreadsheet makes a number of it.
pub fn mark(content: &Content) -> String {
    let crc: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    format!("m-{:08x}", crc.checksum(format!("{content:?}").as_bytes()))
}

/// Applies what was decided: the kept content stands in the data set, and a revision of that day keeps
/// each of the others as what stood there before. Cells that nobody decided on stay in
/// [`Merged::clashes`]; so do those whose decision does not match, each with a finding:
/// `merge/no-such-conflict`, `merge/other-contents`, `merge/decided-twice`, `merge/too-early` where a
/// change of the figure was recorded later than the decision.
pub fn decide(merged: &mut Merged, decisions: &[Decision]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for decision in decisions {
        let id = &decision.id;
        let twice = decisions.iter().filter(|other| other.id == *id).count() > 1;
        let place = merged.clashes.iter().position(|clash| clash.id == *id);
        let clash = place.and_then(|place| merged.clashes.get(place).map(|clash| (place, clash)));
        let finding = match clash {
            None => Some(no_such_conflict()),
            Some(_) if twice => Some(decided_twice()),
            Some((_, clash)) if !matches(decision, clash) => Some(other_contents()),
            Some(_) if is_too_early(merged, decision) => Some(too_early()),
            Some((place, _)) => {
                let clash = merged.clashes.remove(place);
                apply(merged, decision, clash);
                None
            }
        };
        findings.extend(finding.map(|finding| finding.at("", 0, id.as_str())));
    }
    merged.dataset.revisions.sort_by_key(|one| one.recorded);
    findings
}

fn matches(decision: &Decision, clash: &Clash) -> bool {
    decision.keep < clash.contents.len()
        && clash.contents.iter().map(mark).eq(decision.marks.iter().cloned())
}

fn is_too_early(merged: &Merged, decision: &Decision) -> bool {
    let revisions = merged.dataset.revisions.iter();
    let mut own = revisions.filter(|one| one.observation == decision.id);
    own.any(|one| one.recorded > decision.day)
}

fn apply(merged: &mut Merged, decision: &Decision, clash: Clash) {
    let data = &mut merged.dataset;
    let on_the_day = data
        .revisions
        .iter()
        .filter(|one| one.observation == decision.id && one.recorded == decision.day);
    let mut change = on_the_day.map(|one| one.change).max().unwrap_or_default();
    for (place, content) in clash.contents.into_iter().enumerate() {
        if place != decision.keep {
            change = change.saturating_add(1);
            data.revisions.push(Revision {
                observation: decision.id.clone(),
                recorded: decision.day,
                change,
                by: Bilingual::new(&decision.by, &decision.by),
                reason: Bilingual::new("انتخاب میان دو نسخه", "chosen between two copies"),
                before: content,
            });
        } else if let Some(kept) = content {
            data.observations.insert(decision.id.clone(), kept);
        } else {
            data.observations.remove(&decision.id);
        }
    }
}

fn finding(code: &'static str, [fa, en]: [&str; 2], hint: [&str; 2]) -> Diagnostic {
    let [hint_fa, hint_en] = hint;
    Diagnostic::error(code, Bilingual::new(fa, en)).with_hint(hint_fa, hint_en)
}

const AGAIN: [&str; 2] =
    ["فهرست تازهٔ تعارض‌ها را پر کنید.", "Fill in the list of conflicts that was written now."];

fn no_such_conflict() -> Diagnostic {
    let words =
        ["این رقم میان دو نسخه تعارضی ندارد.", "The two copies do not disagree on this figure."];
    finding("merge/no-such-conflict", words, AGAIN)
}

fn other_contents() -> Diagnostic {
    let words = [
        "تصمیم دربارهٔ مقدارهای دیگری گرفته شده است؛ اعمال نشد.",
        "The decision was about other contents; it was not applied.",
    ];
    finding("merge/other-contents", words, AGAIN)
}

fn decided_twice() -> Diagnostic {
    let words = ["دربارهٔ این رقم دو تصمیم آمده است.", "There are two decisions on this figure."];
    let hint = ["یکی را بردارید.", "Remove one of them."];
    finding("merge/decided-twice", words, hint)
}

fn too_early() -> Diagnostic {
    let words = [
        "روز تصمیم پیش از آخرین تغییر ثبت‌شدهٔ این رقم است.",
        "The day of the decision is before the last recorded change of this figure.",
    ];
    let hint = ["همان روز یا روز دیرتری بنویسید.", "Write that day or a later one."];
    finding("merge/too-early", words, hint)
}
