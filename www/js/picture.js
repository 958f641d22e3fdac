// @ts-check
import { fetchOfSite } from './data.js';

/** The build writes its id here, and into the scripts of each core. */
const BUILD = '__BUILD__';

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
  await begin(core, 'pkg/hamyar_pictures_bg.wasm');
  return core;
}

/**
 * Starts a core whose scripts and module are those of this build.
 * @param {{ default: Function, BUILD?: string }} core @param {string} module
 */
export async function begin(core, module) {
  if (core.BUILD !== BUILD) throw new Error(`the scripts of ${module} are of build ${core.BUILD}, not ${BUILD}`);
  await core.default({ module_or_path: fetchOfSite(module) });
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
