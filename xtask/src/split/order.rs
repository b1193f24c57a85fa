//! The order of a part's functions: like beside like.
//!
//! A program runs the same in whatever order its functions stand, but it is downloaded compressed, and brotli takes
//! what resembles its neighbours for less: as measured on the page, 4.6 KB of 256 in all.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Unsplittable;
use super::program::Program;

/// The bytes of the runs by which functions are compared.
const RUN: usize = 4;

/// A run that more functions have says nothing of any two.
const COMMON: usize = 200;

/// The functions of a part in the order in which they are numbered: those that it calls most, as far as there are
/// `short` numbers for them, and then each beside the one that is most like it.
///
/// # Errors
///
/// When one of the functions has no body.
pub(super) fn order(
    program: &Program<'_>,
    part: &[u32],
    short: usize,
) -> Result<Vec<u32>, Unsplittable> {
    let mut ordered = most_used_first(program, part)?;
    let others = ordered.split_off(short.min(part.len()));
    let mut bodies = Vec::with_capacity(others.len());
    for function in &others {
        let (body, _) = program.function(*function)?;
        bodies.push(body.as_bytes());
    }
    let alike = like_by_like(&bodies);
    ordered.extend(alike.into_iter().filter_map(|place| others.get(place)));
    Ok(ordered)
}

fn most_used_first(program: &Program<'_>, part: &[u32]) -> Result<Vec<u32>, Unsplittable> {
    let mut counts: BTreeMap<u32, usize> = part.iter().map(|function| (*function, 0)).collect();
    for function in part {
        let (_, uses) = program.function(*function)?;
        for used in &uses.functions {
            if let Some(count) = counts.get_mut(used) {
                *count += 1;
            }
        }
    }
    let mut ordered = part.to_vec();
    ordered.sort_by_key(|function| Reverse(counts.get(function).copied()));
    Ok(ordered)
}

/// The places of some bytes, each next to those that are most like them of all that are left.
fn like_by_like(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<Vec<&[u8]>> = bodies.iter().map(|body| runs(body)).collect();
    let mut holders: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (place, runs) in runs.iter().enumerate() {
        for run in runs {
            holders.entry(run).or_default().push(place);
        }
    }
    holders.retain(|_, holders| holders.len() <= COMMON);

    let mut left: Vec<bool> = vec![true; bodies.len()];
    let mut ordered = Vec::with_capacity(bodies.len());
    let mut next = (!bodies.is_empty()).then_some(0);
    while let Some(place) = next {
        ordered.push(place);
        if let Some(left) = left.get_mut(place) {
            *left = false;
        }
        let mut shared = vec![0_u32; bodies.len()];
        let runs = runs.get(place).into_iter().flatten();
        for holder in runs.filter_map(|run| holders.get(run)).flatten() {
            if let Some(count) = shared.get_mut(*holder) {
                *count += 1;
            }
        }
        let likeness = |place: usize| {
            let shared = shared.get(place).copied().unwrap_or_default();
            f64::from(shared) / weight(bodies.get(place).map_or(0, |body| body.len()))
        };
        let rest = (0..bodies.len()).filter(|place| left.get(*place) == Some(&true));
        // Of equals the first: the same program gives the same parts.
        next = rest.min_by(|one, two| likeness(*two).total_cmp(&likeness(*one)));
    }
    ordered
}

/// The runs of some bytes, each once.
fn runs(bytes: &[u8]) -> Vec<&[u8]> {
    let mut runs: Vec<&[u8]> = bytes.windows(RUN).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// What a length counts for: less than itself, for a long function is like others in parts. To the power of 3/4, by
/// roots, which every machine computes alike.
fn weight(length: usize) -> f64 {
    let root = (length as f64 + 5.0).sqrt();
    root * root.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_stands_beside_like() {
        let bodies: [&[u8]; 5] = [
            b"a body of one kind",
            b"quite another matter",
            b"a body of a kind",
            b"",
            b"another matter",
        ];
        assert_eq!(like_by_like(&bodies), [0, 2, 1, 4, 3]);
        assert_eq!(like_by_like(&[]), Vec::<usize>::new());
    }
}
