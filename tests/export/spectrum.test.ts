import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json';
import { exportComparisonCsv, exportComparisonJson } from '../../src/export/exportComparison.ts';
import { fileText } from '../../src/export/exportedFile.ts';
import { exportSpectrumCsv, exportSpectrumJson } from '../../src/export/exportSpectrum.ts';
import { reopeningLink } from '../../src/export/link.ts';
import { SCENARIO_LINE } from '../../src/export/provenance.ts';
import { parseScenario, parseScenarioText } from '../../src/model/readScenario.ts';
import { comparison, data, goodness, scenario, spectrum } from './fixtures.ts';
import { column, readTable } from './tableReader.ts';

const FLUX = 'per_GeV_m2_s_sr';
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('the spectrum as CSV', () => {
  it('reads back to the same doubles to the last bit', () => {
    const table = readTable(fileText(exportSpectrumCsv(scenario, spectrum)));
    expect(column(table, 'energy_GeV')).toEqual(spectrum.energies_GeV);
    expect(column(table, `total_${FLUX}`)).toEqual(spectrum.total);
    for (const { name, flux } of spectrum.components) expect(column(table, `${name}_${FLUX}`)).toEqual(flux);
  });

  it('reads back to the same doubles whatever they are', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 20 }), (numbers) => {
        const values = Float64Array.from(numbers, (value) => value + 0);
        const table = readTable(
          fileText(
            exportSpectrumCsv(scenario, { energies_GeV: values, total: values, components: [], relativeError: null }),
          ),
        );
        expect(column(table, `total_${FLUX}`)).toEqual(values);
      }),
    );
  });

  it('holds every value of the scenario, untouched defaults too, with unit and free or fixed', () => {
    const { comments } = readTable(fileText(exportSpectrumCsv(scenario, spectrum)));
    expect(comments).toContain('  sources[Geminga].efficiency = 1.3 (free)');
    expect(comments).toContain('  sources[Geminga].distance_pc = 250 pc (fixed)');
    expect(comments).toContain('  sources[Geminga].breakEnergy_GeV = null (fixed)');
    expect(comments).toContain('  sources[Geminga].transverseVelocity_km_s = 0 km s^-1 (fixed)');
    expect(comments).toContain('  sources[Geminga].injection = "continuous"');
    expect(comments).toContain('  propagation.D0_cm2_s = 2e+28 cm^2 s^-1 (fixed)');
    expect(comments).toContain('  background.normalisation = 1 (free)');
    expect(comments).toContain('  fit.energyRange_GeV = [10, 1000]');
    const leaves = JSON.stringify(scenario).match(/"[^"]+":(?=[^{[]|\[\d|\["|\[\])/g) ?? [];
    const first = comments.indexOf('scenario, every value with its unit:');
    const last = comments.findIndex((line) => line.startsWith(SCENARIO_LINE));
    expect(last - first - 1).toBe(leaves.length);
  });

  it('holds the whole scenario as one line of JSON that imports exactly, exotic names too', () => {
    const exotic = parseScenario({ ...structuredClone(scenario), name: 'Жеминга, "η", \u2028 😀' });
    const { comments } = readTable(fileText(exportSpectrumCsv(exotic, spectrum)));
    const line = comments.find((comment) => comment.startsWith(SCENARIO_LINE))?.slice(SCENARIO_LINE.length) ?? '';
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    expect(parseScenarioText(line)).toEqual(exotic);
  });

  it('names the version, the data with DOI, chi2 and the link', () => {
    const file = exportSpectrumCsv(scenario, spectrum, {
      datasets: [data],
      goodness,
      page: 'https://example.org/',
    });
    const { comments } = readTable(fileText(file));
    expect(comments[0]).toContain(`Geminga Lab ${packageFile.version}`);
    expect(comments).toContain(`link: ${reopeningLink(scenario, { page: 'https://example.org/' })}`);
    expect(comments).toContain('data: a table: Nobody, Journal of Examples 1, 1 (2000), doi:10.1000/example');
    expect(comments).toContain(
      'chi2 = 27.33490970052 for 50 points and 4 free parameters: 46 degrees of freedom, p-value = 0.9869547322477, AIC = 35.33490970052',
    );
  });

  it('keeps names with commas and quotes in one column, and equal names apart', () => {
    const odd = {
      ...spectrum,
      components: ['a, "b"', 'total', 'a, "b"'].map((name) => ({
        name,
        kind: 'pulsar' as const,
        flux: spectrum.total,
      })),
    };
    const { columns } = readTable(fileText(exportSpectrumCsv(scenario, odd)));
    expect(columns).toEqual([
      'energy_GeV',
      `total_${FLUX}`,
      'relative_error',
      `a, "b"_${FLUX}`,
      `total_${FLUX} (2)`,
      `a, "b"_${FLUX} (2)`,
    ]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('never holds %s: it throws instead, in CSV and in JSON', (bad) => {
    const broken = { ...spectrum, total: spectrum.total.with(2, bad) };
    expect(() => exportSpectrumCsv(scenario, broken)).toThrow(RangeError);
    expect(() => exportSpectrumJson(scenario, broken)).toThrow(RangeError);
  });

  it('gives the same bytes for the same input, under a name made of the scenario', () => {
    const [one, two] = [exportSpectrumCsv(scenario, spectrum), exportSpectrumCsv(scenario, spectrum)];
    expect(one).toEqual(two);
    expect(one.name).toBe('geminga-fast-galactic-diffusion-spectrum.csv');
  });
});

describe('the spectrum as JSON', () => {
  it('holds the same doubles, the scenario and the program', () => {
    const document = JSON.parse(fileText(exportSpectrumJson(scenario, spectrum, { datasets: [data], goodness })));
    expect(document.total).toEqual(Array.from(spectrum.total));
    expect(document.components[1]).toEqual({
      name: 'secondaries',
      kind: 'diffuse-term',
      flux: Array.from(spectrum.components[1]?.flux ?? []),
    });
    expect(parseScenario(document.scenario)).toEqual(scenario);
    expect(document.program).toEqual({ name: 'Geminga Lab', version: packageFile.version });
    expect(document.datasets[0].doi).toBe('10.1000/example');
    expect(document.goodness).toEqual(goodness);
  });
});

describe('model and data side by side', () => {
  it('holds every point with its errors, model and pull, and says which points were fitted', () => {
    const table = readTable(fileText(exportComparisonCsv(scenario, comparison, data)));
    expect(column(table, 'pull_sigma')).toEqual(comparison.pull);
    expect(column(table, `measured_${FLUX}`)).toEqual(data.flux);
    expect(column(table, `stat_error_${FLUX}`)).toEqual(data.statError);
    expect(column(table, 'bin_high_GeV')).toEqual(data.binHigh_GeV);
    expect(column(table, 'in_fit')).toEqual(Float64Array.of(0, 1, 0, 1));
  });

  it('says the same in JSON', () => {
    const document = JSON.parse(fileText(exportComparisonJson(scenario, comparison, data)));
    expect(document.pull).toEqual(Array.from(comparison.pull));
    expect(document.inFit).toEqual(comparison.inFit);
    expect(document.measured).toEqual(Array.from(data.flux));
  });
});
