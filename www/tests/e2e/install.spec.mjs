// @ts-check
// What a phone or desktop needs to keep Hamyar as an app, by Chromium's own verdict.
import { expect, test } from './support.mjs';

/** Width and height that a PNG says of itself. @param {Buffer} bytes */
const sizeOf = (bytes) => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;

test('Chromium finds nothing that keeps it from being installed, in a folder of its own', async ({ page }) => {
  await page.goto('/index.html');
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  const { errors, manifest, url } = /** @type {any} */ (await session.send('Page.getAppManifest'));
  expect(errors).toEqual([]);
  expect(url).toMatch(/\/manifest\.webmanifest$/);
  expect(manifest.id).toBe(new URL('./', url).href);
  expect(manifest.shortcuts).toHaveLength(4);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // A private window installs nothing; whoever tests in one is told so first.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('each icon has the size and type that the manifest says, and each shortcut leads to a page', async ({ page, request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  const icons = [...manifest.icons, ...manifest.shortcuts.flatMap((/** @type {{icons: object[]}} */ one) => one.icons)];
  for (const size of ['192x192', '512x512']) expect(manifest.icons.some((/** @type {any} */ one) => one.sizes === size && one.purpose === 'any')).toBe(true);
  expect(manifest.icons.filter((/** @type {any} */ one) => one.purpose === 'maskable')).toHaveLength(1);
  for (const { src, sizes, type } of [...icons, { src: 'icons/hamyar-180.png', sizes: '180x180', type: 'image/png' }]) {
    const answer = await request.get(`/${src}`);
    expect(answer.headers()['content-type'], src).toBe(type);
    if (type === 'image/png') expect(sizeOf(await answer.body()), src).toBe(sizes);
  }
  for (const { url, name } of manifest.shortcuts) {
    await page.goto(`/${url}`);
    await expect(page.locator('html'), name).toHaveAttribute('data-ready', 'true', { timeout: 20_000 });
    await expect(page.locator('link[rel="apple-touch-icon"]')).toHaveAttribute('href', 'icons/hamyar-180.png');
  }
});
