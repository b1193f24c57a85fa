//! The groups of pupils that figures are about.

use borsh::{BorshDeserialize, BorshSerialize};

use super::keyed::keyed;

/// A group of pupils.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum Group {
    /// Free school meals in the last six years, looked after, or adopted from care (`FSM6CLA1A`).
    Disadvantaged,
    /// Not disadvantaged.
    Other,
    /// Every pupil at the end of key stage 4.
    All,
}

impl Group {
    /// The three groups.
    pub const ALL: [Self; 3] = [Self::Disadvantaged, Self::Other, Self::All];
}

/// The subject of the screen: one group's figures, or the gap between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Focus {
    /// Disadvantaged pupils.
    #[default]
    Disadvantaged,
    /// Other pupils.
    Other,
    /// All pupils.
    All,
    /// The attainment gap: other pupils minus disadvantaged pupils.
    Gap,
}

keyed!(Focus {
    Disadvantaged => "disadvantaged",
    Other => "other",
    All => "all",
    Gap => "gap",
});

impl Focus {
    /// The group whose figures are shown, or `None` for the gap.
    #[must_use]
    pub const fn group(self) -> Option<Group> {
        match self {
            Self::Disadvantaged => Some(Group::Disadvantaged),
            Self::Other => Some(Group::Other),
            Self::All => Some(Group::All),
            Self::Gap => None,
        }
    }

    /// The group whose pupils and weights represent it; for a gap, the disadvantaged.
    #[must_use]
    pub const fn weighing_group(self) -> Group {
        match self {
            Self::Disadvantaged | Self::Gap => Group::Disadvantaged,
            Self::Other => Group::Other,
            Self::All => Group::All,
        }
    }

    /// Whether a smaller figure is the better one: true only for gaps.
    #[must_use]
    pub const fn smaller_is_better(self) -> bool {
        matches!(self, Self::Gap)
    }
}
