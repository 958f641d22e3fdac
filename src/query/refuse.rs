//! Reasons for not answering, in words. A refusal is an answer too.

use super::answer::Answer;
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{Dimension, Measure, MeasureKind};

/// What does not add, and what to ask instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// The measure is not in the data set.
    UnknownMeasure,
    /// A listed period cannot be read.
    UnknownPeriod,
    /// A listed area is in no division.
    UnknownArea,
    /// A listed figure, pair or group does not exist.
    UnknownFigure,
    /// A listed code is in no list.
    UnknownCode,
    /// It was told after the day whose knowledge is asked for, or has no date.
    NotKnown,
    /// A day of knowledge, asked of a data set that was not turned into what was known on it.
    AsKnown,
    /// A rate or a stated share has parts, but its parts do not add.
    NotAdditive,
    /// A measure of things that are told area by area, and would count twice together.
    NotAdded,
    /// A stock or a rate was asked for over several periods.
    NotAdditiveInTime,
    /// Facts and intentions in one sum.
    MixedScenarios,
    /// Several stages of one stream of money in one sum.
    MixedStages,
    /// Several measures in one sum.
    MixedMeasures,
    /// Several programmes in one sum.
    MixedProgrammes,
    /// Several releases in one sum.
    MixedReleases,
    /// Several periods in one cell.
    MixedPeriods,
    /// Periods that share days in one sum.
    OverlappingPeriods,
    /// A period that reaches beyond those that were asked for.
    Longer,
    /// Planned, in hand and done in one sum.
    MixedStatuses,
    /// A total and its part in one sum.
    PartWithTotal,
    /// An area beside one that it lies in.
    MixedLevels,
    /// The base of the measure changed between two periods.
    BaseChanged,
    /// No figure to compare with.
    NoEarlier,
    /// A total to be compared lacks some of its parts.
    Partial,
    /// Figures of several codes of a dimension in one sum.
    MixedCodes(Dimension),
    /// The same figure twice.
    ToldTwice,
    /// Several figures of one release that differ only in their scope.
    SeveralFigures,
    /// The numerator is missing.
    NoNumerator,
    /// The denominator is missing.
    NotDefined,
    /// A part of a mean has no weight.
    NoWeight,
    /// The denominator is zero, or a bound that zero belongs to.
    Nought,
    /// The denominator is less than zero.
    BelowNought,
    /// The two figures of a pair have no unit in common.
    MixedUnits,
    /// A bound cannot be compared this way.
    Bounded,
    /// A sum, product or quotient is out of range.
    Overflow,
    /// A plan does not reach a plan.
    NotActual,
    /// A plan of which less is better is not reached by more.
    LessIsBetter,
    /// Figures that are named are not derived from.
    #[cfg(feature = "complete")]
    AsStated,
    /// A period that does not begin with its year.
    NotToDate,
    /// The words do not say how far the money has come.
    #[cfg(feature = "complete")]
    NoStage,
    /// No figure of the country stands beside that of the area.
    #[cfg(feature = "complete")]
    NoCountry,
}

impl Reason {
    /// Why areas of a measure do not add: a rate has parts that do not, what is counted counts in several areas.
    pub(super) fn not_additive(measure: &Measure) -> Self {
        match measure.kind {
            MeasureKind::Ratio | MeasureKind::Index => Self::NotAdditive,
            MeasureKind::Stock | MeasureKind::Flow | MeasureKind::Reference => Self::NotAdded,
        }
    }

    /// The stable code.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::UnknownMeasure => "query/unknown-measure",
            Self::UnknownPeriod => "query/unknown-period",
            Self::UnknownArea => "query/unknown-area",
            Self::UnknownFigure => "query/unknown-figure",
            Self::UnknownCode => "query/unknown-code",
            Self::NotKnown => "query/not-known",
            Self::AsKnown => "query/as-known",
            Self::NotAdditive | Self::NotAdded => "query/not-additive",
            Self::NotAdditiveInTime => "query/not-additive-in-time",
            Self::MixedScenarios => "query/mixed-scenarios",
            Self::MixedStages => "query/mixed-stages",
            Self::MixedMeasures => "query/mixed-measures",
            Self::MixedProgrammes => "query/mixed-programmes",
            Self::MixedReleases => "query/mixed-releases",
            Self::MixedPeriods => "query/mixed-periods",
            Self::OverlappingPeriods => "query/overlapping-periods",
            Self::Longer => "query/longer-period",
            Self::MixedStatuses => "query/mixed-statuses",
            Self::PartWithTotal => "query/part-with-total",
            Self::MixedLevels => "query/mixed-levels",
            Self::BaseChanged => "query/base-changed",
            Self::NoEarlier => "query/no-earlier",
            Self::Partial => "query/partial",
            Self::MixedCodes(_) => "query/mixed-codes",
            Self::ToldTwice => "query/told-twice",
            Self::SeveralFigures => "query/several-figures",
            Self::NoNumerator => "query/no-numerator",
            Self::NotDefined | Self::NoWeight | Self::Nought | Self::BelowNought => {
                "query/not-defined"
            }
            Self::MixedUnits => "query/mixed-units",
            Self::Bounded => "query/bounded",
            Self::Overflow => "query/overflow",
            Self::NotActual => "query/not-actual",
            Self::LessIsBetter => "query/less-is-better",
            #[cfg(feature = "complete")]
            Self::AsStated => "query/as-stated",
            Self::NotToDate => "query/not-to-date",
            #[cfg(feature = "complete")]
            Self::NoStage => "query/no-stage",
            #[cfg(feature = "complete")]
            Self::NoCountry => "query/no-country",
        }
    }

    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::UnknownMeasure => ("این شاخص در داده نیست", "the data set has no such measure"),
            Self::UnknownPeriod => ("این دوره خوانده نشد", "this period cannot be read"),
            Self::UnknownArea => ("این ناحیه در داده نیست", "the data set has no such area"),
            Self::UnknownFigure => ("این رقم در داده نیست", "the data set has no such figure"),
            Self::UnknownCode => ("این کد در فهرست نیست", "the list has no such code"),
            Self::NotKnown => (
                "رقمی از اینجا پس از آن روز گفته شده یا سندش تاریخ ندارد و در آنچه آن روز می‌دانستیم نیست",
                "a figure of these was told later or has no date, so it is not in what was known on that day",
            ),
            Self::AsKnown => (
                "این پرسش از روزی است و داده به آنچه آن روز می‌دانستیم برنگشته است",
                "the question is of a day, and the data set was not turned into what was known on it",
            ),
            Self::NotAdditive => {
                ("نرخ‌ها و سهم‌های اعلام‌شده با هم جمع نمی‌شوند", "rates and stated shares do not add")
            }
            Self::NotAdded => (
                "این شاخص برای هر ناحیه جداست و میان ناحیه‌ها جمع نمی‌شود",
                "this measure is told of each area by itself and does not add over areas",
            ),
            Self::NotAdditiveInTime => {
                ("این شاخص در زمان جمع نمی‌شود", "this measure does not add over time")
            }
            Self::MixedScenarios => {
                ("برنامه و عملکرد با هم جمع نمی‌شوند", "planned and actual figures do not add")
            }
            Self::MixedStages => {
                ("مرحله‌های مختلف پول با هم جمع نمی‌شوند", "stages of money do not add")
            }
            Self::MixedMeasures => {
                ("شاخص‌های مختلف با هم جمع نمی‌شوند", "figures of different measures do not add")
            }
            Self::MixedProgrammes => (
                "رقم برنامه‌های مختلف با هم جمع نمی‌شود",
                "figures of different programmes do not add",
            ),
            Self::MixedReleases => {
                ("رقم خبرهای مختلف با هم جمع نمی‌شود", "figures of different releases do not add")
            }
            Self::MixedPeriods => {
                ("چند دوره در یک خانه آمده است", "one cell holds figures of several periods")
            }
            Self::OverlappingPeriods => ("دوره‌ها روی هم می‌افتند", "the periods share days"),
            Self::Longer => (
                "این دوره در هیچ‌یک از دوره‌های خواسته‌شده نمی‌گنجد",
                "this period fits into none of those asked for",
            ),
            Self::MixedStatuses => (
                "کار انجام‌شده، در دست اجرا و برنامه با هم جمع نمی‌شوند",
                "done, in hand and planned work do not add",
            ),
            Self::PartWithTotal => {
                ("جزء با کلِ خودش جمع نمی‌شود", "a part does not add to its own total")
            }
            Self::MixedLevels => {
                ("ناحیه و جزء آن کنار هم آمده‌اند", "an area stands beside a part of it")
            }
            Self::BaseChanged => {
                ("پایهٔ شاخص میان دو دوره عوض شده است", "the base changes between the two periods")
            }
            Self::NoEarlier => (
                "از دورهٔ پیش رقمی برای همین ناحیه نیست",
                "the period before has no figure of this very area",
            ),
            Self::Partial => ("بعضی جزءها گزارش نشده‌اند", "some parts are not reported"),
            Self::MixedCodes(_) => {
                ("رقم کدهای مختلف با هم جمع نمی‌شود", "figures of different codes do not add")
            }
            Self::ToldTwice => ("یک رقم دو بار گفته شده است", "one figure is told twice"),
            Self::SeveralFigures => (
                "چند رقم آمده است که در موضوع یا مقدار با هم فرق دارند",
                "there are several figures, which differ in scope or in value",
            ),
            Self::NoNumerator => ("صورت کسر گزارش نشده است", "the numerator is not reported"),
            Self::MixedUnits => ("دو رقم یک واحد ندارند", "the two figures have different units"),
            Self::NotDefined => ("مخرج کسر گزارش نشده است", "the denominator is not reported"),
            Self::NoWeight => {
                ("وزن بعضی جزءها گزارش نشده است", "the weight of some part is not reported")
            }
            Self::Nought => ("مخرج کسر صفر است", "the denominator is zero"),
            Self::BelowNought => ("مخرج کسر منفی است", "the denominator is negative"),
            Self::Bounded => (
                "از رقم «بیش از» یا «کمتر از» این محاسبه به دست نمی‌آید",
                "a bound does not give this value",
            ),
            Self::Overflow => ("حاصل از اندازهٔ مجاز بیرون است", "the result is out of range"),
            Self::NotActual => (
                "تنها عملکرد را می‌توان با برنامه سنجید",
                "only an actual figure is held against a plan",
            ),
            Self::LessIsBetter => (
                "در این شاخص کمتر بهتر است و نسبت عملکرد به برنامه معنای تحقق ندارد",
                "less of this measure is better, so actual by planned does not tell what was achieved",
            ),
            #[cfg(feature = "complete")]
            Self::AsStated => (
                "رقم‌های نام‌برده همان‌گونه که گفته شده‌اند می‌آیند و چیزی از آن‌ها حساب نمی‌شود",
                "named figures stand as stated, and nothing is computed of them",
            ),
            Self::NotToDate => (
                "این دوره از آغاز سال شروع نمی‌شود یا از سال بیرون می‌زند",
                "the period does not begin with its year, or goes beyond it",
            ),
            #[cfg(feature = "complete")]
            Self::NoStage => (
                "منبع نمی‌گوید این پول در کدام مرحله است",
                "the words do not say how far this money has come",
            ),
            #[cfg(feature = "complete")]
            Self::NoCountry => {
                ("رقم کشور برای سنجش نیست", "there is no figure of the country to hold it against")
            }
        }
    }

    const fn hint(self) -> (&'static str, &'static str) {
        match self {
            Self::UnknownPeriod => (
                "دوره را چنین بنویسید: \u{2066}1401\u{2069}، \u{2066}1401-H1\u{2069}، \u{2066}1401-Q2\u{2069}، \u{2066}1401-05\u{2069} یا \u{2066}1400/1401\u{2069}.",
                "Write a period as 1401, 1401-H1, 1401-Q2, 1401-05 or 1400/1401.",
            ),
            Self::UnknownMeasure | Self::UnknownArea | Self::UnknownCode | Self::UnknownFigure => {
                ("نام را از فهرست انتخاب کنید.", "Choose the name from the list.")
            }
            Self::NotKnown => ("روز دیرتری را بخواهید.", "Ask for a later day."),
            Self::AsKnown => (
                "نمودارش را بخواهید، یا asKnown را بردارید.",
                "Ask for a chart of it, or leave out asKnown.",
            ),
            Self::NotAdditive => (
                "ناحیه‌ها را جدا ببینید، یا شاخصی را بخواهید که صورت و مخرج دارد.",
                "Look at areas one by one, or ask for a measure with numerator and denominator.",
            ),
            Self::NotAdded => ("ناحیه‌ها را جدا ببینید.", "Look at areas one by one."),
            Self::NotAdditiveInTime | Self::MixedPeriods | Self::OverlappingPeriods => {
                ("دوره‌ها را جدا کنید.", "Split by period.")
            }
            Self::Longer => ("دورهٔ بلندتری بخواهید.", "Ask for longer periods."),
            Self::MixedScenarios => ("برنامه را از عملکرد جدا کنید.", "Split by scenario."),
            Self::MixedStages => ("مرحله‌ها را جدا کنید.", "Split by stage."),
            Self::MixedMeasures => ("یک شاخص را انتخاب کنید.", "Choose one measure."),
            Self::MixedProgrammes => ("یک برنامه را انتخاب کنید.", "Choose one programme."),
            Self::MixedReleases => ("یک منبع را انتخاب کنید.", "Choose one release."),
            Self::MixedStatuses => ("وضعیت‌ها را جدا کنید.", "Split by status."),
            Self::PartWithTotal | Self::ToldTwice | Self::SeveralFigures | Self::MixedUnits => {
                ("رقم‌ها را یکی‌یکی ببینید.", "Look at the figures one by one.")
            }
            // The dimension is named behind it.
            Self::MixedCodes(_) => ("جدا کنید یا یک کد برگزینید", "Split or choose one code"),
            Self::MixedLevels => ("یک سطح را انتخاب کنید.", "Choose one level."),
            Self::NoNumerator
            | Self::NotDefined
            | Self::NoWeight
            | Self::Nought
            | Self::BelowNought
            | Self::BaseChanged
            | Self::NoEarlier
            | Self::Partial
            | Self::Bounded
            | Self::Overflow => {
                ("رقم‌های پایه را جداگانه ببینید.", "Look at the figures themselves.")
            }
            Self::NotActual => ("عملکرد را انتخاب کنید.", "Choose actual figures."),
            Self::LessIsBetter => {
                ("عملکرد و برنامه را کنار هم ببینید.", "Look at actual and planned side by side.")
            }
            #[cfg(feature = "complete")]
            Self::AsStated => (
                "به‌جای نام رقم‌ها شاخص، ناحیه و دوره را بخواهید، یا derive، every، against و unreported را بردارید.",
                "Ask by measure, area and period instead, or leave out derive, every, against and unreported.",
            ),
            Self::NotToDate => (
                "دوره‌ای را بخواهید که از فروردین شروع شود، مانند 1401-C05.",
                "Ask for a period that begins with Farvardin, such as 1401-C05.",
            ),
            #[cfg(feature = "complete")]
            Self::NoStage => ("مرحله را با stage نام ببرید.", "Name the stage with stage."),
            #[cfg(feature = "complete")]
            Self::NoCountry => (
                "ناحیه‌ها را جدا کنید و سالی را بخواهید که کشور در آن رقم دارد.",
                "Split by area, and ask for a year in which the country has a figure.",
            ),
        }
    }

    /// Empties an answer that must not be given, and says why.
    pub(super) fn empty(self, answer: &mut Answer) {
        answer.rows.clear();
        answer.refused.push(self.diagnostic(""));
    }

    /// The refusal of what an id names.
    pub(super) fn diagnostic(self, id: &str) -> Diagnostic {
        self.about(id, id)
    }

    /// The refusal of a cell, named in both languages.
    pub(super) fn about(self, about_fa: &str, about_en: &str) -> Diagnostic {
        let (fa, en) = self.words();
        let named = |text: &str, about: &str| {
            if about.is_empty() { format!("{text}.") } else { format!("{text} ({about}).") }
        };
        let (hint_fa, hint_en) = self.hint();
        let refusal = Diagnostic::error(
            self.code(),
            Bilingual::new(named(fa, about_fa), named(en, about_en)),
        );
        match self {
            Self::MixedCodes(dimension) => {
                let dimension = dimension.code();
                refusal.with_hint(named(hint_fa, dimension), named(hint_en, dimension))
            }
            _ => refusal.with_hint(hint_fa, hint_en),
        }
    }
}
