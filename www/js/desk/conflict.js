// @ts-check
import { both, el } from '../dom.js';
import { PARTS } from './fields.js';

/**
 * Who stands behind the two contents, in both languages.
 * @typedef {Record<'title' | 'mine' | 'theirs' | 'keepMine' | 'keepTheirs' | 'mineGone' | 'theirsGone', [string, string]>} Sides
 */

/** @type {Sides} this form against another page */
const FROM_PAGE = {
  title: ['این رقم در صفحهٔ دیگری تغییر کرده است', 'This figure was changed on another page'],
  mine: ['من', 'Mine'], theirs: ['دیگری', 'The other'],
  keepMine: ['نوشتهٔ من بماند', 'Keep mine'], keepTheirs: ['نوشتهٔ دیگری بماند', 'Keep the other'],
  mineGone: ['من این رقم را پس می‌گیرم.', 'I am withdrawing this figure.'], theirsGone: ['دیگری این رقم را پس گرفته است.', 'The other page has withdrawn this figure.'],
};

/** @type {Sides} a colleague's file against this device */
export const FROM_FILE = {
  title: ['این رقم را هر دو عوض کرده‌اید', 'Both of you changed this figure'],
  mine: ['در فایل همکار', 'In the file'], theirs: ['در این دستگاه', 'On this device'],
  keepMine: ['نوشتهٔ فایل بیاید', 'Take the file’s'], keepTheirs: ['نوشتهٔ این دستگاه بماند', 'Keep this device’s'],
  mineGone: ['همکار این رقم را پس گرفته است.', 'The colleague has withdrawn this figure.'], theirsGone: ['در این دستگاه این رقم پس گرفته شده است.', 'On this device this figure was withdrawn.'],
};

/**
 * Asks the person which of two contents of one figure shall stand. Nothing is lost before the
 * answer: theirs is stored, mine is in the form or the file.
 *
 * @param {import('../../pkg/hamyar_desk.js').Conflict} conflict
 * @param {Sides} [sides]
 * @returns {Promise<'mine' | 'theirs' | 'later'>}
 */
export function askConflict(conflict, sides = FROM_PAGE) {
  const mine = conflict.mine.kind === 'withdraw' ? null : conflict.mine.entry;
  const theirs = conflict.theirs?.state === 'withdrawn' ? null : conflict.theirs?.entry ?? null;
  const button = (/** @type {string} */ value, /** @type {[string, string]} */ words) =>
    el('button', { value, class: 'button' }, both(...words));
  const dialog = el('dialog', { class: 'conflict', 'aria-labelledby': 'conflict-title' },
    el('form', { method: 'dialog' },
      el('h2', { id: 'conflict-title' }, both(...sides.title)),
      el('p', {}, both('هر دو نوشته اینجاست؛ یکی را برگزینید. هیچ‌کدام از دست نمی‌رود.', 'Both versions are here; choose one. Neither is lost.')),
      comparison(mine, theirs, sides),
      el('div', { class: 'actions' }, button('mine', sides.keepMine),
        button('theirs', sides.keepTheirs), button('later', ['بعداً', 'Later']))));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue === 'mine' || dialog.returnValue === 'theirs' ? dialog.returnValue : 'later');
  }));
}

/**
 * @param {import('../../pkg/hamyar_desk.js').Entry | null} mine
 * @param {import('../../pkg/hamyar_desk.js').Entry | null} theirs
 * @param {Sides} sides
 */
function comparison(mine, theirs, sides) {
  const fields = PARTS.flatMap((part) => part.fields);
  const text = (/** @type {any} */ entry, /** @type {string} */ name) => (entry ? entry[name] || '—' : '—');
  const different = fields.filter(({ name }) => text(mine, name) !== text(theirs, name));
  const head = el('tr', {}, el('td'), el('th', { scope: 'col' }, both(...sides.mine)), el('th', { scope: 'col' }, both(...sides.theirs)));
  const gone = mine && theirs ? [] : [el('p', {}, both(...(mine ? sides.theirsGone : sides.mineGone)))];
  return el('div', { class: 'conflict-table' }, ...gone, el('table', {}, el('thead', {}, head), el('tbody', {},
    ...different.map(({ name, fa, en }) => el('tr', {}, el('th', { scope: 'row' }, both(fa, en)), el('td', {}, text(mine, name)), el('td', {}, text(theirs, name)))))));
}
