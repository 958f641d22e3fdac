//! What figures were before, and what they must keep.

use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::calendar::Period;
use crate::model::{Dataset, Figure, Missing, Observation, Operator, Qualifier, Revision, Rule};
use crate::model::{MissingStrategy, RuleSeverity};
use crate::number::Decimal;

/// Revisions of figures that are there; of a figure that was taken away nothing is told.
pub(super) fn revisions(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Revision>;
    let about = About {
        name: "revisions",
        title: "What figures were before they were changed",
        title_fa: "رقم‌ها پیش از تغییر",
        key: &["observation", "recorded"],
    };
    let columns = [
        Of::text(["observation", "Figure", "رقم"], |one| one.observation.to_string())
            .required()
            .refers("observations"),
        Of::text(["recorded", "Changed on, Jalali", "روز تغییر، خورشیدی"], |one| {
            Period::day(one.recorded).map(|day| day.id()).unwrap_or_default()
        })
        .required(),
        Of::text(["by_fa", "By, Persian", "به دست، فارسی"], |one| one.by.fa.clone()),
        Of::text(["by_en", "By, English", "به دست، انگلیسی"], |one| one.by.en.clone()),
        Of::text(["reason_fa", "Why, Persian", "چرا، فارسی"], |one| one.reason.fa.clone()),
        Of::text(["reason_en", "Why, English", "چرا، انگلیسی"], |one| {
            one.reason.en.clone()
        }),
        Of::number(["value", "Value before", "مقدار پیشین"], |one| {
            printed(before(one).and_then(|one| one.wording.value))
        }),
        Of::text(["unit", "Unit", "یکا"], |one| {
            or_empty(before(one).map(|one| &one.wording.unit))
        })
        .refers("units"),
        Of::word::<Qualifier>(["qualifier", "Qualifier", "دقت"], |one| {
            let qualifier = before(one).and_then(|one| one.figure.qualifier());
            or_empty(qualifier.map(Qualifier::code))
        }),
        Of::number(["upper", "Upper end", "کران بالا"], |one| {
            printed(before(one).and_then(|one| one.wording.upper))
        }),
        Of::word::<Missing>(["missing", "Kind of absence", "نوع نبودن"], |one| match before(
            one,
        )
        .map(|one| one.figure)
        {
            Some(Figure::Missing(missing)) => missing.code().to_owned(),
            _ => String::new(),
        }),
    ];
    let kept = data.revisions.iter().filter(|one| data.observations.contains_key(&one.observation));
    Sheet::new(&about, &columns, kept)
}

fn before(revision: &Revision) -> Option<&Observation> {
    revision.before.as_ref()
}

fn printed(value: Option<Decimal>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(super) fn rules(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Rule>;
    let about =
        About { name: "rules", title: "Rules", title_fa: "قاعده‌ها", key: &["id"] };
    let columns = [
        Of::text(["id", "Id", "شناسه"], |one| one.id.to_string()).required(),
        Of::text(["kind", "Kind of rule", "گونهٔ قاعده"], |one| one.kind.clone()),
        Of::text(["name_fa", "Name, Persian", "نام فارسی"], |one| one.name.fa.clone()).required(),
        Of::text(["name_en", "Name, English", "نام انگلیسی"], |one| one.name.en.clone()),
        Of::text(["left", "What is computed", "آنچه حساب می‌شود"], |one| {
            one.left.to_string()
        })
        .required(),
        Of::word::<Operator>(
            ["operator", "How the sides must stand", "نسبت دو سو"],
            |one| one.operator.code().to_owned(),
        )
        .required(),
        Of::text(["right", "What is stated", "آنچه گفته شده است"], |one| {
            one.right.to_string()
        })
        .required(),
        Of::number(["tolerance", "Tolerance", "رواداری"], |one| printed(one.tolerance)),
        Of::word::<MissingStrategy>(
            ["missing", "Where figures are missing", "اگر رقمی نباشد"],
            |one| one.missing.code().to_owned(),
        ),
        Of::word::<RuleSeverity>(["severity", "Severity", "شدت"], |one| {
            one.severity.code().to_owned()
        }),
        Of::text(["note_fa", "Note, Persian", "یادداشت فارسی"], |one| {
            one.note.fa.clone()
        }),
        Of::text(["note_en", "Note, English", "یادداشت انگلیسی"], |one| {
            one.note.en.clone()
        }),
    ];
    Sheet::new(&about, &columns, data.rules.iter())
}
