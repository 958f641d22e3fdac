// @ts-check
import { ofSite, pageOf } from '../data.js';
import { el, ofDocument } from '../dom.js';
import { png, save, withFont } from './download.js';
import { plotOnPaper } from './print.js';
import { buildTable } from './table.js';
import { createTooltip } from './tooltip.js';
import { directionOf, word } from './words.js';

/**
 * @typedef {'fa'|'en'} Lang
 * @typedef {object} FigureContext
 * @property {import('../../pkg/hamyar.js').Workspace} workspace
 * @property {object} [set] what charts of the same data have in common, where several cores draw them; the workspace
 * @property {any} view the view itself
 * @property {string} name its name, for files and addresses
 * @property {Lang} lang
 * @property {'rtl'|'ltr'} direction
 * @property {(text: string) => void} say writes to the page's live region
 * @property {ParentNode & Node} dialogs where dialogs stand: the page or a shadow root
 * @property {(mark: import('../../pkg/hamyar.js').ChartMark) => void} [select] hears which mark was chosen
 * @property {() => void} [changed] hears that somebody chose something
 * @property {FileOffer[]} [files] what the page can write beside table and picture
 * @property {boolean} [hasPage] whether it has a page of its own on the site that was published
 * @typedef {object} FileOffer
 * @property {string} ending of the name of the file
 * @property {string} label
 * @property {string} type
 * @property {(view: object, lang: Lang) => Uint8Array<ArrayBuffer>} write
 */

/** What both files of the font are known by. */
const FONT = '16px Vazirmatn';
const LETTERS = 'آ0';
const onPaper = matchMedia('print');
/** For a page, a sharp screen, and print. */
const SCALES = [1, 2, 3];
/** Charts of which a part can be chosen by drawing across. */
const OVER_TIME = ['line', 'area'];

let serial = 0;

/** All that stand on the page now: charts of one data set can filter one another. @type {Set<Figure>} */
export const figures = new Set();

/** What the charts have in common that may filter it. @param {Figure} figure */
export const setOf = ({ context: { set, workspace } }) => set ?? workspace;

/** Whether its view asks nothing, or names figures one by one: they are shown as they are. @param {Figure} figure */
export function isFixed({ context: { view: { query, encoding } } }) {
  return !query || query.pairs?.length > 0 || query.where?.observations?.length > 0 || encoding?.color === 'member';
}

/** A figure on a page: its parts are made once, its content again for each language and width. */
export class Figure {
  /** @type {HTMLElement} */ title;
  /** @type {HTMLElement} */ subtitle;
  /** @type {HTMLElement} */ badge;
  /** @type {HTMLElement} */ legend;
  /** @type {HTMLCanvasElement} */ canvas;
  /** @type {HTMLElement} */ plot;
  /** @type {ReturnType<typeof createTooltip>} */ tooltip;
  /** @type {HTMLElement} */ tableBox;
  /** @type {HTMLElement} */ short;
  /** @type {HTMLElement} */ description;
  /** @type {HTMLDetailsElement} */ words;
  /** @type {HTMLElement} */ summary;
  /** @type {HTMLElement} */ keys;
  /** @type {HTMLElement} */ sources;
  /** @type {HTMLElement} */ notes;
  /** @type {HTMLElement} */ tools;
  /** How its table is sorted. @type {import('./table.js').Sorting | undefined} */ sorting;
  /** Says how its figures stand to those that a link cites. @type {(() => void) | undefined} */ cited;
  /** What it is narrowed to, once somebody asked. @type {import('./steer.js').Steering | undefined} */ steering;

  /** @param {HTMLElement} host @param {FigureContext} context */
  constructor(host, context) {
    this.host = host;
    this.context = context;
    this.mode = 'chart';
    this.width = 0;
    serial += 1;
    this.id = `figure-${serial}`;
    this.build();
    this.view = context.view;
    this.chart = context.workspace.chart(context.view, this.options());
    this.chart.attach(this.canvas, devicePixelRatio, (mark) => this.tip(mark), context.say, (mark) => this.choose(mark));
    this.write();
    this.watch();
    // What somebody chose for the page holds for a chart that comes later too.
    if ([...figures].some((other) => other.steering && setOf(other) === setOf(this))) void this.join();
    figures.add(this);
  }

  async join() {
    const { steering } = await import('./steer.js');
    if (this.observer) steering(this).join();
  }

  build() {
    this.title = el('h2', { 'data-part': 'title' });
    this.subtitle = el('p', { 'data-part': 'subtitle' });
    this.badge = el('p', { class: 'badge-example', hidden: '' });
    this.legend = el('ul', { 'data-part': 'legend', class: 'legend' });
    this.canvas = el('canvas', { tabindex: '0', role: 'application', 'aria-describedby': `${this.id}-short ${this.id}-keys` });
    this.short = el('p', { id: `${this.id}-short`, hidden: '' });
    this.plot = el('div', { 'data-part': 'plot', dir: 'ltr' }, this.canvas);
    this.tooltip = createTooltip(this.plot);
    this.tableBox = el('div', { 'data-part': 'table', class: 'table-scroll', tabindex: '0', role: 'region', hidden: '' });
    this.description = el('p');
    this.summary = el('summary');
    this.keys = el('p', { class: 'figure-keys', id: `${this.id}-keys` });
    this.words = el('details', { 'data-part': 'description' }, this.summary, this.description, this.keys);
    this.sources = el('p', { 'data-part': 'source' });
    this.notes = el('ul', { class: 'figure-notes' });
    this.tools = el('div', { class: 'figure-tools' });
    this.host.classList.add('figure');
    this.host.replaceChildren(
      el('figcaption', {}, this.badge, this.title, this.subtitle), this.legend, this.plot, this.short, this.tableBox, this.sources, this.notes,
      this.words, this.tools,
    );
    this.words.addEventListener('toggle', () => this.changed());
    this.canvas.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.tooltip.hide(); });
    this.canvas.addEventListener('pointerdown', (event) => void this.press(event));
  }

  /** @returns {import('../../pkg/hamyar.js').ChartOptions} */
  options() {
    this.width = this.room();
    return { width: this.width, lang: this.context.lang, direction: this.context.direction };
  }

  /** Width that the plot has, within what the core lays out. */
  room() {
    return Math.max(240, Math.min(1600, Math.floor(this.plot.clientWidth || this.host.clientWidth)));
  }

  /** Writes every word again. */
  write() {
    const { lang } = this.context;
    const parts = this.chart.parts();
    this.host.lang = lang;
    // Sentences read as their language does, whichever way the plot runs.
    this.host.dir = directionOf(lang);
    this.title.textContent = parts.title;
    this.subtitle.textContent = parts.subtitle;
    this.badge.hidden = !parts.example;
    this.badge.textContent = word(lang, 'example');
    this.host.toggleAttribute('data-example', parts.example);
    // Three lengths: its name says what it is, what describes it the finding, and the words below it all.
    this.canvas.setAttribute('aria-label', `${parts.title}. ${parts.brief}`);
    this.short.textContent = parts.short;
    this.canvas.textContent = parts.short;
    this.writeLegend(parts.legend);
    this.description.textContent = parts.long;
    this.summary.textContent = word(lang, 'description');
    this.keys.textContent = word(lang, 'keys');
    this.writeSources(parts);
    this.notes.replaceChildren(...parts.notes.map((note) => el('li', {}, note)));
    this.tableBox.setAttribute('aria-label', `${word(lang, 'tableOf')}: ${parts.title}`);
    this.tableBox.replaceChildren();
    this.writeTools();
    this.setMode(this.mode);
    this.cited?.();
    this.print();
    this.host.dataset.state = parts.marks > 0 ? 'ready' : 'empty';
  }

  /** The table is as long as the data: it is written when it is first shown, and for paper. */
  fillTable() {
    if (this.tableBox.hasChildNodes()) return;
    const open = (/** @type {string[]} */ evidence, /** @type {HTMLElement} */ opener, /** @type {string} */ working) => this.source(evidence, opener, working);
    const sorted = (/** @type {import('./table.js').Sorting} */ sorting) => { this.sorting = sorting; this.changed(); };
    this.tableBox.append(buildTable(this.chart.table(), this.context.lang, { openSource: open, sorting: this.sorting, sorted }));
  }

  /** @param {import('./table.js').Sorting | undefined} sorting */
  sort(sorting) {
    if (this.sorting === sorting) return;
    this.sorting = sorting;
    this.tableBox.replaceChildren();
  }

  changed() { this.context.changed?.(); }

  /** @param {string[]} texts */
  writeLegend(texts) {
    this.legend.hidden = texts.length === 0;
    this.legend.replaceChildren(...texts.map((text, index) => {
      const swatch = el('canvas', { class: 'swatch', 'aria-hidden': 'true' });
      // Paper takes them as they are.
      queueMicrotask(() => this.chart.paintSwatch(swatch, index, Math.max(3, devicePixelRatio)));
      return el('li', {}, swatch, text);
    }));
  }

  /** @param {import('../../pkg/hamyar.js').ChartParts} parts */
  writeSources(parts) {
    const buttons = parts.sources.map((line) => {
      // A document without a figure of its own has no card to open.
      if (line.evidence.length === 0) return el('span', {}, line.text);
      const button = el('button', { type: 'button', class: 'source-link', 'data-action': 'source' },
        el('span', { 'aria-hidden': 'true', class: 'icon-info' }), line.text);
      button.addEventListener('click', () => this.source(line.evidence, button));
      return button;
    });
    const coverage = parts.coverage ? [el('span', { class: 'coverage' }, parts.coverage)] : [];
    this.sources.replaceChildren(...coverage, ...buttons);
  }

  writeTools() {
    const { lang } = this.context;
    const mode = (/** @type {string} */ name) => {
      const button = el('button', { type: 'button', 'data-action': name, 'aria-pressed': String(this.mode === name) }, word(lang, name));
      button.addEventListener('click', () => {
        this.setMode(name);
        this.changed();
        // The table is of another height: the button stays where the person is.
        button.scrollIntoView({ block: 'nearest' });
      });
      return button;
    };
    const item = (/** @type {string} */ label, /** @type {() => void} */ act) => {
      const button = el('button', { type: 'button' }, label);
      button.addEventListener('click', act);
      return button;
    };
    const file = (/** @type {'csv'|'svg'} */ kind) => item(word(lang, kind), () => void this.download(kind));
    const picture = el('div', { class: 'menu-scales', role: 'group', 'aria-label': word(lang, 'png') }, el('span', {}, word(lang, 'png')), ...SCALES.map((scale) => {
      const times = `${new Intl.NumberFormat(lang === 'fa' ? 'fa-IR' : 'en').format(scale)}×`;
      const button = item(times, () => void this.downloadPicture(scale));
      button.setAttribute('aria-label', `${word(lang, 'png')} ${times}`);
      return button;
    }));
    const offers = (this.context.files ?? []).map((one) =>
      item(one.label, () => save(one.write(this.view, this.context.lang), one.type, this.fileName(one.ending))));
    const menu = this.menu('download', el('div', { class: 'menu-items' }, file('csv'), ...offers, file('svg'), picture));
    const narrow = el('button', { type: 'button', class: 'button', 'data-action': 'narrow', 'aria-expanded': String(this.steering?.isOpen ?? false) }, word(lang, 'narrow'));
    narrow.addEventListener('click', () => void this.narrow(narrow));
    this.tools.replaceChildren(el('div', { class: 'segmented', role: 'group' }, mode('chart'), mode('table')), ...(isFixed(this) ? [] : [narrow]), menu,
      this.shareMenu());
  }

  /** What can be passed on is written when the menu is opened: then it is known what the chart shows. */
  shareMenu() {
    const items = el('div', { class: 'menu-items' });
    const menu = this.menu('link', items);
    menu.addEventListener('toggle', async () => {
      if (menu.open) (await import('./share.js')).fillShare(this, items);
    });
    return menu;
  }

  /** @param {string} name @param {HTMLElement} items */
  menu(name, items) {
    const menu = el('details', { class: 'menu' }, el('summary', { class: 'button', 'data-action': name }, word(this.context.lang, name)), items);
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
    return menu;
  }

  /** A mouse that is drawn across a chart over time chooses a part of it; a finger scrolls the page. @param {PointerEvent} event */
  async press({ pointerType, button, clientX }) {
    if (pointerType !== 'mouse' || button !== 0 || !OVER_TIME.includes(this.context.view.mark)) return;
    let isDown = true;
    addEventListener('pointerup', () => { isDown = false; }, { once: true });
    const { brush } = await import('./brush.js');
    if (isDown) brush(this, clientX);
  }

  /** @param {HTMLElement} button */
  async narrow(button) {
    const { steering } = await import('./steer.js');
    button.setAttribute('aria-expanded', String(steering(this).toggle()));
  }

  /** Where this chart stands alone, to be passed on or put into a frame. */
  address() {
    const { name, lang, hasPage } = this.context;
    if (hasPage) return pageOf(name, lang) ?? location.href;
    if (/^(explore|custom|gallery)/.test(name)) return location.href;
    const known = new URLSearchParams(location.search).get('known');
    return ofSite(`embed.html?view=${name}&lang=${lang}${known ? `&known=${encodeURIComponent(known)}` : ''}`).href;
  }

  /** @param {string} mode */
  setMode(mode) {
    this.mode = mode;
    this.plot.hidden = mode === 'table';
    this.legend.hidden = mode === 'table' || this.legend.childElementCount === 0;
    this.tableBox.hidden = mode !== 'table';
    if (mode === 'table') this.fillTable();
    for (const button of this.tools.querySelectorAll('[aria-pressed]')) {
      button.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (button).dataset.action === mode));
    }
    if (mode === 'chart') this.fit();
  }

  /** @param {import('../../pkg/hamyar.js').ChartMark | null} mark */
  tip(mark) {
    if (mark) this.tooltip.show(mark, this.context.lang);
    else this.tooltip.release();
  }

  /** @param {import('../../pkg/hamyar.js').ChartMark} mark */
  choose(mark) {
    this.context.select?.(mark);
    this.source(mark.evidence, this.canvas, mark.working, mark);
  }

  /**
   * @param {string[]} evidence @param {HTMLElement} opener @param {string} [working] how a computed number came about
   * @param {import('../../pkg/hamyar.js').ChartMark} [mark] that was chosen
   */
  async source(evidence, opener, working, mark) {
    if (evidence.length === 0) return;
    this.tooltip.hide();
    // No first chart waits for the card: it is fetched when the first is asked for.
    const { openCard } = await import('./card.js');
    const dialog = openCard(this.context.workspace, evidence, this.context.lang, this.context.dialogs, working);
    dialog.addEventListener('close', () => opener.focus());
    if (mark) dialog.querySelector('section')?.before(...(await import('./steer.js')).steering(this).actions(mark, () => dialog.close()));
  }

  /** What is made up says so by its name too, wherever the file ends up. @param {string} ending */
  fileName(ending) {
    return `hamyar-${this.chart.parts().example ? 'example-' : ''}${this.context.name}.${ending}`;
  }

  /** @param {'csv'|'svg'} kind */
  async download(kind) {
    const name = this.fileName(kind);
    if (kind === 'csv') save(this.chart.toCsv(), 'text/csv;charset=utf-8', name);
    else save(await withFont(this.chart.toSvg('auto')), 'image/svg+xml', name);
  }

  /** @param {number} scale pixels of the picture for each of the chart */
  async downloadPicture(scale) {
    save(await png(this.chart.toSvg('light'), scale), 'image/png', this.fileName(scale === 1 ? 'png' : `${scale}x.png`));
  }

  /** Lays out again when the width, the ratio, the language or the direction changed. */
  watch() {
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.host);
    this.paper = () => this.print();
    onPaper.addEventListener('change', this.paper);
    // A canvas keeps the font it was painted with: it is painted again when ours has come.
    const fonts = ofDocument('fonts');
    if (fonts.check(FONT, LETTERS)) return;
    fonts.load(FONT, LETTERS).then(() => { if (this.observer) this.repaint(); }, () => {});
  }

  /** Paper gets lines and letters in place of the canvas, and the table below. */
  print() {
    this.plot.querySelector('.on-paper')?.remove();
    if (!onPaper.matches) return;
    this.fillTable();
    if (this.mode === 'chart') this.plot.append(plotOnPaper(this.chart.toSvg('light'), this.chart.parts()));
  }

  fit() {
    if (this.plot.clientWidth < 1 || this.room() === this.width) return;
    this.chart.relayout(this.options(), devicePixelRatio);
    this.write();
  }

  /** @param {Lang} lang @param {'rtl'|'ltr'} direction */
  setLanguage(lang, direction) {
    this.context = { ...this.context, lang, direction };
    this.refresh();
    this.steering?.rename();
  }

  /** @param {object} view @param {string} name */
  setView(view, name) {
    this.context = { ...this.context, view, name };
    this.sorting = undefined;
    if (this.steering) this.steering.reset();
    else this.redraw(view);
  }

  /** Draws another view, such as a part of its own. @param {object} view */
  redraw(view) {
    const old = this.chart;
    this.view = view;
    this.chart = this.context.workspace.chart(view, this.options());
    this.chart.attach(this.canvas, devicePixelRatio, (mark) => this.tip(mark), this.context.say, (mark) => this.choose(mark));
    old.free();
    this.write();
  }

  refresh() {
    this.chart.relayout(this.options(), devicePixelRatio);
    this.write();
  }

  /** Paints in the colours that the page has now. */
  repaint() {
    this.chart.paint();
    this.writeLegend(this.chart.parts().legend);
  }

  free() {
    this.steering?.leave();
    this.observer?.disconnect();
    this.observer = undefined;
    figures.delete(this);
    if (this.paper) onPaper.removeEventListener('change', this.paper);
    this.chart.free();
  }
}
