// @ts-check
import init, { Workspace } from '../pkg/hamyar.js';
import { fetchOfSite, fetchPack, json, ofSite } from './data.js';
import { el, ofDocument } from './dom.js';
import { Figure } from './figure/figure.js';
import { directionOf, reason } from './figure/words.js';
import { isRare, loadPictures } from './picture.js';

/** @type {Map<string, Promise<Workspace>>} one reading of a package serves every element of a page */
const workspaces = new Map();
/** @type {Promise<CSSStyleSheet> | undefined} */
let sheet;

/**
 * What was known of a package on a day is a reading of its own, and so is what another core reads, and data with ground.
 * @typedef {object} Reading
 * @property {string} day empty for today
 * @property {boolean} isPicture whether a picture needs the core of pictures
 * @property {string} ground address of a file of boundaries; empty for none
 * @property {string} integrity hash of the packed data; empty where any is taken
 * @property {boolean} isWritten whether its figure is written on the page already
 * @param {URL} folder @param {Reading} reading
 */
function workspace(folder, reading) {
  const key = JSON.stringify([folder.href, reading]);
  const known = workspaces.get(key);
  if (known) return known;
  const opening = open(folder, reading);
  // What failed may be had the next time.
  opening.catch(() => workspaces.delete(key));
  workspaces.set(key, opening);
  return opening;
}

/** @param {URL} folder @param {Reading} reading @returns {Promise<Workspace>} */
async function open(folder, { day, isPicture, ground, integrity, isWritten }) {
  // Without the core of pictures the reader draws bars, and says so.
  // What was written stands for the right picture, which bars are not.
  const pictures = () => (isWritten ? loadPictures() : loadPictures().catch(loadReader));
  const core = (isPicture ? pictures() : loadReader()).catch(forbidden);
  // It may fail while the data are still on their way, and is told once they have come.
  core.catch(() => {});
  const packed = fetchPack(folder, integrity);
  // What is not what was published is not read in another way.
  const pack = await (integrity ? packed : packed.catch(async () => (await import('./import.js')).importPackage(folder)));
  const opened = /** @type {Workspace} */ ((await core).Workspace.open(pack));
  // Of what is no day the core says so when it reads the view.
  if (day) opened.keepKnown(day);
  // Only the core of pictures draws maps.
  if (ground && 'takeOutlines' in opened) /** @type {any} */ (opened).takeOutlines(await json(new URL(ground, ofDocument('baseURI'))), ground.split('/').at(-1));
  return opened;
}

async function loadReader() {
  await init({ module_or_path: fetchOfSite('pkg/hamyar_bg.wasm') });
  return { Workspace };
}

/** The least module there is: where that is refused too, it is not ours that is damaged. */
const LEAST_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

function isForbidden() {
  try {
    return !new WebAssembly.Module(LEAST_MODULE);
  } catch {
    return true;
  }
}

/** A page whose policy lets no WebAssembly run, which only who keeps the page can mend. @param {unknown} error @returns {never} */
function forbidden(error) {
  if (!isForbidden()) throw error;
  const messages = { fa: 'سیاست این صفحه نمی‌گذارد نمودار کشیده شود.', en: 'The policy of this page lets no chart be drawn.' };
  const hints = {
    fa: "صاحب صفحه باید در Content-Security-Policy به script-src مقدار \u2066'wasm-unsafe-eval'\u2069 را بیفزاید.",
    en: "Whoever keeps this page must add 'wasm-unsafe-eval' to script-src of its Content-Security-Policy.",
  };
  throw Object.assign(new Error(messages.en, { cause: error }), { messages, hints });
}

function styles() {
  sheet ??= fetchOfSite('hamyar.css').then(async (response) => {
    const made = new CSSStyleSheet();
    made.replaceSync(await response.text());
    addFonts(made, response.url);
    return made;
  });
  return sheet;
}

/**
 * Faces inside a shadow root are ignored, and the chart is measured for its own font: the page gets
 * the faces of the stylesheet, once. No chart waits for them: it is painted again when they have come.
 * @param {CSSStyleSheet} made
 * @param {string} address where it lies, beside which its fonts are
 */
function addFonts(made, address) {
  const known = [...ofDocument('fonts')].filter((face) => face.family.replaceAll('"', '') === 'Vazirmatn');
  const faces = known.length > 0 ? known : [...made.cssRules].flatMap((rule) => (rule instanceof CSSFontFaceRule ? face(rule.style, address) : []));
  for (const one of faces) one.load().catch(() => {});
}

/** @param {CSSStyleDeclaration} style @param {string} address of the style sheet */
function face(style, address) {
  const file = /[\w./-]+\.woff2/.exec(style.getPropertyValue('src'))?.[0] ?? '';
  const made = new FontFace('Vazirmatn', `url("${new URL(file, address)}")`,
    bare({ weight: style.getPropertyValue('font-weight'), unicodeRange: style.getPropertyValue('unicode-range') }));
  ofDocument('fonts').add(made);
  return made;
}

/** How long a chart waits for its written figure, in ms: a frame that is not laid out paints nothing. */
const PATIENCE = 1000;

/** When something of the page has been seen: a chart that is made ready before keeps its reader from the figure that is there. */
function painted() {
  const isSeen = performance.getEntriesByName('first-contentful-paint').length > 0;
  if (isSeen || ofDocument('hidden') || !PerformanceObserver.supportedEntryTypes.includes('paint')) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => { observer.disconnect(); clearTimeout(late); resolve(undefined); };
    const observer = new PerformanceObserver((list) => { if (list.getEntriesByName('first-contentful-paint').length > 0) done(); });
    const late = setTimeout(done, PATIENCE);
    observer.observe({ type: 'paint', buffered: true });
  });
}

/** @param {string} name @throws {Error} with the words of both languages, as the core throws */
async function namedView(name) {
  const views = await json(ofSite('views/views.json'));
  if (Object.hasOwn(views, name)) return views[name];
  const messages = { fa: `نموداری به نام «${name}» نیست.`, en: `There is no chart named “${name}”.` };
  const hints = { fa: 'نام را از نشانی دکمهٔ «پیوند» زیر همان نمودار بردارید.', en: 'Take the name from the address of “Link” below that chart.' };
  throw Object.assign(new Error(messages.en), { messages, hints, names: Object.keys(views) });
}

/** A plain value with what is written in it, and nothing that a page gave to every object. @param {any} value */
function bare(value) {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(bare);
  return Array.isArray(value) ? value : Object.setPrototypeOf(value, null);
}

/** What is said below a figure that stays as it was written. */
const STAYS = {
  fa: 'این نمودار در این صفحه تعاملی نمی‌شود؛ رقم‌ها، جدول و منبع همین است.',
  en: 'This chart cannot become interactive here; its figures, table and sources are these.',
};

/** What is said above a chart that a link asks more of than there is. */
const NEAREST = {
  fa: 'بخشی از آنچه این پیوند می‌خواهد در این نمودار نیست؛ نزدیک‌ترین نما نشان داده شد.',
  en: 'Part of what this link asks for is not in this chart; the nearest view is shown.',
};

/**
 * `<hamyar-chart view="name or JSON" src="folder of a data package" ground="file of boundaries" lang dir theme>`: one chart,
 * which reads as its language does (`dir` turns its plot alone),
 * read-only (a folder without `package.bin` costs a second core, which reads its tables), without storage, worker or outside request.
 *
 * What stands inside it is shown until the chart is drawn; the figure of `hamyar publish` stays where it cannot be.
 * `name` is what its files are called where `view` is JSON, and `integrity` the hash that `package.bin` must have.
 * `known` is a Jalali day (`1401-02-18`): what was known at its end. `state` is what somebody chose at the chart, as
 * `hamyar-change` told it; with `linked` it stands in the address of the page (`?state=`), where back and forward follow it.
 *
 * Events, which bubble out of any shadow root: `hamyar-ready`; `hamyar-select` (detail: the mark that
 * a press or Enter chose); `hamyar-change` (detail: `{ state, isWhole }`, whether all of a given state could be shown);
 * `hamyar-error` (detail: Error).
 */
export class HamyarChart extends HTMLElement {
  static observedAttributes = ['view', 'name', 'src', 'integrity', 'ground', 'known', 'lang', 'dir', 'theme', 'state'];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(el('slot'));
    this.turn = 0;
    /** Says that a link asks for more than there is. */
    this.note = el('p', { class: 'small', role: 'note', hidden: '' });
    /** What it told last of what was chosen. */
    this.told = '';
    this.walked = () => { if (this.hasAttribute('linked')) void this.take(); };
    /** Whether it has drawn something itself. */
    this.wasAlive = false;
  }

  /** Whether its own content is a figure, and still what it would draw. */
  get isWritten() { return !this.wasAlive && this.querySelector('figure[data-state]') !== null; }

  connectedCallback() {
    addEventListener('popstate', this.walked);
    void this.show();
  }

  disconnectedCallback() {
    removeEventListener('popstate', this.walked);
    this.turn += 1;
    this.figure?.free();
    this.figure = undefined;
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (!this.isConnected) return;
    if (name === 'state' && this.figure) void this.take();
    else void this.show();
  }

  /** What is asked for: by the address of the page, else by its keeper. */
  get asked() {
    const written = this.hasAttribute('linked') ? new URLSearchParams(location.search).get('state') : null;
    return written ?? this.getAttribute('state') ?? '';
  }

  /** Shows the state that is asked for, or what is nearest to it. */
  async take() {
    const { asked, figure } = this;
    const { showState, stateOf } = await import('./figure/state.js');
    if (!figure || figure !== this.figure) return;
    if (asked !== stateOf(figure)) this.follow(showState(figure, asked), stateOf(figure));
    if (this.isCited) await (await import('./figure/cite.js')).checkCited(figure);
  }

  /** Whether a link to this page cites its figures. */
  get isCited() { return this.hasAttribute('linked') && /[?&]cite=/.test(location.search); }

  /** @param {boolean} isWhole @param {string} state */
  follow(isWhole, state) {
    this.note.hidden = isWhole;
    this.note.textContent = isWhole ? '' : NEAREST[this.language];
    this.told = state;
    this.tell('hamyar-change', { state, isWhole });
  }

  /** Somebody chose something. */
  async chosen() {
    const { stateOf, uncite } = await import('./figure/state.js');
    if (!this.figure) return;
    const state = stateOf(this.figure);
    if (state === this.told) return;
    this.told = state;
    this.note.hidden = true;
    // Inside a frame the way back is that of the page around.
    const address = new URL(location.href);
    uncite(this.figure, address);
    if (this.hasAttribute('linked') && self === top) this.push(address, state);
    this.tell('hamyar-change', { state, isWhole: true });
  }

  /** @param {URL} address @param {string} state */
  push(address, state) {
    if (state) address.searchParams.set('state', state);
    else address.searchParams.delete('state');
    if (address.href !== location.href) history.pushState(null, '', address);
  }

  get language() {
    const found = this.getAttribute('lang') ?? this.closest('[lang]')?.getAttribute('lang') ?? 'fa';
    return found.startsWith('en') ? 'en' : 'fa';
  }

  async show() {
    this.turn += 1;
    const turn = this.turn;
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    try {
      const src = this.getAttribute('src');
      const folder = src ? new URL(src, ofDocument('baseURI')) : new URL('../data/', import.meta.url);
      const name = this.getAttribute('view') ?? '';
      const view = bare(name.trim().startsWith('{') ? JSON.parse(name) : await namedView(name));
      const reading = {
        day: String(view.query?.asKnown ?? this.getAttribute('known') ?? ''), isPicture: isRare(view), ground: this.getAttribute('ground') ?? '', integrity: this.getAttribute('integrity') ?? '',
        isWritten: this.isWritten,
      };
      const [data, css] = await Promise.all([workspace(view.data === 'example' ? new URL('example/', folder) : folder, reading), styles()]);
      if (this.isWritten) await painted();
      if (turn !== this.turn) return;
      root.adoptedStyleSheets = [css];
      this.draw(root, data, view, name);
      this.tell('hamyar-ready');
    } catch (error) {
      if (turn !== this.turn) return;
      const css = await styles().catch(() => null);
      if (turn !== this.turn) return;
      root.adoptedStyleSheets = css ? [css] : [];
      this.figure?.free();
      this.figure = undefined;
      if (this.isWritten) this.stay(root, error);
      else root.replaceChildren(this.frame(el('p', { class: 'warning', role: 'alert' }, reason(error, this.language))));
      this.tell('hamyar-error', error);
    }
  }

  /** @param {string} type @param {unknown} [detail] */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** How a reader leaves what was written, who may have begun to read: the chart goes on from there. */
  leave() {
    const isOpen = (/** @type {string} */ part) => this.querySelector(`details[data-part="${part}"][open]`) !== null;
    return { isTable: isOpen('table'), isWords: isOpen('description'), hasFocus: this.contains(ofDocument('activeElement')) };
  }

  /** Its own content, with a quiet word that it is no more than that; who keeps the page finds the reason in the console. @param {ShadowRoot} root @param {unknown} error */
  stay(root, error) {
    console.warn('hamyar-chart:', reason(error, 'fa'), reason(error, 'en'), error);
    root.replaceChildren(el('slot'), this.frame(el('p', { class: 'small', role: 'note' }, STAYS[this.language])));
  }

  /** What stands between the styles of the page and ours. @param {Node[]} content */
  frame(...content) {
    const { language } = this;
    return el('div', { class: 'hamyar-root', 'data-theme': this.getAttribute('theme') ?? 'auto', lang: language, dir: directionOf(language) }, ...content);
  }

  /** @param {ShadowRoot} root @param {Workspace} data @param {object} view @param {string} name */
  draw(root, data, view, name) {
    const live = el('p', { role: 'status', class: 'visually-hidden' });
    const own = this.getAttribute('name');
    const host = el('figure', { class: 'card', 'data-view': own ?? (name.startsWith('{') ? 'custom' : name) });
    const frame = this.frame(this.note, host, live);
    this.note.hidden = true;
    this.told = '';
    const written = this.isWritten ? this.leave() : null;
    root.replaceChildren(frame);
    this.figure?.free();
    // A view that the core refuses leaves nothing behind that could be freed twice.
    this.figure = undefined;
    const direction = this.getAttribute('dir');
    this.figure = new Figure(host, {
      workspace: data, view, name: host.dataset.view ?? 'chart', lang: this.language, hasPage: own !== null,
      direction: direction === 'ltr' || direction === 'rtl' ? direction : directionOf(this.language),
      say: (text) => { live.textContent = text; }, dialogs: frame, select: (mark) => this.tell('hamyar-select', mark),
      changed: () => void this.chosen(),
    });
    this.wasAlive = true;
    if (written?.isTable) this.figure.setMode('table');
    if (written?.isWords) this.figure.summary.click();
    if (this.asked || this.isCited) void this.take();
    if (written?.hasFocus) /** @type {HTMLElement | null} */ (this.figure.tools.querySelector('[aria-pressed="true"]'))?.focus();
  }
}

if (!customElements.get('hamyar-chart')) customElements.define('hamyar-chart', HamyarChart);
