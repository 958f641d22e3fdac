//! Which members of an "is below" relation hang in the air. Used for areas and for part-of.

use crate::list::Gather;

/// What a member stands below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parent {
    /// Nothing: it is a top.
    None,
    /// The member at this place of the list.
    At(usize),
    /// A member that does not exist.
    Unknown,
}

/// Why a member does not lead up to a top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HierarchyFault {
    /// It, or something above it, names a member that does not exist.
    NoParent,
    /// It stands above itself, or below something that does.
    Cycle,
}

#[derive(Clone, Copy)]
enum State {
    Unseen,
    OnPath,
    Known(Option<HierarchyFault>),
}

/// For each member the reason why no walk upwards ends at a top, `None` when one does.
///
/// Iterative, and each member is walked once, so that neither depth nor cycles cost stack or time.
///
/// ```
/// use hamyar::model::{HierarchyFault, Parent, hierarchy_faults};
/// let faults = hierarchy_faults(&[Parent::None, Parent::At(0), Parent::At(2), Parent::Unknown]);
/// let expected = [None, None, Some(HierarchyFault::Cycle), Some(HierarchyFault::NoParent)];
/// assert_eq!(faults, expected);
/// ```
pub fn hierarchy_faults(parents: &[Parent]) -> Vec<Option<HierarchyFault>> {
    let mut states = vec![State::Unseen; parents.len()];
    let mut path = Vec::new();
    for start in 0..parents.len() {
        let verdict = walk(start, parents, &mut states, &mut path);
        for member in path.drain(..) {
            set(&mut states, member, State::Known(verdict));
        }
    }
    let verdict = |state| if let State::Known(verdict) = state { verdict } else { None };
    states.into_iter().map(verdict).gather()
}

/// Walks upwards until something is known, and leaves the members passed in `path`.
fn walk(
    start: usize,
    parents: &[Parent],
    states: &mut [State],
    path: &mut Vec<usize>,
) -> Option<HierarchyFault> {
    let mut member = start;
    loop {
        match states.get(member) {
            Some(State::Known(verdict)) => return *verdict,
            Some(State::OnPath) => return Some(HierarchyFault::Cycle),
            Some(State::Unseen) => {}
            None => return Some(HierarchyFault::NoParent),
        }
        set(states, member, State::OnPath);
        path.push(member);
        match parents.get(member) {
            Some(Parent::At(above)) => member = *above,
            Some(Parent::None) => return None,
            Some(Parent::Unknown) | None => return Some(HierarchyFault::NoParent),
        }
    }
}

fn set(states: &mut [State], member: usize, state: State) {
    if let Some(place) = states.get_mut(member) {
        *place = state;
    }
}
