// @ts-check
/**
 * A stand-in for the ledger of the core: values are texts, bytes are JSON, the rules are the same.
 *
 * @typedef {import('../../js/store/types.js').Row} Row
 * @typedef {import('../../js/store/types.js').Transaction} Transaction
 */

/** @param {unknown} value */
export const encode = (value) => new TextEncoder().encode(JSON.stringify(value));

/** @param {Uint8Array} bytes */
export const decode = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

export class FakeLedger {
  /** @type {Map<string, {revision: number, value: string}>} */
  own = new Map();
  /** @type {{sequence: number, key: string, before: string | null, after: string | null}[]} */
  journal = [];

  /** @param {{records: Row[], journal: Row[]}} rows */
  constructor({ records, journal }) {
    for (const { key, revision, bytes } of records) this.own.set(key, { revision, value: decode(bytes) });
    this.journal = journal.map(({ revision, bytes }) => ({ sequence: revision, ...decode(bytes) }));
  }

  get head() {
    return this.journal.at(-1)?.sequence ?? 0;
  }

  /** @param {string} key */
  form(key) {
    const kept = this.own.get(key);
    return { key, base: kept?.revision ?? 0, seen: kept?.value ?? null };
  }

  /**
   * @param {{key: string, base: number, seen: string | null}} form
   * @param {string} value
   * @returns {Transaction | {theirs: string | null}}
   */
  change({ key, base, seen }, value) {
    const now = this.form(key);
    if (now.base !== base) return { theirs: now.seen };
    const sequence = this.head + 1;
    return {
      head: this.head,
      expect: [{ key, revision: base }],
      clear: false,
      puts: [{ key, revision: sequence, version: 1, bytes: encode(value) }],
      deletes: [],
      journal: [{ key: '', revision: sequence, bytes: encode({ key, before: seen, after: value }) }],
      at: new Date().toISOString(),
    };
  }
}
