//! A second look at the parts, as they are written: whether texts are where they are used.

use std::collections::BTreeMap;

use wasmparser::{Parser, Payload};

use super::image::Image;
use super::program::Uses;
use super::{Part, Unsplittable};

/// Looks whether the parts bring what the program has in memory, all of it and nothing twice, and whether none has an
/// address of what only a part after it brings.
///
/// # Errors
///
/// When it is not so.
pub(super) fn check(program: &[u8], modules: &BTreeMap<Part, Vec<u8>>) -> Result<(), Unsplittable> {
    let mut memory: BTreeMap<u32, u8> = BTreeMap::new();
    let mut before: Vec<(Part, Vec<u32>)> = Vec::new();
    for (part, module) in modules {
        let (image, addresses) = read(module)?;
        let early = |address: &u32| image.holds(*address);
        if let Some((user, address)) = before
            .iter()
            .find_map(|(user, addresses)| Some((user, addresses.iter().copied().find(early)?)))
        {
            return Err(Unsplittable::new(format!(
                "the {} part uses what the {} part brings, at {address:#x}",
                user.word(),
                part.word()
            )));
        }
        for (address, byte) in image.each() {
            if memory.insert(address, byte).is_some_and(|was| was != 0) {
                return Err(Unsplittable::new("data on data"));
            }
        }
        before.push((*part, addresses));
    }
    let (whole, _) = read(program)?;
    let together = memory.into_iter().filter(|(_, byte)| *byte != 0);
    if together.eq(whole.without_zeros()) {
        Ok(())
    } else {
        Err(Unsplittable::new("data that no part brings"))
    }
}

/// What a module writes into memory, and what may be addresses in its functions.
pub(super) fn read(module: &[u8]) -> Result<(Image, Vec<u32>), Unsplittable> {
    let mut image = Image::default();
    let mut addresses = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::CodeSectionEntry(body) => {
                let used = Uses::of(&body)?.addresses;
                addresses.extend(used.iter().map(|address| address.at));
            }
            Payload::DataSection(section) => image = Image::read(Some(section))?,
            _ => (),
        }
    }
    Ok((image, addresses))
}
