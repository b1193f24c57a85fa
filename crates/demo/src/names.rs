//! Invented names: an invented town made of two halves, and the kind of trust or school.

/// The first halves of towns.
const BEGINNINGS: [&str; 58] = [
    "Bobbin", "Harebell", "Pippin", "Spindle", "Tinder", "Trellis", "Barley", "Bramble", "Button", "Candle", "Cinder",
    "Clover", "Cobble", "Cricket", "Cuckoo", "Dapple", "Dimple", "Ember", "Fable", "Fennel", "Fiddle", "Gilly",
    "Glimmer", "Gosling", "Ivory", "Juniper", "Kestrel", "Lantern", "Lilac", "Linnet", "Mallow", "Marble", "Marigold",
    "Mellow", "Mulberry", "Nimble", "Ochre", "Pebble", "Pepper", "Pewter", "Plover", "Quill", "Ripple", "Russet",
    "Saffron", "Sorrel", "Starling", "Tansy", "Teasel", "Thimble", "Thistle", "Velvet", "Wander", "Whistle", "Willet",
    "Winter", "Yarrow", "Zephyr",
];

/// The second halves of towns.
const ENDINGS: [&str; 29] = [
    "beck", "brook", "bury", "thwaite", "combe", "cote", "dale", "den", "fen", "fold", "ford", "garth", "gate",
    "heath", "holme", "hurst", "mere", "moor", "ness", "pool", "ridge", "shaw", "stead", "thorpe", "vale", "water",
    "wick", "wold", "worth",
];

const TRUSTS: [&str; 7] = [
    "Learning Trust",
    "Academy Trust",
    "Education Trust",
    "Schools Trust",
    "Multi-Academy Trust",
    "Learning Partnership",
    "Academies",
];

const SCHOOLS: [&str; 5] = ["Academy", "School", "High School", "Community School", "College"];

const PRIMARIES: [&str; 4] = ["Primary School", "Infant School", "Junior School", "Primary"];

const FEDERATIONS: [&str; 2] = ["Federation", "Schools Federation"];

const FOUNDATIONS: [&str; 2] = ["Co-operative Trust", "Foundation Trust"];

const CENTRES: [&str; 2] = ["Children's Centre", "Family Centre"];

/// The word before a town once every pair of halves has been used. The small demonstration never gets that far.
const LAPS: [&str; 15] = [
    "", "Upper ", "Lower ", "Great ", "Little ", "North ", "South ", "East ", "West ", "Old ", "New ", "High ",
    "Nether ", "Over ", "Long ",
];

/// The next unused names. None is repeated.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: usize,
}

impl Names {
    /// The names that are left after this many.
    pub(super) const fn after(given: usize) -> Self {
        Self { given }
    }

    pub(super) fn primary(&mut self) -> String {
        self.next(&PRIMARIES)
    }

    pub(super) fn federation(&mut self) -> String {
        self.next(&FEDERATIONS)
    }

    pub(super) fn foundation(&mut self) -> String {
        self.next(&FOUNDATIONS)
    }

    pub(super) fn centre(&mut self) -> String {
        self.next(&CENTRES)
    }

    pub(super) fn trust(&mut self) -> String {
        self.next(&TRUSTS)
    }

    pub(super) fn school(&mut self) -> String {
        self.next(&SCHOOLS)
    }

    /// Goes through all pairs of halves, in steps that are coprime to the number of pairs.
    fn next(&mut self, kinds: &[&str]) -> String {
        const PAIRS: usize = BEGINNINGS.len() * ENDINGS.len();
        const STEP: usize = 655;
        let pair = self.given * STEP % PAIRS;
        let beginning = BEGINNINGS.get(pair / ENDINGS.len()).unwrap_or(&"");
        let ending = ENDINGS.get(pair % ENDINGS.len()).unwrap_or(&"");
        let kind = kinds.get(self.given * 3 % kinds.len()).unwrap_or(&"");
        let lap = LAPS.get(self.given / PAIRS).unwrap_or(&"");
        self.given += 1;
        format!("{lap}{beginning}{ending} {kind}")
    }
}
