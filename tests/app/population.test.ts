import { describe, expect, it } from 'vitest';
import { edit, withFree, withHalo, withNamed, withOverride, withPopulation } from '../../src/app/state/edits.ts';
import { DEFAULT_HALO } from '../../src/app/state/haloEdits.ts';
import { sideEffects } from '../../src/app/state/sideEffects.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';

const geminga = presetById('geminga')?.scenario as Scenario;
const withCatalogue = withPopulation(geminga, cataloguePulsars);
const valid = (scenario: Scenario) => expect(() => parseScenario(scenario)).not.toThrow();
const OFF = 'pulsars of the catalogue: catalogue within 10 kpc, η 0.1 → off: listed pulsars only';

describe('the pulsars of the catalogue and what excludes them: the newest choice wins, and says what gave way', () => {
  it('finite volumes switch them off', () => {
    const volumes = edit(withCatalogue, 'propagation.solver', 'finite-volume');
    valid(volumes);
    expect(volumes.population).toBeNull();
    expect(sideEffects(withCatalogue, volumes, 'propagation.solver')).toBe(`This also changed: ${OFF}.`);
  });

  it('so does what only finite volumes can do', () => {
    const before = withHalo(withCatalogue, DEFAULT_HALO);
    const after = edit(before, 'propagation.halo.edgeWidth_pc', 10);
    valid(after);
    expect(sideEffects(before, after, 'propagation.halo.edgeWidth_pc')).toContain(OFF);
  });

  it('so does the closed form, and with it the freedom of what they share', () => {
    const before = withFree(withHalo(withCatalogue, DEFAULT_HALO), 'population.efficiency', true);
    const after = edit(before, 'propagation.halo.greensFunction', 'tang-piran-2019');
    valid(after);
    expect(after.population).toBeNull();
    expect(sideEffects(before, after, 'propagation.halo.greensFunction')).toBe(
      `This also changed: ${OFF}; efficiency of the catalogue’s pulsars is no longer free in the fit.`,
    );
  });

  it('switched on they bring the exact Green’s function back', () => {
    const volumes = edit(withHalo(geminga, DEFAULT_HALO), 'propagation.halo.edgeWidth_pc', 10);
    const on = withPopulation(volumes, cataloguePulsars);
    valid(on);
    expect(on.propagation).toMatchObject({ solver: 'greens', halo: { edgeWidth_pc: 0 } });
    expect(sideEffects(volumes, on, 'population')).toContain(
      'solver: finite volumes in r, E, t → exact Green’s function',
    );
    const closed = edit(withHalo(geminga, DEFAULT_HALO), 'propagation.halo.greensFunction', 'tang-piran-2019');
    const exact = withPopulation(closed, cataloguePulsars);
    valid(exact);
    expect(exact.propagation.halo?.greensFunction).toBe('exact');
  });

  it('a halo that comes back leaves its closed form behind while they count', () => {
    const on = withHalo(withCatalogue, { ...DEFAULT_HALO, greensFunction: 'tang-piran-2019' });
    valid(on);
    expect(on.population).not.toBeNull();
    expect(on.propagation.halo?.greensFunction).toBe('exact');
  });

  it('a choice that asks for nothing of the kind leaves them alone', () => {
    expect(edit(withCatalogue, 'propagation.solver', 'greens').population).toEqual(cataloguePulsars);
    const halo = withHalo(withCatalogue, DEFAULT_HALO);
    expect(edit(halo, 'propagation.halo.greensFunction', 'exact')).toEqual(halo);
    expect(edit(withCatalogue, 'propagation.propagator', 'juettner').population).toEqual(cataloguePulsars);
  });

  it('switched off they take nothing else along', () => {
    expect(withPopulation(withCatalogue, null)).toEqual(geminga);
  });
});

describe('one pulsar of the catalogue', () => {
  const DISTANCE = 'population.overrides[J1057-5226].distance_pc';

  it('is shown by name under any of its names, once', () => {
    const byAlias = { ...cataloguePulsars, named: ['B1055-52'] };
    const scenario = withPopulation(geminga, byAlias);
    expect(withNamed(scenario, ['J1057-5226', 'B1055-52'], false).population?.named).toEqual([]);
    expect(withNamed(scenario, ['J1057-5226', 'B1055-52'], true).population?.named).toEqual(['J1057-5226']);
  });

  it('has values of its own as long as one of them says something', () => {
    const own = withOverride(withCatalogue, ['J1057-5226'], { distance_pc: 714 });
    valid(own);
    expect(own.population?.overrides).toMatchObject([{ name: 'J1057-5226', enabled: true, distance_pc: 714 }]);
    const both = withOverride(own, ['J1057-5226'], { enabled: false });
    expect(both.population?.overrides).toMatchObject([{ enabled: false, distance_pc: 714 }]);
    const back = withOverride(withOverride(both, ['J1057-5226'], { enabled: true }), ['J1057-5226'], {
      distance_pc: null,
    });
    expect(back).toEqual(withCatalogue);
  });

  it('can be free in the fit in a value of its own, and is fixed when it is left out', () => {
    const own = withOverride(withCatalogue, ['J1057-5226'], { distance_pc: 714 });
    const free = withFree(own, DISTANCE, true);
    expect(free.fit.free).toContain(DISTANCE);
    valid(free);
    const out = withOverride(free, ['J1057-5226'], { enabled: false });
    expect(out.fit.free).not.toContain(DISTANCE);
    valid(out);
  });

  it('keeps an override that a file wrote under another name', () => {
    const [override] = withOverride(withCatalogue, ['B1055-52'], { efficiency: 0.3 }).population?.overrides ?? [];
    const scenario = withPopulation(geminga, { ...cataloguePulsars, overrides: override ? [override] : [] });
    const changed = withOverride(scenario, ['J1057-5226', 'B1055-52'], { distance_pc: 350 });
    expect(changed.population?.overrides).toMatchObject([{ name: 'B1055-52', efficiency: 0.3, distance_pc: 350 }]);
    valid(changed);
  });
});
