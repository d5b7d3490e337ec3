/** Every file carries the link that reopens it, whoever wrote it. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bandsAround, chosenFiles, type FileChoice } from '../../src/export/chosenFiles.ts';
import { exportBundle } from '../../src/export/exportBundle.ts';
import { fileText } from '../../src/export/exportedFile.ts';
import { decodeScenario, FRAGMENT_USE, presetInText, reopeningLink } from '../../src/export/link.ts';
import { openExport } from '../../src/export/openExport.ts';
import { PROGRAM } from '../../src/export/program.ts';
import { type ResultContent, resultFiles } from '../../src/export/resultFiles.ts';
import { comparison, data, report, scenario, spectrum } from './fixtures.ts';

const curve = {
  ...spectrum,
  energies_GeV: Float64Array.of(1, 10, 100, 1000),
  total: Float64Array.of(1, 1e-2, 1e-5, 1e-8),
};
const parameter = {
  path: 'sources[Geminga].efficiency',
  value: 1.5,
  chi2: 27,
  errorBelow: 0.1,
  errorAbove: null,
  curve: { values: Float64Array.of(1.4, 1.5, 1.6), deltaChi2: [1, 0, null] },
  findings: [],
  deeper: null,
};
const paths = ['sources[Geminga].efficiency', 'background.normalisation'] as const;
const content: ResultContent = {
  scenario,
  curve,
  comparisons: [{ dataset: data, comparison }],
  fit: { report, dataset: data },
  profiles: { parameters: [parameter], findings: [], deeper: null },
  contour: {
    paths: [...paths],
    best: [1.5, 1],
    chi2: 27,
    contours: [
      {
        probability: 0.39,
        deltaChi2: 1,
        lines: [
          [
            [1, 2],
            [3, 4],
            [1, 2],
          ],
        ],
      },
    ],
    findings: [],
    deeper: null,
    minimisations: 12,
  },
  posterior: {
    scenario,
    chain: { paths: [paths[0]], chain: { positions: [[[1]], [[2]]], logProbabilities: [[-1], [-2]] } },
  },
};
const PAGE = 'https://example.org/lab/?course=1&group=2';
const files = resultFiles(content, { page: PAGE, presetId: 'geminga', date: '2026-03-01' });
const named = files.map((file) => [`${file.name}.${file.ending}`, file] as const);

/** A JSON or SVG file writes some signs in its own way. */
const plain = (text: string) => text.replaceAll('&amp;', '&');

describe('the link in every file', () => {
  it.each(named.filter(([name]) => name !== 'scenario.json'))('leads to the page that wrote it: %s', (_, file) => {
    expect(plain(fileText(file.make()))).toContain(reopeningLink(scenario, { page: PAGE, presetId: 'geminga' }));
  });

  it.each(named)('opens the same scenario, compared with the same preset: %s', (name, file) => {
    const text = fileText(file.make());
    const opened = openExport(text, name);
    expect(opened.scenario).toEqual(scenario);
    expect(opened.version).toBe(name === 'scenario.json' ? null : PROGRAM.version);
    expect(presetInText(text)).toBe(name === 'scenario.json' ? null : 'geminga');
    const fragment = /#(s=1\.[\w.-]+)/.exec(text)?.[1];
    if (fragment !== undefined)
      expect(decodeScenario(fragment)).toEqual({ presetId: name === 'scenario.json' ? null : 'geminga', scenario });
  });

  it.each(
    resultFiles(content)
      .map((file) => [`${file.name}.${file.ending}`, file] as const)
      .filter(([name]) => name !== 'scenario.json'),
  )('is its end alone, with the way to use it, where no page is known: %s', (_, file) => {
    const text = fileText(file.make()).replace(/\n# +/g, ' ');
    expect(text).toContain(FRAGMENT_USE);
    expect(text).toContain(reopeningLink(scenario, {}));
    expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org|doi\.org)/);
  });

  it('stands in the README of the zip, and an address with a fragment of its own loses that', () => {
    const context = { page: `${PAGE}#old`, presetId: 'geminga' };
    const readme = new TextDecoder().decode(unzipSync(exportBundle(content, context).bytes)['README.txt']);
    expect(readme).toContain(`link: ${PAGE}#s=1.`);
  });
});

describe('what a person chose', () => {
  const nothing: FileChoice = {
    parts: new Set(),
    components: true,
    band: true,
    formats: new Set(['ecsv']),
    svg: false,
    widths_mm: new Set([86]),
  };
  const namesOf = (choice: Partial<FileChoice>) =>
    chosenFiles(content, {}, { ...nothing, ...choice }).map(({ name, ending }) => `${name}.${ending}`);

  it('gives exactly these files', () => {
    expect(namesOf({})).toEqual([]);
    expect(namesOf({ parts: new Set(['spectrum', 'fit']), formats: new Set(['csv', 'json']) })).toEqual([
      'spectrum.csv',
      'spectrum.json',
      'fit.txt',
      'fit.csv',
      'fit.json',
    ]);
    expect(namesOf({ parts: new Set(['profiles', 'contour', 'posterior', 'data']) })).toEqual([
      'data.ecsv',
      'profiles.ecsv',
      'contour.ecsv',
      'chain.ecsv',
    ]);
    expect(namesOf({ svg: true, widths_mm: new Set([178]) })).toEqual(['figure-178mm.svg']);
  });

  it('brings the tables that the Python program reads, whatever the formats', () => {
    expect(namesOf({ parts: new Set(['program']), formats: new Set(['csv']) })).toEqual([
      'spectrum.ecsv',
      'comparison.ecsv',
      'plot.py',
    ]);
  });

  it('leaves the components out of tables that then still hold the total to the last bit', () => {
    const [file] = chosenFiles(content, {}, { ...nothing, parts: new Set(['spectrum']), components: false });
    const opened = openExport(fileText((file as NonNullable<typeof file>).make()), 'a.ecsv');
    expect(opened.spectrum?.components).toEqual([]);
    expect(opened.spectrum?.total).toEqual(curve.total);
  });

  it('puts the bands of a posterior around a curve on the same energies, and around no other', () => {
    const quantiles = [1, 2, 3, 4, 5].map((factor) => curve.total.map((flux) => factor * flux));
    const bands = {
      energies_GeV: curve.energies_GeV,
      parts: [0.025, 0.16, 0.5, 0.84, 0.975],
      total: { name: 'total', kind: 'total' as const, quantiles },
      components: [],
      draws: 9,
    };
    expect(bandsAround(curve, bands)).toEqual([
      { probability: 0.68, lower: quantiles[1], upper: quantiles[3] },
      { probability: 0.95, lower: quantiles[0], upper: quantiles[4] },
    ]);
    expect(bandsAround(curve, { ...bands, energies_GeV: Float64Array.of(1, 2, 3, 4) })).toEqual([]);
  });
});
