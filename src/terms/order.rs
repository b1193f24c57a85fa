//! Sorting with one copy of the sorting code, whatever is sorted: the standard library's is compiled
//! anew for each type, which the page's download would carry.

use std::cmp::Ordering;

/// The items in order; equal ones stay as they stood.
pub(crate) fn sorted<T>(mut items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(
        items.len(),
        &|one, two| match (items.get(one), items.get(two)) {
            (Some(one), Some(two)) => compare(one, two),
            _ => Ordering::Equal,
        },
    );
    put_in(order, &mut |one, two| items.swap(one, two));
    items
}

/// Puts items into an order by exchanging two at a time.
fn put_in(mut order: Vec<usize>, exchange: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        // What goes here lies elsewhere, what goes there elsewhere again, and so on in a ring.
        let mut place = start;
        while let Some(from) = order
            .get_mut(place)
            .map(|from| std::mem::replace(from, place))
            && from != start
        {
            exchange(place, from);
            place = from;
        }
    }
}

/// The items by a whole number; equal ones stay as they stood.
pub(crate) fn sorted_by_key<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    sorted(items, |one, two| key(one).cmp(&key(two)))
}

/// The places of the items in order; equal ones as they stand. A merge of ever longer runs: the standard library's sort
/// takes 5 KB of code.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut length = 1;
    while length < count {
        let mut merged = Vec::with_capacity(count);
        for two in places.chunks(2 * length) {
            merge(two.split_at(length.min(two.len())), compare, &mut merged);
        }
        places = merged;
        length *= 2;
    }
    places
}

/// Puts the places of two runs, each in order, below others as one run.
fn merge(
    (mut one, mut other): (&[usize], &[usize]),
    compare: &dyn Fn(usize, usize) -> Ordering,
    merged: &mut Vec<usize>,
) {
    while let (Some((&first, rest)), Some((&second, other_rest))) =
        (one.split_first(), other.split_first())
    {
        if compare(first, second).is_gt() {
            merged.push(second);
            other = other_rest;
        } else {
            merged.push(first);
            one = rest;
        }
    }
    merged.extend_from_slice(one);
    merged.extend_from_slice(other);
}

/// The places of the items by a whole number each, equal ones as they stood in `places`. Each of its
/// passes takes as long for a row among a million as among a thousand.
pub(crate) fn by_number(mut places: Vec<usize>, number: &dyn Fn(usize) -> u32) -> Vec<usize> {
    const BITS: u32 = 11;
    const MASK: u32 = (1 << BITS) - 1;
    let largest = places.iter().map(|&place| number(place)).max();
    let mut shift = 0;
    while largest.is_some_and(|largest| largest.checked_shr(shift).unwrap_or(0) > 0) {
        let digit = |place: usize| ((number(place) >> shift) & MASK) as usize;
        places = by_digit(&places, 1 << BITS, &digit);
        shift += BITS;
    }
    places
}

/// The places by a digit each: how many have each, where the first of them goes, and there they go.
fn by_digit(places: &[usize], digits: usize, digit: &dyn Fn(usize) -> usize) -> Vec<usize> {
    let mut next = vec![0; digits + 1];
    for &place in places {
        if let Some(count) = next.get_mut(digit(place) + 1) {
            *count += 1;
        }
    }
    let mut start = 0;
    for slot in &mut next {
        start += *slot;
        *slot = start;
    }
    let mut sorted = vec![0; places.len()];
    for &place in places {
        if let Some(slot) = next.get_mut(digit(place)) {
            if let Some(target) = sorted.get_mut(*slot) {
                *target = place;
            }
            *slot += 1;
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_sorted_as_by_the_standard_library() {
        for count in 0..70_usize {
            // Many are equal but for their place, which shows whether those stay as they stood.
            let items: Vec<(usize, usize)> =
                (0..count).map(|place| (place * 31 % 7, place)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(number, _)| *number);
            let found = sorted(items, |(one, _), (two, _)| one.cmp(two));
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn places_by_number_are_those_of_a_stable_sort() {
        let numbers: Vec<u32> = (0..5_000_u32)
            .map(|seed| seed.wrapping_mul(2_654_435_761) >> (seed % 32))
            .chain([0, u32::MAX, 7, 7])
            .collect();
        let mut expected: Vec<usize> = (0..numbers.len()).collect();
        expected.sort_by_key(|&place| numbers[place]);
        let found = by_number((0..numbers.len()).collect(), &|place| numbers[place]);
        assert_eq!(found, expected);
        assert_eq!(by_number(Vec::new(), &|_| 0), Vec::<usize>::new());
    }
}
