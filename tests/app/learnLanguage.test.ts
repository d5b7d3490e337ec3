import { beforeEach, describe, expect, it, vi } from 'vitest';

const KEY = 'geminga-language';
const kept = new Map<string, string>();

/** A browser in which English was chosen before. */
async function freshPage() {
  vi.resetModules();
  return import('../../src/app/words/language.ts');
}

beforeEach(() => {
  kept.clear();
  kept.set(KEY, 'en');
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

describe('a page prepared in another language', () => {
  it('speaks it without making it the person’s own, and gives theirs back', async () => {
    const { language, lendLanguage } = await freshPage();
    lendLanguage('it');
    expect(language.value).toBe('it');
    expect(kept.get(KEY)).toBe('en');
    lendLanguage(null);
    expect(language.value).toBe('en');
    expect(kept.get(KEY)).toBe('en');
  });

  it('leaves the switch to the person, whose choice is remembered', async () => {
    const { language, lendLanguage } = await freshPage();
    lendLanguage('it');
    language.value = 'en';
    expect(kept.get(KEY)).toBe('en');
    language.value = 'it';
    expect(kept.get(KEY)).toBe('it');
    lendLanguage(null);
    expect(language.value).toBe('it');
  });
});
