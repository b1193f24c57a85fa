//! Sorting with one copy of the sorting code, whatever is sorted: the standard library's is compiled
//! anew for each type, which the page's download would carry.

use std::cmp::Ordering;

/// The items in order; equal ones stay as they stood.
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(
        items.len(),
        &|one, two| match (items.get(one), items.get(two)) {
            (Some(one), Some(two)) => compare(one, two),
            _ => Ordering::Equal,
        },
    );
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|place| slots.get_mut(place).and_then(Option::take))
        .collect()
}

/// The items by a whole number; equal ones stay as they stood.
pub(crate) fn sorted_by_key<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    sorted(items, |one, two| key(one).cmp(&key(two)))
}

/// The places of the items in order.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&one, &two| compare(one, two));
    places
}
