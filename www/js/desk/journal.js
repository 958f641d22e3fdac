// @ts-check
import { both, el } from '../dom.js';

const KINDS = {
  added: ['افزودن', 'Added'], changed: ['تغییر', 'Changed'], withdrawn: ['پس گرفتن', 'Withdrawn'],
  undo: ['واگرد', 'Undone'], redo: ['انجام دوباره', 'Done again'],
};

/**
 * The journal of this device, newest first.
 * @param {import('../../pkg/hamyar_desk.js').DeskJournal} journal
 * @param {'fa'|'en'} lang
 */
export function journalList(journal, lang) {
  if (journal.lines.length === 0) {
    return el('p', { class: 'absence' }, both('هنوز چیزی در این دستگاه ثبت نشده است.', 'Nothing has been recorded on this device yet.'));
  }
  const when = new Intl.DateTimeFormat(lang === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return el('ol', { class: 'journal', reversed: '' }, ...journal.lines.map((line) => {
    const [fa, en] = KINDS[line.kind === 'commit' ? committed(line) : line.kind];
    const time = new Date(line.at);
    return el('li', {},
      el('strong', {}, both(fa, en)), ' ', el('bdi', {}, line.named ? both(line.named.fa, line.named.en) : line.id), ' ',
      el('time', { datetime: line.at }, Number.isNaN(time.getTime()) ? line.at : when.format(time)),
      ...(line.change ? [el('p', {}, told(line.change))] : []),
      ...(line.reason ? [el('p', {}, line.reason)] : []));
  }));
}

/** @param {NonNullable<import('../../pkg/hamyar_desk.js').JournalLine['change']>} change */
const told = ({ from, to }) => both(`از «${from.fa}» به «${to.fa}»`, `From “${from.en}” to “${to.en}”`);

/**
 * What a commit did to its figure.
 * @param {import('../../pkg/hamyar_desk.js').JournalLine} line
 * @returns {'added' | 'changed' | 'withdrawn'}
 */
function committed({ withdrawn, added }) {
  if (withdrawn) return 'withdrawn';
  return added ? 'added' : 'changed';
}
