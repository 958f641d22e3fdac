//! Where the value of a point of a line is written.

/// Height of a label above its baseline, and depth below it.
const ASCENT: f64 = 12.0;
const DESCENT: f64 = 4.0;
/// Room kept free around a label.
const GAP: f64 = 4.0;
/// Steps in which a label moves further up where marks stand in its way.
const LINE: f64 = 16.0;

/// From left to right and from top to bottom.
pub(super) type Box = [f64; 4];

/// What labels must keep clear of.
pub(super) struct Places {
    /// Up to where the labels above and below the points reach.
    taken: [f64; 2],
    /// Bands, points and labels that no label may cover; none in a chart of one series without bounds.
    covered: Vec<Box>,
    /// Whether a label stands right above or below its point: further off, it would be of another series.
    is_near: bool,
}

/// The label of a point or of a band.
pub(super) struct Wanted {
    /// Its middle above and below.
    pub(super) at: [f64; 2],
    /// Half its width.
    pub(super) half: f64,
    /// Baselines above and below.
    pub(super) lines: [f64; 2],
    /// Baseline and distance of a label beside it.
    pub(super) beside: [f64; 2],
    /// Whether below is asked first: what goes on upwards has its word below, and so has a dip of a line.
    pub(super) is_below_first: bool,
    /// Where the plot begins and the chart ends, and the foot of the plot.
    pub(super) edges: [f64; 2],
    pub(super) foot: f64,
}

impl Places {
    /// Nothing is written yet; `marks` are those of a chart with bounds or of several series.
    pub(super) fn new(marks: Vec<Box>, is_near: bool) -> Self {
        Self { taken: [f64::NEG_INFINITY; 2], covered: marks, is_near }
    }

    /// For the points of the next series, from the left again.
    pub(super) fn begin(&mut self) {
        self.taken = [f64::NEG_INFINITY; 2];
    }

    /// Middle and baseline: above, or below where it would run into the one before, or the other way round, else
    /// nowhere. In a
    /// chart with bounds also beside the mark or further up, where nothing is covered.
    pub(super) fn place(&mut self, wanted: &Wanted) -> Option<[f64; 2]> {
        let Wanted { at: [over, under], half, lines, beside: [beside, away], edges, foot, .. } =
            *wanted;
        let [up, down] = lines;
        if self.covered.is_empty() {
            let [above, below] = &mut self.taken;
            let mut places = [(above, [over, up]), (below, [under, down])];
            if wanted.is_below_first {
                places.reverse();
            }
            let fits =
                |(taken, [at, line]): &(&mut f64, [f64; 2])| at - half >= **taken && *line < foot;
            let (taken, place) = places.into_iter().find(fits)?;
            *taken = place[0] + half + GAP;
            return Some(place);
        }
        let mut near = [[over, up, 0.0], [under, down, 0.0]];
        if wanted.is_below_first {
            near.reverse();
        }
        let [first, second] = near;
        // What is beside its mark keeps off the labels of the axis.
        let places = [
            first,
            second,
            [over + away + half, beside, edges[0]],
            [over - away - half, beside, edges[0]],
            [over, up - LINE, 0.0],
            [over, up - 2.0 * LINE, 0.0],
            [over, up - 3.0 * LINE, 0.0],
            [over, up - 4.0 * LINE, 0.0],
        ];
        let most = if self.is_near { 2 } else { places.len() };
        for [middle, line, least] in places.into_iter().take(most) {
            let [left, right] = [middle - half, middle + half];
            let is_inside = right <= edges[1] && left >= least;
            let is_inside = is_inside && line > ASCENT && line < foot;
            if is_inside && self.covered.iter().all(|other| is_apart([left, right], line, other)) {
                self.covered.push([left - GAP, line - ASCENT, right + GAP, line + DESCENT]);
                return Some([middle, line]);
            }
        }
        None
    }
}

fn is_apart([from, to]: [f64; 2], line: f64, [left, top, right, bottom]: &Box) -> bool {
    to < *left || *right < from || line + DESCENT < *top || *bottom < line - ASCENT
}
