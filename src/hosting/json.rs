//! The little of JSON that the list needs: lists, objects and texts, each at its place.
//!
//! Unlike serde_json, the oracle of the tests, it says in plain words what is wrong, to whoever writes the list by hand.

use crate::hosting::words::json as words;

/// A text as it is read, from its beginning.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
}

/// Why a text is not what it should be, in words, with the line and the column.
pub(super) type Unread = String;

impl<'a> Reader<'a> {
    /// A reader at the beginning.
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Nothing more than blanks is left.
    pub(super) fn end(&mut self) -> Result<(), Unread> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.expected(words::END)),
        }
    }

    /// What stands between two brackets, part by part, with commas between the parts.
    pub(super) fn each(
        &mut self,
        [open, close]: [char; 2],
        take: &mut dyn FnMut(&mut Self) -> Result<(), Unread>,
    ) -> Result<(), Unread> {
        self.sign(open)?;
        if self.takes(close) {
            return Ok(());
        }
        loop {
            take(self)?;
            if self.takes(close) {
                return Ok(());
            }
            if !self.takes(',') {
                return Err(self.expected(&words::comma_or(close)));
            }
        }
    }

    /// The name of what follows it, with the colon between.
    pub(super) fn name(&mut self) -> Result<String, Unread> {
        let name = self.text()?;
        self.sign(':')?;
        Ok(name)
    }

    /// Whether a sign comes next, after blanks.
    pub(super) fn is_next(&mut self, sign: char) -> bool {
        self.peek() == Some(sign)
    }

    /// A text in double quotes.
    pub(super) fn text(&mut self) -> Result<String, Unread> {
        if !self.takes('"') {
            return Err(self.expected(words::TEXT));
        }
        let mut text = String::new();
        loop {
            match self.rest().chars().next() {
                Some('"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some('\\') => text.push(self.escaped()?),
                Some(letter) if letter >= ' ' => {
                    self.at += letter.len_utf8();
                    text.push(letter);
                }
                _ => return Err(self.expected(words::CLOSING_QUOTE)),
            }
        }
    }

    /// What a backslash and what follows it stand for.
    fn escaped(&mut self) -> Result<char, Unread> {
        let rest = self.rest();
        let letter = match rest.as_bytes().get(1) {
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(&sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'u') => return self.numbered(),
            _ => return Err(self.expected(words::ESCAPED_SIGN)),
        };
        self.at += 2;
        Ok(letter)
    }

    /// A letter by its number, or by two where it takes two.
    fn numbered(&mut self) -> Result<char, Unread> {
        let unit = |rest: &str| {
            let digits = rest.strip_prefix("\\u")?.get(..4)?;
            let mut number = 0;
            for digit in digits.chars() {
                number = number * 16 + digit.to_digit(16)?;
            }
            u16::try_from(number).ok()
        };
        let rest = self.rest();
        let second = rest.get(6..).and_then(unit);
        let units = unit(rest).into_iter().chain(second);
        let letter = char::decode_utf16(units).next().and_then(Result::ok);
        let letter = letter.ok_or_else(|| self.expected(words::LETTERS_NUMBER))?;
        self.at += 6 * letter.len_utf16();
        Ok(letter)
    }

    fn sign(&mut self, sign: char) -> Result<(), Unread> {
        if self.takes(sign) {
            return Ok(());
        }
        Err(self.expected(&String::from(sign)))
    }

    fn takes(&mut self, sign: char) -> bool {
        let is_there = self.peek() == Some(sign);
        if is_there {
            self.at += sign.len_utf8();
        }
        is_there
    }

    /// The next sign after blanks, which are passed over.
    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        let after = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        self.at += rest.len() - after.len();
        after.chars().next()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What should be here, and what is.
    pub(super) fn expected(&self, what: &str) -> Unread {
        let before = self.text.get(..self.at).unwrap_or_default();
        let (mut line, mut column) = (1_usize, 1_usize);
        for letter in before.chars() {
            (line, column) = match letter {
                '\n' => (line + 1, 1),
                _ => (line, column + 1),
            };
        }
        let found = match self.rest().chars().next() {
            None => words::END.to_owned(),
            Some('\n' | '\r') => words::END_OF_LINE.to_owned(),
            Some(letter) => String::from(letter),
        };
        words::unexpected(line, column, what, found)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    /// A text, a list or an object, as serde_json has it.
    fn value(reader: &mut Reader<'_>) -> Result<Value, Unread> {
        if reader.is_next('[') {
            let mut list = Vec::new();
            reader.each(['[', ']'], &mut |reader| {
                list.push(value(reader)?);
                Ok(())
            })?;
            return Ok(Value::Array(list));
        }
        if reader.is_next('{') {
            let mut object = serde_json::Map::new();
            reader.each(['{', '}'], &mut |reader| {
                let name = reader.name()?;
                object.insert(name, value(reader)?);
                Ok(())
            })?;
            return Ok(Value::Object(object));
        }
        reader.text().map(Value::String)
    }

    fn read(text: &str) -> Result<Value, Unread> {
        let mut reader = Reader::new(text);
        let value = value(&mut reader)?;
        reader.end()?;
        Ok(value)
    }

    fn values() -> impl Strategy<Value = Value> {
        let texts = any::<String>().prop_map(Value::String);
        texts.prop_recursive(3, 24, 4, |inner| {
            let lists = prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array);
            let named = prop::collection::btree_map(any::<String>(), inner, 0..4);
            prop_oneof![
                lists,
                named.prop_map(|of| Value::Object(of.into_iter().collect()))
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in values()) {
            prop_assert_eq!(read(&value.to_string()), Ok(value.clone()));
            prop_assert_eq!(read(&format!("{value:#}\n")), Ok(value));
        }

        #[test]
        fn only_json_is_read(text in r#"[\[\]{}",:\\unDd8Cc0 \né-]{0,24}"#) {
            if let Ok(value) = read(&text) {
                prop_assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value));
            }
        }
    }

    #[test]
    fn letters_can_be_written_by_their_numbers() {
        let read = read(r#"["\u0041\u00e9\uD83D\uDE00", "\"\\\/\b\f\n\r\t"]"#);
        assert_eq!(read, Ok(json!(["Aé😀", "\"\\/\u{8}\u{c}\n\r\t"])));
    }

    #[test]
    fn faults_are_named_with_their_place() {
        for (text, words) in [
            (
                "[\"a\",\n \"é\" x]",
                "in line 2, column 6, there should be a comma or ] and is x",
            ),
            (
                "[\"a\",]",
                "in line 1, column 6, there should be a text in double quotes and is ]",
            ),
            (
                "{\"a\" \"b\"}",
                "in line 1, column 6, there should be : and is \"",
            ),
            (
                "\"a",
                "in line 1, column 3, there should be the double quote that ends the text and is the end",
            ),
            ("\"a\nb\"", "and is the end of the line"),
            ("\"\\x\"", "there should be two backslashes"),
            ("\"\\ud800\"", "there should be a letter's number"),
            ("\"\\u+123\"", "there should be a letter's number"),
            ("[] []", "there should be the end and is ["),
            ("", "there should be a text in double quotes and is the end"),
        ] {
            let unread = read(text).unwrap_err();
            assert!(unread.contains(words), "{unread}");
        }
    }
}
