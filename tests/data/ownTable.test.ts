import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compare, evaluateScenario } from '../../src/analysis/evaluate.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { profileSlices } from '../../src/analysis/profiles.ts';
import { deviateOf } from '../../src/analysis/upperLimits.ts';
import { dataset, datasetOf, loadDatasets } from '../../src/data/datasets.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { type OwnTableNames, ownTableOf } from '../../src/data/ownData/ownTable.ts';
import { readOwnData } from '../../src/data/ownData/readOwnData.ts';
import { isPrepared, prepareData } from '../../src/data/prepare.ts';
import { exportBibliography } from '../../src/export/bibliography.ts';
import { exportComparisonCsv, exportComparisonEcsv, exportComparisonJson } from '../../src/export/exportComparison.ts';
import { openExport } from '../../src/export/openExport.ts';
import { scenarioLines } from '../../src/export/scenarioLines.ts';
import { DATASET_IDS, OWN_DATA_ID } from '../../src/model/datasetIds.ts';
import { InputError } from '../../src/model/inputError.ts';
import { keepingOwnData, withOwnData, withoutOwnData } from '../../src/model/ownDataEdits.ts';
import { MAX_OWN_POINTS, type OwnTable } from '../../src/model/ownTable.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import { SCENARIO_VERSION, type Scenario } from '../../src/model/scenario.ts';
import { SMALL_TABLE } from '../ownTable.ts';
import { preset, testKernel } from '../support.ts';

await loadDatasets();
const kernel = await testKernel();

const CSV = readFileSync('src/data/tables/ams02_positron_flux_2021.csv', 'utf8');

/** The same numbers as ECSV, in the words of astropy. */
function asEcsv(csv: string): string {
  const lines = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [head = '', ...rows] = lines;
  const unit = (name: string) => (name.startsWith('E_') ? 'GeV' : '1 / (GeV m2 s sr)');
  return [
    '# %ECSV 1.0',
    '# ---',
    "# delimiter: ','",
    '# datatype:',
    ...head.split(',').map((name) => `# - {name: ${name}, unit: ${unit(name)}, datatype: float64}`),
    '# schema: astropy-2.0',
    head,
    ...rows,
    '',
  ].join('\n');
}

function tableIn(text: string, fileName: string, names: OwnTableNames = {}): OwnTable {
  const own = readOwnData(text, fileName);
  return ownTableOf(own.read({ ...own.guess, quantity: 'positron-flux' }), fileName, names);
}

const withTable = (scenario: Scenario, table: OwnTable) => parseScenario(withOwnData(scenario, table));

/** Numbers of a table, without what it is called. */
function numbersOf({ id, label, experiment, reference, doi, quantity, remarks, ...numbers }: Dataset) {
  return numbers;
}

const small = (changes: Partial<OwnTable>): OwnTable => ({ ...SMALL_TABLE, ...changes });

describe('a table of one’s own in a scenario', () => {
  test.each(DATASET_IDS)('gives every number of %s back, and what it measures', (id) => {
    const shipped = dataset(id);
    const scenario = withTable(preset('geminga'), ownTableOf(shipped, 'file.csv'));
    const again = datasetOf(JSON.parse(JSON.stringify(scenario)), OWN_DATA_ID);
    expect(numbersOf(again)).toEqual(numbersOf(shipped));
    expect(again).toMatchObject({ id: OWN_DATA_ID, quantity: shipped.quantity, label: shipped.label, doi: '' });
    expect(again.reference).toBe(`${shipped.reference} (table supplied by the user, file file.csv)`);
  });

  const asCsv = withTable(preset('ams02-fit-function'), tableIn(CSV, 'mine.csv'));
  const asText = withTable(preset('ams02-fit-function'), tableIn(asEcsv(CSV), 'mine.ecsv'));

  test.each([
    ['errors in quadrature', {}],
    ['systematic errors correlated over energy', { errors: 'covariance' }],
    ['an error of the energy scale, bin averages', { energyScaleError: 0.02, fluxAt: 'bin-average' }],
  ] as const)('is fitted to the same bits as the shipped table of the same numbers, with %s', (_, change) => {
    const fitTo = (scenario: Scenario) => {
      const { parameters, goodness, covariance, chi2ByErrorModel, energyScales, evaluations } = fitScenario(
        kernel,
        parseScenario({ ...scenario, fit: { ...scenario.fit, ...change } }),
      );
      const scales = energyScales.map(({ shift, error }) => [shift, error]);
      return { parameters, goodness, covariance, chi2ByErrorModel, scales, evaluations };
    };
    const amsFit = preset('ams02-fit-function');
    const shipped = fitTo({ ...amsFit, fit: { ...amsFit.fit, dataset: 'ams02-positrons-2021' } });
    expect(shipped.goodness.points).toBeGreaterThan(50);
    expect(fitTo(asCsv)).toEqual(shipped);
    expect(fitTo(asText)).toEqual(shipped);
  });

  test('has profiles, which know nothing of where it came from', () => {
    const amsFit = preset('ams02-fit-function');
    const [path] = amsFit.fit.free as [string];
    const profileOf = (scenario: Scenario) => {
      const best = fitScenario(kernel, { ...scenario, fit: { ...scenario.fit, free: [path] } }).scenario;
      const slices = profileSlices(kernel, best, path);
      for (;;) {
        const slice = slices.next();
        if (slice.done) return slice.value;
      }
    };
    expect(profileOf(asCsv)).toEqual(profileOf({ ...amsFit, fit: { ...amsFit.fit, dataset: 'ams02-positrons-2021' } }));
  });

  test.each([
    ['ams02-fraction-2019'],
    ['calet-all-electrons-2023'],
    ['dampe-all-electrons-2017'],
    ['pamela-positrons-2013'],
  ] as const)('is compared in its own quantity: %s', (id) => {
    const scenario = withTable(preset('geminga'), ownTableOf(dataset(id), 'mine.csv'));
    const { comparison } = evaluateScenario(kernel, scenario);
    const { dataset: _, ...shipped } = compare(kernel, preset('geminga'), dataset(id));
    expect(comparison).toEqual({ ...shipped, dataset: OWN_DATA_ID });
  });

  test('of an electron flux is the electrons beside the positrons', async () => {
    const base = preset('geminga');
    const fraction = { ...base, fit: { ...base.fit, furtherDatasets: ['ams02-fraction-2019' as const] } };
    const electrons = dataset('ams02-electrons-2021');
    const same = withTable(fraction, ownTableOf(electrons, 'e.csv'));
    expect([same.electrons.flux, same.fit.dataset]).toEqual([OWN_DATA_ID, 'ams02-positrons-2019']);
    const numbers = (scenario: Scenario) => evaluateScenario(kernel, scenario).comparisons;
    expect(numbers(same)).toEqual(numbers(fraction));
    const doubled = { ...electrons, flux: electrons.flux.map((flux) => 2 * flux) };
    expect(numbers(withTable(fraction, ownTableOf(doubled, 'e.csv')))).not.toEqual(numbers(fraction));
    await prepareData(same);
    expect(isPrepared(same)).toBe(true);
  });

  test('asks for nothing that is not loaded', () => {
    expect(isPrepared(withTable(preset('geminga'), SMALL_TABLE))).toBe(true);
  });

  test('whose rows are in another order is sorted by energy, and says so', () => {
    const own = readOwnData(
      'E [GeV],flux [GeV-1 m-2 s-1 sr-1],stat + ,stat -\n20,2,0.2,0.1\n10,8,0.4,0.3\n',
      'positrons.csv',
    );
    const table = ownTableOf(own.read(own.guess), 'positrons.csv');
    expect(table).toMatchObject({ energies_GeV: [10, 20], values: [8, 2], statisticalAbove: [0.4, 0.2] });
    expect(table.remarks.at(-1)).toContain('sorted');
  });

  test('of too many points is refused in one sentence', () => {
    const rows = Array.from({ length: MAX_OWN_POINTS + 1 }, (_, i) => `${10 + i},1,0.1`);
    const own = readOwnData(`E [GeV],positron flux [GeV-1 m-2 s-1 sr-1],stat\n${rows.join('\n')}\n`, 'long.csv');
    expect(() => ownTableOf(own.read(own.guess), 'long.csv')).toThrow(
      'long.csv has 501 points, but a scenario carries at most 500; leave some out, or join bins.',
    );
  });

  test('has names of its own, on one line and short enough', () => {
    const table = tableIn(CSV, `a\nb${'x'.repeat(400)}.csv`, { label: 'My data', experiment: 'ICE' });
    expect(table).toMatchObject({ label: 'My data', experiment: 'ICE' });
    expect(table.fileName).toMatch(/^a bx+…$/);
    expect(() => withTable(preset('geminga'), table)).not.toThrow();
  });
});

describe('upper limits of an own table', () => {
  test('at 95 % are 1.645 standard deviations above nothing', () => {
    // 1.6448536: the 95 % quantile of a Gaussian, to the digits given; the tail is computed to 1e-12.
    expect(deviateOf(kernel, 0.95)).toBeCloseTo(1.6448536, 7);
    expect(deviateOf(kernel, 0.5)).toBeCloseTo(0, 7);
  });

  test.each(['quadrature', 'covariance'] as const)(
    'count where they say how much they weigh, with errors in %s',
    (errors) => {
      const base = preset('geminga');
      const scenario = { ...base, fit: { ...base.fit, errors } };
      const { expected, goodness, inFit } = compare(kernel, withTable(scenario, SMALL_TABLE));
      expect(inFit).toEqual([true, true, true, true]);
      const without = compare(kernel, withTable(scenario, small({ limitConfidence: null })));
      expect(without.inFit).toEqual([true, true, true, false]);
      const sigma = 6e-6 / deviateOf(kernel, 0.95);
      const pull = (expected[3] as number) / sigma;
      expect(goodness.chi2 - without.goodness.chi2).toBeCloseTo(pull * pull, 8);
    },
  );

  test('with errors of their own pull once the model crosses them', () => {
    const errorOf = (limit: number) => {
      const table = small({ statisticalAbove: [1e-4, 2e-5, 2e-6, 1e-7], values: [2e-3, 3e-4, 4e-5, limit] });
      return compare(kernel, withTable(preset('geminga'), table)).goodness.chi2;
    };
    expect(errorOf(1)).toBe(
      compare(kernel, withTable(preset('geminga'), small({ limitConfidence: null }))).goodness.chi2,
    );
    expect(errorOf(1e-8)).toBeGreaterThan(errorOf(1));
  });
});

describe('a scenario refuses', () => {
  const numbers = (value: number) => Array.from({ length: MAX_OWN_POINTS + 1 }, () => value);
  test.each<[string, (scenario: Scenario) => unknown, string]>([
    [
      'an own table that is not there',
      (s) => ({ ...s, fit: { ...s.fit, dataset: 'own' } }),
      'fit.dataset is "own", but',
    ],
    [
      'a further one that is not there',
      (s) => ({ ...s, fit: { ...s.fit, furtherDatasets: ['own'] } }),
      'fit.furtherDatasets[0] is "own", but ownData is null',
    ],
    [
      'electrons that are none',
      (s) => ({ ...withOwnData(s, SMALL_TABLE), electrons: { flux: 'own' } }),
      'no electron flux',
    ],
    [
      'electrons with an upper limit',
      (s) => withOwnData(s, small({ quantity: 'electron-flux' })),
      'electrons.flux is "own", but a curve needs two points',
    ],
    [
      'a fit to electrons',
      (s) => ({ ...withOwnData(s, small({ quantity: 'electron-flux' })), fit: { ...s.fit, dataset: 'own' } }),
      'fit.dataset is "own", but ownData is an electron flux',
    ],
    ['too many points', (s) => withOwnData(s, small({ energies_GeV: numbers(1) })), 'a list of 1 to 500 numbers'],
    ['no points', (s) => withOwnData(s, small({ values: [] })), 'ownData.values is a list of 0, but must be a list of'],
    ['columns of two lengths', (s) => withOwnData(s, small({ values: [1] })), 'ownData.values has 1 entries for 4'],
    ['a flux of 0', (s) => withOwnData(s, small({ values: [0, 1, 1, 1] })), 'ownData.values[0] is 0'],
    [
      'a point without errors',
      (s) => withOwnData(s, small({ isUpperLimit: [false, false, false, false] })),
      'number 4',
    ],
    ['an energy outside its bin', (s) => withOwnData(s, small({ binLow_GeV: [21, 36, 72, 160] })), 'mean energy 20'],
    [
      'energies out of order',
      (s) => withOwnData(s, small({ energies_GeV: [20, 40, 38, 160], binLow_GeV: [18, 36, 37, 160] })),
      'ownData.energies_GeV[2] is 38 GeV, below the one before',
    ],
    [
      'a fraction in per cent',
      (s) => withOwnData(s, small({ quantity: 'positron-fraction', values: [5, 5, 5, 5] })),
      'not in per cent',
    ],
    ['a long name', (s) => withOwnData(s, small({ label: 'x'.repeat(81) })), 'ownData.label is'],
    [
      'a name on two lines',
      (s) => withOwnData(s, small({ label: 'a\nb' })),
      'ownData.label is "a\\nb", but must be a text',
    ],
    ['a level that is none', (s) => withOwnData(s, small({ limitConfidence: 95 })), 'ownData.limitConfidence is 95'],
    [
      'two components of one name',
      (s) => withOwnData(s, small({ systematics: ['a', 'a'].map((name) => ({ name, errors: [0, 0, 0, 0] })) })),
      'ownData.systematics[1].name is "a" again',
    ],
    [
      'a key that is none',
      (s) => ({ ...s, ownData: { ...SMALL_TABLE, doi: '' } }),
      'ownData.doi is not a key of a scenario',
    ],
  ])('%s', (_, change, sentence) => {
    const read = () => parseScenario(change(preset('geminga')));
    expect(read).toThrow(InputError);
    expect(read).toThrow(sentence);
  });
});

describe('a scenario', () => {
  test('of version 3 has no own table', () => {
    const { ownData: _, ...older } = { ...preset('geminga'), version: 3 };
    expect(parseScenario(older)).toEqual(preset('geminga'));
    expect(SCENARIO_VERSION).toBe(4);
  });

  test('keeps its table with another preset, and gives the former one back', () => {
    const mine = withOwnData(preset('geminga'), SMALL_TABLE);
    const other = parseScenario(keepingOwnData(preset('monogem'), mine));
    expect(other).toMatchObject({ name: preset('monogem').name, ownData: SMALL_TABLE, fit: { dataset: OWN_DATA_ID } });
    expect(withoutOwnData(other, 'ams02-positrons-2021').fit.dataset).toBe('ams02-positrons-2021');
    expect(withoutOwnData(mine)).toEqual(preset('geminga'));
    expect(keepingOwnData(preset('monogem'), preset('geminga'))).toEqual(preset('monogem'));
  });

  test('shows a table without fitting it', () => {
    const shown = withOwnData(preset('geminga'), SMALL_TABLE, false);
    expect(shown).toMatchObject({ ownData: SMALL_TABLE, fit: { dataset: 'ams02-positrons-2019' } });
    const replaced = withOwnData(withOwnData(shown, SMALL_TABLE), small({ label: 'again' }), false);
    expect(replaced).toMatchObject({ ownData: { label: 'again' }, fit: { dataset: OWN_DATA_ID } });
  });
});

describe('exports of an own table', () => {
  const scenario = withTable(preset('geminga'), tableIn(CSV, 'mine.csv', { label: 'My table' }));
  const data = datasetOf(scenario, OWN_DATA_ID);
  const comparison = compare(kernel, scenario);
  const text = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes);

  test.each([
    ['CSV', exportComparisonCsv],
    ['ECSV', exportComparisonEcsv],
    ['JSON', exportComparisonJson],
  ])('cite it as what it is, carry its points and give chi2 back to the last bit: %s', (_, write) => {
    const file = text(write(scenario, comparison, data, {}));
    expect(file).toContain('My table');
    expect(file).toContain('supplied by the user, file mine.csv');
    const again = openExport(file, 'again').scenario;
    expect(again).toEqual(scenario);
    expect(compare(kernel, again).goodness).toEqual(comparison.goodness);
  });

  test('never pass it off as the published table that it comes from', () => {
    const { reference } = dataset('ams02-positrons-2021');
    const published = withTable(preset('geminga'), tableIn(CSV, 'mine.csv', { reference }));
    const entries = text(exportBibliography(published, { datasets: [datasetOf(published, OWN_DATA_ID)] }));
    const [, ...works] = entries.split('\n@');
    expect(works.filter((work) => work.includes('supplied by the user, file mine.csv'))).toHaveLength(1);
    expect(entries).toMatch(/data: mine\.csv/);
  });

  test('list it in the bibliography and, value by value, in the head', () => {
    const bibliography = text(exportBibliography(scenario, { datasets: [data] }));
    expect(bibliography).toMatch(/@misc\{\w+,\n {2}note = \{[^}]*table supplied by the user, file mine\.csv/);
    expect(bibliography).not.toContain('CRDB');
    const lines = scenarioLines(scenario);
    expect(lines.find((line) => line.startsWith('ownData.values = ['))?.split(',')).toHaveLength(data.flux.length);
  });
});
