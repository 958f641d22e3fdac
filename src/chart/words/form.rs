//! What the form of a row says: its stage of money, the state of its work, and how settled it is.

use super::name::code_word;
use super::words;
use crate::chart::prepared::Form;
use crate::list::{insert_sorted, join_said};
use crate::model::{ActionStatus, Dataset, MeasureId, ObservationId, Scenario, Stage, Status};
use crate::query::Row;
use crate::text::Lang;

/// What the forms of rows depend on besides the rows, found once for all of them.
#[derive(Clone, Debug, Default)]
pub(in crate::chart) struct Forms {
    /// Measures whose figures are told by stage, so that one without a stage leaves it open.
    staged: Vec<MeasureId>,
    /// Figures that were another before.
    changed: Vec<ObservationId>,
}

/// What the figures behind a row are said to be.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::chart) struct Settled {
    estimated: bool,
    provisional: bool,
    /// One of them, and all of them.
    carried: [bool; 2],
    revised: bool,
}

impl Forms {
    pub(in crate::chart) fn of(dataset: &Dataset, rows: &[Row]) -> Self {
        let mut forms = Self::default();
        let mut bare = Vec::new();
        for row in rows.iter().filter(|row| is_bare(row)) {
            insert_sorted(&mut bare, &row.measure);
        }
        for measure in bare {
            let mut own = dataset.observations.values().filter(|one| one.measure == *measure);
            if own.any(|one| one.stage.is_some()) {
                insert_sorted(&mut forms.staged, measure.clone());
            }
        }
        for change in dataset.revisions.iter().filter(|change| change.before.is_some()) {
            insert_sorted(&mut forms.changed, change.observation.clone());
        }
        forms
    }

    /// What the figures of a row are said to be.
    pub(in crate::chart) fn settled(&self, dataset: &Dataset, row: &Row) -> Settled {
        let mut settled =
            Settled { carried: [false, !row.evidence.is_empty()], ..Settled::default() };
        for id in &row.evidence {
            settled.revised |= self.changed.binary_search(id).is_ok();
            let status = dataset.observations.get(id).map(|one| one.status);
            match status {
                Some(Status::Estimated) => settled.estimated = true,
                Some(Status::Provisional) => settled.provisional = true,
                Some(Status::Carried) => settled.carried[0] = true,
                Some(Status::Revised) => settled.revised = true,
                _ => {}
            }
            settled.carried[1] &= status == Some(Status::Carried);
        }
        settled
    }

    /// What the form of a row must say.
    pub(in crate::chart) fn form(&self, row: &Row, settled: Settled) -> Form {
        if settled.carried[1] {
            return Form::Carried;
        }
        match (row.key.scenario, row.key.stage, row.key.action_status) {
            (Some(Scenario::Planned), ..) | (_, _, Some(ActionStatus::Planned)) => Form::Planned,
            (Some(Scenario::Target), ..) => Form::Target,
            (Some(Scenario::Forecast), ..) => Form::Forecast,
            (_, _, Some(ActionStatus::InHand)) => Form::InHand,
            (
                _,
                Some(
                    Stage::Quota
                    | Stage::Allocated
                    | Stage::Applied
                    | Stage::Referred
                    | Stage::Approved
                    | Stage::Contracted,
                ),
                _,
            ) => Form::Approved,
            (None, None, None) if self.staged.contains(&row.measure) => Form::Unstated,
            _ if settled.estimated || settled.provisional => Form::Estimated,
            _ => Form::Actual,
        }
    }

    /// The word for the form: the stage of money, else the status of the work, else the scenario where
    /// it is no plain fact; and that the stage is not told, where there should be one.
    pub(in crate::chart) fn word(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        let (list, code) = match (row.key.scenario, row.key.stage, row.key.action_status) {
            (Some(scenario), ..) if scenario != Scenario::Actual => ("scenario", scenario.code()),
            (_, Some(stage), _) => ("stage", stage.code()),
            (_, _, Some(status)) => ("action_status", status.code()),
            _ if self.is_unstated(dataset, row) => return words(lang).stage_not_told.to_owned(),
            _ => return String::new(),
        };
        code_word(dataset, list, code, lang)
    }

    fn is_unstated(&self, dataset: &Dataset, row: &Row) -> bool {
        is_bare(row)
            && self.staged.contains(&row.measure)
            && self.form(row, self.settled(dataset, row)) == Form::Unstated
    }
}

/// Whether nothing tells the form of a row.
const fn is_bare(row: &Row) -> bool {
    matches!((row.key.scenario, row.key.stage, row.key.action_status), (None, None, None))
}

impl Settled {
    /// What a reader must know of the figures: that one is estimated, provisional, carried from another
    /// time, or was another before; empty for any other row.
    pub(in crate::chart) fn word(self, dataset: &Dataset, lang: Lang) -> String {
        let mut told = String::new();
        for (is, status) in [
            (self.estimated, Status::Estimated),
            (self.provisional, Status::Provisional),
            (self.carried[0], Status::Carried),
            (self.revised, Status::Revised),
        ] {
            if is {
                let word = code_word(dataset, "status", status.code(), lang);
                told = join_said(&[&told, &word], words(lang).comma);
            }
        }
        told
    }
}
