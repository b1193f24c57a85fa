//! What is timed: all that these benchmarks know of the engine.

use std::collections::BTreeMap;

use trust_gap::layout::read_file;
use trust_gap::method::{Rules, analyse};
use trust_gap::model::{Basis, Library};
use trust_gap::source::{ColumnIndex, RowIndex, Table, open};
use trust_gap::terms::Focus;

use super::{Ranked, Sums};

/// One column to group by and fourteen of numbers, from the first to the last third of the file.
pub(crate) const COLUMNS: [&str; 15] = [
    "LEA",
    "TPUP",
    "TFSM6CLA1A",
    "TNOTFSM6CLA1A",
    "ATT8SCR",
    "ATT8SCR_FSM6CLA1A",
    "ATT8SCR_NFSM6CLA1A",
    "P8MEA",
    "P8MEA_FSM6CLA1A",
    "P8MEA_NFSM6CLA1A",
    "PTL2BASICS_95",
    "PTFSM6CLA1ABASICS_95",
    "PTNOTFSM6CLA1ABASICS_95",
    "EBACCAPS",
    "EBACCAPS_FSM6CLA1A",
];

/// Count and sum of the numbers in each column after the first.
type Tallies = [(u32, f64); COLUMNS.len() - 1];

pub(crate) fn read_15(bytes: &[u8]) -> Option<Sums> {
    let text = open(bytes).ok()?;
    let columns = COLUMNS
        .iter()
        .map(|name| text.header().find(name))
        .collect::<Option<Vec<_>>>()?;
    let table = text.read(&columns);
    let (key, values) = columns.split_first()?;
    let mut groups: BTreeMap<&str, Tallies> = BTreeMap::new();
    for row in table.rows() {
        let tallies = groups.entry(table.cell(row, *key)).or_default();
        add_row(tallies, &table, row, values);
    }
    Some(sums(table.len(), &groups))
}

fn add_row(tallies: &mut Tallies, table: &Table, row: RowIndex, columns: &[ColumnIndex]) {
    for ((count, sum), &column) in tallies.iter_mut().zip(columns) {
        if let Some(number) = number(table.cell(row, column)) {
            *count += 1;
            *sum += number;
        }
    }
}

/// A number, which may be a percentage.
fn number(cell: &str) -> Option<f64> {
    cell.strip_suffix('%').unwrap_or(cell).parse().ok()
}

fn sums(rows: usize, groups: &BTreeMap<&str, Tallies>) -> Sums {
    let mut sums = Sums {
        rows: rows as u32,
        groups: groups.len() as u32,
        ..Sums::default()
    };
    for &(count, sum) in groups.values().flatten().filter(|(count, _)| *count > 0) {
        sums.numbers += count;
        sums.sum += sum;
        sums.means += sum / f64::from(count);
    }
    sums
}

pub(crate) fn real_job(schools: &[u8], links: &[u8]) -> Option<Ranked> {
    let mut library = Library::default();
    library.add(read_file("england_ks4final.csv", schools).ok()?);
    library.add(read_file("group_links.csv", links).ok()?);
    let data = library.newest()?;
    let mut ranked = Ranked::default();
    for measure in data.measures(Basis::Computed) {
        for focus in Focus::ALL {
            let rules = Rules {
                measure,
                focus,
                ..Rules::default()
            };
            let Ok(analysis) = analyse(&data, &rules) else {
                continue;
            };
            let trusts = analysis.trusts.iter();
            ranked.analyses += 1;
            ranked.ranks += trusts.filter(|trust| trust.rank().is_some()).count() as u32;
        }
    }
    Some(ranked)
}
