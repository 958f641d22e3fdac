// @ts-check
// Two pages of the real desk, with the ledger of the core, on one figure.
import { fields, install, payload } from '../host/desk.mjs';
import { random } from '../store/fixture.mjs';
import { expect, open, test, watch } from './support.mjs';

const SEEDS = process.env.HAMYAR_LONG ? 500 : 30;
/** Rounds of a run; deeper interleavings of the store alone are in `storage-pages.spec.mjs`. */
const ROUNDS = 1;
const FIGURE = 'O018';
const BEFORE = 4;
const AFTER = 5;
/** Tag of the value in what stood before or after: see `src/store/own.rs`. */
const VALUE = 65;

test(`${SEEDS} seeded runs on one figure: nothing is lost silently, and the second saver sees both`, async ({ context, baseURL }) => {
  test.setTimeout(SEEDS * 6000);
  await install(context);
  const pages = [await context.newPage(), await context.newPage()];
  const faults = await Promise.all(pages.map((page) => watch(page, [new URL(String(baseURL)).origin])));
  for (const page of pages) await open(page, 'desk', { lang: 'en' });
  /** @type {Set<string>} values that a page was told are saved */
  const saved = new Set(['900']);
  /** @type {Map<string, string>} what a page saw in the figure's place when it saved each value */
  const seen = new Map();
  let told = 0;

  /** @param {number} who @param {string} value @param {string} shown @param {(end: number) => number} pick */
  const save = async (who, value, shown, pick) => {
    const page = pages[who];
    let answer = await page.evaluate((text) => { drive.type({ value: text }); return drive.press('save'); }, value);
    let before = shown;
    // While one page answers, the other may save again.
    while (answer.asked) {
      told += 1;
      expect(answer.asked, 'mine').toContain(value);
      const theirs = await page.locator('dialog[open] tr', { hasText: value }).locator('td').last().textContent();
      expect(seen.has(String(theirs)) || theirs === '900', `what the other page wrote: ${theirs}`).toBe(true);
      before = String(theirs);
      const choice = pick(3) === 0 ? 'theirs' : 'mine';
      answer = await page.evaluate((chosen) => drive.answer(chosen), choice);
    }
    if (answer.kept) return seen.delete(value);
    expect(answer).toEqual({ saved: true });
    seen.set(value, before);
    return saved.add(value);
  };

  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const pick = random(seed);
    for (let round = 0; round < ROUNDS; round += 1) {
      const values = [0, 1].map((who) => String(1000 + seed * 20 + round * 4 + who * 2));
      const shown = await Promise.all(pages.map((page) => page.evaluate((id) => { drive.open(id); return drive.form().value; }, FIGURE)));
      const first = pick(2);
      for (const value of values) seen.set(value, '');
      if (pick(2) === 0) await Promise.all([save(0, values[0], shown[0], pick), save(1, values[1], shown[1], pick)]);
      else for (const who of [first, 1 - first]) await save(who, values[who], shown[who], pick);
    }
  }

  const { journal, findings } = await pages[0].evaluate(() => drive.stored());
  expect(findings).toBe(0);
  const story = journal.map((/** @type {number[]} */ bytes) => fields(payload(bytes)));
  const valueOf = (/** @type {Buffer | undefined} */ figure) => (figure ? String(fields(figure).get(VALUE)) : '900');
  let last;
  for (const entry of story) {
    expect(entry.get(BEFORE)?.equals(last ?? Buffer.alloc(0)) ?? last === undefined, 'each change follows the one before').toBe(true);
    const value = valueOf(entry.get(AFTER));
    expect(seen.get(value), `who wrote ${value} had seen what stood there`).toBe(valueOf(last));
    last = entry.get(AFTER);
  }
  expect(story.length, 'every save that was told, and no other').toBe(saved.size - 1);
  expect(told, 'second savers who saw both').toBeGreaterThanOrEqual(SEEDS);
  expect(faults.flat()).toEqual([]);
});
