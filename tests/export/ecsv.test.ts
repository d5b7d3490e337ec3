import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { astropyUnit, UNIT_ASCII } from '../../src/export/asciiUnits.ts';
import { exportChainCsv, exportChainEcsv, exportChainJson } from '../../src/export/exportChain.ts';
import { exportComparisonEcsv } from '../../src/export/exportComparison.ts';
import { fileText } from '../../src/export/exportedFile.ts';
import { exportFitReportEcsv } from '../../src/export/exportFitReport.ts';
import { exportSpectrumCsv, exportSpectrumEcsv, exportSpectrumJson } from '../../src/export/exportSpectrum.ts';
import type { PosteriorChain } from '../../src/export/exportTypes.ts';
import { reopeningLink } from '../../src/export/link.ts';
import { type EcsvColumn, numbersOf, readEcsv } from '../../src/export/readEcsv.ts';
import { InputError } from '../../src/model/inputError.ts';
import { parseScenario, parseScenarioText } from '../../src/model/readScenario.ts';
import { comparison, data, goodness, report, scenario, spectrum } from './fixtures.ts';
import { column, readTable } from './tableReader.ts';

const PLACE = 'a.ecsv';
const FLUX = '1 / (GeV m2 s sr)';
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const text = fileText(
  exportSpectrumEcsv(scenario, spectrum, {
    datasets: [data],
    goodness,
    page: 'https://example.org/',
    date: '2026-03-01',
  }),
);
const table = readEcsv(text, PLACE);
const head = (one: EcsvColumn) => [one.name, one.unit, one.datatype];

/** Five steps of two walkers over two parameters. */
const chain: PosteriorChain = {
  paths: ['sources[Geminga].efficiency', 'sources[Geminga].cutoffEnergy_GeV'],
  chain: {
    positions: [1, 2, 3, 4, 5].map((step) => [
      [1 + step / 7, 5000 / step],
      [2 - step / 7, 6000 / step],
    ]),
    logProbabilities: [1, 2, 3, 4, 5].map((step) => [-step / 3, -step / 7]),
  },
  run: { seed: 7, acceptance: 0.31, stopped: 'converged' },
};
const efficiencies = [1, 2, 3, 4, 5].flatMap((step) => [1 + step / 7, 2 - step / 7]);

describe('a spectrum as ECSV', () => {
  it('names its columns, with units as astropy writes them and what each holds', () => {
    expect(table.columns.map(head)).toEqual([
      ['energy', 'GeV', 'float64'],
      ['total', FLUX, 'float64'],
      ['relative_error', '', 'float64'],
      ['Geminga', FLUX, 'float64'],
      ['secondaries', FLUX, 'float64'],
    ]);
    for (const { description } of table.columns) expect(description).not.toBe('');
  });

  it('reads back to the same doubles to the last bit', () => {
    expect(numbersOf(table, 'energy', PLACE)).toEqual(spectrum.energies_GeV);
    expect(numbersOf(table, 'total', PLACE)).toEqual(spectrum.total);
    expect(numbersOf(table, 'relative_error', PLACE)).toEqual(spectrum.relativeError);
    for (const { name, flux } of spectrum.components) expect(numbersOf(table, name, PLACE)).toEqual(flux);
  });

  it('reads back to the same doubles whatever they are, the sign of zero included', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 20 }), (numbers) => {
        const values = Float64Array.from(numbers);
        const bare = { energies_GeV: values, total: values, components: [], relativeError: null };
        const again = readEcsv(fileText(exportSpectrumEcsv(scenario, bare)), PLACE);
        for (const [index, value] of numbersOf(again, 'total', PLACE).entries()) {
          expect(Object.is(value, values[index])).toBe(true);
        }
      }),
    );
  });

  it('carries program, day, link, data with DOI, chi2 and the scenario, every value with its unit', () => {
    const meta = Object.fromEntries(table.meta);
    expect(meta).toMatchObject({
      format: 'geminga-spectrum',
      version: 1,
      program: { name: 'Geminga Lab', version: packageFile.version },
      date: '2026-03-01',
      link: reopeningLink(scenario, { page: 'https://example.org/' }),
      datasets: [{ label: 'a table', doi: '10.1000/example' }],
      goodness,
      components: [
        { column: 'Geminga', name: 'Geminga', kind: 'pulsar' },
        { column: 'secondaries', name: 'secondaries', kind: 'diffuse-term' },
      ],
    });
    expect(parseScenarioText(String(meta['scenario']))).toEqual(scenario);
    expect(meta['scenario_values']).toEqual(
      expect.arrayContaining([
        { path: 'sources[Geminga].efficiency', value: 1.3, unit: '', state: 'free' },
        { path: 'sources[Geminga].distance_pc', value: 250, unit: 'pc', state: 'fixed' },
        { path: 'sources[Geminga].breakEnergy_GeV', value: null, unit: '', state: 'fixed' },
        { path: 'propagation.D0_cm2_s', value: 2e28, unit: 'cm2 / s', state: 'fixed' },
        { path: 'fit.energyRange_GeV', value: [10, 1000], unit: '', state: null },
      ]),
    );
  });

  it('has a head in ASCII in which YAML 1.1 takes every number for a number: 2.0e+28, not 2e28', () => {
    const lines = text.split('\n').filter((line) => line.startsWith('#'));
    for (const line of lines) expect(line).toMatch(/^[\x20-\x7e]*$/);
    const outsideOfStrings = lines.map((line) => line.replace(/"(?:[^"\\]|\\.)*"/g, '""')).join('\n');
    const withExponent = outsideOfStrings.match(/[-\d.]+e[-+\d]+/g) ?? [];
    expect(withExponent).toContain('2.0e+28');
    for (const number of withExponent) expect(number).toMatch(/^-?\d+\.\d+e[+-]\d+$/);
  });

  it('keeps exotic names of scenario and sources', () => {
    const name = 'Жеминга, "η"\\U0001F600 \u2028 😀 # @';
    const exotic = parseScenario({
      ...structuredClone(scenario),
      name,
      sources: [{ ...scenario.sources[0], name }],
      fit: { ...scenario.fit, free: [] },
    });
    const components = ['a, "b"', 'total', 'a, "b"', name].map((component) => ({
      name: component,
      kind: 'pulsar' as const,
      flux: spectrum.total,
    }));
    const again = readEcsv(fileText(exportSpectrumEcsv(exotic, { ...spectrum, components })), PLACE);
    expect(parseScenarioText(String(again.meta.get('scenario')))).toEqual(exotic);
    const roles = again.meta.get('components') as { name: string; column: string }[];
    expect(roles.map((role) => role.name)).toEqual(components.map((component) => component.name));
    expect(again.columns.map((one) => one.name)).toEqual(
      expect.arrayContaining(['a_b', 'total_2', 'a_b_2', ...roles.map((role) => role.column)]),
    );
    for (const role of roles) {
      expect(role.column).toMatch(/^[\x21-\x7e]+$/);
      expect(numbersOf(again, role.column, PLACE)).toEqual(spectrum.total);
    }
  });

  it('holds the edges of a band, as CSV and JSON do', () => {
    const bands = [{ probability: 0.68, lower: spectrum.total.map((value) => value / 2), upper: spectrum.total }];
    const again = readEcsv(fileText(exportSpectrumEcsv(scenario, spectrum, { bands })), PLACE);
    expect(numbersOf(again, 'lower_68', PLACE)).toEqual(bands[0]?.lower);
    expect(again.meta.get('bands')).toEqual([
      { column: 'lower_68', probability: 0.68, edge: 'lower' },
      { column: 'upper_68', probability: 0.68, edge: 'upper' },
    ]);
    const csv = readTable(fileText(exportSpectrumCsv(scenario, spectrum, { bands })));
    expect(column(csv, 'upper_68_per_GeV_m2_s_sr')).toEqual(spectrum.total);
    expect(csv.comments.some((line) => /band .* probability 0\.68/.test(line))).toBe(true);
    expect(JSON.parse(fileText(exportSpectrumJson(scenario, spectrum, { bands }))).bands[0].probability).toBe(0.68);
  });

  it.each([Number.NaN, Number.NEGATIVE_INFINITY])('never holds %s: it throws instead', (bad) => {
    expect(() => exportSpectrumEcsv(scenario, { ...spectrum, total: spectrum.total.with(1, bad) })).toThrow(RangeError);
  });
});

describe('other results as ECSV', () => {
  it('model beside data: errors, residuals, and which points are fitted', () => {
    const again = readEcsv(fileText(exportComparisonEcsv(scenario, comparison, data)), PLACE);
    expect(numbersOf(again, 'measured', PLACE)).toEqual(data.flux);
    expect(numbersOf(again, 'syst_error', PLACE)).toEqual(data.systError);
    expect(numbersOf(again, 'pull_sigma', PLACE)).toEqual(comparison.pull);
    expect(again.columns.find(({ name }) => name === 'in_fit')?.values).toEqual(comparison.inFit);
    expect(again.meta.get('goodness')).toEqual(goodness);
  });

  it('errors of two sides, upper limits and quantities without unit', () => {
    const unusual: Dataset = {
      ...data,
      quantity: 'positron-fraction',
      asymmetric: {
        statLower: data.statError,
        statUpper: data.statError.map((error) => 2 * error),
        systLower: data.systError,
        systUpper: data.systError,
      },
      upperLimits: [false, false, true, false],
    };
    const again = readEcsv(fileText(exportComparisonEcsv(scenario, comparison, unusual)), PLACE);
    expect(again.columns.map(head)).toEqual(
      expect.arrayContaining([
        ['measured', '', 'float64'],
        ['stat_upper', '', 'float64'],
        ['upper_limit', '', 'bool'],
      ]),
    );
    expect(numbersOf(again, 'stat_upper', PLACE)).toEqual(unusual.asymmetric?.statUpper);
    expect(again.columns.find(({ name }) => name === 'upper_limit')?.values).toEqual(unusual.upperLimits);
  });

  it('a fit: values, errors where they exist, units, verdict', () => {
    const again = readEcsv(fileText(exportFitReportEcsv(report, data)), PLACE);
    const values = (name: string) => again.columns.find((one) => one.name === name)?.values;
    expect(values('path')).toEqual(report.parameters.map(({ path }) => path));
    expect(values('unit')).toEqual([null, 'GeV', null]);
    expect(values('value')).toEqual(report.parameters.map(({ value }) => value));
    expect(values('error')).toEqual(report.parameters.map(({ error }) => error));
    expect(values('at_bound')).toEqual([null, null, 'upper']);
    expect(values('correlation_with_sources[Geminga].efficiency')).toEqual([1, -0.857183593277, null]);
    expect(again.meta.get('fit')).toMatchObject({ valid: true, verdict: report.verdict });
  });

  it('a chain: step, walker, parameters in their units, log probability; CSV and JSON say the same', () => {
    const again = readEcsv(fileText(exportChainEcsv(scenario, chain, { goodness })), PLACE);
    expect(again.columns.map(head)).toEqual([
      ['step', '', 'int64'],
      ['walker', '', 'int64'],
      ['sources[Geminga].efficiency', '', 'float64'],
      ['sources[Geminga].cutoffEnergy_GeV', 'GeV', 'float64'],
      ['log_probability', '', 'float64'],
    ]);
    expect(again.columns[0]?.values).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(again.columns[1]?.values).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
    expect(numbersOf(again, 'sources[Geminga].efficiency', PLACE)).toEqual(Float64Array.from(efficiencies));
    expect(numbersOf(again, 'log_probability', PLACE)).toEqual(Float64Array.from(chain.chain.logProbabilities.flat()));
    expect(again.meta.get('run')).toEqual(chain.run);
    const csv = readTable(fileText(exportChainCsv(scenario, chain)));
    expect(column(csv, 'sources[Geminga].efficiency')).toEqual(Float64Array.from(efficiencies));
    expect(csv.comments).toContain('run, seed: 7');
    const json = JSON.parse(fileText(exportChainJson(scenario, chain)));
    expect(json.parameters[0].values).toEqual(efficiencies);
    expect(json.logProbability).toEqual(chain.chain.logProbabilities.flat());
  });
});

describe('units', () => {
  it.each([
    ['', ''],
    ['GeV', 'GeV'],
    ['cm^2 s^-1', 'cm2 / s'],
    ['TeV^-1', '1 / TeV'],
    ['eV cm^-3', 'eV / cm3'],
    ['GeV^-1 m^-2 s^-1 sr^-1', FLUX],
  ])('"%s" is "%s" for astropy', (ascii, astropy) => {
    expect(astropyUnit(ascii)).toBe(astropy);
  });

  it('are all of the form that is translated', () => {
    for (const unit of Object.values(UNIT_ASCII)) expect(unit).toMatch(/^(?:[A-Za-z]+(?:\^-?\d)?(?: |$))*$/);
  });
});

describe('reading ECSV is strict', () => {
  it.each([
    ['no ECSV', text.replace('%ECSV 1.0', '%ECSV 0.9'), 1],
    ['another delimiter', text.replace('delimiter: ","', 'delimiter: " "'), 3],
    ['an unknown type', text.replace('"float64"', '"float32"'), 5],
    ['a number that is none', text.replace('\n10.67,', '\n1O.67,'), 0],
    ['a number that is not finite', text.replace('\n10.67,', '\nnan,'), 0],
    ['a row that is too short', text.replace('\n10.67,', '\n'), 0],
    ['a quote that is not closed', text.replace('\n10.67,', '\n"10.67,'), 0],
    ['names that the head does not have', text.replace('\nenergy,', '\nEnergy,'), 0],
    ['a value that is cut', text.replace('"geminga-spectrum"', '"geminga-spectrum'), 0],
    ['an entry that comes twice', text.replace('#   version: 1', '#   format: 1'), 0],
    ['an end in the head', text.slice(0, 900), 0],
    ['nothing', '', 1],
  ])('%s is one sentence that names the line', (_, broken, line) => {
    expect(broken).not.toBe(text);
    let error: unknown;
    try {
      readEcsv(broken, PLACE);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(/^a\.ecsv, line \d+: [^\n]+; export [^\n]+\.$/);
    if (line > 0) expect((error as Error).message).toContain(`line ${line}:`);
  });

  it('but takes the line ends and the mark of order of Windows', () => {
    expect(readEcsv(`\uFEFF${text.replaceAll('\n', '\r\n')}`, PLACE)).toEqual(table);
  });
});
