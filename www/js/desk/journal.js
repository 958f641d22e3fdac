// @ts-check
import { both, el } from '../dom.js';

const KINDS = {
  added: ['افزودن', 'Added'], changed: ['تغییر', 'Changed'], withdrawn: ['پس گرفتن', 'Withdrawn'],
  undo: ['واگرد', 'Undone'], redo: ['انجام دوباره', 'Done again'],
};

/**
 * The journal of this device, newest first.
 * @param {import('../../pkg/hamyar_desk.js').DeskJournal} journal
 * @param {object} known what the page knows of the figures
 * @param {(id: string) => string} known.nameOf what a figure is called
 * @param {(id: string) => string | undefined} known.openValue its value in the open data, if it is of there
 * @param {(stated: import('../../pkg/hamyar_desk.js').StatedValue) => string} known.valueText
 * @param {'fa'|'en'} lang
 */
export function journalList(journal, { nameOf, openValue, valueText }, lang) {
  if (journal.lines.length === 0) {
    return el('p', { class: 'absence' }, both('هنوز چیزی در این دستگاه ثبت نشده است.', 'Nothing has been recorded on this device yet.'));
  }
  const when = new Intl.DateTimeFormat(lang === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return el('ol', { class: 'journal', reversed: '' }, ...journal.lines.map((line) => {
    const open = openValue(line.id);
    const [fa, en] = KINDS[line.kind === 'commit' ? committed(line, open !== undefined) : line.kind];
    const [from, to] = [line.before, line.after].map((stated) => (stated ? valueText(stated) : open));
    const time = new Date(line.at);
    return el('li', {},
      el('strong', {}, both(fa, en)), ' ', nameOf(line.id), ' ',
      el('time', { datetime: line.at }, Number.isNaN(time.getTime()) ? line.at : when.format(time)),
      ...(from && to && from !== to && !line.withdrawn ? [el('p', {}, both(`از ${from} به ${to}`, `From ${from} to ${to}`))] : []),
      ...(line.reason ? [el('p', {}, line.reason)] : []));
  }));
}

/**
 * What a commit did to its figure.
 * @param {import('../../pkg/hamyar_desk.js').JournalLine} line
 * @param {boolean} isOpen whether it is a figure of the open data: never added here
 * @returns {'added' | 'changed' | 'withdrawn'}
 */
function committed(line, isOpen) {
  if (line.withdrawn) return 'withdrawn';
  return line.added && !isOpen ? 'added' : 'changed';
}
