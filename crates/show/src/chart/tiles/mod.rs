//! The tile map: a square for each region at its rough location, with a stronger colour for a wider gap.

mod words;

use method::Analysis;
use records::terms::{Figure, Region};

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
    /// Its gap; `None` if it cannot be computed.
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

/// The column and row of each region.
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
            let figures = analysis.regions.iter().find(|figures| figures.region == region)?;
            figures.area.pair.map(|pair| pair.gap)
        };
        let gaps = PLACES
            .iter()
            .filter_map(|&(region, _, _)| gap_of(region))
            .map(Figure::number);
        let (low, high) = gaps.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), gap| {
            (low.min(gap), high.max(gap))
        });
        Self {
            subtitle: words::subtitle(analysis.rules.measure.unit()),
            tiles: PLACES
                .iter()
                .map(|&(region, column, row)| {
                    let gap = gap_of(region);
                    Tile {
                        region,
                        column,
                        row,
                        has_trusts: analysis.regions.iter().any(|figures| figures.region == region),
                        gap,
                        shade: shade(gap, low, high),
                    }
                })
                .collect(),
        }
    }
}

/// A side of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the right.
    East,
    /// To the left.
    West,
    /// Above.
    North,
    /// Below.
    South,
}

impl Direction {
    /// The side to which an arrow key points.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowRight" => Self::East,
            "ArrowLeft" => Self::West,
            "ArrowUp" => Self::North,
            "ArrowDown" => Self::South,
            _ => return None,
        })
    }

    /// The distance from one tile to the other on this side. Returns `None` if it is elsewhere.
    fn distance(self, from: &Tile, to: &Tile) -> Option<u8> {
        let (one, other, is_in_line) = match self {
            Self::East => (from.column, to.column, from.row == to.row),
            Self::West => (to.column, from.column, from.row == to.row),
            Self::North => (to.row, from.row, from.column == to.column),
            Self::South => (from.row, to.row, from.column == to.column),
        };
        other.checked_sub(one).filter(|&distance| is_in_line && distance > 0)
    }
}

impl TileMap {
    /// The nearest tile with trusts on a side of the one of that index, in its row or column.
    #[must_use]
    pub fn beside(&self, index: usize, side: Direction) -> Option<&Tile> {
        let from = self.tiles.get(index)?;
        let tiles = self.tiles.iter().filter(|tile| tile.has_trusts);
        let near = tiles.filter_map(|tile| Some((side.distance(from, tile)?, tile)));
        near.min_by_key(|(distance, _)| *distance).map(|(_, tile)| tile)
    }
}

fn shade(gap: Option<Figure>, low: f64, high: f64) -> u8 {
    let Some(gap) = gap else { return 0 };
    if high <= low {
        return STRONGEST / 2;
    }
    ((gap.number() - low) / (high - low) * f64::from(STRONGEST)).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(without: Option<Region>) -> TileMap {
        let tiles = PLACES.iter().map(|&(region, column, row)| Tile {
            region,
            column,
            row,
            has_trusts: without != Some(region),
            gap: None,
            shade: 0,
        });
        TileMap {
            subtitle: String::new(),
            tiles: tiles.collect(),
        }
    }

    fn beside(map: &TileMap, from: Region, side: Direction) -> Option<Region> {
        let index = map.tiles.iter().position(|tile| tile.region == from);
        map.beside(index.unwrap(), side).map(|tile| tile.region)
    }

    #[test]
    fn arrows_lead_to_the_tile_beside_and_past_one_without_trusts() {
        let all = map(None);
        for (from, side, to) in [
            (Region::SouthWest, Direction::East, Some(Region::London)),
            (Region::SouthWest, Direction::North, Some(Region::WestMidlands)),
            (Region::SouthWest, Direction::West, None),
            (Region::NorthEast, Direction::South, Some(Region::YorkshireAndTheHumber)),
            (Region::EastOfEngland, Direction::North, None),
            (Region::London, Direction::West, Some(Region::SouthWest)),
        ] {
            assert_eq!(beside(&all, from, side), to, "{from:?} {side:?}");
        }
        let map = map(Some(Region::London));
        assert_eq!(
            beside(&map, Region::SouthWest, Direction::East),
            Some(Region::SouthEast)
        );
    }

    #[test]
    fn every_tile_is_reached_from_every_other() {
        let map = map(None);
        for start in 0..map.tiles.len() {
            let mut reached = vec![start];
            let mut next = 0;
            while let Some(&index) = reached.get(next) {
                next += 1;
                for side in [Direction::East, Direction::West, Direction::North, Direction::South] {
                    let found = map.beside(index, side);
                    let found = found.and_then(|tile| map.tiles.iter().position(|of| of == tile));
                    reached.extend(found.filter(|index| !reached.contains(index)));
                }
            }
            assert_eq!(reached.len(), map.tiles.len());
        }
    }
}
