// @ts-check
import { deleteDB } from '../../vendor/idb.js';
import { alone, listen } from './channel.js';
import { commit } from './commit.js';
import { PATIENCE_MS, SCHEMA_VERSION, STRICT, connect, failure, nameOf, within } from './connection.js';
import { Drafts } from './drafts.js';
import { judge, readMarker, writeMarker } from './marker.js';
import { keepPackage, loadPackage } from './package.js';
import { askToPersist, isRefused } from './persist.js';
import { readAll, readState } from './read.js';
import { atWork } from './work.js';

/**
 * @typedef {import('./types.js').Marker} Marker
 * @typedef {import('./types.js').Outcome} Outcome
 * @typedef {import('./types.js').Row} Row
 * @typedef {import('./types.js').Saved} Saved
 * @typedef {import('./types.js').Transaction} Transaction
 */

/** The open data must never keep the first chart waiting longer than this. */
const PACKAGE_PATIENCE_MS = 1000;

/**
 * The one owner of IndexedDB.
 *
 * Events (`CustomEvent`, with `detail`): `state` (Outcome) after every opening · `saving` · `saved`
 * (Marker) · `failed` (Saved) · `conflict` (Saved) · `vanished` (Outcome) · `changed-elsewhere`
 * (Marker) · `blocked` (an older page must be closed) · `outdated` (a newer page took over: ask to
 * reload) · `draft-failed` · `persist` (boolean, once).
 */
export class Store extends EventTarget {
  /** @type {Outcome} */
  outcome = { state: 'unavailable', reason: 'timeout' };
  /** @type {import('../../vendor/idb.js').IDBPDatabase | null} */
  #db = null;
  /** @type {Promise<Outcome> | null} */
  #opening = null;
  /** @type {Marker | null} what this page has read or saved last */
  #known = null;
  #channel;
  #drafts;
  #name;
  #version;

  /** @param {{name?: string, version?: number}} [options] for tests of other versions */
  constructor({ name = 'hamyar', version = SCHEMA_VERSION } = {}) {
    super();
    this.#name = name;
    this.#version = version;
    this.#channel = listen((marker) => this.#heard(marker));
    this.#drafts = new Drafts(() => (this.#isWritable() ? this.#db : null), (error) => this.#tell('draft-failed', error));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.check();
    });
    addEventListener('pageshow', (event) => {
      if (event.persisted) this.check();
    });
  }

  /**
   * Opens the database, or says within five seconds why not. Never throws.
   *
   * @returns {Promise<Outcome>}
   */
  open() {
    this.#opening ??= this.#open().finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #open() {
    let isBlocked = false;
    const opened = this.#connect(() => (isBlocked = true)).then((outcome) => this.#settle(outcome));
    return within(opened, () =>
      this.#settle({ state: 'unavailable', reason: isBlocked ? 'blocked' : 'timeout', later: opened }));
  }

  /**
   * @param {() => void} blocked
   * @param {number} [tries]
   * @returns {Promise<Outcome>}
   */
  async #connect(blocked, tries = 3) {
    const outcome = await this.#connectOnce(blocked);
    if (outcome.state !== 'broken' || tries <= 1) return outcome;
    // While the browser is still clearing the database, it refuses for a moment.
    await new Promise((resolve) => setTimeout(resolve, 200));
    return this.#connect(blocked, tries - 1);
  }

  /**
   * @param {() => void} blocked
   * @returns {Promise<Outcome>}
   */
  async #connectOnce(blocked) {
    try {
      this.#db?.close();
      this.#db = await connect(this.#name, this.#version, {
        blocked: () => {
          blocked();
          this.#tell('blocked');
        },
        outdated: () => {
          this.#db = null;
          this.#settle({ state: 'newer' });
          this.#tell('outdated');
        },
        deleted: () => this.#reopen(),
        terminated: () => this.#reopen(),
      });
      return await this.#inspect(this.#db);
    } catch (error) {
      this.#db = null;
      return failure(error);
    }
  }

  /**
   * @param {import('../../vendor/idb.js').IDBPDatabase} db
   * @returns {Promise<Outcome>}
   */
  async #inspect(db) {
    const { meta, found } = await readState(db);
    const marker = await readMarker();
    const state = judge(meta, found, marker);
    this.#known = meta ?? null;
    if (state === 'vanished') return { state, expected: marker ?? meta, found };
    if (meta && meta.sequence !== marker?.sequence) writeMarker(meta);
    return { state };
  }

  #reopen() {
    this.#db = null;
    return this.open();
  }

  /** @param {Outcome} outcome */
  #settle(outcome) {
    this.outcome = outcome;
    this.#tell('state', outcome);
    if (outcome.state === 'vanished') this.#tell('vanished', outcome);
    return outcome;
  }

  /** @param {boolean} [isAnswer] whether the write is what the person said to a vanished store */
  #isWritable(isAnswer = false) {
    const { state } = this.outcome;
    return state === 'ready' || state === 'first' || (state === 'vanished' && isAnswer);
  }

  /**
   * All own records and the journal, for the core to open. Own pages read this again after
   * `changed-elsewhere` and after a save that was `stale` or in `conflict`.
   *
   * @returns {Promise<{records: Row[], journal: Row[]}>} empty when there is no database
   * @throws {DOMException} when it cannot be read, which is not the same as empty
   */
  async rows() {
    const db = this.#db;
    if (!db) return { records: [], journal: [] };
    const { records, journal, meta } = await readAll(db);
    if (meta && this.outcome.state === 'first') this.#settle({ state: 'ready' });
    if (meta && this.outcome.state === 'ready') this.#known = meta;
    return { records, journal };
  }

  /**
   * Stores one transaction of the core. `saved` is only ever said after `oncomplete` of a strict
   * transaction. While a vanished store is not answered for, only a restore (`clear`) is taken.
   *
   * @param {Transaction} transaction
   * @param {{draft?: string}} [options] the draft that this save makes needless
   * @returns {Promise<Saved>}
   */
  save(transaction, { draft } = {}) {
    return atWork(() => this.#save(transaction, { draft, isAnswer: transaction.clear }));
  }

  /**
   * @param {Transaction} transaction
   * @param {{draft?: string, isAnswer: boolean}} options
   */
  async #save(transaction, options) {
    this.#tell('saving');
    const typed = options.draft ? this.#drafts.take(options.draft) : undefined;
    const saved = await alone(() => this.#attempt(transaction, options));
    if (saved.saved) {
      if (options.draft) this.#drafts.forget(options.draft);
      this.#remember(saved.saved);
    } else if (options.draft && typed) this.#drafts.keep(options.draft, typed);
    this.#tell(saved.saved ? 'saved' : saved.conflict ? 'conflict' : 'failed', saved.saved ?? saved);
    return saved;
  }

  /**
   * @param {Transaction} transaction
   * @param {{draft?: string, isAnswer: boolean}} options
   * @param {boolean} [again] whether a closed connection was opened anew already
   * @returns {Promise<Saved>}
   */
  async #attempt(transaction, options, again = false) {
    if (!this.#db && !again) await this.open();
    if (!this.#db || !this.#isWritable(options.isAnswer)) return { error: refusal(this.outcome) };
    try {
      const work = commit(this.#db, transaction, this.#identity(), options.draft);
      work.catch(() => {});
      const saved = await within(work, () => /** @type {Saved} */ ({ error: 'timeout' }));
      if (saved.error === 'vanished') await this.#reopen();
      return saved;
    } catch (error) {
      if (nameOf(error) === 'QuotaExceededError') return { error: 'quota' };
      if (again) return { error: 'failed' };
      await this.#reopen();
      return this.#attempt(transaction, options, true);
    }
  }

  #identity() {
    const known = this.#known?.id ?? null;
    const { state, expected } = this.outcome;
    if (state === 'vanished') return { known, next: crypto.randomUUID(), replaces: expected?.id ?? '' };
    return { known, next: known ?? crypto.randomUUID(), replaces: '' };
  }

  /** @param {Marker} saved */
  #remember(saved) {
    this.#known = saved;
    writeMarker(saved);
    if (this.outcome.state !== 'ready') this.#settle({ state: 'ready' });
    this.#channel.tell(saved);
    void askToPersist().then((granted) => {
      if (granted !== null) this.#tell('persist', granted);
    });
  }

  /** @param {Marker} marker */
  #heard(marker) {
    if (marker.id === this.#known?.id && marker.sequence === this.#known.sequence) return;
    this.#tell('changed-elsewhere', marker);
  }

  /** Looks whether another page has saved something meanwhile, or the data is gone. */
  async check() {
    if (!this.#db) return;
    try {
      const { meta } = await readState(this.#db);
      if (meta) this.#heard(meta);
      else if (this.#known) await this.#reopen();
    } catch {
      await this.#reopen();
    }
  }

  /**
   * The person's word on a vanished store: go on with what is left. (To restore a backup instead,
   * `save` the transaction that the core makes of it.)
   *
   * @returns {Promise<Saved>}
   */
  async startAgain() {
    const { journal } = await this.rows();
    const head = journal.at(-1)?.revision ?? 0;
    const at = new Date().toISOString();
    const nothing = { head, expect: [], clear: false, puts: [], deletes: [], journal: [], at };
    return atWork(() => this.#save(nothing, { isAnswer: true }));
  }

  /**
   * The person's word on a broken database: delete it. What comes after is a vanished store, to
   * be restored from a backup or begun again.
   */
  async discard() {
    this.#db?.close();
    this.#db = null;
    await within(deleteDB(this.#name).catch(() => {}), () => undefined);
    return this.open();
  }

  /**
   * @param {string} version
   * @returns {Promise<Map<string, Uint8Array> | null>} `null`: load the open data from its files
   */
  async loadPackage(version) {
    const db = this.#db;
    if (!db) return null;
    return within(loadPackage(db, version).catch(() => null), () => null, PACKAGE_PATIENCE_MS);
  }

  /**
   * @param {string} version
   * @param {Map<string, Uint8Array>} files
   * @returns {Promise<boolean>} whether they are kept; if not, they are loaded again next time
   */
  async keepPackage(version, files) {
    if (!this.#db || !this.#isWritable()) return false;
    return keepPackage(this.#db, version, files).then(() => true, () => false);
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} fields
   */
  keepDraft(key, fields) {
    this.#drafts.keep(key, fields);
  }

  /** @param {string} key */
  async draft(key) {
    return this.#drafts.read(key).catch(() => null);
  }

  /** @param {string} key */
  async dropDraft(key) {
    return this.#drafts.drop(key).catch(() => undefined);
  }

  /**
   * Remembers that everything saved so far stands in a backup file.
   *
   * @returns {Promise<boolean>} whether it is remembered; if not, the changes count as unsaved
   */
  async noteBackup() {
    if (!this.#db || !this.#known || !this.#isWritable()) return false;
    const { id, sequence } = this.#known;
    return note(this.#db, { key: 'backup', id, sequence }).then(() => true, () => false);
  }

  /** Whether the browser refused to promise that it keeps the data. */
  get mayBeCleared() { return isRefused(); }

  /** How many changes stand in no backup file. */
  async changesSinceBackup() {
    const backup = await this.#db?.get('meta', 'backup').catch(() => undefined);
    if (!this.#known) return 0;
    const { id, sequence } = this.#known;
    return backup?.id === id ? Math.max(0, sequence - backup.sequence) : sequence;
  }

  close() {
    this.#channel.close();
    this.#db?.close();
    this.#db = null;
  }

  /**
   * @param {string} type
   * @param {unknown} [detail]
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/**
 * @param {import('../../vendor/idb.js').IDBPDatabase} db
 * @param {object} row
 */
async function note(db, row) {
  const tx = db.transaction('meta', 'readwrite', STRICT);
  const { done } = tx;
  done.catch(() => {});
  await tx.store.put(row);
  await done;
}

/**
 * @param {Outcome} outcome
 * @returns {NonNullable<Saved['error']>}
 */
function refusal({ state }) {
  return state === 'ready' || state === 'first' ? 'failed' : state;
}

export { PATIENCE_MS };
