//! The tile map: each region a square, roughly where it lies, the stronger the wider its gap.

use crate::method::Analysis;
use crate::terms::letters::with_capital;
use crate::terms::{Figure, Region};

/// One region's square.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// The region.
    pub region: Region,
    /// Its column, from 1 in the west.
    pub column: u8,
    /// Its row, from 1 in the north.
    pub row: u8,
    /// Whether it has eligible trusts, and so a top ten.
    pub has_trusts: bool,
    /// Its gap; nothing where none can be made.
    pub gap: Option<Figure>,
    /// How strong its colour is, 0 to 4; the widest gap is 4.
    pub shade: u8,
}

/// The map as data.
#[derive(Debug, Clone, PartialEq)]
pub struct TileMap {
    /// What is shown.
    pub subtitle: String,
    /// The nine regions, from north to south and west to east.
    pub tiles: Vec<Tile>,
}

/// Where each region lies: column and row.
const PLACES: [(Region, u8, u8); 9] = [
    (Region::NorthEast, 2, 1),
    (Region::NorthWest, 1, 2),
    (Region::YorkshireAndTheHumber, 2, 2),
    (Region::WestMidlands, 1, 3),
    (Region::EastMidlands, 2, 3),
    (Region::EastOfEngland, 3, 3),
    (Region::SouthWest, 1, 4),
    (Region::London, 2, 4),
    (Region::SouthEast, 3, 4),
];

/// The strongest colour.
const STRONGEST: u8 = 4;

impl TileMap {
    /// The map of an analysis.
    #[must_use]
    pub fn new(analysis: &Analysis) -> Self {
        let gap_of = |region| {
            let figures = analysis
                .regions
                .iter()
                .find(|figures| figures.region == region)?;
            figures.area.pair.map(|pair| pair.gap)
        };
        let gaps = PLACES
            .iter()
            .filter_map(|&(region, _, _)| gap_of(region))
            .map(Figure::number);
        let (low, high) = gaps.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), gap| {
            (low.min(gap), high.max(gap))
        });
        let unit = analysis.rules.measure.unit().difference_word();
        Self {
            subtitle: format!(
                "{} between other and disadvantaged pupils",
                with_capital(unit)
            ),
            tiles: PLACES
                .iter()
                .map(|&(region, column, row)| {
                    let gap = gap_of(region);
                    Tile {
                        region,
                        column,
                        row,
                        has_trusts: analysis
                            .regions
                            .iter()
                            .any(|figures| figures.region == region),
                        gap,
                        shade: shade(gap, low, high),
                    }
                })
                .collect(),
        }
    }
}

fn shade(gap: Option<Figure>, low: f64, high: f64) -> u8 {
    let Some(gap) = gap else { return 0 };
    if high <= low {
        return STRONGEST / 2;
    }
    ((gap.number() - low) / (high - low) * f64::from(STRONGEST)).round() as u8
}
