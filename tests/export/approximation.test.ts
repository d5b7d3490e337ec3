import { describe, expect, it } from 'vitest';
import type { Approximation } from '../../src/analysis/analysisTypes.ts';
import { approximationsInUse } from '../../src/analysis/approximations.ts';
import { APPROXIMATE_CHOICES, approximationNotes } from '../../src/export/approximationText.ts';
import { exportComparisonCsv, exportComparisonJson } from '../../src/export/exportComparison.ts';
import { fileText } from '../../src/export/exportedFile.ts';
import { exportFitReportCsv, exportFitReportJson, exportFitReportText } from '../../src/export/exportFitReport.ts';
import { exportSpectrumCsv, exportSpectrumJson } from '../../src/export/exportSpectrum.ts';
import { loadNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { type Block, haloBlock, lossesBlock, propagationBlock } from '../../src/model/parameters.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Halo, Scenario } from '../../src/model/scenario.ts';
import { comparison, data, report, scenario, spectrum } from './fixtures.ts';

const halo: Halo = {
  D0_cm2_s: 1e26,
  radius_pc: 50,
  greensFunction: 'tang-piran-2019',
  centre: 'emission',
  delta: null,
  edgeWidth_pc: 0,
  beginTime_kyr: 0,
  endTime_kyr: null,
};
const approximate: Scenario = parseScenario({
  ...structuredClone(scenario),
  propagation: { ...scenario.propagation, halo },
  losses: { ...scenario.losses, model: 'kn-fit' },
});

const known: Approximation[] = [
  {
    path: 'propagation.halo.greensFunction',
    what: 'flux of Geminga against the exact two-zone Green’s function',
    ratios: [
      { energy_GeV: 10, ratio: 2.44 },
      { energy_GeV: 100, ratio: 2.1 },
      { energy_GeV: 300, ratio: 1.712 },
      { energy_GeV: 1000, ratio: 1.38 },
    ],
  },
];
const SENTENCE =
  'Closed form of Tang & Piran 2019 (approximation): 1.7 times the exact flux of Geminga at 300 GeV ' +
  '(1.4 to 2.4 between 10 GeV and 1 TeV); exact is the two-zone Green’s function.';

describe('approximations in use', () => {
  it('are said with approximate over exact', () => {
    const [losses, closedForm] = approximationNotes(approximate, known);
    expect(closedForm).toEqual({ path: 'propagation.halo.greensFunction', text: SENTENCE });
    expect(losses?.text).toMatch(/^Approximate Klein–Nishina, .*: how far it is .* was not computed\.$/);
  });

  it('are exactly the choices that the declaration calls approximate', () => {
    const blocks: Record<string, Block> = {
      losses: lossesBlock,
      propagation: propagationBlock,
      'propagation.halo': haloBlock,
    };
    const declared = Object.entries(blocks).flatMap(([block, parameters]) =>
      Object.entries(parameters).flatMap(([key, parameter]) =>
        parameter.kind === 'choice'
          ? Object.entries(parameter.options)
              .filter(([, words]) => /approximat/.test(words))
              .map(([value]) => `${block}.${key} ${value}`)
          : [],
      ),
    );
    const listed = Object.entries(APPROXIMATE_CHOICES).flatMap(([path, values]) =>
      values.map((value) => `${path} ${value}`),
    );
    expect(listed.sort()).toEqual(declared.sort());
  });

  it('are measured for the present parameters, whatever the scenario approximates', async () => {
    const kernel = await loadNodeKernel();
    const thomson: Scenario = {
      ...scenario,
      losses: {
        model: 'thomson',
        magneticField_uG: null,
        b0_GeV_s: 1e-16,
        radiationField: null,
        radiationComponents: null,
      },
    };
    for (const one of [approximate, thomson]) {
      const notes = approximationNotes(one, approximationsInUse(kernel, one));
      expect(notes.length).toBe(one === approximate ? 2 : 1);
      for (const { text } of notes) {
        expect(text).toMatch(/: [\d.e-]+ times the exact (flux of Geminga|loss rate) at .* \(.* to .* between /);
      }
    }
  });

  it.each([
    ['spectrum, CSV', () => exportSpectrumCsv(approximate, spectrum, { approximations: known })],
    ['spectrum, JSON', () => exportSpectrumJson(approximate, spectrum, { approximations: known })],
    ['comparison, CSV', () => exportComparisonCsv(approximate, comparison, data, { approximations: known })],
    ['comparison, JSON', () => exportComparisonJson(approximate, comparison, data, { approximations: known })],
    [
      'fit report, text',
      () => exportFitReportText({ ...report, scenario: approximate }, data, { approximations: known }),
    ],
    [
      'fit report, CSV',
      () => exportFitReportCsv({ ...report, scenario: approximate }, data, { approximations: known }),
    ],
    [
      'fit report, JSON',
      () => exportFitReportJson({ ...report, scenario: approximate }, data, { approximations: known }),
    ],
  ] as const)('stand in every file: %s', (_, make) => {
    const text = fileText(make());
    expect(text).toContain(SENTENCE);
    expect(text).toContain('was not computed');
  });

  it('leave no word in the files of an exact scenario', () => {
    expect(fileText(exportSpectrumCsv(scenario, spectrum))).not.toMatch(/APPROXIMATION/);
    expect(fileText(exportFitReportText(report, data))).not.toMatch(/[Aa]pproximation/);
    expect(JSON.parse(fileText(exportSpectrumJson(scenario, spectrum))).approximations).toEqual([]);
  });
});

describe('the numerical error', () => {
  it('is a column of spectrum and comparison with a line that explains it', () => {
    for (const file of [exportSpectrumCsv(scenario, spectrum), exportComparisonCsv(scenario, comparison, data)]) {
      const lines = fileText(file).split('\n');
      expect(lines.filter((line) => /^# relative_error: estimated numerical error/.test(line))).toHaveLength(1);
      const table = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(','));
      const place = table[0]?.indexOf('relative_error') ?? -1;
      expect(table.slice(1).map((row) => Number(row[place]))).toEqual(Array.from(spectrum.relativeError ?? []));
    }
  });

  it('stands in JSON with its meaning', () => {
    const document = JSON.parse(fileText(exportSpectrumJson(scenario, spectrum)));
    expect(document.relativeError).toEqual(Array.from(spectrum.relativeError ?? []));
    expect(document.relativeErrorMeaning).toMatch(/numerical error of the total/);
  });

  it('is left out where it was not computed', () => {
    const bare = { ...spectrum, relativeError: null };
    expect(fileText(exportSpectrumCsv(scenario, bare))).not.toContain('relative_error');
    expect(JSON.parse(fileText(exportSpectrumJson(scenario, bare)))).not.toHaveProperty('relativeError');
  });
});
