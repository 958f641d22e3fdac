//! V13: a group has as many members at once as it is said to have, each of them once.

use super::finding;
use crate::check::index::Index;
use crate::check::words::{Origin, number};
use crate::diag::Bilingual;
use crate::model::{AreaId, Finding, Group, Verdict};
use crate::number::{Decimal, Interval};

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    index
        .dataset
        .groups
        .values()
        .filter_map(size)
        .chain(index.dataset.groups.values().filter_map(|group| repeated(index, group)))
        .collect()
}

fn size(group: &Group) -> Option<Finding> {
    let members = i64::try_from(group.most_members()).ok()?;
    let [expected, counted] = [i64::from(group.expected), members].map(Decimal::from_int);
    let [said, there] =
        [expected, counted].map(|count| number(Interval::exact(count), Origin::Stated));
    let verdict = if expected == counted { Verdict::Pass } else { Verdict::Fail };
    let message = Bilingual::new(
        format!("{}: {} عضو گفته شده و {} عضو نوشته شده است.", group.name.fa, said.fa, there.fa),
        format!("{}: {} members are stated, {} are listed.", group.name.en, said.en, there.en),
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
