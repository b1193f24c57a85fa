//! A drawn chart as a list of typed marks.

/// What a mark is drawn with. The page and the exports give each ink its colour, light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Ink {
    /// Not drawn.
    None,
    /// Lines of the grid.
    Grid,
    /// Numbers along an axis and other quiet words.
    Quiet,
    /// Words and numbers.
    Words,
    /// Disadvantaged pupils.
    Disadvantaged,
    /// Other pupils.
    Other,
    /// The bar between the two.
    Connector,
    /// A trust.
    Trust,
    /// A region's figure.
    Mean,
    /// A trust beyond the limits that one of twenty would be beyond by chance.
    Outside,
    /// A trust beyond the limits that one of five hundred would be beyond by chance.
    FarOutside,
    /// A trust that stands behind those that are looked at.
    Behind,
    /// The line of a limit.
    Limit,
    /// A trust that its dot tells from others by not being filled.
    Hollow,
    /// A trust that stands out from hollow ones, and its interval.
    Solid,
}

impl Ink {
    /// All inks, in the order of their numbers.
    pub const ALL: [Self; 15] = [
        Self::None,
        Self::Grid,
        Self::Quiet,
        Self::Words,
        Self::Disadvantaged,
        Self::Other,
        Self::Connector,
        Self::Trust,
        Self::Mean,
        Self::Outside,
        Self::FarOutside,
        Self::Behind,
        Self::Limit,
        Self::Hollow,
        Self::Solid,
    ];

    /// The class by which the style sheet finds it.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::None => "ink-none",
            Self::Grid => "ink-grid",
            Self::Quiet => "ink-quiet",
            Self::Words => "ink-words",
            Self::Disadvantaged => "ink-disadvantaged",
            Self::Other => "ink-other",
            Self::Connector => "ink-connector",
            Self::Trust => "ink-trust",
            Self::Mean => "ink-mean",
            Self::Outside => "ink-outside",
            Self::FarOutside => "ink-far-outside",
            Self::Behind => "ink-behind",
            Self::Limit => "ink-limit",
            Self::Hollow => "ink-hollow",
            Self::Solid => "ink-solid",
        }
    }
}

/// Which point of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A shape in pixels, from the picture's upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// Where it starts.
        from: (f64, f64),
        /// Where it ends.
        to: (f64, f64),
        /// How wide it is.
        width: f64,
    },
    /// A line through three points or more.
    Path {
        /// Its points in order.
        points: Vec<(f64, f64)>,
        /// How wide it is.
        width: f64,
    },
    /// A filled circle.
    Circle {
        /// Its centre.
        centre: (f64, f64),
        /// Its radius.
        radius: f64,
    },
    /// A line of text.
    Text {
        /// The place of its anchor, on the base line.
        at: (f64, f64),
        /// The height of its letters' line.
        size: f64,
        /// Which point of it stands at the place.
        anchor: Anchor,
        /// Whether it is bold.
        bold: bool,
        /// What it says.
        text: String,
    },
}

/// What a mark stands for: told on hover and to screen readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// A word that tells it from the other subjects of the picture.
    pub id: String,
    /// Its name and figures in words.
    pub words: String,
}

/// A shape with its ink and what it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The shape.
    pub shape: Shape,
    /// What it is drawn with.
    pub ink: Ink,
    /// What it stands for; nothing for grids and labels.
    pub about: Option<Subject>,
}

/// A drawn chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Its title: the finding.
    pub title: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// Its marks, the lowest first.
    pub marks: Vec<Mark>,
}
