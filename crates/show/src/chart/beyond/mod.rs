//! Further details of a mark, shown when it is selected: its rank among the others, and its interval.

mod words;

use records::terms::Figure;

/// The end of an order that ranks start from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum End {
    Highest,
    Lowest,
    Smallest,
}

impl End {
    fn is_before(self, one: Figure, two: Figure) -> bool {
        match self {
            Self::Highest => one.steps() > two.steps(),
            Self::Lowest | Self::Smallest => one.steps() < two.steps(),
        }
    }
}

/// A figure's rank among all, itself one of them: "highest of 9 regions", "joint 2nd highest of 9 regions". Those that
/// tie share the better rank. Returns `None` if there are no others.
pub(super) fn rank_in_words(
    figure: Figure,
    all: &mut dyn Iterator<Item = Figure>,
    end: End,
    noun: &str,
) -> Option<String> {
    let (mut count, mut before, mut equal) = (0, 0, 0);
    for other in all {
        count += 1;
        before += usize::from(end.is_before(other, figure));
        equal += usize::from(other.steps() == figure.steps());
    }
    (count > 1).then(|| words::rank((before + 1, equal), end, count, noun))
}

/// The words that are present, joined by a comma.
pub(super) fn in_one(words: [Option<String>; 2]) -> Option<String> {
    match words {
        [Some(one), Some(two)] => Some(format!("{one}, {two}")),
        [one, two] => one.or(two),
    }
}

#[cfg(test)]
mod tests {
    use records::terms::Unit;

    use super::*;

    #[test]
    fn ties_share_the_better_rank() {
        let figures: Vec<Figure> = [30.0, 20.0, 20.0, 10.0]
            .into_iter()
            .filter_map(|number| Figure::new(number, Unit::Percent))
            .collect();
        let among = |figures: &[Figure], index: usize, end| {
            rank_in_words(figures[index], &mut figures.iter().copied(), end, "region")
        };
        let rank = |index, end| among(&figures, index, end).unwrap();
        assert_eq!(rank(0, End::Highest), "highest of 4 regions");
        assert_eq!(rank(1, End::Highest), "joint 2nd highest of 4 regions");
        assert_eq!(rank(2, End::Highest), "joint 2nd highest of 4 regions");
        assert_eq!(rank(3, End::Smallest), "smallest of 4 regions");
        assert_eq!(rank(0, End::Lowest), "4th lowest of 4 regions");
        let alike = among(&figures[1..3], 0, End::Highest);
        assert_eq!(alike.as_deref(), Some("both regions the same"));
        assert_eq!(among(&figures[..1], 0, End::Highest), None);
    }
}
