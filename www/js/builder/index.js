// @ts-check
import '../frame/around.js';
import { json, ofSite, text } from '../data.js';
import { el } from '../dom.js';
import { nearest } from '../nearest.js';
import { Preview } from './preview.js';
import { policy, snippet, WAYS } from './snippet.js';
import { builderWord } from './words.js';

/**
 * The page that makes snippets: a chart of this site, a way to show it, how it looks, and what is pasted.
 * @typedef {import('./snippet.js').Lang} Lang
 * @typedef {import('./words.js').Word} Word
 */

const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);
const LANGUAGES = /** @type {const} */ ([['fa', 'فارسی'], ['en', 'English']]);
/** What the address of the page names, so that a snippet can be come back to. */
const ASKED = /** @type {const} */ (['view', 'way', 'of', 'look']);
/** Names of places that no reader can reach. */
const LOCAL = ['localhost', '127.0.0.1', '[::1]', ''];

/** @template {string} Name @param {readonly Name[]} all @param {string | null} asked */
const oneOf = (all, asked) => all.find((name) => name === asked) ?? all[0];

/** Whether a field was copied; an intranet without HTTPS has the old way alone. @param {HTMLTextAreaElement} field */
async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    return document.execCommand('copy');
  }
}

class Builder {
  /** @param {HTMLElement} host @param {import('./snippet.js').Catalogue} catalogue @param {() => Lang} language */
  constructor(host, catalogue, language) {
    const asked = new URLSearchParams(location.search);
    this.catalogue = catalogue;
    this.language = language;
    /** What the address asked for and is not there; the nearest one is shown. */
    this.missed = '';
    this.chart = this.chartOf(asked.get('view') ?? '');
    this.way = oneOf(WAYS, asked.get('way'));
    this.lang = oneOf([language(), 'fa', 'en'], asked.get('of'));
    this.theme = oneOf(THEMES, asked.get('look'));
    this.base = ofSite('').href;
    this.state = '';
    this.figure = '';
    this.isPublished = host.dataset.builder === 'published';
    this.host = host;
    this.preview = new Preview(ofSite(''), (state) => { this.state = state; this.write(); }, () => this.write());
    this.out = { snippet: this.code(6), policy: this.code(2) };
    this.heard = el('p', { class: 'small', role: 'status' });
    this.build();
  }

  /** The chart of a name, else the one whose name is nearest, or the first where none was named. @param {string} asked */
  chartOf(asked) {
    const { charts } = this.catalogue;
    const found = charts.find(({ name }) => name === asked);
    if (found || !asked) return found ?? charts[0];
    this.missed = asked;
    return charts.find(({ name }) => name === nearest(asked, charts.map((one) => one.name))) ?? charts[0];
  }

  /** @param {Word} key @param {...string} parts */
  word(key, ...parts) { return builderWord(this.language(), key, ...parts); }

  /** Something to be copied: a field can be selected by keys and on old browsers too. @param {number} rows */
  code(rows) { return el('textarea', { readonly: '', rows: String(rows), dir: 'ltr', spellcheck: 'false', class: 'snippet' }); }

  build() {
    const fields = el('div', { class: 'builder-fields' }, this.charts(), this.ways(),
      this.choice('language', LANGUAGES, this.lang, (lang) => { this.lang = /** @type {Lang} */ (lang); }),
      this.choice('theme', THEMES.map((theme) => [theme, this.word(theme)]), this.theme, (theme) => { this.theme = oneOf(THEMES, theme); }),
      this.address());
    const notices = this.missed ? [el('p', { class: 'warning', role: 'note' }, this.word('nearest', this.missed))] : [];
    this.host.replaceChildren(el('p', { class: 'lead' }, this.word('lead')), ...notices, fields,
      el('h2', {}, this.word('preview')), this.preview.element, this.chosen(),
      el('h2', {}, this.word('snippet')), this.out.snippet, this.copying(this.out.snippet, 'copy'),
      el('p', { class: 'small' }, this.word('sealed'), ' ', this.word(this.isPublished ? 'stays' : 'follows')),
      el('h2', {}, this.word('policy')), el('p', {}, this.word('policyHint')), this.out.policy, this.copying(this.out.policy, 'copyPolicy'), this.heard);
    this.out.snippet.setAttribute('aria-label', this.word('snippet'));
    this.out.policy.setAttribute('aria-label', this.word('policy'));
    this.preview.shown = '';
    void this.take();
  }

  charts() {
    const select = el('select', { id: 'builder-chart' });
    for (const [key, isExample] of /** @type {const} */ ([['real', false], ['example', true]])) {
      const charts = this.catalogue.charts.filter((chart) => chart.isExample === isExample);
      const options = charts.map(({ name, title }) => el('option', { value: name }, title[this.language()]));
      if (options.length > 0) select.append(el('optgroup', { label: this.word(key) }, ...options));
    }
    select.value = this.chart.name;
    select.addEventListener('change', () => {
      this.chart = this.catalogue.charts.find(({ name }) => name === select.value) ?? this.chart;
      this.state = '';
      void this.take();
    });
    return el('div', { class: 'field' }, el('label', { for: 'builder-chart' }, this.word('chart')), select);
  }

  ways() {
    const rows = WAYS.map((way) => {
      const radio = el('input', { type: 'radio', name: 'way', value: way, id: `way-${way}`, 'aria-describedby': `way-${way}-hint` });
      radio.checked = way === this.way;
      radio.addEventListener('change', () => { this.way = way; void this.take(); });
      return el('div', { class: 'builder-way' }, radio, el('label', { for: `way-${way}` }, this.word(way)), el('p', { class: 'field-hint', id: `way-${way}-hint` }, this.word(`${way}Hint`)));
    });
    return el('fieldset', {}, el('legend', {}, this.word('way')), ...rows);
  }

  /** @param {Word} key @param {readonly (readonly [string, string])[]} all @param {string} current @param {(value: string) => void} keep */
  choice(key, all, current, keep) {
    const buttons = all.map(([value, word]) => {
      const button = el('button', { type: 'button', 'aria-pressed': String(value === current), ...(key === 'language' ? { lang: value === 'en' ? 'en-GB' : 'fa-IR' } : {}) }, word);
      button.addEventListener('click', () => {
        for (const one of buttons) one.setAttribute('aria-pressed', String(one === button));
        keep(value);
        void this.take();
      });
      return button;
    });
    const id = `builder-${key}`;
    return el('div', { class: 'field' }, el('span', { class: 'field-name', id }, this.word(key)), el('div', { class: 'segmented', role: 'group', 'aria-labelledby': id }, ...buttons));
  }

  address() {
    const input = el('input', { id: 'builder-base', dir: 'ltr', type: 'url', inputmode: 'url', 'aria-describedby': 'builder-base-hint builder-base-message', value: this.base });
    const message = el('p', { class: 'field-message', id: 'builder-base-message', role: 'status' });
    const look = () => {
      const place = URL.canParse(input.value) ? new URL(input.value) : null;
      const isSite = place !== null && ['http:', 'https:'].includes(place.protocol);
      input.setAttribute('aria-invalid', String(!isSite));
      message.dataset.severity = isSite ? 'warning' : 'error';
      message.textContent = isSite ? LOCAL.includes(place.hostname) ? this.word('local') : '' : this.word('noAddress');
      if (!isSite) return;
      // A folder, whether or not its last slash was written.
      this.base = new URL(place.pathname.endsWith('/') ? '' : `${place.pathname}/`, place).href.split(/[?#]/)[0];
      this.write();
    };
    input.addEventListener('input', look);
    queueMicrotask(look);
    return el('div', { class: 'field' }, el('label', { for: 'builder-base' }, this.word('address')), input,
      el('p', { class: 'field-hint', id: 'builder-base-hint' }, this.word('addressHint')), message);
  }

  chosen() {
    this.about = el('p', { class: 'small' });
    this.forget = el('button', { type: 'button', class: 'button' }, this.word('forget'));
    this.forget.addEventListener('click', () => {
      this.state = '';
      this.preview.shown = '';
      void this.take();
    });
    return el('div', { class: 'builder-chosen' }, this.about, this.forget);
  }

  /** @param {HTMLTextAreaElement} field @param {Word} key */
  copying(field, key) {
    const button = el('button', { type: 'button', class: 'button primary', 'data-action': key }, this.word(key));
    button.addEventListener('click', async () => {
      field.select();
      const isCopied = await copied(field);
      this.heard.textContent = this.word(isCopied ? 'copied' : 'byHand');
      if (!isCopied) return;
      button.textContent = this.word('copied');
      setTimeout(() => { button.textContent = this.word(key); }, 2000);
    });
    return el('p', { class: 'actions' }, button);
  }

  /** Takes what was chosen: the address of the page, the figure, the preview and the snippet follow. */
  async take() {
    const address = new URL(location.href);
    const values = { view: this.chart.name, way: this.way, of: this.lang, look: this.theme };
    for (const name of ASKED) address.searchParams.set(name, values[name]);
    history.replaceState(null, '', address);
    // Nobody is to copy the snippet of what was chosen before.
    this.figure = this.out.snippet.value = this.heard.textContent = '';
    const isStatic = this.way === 'figure';
    const { chart, lang, theme, state, catalogue } = this;
    this.preview.show({ chart, lang, theme, state, sheet: catalogue.sheet.address, isStatic }, this.language());
    const figure = await text(ofSite(chart.figure[lang])).catch(() => '');
    // Another was chosen while this one came.
    if (chart !== this.chart || lang !== this.lang) return;
    this.figure = figure;
    if (figure) this.write();
    else this.heard.textContent = this.word('noFigure');
  }

  write() {
    const { catalogue, chart, base, lang, theme, figure, way } = this;
    // It is on its way; a snippet without it would be a half.
    if (!figure) return;
    const state = way === 'figure' ? '' : this.state;
    this.out.snippet.value = snippet(way, { catalogue, chart, base, lang, theme, state, figure, height: this.preview.height });
    this.out.policy.value = policy(way, base);
    if (!this.about || !this.forget) return;
    this.about.textContent = way === 'figure' ? '' : this.word(state ? 'chosen' : 'choose');
    this.forget.hidden = !state;
  }
}

/** @param {HTMLElement} host @param {() => Lang} language */
export async function builder(host, language) {
  const refuse = (/** @type {Word} */ key) => host.replaceChildren(el('p', { class: 'warning', role: 'alert' }, builderWord(language(), key)));
  try {
    const catalogue = await json(ofSite('catalogue.json'));
    if (catalogue.charts.length === 0) return refuse('empty');
    const made = new Builder(host, catalogue, language);
    document.addEventListener('hamyar-language', () => made.build());
  } catch (error) {
    console.warn(error);
    refuse('unreachable');
  }
}
