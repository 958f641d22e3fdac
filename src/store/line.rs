//! Which of two copies is behind the other, by what each has been through.

/// Whether who went through `other` went through all of `one`, in that order, and further.
pub fn is_behind<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    let mut rest = other.iter();
    one.len() < other.len() && one.iter().all(|content| rest.any(|passed| passed == content))
}
