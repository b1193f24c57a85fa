//! Text in addresses.

/// Encodes text for an address, like `encodeURIComponent` of ECMAScript. Each UTF-8 byte of other characters becomes
/// `%` and two digits.
///
/// ```
/// use records::terms::address::encoded;
/// assert_eq!(encoded("Devon & é=1"), "Devon%20%26%20%C3%A9%3D1");
/// ```
#[must_use]
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(half), 16).unwrap_or_default();
                encoded.push(digit.to_ascii_uppercase());
            }
        }
    }
    encoded
}

/// Decodes text from an address. Invalid encoding is left unchanged.
///
/// ```
/// use records::terms::address::decoded;
/// assert_eq!(decoded("Devon%20%26%20%c3%a9"), "Devon & é");
/// assert_eq!(decoded("100%"), "100%");
/// ```
#[must_use]
pub fn decoded(text: &str) -> String {
    decoded_bytes(text)
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_else(|| text.to_owned())
}

fn decoded_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut half = || char::from(rest.next()?).to_digit(16);
            let value = half()? << 4 | half()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    Some(bytes)
}
