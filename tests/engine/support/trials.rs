//! The trials of a vaccine that the method takes as its example of a regression (`stats/bcg.csv`).

use trust_gap::stats::Measurement;

use super::shared_bytes;

/// The trials' log risk ratios with their variances, absolute latitudes and years.
pub(crate) fn trials() -> Option<(Vec<Measurement>, Vec<f64>, Vec<f64>)> {
    let bytes = shared_bytes("stats/bcg.csv")?;
    let (mut trials, mut latitudes, mut years) = (Vec::new(), Vec::new(), Vec::new());
    for row in csv::Reader::from_reader(bytes.as_slice()).records() {
        let row = row.unwrap();
        let number = |place: usize| row.get(place).unwrap().trim().parse::<f64>().unwrap();
        let (ill, treated) = (number(0), number(0) + number(1));
        let (ill_without, without) = (number(2), number(2) + number(3));
        trials.push(Measurement {
            value: ((ill / treated) / (ill_without / without)).ln(),
            variance: 1.0 / ill - 1.0 / treated + 1.0 / ill_without - 1.0 / without,
        });
        latitudes.push(number(4));
        years.push(number(5));
    }
    Some((trials, latitudes, years))
}
