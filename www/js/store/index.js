// @ts-check
/** The store of this device: the one module that touches IndexedDB. */
export * as backup from './backup.js';
export { remembersRecords } from './marker.js';
export { Store } from './store.js';
