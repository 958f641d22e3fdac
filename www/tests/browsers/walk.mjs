// @ts-check
/** What a reader does, in any browser: the same steps on a page of the site and on one of a published site. */
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 30_000;

/** Of the chart of a page, wherever it stands. Runs in the page. @param {string} part */
function chart(part) {
  const host = document.querySelector('hamyar-chart');
  const root = /** @type {ParentNode} */ (host?.shadowRoot ?? document);
  const figure = root.querySelector('figure[data-state="ready"]');
  const canvas = /** @type {HTMLCanvasElement | null} */ (figure?.querySelector('canvas[tabindex]') ?? null);
  const table = /** @type {HTMLButtonElement | null} */ (figure?.querySelector('button[data-action="table"]') ?? null);
  switch (part) {
    case 'drawn': {
      if (!canvas || canvas.width === 0 || canvas.getBoundingClientRect().height < 50) return false;
      const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size > 3;
    }
    case 'direction': {
      const title = figure?.querySelector('[data-part="title"]');
      if (!title) return '';
      const letters = document.createRange();
      letters.selectNodeContents(title);
      const [box, text] = [title.getBoundingClientRect(), letters.getBoundingClientRect()];
      return `${getComputedStyle(title).direction} ${box.right - text.right <= text.left - box.left ? 'right' : 'left'}`;
    }
    case 'focus':
      canvas?.focus();
      return true;
    case 'said':
      return (host ? root.querySelector('[role="status"]') : document.querySelector('#status'))?.textContent ?? '';
    case 'press-table':
      table?.click();
      return table !== null;
    case 'rows': {
      const box = /** @type {HTMLElement | null} */ (figure?.querySelector('[data-part="table"]') ?? null);
      return box && !box.hidden && box.getBoundingClientRect().height > 20 ? box.querySelectorAll('tbody tr').length : 0;
    }
    default:
      throw new Error(part);
  }
}

/** Asks until it is so. @param {() => Promise<unknown>} ask @param {string} what */
async function until(ask, what) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${PATIENCE_MS / 1000} s: ${what}`);
    await pause(50);
  }
}

/**
 * @param {import('./firefox.mjs').Driver} driver
 * @param {(what: string, step: () => Promise<void>) => Promise<void>} check tells a step and how it went
 * @param {{ page: string, other: string, rows: number }} site a page with a chart, the same in English, and the rows of its table
 */
export async function walk(driver, check, { page, other, rows }) {
  const ask = (/** @type {string} */ part) => driver.run(chart, part);
  const drawn = () => until(() => ask('drawn'), 'a chart is drawn');
  const whole = async () => {
    const faults = await driver.run(() => /** @type {any} */ (globalThis).faults);
    if (!Array.isArray(faults) || faults.length > 0) throw new Error(`faults: ${JSON.stringify(faults)}`);
  };
  const seen = async (/** @type {string} */ wanted) => {
    const direction = await ask('direction');
    if (direction !== wanted) throw new Error(`${direction}, not ${wanted}`);
  };
  let deep = '';
  await check('its chart is drawn', async () => {
    await driver.open(page);
    await drawn();
  });
  await check('it reads from the right', () => seen('rtl right'));
  await check('keys move from mark to mark, and each is announced', async () => {
    await ask('focus');
    await driver.press('Home');
    const first = await until(() => ask('said'), 'the first mark is announced');
    await driver.press('End');
    await until(async () => ![first, ''].includes(await ask('said')), 'the last mark is announced');
  });
  await check('its table opens', async () => {
    await ask('press-table');
    await until(async () => (await ask('rows')) === rows, `a table of ${rows} rows`);
    deep = String(await until(() => driver.run(() => (/[?&](state|c\.[^=]+)=/.test(location.search) ? location.href : '')), 'the choice stands in the address'));
  });
  await check('nothing went wrong', whole);
  await check('the address with the choice opens it again', async () => {
    await driver.open(other);
    await drawn();
    await seen('ltr left');
    await driver.open(deep);
    await until(async () => (await ask('rows')) === rows, `a table of ${rows} rows`);
    await whole();
  });
}

/** A chart that stands in a page of somebody else. @param {import('./firefox.mjs').Driver} driver @param {string} page */
export async function alone(driver, page) {
  await driver.open(page);
  await until(() => driver.run(chart, 'drawn'), 'a chart is drawn');
  const faults = await driver.run(() => /** @type {any} */ (globalThis).faults);
  if (!Array.isArray(faults) || faults.length > 0) throw new Error(`faults: ${JSON.stringify(faults)}`);
}
