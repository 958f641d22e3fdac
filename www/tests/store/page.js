// @ts-check
import { Store, backup } from '../../js/store/index.js';
import { FakeLedger, encode } from './ledger.js';

/** What the tests drive, on `window.harness`. */
class Harness {
  /** @type {{type: string, detail: any}[]} */
  events = [];
  /** @type {Map<string, {key: string, base: number, seen: string | null}>} */
  forms = new Map();

  constructor() {
    const version = Number(new URLSearchParams(location.search).get('version') ?? 1);
    this.store = new Store({ version });
    const types = ['state', 'saving', 'saved', 'failed', 'conflict', 'vanished', 'changed-elsewhere', 'blocked',
      'outdated', 'draft-failed', 'persist'];
    for (const type of types) {
      this.store.addEventListener(type, (event) => {
        this.events.push({ type, detail: /** @type {CustomEvent} */ (event).detail });
      });
    }
    this.store.addEventListener('changed-elsewhere', () => this.reload());
  }

  async start() {
    const outcome = await this.store.open();
    await this.reload();
    return plain(outcome);
  }

  async reload() {
    this.ledger = new FakeLedger(await this.store.rows());
  }

  types() {
    return this.events.map(({ type }) => type);
  }

  /** @param {string} key */
  openForm(key) {
    const form = /** @type {FakeLedger} */ (this.ledger).form(key);
    this.forms.set(key, form);
    return form;
  }

  /**
   * Saves as the desk does: what is stale is asked for again, what is in conflict is shown.
   *
   * @param {string} key
   * @param {string} value
   */
  async submit(key, value) {
    const form = this.forms.get(key) ?? this.openForm(key);
    for (let attempt = 0; attempt < 10; attempt++) {
      const change = /** @type {FakeLedger} */ (this.ledger).change(form, value);
      if ('theirs' in change) return { conflict: { mine: value, theirs: change.theirs } };
      const saved = await this.store.save(change, { draft: key });
      if (saved.error) return { error: saved.error };
      await this.reload();
      if (saved.saved) {
        this.forms.delete(key);
        return { saved: value };
      }
    }
    return { error: 'never ending' };
  }

  /** @param {number} from */
  async saveForEver(from) {
    for (let number = from; ; number++) {
      const { saved } = await this.submit(`observation/${number}`, String(number));
      if (saved) await /** @type {any} */ (window).acknowledged(number);
    }
  }

  async rows() {
    const { records, journal } = await this.store.rows();
    const known = new FakeLedger({ records, journal });
    return { own: Object.fromEntries([...known.own].map(([key, { value }]) => [key, value])), journal: known.journal };
  }

  /** @param {Record<string, string>} values */
  restore(values) {
    const head = /** @type {FakeLedger} */ (this.ledger).head;
    const keys = Object.keys(values);
    return this.store.save({
      head,
      expect: [],
      clear: true,
      puts: keys.map((key, at) => ({ key, revision: head + at + 1, version: 1, bytes: encode(values[key]) })),
      deletes: [],
      journal: keys.map((key, at) => ({
        key: '', revision: head + at + 1, bytes: encode({ key, before: null, after: values[key] }),
      })),
      at: new Date().toISOString(),
    });
  }

  outcome() {
    return plain(this.store.outcome);
  }
}

/** @param {import('../../js/store/types.js').Outcome} outcome */
function plain({ later, ...rest }) {
  return { ...rest, isWaiting: later !== undefined };
}

Object.assign(window, { harness: new Harness(), backup });
document.documentElement.dataset.ready = 'true';
