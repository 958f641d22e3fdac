// @ts-check
// The ranking whose weights can be moved, on the page that speaks of one without any figure.
import { readFileSync } from 'node:fs';
import { checkAccessibility, expect, expectToFit, latin, open, press, test } from './support.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** By the published weights: name, rank, score and band. `tests/suite/ranking` has the same list. */
const PUBLISHED = [
  ['4', '1', '845.00', 'National'], ['7', '2', '762.50', 'National'], ['1', '3', '642.25', 'National'],
  ['3', '4', '579.00', 'Provincial'], ['8', '4', '579.00', 'Provincial'], ['5', '6', '488.75', 'Provincial'],
  ['2', '7', '405.50', 'Provincial'], ['6', '8', '283.75', 'no band'],
].map(([name, ...rest]) => [`Example co-op ${name}`, ...rest]);
const WITHOUT = 'Example co-op 9';

/** @param {Page} page @param {{lang?: 'fa'|'en', theme?: 'light'|'dark'}} [options] */
async function openRanking(page, options) {
  await open(page, 's3', options);
  await page.locator('[data-ranking]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-ranking]')).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
}

/** The list as it is shown. @param {Page} page */
const list = (page) => page.locator('.ranking-row').evaluateAll((rows) => rows.map((row) =>
  ['.ranking-name > span', '.ranking-rank', '.ranking-score', '.ranking-band'].map((part) => String(row.querySelector(part)?.textContent))));

/** A slider by the first words of its label. @param {Page} page @param {string} name */
const slider = (page, name) => page.getByRole('slider', { name });
/** @param {Page} page */
const status = (page) => page.locator('.ranking-status');

/** Sets a slider as a pointer does: steps, then rest. @param {Page} page @param {string} name @param {number} value */
async function set(page, name, value) {
  await slider(page, name).evaluate((input, text) => {
    /** @type {HTMLInputElement} */ (input).value = text;
    for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  }, String(value));
}

test('the published list, and below it who has no rank, with the reason', async ({ page }) => {
  await openRanking(page, { lang: 'en' });
  expect(await list(page)).toEqual(PUBLISHED);
  const last = page.locator('.ranking-table tbody > tr').last();
  await expect(last).toContainText(WITHOUT);
  await expect(last).toContainText('No rank: it has no value for Growth of sales');
  await expect(page.locator('.ranking-sum')).toContainText('add up to 1,000.');
  for (const part of ['.badge-example', '.ranking-table caption']) await expect(page.locator(`.ranking ${part}`)).toContainText('Example, not real data');
  await expect(page.locator('#ranking-name')).toContainText('Made-up example');
  await press(page, '[data-set-lang="fa"]');
  const fa = await list(page);
  expect(fa.map((row) => latin(row[1]))).toEqual(PUBLISHED.map((row) => row[1]));
  expect(fa[2]).toEqual(['تعاونی نمونهٔ ۱', '۳', '۶۴۲٫۲۵', 'ملی']);
  await expect(page.locator('#ranking-name')).toContainText('نمونهٔ ساختگی');
});

test('another weight gives another order and says so; the published weights give the published list again', async ({ page }) => {
  await openRanking(page, { lang: 'en' });
  await set(page, 'Points of the jury', 1000);
  await expect(page.locator('.ranking-sum')).toContainText('add up to 1,700, not 1,000; they are scaled to 1,000');
  const counted = await page.locator('.ranking-counted').allTextContents();
  expect(counted.map((text) => text.replace('counts as ', ''))).toEqual(['588.24', '147.05', '117.65', '58.82', '88.24']);
  await expect(slider(page, 'Points of the jury')).toHaveAttribute('aria-valuetext', '1,000; counts as 588.24');
  await expect(status(page)).toContainText('Ranks changed: Example co-op 2 from rank 7 to 5');
  await expect(status(page)).toContainText('Bands changed: ');
  const moved = await list(page);
  expect(moved.map((row) => row[0])).not.toEqual(PUBLISHED.map((row) => row[0]));
  await expect(page.locator('.ranking-row', { hasText: 'Example co-op 2' })).toContainText('published: 7');

  await page.getByRole('button', { name: 'Restore the published weights' }).click();
  expect(await list(page)).toEqual(PUBLISHED);
  await expect(status(page)).toContainText('The published weights are back. Ranks changed: ');
  await expect(slider(page, 'Points of the jury')).toHaveValue('300');
});

test('weights in the same proportions change nothing; weights of nothing rank nobody and say why', async ({ page }) => {
  await openRanking(page, { lang: 'en' });
  const names = ['Points of the jury', 'Jobs created', 'Growth of sales', 'Accidents', 'Members'];
  for (const [place, name] of names.entries()) await set(page, name, [600, 500, 400, 200, 300][place]);
  expect(await list(page)).toEqual(PUBLISHED);
  await expect(status(page)).toContainText('The order of the list did not change.');
  for (const name of names) await set(page, name, 0);
  await expect(page.locator('.ranking-table')).toBeHidden();
  await expect(status(page)).toContainText('Set at least one weight above zero.');
  expect(await page.locator('.ranking-set').allTextContents()).toEqual(['0', '0', '0', '0', '0']);
  await set(page, 'Members', 10);
  await expect(page.locator('.ranking-table')).toBeVisible();
  await expect(status(page)).toContainText('Ranks changed: ');
});

/** What a written sum gives: digits and signs only, as they stand on the card. @param {string} text */
function computed(text) {
  const sum = text.replace(/,/g, '').replace(/−/g, '-').replace(/×/g, '*').replace(/÷/g, '/');
  expect(sum, 'nothing but a sum').toMatch(/^[-+*/(). 0-9]+$/);
  return Number(new Function(`return (${sum})`)());
}

for (const lang of /** @type {const} */ (['fa', 'en'])) {
  test(`the sums of every card in ${lang} give the score that is shown`, async ({ page }) => {
    await openRanking(page, { lang });
    for (const weights of [[300, 250, 200, 100, 150], [700, 110, 0, 330, 150]]) {
      const inputs = await page.getByRole('slider').all();
      for (const [place, weight] of weights.entries()) await set(page, String(await inputs[place].evaluate((input) => /** @type {HTMLInputElement} */ (input).labels?.[0].textContent)), weight);
      for (const opener of await page.locator('.ranking-name').all()) {
        await opener.click();
        const card = page.locator(`#${await opener.getAttribute('aria-controls')}`);
        await expect(card).toBeVisible();
        const lines = (await card.locator('li').allTextContents()).map((line) => latin(line).replace(/٬/g, ',').replace(/٫/g, '.'));
        // After the name of the criterion, the sum; in brackets at the end, what it does not say.
        const sums = lines.slice(0, 6).map((line) => line.slice(line.indexOf(': ') + 2).replace(/ \([^()]*[^-−0-9() ][^()]*(\([^()]*\)[^()]*)?\)$/, '').split(/ [=≈] /));
        for (const [left, right] of sums) expect(Math.abs(computed(left) - computed(right)), left).toBeLessThan(5.1e-7);
        const points = sums.slice(0, 5).map(([, right]) => computed(right));
        expect(sums[5][0].split(' + ').map(computed)).toEqual(points);
        const row = opener.locator('xpath=ancestor::tr');
        const shown = latin(await row.locator('.ranking-score').textContent()).replace(/[٬,]/g, '').replace('٫', '.');
        expect(Math.abs(computed(sums[5][1]) - Number(shown)), shown).toBeLessThanOrEqual(0.005 + 1e-9);
        await opener.click();
        await expect(card).toBeHidden();
      }
    }
  });
}

test('everything by keyboard: weights, cards, the published weights', async ({ page }) => {
  await page.clock.install();
  await openRanking(page, { lang: 'en' });
  await slider(page, 'Points of the jury').focus();
  // The clock stands while the key is pressed, so that a slow machine does not rest between two presses.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
  for (let times = 0; times < 70; times += 1) await page.keyboard.press('ArrowUp');
  // A key that is held is told of once, from where the list stood before.
  await expect(status(page)).toBeEmpty();
  await page.clock.runFor(500);
  await expect(status(page)).toContainText('Ranks changed: Example co-op 2 from rank 7 to 5');
  await page.clock.resume();
  for (let times = 0; times < 5; times += 1) await page.keyboard.press('Tab');
  await expect(page.locator('[data-action="restore"]')).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await list(page)).toEqual(PUBLISHED);
  await page.keyboard.press('Tab');
  const first = page.locator('.ranking-name').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('.ranking-card:visible')).toContainText('Sum: 255 + 250 + 110 + 80 + 150 = 845');
  await page.keyboard.press('Space');
  await expect(page.locator('.ranking-card:visible')).toHaveCount(0);
});

test('the list as a file says what it is, and the published files give it again', async ({ page }) => {
  await openRanking(page, { lang: 'fa' });
  const waiting = page.waitForEvent('download');
  await page.locator('.ranking [data-action="csv"]').click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe('hamyar-example-ranking.csv');
  const lines = readFileSync(String(await file.path()), 'utf8').split('\r\n');
  expect(lines[0]).toBe('\uFEFFنمونه، نه دادهٔ واقعی');
  expect(lines.at(-2)).toBe('نمونه، نه دادهٔ واقعی');
  expect(lines.some((line) => line.startsWith('1,تعاونی نمونهٔ ۴,845,ملی,'))).toBe(true);
  for (const name of ['ranking.json', 'ranking-values.csv']) {
    const address = await page.locator(`.ranking-tools a[href$="${name}"]`).getAttribute('href');
    expect((await page.request.get(String(address))).status()).toBe(200);
  }
});

test('where the list cannot be had, the page says so, and tries again', async ({ page, context }) => {
  await context.route('**/ranking.json', (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"id": "broken"}' }));
  await open(page, 's3', { lang: 'en' });
  await page.locator('[data-ranking]').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-ranking]')).toHaveAttribute('data-state', 'error');
  await expect(page.locator('[data-ranking]')).toContainText('This ranking could not be made');
  await context.unroute('**/ranking.json');
  await page.locator('[data-ranking]').getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-ranking]')).toHaveAttribute('data-state', 'ready');
});

for (const lang of /** @type {const} */ (['fa', 'en'])) {
  test(`axe finds nothing in ${lang}, and it fits, also with a card open`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      await openRanking(page, { lang, theme });
      await page.locator('.ranking-name').nth(1).click();
      await page.getByRole('slider').first().press('PageUp');
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await expectToFit(page, `at ${width}`);
        await checkAccessibility(page);
      }
    }
  });
}

test('in forced colours bars are seen, and without motion rows jump to their places', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await openRanking(page, { lang: 'en' });
  const [bar, paper] = await page.locator('.ranking-fill').first().evaluate((fill) => [getComputedStyle(fill).backgroundColor, getComputedStyle(document.body).backgroundColor]);
  expect(bar).not.toBe(paper);
  await set(page, 'Points of the jury', 1000);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
