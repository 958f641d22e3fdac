//! Our plotters backend: what plotters draws becomes operations of a display list.
//!
//! Coordinates are whole eighths of a CSS px. A colour travels as an index into the palette in the
//! red channel, so that a theme is chosen when the list is replayed; opacity is alpha.
//!
//! | code | operation | numbers after the code |
//! |---|---|---|
//! | 1 | fill rectangle | ink, opacity, x, y, width, height, corner radius |
//! | 2 | stroke rectangle | ink, line width, dash, x, y, width, height, corner radius |
//! | 3 | stroke path | ink, line width, dash, count, x and y of each point |
//! | 4 | fill polygon | ink, opacity, count, x and y of each point |
//! | 5 | fill circle | ink, opacity, x, y, radius |
//! | 6 | stroke circle | ink, line width, dash, x, y, radius |
//! | 7 | text | ink, x, y, size, flags (1 bold, 2 tabular, 4 rtl, 8 halo), anchor (−1 left, 0 middle, 1 right), UTF-16 length |
//! | 8 | fill rectangles | ink, opacity, count, x, y, width and height of each |
//! | 9 | fill circles | ink, opacity, radius, count, x and y of each |
//!
//! Lengths are CSS px; dash is 0 solid, 1 planned, 2 reference, 3 slot, 4 dots. The texts of all
//! text operations stand one behind the other in one string.

use std::convert::Infallible;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use crate::chart::{Anchor, Dash, Direction, Label, Point, Px, Rect};
use crate::list::Gather;

/// Operations for the replay script.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisplayList {
    /// Codes and numbers.
    pub ops: Vec<f32>,
    /// Texts of the text operations, in order.
    pub strings: String,
}

/// What plotters has no word for; holds for the next shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Manner {
    pub(super) dash: Dash,
    pub(super) radius: Px,
}

impl Manner {
    pub(super) const PLAIN: Self = Self { dash: Dash::Solid, radius: Px(0) };
}

/// The backend.
pub(super) struct Recorder<'a> {
    list: &'a mut DisplayList,
    size: (u32, u32),
    manner: Manner,
    width: Px,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Recorder<'a> {
    /// Records a shape of this manner and line width.
    pub(super) const fn new(
        list: &'a mut DisplayList,
        size: (u32, u32),
        manner: Manner,
        width: Px,
    ) -> Self {
        Self { list, size, manner, width }
    }

    fn push(&mut self, code: u8, numbers: &[f32]) {
        self.list.ops.push(f32::from(code));
        self.list.ops.extend_from_slice(numbers);
    }

    const fn dash(&self) -> f32 {
        match self.manner.dash {
            Dash::Solid => 0.0,
            Dash::Planned => 1.0,
            Dash::Reference => 2.0,
            Dash::Slot => 3.0,
            Dash::Dots => 4.0,
        }
    }
}

/// Eighths as CSS px. Exact: 2^24 eighths fit a float.
pub(super) const fn css(eighths: i32) -> f32 {
    eighths as f32 / 8.0
}

fn ink(color: BackendColor) -> f32 {
    f32::from(color.rgb.0)
}

fn opacity(color: BackendColor) -> f32 {
    color.alpha as f32
}

fn coordinates(points: impl IntoIterator<Item = BackendCoord>) -> Vec<f32> {
    points.into_iter().flat_map(|(x, y)| [css(x), css(y)]).gather()
}

/// A count as the script reads it; paths of a chart are far below 2^24 points.
fn count(points: &[f32]) -> f32 {
    (points.len() / 2) as f32
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        let eighth = css(1);
        self.push(
            1,
            &[ink(color), opacity(color), css(point.0), css(point.1), eighth, eighth, 0.0],
        );
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = upper_left;
        let (width, height) = (bottom_right.0 - x, bottom_right.1 - y);
        let area = [css(x), css(y), css(width), css(height), css(self.manner.radius.0)];
        let color = style.color();
        let (code, head) = if fill {
            (1, vec![ink(color), opacity(color)])
        } else {
            (2, vec![ink(color), css(self.width.0), self.dash()])
        };
        self.push(code, &[head.as_slice(), &area].concat());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points = coordinates(path);
        let head = [ink(style.color()), css(self.width.0), self.dash(), count(&points)];
        self.push(3, &[head.as_slice(), &points].concat());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let color = style.color();
        let place = [css(center.0), css(center.1), css(i32::try_from(radius).unwrap_or(i32::MAX))];
        if fill {
            self.push(5, &[[ink(color), opacity(color)].as_slice(), &place].concat());
        } else {
            let head = [ink(color), css(self.width.0), self.dash()];
            self.push(6, &[head.as_slice(), &place].concat());
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Drawn {
        let points = coordinates(vertices);
        let head = [ink(style.color()), opacity(style.color()), count(&points)];
        self.push(4, &[head.as_slice(), &points].concat());
        Ok(())
    }

    /// The scene has measured and placed every text; plotters must never measure one.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        _: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((0, 0))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let size = style.size() as f32 / 8.0;
        let length = text.encode_utf16().count() as f32;
        self.push(7, &[ink(style.color()), css(at.0), css(at.1), size, 0.0, 0.0, length]);
        self.list.strings.push_str(text);
        Ok(())
    }
}

/// Writes a label. Direction, digit width, anchor and rim have no place in plotters' text style, so
/// a label goes to the list itself.
pub(super) fn push_label(list: &mut DisplayList, label: &Label, index: u8) {
    let flag = |is: bool, bit: u8| if is { bit } else { 0 };
    let flags = flag(label.bold, 1)
        | flag(label.tabular, 2)
        | flag(label.direction == Direction::Rtl, 4)
        | flag(label.halo, 8);
    let anchor = match label.anchor {
        Anchor::Left => -1.0,
        Anchor::Middle => 0.0,
        Anchor::Right => 1.0,
    };
    list.ops.extend([
        7.0,
        f32::from(index),
        css(label.at.x.0),
        css(label.at.y.0),
        css(label.size.0),
        f32::from(flags),
        anchor,
        label.text.encode_utf16().count() as f32,
    ]);
    list.strings.push_str(&label.text);
}

/// Writes rectangles that look alike as one operation.
pub(super) fn push_rects(list: &mut DisplayList, areas: &[Rect], index: u8, percent: u8) {
    list.ops.extend([8.0, f32::from(index), f32::from(percent) / 100.0, areas.len() as f32]);
    for area in areas {
        list.ops.extend([area.x, area.y, area.width, area.height].map(|length| css(length.0)));
    }
}

/// Writes circles that look alike as one operation.
pub(super) fn push_circles(
    list: &mut DisplayList,
    centres: &[Point],
    radius: Px,
    index: u8,
    percent: u8,
) {
    let opacity = f32::from(percent) / 100.0;
    list.ops.extend([9.0, f32::from(index), opacity, css(radius.0), centres.len() as f32]);
    for centre in centres {
        list.ops.extend([css(centre.x.0), css(centre.y.0)]);
    }
}
