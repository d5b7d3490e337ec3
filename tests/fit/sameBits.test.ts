import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../src/fit');
/** What IEEE 754 rounds correctly or not at all, and integer arithmetic: hence the same in every engine. */
const EXACT = ['sqrt', 'abs', 'min', 'max', 'SQRT1_2', 'PI', 'floor', 'ceil', 'imul'];

test('the fit uses no function that engines may round differently', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(14);
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    const used = [...text.matchAll(/\bMath\.(\w+)/g)].map((match) => match[1]);
    expect(
      used.filter((word) => !EXACT.includes(word!)),
      name,
    ).toEqual([]);
    // x ** y is a power function with an error of its own.
    expect(text.replace(/\/\*\*|\*\*\//g, '').replace('xoshiro128**', ''), name).not.toMatch(/\*\*/);
  }
});
