//! Which members of an "is below" relation hang in the air. Used for areas and for part-of.

use std::collections::BTreeMap;

/// Why a member does not lead up to a top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HierarchyFault {
    /// It, or something above it, names a member that does not exist.
    NoParent,
    /// It stands above itself, or below something that does.
    Cycle,
}

/// The members from which no walk upwards ends at a top, each with the reason.
///
/// `parents` maps each member to the one above it, `None` for a top. Works by spreading downwards
/// from the tops, so that neither depth nor cycles cost stack or more than one visit.
pub fn hierarchy_faults<'a>(
    parents: &BTreeMap<&'a str, Option<&'a str>>,
) -> BTreeMap<&'a str, HierarchyFault> {
    let mut below: BTreeMap<&str, Vec<&'a str>> = BTreeMap::new();
    let mut tops = Vec::new();
    let mut orphans = Vec::new();
    for (member, parent) in parents {
        match parent {
            None => tops.push(*member),
            Some(parent) if parents.contains_key(parent) => {
                below.entry(parent).or_default().push(member);
            }
            Some(_) => orphans.push(*member),
        }
    }
    let mut faults: BTreeMap<&str, HierarchyFault> =
        parents.keys().map(|member| (*member, HierarchyFault::Cycle)).collect();
    spread(orphans, &below, |member| {
        faults.insert(member, HierarchyFault::NoParent);
    });
    spread(tops, &below, |member| {
        faults.remove(member);
    });
    faults
}

/// Visits `start` and everything below it once: each member has one parent at most.
fn spread<'a>(
    start: Vec<&'a str>,
    below: &BTreeMap<&str, Vec<&'a str>>,
    mut visit: impl FnMut(&'a str),
) {
    let mut open = start;
    while let Some(member) = open.pop() {
        visit(member);
        open.extend(below.get(member).into_iter().flatten().copied());
    }
}
