//! V13: a group has as many members at once as it is said to have, each of them once, and one in each
//! province where that is said of it.

use super::finding;
use crate::check::index::Index;
use crate::check::naming::spoken;
use crate::check::words::{count, counted_as};
use crate::diag::Bilingual;
use crate::model::{Area, AreaId, Finding, Group, Level, Validity, Verdict};
use crate::number::Decimal;

pub(super) fn check(index: &Index<'_>) -> Vec<Finding> {
    let groups = || index.dataset.groups.values();
    groups()
        .filter_map(size)
        .chain(groups().filter_map(|group| repeated(index, group)))
        .chain(groups().filter_map(|group| one_each(index, group)))
        .collect()
}

fn size(group: &Group) -> Option<Finding> {
    let members = group.most_members(|_| true);
    let expected = Decimal::from_int(group.expected.into());
    let counted = Decimal::from_int(i64::try_from(members).ok()?);
    let said = counted_as(usize::try_from(group.expected).ok()?, ["member is", "members are"]);
    let there = counted_as(members, ["is", "are"]);
    let verdict = if expected == counted { Verdict::Pass } else { Verdict::Fail };
    let name = spoken(&group.name);
    let message = Bilingual::new(
        format!("{}: {} عضو گفته شده و {} عضو نوشته شده است.", name.fa, said.fa, there.fa),
        format!("{}: {} stated, {} listed.", name.en, said.en, there.en),
    );
    Some(super::with_values(finding("V13", verdict, &[], message), expected, counted))
}

fn repeated(index: &Index<'_>, group: &Group) -> Option<Finding> {
    let mut areas: Vec<(&AreaId, Validity)> =
        group.known().map(|(member, area)| (area, member.valid)).collect();
    areas.sort();
    // In the order of days, one that is a member twice on some day is so beside the next.
    let at_once = |pair: &&[(&AreaId, Validity)]| matches!(pair, [one, other] if one.0 == other.0 && one.1.overlaps(other.1));
    let [(again, _), _] = areas.windows(2).find(at_once)? else { return None };
    let [of, name] = [&group.name, &index.dataset.areas.get(again)?.name].map(spoken);
    let message = Bilingual::new(
        format!("{}: {} در یک زمان دو بار عضو است.", of.fa, name.fa),
        format!("{}: {} is a member twice at once.", of.en, name.en),
    );
    Some(finding("V13", Verdict::Fail, &[], message))
}

/// Known or not, a member names its province: each of the list has one, none has two.
fn one_each(index: &Index<'_>, group: &Group) -> Option<Finding> {
    let areas = &index.dataset.areas;
    let first = group.members.first().filter(|_| group.one_per_province)?;
    let list = areas.get(&first.province)?.division;
    let provinces: Vec<&Area> = areas.at_level(list, Level::Province, None).collect();
    let members = |province: &Area| group.most_members(|member| member.province == province.id);
    let counted = provinces.iter().map(|province| (*province, members(province)));
    let wrong: Vec<Bilingual> = counted
        .filter(|(_, members)| *members != 1)
        .map(|(province, members)| has(province, members))
        .collect();
    let verdict = if wrong.is_empty() { Verdict::Pass } else { Verdict::Fail };
    Some(finding("V13", verdict, &[], each(&spoken(&group.name), provinces.len(), &wrong)))
}

/// «از هر استان یک عضو گفته شده است؛ مرکزی عضوی ندارد، گیلان ۲ عضو دارد.»
fn each(name: &Bilingual, provinces: usize, wrong: &[Bilingual]) -> Bilingual {
    if wrong.is_empty() {
        let all = counted_as(provinces, ["province", "provinces"]);
        return Bilingual::new(
            format!("{}: از هر یک از {} استان یک عضو هست.", name.fa, all.fa),
            format!("{}: there is one member in each of {}.", name.en, all.en),
        );
    }
    let told = |pick: fn(&Bilingual) -> &str, comma: &str| {
        wrong.iter().map(pick).collect::<Vec<_>>().join(comma)
    };
    let (fa, en) = (told(|has| &has.fa, "، "), told(|has| &has.en, ", "));
    Bilingual::new(
        format!("{}: از هر استان یک عضو گفته شده است؛ {fa}.", name.fa),
        format!("{}: one member in each province is stated; {en}.", name.en),
    )
}

/// «گیلان ۲ عضو دارد», «مرکزی عضوی ندارد»
fn has(province: &Area, members: usize) -> Bilingual {
    let Bilingual { fa, en } = spoken(&province.name);
    match members {
        0 => Bilingual::new(format!("{fa} عضوی ندارد"), format!("{en} has none")),
        _ => {
            let many = count(members);
            Bilingual::new(format!("{fa} {} عضو دارد", many.fa), format!("{en} has {}", many.en))
        }
    }
}
