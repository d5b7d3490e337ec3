import { describe, expect, it } from 'vitest';
import { KEY_GROUPS } from '../../src/app/keys/keyList.ts';
import { type KeyPress, shortcutFor } from '../../src/app/shortcuts.ts';
import { readoutRows } from '../../src/app/spectrum/readoutRows.ts';
import { createView, type ViewWindow } from '../../src/app/state/view.ts';
import { keys as englishKeys } from '../../src/app/words/en/keys.ts';
import { spectrum as english } from '../../src/app/words/en/spectrum.ts';
import { keys as italianKeys } from '../../src/app/words/it/keys.ts';
import { spectrum as italian } from '../../src/app/words/it/spectrum.ts';
import { smallEvaluation } from '../plot/fixtures.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  target: { tagName: 'BODY' },
  ...more,
});

describe('the list of keys', () => {
  const letters = KEY_GROUPS.flatMap(({ entries }) => entries).filter(({ isLetter }) => isLetter);

  it('names as single letters those that act without Ctrl, and they can all be switched off', () => {
    expect(letters.map(({ presses }) => presses[0]?.[0])).toEqual(['F', 'P', '?']);
    for (const { presses } of letters) {
      const key = presses[0]?.[0] as string;
      expect(shortcutFor(press(key, { shiftKey: key === '?' })), key).not.toBeNull();
      expect(shortcutFor(press(key, { shiftKey: key === '?' }), false), key).toBeNull();
    }
    expect(shortcutFor(press('z', { ctrlKey: true }), false)).toBe('undo');
  });

  it.each([
    ['?', { target: { tagName: 'INPUT', type: 'text' } }],
    ['p', { target: { tagName: 'INPUT', type: 'number' } }],
    ['f', { target: { tagName: 'DIV', isContentEditable: true } }],
    ['p', { repeat: true }],
  ] as const)('%s does nothing while somebody types or holds it: %o', (key, more) => {
    expect(shortcutFor(press(key, more))).toBeNull();
  });

  it('lets letters act over sliders and switches, which take none', () => {
    expect(shortcutFor(press('f', { target: { tagName: 'INPUT', type: 'range' } }))).toBe('fit');
    expect(shortcutFor(press('p', { target: { tagName: 'INPUT', type: 'checkbox' } }))).toBe('pin');
  });

  it('says something of every key, in both languages', () => {
    for (const words of [englishKeys, italianKeys]) {
      for (const { title, entries } of KEY_GROUPS) {
        expect(words[title]).not.toBe('');
        for (const { does, presses } of entries) {
          expect(words[does]).not.toBe('');
          expect(presses.length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('is closed at first, and the choice of letters is remembered', () => {
    const kept = new Map<string, string>();
    const window: ViewWindow = {
      localStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
      matchMedia: () => ({ matches: false, addEventListener: () => {} }),
    };
    const view = createView(window);
    expect(view.keysShown.value).toBe(false);
    expect(view.letterKeys.value).toBe('on');
    view.letterKeys.value = 'off';
    expect(createView(window).letterKeys.value).toBe('off');
  });
});

describe('the read-outs as a table', () => {
  const evaluation = smallEvaluation();

  it('say every share, budget and time with its unit and the energy that it belongs to', () => {
    const rows = readoutRows(evaluation, english);
    expect(rows.length).toBeGreaterThan(0);
    for (const { name, value, unit } of rows) {
      expect(name).not.toBe('');
      expect(value).toMatch(/\d/);
      expect(unit).not.toBe('');
    }
    for (const { energy_GeV } of evaluation.transport) {
      const at = rows.filter((row) => row.at === `${energy_GeV} GeV`).map(({ unit }) => unit);
      expect(at).toEqual(expect.arrayContaining(['kyr', 'pc', 'cm² s⁻¹']));
    }
  });

  it('are the same numbers in Italian', () => {
    const numbers = (words: typeof english) => readoutRows(evaluation, words).map(({ value, unit }) => value + unit);
    expect(numbers(italian)).toEqual(numbers(english));
  });
});

describe('a bin that is read aloud', () => {
  it('says its values with units, and leaves out what there is not', () => {
    expect(english.spokenBin('10–11 GeV', '12.3 ± 0.1 ± 0.2', 'GeV² m⁻² s⁻¹ sr⁻¹', '12.1', '+0.9')).toBe(
      '10–11 GeV: data 12.3 ± 0.1 ± 0.2 GeV² m⁻² s⁻¹ sr⁻¹, total 12.1, pull +0.9 σ',
    );
    expect(english.spokenBin('10 GeV', '0.05 ± 0.01', '', null, null)).toBe('10 GeV: data 0.05 ± 0.01');
    expect(italian.spokenBin('10 GeV', '0.05 ± 0.01', '', '0.06', null)).toBe('10 GeV: dati 0.05 ± 0.01, totale 0.06');
  });
});
