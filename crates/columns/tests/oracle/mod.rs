//! A simple version of the reader: records by the csv crate, and everything else one byte at a time.

use columns::{Accept, Column, Fault, Keep, Projection, Reader, Table};

/// The expected table of a file.
#[derive(Debug)]
pub(crate) struct Oracle {
    pub(crate) is_utf8: bool,
    /// Line and cells of each kept row.
    pub(crate) rows: Vec<(u64, Vec<Vec<u8>>)>,
    pub(crate) faults: Vec<(u64, Fault)>,
}

/// Decodes single-byte encodings, such as those of Windows: each byte is a character.
pub(crate) fn decode(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// Reads a file in chunks of these sizes, and the rest as one chunk.
pub(crate) fn read(bytes: &[u8], sizes: &[usize], projection: Projection) -> Table {
    let mut reader = Reader::new(projection);
    let mut rest = bytes;
    for &size in sizes {
        let (chunk, after) = rest.split_at(size.min(rest.len()));
        reader.push(chunk);
        rest = after;
    }
    reader.push(rest);
    assert_eq!(reader.bytes_read(), bytes.len() as u64);
    reader.finish(decode)
}

impl Oracle {
    pub(crate) fn of(bytes: &[u8], delimiter: u8, expected: usize) -> Self {
        let mut oracle = Self {
            is_utf8: std::str::from_utf8(bytes).is_ok(),
            rows: Vec::new(),
            faults: Vec::new(),
        };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(bytes);
        let mut record = csv::ByteRecord::new();
        let mut is_header = true;
        let mut start = 0;
        let mut line = 1;
        while reader.read_byte_record(&mut record).unwrap() {
            let offset = usize::try_from(record.position().unwrap().byte()).unwrap();
            let blank_lines = bytes[offset..].iter().take_while(|byte| is_line_end(**byte));
            let offset = offset + blank_lines.count();
            line += line_ends(&bytes[start..offset]);
            start = offset;
            let cells = record.iter().map(<[u8]>::to_vec).collect();
            if !is_header {
                oracle.push(line, cells, expected);
            }
            is_header = false;
        }
        if ends_inside_quotes(&bytes[start..], delimiter) {
            oracle.faults.push((line, Fault::UnclosedQuote));
        }
        oracle
    }

    fn push(&mut self, line: u64, cells: Vec<Vec<u8>>, expected: usize) {
        let is_filled = |cell: &Vec<u8>| !trimmed(cell).is_empty();
        if !cells.iter().any(is_filled) {
            return;
        }
        let inner: u64 = cells.iter().map(|cell| line_ends(cell)).sum();
        if inner > 0 {
            let last_line = line + inner;
            self.faults.push((line, Fault::SpansLines { last_line }));
        }
        let found = cells.len();
        if found < expected {
            self.faults.push((line, Fault::ShortRow { found, expected }));
        } else if cells.iter().skip(expected).any(is_filled) {
            self.faults.push((line, Fault::LongRow { found, expected }));
        }
        self.rows.push((line, cells));
    }

    /// Compares a table with this one. Each wanted column must be named only once.
    pub(crate) fn check(&self, table: &Table, wanted: &[(usize, Keep)]) {
        assert_eq!(table.is_utf8(), self.is_utf8);
        let lines: Vec<_> = self.rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(table.lines().collect::<Vec<_>>(), lines);
        assert_eq!(table.rows(), lines.len());
        assert_eq!(table.faults(), self.faults);
        for &(index, keep) in wanted {
            let column = table.column(index).unwrap();
            for (row, (line, cells)) in self.rows.iter().enumerate() {
                let cell = cells.get(index).map_or(&[][..], Vec::as_slice);
                self.check_cell(column, row, cell, keep)
                    .unwrap_or_else(|| panic!("line {line}, column {index}: {cell:?} {column:?}"));
            }
        }
    }

    /// Returns `None` if the cell is wrong.
    fn check_cell(&self, column: &Column, row: usize, cell: &[u8], keep: Keep) -> Option<()> {
        let is_right = match (column, keep) {
            (Column::Text(cells), Keep::Text) => cells.get(row)? == self.text(cell),
            (Column::Words(words), Keep::Words) => words.get(row)? == self.text(columns::bare_bytes(trimmed(cell))),
            (Column::Numbers(numbers), Keep::Number(accept)) => match plain(cell, accept) {
                Some(number) => {
                    let value = numbers.values().get(row)?.to_bits();
                    value == number.to_bits() && numbers.number(row)?.to_bits() == value && numbers.word(row).is_none()
                }
                None => {
                    numbers.values().get(row)?.is_nan()
                        && numbers.number(row).is_none()
                        && numbers.word(row)? == self.text(columns::bare_bytes(trimmed(cell)))
                }
            },
            _ => false,
        };
        is_right.then_some(())
    }

    fn text(&self, cell: &[u8]) -> String {
        let text = match std::str::from_utf8(cell) {
            Ok(text) if self.is_utf8 => text.to_owned(),
            _ => decode(cell),
        };
        columns::with_plain_blanks(&text).into_owned()
    }
}

/// A cell without surrounding blanks, including those of Windows-1252.
fn trimmed(cell: &[u8]) -> &[u8] {
    let mut first = None;
    let (mut at, mut end) = (0, 0);
    for chunk in cell.utf8_chunks() {
        let letters = chunk.valid().chars().map(|letter| (letter, letter.len_utf8()));
        let stray = chunk.invalid().iter();
        let stray = stray.map(|&byte| (if byte == 0xA0 { ' ' } else { 'x' }, 1));
        for (letter, length) in letters.chain(stray) {
            if !columns::is_blank(letter) {
                first.get_or_insert(at);
                end = at + length;
            }
            at += length;
        }
    }
    first.map_or(&[], |first| &cell[first..end])
}

/// An accepted plain decimal, by the standard library's parser.
fn plain(cell: &[u8], accept: Accept) -> Option<f64> {
    let text = std::str::from_utf8(columns::bare_bytes(trimmed(cell))).ok()?;
    let text = match text.strip_suffix('%') {
        Some(bare) if accept.percent => bare.trim_ascii_end(),
        _ => text,
    };
    let digits: String = text.strip_prefix(['-', '+']).unwrap_or(text).into();
    let is_plain = digits.bytes().all(|byte| byte == b'.' || byte.is_ascii_digit());
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let significant = digits.replace('.', "").trim_start_matches('0').len();
    if !is_plain || decimals > 22 || significant > 15 {
        return None;
    }
    let number: f64 = text.parse().ok()?;
    let is_taken = number >= f64::from(accept.lowest)
        && number <= f64::from(accept.highest)
        && !(accept.whole && text.contains('.'));
    is_taken.then_some(number)
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// The number of line ends in some bytes, of which the last line end is complete.
fn line_ends(bytes: &[u8]) -> u64 {
    let ends = bytes
        .iter()
        .enumerate()
        .filter(|&(index, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n')));
    ends.count() as u64
}

/// Whether a record leaves a quote open. A quote opens only at the start of a cell, and two within quotes are one.
fn ends_inside_quotes(record: &[u8], delimiter: u8) -> bool {
    let mut inside = false;
    let mut at_start = true;
    for &byte in record {
        if byte == b'"' && (inside || at_start) {
            inside = !inside;
            at_start = !inside;
        } else {
            at_start = !inside && (byte == delimiter || is_line_end(byte));
        }
    }
    inside
}
