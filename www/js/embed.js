// @ts-check
import './element.js';
import { el } from './dom.js';
import { tellAround } from './frame/inside.js';

/** The page inside a frame: one chart by its name in the address, without storage or worker. */
const asked = new URLSearchParams(location.search);
const root = document.documentElement;
root.lang = asked.get('lang') === 'en' ? 'en' : 'fa';
root.dir = root.lang === 'en' ? 'ltr' : 'rtl';
document.title = root.dataset[root.lang === 'en' ? 'titleEn' : 'titleFa'] ?? document.title;
root.dataset.theme = asked.get('theme') ?? 'auto';
const main = document.querySelector('main');
const chart = el('hamyar-chart', {
  view: asked.get('view') ?? '', lang: root.lang, dir: asked.get('dir') ?? root.dir, theme: root.dataset.theme, known: asked.get('known') ?? '', linked: '',
});
chart.addEventListener('hamyar-ready', () => { root.dataset.ready = 'true'; });
chart.addEventListener('hamyar-error', (event) => void failed(/** @type {CustomEvent} */ (event).detail));
main?.append(chart);
tellAround(document.body);

/** A name that no chart has leads to the nearest one. @param {{ names?: string[] }} error */
async function failed({ names = [] }) {
  const view = chart.getAttribute('view') ?? '';
  const near = (await import('./nearest.js')).nearest(view, names);
  if (near === undefined) {
    Object.assign(root.dataset, { ready: 'true', failed: 'true' });
    return;
  }
  const words = root.lang === 'en'
    ? `There is no chart named “${view}”. This is the one with the nearest name, “${near}”.`
    : `نموداری به نام «\u2068${view}\u2069» نیست. این نموداری است که نامش به آن نزدیک‌تر است: «\u2068${near}\u2069».`;
  main?.prepend(el('p', { class: 'small', role: 'note' }, words));
  chart.setAttribute('view', near);
}
