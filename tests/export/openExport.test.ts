import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/analysis/evaluate.ts';
import { datasetOf } from '../../src/data/datasets.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { exportBibliography } from '../../src/export/bibliography.ts';
import { exportChainEcsv, exportChainJson } from '../../src/export/exportChain.ts';
import { exportComparisonCsv, exportComparisonEcsv, exportComparisonJson } from '../../src/export/exportComparison.ts';
import { type ExportedFile, fileText } from '../../src/export/exportedFile.ts';
import {
  exportFitReportCsv,
  exportFitReportEcsv,
  exportFitReportJson,
  exportFitReportText,
} from '../../src/export/exportFitReport.ts';
import { exportScenarioJson } from '../../src/export/exportScenario.ts';
import { exportSpectrumCsv, exportSpectrumEcsv, exportSpectrumJson } from '../../src/export/exportSpectrum.ts';
import { exportFigureSvg } from '../../src/export/figureSvg.ts';
import { reopeningLink } from '../../src/export/link.ts';
import { openExport, scenarioDocument } from '../../src/export/openExport.ts';
import { exportPythonPlot } from '../../src/export/pythonPlot.ts';
import { InputError } from '../../src/model/inputError.ts';
import { darkMatterBlock, defaultsOf, haloBlock, secondariesBlock } from '../../src/model/parameters.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { predictSpectrum } from '../../src/predict/spectrum.ts';
import { preset, testKernel } from '../support.ts';
import { comparison, data, report, scenario, spectrum } from './fixtures.ts';

const kernel = await testKernel();

/** A name that is markup, a quote, a comment and an address at once, in several scripts. */
const EXOTIC = 'Жеминга "η" <b>&amp; \\U0001F600 😀 # % @ {}';
const exotic: Scenario = parseScenario({
  ...structuredClone(scenario),
  name: EXOTIC,
  sources: [{ ...scenario.sources[0], name: EXOTIC }],
  fit: { ...scenario.fit, free: [] },
});

const withGalaxy = parseScenario({
  ...structuredClone(preset('geminga')),
  background: { model: 'secondaries', ...defaultsOf(secondariesBlock) },
  darkMatter: { ...defaultsOf(darkMatterBlock), spectrum: null },
  fit: { ...preset('geminga').fit, free: [] },
});
await prepareData(withGalaxy);

const scenarios: readonly (readonly [string, Scenario])[] = [
  ['one zone', preset('geminga')],
  ['the AMS-02 fit function', preset('ams02-fit-function')],
  ['computed secondaries and dark matter', withGalaxy],
  [
    'a halo, approximate losses and an exotic name',
    parseScenario({
      ...exotic,
      propagation: { ...exotic.propagation, halo: defaultsOf(haloBlock) },
      losses: { ...exotic.losses, model: 'kn-fit' },
    }),
  ],
];

describe.each(scenarios)('an exported result of %s, opened again and evaluated again', (_, original) => {
  const energies = Float64Array.of(0.7, 10, 100.5, 1 / 3 + 300, 2e3);
  const predicted = predictSpectrum(kernel, original, energies, { withError: true });
  const table = datasetOf(original, original.fit.dataset);
  const compared = compare(kernel, original);

  it.each([
    ['spectrum, ECSV', exportSpectrumEcsv(original, predicted), predicted],
    ['spectrum, JSON', exportSpectrumJson(original, predicted), predicted],
    ['comparison, ECSV', exportComparisonEcsv(original, compared, table), compared.model],
    ['comparison, JSON', exportComparisonJson(original, compared, table), compared.model],
  ] as const)('gives the same scenario and the same numbers to the last bit: %s', (__, file, numbers) => {
    const opened = openExport(fileText(file), file.name);
    expect(opened.scenario).toEqual(original);
    // The model at the points of a table also says what it is and where it reaches.
    expect(numbers).toMatchObject(opened.spectrum ?? {});
    expect(opened.spectrum?.total).toEqual(numbers.total);
    const again = predictSpectrum(kernel, opened.scenario, numbers.energies_GeV, { withError: true });
    expect(again).toEqual(opened.spectrum);
  });
});

const figure = { scenario: exotic, curve: spectrum, data: [{ dataset: data, comparison }] };
const context = { page: 'https://example.org/?a=1&b=2', date: '2026-03-01' };
const chain = {
  paths: ['sun.potential_MV'],
  chain: {
    positions: [
      [[500], [501]],
      [[502], [503]],
    ],
    logProbabilities: [
      [-1, -2],
      [-3, -4],
    ],
  },
};
const exoticReport = { ...report, parameters: [], errorsFor: [], scenario: exotic };
const everyFile: readonly (readonly [string, string | null, ExportedFile])[] = [
  ['scenario, JSON', 'geminga-scenario', exportScenarioJson(exotic)],
  ['spectrum, CSV', null, exportSpectrumCsv(exotic, spectrum, context)],
  ['spectrum, ECSV', 'geminga-spectrum', exportSpectrumEcsv(exotic, spectrum, context)],
  ['spectrum, JSON', 'geminga-spectrum', exportSpectrumJson(exotic, spectrum, context)],
  ['comparison, CSV', null, exportComparisonCsv(exotic, comparison, data, context)],
  ['fit, text', null, exportFitReportText(exoticReport, data, context)],
  ['fit, CSV', null, exportFitReportCsv(exoticReport, data, context)],
  ['fit, ECSV', 'geminga-fit', exportFitReportEcsv(exoticReport, data, context)],
  ['fit, JSON', 'geminga-fit', exportFitReportJson(exoticReport, data, context)],
  ['chain, ECSV', 'geminga-chain', exportChainEcsv(exotic, chain, context)],
  ['chain, JSON', 'geminga-chain', exportChainJson(exotic, chain, context)],
  ['figure, SVG', null, exportFigureSvg(figure, context)],
  ['Python program', null, exportPythonPlot(figure, context)],
  ['bibliography', null, exportBibliography(exotic, { ...context, datasets: [data] })],
];

describe('every exported file', () => {
  it.each(everyFile)('gives its scenario back, whatever its name: %s', (_, format, file) => {
    const opened = openExport(fileText(file), file.name);
    expect(opened.scenario).toEqual(exotic);
    expect(opened.format).toBe(format);
    expect(openExport(`\uFEFF${fileText(file).replaceAll('\n', '\r\n')}`, file.name).scenario).toEqual(exotic);
  });

  it.each(everyFile.slice(1))('carries version, link and day, in the file and in its name: %s', (_, __, file) => {
    const text = fileText(file).replaceAll('&amp;', '&');
    expect(text).toContain('Geminga Lab');
    expect(text).toContain(reopeningLink(exotic, context));
    expect(text).toContain(context.date);
    expect(file.name).toMatch(/^geminga-[a-z0-9-]+-20260301-[0-9a-f]{6}\.[a-z]+$/);
  });

  it('is not the same for another day or link, and the same for the same', () => {
    const make = (date: string) => exportSpectrumEcsv(scenario, spectrum, { date });
    expect(make('2026-03-01')).toEqual(make('2026-03-01'));
    expect(make('2026-03-01').bytes).not.toEqual(make('2026-03-02').bytes);
  });
});

describe('what is no file of this program', () => {
  it.each([
    ['nothing', '', 'not JSON'],
    ['a table of somebody else', 'E,flux\n1,2\n', 'not JSON'],
    ['a list', '[1, 2]', 'a list of 2'],
    ['JSON of another program', '{"format": "cube", "scenario": {}}', '"cube"'],
    ['a result without its scenario', '{"format": "geminga-spectrum"}', 'missing'],
    ['a mark without a scenario', '# scenario as JSON: no\n', 'not JSON'],
    [
      'ECSV that another program wrote',
      '# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\na\n1\n',
      'line 3',
    ],
    [
      'a spectrum with a number too few',
      fileText(exportSpectrumJson(scenario, spectrum)).replace('[0.30000000000000004, ', '['),
      'total',
    ],
  ])('is refused in one sentence that names the file: %s', (_, text, part) => {
    let error: unknown;
    try {
      openExport(text, 'my.file');
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(/^my\.file[^\n]+\.$/);
    expect((error as Error).message).toContain(part);
  });

  it('says what is wrong with the scenario in it', () => {
    const text = fileText(exportSpectrumJson(scenario, spectrum)).replace('"distance_pc": 250', '"distance_pc": -1');
    expect(() => openExport(text, 'my.json')).toThrow(/^my\.json: sources\[0\]\.distance_pc is -1/);
    expect(scenarioDocument(text, 'my.json')).toMatchObject({ sources: [{ distance_pc: -1 }] });
  });
});

const TEXTS = everyFile.slice(0, 9).map(([, , file]) => fileText(file));
const NASTY = [
  '__proto__',
  '"__proto__":{"polluted":1},',
  '{"__proto__": {"polluted": 1}}',
  'constructor',
  '"constructor":{"prototype":{"polluted":1}},',
  '\\U00110000',
  '\\ud800',
  '\u0000',
  '\u2028',
  '"',
  '""',
  '\\',
  '{',
  '[',
  '[[[[[[[[[[',
  '}',
  '1e999',
  'NaN',
  '-',
  ',',
  '\n',
  '\r',
  '# ',
  '#   meta:',
  'scenario as JSON: {',
  '9'.repeat(400),
  '"'.repeat(400),
  ','.repeat(400),
];

/** One of many ways to damage a text. */
const damage = fc.record({
  kind: fc.constantFrom('cut', 'delete', 'double', 'insert', 'replace', 'swap', 'digit'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 200 }),
  nasty: fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 6, unit: 'binary' })),
});

function damaged(text: string, { kind, at, length, nasty }: typeof damage extends fc.Arbitrary<infer T> ? T : never) {
  const start = Math.floor(at * text.length);
  const end = Math.min(start + length, text.length);
  switch (kind) {
    case 'cut':
      return text.slice(0, start);
    case 'delete':
      return text.slice(0, start) + text.slice(end);
    case 'double':
      return text.slice(0, end) + text.slice(start);
    case 'insert':
      return text.slice(0, start) + nasty + text.slice(start);
    case 'replace':
      return text.slice(0, start) + nasty + text.slice(start + nasty.length);
    case 'swap':
      return text.slice(0, start) + text.slice(end) + text.slice(start, end);
    default:
      return text.slice(0, start) + text.slice(start).replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  }
}

describe('ten thousand damaged files', () => {
  it('give a result or one sentence, never another exception, and leave every prototype alone', () => {
    const outcomes = { opened: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(damage, { minLength: 1, maxLength: 3 }), (text, damages) => {
        const broken = damages.reduce(damaged, text);
        try {
          const opened = openExport(broken, 'broken.file');
          expect(parseScenario(opened.scenario)).toEqual(opened.scenario);
          outcomes.opened += 1;
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.message.length).toBeGreaterThan(20);
          outcomes.refused += 1;
        }
        expect((Object.prototype as { polluted?: unknown }).polluted).toBeUndefined();
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 10_000, seed: 6 },
    );
    // Both must happen often, or the damage is too strong or too weak to show anything.
    expect(outcomes.opened).toBeGreaterThan(1000);
    expect(outcomes.refused).toBeGreaterThan(1000);
  }, 30_000);

  it('and none takes long: the largest damaged table is refused in less than a second', () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => row + 0.5);
    const values = Float64Array.from(rows);
    const long = fileText(
      exportSpectrumEcsv(scenario, { energies_GeV: values, total: values, components: [], relativeError: null }),
    );
    for (const broken of [`${long}"`, `${long}${'"'.repeat(100_000)}`, `${long}${','.repeat(100_000)}`]) {
      const start = performance.now();
      expect(() => openExport(broken, 'long.ecsv')).toThrow(InputError);
      // Linear work on 1 MB takes some 50 ms; work that grows as the square would take minutes.
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});
