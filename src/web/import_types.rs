//! The TypeScript types of packages, verdicts and rows.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** How many rows were read. */
export interface Counts { read: number; accepted: number; rejected: number }
/** Told how far a long step is: how much is done, and of how much. */
export type Progress = (done: number, all: number) => void;
/** What a rule found of some figures. Values are plain decimals; `computed` may be empty. */
export interface Verdict {
  /** `V8`, or the id of a rule of the package in `check`. */
  rule: string; check: string; verdict: 'pass' | 'warn' | 'fail'; observations: string[];
  stated: string; computed: string; tolerance: string;
  message: { fa: string; en: string }; note: { fa: string; en: string };
}
/** What came of judging, and which rules said nothing, at all or somewhere, with the reason. */
export interface Verdicts { findings: Verdict[]; skipped: { check: string; places: number; reason: { fa: string; en: string } }[] }
/** An answer: one list a row, as long as `columns`; empty text where nothing is said. */
export interface AnswerTable {
  columns: string[]; rows: string[][];
  /** How many rows have a value, and how many could have one. */
  coverage: { reported: number; expected: number };
  refused: { code: string; message: { fa: string; en: string }; hint: { fa: string; en: string } }[];
}
"#;
