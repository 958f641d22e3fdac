// @ts-check
import { checkAccessibility, expect, fileOf, latin, open, test } from './support.mjs';

test('a mark shows its tooltip on hover and on focus, and Escape closes it', async ({ page }) => {
  await open(page, 's4');
  const figure = page.locator('figure[data-view="s4-paid-planned"]');
  const canvas = figure.locator('[data-part="plot"] canvas');
  await canvas.scrollIntoViewIfNeeded();
  await expect(canvas, 'it says which keys there are').toHaveAccessibleDescription(/کلیدهای جهت/);
  await canvas.focus();
  const tooltip = figure.locator('[role="tooltip"]');
  await expect(tooltip).toBeVisible();
  await expect(tooltip).toContainText('۵۸۰');
  await page.keyboard.press('ArrowDown');
  await expect(tooltip).toContainText('۷۰۰');
  await expect(page.locator('#status')).toContainText('۷۰۰');
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await expect(tooltip).toBeHidden();
});

test('the source of a mark is one key away and the focus comes back', async ({ page }) => {
  await open(page, 's4');
  const figure = page.locator('figure[data-view="s4-paid-planned"]');
  const canvas = figure.locator('[data-part="plot"] canvas');
  await canvas.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await expect(card).toContainText('۵۸۰');
  await expect(card.locator('blockquote')).toContainText('پرداخت کرد');
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(canvas).toBeFocused();
});

test('the table is an equal view, sorts, and each figure leads to its source', async ({ page }) => {
  await open(page, 's2');
  const figure = page.locator('figure[data-view="s2-unemployment-dots"]');
  await figure.locator('button[data-action="table"]').click();
  const rows = figure.locator('tbody tr');
  expect(await rows.count()).toBeGreaterThanOrEqual(24);
  const head = figure.locator('thead th').nth(1);
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const value = figure.locator('thead th.number').first();
  for (const [order, sign] of /** @type {const} */ ([['ascending', 1], ['descending', -1]])) {
    await value.getByRole('button').click();
    await expect(value).toHaveAttribute('aria-sort', order);
    const shown = await figure.locator('tbody tr').evaluateAll((all) => all.map((row) => row.querySelector('.number')?.firstChild?.textContent ?? ''));
    const numbers = shown.map((text) => sign * Number.parseFloat(latin(text).replace('٫', '.')));
    expect(numbers.every((number) => Number.isFinite(number)), shown.join(' ')).toBe(true);
    expect(numbers).toEqual([...numbers].sort((left, right) => left - right));
  }
  await figure.locator('tbody button[data-action="source"]').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('on a phone a table stands as cards, and is sorted by touch', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await open(page, 's2');
  const figure = page.locator('figure[data-view="s2-unemployment-dots"]');
  await figure.locator('button[data-action="table"]').tap();
  const head = figure.locator('thead th').first();
  await head.getByRole('button').tap();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const names = await figure.locator('tbody th').allTextContents();
  expect(names.length).toBeGreaterThanOrEqual(24);
  expect(names).toEqual([...names].sort(new Intl.Collator('fa').compare));
  // A column that says the same in every row has nothing to sort by.
  await expect(figure.locator('thead').getByText('دوره')).toBeHidden();
  await context.close();
});

test('the map steps to the tile that lies beside on screen', async ({ page }) => {
  await open(page, 'index');
  const canvas = page.locator('figure[data-view="overview-rural-map"] [data-part="plot"] canvas');
  await canvas.focus();
  const status = page.locator('#status');
  // The tile that is focused first is announced at once.
  await expect(status).toContainText('۱۳۹۵');
  const spoken = [await status.textContent()];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home']) {
    await page.keyboard.press(key);
    // Each step lands on another tile than the one before, and what is said of it may come a moment later.
    await expect(status).not.toHaveText(spoken.at(-1) ?? '');
    spoken.push(await status.textContent());
  }
  expect([spoken[1], spoken[0]]).toEqual([spoken[3], spoken[4]]);
  expect(new Set(spoken).size).toBe(3);
});

test('letters lead to the province whose name begins with them', async ({ page }) => {
  await open(page, 'index');
  const canvas = page.locator('figure[data-view="overview-rural-map"] [data-part="plot"] canvas');
  await canvas.focus();
  // The driver knows no Persian keyboard.
  const type = async (/** @type {string} */ letters) => {
    for (const key of letters) await canvas.dispatchEvent('keydown', { key });
  };
  const said = page.locator('#status');
  await type('گ');
  await expect(said).toContainText('گیلان');
  await type('گ');
  await expect(said).toContainText('گلستان');
  // The letters of a name may have a space between them, which opens no source then.
  await page.waitForTimeout(1000);
  await type('خراسان ج');
  await expect(said).toContainText('خراسان جنوبی');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('letters outside a chart belong to the reader’s own tools', async ({ page }) => {
  await open(page, 'index');
  const seen = () => page.evaluate(() => [document.body.innerText, scrollY, document.activeElement === document.body, location.href]);
  const before = await seen();
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') await page.keyboard.press(letter);
  await page.waitForTimeout(300);
  expect(await seen()).toEqual(before);
});

test('nothing moves for who asks for no motion', async ({ page }) => {
  await open(page, 's4');
  const figure = page.locator('figure[data-view="s4-paid-planned"]');
  await figure.locator('[data-part="plot"] canvas').focus();
  await expect(figure.locator('[role="tooltip"]')).toBeVisible();
  /** The most that moved longer than 100 ms at once, while the tooltip goes to another figure. @param {string} key */
  const moving = async (key) => {
    await page.keyboard.press(key);
    return page.evaluate(async () => {
      let most = 0;
      for (const begin = performance.now(); performance.now() - begin < 500; await new Promise(requestAnimationFrame)) {
        const long = document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 100);
        most = Math.max(most, long.length);
      }
      return most;
    });
  };
  expect(await moving('ArrowDown'), 'the tooltip slides').toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving('ArrowUp')).toBe(0);
});

test('a finger opens the tooltip of the mark it meets, and its source at the second touch', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 }, baseURL });
  const page = await context.newPage();
  await open(page, 's4');
  const canvas = page.locator('figure[data-view="s4-paid-planned"] [data-part="plot"] canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('no canvas');
  // The second of two bars: the first would also be met by jumping to the first mark.
  const tap = () => page.touchscreen.tap(box.x + box.width * 0.8, box.y + box.height * 0.75);
  await tap();
  const tooltip = page.locator('[role="tooltip"]:visible');
  await expect(tooltip).toContainText('۷۰۰');
  await expect(page.locator('#status')).toContainText('۷۰۰');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await tap();
  await expect(page.locator('dialog[open]')).toContainText('۷۰۰');
  await page.keyboard.press('Escape');
  await expect(tooltip).toContainText('۷۰۰');
  await context.close();
});

test('language and theme change without a reload and stay in the address', async ({ page }) => {
  await open(page, 'index');
  await page.evaluate(() => { /** @type {any} */ (window).sameDocument = true; });
  await page.locator('[data-set-lang="en"]').first().click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('figure[data-view="overview-rural-map"] [data-part="title"]')).toContainText(/[A-Za-z]/);
  expect(page.url()).toContain('lang=en');
  expect(await page.evaluate(() => /** @type {any} */ (window).sameDocument)).toBe(true);
});

test('downloads need no network', async ({ page }) => {
  await open(page, 's4');
  const figure = page.locator('figure[data-view="s4-paid-planned"]');
  for (const [label, start] of [['CSV', '\uFEFF'], ['SVG', '<']]) {
    await figure.locator('[data-action="download"]').click();
    const [download] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: label }).click()]);
    const stream = await download.createReadStream();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString('utf8').startsWith(start)).toBe(true);
    await figure.locator('[data-action="download"]').click();
  }
});

test('pictures come in three sizes, and drawings bring the font that they were measured for', async ({ page }) => {
  await open(page, 's4');
  const figure = page.locator('figure[data-view="s4-paid-planned"]');
  const file = (/** @type {string} */ label) => fileOf(page, figure, label);
  const drawing = (await file('SVG')).bytes.toString('utf8');
  expect(drawing.match(/url\(data:font\/woff2;base64,[A-Za-z0-9+/=]{1000,}\)/g)).toHaveLength(2);
  const width = Number(/<svg[^>]* width="(\d+)"/.exec(drawing)?.[1]);
  for (const [scale, label, ending] of /** @type {const} */ ([[1, '۱×', '.png'], [2, '۲×', '.2x.png'], [3, '۳×', '.3x.png']])) {
    const { name, bytes } = await file(label);
    expect(name).toBe(`hamyar-s4-paid-planned${ending}`);
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(width * scale);
  }
});

test('explore offers only the places that have figures of the measure, and draws each', async ({ page }) => {
  await open(page, 'explore', { query: '&measure=coop_active_count' });
  const within = page.locator('#explore-within option');
  await expect(within).toHaveText(['همهٔ کشور', 'اردبیل', 'سیستان و بلوچستان']);
  for (const place of ['24', '11']) {
    await page.selectOption('#explore-within', place);
    await expect(page.locator('#explore-figure')).toHaveAttribute('data-state', 'ready');
    await expect(page.locator('#explore-period option')).toHaveCount(1);
  }
});

test('lists that the pages write themselves are left as they are', async ({ page }) => {
  await open(page, 'about');
  await expect(page.locator('.figure-list li')).toHaveCount(6);
});
