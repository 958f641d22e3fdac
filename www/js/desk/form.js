// @ts-check
import { both, el } from '../dom.js';
import { PARTS, blank } from './fields.js';

/**
 * @typedef {import('../../pkg/hamyar_desk.js').Entry} Entry
 * @typedef {import('../../pkg/hamyar_desk.js').Diagnostic} Diagnostic
 * @typedef {import('../../pkg/hamyar_desk.js').Lists} Lists
 * @typedef {HTMLInputElement | HTMLSelectElement} Control
 */

/** Fields of digits, which a Persian page shows in Persian. */
const NUMERIC = ['period', 'value', 'upper', 'source_published'];

/** @param {string} text */
const persianDigits = (text) => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]);

/**
 * What was found and what helps, as two sentences.
 * @param {Diagnostic} found
 * @param {'fa'|'en'} lang
 */
export const sentences = ({ message, hint }, lang) => {
  const said = message[lang].replace(/\.?$/, '.');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} ${hint[lang]}`.trim();
};

/**
 * Chooses a value. One that is offered no more, as an area of an older division, stays a choice:
 * else a correction would lose it without a word.
 * @param {HTMLSelectElement} select
 * @param {string} value
 * @param {'fa'|'en'} lang
 */
function choose(select, value, lang) {
  for (const old of select.querySelectorAll('[data-offered-no-more]')) old.remove();
  select.value = value;
  if (select.value === value) return;
  const [code, division] = value.split('@');
  const like = [...select.options].find((option) => option.value.split('@')[0] === code);
  const year = lang === 'fa' ? persianDigits(division ?? '') : division;
  select.append(el('option', { value, selected: '', 'data-offered-no-more': '' }, like ? `${like.textContent} (${year})` : value));
  select.value = value;
}

/** What tells apart areas of one name. */
const LEVELS = { fa: { country: 'کشور', province: 'استان', county: 'شهرستان' }, en: { country: 'country', province: 'province', county: 'county' } };

/**
 * A name, with its level where a province and a county share it.
 * @param {{fa: string, en: string, level?: string}} item
 * @param {{fa: string, en: string}[]} items
 * @param {'fa'|'en'} lang
 */
function named(item, items, lang) {
  const level = LEVELS[lang][/** @type {'country'} */ (item.level ?? '')];
  const isShared = level && items.some((other) => other !== item && other[lang] === item[lang]);
  return isShared ? `${item[lang]} (${level})` : item[lang];
}

/** The form of one figure: fields, and what the core says of each while it is typed. */
export class Form {
  /**
   * @param {Lists} lists
   * @param {() => void} changed called after every change of a field
   */
  constructor(lists, changed) {
    this.lists = lists;
    this.group = '';
    /** The language that the choices stand in. @type {'fa'|'en'|''} */
    this.written = '';
    /** @type {'fa'|'en'} */
    this.lang = 'fa';
    /** @type {Map<string, Control>} */
    this.controls = new Map();
    /** @type {Map<string, HTMLElement>} */
    this.messages = new Map();
    this.element = el('form', { class: 'desk-form', novalidate: '', autocomplete: 'off' }, ...PARTS.map((part) => this.part(part)));
    this.element.addEventListener('input', ({ target }) => {
      this.limitUnits();
      if (target === this.controls.get('measure')) this.chooseUnit();
      changed();
    });
  }

  /** @param {(typeof PARTS)[number]} part */
  part(part) {
    return el('fieldset', {}, el('legend', {}, both(part.fa, part.en)), ...part.fields.map((field) => this.field(field)));
  }

  /** @param {import('./fields.js').FieldSpec} field */
  field(field) {
    const id = `field-${field.name}`;
    const control = this.control(field, id);
    const message = el('p', { id: `${id}-message`, class: 'field-message' });
    const described = [`${id}-message`];
    /** @type {HTMLElement[]} */
    const parts = [el('label', { for: id }, both(field.fa, field.en)), control];
    if (field.hintFa && field.hintEn) {
      described.unshift(`${id}-hint`);
      parts.push(el('p', { id: `${id}-hint`, class: 'field-hint' }, both(field.hintFa, field.hintEn)));
    }
    control.setAttribute('aria-describedby', described.join(' '));
    this.controls.set(field.name, control);
    this.messages.set(field.name, message);
    return el('div', { class: 'field', 'data-field': field.name }, ...parts, message);
  }

  /** @param {import('./fields.js').FieldSpec} field @param {string} id @returns {Control} */
  control(field, id) {
    if (field.kind === 'text') return el('input', { id, name: field.name, type: 'text', ...(NUMERIC.includes(field.name) ? {} : { dir: 'auto' }) });
    return el('select', { id, name: field.name });
  }

  /** Writes the choices in the language of the page. @param {'fa'|'en'} lang */
  write(lang) {
    // Hundreds of choices, which only a change of language changes.
    if (this.written === lang) return;
    this.written = lang;
    for (const field of PARTS.flatMap((part) => part.fields)) {
      if (field.kind === 'text') continue;
      const select = /** @type {HTMLSelectElement} */ (this.controls.get(field.name));
      const chosen = select.value;
      const items = this.lists[/** @type {keyof Lists} */ (field.from)] ?? [];
      select.replaceChildren(el('option', { value: '' }, '—'), ...items.map((item) => el('option', { value: item.id }, named(item, items, lang))));
      choose(select, chosen, lang);
    }
    this.lang = lang;
    this.limitUnits();
  }

  /** Offers only the units of the chosen measure. */
  limitUnits() {
    const measure = this.lists.measures.find((one) => one.id === this.controls.get('measure')?.value);
    const unit = /** @type {HTMLSelectElement} */ (this.controls.get('unit'));
    for (const option of unit.options) {
      const known = this.lists.units.find((one) => one.id === option.value);
      option.hidden = Boolean(measure && known && known.base !== measure.unit);
    }
  }

  /** A measure that is counted in one unit alone leaves nothing to choose, and no unit of another measure stays. */
  chooseUnit() {
    const unit = /** @type {HTMLSelectElement} */ (this.controls.get('unit'));
    const offered = [...unit.options].filter((option) => option.value && !option.hidden);
    if (offered.length === 1) unit.value = offered[0].value;
    else if (!offered.some((option) => option.selected)) unit.value = '';
  }

  /** @returns {Entry} */
  get entry() {
    const entry = blank();
    for (const [name, control] of this.controls) entry[/** @type {keyof Entry} */ (name)] = control.value;
    entry.group = entry.area ? '' : this.group;
    return entry;
  }

  /** @param {Partial<Entry>} entry */
  set entry(entry) {
    this.group = entry.group ?? '';
    for (const [name, control] of this.controls) {
      const value = entry[/** @type {keyof Entry} */ (name)] ?? '';
      if (control instanceof HTMLSelectElement) choose(control, value, this.lang);
      else control.value = this.lang === 'fa' && NUMERIC.includes(name) ? persianDigits(value) : value;
    }
    this.limitUnits();
    this.show([], 'fa', new Set());
  }

  /**
   * Shows what was found, at the fields that the person has touched or on a save at all.
   * @param {Diagnostic[]} findings
   * @param {'fa'|'en'} lang
   * @param {Set<string> | 'all'} touched
   */
  show(findings, lang, touched) {
    for (const [name, control] of this.controls) {
      const found = findings.filter((one) => one.column === name && (touched === 'all' || touched.has(name)));
      const wrong = found.some((one) => one.severity === 'error');
      if (wrong) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
      const message = /** @type {HTMLElement} */ (this.messages.get(name));
      message.dataset.severity = wrong ? 'error' : found.length > 0 ? 'warning' : '';
      message.textContent = found.map((one) => sentences(one, lang)).join(' ');
    }
  }

  /** Puts the focus on the first field with an error. @param {Diagnostic[]} findings */
  focusError(findings) {
    const names = [...this.controls.keys()];
    const first = names.find((name) => findings.some((one) => one.severity === 'error' && one.column === name));
    this.controls.get(first ?? names[0])?.focus();
  }
}
