//! On which line a figure came to what stands of it, where copies changed it apart: lines of a figure have
//! numbers from 1, and each of its changes names those that it is of.

use super::heads::Head;
use crate::list::join;
use crate::model::{Content, Dataset, Line, ObservationId};

pub(super) const HEAD: Head = [
    "lines",
    "Lines of changes made apart: none for the one that stands, 0 for none of them",
    "رشته‌های تغییرهای جدا: خالی یعنی رشتهٔ برجا، ۰ یعنی هیچ‌یک",
];

/// What stands in the column for each change, in their order.
pub(super) fn marks(data: &Dataset) -> Vec<String> {
    let mut marks = vec![String::new(); data.revisions.len()];
    for own in data.lines.chunk_by(|one, next| one.observation == next.observation) {
        let Some(Line { observation, .. }) = own.first() else { continue };
        let changes = data.revisions.iter().enumerate();
        let (places, before): (Vec<usize>, Vec<&Content>) = changes
            .filter(|(_, one)| one.observation == *observation)
            .map(|(place, one)| (place, &one.before))
            .unzip();
        let taken: Vec<Vec<bool>> = own.iter().map(|line| line.takes(&before)).collect();
        let standing = numbers(own, &data.observations.get(observation).cloned());
        for (nth, place) in places.into_iter().enumerate() {
            let lines = taken.iter().zip(1..).filter(|(line, _)| line.get(nth) == Some(&true));
            let lines: Vec<u32> = lines.map(|(_, number)| number).collect();
            if let Some(mark) = marks.get_mut(place) {
                *mark = written(&lines, &standing);
            }
        }
    }
    marks
}

/// A change of the one line that stands needs no number; one that no line needs must say so.
fn written(lines: &[u32], standing: &[u32]) -> String {
    match lines {
        [] => "0".to_owned(),
        [_] if lines == standing => String::new(),
        _ => parted(lines),
    }
}

/// The numbers of the lines of a figure that end in a content.
pub(super) fn of_content(data: &Dataset, id: &ObservationId, content: &Content) -> String {
    let own: Vec<&Line> = data.lines.iter().filter(|line| line.observation == *id).collect();
    parted(&numbers(own, content))
}

fn numbers<'a>(own: impl IntoIterator<Item = &'a Line>, content: &Content) -> Vec<u32> {
    let ends = own.into_iter().zip(1..).filter(|(line, _)| line.end == *content);
    ends.map(|(_, number)| number).collect()
}

fn parted(numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    join(&numbers, "|")
}
