import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('../../src/app/words/', import.meta.url);
const files = (language: 'en' | 'it') =>
  readdirSync(new URL(`${language}/`, FOLDER), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
const sourceOf = (path: string) => readFileSync(new URL(path, FOLDER), 'utf8');

/** The areas that have an English file, which is their shape, in a language. */
async function areas(language: 'en' | 'it'): Promise<ReadonlyMap<string, unknown>> {
  const names = files('en').map((name) => name.replace(/\.ts$/, ''));
  const words = names.map(async (area): Promise<[string, unknown]> => {
    const all = (await import(`../../src/app/words/${language}/${area}.ts`)) as Record<string, unknown>;
    return [area, all[area]];
  });
  return new Map(await Promise.all(words));
}
const english = await areas('en');
const italian = await areas('it');

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** Words of both languages: names, units, and what Italian takes from English as it is. */
const SHARED = new Set([
  'Pulsar',
  'Klein–Nishina',
  'Jüttner',
  'AMS-02',
  'parsec',
  'microgauss',
  'megavolt',
  'kelvin',
  'Scenario, JSON',
  'Scenario (JSON)',
  'preset',
  'Preset',
  'Menu',
  'link',
  'Ctrl',
]);
/** Without four letters in a row there is nothing to translate: `χ²`, `GeV⁻¹ m⁻²`. */
const hasWords = (text: string) => /\p{L}{4}/u.test(text);

test('Italian has every area, every word and every argument of English', () => {
  for (const [area, words] of english) {
    expect(words, `en/${area}.ts exports ${area}`).toBeDefined();
    const own = new Map(leaves(italian.get(area), area).map(({ path, value }) => [path, value]));
    for (const { path, value } of leaves(words, area)) {
      expect(typeof own.get(path), path).toBe(typeof value);
      // A sentence may leave out its last values, but takes none that English does not give.
      if (typeof value === 'function')
        expect((own.get(path) as () => string).length, path).toBeLessThanOrEqual(value.length);
    }
  }
});

test('no Italian text is its English, but for names and words that both share', () => {
  const same = [...english].flatMap(([area, words]) => {
    const own = new Map(leaves(italian.get(area), area).map(({ path, value }) => [path, value]));
    return leaves(words, area).filter(
      ({ path, value }) =>
        typeof value === 'string' && hasWords(value) && own.get(path) === value && !SHARED.has(value),
    );
  });
  expect(same).toEqual([]);
});

test('Italian is written with typographic apostrophes and is finished', () => {
  for (const name of files('it')) {
    const source = sourceOf(`it/${name}`).replace(/\/\*\*.*?\*\/|^\s*\/\/.*$/gms, '');
    expect(source.match(/.{0,20}\p{L}'\p{L}.{0,20}/u)?.[0], name).toBeUndefined();
    expect(source.match(/TODO|FIXME|XXX/)?.[0], name).toBeUndefined();
    // Accents the wrong way round, and apostrophes in place of accents.
    expect(source.match(/\b(perchè|poichè|finchè|nè|sè)\b|\b(e|E)’(?= )/u)?.[0], name).toBeUndefined();
  }
});

/** What takes an English sentence of the model in place of which Italian says its own. */
const OF_THE_MODEL = new Set(['posterior.prior']);

test('Italian sentences hold the values that the English ones hold', () => {
  type Sentence = (...values: unknown[]) => unknown;
  const marks = ['⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩', '⟨5⟩', '⟨6⟩'];
  const textOf = (sentence: unknown, values: readonly unknown[]): string | null => {
    try {
      return JSON.stringify((sentence as Sentence)(...values)) ?? '';
    } catch {
      // A list or a number was wanted.
      return null;
    }
  };
  let compared = 0;
  for (const [area, words] of english) {
    const own = new Map(leaves(italian.get(area), area).map(({ path, value }) => [path, value]));
    for (const { path, value } of leaves(words, area)) {
      if (typeof value !== 'function' || OF_THE_MODEL.has(path)) continue;
      const [text, other] = [value, own.get(path)].map((sentence) => textOf(sentence, marks));
      if (text == null || other == null) continue;
      compared += 1;
      expect(
        marks.filter((mark) => other.includes(mark)),
        path,
      ).toEqual(marks.filter((mark) => text.includes(mark)));
    }
  }
  expect(compared).toBeGreaterThan(100);
});
