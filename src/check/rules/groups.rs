//! V13: a group has as many members as it is said to have, each of them once.

use super::finding;
use crate::check::index::Index;
use crate::check::words::counted_as;
use crate::diag::Bilingual;
use crate::model::{AreaId, Finding, Group, Verdict};
use crate::number::Decimal;

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let groups = || index.dataset.groups.values();
    groups()
        .filter_map(size)
        .chain(groups().filter_map(|group| repeated(index, group)))
        .collect()
}

fn size(group: &Group) -> Option<Finding> {
    let members = group.members.len();
    let expected = Decimal::from_int(group.expected.into());
    let counted = Decimal::from_int(i64::try_from(members).ok()?);
    let said = counted_as(usize::try_from(group.expected).ok()?, ["member is", "members are"]);
    let there = counted_as(members, ["is", "are"]);
    let verdict = if expected == counted { Verdict::Pass } else { Verdict::Fail };
    let message = Bilingual::new(
        format!("{}: {} عضو گفته شده و {} عضو نوشته شده است.", group.name.fa, said.fa, there.fa),
        format!("{}: {} stated, {} listed.", group.name.en, said.en, there.en),
    );
    Some(super::with_values(finding("V13", verdict, &[], message), expected, counted))
}

fn repeated(index: &Index<'_>, group: &Group) -> Option<Finding> {
    let mut areas: Vec<&AreaId> = group.known().map(|(_, area)| area).collect();
    areas.sort();
    let [again, _] = areas.windows(2).find(|pair| matches!(pair, [one, other] if one == other))?
    else {
        return None;
    };
    let name = &index.dataset.areas.get(again)?.name;
    let message = Bilingual::new(
        format!("{}: {} دو بار عضو است.", group.name.fa, name.fa),
        format!("{}: {} is a member twice.", group.name.en, name.en),
    );
    Some(finding("V13", Verdict::Fail, &[], message))
}
