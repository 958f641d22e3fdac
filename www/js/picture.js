// @ts-check
import { fetchOfSite } from './data.js';

/** What the reader draws; of everything else it would draw bars. A test holds this against the cores. */
const COMMON = ['bar', 'line', 'area', 'planned_actual', 'dot', 'tile_map'];
/** What only the full core can make is loaded before it comes into view, by about the height of a window. */
const AHEAD = '900px';

/**
 * Whether only the full core draws what a view asks for.
 * @param {{ mark?: string, encoding?: { stack?: string, facet?: string } }} view
 */
export const isRare = ({ mark = 'bar', encoding }) => !COMMON.includes(mark) || Boolean(encoding?.stack || encoding?.facet);

/** The core that draws every picture: a superset of the reader, and more than twice as large. */
export async function loadFull() {
  const core = await import('../pkg/hamyar_desk.js');
  await core.default({ module_or_path: fetchOfSite('pkg/hamyar_desk_bg.wasm') });
  return core;
}

/**
 * Acts once, when an element comes near the window: most readers of a page never get to its end.
 * @param {HTMLElement} element @param {() => void} act
 */
export function whenNear(element, act) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    act();
  }, { rootMargin: AHEAD });
  observer.observe(element);
}
