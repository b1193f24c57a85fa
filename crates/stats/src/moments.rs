//! Means, standard deviations, and how much of a variance is between groups.

/// A number with its weight.
pub type Weighted = (f64, f64);

/// The mean of numbers and their standard deviation, both with weights; `None` if no weight is
/// above 0. The numbers are a whole population and not a sample, so the squares are divided by the
/// weights' sum and not by one less.
///
/// ```
/// use stats::moments::mean_and_sd;
/// assert_eq!(mean_and_sd(&[(1.0, 2.0), (1.0, 6.0)]), Some((4.0, 2.0)));
/// assert_eq!(mean_and_sd(&[]), None);
/// ```
#[must_use]
pub fn mean_and_sd(numbers: &[Weighted]) -> Option<(f64, f64)> {
    let (sum, mean) = sum_and_mean(numbers)?;
    Some((mean, (squares(numbers, mean) / sum).sqrt()))
}

/// The division of a variance into between groups and within groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Division {
    /// The sum of the weighted squares of the groups' means about the mean of all.
    pub between: f64,
    /// The sum of the weighted squares of the numbers about their groups' means.
    pub within: f64,
}

impl Division {
    /// The decomposition for groups of numbers with weights; `None` if no weight is above 0.
    ///
    /// The sums of squares of an analysis of variance: `between = sum of W_g (m_g - m)^2`, `within = sum of w (x -
    /// m_g)^2`.
    ///
    /// ```
    /// use stats::moments::Division;
    /// let groups = [vec![(1.0, 1.0), (1.0, 3.0)], vec![(1.0, 5.0), (1.0, 7.0)]];
    /// let division = Division::of(&groups).unwrap();
    /// assert_eq!((division.between, division.within), (16.0, 4.0));
    /// assert_eq!(division.share_between(), Some(0.8));
    /// assert_eq!(division.share_within(), Some(0.2));
    /// ```
    #[must_use]
    pub fn of(groups: &[Vec<Weighted>]) -> Option<Self> {
        let all: Vec<Weighted> = groups.iter().flatten().copied().collect();
        let (_, mean) = sum_and_mean(&all)?;
        let mut division = Self {
            between: 0.0,
            within: 0.0,
        };
        for group in groups {
            let Some((sum, own)) = sum_and_mean(group) else {
                continue;
            };
            division.between += sum * (own - mean) * (own - mean);
            division.within += squares(group, own);
        }
        Some(division)
    }

    /// The share of the variance that is between the groups, 0 to 1; `None` if all numbers are
    /// alike.
    #[must_use]
    pub fn share_between(self) -> Option<f64> {
        let all = self.between + self.within;
        (all > 0.0).then(|| self.between / all)
    }

    /// The share that is within them, 0 to 1.
    #[must_use]
    pub fn share_within(self) -> Option<f64> {
        let all = self.between + self.within;
        (all > 0.0).then(|| self.within / all)
    }
}

fn sum_and_mean(numbers: &[Weighted]) -> Option<(f64, f64)> {
    let sum: f64 = numbers.iter().map(|(weight, _)| weight).sum();
    let product: f64 = numbers.iter().map(|(weight, number)| weight * number).sum();
    (sum > 0.0).then(|| (sum, product / sum))
}

fn squares(numbers: &[Weighted], mean: f64) -> f64 {
    let square = |number: f64| (number - mean) * (number - mean);
    let squares = numbers.iter();
    squares.map(|(weight, number)| weight * square(*number)).sum()
}
