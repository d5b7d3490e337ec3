/** One pulsar of a scenario as the kernel's own calls take it, for the exports without their wrapping and for the C twin. */
import type { Kernel } from '../../src/kernel/kernel.ts';
import { radiationComponents } from '../../src/kernel/medium.ts';
import type { Propagation, PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { KILOMETRE_PER_SECOND_cm_s, KILOYEAR_s, MICROGAUSS_G, PARSEC_cm } from '../../src/model/units.ts';

/** Numbers in GeV, cm, s, G; 0 or Infinity for none, as assembly/ has it. */
export interface PulsarModel {
  readonly source: PulsarSource;
  readonly scenario: Scenario;
  readonly magneticField: number;
  /** Pairs of temperature and energy density. */
  readonly components: readonly number[];
  readonly shape: readonly [delta: number, reference: number, breakAt: number, above: number];
  readonly energies: Float64Array;
  readonly history: readonly [
    age: number,
    delay: number,
    timescale: number,
    brakingIndex: number,
    cutoff: number,
    maxEnergy: number,
    kink: number,
    reach: number,
  ];
  readonly index: number;
  readonly indexAbove: number;
  readonly pivot: number;
  readonly inverseCutoff: number;
  readonly minEnergy: number;
  readonly distance: number;
  readonly velocity: number;
  readonly diffusion: number;
  readonly burst: boolean;
  /** eta L(0) in GeV/s; for a burst eta W0 in GeV. */
  readonly released: number;
}

const powerOfTwoBelow = (x: number) => 2 ** Math.floor(Math.log2(x));

function diffusionShape(propagation: Propagation): PulsarModel['shape'] {
  const { delta, referenceEnergy_GeV, breakEnergy_GeV, deltaAboveBreak } = propagation;
  return [delta, referenceEnergy_GeV ?? 0, breakEnergy_GeV ?? 0, deltaAboveBreak ?? 0];
}

/**
 * The first source of a scenario.
 *
 * @param energies_GeV interstellar energies
 * @throws {Error} unless it is a pulsar with exact Klein-Nishina losses and diffusion in one zone
 */
export function pulsarModel(kernel: Kernel, scenario: Scenario, energies_GeV: Float64Array): PulsarModel {
  const source = scenario.sources[0];
  const { losses, propagation } = scenario;
  if (
    source?.type !== 'pulsar' ||
    losses.model !== 'klein-nishina' ||
    losses.magneticField_uG === null ||
    propagation.halo !== null ||
    propagation.propagator !== 'gaussian'
  ) {
    throw new Error('the benchmark needs a pulsar, exact Klein-Nishina losses and diffusion in one zone');
  }
  const burst = source.injection === 'burst';
  const spinDown = kernel.spinDown(source);
  const cutoff = source.cutoffEnergy_GeV;
  const distance = source.distance_pc * PARSEC_cm;
  return {
    source,
    scenario,
    magneticField: losses.magneticField_uG * MICROGAUSS_G,
    components: radiationComponents(losses).flatMap((part) => [part.temperature_K, part.energyDensity_eV_cm3]),
    shape: diffusionShape(propagation),
    energies: energies_GeV,
    history: [
      source.age_kyr * KILOYEAR_s,
      source.releaseDelay_kyr * KILOYEAR_s,
      source.spinDownTimescale_kyr * KILOYEAR_s,
      source.brakingIndex,
      // Rounded as HistoryStore rounds them, so that the quadrature points are the same.
      cutoff === null ? Infinity : 2 * powerOfTwoBelow(cutoff),
      source.maxEnergy_GeV ?? Infinity,
      source.breakEnergy_GeV ?? 0,
      powerOfTwoBelow((distance * distance) / (4 * propagation.D0_cm2_s)),
    ],
    index: source.spectralIndex,
    indexAbove: source.spectralIndex2 ?? source.spectralIndex,
    pivot: source.breakEnergy_GeV ?? 1,
    inverseCutoff: cutoff === null ? 0 : 1 / cutoff,
    minEnergy: source.minEnergy_GeV,
    distance,
    velocity: source.transverseVelocity_km_s * KILOMETRE_PER_SECOND_cm_s,
    diffusion: propagation.D0_cm2_s,
    burst,
    released: source.efficiency * (burst ? spinDown.energy_GeV : spinDown.initialPower_GeV_s),
  };
}
