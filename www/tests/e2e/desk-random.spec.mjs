// @ts-check
import { expect, open, test } from './support.mjs';

/** Runs and steps a run; the full count of the issue is spread over the runs' own figures. */
const RUNS = 50;
const STEPS = 6;

/** A small generator with a seed (mulberry32). @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What the desk should hold: a value, and what can be taken back and done again. */
class Model {
  /** @type {string[]} */ past = [];
  /** @type {string[]} */ future = [];
  value = '900';

  /** @param {string} value */
  edit(value) { this.past.push(this.value); this.future = []; this.value = value; }
  undo() { const before = this.past.pop(); if (before !== undefined) { this.future.push(this.value); this.value = before; } }
  redo() { const after = this.future.pop(); if (after !== undefined) { this.past.push(this.value); this.value = after; } }
}

/** @param {import('@playwright/test').Page} page */
const saved = (page) => expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');

/** The value of the figure as the form shows it. @param {import('@playwright/test').Page} page */
async function shown(page) {
  await page.selectOption('#desk-picker', '');
  await page.selectOption('#desk-picker', 'O018');
  return page.inputValue('#field-value');
}

test(`${RUNS} seeded runs of edit, undo, redo and reload equal a model`, async ({ page }) => {
  test.setTimeout(300_000);
  await open(page, 'desk');
  const model = new Model();
  for (let run = 1; run <= RUNS; run += 1) {
    const next = random(run);
    for (let step = 0; step < STEPS; step += 1) {
      const kind = Math.floor(next() * 4);
      if (kind <= 1) {
        const value = String(100 + Math.floor(next() * 800));
        await shown(page);
        if (value === model.value) continue;
        await page.fill('#field-value', value);
        await page.locator('[data-action="save"]').click();
        await expect(page.locator('#desk-picker')).toHaveValue('');
        await saved(page);
        model.edit(value);
      } else {
        const name = kind === 2 ? 'undo' : 'redo';
        const button = page.locator(`[data-action="${name}"]`);
        expect(await button.isEnabled(), `${name} in run ${run}`).toBe((kind === 2 ? model.past : model.future).length > 0);
        if (!(await button.isEnabled())) continue;
        const lines = await page.locator('.journal li').count();
        await button.click();
        await expect(page.locator('.journal li')).toHaveCount(lines + 1);
        model[name]();
      }
    }
    if (run % 5 === 0) await open(page, 'desk');
    expect(await shown(page), `run ${run}`).toBe(model.value);
  }
});
