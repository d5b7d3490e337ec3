/** JSON for people and programs: objects indented, short members of lists on one line, never a null in place of NaN. */
import { decimal } from './decimal.ts';

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

/** Longest member of a list that stands on one line. */
const SHORT = 120;

/** An object of plain values, as a member of a list, on one line if it is short. */
function writeMember(value: unknown, indent: string, place: string): string {
  const isFlat = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Array.isArray(value);
  if (!isFlat || !Object.values(value).every(isPlain)) return write(value, indent, place);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const line = entries.map(([key, item]) => `${JSON.stringify(key)}: ${write(item, '', `${place}.${key}`)}`).join(', ');
  return indent.length + line.length > SHORT ? write(value, indent, place) : `{ ${line} }`;
}

function write(value: unknown, indent: string, place: string): string {
  if (typeof value === 'number') return decimal(value, place);
  if (isPlain(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (ArrayBuffer.isView(value)) return write(Array.from(value as Float64Array), indent, place);
  if (Array.isArray(value)) {
    const items = value.map((item, index) => writeMember(item, inner, `${place}[${index}]`));
    if (value.every(isPlain)) return `[${items.join(', ')}]`;
    return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value as object).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${write(item, inner, place ? `${place}.${key}` : key)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/**
 * A document as text that ends with a line break.
 *
 * @throws {RangeError} when a number is not finite
 */
export function jsonText(document: unknown): string {
  return `${write(document, '', '')}\n`;
}
