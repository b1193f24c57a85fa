//! Sorting with a single copy of the standard library's sort, although the page sorts forty types of items. Only
//! indices are sorted, and the items are then put into that order.

use std::cmp::Ordering;

/// The items in order; ties keep their order.
pub fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &|one, two| match (items.get(one), items.get(two)) {
        (Some(one), Some(two)) => compare(one, two),
        _ => Ordering::Equal,
    });
    in_order(items, order)
}

/// The items in an order that has each index once.
pub fn in_order<T>(mut items: Vec<T>, order: Vec<usize>) -> Vec<T> {
    put_in(order, &mut |one, two| items.swap(one, two));
    items
}

/// Puts items into an order by swapping two at a time.
fn put_in(mut order: Vec<usize>, exchange: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        // The item for this place is elsewhere, the item for that place is elsewhere again, and so on in a cycle.
        let mut index = start;
        while let Some(from) = order.get_mut(index).map(|from| std::mem::replace(from, index))
            && from != start
        {
            exchange(index, from);
            index = from;
        }
    }
}

/// The items sorted by an integer. Ties keep their order.
pub fn sorted_by_key<T>(items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    sorted(items, |one, two| key(one).cmp(&key(two)))
}

/// The indices of the items in order; ties keep their order.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|one, two| compare(*one, *two));
    indices
}

/// The indices sorted by an integer each. Ties keep their order in `indices`.
pub fn by_number(indices: Vec<usize>, number: &dyn Fn(usize) -> u64) -> Vec<usize> {
    // Each is computed once, as in the standard library's `sort_by_cached_key`.
    let numbers: Vec<u64> = indices.iter().map(|index| number(*index)).collect();
    let order = order(indices.len(), &|one, two| numbers.get(one).cmp(&numbers.get(two)));
    let index = |at: usize| indices.get(at).copied();
    order.into_iter().filter_map(index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_sorted_as_by_the_standard_library() {
        for count in 0..70_usize {
            // Many are equal except for their index, which shows whether ties keep their order.
            let items: Vec<(usize, usize)> = (0..count).map(|index| (index * 31 % 7, index)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|(number, _)| *number);
            let found = sorted(items, |(one, _), (two, _)| one.cmp(two));
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn indices_by_number_are_those_of_a_stable_sort() {
        let numbers: Vec<u64> = (0..5_000_u64)
            .map(|seed| seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (seed % 64))
            .chain([0, u64::MAX, 7, 7])
            .collect();
        let mut expected: Vec<usize> = (0..numbers.len()).collect();
        expected.sort_by_key(|&index| numbers[index]);
        let found = by_number((0..numbers.len()).collect(), &|index| numbers[index]);
        assert_eq!(found, expected);
        assert_eq!(by_number(Vec::new(), &|_| 0), Vec::<usize>::new());
    }
}
