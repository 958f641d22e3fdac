// @ts-check
/**
 * What a person made of a chart, as a short text for addresses, and back.
 *
 * `1.t2d.w.a11.p1390*1395`: the version, then a part for each choice, named by its first letter. `t` the table, with the
 * column by which it rises (`d`: falls); `w` the words; `a` from area to area; `p` a stretch of time; `c` two areas side by
 * side; `h` lines left out, by their places; `k` and `d` what was chosen for the whole page, an area or a stretch.
 */
import { BELOW, selectionOf, spread, steering, timeOf } from './steer.js';

/** @typedef {import('./figure.js').Figure} Figure */
/** @typedef {{id: string, name: string}} Named */

const VERSION = '1';
/** Between the ends of a stretch, and other things of a kind. */
const AND = '*';
const SORTED = /^t(\d{1,2})(d?)$/;

/** Ids hold what they like; an address and the signs of this text do not. @param {string} id */
const written = (id) => encodeURIComponent(id).replace(/[_.*!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%', '_');

/** @param {string} text */
function read(text) {
  try {
    return decodeURIComponent(text.replaceAll('_', '%'));
  } catch {
    return '';
  }
}

/** @param {string} kind @param {string[]} ids */
const part = (kind, ids) => (ids.length > 0 ? [kind + ids.map(written).join(AND)] : []);
/** @param {Named[] | undefined} ones */
const idsOf = (ones) => (ones ?? []).map(({ id }) => id);

/** The choices of a chart; empty where there are none. @param {Figure} figure */
export function stateOf(figure) {
  const parts = [...shown(figure), ...narrowing(figure)];
  return parts.length > 0 ? [VERSION, ...parts].join('.') : '';
}

/** @param {Figure} figure */
function shown({ mode, sorting, words }) {
  const sorted = sorting ? `${sorting.column}${sorting.isRising ? '' : 'd'}` : '';
  return [...(mode === 'table' ? [`t${sorted}`] : []), ...(words.open ? ['w'] : [])];
}

/** @param {Figure} figure */
function narrowing(figure) {
  const { steering: own } = figure;
  if (!own) return [];
  const lines = own.hidden.size > 0 ? own.choices().lines : [];
  const clause = selectionOf(figure).own(figure);
  return [
    ...part('a', idsOf(own.trail)), ...part('p', idsOf(own.range)), ...part('c', idsOf(own.pair)),
    ...part('h', [...own.hidden].map((name) => String(lines.indexOf(name)))),
    ...part(clause?.within ? 'k' : 'd', idsOf(clause?.named)),
  ];
}

/** What a link cited was of another view than somebody has chosen since. @param {Figure} figure @param {URL} address */
export function uncite(figure, address) {
  figure.cited = undefined;
  figure.host.querySelector('[data-part="cited"]')?.remove();
  if (address.searchParams.has('cite')) address.hash = '';
  address.searchParams.delete('cite');
}

/**
 * Shows a chart as a text says, and nothing else that was chosen before.
 * @param {Figure} figure @param {string} text
 * @returns {boolean} whether all of it could be had; else the nearest is shown
 */
export function showState(figure, text) {
  const [version, ...parts] = text ? text.split('.') : [VERSION];
  const isKnown = version === VERSION;
  const asked = new Map(isKnown ? parts.map((one) => [one[0], one]) : []);
  const narrowed = [...asked].filter(([kind]) => !['t', 'w'].includes(kind));
  const isWhole = narrowed.length > 0 || figure.steering ? narrow(figure, new Map(narrowed.map(([kind, one]) => [kind, one.slice(1).split(AND).map(read)]))) : true;
  figure.words.open = asked.get('w') === 'w';
  return [isKnown, isWhole, sort(figure, asked.get('t')), asked.size === parts.length || !isKnown, (asked.get('w') ?? 'w') === 'w'].every(Boolean);
}

/** @param {Figure} figure @param {string | undefined} asked */
function sort(figure, asked) {
  const [, column, falls] = SORTED.exec(asked ?? '') ?? [];
  const isThere = column === undefined || Number(column) < figure.chart.table().heads.length;
  figure.sort(column !== undefined && isThere ? { column: Number(column), isRising: !falls } : undefined);
  figure.setMode(asked ? 'table' : 'chart');
  return isThere && (!asked || asked === 't' || column !== undefined);
}

/** @param {Figure} figure @param {Map<string, string[]>} asked */
function narrow(figure, asked) {
  const own = steering(figure);
  const selection = selectionOf(figure);
  const before = selection.own(figure);
  own.clear();
  selection.clear(figure);
  const had = [...asked].map(([kind, ids]) => (Object.hasOwn(TAKE, kind) ? TAKE[kind](figure, ids) : false));
  if (before || selection.own(figure)) spread(figure);
  else own.apply(true);
  if (figure.chart.parts().marks > 0 || own.own().length === 0) return had.every(Boolean);
  // A chart of nothing is no answer to a link.
  own.clear();
  own.apply(true);
  return false;
}

/** @param {Named[]} offered @param {string[]} ids @returns {Named[] | null} all of them, or none */
function found(offered, ids) {
  const ones = ids.map((id) => offered.find((one) => one.id === id));
  return ones.every((one) => one !== undefined) ? /** @type {Named[]} */ (ones) : null;
}

/** @param {Named[] | null} ones @returns {[Named, Named] | undefined} */
const two = (ones) => (ones?.length === 2 && ones[0] !== ones[1] ? [ones[0], ones[1]] : undefined);

/** What each part does; what is asked for comes in the order of the text. @type {Record<string, (figure: Figure, ids: string[]) => boolean>} */
const TAKE = {
  a(figure, ids) {
    const own = steering(figure);
    return ids.every((id) => {
      const level = own.level();
      const [area] = (BELOW[level] && found(own.lookUp().areas, [id])) || [];
      if (area) own.trail.push({ ...area, level });
      return area !== undefined;
    });
  },
  p(figure, ids) {
    const own = steering(figure);
    own.range = two(found(own.choices().periods, ids));
    return own.range !== undefined;
  },
  c(figure, ids) {
    const own = steering(figure);
    own.pair = two(found(own.choices().areas, ids));
    return own.pair !== undefined;
  },
  h(figure, ids) {
    const own = steering(figure);
    const { lines } = own.choices();
    const names = ids.flatMap((place) => lines[Number(place)] ?? []);
    if (names.length < lines.length) own.hidden = new Set(names);
    return own.hidden.size === ids.length;
  },
  k(figure, ids) {
    const named = found(steering(figure).choices().areas, ids);
    if (named?.length === 1) selectionOf(figure).choose(figure, { within: named[0].id, named });
    return named?.length === 1;
  },
  d(figure, ids) {
    const named = two(found(steering(figure).choices().periods, ids));
    if (named) selectionOf(figure).choose(figure, timeOf(named));
    return named !== undefined;
  },
};
