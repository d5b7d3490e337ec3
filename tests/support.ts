/** What several tests share: one kernel, and scenarios to start from. */
import type { Kernel } from '../src/kernel/kernel.ts';
import { loadNodeKernel } from '../src/kernel/nodeKernel.ts';
import { presetById } from '../src/model/presets/presets.ts';
import type { Losses, Propagation, PulsarSource, Scenario } from '../src/model/scenario.ts';

let loading: Promise<Kernel> | undefined;

/** The kernel, loaded once in a test file. */
export function testKernel(): Promise<Kernel> {
  loading ??= loadNodeKernel();
  return loading;
}

export function preset(id: string): Scenario {
  const found = presetById(id);
  if (!found) throw new Error(`no preset ${id}`);
  return structuredClone(found.scenario);
}

/** Geminga of the default preset, with changes. */
export function geminga(changes: Partial<PulsarSource> = {}): PulsarSource {
  return { ...(preset('geminga').sources[0] as PulsarSource), ...changes };
}

export function thomson(b0_GeV_s: number): Losses {
  return { model: 'thomson', b0_GeV_s, magneticField_uG: null, radiationField: null, radiationComponents: null };
}

export function powerLawDiffusion(D0_cm2_s: number, delta: number): Propagation {
  return {
    D0_cm2_s,
    delta,
    referenceEnergy_GeV: null,
    breakEnergy_GeV: null,
    deltaAboveBreak: null,
    solver: 'greens',
    propagator: 'gaussian',
    halo: null,
    slab: { haloHalfHeight_kpc: 4, discHalfThickness_kpc: 0.1 },
  };
}

/** Largest relative difference of two columns. */
export function worstRelativeDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let worst = one.length === other.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < one.length; i++) worst = Math.max(worst, Math.abs((one[i] as number) / (other[i] as number) - 1));
  return worst;
}
