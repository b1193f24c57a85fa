//! A paper with marked blocks: `<!-- computed: name -->`, the computed text, `<!-- end -->`.

/// A block's name, and the function that makes its text.
pub(crate) type Block = (&'static str, fn() -> String);

const START: &str = "\n<!-- computed: ";
const END: &str = "\n<!-- end -->";

/// The paper with every block computed. Each block must occur once, and no others.
pub(crate) fn computed(paper: &str, blocks: &[Block]) -> String {
    let mut parts = paper.split(START);
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut seen = Vec::new();
    for part in parts {
        let (name, rest) = part.split_once(" -->").expect("a block's name ends");
        let (_, after) = rest.split_once(END).expect("a block ends");
        let made = blocks.iter().find(|(known, _)| *known == name);
        let (_, make) = made.unwrap_or_else(|| panic!("nothing computes {name}"));
        text += &format!("{START}{name} -->\n{}{END}{after}", make().trim_end());
        seen.push(name);
    }
    let expected: Vec<&str> = blocks.iter().map(|(name, _)| *name).collect();
    assert_eq!(seen, expected, "the paper's blocks, in order");
    text
}

/// The blocks that differ between two versions of the paper, each with its name.
pub(crate) fn changed(before: &str, after: &str) -> Vec<String> {
    let blocks = |paper: &str| -> Vec<String> {
        let parts = paper.split(START).skip(1);
        let block = |part: &str| part.split(END).next().unwrap_or_default().to_owned();
        parts.map(block).collect()
    };
    let pairs = blocks(before).into_iter().zip(blocks(after));
    pairs
        .filter(|(before, after)| before != after)
        .map(|(_, after)| after)
        .collect()
}

#[test]
fn what_stands_in_a_block_gives_way() {
    let paper = "One\n<!-- computed: two -->\nold\n<!-- end -->\nthree\n";
    let after = computed(paper, &[("two", || "new\n".to_owned())]);
    assert_eq!(after, paper.replace("old", "new"));
    assert_eq!(changed(paper, &after), ["two -->\nnew"]);
    assert!(changed(paper, paper).is_empty());
}
