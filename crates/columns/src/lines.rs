//! Lines of the file, counted from 1.

/// Counts line ends: `\n`, `\r\n` or a lone `\r`, wherever they are.
#[derive(Debug)]
pub(crate) struct Lines {
    /// The line of the next block's first byte.
    line: u64,
    /// Bit 0 is set if the previous byte was a carriage return, which a line feed would complete.
    after_return: u64,
}

/// The line ends of one block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineEnds {
    line: u64,
    ends: u64,
}

impl LineEnds {
    /// The line after the bytes in a mask of first bytes.
    pub(crate) fn line_after(self, passed: u64) -> u64 {
        self.line + u64::from((self.ends & passed).count_ones())
    }
}

impl Lines {
    pub(crate) fn new() -> Self {
        Self {
            line: 1,
            after_return: 0,
        }
    }

    /// The current line.
    pub(crate) fn line(&self) -> u64 {
        self.line
    }

    /// Whether the previous byte was a carriage return.
    pub(crate) fn is_after_return(&self) -> bool {
        self.after_return != 0
    }

    /// Processes a block without line ends.
    #[inline]
    pub(crate) fn pass(&mut self) {
        self.after_return = 0;
    }

    /// Processes a block of `length` bytes with its line ends, including carriage returns.
    pub(crate) fn count(&mut self, line_ends: u64, returns: u64, length: usize) -> LineEnds {
        let completing = line_ends & !returns & (returns << 1 | self.after_return);
        let counted = LineEnds {
            line: self.line,
            ends: line_ends & !completing,
        };
        self.line = counted.line_after(u64::MAX);
        self.after_return = returns >> (length - 1) & 1;
        counted
    }
}
