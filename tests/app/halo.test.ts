import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreInWords } from '../../src/app/parameters/centreInWords.ts';
import { groupSummary, parameterGroups } from '../../src/app/parameters/groups.ts';
import { edit, withFree, withHalo } from '../../src/app/state/edits.ts';
import { DEFAULT_HALO } from '../../src/app/state/haloEdits.ts';
import { modifications } from '../../src/app/state/modifications.ts';
import { sideEffects } from '../../src/app/state/sideEffects.ts';
import { haloBlock } from '../../src/model/parameters.ts';
import { valueAt } from '../../src/model/paths.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { scenarioArbitrary } from './scenarioArbitrary.ts';

const geminga = presetById('geminga')?.scenario as Scenario;
const VELOCITY = 'sources[Geminga].transverseVelocity_km_s';
const withDefaultHalo = withHalo(geminga, DEFAULT_HALO);
const valid = (scenario: Scenario) => expect(() => parseScenario(scenario)).not.toThrow();

/** Edits one after the other, every state on the way valid. */
function edited(scenario: Scenario, ...edits: readonly (readonly [string, number | string | null])[]): Scenario {
  return edits.reduce((present, [path, value]) => {
    const next = edit(present, path, value);
    valid(next);
    return next;
  }, scenario);
}

describe('the halo switch', () => {
  it('gives the halo of the declaration, and takes it away with everything about it', () => {
    expect(DEFAULT_HALO).toMatchObject({ D0_cm2_s: 1e26, radius_pc: 50, greensFunction: 'exact', delta: null });
    expect(Object.keys(DEFAULT_HALO)).toEqual(Object.keys(haloBlock));
    valid(withDefaultHalo);
    const free = withFree(withDefaultHalo, 'propagation.halo.radius_pc', true);
    const off = withHalo(free, null);
    valid(off);
    expect(off.fit.free).toEqual(geminga.fit.free);
    expect(off).toEqual(geminga);
  });

  it('counts as one modified value, and says what was there', () => {
    expect(modifications(withDefaultHalo, geminga)).toEqual([
      { path: 'propagation.halo', label: 'halo', before: 'off: one zone', after: '50 pc, D 1.0 × 10²⁶' },
    ]);
    const [change] = modifications(geminga, withDefaultHalo);
    expect(change).toMatchObject({ path: 'propagation.halo', after: 'off: one zone' });
  });

  it('brings back what the present solver can do', () => {
    const full = { ...DEFAULT_HALO, delta: 0.5, edgeWidth_pc: 5, radius_pc: 70 };
    expect(withHalo(geminga, full).propagation.halo).toEqual({ ...DEFAULT_HALO, radius_pc: 70 });
    const volumes = edit(geminga, 'propagation.solver', 'finite-volume');
    expect(withHalo(volumes, full).propagation.halo).toEqual(full);
    valid(withHalo(volumes, { ...full, greensFunction: 'tang-piran-2019' }));
  });

  it('takes the Jüttner propagator back, which has no halo', () => {
    const fast = edit(geminga, 'propagation.propagator', 'juettner');
    valid(fast);
    const on = withHalo(fast, DEFAULT_HALO);
    valid(on);
    expect(sideEffects(fast, on, 'propagation.halo')).toBe(
      'This also changed: propagator: Jüttner (nothing faster than light) → Gaussian (diffusion).',
    );
  });

  it('is shown in one line, on and off', () => {
    const line = (scenario: Scenario) => groupSummary(scenario, { kind: 'halo', blockPath: 'propagation.halo' });
    expect(line(geminga)).toBe('off: one zone');
    expect(line(withDefaultHalo)).toBe('50 pc, D 1.0 × 10²⁶');
    expect(line(edit(withDefaultHalo, 'propagation.halo.greensFunction', 'tang-piran-2019'))).toBe(
      '50 pc, D 1.0 × 10²⁶, closed form',
    );
    const group = parameterGroups(withDefaultHalo).find(({ kind }) => kind === 'halo');
    const basic = group?.rows.filter(({ parameter }) => parameter.level === 'basic').map(({ key }) => key);
    expect(basic).toEqual(['D0_cm2_s', 'radius_pc']);
  });
});

describe('choices that exclude each other: the newest wins in one edit, and says what gave way', () => {
  it('finite volumes have pulsars at rest, no closed form and the Gaussian', () => {
    const before = edited(withDefaultHalo, [VELOCITY, 211], ['propagation.halo.greensFunction', 'tang-piran-2019']);
    const volumes = edited(before, ['propagation.solver', 'finite-volume']);
    expect(valueAt(volumes, VELOCITY)).toBe(0);
    expect(volumes.propagation.halo?.greensFunction).toBe('exact');
    expect(sideEffects(before, volumes, 'propagation.solver')).toBe(
      'This also changed: transverse velocity: 211 km s⁻¹ → 0 km s⁻¹; ' +
        'two-zone Green’s function: closed form of Tang & Piran 2019 (approximation) → exact.',
    );
  });

  it.each([
    ['propagation.halo.delta', 0.5],
    ['propagation.halo.edgeWidth_pc', 10],
    ['propagation.halo.beginTime_kyr', 20],
    ['propagation.halo.endTime_kyr', 200],
  ] as const)('%s brings the finite volumes that it needs, and leaves with them', (path, value) => {
    const volumes = edited(withDefaultHalo, [path, value]);
    expect(volumes.propagation.solver).toBe('finite-volume');
    expect(sideEffects(withDefaultHalo, volumes, path)).toContain('solver: exact Green’s function → finite volumes');
    const greens = edited(volumes, ['propagation.solver', 'greens']);
    expect(greens).toEqual(withDefaultHalo);
  });

  it.each([
    [VELOCITY, 211],
    ['propagation.halo.greensFunction', 'tang-piran-2019'],
    ['propagation.propagator', 'juettner'],
  ] as const)('%s brings the exact Green’s function back', (path, value) => {
    const volumes = edited(withDefaultHalo, ['propagation.halo.edgeWidth_pc', 10]);
    const greens = edited(volumes, [path, value]);
    expect(greens.propagation.solver).toBe('greens');
    expect(greens.propagation.halo?.edgeWidth_pc ?? 0).toBe(0);
    expect(sideEffects(volumes, greens, path)).toContain('solver: finite volumes in r, E, t → exact Green’s function');
  });

  it('values that change nothing about the solver leave it alone', () => {
    expect(edited(withDefaultHalo, ['propagation.halo.edgeWidth_pc', 0], [VELOCITY, 0])).toEqual(withDefaultHalo);
    const one = edited(withDefaultHalo, ['propagation.halo.radius_pc', 80]);
    expect(sideEffects(withDefaultHalo, one, 'propagation.halo.radius_pc')).toBeNull();
  });

  it('a velocity that is free in the fit has the exact solver, and is fixed by finite volumes', () => {
    const volumes = edited(withDefaultHalo, ['propagation.solver', 'finite-volume']);
    const free = withFree(volumes, VELOCITY, true);
    expect([free.propagation.solver, free.fit.free.includes(VELOCITY)]).toEqual(['greens', true]);
    const fixed = edited(free, ['propagation.solver', 'finite-volume']);
    expect(fixed.fit.free).not.toContain(VELOCITY);
    expect(sideEffects(free, fixed, 'propagation.solver')).toBe(
      'This also changed: transverse velocity is no longer free in the fit.',
    );
  });

  it('never leave a scenario that a rule refuses, wherever they start', () => {
    const choices = [
      ['propagation.solver', 'finite-volume'],
      ['propagation.solver', 'greens'],
      ['propagation.propagator', 'juettner'],
      ['propagation.propagator', 'gaussian'],
    ] as const;
    fc.assert(
      fc.property(scenarioArbitrary, fc.array(fc.constantFrom(...choices), { maxLength: 4 }), (scenario, edits) => {
        edited(scenario, ...edits);
        valid(withHalo(edited(scenario, ...edits), DEFAULT_HALO));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a moving pulsar', () => {
  it('has a sentence about the centre of its halo, a resting one has none', () => {
    expect(centreInWords(withDefaultHalo)).toBeNull();
    const moving = edit(withDefaultHalo, VELOCITY, 211);
    expect(centreInWords(edit(geminga, VELOCITY, 211))).toBeNull();
    expect(centreInWords(moving)).toBe(
      'Geminga moves with 211 km s⁻¹: each positron diffuses in a halo centred on the place where it was emitted.',
    );
    expect(centreInWords(edit(moving, 'propagation.halo.centre', 'pulsar'))).toMatch(/centred on the pulsar/);
  });
});
