// @ts-check
/**
 * The shapes that cross between the core, this module and the pages. No code.
 *
 * @typedef {object} Row one row as the core reads it
 * @property {string} key
 * @property {number} revision of a record; of a journal entry its sequence number; 0 if unknown
 * @property {Uint8Array} bytes
 *
 * @typedef {Row & {version: number}} Put a record to be written; `version` is that of its bytes
 *
 * @typedef {object} Transaction what the core asks to be stored, all of it or nothing
 * @property {number} head last sequence number that the stored journal must still have, 0 for none
 * @property {{key: string, revision: number}[]} expect revisions that must still hold
 * @property {boolean} clear empty all own records and the journal first
 * @property {Put[]} puts
 * @property {string[]} deletes
 * @property {Row[]} journal
 * @property {string} at instant, as text
 *
 * @typedef {object} Marker what a second place remembers of this store
 * @property {string} id
 * @property {number} count own records
 * @property {number} sequence last sequence number
 * @property {string} saved instant of the last save
 *
 * @typedef {Marker & {key: 'store', replaces: string}} Meta the same inside the database
 *
 * @typedef {'unavailable' | 'newer' | 'broken'} Failure
 *
 * @typedef {object} Outcome how opening went
 * @property {'ready' | 'first' | 'vanished' | Failure} state
 * @property {Marker} [expected] of a vanished store: what was there
 * @property {number} [found] of a vanished store: how many own records are left
 * @property {'denied' | 'blocked' | 'timeout'} [reason] of an unavailable store
 * @property {Promise<Outcome>} [later] of a blocked or slow one: how it ends after all
 *
 * @typedef {object} Saved how saving went; exactly one of saved, conflict, stale and error is there
 * @property {Marker} [saved] it is on the disk
 * @property {Row[]} [conflict] another page changed these first: what is stored now; nothing was done
 * @property {true} [stale] another page saved something else first: read `rows()` and ask the core again
 * @property {'quota' | 'vanished' | 'timeout' | 'failed' | Failure} [error] nothing was changed; only
 *   after `timeout` it is not known, and saving the same transaction again is safe
 */
export {};
