// @ts-check
import { el } from '../dom.js';
import { citedOf, compare, fingerprint, read, write } from './citation.js';
import { shareWord } from './share-words.js';
import { directionOf } from './words.js';

/**
 * Links that carry the figures they cite: the fingerprint in the address, the figures behind its `#`, which no server is told.
 * @typedef {import('./figure.js').Figure} Figure
 */

/** Before the fingerprint: the version of what it is made of. */
const VERSION = '1.';
const HELD = '#cited=';

/** What a chart says now, in a language. @param {Figure} figure @param {'fa'|'en'} lang @param {string} day */
function saidNow(figure, lang, day) {
  const { workspace } = figure.context;
  const chart = workspace.chart(figure.view, { ...figure.options(), lang, direction: directionOf(lang) });
  const cited = citedOf(chart.table(), { lang, day, title: chart.parts().title });
  chart.free();
  return cited;
}

/** An address that cites what a chart says now. @param {Figure} figure @param {URL} address */
export async function citedAddress(figure, address) {
  const { lang } = figure.context;
  const cited = saidNow(figure, lang, new Date().toISOString().slice(0, 10));
  const made = new URL(address);
  made.searchParams.set('lang', lang);
  made.searchParams.set('cite', VERSION + fingerprint(cited));
  made.hash = HELD + await write(cited);
  return made;
}

/** Says in a chart whether its figures are those that the address of the page cites. @param {Figure} figure */
export async function checkCited(figure) {
  const asked = new URLSearchParams(location.search).get('cite');
  if (asked === null) return;
  const { hash } = location;
  const cited = hash.startsWith(HELD) ? await read(hash.slice(HELD.length)) : null;
  const isWhole = cited !== null && asked === VERSION + fingerprint(cited);
  const box = el('div', { class: 'citation-check', 'data-part': 'cited', role: 'note' });
  figure.host.querySelector('[data-part="cited"]')?.remove();
  figure.legend.before(box);
  figure.cited = () => {
    const { lang } = figure.context;
    const now = isWhole ? saidNow(figure, cited.lang, cited.day) : null;
    const parts = now && cited ? verdict(lang, cited, now) : [el('p', { class: 'warning' }, shareWord(lang, 'damaged'))];
    box.replaceChildren(...parts);
    box.dataset.verdict = !now ? 'damaged' : fingerprint(now) === asked.slice(VERSION.length) ? 'same' : 'changed';
  };
  figure.cited();
}

/** A day as people write it. @param {'fa'|'en'} lang @param {string} day */
const dayIn = (lang, day) => new Intl.DateTimeFormat(lang === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));

/** @param {'fa'|'en'} lang @param {import('./citation.js').Cited} cited @param {import('./citation.js').Cited} now */
function verdict(lang, cited, now) {
  const day = dayIn(lang, cited.day);
  if (fingerprint(now) === fingerprint(cited)) return [el('p', { class: 'small' }, shareWord(lang, 'same', day))];
  const { rows, added } = compare(cited, now);
  const count = (/** @type {number} */ number) => new Intl.NumberFormat(lang === 'fa' ? 'fa-IR' : 'en').format(number);
  const gone = rows.filter((one) => one.now === null).length;
  const other = rows.filter((one) => one.now && !one.isSame).length;
  return [
    el('div', { class: 'warning' }, el('p', {}, shareWord(lang, 'changed', day)), el('p', {}, shareWord(lang, 'counts', count(other), count(gone), count(added)))),
    el('details', { open: '' }, el('summary', {}, shareWord(lang, 'cited')), el('p', { class: 'small' }, shareWord(lang, 'carried')), el('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': shareWord(lang, 'cited') }, table(lang, cited, rows))),
  ];
}

/** What differs first, and what it is now beside its name. @param {'fa'|'en'} lang @param {import('./citation.js').Cited} cited @param {import('./citation.js').Compared[]} rows */
function table(lang, cited, rows) {
  const [name, ...others] = cited.heads;
  const heads = [name, shareWord(lang, 'now'), ...others].map((head) => el('th', { scope: 'col' }, head));
  const sorted = [...rows.filter(({ isSame }) => !isSame), ...rows.filter(({ isSame }) => isSame)];
  const lines = sorted.map(({ row: [first, ...rest], now, isSame }) => el('tr', isSame ? {} : { 'data-changed': '' },
    el('th', { scope: 'row' }, first), el('td', {}, isSame ? shareWord(lang, 'unchanged') : now ? changes(cited, [first, ...rest], now) : shareWord(lang, 'gone')),
    ...rest.map((text, column) => el('td', { class: cited.numbers.includes(column + 1) ? 'number' : '' }, text))));
  return el('table', { lang: cited.lang, dir: directionOf(cited.lang) }, el('caption', { class: 'visually-hidden' }, cited.title), el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...lines));
}

/** @param {import('./citation.js').Cited} cited @param {string[]} row @param {string[]} now */
function changes({ heads, numbers, lang }, row, now) {
  return numbers.filter((column) => row[column] !== now[column]).map((column) => `${heads[column]}: ${now[column] || '–'}`).join(lang === 'fa' ? '؛ ' : '; ');
}
