import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/data/datasetDescriptions.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import { bibliography, exportBibliography, texText } from '../../src/export/bibliography.ts';
import { citationParts } from '../../src/export/citationText.ts';
import { KNOWN_WORKS } from '../../src/export/references.ts';
import { defaultsOf, haloBlock } from '../../src/model/parameters.ts';
import * as citations from '../../src/model/presets/citations.ts';
import { presets } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { preset } from '../support.ts';
import { data } from './fixtures.ts';

const ams: Dataset = { ...data, ...datasets['ams02-positrons-2019'] };

/** The entries of a BibTeX file: key, type, fields. */
function entriesOf(text: string) {
  const body = text
    .split('\n')
    .filter((line) => !line.startsWith('%'))
    .join('\n');
  return [...body.matchAll(/@(\w+)\{(\w+),\n((?: {2}\w+ = \{.*\},\n)*)\}\n/g)].map(([, type, key, fields]) => ({
    type,
    key: key as string,
    fields: Object.fromEntries(
      [...(fields as string).matchAll(/ {2}(\w+) = \{(.*)\},\n/g)].map((match) => [match[1], match[2] as string]),
    ) as Record<string, string>,
  }));
}

const keysOf = (scenario: Scenario, presetId: string | null = null) =>
  entriesOf(bibliography(scenario, { datasets: [ams], presetId })).map(({ key }) => key);

describe('the bibliography', () => {
  it('names the program, the data, the preset and the methods of a scenario, and nothing else', () => {
    expect(keysOf(preset('geminga'), 'geminga')).toEqual([
      'GemingaLab',
      'Aguilar2019',
      'Hooper2017',
      'Manchester2005',
      'Gaensler2006',
      'Atoyan1995',
      'Moderski2005',
      'Blumenthal1970',
      'Jones1968',
      'Gleeson1968',
    ]);
    // No pulsar, no propagation, no Sun: only the formula of the data's own paper.
    expect(keysOf(preset('ams02-fit-function'), 'ams02-fit-function')).toEqual(['GemingaLab', 'Aguilar2019']);
  });

  it('follows every choice: halo, closed form, solver, losses, propagator, background', () => {
    const base = preset('geminga');
    const halo = defaultsOf(haloBlock);
    const change = (changes: object): Scenario => parseScenario({ ...structuredClone(base), ...changes });
    const propagation = (changes: object) => change({ propagation: { ...base.propagation, ...changes } });
    expect(keysOf(propagation({ halo }))).toContain('Carslaw1959');
    const closed = keysOf(propagation({ halo: { ...halo, greensFunction: 'tang-piran-2019' } }));
    expect(closed).toContain('Tang2019');
    expect(closed).not.toContain('Carslaw1959');
    const volumes = keysOf(propagation({ solver: 'finite-volume' }));
    expect(volumes).toContain('Alexander1977');
    expect(volumes).not.toContain('Atoyan1995');
    expect(keysOf(propagation({ propagator: 'juettner' }))).toContain('Aharonian2010');
    const thomson = keysOf(
      change({
        losses: {
          model: 'thomson',
          b0_GeV_s: 1e-16,
          magneticField_uG: null,
          radiationField: null,
          radiationComponents: null,
        },
      }),
    );
    expect(thomson).not.toContain('Moderski2005');
    expect(thomson).not.toContain('Hooper2017');
    const none = keysOf(
      change({ background: { model: 'none' }, sun: { potential_MV: 0 }, fit: { ...base.fit, free: [] } }),
    );
    expect(none).not.toContain('Gleeson1968');
    expect(
      keysOf(change({ sources: [{ ...base.sources[0], enabled: false }], fit: { ...base.fit, free: [] } })),
    ).toEqual(['GemingaLab', 'Aguilar2019', 'Gleeson1968']);
  });

  it('cites the methods of a fit, of profiles and of a posterior where there are any', () => {
    const keysAfter = (analyses: readonly ('fit' | 'profile' | 'posterior')[]) =>
      entriesOf(bibliography(preset('ams02-fit-function'), { datasets: [ams], analyses })).map(({ key }) => key);
    expect(keysAfter([]).slice(2)).toEqual([]);
    expect(keysAfter(['fit']).slice(2)).toEqual(['More1978', 'Dennis1981', 'James1975']);
    expect(keysAfter(['fit', 'profile']).slice(2)).toEqual(['More1978', 'Dennis1981', 'James1975']);
    expect(keysAfter(['fit', 'posterior']).slice(5)).toEqual(['Goodman2010', 'ForemanMackey2013', 'Vehtari2021']);
  });

  it('gives a work once, with everything that it is cited for, and with its title if that is known', () => {
    const text = bibliography(preset('geminga'), { datasets: [ams], presetId: 'geminga' });
    expect(text).toContain('\n% data: AMS-02 2019; preset geminga; diffuse term\n@article{Aguilar2019,');
    expect(entriesOf(text).find(({ key }) => key === 'Aguilar2019')?.fields).toEqual({
      author: 'Aguilar and others',
      collaboration: 'AMS',
      title: '{Towards Understanding the Origin of Cosmic-Ray Positrons}',
      journal: 'Phys. Rev. Lett.',
      volume: '122',
      pages: '041102',
      year: '2019',
      doi: '10.1103/PhysRevLett.122.041102',
    });
  });

  it.each(Object.values(datasets))(
    'cites the data set $id with journal and year, its DOI where one is known',
    (known) => {
      const scenario = preset('ams02-fit-function');
      const entries = entriesOf(bibliography(scenario, { datasets: [{ ...data, ...known }] }));
      const entry = entries[1];
      expect(entry?.fields['year'] ?? entry?.fields['note']).toMatch(/\d{4}/);
      expect(entry?.fields['doi'] ?? '').toBe(known.doi);
    },
  );

  it.each(presets.map(({ id, scenario }) => [id, scenario] as const))(
    'of the preset %s is well formed',
    (id, scenario) => {
      const text = bibliography(scenario, { datasets: [ams], presetId: id, date: '2026-03-01' });
      const entries = entriesOf(text);
      expect(entries.length).toBe((text.match(/^@/gm) ?? []).length);
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
      for (const { key, type, fields } of entries) {
        if (key !== 'GemingaLab') expect(fields['year'], key).toMatch(/^\d{4}$/);
        if (type === 'article')
          expect(Object.keys(fields)).toEqual(expect.arrayContaining(['author', 'journal', 'volume', 'pages']));
        for (const value of Object.values(fields)) {
          expect(value, key).toMatch(/^[\x20-\x7e]*$/);
          expect((value.match(/(?<!\\)\{/g) ?? []).length, value).toBe((value.match(/(?<!\\)\}/g) ?? []).length);
        }
      }
      // BibTeX takes any at sign for the start of an entry.
      expect(text.replace(/^@\w+\{\w+,$/gm, '')).not.toContain('@');
    },
  );

  it('takes text of any form without losing it', () => {
    const user: Dataset = { ...data, doi: '', reference: 'file my_data@home.csv' };
    const entry = entriesOf(bibliography(preset('geminga'), { datasets: [user] }))[1];
    expect(entry).toMatchObject({ type: 'misc', fields: { note: 'file my\\_data@home.csv' } });
  });

  it('is a file of its own', () => {
    expect(exportBibliography(preset('geminga'), { date: '2026-03-01' }).name).toMatch(
      /^geminga-.*-references-20260301-/,
    );
  });
});

describe('a citation', () => {
  it.each([
    [citations.DI_MAURO_2019.text, ['Di Mauro', 'Manconi', 'Donato'], 'PRD', '2019'],
    [citations.HAWC_2017.text, ['Abeysekara', 'others'], 'Science', '2017'],
    [citations.PROFUMO_2018.text, ['Profumo', 'Reynoso-Cordova', 'Kaaz', 'Silverman'], null, '2018'],
    [citations.ATNF.text, ['Manchester', 'Hobbs', 'Teoh', 'Hobbs'], 'AJ', '2005'],
    ['DAMPE, Nature 552, 63 (2017)', [], 'Nature', '2017'],
  ])('is taken apart: %s', (text, authors, journal, year) => {
    expect(citationParts(text)).toMatchObject({ authors, journal, year });
  });

  it('of every preset has authors, a title and a place', () => {
    for (const { text } of Object.values(citations)) {
      const parts = citationParts(text);
      expect(parts?.title?.split(' ').length ?? 0, text).toBeGreaterThan(3);
      expect(parts?.journal ?? parts?.eprint, text).not.toBeNull();
    }
  });

  it('has a DOI of the right form, or none', () => {
    for (const { doi } of KNOWN_WORKS) expect(doi).toMatch(/^(10\.\d{4,5}\/\S+)?$/);
  });

  it('is set by TeX in ASCII', () => {
    expect(texText('Völk, Kachelrieß & Ünal, 5 % of e⁺_x: Klein–Nishina’s ~{γ}^\\')).toBe(
      'V{\\"o}lk, Kachelrie{\\ss} \\& {\\"U}nal, 5 \\% of e$^+$\\_x: Klein--Nishina\'s {\\textasciitilde}\\{$\\gamma$\\}{\\textasciicircum}{\\textbackslash}',
    );
  });
});
