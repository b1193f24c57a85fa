//! `cargo xtask bytes`: where the bytes of the page's program are.

use std::collections::BTreeMap;
use std::fs;

use crate::page;
use crate::problem::{Problem, Result};
use crate::project::Project;
use crate::run::announce;
use crate::split::room;
use crate::toolbox::Toolbox;

/// The bytes of one room or crate in each part.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Bytes {
    first: usize,
    later: usize,
}

/// Builds the page and lists what each room and crate takes of its program, before compression.
pub(crate) fn bytes(project: &Project) -> Result<()> {
    let tools = Toolbox::for_page(project)?;
    page::build(&tools)?;
    announce("What the functions of each room and crate take, in bytes");
    let path = project.function_bytes();
    let weights = fs::read_to_string(&path).map_err(|error| Problem::with_file(&path, &error))?;
    println!("{:>9} {:>9}  room or crate", "first", "later");
    let rooms = by_room(&weights);
    for (room, bytes) in &rooms {
        println!("{:>9} {:>9}  {room}", bytes.first, bytes.later);
    }
    let first: usize = rooms.iter().map(|(_, bytes)| bytes.first).sum();
    let later: usize = rooms.iter().map(|(_, bytes)| bytes.later).sum();
    println!(
        "{first:>9} {later:>9}  all functions; each is listed in {}",
        path.display()
    );
    Ok(())
}

/// The rooms and crates by their bytes, the heaviest first.
fn by_room(weights: &str) -> Vec<(String, Bytes)> {
    let mut rooms: BTreeMap<String, Bytes> = BTreeMap::new();
    for (later, bytes, name) in weights.lines().filter_map(read_line) {
        let room = rooms.entry(room(name)).or_default();
        if later {
            room.later += bytes;
        } else {
            room.first += bytes;
        }
    }
    let mut rooms: Vec<_> = rooms.into_iter().collect();
    // The sort is stable: rooms of the same weight stay in the order of their names.
    rooms.sort_by_key(|(_, bytes)| std::cmp::Reverse(bytes.first + bytes.later));
    rooms
}

/// A line as `split` leaves it: the part, the bytes, the name.
fn read_line(line: &str) -> Option<(bool, usize, &str)> {
    let (part, rest) = line.split_once('\t')?;
    let (bytes, name) = rest.split_once('\t')?;
    Some((part == "later", bytes.parse().ok()?, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_summed_by_room_and_part() {
        let weights = "first\t10\ttrust_gap::method::rank\n\
                       later\t30\ttrust_gap::layout::read\n\
                       first\t2\ttrust_gap::layout::name\n";
        let expected = [
            (
                "layout",
                Bytes {
                    first: 2,
                    later: 30,
                },
            ),
            (
                "method",
                Bytes {
                    first: 10,
                    later: 0,
                },
            ),
        ];
        assert_eq!(
            by_room(weights),
            expected.map(|(room, bytes)| (room.to_owned(), bytes))
        );
    }
}
