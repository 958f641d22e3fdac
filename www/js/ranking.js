// @ts-check
import { bytes, json, ofSite } from './data.js';
import { both, el } from './dom.js';
import { save } from './figure/download.js';
import { reason, word } from './figure/words.js';
import { loadPictures, whenNear } from './picture.js';

/**
 * @typedef {import('../pkg/hamyar_pictures.js').RankingList} RankingList
 * @typedef {import('../pkg/hamyar_pictures.js').RankingParts} RankingParts
 * @typedef {import('../pkg/hamyar_pictures.js').RankingRow} RankingRow
 * @typedef {'fa'|'en'} Lang
 */

/** What is published: the rules, and the values of each candidate. */
const RULES = 'data/example/ranking.json';
const VALUES = 'data/example/ranking-values.csv';
/** Points by which a weight moves. */
const STEP = '10';
const MOVE_MS = 160;
/** A weight that is held or pressed again and again is told of once, when it rests. */
const REST_MS = 500;

/**
 * Shows a ranking whose weights can be moved, once it comes near the window: the reader cannot
 * rank, and most readers of a page never get there.
 * @param {HTMLElement} root
 * @param {() => Lang} lang
 */
export function ranking(root, lang) {
  whenNear(root, () => void load(root, lang));
}

/** @param {HTMLElement} root @param {() => Lang} lang */
async function load(root, lang) {
  try {
    const [list, total] = await open();
    new RankingView(root, list, total, lang);
    root.dataset.state = 'ready';
  } catch (error) {
    console.warn(error);
    const again = el('button', { type: 'button', class: 'button' }, both(word('fa', 'retry'), word('en', 'retry')));
    again.addEventListener('click', () => void load(root, lang));
    root.dataset.state = 'error';
    root.replaceChildren(el('p', {}, both('این رتبه‌بندی آماده نشد؛ بقیهٔ صفحه سالم است.', 'This ranking could not be made; the rest of the page is well.')), again);
  }
}

/** @returns {Promise<[RankingList, string]>} the list, and the total as a plain decimal */
async function open() {
  const [core, rules, values] = await Promise.all([loadPictures(), json(ofSite(RULES)), bytes(ofSite(VALUES))]);
  return [core.RankingList.open(rules, values), rules.total];
}

/** The parts are made once; what is in them is written again for each weight and language. */
class RankingView {
  /** @param {HTMLElement} root @param {RankingList} list @param {string} total @param {() => Lang} lang */
  constructor(root, list, total, lang) {
    this.root = root;
    this.list = list;
    this.lang = lang;
    this.resting = 0;
    const parts = list.parts(lang());
    this.sliders = parts.criteria.map((one) => new Weight(one.published, total, () => this.weigh(), () => this.rest()));
    this.sum = el('p', { class: 'ranking-sum' });
    this.status = el('p', { class: 'ranking-status', role: 'status' });
    this.table = new Table();
    this.absence = el('p', { class: 'absence' }, both('با این وزن‌ها فهرستی به دست نمی‌آید.', 'These weights give no list.'));
    this.csv = el('button', { type: 'button', class: 'button', 'data-action': 'csv' }, both('بارگیری فهرست (CSV)', 'Download the list (CSV)'));
    this.badge = el('p', { class: 'badge-example' });
    this.name = el('h3', { id: 'ranking-name' });
    this.build();
    this.write();
    document.addEventListener('hamyar-language', () => this.write());
  }

  build() {
    const restore = el('button', { type: 'button', class: 'button', 'data-action': 'restore' }, both('بازگرداندن وزن‌های منتشرشده', 'Restore the published weights'));
    restore.addEventListener('click', () => this.restore());
    this.csv.addEventListener('click', () => save(this.list.toCsv(this.lang()), 'text/csv;charset=utf-8', 'hamyar-example-ranking.csv'));
    /** @param {string} path @param {string} fa @param {string} en */
    const file = (path, fa, en) => el('a', { href: ofSite(path).href, download: '' }, both(fa, en));
    this.root.replaceChildren(
      this.badge, this.name,
      el('div', { class: 'ranking-parts' },
        el('div', { class: 'ranking-weights' },
          el('fieldset', {}, el('legend', {}, both('وزن هر سنجه', 'Weight of each criterion')), ...this.sliders.map(({ field }) => field)),
          this.sum, el('div', { class: 'actions' }, restore), this.status),
        el('div', {}, this.table.element, this.absence)),
      el('div', { class: 'ranking-tools' }, this.csv,
        el('span', {}, both('برای حساب دوباره: ', 'To do it again: '), file(RULES, 'قاعده‌ها (JSON)', 'the rules (JSON)'), both('، ', ', '), file(VALUES, 'مقدارها (CSV)', 'the values (CSV)'))),
    );
  }

  weigh() {
    /** @type {unknown} */
    this.refusal = undefined;
    try {
      this.list.weigh(this.sliders.map(({ value }) => value));
    } catch (error) {
      this.refusal = error;
    }
    this.write();
  }

  rest() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.tell(), REST_MS);
  }

  /** Who moved, or why there is no list now. @param {string} [beforeFa] @param {string} [beforeEn] */
  tell(beforeFa = '', beforeEn = '') {
    const { fa, en } = this.refusal ? { fa: reason(this.refusal, 'fa'), en: reason(this.refusal, 'en') } : this.list.moves();
    this.status.replaceChildren(both(beforeFa + fa, beforeEn + en));
  }

  restore() {
    clearTimeout(this.resting);
    for (const slider of this.sliders) slider.restore();
    this.weigh();
    this.tell('وزن‌های منتشرشده برگشت. ', 'The published weights are back. ');
  }

  write() {
    const lang = this.lang();
    const parts = this.list.parts(lang);
    this.badge.textContent = parts.mark;
    this.badge.hidden = !parts.example;
    this.name.textContent = parts.name;
    // What the core refuses to rank has no list, not an old one.
    const refused = Boolean(this.refusal);
    parts.criteria.forEach((criterion, place) => this.sliders[place].write(criterion, parts.scaled && !refused, lang));
    this.root.toggleAttribute('data-refused', refused);
    this.sum.replaceChildren(sum(parts, refused));
    this.table.element.hidden = refused;
    this.absence.hidden = !refused;
    this.csv.disabled = refused;
    if (!refused) this.table.write(parts, lang);
  }
}

/** @param {RankingParts} parts @param {boolean} refused */
function sum({ sum, total, scaled }, refused) {
  if (refused || !scaled) return both(`جمع وزن‌ها ${sum} است.`, `The weights add up to ${sum}.`);
  return both(`جمع وزن‌ها ${sum} است، نه ${total}؛ به همان نسبت به ${total} رسانده شده‌اند.`,
    `The weights add up to ${sum}, not ${total}; they are scaled to ${total} in the same proportions.`);
}

let serial = 0;

/** One slider with its names and numbers. */
class Weight {
  /** @param {string} published @param {string} total @param {() => void} moved @param {() => void} rested */
  constructor(published, total, moved, rested) {
    this.published = published;
    serial += 1;
    const id = `ranking-weight-${serial}`;
    this.input = el('input', { id, type: 'range', min: '0', max: total, step: STEP, value: published, 'aria-describedby': `${id}-method` });
    this.name = el('label', { for: id });
    this.set = el('span', { class: 'ranking-set' });
    this.method = el('span', { id: `${id}-method`, class: 'ranking-method' });
    this.counted = el('span', { class: 'ranking-counted' });
    this.field = el('div', { class: 'ranking-weight' }, this.name, this.set, this.input, this.method, this.counted);
    this.input.addEventListener('input', moved);
    this.input.addEventListener('change', rested);
  }

  get value() { return this.input.value; }

  restore() { this.input.value = this.published; }

  /** @param {RankingParts['criteria'][number]} criterion @param {boolean} scaled @param {Lang} lang */
  write({ name, method, set, counted }, scaled, lang) {
    const counts = lang === 'fa' ? `${counted} به شمار می‌آید` : `counts as ${counted}`;
    this.name.textContent = name;
    this.method.textContent = method;
    this.set.textContent = set;
    // Always there, so that no slider moves away while it is dragged.
    this.counted.textContent = counts;
    this.input.setAttribute('aria-valuetext', scaled ? `${set}${lang === 'fa' ? '؛ ' : '; '}${counts}` : set);
  }
}

/** The list: each candidate keeps its row, so that one sees it move and what is open stays open. */
class Table {
  constructor() {
    this.caption = el('caption');
    this.cutOffs = el('span', { class: 'ranking-cut-offs' });
    this.body = el('tbody');
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    const head = (/** @type {string} */ fa, /** @type {string} */ en) => el('th', { scope: 'col' }, both(fa, en));
    this.element = el('table', { class: 'ranking-table' }, this.caption,
      el('thead', {}, el('tr', {}, head('رتبه', 'Rank'), head('نام', 'Name'), head('امتیاز', 'Score'), head('رده', 'Band'))), this.body);
  }

  /** @param {RankingParts} parts @param {Lang} lang */
  write(parts, lang) {
    const least = parts.cutOffs.map(({ name, atLeast }) => (lang === 'fa' ? `${name}: از ${atLeast} به بالا` : `${name}: from ${atLeast}`));
    this.cutOffs.textContent = `${lang === 'fa' ? 'امتیاز از ' : 'Score out of '}${parts.total} · ${least.join(' · ')}`;
    this.caption.replaceChildren(...(parts.example ? [`${parts.mark}. `] : []), this.cutOffs);
    const rows = parts.rows.map((row) => this.row(row, parts));
    const before = new Map(rows.map((row) => [row, row.element.getBoundingClientRect().top]));
    rows.forEach((row, place) => row.write(parts.rows[place], lang));
    const order = rows.flatMap(({ elements }) => elements);
    if (order.some((element, place) => this.body.children[place] !== element)) {
      this.body.replaceChildren(...order);
      for (const row of rows) slide(row.element, Number(before.get(row)));
    }
  }

  /** @param {RankingRow} row @param {RankingParts} parts */
  row(row, parts) {
    const key = `${row.id} ${row.rank ? 'ranked' : 'unranked'}`;
    const known = this.rows.get(key) ?? new Row(row, parts);
    this.rows.set(key, known);
    return known;
  }
}

/** Lets a row come from where it stood. @param {HTMLElement} element @param {number} before */
function slide(element, before) {
  const far = before - element.getBoundingClientRect().top;
  if (far === 0 || before === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  element.animate([{ transform: `translateY(${far}px)` }, { transform: 'none' }], { duration: MOVE_MS, easing: 'ease-out' });
}

/** One candidate, and below it the card of its score. */
class Row {
  /** @param {RankingRow} row @param {RankingParts} parts */
  constructor(row, { cutOffs }) {
    const id = `ranking-card-${row.id}`;
    this.rank = el('td', { class: 'ranking-rank' });
    this.name = el('span', {});
    this.before = el('small', {});
    this.score = el('span', { class: 'ranking-score' });
    this.fill = el('span', { class: 'ranking-fill' });
    this.band = el('td', { class: 'ranking-band' });
    this.card = el('ul');
    this.element = row.rank ? this.ranked(id, cutOffs) : this.unranked();
    this.elements = row.rank ? [this.element, this.details(id)] : [this.element];
  }

  /** @param {string} id @param {RankingParts['cutOffs']} cutOffs */
  ranked(id, cutOffs) {
    const bar = el('span', { class: 'ranking-bar', 'aria-hidden': 'true' }, this.fill);
    for (const { part } of cutOffs) {
      const tick = el('span', { class: 'ranking-tick' });
      tick.style.setProperty('--part', String(part));
      bar.append(tick);
    }
    const opener = el('button', { type: 'button', class: 'ranking-name', 'aria-expanded': 'false', 'aria-controls': id }, this.name, this.before);
    const element = el('tr', { class: 'ranking-row' }, this.rank, el('th', { scope: 'row' }, opener), el('td', { class: 'ranking-scored' }, el('div', { class: 'ranking-points' }, bar, this.score)), this.band);
    element.addEventListener('click', () => {
      const details = /** @type {HTMLElement} */ (this.elements[1]);
      details.hidden = !details.hidden;
      opener.setAttribute('aria-expanded', String(!details.hidden));
    });
    return element;
  }

  /** Every sum behind the score. @param {string} id */
  details(id) {
    return el('tr', { id, class: 'ranking-card', hidden: '' }, el('td', { colspan: '4' }, this.card));
  }

  /** Below the others, with the reason in the place of the score. */
  unranked() {
    return el('tr', { class: 'ranking-unranked' }, this.rank, el('th', { scope: 'row' }, this.name), el('td', { colspan: '2' }, this.card));
  }

  /** @param {RankingRow} row @param {Lang} lang */
  write({ name, rank, published, score, part, band, bandName, card }, lang) {
    this.rank.textContent = rank || '–';
    this.name.textContent = name;
    this.before.textContent = rank === published ? '' : `${lang === 'fa' ? 'منتشرشده:' : 'published:'} ${published}`;
    this.score.textContent = score;
    this.fill.style.setProperty('--part', String(part));
    this.element.dataset.band = band;
    this.band.textContent = bandName;
    this.card.replaceChildren(...card.map((line) => el('li', {}, line)));
  }
}
