//! Invented names: two halves of an invented place, and what the trust or school calls itself.

/// How an invented place begins.
const BEGINNINGS: [&str; 58] = [
    "Bobbin", "Harebell", "Pippin", "Spindle", "Tinder", "Trellis", "Barley", "Bramble", "Button",
    "Candle", "Cinder", "Clover", "Cobble", "Cricket", "Cuckoo", "Dapple", "Dimple", "Ember",
    "Fable", "Fennel", "Fiddle", "Gilly", "Glimmer", "Gosling", "Ivory", "Juniper", "Kestrel",
    "Lantern", "Lilac", "Linnet", "Mallow", "Marble", "Marigold", "Mellow", "Mulberry", "Nimble",
    "Ochre", "Pebble", "Pepper", "Pewter", "Plover", "Quill", "Ripple", "Russet", "Saffron",
    "Sorrel", "Starling", "Tansy", "Teasel", "Thimble", "Thistle", "Velvet", "Wander", "Whistle",
    "Willet", "Winter", "Yarrow", "Zephyr",
];

/// How it ends.
const ENDINGS: [&str; 29] = [
    "beck", "brook", "bury", "thwaite", "combe", "cote", "dale", "den", "fen", "fold", "ford",
    "garth", "gate", "heath", "holme", "hurst", "mere", "moor", "ness", "pool", "ridge", "shaw",
    "stead", "thorpe", "vale", "water", "wick", "wold", "worth",
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

const SCHOOLS: [&str; 5] = [
    "Academy",
    "School",
    "High School",
    "Community School",
    "College",
];

/// The next free names; none comes twice.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: usize,
}

impl Names {
    pub(super) fn trust(&mut self) -> String {
        self.next(&TRUSTS)
    }

    pub(super) fn school(&mut self) -> String {
        self.next(&SCHOOLS)
    }

    /// Goes through all pairs of halves in steps that share no divisor with their number.
    fn next(&mut self, kinds: &[&str]) -> String {
        const PAIRS: usize = BEGINNINGS.len() * ENDINGS.len();
        const STEP: usize = 655;
        let pair = self.given * STEP % PAIRS;
        let beginning = BEGINNINGS.get(pair / ENDINGS.len()).unwrap_or(&"");
        let ending = ENDINGS.get(pair % ENDINGS.len()).unwrap_or(&"");
        let kind = kinds.get(self.given * 3 % kinds.len()).unwrap_or(&"");
        self.given += 1;
        format!("{beginning}{ending} {kind}")
    }
}
