import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packCatalogue } from '../../scripts/packCatalogue.ts';
import { characteristicAge_kyr, spinDownLuminosity_erg_s } from '../../src/data/catalogue/spinDown.ts';
import { catalogueInMemory, loadCatalogue } from '../../src/data/catalogue.ts';

const folder = join(import.meta.dirname, '../../src/data/catalogue');
const extract = readFileSync(join(folder, 'atnf-2.65.csv'), 'utf8');

test('the packed catalogue is what the extract gives (npx vitest run --project unit -u writes it)', async () => {
  await expect(packCatalogue(extract)).toMatchFileSnapshot(join(folder, 'atnf-2.65.packed.csv'));
});

const catalogue = await loadCatalogue();

describe('the catalogue in memory', () => {
  const rows = extract
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));
  const header = rows[0] as string[];
  const record = (row: readonly string[]) =>
    Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])) as Record<string, string>;
  const records = rows.slice(1).map(record);

  test('holds every pulsar of the extract with every number that the program uses', () => {
    expect(catalogue.pulsars.length).toBe(1727);
    expect(catalogue).toBe(catalogueInMemory());
    const number = (text: string) => (text === '' ? null : Number(text));
    for (const [index, row] of records.entries()) {
      const { properMotion_mas_yr, ...pulsar } = catalogue.pulsars[index]!;
      expect(pulsar).toEqual({
        name: row['psrj'],
        alias: row['name'] === row['psrj'] ? null : row['name'],
        longitude_deg: Number(row['l_deg']),
        latitude_deg: Number(row['b_deg']),
        period_s: Number(row['P_s']),
        periodDerivative: Number(row['Pdot']),
        distance_kpc: {
          catalogue: number(row['dist_kpc']!),
          ymw16: number(row['dist_ymw16_v164_kpc']!),
          ne2001: number(row['dist_ne2001_v164_kpc']!),
          independent: number(row['dist_indep_v164_kpc']!),
        },
        kinds: row['type'] === '' ? [] : row['type']!.split('|'),
      });
      expect(properMotion_mas_yr === null).toBe(row['pmra_masyr'] === '' || row['pmdec_masyr'] === '');
    }
  });

  test('age and spin-down luminosity follow from P and dP/dt as the extract lists them', () => {
    for (const [index, row] of records.entries()) {
      const pulsar = catalogue.pulsars[index]!;
      // 6e-5: the extract rounds both to five digits.
      expect(Math.abs((characteristicAge_kyr(pulsar) * 1000) / Number(row['age_yr']) - 1)).toBeLessThan(6e-5);
      expect(Math.abs(spinDownLuminosity_erg_s(pulsar) / Number(row['edot_erg_s']) - 1)).toBeLessThan(6e-5);
    }
  });

  test('what was dropped as a repetition is one: flags say no more than kinds and distances', () => {
    for (const row of records) {
      const flags = row['flags'] === '' ? [] : row['flags']!.split('|');
      expect(flags.filter((flag) => !['AXP', 'NODIST'].includes(flag))).toEqual([]);
      expect(flags.includes('AXP')).toBe(row['type']!.split('|').includes('AXP'));
      expect(flags.includes('NODIST')).toBe(row['dist_kpc'] === '');
    }
  });

  test('has Geminga as published: 237 ms, 342 kyr, 3.25e34 erg/s, 190 pc, 169 mas/yr', () => {
    const geminga = catalogue.pulsars.find(({ name }) => name === 'J0633+1746')!;
    expect(geminga.period_s).toBeCloseTo(0.2371, 4);
    expect(characteristicAge_kyr(geminga)).toBeCloseTo(342.4, 1);
    expect(spinDownLuminosity_erg_s(geminga) / 3.25e34).toBeCloseTo(1, 3);
    expect(geminga.distance_kpc).toEqual({ catalogue: 0.19, ymw16: 0.138, ne2001: 0.219, independent: 0.19 });
    // sqrt(138^2 + 97^2).
    expect(geminga.properMotion_mas_yr).toBeCloseTo(168.7, 1);
  });
});
