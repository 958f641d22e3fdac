// A database that was emptied behind our back is never taken for a first start.
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, rows, submit, test } from '../store/fixture.mjs';

/** @param {import('@playwright/test').Page} page */
async function work(page, open) {
  expect((await open(page)).state).toBe('first');
  for (const number of [1, 2, 3]) await submit(page, `observation/${number}`, `${number}`);
}

const gone = { state: 'vanished', found: 0, expected: expect.objectContaining({ count: 3, sequence: 3 }) };

test('deleted by another page: said at once, and nothing is written over it', async ({ page, open, context, site }) => {
  await work(page, open);
  const other = await context.newPage();
  await other.goto(`${site}/tests/store/empty.html`);
  await other.evaluate(() => new Promise((resolve) => {
    indexedDB.deleteDatabase('hamyar').onsuccess = resolve;
  }));
  await expect.poll(() => page.evaluate(() => harness.outcome())).toMatchObject(gone);
  expect(await page.evaluate(() => harness.types())).toContain('vanished');
  expect(await submit(page, 'observation/9', '9')).toEqual({ error: 'vanished' });
  expect(await page.evaluate(() => harness.store.keepPackage('1', new Map()))).toBe(false);
  const next = await context.newPage();
  expect(await open(next)).toMatchObject(gone);
});

test('cleared by the browser while the page is open', async ({ page, open, context, site }) => {
  await work(page, open);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'indexeddb' });
  await expect.poll(() => page.evaluate(() => harness.outcome())).toMatchObject(gone);
  expect(await submit(page, 'observation/9', '9')).toEqual({ error: 'vanished' });
  expect(await open(page), 'and after a reload').toMatchObject(gone);
});

test('the person restores a backup, or goes on without', async ({ page, open, context, site }) => {
  await work(page, open);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'indexeddb' });
  expect(await open(page)).toMatchObject(gone);
  const restored = await page.evaluate(() => harness.restore({ 'observation/1': '1', 'observation/2': '2' }));
  expect(restored.saved).toMatchObject({ count: 2, sequence: 2 });
  expect(await page.evaluate(() => harness.outcome())).toMatchObject({ state: 'ready' });
  expect(await open(page)).toMatchObject({ state: 'ready' });
  expect((await rows(page)).own).toEqual({ 'observation/1': '1', 'observation/2': '2' });

  await devtools.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'indexeddb' });
  expect((await open(page)).state).toBe('vanished');
  const begun = await page.evaluate(() => harness.store.startAgain());
  expect(begun.saved).toMatchObject({ count: 0, sequence: 0 });
  expect(await open(page)).toMatchObject({ state: 'ready' });
  expect(await submit(page, 'observation/1', 'new')).toEqual({ saved: 'new' });
});

test('records that are missing are noticed, and those left can be kept', async ({ page, open }) => {
  await work(page, open);
  await page.evaluate(async () => {
    const db = await new Promise((resolve) => {
      indexedDB.open('hamyar').onsuccess = (event) => resolve(event.target.result);
    });
    const tx = db.transaction('records', 'readwrite');
    tx.objectStore('records').delete('observation/2');
    await new Promise((resolve) => (tx.oncomplete = resolve));
    db.close();
  });
  expect(await open(page)).toMatchObject({ state: 'vanished', found: 2, expected: { count: 3 } });
  await page.evaluate(() => harness.store.startAgain());
  expect(await open(page)).toMatchObject({ state: 'ready' });
  expect(Object.keys((await rows(page)).own)).toEqual(['observation/1', 'observation/3']);
});

test('the file remembers when localStorage was cleared too', async ({ page, open, context, site }) => {
  await work(page, open);
  const witness = () => page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('hamyar.marker')).getFile();
    return JSON.parse(await file.text()).sequence;
  });
  // The file is there, still empty, before its first words are in it.
  await expect(async () => expect(await witness()).toBe(3)).toPass({ timeout: 10_000 });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'indexeddb,local_storage' });
  expect(await open(page)).toMatchObject(gone);
});

test('when everything is cleared it is a first start', async ({ page, open, context, site }) => {
  await work(page, open);
  const devtools = await context.newCDPSession(page);
  await page.goto('about:blank');
  await devtools.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'all' });
  expect(await open(page)).toMatchObject({ state: 'first' });
});

test('the loss of a marker alone loses nothing', async ({ page, open }) => {
  await work(page, open);
  await page.evaluate(() => localStorage.clear());
  expect(await open(page)).toMatchObject({ state: 'ready' });
  expect(await page.evaluate(() => JSON.parse(localStorage.getItem('hamyar.marker') ?? '{}').sequence)).toBe(3);
});

/** Files of the database on the disk, by kind. */
const damages = {
  'the folder removed': async (folder) => rm(folder, { recursive: true }),
  'the log emptied': async (folder) => {
    for (const name of await readdir(folder)) if (name.endsWith('.log')) await truncate(join(folder, name), 0);
  },
  'the manifest damaged': async (folder) => {
    for (const name of await readdir(folder)) {
      if (name.startsWith('MANIFEST')) await writeFile(join(folder, name), Buffer.alloc(64, 0xa5));
    }
  },
};

for (const [name, damage] of Object.entries(damages)) {
  test(`on the disk: ${name}`, async ({ open, playwright, launchOptions }) => {
    await withProfile(playwright, launchOptions, async (launch, folder) => {
      await launch(async (page) => {
        await work(page, open);
        await page.waitForTimeout(200);
      });
      await damage(await folder());
      await launch(async (page) => {
        expect(await open(page)).toMatchObject({ state: 'vanished', expected: { count: 3, sequence: 3 } });
        expect(await submit(page, 'observation/9', '9')).toEqual({ error: 'vanished' });
      });
    });
  });
}

test('on the disk: a database that does not open any more', async ({ open, playwright, launchOptions }) => {
  await withProfile(playwright, launchOptions, async (launch, folder) => {
    await launch((page) => work(page, open));
    await writeFile(join(await folder(), 'CURRENT'), 'no manifest');
    await launch(async (page) => {
      const { state } = await open(page);
      expect(['broken', 'vanished']).toContain(state);
      expect(await submit(page, 'observation/9', '9')).toEqual({ error: state });
      if (state === 'broken') await page.evaluate(() => harness.store.discard());
      expect(await page.evaluate(() => harness.outcome())).toMatchObject({ state: 'vanished' });
      expect((await page.evaluate(() => harness.restore({ 'observation/1': '1' }))).saved).toBeTruthy();
      expect(await open(page)).toMatchObject({ state: 'ready' });
    });
  });
});

/** Runs a browser twice on one profile, which lies on the disk. */
async function withProfile(playwright, launchOptions, run) {
  const profile = await mkdtemp(join(tmpdir(), 'hamyar-profile-'));
  const launch = async (visit) => {
    const context = await playwright.chromium.launchPersistentContext(profile, launchOptions);
    await visit(await context.newPage());
    await context.close();
  };
  const folder = async () => {
    const all = join(profile, 'Default', 'IndexedDB');
    const [name] = (await readdir(all)).filter((name) => name.endsWith('.leveldb'));
    return join(all, name);
  };
  try {
    await run(launch, folder);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
