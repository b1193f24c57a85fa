//! `cargo xtask bytes`: where the bytes of the page's program are.

use std::collections::BTreeMap;
use std::fs;

use crate::page;
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::announce;
use crate::split::{DATA, Part, room};
use crate::toolbox::Toolbox;

/// The bytes of one room or crate in each part, in the order in which the parts come.
type Bytes = [usize; Part::ALL.len()];

/// Builds the page and lists what each room and crate takes of its program, before compression.
pub(crate) fn bytes(project: &Project) -> Result<()> {
    let tools = Toolbox::for_page(project)?;
    page::build(&tools)?;
    announce("What the functions of each room and crate take, in bytes");
    let path = project.function_bytes();
    let weights = fs::read_to_string(&path).map_err(|error| Problem::with_file(&path, &error))?;
    let rooms = by_room(&weights);
    print_line(Part::ALL.map(Part::word), "room or crate");
    for (room, bytes) in &rooms {
        print_line(*bytes, room);
    }
    let sum = rooms.iter().fold(Bytes::default(), |sum, (_, bytes)| {
        let mut each = sum.into_iter().zip(bytes);
        std::array::from_fn(|_| each.next().map_or(0, |(sum, bytes)| sum + bytes))
    });
    let note = format!("all functions; each is listed in {}", path.display());
    print_line(sum, &note);
    print_line(data(&weights), "data: texts and tables");
    Ok(())
}

fn print_line(parts: [impl std::fmt::Display; Part::ALL.len()], what: &str) {
    for part in parts {
        print!("{part:>9} ");
    }
    println!(" {what}");
}

/// The rooms and crates by their bytes, the heaviest first.
fn by_room(weights: &str) -> Vec<(String, Bytes)> {
    let mut rooms: BTreeMap<String, Bytes> = BTreeMap::new();
    let lines = weights.lines().filter_map(read_line);
    for (part, bytes, name) in lines.filter(|(_, _, name)| *name != DATA) {
        let room = rooms.entry(room(name)).or_default();
        if let Some(sum) = room.get_mut(part as usize) {
            *sum += bytes;
        }
    }
    let mut rooms: Vec<_> = rooms.into_iter().collect();
    // The sort is stable: rooms of the same weight stay in the order of their names.
    rooms.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.iter().sum::<usize>()));
    rooms
}

/// What each part has of the data that the memory begins with.
fn data(weights: &str) -> Bytes {
    let mut data = Bytes::default();
    let lines = weights.lines().filter_map(read_line);
    for (part, bytes, _) in lines.filter(|(_, _, name)| *name == DATA) {
        if let Some(of_part) = data.get_mut(part as usize) {
            *of_part = bytes;
        }
    }
    data
}

/// A line as `split` leaves it: the part, the bytes, the name.
fn read_line(line: &str) -> Option<(Part, usize, &str)> {
    let (word, rest) = line.split_once('\t')?;
    let (bytes, name) = rest.split_once('\t')?;
    let part = Part::ALL.into_iter().find(|part| part.word() == word)?;
    Some((part, bytes.parse().ok()?, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_summed_by_room_and_part() {
        let weights = "first\t10\ttrust_gap::method::rank\n\
                       later\t30\ttrust_gap::layout::read\n\
                       pages\t4\ttrust_gap::layout::write\n\
                       first\t2\ttrust_gap::layout::name\n\
                       later\t7\t(data)\n";
        let expected = [("layout", [2, 30, 4]), ("method", [10, 0, 0])];
        assert_eq!(
            by_room(weights),
            expected.map(|(room, bytes)| (room.to_owned(), bytes))
        );
        assert_eq!(data(weights), [0, 7, 0]);
    }
}
