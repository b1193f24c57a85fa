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
pub(crate) fn by_number(places: Vec<usize>, number: &dyn Fn(usize) -> u64) -> Vec<usize> {
    let mut numbered: Vec<(u64, usize)> = places
        .into_iter()
        .map(|place| (number(place), place))
        .collect();
    let largest = numbered.iter().map(|&(number, _)| number).max();
    let mut shift = 0;
    while largest.is_some_and(|largest| largest.unbounded_shr(shift) > 0) {
        numbered = by_digit(&numbered, shift);
        shift += DIGIT;
    }
    numbered.into_iter().map(|(_, place)| place).collect()
}

/// How many bits of a number are looked at in one pass.
const DIGIT: u32 = 11;

/// Numbers with their places by a digit of the numbers: how many have each, where the first of them
/// goes, and there they go.
fn by_digit(numbered: &[(u64, usize)], shift: u32) -> Vec<(u64, usize)> {
    let digit = |number: u64| (number >> shift) as usize & ((1 << DIGIT) - 1);
    let mut next = vec![0; 1 << DIGIT];
    for &(number, _) in numbered {
        if let Some(count) = next.get_mut(digit(number)) {
            *count += 1;
        }
    }
    let mut start = 0;
    for slot in &mut next {
        start += std::mem::replace(slot, start);
    }
    let mut sorted = vec![(0, 0); numbered.len()];
    for &(number, place) in numbered {
        if let Some(slot) = next.get_mut(digit(number)) {
            if let Some(target) = sorted.get_mut(*slot) {
                *target = (number, place);
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
        let numbers: Vec<u64> = (0..5_000_u64)
            .map(|seed| seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (seed % 64))
            .chain([0, u64::MAX, 7, 7])
            .collect();
        let mut expected: Vec<usize> = (0..numbers.len()).collect();
        expected.sort_by_key(|&place| numbers[place]);
        let found = by_number((0..numbers.len()).collect(), &|place| numbers[place]);
        assert_eq!(found, expected);
        assert_eq!(by_number(Vec::new(), &|_| 0), Vec::<usize>::new());
    }
}
