//! One sorting routine for every kind of list: a generic sort is written out again for each type,
//! which costs the browser more bytes than all queries together.

use std::cmp::Ordering;

/// The list in the order that `compare` gives; equal items keep their places.
pub fn in_order<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let by_place = |left: usize, right: usize| match (items.get(left), items.get(right)) {
        (Some(left), Some(right)) => compare(left, right),
        _ => Ordering::Equal,
    };
    let places = sorted_places(items.len(), &by_place);
    let mut slots: Vec<Option<T>> = Vec::with_capacity(items.len());
    for item in items {
        slots.push(Some(item));
    }
    let mut sorted = Vec::with_capacity(slots.len());
    for place in places {
        if let Some(item) = slots.get_mut(place).and_then(Option::take) {
            sorted.push(item);
        }
    }
    sorted
}

fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|left, right| compare(*left, *right));
    places
}

/// Puts an item in its place in a sorted list, unless it stands there already.
pub fn insert_sorted<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(place) = list.binary_search(&item) {
        list.insert(place, item);
    }
}

/// Whether two of the values differ.
pub fn differ<T: PartialEq>(mut values: impl Iterator<Item = T>) -> bool {
    let Some(first) = values.next() else { return false };
    values.any(|value| value != first)
}
