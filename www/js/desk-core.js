// @ts-check
import { begin, drawWith } from './picture.js';

/** @type {Promise<typeof import('../pkg/hamyar_desk.js')> | undefined} */
let core;

/**
 * The core of the desk, a superset of all: it also lays the figures of this device over the open data, which most readers
 * need not load. A page that has it draws its pictures with it.
 */
export function loadDesk() {
  core ??= load();
  drawWith(/** @type {any} */ (core));
  // What failed may be had the next time.
  core.catch(() => drawWith(core = undefined));
  return core;
}

async function load() {
  const desk = await import('../pkg/hamyar_desk.js');
  await begin(desk, 'pkg/hamyar_desk_bg.wasm');
  return desk;
}
