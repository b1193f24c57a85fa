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
