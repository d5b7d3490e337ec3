import { describe, expect, it } from 'vitest';
import { fileText } from '../../src/export/exportedFile.ts';
import {
  exportFitReportCsv,
  exportFitReportEcsv,
  exportFitReportJson,
  exportFitReportText,
} from '../../src/export/exportFitReport.ts';
import { exportScenarioJson } from '../../src/export/exportScenario.ts';
import { fitReportInWords } from '../../src/export/fitReportText.ts';
import { reopeningLink } from '../../src/export/link.ts';
import { measuredText } from '../../src/export/measuredValue.ts';
import { PROGRAM_TEXT } from '../../src/export/program.ts';
import { readEcsv } from '../../src/export/readEcsv.ts';
import { parseScenario, parseScenarioText } from '../../src/model/readScenario.ts';
import { data, report, scenario } from './fixtures.ts';
import { column, readTable } from './tableReader.ts';

const IN_WORDS = `Fit of "Geminga, fast Galactic diffusion" to a table, 10 to 1000 GeV

VALID: Valid minimum
  ok  Converged in 7 steps.
  !   The background sits at its upper limit.
  BAD An example of bad news.

chi2 = 27.3349 for 50 points and 4 free parameters: 46 degrees of freedom, p-value = 0.986955, AIC = 35.3349, chi2/dof = 0.594
chi2 at the start = 120.4; 231 evaluations; expected distance to the minimum 1.3e-9 in chi2

Parameters
                                     best value                    start  allowed
  sources[Geminga].efficiency        1.54 +- 0.13                  1.3    0 to 1000
  sources[Geminga].cutoffEnergy_GeV  (3.9 +- 2.4)e3 GeV            5000   1 to 1e8
  background.normalisation           100, held at its upper bound  1      0 to 100

Correlation
                                         [1]     [2]
  [1] sources[Geminga].efficiency         1.000  -0.857
  [2] sources[Geminga].cutoffEnergy_GeV  -0.857   1.000

Share of the flux
               100 GeV  300 GeV
  Geminga      92.4 %   98.0 %
  secondaries  7.6 %    2.0 %

Energy budget
  Geminga: 1.54306 of W0 = 1.07e49 erg gives 1.65e49 erg in pairs; 1.03e49 erg were lost between birth and today. EFFICIENCY ABOVE 1: more energy than the pulsar had.

Errors are standard errors from the Hessian of chi2; sigma^2 = stat^2 + syst^2, the points taken as independent.
Data: a table: Nobody, Journal of Examples 1, 1 (2000), doi:10.1000/example
${PROGRAM_TEXT}
`;

describe('the fit report', () => {
  it('says in words what was found, and gives the whole scenario below', () => {
    expect(fitReportInWords(report, data)).toBe(IN_WORDS);
    const text = fileText(exportFitReportText(report, data, { page: 'https://example.org/' }));
    expect(text.startsWith(`${IN_WORDS}\nlink: ${reopeningLink(scenario, { page: 'https://example.org/' })}\n`)).toBe(
      true,
    );
    expect(text).toContain('  sources[Geminga].distance_pc = 250 pc (fixed)\n');
  });

  it.each([
    ['quadrature', 'sigma^2 = stat^2 + syst^2, the points taken as independent.'],
    ['statistical', 'sigma = stat, systematic errors left out, the points taken as independent.'],
    [
      'covariance',
      'covariance of stat^2 on its diagonal and of systematic errors that are correlated over energy by exp(-1/2 (difference of log10 E / l)^2) with l = 0.3 dex.',
    ],
  ] as const)('says in every format how the errors of the data were counted: %s', (errors, sentence) => {
    const counted = { ...report, scenario: { ...scenario, fit: { ...scenario.fit, errors } } };
    expect(fitReportInWords(counted, data)).toContain(`Hessian of chi2; ${sentence}`);
    const bare = sentence.slice(0, -1);
    expect(fileText(exportFitReportCsv(counted, data))).toContain(`# errors of the data: ${bare}\n`);
    expect(JSON.parse(fileText(exportFitReportJson(counted, data))).errorsOfData).toBe(bare);
    expect(readEcsv(fileText(exportFitReportEcsv(counted, data)), '').meta.get('errorsOfData')).toBe(bare);
  });

  it('says which lengths the components have, and that energy scales were shifted', () => {
    const fit = {
      ...scenario.fit,
      errors: 'covariance' as const,
      correlationLengths_dex: [0.1],
      energyScaleError: 0.02,
    };
    const words = fitReportInWords({ ...report, scenario: { ...scenario, fit } }, data);
    expect(words).toContain('l = 0.1 dex for total; the energy scale of each experiment is shifted in the fit');
    expect(words).toContain('with a standard error of 2 %.');
  });

  it('marks a fit that is not valid in words, CSV and JSON', () => {
    const bad = { ...report, valid: false, verdict: 'No minimum: the search did not converge' };
    expect(fileText(exportFitReportText(bad, data))).toContain('NOT VALID: No minimum: the search did not converge');
    expect(fileText(exportFitReportCsv(bad, data))).toContain(
      '# fit: NOT VALID: No minimum: the search did not converge',
    );
    expect(JSON.parse(fileText(exportFitReportJson(bad, data)))).toMatchObject({ valid: false, verdict: bad.verdict });
  });

  it('holds the parameters as CSV to the last bit, no error where there is none', () => {
    const table = readTable(fileText(exportFitReportCsv(report, data)));
    expect(column(table, 'value')).toEqual(Float64Array.from(report.parameters, ({ value }) => value));
    expect(table.rows.map((row) => row[table.columns.indexOf('error')])).toEqual([
      '0.1318277856271',
      '2357.79401453',
      '',
    ]);
    expect(table.rows.map((row) => row[table.columns.indexOf('unit')])).toEqual(['', 'GeV', '']);
    expect(table.rows.map((row) => row[table.columns.indexOf('at_bound')])).toEqual(['', '', 'upper']);
    expect(column(table, 'correlation with sources[Geminga].efficiency')).toEqual(
      Float64Array.of(1, -0.857183593277, 0),
    );
  });

  it('without a distance to the minimum says so with null, in JSON and ECSV', () => {
    const lost = { ...report, estimatedDistance: Number.POSITIVE_INFINITY };
    expect(JSON.parse(fileText(exportFitReportJson(lost, data))).estimatedDistance).toBeNull();
    const ecsv = readEcsv(fileText(exportFitReportEcsv(lost, data)), 'fit.ecsv');
    expect(ecsv.meta.get('fit')).toMatchObject({ estimatedDistance: null, chi2AtStart: report.chi2AtStart });
  });

  it('holds everything as JSON except the time it took, so that equal fits give equal files', () => {
    const text = fileText(exportFitReportJson(report, data));
    const document = JSON.parse(text);
    expect(document.covariance).toEqual(report.covariance);
    expect(document.parameters[1]).toMatchObject({
      path: 'sources[Geminga].cutoffEnergy_GeV',
      unit: 'GeV',
      value: 3929.951071179,
    });
    expect(parseScenario(document.scenario)).toEqual(scenario);
    expect(document).not.toHaveProperty('elapsed_ms');
    expect(fileText(exportFitReportJson({ ...report, elapsed_ms: 99 }, data))).toBe(text);
  });
});

describe('a scenario file', () => {
  it('reads back to the same scenario', () => {
    expect(parseScenarioText(fileText(exportScenarioJson(scenario)))).toEqual(scenario);
  });
});

describe('a value with its error', () => {
  it.each([
    [0.827, 0.119, '0.83 +- 0.12'],
    [0.827, 0.367, '0.8 +- 0.4'],
    [0.827, 0.953, '0.8 +- 1.0'],
    [3929.951, 2357.794, '(3.9 +- 2.4)e3'],
    [2e28, 1.4e27, '(2.00 +- 0.14)e28'],
    [6.504e-5, 1.35e-6, '(6.50 +- 0.14)e-5'],
    [12, 120, '10 +- 120'],
    [0, 0.0351, '0.000 +- 0.035'],
    [-4.03, 0.068, '-4.03 +- 0.07'],
  ])('%f with error %f is rounded as the Particle Data Group does: %s', (value, error, text) => {
    expect(measuredText(value, error)).toBe(text);
  });

  it('without an error has six digits', () => {
    expect([1.23456789, 2e28, 1e8, 1000, 1e-16].map((value) => measuredText(value, null))).toEqual([
      '1.23457',
      '2e28',
      '1e8',
      '1000',
      '1e-16',
    ]);
  });
});
