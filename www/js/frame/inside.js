// @ts-check
import { EVENTS, height, read, stated, told } from './messages.js';

/**
 * Inside a frame: tells the page around how high the chart is and what happens to it. Nothing is told before that page has
 * asked, and then to its origin alone; a page without an origin (`null`) cannot be told apart from others, and hears nothing.
 * @param {HTMLElement} content what the frame shows
 */
export function tellAround(content) {
  /** @type {string | undefined} */
  let origin;
  let last = 0;
  /** That it is drawn, until somebody has heard it: a page may ask later. @type {object | undefined} */
  let drawn;
  const send = (/** @type {object} */ message) => { if (origin) parent.postMessage(message, origin); };
  const measure = () => {
    const now = Math.ceil(content.getBoundingClientRect().height);
    if (now > 0 && now !== last) send(height(now));
    last = now;
  };
  addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== parent || parent === self || from === 'null' || read(data)?.type !== 'ask') return;
    origin = from;
    last = 0;
    measure();
    if (drawn) send(drawn);
    drawn = undefined;
  });
  new ResizeObserver(measure).observe(content);
  content.addEventListener('hamyar-change', (event) => send(stated(/** @type {CustomEvent} */ (event).detail.state)));
  for (const name of EVENTS) {
    content.addEventListener(name, (event) => {
      // A frame out of sight is not laid out, and observes nothing, until somebody measures it.
      measure();
      const message = told(name, String(/** @type {CustomEvent} */ (event).detail?.key ?? ''));
      send(message);
      if (!origin && name === 'hamyar-ready') drawn = message;
    });
  }
}
