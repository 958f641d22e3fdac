//! What came of a merger, in words and in JSON.

use hamyar::chart::name_text;
use hamyar::diag::{Bilingual, Diagnostic};
use hamyar::model::{Clash, Content, Dataset, open_rows};
use hamyar::store::Merged;
use hamyar::text::{Lang, ltr_isolate, to_persian};
use serde::Serialize;

use crate::cli::{print, report};
use crate::contents::Contents;
use crate::differing::Difference;

/// What is told of a merger.
pub(crate) struct Report<'a> {
    pub(crate) merged: &'a Merged,
    /// What a person must decide on beside figures, cell by cell.
    pub(crate) differences: &'a [Difference],
    /// Why decisions were not applied.
    pub(crate) unfit: &'a [Diagnostic],
    /// What was left out of the copies, each with its copy.
    pub(crate) rejected: Vec<(String, Diagnostic)>,
    /// The package that both copies were made of, if it was named.
    pub(crate) base: Option<String>,
}

/// What is printed with `--json`.
#[derive(Serialize)]
struct Told<'a> {
    ok: bool,
    /// The package that both copies were made of.
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<&'a str>,
    counts: Counts,
    conflicts: Vec<Conflict>,
    differing: &'a [Difference],
    refused: Vec<&'a Diagnostic>,
    /// Rows of the copies that were left out.
    diagnostics: Vec<LeftOut<'a>>,
}

#[derive(Default, Serialize)]
struct Counts {
    figures: usize,
    conflicts: usize,
    differing: usize,
}

#[derive(Serialize)]
struct Conflict {
    observation: String,
    name: Bilingual,
    /// The first of them stands in the merged package.
    contents: Vec<Said>,
    /// What helps where neither copy tells what the figure was before.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<Bilingual>,
}

#[derive(Serialize)]
struct Said {
    /// As printed; empty where there is none.
    value: String,
    text: Bilingual,
    withdrawn: bool,
}

#[derive(Serialize)]
struct LeftOut<'a> {
    copy: &'a str,
    #[serde(flatten)]
    finding: &'a Diagnostic,
}

impl Report<'_> {
    /// Whether everything was taken and nothing is left to decide.
    pub(crate) fn is_done(&self) -> bool {
        let left = [
            self.differences.len(),
            self.merged.refused.len(),
            self.unfit.len(),
            self.rejected.len(),
        ];
        self.merged.clashes().is_empty() && left.iter().all(|left| *left == 0)
    }

    /// JSON on standard output; or each thing on standard error in both languages, and the counts on
    /// standard output.
    pub(crate) fn tell(&self, json: bool) {
        if json { print_json(&self.told()) } else { self.print_words() }
    }

    fn counts(&self) -> Counts {
        Counts {
            figures: self.merged.dataset.observations.len(),
            conflicts: self.merged.clashes().len(),
            differing: open_rows(&self.merged.dataset).count(),
        }
    }

    fn told(&self) -> Told<'_> {
        let data = &self.merged.dataset;
        let left_out = |(copy, finding)| LeftOut { copy, finding };
        let rejected = self.rejected.iter().map(|(copy, finding)| (copy.as_str(), finding));
        Told {
            ok: self.is_done(),
            base: self.base.as_deref(),
            counts: self.counts(),
            conflicts: conflicts(data, &self.merged.clashes(), self.base.is_some()),
            differing: self.differences,
            refused: self.merged.refused.iter().chain(self.unfit).collect(),
            diagnostics: rejected.map(left_out).collect(),
        }
    }

    fn print_words(&self) {
        for (copy, finding) in &self.rejected {
            report(&format!("{copy}/{}:{}: ", finding.position.file, finding.position.row));
            report_both(finding);
        }
        let conflicts = self.told().conflicts;
        let is_told_apart = self.base.is_none() && !self.differences.is_empty();
        let hint = conflicts.iter().find_map(|one| one.hint.clone());
        let hint = hint.or_else(|| is_told_apart.then(name_base));
        for Conflict { observation, name, contents, .. } in conflicts {
            let said = |lang: fn(&Bilingual) -> &str| {
                contents.iter().map(|one| lang(&one.text)).collect::<Vec<_>>().join(" | ")
            };
            let (fa, en) = (said(|text| &text.fa), said(|text| &text.en));
            report(&format!("{observation} {}: {en}\n{observation} {}: {fa}\n", name.en, name.fa));
        }
        if let Some(hint) = hint {
            report(&format!("{}\n{}\n", hint.fa, hint.en));
        }
        for refused in &self.merged.refused {
            report_both(refused);
        }
        self.differences.iter().for_each(Difference::tell);
        for finding in self.unfit {
            report(&format!("{} [{}] ", finding.position.column, finding.code));
            report_both(finding);
        }
        let said = self.counted();
        print(&format!("{}\n{}\n", said.en, said.fa));
    }

    /// How much was merged and is open, and beside what.
    fn counted(&self) -> Bilingual {
        let Counts { figures, conflicts, differing } = self.counts();
        let fa = [(figures, "رقم"), (conflicts, "تعارض"), (differing, "ردیف ناهمخوان")];
        let fa = fa.map(|(count, what)| format!("{} {what}", to_persian(&count.to_string())));
        let en = format!("{figures} figures, {conflicts} conflicts, {differing} differing");
        let Some(base) = &self.base else { return Bilingual::new(fa.join("، "), en) };
        let base = ltr_isolate(base);
        Bilingual::new(
            format!("{}؛ در سنجش با {base}، که هر دو نسخه از آن ساخته شده‌اند", fa.join("، ")),
            format!("{en}; beside {base}, which both copies were made of"),
        )
    }
}

fn report_both(finding: &Diagnostic) {
    let Diagnostic { message, hint, .. } = finding;
    report(&format!("{} {}\n  {} {}\n", message.fa, hint.fa, message.en, hint.en));
}

fn conflicts(data: &Dataset, clashes: &[Clash], has_base: bool) -> Vec<Conflict> {
    if clashes.is_empty() {
        return Vec::new();
    }
    let contents = Contents::of(data);
    let conflict = |clash| {
        let texts = contents.said(data, clash);
        let hint = hint(data, clash).filter(|_| !has_base);
        Conflict { hint, ..conflict(data, clash, texts) }
    };
    clashes.iter().map(conflict).collect()
}

/// Of a figure without a history nobody can tell which copy changed it.
fn hint(data: &Dataset, clash: &Clash) -> Option<Bilingual> {
    let has_history = data.revisions.iter().any(|one| one.observation == clash.id);
    (!has_history).then(name_base)
}

fn name_base() -> Bilingual {
    Bilingual::new(
        "اگر بسته‌ای را دارید که هر دو نسخه از آن ساخته شده‌اند، نامش را با \u{2066}--base\u{2069} بنویسید تا روشن شود هر چیز را کدام نسخه تغییر داده است.",
        "If you have the package that both copies were made of, name it with --base: it shows which copy changed what.",
    )
}

fn conflict(data: &Dataset, clash: &Clash, texts: Vec<Bilingual>) -> Conflict {
    let first = clash.contents.iter().find_map(Option::as_ref);
    let name = |lang| first.map(|one| name_text(data, one, lang)).unwrap_or_default();
    Conflict {
        observation: clash.id.to_string(),
        name: Bilingual::new(name(Lang::Fa), name(Lang::En)),
        contents: clash.contents.iter().zip(texts).map(|(one, text)| said(one, text)).collect(),
        hint: None,
    }
}

fn said(content: &Content, text: Bilingual) -> Said {
    let value = content.as_ref().and_then(|one| one.wording.value);
    let value = value.map(|value| value.to_string()).unwrap_or_default();
    Said { value, text, withdrawn: content.is_none() }
}

/// What is printed with `--json` where nothing was merged.
pub(crate) fn print_refused(finding: &Diagnostic) {
    print_json(&Told {
        ok: false,
        base: None,
        counts: Counts::default(),
        conflicts: Vec::new(),
        differing: &[],
        refused: vec![finding],
        diagnostics: Vec::new(),
    });
}

fn print_json(told: &Told<'_>) {
    print(&format!("{}\n", serde_json::to_string_pretty(told).unwrap_or_default()));
}
