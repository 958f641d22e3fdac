// @ts-check
import { both, el } from './dom.js';
import { showState, stateOf, uncite } from './figure/state.js';

/**
 * What was chosen on a page stands in its address, each choice a step of back and forward: `c.NAME` for a chart, beside
 * `lang`, `theme`, `known` and the fields of explore.
 */
const PREFIX = 'c.';

/** A link that cannot be followed as it is written. */
export function tellNearest() {
  if (document.querySelector('[data-notice="link"]')) return;
  document.querySelector('.site-header')?.after(el('div', { class: 'update-bar', role: 'status', 'data-notice': 'link' }, el('span', {}, both(
    'بخشی از آنچه این پیوند می‌خواهد اینجا نیست یا با نسخهٔ دیگری نوشته شده است؛ نزدیک‌ترین نما نشان داده شد.',
    'Part of what this link asks for is not here, or was written by another version; the nearest view is shown.',
  ))));
}

/** Shows every chart of a page as its address says. @param {import('./app.js').App} app */
export function follow(app) {
  const asked = choicesOf(location.href);
  const name = (/** @type {HTMLElement} */ element) => element.dataset.view ?? '';
  const take = (/** @type {string} */ view, /** @type {import('./figure/figure.js').Figure} */ figure) => {
    const text = asked.get(view) ?? '';
    if (text !== stateOf(figure) && !showState(figure, text)) tellNearest();
  };
  for (const [element, figure] of app.figures) take(name(element), figure);
  // A picture that waits for its core is shown so when it is drawn.
  app.drawn = (element, figure) => { if (asked.has(name(element))) take(name(element), figure); };
  const shown = new Set([...document.querySelectorAll('figure[data-view]')].map((element) => name(/** @type {HTMLElement} */ (element))));
  const own = app.figures.get(/** @type {HTMLElement} */ (document.querySelector('#explore-figure')));
  if (own && /[?&]cite=/.test(location.search)) void import('./figure/cite.js').then(({ checkCited }) => checkCited(own));
  if ([...asked.keys()].some((view) => !shown.has(view))) tellNearest();
}

/** @param {string} address @returns {Map<string, string>} by the names of charts */
const choicesOf = (address) => new Map([...new URL(address).searchParams].flatMap(([name, text]) => (name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), text]] : [])));

/** Writes what is chosen now into the address, as a step of its own. @param {import('./app.js').App} app @param {URL} [address] with what is chosen beside the charts */
export function keep(app, address = new URL(location.href)) {
  for (const [element, figure] of app.figures) {
    const name = PREFIX + element.dataset.view;
    const text = stateOf(figure);
    if (text) address.searchParams.set(name, text);
    else address.searchParams.delete(name);
  }
  if (address.href === location.href) return;
  for (const figure of app.figures.values()) uncite(figure, address);
  // Who chooses anew is no longer where the link led.
  document.querySelector('[data-notice="link"]')?.remove();
  history.pushState(null, '', address);
}
