/** Units as they are spoken. */
import { UNIT_TEXT, type Unit } from '../../model/parameters.ts';
import { formatWords } from './formatWords.ts';

/** `square centimetres per second`, for screen readers. */
export function spokenUnit(unit: Unit): string {
  return formatWords().units[unit];
}

/** A text followed by its unit, if it has one. */
export function withUnit(text: string, unit: Unit): string {
  return UNIT_TEXT[unit] ? `${text} ${UNIT_TEXT[unit]}` : text;
}
