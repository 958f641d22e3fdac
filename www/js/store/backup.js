// @ts-check
/** A backup larger than this is none of ours; it would only fill the memory. */
export const MAX_BACKUP_BYTES = 64 * 1024 * 1024;

/**
 * Hands the person a file.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name such as `hamyar-1405-09-03.hamyar`
 */
export function download(bytes, name) {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * The bytes of a chosen file; `null` when it is too large to be a backup.
 *
 * @param {Blob} file
 * @returns {Promise<Uint8Array | null>}
 */
export async function read(file) {
  return file.size > MAX_BACKUP_BYTES ? null : new Uint8Array(await file.arrayBuffer());
}
