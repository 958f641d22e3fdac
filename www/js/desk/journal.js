// @ts-check
import { both, el } from '../dom.js';

const KINDS = {
  added: ['افزودن', 'Added'], changed: ['تغییر', 'Changed'], withdrawn: ['پس گرفتن', 'Withdrawn'],
  undo: ['واگرد', 'Undone'], redo: ['انجام دوباره', 'Done again'],
};

/**
 * The journal of this device, newest first.
 * @param {import('../../pkg/hamyar_desk.js').DeskJournal} journal
 * @param {(id: string) => string} nameOf what a figure is called
 * @param {(id: string) => boolean} isOpen whether it is a figure of the open data: never added here
 * @param {'fa'|'en'} lang
 */
export function journalList(journal, nameOf, isOpen, lang) {
  if (journal.lines.length === 0) {
    return el('p', { class: 'absence' }, both('هنوز چیزی در این دستگاه ثبت نشده است.', 'Nothing has been recorded on this device yet.'));
  }
  const when = new Intl.DateTimeFormat(lang === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return el('ol', { class: 'journal', reversed: '' }, ...journal.lines.map((line) => {
    const [fa, en] = KINDS[line.kind === 'commit' ? committed(line, isOpen) : line.kind];
    const time = new Date(line.at);
    return el('li', {},
      el('strong', {}, both(fa, en)), ' ', nameOf(line.id), ' ',
      el('time', { datetime: line.at }, Number.isNaN(time.getTime()) ? line.at : when.format(time)),
      ...(line.reason ? [el('p', {}, line.reason)] : []));
  }));
}

/**
 * What a commit did to its figure.
 * @param {import('../../pkg/hamyar_desk.js').DeskJournal['lines'][number]} line
 * @param {(id: string) => boolean} isOpen
 * @returns {'added' | 'changed' | 'withdrawn'}
 */
function committed(line, isOpen) {
  if (line.withdrawn) return 'withdrawn';
  return line.added && !isOpen(line.id) ? 'added' : 'changed';
}
