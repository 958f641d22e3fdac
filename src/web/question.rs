//! Questions and their answers as tables. Pages draw views; those who ask for rows load the import build.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{from_js, serialized};
use super::workspace::Workspace;
use crate::query::{Index, Query, Sums};

/// The column that [`QueryAnswer::evidence`] tells row by row.
const EVIDENCE: &str = "evidence";

/// The answer to a question.
#[wasm_bindgen]
pub struct QueryAnswer {
    sums: Sums,
}

#[wasm_bindgen]
impl Workspace {
    /// Answers a question.
    ///
    /// @param query a question (see `ARCHITECTURE.md`), such as `{ measure: 'jobs', by: ['period'] }`
    /// @throws HamyarError when it is no question; what does not add is in `table().refused`
    pub fn query(
        &self,
        #[wasm_bindgen(unchecked_param_type = "import('./schema/hamyar-types.js').Query")]
        query: JsValue,
    ) -> Result<QueryAnswer, JsValue> {
        let query: Query = from_js(&query)?;
        let sums = self.index().run(&query);
        Ok(QueryAnswer { sums })
    }

    /// Lays the figures out for adding up. Else the first question does it.
    pub fn prepare(&self) {
        self.index();
    }
}

impl Workspace {
    fn index(&self) -> Rc<Index> {
        Rc::clone(self.index.get_or_init(|| Rc::new(Index::new(self.dataset()))))
    }
}

#[wasm_bindgen]
impl QueryAnswer {
    /// The rows, as `hamyar query --json` prints them but for their evidence.
    #[wasm_bindgen(unchecked_return_type = "AnswerTable")]
    pub fn table(&self) -> Result<JsValue, JsValue> {
        let mut table = self.sums.table();
        if let Some(place) = table.columns.iter().position(|name| *name == EVIDENCE) {
            table.columns.remove(place);
            for row in &mut table.rows {
                row.remove(place);
            }
        }
        serialized(&table)
    }

    /// Ids of the figures behind a row, in order, for `Workspace.card`.
    ///
    /// @param row its place in `table().rows`
    pub fn evidence(&self, row: usize) -> Vec<String> {
        self.sums.evidence(row).into_iter().map(ToString::to_string).collect()
    }
}
