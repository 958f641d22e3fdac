//! The TypeScript types that every build has.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** Language of every string that is made. */
export type Lang = 'fa' | 'en';
/** One finding. Rows count from 1, the heading included. */
export interface Diagnostic {
  severity: 'note' | 'warning' | 'error';
  code: string;
  file: string;
  row: number;
  column: string;
  message: { fa: string; en: string };
  hint: { fa: string; en: string };
}
/** What is thrown. `message` and `hint` are English; `messages` and `hints` hold both languages. */
export interface HamyarError extends Error {
  code: string;
  row: number;
  column: string;
  hint: string;
  messages: { fa: string; en: string };
  hints: { fa: string; en: string };
}
"#;
