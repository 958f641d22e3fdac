//! What a figure or a word rests on, as the source card is asked for it.

use crate::list::{Gather, join};
use crate::model::{ObservationId, SourceId};

/// Before the id of a document that is itself the evidence, as of a membership, which is no figure.
const DOCUMENT: &str = "source=";

/// A figure by its id, such as `O017`, or a document, such as `source=S2`.
///
/// ```
/// use hamyar::chart::Evidence;
/// use hamyar::model::{ObservationId, SourceId};
/// assert_eq!(Evidence::figure(&ObservationId::new("O017")).as_str(), "O017");
/// assert_eq!(Evidence::document(&SourceId::new("S2")), Evidence::parse("source=S2"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence(String);

impl Evidence {
    /// A figure.
    pub fn figure(id: &ObservationId) -> Self {
        Self(id.to_string())
    }

    /// A document.
    pub fn document(id: &SourceId) -> Self {
        Self(join(&[DOCUMENT, id.as_str()], ""))
    }

    /// Several figures.
    pub(super) fn figures(ids: &[ObservationId]) -> Vec<Self> {
        ids.iter().map(Self::figure).gather()
    }

    /// Takes what [`Evidence::as_str`] gave.
    pub fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it crosses to a page.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The document, where it is one.
    pub(super) fn source(&self) -> Option<SourceId> {
        self.0.strip_prefix(DOCUMENT).map(SourceId::new)
    }
}
