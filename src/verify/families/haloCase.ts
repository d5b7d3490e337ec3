/** Reading of the families about the gamma rays of a halo, and the emissivity around its pulsar. */
import type { Kernel } from '../../kernel/kernel.ts';
import { radiationComponents } from '../../kernel/medium.ts';
import type { HaloGrid } from '../../kernel/radiation.ts';
import type { RadiationComponent } from '../../model/radiationFields.ts';
import type { Losses, Propagation, PulsarSource } from '../../model/scenario.ts';
import { HALO_NAMES, LOSSES_NAMES, PROPAGATION_NAMES, PULSAR_NAMES, scenarioOfCase } from '../caseScenario.ts';
import type { CaseReader } from '../referenceDocument.ts';

export const HALO_CASE_NAMES = [...PULSAR_NAMES, ...PROPAGATION_NAMES, ...HALO_NAMES, ...LOSSES_NAMES, 'radiating'];

/** Photon energies of halos, GeV. */
export const HALO_PHOTON_LIMITS_GeV = [1e-3, 1e7] as const;
/** Panels half as long as the usual ones: where a profile falls steeply, far out, those are off by a few per cent. */
const COARSENESS = 0.5;
/** As many electrons as positrons radiate. */
const PAIRS = 2;

export interface HaloCase {
  readonly source: PulsarSource;
  readonly propagation: Propagation;
  readonly losses: Losses;
  readonly components: readonly RadiationComponent[];
}

/** Reads pulsar, slow zone, losses and photon field. */
export function readHaloCase(reader: CaseReader): HaloCase {
  const { parameters } = reader;
  reader.choice('radiating', ['e+ and e-']);
  const { sources, propagation, losses } = scenarioOfCase({
    pulsars: [parameters],
    propagation: parameters,
    losses: parameters,
  });
  const [source] = sources as [PulsarSource];
  if (source.transverseVelocity_km_s !== 0)
    reader.refuse('parameters.transverseVelocity_km_s', source.transverseVelocity_km_s, '0: a halo is seen round');
  const components = radiationComponents(losses);
  if (components.length === 0)
    reader.refuse('parameters.losses', losses.model, 'one with a radiation field, whose photons are scattered');
  return { source, propagation, losses, components };
}

/** What emits around the pulsar: emissivities on a grid of radii. */
export interface EmittingHalo {
  readonly grid: HaloGrid;
  /** One value per radius and photon energy. */
  emissivity(photonEnergies_GeV: Float64Array): Float64Array;
  /** Energy in a band, one value per radius. */
  bandEmissivity(band_GeV: readonly [number, number]): Float64Array;
}

/** Puts electrons and positrons around the pulsar, for photons and angles inside these ranges. */
export function emittingHalo(
  kernel: Kernel,
  { source, propagation, losses, components }: HaloCase,
  photonEnergies_GeV: readonly [number, number],
  smallestAngle_deg: number | null,
): EmittingHalo {
  const { radiation } = kernel;
  kernel.tabulate(losses, propagation);
  const grid = radiation.haloGrid({
    components,
    source,
    propagation,
    photonEnergies_GeV,
    smallestAngle_deg,
    coarseness: COARSENESS,
  });
  const { energies, radii } = grid;
  const rows = kernel.pulsarProfile(source, propagation, losses, energies.nodes, radii.nodes);
  const count = energies.nodes.length;
  const density = Float64Array.from(
    { length: count * radii.nodes.length },
    (_, i) => rows[i % count]?.[Math.floor(i / count)] as number,
  );
  return {
    grid,
    emissivity: (photons) => radiation.emissivity(components, energies, density, photons, PAIRS),
    bandEmissivity: (band) => radiation.bandEmissivity(components, energies, density, band, PAIRS),
  };
}

/** Lowest and highest of some photon energies. */
export const rangeOf = (energies: Float64Array): [number, number] => [Math.min(...energies), Math.max(...energies)];
