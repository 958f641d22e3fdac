//! Credit lines: on what terms a programme lends.

use super::coop_code::CoopLine;
use super::dataset::Dataset;
use super::id::{CreditLineId, OrganisationId, ProgrammeId, SourceId, UnitId};
use crate::calendar::Period;
use crate::diag::Bilingual;
use crate::number::Decimal;

/// One line of a programme: several lines of one programme may differ in bank, rate or group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditLine {
    /// Id.
    pub id: CreditLineId,
    /// The programme, whose figures are those of its lines.
    pub programme: ProgrammeId,
    /// Where the money comes from, such as صندوق توسعهٔ ملی; may be empty.
    pub fund_source: Bilingual,
    /// The agent bank or fund that lends.
    pub bank: OrganisationId,
    /// Yearly rate in percent, 0 to 100; `None` where nothing is said.
    pub rate: Option<Decimal>,
    /// Most that is lent to one borrower, in the base unit of money and above nought.
    pub cap: Option<Decimal>,
    /// Unit that the cap is written in; empty where none is told.
    pub unit: UnitId,
    /// The group that it is for; `None` where nothing is said.
    pub target: Option<CoopLine>,
    /// Law or decree; may be empty.
    pub legal_basis: Bilingual,
    /// When it is open.
    pub period: Option<Period>,
    /// The document.
    pub source: SourceId,
}

impl Dataset {
    /// The lines of a programme, in the order of the file.
    pub fn credit_lines_of<'a>(
        &'a self,
        programme: &'a ProgrammeId,
    ) -> impl Iterator<Item = &'a CreditLine> {
        self.registers.credit_lines.iter().filter(move |line| line.programme == *programme)
    }
}
