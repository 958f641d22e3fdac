// @ts-check
// The page that makes snippets: what it makes is pasted into pages of another origin, under the policy that it names and no more.
import { expect, test as plain } from '@playwright/test';
import { policy, WAYS } from '../../js/builder/snippet.js';
import { publish } from '../host/published.mjs';
import { listen } from '../host/serve.mjs';
import { checkAccessibility, expectToFit, open, test, watch } from './support.mjs';

const NAMES = ['s4-paid-planned', 's2-rural-rank', 'example-monthly-line'];
/** @type {Awaited<ReturnType<typeof publish>>} */
let published;

plain.beforeAll(async () => { published = await publish(NAMES, { isPlain: true }); });
plain.afterAll(() => published.close());

/** @param {import('@playwright/test').Page} page @param {'snippet' | 'policy'} what */
const field = (page, what) => page.locator('textarea.snippet').nth(what === 'snippet' ? 0 : 1);

/**
 * A page of somebody else that holds a snippet, with nothing allowed beyond what the builder names; it fails on any error.
 * @param {import('@playwright/test').Page} page @param {string} snippet @param {string} policy @param {string[]} origins @param {() => Promise<void>} act
 */
async function paste(page, snippet, policy, origins, act) {
  const host = await listen(async () => ({
    body: `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>میزبان</title></head><body>${snippet}</body></html>`,
    headers: { 'content-security-policy': `default-src 'none'; ${policy.includes('img-src') ? policy : `${policy}; img-src data:`}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'` },
  }));
  const faults = await watch(page, [host.origin, ...origins]);
  try {
    await page.goto(host.origin);
    await act();
    expect(faults).toEqual([]);
  } finally {
    host.close();
  }
}

/** What a builder has made, once it has. @param {import('@playwright/test').Page} page */
async function made(page) {
  await expect(field(page, 'snippet')).toHaveValue(/[^]{100}/);
  return { snippet: await field(page, 'snippet').inputValue(), policy: await field(page, 'policy').inputValue() };
}

for (const [lang, theme] of /** @type {const} */ ([['fa', 'light'], ['en', 'dark']])) {
  for (const way of /** @type {const} */ (['element', 'frame', 'figure'])) {
    plain(`what is made is pasted, under the policy that is named: ${way}, ${lang}, ${theme}`, async ({ page, context }) => {
      await page.goto(`${published.base}builder.html?view=s2-rural-rank&way=${way}&of=${lang}&look=${theme}`);
      const { snippet, policy } = await made(page);
      const guest = await context.newPage();
      await paste(guest, snippet, policy, [published.origin], async () => {
        const living = way === 'frame' ? guest.locator('iframe').contentFrame() : guest;
        const figure = living.locator(way === 'figure' ? 'figure.figure' : 'hamyar-chart figure[data-state="ready"]').last();
        if (way === 'figure') await expect(figure).toBeVisible();
        else await expect(living.locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
        await expect(figure.locator('h2').first()).toHaveText(lang === 'fa' ? /روستا/ : /[Rr]ural/);
        const ground = await figure.evaluate((one) => getComputedStyle(one).backgroundColor);
        expect(ground).toBe(theme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(19, 30, 39)');
        if (way === 'frame') await expect.poll(() => guest.locator('iframe').evaluate((one) => [one.clientHeight > 300, one.clientHeight])).toEqual([true, await living.locator('body').evaluate((body) => body.scrollHeight)]);
      });
    });
  }
}

plain('the figure alone has one drawing at each width, from 320 px, and reads without its style sheet', async ({ page, context }) => {
  await page.goto(`${published.base}builder.html?view=s2-rural-rank&way=figure`);
  const { snippet, policy } = await made(page);
  const guest = await context.newPage();
  await paste(guest, snippet, policy, [published.origin], async () => {
    for (const width of [1280, 320]) {
      await guest.setViewportSize({ width, height: 900 });
      await expect(guest.locator('figure svg[role="img"]:visible')).toHaveCount(1);
      await expectToFit(guest, `${width} px`);
    }
    await guest.locator('details[data-part="table"] summary').click();
    await expect(guest.locator('tbody tr').first()).toBeVisible();
    await expectToFit(guest, 'with its table');
  });
  await paste(guest, snippet.replace(/<link[^>]*>\n/, ''), '', [], async () => {
    await expect(guest.locator('figure svg[role="img"]').first()).toBeVisible();
    await expect(guest.locator('figure h2')).toBeVisible();
  });
});

plain('without wasm-unsafe-eval a chart that is pasted stays as it was written', async ({ page, context }) => {
  await page.goto(`${published.base}builder.html?view=s2-rural-rank&way=element`);
  const { snippet, policy } = await made(page);
  const guest = await context.newPage();
  await expect(paste(guest, snippet, policy.replace(" 'wasm-unsafe-eval'", ''), [published.origin], async () => {
    await expect(guest.locator('hamyar-chart')).toContainText('تعاملی نمی‌شود', { timeout: 20_000 });
    await expect(guest.locator('hamyar-chart figure svg').first()).toBeVisible();
  }), 'the browser tells of it').rejects.toThrow(/WebAssembly|wasm/);
});

test('the site’s own builder makes what works elsewhere too, by the names of its views', async ({ page, context, baseURL }) => {
  await open(page, 'builder', { query: '&view=s4-paid-planned' });
  const origin = new URL(String(baseURL)).origin;
  for (const way of WAYS) {
    await page.locator(`#way-${way}`).check();
    await expect(field(page, 'snippet')).toHaveValue({ element: /<hamyar-chart view="s4-paid-planned"/, frame: /<iframe/, figure: /^<link[^>]*>\n<figure/ }[way]);
    const { snippet, policy } = await made(page);
    const guest = await context.newPage();
    await paste(guest, snippet, policy, [origin], async () => {
      const shown = way === 'figure' ? guest.locator('figure svg[role="img"]:visible') : (way === 'frame' ? guest.locator('iframe').contentFrame() : guest).locator('canvas[tabindex]');
      await expect(shown).toBeVisible({ timeout: 20_000 });
    });
    await guest.close();
  }
});

test('chart, way, language and colours are seen in both frames, in the snippet and in the address', async ({ page }) => {
  await open(page, 'builder');
  const frames = page.locator('.preview iframe');
  await expect(frames).toHaveCount(2);
  expect(await frames.evaluateAll((all) => all.map((one) => one.clientWidth))).toEqual([720, 360]);
  // A browser complains of what a frame was fetching when it is taken away.
  const drawn = async () => { for (const frame of await frames.all()) await expect(frame.contentFrame().locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 }); };
  for (const choose of [
    () => page.locator('#builder-chart').selectOption('s2-rural-rank'),
    () => page.locator('.segmented [lang="en-GB"]').last().click(),
    () => page.locator('.builder-fields .segmented').last().getByText('تیره').click(),
    () => page.locator('#way-frame').check(),
  ]) {
    await drawn();
    await choose();
  }
  await drawn();
  for (const frame of await frames.all()) {
    await expect(frame.contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(frame.contentFrame().locator('h2')).toHaveText(/[Rr]ural/);
  }
  await expect(field(page, 'snippet')).toHaveValue(/view=s2-rural-rank&amp;lang=en&amp;theme=dark/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ view: 's2-rural-rank', way: 'frame', of: 'en', look: 'dark' });
  // The frame is as high as it is seen here, where a page cannot ask.
  await expect.poll(async () => {
    const [height] = await frames.evaluateAll((all) => all.map((one) => one.clientHeight));
    return height > 300 && (await field(page, 'snippet').inputValue()).includes(`height="${height}"`);
  }).toBe(true);
  await page.reload();
  await expect(page.locator('#builder-chart')).toHaveValue('s2-rural-rank');
  await expect(field(page, 'snippet')).toHaveValue(/theme=dark/);
});

plain('what is chosen in the preview is in the snippet, and in the chart that is pasted', async ({ page, context }) => {
  await page.goto(`${published.base}builder.html?view=s2-rural-rank&way=element`);
  await made(page);
  const chart = page.locator('.preview iframe').first().contentFrame();
  await chart.locator('[data-action="table"]').click();
  await expect(field(page, 'snippet')).toHaveValue(/ state="1\.t/);
  await expect(page.locator('.builder-chosen')).toContainText('در پاره آمده است');
  const { snippet, policy } = await made(page);
  const guest = await context.newPage();
  await paste(guest, snippet, policy, [published.origin], async () => {
    await expect(guest.locator('hamyar-chart .hamyar-root table')).toBeVisible({ timeout: 20_000 });
  });
  await page.locator('.builder-chosen button').click();
  await expect(field(page, 'snippet')).not.toHaveValue(/ state=/);
  await expect(chart.locator('canvas[tabindex]')).toBeVisible();
});

test('the address of the site is what somebody writes, and what is none is told', async ({ page }) => {
  await open(page, 'builder');
  const { snippet } = await made(page);
  await expect(page.locator('#builder-base-message')).toContainText('تنها روی همین دستگاه');
  await page.locator('#builder-base').fill('https://amar.example.ir/charts');
  await expect(page.locator('#builder-base-message')).toHaveText('');
  await expect(field(page, 'snippet')).toHaveValue(/https:\/\/amar\.example\.ir\/charts\/embed\/hamyar-chart\.js/);
  await expect(field(page, 'policy')).toHaveValue(/script-src https:\/\/amar\.example\.ir /);
  const kept = await field(page, 'snippet').inputValue();
  expect(kept).not.toBe(snippet);
  for (const wrong of ['amar', 'javascript:alert(1)', '']) {
    await page.locator('#builder-base').fill(wrong);
    await expect(page.locator('#builder-base')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('#builder-base-message')).toContainText('نشانیِ یک سایت نیست');
    await expect(field(page, 'snippet')).toHaveValue(kept);
  }
});

test('a snippet is copied, and where it cannot be it is selected', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'builder', { lang: 'en' });
  const { snippet, policy } = await made(page);
  await page.locator('[data-action="copy"]').click();
  await expect(page.locator('[data-action="copy"]')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(snippet);
  // A page without HTTPS has the old way, and some browsers none.
  const read = await page.evaluateHandle(() => navigator.clipboard);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.locator('[data-action="copyPolicy"]').click();
  await expect(page.locator('[data-action="copyPolicy"]')).toHaveText('Copied');
  expect(await read.evaluate((clipboard) => clipboard.readText())).toBe(policy);
  await page.evaluate(() => { document.execCommand = () => false; });
  await page.locator('[data-action="copy"]').click();
  await expect(page.locator('[data-builder] [role="status"]').last()).toContainText('It is selected');
  expect(await page.evaluate(() => String(getSelection()))).toBe(snippet);
});

test('in the other language the page begins anew with what was chosen', async ({ page }) => {
  await open(page, 'builder', { query: '&view=s2-rural-rank&way=figure' });
  await page.locator('[data-set-lang="en"]').click();
  await expect(page.locator('[data-builder] .lead')).toContainText('Choose a chart');
  await expect(page.locator('#builder-chart')).toHaveValue('s2-rural-rank');
  await expect(page.locator('#way-figure')).toBeChecked();
  await expect(page.locator('[data-builder]')).not.toContainText('پاره');
});

test('the page on security names the policies that the builder makes', async ({ page }) => {
  await open(page, 'security');
  for (const way of WAYS) await expect(page.locator(`code[data-way="${way}"]`)).toHaveText(policy(way, 'https://hamyar.example/'));
});

plain('a figure that cannot be had leaves no snippet of the chart before, and is told; the next choice mends it', async ({ page }) => {
  await page.goto(`${published.base}builder.html?view=s4-paid-planned&way=figure`);
  await made(page);
  const pattern = '**/s2-rural-rank.fa.figure.html';
  for (const answer of /** @type {const} */ (['abort', 404])) {
    await page.route(pattern, (route) => (answer === 'abort' ? route.abort() : route.fulfill({ status: answer, body: '<h1>not found</h1>' })));
    await page.locator('#builder-chart').selectOption('s2-rural-rank');
    await expect(page.locator('[data-builder] > [role="status"]')).toContainText('پاره‌ای ساخته نشد');
    await expect(field(page, 'snippet')).toHaveValue('');
    await page.unroute(pattern);
    await page.locator('#builder-chart').selectOption('s4-paid-planned');
    await expect(field(page, 'snippet')).toHaveValue(/data-view="s4-paid-planned"/);
    await expect(page.locator('[data-builder] > [role="status"]')).toHaveText('');
  }
});

plain('a name that no chart has leads to the nearest one, with a notice; a site without charts says so', async ({ page }) => {
  await page.goto(`${published.base}builder.html?view=s2-rural-rnk`);
  await expect(page.locator('#builder-chart')).toHaveValue('s2-rural-rank');
  await expect(page.locator('[data-builder] [role="note"]')).toContainText('s2-rural-rnk');
  await page.route('**/catalogue.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), charts: [] } });
  });
  await page.reload();
  await expect(page.locator('[data-builder] [role="alert"]')).toHaveText('این سایت هنوز نموداری ندارد.');
});

plain('a list of charts that cannot be had is told', async ({ page }) => {
  await page.route('**/catalogue.json', (route) => route.abort());
  await page.goto(`${published.base}builder.html`);
  await expect(page.locator('[data-builder] [role="alert"]')).toContainText('اینترنت');
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  plain(`the builder of a published site is accessible and fits, alive, from 320 px (${colorScheme})`, async ({ page }) => {
    const faults = await watch(page, [published.origin]);
    await page.emulateMedia({ colorScheme });
    for (const name of ['builder', 'builder.en']) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${published.base}${name}.html`);
      await made(page);
      await checkAccessibility(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectToFit(page, name);
      await checkAccessibility(page);
    }
    expect(faults).toEqual([]);
  });
}
