//! Codes of a form, where an empty one says nothing.

use crate::spec::{Coded, from_code};

/// An optional code: empty reads as nothing said, one that is not in the list as `None`.
pub(super) fn optional<T: Coded>(code: &str) -> Option<Option<T>> {
    if code.is_empty() { Some(None) } else { from_code(code).map(Some) }
}
