import { describe, expect, it } from 'vitest';
import type { RankedPulsar } from '../../src/analysis/catalogue.ts';
import { distanceSpread, knownDistances } from '../../src/app/sources/distances.ts';
import { furtherName, isFound, namesInUse } from '../../src/app/sources/pulsarOnPage.ts';
import { percentText } from '../../src/app/sources/RankingTable.tsx';
import { BY_RANK, type SortKey, sortedBy, sortPulsars } from '../../src/app/sources/sorting.ts';
import type { CataloguePulsar } from '../../src/data/catalogue/catalogueTypes.ts';
import { pulsarNamed } from '../../src/data/catalogue/pulsarNames.ts';
import { loadCatalogue } from '../../src/data/catalogue.ts';

const catalogue = await loadCatalogue();
const pulsar = (name: string) => pulsarNamed(catalogue, name) as CataloguePulsar;

describe('distances in the Sources tab', () => {
  it('list what is known, and how far the models are apart', () => {
    expect(knownDistances(pulsar('B1055-52'))).toEqual([
      { model: 'catalogue', distance_pc: 93 },
      { model: 'ymw16', distance_pc: 93 },
      { model: 'ne2001', distance_pc: 714 },
    ]);
    // 714 pc over 93 pc; the catalogue holds three digits.
    expect(distanceSpread(pulsar('B1055-52'))).toBeCloseTo(714 / 93, 10);
  });

  it('of a pulsar without any are an empty list that marks nothing', () => {
    expect(knownDistances(pulsar('J0622+3749'))).toEqual([]);
    expect(distanceSpread(pulsar('J0622+3749'))).toBe(1);
  });
});

describe('names in the Sources tab', () => {
  it('are found by any of them, hyphen or minus', () => {
    for (const text of ['monogem', 'B0656', 'j0659+1414']) expect(isFound(pulsar('J0659+1414'), text)).toBe(true);
    expect(isFound(pulsar('J1057-5226'), 'B1055−52')).toBe(true);
    expect(isFound(pulsar('J1057-5226'), 'Vela')).toBe(false);
  });

  it('hold every name that the scenario uses for a pulsar', () => {
    const population = { named: ['Monogem', 'Vela'], overrides: [{ name: 'PSR B0656+14' }] } as never;
    expect(namesInUse(catalogue, population, pulsar('J0659+1414'))).toEqual(['J0659+1414', 'Monogem', 'PSR B0656+14']);
  });

  it('say the third name where two are shown already', () => {
    expect(furtherName(pulsar('J0659+1414'))).toBe('B0656+14');
    expect(furtherName(pulsar('J1057-5226'))).toBeNull();
  });
});

describe('per cent in the Sources tab', () => {
  it.each([
    [0.3645, '36'],
    [0.0218, '2.2'],
    [0.00045, '0.045'],
    [1e-7, '< 0.001'],
    [0, '0'],
  ])('%d reads %s', (share, text) => expect(percentText(share)).toBe(text));
});

describe('the order of the ranking', () => {
  const near = { rank: 2, name: 'B', distance_pc: 100, age_kyr: 300, spinDownLuminosity_erg_s: 1e33, share: 0.3 };
  const strong = { rank: 1, name: 'C', distance_pc: 250, age_kyr: 100, spinDownLuminosity_erg_s: 9e34, share: 0.6 };
  const equal = { rank: 3, name: 'A', distance_pc: 250, age_kyr: 900, spinDownLuminosity_erg_s: 1e32, share: 0.1 };
  const pulsars = [strong, near, equal] as unknown as readonly RankedPulsar[];
  const dipoles = new Map([
    ['B', 1e-4],
    ['C', 3e-4],
  ]);
  const names = (key: SortKey, descending: boolean) =>
    sortPulsars(pulsars, dipoles, { key, descending })
      .map(({ name }) => name)
      .join('');

  it('is that of the flux, and of any column both ways; equal ones keep their ranks', () => {
    expect(names('rank', false)).toBe('CBA');
    expect(names('distance', false)).toBe('BCA');
    expect(names('distance', true)).toBe('CAB');
    expect(names('age', true)).toBe('ABC');
    expect(names('power', true)).toBe('CBA');
    expect(names('name', false)).toBe('ABC');
  });

  it('puts what has no dipole last, whichever way', () => {
    expect(names('dipole', true)).toBe('CBA');
    expect(names('dipole', false)).toBe('BCA');
  });

  it('begins with the near, the young and the strong, and turns with a second press', () => {
    expect(sortedBy('distance', BY_RANK)).toEqual({ key: 'distance', descending: false });
    expect(sortedBy('power', BY_RANK)).toEqual({ key: 'power', descending: true });
    expect(sortedBy('power', { key: 'power', descending: true })).toEqual({ key: 'power', descending: false });
  });
});
