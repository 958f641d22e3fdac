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

/** A core that draws every picture and is there already. @type {Promise<typeof import('../pkg/hamyar_pictures.js')> | undefined} */
let present;

/** @param {Promise<typeof import('../pkg/hamyar_pictures.js')> | undefined} core none where it could not be had */
export function drawWith(core) { present = core; }

/** The core that draws every picture and ranks, a superset of the reader. */
export async function loadPictures() {
  if (present) return present;
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
