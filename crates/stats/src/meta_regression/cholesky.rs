//! Symmetric systems of a few equations, by Cholesky's decomposition into a lower triangle times its transpose.

/// The lower triangle of a symmetric matrix, one row after another: row `i` has `i + 1` numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Symmetric {
    size: usize,
    packed: Vec<f64>,
}

/// A vector's products with itself, `x x'`, as the lower triangle of a matrix.
pub(super) fn products(vector: &[f64]) -> impl Iterator<Item = f64> {
    let rows = vector.iter().enumerate();
    rows.flat_map(|(row, number)| vector.iter().take(row + 1).map(move |other| number * other))
}

impl Symmetric {
    /// The matrix of zeros with this many rows.
    pub(super) fn zero(size: usize) -> Self {
        Self {
            size,
            packed: vec![0.0; size * (size + 1) / 2],
        }
    }

    /// Adds a matrix, given by its lower triangle, with a weight.
    pub(super) fn add(&mut self, weight: f64, lower: &[f64]) {
        for (slot, number) in self.packed.iter_mut().zip(lower) {
            *slot += weight * number;
        }
    }

    fn rows(&self) -> impl Iterator<Item = &[f64]> {
        let mut rest = self.packed.as_slice();
        (1..=self.size).map_while(move |length| {
            let (row, after) = rest.split_at_checked(length)?;
            rest = after;
            Some(row)
        })
    }

    /// The number in a row and column, whichever is greater.
    pub(super) fn get(&self, one: usize, other: usize) -> Option<f64> {
        let (row, column) = (one.max(other), one.min(other));
        let number = self.packed.get(row * (row + 1) / 2 + column).copied();
        number.filter(|_| row < self.size)
    }

    /// `one' M other`.
    pub(super) fn between(&self, one: &[f64], other: &[f64]) -> f64 {
        let mut sum = 0.0;
        for (index, row) in self.rows().enumerate() {
            let (of_one, of_other) = (at(one, index), at(other, index));
            for (column, number) in row.iter().enumerate() {
                sum += number * of_one * at(other, column);
                if column != index {
                    sum += number * at(one, column) * of_other;
                }
            }
        }
        sum
    }

    /// The sum of the products of each number with the one in its place: the trace of the two matrices' product.
    pub(super) fn trace_with(&self, other: &Self) -> f64 {
        let mut sum = 0.0;
        for (row, of_other) in self.rows().zip(other.rows()) {
            let products: f64 = row.iter().zip(of_other).map(|(one, other)| one * other).sum();
            let diagonal = row.last().copied().unwrap_or(0.0) * of_other.last().copied().unwrap_or(0.0);
            sum += 2.0 * products - diagonal;
        }
        sum
    }
}

fn at(vector: &[f64], index: usize) -> f64 {
    vector.get(index).copied().unwrap_or(0.0)
}

/// The lower triangle `L` of a matrix `L L'`.
#[derive(Debug)]
pub(super) struct Factor(Vec<Vec<f64>>);

impl Factor {
    /// Decomposes a matrix; `None` unless it is positive definite.
    pub(super) fn of(matrix: &Symmetric) -> Option<Self> {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(matrix.size);
        for row in matrix.rows() {
            let mut made: Vec<f64> = Vec::with_capacity(row.len());
            for (column, number) in row.iter().enumerate() {
                made.push(match rows.get(column) {
                    Some(above) => (number - dot(&made, above)) / above.last()?,
                    None => {
                        let square = number - dot(&made, &made);
                        (square > 0.0 && square.is_finite()).then(|| square.sqrt())?
                    }
                });
            }
            rows.push(made);
        }
        Some(Self(rows))
    }

    /// The logarithm of the matrix's determinant.
    pub(super) fn log_determinant(&self) -> f64 {
        let diagonal = self.0.iter().filter_map(|row| row.last());
        diagonal.map(|number| 2.0 * libm::log(*number)).sum()
    }

    /// Solves `M x = right`.
    pub(super) fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut forward: Vec<f64> = Vec::with_capacity(right.len());
        for (row, number) in self.0.iter().zip(right) {
            let known = dot(&forward, row);
            forward.push((number - known) / row.last().copied().unwrap_or(f64::NAN));
        }
        let mut solved = Vec::with_capacity(right.len());
        for row in self.0.iter().rev() {
            let last = forward.pop().unwrap_or(0.0) / row.last().copied().unwrap_or(f64::NAN);
            for (left, number) in forward.iter_mut().zip(row) {
                *left -= number * last;
            }
            solved.push(last);
        }
        solved.reverse();
        solved
    }

    /// The inverse of the matrix.
    pub(super) fn inverse(&self) -> Symmetric {
        let size = self.0.len();
        let column = |index: usize| {
            let unit: Vec<f64> = (0..size).map(|row| if row == index { 1.0 } else { 0.0 }).collect();
            let mut column = self.solve(&unit);
            column.truncate(index + 1);
            column
        };
        Symmetric {
            size,
            packed: (0..size).flat_map(column).collect(),
        }
    }
}

/// The product of two vectors; the longer one's rest is left out.
pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}
