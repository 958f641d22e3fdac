// @ts-check
// FAULTS E6: a page of somebody else lays a frame of the desk under what a person presses.
import { expect, test } from '@playwright/test';
import { listen } from '../host/serve.mjs';

/** A page of another origin with the desk in a frame. @param {string} address @param {string} [attributes] */
const around = (address, attributes = '') => listen(async () => ({
  body: `<!doctype html><html lang="fa"><title>x</title><link rel="icon" href="data:,"><body><iframe src="${address}" width="1000" height="900" ${attributes}></iframe></body></html>`,
}));

/** As a server without our settings sends it. @param {import('@playwright/test').Page} page */
const withoutHeaders = (page) => page.route('**/desk.html*', async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, headers: { 'content-type': 'text/html; charset=utf-8' } });
});

test('the desk is in no frame of another site where its server says so', async ({ page, baseURL }) => {
  const host = await around(`${baseURL}desk.html`);
  try {
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(host.origin);
    await refused;
    await expect(page.frameLocator('iframe').locator('#desk')).toHaveCount(0);
  } finally {
    host.close();
  }
});

for (const [what, attributes] of /** @type {const} */ ([['a frame', ''], ['a sandbox that leaves it its origin', 'sandbox="allow-scripts allow-same-origin allow-forms"']])) {
  test(`where a server says nothing, the desk itself lets nobody edit in ${what} of another site`, async ({ page, baseURL }) => {
    await withoutHeaders(page);
    const host = await around(`${baseURL}desk.html?lang=fa`, attributes);
    try {
      await page.goto(host.origin);
      const inside = page.frameLocator('iframe');
      await expect(inside.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
      await expect(inside.locator('#desk')).toContainText('در قاب سایت دیگری');
      await expect(inside.locator('#desk').getByRole('link')).toHaveAttribute('target', '_blank');
      await expect(inside.locator('main').locator('button, input, select, textarea, form')).toHaveCount(0);
    } finally {
      host.close();
    }
  });
}

test('in a frame of its own site the desk is what it is', async ({ page, baseURL }) => {
  await page.goto('help.html');
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, `${baseURL}desk.html`);
  await expect(page.frameLocator('iframe').locator('.desk-form')).not.toHaveCount(0, { timeout: 20_000 });
});

test('a chart in a frame of anybody has nothing that changes what is kept', async ({ page, baseURL }) => {
  const host = await around(`${baseURL}embed.html?view=s4-paid-planned&lang=fa`);
  try {
    await page.goto(host.origin);
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('canvas[tabindex]')).toBeVisible({ timeout: 20_000 });
    const offered = await inside.locator('button:visible, summary:visible, input:visible, select:visible, form').evaluateAll((all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.action ?? one.parentElement?.dataset.part));
    expect(offered.sort()).toEqual(['chart', 'description', 'download', 'link', 'source', 'table']);
    expect(await page.frames()[1].evaluate(() => Promise.all([indexedDB.databases(), localStorage.length]))).toEqual([[], 0]);
  } finally {
    host.close();
  }
});
