//! The whole data set, table by table.

use litemap::LiteMap;

use super::Packed;
use super::reader::Reader;
use super::writer::Writer;
use crate::list::Gather;
use crate::model::{AreaTree, CodeBook, CodeEntry, Dataset, Registers, Unit, UnitTable};

pub(super) fn write(data: &Dataset, out: &mut Writer) {
    data.name.write(out);
    data.version.write(out);
    data.title.write(out);
    data.example.write(out);
    items(data.areas.iter(), out);
    data.tiles.write(out);
    items(data.units.iter(), out);
    items(data.measures.values(), out);
    items(data.programmes.values(), out);
    items(data.sources.values(), out);
    items(data.groups.values(), out);
    items(data.observations.values(), out);
    data.statements.write(out);
    data.comparisons.write(out);
    data.revisions.write(out);
    data.successions.write(out);
    write_codes(&data.codes, out);
    write_rest(data, out);
}

/// Last of all, so that a page that shows neither borders nor deadlines need not read them.
#[cfg(feature = "complete")]
fn write_rest(data: &Dataset, out: &mut Writer) {
    data.recounts.write(out);
    data.deadlines.write(out);
}

#[cfg(not(feature = "complete"))]
fn write_rest(_: &Dataset, out: &mut Writer) {
    out.number(0);
    out.number(0);
}

fn items<'a, T: Packed + 'a>(items: impl Iterator<Item = &'a T>, out: &mut Writer) {
    let items: Vec<&T> = items.gather();
    out.number(items.len() as u128);
    for item in items {
        item.write(out);
    }
}

fn write_codes(codes: &CodeBook, out: &mut Writer) {
    let lists: Vec<&str> = codes.lists().gather();
    out.number(lists.len() as u128);
    for list in lists {
        out.text(list);
        let entries: Vec<(&str, &CodeEntry)> = codes.entries(list).gather();
        out.number(entries.len() as u128);
        for (code, entry) in entries {
            out.text(code);
            entry.write(out);
        }
    }
}

pub(super) fn read(from: &mut Reader<'_>) -> Dataset {
    let (name, version, title, example) =
        (from.text(), from.text(), Packed::read(from), Packed::read(from));
    let (areas, refused) = AreaTree::restore(Packed::read(from));
    if !refused.is_empty() {
        from.refuse();
    }
    let tiles = Packed::read(from);
    let units: Vec<Unit> = Packed::read(from);
    Dataset {
        name,
        version,
        title,
        example,
        areas,
        tiles,
        units: UnitTable::new(units),
        measures: by_id(from, |measure: &crate::model::Measure| measure.id.clone()),
        programmes: by_id(from, |programme: &crate::model::Programme| programme.id.clone()),
        sources: by_id(from, |source: &crate::model::Source| source.id.clone()),
        groups: by_id(from, |group: &crate::model::Group| group.id.clone()),
        observations: by_id(from, |one: &crate::model::Observation| one.id.clone()),
        not_known: Vec::new(),
        statements: Packed::read(from),
        comparisons: Packed::read(from),
        revisions: Packed::read(from),
        successions: Packed::read(from),
        registers: Registers::default(),
        outlines: crate::model::Outlines::default(),
        rules: Vec::new(),
        codes: read_codes(from),
        #[cfg(feature = "complete")]
        recounts: Packed::read(from),
        #[cfg(feature = "complete")]
        deadlines: Packed::read(from),
        #[cfg(not(feature = "complete"))]
        deadlines: Vec::new(),
        #[cfg(feature = "complete")]
        divided: LiteMap::new(),
        #[cfg(feature = "complete")]
        origins: crate::model::Origins::default(),
        #[cfg(feature = "complete")]
        lines: Vec::new(),
        #[cfg(feature = "complete")]
        told_apart: Vec::new(),
        #[cfg(feature = "complete")]
        legends: Vec::new(),
        #[cfg(feature = "complete")]
        area_codes: Vec::new(),
        #[cfg(feature = "complete")]
        corrections: Vec::new(),
        #[cfg(feature = "complete")]
        notes: Vec::new(),
        #[cfg(feature = "complete")]
        follow_up: std::collections::BTreeSet::new(),
    }
}

/// Items stand in the order of their ids; if they do not, the bytes are damaged.
fn by_id<K: Ord, T: Packed>(from: &mut Reader<'_>, id: fn(&T) -> K) -> LiteMap<K, T> {
    let mut items: Vec<(K, T)> = Vec::new();
    for _ in 0..from.small::<u32>() {
        if !from.is_sound() {
            break;
        }
        let item = T::read(from);
        let key = id(&item);
        if items.last().is_some_and(|(before, _)| *before >= key) {
            from.refuse();
        }
        items.push((key, item));
    }
    LiteMap::from_sorted_store_unchecked(items)
}

fn read_codes(from: &mut Reader<'_>) -> CodeBook {
    let mut codes = CodeBook::default();
    for _ in 0..from.small::<u16>() {
        let list = from.text();
        for _ in 0..from.small::<u16>() {
            let code = from.text();
            let entry = CodeEntry::read(from);
            codes.add(&list, &code, entry.name, entry.definition);
        }
    }
    codes
}
