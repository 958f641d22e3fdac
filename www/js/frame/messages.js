// @ts-check
/**
 * What a page and the frame of a chart say to each other. Whatever else comes is not from us.
 *
 * @typedef {{ hamyar: 1, type: 'ask' }} Ask the page wants to hear of the chart
 * @typedef {{ hamyar: 1, type: 'height', height: number }} Height of the chart, in whole CSS px
 * @typedef {{ hamyar: 1, type: 'state', state: string }} Stated what somebody chose at the chart, as addresses carry it
 * @typedef {{ hamyar: 1, type: 'event', name: string, key: string }} Told what happened to the chart, and to which mark
 */

/** Version of the messages. */
const VERSION = 1;
/** No chart is higher: what says so is broken or means harm. */
const HIGHEST = 20_000;
const LONGEST_KEY = 2_000;
const STATE = /^(?:\d{1,3}(?:\.[\w*-]{1,400}){1,40})?$/;
/** Events of the element that a page around it hears too. */
export const EVENTS = ['hamyar-ready', 'hamyar-select', 'hamyar-error'];

/** @returns {Ask} */
export const ask = () => ({ hamyar: VERSION, type: 'ask' });
/** @param {number} height @returns {Height} */
export const height = (height) => ({ hamyar: VERSION, type: 'height', height: Math.min(HIGHEST, Math.ceil(height)) });
/** @param {string} name @param {string} key @returns {Told} */
export const told = (name, key) => ({ hamyar: VERSION, type: 'event', name, key: key.slice(0, LONGEST_KEY) });

/** @param {string} state @returns {Stated} */
export const stated = (state) => ({ hamyar: VERSION, type: 'state', state: STATE.test(state) ? state : '' });

/**
 * A message that is one of ours to the letter, or nothing.
 * @param {unknown} data
 * @returns {Ask | Height | Stated | Told | null}
 */
export function read(data) {
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return null;
  const { hamyar, type, ...rest } = /** @type {Record<string, unknown>} */ (data);
  const names = Object.keys(rest);
  const has = (/** @type {string[]} */ ...wanted) => names.length === wanted.length && wanted.every((name) => names.includes(name));
  if (hamyar !== VERSION) return null;
  if (type === 'ask' && has()) return ask();
  if (type === 'height' && has('height') && isHeight(rest.height)) return height(rest.height);
  if (type === 'state' && has('state') && typeof rest.state === 'string') return STATE.test(rest.state) ? stated(rest.state) : null;
  if (type === 'event' && has('name', 'key') && EVENTS.includes(/** @type {string} */ (rest.name)) && typeof rest.key === 'string') {
    return rest.key.length <= LONGEST_KEY ? told(/** @type {string} */ (rest.name), rest.key) : null;
  }
  return null;
}

/** @param {unknown} value @returns {value is number} */
const isHeight = (value) => Number.isInteger(value) && /** @type {number} */ (value) > 0 && /** @type {number} */ (value) <= HIGHEST;
