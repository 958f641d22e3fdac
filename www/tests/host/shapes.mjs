// @ts-check
/** Messages of another page, and what counts them. Both run in pages: they lean on nothing here. */

/** Two hundred shapes and more that are no message of ours, most of them ours with one thing wrong. @returns {unknown[]} */
export function oddShapes() {
  const odd = [undefined, null, true, false, '', 'x', '1', 'height', 'HAMYAR-READY', NaN, Infinity, -Infinity, 0, -0, -1, 0.5, 1e9, 20_001, 2n, [], [1], ['height'], {}, { valueOf: 9 }, new Date(0), /a/, new Map(), new Set([1]), new Uint8Array(8), new Error('x'), new Blob([])];
  const right = { ask: { hamyar: 1, type: 'ask' }, height: { hamyar: 1, type: 'height', height: 9 }, event: { hamyar: 1, type: 'event', name: 'hamyar-select', key: 'k' } };
  const texts = [...odd.filter((one) => typeof one !== 'string'), 'x'.repeat(2001)];
  const wrong = (/** @type {object} */ message, /** @type {string} */ name, /** @type {unknown[]} */ values) => values.map((value) => ({ ...message, [name]: value }));
  const without = (/** @type {Record<string, unknown>} */ message, /** @type {string} */ name) => Object.fromEntries(Object.entries(message).filter(([one]) => one !== name));
  const all = Object.values(right);
  return [
    ...odd,
    ...all.flatMap((message) => wrong(message, 'hamyar', odd)),
    ...all.flatMap((message) => wrong(message, 'type', odd.filter((one) => one !== message.type))),
    ...wrong(right.height, 'height', odd), ...wrong(right.event, 'name', odd), ...wrong(right.event, 'key', texts),
    ...all.flatMap((message) => Object.keys(message).map((name) => without(/** @type {any} */ (message), name))),
    ...all.flatMap((message) => ['more', 'constructor', 'toString', 'length', ''].map((name) => ({ ...message, [name]: 1 }))),
    // Own keys of these names, as JSON makes them.
    ...all.map((message) => JSON.parse(`{"__proto__": {"hamyar": 1}, ${JSON.stringify(message).slice(1)}`)),
    ...all.map((message) => [message]), ...all.map((message) => JSON.stringify(message)), ...all.map((message) => ({ ...message, type: right })),
  ];
}

/** What anybody may send who has read how our messages look. */
const RIGHT = [{ hamyar: 1, type: 'height', height: 9 }, { hamyar: 1, type: 'event', name: 'hamyar-select', key: 'stranger' }, { hamyar: 1, type: 'ask' }];

/**
 * Gives every page of a context `oddShapes`, and counts what reaches it: `arrived` of anything, `answers` of the form of our frames.
 * @param {import('@playwright/test').BrowserContext} context
 */
export const countMessages = (context) => context.addInitScript(`
  window.oddShapes = ${oddShapes};
  window.right = ${JSON.stringify(RIGHT)};
  window.arrived = 0;
  window.answers = 0;
  addEventListener('message', ({ data }) => { window.arrived += 1; if (data?.hamyar === 1 && data.type !== 'ask') window.answers += 1; });
`);
