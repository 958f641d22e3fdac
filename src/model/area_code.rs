//! What areas are called in the code lists of others. A code says nothing without its list and its days.

use super::id::AreaId;
use super::validity::Validity;
use crate::spec::coded;

coded! {
    /// Whose code it is (code list `area_scheme`).
    AreaScheme {
        /// مرکز آمار ایران
        Sci = "SCI",
        /// ISO 3166-2, whose codes of the provinces were numbered anew.
        Iso = "ISO3166-2:IR",
        /// وزارت کشور
        Moi = "MOI",
    }
}

/// One code of one area. Of the areas of one division, a code names at most one on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaCode {
    /// The area.
    pub area: AreaId,
    /// Whose code it is.
    pub scheme: AreaScheme,
    /// The code.
    pub code: String,
    /// On which days it means this area.
    pub valid: Validity,
}
