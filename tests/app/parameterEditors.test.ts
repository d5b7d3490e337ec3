import { afterEach, describe, expect, it } from 'vitest';
import { sliderHolding } from '../../src/app/controls/widenedSlider.ts';
import { groupIsChanged, withGroupReset } from '../../src/app/parameters/groupReset.ts';
import { parameterGroups, rowOwners } from '../../src/app/parameters/groups.ts';
import { priorInWords, priorProblem, startingPrior, withPrior } from '../../src/app/parameters/priorEdits.ts';
import { readSpectrumTable } from '../../src/app/parameters/readSpectrumTable.ts';
import {
  newSourceName,
  withSourceAdded,
  withSourceRemoved,
  withSourceRenamed,
} from '../../src/app/parameters/sourceEdits.ts';
import {
  backgroundTable,
  channelTable,
  withBackgroundTable,
  withChannelTable,
} from '../../src/app/parameters/tableEdits.ts';
import {
  DEFAULT_DARK_MATTER,
  edit,
  withBackground,
  withDarkMatter,
  withFree,
  withHalo,
  withPopulation,
} from '../../src/app/state/edits.ts';
import { DEFAULT_HALO } from '../../src/app/state/haloEdits.ts';
import { speak } from '../../src/app/words/words.ts';
import { darkMatterBlock, pulsarBlock, sunBlock } from '../../src/model/parameters.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Prior, Scenario } from '../../src/model/scenario.ts';

const geminga = presetById('geminga')?.scenario as Scenario;
const EFFICIENCY = 'sources[Geminga].efficiency';
const GAUSSIAN: Prior = { path: EFFICIENCY, distribution: 'gaussian', mean: 0.1, standardDeviation: 0.05 };

/** The sentence of whatever `act` throws. */
function sentenceOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
}

describe('a slider that a typed value lies beyond', () => {
  const log = { scale: 'log', slider: [1e25, 1e30], range: [1e22, 1e32] } as const;
  const linear = { scale: 'linear', slider: [1, 3], range: [0, 5] } as const;

  it.each([
    [log, 2e28, [1e25, 1e30]],
    [log, 3e31, [1e25, 1e32]],
    [log, 3e24, [1e24, 1e30]],
    [log, 1e24, [1e24, 1e30]],
    [linear, 3.25, [1, 3.3]],
    [linear, 0.5, [0.5, 3]],
    [linear, 5, [1, 5]],
  ] as const)('goes on to a round number that holds it', (parameter, value, range) => {
    expect(sliderHolding(parameter, parameter.slider, value)).toEqual(range);
  });

  it('never leaves the physical range, and stays where a logarithm has no place for the value', () => {
    const budget = { scale: 'log', slider: [0.01, 1], range: [0, 1000] } as const;
    expect(sliderHolding(budget, budget.slider, 0)).toBe(budget.slider);
    expect(sliderHolding(budget, budget.slider, 999)).toEqual([0.01, 1000]);
    expect(sliderHolding({ ...log, range: [1e22, 5e31] }, log.slider, 4e31)).toEqual([1e25, 5e31]);
  });
});

describe('a prior', () => {
  it('begins with what is known: the slider, the last fit, or a fifth of the value', () => {
    const start = (distribution: Prior['distribution'], error: number | null, before?: Prior) =>
      startingPrior(EFFICIENCY, distribution, pulsarBlock.efficiency, { value: 1.5, error, before });
    const [low, high] = pulsarBlock.efficiency.slider;
    expect(start('uniform', null)).toEqual({ path: EFFICIENCY, distribution: 'uniform', low, high });
    expect(start('gaussian', null)).toMatchObject({ mean: 1.5, standardDeviation: 0.3 });
    expect(start('gaussian', 0.12)).toMatchObject({ mean: 1.5, standardDeviation: 0.12 });
    const even: Prior = { path: EFFICIENCY, distribution: 'uniform', low: 0.2, high: 0.7 };
    expect(start('log-uniform', null, even)).toMatchObject({ low: 0.2, high: 0.7 });
    // A slider that begins at 0 has no logarithm there.
    const potential = startingPrior('sun.potential_MV', 'log-uniform', sunBlock.potential_MV, {
      value: 600,
      error: null,
      before: undefined,
    });
    expect(potential).toMatchObject({ low: 2, high: 2000 });
  });

  it('is part of a scenario that can be read, in the order of the free parameters, and leaves it again', () => {
    const { free } = geminga.fit;
    const index: Prior = { path: 'sources[Geminga].spectralIndex', distribution: 'uniform', low: 1.5, high: 2.5 };
    const both = withPrior(withPrior(geminga, index.path, index), EFFICIENCY, GAUSSIAN);
    expect(free.indexOf(EFFICIENCY)).toBeLessThan(free.indexOf(index.path));
    expect(parseScenario(both).fit.priors).toEqual([GAUSSIAN, index]);
    expect(withPrior(withPrior(both, index.path, null), EFFICIENCY, null)).toEqual(geminga);
  });

  it.each([
    [{ ...GAUSSIAN, standardDeviation: 0 }, 'The standard deviation is 0, but must be above 0; type a larger number.'],
    [{ ...GAUSSIAN, mean: -1 }, 'The prior lies outside the allowed values, 0 to 1000; move it inside.'],
    [
      { path: EFFICIENCY, distribution: 'uniform', low: 2, high: 1 },
      'The prior begins at 2 and ends at 1; type a beginning below the end.',
    ],
    [
      { path: EFFICIENCY, distribution: 'log-uniform', low: 0, high: 1 },
      'The prior begins at 0, but an even one in the logarithm begins above 0; type a larger number.',
    ],
    [
      { path: EFFICIENCY, distribution: 'uniform', low: 0, high: 2000 },
      'The prior lies outside the allowed values, 0 to 1000; move it inside.',
    ],
    [GAUSSIAN, null],
  ] as const)('that cannot be is refused in one sentence', (prior, problem) => {
    expect(priorProblem(prior, pulsarBlock.efficiency)).toBe(problem);
  });

  it('is said in one line', () => {
    expect(priorInWords(GAUSSIAN, 'none')).toBe('prior: 0.1 ± 0.05');
    expect(priorInWords({ path: '', distribution: 'log-uniform', low: 1e27, high: 1e29 }, 'cm2_s')).toBe(
      'prior: even in the logarithm from 1.00 × 10²⁷ to 1.00 × 10²⁹ cm² s⁻¹',
    );
  });
});

describe('a spectrum of two columns', () => {
  afterEach(() => speak('en'));

  it.each([
    ['10 2e-4\n100 1e-7'],
    ['# from a paper\n10,2e-4\n100,1e-7\n'],
    ['energy_GeV;flux\n10;2e-4\n100;1e-7'],
    ['E [TeV], flux [GeV^-1 m^-2 s^-1 sr^-1]\n0.01, 2e-4\n0.1, 1e-7'],
    ['E (GeV)\tflux (GeV-1 cm-2 s-1 sr-1)\n10\t2e-8\n100\t1e-11'],
  ])('is read as it is usually written: %j', (text) => {
    const { energies_GeV, values, name } = readSpectrumTable(text, 'mine [2].dat', 'background');
    expect(energies_GeV).toEqual([10, 100]);
    // A product with 10⁴ or a quotient by 10³ is rounded once.
    expect((values[0] as number) / 2e-4).toBeCloseTo(1, 14);
    expect((values[1] as number) / 1e-7).toBeCloseTo(1, 14);
    expect(name).toBe('mine  2 .dat');
  });

  it('of positrons per event has the unit GeV⁻¹', () => {
    const read = (unit: string) =>
      readSpectrumTable(`E [GeV], dNdE [${unit}]\n1, 3\n10, 0.5`, 'f', 'darkMatter').values;
    expect(read('GeV^-1')).toEqual([3, 0.5]);
    expect(read('1/TeV')).toEqual([0.003, 0.0005]);
    expect(sentenceOf(() => read('cm'))).toBe('f: column dNdE is in “cm”, which is not known here; give it in GeV^-1.');
  });

  it.each([
    ['1 2 3\n4 5 6', 'f has 3 columns, but two are needed, energy and value; keep these two only.'],
    ['10 1e-4', 'f has 1 point, but must have 2 to 1000; add or leave out lines.'],
    [
      '10 1e-4\n5 1e-3',
      'f, line 2: the energy is 5 GeV, not above the 10 GeV of the line before; sort the lines by energy.',
    ],
    [
      '10 1e-4\n20 -1',
      'f, line 2: the value is “-1”, but must be a number from 1e-40 to 10000000000 GeV^-1 m^-2 s^-1 sr^-1; correct it or leave the line out.',
    ],
    [
      '# head\n\n1e9 1\n2e9 1',
      'f, line 3: the energy is “1e9”, but must be a number from 0.001 to 10000000 GeV; correct it or leave the line out.',
    ],
    [
      '10 1e-4\n5000 1e-9',
      'f, line 2: the energy is 5000 GeV, but no positron can have more than 1000 GeV; cut the table there or raise the mass.',
    ],
  ])('that cannot be is refused in one sentence with its line: %j', (text, sentence) => {
    expect(sentenceOf(() => readSpectrumTable(text, 'f', 'background', 1000))).toBe(sentence);
  });

  it('is refused in Italian where the page is Italian', async () => {
    await speak('it');
    expect(sentenceOf(() => readSpectrumTable('10 1e-4\n5 1e-3', 'f', 'background'))).toBe(
      'f, riga 2: l’energia è 5 GeV, non maggiore di quella della riga prima, 10 GeV; ordina le righe per energia.',
    );
  });

  const table = { name: 'mine', energies_GeV: [1, 10, 100], values: [1, 1e-3, 1e-6] };

  it('becomes the background and keeps its normalisation when another table takes its place', () => {
    const with1 = parseScenario(withBackgroundTable(geminga, table));
    expect(backgroundTable(with1)).toEqual(table);
    // The normalisation of the diffuse term was free; that of the table is another number.
    expect(geminga.fit.free).toContain('background.normalisation');
    expect(with1.fit.free).not.toContain('background.normalisation');
    const scaled = edit(with1, 'background.normalisation', 2);
    const other = { ...table, name: 'other' };
    expect(withBackgroundTable(scaled, other).background).toMatchObject({ name: 'other', normalisation: 2 });
  });

  it('becomes the channel of dark matter, and goes with another channel', () => {
    const dark = withDarkMatter(geminga, DEFAULT_DARK_MATTER);
    const with1 = parseScenario(withChannelTable(dark, table));
    expect(channelTable(with1)).toEqual(table);
    expect(with1.darkMatter?.channel).toBe('table');
    expect(channelTable(edit(with1, 'darkMatter.channel', 'mu+mu-'))).toBeNull();
    expect(Object.keys(darkMatterBlock.channel.options)).toContain('table');
  });
});

describe('the list of sources', () => {
  it('takes another pulsar with the values of the declaration, and gives it up again', () => {
    const name = newSourceName(geminga, (number) => `pulsar ${number}`);
    expect(name).toBe('pulsar 2');
    const two = parseScenario(withSourceAdded(geminga, name));
    expect(two.sources.map((source) => source.name)).toEqual(['Geminga', 'pulsar 2']);
    expect(newSourceName(two, (number) => `pulsar ${number - 1}`)).toBe('pulsar 3');
    expect(withSourceRemoved(two, name)).toEqual(geminga);
  });

  it('renames what is free and what is known before with the source', () => {
    const renamed = parseScenario(withSourceRenamed(withPrior(geminga, EFFICIENCY, GAUSSIAN), 'Geminga', 'J0633'));
    expect(renamed.fit.free).toContain('sources[J0633].efficiency');
    expect(renamed.fit.priors[0]?.path).toBe('sources[J0633].efficiency');
    expect(renamed.fit.free.some((path) => path.includes('Geminga'))).toBe(false);
  });

  it('without a pulsar leaves nothing free of it', () => {
    const none = parseScenario(withSourceRemoved(withPrior(geminga, EFFICIENCY, GAUSSIAN), 'Geminga'));
    expect(none.fit.free.filter((path) => path.startsWith('sources'))).toEqual([]);
    expect(none.fit.priors).toEqual([]);
  });
});

describe('one group', () => {
  const changes: readonly (readonly [string, Scenario])[] = [
    ['sources[Geminga]', edit(geminga, EFFICIENCY, 0.2)],
    ['population', withPopulation(geminga, cataloguePulsars)],
    ['propagation.halo', withHalo(geminga, DEFAULT_HALO)],
    ['propagation', edit(geminga, 'propagation.D0_cm2_s', 3e28)],
    ['losses', edit(geminga, 'losses.model', 'thomson')],
    ['background', withBackground(geminga, 'none')],
    ['darkMatter', withDarkMatter(geminga, DEFAULT_DARK_MATTER)],
    ['sun', edit(geminga, 'sun.potential_MV', 700)],
    ['fit', edit(geminga, 'fit.errors', 'covariance')],
  ];

  it.each(changes)('%s is changed alone, and brought back alone', (blockPath, changed) => {
    const groups = parameterGroups(changed);
    const isChanged = (scenario: Scenario) =>
      groups.filter((group) => groupIsChanged(scenario, geminga, group)).map((group) => group.blockPath);
    expect(isChanged(changed)).toEqual([blockPath]);
    const group = groups.find((one) => one.blockPath === blockPath) as (typeof groups)[number];
    const back = parseScenario(withGroupReset(changed, geminga, group));
    expect(isChanged(back)).toEqual([]);
    // What the change made fixed stays fixed; everything else is the preset again.
    expect({ ...back, fit: { ...back.fit, free: [] } }).toEqual({ ...geminga, fit: { ...geminga.fit, free: [] } });
  });

  it('leaves the other groups, and what is free, as they are', () => {
    const both = withFree(edit(edit(geminga, EFFICIENCY, 0.2), 'sun.potential_MV', 700), 'sun.potential_MV', true);
    const sun = parameterGroups(both).find(({ kind }) => kind === 'sun') as ReturnType<typeof parameterGroups>[number];
    const back = withGroupReset(both, geminga, sun);
    expect(back.sources).toBe(both.sources);
    expect(back.sun).toEqual(geminga.sun);
    expect(back.fit.free).toContain('sun.potential_MV');
  });
});

describe('rows with the same label', () => {
  it('say whose they are from the second on', () => {
    const two = withPopulation(withSourceAdded(geminga, 'Monogem'), cataloguePulsars);
    const owners = rowOwners(parameterGroups(two));
    expect(owners.get(EFFICIENCY)).toBeUndefined();
    expect(owners.get('sources[Monogem].efficiency')).toBe('Monogem');
    expect(owners.get('population.efficiency')).toBe('the catalogue’s pulsars');
    expect(owners.get('sun.potential_MV')).toBeUndefined();
  });
});
