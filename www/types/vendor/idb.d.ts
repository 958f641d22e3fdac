// The site serves this package as `vendor/idb.js`.
export * from 'idb';
