//! What is wrong with what no page needs: digests of documents, codes of areas, milestones of projects.

use super::{about, shown};
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{Figure, Observation, Qualifier};
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number, to_persian};

pub(in crate::ingest) fn not_a_digest(cell: &str) -> Diagnostic {
    let message = about(
        cell,
        "چکیدهٔ \u{2066}SHA-256\u{2069} نیست: شصت‌وچهار رقم شانزده‌شانزدهی ندارد.",
        "is no SHA-256 digest: it has not just 64 hexadecimal digits.",
    );
    Diagnostic::error("cell/digest", message).with_hint(
        "خروجی \u{2066}sha256sum\u{2069} را از روی همان فایل بنویسید، یا خانه را خالی بگذارید.",
        "Write what sha256sum says of that very file, or leave the cell empty.",
    )
}

/// `area` is the one that the code names already.
pub(in crate::ingest) fn code_taken(code: &str, area: &str) -> Diagnostic {
    let area = shown(area);
    let message = about(
        code,
        &format!("در همین روزها کدِ ناحیهٔ «{area}» از همین فهرست است؛ این ردیف کنار گذاشته شد."),
        &format!(
            "is the code of “{area}” in the same list on the same days; this row was left out."
        ),
    );
    Diagnostic::error("area-code/taken", message).with_hint(
        "روزهای اعتبار دو ردیف را از هم جدا کنید، یا کد را درست کنید.",
        "Part the days of the two rows, or mend the code.",
    )
}

/// `sum` is `None` when it is out of range.
pub(in crate::ingest) fn wrong_weights(project: &str, sum: Option<Decimal>) -> Diagnostic {
    let percent = |lang| match sum {
        Some(sum) => format_number(&sum, lang, &NumberFormat::PERCENT),
        None => "…".to_owned(),
    };
    let message = about(
        project,
        &format!(
            "گام‌هایی دارد که وزنشان روی هم {} است، نه \u{2066}۱۰۰٪\u{2069}؛ گام‌هایش کنار گذاشته شد.",
            percent(Lang::Fa)
        ),
        &format!(
            "has milestones that weigh {} together, not 100%; they were left out.",
            percent(Lang::En)
        ),
    );
    Diagnostic::error("milestone/weights", message).with_hint(
        "همهٔ گام‌های طرح را بنویسید و وزن‌ها را چنان کنید که جمعشان ۱۰۰ شود.",
        "Write all milestones of the project, with weights that sum to 100.",
    )
}

const DECIDE: [&str; 2] = [
    "در یک ردیف این رقم در conflicts.csv ستون‌های «نگه‌داشته» (keep) و «روز» (day) و «به دست» (by) را پر کنید و فایل را با \u{2066}--decided\u{2069} به \u{2066}hamyar merge\u{2069} بدهید.",
    "Fill in keep, day and by on one row of the figure in conflicts.csv, and give the file to hamyar merge with --decided.",
];

/// A figure with the name of its unit, or none where it was withdrawn.
type Said<'a> = Option<(&'a Observation, Option<&'a Bilingual>)>;

/// `said` is what stands in the data set and what another copy says.
pub(in crate::ingest) fn open_conflict(id: &str, said: [Said<'_>; 2]) -> Diagnostic {
    let beside = match said {
        [Some((stands, _)), Some((other, _))] => differing(stands, other),
        _ => [String::new(), String::new()],
    };
    let [stands, other] = said.map(value);
    let [beside_fa, beside_en] = beside;
    let message = about(
        id,
        &format!(
            "در دو نسخه جدا تغییر کرده است: {} برجاست و نسخهٔ دیگر {} می‌گوید.{beside_fa}",
            stands.fa, other.fa
        ),
        &format!(
            "was changed apart in two copies: {} stands, and the other says {}.{beside_en}",
            stands.en, other.en
        ),
    );
    let [fa, en] = DECIDE;
    Diagnostic::warning("conflict/open", message).with_hint(fa, en)
}

/// What differs in the words beside the value: note, document, quote.
fn differing(stands: &Observation, other: &Observation) -> [String; 2] {
    let told = |one: &Observation| {
        let source = one.source.to_string();
        [one.note.fa.clone(), one.note.en.clone(), source, one.wording.quote.clone()]
    };
    let names = [
        ["یادداشت فارسی", "Persian note"],
        ["یادداشت انگلیسی", "English note"],
        ["منبع", "source"],
        ["کلمات منبع", "quote"],
    ];
    let [mut fa, mut en] = [String::new(), String::new()];
    for ([name_fa, name_en], (one, other)) in
        names.iter().zip(told(stands).iter().zip(&told(other)))
    {
        if one != other {
            let (one, other) = (shown(one), shown(other));
            fa.push_str(&format!(" {name_fa}: «{one}» و «{other}»."));
            en.push_str(&format!(" The {name_en}: “{one}” and “{other}”."));
        }
    }
    [fa, en]
}

/// The first row of a figure is there to be read: what counts is the table of figures.
pub(in crate::ingest) fn not_what_stands(id: &str) -> Diagnostic {
    let message = about(
        id,
        "در جدول رقم‌ها مقدار دیگری دارد؛ همان برجاست.",
        "has another value in observations, and that one stands.",
    );
    Diagnostic::warning("conflict/not-what-stands", message).with_hint(
        "اگر رقم را پس از ادغام تغییر داده‌اید، تغییر را در revisions.csv بنویسید.",
        "If you changed the figure after the merger, tell the change in revisions.csv.",
    )
}

fn value(said: Said<'_>) -> Bilingual {
    let Some((one, unit)) = said else {
        return Bilingual::new("«پس گرفته»", "“withdrawn”");
    };
    let number = |value: Option<Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
    let number = match one.figure {
        Figure::Missing(missing) => missing.code().to_owned(),
        Figure::Value { qualifier: Qualifier::Exact, .. } => number(one.wording.value),
        Figure::Value { qualifier: Qualifier::Between, .. } => {
            format!("{} … {}", number(one.wording.value), number(one.wording.upper))
        }
        Figure::Value { qualifier, .. } => {
            format!("{} {}", qualifier.code(), number(one.wording.value))
        }
    };
    let unit = unit.cloned().unwrap_or_default();
    Bilingual::new(
        format!("«{} {}»", to_persian(&number), shown(&unit.fa)),
        format!("“{number} {}”", shown(&unit.en)),
    )
}
