//! What figures must keep.

use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::export::package::heads::{ID, NAME_EN, NAME_FA, NOTE_EN, NOTE_FA};
use crate::model::{Dataset, MissingStrategy, Operator, Rule, RuleSeverity};

pub(super) fn rules(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Rule>;
    let about =
        About { name: "rules", title: "Rules", title_fa: "قاعده‌ها", key: &["id"] };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(["kind", "Kind of rule", "گونهٔ قاعده"], |one| one.kind.clone()),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
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
        Of::number(["tolerance", "Tolerance", "رواداری"], |one| or_empty(one.tolerance)),
        Of::word::<MissingStrategy>(
            ["missing", "Where figures are missing", "اگر رقمی نباشد"],
            |one| one.missing.code().to_owned(),
        ),
        Of::word::<RuleSeverity>(["severity", "Severity", "شدت"], |one| {
            one.severity.code().to_owned()
        }),
        Of::text(NOTE_FA, |one| one.note.fa.clone()),
        Of::text(NOTE_EN, |one| one.note.en.clone()),
    ];
    Sheet::new(&about, &columns, data.rules.iter())
}
