import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { exportBundle } from '../../src/export/exportBundle.ts';
import { reopeningLink } from '../../src/export/link.ts';
import { openExport } from '../../src/export/openExport.ts';
import type { ResultContent } from '../../src/export/resultFiles.ts';
import { comparison, data, goodness, report, scenario, spectrum } from './fixtures.ts';

const curve = {
  ...spectrum,
  energies_GeV: Float64Array.of(1, 10, 100, 1000),
  total: Float64Array.of(1, 1e-2, 1e-5, 1e-8),
};
const content: ResultContent = {
  scenario,
  curve,
  comparisons: [
    { dataset: data, comparison },
    { dataset: { ...data, id: 'ams02-fraction-2019', label: 'a fraction', quantity: 'positron-fraction' }, comparison },
  ],
  fit: { report, dataset: data },
  posterior: {
    scenario,
    chain: {
      paths: ['sources[Geminga].efficiency'],
      chain: { positions: [[[1]], [[2]]], logProbabilities: [[-1], [-2]] },
    },
  },
};
const context = { page: 'https://example.org/', date: '2026-03-01', presetId: 'geminga' };
const bundle = exportBundle(content, context);
const files = unzipSync(bundle.bytes);
const text = (name: string) => new TextDecoder().decode(files[name]);
const tables = (stem: string) => ['csv', 'ecsv', 'json'].map((ending) => `${stem}.${ending}`);

const zone = process.env['TZ'];
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('everything in one zip', () => {
  it('holds spectrum, data, fit, chain, figures, program, bibliography and scenario, the README first', () => {
    expect(Object.keys(files)).toEqual([
      'README.txt',
      ...tables('spectrum'),
      ...tables('comparison'),
      ...tables('comparison-ams02-fraction-2019'),
      'fit.txt',
      ...tables('fit'),
      ...tables('chain'),
      'figure-86mm.svg',
      'figure-178mm.svg',
      'plot.py',
      'references.bib',
      'scenario.json',
    ]);
    expect(bundle.name).toMatch(/^geminga-fast-galactic-diffusion-20260301-[0-9a-f]{6}\.zip$/);
    expect(bundle.mime).toBe('application/zip');
  });

  it('leaves out what does not exist', () => {
    const { fit: _, posterior: __, ...less } = content;
    const names = Object.keys(unzipSync(exportBundle({ ...less, comparisons: [] }).bytes));
    expect(names).toEqual([
      'README.txt',
      ...tables('spectrum'),
      'figure-86mm.svg',
      'figure-178mm.svg',
      'plot.py',
      'references.bib',
      'scenario.json',
    ]);
  });

  it('says in its README what each file is, with chi2, data and link', () => {
    const readme = text('README.txt');
    for (const name of Object.keys(files).filter((one) => one !== 'README.txt')) {
      expect(readme).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')} +\\S`, 'm'));
    }
    expect(readme).toContain(`chi2 = ${goodness.chi2}`);
    expect(readme).toContain('doi:10.1000/example');
    expect(readme).toContain(reopeningLink(scenario, context));
  });

  it('gives its scenario back from every file in it', () => {
    for (const name of Object.keys(files).filter((one) => one !== 'README.txt')) {
      expect(openExport(text(name), name).scenario, name).toEqual(scenario);
    }
  });

  it('has a program that reads the tables of positron fluxes beside it', () => {
    expect(text('plot.py')).toContain(
      'SPECTRUM = HERE / "spectrum.ecsv"\nCOMPARISONS = [\n    HERE / "comparison.ecsv",\n]\n',
    );
  });

  it('has the same bytes every time and in every time zone', () => {
    // Buffers are compared as a whole: a matcher that walks over 100 000 numbers takes seconds on a busy machine.
    const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;
    for (const place of ['Pacific/Auckland', 'America/Lima', 'UTC']) {
      process.env['TZ'] = place;
      expect(isSame(exportBundle(content, context).bytes, bundle.bytes), place).toBe(true);
    }
    const { date: _, ...undated } = context;
    const [once, again] = [exportBundle(content, undated), exportBundle(content, undated)];
    expect([again.name, isSame(again.bytes, once.bytes)]).toEqual([once.name, true]);
  });
});
