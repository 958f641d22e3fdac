//! What is wrong with printed figures.

use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::export::package::heads::{SOURCE, STATUS};
use crate::model::{Correction, CorrectionAction, CorrectionStatus, Dataset, Mending};

/// Every correction of a figure that is there: one of a figure that was withdrawn says nothing more.
pub(super) fn corrections(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Correction>;
    let about = About {
        name: "corrections",
        title: "Corrections: the printed value stays, the right one stands here",
        title_fa: "تصحیح‌ها: مقدار چاپ‌شده می‌ماند و درستش این‌جاست",
        key: &["observation"],
    };
    let columns = [
        Of::text(["observation", "Figure", "رقم"], |one| one.observation.to_string())
            .required()
            .refers("observations"),
        Of::word::<CorrectionAction>(["action", "What is done", "کار تصحیح"], |one| {
            one.mending.action().code().to_owned()
        })
        .required(),
        Of::number(["printed", "Value that must be printed", "مقدار چاپ‌شده"], |one| {
            or_empty(one.expect)
        }),
        Of::number(["corrected", "Right value", "مقدار درست"], |one| match one.mending {
            Mending::Override(value) => value.to_string(),
            _ => String::new(),
        }),
        Of::number(
            ["factor", "Factor of the printed value", "ضریب مقدار چاپ‌شده"],
            |one| match one.mending {
                Mending::Scale(factor) => factor.to_string(),
                _ => String::new(),
            },
        ),
        Of::text(["reason_fa", "Why, Persian", "چرا، فارسی"], |one| one.reason.fa.clone()),
        Of::text(["reason_en", "Why, English", "چرا، انگلیسی"], |one| {
            one.reason.en.clone()
        }),
        Of::text(["provider_fa", "Who says so, Persian", "به گفتهٔ، فارسی"], |one| {
            one.provider.fa.clone()
        }),
        Of::text(
            ["provider_en", "Who says so, English", "به گفتهٔ، انگلیسی"],
            |one| one.provider.en.clone(),
        ),
        Of::text(SOURCE, |one| or_empty(one.source.as_ref())).refers("sources"),
        Of::word::<CorrectionStatus>(STATUS, |one| one.status.code().to_owned()).required(),
    ];
    let known = |one: &&Correction| data.observations.contains_key(&one.observation);
    Sheet::new(&about, &columns, data.corrections.iter().filter(known))
}
