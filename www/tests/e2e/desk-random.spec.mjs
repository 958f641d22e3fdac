// @ts-check
import { SOUND, install, wipe } from '../host/desk.mjs';
import { random } from '../store/fixture.mjs';
import { expect, open, test } from './support.mjs';

const RUNS = process.env.HAMYAR_LONG ? 500 : 30;
const STEPS = 6;
/** Runs are shared out among the workers. */
const PARTS = 2;
const OPEN_FIGURES = ['O016', 'O017', 'O018'];

test.describe.configure({ mode: 'parallel' });
/** @typedef {string | null | undefined} Own value of an own figure; `null` withdrawn; `undefined` no own figure */

/** What the device should hold: every own figure, and every line of the journal. */
class Model {
  /** @type {Map<string, Own>} */ own = new Map();
  /** @type {{sequence: number, kind: string, of: number, id: string}[]} */ lines = [];
  /** @type {{sequence: number, id: string, before: Own, after: Own}[]} */ past = [];
  /** @type {{sequence: number, id: string, before: Own, after: Own}[]} */ future = [];

  /** @param {string} id @param {Own} value */
  set(id, value) {
    if (value === undefined) this.own.delete(id);
    else this.own.set(id, value);
  }

  /** @param {string} kind @param {string} id @param {number} of */
  line(kind, id, of) {
    const sequence = this.lines.length + 1;
    this.lines.push({ sequence, kind, of, id });
    return sequence;
  }

  /** @param {string} id @param {Own} after */
  commit(id, after) {
    this.past.push({ sequence: this.line('commit', id, 0), id, before: this.own.get(id), after });
    this.future = [];
    this.set(id, after);
  }

  /** @param {'undo' | 'redo'} kind */
  step(kind) {
    const [from, to] = kind === 'undo' ? [this.past, this.future] : [this.future, this.past];
    const entry = from.pop();
    if (!entry) return;
    to.push(entry);
    this.line(kind, entry.id, entry.sequence);
    this.set(entry.id, kind === 'undo' ? entry.before : entry.after);
  }

  /** Figures that can be chosen to correct or withdraw. */
  get shown() {
    return [...OPEN_FIGURES.filter((id) => this.own.get(id) !== null), ...[...this.own.keys()].filter((id) => id.startsWith('own-') && this.own.get(id) !== null)];
  }
}

const KINDS = ['add', 'add', 'correct', 'correct', 'correct', 'withdraw', 'undo', 'undo', 'undo', 'redo', 'redo', 'reload'];

for (let part = 0; part < PARTS; part += 1) {
  test(`${RUNS} seeded runs of add, correct, withdraw, undo, redo and reload equal a model (${part + 1} of ${PARTS})`, async ({ page, baseURL }) => {
    test.setTimeout(RUNS * 10_000);
    await install(page);
    /** @type {Record<string, number>} */
    const done = {};
    for (let seed = 1 + part; seed <= RUNS; seed += PARTS) {
      await page.goto('about:blank');
      await wipe(page, new URL(String(baseURL)).origin);
      await open(page, 'desk', { lang: 'en' });
      await run(page, seed, done);
    }
    for (const kind of new Set(KINDS)) expect(done[kind], `${kind} was among the steps`).toBeGreaterThan(RUNS / 10);
  });
}

/** @param {import('@playwright/test').Page} page @param {number} seed @param {Record<string, number>} done */
async function run(page, seed, done) {
  const pick = random(seed);
  const model = new Model();
  for (let step = 0; step < STEPS; step += 1) {
    const drawn = KINDS[pick(KINDS.length)];
    const value = String(100 + seed * 40 + step);
    const id = model.shown[pick(Math.max(1, model.shown.length))];
    // When everything was withdrawn there is nothing left to correct.
    const kind = id || !['correct', 'withdraw'].includes(drawn) ? drawn : 'add';
    done[kind] = (done[kind] ?? 0) + 1;
    const where = `step ${step} (${kind}) of run ${seed}`;
    if (kind === 'reload') {
      await open(page, 'desk', { lang: 'en' });
      await compare(page, model, where);
    } else if (kind === 'undo' || kind === 'redo') {
      const can = (kind === 'undo' ? model.past : model.future).length > 0;
      expect(await page.locator(`[data-action="${kind}"]`).isEnabled(), where).toBe(can);
      if (!can) continue;
      expect(await page.evaluate((action) => drive.press(action), kind), where).toEqual({ saved: true });
      model.step(kind);
    } else {
      const answer = await page.evaluate(([what, figure, fields]) => {
        drive.open(what === 'add' ? '' : figure);
        if (what !== 'withdraw') drive.type(fields);
        return drive.press(what === 'withdraw' ? 'withdraw' : 'save');
      }, /** @type {const} */ ([kind, id ?? '', kind === 'add' ? { ...SOUND, value, scope: `scope ${seed}-${step}` } : { value }]));
      expect(answer, where).toEqual({ saved: true });
      model.commit(kind === 'add' ? await newest(page, model) : id, kind === 'withdraw' ? null : value);
    }
  }
  await compare(page, model, `end of run ${seed}`);
}

/** The figure that the desk offers and the model does not know. @param {import('@playwright/test').Page} page @param {Model} model */
async function newest(page, model) {
  const offered = await page.locator('#desk-picker option').evaluateAll((all) => all.map((one) => /** @type {HTMLOptionElement} */ (one).value));
  const added = offered.filter((id) => id.startsWith('own-') && !model.own.has(id));
  expect(added).toHaveLength(1);
  return added[0];
}

/** @param {import('@playwright/test').Page} page @param {Model} model @param {string} where */
async function compare(page, model, where) {
  const { own, lines, findings } = await page.evaluate(() => drive.stored());
  expect({ own, lines, findings }, where).toEqual({ own: Object.fromEntries(model.own), lines: model.lines, findings: 0 });
  expect(await page.locator('#desk').getAttribute('data-own'), where).toBe(String(model.own.size));
  await expect(page.locator('.journal li'), where).toHaveCount(model.lines.length);
}
