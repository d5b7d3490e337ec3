/** The reference cases that come with the program; the same files that the tests read. */
import { type ReferenceDocument, readReferenceDocument } from './referenceDocument.ts';

const TEXTS: Readonly<Record<string, string>> = import.meta.glob('../../tests/physics/reference/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every shipped file by name, in alphabetical order. */
export function shippedCases(): { file: string; document: ReferenceDocument }[] {
  return Object.entries(TEXTS)
    .map(([path, text]) => ({ file: path.slice(path.lastIndexOf('/') + 1), text }))
    .sort((one, other) => (one.file < other.file ? -1 : 1))
    .map(({ file, text }) => ({ file, document: readReferenceDocument(text, file) }));
}
