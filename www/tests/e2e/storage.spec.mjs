// Saving on one page: strict, all or nothing, and never said before it is so.
import { expect, rows, submit, test } from '../store/fixture.mjs';

test('a first start is a first start, and the next one finds what was saved', async ({ page, open }) => {
  expect(await open(page)).toMatchObject({ state: 'first' });
  expect(await submit(page, 'observation/O017', '581')).toEqual({ saved: '581' });
  expect(await open(page)).toMatchObject({ state: 'ready' });
  expect((await rows(page)).own).toEqual({ 'observation/O017': '581' });
});

test('every write is strict, and saved is said after complete', async ({ page, open }) => {
  await page.addInitScript(() => {
    window.writes = [];
    window.order = [];
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const made = transaction.call(this, stores, mode, options);
      if (mode === 'readwrite') {
        window.writes.push(options?.durability);
        made.addEventListener('complete', () => window.order.push('complete'));
      }
      return made;
    };
  });
  await open(page);
  const { writes, order } = await page.evaluate(async () => {
    harness.store.addEventListener('saved', () => window.order.push('saved'));
    for (const value of ['1', '2', '3']) await harness.submit('observation/O017', value);
    const { order } = window;
    await harness.store.keepPackage('1', new Map([['areas.csv', new Uint8Array(9)]]));
    harness.store.keepDraft('add', { value: '5' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await harness.store.dropDraft('add');
    await harness.store.noteBackup();
    return { writes: window.writes, order: order.slice(0, 6) };
  });
  expect(order).toEqual(['complete', 'saved', 'complete', 'saved', 'complete', 'saved']);
  expect(writes).toEqual(Array(7).fill('strict'));
});

test('a full disk at any write point changes nothing, says so, and keeps the form', async ({ page, open }) => {
  await page.addInitScript(() => {
    window.failAt = Infinity;
    window.puts = 0;
    for (const name of ['put', 'add']) {
      const original = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (...values) {
        if (this.name === 'drafts' || ++window.puts !== window.failAt) return original.apply(this, values);
        if (window.aborts) this.transaction.abort();
        throw new DOMException('full', 'QuotaExceededError');
      };
    }
  });
  await open(page);
  await submit(page, 'observation/O017', '580');
  const points = await page.evaluate(() => window.puts);
  expect(points, 'record, journal, meta').toBe(3);
  const before = await rows(page);
  for (const aborts of [false, true]) {
    for (let failAt = 1; failAt <= points; failAt++) {
      await page.evaluate(([aborts, failAt]) => {
        Object.assign(window, { aborts, failAt, puts: 0 });
        harness.store.keepDraft('observation/O017', { value: '581' });
      }, [aborts, failAt]);
      expect(await submit(page, 'observation/O017', '581'), `point ${failAt}`).toEqual({ error: 'quota' });
      expect(await page.evaluate(() => harness.types().at(-1))).toBe('failed');
      expect(await rows(page)).toEqual(before);
      expect(await page.evaluate(() => harness.store.draft('observation/O017'))).toEqual({ value: '581' });
    }
  }
  await page.evaluate(() => (window.failAt = Infinity));
  expect(await submit(page, 'observation/O017', '581')).toEqual({ saved: '581' });
  expect(await page.evaluate(() => harness.store.draft('observation/O017'))).toBe(null);
  expect(await open(page)).toMatchObject({ state: 'ready' });
});

test('a real quota refuses whole transactions', async ({ page, open, site, context }) => {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site, quotaSize: 1_000_000 });
  await open(page);
  const answers = [];
  for (let number = 0; number < 20 && answers.at(-1) !== 'quota'; number++) {
    answers.push(await page.evaluate(async (number) => {
      // Random, since the database packs what repeats.
      const bytes = crypto.getRandomValues(new Uint8Array(50_000));
      const { error } = await harness.submit(`observation/${number}`, Array.from(bytes).join(''));
      return error ?? 'saved';
    }, number));
  }
  expect(answers.at(-1)).toBe('quota');
  expect(answers.length).toBeGreaterThan(1);
  const { own, journal } = await rows(page);
  expect(Object.keys(own)).toHaveLength(answers.length - 1);
  expect(journal).toHaveLength(answers.length - 1);
});

test('a connection closed under its feet is opened again, and the edit is not lost', async ({ page, open }) => {
  await page.addInitScript(() => {
    const opened = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...values) {
      const request = opened.apply(this, values);
      request.addEventListener('success', () => (window.connection = request.result));
      return request;
    };
  });
  await open(page);
  for (let number = 0; number < 20; number++) {
    await page.evaluate(() => window.connection.close());
    expect(await submit(page, 'observation/O017', `${number}`)).toEqual({ saved: `${number}` });
  }
  expect((await rows(page)).journal).toHaveLength(20);
});

test('saving the same transaction twice stores it once', async ({ page, open }) => {
  await open(page);
  const twice = await page.evaluate(async () => {
    const transaction = harness.ledger.change(harness.openForm('observation/O017'), '581');
    const first = await harness.store.save(transaction);
    return [first, await harness.store.save(transaction)];
  });
  expect(twice[1].saved).toEqual(twice[0].saved);
  expect((await rows(page)).journal).toHaveLength(1);
});

/**
 * Waits until a draft lies in the database itself: a browser that is busy may be ended before the
 * rest after the last key stroke is over.
 */
const draftStored = (page, value) => expect.poll(() => page.evaluate(() => new Promise((resolve) => {
  const opening = indexedDB.open('hamyar');
  opening.onsuccess = () => {
    const reading = opening.result.transaction('drafts').objectStore('drafts').get('add');
    reading.onsuccess = () => { opening.result.close(); resolve(reading.result?.fields?.value ?? null); };
  };
}))).toBe(value);

test('a draft outlives a reload, a crash, and leaves with its save', async ({ page, open, context }) => {
  await open(page);
  const form = { value: '۵۸۰', unit: 'billion_rial' };
  await page.evaluate((form) => harness.store.keepDraft('add', form), form);
  await draftStored(page, form.value);
  await page.reload();
  await open(page);
  expect(await page.evaluate(() => harness.store.draft('add'))).toEqual(form);
  await page.evaluate(() => harness.store.keepDraft('add', { value: '۵۸۱' }));
  await draftStored(page, '۵۸۱');
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => {});
  await crashed;
  const next = await context.newPage();
  await open(next);
  expect(await next.evaluate(() => harness.store.draft('add'))).toEqual({ value: '۵۸۱' });
  await next.evaluate(() => harness.store.dropDraft('add'));
  expect(await next.evaluate(() => harness.store.draft('add'))).toBe(null);
});

test('the open data is loaded once, whole and of one version', async ({ page, open }) => {
  await open(page);
  const answers = await page.evaluate(async () => {
    const { store } = harness;
    const files = new Map([['areas.csv', new Uint8Array([1, 2])], ['units.csv', new Uint8Array([3])]]);
    const kept = await store.keepPackage('1.0', files);
    const same = [...(await store.loadPackage('1.0')) ?? []].map(([path, bytes]) => [path, [...bytes]]);
    const other = await store.loadPackage('1.1');
    await store.keepPackage('1.1', new Map([['areas.csv', new Uint8Array([9])]]));
    const next = [...(await store.loadPackage('1.1')) ?? []].length;
    return { kept, same, other, next, older: await store.loadPackage('1.0') };
  });
  const same = [['areas.csv', [1, 2]], ['units.csv', [3]]];
  expect(answers).toEqual({ kept: true, same, other: null, next: 1, older: null });
  expect(await open(page), 'the open data is nobody’s work').toMatchObject({ state: 'first' });
});

test('damaged open data is loaded again rather than drawn', async ({ page, open }) => {
  await open(page);
  const loaded = await page.evaluate(async () => {
    await harness.store.keepPackage('1.0', new Map([['areas.csv', new Uint8Array([1, 2])]]));
    await raw('records', (store) => {
      store.get('package/areas.csv').onsuccess = (event) => {
        const row = event.target.result;
        row.bytes[0] ^= 1;
        store.put(row);
      };
    });
    return harness.store.loadPackage('1.0');

    async function raw(name, work) {
      const db = await new Promise((resolve) => {
        indexedDB.open('hamyar').onsuccess = (event) => resolve(event.target.result);
      });
      const tx = db.transaction(name, 'readwrite');
      work(tx.objectStore(name));
      await new Promise((resolve) => (tx.oncomplete = resolve));
      db.close();
    }
  });
  expect(loaded).toBe(null);
});

test('rows of any shape are handed to the core as rows', async ({ page, open }) => {
  await open(page);
  await submit(page, 'observation/O017', '581');
  const { records, journal, saved } = await page.evaluate(async () => {
    const db = await new Promise((resolve) => {
      indexedDB.open('hamyar').onsuccess = (event) => resolve(event.target.result);
    });
    const tx = db.transaction(['records', 'journal'], 'readwrite');
    const own = (number, fields) => tx.objectStore('records').put({ key: `observation/X${number}`, ...fields });
    const shapes = [
      {}, { bytes: null }, { bytes: 'text' }, { bytes: [1, 2] }, { bytes: new Uint8Array(), revision: -1 },
      { bytes: new Uint8Array(1), revision: 1.5 }, { revision: Infinity }, { revision: '7' }, { revision: {} },
      { bytes: new ArrayBuffer(4) }, { ['__proto__x']: 1 }, { bytes: new Uint8Array(1 << 20) },
    ];
    shapes.forEach((shape, number) => own(number, shape));
    tx.objectStore('records').put({ key: 5, bytes: new Uint8Array() });
    tx.objectStore('records').put({ key: ['observation/A'], bytes: new Uint8Array() });
    tx.objectStore('journal').put({ sequence: 'last', bytes: new Uint8Array() });
    tx.objectStore('journal').put({ sequence: new Date(), bytes: 1 });
    await new Promise((resolve) => (tx.oncomplete = resolve));
    db.close();
    const { records, journal } = await harness.store.rows();
    const change = harness.ledger.change(harness.openForm('observation/O017'), '582');
    const { saved } = await harness.store.save(change);
    return {
      records: records.map(({ key, revision, bytes }) => [key, revision, bytes instanceof Uint8Array]),
      journal: journal.map(({ revision }) => revision),
      saved,
    };
  });
  expect(records).toHaveLength(13);
  expect(records.find(([key]) => key === 'observation/O017')).toEqual(['observation/O017', 1, true]);
  for (const [key, revision, isBytes] of records) {
    expect(isBytes, key).toBe(true);
    expect(revision, key).toBe(key === 'observation/O017' ? 1 : 0);
  }
  expect(journal).toEqual([1]);
  expect(saved.sequence).toBe(2);
});

test('a backup goes to a file and comes back from it', async ({ page, open }) => {
  await open(page);
  const downloaded = page.waitForEvent('download');
  await page.evaluate(() => backup.download(new Uint8Array([72, 77, 89, 82]), 'hamyar.hamyar'));
  const file = await downloaded;
  expect(file.suggestedFilename()).toBe('hamyar.hamyar');
  const read = await page.evaluate(async () => [
    [...(await backup.read(new Blob([new Uint8Array([72, 77])])))],
    await backup.read({ size: 65 * 1024 * 1024 }),
  ]);
  expect(read).toEqual([[72, 77], null]);
});

test('changes that stand in no backup are counted', async ({ page, open }) => {
  await open(page);
  await submit(page, 'observation/1', '1');
  await submit(page, 'observation/2', '2');
  expect(await page.evaluate(() => harness.store.changesSinceBackup())).toBe(2);
  await page.evaluate(() => harness.store.noteBackup());
  expect(await page.evaluate(() => harness.store.changesSinceBackup())).toBe(0);
  await submit(page, 'observation/1', '3');
  expect(await page.evaluate(() => harness.store.changesSinceBackup())).toBe(1);
});

test('the browser is asked once to keep the data, and its refusal is told once', async ({ page, open }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persist = async () => false;
  });
  await open(page);
  await submit(page, 'observation/1', '1');
  await submit(page, 'observation/1', '2');
  const told = () => page.evaluate(() => harness.events.filter(({ type }) => type === 'persist'));
  await expect.poll(told).toEqual([{ type: 'persist', detail: false }]);
  await open(page);
  await submit(page, 'observation/1', '3');
  expect(await told()).toEqual([]);
});

test('without storage the page learns why, and nothing throws', async ({ page, open }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  expect(await open(page)).toMatchObject({ state: 'unavailable', reason: 'denied' });
  expect(await submit(page, 'observation/1', '1')).toEqual({ error: 'unavailable' });
  expect(await page.evaluate(() => harness.store.loadPackage('1'))).toBe(null);
  expect(await page.evaluate(() => harness.store.keepPackage('1', new Map()))).toBe(false);
});
