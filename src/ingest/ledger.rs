//! What was found and how many rows were taken, while a package is read.

use serde::Serialize;

use super::{limits, messages};
use crate::diag::{Diagnostic, Severity};

/// Rows of all tables, without headings and blank rows. Read = accepted + rejected, always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Rows that were there.
    pub read: u32,
    /// Rows that stand in the data set.
    pub accepted: u32,
    /// Rows that were left out; each has a diagnostic of its own or of its table.
    pub rejected: u32,
}

/// Findings and counts.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    findings: Vec<Diagnostic>,
    dropped: u32,
    worst_dropped: Option<Severity>,
    counts: Counts,
}

impl Ledger {
    pub(super) fn note(&mut self, finding: Diagnostic) {
        if self.findings.len() < limits::FINDINGS {
            self.findings.push(finding);
        } else {
            self.dropped = self.dropped.saturating_add(1);
            self.worst_dropped = self.worst_dropped.max(Some(finding.severity));
        }
    }

    /// Counts one row that was read.
    pub(super) fn count(&mut self, accepted: bool) {
        self.counts.read += 1;
        if accepted { self.counts.accepted += 1 } else { self.counts.rejected += 1 }
    }

    /// Takes back a row that had been accepted: what it leans on is not there.
    pub(super) fn take_back(&mut self, finding: Diagnostic) {
        self.counts.accepted = self.counts.accepted.saturating_sub(1);
        self.counts.rejected += 1;
        self.note(finding);
    }

    pub(super) fn close(mut self) -> (Vec<Diagnostic>, Counts) {
        if let Some(severity) = self.worst_dropped {
            self.findings.push(messages::more_findings(self.dropped, severity));
        }
        (self.findings, self.counts)
    }
}
