// @ts-check
import { el } from '../dom.js';
import { figures, isFixed, setOf } from './figure.js';
import { narrowed, Selection } from './selection.js';
import { steerWord } from './steer-words.js';

/**
 * @typedef {import('./figure.js').Figure} Figure
 * @typedef {import('./selection.js').Narrowing} Narrowing
 * @typedef {{id: string, name: string}} Named
 */

/** Charts filter one another where they show one data set. @type {WeakMap<object, Selection>} */
const selections = new WeakMap();
/** A change is of the period before, which a stretch may leave out. @param {Figure} figure */
function isGrowth({ context: { view } }) {
  return view.query.derive === 'growth';
}

/** What lies below a level. @type {Record<string, string>} */
export const BELOW = { country: 'province', province: 'county' };
/** Charts that are read along time. */
const OVER_TIME = ['line', 'area'];

/** @param {Figure} figure */
export function selectionOf(figure) {
  const set = setOf(figure);
  const known = selections.get(set) ?? new Selection();
  selections.set(set, known);
  return known;
}

/** The part of a chart that somebody asked for. @param {Figure} figure @returns {Steering} */
export function steering(figure) {
  figure.steering ??= new Steering(figure);
  return figure.steering;
}

/** @param {string} key of a mark @param {string} name */
export const part = (key, name) => key.split(';').find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);

/** @param {string} key of a mark */
const codeOf = (key) => part(key, 'area')?.split('@')[0];

export class Steering {
  /** @type {[Named, Named] | undefined} */
  range;
  /** Names of lines. @type {Set<string>} */
  hidden = new Set();
  /** From area to area. @type {(Named & {level: string})[]} */
  trail = [];
  /** Two that are compared. @type {[Named, Named] | undefined} */
  pair;
  /** What can be chosen of the whole chart, once it is looked up. @type {{periods: Named[], lines: string[], areas: Named[]} | undefined} */
  offer;
  /** The areas in the two fields. */
  chosen = { first: '', second: '' };
  /** Who chose what this chart has nothing of. @type {Set<object>} */
  without = new Set();

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
    this.chosen = { first: '', second: '' };
  }

  /** Another view stands in the place of the one that was narrowed. */
  reset() {
    this.clear();
    const selection = selectionOf(this.figure);
    if (!selection.own(this.figure)) return this.apply(true);
    selection.clear(this.figure);
    spread(this.figure);
  }

  /** What it chose for others goes with it. */
  leave() {
    const selection = selectionOf(this.figure);
    if (!selection.own(this.figure)) return;
    selection.clear(this.figure);
    for (const other of linkedTo(this.figure)) if (other !== this.figure) steering(other).apply(true);
  }

  /** Takes up what others chose before it came. */
  join() {
    if (!selectionOf(this.figure).isEmpty) this.apply(true);
  }

  get isOpen() { return !this.box.hidden; }

  /** Says everything in the language of now. */
  rename() {
    const selection = selectionOf(this.figure);
    const { trail, offer } = this;
    const again = (/** @type {Named[]} */ from, /** @type {Named} */ one) => ({ ...one, name: from.find(({ id }) => id === one.id)?.name ?? one.name });
    const whole = this.lookUp([]);
    this.trail = [];
    for (const step of trail) this.trail.push({ ...step, ...again(this.lookUp().areas, step) });
    this.offer = trail.length > 0 ? this.lookUp() : whole;
    const { areas, periods, lines } = this.offer;
    this.range = this.range && [again(periods, this.range[0]), again(periods, this.range[1])];
    this.pair = this.pair && [again(areas, this.pair[0]), again(areas, this.pair[1])];
    // The lines stand in the same order in both languages.
    if (offer && this.hidden.size > 0) {
      this.hidden = new Set([...this.hidden].flatMap((name) => lines[offer.lines.indexOf(name)] ?? []));
      this.apply(true);
    }
    const own = selection.own(this.figure);
    if (own) selection.choose(this.figure, { ...own, named: own.named.map((one) => again([...whole.areas, ...whole.periods, ...areas], one)) });
    this.write();
    // What others chose they name themselves, before or after.
    queueMicrotask(() => this.writeChips());
  }

  /** What a clause chose, in words. @param {import('./selection.js').Clause} clause */
  said({ named: [one, other] }) { return other && other.id !== one.id ? this.word('span', one.name, other.name) : one.name; }

  get lang() { return this.figure.context.lang; }

  /** @param {Parameters<typeof steerWord>[1]} key @param {...string} parts */
  word(key, ...parts) { return steerWord(this.lang, key, ...parts); }

  /** The view with what it is narrowed to by a person. */
  own() {
    /** @type {Narrowing[]} */
    const own = this.trail.map(({ id, level }) => ({ within: id, level: BELOW[level] }));
    if (this.range) own.push({ during: spanOf(this.range) });
    if (this.pair) own.push({ codes: this.pair.map(({ id }) => id) });
    if (this.hidden.size > 0) own.push({ hide: [...this.hidden] });
    return own;
  }

  /** What can be chosen: periods, lines and areas of the chart below a trail of areas, without any other choice. */
  lookUp(trail = this.trail) {
    const { figure } = this;
    const { view, workspace } = figure.context;
    const below = trail.map(({ id, level }) => ({ within: id, level: BELOW[level] }));
    const chart = workspace.chart(narrowed(view, below), figure.options());
    const marks = chart.marks();
    chart.free();
    const middle = (/** @type {{left: number, width: number}} */ mark) => mark.left + mark.width / 2;
    const isOverTime = OVER_TIME.includes(view.mark) && !isGrowth(figure);
    // Panels have each their own axis: there the names of periods give their order.
    const periods = named([...marks].sort((one, other) => middle(one) - middle(other)), (mark) => part(mark.key, 'period'), (mark) => mark.period);
    if (view.encoding?.facet) periods.sort((one, other) => (one.id < other.id ? -1 : 1));
    const lines = [...new Set(marks.map((mark) => mark.series))];
    return {
      // A stretch that is open has no place among others.
      periods: isOverTime ? periods.filter(({ id }) => !/^\.\.|\/$/.test(id)) : [],
      lines: view.mark === 'line' && lines.length > 1 ? lines : [],
      // What a chart sums over all areas tells none apart.
      areas: view.query.by?.includes('area') ? named(marks, (mark) => codeOf(mark.key), (mark) => mark.place) : [],
    };
  }

  /** What can be chosen now, looked up once. */
  choices() { return (this.offer ??= this.lookUp()); }

  /** Draws what is asked for, and says it once. @param {boolean} [isQuiet] whether another chart asked */
  apply(isQuiet = false) {
    const { figure } = this;
    figure.redraw(narrowed(figure.context.view, [...this.own(), ...this.met()]));
    this.write();
    if (isQuiet) return;
    figure.context.say(figure.chart.parts().short);
    figure.changed();
  }

  /** The clauses of others by which something of this chart is left. One that leaves nothing is told, and not followed. */
  met() {
    const { figure } = this;
    this.without.clear();
    const met = [];
    for (const [source, clause] of selectionOf(figure).of(figure)) {
      const isApart = isFixed(figure) || (clause.during && isGrowth(figure));
      if (!isApart && this.count([...this.own(), ...met, clause]) > 0) met.push(clause);
      else this.without.add(source);
    }
    return met;
  }

  /** How many marks would be left. @param {Narrowing[]} narrowings */
  count(narrowings) {
    const { figure } = this;
    const chart = figure.context.workspace.chart(narrowed(figure.context.view, narrowings), figure.options());
    const { marks } = chart.parts();
    chart.free();
    return marks;
  }

  /** Writes the controls again, and what the chart is narrowed to. */
  write() {
    // Inside a shadow root the document knows of the host alone.
    const root = /** @type {Document | ShadowRoot} */ (this.box.getRootNode());
    const focused = /** @type {HTMLElement | null} */ (this.box.contains(root.activeElement) ? root.activeElement : null);
    const name = focused?.dataset.steer;
    this.writeChips();
    if (!this.box.hidden) this.writeBox();
    if (name) this.focus(name);
  }

  /** Keeps the keyboard in the controls: where one is no longer of use, at the first. @param {string} [name] */
  focus(name) {
    const usable = ':is(select, input, button):not(:disabled)';
    /** @type {HTMLElement | null} */ ((name && this.box.querySelector(`[data-steer="${name}"]${usable}`)) || this.box.querySelector(usable))?.focus();
  }

  toggle() {
    this.box.hidden = !this.box.hidden;
    this.write();
    if (!this.box.hidden) this.focus();
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
    const chips = selection.of(this.figure).map(([source, clause]) =>
      this.chip(this.word(this.without.has(source) ? 'notOf' : 'only', this.said(clause)), () => this.release(/** @type {Figure} */ (source))));
    if (own) chips.push(this.chip(this.word('pageOnly', this.said(own)), () => this.release(this.figure)));
    return chips;
  }

  /** @param {Figure} source whose choice no longer holds */
  release(source) {
    selectionOf(this.figure).clear(source);
    spread(this.figure);
    this.figure.changed();
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
    const { periods, lines, areas } = this.choices();
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

  /** Shows from the first to the last of some periods. @param {string[]} ids */
  showPeriods(ids) {
    if (isFixed(this.figure)) return;
    const { periods } = this.choices();
    const places = ids.map((id) => periods.findIndex((one) => one.id === id)).filter((place) => place >= 0);
    if (new Set(places).size > 1) this.show(periods, Math.min(...places), Math.max(...places));
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
      box.checked = !this.hidden.has(name);
      // A chart without any line would say nothing.
      box.disabled = box.checked && this.hidden.size === lines.length - 1;
      box.addEventListener('change', () => {
        if (box.checked) this.hidden.delete(name);
        else this.hidden.add(name);
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
        ...(level === 'country' ? [] : [this.button('area-page', this.word('onPage'), () => this.linkArea(find(chosen.first)))])),
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
    const before = { pair: this.pair, hidden: new Set(this.hidden) };
    this.pair = undefined;
    this.hidden.clear();
    this.trail.push({ ...area, level });
    this.offer = undefined;
    this.apply();
    if (this.figure.chart.parts().marks > 0) return;
    this.trail.pop();
    Object.assign(this, before);
    this.offer = undefined;
    this.apply(true);
    this.figure.context.say(this.word('nothingIn', area.name));
  }

  /** @param {import('./selection.js').Clause} clause */
  link(clause) {
    selectionOf(this.figure).choose(this.figure, clause);
    spread(this.figure);
    this.figure.context.say(this.word('pageOnly', this.said(clause)));
    this.figure.changed();
  }

  linkTime() {
    if (this.range) this.link(timeOf(this.range));
  }

  /** @param {Named | undefined} area */
  linkArea(area) {
    if (area) this.link({ within: area.id, named: [area] });
  }

  /** What can be done with a mark besides reading its source. @param {{key: string}} mark @param {() => void} done */
  actions(mark, done) {
    const code = isFixed(this.figure) ? undefined : codeOf(mark.key);
    const area = code ? this.choices().areas.find((one) => one.id === code) : undefined;
    if (!area) return [];
    const act = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => void} */ work) => this.button(name, label, () => { done(); work(); });
    // All figures are of the country.
    const offers = this.level() === 'country' ? [] : [act('area-page', this.word('onlyThis', area.name), () => this.linkArea(area))];
    if (BELOW[this.level()]) offers.unshift(act('inside', this.word('openThis', area.name), () => this.enter(area)));
    return [el('p', { class: 'source-card-actions' }, ...offers)];
  }
}

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

/** @param {[Named, Named]} range @returns {import('./selection.js').Clause} */
export const timeOf = (range) => ({ during: spanOf(range), named: range });

/** Ids of spans have a stroke themselves. @param {[Named, Named]} range */
const spanOf = ([from, to]) => (from.id === to.id ? from.id : `${from.id.split('/')[0]}/${to.id.split('/').at(-1)}`);

/** The charts that show the same data. @param {Figure} figure */
const linkedTo = (figure) => [...figures].filter((other) => setOf(other) === setOf(figure));

/** Every chart of the same data takes up what holds now. @param {Figure} figure */
export function spread(figure) {
  for (const other of linkedTo(figure)) steering(other).apply(true);
}
