// @ts-check
import { readFileSync } from 'node:fs';
import { expect, test } from './support.mjs';

const listed = JSON.parse(readFileSync(new URL('../../first-chart.json', import.meta.url), 'utf8'));
/** What a browser asks for that no chart waits for: the whole set for later, and the picture of the tab. */
const LATER = ['sw.js', 'icons/hamyar.svg', 'manifest.webmanifest'];

test('what `size` weighs is what a first visit asks for until its charts stand', async ({ page, baseURL }) => {
  const asked = new Set();
  page.on('request', (request) => {
    const { pathname, protocol } = new URL(request.url());
    if (protocol.startsWith('http')) asked.add(pathname.slice(1) || 'index.html');
  });
  await page.goto(String(baseURL));
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
  expect([...asked].filter((name) => !LATER.includes(name)).sort()).toEqual([...listed].sort());
});
