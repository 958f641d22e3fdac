// @ts-check
/** What the pages of peers have in common: they fetch the data, find the same 31 figures, and say when they have drawn. */

/** @typedef {{ names: string[], values: number[] }} Bars the longest first */

/** The rows of a table without quoted cells by the names of its columns. @param {string} text @returns {Record<string, string>[]} */
function rows(text) {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, place) => [names[place] ?? '', cell])));
}

/** The population of each province at the census of 1395. @param {string} text @returns {Bars} */
export function bars(text) {
  const { areas, population } = JSON.parse(text);
  const provinces = new Map(rows(areas).filter(({ level }) => level === 'province').map(({ id, name_fa: name }) => [id, name]));
  const found = rows(population).filter(({ period, area }) => period === '1395' && provinces.has(area))
    .map(({ area, population_total: value }) => ({ name: String(provinces.get(area)), value: Number(value) }))
    .sort((one, other) => other.value - one.value);
  return { names: found.map(({ name }) => name), values: found.map(({ value }) => value) };
}

/** @param {(box: HTMLElement, data: Bars, text: string) => unknown} draw may be a promise */
export async function show(draw) {
  const box = /** @type {HTMLElement} */ (document.getElementById('box'));
  const text = await (await fetch('data.json')).text();
  await draw(box, bars(text), text);
  dispatchEvent(new Event('drawn'));
}
