//! Colours by name: the one table behind canvas, SVG and stylesheet.

use crate::chart::Ink;

/// One colour: name of its custom property without `--hy-`, value in light and dark.
struct Tone {
    name: &'static str,
    light: &'static str,
    dark: &'static str,
}

const fn tone(name: &'static str, light: &'static str, dark: &'static str) -> Tone {
    Tone { name, light, dark }
}

/// The index of a colour in display lists is its place here.
const TONES: [Tone; 37] = [
    tone("paper", "#FFFFFF", "#131E27"),
    tone("sunken", "#E8EDF0", "#1D2B36"),
    tone("ink", "#13222E", "#EDF2F5"),
    tone("ink-2", "#3F4F5B", "#BECAD3"),
    tone("ink-3", "#566571", "#9AA9B5"),
    tone("axis", "#71808B", "#7E8F9C"),
    tone("rule", "#D0D9DE", "#2F404D"),
    tone("grid", "#E3E9EC", "#233340"),
    tone("context", "#8894A0", "#71818E"),
    tone("selection", "#E7EEFA", "#1B2E4E"),
    tone("focus-outer", "#13222E", "#FFC61A"),
    tone("focus-inner", "#FFC61A", "#0C151C"),
    tone("cat-1", "#1245A6", "#4C7DE0"),
    tone("cat-2", "#B86800", "#F5AF20"),
    tone("cat-3", "#066F68", "#31B4A9"),
    tone("cat-4", "#B40946", "#FA5D62"),
    tone("cat-5", "#8D4FB2", "#D098F4"),
    tone("cat-6", "#64A05C", "#B5F37E"),
    tone("cat-7", "#663721", "#A2602F"),
    tone("cat-8", "#1B3140", "#EAEFF5"),
    tone("seq-1", "#D9EEEA", "#1B3C4A"),
    tone("seq-2", "#9CD2CC", "#1E6070"),
    tone("seq-3", "#4BA3AE", "#349AA1"),
    tone("seq-4", "#1F6A99", "#72C2B8"),
    tone("seq-5", "#12386F", "#D2F1E6"),
    tone("seq-text-1", "#13222E", "#FFFFFF"),
    tone("seq-text-2", "#13222E", "#FFFFFF"),
    tone("seq-text-3", "#13222E", "#0C151C"),
    tone("seq-text-4", "#FFFFFF", "#0C151C"),
    tone("seq-text-5", "#FFFFFF", "#0C151C"),
    tone("div-1", "#12418F", "#A9C8FF"),
    tone("div-2", "#5F8FD0", "#5E8FDD"),
    tone("div-3", "#BCD0EA", "#2F5288"),
    tone("div-4", "#EEF1F2", "#2A3842"),
    tone("div-5", "#F0CFA6", "#6B4A1C"),
    tone("div-6", "#D08A35", "#C0842B"),
    tone("div-7", "#8F4C00", "#FFD08A"),
];

const FIRST_CATEGORY: u8 = 12;
const FIRST_SEQUENCE: u8 = 20;
const FIRST_SEQUENCE_TEXT: u8 = 25;
const FIRST_DIVERGING: u8 = 30;

/// Place of a colour in the table. A class or category out of range takes the nearest one.
pub const fn ink_index(ink: Ink) -> u8 {
    const fn within(number: u8, most: u8) -> u8 {
        match number {
            0 => 0,
            number if number > most => most - 1,
            number => number - 1,
        }
    }
    match ink {
        Ink::Paper => 0,
        Ink::Sunken => 1,
        Ink::Ink => 2,
        Ink::Ink2 => 3,
        Ink::Ink3 => 4,
        Ink::Axis => 5,
        Ink::Rule => 6,
        Ink::Grid => 7,
        Ink::Context => 8,
        Ink::Selection => 9,
        Ink::FocusOuter => 10,
        Ink::FocusInner => 11,
        Ink::Category(number) => FIRST_CATEGORY + within(number, 8),
        Ink::Sequence(number) => FIRST_SEQUENCE + within(number, 5),
        Ink::SequenceText(number) => FIRST_SEQUENCE_TEXT + within(number, 5),
        Ink::Diverging(number) => FIRST_DIVERGING + within(number, 7),
    }
}

fn tone_of(ink: Ink) -> &'static Tone {
    static FALLBACK: Tone = tone("ink", "#13222E", "#EDF2F5");
    TONES.get(usize::from(ink_index(ink))).unwrap_or(&FALLBACK)
}

/// Name of a colour, `cat-1` of the custom property `--hy-cat-1`.
pub fn ink_name(ink: Ink) -> &'static str {
    tone_of(ink).name
}

/// Value of a colour, `#RRGGBB`.
pub fn hex(ink: Ink, dark: bool) -> &'static str {
    let tone = tone_of(ink);
    if dark { tone.dark } else { tone.light }
}

/// Names in the order of indexes, with light and dark values, for the replay script's own table
/// and for tests.
pub fn tones() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    TONES.iter().map(|tone| (tone.name, tone.light, tone.dark))
}
