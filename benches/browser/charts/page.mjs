// @ts-check
/** What the driver calls in the page: draws one case with one library, and tells how long it took. */
import { cases, filtered } from './cases.mjs';

/**
 * @typedef {{ redraw: (data: any) => unknown, destroy: () => void }} Drawn
 * @typedef {(box: HTMLElement, data: any) => Drawn | Promise<Drawn>} Draw
 * @typedef {{ call: number, painted: number }} Times ms until the call is done, and until its frame is
 */

const all = cases();
const fewer = filtered(all);
const box = /** @type {HTMLElement} */ (document.getElementById('box'));

/** Until the frame that shows what was done is handed over: the second one begins after the first. */
const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** @param {number} time */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** @template T @param {() => T | Promise<T>} work @returns {Promise<[Times, T]>} */
async function timed(work) {
  await frame();
  await pause(50);
  const start = performance.now();
  const value = await work();
  const call = performance.now() - start;
  await frame();
  return [{ call, painted: performance.now() - start }, value];
}

/** @type {Draw} */
let draw;
/** @type {'bar' | 'lines' | 'scatter' | 'heat'} */
let name;

/** Gets a library and what it needs beforehand. @param {string} library @param {typeof name} asked @returns {Promise<boolean>} whether it can draw that */
export async function choose(library, asked) {
  const { default: draws } = await import(`/built/charts/${library}.js`);
  await draws.prepare?.(asked, all[asked], fewer[asked]);
  name = asked;
  draw = draws[asked];
  return draw !== undefined;
}

/** A drawing that is taken away again. */
export async function once() {
  const [times, drawn] = await timed(() => draw(box, all[name]));
  drawn.destroy();
  box.replaceChildren();
  return times;
}

/** The same, left standing. */
export async function stand() {
  standing = await draw(box, all[name]);
  await frame();
}

/** @type {Drawn | undefined} */
let standing;
let isFiltered = false;

/** What stands is shown with fewer data, and the next time with all of them. */
export async function redraw() {
  isFiltered = !isFiltered;
  const data = (isFiltered ? fewer : all)[name];
  const [times] = await timed(() => standing?.redraw(data));
  return times;
}

/** Nothing at all: what a frame costs by itself. */
export async function nothing() {
  const [times] = await timed(() => undefined);
  return times;
}
