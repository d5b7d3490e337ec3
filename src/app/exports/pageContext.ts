/** What the page says in every file that it writes. */
import type { ExportContext } from '../../export/exportTypes.ts';
import type { Origin } from '../state/origin.ts';

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The day on the calendar of the person: `2026-03-01`. */
export function dayOf(time: Date): string {
  return `${time.getFullYear()}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`;
}

/** Where the links lead, and when the file was written. */
export function pageContext({ presetId }: Pick<Origin, 'presetId'>): Pick<ExportContext, 'page' | 'presetId' | 'date'> {
  return { page: location.href.replace(/#.*$/s, ''), presetId, date: dayOf(new Date()) };
}
