// @ts-check
/**
 * What somebody pastes into a page to show a chart, in each of three ways, and what the policy of that page must allow.
 * @typedef {'element' | 'frame' | 'figure'} Way
 * @typedef {'fa' | 'en'} Lang
 * @typedef {{ address: string, integrity: string }} Sealed
 * @typedef {{
 *   name: string, title: Record<Lang, string>, isExample: boolean,
 *   element: Record<string, string>, frame: Record<Lang, string>, figure: Record<Lang, string>,
 * }} Chart as `catalogue.json` has it; addresses are from the root of the site
 * @typedef {{ version: number, element: Sealed, frames: Sealed, sheet: Sealed, charts: Chart[] }} Catalogue
 * @typedef {{
 *   catalogue: Catalogue, chart: Chart, base: string, lang: Lang, theme: string, state: string, figure: string, height: number,
 * }} Choice `base` is the address of the site, `figure` the markup of the static figure, `state` what was chosen in the chart
 */

export const WAYS = /** @type {const} */ (['element', 'frame', 'figure']);

/** In the quotes that need fewer marks: what is written in an attribute stays readable. @param {string} value */
function quoted(value) {
  const safe = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe.includes('"') ? `'${safe.replaceAll("'", '&#39;')}'` : `"${safe}"`;
}

/** @param {string} name @param {Record<string, string>} attributes those without a value are left out, but for `true` */
function opened(name, attributes) {
  const written = Object.entries(attributes).filter(([, value]) => value !== '');
  return `<${[name, ...written.map(([key, value]) => (value === 'true' ? key : `${key}=${quoted(value)}`))].join(' ')}>`;
}

/** @param {Choice} choice @param {Sealed} file */
const sealed = ({ base }, { address, integrity }) => ({ integrity, crossorigin: 'anonymous', [address.endsWith('.css') ? 'href' : 'src']: new URL(address, base).href });

/** @param {Choice} choice */
const sheet = (choice) => opened('link', { rel: 'stylesheet', ...sealed(choice, choice.catalogue.sheet) });

/** @param {Choice} choice @param {Sealed} file */
const script = (choice, file) => `${opened('script', { type: 'module', ...sealed(choice, file) })}</script>`;

/** The figure in the colours that were chosen; without a choice it follows the device. @param {Choice} choice */
const figure = ({ figure: markup, theme }) => (theme === 'auto' ? markup : markup.replace('<figure ', `<figure data-theme="${theme}" `));

/** Where a frame leads. @param {Pick<Choice, 'chart' | 'lang' | 'theme' | 'state'>} choice @param {string} base */
export function frameAddress({ chart, lang, theme, state }, base) {
  const address = new URL(chart.frame[lang], base);
  if (theme !== 'auto') address.searchParams.set('theme', theme);
  if (state) address.searchParams.set('state', state);
  return address.href;
}

/** @type {Record<Way, (choice: Choice) => string[]>} */
const LINES = {
  element(choice) {
    const { chart, catalogue, base, lang, theme, state } = choice;
    const src = chart.element.src ? new URL(chart.element.src, base).href : '';
    const open = opened('hamyar-chart', { ...chart.element, src, lang, dir: lang === 'fa' ? 'rtl' : 'ltr', theme: theme === 'auto' ? '' : theme, state });
    return [sheet(choice), script(choice, catalogue.element), open, figure(choice).trimEnd(), '</hamyar-chart>'];
  },
  frame(choice) {
    const { chart, catalogue, base, lang, height } = choice;
    const open = opened('iframe', {
      'data-hamyar': 'true', src: frameAddress(choice, base), title: chart.title[lang], width: '100%', height: String(height), loading: 'lazy', referrerpolicy: 'no-referrer',
    });
    return [script(choice, catalogue.frames), `${open}</iframe>`];
  },
  figure: (choice) => [sheet(choice), figure(choice).trimEnd()],
};

/** @param {Way} way @param {Choice} choice */
export const snippet = (way, choice) => `${LINES[way](choice).join('\n')}\n`;

/** @type {Record<Way, (origin: string) => string[]>} */
const NEEDS = {
  // Its core is WebAssembly, its data and its style are fetched, pictures are saved from `data:`.
  element: (origin) => [`script-src ${origin} 'wasm-unsafe-eval'`, `connect-src ${origin}`, `style-src ${origin}`, `font-src ${origin}`, 'img-src data:'],
  frame: (origin) => [`frame-src ${origin}`, `script-src ${origin}`],
  figure: (origin) => [`style-src ${origin}`],
};

/** What the policy of a page must name, beside what it has. @param {Way} way @param {string} base */
export const policy = (way, base) => NEEDS[way](new URL(base).origin).join('; ');
