//! Lists in little code.
//!
//! `Iterator::collect` and `slice::sort` are made for speed: each is written out again, in several
//! functions, for every type it is used with, and every reader of a page loads them all. A chart has
//! at most a few thousand rows, for which these are as good, at a fifth of the bytes.

use std::cmp::Ordering;

/// `gather` is a `collect` into a list.
pub trait Gather: Iterator + Sized {
    /// The items, in their order.
    ///
    /// ```
    /// use hamyar::list::Gather;
    /// assert_eq!((1..4).filter(|number| number % 2 == 1).gather(), [1, 3]);
    /// ```
    fn gather(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> Gather for I {}

/// The list in the order that `compare` gives; equal items keep their places.
pub fn in_order<T>(mut items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let by_place = |left: usize, right: usize| match (items.get(left), items.get(right)) {
        (Some(left), Some(right)) => compare(left, right),
        _ => Ordering::Equal,
    };
    for (place, other) in swaps(&sorted_places(items.len(), &by_place)).into_iter().enumerate() {
        items.swap(place, other);
    }
    items
}

/// Numbers from 0 in the order that `compare` gives: a merge sort from runs of one upwards.
fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        let mut rest = places.as_slice();
        while !rest.is_empty() {
            let (pair, after) = rest.split_at(rest.len().min(2 * run));
            let (left, right) = pair.split_at(pair.len().min(run));
            merge(left, right, compare, &mut merged);
            rest = after;
        }
        places = merged;
        run *= 2;
    }
    places
}

fn merge(
    mut left: &[usize],
    mut right: &[usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    // What is in order already, as most lists are, is told by one comparison.
    if let (Some(last), Some(first)) = (left.last(), right.first())
        && compare(*last, *first) != Ordering::Greater
    {
        merged.extend_from_slice(left);
        left = &[];
    }
    while let ([first, left_rest @ ..], [second, right_rest @ ..]) = (left, right) {
        if compare(*first, *second) == Ordering::Greater {
            merged.push(*second);
            right = right_rest;
        } else {
            merged.push(*first);
            left = left_rest;
        }
    }
    merged.extend_from_slice(left);
    merged.extend_from_slice(right);
}

/// For each place, from the first on, the place to swap its item with so that the items come to
/// stand as `places` says. What stood further ahead has been swapped away since: its swaps tell
/// whereto.
fn swaps(places: &[usize]) -> Vec<usize> {
    let mut swaps = Vec::with_capacity(places.len());
    for (place, from) in places.iter().enumerate() {
        let mut from = *from;
        while let (true, Some(moved)) = (from < place, swaps.get(from)) {
            from = *moved;
        }
        swaps.push(from);
    }
    swaps
}

/// The texts with `between` between them.
///
/// ```
/// assert_eq!(hamyar::list::join(&["a", "b"], ", "), "a, b");
/// ```
pub fn join<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut joined = String::new();
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            joined.push_str(between);
        }
        joined.push_str(text.as_ref());
    }
    joined
}

/// Those texts that say something, with `between` between them.
///
/// ```
/// assert_eq!(hamyar::list::join_said(&["a", "", "b"], ", "), "a, b");
/// ```
pub fn join_said(texts: &[&str], between: &str) -> String {
    join(&texts.iter().filter(|text| !text.is_empty()).gather(), between)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_list_is_put_in_order_and_equal_items_keep_their_places() {
        let mut state = 1_u64;
        for length in 0..70 {
            let mut items = Vec::new();
            for place in 0..length {
                state = state * 48_271 % 0x7FFF_FFFF;
                items.push((state % 9, place));
            }
            let mut expected = items.clone();
            expected.sort();
            assert_eq!(in_order(items, |one, other| one.0.cmp(&other.0)), expected);
        }
    }
}
