//! Sorting by the standard library's sort, whatever is sorted by one copy of it: places are sorted, not items. A page that
//! sorts some forty kinds of items would carry its code as often.

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
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let take = |place: usize| items.get_mut(place).and_then(Option::take);
    order.into_iter().filter_map(take).collect()
}

/// The items by a whole number; equal ones stay as they stood.
pub(crate) fn sorted_by_key<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    sorted(items, |one, two| key(one).cmp(&key(two)))
}

/// The places of the items in order; equal ones as they stand.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, two| compare(*one, *two));
    places
}

/// The places by a whole number each, equal ones as they stood in `places`.
pub(crate) fn by_number(mut places: Vec<usize>, number: &dyn Fn(usize) -> u64) -> Vec<usize> {
    places.sort_by_cached_key(|place| number(*place));
    places
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
