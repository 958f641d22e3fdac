// @ts-check
import { both, el } from '../dom.js';
import { PARTS } from './fields.js';

/**
 * Asks the person which of two contents of one figure shall stand. Nothing is lost before the
 * answer: theirs is stored, mine is in the form.
 *
 * @param {import('../../pkg/hamyar_desk.js').Conflict} conflict
 * @returns {Promise<'mine' | 'theirs' | 'later'>}
 */
export function askConflict(conflict) {
  const mine = conflict.mine.kind === 'withdraw' ? null : conflict.mine.entry;
  const theirs = conflict.theirs?.state === 'withdrawn' ? null : conflict.theirs?.entry ?? null;
  const button = (/** @type {string} */ value, /** @type {string} */ fa, /** @type {string} */ en) =>
    el('button', { value, class: 'button' }, both(fa, en));
  const dialog = el('dialog', { class: 'conflict', 'aria-labelledby': 'conflict-title' },
    el('form', { method: 'dialog' },
      el('h2', { id: 'conflict-title' }, both('این رقم در صفحهٔ دیگری تغییر کرده است', 'This figure was changed on another page')),
      el('p', {}, both('هر دو نوشته اینجاست؛ یکی را برگزینید. هیچ‌کدام از دست نمی‌رود.', 'Both versions are here; choose one. Neither is lost.')),
      comparison(mine, theirs),
      el('div', { class: 'actions' }, button('mine', 'نوشتهٔ من بماند', 'Keep mine'),
        button('theirs', 'نوشتهٔ دیگری بماند', 'Keep the other'), button('later', 'بعداً', 'Later'))));
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
 */
function comparison(mine, theirs) {
  const fields = PARTS.flatMap((part) => part.fields);
  const text = (/** @type {any} */ entry, /** @type {string} */ name) => (entry ? entry[name] || '—' : '—');
  const different = fields.filter(({ name }) => text(mine, name) !== text(theirs, name));
  const head = el('tr', {}, el('td'), el('th', { scope: 'col' }, both('من', 'Mine')), el('th', { scope: 'col' }, both('دیگری', 'The other')));
  const gone = mine && theirs ? [] : [el('p', {}, mine
    ? both('دیگری این رقم را پس گرفته است.', 'The other page has withdrawn this figure.')
    : both('من این رقم را پس می‌گیرم.', 'I am withdrawing this figure.'))];
  return el('div', { class: 'conflict-table' }, ...gone, el('table', {}, el('thead', {}, head), el('tbody', {},
    ...different.map(({ name, fa, en }) => el('tr', {}, el('th', { scope: 'row' }, both(fa, en)), el('td', {}, text(mine, name)), el('td', {}, text(theirs, name)))))));
}
