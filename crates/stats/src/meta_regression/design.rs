//! The parts of a context as columns of a regression: centred, to one scale, without those that say nothing new.

use crate::Measurement;

use super::cholesky::{self, Factor, Symmetric, dot};
use super::{LeftOut, NothingNew};

/// The share of a part's variance that others may explain before it says the same as they do: `R^2` above .999.
const LEAST_OF_ITS_OWN: f64 = 1.0 - 0.999;

/// The columns of a regression, the intercept's first. The others are centred on their plain means and have a standard
/// deviation of 1, so that shares in per cent and scores are equally well solved.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Design {
    /// The units' rows, one after another.
    rows: Vec<f64>,
    /// The parts of columns 1 and on.
    pub(super) parts: Vec<Scale>,
    /// The parts without a column.
    pub(super) left_out: Vec<LeftOut>,
}

/// A part's column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// Its index among the parts.
    pub(super) index: usize,
    pub(super) mean: f64,
    pub(super) sd: f64,
}

impl Design {
    /// The columns of these parts, of each unit's numbers, in the order in which they are kept.
    pub(super) fn new(units: usize, parts: &[Vec<f64>]) -> Self {
        let mut kept: Vec<(Scale, Vec<f64>)> = Vec::new();
        // The kept columns without what those before them explain, each of length 1.
        let mut own: Vec<Vec<f64>> = Vec::new();
        let mut left_out = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            let mean = part.iter().sum::<f64>() / units as f64;
            let centred: Vec<f64> = part.iter().map(|number| number - mean).collect();
            let sd = (dot(&centred, &centred) / units as f64).sqrt();
            let largest = part.iter().fold(0.0_f64, |largest, number| largest.max(number.abs()));
            // What rounding leaves of a constant is not a difference.
            if sd <= 1e-10 * largest || sd == 0.0 {
                let reason = NothingNew::Constant;
                left_out.push(LeftOut { index, reason });
                continue;
            }
            let column: Vec<f64> = centred.iter().map(|number| number / sd).collect();
            let mut rest = column.clone();
            // Twice: what rounding leaves of the first time is gone after the second.
            for other in own.iter().chain(&own) {
                let shared = dot(&rest, other);
                for (left, number) in rest.iter_mut().zip(other) {
                    *left -= shared * number;
                }
            }
            let length = dot(&rest, &rest);
            if length < LEAST_OF_ITS_OWN * units as f64 {
                let reason = NothingNew::SaysTheSame;
                left_out.push(LeftOut { index, reason });
                continue;
            }
            own.push(rest.iter().map(|number| number / length.sqrt()).collect());
            kept.push((Scale { index, mean, sd }, column));
        }
        let mut rows = Vec::with_capacity(units * (kept.len() + 1));
        for unit in 0..units {
            rows.push(1.0);
            rows.extend(kept.iter().filter_map(|(_, column)| column.get(unit)));
        }
        Self {
            rows,
            parts: kept.into_iter().map(|(scale, _)| scale).collect(),
            left_out,
        }
    }

    /// The number of columns.
    pub(super) const fn width(&self) -> usize {
        self.parts.len() + 1
    }

    /// The sum of the squares that plain least squares leaves of the figures; `None` if they cannot be calculated with.
    pub(super) fn unexplained(&self, units: &[Measurement]) -> Option<f64> {
        let mut products = Symmetric::zero(self.width());
        let mut right = vec![0.0; self.width()];
        for (unit, row) in units.iter().zip(self.rows()) {
            let lower: Vec<f64> = cholesky::products(row).collect();
            products.add(1.0, &lower);
            for (slot, number) in right.iter_mut().zip(row) {
                *slot += unit.value * number;
            }
        }
        let plain = Factor::of(&products)?.solve(&right);
        let units = units.iter().zip(self.rows());
        let left = units.map(|(unit, row)| unit.value - dot(row, &plain));
        let squares: f64 = left.map(|left| left * left).sum();
        squares.is_finite().then_some(squares)
    }

    /// Each unit's row.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.rows.chunks_exact(self.width())
    }

    /// The row of a context that gives all parts; `None` if one that has a column is not there.
    pub(super) fn row_of(&self, context: &[f64]) -> Option<Vec<f64>> {
        let parts = self.parts.iter();
        let columns = parts.map(|part| Some((context.get(part.index)? - part.mean) / part.sd));
        std::iter::once(Some(1.0)).chain(columns).collect()
    }
}
