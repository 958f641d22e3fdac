// Two pages at once: one figure, two figures, two versions.
import { expect, random, rows, submit, test } from '../store/fixture.mjs';

const SEEDS = process.env.HAMYAR_LONG ? 500 : 50;

test(`${SEEDS} seeded interleavings on one figure: nothing is lost silently`, async ({ context, open }) => {
  test.setTimeout(SEEDS * 3000);
  const pages = [await context.newPage(), await context.newPage()];
  for (const page of pages) await open(page);
  let told = 0;
  for (let seed = 1; seed <= SEEDS; seed++) told += await interleave(pages, seed);
  expect(told, 'second savers who saw both').toBeGreaterThan(SEEDS);
});

/**
 * Both pages open the form, type and save in an order that the seed says, sometimes at once.
 *
 * @returns {Promise<number>} how often a second saver was shown both
 */
async function interleave(pages, seed) {
  const pick = random(seed);
  const key = `observation/seed-${seed}`;
  const answers = [];
  const save = async (who, step) => {
    const value = `${'AB'[who]}${step}`;
    answers.push({ value, ...(await submit(pages[who], key, value)) });
  };
  for (const page of pages) await page.evaluate((key) => harness.openForm(key), key);
  for (let step = 0; step < 4; step++) {
    const who = pick(2);
    switch (pick(3)) {
      case 0: await save(who, step); break;
      case 1: await Promise.all([save(0, step), save(1, step)]); break;
      default:
        await pages[who].evaluate(async (key) => {
          await harness.reload();
          harness.openForm(key);
        }, key);
        await save(who, step);
    }
  }
  await Promise.all([save(0, 9), save(1, 9)]);
  const { own, journal } = await rows(pages[0]).then(async () => {
    await pages[0].evaluate(() => harness.reload());
    return rows(pages[0]);
  });
  const story = journal.filter((entry) => entry.key === key);
  let last = null;
  for (const { before, after } of story) {
    expect(before, `seed ${seed}: who wrote ${after} had seen what stood there`).toBe(last);
    last = after;
  }
  expect(own[key]).toBe(last);
  const saved = answers.filter((answer) => answer.saved).map(({ value }) => value);
  expect(story.map(({ after }) => after).sort(), `seed ${seed}: every save that was told`).toEqual(saved.sort());
  const conflicts = answers.filter((answer) => answer.conflict);
  expect(saved.length + conflicts.length, `seed ${seed}: every save was answered`).toBe(answers.length);
  for (const { value, conflict } of conflicts) {
    expect(conflict.mine).toBe(value);
    expect(story.map(({ after }) => after), `seed ${seed}: theirs is a stored value`).toContain(conflict.theirs);
  }
  return conflicts.length;
}

test('the second saver is handed what is stored now; one on another figure only asks again', async ({ context, open }) => {
  // Without news of each other, so that only the transaction itself can notice.
  await context.addInitScript(() => {
    delete window.BroadcastChannel;
    window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
  });
  const [first, second] = [await context.newPage(), await context.newPage()];
  await open(first);
  await submit(first, 'observation/1', 'a');
  await open(second);
  await submit(first, 'observation/1', 'b');
  const save = (key) => second.evaluate(async (key) => {
    const { conflict, stale } = await harness.store.save(harness.ledger.change(harness.openForm(key), 'c'));
    const theirs = conflict?.map((row) => [row.key, row.revision, new TextDecoder().decode(row.bytes)]);
    return { theirs, stale, last: harness.types().at(-1) };
  }, key);
  expect(await save('observation/1')).toEqual({ theirs: [['observation/1', 2, '"b"']], last: 'conflict' });
  expect(await save('observation/2')).toEqual({ stale: true, last: 'failed' });
  expect((await rows(first)).own).toEqual({ 'observation/1': 'b' });
});

for (const channel of ['BroadcastChannel', 'localStorage alone']) {
  test(`two pages on two figures keep both and see each other within 2 s (${channel})`, async ({ context, open }) => {
    if (channel !== 'BroadcastChannel') await context.addInitScript(() => delete window.BroadcastChannel);
    const [first, second] = [await context.newPage(), await context.newPage()];
    await open(first);
    await open(second);
    for (let round = 0; round < 10; round++) {
      const both = await Promise.all([submit(first, 'observation/1', `a${round}`), submit(second, 'observation/2', `b${round}`)]);
      expect(both).toEqual([{ saved: `a${round}` }, { saved: `b${round}` }]);
      for (const page of [first, second]) {
        const seen = () => page.evaluate(() => ['observation/1', 'observation/2'].map((key) => harness.ledger.form(key).seen));
        await expect.poll(seen, { timeout: 2000, intervals: [20] }).toEqual([`a${round}`, `b${round}`]);
      }
    }
    expect((await rows(first)).journal).toHaveLength(20);
  });
}

test('two pages that both start first end in one store', async ({ context, open }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  expect([(await open(first)).state, (await open(second)).state]).toEqual(['first', 'first']);
  const both = await Promise.all([submit(first, 'observation/1', 'a'), submit(second, 'observation/2', 'b')]);
  expect(both).toEqual([{ saved: 'a' }, { saved: 'b' }]);
  expect((await rows(second)).own).toEqual({ 'observation/1': 'a', 'observation/2': 'b' });
});

test('a newer database is said, and nothing in it is deleted', async ({ context, open }) => {
  const newer = await context.newPage();
  await open(newer, '?version=2');
  await submit(newer, 'observation/1', 'a');
  const older = await context.newPage();
  expect(await open(older)).toMatchObject({ state: 'newer' });
  expect(await submit(older, 'observation/1', 'b')).toEqual({ error: 'newer' });
  expect((await rows(newer)).own).toEqual({ 'observation/1': 'a' });
});

test('an older page lets go of the database, and its next save says why it cannot', async ({ context, open }) => {
  const older = await context.newPage();
  await open(older);
  await submit(older, 'observation/1', 'a');
  const newer = await context.newPage();
  expect(await open(newer, '?version=2')).toMatchObject({ state: 'ready' });
  expect((await rows(newer)).own).toEqual({ 'observation/1': 'a' });
  await expect.poll(() => older.evaluate(() => harness.types())).toContain('outdated');
  expect(await submit(older, 'observation/1', 'b')).toEqual({ error: 'newer' });
});

test('an older page that holds the database is named at 5 s, and the newer one goes on after it', async ({ context, open, site }) => {
  const older = await context.newPage();
  await older.goto(`${site}/tests/store/empty.html`);
  await older.evaluate(() => new Promise((resolve) => {
    indexedDB.open('hamyar', 1).onsuccess = (event) => {
      window.held = event.target.result;
      resolve();
    };
  }));
  const newer = await context.newPage();
  // The test moves the clock: how busy the machine is must not decide.
  await newer.clock.install();
  await newer.goto(`${site}/tests/store/index.html?version=2`);
  await newer.clock.pauseAt(Date.now() + 60_000);
  await newer.evaluate(() => { harness.start(); });
  await expect.poll(() => newer.evaluate(() => harness.types())).toContain('blocked');
  await newer.clock.runFor(4999);
  expect(await newer.evaluate(() => harness.types())).not.toContain('state');
  await newer.clock.runFor(1);
  await expect.poll(() => newer.evaluate(() => harness.outcome()))
    .toMatchObject({ state: 'unavailable', reason: 'blocked', isWaiting: true });
  await older.evaluate(() => window.held.close());
  await expect.poll(() => newer.evaluate(() => harness.outcome().state)).toBe('first');
  expect(await submit(newer, 'observation/1', 'a')).toEqual({ saved: 'a' });
});
