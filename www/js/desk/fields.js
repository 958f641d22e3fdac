// @ts-check
/**
 * The form's fields in their order. `list` chooses among many by typing, `choice` among few, `text`
 * is typed; `part` gathers fields under one heading.
 *
 * @typedef {object} FieldSpec
 * @property {string} name
 * @property {'list'|'choice'|'text'} kind
 * @property {string} from which list of the core, for `list` and `choice`
 * @property {string} fa
 * @property {string} en
 * @property {string} [hintFa]
 * @property {string} [hintEn]
 */

/** @type {{fa: string, en: string, open: boolean, fields: FieldSpec[]}[]} */
export const PARTS = [
  {
    fa: 'رقم', en: 'Figure', open: true, fields: [
      { name: 'measure', kind: 'list', from: 'measures', fa: 'شاخص', en: 'Measure' },
      { name: 'area', kind: 'list', from: 'areas', fa: 'ناحیه', en: 'Area' },
      { name: 'period', kind: 'text', from: '', fa: 'دوره', en: 'Period', hintFa: 'مانند ۱۴۰۱، تیر ۱۴۰۱، ۱۴۰۱/۵/۱۸ یا ۱۴۰۰ تا ۱۴۰۱', hintEn: 'such as 1401, Tir 1401, 1401/5/18 or 1400 to 1401' },
      { name: 'value', kind: 'text', from: '', fa: 'مقدار', en: 'Value', hintFa: 'مانند ۵۸۰ یا ۱٬۲۰۰ یا ۱۰٫۵', hintEn: 'such as 580, 1,200 or 10.5' },
      { name: 'unit', kind: 'choice', from: 'units', fa: 'یکا', en: 'Unit' },
    ],
  },
  {
    fa: 'معنای رقم', en: 'What it means', open: true, fields: [
      { name: 'scenario', kind: 'choice', from: 'scenario', fa: 'برنامه یا عملکرد', en: 'Planned or actual' },
      { name: 'stage', kind: 'choice', from: 'stage', fa: 'مرحلهٔ پول', en: 'Stage of money' },
      { name: 'action_status', kind: 'choice', from: 'action_status', fa: 'وضع کار', en: 'Status of the work' },
      { name: 'programme', kind: 'choice', from: 'programmes', fa: 'برنامه یا خط اعتباری', en: 'Programme' },
      { name: 'qualifier', kind: 'choice', from: 'qualifier', fa: 'دقت', en: 'Precision' },
      { name: 'upper', kind: 'text', from: '', fa: 'تا (برای بازه)', en: 'Up to (for a range)' },
      { name: 'missing', kind: 'choice', from: 'missing', fa: 'اگر رقم نیست، چرا', en: 'If there is no value, why' },
      { name: 'scope', kind: 'text', from: '', fa: 'موضوع', en: 'Scope', hintFa: 'چیزی که آن را از رقم مشابه جدا می‌کند', hintEn: 'what tells it apart from a similar figure' },
    ],
  },
  {
    fa: 'منبع', en: 'Source', open: true, fields: [
      { name: 'source', kind: 'choice', from: 'sources', fa: 'سند', en: 'Document', hintFa: 'خالی بگذارید تا سند تازه بنویسید', hintEn: 'leave empty to write a new document' },
      { name: 'source_title', kind: 'text', from: '', fa: 'عنوان سند تازه', en: 'Title of the new document' },
      { name: 'source_publisher', kind: 'text', from: '', fa: 'ناشر', en: 'Publisher' },
      { name: 'source_published', kind: 'text', from: '', fa: 'تاریخ انتشار', en: 'Published', hintFa: 'مانند ۱۴۰۱/۲/۱۸ یا ۱۴۰۱', hintEn: 'such as 1401-02-18 or 1401' },
      { name: 'source_url', kind: 'text', from: '', fa: 'نشانی', en: 'Address' },
      { name: 'quote', kind: 'text', from: '', fa: 'چند کلمه از متن', en: 'A few words of the text' },
      { name: 'note', kind: 'text', from: '', fa: 'یادداشت', en: 'Note' },
    ],
  },
];

/** Names of all fields of an entry. */
export const NAMES = [...PARTS.flatMap((part) => part.fields.map((field) => field.name)), 'group'];

/** An entry that says nothing. @returns {import('../../pkg/hamyar_desk.js').Entry} */
export const blank = () => /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, ''])));
