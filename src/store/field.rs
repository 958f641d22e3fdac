//! A list of tagged fields: one byte of tag, four of length, then the bytes.
//!
//! A later version may add tags; a reader passes over those it does not know.

/// Writes fields one after another.
#[derive(Debug, Default)]
pub(super) struct FieldWriter(Vec<u8>);

impl FieldWriter {
    /// Adds a field, also an empty one.
    pub(super) fn bytes(&mut self, tag: u8, bytes: &[u8]) {
        // A payload over 4 GiB cannot exist at 32 bits; should it, the record is refused on reading.
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.0.push(tag);
        self.0.extend_from_slice(&length.to_le_bytes());
        self.0.extend_from_slice(bytes);
    }

    /// Adds a text; an empty one is left out, since absence reads as empty.
    pub(super) fn text(&mut self, tag: u8, text: &str) {
        if !text.is_empty() {
            self.bytes(tag, text.as_bytes());
        }
    }

    /// Adds a number.
    pub(super) fn number(&mut self, tag: u8, number: u32) {
        self.bytes(tag, &number.to_le_bytes());
    }

    /// The payload.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// One field as it stands in the bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'a> {
    /// What it is.
    pub(super) tag: u8,
    /// Its bytes.
    pub(super) bytes: &'a [u8],
}

/// The bytes are no list of fields, or a field is not what its tag says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed;

impl Field<'_> {
    /// The field as text.
    pub(super) fn text(&self) -> Result<String, Malformed> {
        std::str::from_utf8(self.bytes).map(str::to_owned).map_err(|_| Malformed)
    }

    /// The field as a number.
    pub(super) fn number(&self) -> Result<u32, Malformed> {
        self.bytes.try_into().map(u32::from_le_bytes).map_err(|_| Malformed)
    }
}

/// All fields of a payload, in its order.
pub(super) fn fields(payload: &[u8]) -> Result<Vec<Field<'_>>, Malformed> {
    let mut rest = payload;
    let mut fields = Vec::new();
    while let Some((tag, after)) = rest.split_first() {
        let (length, after) = after.split_first_chunk::<4>().ok_or(Malformed)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Malformed)?;
        let (bytes, after) = after.split_at_checked(length).ok_or(Malformed)?;
        fields.push(Field { tag: *tag, bytes });
        rest = after;
    }
    Ok(fields)
}
