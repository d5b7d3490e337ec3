import { beforeAll, describe, expect, test } from 'vitest';
import { dataset, datasets, loadDatasets } from '../../src/data/datasets.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { readDatasetColumns } from '../../src/data/readDataset.ts';
import { DATASET_IDS, type DatasetId } from '../../src/model/datasetIds.ts';
import { InputError } from '../../src/model/inputError.ts';

beforeAll(loadDatasets);

const POINTS: Readonly<Record<DatasetId, number>> = {
  'ams02-positrons-2019': 74,
  'ams02-positrons-2021': 74,
  'ams02-fraction-2019': 74,
  'ams02-electrons-2021': 75,
  'ams02-all-electrons-2021': 76,
  'pamela-positrons-2013': 17,
  'pamela-fraction-2013': 17,
  'pamela-electrons': 39,
  'fermi-positrons-2012': 10,
  'fermi-fraction-2012': 10,
  'fermi-electrons-2012': 10,
  'fermi-all-electrons-2017': 27,
  'dampe-all-electrons-2017': 38,
  'calet-all-electrons-2023': 41,
  'hess-all-electrons-2008': 8,
  'hess-all-electrons-2009': 9,
  'veritas-all-electrons-2018': 15,
};

/** The flux of a table at an energy, a power law between points. */
function between({ meanEnergy_GeV, flux }: Dataset, energy_GeV: number): number {
  const next = meanEnergy_GeV.findIndex((mean) => mean >= energy_GeV);
  const [e0, e1] = [meanEnergy_GeV[next - 1] as number, meanEnergy_GeV[next] as number];
  const [f0, f1] = [flux[next - 1] as number, flux[next] as number];
  return f0 * (f1 / f0) ** (Math.log(energy_GeV / e0) / Math.log(e1 / e0));
}

describe('the shipped tables', () => {
  test.each(DATASET_IDS)('%s has all its points, in order of energy, with an error each', (id) => {
    const table = dataset(id);
    expect(table).toMatchObject({ ...datasets[id], id });
    const { flux, meanEnergy_GeV, statError, systError, binLow_GeV, binHigh_GeV, systematics, systematicNames } = table;
    expect(flux).toHaveLength(POINTS[id]);
    for (const column of [meanEnergy_GeV, statError, systError, binLow_GeV, binHigh_GeV, ...systematics]) {
      expect(column).toHaveLength(POINTS[id]);
      expect(column.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    }
    expect(systematicNames).toHaveLength(systematics.length);
    expect([...meanEnergy_GeV]).toEqual([...meanEnergy_GeV].sort((one, other) => one - other));
    expect(table.upperLimits).toBeNull();
  });

  test('are in the same units: E^3 times the flux of all electrons at 0.7 TeV is what each experiment is known for', () => {
    // GeV^2 m^-2 s^-1 sr^-1 as read off the tables by another program, to a unit in the last digit.
    const known = { dampe: 139, fermi: 139, veritas: 127, ams02: 111, calet: 103 };
    const found = {
      dampe: between(dataset('dampe-all-electrons-2017'), 700) * 700 ** 3,
      fermi: between(dataset('fermi-all-electrons-2017'), 700) * 700 ** 3,
      veritas: between(dataset('veritas-all-electrons-2018'), 700) * 700 ** 3,
      ams02: between(dataset('ams02-all-electrons-2021'), 700) * 700 ** 3,
      calet: between(dataset('calet-all-electrons-2023'), 700) * 700 ** 3,
    };
    for (const [name, value] of Object.entries(known)) {
      expect(Math.abs(found[name as keyof typeof found] - value), name).toBeLessThan(1.5);
    }
    // H.E.S.S. 2008 begins above 0.7 TeV; 149 to 154 is the range of its two analyses there.
    const hess = between(dataset('hess-all-electrons-2009'), 700) * 700 ** 3;
    expect(hess).toBeGreaterThan(147);
    expect(hess).toBeLessThan(156);
  });

  test('of AMS-02 of 2019 and 2021 are one measurement of the positron flux', () => {
    const [one, other] = [dataset('ams02-positrons-2019'), dataset('ams02-positrons-2021')];
    expect(other.flux).toEqual(one.flux);
    expect(other.statError).toEqual(one.statError);
    expect(other.systError).toEqual(one.systError);
  });

  test('have four systematic components for the positrons of 2019, whose quadrature is the total but for rounding', () => {
    const { systematics, systematicNames, systError } = dataset('ams02-positrons-2019');
    expect(systematicNames).toEqual(['syst1', 'syst2', 'syst3', 'syst4']);
    for (const [i, total] of systError.entries()) {
      const together = Math.sqrt(systematics.reduce((sum, column) => sum + (column[i] as number) ** 2, 0));
      // One unit in the last digit of the total, whose digits are 10 at least and 16 where it is farthest off.
      expect(Math.abs(together / total - 1)).toBeLessThan(1 / 16);
    }
  });

  test('keep both sides of asymmetric errors, with their mean as the error', () => {
    const { asymmetric, statError, systError } = dataset('calet-all-electrons-2023');
    const last = statError.length - 1;
    expect(asymmetric?.statLower[last]).toBe(7.2e-11);
    expect(asymmetric?.statUpper[last]).toBe(1.08e-10);
    expect(statError[last]).toBeCloseTo(9e-11, 20);
    expect(asymmetric?.systLower[last]).toBe(9.2e-11);
    expect(asymmetric?.systUpper[last]).toBe(7.4e-11);
    expect(systError[last]).toBeCloseTo(8.3e-11, 20);
    expect(dataset('ams02-positrons-2019').asymmetric).toBeNull();
  });

  test('without bins have points, those without systematic errors none', () => {
    const { binLow_GeV, binHigh_GeV, meanEnergy_GeV, systematics } = dataset('hess-all-electrons-2008');
    expect(binLow_GeV).toEqual(meanEnergy_GeV);
    expect(binHigh_GeV).toEqual(meanEnergy_GeV);
    expect(systematics).toEqual([]);
  });

  test('of PAMELA leave out the rows of another paper and stand at the middle of their bins', () => {
    const { binLow_GeV, binHigh_GeV, meanEnergy_GeV } = dataset('pamela-fraction-2013');
    expect(binLow_GeV.every((low, i) => low < (binHigh_GeV[i] as number))).toBe(true);
    expect(meanEnergy_GeV[0]).toBe(Math.sqrt(1.5 * 1.8));
  });
});

describe('reading a table', () => {
  const HEADER = 'E_lo,E_hi,E_mean,flux,stat_lo,stat_hi,syst';
  const read = (...rows: string[]) => readDatasetColumns(['# comment', HEADER, ...rows, ''].join('\n'), 'mine.csv');

  test('keeps both sides of an error', () => {
    expect(read('1,2,1.5,3,0.1,0.3,0').asymmetric).toEqual({
      statLower: Float64Array.of(0.1),
      statUpper: Float64Array.of(0.3),
      systLower: Float64Array.of(0),
      systUpper: Float64Array.of(0),
    });
  });

  test.each([
    ['no rows', [], 'header but no bins'],
    ['a short line', ['1,2,1.5'], 'line 3: 3 values for 7 columns'],
    ['a word', ['1,2,1.5,3,0.1,much,0'], 'line 3: stat_hi is "much"'],
    ['a hexadecimal number', ['1,2,1.5,0x10,0.1,0.1,0'], 'flux is "0x10"'],
    ['a flux of zero', ['1,2,1.5,0,0.1,0.1,0'], 'flux is "0"'],
    ['a negative error', ['1,2,1.5,3,0.1,0.1,-1'], 'syst is "-1"'],
    ['a mean outside its bin', ['1,2,1.5,3,1,1,0', '2,3,1.9,3,1,1,0'], 'line 4: mean energy 1.9 GeV'],
    ['a bin from high to low', ['2,1,1.5,3,1,1,0'], 'do not fit together'],
    ['no error at all', ['1,2,1.5,3,0,0,0'], 'both errors are 0'],
    ['an error on one side only', ['1,2,1.5,3,0.1,0,0'], 'both errors are 0'],
  ])('says what is wrong with %s', (_, rows, sentence) => {
    expect(() => read(...rows)).toThrow(InputError);
    expect(() => read(...rows)).toThrow(sentence);
  });

  test('says that one side of an error is missing', () => {
    const text = 'E_lo,E_hi,E_mean,flux,stat_lo,syst\n1,2,1.5,3,1,1\n';
    expect(() => readDatasetColumns(text, 'mine.csv')).toThrow('has a column stat_lo, but none stat_hi');
  });
});
