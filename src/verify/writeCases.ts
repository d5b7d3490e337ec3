/** Writes a document of cases in the layout of the shipped files: a line per head entry, a line per case. */
import type { ReferenceDocument } from './referenceDocument.ts';

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${inOneLine(item)}`)
      .join(', ')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`a case holds ${value}, which no file may hold`);
  return JSON.stringify(value);
}

/**
 * The text of a file of cases; numbers read back to the same doubles.
 *
 * @throws {RangeError} when a number is not finite
 */
export function referenceDocumentText(document: ReferenceDocument): string {
  const entries = Object.entries(document).map(([key, value]) =>
    key === 'cases'
      ? ` "cases": [\n${document.cases.map((referenceCase) => `  ${inOneLine(referenceCase)}`).join(',\n')}\n ]`
      : ` ${JSON.stringify(key)}: ${inOneLine(value)}`,
  );
  return `{\n${entries.join(',\n')}\n}\n`;
}
