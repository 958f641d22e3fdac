//! Where a figure was read.

use super::id::SourceId;
use crate::diag::Bilingual;
use crate::spec::coded;

coded! {
    /// What kind of document it is.
    SourceKind {
        /// A news release read on the web.
        Press = "press",
        /// One of the five texts S0 to S4.
        SourceText = "source_text",
        /// A census table.
        Census = "census",
        /// A published list, such as the division of the country.
        List = "list",
        /// Entered by a person on this device.
        Own = "own",
        /// Made up to show how a view works.
        Example = "example",
        /// A register of single records, such as that of the cooperatives.
        Register = "register",
        /// A decree, a circular or minutes: what was ordered or agreed.
        Decree = "decree",
    }
}

coded! {
    /// How well the day of publication is known.
    Precision {
        /// The day is printed.
        Day = "day",
        /// Only the month is printed.
        Month = "month",
        /// Only the year is printed.
        Year = "year",
        /// The month is our estimate («برآوردی»).
        InferredMonth = "inferred-month",
        /// The year is our estimate («برآوردی»).
        InferredYear = "inferred-year",
        /// Nothing is known.
        Unknown = "unknown",
    }
}

impl Precision {
    /// Whether the date is our estimate and must be shown as one.
    pub const fn is_inferred(self) -> bool {
        matches!(self, Self::InferredMonth | Self::InferredYear)
    }
}

/// Date of publication, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Jalali: `1401-02-18`, `1400-11`, `1400`, or empty.
    pub date: String,
    /// How well it is known.
    pub precision: Precision,
}

/// What those ask who check a document or pass it on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// Who wrote it, or spoke; may be empty.
    pub author: Bilingual,
    /// Under which terms it may be passed on; empty where nobody has said.
    pub licence: Bilingual,
    /// SHA-256 of the file that was read: 64 hexadecimal digits in small letters, or empty. Not packed:
    /// no page tells it.
    #[cfg(feature = "complete")]
    pub sha256: String,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id.
    pub id: SourceId,
    /// Kind.
    pub kind: SourceKind,
    /// Title as printed.
    pub title: Bilingual,
    /// Who published it.
    pub publisher: Bilingual,
    /// When.
    pub published: Published,
    /// Address, empty when there is none. Shown as a link only if it is http or https.
    pub url: String,
    /// How it was read, such as from an archived copy.
    pub accessed: Bilingual,
    /// Author and licence.
    pub imprint: Imprint,
}

/// Place inside a document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locator {
    /// The headline.
    Headline,
    /// Paragraph, counted from 1.
    Paragraph(u32),
    /// Table row of a table published with the package.
    Row(u32),
    /// Nobody wrote it down.
    NotRecorded,
}
