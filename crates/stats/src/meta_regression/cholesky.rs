//! Symmetric systems of a few equations, by Cholesky's decomposition into a lower triangle times its transpose.

/// The lower triangle of a symmetric matrix: row `i` has `i + 1` numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Symmetric(Vec<Vec<f64>>);

impl Symmetric {
    /// The matrix of zeros with this many rows.
    pub(super) fn zero(size: usize) -> Self {
        Self((1..=size).map(|length| vec![0.0; length]).collect())
    }

    /// Adds a vector's products with itself, `weight x x'`.
    pub(super) fn add_products(&mut self, weight: f64, vector: &[f64]) {
        for (row, number) in self.0.iter_mut().zip(vector) {
            let weighted = weight * number;
            for (slot, other) in row.iter_mut().zip(vector) {
                *slot += weighted * other;
            }
        }
    }

    /// Adds a vector's products with itself to two matrices, with a weight for each.
    pub(super) fn add_products_to(both: [&mut Self; 2], weights: [f64; 2], vector: &[f64]) {
        let ([one, other], [weight, other_weight]) = (both, weights);
        for ((row, other_row), number) in one.0.iter_mut().zip(&mut other.0).zip(vector) {
            for ((slot, other_slot), second) in row.iter_mut().zip(other_row).zip(vector) {
                let product = number * second;
                *slot += weight * product;
                *other_slot += other_weight * product;
            }
        }
    }

    /// The number in a row and column, whichever is greater.
    pub(super) fn get(&self, one: usize, other: usize) -> Option<f64> {
        self.0.get(one.max(other))?.get(one.min(other)).copied()
    }

    /// `one' M other`.
    pub(super) fn between(&self, one: &[f64], other: &[f64]) -> f64 {
        let mut sum = 0.0;
        for (index, row) in self.0.iter().enumerate() {
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
        for (row, of_other) in self.0.iter().zip(&other.0) {
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
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(matrix.0.len());
        for row in &matrix.0 {
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
        Symmetric((0..size).map(column).collect())
    }
}

/// The product of two vectors; the longer one's rest is left out.
pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}
