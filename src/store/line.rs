//! Which of two copies is behind the other, by what each has been through.

/// Whether who went through `other` went through all of `one`, in that order, and further.
pub fn is_behind<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    let mut rest = other.iter();
    one.len() < other.len() && one.iter().all(|content| rest.any(|passed| passed == content))
}

/// The ways of a copy that was made of what had come along one of `bases`, where `way` is what the copy tells: it
/// has gone on from there, whether it says so or not. Where it tells of none of them, it has gone on from each.
pub fn ways_since<T: Clone + PartialEq>(way: &[T], bases: &[Vec<T>]) -> Vec<Vec<T>> {
    if bases.iter().any(|base| way.starts_with(base)) {
        return vec![way.to_vec()];
    }
    bases.iter().map(|base| way_since(way, base)).collect()
}

/// What both tell alike at the beginning is one past; what stands at the end is always the copy's own.
fn way_since<T: Clone + PartialEq>(way: &[T], base: &[T]) -> Vec<T> {
    let alike = way.iter().zip(base).take_while(|(one, other)| one == other).count();
    let alike = alike.min(way.len().saturating_sub(1));
    let mut all = base.to_vec();
    all.extend_from_slice(way.get(alike..).unwrap_or_default());
    all.dedup();
    all
}
