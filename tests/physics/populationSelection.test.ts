import { describe, expect, test } from 'vitest';
import { LEFT_OUT, type LeftOutReason, selectPulsars } from '../../src/data/catalogue/selectPulsars.ts';
import { characteristicAge_kyr } from '../../src/data/catalogue/spinDown.ts';
import { loadCatalogue } from '../../src/data/catalogue.ts';
import { InputError } from '../../src/model/inputError.ts';
import { defaultsOf, populationBlock, pulsarOverrideBlock } from '../../src/model/parameters.ts';
import type { Population, PulsarOverride, Source } from '../../src/model/scenario.ts';
import { geminga } from '../support.ts';

const catalogue = await loadCatalogue();
const population = (changes: Partial<Population> = {}): Population => ({
  ...defaultsOf(populationBlock),
  named: [],
  overrides: [],
  ...changes,
});
const override = (name: string, changes: Partial<PulsarOverride> = {}): PulsarOverride => ({
  name,
  enabled: true,
  ...defaultsOf(pulsarOverrideBlock),
  ...changes,
});
const select = (changes: Partial<Population> = {}, sources: readonly Source[] = []) =>
  selectPulsars(population(changes), catalogue, sources);
const sourceOf = (name: string, changes: Partial<Population> = {}) =>
  select(changes).selected.find(({ pulsar }) => pulsar.name === name)?.source;
const count = (reason: LeftOutReason, changes: Partial<Population>) => select(changes).leftOut[reason].length;

describe('cuts', () => {
  test('by default only the 54 pulsars without a distance are left out', () => {
    const { selected, leftOut } = select();
    expect([selected.length, leftOut.noDistance.length]).toEqual([1673, 54]);
    expect(leftOut.noDistance).toContain('J0622+3749');
  });

  test.each<[string, Partial<Population>]>([
    ['near', { maxDistance_kpc: 1 }],
    ['old', { minAge_kyr: 1000 }],
    ['young', { maxAge_kyr: 100 }],
    ['strong', { minSpinDownLuminosity_erg_s: 1e34 }],
    ['all of these', { maxDistance_kpc: 2, minAge_kyr: 50, maxAge_kyr: 5000, minSpinDownLuminosity_erg_s: 1e33 }],
  ])(
    '%s pulsars only: every one inside the cuts counts, none outside, and each of the 1727 has its place',
    (_, cuts) => {
      const { selected, leftOut } = select(cuts);
      const limits = population(cuts);
      const names = [...selected.map(({ pulsar }) => pulsar.name), ...Object.values(leftOut).flat()];
      expect(new Set(names).size).toBe(1727);
      expect(names.length).toBe(1727);
      expect(selected.length).toBeGreaterThan(50);
      expect(selected.length).toBeLessThan(1600);
      const inside = ({ distance_pc, age_kyr, spinDownLuminosity_erg_s }: (typeof selected)[number]['source']) =>
        distance_pc <= limits.maxDistance_kpc * 1000 &&
        age_kyr >= limits.minAge_kyr &&
        age_kyr <= limits.maxAge_kyr &&
        spinDownLuminosity_erg_s >= limits.minSpinDownLuminosity_erg_s;
      expect(selected.every(({ source }) => inside(source))).toBe(true);
      const kept = new Set(selected.map(({ pulsar }) => pulsar.name));
      expect(select().selected.filter(({ pulsar, source }) => inside(source) !== kept.has(pulsar.name))).toEqual([]);
    },
  );

  test('kinds: 17 magnetars can go; 165 pulsars with a distance or without are seen above radio energies', () => {
    expect(count('kind', { kinds: 'no-magnetars' })).toBe(17);
    const { selected, leftOut } = select({ kinds: 'high-energy' });
    // 90 HE, 67 NRAD, 13 AXP|NRAD, 7 NRAD|XINS, 4 AXP|HE, 1 HE|RRAT in the extract.
    expect(1727 - leftOut.kind.length).toBe(90 + 67 + 13 + 7 + 4 + 1);
    expect(selected.length + leftOut.noDistance.length).toBe(1727 - leftOut.kind.length);
  });

  test('every reason has its words', () => {
    expect(Object.keys(select().leftOut)).toEqual(Object.keys(LEFT_OUT));
  });
});

describe('distances', () => {
  test('B1055-52 is at 93 pc by the catalogue and YMW16, at 714 pc by NE2001', () => {
    const distances = (['catalogue', 'ymw16', 'ne2001'] as const).map(
      (distanceModel) => sourceOf('J1057-5226', { distanceModel })?.distance_pc,
    );
    expect(distances).toEqual([93, 93, 714]);
  });

  test('where a model has none, the distance is the catalogue’s', () => {
    // J0357+3205 is radio quiet: no dispersion, no model; the catalogue lists 0.835 kpc.
    for (const distanceModel of ['ymw16', 'ne2001', 'independent'] as const)
      expect(sourceOf('J0357+3205', { distanceModel })?.distance_pc).toBe(835);
    expect(sourceOf('J1057-5226', { distanceModel: 'independent' })?.distance_pc).toBe(93);
  });

  test('the cut acts on the distance in force: NE2001 puts 63 of the pulsars beyond 10 kpc', () => {
    expect(count('tooFar', { distanceModel: 'ne2001' })).toBe(63);
  });
});

describe('ages', () => {
  const geminga = catalogue.pulsars.find(({ name }) => name === 'J0633+1746')!;
  const crab = 'J0534+2200';

  test('from the spin-down: tau_c - tau0 for a dipole, 2 tau_c - tau0 for n = 2', () => {
    const age = (brakingIndex: number) =>
      sourceOf('J0633+1746', { ageModel: 'spin-down', spinDownTimescale_kyr: 12, brakingIndex })?.age_kyr;
    expect(age(3)).toBeCloseTo(characteristicAge_kyr(geminga) - 12, 12);
    expect(age(2)).toBeCloseTo(2 * characteristicAge_kyr(geminga) - 12, 12);
    expect(sourceOf('J0633+1746')?.age_kyr).toBe(characteristicAge_kyr(geminga));
  });

  test('a pulsar whose age would not be positive is left out and counted: the Crab for tau0 = 12 kyr, not for 0.5', () => {
    const late = select({ ageModel: 'spin-down', spinDownTimescale_kyr: 12, minAge_kyr: 0 });
    expect(late.leftOut.noAge).toContain(crab);
    expect(late.selected.every(({ source }) => source.age_kyr > 0)).toBe(true);
    const early = select({ ageModel: 'spin-down', spinDownTimescale_kyr: 0.5, minAge_kyr: 0 });
    expect(early.selected.some(({ pulsar }) => pulsar.name === crab)).toBe(true);
  });

  test('pulsars younger than the release delay have released nothing', () => {
    const { selected, leftOut } = select({ releaseDelay_kyr: 60 });
    expect(leftOut.notReleased).toContain('J0835-4510');
    expect(selected.every(({ source }) => source.age_kyr > 60)).toBe(true);
    expect(selected.length + leftOut.notReleased.length).toBe(1673);
  });
});

describe('listed sources', () => {
  test.each(['Geminga', 'geminga', 'J0633+1746', 'PSR J0633+1746'])('%s among them is not counted again', (name) => {
    const { selected, leftOut } = select({}, [geminga({ name })]);
    expect(leftOut.listed).toEqual(['J0633+1746']);
    expect(selected.length).toBe(1672);
  });

  test.each([
    ['Monogem', 'J0659+1414'],
    ['B0656+14', 'J0659+1414'],
    ['Vela', 'J0835-4510'],
    ['PSR B0833\u221245', 'J0835-4510'],
    ['Crab', 'J0534+2200'],
    ['B1055-52', 'J1057-5226'],
  ])('%s is %s', (name, catalogueName) => {
    expect(select({}, [geminga({ name })]).leftOut.listed).toEqual([catalogueName]);
  });

  test('one that is switched off, or that the catalogue does not know, takes no place', () => {
    expect(select({}, [geminga({ enabled: false })]).leftOut.listed).toEqual([]);
    expect(select({}, [geminga({ name: 'a pulsar of my own' })]).leftOut.listed).toEqual([]);
  });
});

describe('pulsars with values of their own', () => {
  test('every value that is given replaces the catalogue’s or the shared one, and only that', () => {
    const own = {
      distance_pc: 250,
      age_kyr: 300,
      spinDownLuminosity_erg_s: 3e34,
      efficiency: 0.5,
      spectralIndex: 1.8,
      cutoffEnergy_GeV: 3e4,
    };
    expect(sourceOf('J0633+1746', { overrides: [override('Geminga', own)] })).toMatchObject(own);
    for (const key of Object.keys(own) as (keyof typeof own)[]) {
      const changed = sourceOf('J0633+1746', { overrides: [override('Geminga', { [key]: own[key] })] });
      expect(changed).toEqual({ ...sourceOf('J0633+1746'), [key]: own[key] });
    }
    const others = select({ overrides: [override('Geminga', own)] }).selected.slice(0, 50);
    expect(others).toEqual(select().selected.slice(0, 50));
  });

  test('a distance of its own makes a pulsar count that has none in the catalogue', () => {
    expect(sourceOf('J0622+3749')).toBeUndefined();
    expect(sourceOf('J0622+3749', { overrides: [override('J0622+3749', { distance_pc: 1600 })] })?.distance_pc).toBe(
      1600,
    );
  });

  test('the cuts see the values in force', () => {
    const { leftOut } = select({ maxDistance_kpc: 0.2, overrides: [override('Geminga', { distance_pc: 250 })] });
    expect(leftOut.tooFar).toContain('J0633+1746');
  });

  test('one can be switched off', () => {
    const { selected, leftOut } = select({ overrides: [override('Vela', { enabled: false })] });
    expect([selected.length, leftOut.switchedOff]).toEqual([1672, ['J0835-4510']]);
  });
});

describe('names', () => {
  test('the named ones come in the order of the list, those that do not count are missing', () => {
    const { named } = select({ named: ['Vela', 'B0656+14', 'J0633+1746', 'J0622+3749'] });
    expect(named.map(({ pulsar }) => pulsar.name)).toEqual(['J0835-4510', 'J0659+1414', 'J0633+1746']);
  });

  test.each<[string, Partial<Population>, RegExp]>([
    [
      'an unknown name to be shown',
      { named: ['Geminga', 'J0633+1747'] },
      /^population\.named\[1\] is "J0633\+1747", which is no pulsar of the ATNF .* the nearest names are J0633\+1746, /,
    ],
    ['a misspelt common name', { named: ['Gemina'] }, /the nearest names are Geminga, /],
    [
      'an unknown name with values',
      { overrides: [override('B0656+15')] },
      /^population\.overrides\[0\]\.name .*B0656\+14/,
    ],
    [
      'one pulsar named twice',
      { named: ['Vela', 'B0833-45'] },
      /named\[1\] is "B0833-45", a second name of J0835-4510/,
    ],
    [
      'values for one pulsar twice',
      { overrides: [override('Vela'), override('J0835-4510')] },
      /overrides\[1\]\.name is "J0835-4510", a second name/,
    ],
  ])('%s is refused in one sentence', (_, changes, sentence) => {
    expect(() => select(changes)).toThrow(InputError);
    expect(() => select(changes)).toThrow(sentence);
  });
});
