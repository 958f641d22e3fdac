// @ts-check
import { both, el } from './dom.js';

/** The views whose areas have a history: figures that are moved, and records that are counted anew. */
const VIEWS = ['example-borders', 'example-records'];

/**
 * The choice of borders above the charts of the example set: as it was, or those of one list of areas.
 * @param {import('./app.js').App} app
 */
export function borders(app) {
  const box = /** @type {HTMLElement} */ (document.querySelector('#borders'));
  const example = app.workspaceOf(app.views[VIEWS[0]]);
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
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.list === String(list)));
    for (const name of VIEWS) show(name, moved?.workspace() ?? example);
    note.replaceChildren(...(moved ? [said([...moved.counts()])] : []));
  }

  /** @param {string} name @param {import('../pkg/hamyar_desk.js').Workspace} workspace */
  function show(name, workspace) {
    const view = app.views[name];
    app.over.set(view, workspace);
    const figure = app.figures.get(/** @type {HTMLElement} */ (document.querySelector(`figure[data-view="${name}"]`)));
    if (!figure) return;
    // What was chosen there for the other charts was of the borders before.
    figure.steering?.leave();
    figure.context = { ...figure.context, workspace, set: workspace };
    figure.setView(view, name);
  }
}

/** @param {number[]} counts whole, divided, not placed, counted anew, of later lists */
function said(counts) {
  const [fa, en] = ['fa-IR', 'en'].map((lang) => counts.map((count) => number(count, lang)));
  const later = counts[4] > 0 ? [` ${fa[4]} رقم از فهرست‌های پس از این است و کنار ماند.`, ` Of later lists, and left out: ${en[4]}.`] : ['', ''];
  return both(
    `${fa[0]} رقم یکجا به ناحیهٔ این فهرست رفت. ${fa[1]} رقم به سهم جمعیت بخش شد و از این رو «حدود» است. ${fa[2]} رقم در این فهرست جا ندارد و در ردیف خود مانده است. ${fa[3]} رقم از سابقه‌ها از نو شمرده شد.${later[0]}`,
    `Went whole into an area of this list: ${en[0]}. Divided by share of the people, and so about so much: ${en[1]}. Without an area in this list, in a row of their own: ${en[2]}. Counted anew from records: ${en[3]}.${later[1]}`,
  );
}

/** @param {number} value @param {string} lang */
const number = (value, lang) => new Intl.NumberFormat(lang, { useGrouping: false }).format(value);
