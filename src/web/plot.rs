//! A placed chart with what it was made of, so that its words can be written when they are asked for.

use std::rc::Rc;

use crate::chart::{Mark, Options, RowName, Said, Scene, Table, Teller, View, layout, place};
use crate::model::Dataset;
use crate::query::{Answer, run};

/// What is shown of one view at one width, in one language.
pub(super) struct Plot {
    dataset: Rc<Dataset>,
    view: Rc<View>,
    options: Options,
    answer: Rc<Answer>,
    teller: Teller,
    /// For the eye: without the words of rows, the table and what stands around.
    pub(super) scene: Scene,
}

impl Plot {
    pub(super) fn new(dataset: Rc<Dataset>, view: View, options: Options) -> Self {
        let answer = run(&dataset, &view.query);
        Self::placed(dataset, Rc::new(view), options, Rc::new(answer))
    }

    fn placed(dataset: Rc<Dataset>, view: Rc<View>, options: Options, answer: Rc<Answer>) -> Self {
        let (scene, teller) = place(&dataset, &answer, &view, &options);
        Self { dataset, view, options, answer, teller, scene }
    }

    /// The same answer for another width, language or direction.
    pub(super) fn again(&self, options: Options) -> Self {
        let (dataset, view) = (Rc::clone(&self.dataset), Rc::clone(&self.view));
        Self::placed(dataset, view, options, Rc::clone(&self.answer))
    }

    /// A mark, with what is said of it.
    pub(super) fn mark(&self, index: usize) -> Option<(&Mark, Said)> {
        let mark = self.scene.marks.get(index)?;
        let said = self.teller.said(&self.dataset, &self.answer, &self.view, mark.row)?;
        Some((mark, said))
    }

    /// What names each row.
    pub(super) fn names(&self) -> Vec<RowName> {
        self.teller.names(&self.dataset, &self.answer, &self.view)
    }

    /// The equal view.
    pub(super) fn table(&self) -> Table {
        self.teller.table(&self.dataset, &self.answer, &self.view)
    }

    /// Everything, for a file.
    pub(super) fn whole(&self) -> Scene {
        layout(&self.dataset, &self.answer, &self.view, &self.options)
    }
}
