//! Stable ASCII names of things; never a display name, never a bare code.

use serde::{Deserialize, Serialize};

use crate::spec::FromSpec;

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it stands.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromSpec for $name {
            fn read(value: &crate::spec::Value) -> Result<Self, crate::spec::Fault> {
                String::read(value).map(Self)
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn shape() -> crate::spec::Shape {
                crate::spec::Shape::Text
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

identifiers! {
    /// An area in one division, `1108@1395`: code and the year of the list it stands in.
    AreaId,
    /// A named set of areas across the tree, such as `target31`.
    GroupId,
    /// A measure, such as `facility_amount`.
    MeasureId,
    /// A unit, such as `billion_rial`.
    UnitId,
    /// A programme or credit line, such as `resistance_economy`.
    ProgrammeId,
    /// A document, such as `S4`.
    SourceId,
    /// One figure, such as `O017`.
    ObservationId,
    /// One statement without a figure, such as `C001`.
    StatementId,
    /// A pair of figures that may be set side by side.
    ComparisonId,
    /// A rule that figures must keep, such as `C22`.
    RuleId,
    /// An order to report.
    DirectiveId,
    /// A body that acts.
    OrganisationId,
    /// A project.
    ProjectId,
    /// A cooperative: the national id of the legal entity.
    CooperativeId,
    /// A line of credit.
    CreditLineId,
    /// A development plan.
    PlanId,
    /// An action of a plan.
    ActionId,
    /// A set of measures that is reported together.
    ReportingSetId,
    /// A record that names its place.
    RecordId,
    /// A note on a table, a row or a cell.
    NoteId,
}
