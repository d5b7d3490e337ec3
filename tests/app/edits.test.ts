import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applies,
  canSwitch,
  DEFAULT_DARK_MATTER,
  edit,
  withBackground,
  withDarkMatter,
  withFree,
  withRadiationComponent,
  withRadiationField,
  withSourceEnabled,
} from '../../src/app/state/edits.ts';
import { sideEffects } from '../../src/app/state/sideEffects.ts';
import { placedParameters, valueAt } from '../../src/model/paths.ts';
import { presetById, presets } from '../../src/model/presets/presets.ts';
import { RADIATION_FIELDS } from '../../src/model/radiationFields.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { scenarioArbitrary } from './scenarioArbitrary.ts';

const geminga = presetById('geminga')?.scenario as Scenario;
const valid = (scenario: Scenario) => expect(() => parseScenario(scenario)).not.toThrow();

describe('edits that force other values', () => {
  it('switch every parameter that has a switch on, in every preset, without breaking a rule', () => {
    for (const { scenario } of presets) {
      for (const { path, parameter } of placedParameters(scenario)) {
        if (parameter.kind !== 'nullable-number' || !canSwitch(path, parameter)) continue;
        valid(edit(scenario, path, parameter.start));
      }
    }
  });

  it('go from every loss model to every other, from any valid scenario', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        for (const model of ['thomson', 'kn-fit', 'klein-nishina', 'thomson', 'klein-nishina'] as const) {
          scenario = edit(scenario, 'losses.model', model);
          valid(scenario);
          const shown = placedParameters(scenario).filter(({ path }) => applies(scenario, path));
          expect(shown.some(({ path }) => path === 'losses.b0_GeV_s')).toBe(model === 'thomson');
          expect(shown.some(({ path }) => path === 'losses.magneticField_uG')).toBe(model !== 'thomson');
        }
      }),
      { numRuns: 50 },
    );
  });

  it('turn both halves of a break on and off together', () => {
    const on = edit(geminga, 'sources[Geminga].spectralIndex2', 2.5);
    expect(valueAt(on, 'sources[Geminga].breakEnergy_GeV')).toBe(500);
    valid(on);
    const off = edit(on, 'sources[Geminga].breakEnergy_GeV', null);
    expect(valueAt(off, 'sources[Geminga].spectralIndex2')).toBeNull();
    valid(off);
  });

  it('allow one form of D(E) at a time', () => {
    const flat = edit(geminga, 'propagation.referenceEnergy_GeV', 3);
    const broken = edit(flat, 'propagation.breakEnergy_GeV', 312);
    expect(broken.propagation.referenceEnergy_GeV).toBeNull();
    valid(broken);
    const again = edit(broken, 'propagation.referenceEnergy_GeV', 3);
    expect(again.propagation.breakEnergy_GeV).toBeNull();
    valid(again);
  });

  it('give a process of dark matter the number that it needs and take the other', () => {
    const on = withDarkMatter(geminga, DEFAULT_DARK_MATTER);
    valid(on);
    const free = withFree(on, 'darkMatter.crossSection_cm3_s', true);
    const decay = edit(free, 'darkMatter.process', 'decay');
    expect(decay.darkMatter).toMatchObject({ crossSection_cm3_s: null, lifetime_s: 1e26 });
    expect(decay.fit.free).not.toContain('darkMatter.crossSection_cm3_s');
    valid(decay);
    const shown = (scenario: Scenario) => placedParameters(scenario).filter(({ path }) => applies(scenario, path));
    expect(shown(decay).map(({ key }) => key)).not.toContain('crossSection_cm3_s');
    expect(shown(on).map(({ key }) => key)).not.toContain('lifetime_s');
    valid(edit(decay, 'darkMatter.process', 'annihilation'));
    expect(withDarkMatter(decay, null)).toEqual(geminga);
  });

  it('drop the table of dark matter with its channel', () => {
    const spectrum = { name: 'b quarks', energies_GeV: [1, 100], perEvent_per_GeV: [1, 0.01] };
    const table = withDarkMatter(geminga, { ...DEFAULT_DARK_MATTER, channel: 'table', spectrum });
    valid(table);
    const muons = edit(table, 'darkMatter.channel', 'mu+mu-');
    expect(muons.darkMatter?.spectrum).toBeNull();
    valid(muons);
  });

  it('take a prior away with the freedom of its parameter, and say so', () => {
    const path = 'sources[Geminga].efficiency';
    const prior = { path, distribution: 'uniform', low: 0, high: 1 } as const;
    const scenario = { ...geminga, fit: { ...geminga.fit, priors: [prior] } };
    valid(scenario);
    const fixed = withFree(scenario, path, false);
    expect(fixed.fit.priors).toEqual([]);
    valid(fixed);
    expect(sideEffects(scenario, fixed, path)).toBe('This also changed: the prior of efficiency is gone.');
    valid(withSourceEnabled(scenario, 'Geminga', false));
  });

  it('fix what a fit can no longer free', () => {
    const noCutoff = edit(
      edit(geminga, 'sources[Geminga].spectralIndex', 2.3),
      'sources[Geminga].cutoffEnergy_GeV',
      null,
    );
    expect(noCutoff.fit.free).not.toContain('sources[Geminga].cutoffEnergy_GeV');
    valid(noCutoff);
    const bare = withBackground(geminga, 'none');
    expect(bare.fit.free).not.toContain('background.normalisation');
    valid(bare);
    const alone = withSourceEnabled(geminga, 'Geminga', false);
    expect(alone.fit.free).toEqual(['background.normalisation']);
    valid(alone);
  });

  it('start a custom radiation field from the one before it, so that the curve does not jump', () => {
    const custom = withRadiationField(geminga, 'custom');
    expect(custom.losses.radiationComponents).toEqual(RADIATION_FIELDS.hooper2017.components);
    valid(custom);
    valid(withRadiationComponent(custom, 4, { name: 'dust', temperature_K: 40, energyDensity_eV_cm3: 0.1 }));
    expect(withRadiationComponent(custom, 0, null).losses.radiationComponents).toHaveLength(3);
    valid(withRadiationField(custom, 'hawc2017'));
  });

  it('list free parameters in the order of the declaration, each once', () => {
    const free = withFree(
      withFree(geminga, 'sources[Geminga].distance_pc', true),
      'sources[Geminga].distance_pc',
      true,
    );
    expect(free.fit.free).toEqual([
      'sources[Geminga].efficiency',
      'sources[Geminga].spectralIndex',
      'sources[Geminga].cutoffEnergy_GeV',
      'sources[Geminga].distance_pc',
      'background.normalisation',
    ]);
    valid(free);
  });

  it('never touch the scenario that they start from', () => {
    const before = JSON.stringify(geminga);
    withRadiationComponent(withRadiationField(edit(geminga, 'losses.magneticField_uG', 5), 'custom'), 0, null);
    edit(geminga, 'losses.model', 'thomson');
    expect(JSON.stringify(geminga)).toBe(before);
  });
});
