// @ts-check
/** Drives the real data desk from inside its page: its own form, buttons and store, as a person has them. */

/** A sound figure of the form, apart from its value and scope. */
export const SOUND = {
  measure: 'facility_amount', area: '24@1402', period: '1403', unit: 'billion_rial', scenario: 'actual', stage: 'disbursed',
  programme: 'resistance_economy', source_title: 'گزارش استان', source_publisher: 'استانداری', source_published: '1403-10-01',
};

/**
 * Puts `window.drive` into every page that is opened from now on.
 * @param {import('@playwright/test').Page | import('@playwright/test').BrowserContext} page
 */
export const install = (page) => page.addInitScript(() => {
  const find = (/** @type {string} */ selector) => /** @type {any} */ (document.querySelector(selector));
  const rest = () => new Promise((resolve) => setTimeout(resolve, 4));
  /** @type {any} */
  let workspace;
  const drive = {
    /** @param {Record<string, string>} values */
    type(values) {
      for (const [name, value] of Object.entries(values)) {
        const control = find(`#field-${name}`);
        control.value = value;
        control.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
    /** @param {string} id */
    open(id) {
      find('#desk-picker').value = id;
      find('#desk-picker').dispatchEvent(new Event('change'));
    },
    form: () => Object.fromEntries([...document.querySelectorAll('.desk-form [name]')].map((one) => [/** @type {any} */ (one).name, /** @type {any} */ (one).value])),
    clear() { for (const region of ['#alert', '#status']) find(region).replaceChildren(); },
    /** @param {string} action */
    async press(action) {
      drive.clear();
      find(`#desk [data-action="${action}"]`).click();
      return drive.settled();
    },
    /** How a save ended: stored, refused with these words, or asked about. */
    async settled() {
      for (let tries = 0; ; tries += 1) {
        if (tries === 3000) return { stuck: `${find('[data-save]').dataset.save}; ${find('#alert').textContent}; ${find('#status').textContent}` };
        const invalid = find('[aria-invalid="true"]');
        if (invalid) return { invalid: `${invalid.name}: ${find(`#field-${invalid.name}-message`).textContent}` };
        const dialog = find('dialog[open]');
        if (dialog) return { asked: dialog.textContent };
        const { save } = find('[data-save]').dataset;
        if (save === 'saved') return { saved: true };
        if (save === 'failed' && find('#alert').textContent) return { failed: find('#alert').textContent };
        await rest();
      }
    },
    /** Waits for words to the person. */
    async told() {
      while (!find('#alert').textContent && !find('#status').textContent) await rest();
      return `${find('#alert').textContent}${find('#status').textContent}`;
    },
    /** Agrees to what is asked before a restore, if it is asked at all. */
    async agree() {
      while (!find('dialog[open]') && !find('#alert').textContent && !find('#status').textContent) await rest();
      find('dialog[open] button[value="discard"]')?.click();
    },
    /** @param {'mine' | 'theirs'} choice */
    async answer(choice) {
      drive.clear();
      const dialog = find('dialog[open]');
      dialog.querySelector(`button[value="${choice}"]`).click();
      while (dialog.isConnected) await rest();
      if (choice === 'mine') return drive.settled();
      await drive.told();
      return { kept: true };
    },
    /** Every row of the database but drafts and the open data, as text. */
    async dump() {
      const db = /** @type {IDBDatabase} */ (await drive.done(indexedDB.open('hamyar')));
      const stores = ['meta', 'records', 'journal'];
      const tx = db.transaction(stores);
      const all = await Promise.all(stores.map((name) => drive.done(tx.objectStore(name).getAll())));
      db.close();
      const own = all.map((rows) => rows.filter((/** @type {any} */ row) => !String(row.key ?? '').startsWith('package')));
      return JSON.stringify(own, (_, value) => (value instanceof Uint8Array ? [...value] : value));
    },
    /** @param {IDBRequest} request @returns {Promise<any>} */
    done: (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }),
    /** What is stored, read by the core itself. */
    async stored() {
      const at = (/** @type {string} */ path) => new URL(path, document.baseURI);
      const { Desk, Workspace } = await import(at('pkg/hamyar_desk.js').href);
      const { fetchPack } = await import(at('js/data.js').href);
      if (!workspace) {
        workspace = Workspace.open(await fetchPack(at('data/')));
      }
      const [, records, journal] = JSON.parse(await drive.dump());
      const row = (/** @type {any} */ one) => ({ key: String(one.key ?? ''), revision: one.revision ?? one.sequence, bytes: new Uint8Array(one.bytes) });
      const desk = Desk.open(workspace, records.map(row), journal.map(row));
      const shown = new Set(desk.workspace().figures('en').map((/** @type {any} */ one) => one.id));
      const own = desk.own();
      setTimeout(() => desk.free());
      return {
        findings: desk.findings().length,
        own: Object.fromEntries(own.map((/** @type {string} */ id) => [id, shown.has(id) ? desk.form(id).entry.value : null])),
        lines: desk.journal().lines.map((/** @type {any} */ { sequence, kind, of, id }) => ({ sequence, kind, of, id })).reverse(),
        journal: journal.map((/** @type {any} */ one) => one.bytes),
      };
    },
  };
  Object.assign(window, { drive });
});

/**
 * The payload of a record at rest: see `src/store/record.rs`.
 * @param {number[]} bytes
 */
export function payload(bytes) {
  const all = Buffer.from(bytes);
  return all.subarray(15, 15 + all.readUInt32LE(11));
}

/**
 * Fields of a payload: see `src/store/field.rs`.
 * @param {Buffer} payload
 * @returns {Map<number, Buffer>}
 */
export function fields(payload) {
  const found = new Map();
  for (let at = 0; at < payload.length;) {
    const length = payload.readUInt32LE(at + 1);
    found.set(payload[at], payload.subarray(at + 5, at + 5 + length));
    at += 5 + length;
  }
  return found;
}

/**
 * Empties everything that this origin keeps.
 * @param {import('@playwright/test').Page} page
 * @param {string} origin
 * @param {string} [what]
 */
export async function wipe(page, origin, what = 'all') {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: what });
  await devtools.detach();
}
