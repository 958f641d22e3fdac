// The renderer dies while it saves.
import { expect, random, rows, test } from '../store/fixture.mjs';

const CRASHES = 20;

test(`${CRASHES} crashes during saves lose no acknowledged save`, async ({ context, open }) => {
  test.setTimeout(120_000);
  const pick = random(17);
  let acknowledged = 0;
  await context.exposeFunction('acknowledged', (number) => (acknowledged = Math.max(acknowledged, number)));
  let saves = 0;
  for (let crash = 0; crash < CRASHES; crash++) {
    const page = await context.newPage();
    const outcome = await open(page);
    expect(acknowledged === 0 ? ['first', 'ready'] : ['ready']).toContain(outcome.state);
    const { own, journal } = await rows(page);
    const found = Object.keys(own).length;
    expect(found, 'acknowledged saves are there').toBeGreaterThanOrEqual(acknowledged);
    expect(journal.map(({ sequence }) => sequence), 'records and journal agree').toEqual(
      Array.from({ length: found }, (_, at) => at + 1));
    for (const { key, after } of journal) expect(own[key]).toBe(after);
    saves = found;
    page.evaluate((from) => harness.saveForEver(from), found + 1).catch(() => {});
    await page.waitForTimeout(pick(300));
    const devtools = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    devtools.send('Page.crash').catch(() => {});
    await crashed;
    await page.close();
  }
  expect(saves, 'there was something to lose').toBeGreaterThan(CRASHES);
});
