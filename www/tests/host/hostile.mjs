// @ts-check
/**
 * Pages that do to a chart what old or careless sites do: styles for everything, changed builtins, elements that are moved.
 * Each is made of the same place for one chart, so that it can be compared with a page that does nothing.
 */
import { listen } from './serve.mjs';

/** What stands in the place of the chart on every page: of one width, at one point of the window. */
const PLACE = `html { background: #fff !important; }
#place { display: block !important; position: absolute !important; inset: 0 auto auto 0 !important; width: 720px !important; margin: 0 !important; padding: 0 !important; border: 0 !important; background: #fff !important; zoom: 1 !important; }`;

/**
 * @typedef {object} Host
 * @property {string} name
 * @property {string} [style] of the page
 * @property {string} [script] that runs before ours
 * @property {string} [wrapped] markup around the chart; it stands where the dots are
 * @property {string} [inside] markup within the chart, which gives way to it
 * @property {string} [doctype]
 * @property {boolean} [isTwice] whether the element is loaded from a second address too
 */

/** A page that is moved by nothing. @type {Host} */
export const PLAIN = { name: 'plain' };

/** @type {Host[]} */
export const HOSTS = [
  { name: 'unset', style: '* { all: unset !important; } head, style, script, title { display: none !important; }' },
  { name: 'initial', style: '* { all: initial !important; } head, style, script, title { display: none !important; }' },
  {
    name: 'letters',
    style: `*, *::before, *::after { box-sizing: content-box !important; font: italic 900 40px/3 serif !important; direction: ltr !important; text-align: center !important; text-transform: uppercase !important;
      letter-spacing: 4px !important; word-spacing: 9px !important; text-indent: 30px !important; white-space: nowrap !important; color: lime !important; cursor: wait !important; user-select: none !important;
      text-shadow: 2px 2px red !important; font-variant: small-caps !important; list-style: square !important; border-collapse: separate !important; quotes: none !important; tab-size: 40 !important; }`,
  },
  {
    name: 'variables',
    style: `:root, * { --hy-ink: red !important; --hy-paper: lime !important; --hy-cat-1: yellow !important; --hy-rule: red !important; --part: 0 !important; color-scheme: dark !important; accent-color: red !important; }
      .hamyar-root, .card, .tooltip, figure { display: none !important; }`,
  },
  { name: 'vertical', style: ':root, body { writing-mode: vertical-rl !important; text-orientation: upright !important; direction: ltr !important; }' },
  {
    name: 'content-system',
    style: `svg, img, canvas, video { max-width: 40px !important; display: none !important; } table td, table th { padding: 40px !important; border: 3px solid red !important; } p, li, h1, h2, h3 { margin: 3em !important; font-size: 3em !important; }
      ul, ol { padding: 0 0 0 4em !important; list-style: disc outside !important; } button { all: unset !important; } figure { margin: 4em !important; float: left !important; } a::after { content: " (link)" !important; } .entry-content > * { max-width: 720px; }`,
    wrapped: '<div class="entry-content">…</div>',
    inside: '<figure data-state="ready"><svg width="700" height="300"></svg><table><tr><td>۵۸۰</td></tr></table></figure>',
  },
  { name: 'quirks', doctype: '', style: 'body { font-size: 30px; } table, td, div { line-height: 4; font-size: 40px; }' },
  { name: 'flex', style: '.row { display: flex; align-items: flex-start; justify-content: center; flex-wrap: wrap; }', wrapped: '<div class="row">…</div>' },
  { name: 'grid', style: '.cell { display: grid; place-items: center; grid-template-columns: 1fr; } .none { display: contents; }', wrapped: '<div class="cell"><div class="none">…</div></div>' },
  {
    name: 'builtins',
    script: `for (const [kind, names] of [[Array, ['map', 'push', 'filter', 'forEach', 'slice']], [String, ['split', 'replace']], [Map, ['get', 'set']]]) {
      for (const name of names) { const own = kind.prototype[name]; kind.prototype[name] = function (...all) { return own.apply(this, all); }; }
    }
    Array.prototype.last = function () { return this[this.length - 1]; }; Array.prototype.remove = function () {}; String.prototype.contains = () => true; Function.prototype.bind2 = () => {};
    for (const name of ['each', 'extend', 'title', 'mark', 'query', 'data', 'known', 'asKnown', 'encoding', 'fallback', 'method', 'mode', 'body', 'headers', 'integrity', 'cache', 'extends', 'width', 'ratio', 'module_or_path']) Object.prototype[name] = 'POLLUTED';
    const iterate = Array.prototype[Symbol.iterator]; Array.prototype[Symbol.iterator] = function () { return iterate.call(this); };`,
  },
  {
    name: 'wrapped',
    script: `const wrap = (owner, name) => { const own = owner[name]; owner[name] = function (...all) { return own.apply(this === undefined ? owner : this, all); }; };
    wrap(JSON, 'parse'); wrap(JSON, 'stringify'); wrap(window, 'fetch'); wrap(Element.prototype, 'attachShadow'); wrap(customElements, 'define'); wrap(document, 'createElement'); wrap(EventTarget.prototype, 'addEventListener');
    const Kept = window.Promise; window.Promise = class extends Kept {}; window.requestAnimationFrame = ((own) => (act) => own(act))(window.requestAnimationFrame);`,
    isTwice: true,
  },
  {
    name: 'moved',
    script: `addEventListener('DOMContentLoaded', () => {
      const chart = document.querySelector('hamyar-chart'); const [one, other] = document.querySelectorAll('.shelf'); let moves = 0; document.documentElement.dataset.moving = 'true';
      new MutationObserver(() => { if (moves === 20) delete document.documentElement.dataset.moving; else { moves += 1; setTimeout(() => (chart.parentNode === one ? other : one).append(chart), 20); } }).observe(document.body, { childList: true, subtree: true });
      other.append(chart); });`,
    wrapped: '<div class="shelf">…</div><div class="shelf"></div>',
  },
];

/** @param {Host} host @param {string} product @param {string} chart */
function page({ name, doctype = '<!doctype html>', style = '', script = '', wrapped = '…', inside = '', isTwice = false }, product, chart) {
  const modules = [product, ...(isTwice ? [product.replace('127.0.0.1', 'localhost')] : [])].map((origin) => `<script type="module" src="${origin}/js/element.js"></script>`);
  return `${doctype}<html lang="fa" dir="rtl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${name}</title><style>${style}${PLACE}</style><script>${script}</script>${modules.join('')}</head>`
    + `<body><div id="place">${wrapped.replace('…', chart.replace('></', `>${inside}</`))}</div></body></html>`;
}

/**
 * Serves each of them by its name.
 * @param {string} product origin of the product
 * @param {string} chart markup of the chart
 * @param {Host[]} [hosts] that it serves beside the plain one
 */
export async function serveHostile(product, chart, hosts = HOSTS) {
  const pages = new Map([PLAIN, ...hosts].map((host) => [`/${host.name}.html`, page(host, product, chart)]));
  return listen(async (path) => {
    const body = pages.get(path);
    if (body === undefined) throw new Error('not served');
    return { body };
  });
}
