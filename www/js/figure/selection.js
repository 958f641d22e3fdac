// @ts-check
/**
 * What was chosen on a page, for charts that filter one another.
 *
 * Each chart puts down at most one clause, and is filtered by those of all others but not by its own, so that
 * whoever chose a place still sees the places beside it.
 *
 * @typedef {object} Clause
 * @property {string} [within] the code of an area: only what lies in it
 * @property {string} [during] a period, or two with a stroke between: only what lies in it
 * @property {{id: string, name: string}[]} named what was chosen, for people: an area, or the ends of a stretch
 */
export class Selection {
  /** @type {Map<object, Clause>} */
  #clauses = new Map();

  /** @param {object} source the chart that chose @param {Clause} clause */
  choose(source, clause) { this.#clauses.set(source, clause); }

  /** @param {object} source */
  clear(source) { this.#clauses.delete(source); }

  /** The clauses that a chart is filtered by, each with who put it down. @param {object} source @returns {[object, Clause][]} */
  of(source) { return [...this.#clauses].filter(([other]) => other !== source); }

  get isEmpty() { return this.#clauses.size === 0; }

  /** What a chart itself has chosen. @param {object} source */
  own(source) { return this.#clauses.get(source); }
}

/**
 * A view of which only a part is asked. Every condition holds besides those of the view itself.
 *
 * @typedef {object} Narrowing
 * @property {string} [within]
 * @property {string} [during]
 * @property {string} [level] what is then shown of it
 * @property {string[]} [codes] only these areas
 * @property {string[]} [hide] lines left out, by their names
 *
 * @param {any} view
 * @param {Narrowing[]} narrowings
 */
export function narrowed(view, narrowings) {
  if (narrowings.length === 0) return view;
  const all = (/** @type {'within'|'during'} */ name, /** @type {any} */ own) => [...[own ?? []].flat(), ...narrowings.flatMap((one) => one[name] ?? [])];
  const { areas = {}, during } = view.query;
  const level = narrowings.map((one) => one.level).filter(Boolean).at(-1) ?? areas.level;
  const codes = narrowings.find((one) => one.codes)?.codes ?? areas.codes;
  const query = { ...view.query, areas: { ...areas, ...(level ? { level } : {}), within: all('within', areas.within), ...(codes ? { codes } : {}) }, during: all('during', during) };
  const encoding = { ...view.encoding, hide: [...view.encoding?.hide ?? [], ...narrowings.flatMap((one) => one.hide ?? [])] };
  // The tiles of a map of provinces stand for them; counties of one are bars.
  const isBroken = view.mark === 'tile_map' && level !== (areas.level ?? 'province');
  // What stands above was written for the whole, and notes may tell of tiles. That a figure is a change or a share
  // only the words of the view say.
  const isPart = !view.query.derive && narrowings.some((one) => one.within || one.during || one.codes);
  const words = { title: undefined, fallback: undefined, ...(isPart ? { subtitle: undefined } : {}), ...(isBroken ? { notes: undefined } : {}) };
  return { ...view, ...words, query, encoding, ...(isBroken ? { mark: 'bar', sort: 'descending' } : {}) };
}
