import { describe, expect, test } from 'vitest';
import { selectPulsars } from '../../src/data/catalogue/selectPulsars.ts';
import { loadCatalogue } from '../../src/data/catalogue.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import type { Population, Scenario } from '../../src/model/scenario.ts';
import { OTHER_PULSARS_NAME, populationComponents } from '../../src/predict/population.ts';
import { geminga, preset, testKernel, worstRelativeDifference } from '../support.ts';

const kernel = await testKernel();
const catalogue = await loadCatalogue();
const energies = Float64Array.of(10, 100, 300, 800);

const scenario = (changes: Partial<Population> = {}): Scenario => ({
  ...preset('geminga'),
  sources: [],
  background: { model: 'none' },
  population: { ...cataloguePulsars, maxDistance_kpc: 2, ...changes },
});
const components = (changes: Partial<Population> = {}, withError = false) =>
  populationComponents(kernel, scenario(changes), energies, { withError });
const total = (parts: ReturnType<typeof components>) =>
  energies.map((_, i) => parts.reduce((sum, { flux }) => sum + (flux[i] as number), 0));

describe('the pulsars of a catalogue', () => {
  test('are the sum of single pulsars, wherever they are shown', () => {
    const { selected } = selectPulsars(scenario().population!, catalogue, []);
    const { propagation, losses } = scenario();
    const singles = selected.map(({ source }) => kernel.pulsarFlux(source, propagation, losses, energies));
    const expected = energies.map((_, i) => singles.reduce((sum, row) => sum + (row[i] as number), 0));
    // 1e-10: the promise for the sum; a different order of 500 summands rounds at 1e-14.
    expect(worstRelativeDifference(total(components()), expected)).toBeLessThan(1e-10);
    expect(worstRelativeDifference(total(components({ named: [] })), expected)).toBeLessThan(1e-10);
  });

  test('come by name where they are named, and all others as one', () => {
    const parts = components();
    expect(parts.map(({ name }) => name)).toEqual(['Geminga', 'Monogem', 'B1055-52', 'Vela', OTHER_PULSARS_NAME]);
    expect(parts.map(({ pulsar }) => pulsar?.name)).toEqual([...cataloguePulsars.named, undefined]);
    expect(parts.at(-1)?.count).toBe(selectPulsars(scenario().population!, catalogue, []).selected.length - 4);
    expect(components({ named: [] }).map(({ name }) => name)).toEqual([OTHER_PULSARS_NAME]);
    expect(components({ maxDistance_kpc: 0.1 }).map(({ name }) => name)).toEqual(['B1055-52']);
  });

  test('are nothing without a population', () => {
    expect(populationComponents(kernel, { ...scenario(), population: null }, energies)).toEqual([]);
  });

  test('give flux in proportion to the shared efficiency', () => {
    const ratio = worstRelativeDifference(
      total(components({ efficiency: 0.3 })),
      total(components({ efficiency: 0.1 })).map((flux) => 3 * flux),
    );
    // Rounding.
    expect(ratio).toBeLessThan(1e-13);
  });

  test('the far ones matter less the higher the energy, since positrons cool on the way', () => {
    const near = total(components());
    const all = total(components({ maxDistance_kpc: 10 }));
    const fromFar = Array.from(all, (flux, i) => 1 - near[i]! / flux);
    expect(fromFar.every((share) => share > 0)).toBe(true);
    expect([...fromFar].sort((one, other) => other - one)).toEqual(fromFar);
  });

  test('a listed Geminga takes the place of the catalogue’s, and the others do not notice', () => {
    const listed = { ...scenario(), sources: [geminga()] };
    const names = populationComponents(kernel, listed, energies).map(({ name }) => name);
    expect(names).toEqual(['Monogem', 'B1055-52', 'Vela', OTHER_PULSARS_NAME]);
    const [others, before] = [listed, scenario()].map(
      (each) => populationComponents(kernel, each, energies).at(-1)?.flux as Float64Array,
    );
    expect(others).toEqual(before);
  });

  test('carry an estimate of the numerical error where it is asked for', () => {
    for (const { flux, error } of components({}, true)) {
      // 1e-6: ten times what is promised for one zone, far below what a missing estimate would show.
      flux.forEach((value, i) => {
        expect(error![i]! / value).toBeGreaterThan(0);
        expect(error![i]! / value).toBeLessThan(1e-6);
      });
    }
    expect(components().every(({ error }) => error === null)).toBe(true);
  });
});
