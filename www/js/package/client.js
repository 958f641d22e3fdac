// @ts-check
/**
 * A data package in a worker: however many figures it holds, the page goes on answering the reader
 * while they are read, judged and added.
 */
import { scriptAddress } from '../trusted.js';

/**
 * @typedef {import('../../pkg/hamyar_import.js').Counts} Counts
 * @typedef {import('../../pkg/hamyar_import.js').Diagnostic} Diagnostic
 * @typedef {import('../../pkg/hamyar_import.js').Verdicts} Verdicts
 * @typedef {import('../../pkg/hamyar_import.js').AnswerTable} AnswerTable
 * @typedef {'read' | 'check' | 'prepare'} Step tables are read, rules judge, figures are laid out for questions
 * @typedef {{ counts: Counts, diagnostics: Diagnostic[] } & Verdicts} Report
 * @typedef {{ id: number, name: 'open', descriptor: object | Uint8Array, files: Record<string, Uint8Array<ArrayBuffer>> }} OpenCall
 * @typedef {OpenCall | { id: number, name: 'query', question: object }} Call
 * @typedef {{ id: number, step: Step, done: number, all: number } | { id: number, failed: { message: string } } | { id: number, value: unknown }} Reply
 * @typedef {{ resolve: (value: any) => void, reject: (error: Error) => void, progress?: Progress }} Waiting
 */

/**
 * Told at the beginning of each step, and in a long one now and then, with how much of it is done.
 * @callback Progress
 * @param {Step} step
 * @param {number} done
 * @param {number} all
 */

export class PackageWorker {
  #worker = new Worker(scriptAddress(new URL('./worker.js', import.meta.url).href), { type: 'module' });
  #last = 0;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** Why nothing more can be asked. @type {Error | undefined} */
  #ended;

  constructor() {
    this.#worker.addEventListener('message', (/** @type {MessageEvent<Reply>} */ { data }) => this.#hear(data));
    this.#worker.addEventListener('error', (event) => this.#fail(new Error(event.message || 'the worker could not be loaded')));
  }

  /**
   * Reads a package, judges it by every rule and makes it ready for questions.
   * @param {object | Uint8Array} descriptor the bytes of `datapackage.json`, or what `JSON.parse` made of them; rows inside it are read from bytes only
   * @param {Record<string, Uint8Array<ArrayBuffer>>} files bytes of each resource by its path; they go to the worker and are empty here afterwards
   * @param {Progress} [progress]
   * @returns {Promise<Report>} rejects with a HamyarError when the package as a whole is refused
   */
  open(descriptor, files, progress) {
    const buffers = new Set(Object.values(files).map((bytes) => bytes.buffer));
    return this.#call({ name: 'open', descriptor, files }, [...buffers], progress);
  }

  /**
   * Answers a question about the package.
   * @param {object} question see `Workspace.query`
   * @returns {Promise<AnswerTable>}
   */
  query(question) {
    return this.#call({ name: 'query', question }, []);
  }

  /** Ends the worker; what was asked and not yet answered fails. */
  close() {
    this.#worker.terminate();
    this.#fail(new Error('the worker was closed'));
  }

  /**
   * @param {object} call
   * @param {ArrayBuffer[]} buffers
   * @param {Progress} [progress]
   * @returns {Promise<any>}
   */
  #call(call, buffers, progress) {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      this.#worker.postMessage({ id, ...call }, buffers);
    });
  }

  /** @param {Reply} reply */
  #hear(reply) {
    const waiting = this.#waiting.get(reply.id);
    if ('step' in reply) {
      waiting?.progress?.(reply.step, reply.done, reply.all);
      return;
    }
    this.#waiting.delete(reply.id);
    if ('failed' in reply) waiting?.reject(Object.assign(new Error(reply.failed.message), reply.failed));
    else waiting?.resolve(reply.value);
  }

  /** @param {Error} error */
  #fail(error) {
    this.#ended = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
