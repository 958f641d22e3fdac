// @ts-check
import { el } from '../dom.js';
import { word } from './words.js';

/** @typedef {{ column: number, isRising: boolean }} Sorting */

/**
 * The equal view of a chart as a table, sortable by every column that tells its rows apart.
 * @param {import('../../pkg/hamyar.js').ChartTable} table
 * @param {'fa'|'en'} lang
 * @param {{ openSource: (evidence: string[], opener: HTMLElement, working: string) => void, sorting?: Sorting, sorted: (sorting: Sorting) => void }} on how it is sorted, and who hears that it is sorted anew
 */
export function buildTable(table, lang, { openSource, sorting, sorted }) {
  const body = el('tbody');
  const different = table.heads.map((_, column) => new Set(table.places[column]).size);
  const documents = table.heads.length - 1;
  const heads = table.heads.map((text, column) => headCell(text, column));
  const element = el('table', {}, el('caption', { class: 'visually-hidden' }, table.caption), el('thead', {}, el('tr', { 'data-sort': word(lang, 'sort') }, ...heads)), body);
  if (table.foot) element.append(el('tfoot', {}, el('tr', {}, el('td', { colspan: String(table.heads.length) }, table.foot))));
  let order = table.rows.map((_, index) => index);
  if (sorting && different[sorting.column] > 1) sortBy(sorting);
  else fill();
  return element;

  /** @param {string} text @param {number} column */
  function headCell(text, column) {
    const head = el('th', { scope: 'col', class: table.rows[0]?.[column]?.numeric ? 'number' : '' });
    // A column that says the same in every row tells none apart.
    if (different[column] > 1) {
      const button = el('button', { type: 'button', class: 'sort', 'aria-label': `${word(lang, 'sort')} ${text}` }, text);
      button.addEventListener('click', () => {
        const next = { column, isRising: head.getAttribute('aria-sort') !== 'ascending' };
        sortBy(next);
        sorted(next);
      });
      head.append(button);
    } else head.append(el('span', {}, text));
    return head;
  }

  /** @param {Sorting} by */
  function sortBy({ column, isRising }) {
    for (const other of heads) other.removeAttribute('aria-sort');
    heads[column].setAttribute('aria-sort', isRising ? 'ascending' : 'descending');
    const places = table.places[column];
    order = table.rows.map((_, index) => index).sort((left, right) => compare(places[left], places[right], isRising));
    fill();
  }

  function fill() {
    body.replaceChildren(...order.map((index) => row(table.rows[index])));
  }

  /** @param {import('../../pkg/hamyar.js').ChartCell[]} cells */
  function row(cells) {
    return el('tr', {}, ...cells.map((cell, column) => bodyCell(cell, column)));
  }

  /** @param {import('../../pkg/hamyar.js').ChartCell} cell @param {number} column */
  function bodyCell(cell, column) {
    const head = column === 0;
    // Documents of many rows stand once under the table; here they are a sign that opens them.
    const isSign = column === documents && table.rows.length >= 2 * different[column];
    const content = cell.evidence.length > 0 ? sourceButton(cell, isSign) : cell.text;
    return el(head ? 'th' : 'td', {
      ...(head ? { scope: 'row' } : {}),
      class: cell.numeric ? 'number' : '',
      'data-head': table.heads[column] ?? '',
    }, content);
  }

  /** @param {import('../../pkg/hamyar.js').ChartCell} cell @param {boolean} isSign */
  function sourceButton(cell, isSign) {
    const sign = el('span', { class: 'icon-info', 'aria-hidden': 'true' });
    const button = el('button', { type: 'button', class: isSign ? 'source-sign' : 'figure-source', 'data-action': 'source' }, isSign ? sign : cell.text);
    if (isSign) button.setAttribute('aria-label', cell.text);
    else button.append(el('span', { class: 'visually-hidden' }, ` ${word(lang, 'source')}`));
    button.addEventListener('click', () => openSource(cell.evidence, button, cell.working));
    return button;
  }
}

/**
 * Orders two cells by their places, which come from the core: numbers by value, names in the order
 * of the Persian alphabet. What has no place stands last in both directions.
 * @param {number | null} left
 * @param {number | null} right
 * @param {boolean} rising
 */
function compare(left, right, rising) {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return rising ? left - right : right - left;
}
