import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { dataset, loadDatasets } from '../../src/data/datasets.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { ownTableOf } from '../../src/data/ownData/ownTable.ts';
import { type OwnData, readOwnData } from '../../src/data/ownData/readOwnData.ts';
import { readFluxUnit } from '../../src/data/ownData/units.ts';
import type { DatasetId } from '../../src/model/datasetIds.ts';
import { InputError } from '../../src/model/inputError.ts';
import { withOwnData } from '../../src/model/ownDataEdits.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import { preset } from '../support.ts';

beforeAll(loadDatasets);

/** Reads with what the file says of itself; everything has to be said. */
function readAsSaid(own: OwnData): Dataset {
  expect(own.open(own.guess)).toEqual([]);
  return own.read(own.guess);
}

const CRDB_HEAD = [
  '# Format: USINE code',
  '#   Col.1  -  QUANTITY NAME (case insensitive)',
  '#   Col.2  -  SUB-EXP NAME (case insensitive, no space)',
  '#   Col.3  -  EAXIS TYPE: EKN, EK, R, or ETOT',
  '#   Col.4  -  <E>: mean value bin [GeV/n, GeV, GV, or GeV]',
  '#   Col.5  -  EBIN_LOW',
  '#   Col.6  -  EBIN_HIGH',
  '#   Col.7  -  QUANTITY VALUE: [#/sr/s/m2/EAxis] if flux , no unit if ratio',
  '#   Col.8  -  ERR_STAT-',
  '#   Col.9  -  ERR_STAT+',
  '#   Col.10 -  ERR_SYST-',
  '#   Col.11 -  ERR_SYST+',
  '#   Col.12 -  ADS URL FOR PAPER REF (no space)',
  '#   Col.13 -  phi [MV]',
  '#   Col.14 -  DISTANCE EXP IN SOLAR SYSTEM [AU]',
  '#   Col.15 -  DATIMES: format = yyyy/mm/dd-hhmmss:yyyy/mm/dd-hhmmss;...',
  '#   Col.16 -  IS UPPER LIMIT: format = 0 or 1',
];
const CRDB_ROWS = [
  'e+ TEST(2020/01-2021/01) EK 1.5 1 2 0.9 -0.1 0.2 -0.05 0.05 2020Test 500 1 2020/01/01-000000:2021/01/01-000000 0',
  'e+ TEST(2020/01-2021/01) EK 3 2 4 0.2 -0.02 0.03 -0.01 0.01 2020Test 500 1 2020/01/01-000000:2021/01/01-000000 0',
  'e+ TEST(2020/01-2021/01) EK 5 4 8 0.05 0 0 0 0 2020Test 500 1 2020/01/01-000000:2021/01/01-000000 1',
];
const CRDB = [...CRDB_HEAD, ...CRDB_ROWS, ''].join('\n');

const ECSV = [
  '# %ECSV 0.9',
  '# ---',
  '# datatype:',
  '# - {name: e_ref, unit: TeV, datatype: float32}',
  '# - {name: e_min, unit: TeV, datatype: float32}',
  '# - {name: e_max, unit: TeV, datatype: float32}',
  '# - {name: dnde, unit: GeV-1 m-2 s-1 sr-1, datatype: float32}',
  '# - {name: dnde_err, unit: GeV-1 m-2 s-1 sr-1, datatype: float32}',
  '# meta: !!omap',
  '# - comments: |',
  '#      electrons plus positrons',
  'e_ref e_min e_max dnde dnde_err',
  '0.335  0.316  0.355 3.90588e-06  1.21779e-07',
  '0.376  0.355  0.398 2.61719e-06  1.05347e-07',
  '',
].join('\n');

describe('data that a person brings', () => {
  test.each<[DatasetId, string]>([
    ['ams02-positrons-2021', 'ams02_positron_flux_2021.csv'],
    ['ams02-fraction-2019', 'ams02_positron_fraction_2019.csv'],
    ['fermi-all-electrons-2017', 'fermi_allelectron_2017.csv'],
    ['calet-all-electrons-2023', 'calet_allelectron_2023.csv'],
  ])('as our own CSV is recognised whole, units and quantity from its comments: %s', (id, file) => {
    const text = readFileSync(`src/data/tables/${file}`, 'utf8');
    const own = readOwnData(text, file);
    const read = readAsSaid({ ...own, guess: { ...own.guess, quantity: dataset(id).quantity } });
    expect(own.format).toBe('CSV');
    const { flux, statError, systError, meanEnergy_GeV, binLow_GeV, asymmetric, quantity } = dataset(id);
    expect(read).toMatchObject({ flux, statError, systError, meanEnergy_GeV, binLow_GeV, asymmetric, quantity });
  });

  test('with components of the systematic error keeps them, and their total', () => {
    const file = 'ams02_positron_flux_2019.csv';
    const own = readOwnData(readFileSync(`src/data/tables/${file}`, 'utf8'), file);
    const { systematics, systematicNames, systError } = readAsSaid(own);
    expect(systematicNames).toEqual(['syst1', 'syst2', 'syst3', 'syst4']);
    expect(systematics).toEqual(dataset('ams02-positrons-2019').systematics);
    expect(systError).toEqual(dataset('ams02-positrons-2019').systError);
    const { systLower: _, systUpper: __, ...columns } = own.guess.columns;
    const together = own.read({ ...own.guess, columns }).systError;
    expect(together[0]).toBeCloseTo(Math.hypot(0.075, 0, 0.107, 0.053), 15);
  });

  test('as CRDB text is recognised whole: quantity, both sides, upper limits, paper', () => {
    const own = readOwnData(CRDB, 'crdb.txt');
    expect(own.format).toBe('CRDB');
    const read = readAsSaid(own);
    expect(read).toMatchObject({
      quantity: 'positron-flux',
      experiment: 'TEST(2020/01-2021/01)',
      meanEnergy_GeV: Float64Array.of(1.5, 3, 5),
      flux: Float64Array.of(0.9, 0.2, 0.05),
      upperLimits: [false, false, true],
      limitConfidence: null,
    });
    expect(read.reference).toContain('2020Test');
    expect(read.asymmetric?.statLower).toEqual(Float64Array.of(0.1, 0.02, 0));
    expect(read.asymmetric?.statUpper).toEqual(Float64Array.of(0.2, 0.03, 0));
    expect(read.remarks.join(' ')).toContain('minus sign');
    expect(read.remarks.join(' ')).toContain('confidence level');
  });

  test('as CRDB lines with commas and without names is recognised by the kind of its energies', () => {
    const own = readOwnData(CRDB_ROWS.map((row) => row.replaceAll(' ', ',')).join('\n'), 'rest.csv');
    expect(own.format).toBe('CRDB');
    expect(readAsSaid(own).flux).toEqual(readOwnData(CRDB, 'crdb.txt').read(readOwnData(CRDB, 'a').guess).flux);
  });

  test('as the short CRDB table with its names in a comment is recognised', () => {
    const text = [
      '# e- of an experiment',
      '#   <E>  Elo  Eup   y   ystat_lo  ystat_up  ysyst_lo  ysyst_up  yerrtot_lo  yerrtot_up',
      '1.5 1 2 30 0.2 0.3 1 1 1.02 1.04',
    ].join('\n');
    const own = readOwnData(text, 'electrons.dat');
    expect(own.guess.quantity).toBe('electron-flux');
    const { flux, systError, asymmetric } = readAsSaid(own);
    expect([flux[0], systError[0], asymmetric?.statUpper[0]]).toEqual([30, 1, 0.3]);
  });

  test('with several measurements in one file asks which, unless only one is of electrons or positrons', () => {
    const protons = CRDB_ROWS[0]?.replace('e+', 'H') as string;
    const one = readOwnData([protons, ...CRDB_ROWS].join('\n'), 'two.txt');
    expect(one.sets.map(({ quantityName }) => quantityName)).toEqual(['H', 'e+']);
    expect(readAsSaid(one).flux).toHaveLength(3);
    expect(() => one.read({ ...one.guess, set: 0, quantity: 'positron-flux' })).toThrow('"H" is no quantity');
    expect(() => one.read({ ...one.guess, quantity: 'electron-flux' })).toThrow('not the electron flux');

    const fraction = CRDB_ROWS[0]?.replace('e+', 'e+/e-+e+') as string;
    const two = readOwnData([fraction, ...CRDB_ROWS].join('\n'), 'two.txt');
    expect(two.open(two.guess)).toEqual(['set', 'quantity']);
    expect(two.sets[0]?.quantity).toBe('positron-fraction');
    expect(two.read({ ...two.guess, set: 0, quantity: 'positron-fraction' }).flux).toEqual(Float64Array.of(0.9));
  });

  test('as ECSV has its units from the head; an error that says no more is taken as independent from bin to bin', () => {
    const own = readOwnData(ECSV, 'all-electrons.ecsv');
    expect(own.format).toBe('ECSV');
    const { quantity, meanEnergy_GeV, binHigh_GeV, flux, statError, systematics, remarks } = readAsSaid(own);
    expect(quantity).toBe('all-electron-flux');
    expect([...meanEnergy_GeV, ...binHigh_GeV]).toEqual([335, 376, 355, 398]);
    expect([flux[0], statError[0], systematics.length]).toEqual([3.90588e-6, 1.21779e-7, 0]);
    expect(remarks.join(' ')).toContain('independent from bin to bin');
  });

  test('as ECSV with commas, a column a line, and an upper limit in its own column is recognised', () => {
    const text = [
      '# %ECSV 1.0',
      '# ---',
      "# delimiter: ','",
      '# datatype:',
      '# - name: e_ref',
      "#   unit: 'GeV'",
      '#   datatype: float64',
      '# - {name: dnde, unit: 1 / (cm2 s sr TeV), datatype: float64, description: "flux, measured"}',
      '# - {"name": "dnde_err", "unit": "1 / (TeV s sr cm2)", "datatype": "float64"}',
      '# - {name: dnde_ul, unit: 1 / (cm2 s sr TeV), datatype: float64}',
      '# - {name: is_ul, datatype: bool}',
      '# meta: {UL_CONF: 0.95}',
      '# schema: astropy-2.0',
      'e_ref,dnde,dnde_err,dnde_ul,is_ul',
      '100,2e-6,1e-7,,False',
      '200,1e-9,,3e-8,True',
    ].join('\n');
    const own = readOwnData(text, 'positron.ecsv');
    const { flux, statError, upperLimits, limitConfidence, binLow_GeV } = readAsSaid(own);
    // Per TeV and cm2 is 10 times per GeV and m2.
    expect([...flux].map((value) => value * 1e5)).toEqual([2, 0.03].map((value) => expect.closeTo(value, 12)));
    expect([...statError]).toEqual([expect.closeTo(1e-6, 18), 0]);
    expect({ upperLimits, limitConfidence }).toEqual({ upperLimits: [false, true], limitConfidence: 0.95 });
    expect([...binLow_GeV]).toEqual([100, 200]);
  });

  test('times a power of the energy is divided by it, in the unit in which it was given', () => {
    const text = 'E (TeV);E3 flux (GeV^2 m^-2 s^-1 sr^-1);stat + ;stat -\n0.1;150;3;2\n';
    const own = readOwnData(text, 'positrons.csv');
    const { flux, asymmetric } = readAsSaid(own);
    expect((flux[0] as number) * 1e6).toBeCloseTo(150, 10);
    expect((asymmetric?.statLower[0] as number) * 1e6).toBeCloseTo(2, 12);
    expect((asymmetric?.statUpper[0] as number) * 1e6).toBeCloseTo(3, 12);
  });

  test('without names or units asks for all of them, and reads once they are chosen', () => {
    const own = readOwnData('10 12 1.5 0.2 0.1\n12 14 1.2 0.2 0.1\n', 'mine.txt');
    expect(own.columns.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((n) => `column ${n}`));
    expect(own.columns[0]?.samples).toEqual(['10', '12']);
    expect(own.open(own.guess)).toEqual(['quantity', 'energy', 'value', 'errors', 'energyUnit']);
    expect(own.open({ ...own.guess, quantity: 'positron-flux' })).toContain('fluxUnit');
    expect(own.open({ ...own.guess, quantity: 'positron-fraction' })).not.toContain('fluxUnit');
    expect(() => own.read(own.guess)).toThrow(/mine\.txt does not say everything.*choose what was measured/);
    const read = own.read({
      set: 0,
      quantity: 'positron-flux',
      columns: { binLow: 0, binHigh: 1, value: 2, statLower: 3, statUpper: 3, systLower: 4, systUpper: 4 },
      components: [],
      energyUnit: 'MeV',
      fluxUnit: { energy: 'MeV', area: 'cm2', power: 0 },
    });
    expect([...read.binLow_GeV]).toEqual([0.01, 0.012]);
    expect(read.meanEnergy_GeV[0]).toBe(Math.sqrt(0.01 * 0.012));
    // Per MeV and cm2 is 1e7 per GeV and m2.
    expect(read.flux[0]).toBe(1.5e7);
    expect(read.systError[1]).toBe(1e6);
    expect(read.remarks[0]).toContain('geometric mean');
  });

  test('a fraction needs no unit of the flux', () => {
    const own = readOwnData('E_GeV,positron fraction,err\n10,0.06,0.001\n', 'mine.csv');
    expect(own.guess).toMatchObject({ quantity: 'positron-fraction', energyUnit: 'GeV', fluxUnit: null });
    expect(readAsSaid(own).flux[0]).toBe(0.06);
  });

  test('exported by this program is recognised by the ends of its names', () => {
    const suffix = 'per_GeV_m2_s_sr';
    const names = ['energy_GeV', 'bin_low_GeV', 'bin_high_GeV', `measured_${suffix}`, `stat_error_${suffix}`];
    const text = [
      '# Geminga Lab: positron flux at Earth',
      [...names, `total_${suffix}`, 'in_fit'].join(','),
      '10,9,11,1e-3,1e-5,2e-3,1',
    ].join('\n');
    const { flux, statError } = readAsSaid(readOwnData(text, 'comparison.csv'));
    expect([flux[0], statError[0]]).toEqual([1e-3, 1e-5]);
  });

  test.each([
    ['', 'no lines of numbers'],
    ['# only words\n', 'no lines of numbers'],
    ['E,flux,stat\n', 'the file.csv'],
    ['E,flux,stat\n1,2\n', 'line 2: 2 values for 3 columns'],
    ['E,flux,stat\n1,2,3\n2,"1,3\n', 'line 3: a quotation mark'],
    ['E [GeV],flux [GeV-1 m-2 s-1 sr-1],stat\n1,2,3\n2,nan,3\n', 'line 3: flux is "nan"'],
    [
      'E [GeV];flux [GeV-1 m-2 s-1 sr-1];stat\n1;2,5;3\n',
      'line 2: flux is "2,5", but must be a positive number, with a point',
    ],
    ['E [GeV],flux [GeV-1 m-2 s-1 sr-1],stat\n1,0,3\n', 'line 2: flux is "0"'],
    ['E [GeV],flux [GeV-1 m-2 s-1 sr-1],stat\n1,2,-3\n', 'line 2: stat is "-3"'],
    ['E [GeV],flux [GeV-1 m-2 s-1 sr-1],stat [%]\n1,2,3\n', 'column stat is in "%"'],
    ['E [GeV],positron fraction,stat\n1,6.5,3\n', 'not in per cent'],
    ['E [GeV],E_lo,E_hi,flux [GeV-1 m-2 s-1 sr-1],stat\n5,1,2,2,3\n', 'line 2: mean energy 5 GeV and bin 1 to 2 GeV'],
    [`${CRDB_HEAD.join('\n')}\ne+ A EKN 1 1 2 1 1 1 1 1 x 1 1 d 0\n`, 'per nucleon'],
    ['# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: float64}\nb\n1\n', 'not those of the ECSV header'],
  ])('says what is wrong in one sentence: %j', (text, sentence) => {
    const read = () => {
      const own = readOwnData(text, 'the file.csv');
      return own.read({ ...own.guess, quantity: own.guess.quantity ?? 'positron-flux' });
    };
    expect(read).toThrow(InputError);
    expect(read).toThrow(sentence);
  });

  test('names that are keys of every object do no harm', () => {
    const own = readOwnData('__proto__,constructor,toString\n1,2,3\n', '__proto__');
    expect(own.guess.columns).toEqual({});
    expect(Object.keys({})).toEqual([]);
    expect((own.sets[0] as object as { label: string }).label).toBe('__proto__');
  });
});

describe('units of a flux', () => {
  test.each([
    ['GeV^-1 m^-2 s^-1 sr^-1', 'GeV', 'm2', 0],
    ['GeV⁻¹ m⁻² s⁻¹ sr⁻¹', 'GeV', 'm2', 0],
    ['1 / (GeV m2 s sr)', 'GeV', 'm2', 0],
    ['(GeV m^2 s sr)^-1', 'GeV', 'm2', 0],
    ['1/MeV/cm2/s/sr', 'MeV', 'cm2', 0],
    ['#/sr/s/m2/GeV', 'GeV', 'm2', 0],
    ['m**-2 s**-1 sr**-1 GeV**2', 'GeV', 'm2', 3],
    ['GeV2/(cm2 s sr)', 'GeV', 'cm2', 3],
    ['GeV m^{-2} s-1 sr-1', null, null, null],
    ['TeV m-2 s-1 sr-1', 'TeV', 'm2', 2],
    ['m-2 s-1 sr-1', null, null, null],
    ['TeV-1 cm-2 s-1', null, null, null],
    ['GeV', null, null, null],
    ['%', null, null, null],
    ['((((', null, null, null],
  ])('%s', (text, energy, area, power) => {
    expect(readFluxUnit(text)).toEqual(energy === null ? null : { energy, area, power });
  });
});

describe('damaged files', () => {
  const positrons = readFileSync('src/data/tables/ams02_positron_flux_2019.csv', 'utf8');
  const sources = [positrons.split('\n').slice(0, 16).join('\n'), CRDB, ECSV];
  const pieces = [
    '',
    ',',
    ' ',
    '\n',
    '"',
    '#',
    '-',
    '0',
    '1e999',
    'nan',
    '{',
    '[',
    ')',
    ':',
    '\u0000',
    '__proto__',
    '\t',
    ';',
  ];

  test('10 000 of them give a data set of numbers or one sentence', () => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 6 });
    const start = preset('geminga');
    let read = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sources), edits, (source, changes) => {
        const text = changes.reduce((now, [at, length, piece]) => {
          const start = at % (now.length + 1);
          return now.slice(0, start) + piece + now.slice(start + length);
        }, source);
        try {
          const own = readOwnData(text, 'damaged.txt');
          const columns = { energy: 0, value: 1, statLower: 1, statUpper: 1, ...own.guess.columns };
          const few = own.columns.length < 2;
          const dataset = own.read({
            ...own.guess,
            columns: few ? own.guess.columns : columns,
            set: own.guess.set ?? 0,
            quantity: own.guess.quantity ?? own.sets[0]?.quantity ?? 'positron-flux',
            energyUnit: own.guess.energyUnit ?? 'GeV',
            fluxUnit: own.guess.fluxUnit ?? { energy: 'GeV', area: 'm2', power: 0 },
          });
          const { flux, meanEnergy_GeV, statError } = dataset;
          const table = ownTableOf(dataset, 'damaged.txt', { label: 'damaged.txt' });
          const scenario = parseScenario(withOwnData(start, table));
          if (scenario.ownData?.values.length !== flux.length) throw new Error('points were lost');
          for (const column of [flux, meanEnergy_GeV, statError]) {
            if (!column.every((value) => Number.isFinite(value) && value >= 0)) throw new Error('not a number');
          }
          read++;
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          if (!/^(damaged\.txt|ownData)[\s\S]*[.;]/.test(error.message) || error.message.length > 600)
            throw new Error(error.message);
          refused++;
        }
      }),
      { numRuns: 10_000, seed: 20191 },
    );
    // Both ends occur, or the damage is too small or too large to test anything.
    expect(Math.min(read, refused)).toBeGreaterThan(1000);
  }, 30_000);
});
