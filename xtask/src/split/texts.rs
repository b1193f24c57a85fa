//! Which texts can wait, and for which part.
//!
//! A text is only ever used by its address and its length. So it can come with the first part that has its address: as
//! a number in a function, or in a piece of data that such a function has the address of. Everything else that the
//! memory begins with is in the first part, and so is a text of which it is not certain who uses it.

use std::collections::BTreeMap;
use std::ops::Range;

use wasmparser::Operator;

use super::image::Image;
use super::map::Piece;
use super::program::{Address, Program};
use super::{Part, Unsplittable, part_of};

/// The bytes from which on a text is worth moving.
///
/// As measured on the page by brotli: at 16 the first part takes 0.4 KB more and the others 0.1 KB less; at 1 it is 0.5
/// KB less, and the later part takes most of that.
const WORTH_MOVING: usize = 8;

/// How far from a table the number can be that an index is added to, to come to its entries: an index that begins at
/// the letter `a`, say, by bytes.
const MARGIN: u32 = 256;

/// What the memory holds at its start, by the part that brings it; nothing of a program whose pieces are not known. The
/// parts have the same bytes together, and at the same addresses.
///
/// # Errors
///
/// When data go where only a run of the program would tell, or when one.
pub(super) fn images(
    program: &Program<'_>,
    waiting: &BTreeMap<u32, Part>,
    pieces: &[Piece],
) -> Result<BTreeMap<Part, Image>, Unsplittable> {
    if pieces.is_empty() {
        return Ok(BTreeMap::new());
    }
    if program.functions().any(|(_, _, uses)| uses.segments) {
        return Err(Unsplittable::new("data that an instruction asks for"));
    }
    let mut first = Image::read(program.data.clone())?;
    let objects = Objects::new(pieces, &first);
    let users = objects.users(program, waiting, &first)?;
    let mut images = BTreeMap::new();
    for (object, user) in objects.0.iter().zip(users) {
        let waits = object.is_text && user > Part::First;
        if let Some(bytes) = waits.then(|| first.take(&object.place)).flatten() {
            let image: &mut Image = images.entry(user).or_default();
            image.put(object.place.start, &bytes)?;
        }
    }
    images.insert(Part::First, first);
    Ok(images)
}

/// Something in memory that functions have the address of, as one.
#[derive(Debug)]
struct Object {
    place: Range<u32>,
    /// Whether it can wait: a text that is only read.
    is_text: bool,
}

/// All of them, by address.
#[derive(Debug)]
struct Objects(Vec<Object>);

impl Objects {
    fn new(pieces: &[Piece], image: &Image) -> Self {
        let mut objects = Vec::new();
        for piece in pieces {
            let bytes = image.bytes(&piece.place).filter(|_| piece.read_only);
            let Some(bytes) = bytes else {
                objects.push(Object {
                    place: piece.place.clone(),
                    is_text: false,
                });
                continue;
            };
            let mut start = piece.place.start;
            let each = |byte: &u8| piece.ended_by_zeros && *byte == 0;
            for bytes in bytes.split_inclusive(each) {
                let end = u32::try_from(bytes.len()).map_or(start, |length| start + length);
                objects.push(Object {
                    place: start..end,
                    is_text: is_text(bytes),
                });
                start = end;
            }
        }
        Self(objects)
    }

    /// Each object's earliest user.
    fn users(
        &self,
        program: &Program<'_>,
        waiting: &BTreeMap<u32, Part>,
        image: &Image,
    ) -> Result<Vec<Part>, Unsplittable> {
        let mut users = Users {
            objects: self,
            image,
            earliest: vec![None; self.0.len()],
        };
        for global in &program.globals {
            if let Operator::I32Const { value } = global.init_expr.get_operators_reader().read()? {
                let (at, is_base) = (value.cast_unsigned(), true);
                users.take_in(Address { at, is_base }, Part::First);
            }
        }
        for (function, _, uses) in program.functions() {
            for address in &uses.addresses {
                users.take_in(*address, part_of(waiting, function));
            }
        }
        // What nobody seems to use, somebody may use in a way that is not seen here.
        for object in 0..self.0.len() {
            if users.earliest.get(object) == Some(&None) {
                users.mark(object, Part::First);
            }
        }
        Ok(users.earliest.into_iter().flatten().collect())
    }

    /// The objects that an address may lead to: the one it is in, and those around it if something is added to it or it
    /// is in none.
    ///
    /// An address right between two is the second's. It could be the first one's end; but what goes through a text has
    /// its beginning, too, unless it begins at the end, and a text whose end alone is known anywhere cannot wait.
    fn at(&self, address: Address) -> Range<usize> {
        let Address { at, is_base } = address;
        let near = at.saturating_sub(MARGIN);
        let reach = if is_base { MARGIN } else { 0 };
        let objects = &self.0;
        let near = objects.partition_point(|object| object.place.end < near);
        let after =
            objects.partition_point(|object| object.place.start <= at.saturating_add(reach));
        let from = if is_base {
            near
        } else {
            near.max(after.saturating_sub(1))
        };
        from.min(after)..after
    }
}

/// The users of objects, as far as they are found.
struct Users<'a> {
    objects: &'a Objects,
    image: &'a Image,
    earliest: Vec<Option<Part>>,
}

impl Users<'_> {
    fn take_in(&mut self, address: Address, user: Part) {
        for object in self.objects.at(address) {
            self.mark(object, user);
        }
    }

    /// Marks an object as used by a part, and all that it has the address of.
    fn mark(&mut self, object: usize, user: Part) {
        let mut ahead = vec![object];
        while let Some(object) = ahead.pop() {
            let (Some(earliest), Some(of)) =
                (self.earliest.get_mut(object), self.objects.0.get(object))
            else {
                continue;
            };
            if earliest.is_some_and(|earliest| earliest <= user) {
                continue;
            }
            *earliest = Some(user);
            if !of.is_text {
                for at in of.place.clone() {
                    let at = self.image.word(at);
                    let is_base = false;
                    ahead.extend(self.objects.at(Address { at, is_base }));
                }
            }
        }
    }
}

/// Whether some bytes are nothing but text: as they are, with a zero at the end, or as a template.
fn is_text(bytes: &[u8]) -> bool {
    let ended = bytes.strip_suffix(&[0]).unwrap_or(bytes);
    bytes.len() >= WORTH_MOVING && (is_plain(ended) || is_template(bytes))
}

fn is_plain(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes)
        .is_ok_and(|text| !text.contains(|letter: char| letter.is_control() && letter != '\n'))
}

/// Whether some bytes are a template as `format!` leaves it: texts with their length before them, marks for the values
/// between them, and a zero at the end. The rarer marks are not known here: what has one stays.
fn is_template(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        let (text, after) = match rest {
            [0] => return true,
            // A value, in turn or by its number.
            [0xC0, after @ ..] | [0xC8, _, _, after @ ..] => (0, after),
            [0x80, low, high, after @ ..] => {
                (usize::from(u16::from_le_bytes([*low, *high])), after)
            }
            [length @ 1..0x80, after @ ..] => (usize::from(*length), after),
            _ => return false,
        };
        match after.split_at_checked(text) {
            Some((text, after)) if is_plain(text) => rest = after,
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_can_wait() {
        for (bytes, expected) in [
            (&b"The gap is the same in every region"[..], true),
            ("pupils\u{2019} scores\n".as_bytes(), true),
            (b"ended by a zero\0", true),
            (b"\x08between \xC0\x05 and \xC8\x01\x00\0", true),
            (b"\x80\x09\x00a longer.\0", true),
            (b"short", false),
            (b"a tab\tis none", false),
            (b"\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8", false),
            (b"\x09too short\xC0", false),
            (b"\x7ftoo short\0", false),
            (b"\xC1\0\0\0\0another mark\0", false),
            (b"zero\0within", false),
        ] {
            assert_eq!(is_text(bytes), expected, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn an_address_leads_to_what_it_is_in() {
        let objects = [1000..1010, 1010..1030, 1032..1040, 2000..2100].map(|place| Object {
            place,
            is_text: true,
        });
        let objects = Objects(objects.into());
        for (at, exact, base) in [
            (700, 0..0, 0..0),
            (999, 0..0, 0..3),
            (1000, 0..1, 0..3),
            (1010, 1..2, 0..3),
            // Between two, and behind one.
            (1031, 1..2, 0..3),
            (1040, 2..3, 0..3),
            (1500, 3..3, 3..3),
            (1800, 3..3, 3..4),
            (2099, 3..4, 3..4),
            (5000, 4..4, 4..4),
        ] {
            let leads = |is_base| objects.at(Address { at, is_base });
            assert_eq!((leads(false), leads(true)), (exact, base), "{at}");
        }
    }
}
