// The renderer dies while it saves.
import { expect, random, rows, test } from '../store/fixture.mjs';

const CRASHES = process.env.HAMYAR_LONG ? 200 : 20;

test(`${CRASHES} crashes during saves lose no acknowledged save`, async ({ context, open }) => {
  test.setTimeout(CRASHES * 6000);
  const pick = random(17);
  let acknowledged = 0;
  await context.exposeFunction('acknowledged', (number) => (acknowledged = Math.max(acknowledged, number)));
  let saves = 0;
  const verify = async (page) => {
    const outcome = await open(page);
    expect(acknowledged === 0 ? ['first', 'ready'] : ['ready']).toContain(outcome.state);
    const { own, journal } = await rows(page);
    saves = Object.keys(own).length;
    expect(saves, 'acknowledged saves are there').toBeGreaterThanOrEqual(acknowledged);
    expect(journal.map(({ sequence }) => sequence), 'records and journal agree').toEqual(
      Array.from({ length: saves }, (_, at) => at + 1));
    // One assertion: of thousands of entries after each of hundreds of crashes, one each takes longer than the crashes.
    expect(journal.filter(({ key, after }) => own[key] !== after), 'what the journal says is what stands').toEqual([]);
  };
  for (let crash = 0; crash < CRASHES; crash++) {
    const page = await context.newPage();
    await verify(page);
    page.evaluate((from) => harness.saveForEver(from), saves + 1).catch(() => {});
    await page.waitForTimeout(pick(300));
    const devtools = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    devtools.send('Page.crash').catch(() => {});
    await crashed;
    await page.close();
  }
  await verify(await context.newPage());
  expect(saves, 'there was something to lose').toBeGreaterThan(CRASHES);
});
