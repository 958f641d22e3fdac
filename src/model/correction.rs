//! What is wrong with a printed figure, who says so, and how far it has been mended.
//!
//! A printed figure is never changed: a correction tells beside it what is right.

#[cfg(feature = "complete")]
use super::dataset::Dataset;
use super::id::{ObservationId, SourceId};
use super::observation::Observation;
use crate::diag::Bilingual;
use crate::number::Decimal;
use crate::spec::coded;
#[cfg(feature = "complete")]
use crate::text::{Lang, NumberFormat, format_number};

coded! {
    /// What a correction does with a figure.
    CorrectionAction {
        /// It is wrong and nothing stands for it: no public page shows it.
        Drop = "drop",
        /// Another value is right.
        Override = "override",
        /// The printed value times a factor is right: thousands printed as units.
        Scale = "scale",
        /// It is doubtful: somebody must look.
        Flag = "flag",
    }
}

coded! {
    /// How far a correction has come with the publisher.
    CorrectionStatus {
        /// Found, and nobody has been told.
        Open = "open",
        /// The publisher has been told.
        Reported = "reported",
        /// The publisher agrees.
        Acknowledged = "acknowledged",
        /// The publisher has mended it: the figure is right as it stands, and nothing is done.
        Fixed = "fixed",
    }
}

/// What is right instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mending {
    /// Nothing.
    Drop,
    /// This value, in the unit in which the figure is printed.
    Override(Decimal),
    /// The printed value times this.
    Scale(Decimal),
    /// Nobody knows yet.
    Flag,
}

impl Mending {
    /// What it does.
    pub const fn action(self) -> CorrectionAction {
        match self {
            Self::Drop => CorrectionAction::Drop,
            Self::Override(_) => CorrectionAction::Override,
            Self::Scale(_) => CorrectionAction::Scale,
            Self::Flag => CorrectionAction::Flag,
        }
    }

    /// The right value in the unit of the printed one; `None` where there is none, or it does not fit.
    pub fn right(self, printed: Option<Decimal>) -> Option<Decimal> {
        match self {
            Self::Override(value) => Some(value),
            Self::Scale(factor) => printed?.checked_mul(factor).ok().map(Decimal::trimmed),
            Self::Drop | Self::Flag => None,
        }
    }
}

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The figure.
    pub observation: ObservationId,
    /// What is right instead.
    pub mending: Mending,
    /// The value that must be printed for this to be said of it; `None` where it does not matter.
    pub expect: Option<Decimal>,
    /// Why; may be empty.
    pub reason: Bilingual,
    /// Who says so; may be empty.
    pub provider: Bilingual,
    /// The document that shows it.
    pub source: Option<SourceId>,
    /// How far it has come.
    pub status: CorrectionStatus,
}

impl Correction {
    /// Whether it still says something of the figure.
    pub fn is_pending(&self) -> bool {
        self.status != CorrectionStatus::Fixed
    }

    /// Whether the figure prints what is expected.
    pub fn fits(&self, figure: &Observation) -> bool {
        self.expect.is_none() || figure.wording.value == self.expect
    }

    /// Tells it in the note of its figure. One that is told there already is not told twice.
    #[cfg(feature = "complete")]
    fn tell(&self, figure: &mut Observation) {
        let said = self.said(figure.wording.value);
        let Bilingual { fa, en } = &figure.note;
        figure.note = Bilingual::new(joined(fa, said.fa.trim()), joined(en, said.en.trim()));
    }

    #[cfg(feature = "complete")]
    fn said(&self, printed: Option<Decimal>) -> Bilingual {
        let (fa, en) = match (self.mending, self.mending.right(printed)) {
            (_, Some(right)) => {
                let value = |lang| format_number(&right, lang, &NumberFormat::GROUPED);
                (
                    format!("غلط چاپی؛ مقدار درست: {}.", value(Lang::Fa)),
                    format!("Misprint; corrected value: {}.", value(Lang::En)),
                )
            }
            (Mending::Flag, None) => {
                ("این رقم جای پرسش دارد.".to_owned(), "This figure is in question.".to_owned())
            }
            (_, None) => (
                "این رقم نادرست است و به کار نمی‌رود.".to_owned(),
                "This figure is wrong and not to be used.".to_owned(),
            ),
        };
        Bilingual::new(format!("{fa} {}", self.reason.fa), format!("{en} {}", self.reason.en))
    }
}

#[cfg(feature = "complete")]
impl Dataset {
    /// Tells each correction that is pending in the note of its figure, where tables, cards and tooltips show it.
    /// For figures that are shown: those that are written again keep the note that their package states, so that a
    /// correction can be changed there without its words of before.
    pub fn tell_corrections(&mut self) {
        for one in self.corrections.iter().filter(|one| one.is_pending()) {
            if let Some(figure) = self.observations.get_mut(&one.observation) {
                one.tell(figure);
            }
        }
    }
}

#[cfg(feature = "complete")]
fn joined(before: &str, said: &str) -> String {
    if before.contains(said) {
        before.to_owned()
    } else {
        format!("{before} {said}").trim().to_owned()
    }
}
