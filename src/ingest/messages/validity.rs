//! What is wrong with the days on which something holds.

use super::{about, shown};
use crate::diag::Diagnostic;

/// `area` is the one that the code names already.
pub(in crate::ingest) fn code_taken(code: &str, area: &str) -> Diagnostic {
    let area = shown(area);
    let message = about(
        code,
        &format!("در همین روزها کدِ ناحیهٔ «{area}» از همین فهرست است؛ این ردیف کنار گذاشته شد."),
        &format!(
            "is the code of “{area}” in the same list on the same days; this row was left out."
        ),
    );
    Diagnostic::error("area-code/taken", message).with_hint(
        "روزهای اعتبار دو ردیف را از هم جدا کنید، یا کد را درست کنید.",
        "Part the days of the two rows, or mend the code.",
    )
}
