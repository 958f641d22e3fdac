// @ts-check
import { PACK, fetchPack, json, ofSite } from './data.js';
import { el } from './dom.js';
import { Figure } from './figure/figure.js';
import { phraseParts } from './figure/phrase-source.js';
import { word } from './figure/words.js';
import { begin, isRare, loadFull, whenNear } from './picture.js';
import { within } from './store/connection.js';
import { remembersRecords, Store } from './store/index.js';

/**
 * @typedef {'fa'|'en'} Lang
 * @typedef {object} Shell what the page around the data offers
 * @property {() => Lang} lang
 * @property {() => string} theme
 * @property {(fa: string, en: string) => void} say polite
 * @property {(fa: string, en: string) => void} alarm assertive
 * @typedef {object} Content what the page draws: the build takes it from the views of all pages
 * @property {Record<string, any>} views
 * @property {Record<string, Record<Lang, string>>} phrases
 * @property {Record<string, object>} facts
 * @property {Record<string, object>} exampleFacts
 */

/** The first chart never waits longer for the figures of this device. */
const OWN_PATIENCE_MS = 2000;

const build = document.documentElement.dataset.build ?? '';
const page = document.documentElement.dataset.page ?? '';

const asksForADay = page !== 'desk' && new URLSearchParams(location.search).has('known');

/**
 * Draws everything on a page that comes from the data.
 * @param {Shell} shell
 */
export async function start(shell) {
  const store = new Store();
  const [core, , content] = await Promise.all([
    loadCore(['desk', 'explore', 'gallery'].includes(page) || remembersRecords()), store.open(), json(ofSite(`views/${page}.json`)),
  ]);
  const app = new App({ shell, store, core, content });
  await app.openData();
  app.fill();
  (await import('./store/notices.js')).announce(store, page === 'desk');
  if (page === 'about') await Promise.all([import('./findings.js').then(({ findings }) => findings()), import('./lists.js').then(({ lists }) => lists())]);
  const contest = /** @type {HTMLElement | null} */ (document.querySelector('[data-ranking]'));
  if (contest) (await import('./ranking.js')).ranking(contest, shell.lang);
  if (page === 'explore') {
    (await import('./explore.js')).explore(app);
    (await import('./borders.js')).borders(app);
  }
  if (page === 'desk') await (await import('./desk/index.js')).desk(app);
  document.addEventListener('hamyar-language', () => {
    // What was said in the other language is over.
    shell.say('', '');
    app.fill();
  });
  document.addEventListener('hamyar-theme', () => app.repaint());
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', () => app.repaint());
  }
  store.addEventListener('changed-elsewhere', () => void app.reload());
}

/**
 * The core that this page needs. The desk's is a superset of the reader's: it also lays the figures of
 * this device over the open data, which most readers need not load.
 * @param {boolean} desk
 */
async function loadCore(desk) {
  if (desk) return /** @type {any} */ (await loadFull());
  const core = await import('../pkg/hamyar.js');
  await begin(core, 'pkg/hamyar_bg.wasm');
  return core;
}

/** What opens a source, in the order of the page: a sentence that is written anew has others in the same places. */
function controls() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.fact, [data-source]')]);
}

/** Sets what follows a number smaller, on the same baseline. @param {HTMLElement} element */
function unitApart(element) {
  const text = element.textContent ?? '';
  const at = text.search(/\s/);
  if (at > 0) element.replaceChildren(text.slice(0, at), el('small', {}, text.slice(at)));
}

/** The data of a page and everything drawn from it. */
export class App {
  /** @param {{shell: Shell, store: Store, core: typeof import('../pkg/hamyar.js'), content: Content}} parts */
  constructor({ shell, store, core, content }) {
    this.shell = shell;
    this.store = store;
    this.core = core;
    this.content = content;
    this.views = content.views;
    /** @type {Map<HTMLElement, Figure>} */
    this.figures = new Map();
    /** @type {Map<object, any>} views that are shown over another data set than their own */
    this.over = new Map();
    /** @type {any} the made-up set, on pages that show one */
    this.example = undefined;
    /** @type {Map<HTMLElement, () => void>} figures that wait for the full core, and what draws them without it */
    this.waiting = new Map();
    /** @type {Map<string, Promise<any>>} each set in the full core, once a picture needs it */
    this.full = new Map();
    /** @type {Map<object, any>} views that only the full core draws, and their data there */
    this.pictured = new Map();
    addEventListener('beforeprint', () => { for (const draw of this.waiting.values()) draw(); });
    document.addEventListener('click', (event) => void this.clicked(event));
  }

  /** Opens the open data, with the figures of this device, and the example set where it is shown. */
  async openData() {
    const records = await this.ownRecords();
    if (page !== 'desk') void import('./store/notices.js').then(({ tellOwn }) => tellOwn(records.length > 0));
    if (records.length > 0 && !('Desk' in this.core)) this.core = await loadCore(true);
    this.openDataSet = await this.workspace('data/', build);
    const shown = records.length > 0 ? /** @type {any} */ (this.openDataSet).withOwn(records) : this.openDataSet;
    if (asksForADay) (await import('./known.js')).keepKnown(shown);
    this.workspaceShown = shown;
    // A page shows one made-up set at most: the examples of the stories, or the figures of the gallery.
    const madeUp = [...document.querySelectorAll('figure[data-view]')]
      .map((figure) => this.views[/** @type {HTMLElement} */ (figure).dataset.view ?? '']?.data).find(Boolean);
    if (madeUp) this.example = await this.workspace(`data/${madeUp}/`, `${build}/${madeUp}`);
    const ground = /** @type {HTMLElement | null} */ (document.querySelector('[data-ground]'))?.dataset.ground;
    // Without it the map alone is bars.
    if (ground) await json(ofSite(ground)).then((file) => this.example?.takeOutlines(file, ground.split('/').at(-1)), console.warn);
  }

  /** Figures of this device. A chart does not wait for a database that is busy: they are drawn when they come. */
  async ownRecords() {
    const reading = this.store.rows();
    try {
      const rows = await within(reading, () => null, OWN_PATIENCE_MS);
      if (!rows) void reading.then(() => this.reload(), () => this.tellBroken());
      return rows?.records ?? [];
    } catch {
      await this.tellBroken();
      return [];
    }
  }

  async tellBroken() { (await import('./store/notices.js')).show('broken'); }

  /** @param {string} folder @param {string} version @param {any} [core] */
  async workspace(folder, version, core = this.core) {
    const kept = (await this.store.loadPackage(version))?.get(PACK);
    if (kept) {
      try {
        return core.Workspace.open(kept);
      } catch (error) {
        // What is kept is only a copy: it is fetched again.
        console.warn(error);
      }
    }
    const pack = await fetchPack(new URL(`../${folder}`, import.meta.url));
    const workspace = core.Workspace.open(pack);
    if (version === build) void this.store.keepPackage(version, new Map([[PACK, pack]]));
    return workspace;
  }

  /** Reads the figures of this device again after another page saved. */
  async reload() {
    if (!this.openDataSet) return;
    for (const figure of this.figures.values()) figure.free();
    this.figures.clear();
    this.waiting.clear();
    this.pictured.clear();
    this.full.clear();
    await this.openData();
    this.fill();
  }

  get lang() { return this.shell.lang(); }

  /** @returns {'rtl'|'ltr'} */
  get direction() { return document.documentElement.dir === 'ltr' ? 'ltr' : 'rtl'; }

  /** @param {any} view */
  workspaceOf(view) {
    return this.over.get(view) ?? (view.data ? /** @type {any} */ (this.example) : /** @type {any} */ (this.workspaceShown));
  }

  /** Writes every sentence, list and figure in the language of the page; who stands on a number of a sentence stays there. */
  fill() {
    const place = controls().indexOf(/** @type {HTMLElement} */ (document.activeElement));
    this.values = { ...this.workspaceOf({}).facts(this.content.facts, this.lang), ...this.example?.facts(this.content.exampleFacts, this.lang) };
    for (const element of document.querySelectorAll('[data-phrase]')) this.phrase(/** @type {HTMLElement} */ (element));
    for (const element of document.querySelectorAll('[data-statements]')) this.statements(/** @type {HTMLElement} */ (element));
    for (const element of document.querySelectorAll('[data-statement]')) this.statement(/** @type {HTMLElement} */ (element));
    for (const element of document.querySelectorAll('.figure-list[data-figures], [data-figures] .figure-list')) this.figureList(/** @type {HTMLElement} */ (element));
    for (const element of document.querySelectorAll('[data-source]')) this.sourceButton(/** @type {HTMLElement} */ (element));
    for (const element of document.querySelectorAll('figure[data-view]')) this.figure(/** @type {HTMLElement} */ (element));
    if (place >= 0) controls()[place]?.focus();
  }

  repaint() {
    for (const figure of this.figures.values()) figure.repaint();
  }

  /** A sentence with facts in braces; where a fact cannot be had, that is said in its place. @param {HTMLElement} element */
  phrase(element) {
    const template = this.content.phrases[element.dataset.phrase ?? '']?.[this.lang];
    const parts = phraseParts(template, this.values ?? {}, this.lang, ({ evidence, working }, opener) => void this.source(evidence, opener, element.dataset.set, working));
    // A sentence that is a link leads to the page that shows its figures.
    if (!parts) element.textContent = word(this.lang, element.matches('.key-value, strong') ? 'none' : asksForADay ? 'notYetTold' : 'noSentence');
    else if (element.closest('a, button')) element.textContent = parts.map((part) => part.textContent).join('');
    else element.replaceChildren(...parts);
    if (element.matches('.key-value, .working strong')) unitApart(element.querySelector('.fact') ?? element);
    element.lang = this.lang;
    element.toggleAttribute('data-missing', !parts);
  }

  /** @param {HTMLElement} element */
  statements(element) {
    const all = this.workspaceOf({}).statements(this.lang);
    const own = all.filter((/** @type {any} */ one) => one.source === element.dataset.statements);
    element.replaceChildren(...own.map((/** @type {any} */ one) => el('li', { class: 'statement' }, ...this.statementParts(one))));
  }

  /** @param {HTMLElement} element */
  statement(element) {
    const all = this.workspaceOf({}).statements(this.lang);
    const one = all.find((/** @type {any} */ statement) => statement.id === element.dataset.statement);
    if (one) element.replaceChildren(...this.statementParts(one));
  }

  /** @param {{summary: string, quote: string, reference: string}} one */
  statementParts({ summary, quote, reference }) {
    return [el('p', { class: 'statement-summary' }, summary), el('blockquote', { lang: 'fa', dir: 'rtl' }, `«${quote}»`), el('p', { class: 'statement-source' }, reference)];
  }

  /**
   * A list of figures, each with its name, value and source: those named by the element or by what
   * holds it, of these the ones of its stages. What is of another stage than the first is told apart.
   * @param {HTMLElement} element */
  figureList(element) {
    const { figures = '' } = /** @type {HTMLElement} */ (element.closest('[data-figures]') ?? element).dataset;
    const stages = element.dataset.stages?.split(' ');
    const ids = [...figures.split(' '), ...this.addedTo(element.dataset.document)];
    element.replaceChildren(...ids.flatMap((id) => {
      const card = this.workspaceOf({}).card(id, this.lang);
      return card && (!stages || stages.includes(card.stage)) ? [this.listed(id, card, stages?.[0])] : [];
    }));
  }

  /** Figures that this device added to a document. @param {string} [source] */
  addedTo(source) {
    if (!source || this.workspaceShown === this.openDataSet) return [];
    const all = /** @type {{ id: string, source: string }[]} */ (/** @type {any} */ (this.workspaceShown).figures(this.lang));
    const open = /** @type {any} */ (this.openDataSet);
    return all.filter((one) => one.source === source && !open.card(one.id, this.lang)).map(({ id }) => id);
  }

  /** @param {string} id @param {{ stage: string, stageWord: string, name: string, value: string }} card @param {string} [usual] the stage that goes without saying */
  listed(id, { stage, stageWord, name, value }, usual) {
    const isTold = stage !== (usual ?? 'actual');
    return el('li', { 'data-stage': stage },
      ...(usual || isTold ? [el('span', { class: `swatch-form form-${stage}`, 'aria-hidden': 'true' })] : []),
      el('span', { class: 'figure-name' }, name, ...(isTold ? [el('span', { class: 'small' }, ` (${stageWord})`)] : [])),
      el('button', { type: 'button', class: 'figure-source', 'data-source': id }, value));
  }

  /** Gives an empty source button the name of its document. @param {HTMLElement} element */
  sourceButton(element) {
    if (element.matches('.figure-source, .named')) return;
    const card = this.workspaceOf({}).card(element.dataset.source ?? '', this.lang);
    if (!card) return;
    element.replaceChildren(el('span', { 'aria-hidden': 'true', class: 'icon-info' }), card.reference);
    element.lang = this.lang;
  }

  /** @param {HTMLElement} element */
  figure(element) {
    const name = element.dataset.view ?? '';
    const known = this.figures.get(element);
    if (known) return known.setLanguage(this.lang, this.direction);
    const view = this.views[name];
    if (!view) {
      element.dataset.state = 'error';
      return;
    }
    if (isRare(view) && !('Desk' in this.core)) this.later(element, name, view);
    else this.draw(element, name, view);
  }

  /**
   * A picture that the reader does not draw waits for the full core, which is loaded when it comes near the window.
   * Where that cannot be had, and on paper, bars stand in its place and say so.
   * @param {HTMLElement} element @param {string} name @param {any} view
   */
  later(element, name, view) {
    if (this.waiting.has(element)) return;
    const draw = () => {
      if (this.waiting.get(element) !== draw) return;
      this.waiting.delete(element);
      this.draw(element, name, view);
    };
    this.waiting.set(element, draw);
    whenNear(element, async () => {
      const set = this.workspaceOf(view);
      const full = await this.fullOf(view.data ?? '').catch(console.warn);
      // Meanwhile the page may have read its data again.
      if (this.workspaceOf(view) !== set) return;
      if (full) this.pictured.set(view, full);
      if (this.waiting.get(element) === draw) draw();
      else if (full) this.instead(element, full);
    });
  }

  /** Paper took bars in place of a picture that is there now. @param {HTMLElement} element @param {any} workspace */
  instead(element, workspace) {
    const figure = this.figures.get(element);
    if (!figure) return;
    figure.context = { ...figure.context, workspace };
    figure.setView(figure.context.view, figure.context.name);
  }

  /** The same data in the core that draws every picture. @param {string} data the set, as a view names it */
  fullOf(data) {
    const opening = this.full.get(data) ?? this.openFull(data);
    this.full.set(data, opening);
    // What failed may be had the next time.
    opening.catch(() => this.full.delete(data));
    return opening;
  }

  /** @param {string} data */
  async openFull(data) {
    const core = await loadFull();
    if (data) return this.workspace(`data/${data}/`, `${build}/${data}`, core);
    const workspace = await this.workspace('data/', build, core);
    if (asksForADay) (await import('./known.js')).keepKnown(workspace);
    return workspace;
  }

  /** @param {HTMLElement} element @param {string} name @param {any} view */
  draw(element, name, view) {
    const status = /** @type {HTMLElement} */ (document.querySelector('#status'));
    const figure = new Figure(element, {
      workspace: this.pictured.get(view) ?? this.workspaceOf(view), set: this.workspaceOf(view), view, name, lang: this.lang, direction: this.direction,
      say: (text) => { status.textContent = text; }, dialogs: document.body,
    });
    this.figures.set(element, figure);
    return figure;
  }

  /** Any button that names a figure opens its source. @param {MouseEvent} event */
  async clicked(event) {
    const button = event.target instanceof Element ? event.target.closest('[data-source]') : null;
    if (!(button instanceof HTMLElement)) return;
    await this.source((button.dataset.source ?? '').split(' '), button);
  }

  /** @param {string[]} evidence @param {HTMLElement} opener @param {string} [data] the set of the figures, as a view names it @param {string} [working] how a computed number came about */
  async source(evidence, opener, data, working) {
    const { openCard } = await import('./figure/card.js');
    const dialog = openCard(this.workspaceOf({ data }), evidence, this.lang, document.body, working);
    const place = controls().indexOf(opener);
    dialog.addEventListener('close', () => (opener.isConnected ? opener : controls()[place])?.focus());
  }
}
