// @ts-check
import { el } from '../dom.js';
import { figures } from './figure.js';
import { narrowed, Selection } from './selection.js';
import { steerWord } from './steer-words.js';

/**
 * @typedef {import('./figure.js').Figure} Figure
 * @typedef {import('./selection.js').Narrowing} Narrowing
 * @typedef {{id: string, name: string}} Named
 */

/** Charts filter one another where they show one data set. @type {WeakMap<object, Selection>} */
const selections = new WeakMap();
/** Figures that a view names one by one are shown as they are. @param {Figure} figure */
function isFixed({ context: { view: { query, encoding } } }) {
  return query.pairs?.length > 0 || query.where?.observations?.length > 0 || encoding?.color === 'member';
}

/** What lies below a level. @type {Record<string, string>} */
const BELOW = { country: 'province', province: 'county' };
/** Charts that are read along time. */
const OVER_TIME = ['line', 'area'];

/** @param {Figure} figure */
function selectionOf(figure) {
  const { workspace } = figure.context;
  const known = selections.get(workspace) ?? new Selection();
  selections.set(workspace, known);
  return known;
}

/** The part of a chart that somebody asked for. @param {Figure} figure @returns {Steering} */
export function steering(figure) {
  figure.steering ??= new Steering(figure);
  return figure.steering;
}

/** @param {string} key @param {string} name */
const part = (key, name) => key.split(';').find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);

/** @param {string} key of a mark */
const codeOf = (key) => part(key, 'area')?.split('@')[0];

export class Steering {
  /** @type {[Named, Named] | undefined} */
  range;
  /** Places of lines. @type {Set<number>} */
  hidden = new Set();
  /** From area to area. @type {(Named & {level: string})[]} */
  trail = [];
  /** Two that are compared. @type {[Named, Named] | undefined} */
  pair;
  /** What can be chosen of the whole chart, once it is looked up. @type {{periods: Named[], lines: string[], areas: Named[]} | undefined} */
  offer;
  /** The areas in the two fields. */
  chosen = { first: '', second: '' };
  /** Whether others chose what this chart has nothing of. */
  isOther = false;

  /** @param {Figure} figure */
  constructor(figure) {
    this.figure = figure;
    this.box = el('div', { 'data-part': 'narrow', class: 'narrow', hidden: '' });
    this.chips = el('ul', { 'data-part': 'state', class: 'chips', hidden: '' });
    figure.legend.before(this.chips, this.box);
  }

  clear() {
    this.range = undefined;
    this.hidden.clear();
    this.trail = [];
    this.pair = undefined;
    this.offer = undefined;
  }

  /** Another view stands in the place of the one that was narrowed. */
  reset() {
    this.clear();
    selectionOf(this.figure).clear(this.figure);
    spread(this.figure);
  }

  get isOpen() { return !this.box.hidden; }

  /** Says everything in the language of now. */
  rename() {
    const selection = selectionOf(this.figure);
    const { trail } = this;
    const again = (/** @type {Named[]} */ from, /** @type {Named} */ one) => ({ ...one, name: from.find(({ id }) => id === one.id)?.name ?? one.name });
    this.trail = [];
    for (const step of trail) this.trail.push({ ...step, ...again(this.lookUp().areas, step) });
    this.offer = this.lookUp();
    const { areas, periods } = this.offer;
    this.range = this.range && [again(periods, this.range[0]), again(periods, this.range[1])];
    this.pair = this.pair && [again(areas, this.pair[0]), again(areas, this.pair[1])];
    const own = selection.own(this.figure);
    if (own) selection.choose(this.figure, { ...own, words: own.within ? again(areas, { id: own.within, name: own.words }).name : this.rangeWords() });
    this.write();
    // What others chose they name themselves, before or after.
    queueMicrotask(() => this.writeChips());
  }

  rangeWords() { return this.word('span', ...(this.range ?? []).map((one) => one.name)); }

  get lang() { return this.figure.context.lang; }

  /** @param {Parameters<typeof steerWord>[1]} key @param {...string} parts */
  word(key, ...parts) { return steerWord(this.lang, key, ...parts); }

  /** The view with what it is narrowed to by a person. */
  own() {
    /** @type {Narrowing[]} */
    const own = this.trail.map(({ id, level }) => ({ within: id, level: BELOW[level] }));
    if (this.range) own.push({ during: spanOf(this.range) });
    if (this.pair) own.push({ codes: this.pair.map(({ id }) => id) });
    if (this.hidden.size > 0) own.push({ hide: [...this.hidden].sort((one, other) => one - other) });
    return own;
  }

  /** What can be chosen: periods, lines and areas of the chart as it is without any choice of time, lines or areas. */
  lookUp() {
    const { figure } = this;
    const chart = figure.context.workspace.chart(narrowed(figure.context.view, this.own().filter((one) => one.level)), figure.options());
    const marks = chart.marks();
    chart.free();
    const inTime = [...marks].sort((one, other) => one.left + one.width / 2 - other.left - other.width / 2);
    const isOverTime = OVER_TIME.includes(figure.context.view.mark) && figure.context.view.query.derive !== 'growth';
    const lines = [...new Set(marks.map((mark) => mark.series))];
    return {
      periods: isOverTime ? named(inTime, (mark) => part(mark.key, 'period'), (mark) => mark.period) : [],
      lines: figure.context.view.mark === 'line' && lines.length > 1 ? lines : [],
      areas: named(marks, (mark) => codeOf(mark.key), (mark) => mark.place),
    };
  }

  /** Draws what is asked for, and says it once. @param {boolean} [isQuiet] whether another chart asked */
  apply(isQuiet = false) {
    const { figure } = this;
    const clauses = isFixed(figure) ? [] : selectionOf(figure).of(figure).map(([, clause]) => clause);
    this.isOther = false;
    figure.redraw(narrowed(figure.context.view, [...this.own(), ...clauses]));
    if (clauses.length > 0 && figure.chart.parts().marks === 0) {
      // A chart of the country has nothing of one county: it stays what it was, and says so.
      this.isOther = true;
      figure.redraw(narrowed(figure.context.view, this.own()));
    }
    this.write();
    if (!isQuiet) figure.context.say(figure.chart.parts().short);
  }

  /** Writes the controls again, and what the chart is narrowed to. */
  write() {
    const focused = /** @type {HTMLElement | null} */ (this.box.contains(document.activeElement) ? document.activeElement : null);
    const name = focused?.dataset.steer;
    this.writeChips();
    if (!this.box.hidden) this.writeBox();
    if (name) /** @type {HTMLElement | null} */ (this.box.querySelector(`[data-steer="${name}"]`))?.focus();
  }

  toggle() {
    this.box.hidden = !this.box.hidden;
    this.write();
    return !this.box.hidden;
  }

  writeChips() {
    const chips = [
      ...this.trail.map(({ name }, place) => this.chip(this.word('inside', name), () => { this.trail.length = place; this.offer = undefined; this.pair = undefined; })),
      ...(this.range ? [this.chip(this.word('span', ...this.range.map((one) => one.name)), () => { this.range = undefined; })] : []),
      ...(this.pair ? [this.chip(this.word('beside', ...this.pair.map((one) => one.name)), () => { this.pair = undefined; })] : []),
      ...(this.hidden.size > 0 ? [this.chip(this.word('linesOut'), () => this.hidden.clear())] : []),
      ...this.linked(),
    ];
    this.chips.replaceChildren(...chips);
    this.chips.hidden = chips.length === 0;
  }

  /** What was chosen for the whole page, here or at another chart. */
  linked() {
    const selection = selectionOf(this.figure);
    const own = selection.own(this.figure);
    const chips = (isFixed(this.figure) ? [] : selection.of(this.figure)).map(([source, clause]) =>
      this.chip(this.word(this.isOther ? 'nothingOf' : 'only', clause.words), () => this.release(/** @type {Figure} */ (source))));
    if (own) chips.push(this.chip(this.word('pageOnly', own.words), () => this.release(this.figure)));
    return chips;
  }

  /** @param {Figure} source whose choice no longer holds */
  release(source) {
    selectionOf(this.figure).clear(source);
    spread(this.figure);
  }

  /** @param {string} text @param {() => void} undo */
  chip(text, undo) {
    const button = el('button', { type: 'button', class: 'narrow-chip', 'aria-label': this.word('undo', text) }, text, el('span', { 'aria-hidden': 'true' }, '×'));
    button.addEventListener('click', () => {
      undo();
      this.apply();
      // The button is gone with what it stood for.
      (this.chips.querySelector('button') ?? this.figure.tools.querySelector('[data-action="narrow"]'))?.focus();
    });
    return el('li', {}, button);
  }

  writeBox() {
    this.offer ??= this.lookUp();
    const { periods, lines, areas } = this.offer;
    const parts = isFixed(this.figure) ? [] : [
      ...(periods.length > 2 ? [this.timeControls(periods)] : []),
      ...(lines.length > 1 ? [this.lineControls(lines)] : []),
      ...(areas.length > 1 || this.trail.length > 0 ? [this.areaControls(areas)] : []),
    ];
    this.box.replaceChildren(...(parts.length > 0 ? parts : [el('p', {}, this.word('whole'))]));
  }

  /** @param {string} legend @param {...Node} children */
  group(legend, ...children) {
    return el('fieldset', {}, el('legend', {}, legend), ...children);
  }

  /** @param {string} name @param {string} label @param {Named[]} choices @param {string} value @param {(value: string) => void} change */
  field(name, label, choices, value, change) {
    const id = `${this.figure.id}-${name}`;
    const select = el('select', { id, 'data-steer': name }, ...choices.map((one) => el('option', { value: one.id }, one.name)));
    select.value = value;
    select.addEventListener('change', () => change(select.value));
    return el('div', { class: 'field' }, el('label', { for: id }, label), select);
  }

  /** @param {string} name @param {string} label @param {() => void} act @param {boolean} [isOn] */
  button(name, label, act, isOn = true) {
    const button = el('button', { type: 'button', class: 'button', 'data-steer': name }, label);
    button.disabled = !isOn;
    button.addEventListener('click', act);
    return button;
  }

  /** Each drag on the chart can be done here too. @param {Named[]} periods in the order of time */
  timeControls(periods) {
    const at = (/** @type {Named | undefined} */ one, /** @type {number} */ otherwise) => (one ? periods.findIndex(({ id }) => id === one.id) : otherwise);
    const last = periods.length - 1;
    const [from, to] = [at(this.range?.[0], 0), at(this.range?.[1], last)];
    const go = (/** @type {number} */ begin, /** @type {number} */ end) => this.show(periods, begin, end);
    const [half, quarter] = [Math.max(1, Math.floor((to - from) / 2)), Math.max(1, Math.floor((to - from) / 4))];
    const place = (/** @type {string} */ id) => periods.findIndex((one) => one.id === id);
    return this.group(this.word('time'),
      this.field('from', this.word('from'), periods.slice(0, last), periods[from].id, (id) => go(place(id), Math.max(to, place(id) + 1))),
      this.field('to', this.word('to'), periods.slice(1), periods[to].id, (id) => go(Math.min(from, place(id) - 1), place(id))),
      el('div', { class: 'narrow-buttons', role: 'group', 'aria-label': this.word('time') },
        this.button('earlier', this.word('earlier'), () => go(from - Math.min(half, from), to - Math.min(half, from)), from > 0),
        this.button('later', this.word('later'), () => go(from + Math.min(half, last - to), to + Math.min(half, last - to)), to < last),
        this.button('nearer', this.word('nearer'), () => go(Math.min(from + quarter, to - 1), Math.max(to - quarter, from + 1)), to - from > 1),
        this.button('farther', this.word('farther'), () => go(Math.max(0, from - quarter), Math.min(last, to + quarter)), from > 0 || to < last)),
      ...(this.range ? [this.button('time-page', this.word('onPage'), () => this.linkTime())] : []));
  }

  /** @param {Named[]} periods @param {number} from @param {number} to */
  show(periods, from, to) {
    const [least, most] = [Math.max(0, from), Math.min(periods.length - 1, to)];
    this.range = least === 0 && most === periods.length - 1 ? undefined : [periods[least], periods[most]];
    this.apply();
  }

  /** @param {string[]} lines */
  lineControls(lines) {
    const boxes = lines.map((name, place) => {
      const box = el('input', { type: 'checkbox', 'data-steer': `line-${place}` });
      box.checked = !this.hidden.has(place);
      // A chart without any line would say nothing.
      box.disabled = box.checked && this.hidden.size === lines.length - 1;
      box.addEventListener('change', () => {
        if (box.checked) this.hidden.delete(place);
        else this.hidden.add(place);
        this.apply();
      });
      return el('label', { class: 'narrow-line' }, box, name);
    });
    return this.group(this.word('lines'), ...boxes);
  }

  /** @param {Named[]} areas */
  areaControls(areas) {
    const find = (/** @type {string} */ id) => areas.find((area) => area.id === id);
    const { chosen } = this;
    if (!find(chosen.first)) chosen.first = areas[0]?.id ?? '';
    if (!find(chosen.second)) chosen.second = areas.find(({ id }) => id !== chosen.first)?.id ?? '';
    const level = this.level();
    return this.group(this.word('areas'),
      this.field('first', this.word('area'), areas, chosen.first, (id) => { chosen.first = id; }),
      el('div', { class: 'narrow-buttons' },
        ...(BELOW[level] ? [this.button('inside', this.word('open'), () => this.enter(find(chosen.first)))] : []),
        this.button('area-page', this.word('onPage'), () => this.linkArea(find(chosen.first)))),
      ...(areas.length > 1 ? [
        this.field('second', this.word('other'), areas, chosen.second, (id) => { chosen.second = id; }),
        this.button('compare', this.word('compare'), () => {
          const [first, second] = [find(chosen.first), find(chosen.second)];
          if (!first || !second || first === second) return;
          this.pair = [first, second];
          this.apply();
        })] : []));
  }

  /** Of what level the areas are that the chart shows now. */
  level() {
    const deepest = this.trail.at(-1);
    return deepest ? BELOW[deepest.level] : this.figure.context.view.query.areas?.level ?? '';
  }

  /** Goes from an area to what lies in it, if there is any figure of that. @param {Named | undefined} area */
  enter(area) {
    const level = this.level();
    if (!area || !BELOW[level]) return;
    const before = this.pair;
    this.pair = undefined;
    this.trail.push({ ...area, level });
    this.offer = undefined;
    this.apply();
    if (this.figure.chart.parts().marks > 0) return;
    this.trail.pop();
    this.pair = before;
    this.offer = undefined;
    this.apply(true);
    this.figure.context.say(this.word('nothingIn', area.name));
  }

  /** @param {import('./selection.js').Clause} clause */
  link(clause) {
    selectionOf(this.figure).choose(this.figure, clause);
    spread(this.figure);
    this.figure.context.say(this.word('pageOnly', clause.words));
  }

  linkTime() {
    if (this.range) this.link({ during: spanOf(this.range), words: this.rangeWords() });
  }

  /** @param {Named | undefined} area */
  linkArea(area) {
    if (area) this.link({ within: area.id, words: area.name });
  }

  /** What can be done with a mark besides reading its source. @param {{key: string}} mark @param {() => void} done */
  actions(mark, done) {
    const code = isFixed(this.figure) ? undefined : codeOf(mark.key);
    const area = code ? (this.offer ??= this.lookUp()).areas.find((one) => one.id === code) : undefined;
    if (!area) return [];
    const act = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ work) => this.button(name, label, () => { done(); work(); });
    const offers = [act('area-page', this.word('onlyThis', area.name), () => this.linkArea(area))];
    if (BELOW[this.level()]) offers.unshift(act('inside', this.word('openThis', area.name), () => this.enter(area)));
    return [el('p', { class: 'source-card-actions' }, ...offers)];
  }

  /** Draws a window over the plot while a mouse is drawn across it. @param {number} start where it was pressed, in px of the window */
  brush(start) {
    const { plot } = this.figure;
    const window = el('div', { class: 'brush', hidden: '' });
    plot.append(window);
    const box = plot.getBoundingClientRect();
    const place = (/** @type {number} */ x) => Math.max(0, Math.min(box.width, x - box.left));
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener('pointermove', ({ clientX }) => {
      const [left, right] = [place(Math.min(start, clientX)), place(Math.max(start, clientX))];
      window.hidden = right - left < DRAG;
      window.style.left = `${left}px`;
      window.style.width = `${right - left}px`;
    }, { signal });
    addEventListener('pointercancel', () => { stop.abort(); window.remove(); }, { signal });
    addEventListener('pointerup', ({ clientX }) => {
      stop.abort();
      window.remove();
      const [left, right] = [place(Math.min(start, clientX)), place(Math.max(start, clientX))];
      if (right - left >= DRAG) this.between(left, right);
    }, { signal });
  }

  /** @param {number} left @param {number} right in px of the plot */
  between(left, right) {
    // The press that ended the drag is no choice of a mark.
    this.figure.plot.addEventListener('click', (event) => event.stopPropagation(), { capture: true, once: true });
    const { periods } = this.offer ??= this.lookUp();
    const marks = this.figure.chart.marks().filter((mark) => mark.left + mark.width / 2 >= left && mark.left + mark.width / 2 <= right);
    const places = marks.map((mark) => periods.findIndex((one) => one.id === part(mark.key, 'period'))).filter((place) => place >= 0);
    if (new Set(places).size > 1) this.show(periods, Math.min(...places), Math.max(...places));
  }
}

/** Fewer px than this are a press. */
const DRAG = 10;

/** One after the other, each once. @template T @param {T[]} marks @param {(mark: T) => string | undefined} id @param {(mark: T) => string} name @returns {Named[]} */
function named(marks, id, name) {
  /** @type {Map<string, Named>} */
  const found = new Map();
  for (const mark of marks) {
    const own = id(mark);
    if (own && !found.has(own)) found.set(own, { id: own, name: name(mark) });
  }
  return [...found.values()];
}

/** @param {[Named, Named]} range */
const spanOf = ([from, to]) => (from.id === to.id ? from.id : `${from.id}/${to.id}`);

/** Every chart of the same data takes up what holds now. @param {Figure} figure */
function spread(figure) {
  for (const other of figures) {
    if (other.context.workspace === figure.context.workspace) steering(other).apply(true);
  }
}
