// @ts-check
import { both, el } from './dom.js';
import { reason } from './figure/words.js';

/** @typedef {import('../pkg/hamyar_pictures.js').OutlineReport} OutlineReport */

/** Most names that are told one by one. */
const MOST = 8;
/** Larger files are refused before they are read. */
const MOST_BYTES = 32 * 2 ** 20;
const LEVELS = { province: ['استان', 'province', 'provinces'], county: ['شهرستان', 'county', 'counties'] };

/** The field for boundaries that a person brings: they stay in this page and are gone with it. */
export class GroundField {
  /** @param {any} workspace of the core of pictures @param {() => void} changed @param {() => 'fa'|'en'} lang */
  constructor(workspace, changed, lang) {
    this.workspace = workspace;
    this.changed = changed;
    this.lang = lang;
    // The words of a browser's own field are in the browser's language.
    this.input = el('input', { type: 'file', class: 'visually-hidden', id: 'explore-ground', accept: '.json,.geojson,.topojson,application/geo+json,application/json' });
    this.status = el('p', { class: 'field-hint', role: 'status' });
    this.input.addEventListener('change', () => void this.take());
    this.element = el('div', {},
      el('div', { class: 'actions' }, this.input, el('label', { class: 'button', for: 'explore-ground' }, both('برگزیدن پروندهٔ مرزها', 'Choose a file of boundaries'))),
      el('p', { class: 'field-hint' }, both('GeoJSON یا TopoJSON. از همین دستگاه خوانده می‌شود و به جایی نمی‌رود؛ تا این صفحه باز است می‌ماند.', 'GeoJSON or TopoJSON. It is read on this device and goes nowhere; it stays as long as this page is open.')), this.status);
  }

  async take() {
    const file = this.input.files?.[0];
    if (!file) return;
    try {
      if (file.size > MOST_BYTES) throw tooLarge();
      const report = /** @type {OutlineReport} */ (this.workspace.takeOutlines(parsed(await file.text()), file.name));
      this.status.replaceChildren(both(told(report, 'fa'), told(report, 'en')));
      this.changed();
    } catch (error) {
      this.status.replaceChildren(reason(error, this.lang()));
    }
  }
}

function tooLarge() {
  const messages = { fa: 'پروندهٔ مرزها بیش از ۳۲ مگابایت است و خوانده نشد.', en: 'The file of boundaries has more than 32 MB and was not read.' };
  const hints = { fa: 'خط‌ها را ساده کنید؛ برای نمودار چند هزار نقطه بس است.', en: 'Simplify its lines; some thousands of points are enough for a chart.' };
  return Object.assign(new Error(messages.en), { messages, hints });
}

/** @param {string} text @throws {Error} with the words of both languages, as the core throws */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const messages = { fa: 'پروندهٔ مرزها JSON درستی نیست.', en: 'The file of boundaries is no sound JSON.' };
    const hints = { fa: 'پرونده‌ای با قالب GeoJSON یا TopoJSON برگزینید.', en: 'Choose a file in the form of GeoJSON or TopoJSON.' };
    throw Object.assign(new Error(messages.en, { cause }), { messages, hints });
  }
}

/** @param {OutlineReport} report @param {'fa'|'en'} lang */
function told({ level, list, property, found, unknown, missing }, lang) {
  const isPersian = lang === 'fa';
  const number = (/** @type {number} */ value) => new Intl.NumberFormat(isPersian ? 'fa-IR' : 'en', { useGrouping: false }).format(value);
  const names = (/** @type {string[]} */ all) => {
    const rest = all.length - MOST;
    const more = isPersian ? ` و ${number(rest)} نام دیگر` : ` and ${number(rest)} more`;
    return all.slice(0, MOST).join(isPersian ? '، ' : ', ') + (rest > 0 ? more : '');
  };
  if (!level) return isPersian ? `نام یا کد هیچ ناحیه‌ای در این پرونده نیست. در آن: ${names(unknown)}.` : `No shape of this file has the name or the code of an area. In it: ${names(unknown)}.`;
  const what = LEVELS[level][isPersian ? 0 : found === 1 ? 1 : 2];
  const parts = isPersian
    ? [`${number(found)} ${what} از فهرست ${number(list ?? 0)} مرز گرفت، از روی ویژگی «${property}» پرونده.`, missing.length > 0 && `بی‌مرز: ${names(missing.map(({ fa }) => fa))}.`, unknown.length > 0 && `ناشناخته در پرونده: ${names(unknown)}.`]
    : [`${number(found)} ${what} of the list of ${number(list ?? 0)} ${found === 1 ? 'has' : 'have'} boundaries now, by the property “${property}” of the file.`, missing.length > 0 && `Without: ${names(missing.map(({ en }) => en))}.`, unknown.length > 0 && `Unknown in the file: ${names(unknown)}.`];
  return parts.filter(Boolean).join(' ');
}
