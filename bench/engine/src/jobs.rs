//! The jobs that are timed. Only this file of the benchmarks uses the engine.

use trust_gap::layout::read_file;
use trust_gap::method::{Rules, every_measure};
use trust_gap::model::Library;
use trust_gap::source::{Accept, Keep, Numbers, Start, Words};

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

/// Count and sum of numbers.
type Tally = (u32, f64);

pub(crate) fn read_15(bytes: &[u8]) -> Option<Sums> {
    let start = Start::of(bytes).ok()?;
    let columns = COLUMNS
        .iter()
        .map(|name| start.header().find(name))
        .collect::<Option<Vec<_>>>()?;
    let (key, values) = columns.split_first()?;
    let percent = Accept {
        percent: true,
        ..Accept::default()
    };
    let numbers = values.iter().map(|&column| (column, Keep::Number(percent)));
    let wanted: Vec<_> = std::iter::once((*key, Keep::Words)).chain(numbers).collect();
    let mut rows = start.rows(&wanted);
    rows.push_whole(bytes);
    let table = rows.finish();
    let groups = table.words(*key)?;
    let mut sums = Sums {
        rows: table.len() as u32,
        groups: groups.words().len() as u32,
        ..Sums::default()
    };
    for &column in values {
        for (count, sum) in tallies(groups, table.numbers(column)?) {
            if count > 0 {
                sums.numbers += count;
                sums.sum += sum;
                sums.means += sum / f64::from(count);
            }
        }
    }
    Some(sums)
}

/// Count and sum of a column's numbers in each group.
fn tallies(groups: &Words, numbers: &Numbers) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); groups.words().len()];
    let cells = numbers.forms().iter().zip(numbers.values());
    for (&group, (&form, &number)) in groups.codes().iter().zip(cells) {
        if let (0, Some((count, sum))) = (form, tallies.get_mut(group as usize)) {
            *count += 1;
            *sum += number;
        }
    }
    tallies
}

pub(crate) fn real_job(schools: &[u8], links: &[u8]) -> Option<Ranked> {
    let mut library = Library::default();
    library.add(read_file("england_ks4final.csv", schools).ok()?);
    library.add(read_file("group_links.csv", links).ok()?);
    let analyses = every_measure(&*library.newest()?, &Rules::default()).ok()?;
    let mut ranked = Ranked {
        analyses: analyses.len() as u32,
        ..Ranked::default()
    };
    for analysis in &analyses {
        let trusts = analysis.trusts.iter();
        ranked.ranks += trusts.filter(|trust| trust.rank().is_some()).count() as u32;
    }
    Some(ranked)
}
