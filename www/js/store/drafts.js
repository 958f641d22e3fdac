// @ts-check
import { STRICT } from './connection.js';

/** How long typing must rest before the form is kept. */
const REST_MS = 250;

/**
 * Form texts that outlive a crash: kept shortly after each key stroke and at once when the page is
 * hidden, gone when the form is saved.
 */
export class Drafts {
  /** @type {Map<string, Record<string, string>>} */
  #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #database;
  #failed;

  /**
   * @param {() => import('../../vendor/idb.js').IDBPDatabase | null} database the open database
   * @param {(error: unknown) => void} failed called when a draft could not be kept
   */
  constructor(database, failed) {
    this.#database = database;
    this.#failed = failed;
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.flush();
    });
  }

  /**
   * @param {string} key names the form, such as `correct/O017`
   * @param {Record<string, string>} fields
   */
  keep(key, fields) {
    this.#waiting.set(key, { ...fields });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST_MS);
  }

  /**
   * What waits is never written any more: the form was saved or given up.
   *
   * @param {string} key
   */
  forget(key) {
    this.#waiting.delete(key);
  }

  /**
   * What waits, which is not written while the form is being saved: written after the save, it
   * would bring back what was saved.
   *
   * @param {string} key
   */
  take(key) {
    const fields = this.#waiting.get(key);
    this.forget(key);
    return fields;
  }

  /** Keeps everything that waits, now. */
  async flush() {
    clearTimeout(this.#timer);
    const db = this.#database();
    if (!db || this.#waiting.size === 0) return;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    try {
      const tx = db.transaction('drafts', 'readwrite', STRICT);
      tx.done.catch(() => {});
      const puts = waiting.map(([key, fields]) => tx.store.put({ key, fields }));
      // A page that is going away takes with it what was not committed in this very task.
      tx.commit();
      await Promise.all([...puts, tx.done]);
    } catch (error) {
      // Tried again with the next key stroke and when the page goes.
      for (const [key, fields] of waiting) if (!this.#waiting.has(key)) this.#waiting.set(key, fields);
      this.#failed(error);
    }
  }

  /**
   * @param {string} key
   * @returns {Promise<Record<string, string> | null>}
   */
  async read(key) {
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting;
    const kept = await this.#database()?.get('drafts', key);
    return kept?.fields ?? null;
  }

  /** @param {string} key */
  async drop(key) {
    this.forget(key);
    const db = this.#database();
    const tx = db?.transaction('drafts', 'readwrite', STRICT);
    await Promise.all([tx?.store.delete(key), tx?.done]);
  }
}
