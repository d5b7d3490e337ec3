/** The C twin must compute what the kernel computes, in every branch of both, before their times mean anything. */
import { datasetOf } from '../../src/data/datasets.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import type { Propagation, PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { pulsarModel } from './model.ts';
import type { Twin } from './twin.ts';

/** Largest relative difference that counts as agreement; fluxes below this part of the largest one do not count. */
const AGREEMENT = 1e-9;
const NEGLIGIBLE = 1e-15;

/** Variations of a pulsar and its medium that take every way through the twin. */
const VARIATIONS: readonly { name: string; source?: Partial<PulsarSource>; propagation?: Partial<Propagation> }[] = [
  { name: 'as it is' },
  { name: 'moving, with another braking index', source: { transverseVelocity_km_s: 300, brakingIndex: 2.5 } },
  { name: 'broken spectrum', source: { breakEnergy_GeV: 300, spectralIndex: 1.5, spectralIndex2: 2.4 } },
  { name: 'without cutoff, with a highest energy', source: { cutoffEnergy_GeV: null, maxEnergy_GeV: 5e5 } },
  { name: 'late release', source: { releaseDelay_kyr: 60 } },
  { name: 'burst', source: { injection: 'burst' } },
  { name: 'D with a break', propagation: { delta: 0.5, breakEnergy_GeV: 300, deltaAboveBreak: 0.3 } },
  { name: 'slow D of the form (1 + E/E0)^delta', propagation: { D0_cm2_s: 1.4e26, referenceEnergy_GeV: 3 } },
];

/** Largest relative difference of two spectra. */
function difference(one: ArrayLike<number>, other: readonly number[]): number {
  const floor = NEGLIGIBLE * Math.max(...other);
  return Math.max(...other.map((value, i) => (value > floor ? Math.abs((one[i] as number) / value - 1) : 0)));
}

/**
 * Compares the fluxes of a scenario's pulsar and of its variations.
 *
 * @returns the largest relative difference
 * @throws {Error} if it is too large
 */
export async function checkAgreement(kernel: Kernel, scenario: Scenario, twin: Twin): Promise<number> {
  const { energies_GeV } = kernel.modulation(
    scenario.sun.potential_MV,
    datasetOf(scenario, scenario.fit.dataset).meanEnergy_GeV,
  );
  let worst = 0;
  for (const { name, source, propagation } of VARIATIONS) {
    const varied: Scenario = {
      ...scenario,
      sources: scenario.sources.map((old) => (old.type === 'pulsar' ? { ...old, ...source } : old)),
      propagation: { ...scenario.propagation, ...propagation },
    };
    const model = pulsarModel(kernel, varied, energies_GeV);
    await twin.take(model);
    const flux = kernel.pulsarFlux(model.source, varied.propagation, varied.losses, energies_GeV);
    const here = difference(flux, await twin.check());
    if (!(here <= AGREEMENT)) throw new Error(`wasm and C differ by ${here} in the case "${name}"`);
    worst = Math.max(worst, here);
  }
  return worst;
}
