//! `credit_lines`

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages::{self, Contradiction};
use crate::model::{
    CreditLine, CreditLineId, OrganisationId, OrganisationKind, ProgrammeId, UnitId,
};
use crate::number::Decimal;

pub(in crate::ingest) const CREDIT_LINES: TableKind =
    TableKind::new("credit_lines", &["id", "programme", "bank", "source"], read);

const NO_LENDER: Contradiction = Contradiction {
    fa: "این نهاد نه بانک عامل است و نه صندوق.",
    en: "This body is neither an agent bank nor a fund.",
    hint_fa: "شناسهٔ بانک یا نوع آن را در جدول \u{2066}organisations\u{2069} درست کنید.",
    hint_en: "Mend the id of the bank, or its kind in the table organisations.",
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    let programme = ProgrammeId::new(row.required("programme"));
    row.refer("programme", "programmes", draft.programmes.contains_key(&programme));
    let unit = draft.unit(row);
    let line = CreditLine {
        id: CreditLineId::new(row.required("id")),
        programme,
        fund_source: row.bilingual("fund_source_fa", "fund_source_en"),
        bank: lender(row, draft),
        rate: rate(row),
        cap: cap(row, draft, &unit),
        unit,
        target: row.word("target"),
        legal_basis: row.bilingual("legal_basis_fa", "legal_basis_en"),
        period: row.period("period"),
        source: draft.source(row),
    };
    if row.is_sound() {
        draft.data.registers.credit_lines.push(line);
    }
}

fn lender(row: &mut RowReader<'_>, draft: &Draft) -> OrganisationId {
    let id = OrganisationId::new(row.required("bank"));
    let known = draft.data.registers.organisations.iter().find(|one| one.id == id);
    row.refer("bank", "organisations", known.is_some());
    let lends = |kind| matches!(kind, OrganisationKind::AgentBank | OrganisationKind::Fund);
    if known.is_some_and(|one| !lends(one.kind)) {
        row.contradict("bank", &NO_LENDER);
    }
    id
}

fn rate(row: &mut RowReader<'_>) -> Option<Decimal> {
    let rate = row.decimal("rate")?;
    let most = Decimal::from_int(100);
    if rate.is_negative() || rate > most {
        let finding = messages::out_of_range(row.text("rate"), Some(Decimal::ZERO), Some(most));
        row.report("rate", finding);
    }
    Some(rate)
}

/// A line that lends nothing is none.
fn cap(row: &mut RowReader<'_>, draft: &Draft, unit: &UnitId) -> Option<Decimal> {
    let cap = draft.amount(row, "cap", unit)?;
    if cap.is_negative() || cap.is_zero() {
        let finding = messages::out_of_range(row.text("cap"), Some(Decimal::from_int(1)), None);
        row.report("cap", finding);
    }
    Some(cap)
}
