import { expect, it } from 'vitest';
import { loadNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { rankPulsars } from '../../src/worker/rankPulsars.ts';

const kernel = await loadNodeKernel();
const manconi = presetById('manconi-2020')?.scenario as Scenario;
const near: Scenario = {
  ...manconi,
  population: manconi.population && { ...manconi.population, maxDistance_kpc: 0.3 },
};

it('the pulsars of the catalogue come in order, with the dipole and what was left out', async () => {
  const { ranking, dipole } = await rankPulsars(kernel, near, 100);
  const fluxes = ranking.pulsars.map(({ flux }) => flux);
  expect(fluxes).toEqual([...fluxes].sort((one, other) => other - one));
  expect(ranking.pulsars.map(({ name }) => name)).toEqual(expect.arrayContaining(['Geminga', 'Monogem', 'Vela']));
  expect(ranking.leftOut?.tooFar.length).toBeGreaterThan(1000);
  expect(ranking.measuredFlux).toBeGreaterThan(0);
  expect(dipole?.amplitude[0]).toBeGreaterThan(0);
  expect(dipole?.parts).toHaveLength(ranking.pulsars.length);
});

it('a solver without a dipole still ranks', async () => {
  const geminga = presetById('geminga')?.scenario as Scenario;
  const volumes: Scenario = { ...geminga, propagation: { ...geminga.propagation, solver: 'finite-volume' } };
  const { ranking, dipole } = await rankPulsars(kernel, volumes, 100);
  expect(ranking.pulsars.map(({ name }) => name)).toEqual(['Geminga']);
  expect(dipole).toBeNull();
});
