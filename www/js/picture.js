// @ts-check
import { fetchOfSite } from './data.js';

/** What the reader draws; of everything else it would draw bars. A test holds this against the cores. */
const COMMON = ['bar', 'line', 'area', 'planned_actual', 'dot', 'tile_map'];
/** What only the core of pictures can make is loaded before it comes into view, by about the height of a window. */
const AHEAD = '900px';

/**
 * Whether only the core of pictures draws what a view asks for.
 * @param {{ mark?: string, encoding?: { stack?: string, facet?: string } }} view
 */
export const isRare = ({ mark = 'bar', encoding }) => !COMMON.includes(mark) || Boolean(encoding?.stack || encoding?.facet);

/** The desk's core once it is asked for: a superset of all. @type {Promise<typeof import('../pkg/hamyar_desk.js')> | undefined} */
let desk;

/** @returns {Promise<typeof import('../pkg/hamyar_desk.js')>} */
export function loadDesk() {
  desk ??= import('../pkg/hamyar_desk.js').then(async (core) => {
    await core.default({ module_or_path: fetchOfSite('pkg/hamyar_desk_bg.wasm') });
    return core;
  });
  // What failed may be had the next time.
  desk.catch(() => { desk = undefined; });
  return desk;
}

/** The core that draws every picture and ranks, a superset of the reader; or the desk's, where a page has that. */
export async function loadPictures() {
  if (desk) return desk;
  const core = await import('../pkg/hamyar_pictures.js');
  await core.default({ module_or_path: fetchOfSite('pkg/hamyar_pictures_bg.wasm') });
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
