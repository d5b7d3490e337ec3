import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FindingSentences, finding, findingSentences } from '../../src/analysis/findingSentences.ts';
import { findingInWords } from '../../src/analysis/saidFinding.ts';
import { VERDICTS } from '../../src/analysis/verdicts.ts';
import { messageFor } from '../../src/app/state/message.ts';
import { italian } from '../../src/app/words/it/all.ts';
import * as words from '../../src/app/words/modelWords.ts';
import { PageInputError } from '../../src/app/words/pageInputError.ts';
import { speak } from '../../src/app/words/words.ts';
import { dataset, datasets } from '../../src/data/datasets.ts';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../../src/data/measuredQuantities.ts';
import { approximationNotes } from '../../src/export/approximationText.ts';
import { InputError } from '../../src/model/inputError.ts';
import { type InputSentences, inputError, inputSentences } from '../../src/model/inputSentences.ts';
import type { Parameter } from '../../src/model/parameters.ts';
import { withValue } from '../../src/model/paths.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { SECTIONS } from '../../src/model/sections.ts';
import { observedNote } from '../../src/plot/observedNote.ts';
import { axisName } from '../../src/plot/quantity.ts';
import { spectrumTitle } from '../../src/plot/spectrumSummary.ts';
import { TroubleError, type TroubleSentences } from '../../src/worker/errors.ts';

const declared: readonly (readonly [string, Parameter])[] = SECTIONS.flatMap(([, path, block]) =>
  Object.entries(block).map(([key, parameter]) => [`${path}.${key}`, parameter] as const),
);
const geminga = (presetById('geminga') ?? presets[0])?.scenario as Scenario;

/** Every number in a text, in rising order, since languages order their words differently. */
const numbers = (text: string) => (text.match(/\d+(\.\d+)?/g) ?? []).sort();

/** What both languages write in the same way: particles, and works by their authors. */
const SHARED_OPTIONS = new Set(['e⁺e⁻', 'μ⁺μ⁻']);

beforeAll(() => speak('it'));
afterAll(() => speak('en'));

describe('the declaration in Italian', () => {
  test.each(declared)('has label, help and choices of %s', (_, parameter) => {
    expect(words.parameterLabel(parameter)).not.toBe(parameter.label);
    expect(words.parameterHelp(parameter)).not.toBe(parameter.help);
    expect(numbers(words.parameterHelp(parameter))).toEqual(numbers(parameter.help));
    if (parameter.kind === 'nullable-number') expect(words.whenNullText(parameter)).not.toBe(parameter.whenNull);
    if (parameter.kind !== 'choice') return;
    const own = words.choiceOptions(parameter);
    expect(Object.keys(own).sort()).toEqual(Object.keys(parameter.options).sort());
    for (const [value, english] of Object.entries(parameter.options)) {
      if (!SHARED_OPTIONS.has(english)) expect(words.choiceOption(parameter, value)).not.toBe(english);
    }
  });

  test('has one word for each English label, so that a report can name a parameter by it', () => {
    const byLabel = new Map<string, Set<string>>();
    for (const [, parameter] of declared) {
      const own = byLabel.get(parameter.label) ?? new Set();
      byLabel.set(parameter.label, own.add(words.parameterLabel(parameter)));
    }
    for (const [label, own] of byLabel) expect([...own], label).toHaveLength(1);
  });

  test('tells parameters apart that share an English label by what they do', () => {
    const help = new Map<string, string>();
    for (const [, parameter] of declared) {
      const other = help.get(words.parameterHelp(parameter));
      expect(other ?? parameter.help).toBe(parameter.help);
      help.set(words.parameterHelp(parameter), parameter.help);
    }
  });

  test('knows a copy of a parameter with another start', () => {
    const distance = declared.find(([path]) => path === 'population.overrides[name].distance_pc')?.[1] as Parameter;
    expect(words.parameterLabel({ ...distance, start: 42 } as Parameter)).toBe('distanza');
  });

  test('says what stands beside every published value that is more than the name of a work', () => {
    const papers = declared.flatMap(([, parameter]) =>
      parameter.kind === 'choice' ? [] : parameter.published.map(({ paper }) => paper),
    );
    const inEnglish = papers.filter((paper) => / (at|per|of|in|the|mean) /.test(paper) && !paper.includes(' et al'));
    expect(inEnglish.length).toBeGreaterThan(2);
    for (const paper of inEnglish) expect(words.publishedText(paper), paper).not.toBe(paper);
    for (const paper of Object.keys(italian.published)) expect(papers).toContain(paper);
  });
});

describe('presets and tables in Italian', () => {
  test.each(presets.map((preset) => [preset.id, preset] as const))('preset %s', (id, preset) => {
    expect(words.presetName(preset)).not.toBe(preset.scenario.name);
    expect(words.presetAbout(preset)).not.toBe(preset.about);
    expect(numbers(words.presetAbout(preset))).toEqual(numbers(preset.about));
    expect(words.presetReproduces(preset) === null).toBe(preset.reproduces === null);
    expect(italian.presets[id]?.reproduces === undefined).toBe(preset.reproduces === null);
    expect(numbers(words.presetReproduces(preset) ?? '')).toEqual(numbers(preset.reproduces ?? ''));
    expect(words.scenarioName(preset.scenario.name, presets)).toBe(words.presetName(preset));
  });

  test('the name that a person gave a scenario stays', () => {
    expect(words.scenarioName('My pulsar', presets)).toBe('My pulsar');
  });

  test('every remark, with the numbers of the English', () => {
    for (const table of Object.values(datasets)) {
      words.datasetRemarks(table).forEach((remark, i) => {
        expect(remark).not.toBe(table.remarks[i]);
        expect(numbers(remark)).toEqual(numbers(table.remarks[i] ?? ''));
      });
    }
  });

  test('labels keep experiment and year, and lose their English words', () => {
    for (const table of Object.values(datasets)) {
      const label = words.datasetLabel(table);
      expect(label).toContain(table.experiment);
      expect(label).toContain(/\d{4}$/.exec(table.label)?.[0] ?? '');
      expect(label).not.toMatch(/fraction|electrons/);
    }
    const own = { id: 'own' as const, label: 'my electrons' };
    expect(words.datasetLabel(own)).toBe('my electrons');
  });

  test('quantities', () => {
    for (const quantity of Object.keys(MEASURED_QUANTITIES) as MeasuredQuantity[]) {
      expect(words.quantityLabel(quantity)).not.toBe(MEASURED_QUANTITIES[quantity].label);
    }
  });

  test('components of the model: the program’s own words are translated, names are not', () => {
    expect(words.componentName({ kind: 'pulsar', name: 'Geminga' })).toBe('Geminga');
    expect(words.componentName({ kind: 'table', name: 'GALPROP run' })).toBe('GALPROP run');
    expect(words.componentName({ kind: 'secondaries', name: 'secondaries' })).toBe('secondari');
    expect(words.componentName({ kind: 'diffuse-term', name: 'secondaries' })).toBe('secondari');
    expect(words.componentName({ kind: 'diffuse-term', name: 'AMS-02: diffuse term' })).toBe('AMS-02: termine diffuso');
    expect(words.componentName({ kind: 'population', name: 'other pulsars' })).toBe('altre pulsar');
  });
});

/** Values for every sentence about a fit. */
const FOUND: { readonly [Id in keyof FindingSentences]: Parameters<FindingSentences[Id]> } = {
  converged: [12, 345, '0.003'],
  convergedWithin: [12, 345, 2e-4],
  notConverged: ['iteration limit', 77],
  starts: [20, 17, 2, ['31.5', '44'], 1],
  unconstrained: ['Q'],
  notPositive: [],
  positive: [],
  degenerate: ['Q', 'R', '0.987'],
  atLimit: ['Q', 'upper', '5 pc'],
  noneAtLimit: [],
  noFreedom: [],
  highChi2: ['1.2e-5'],
  lowChi2: ['0.9987'],
  ordinaryChi2: ['0.432'],
  noPoint: [5, 6, ['AMS-02 2019']],
  fewPoints: [5, 6, 3, ['AMS-02 2019'], 4],
  samePositrons: ['AMS-02 2019', 'AMS-02 fraction 2019'],
  deeperMinimum: ['31.2345', '33.4567'],
  profileEnd: ['Q', 'lower', 'edge'],
  regionCut: ['Q', 'R'],
  regionOpen: ['Q', 'R'],
};
/** Words of the program that stand for themselves in a value. */
const CODES = new Set(['iteration limit', 'upper', 'lower', 'edge']);

describe('what a fit finds, in Italian', () => {
  test.each(Object.keys(FOUND) as (keyof FindingSentences)[])('%s, with its values', (id) => {
    const said = { id, values: FOUND[id] };
    const english = findingInWords(findingSentences, said, () => '');
    const text = words.findingText({ state: 'good', text: english, said });
    expect(text).not.toBe(english);
    for (const value of said.values.flat().map(String)) {
      if (!CODES.has(value)) expect(text.toLowerCase()).toContain(value.replace('fraction', 'frazione').toLowerCase());
    }
  });

  test('names parameters and their owners', () => {
    const name = { label: 'efficiency', owner: { kind: 'one', name: 'Geminga' } } as const;
    const found = finding('bad', 'unconstrained', name);
    expect(found.text).toBe('The data say nothing about the efficiency of Geminga: fix it.');
    expect(words.findingText(found)).toMatch(/^Efficienza di Geminga: i dati/);
    expect(words.parameterInWords(geminga, 'sun.potential_MV')).toBe('potenziale di modulazione');
    const scale = finding('bad', 'unconstrained', { label: 'energy scale', owner: { kind: 'one', name: 'AMS-02' } });
    expect(words.findingText(scale)).toMatch(/^Scala di energia di AMS-02/);
  });

  test('what has only its English says that', () => {
    expect(words.findingText({ state: 'good', text: 'as it was written' })).toBe('as it was written');
  });

  test.each(Object.values(VERDICTS))('verdict “%s”', (verdict) => {
    expect(words.verdictText(verdict)).not.toBe(verdict);
  });
});

/** Values for every sentence about an input. */
const REFUSED: { readonly [Id in keyof InputSentences]: Parameters<InputSentences[Id]> } = {
  notAllowed: ['40000', 'a number from 1 to 30000 pc'],
  unknownKey: [],
  missing: [],
  halfABreak: [500, 'spectralIndex2'],
  belowMinEnergy: [3, 5],
  cutoffBelowMinEnergy: [3, 5],
  infiniteEnergy: [1.5],
  delayAboveAge: [60, 50],
  twice: ['Vela', 'pulsar'],
  agesCross: [60, 50],
  catalogueInVolumes: [],
  catalogueInClosedForm: [],
  columnLength: [3, 5],
  unsorted: [7.5],
  processNeeds: ['decay'],
  processIgnores: [3e-26, 'decay'],
  channelNeedsTable: [],
  channelHasSpectrum: ['e+e-'],
  beyondMass: [300, 100],
  twoForms: [3],
  juettnerAlone: [],
  movesInVolumes: ['Geminga', 211],
  discAboveHalo: [6, 4],
  haloEndsEarly: [60, 70],
  formInVolumes: ['tang-piran-2019'],
  noGreensFunction: [0.4],
  formInsideHalo: ['Geminga', 250, 300],
  thomsonNeedsRate: [],
  thomsonIgnores: [],
  kleinNishinaIgnoresRate: [1e-16],
  kleinNishinaNeedsField: [],
  kleinNishinaNeedsRadiation: [],
  noBlackbodies: [],
  sameBlackbody: ['CMB'],
  nothingCools: [],
  fieldHasBlackbodies: ['hooper2017'],
  priorOfFixed: ['sun.potential_MV'],
  secondPrior: ['sun.potential_MV'],
  priorWidth: [-1],
  priorCrosses: [5, 4],
  priorNotPositive: [-3],
  sameName: ['Geminga'],
  rangeCrosses: [100, 10],
  fittedAlready: ['ams02-positrons-2019'],
  notFreeable: ['sun.x', 'sun.potential_MV'],
  freeTwice: ['sun.potential_MV'],
  nothingFree: [],
  notPredicted: ['AMS-02 electrons 2021', 'electron flux'],
  fewPointsForProfile: [2, 5],
  notFreeForProfile: ['sun.potential_MV'],
  noInverse: ['PAMELA 2013'],
  noSuchError: ['statistical', 'PAMELA 2013', 12.5],
};
const INPUT_CODES = new Set([
  'a number from 1 to 30000 pc',
  'spectralIndex2',
  'pulsar',
  'decay',
  'tang-piran-2019',
  'AMS-02 electrons 2021',
  'electron flux',
  'statistical',
]);

describe('what can be wrong with an input, in Italian', () => {
  test.each(Object.keys(REFUSED) as (keyof InputSentences)[])('%s, with its values', (id) => {
    const values: readonly (string | number | null)[] = REFUSED[id];
    const english = (inputSentences[id] as (...values: readonly unknown[]) => string)(...values);
    const error = new InputError('sun.potential_MV', `sun.potential_MV ${english}`, { id, values });
    const { text, lang } = words.inputErrorText(error, { english: 'modulation potential', own: 'potenziale' });
    expect(lang).toBe('it');
    expect(text).toMatch(/^potenziale \p{Ll}.*[.…]$/u);
    for (const value of values.map(String)) if (!INPUT_CODES.has(value)) expect(text).toContain(value);
  });

  const refusalOf = (scenario: unknown): unknown => {
    try {
      parseScenario(scenario);
    } catch (error) {
      return error;
    }
    throw new Error('it was accepted');
  };

  test('a value outside its range says what the parameter allows', () => {
    const refusal = refusalOf(withValue(geminga, 'sources[Geminga].distance_pc', 40000));
    expect(messageFor(refusal, geminga).text).toBe(
      'Distanza vale 40000, ma deve essere un numero da 1 a 30000 pc; cambia il valore.',
    );
  });

  test('every parameter says what it allows in Italian', () => {
    const beyond = (parameter: Parameter) =>
      parameter.kind === 'choice' ? 'nothing of the kind' : parameter.range[1] * 2;
    for (const [path, parameter] of declared.filter(([path]) => /^(propagation|sun|fit|losses)\.[^.[]+$/.test(path))) {
      const message = messageFor(refusalOf(withValue(geminga, path, beyond(parameter))), geminga);
      expect(message.lang, `${path}: ${message.text}`).toBeUndefined();
      expect(message.text, path).toMatch(/ma deve essere un/);
    }
  });

  test('the fit range', () => {
    const crossed = { ...geminga, fit: { ...geminga.fit, energyRange_GeV: [100, 10] } };
    expect(messageFor(refusalOf(crossed), geminga).text).toMatch(/^L’intervallo del fit va da 100 a 10 GeV/);
    const beyond = { ...geminga, fit: { ...geminga.fit, energyRange_GeV: [10, 1e9] } };
    expect(messageFor(refusalOf(beyond), geminga).text).toMatch(/deve essere un numero da 0 a 1000000 GeV/);
  });

  test('what only English can say is marked as English; what the page said itself is not', () => {
    const message = messageFor(new InputError('a.csv', 'a.csv is empty.'), geminga);
    expect(message).toEqual({ row: null, text: 'A.csv is empty.', lang: 'en' });
    expect(messageFor(new PageInputError('', 'il file è vuoto.'), geminga)).toEqual({
      row: null,
      text: 'Il file è vuoto.',
    });
    const shape = inputError('sun.potential_MV', 'notAllowed', 'x', 'what nobody knows');
    expect(messageFor(shape, geminga)).toMatchObject({
      text: 'Modulation potential is x, but must be what nobody knows; change it.',
      lang: 'en',
    });
  });
});

describe('what befalls kernel and workers, in Italian', () => {
  const TROUBLES: { readonly [Id in keyof TroubleSentences]: Parameters<TroubleSentences[Id]> } = {
    silent: [30],
    died: ['exit 7'],
    noneStarted: [5, 'exit 7'],
    noKernel: ['404'],
  };
  test.each(Object.keys(TROUBLES) as (keyof TroubleSentences)[])('%s, with its values', (id) => {
    const error = new TroubleError(id, ...TROUBLES[id]);
    const { text } = words.errorText(error);
    expect(text).not.toBe(error.message);
    for (const value of TROUBLES[id]) expect(text).toContain(String(value));
  });

  test('what nobody foresaw is said as it came', () => {
    expect(words.errorText(new Error('out of memory')).text).toBe('out of memory');
    expect(words.errorText('a word').text).toBe('a word');
  });
});

describe('the plot in Italian', () => {
  test('names axes, tables and what is drawn', () => {
    expect(spectrumTitle(dataset('ams02-positrons-2019'), 'E3', words.plotWords())).toBe(
      'Flusso di positroni per energia al cubo, AMS-02 2019 e modello',
    );
    expect(axisName('E3', 'positron-fraction', words.plotWords()).name).toMatch(/^frazione di positroni/);
    expect(observedNote(false, dataset('ams02-positrons-2019'), words.plotWords())).toMatch(
      /^Elettroni come li ha misurati AMS-02, da 0\.\d+ a \d+ GeV; oltre, nulla\. Non nel fit/,
    );
  });

  test('says how far an approximation is from the exact model', () => {
    const thomson = (presetById('profumo-2018') as (typeof presets)[number]).scenario;
    const known = [
      {
        path: 'losses.model',
        what: 'loss rate against exact Klein–Nishina in the field of Hooper et al. 2017 with 3 µG',
        ratios: [10, 100, 1000].map((energy_GeV, i) => ({ energy_GeV, ratio: 1 + i })),
      },
    ];
    const [note] = approximationNotes(thomson, known, String, words.approximationWords());
    expect(note?.text).toBe(
      'Thomson, b = b₀ E² (approssimazione): 2 volte il tasso di perdita esatto a 100 GeV (da 1 a 3 tra 10 GeV e 1 TeV); esatto è quello di Klein–Nishina nel campo di Hooper et al. 2017 con 3 µG.',
    );
    expect(approximationNotes(thomson, [], String, words.approximationWords())[0]?.text).toMatch(
      /non è stato calcolato/,
    );
  });
});

test('in English every word is that of the model', async () => {
  await speak('en');
  const [, parameter] = declared[0] as (typeof declared)[number];
  expect(words.parameterLabel(parameter)).toBe(parameter.label);
  expect(words.presetName(presets[0] as (typeof presets)[number])).toBe(presets[0]?.scenario.name);
  expect(words.datasetLabel(datasets['ams02-fraction-2019'])).toBe('AMS-02 fraction 2019');
  expect(words.verdictText(VERDICTS.valid)).toBe(VERDICTS.valid);
  const refusal = inputError('sun.potential_MV', 'notAllowed', '-1', 'a number from 0 to 5000 MV');
  expect(messageFor(refusal, geminga)).toEqual({
    row: null,
    text: 'Modulation potential is -1, but must be a number from 0 to 5000 MV; change it.',
  });
  await speak('it');
});
