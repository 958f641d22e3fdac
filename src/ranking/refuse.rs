//! Reasons for not ranking, in words.

use crate::diag::{Bilingual, Diagnostic, Error};
use crate::number::Decimal;
use crate::text::{Lang, NumberFormat, format_number, isolate};

/// What does not hold, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// A ranking, criterion, cut-off or candidate has no id.
    NoId,
    /// Nothing is judged.
    NoCriteria,
    /// The total is not above zero.
    NoTotal,
    /// The weights add up to something else than the total.
    Weights,
    /// A weight is below zero.
    NegativeWeight,
    /// A stated maximum is missing, not above zero, or stands where none is used.
    Most,
    /// Two criteria have one id.
    DuplicateCriterion,
    /// Two cut-offs have one id.
    DuplicateCutOff,
    /// A cut-off is above the total or below zero.
    CutOffOutside,
    /// A cut-off is not below the one before it.
    CutOffOrder,
    /// Two candidates have one id.
    DuplicateCandidate,
    /// A candidate has two values for one criterion.
    DuplicateValue,
    /// A candidate has a value for what is not judged.
    UnknownCriterion,
    /// A value below zero where values are parts of a whole.
    NegativeValue,
    /// All weights are zero.
    NoWeight,
    /// Not one weight for each criterion.
    WeightCount,
    /// A table of values cannot be read.
    Unreadable,
    /// A cell holds no plain decimal.
    NotANumber,
    /// A number is out of range.
    Overflow,
}

impl Reason {
    const fn code(self) -> &'static str {
        match self {
            Self::NoId => "ranking/no-id",
            Self::NoCriteria => "ranking/no-criteria",
            Self::NoTotal => "ranking/no-total",
            Self::Weights => "ranking/weights",
            Self::NegativeWeight => "ranking/negative-weight",
            Self::Most => "ranking/most",
            Self::DuplicateCriterion => "ranking/duplicate-criterion",
            Self::DuplicateCutOff => "ranking/duplicate-cut-off",
            Self::CutOffOutside => "ranking/cut-off-outside",
            Self::CutOffOrder => "ranking/cut-off-order",
            Self::DuplicateCandidate => "ranking/duplicate-candidate",
            Self::DuplicateValue => "ranking/duplicate-value",
            Self::UnknownCriterion => "ranking/unknown-criterion",
            Self::NegativeValue => "ranking/negative-value",
            Self::NoWeight => "ranking/no-weight",
            Self::WeightCount => "ranking/weight-count",
            Self::Unreadable => "ranking/unreadable",
            Self::NotANumber => "ranking/not-a-number",
            Self::Overflow => "ranking/overflow",
        }
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NoId => ("شناسه نوشته نشده است", "an id is missing"),
            Self::NoCriteria => ("این رتبه‌بندی هیچ سنجه‌ای ندارد", "this ranking has no criteria"),
            Self::NoTotal => {
                ("جمع امتیاز باید بیشتر از صفر باشد", "the total of points must be above zero")
            }
            Self::Weights => {
                ("جمع وزن‌ها با جمع امتیاز یکی نیست", "the weights do not add up to the total")
            }
            Self::NegativeWeight => {
                ("وزن این سنجه منفی است", "the weight of this criterion is negative")
            }
            Self::Most => (
                "بیشینهٔ این سنجه با روش سنجش آن نمی‌خواند",
                "the maximum of this criterion does not go with its normaliser",
            ),
            Self::DuplicateCriterion => ("دو سنجه یک شناسه دارند", "two criteria have one id"),
            Self::DuplicateCutOff => ("دو حد نصاب یک شناسه دارند", "two cut-offs have one id"),
            Self::CutOffOutside => (
                "حد نصاب از صفر کمتر یا از جمع امتیاز بیشتر است",
                "a cut-off is below zero or above the total of points",
            ),
            Self::CutOffOrder => (
                "حد نصاب از حد نصاب پیش از خود کمتر نیست",
                "a cut-off is not below the one before it",
            ),
            Self::DuplicateCandidate => ("دو نامزد یک شناسه دارند", "two candidates have one id"),
            Self::DuplicateValue => (
                "نامزدی برای یک سنجه دو مقدار دارد",
                "a candidate has two values for one criterion",
            ),
            Self::UnknownCriterion => {
                ("این رتبه‌بندی چنین سنجه‌ای ندارد", "this ranking has no such criterion")
            }
            Self::NegativeValue => (
                "مقدار این سنجه نمی‌تواند منفی باشد",
                "a value of this criterion cannot be negative",
            ),
            Self::NoWeight => (
                "همهٔ وزن‌ها صفر است و چیزی برای سنجیدن نمی‌ماند",
                "all weights are zero, which leaves nothing to judge",
            ),
            Self::WeightCount => {
                ("شمار وزن‌ها با شمار سنجه‌ها یکی نیست", "not one weight for each criterion")
            }
            Self::Unreadable => {
                ("جدول مقدارها خوانده نشد", "the table of values could not be read")
            }
            Self::NotANumber => ("این خانه عدد نیست", "this cell is no number"),
            Self::Overflow => ("عددی از اندازهٔ مجاز بیرون است", "a number is out of range"),
        }
    }

    const fn hint(self) -> (&'static str, &'static str) {
        match self {
            Self::NoId => ("شناسه‌ای کوتاه بنویسید.", "Write a short id."),
            Self::NoCriteria => (
                "دست‌کم یک سنجه با وزن آن بنویسید.",
                "Write at least one criterion with its weight.",
            ),
            Self::NoTotal => {
                ("جمع امتیاز را بنویسید، مانند ۱۰۰۰.", "Write the total, such as 1000.")
            }
            Self::Weights => (
                "وزن‌ها یا جمع امتیاز را چنان بنویسید که با هم بخوانند.",
                "Change the weights or the total so that they agree.",
            ),
            Self::NegativeWeight => (
                "وزنی از صفر به بالا بنویسید؛ اگر مقدار کمتر بهتر است، جهت سنجه را «کمتر» کنید.",
                "Write a weight from zero up; where less is better, set the direction to “down”.",
            ),
            Self::Most => (
                "برای امتیاز داده‌شده بیشینه‌ای بزرگ‌تر از صفر بنویسید؛ روش‌های دیگر بیشینه ندارند.",
                "Write a maximum above zero for stated points; other normalisers have none.",
            ),
            Self::DuplicateCriterion | Self::DuplicateCutOff | Self::DuplicateCandidate => {
                ("به هرکدام شناسهٔ خودش را بدهید.", "Give each an id of its own.")
            }
            Self::CutOffOutside => {
                ("عددی از صفر تا جمع امتیاز بنویسید.", "Write a number from zero to the total.")
            }
            Self::CutOffOrder => {
                ("حد نصاب‌ها را از زیاد به کم بنویسید.", "Write the cut-offs from high to low.")
            }
            Self::DuplicateValue => ("یکی از دو مقدار را بردارید.", "Take one of the two away."),
            Self::UnknownCriterion => (
                "شناسهٔ سنجه را با قاعده‌های رتبه‌بندی بسنجید.",
                "Compare the criterion’s id with the rules of the ranking.",
            ),
            Self::NegativeValue => (
                "نشان منفی را دوباره ببینید، یا روش کمینه و بیشینه را برگزینید.",
                "Look at the minus sign again, or choose the normaliser min_max.",
            ),
            Self::NoWeight => {
                ("دست‌کم یک وزن را از صفر بیشتر کنید.", "Set at least one weight above zero.")
            }
            Self::WeightCount => {
                ("برای هر سنجه یک وزن بنویسید.", "Write one weight for each criterion.")
            }
            Self::Unreadable => (
                "آن را CSV با UTF-8 و ستون‌های id و name_fa و name_en ذخیره کنید.",
                "Save it as CSV in UTF-8 with the columns id, name_fa and name_en.",
            ),
            Self::NotANumber => (
                "عدد را با رقم لاتین و ممیز نقطه بنویسید، مانند 12.5، یا خانه را خالی بگذارید.",
                "Write a plain decimal such as 12.5, or leave the cell empty.",
            ),
            Self::Overflow => (
                "عددها را با رقم‌های کمتر یا در واحدی بزرگ‌تر بنویسید.",
                "Write the numbers with fewer digits, or in a larger unit.",
            ),
        }
    }

    /// The refusal, with its place and what it is about.
    pub(super) fn at(self, column: &str, about: Bilingual) -> Error {
        let named = |text: &str, about: &str| {
            if about.is_empty() { format!("{text}.") } else { format!("{text} ({about}).") }
        };
        let ((fa, en), (hint_fa, hint_en)) = (self.words(), self.hint());
        let message = Bilingual::new(named(fa, &about.fa), named(en, &about.en));
        Diagnostic::error(self.code(), message).with_hint(hint_fa, hint_en).at("", 0, column).into()
    }
}

/// About nothing in particular.
pub(super) fn nothing() -> Bilingual {
    Bilingual::default()
}

/// About what an id names. An id keeps its own direction among Persian words.
pub(super) fn id_as(id: &str) -> Bilingual {
    Bilingual::new(isolate(id), id)
}

/// About a candidate's value for a criterion.
pub(super) fn value_of(candidate: &str, criterion: &str) -> Bilingual {
    Bilingual::new(
        format!("{}، {}", isolate(candidate), isolate(criterion)),
        format!("{candidate}, {criterion}"),
    )
}

/// About a sum that is not the one wanted.
pub(super) fn out_of(sum: Decimal, wanted: Decimal) -> Bilingual {
    let text = |value: Decimal, lang| format_number(&value, lang, &NumberFormat::GROUPED);
    Bilingual::new(
        format!("{} از {}", text(sum, Lang::Fa), text(wanted, Lang::Fa)),
        format!("{} of {}", text(sum, Lang::En), text(wanted, Lang::En)),
    )
}
