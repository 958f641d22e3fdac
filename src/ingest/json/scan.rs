//! Walks over JSON without building it. Nothing here recurses: depth costs a byte a level.

use std::borrow::Cow;

/// The text is no JSON from the place on that the scanner stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// A place in a text of JSON.
#[derive(Clone)]
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The line that it stands in, from 1.
    pub(super) fn line(&self) -> usize {
        1 + self.text.bytes().take(self.at).filter(|byte| *byte == b'\n').count()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next byte that is not white space, which stays.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let rest = self.rest().bytes();
        self.at += rest.take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.rest().bytes().next()
    }

    /// Takes a sign if it is the next.
    pub(super) fn takes(&mut self, sign: u8) -> bool {
        let is_next = self.peek() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    /// Takes a sign that must be the next.
    pub(super) fn expect(&mut self, sign: u8) -> Result<(), Broken> {
        if self.takes(sign) { Ok(()) } else { Err(Broken) }
    }

    /// Whether another item follows in a list or object that ends with `close`.
    pub(super) fn goes_on(&mut self, is_first: bool, close: u8) -> Result<bool, Broken> {
        if self.takes(close) {
            return Ok(false);
        }
        if !is_first {
            self.expect(b',')?;
        }
        Ok(true)
    }

    /// Takes `null`, `true` or `false`.
    pub(super) fn word(&mut self, word: &str) -> Result<(), Broken> {
        self.peek();
        if !self.rest().starts_with(word) {
            return Err(Broken);
        }
        self.at += word.len();
        Ok(())
    }

    /// The digits of a number as they are written.
    pub(super) fn number(&mut self) -> Result<&'a str, Broken> {
        self.peek();
        let rest = self.rest();
        let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.bytes().take_while(is_part).count();
        let number = rest.get(..length).unwrap_or_default();
        if !is_number(number) {
            return Err(Broken);
        }
        self.at += length;
        Ok(number)
    }

    /// A text without its quotation marks; `None` where an escape names no letter.
    pub(super) fn text(&mut self) -> Result<Option<Cow<'a, str>>, Broken> {
        self.expect(b'"')?;
        let (mut whole, mut is_sound) = (Cow::Borrowed(""), true);
        loop {
            let rest = self.rest();
            let is_plain = |byte: &u8| !matches!(byte, b'"' | b'\\' | 0..=0x1F);
            let length = rest.bytes().take_while(is_plain).count();
            let plain = rest.get(..length).unwrap_or_default();
            match whole {
                Cow::Borrowed("") => whole = Cow::Borrowed(plain),
                _ => whole.to_mut().push_str(plain),
            }
            self.at += length;
            match rest.as_bytes().get(length) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(is_sound.then_some(whole));
                }
                Some(b'\\') => match self.escape()? {
                    Some(letter) => whole.to_mut().push(letter),
                    None => is_sound = false,
                },
                _ => return Err(Broken),
            }
        }
    }

    /// `\n`, `\u0641`, or a pair of surrogates; `None` for half of a pair.
    fn escape(&mut self) -> Result<Option<char>, Broken> {
        let sign = self.rest().as_bytes().get(1).copied();
        self.at += 2;
        Ok(Some(match sign {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.letter(),
            _ => return Err(Broken),
        }))
    }

    fn letter(&mut self) -> Result<Option<char>, Broken> {
        let first = self.unit()?;
        if !(0xD800..0xDC00).contains(&first) || !self.rest().starts_with("\\u") {
            return Ok(char::from_u32(first));
        }
        let before = self.at;
        self.at += 2;
        let second = self.unit()?;
        if (0xDC00..0xE000).contains(&second) {
            return Ok(char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)));
        }
        self.at = before;
        Ok(None)
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, Broken> {
        let digits = self.rest().get(..4).ok_or(Broken)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Broken);
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| Broken)
    }

    /// Passes over a value, however deep, and gives it as it is written.
    pub(super) fn skip(&mut self) -> Result<&'a str, Broken> {
        self.peek();
        let start = self.at;
        let mut open: Vec<u8> = Vec::new();
        loop {
            match self.peek().ok_or(Broken)? {
                b'"' => drop(self.text()?),
                b'{' => self.enter(b'}', &mut open),
                b'[' => self.enter(b']', &mut open),
                close @ (b'}' | b']') if open.pop() == Some(close) => self.at += 1,
                b',' | b':' if !open.is_empty() => self.at += 1,
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                b'n' => self.word("null")?,
                _ => drop(self.number()?),
            }
            if open.is_empty() {
                return Ok(self.text.get(start..self.at).unwrap_or_default());
            }
        }
    }

    fn enter(&mut self, close: u8, open: &mut Vec<u8>) {
        open.push(close);
        self.at += 1;
    }
}

/// Whether a text is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (base, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = base.split_once('.').unwrap_or((base, "0"));
    let has_lead = whole.len() > 1 && whole.starts_with('0');
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    digits(whole) && !has_lead && digits(part) && digits(power)
}
