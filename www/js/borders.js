// @ts-check
import { both, el } from './dom.js';

/** The view whose areas have a history. */
const VIEW = 'example-borders';

/**
 * The choice of borders above the chart of the example set: as it was, or those of one list of areas.
 * @param {import('./app.js').App} app
 */
export function borders(app) {
  const box = /** @type {HTMLElement} */ (document.querySelector('#borders'));
  const view = app.views[VIEW];
  const example = app.workspaceOf(view);
  const note = el('p', { 'aria-live': 'polite' });
  const choice = (/** @type {number} */ list, /** @type {DocumentFragment} */ words) => {
    const button = el('button', { type: 'button', 'aria-pressed': String(list === 0), 'data-list': String(list) }, words);
    button.addEventListener('click', () => choose(list));
    return button;
  };
  // The figures are of the year of the oldest list.
  const [first, ...later] = example.listsOfAreas();
  const buttons = [
    choice(0, both(`همان‌گونه که در ${number(first, 'fa-IR')} بود`, `As it was in ${first}`)),
    ...later.map((/** @type {number} */ list) => choice(list, both(`مرزهای ${number(list, 'fa-IR')}`, `Borders of ${list}`))),
  ];
  box.replaceChildren(el('div', { class: 'segmented', role: 'group', 'aria-labelledby': 'borders-title' }, ...buttons), note);

  /** @param {number} list 0 for as it was */
  function choose(list) {
    const moved = list === 0 ? undefined : example.inBorders(list);
    app.over.set(view, moved?.workspace() ?? example);
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.list === String(list)));
    const figure = app.figures.get(/** @type {HTMLElement} */ (document.querySelector(`figure[data-view="${VIEW}"]`)));
    if (figure) figure.context = { ...figure.context, workspace: app.workspaceOf(view) };
    figure?.setView(view, VIEW);
    note.replaceChildren(...(moved ? [said([...moved.counts()])] : []));
  }
}

/** @param {number[]} counts whole, divided, not placed */
function said(counts) {
  const [fa, en] = ['fa-IR', 'en'].map((lang) => counts.map((count) => number(count, lang)));
  return both(
    `${fa[0]} رقم یکجا به ناحیهٔ این فهرست رفت. ${fa[1]} رقم به سهم جمعیت بخش شد و از این رو «حدود» است. ${fa[2]} رقم در این فهرست جا ندارد و در ردیف خود مانده است.`,
    `Went whole into an area of this list: ${en[0]}. Divided by share of the people, and so about so much: ${en[1]}. Without an area in this list, in a row of their own: ${en[2]}.`,
  );
}

/** @param {number} value @param {string} lang */
const number = (value, lang) => new Intl.NumberFormat(lang, { useGrouping: false }).format(value);
