/**
 * Dipole anisotropy of positrons in the diffusion approximation: a source at distance d contributes
 *   Delta_i(E) = (3 D(E) / c) |dN_i/dd| / N(E)
 * towards itself, with N the density of all positrons and D at the Earth; sources add as vectors.
 *
 * What arrives from the Galaxy at large and from dark matter is taken as isotropic.
 */
import type { Catalogue } from '../data/catalogue/catalogueTypes.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import type { Propagation, PulsarSource, Scenario } from '../model/scenario.ts';
import { PARSEC_cm, SPEED_OF_LIGHT_cm_s } from '../model/units.ts';
import { type CountedPulsar, countedPulsars, fluxesAtEarth, interstellarFluxes } from './countedPulsars.ts';
import { coordinatesOf, directionOf, type GalacticCoordinates } from './galacticDirection.ts';

/** What one pulsar adds. */
export interface DipolePart extends GalacticCoordinates {
  readonly name: string;
  /** Towards the pulsar, one per energy; negative where its positrons come from the other side. */
  readonly amplitude: Float64Array;
}

/** The dipole of the positron flux at the Earth. */
export interface DipoleAnisotropy {
  /** Kinetic energies at the Earth, GeV. */
  readonly energies_GeV: Float64Array;
  /** (Phi_max - Phi_min) / (Phi_max + Phi_min), one per energy, as are the coordinates of the maximum; both 0 where it is 0. */
  readonly amplitude: Float64Array;
  readonly longitude_deg: Float64Array;
  readonly latitude_deg: Float64Array;
  readonly parts: readonly DipolePart[];
  /** Listed pulsars that the catalogue does not know by name: their positrons count as isotropic. */
  readonly withoutDirection: readonly string[];
}

/**
 * Relative step in distance. With four points of ln N the slope is good to 1e-8, and to 1e-6 where the quadrature changes
 * between them; just inside a slow halo's edge, where reflection bends ln N, to 2e-4.
 */
const STEP = 0.003;
/** d ln N / d ln d times STEP from ln N at these multiples of STEP. */
const CENTRAL: readonly (readonly [multiple: number, weight: number])[] = [
  [-2, 1 / 12],
  [-1, -8 / 12],
  [1, 8 / 12],
  [2, -1 / 12],
];
const ONE_SIDED: typeof CENTRAL = [
  [0, -25 / 12],
  [1, 4],
  [2, -3],
  [3, 4 / 3],
  [4, -1 / 4],
];

const outwards = (stencil: typeof CENTRAL, sign: 1 | -1): typeof CENTRAL =>
  stencil.map(([multiple, weight]) => [sign * multiple, sign * weight]);

/** The slope of N breaks at the edge of the halo, which no stencil may cross. */
function stencilFor({ distance_pc }: PulsarSource, { halo }: Propagation): typeof CENTRAL {
  if (!halo || Math.abs(halo.radius_pc / distance_pc - 1) > 2 * STEP) return CENTRAL;
  return outwards(ONE_SIDED, distance_pc < halo.radius_pc ? -1 : 1);
}

/** d ln N / d ln d of each pulsar, one row per pulsar; 0 where nothing arrives. */
function logarithmicSlopes(
  kernel: Kernel,
  scenario: Scenario,
  pulsars: readonly CountedPulsar[],
  energies_GeV: Float64Array,
): Float64Array[] {
  const stencils = pulsars.map(({ source }) => stencilFor(source, scenario.propagation));
  const slopes = pulsars.map(() => new Float64Array(energies_GeV.length));
  const points = Math.max(...stencils.map((stencil) => stencil.length), 0);
  for (let point = 0; point < points; point++) {
    const moved = pulsars.map((pulsar, i) => {
      const multiple = stencils[i]?.[point]?.[0] ?? 0;
      const distance_pc = pulsar.source.distance_pc * (1 + multiple * STEP);
      return { ...pulsar, source: { ...pulsar.source, distance_pc } };
    });
    for (const [i, row] of interstellarFluxes(kernel, scenario, moved, energies_GeV).entries()) {
      const weight = stencils[i]?.[point]?.[1];
      const slope = slopes[i] as Float64Array;
      if (weight === undefined) continue;
      // A flux of 0 has underflown or lies beyond the reach of light: its logarithm makes the slope NaN, set to 0 below.
      for (const [k, flux] of row.entries())
        slope[k]! += (weight / STEP) * (flux > 0 ? kernel.naturalLogarithm(flux) : NaN);
    }
  }
  return slopes.map((slope) => slope.map((value) => (Number.isNaN(value) ? 0 : value)));
}

/** D at the Earth in the model of one pulsar, cm^2/s: that of its halo when the Earth stands inside. */
function diffusionAtEarth(source: PulsarSource, { halo, D0_cm2_s }: Propagation, galactic: Float64Array): Float64Array {
  if (!halo || source.distance_pc > halo.radius_pc) return galactic;
  const ratio = halo.D0_cm2_s / D0_cm2_s;
  return galactic.map((D) => ratio * D);
}

/**
 * The dipole of the positron flux of a scenario, and what each pulsar adds to it.
 *
 * Directions are the catalogue's, for listed pulsars by their names. Only the part along the line of sight of a moving pulsar
 * counts, since a scenario does not say where it moves.
 *
 * @param energies_GeV kinetic energies at the Earth; density and D are those at the energy outside the heliosphere
 * @throws {InputError} for the solver "finite-volume", whose steps hide the slope
 */
export function dipoleAnisotropy(
  kernel: Kernel,
  scenario: Scenario,
  catalogue: Catalogue,
  energies_GeV: Float64Array,
): DipoleAnisotropy {
  const { propagation } = scenario;
  if (propagation.solver === 'finite-volume') {
    throw new InputError(
      'propagation.solver',
      'propagation.solver is "finite-volume", which gives no dipole; set it to "greens".',
    );
  }
  const all = countedPulsars(scenario, catalogue);
  const { ofEach, total } = fluxesAtEarth(kernel, scenario, all, energies_GeV);
  const pulsars = all.filter(({ pulsar }) => pulsar !== null);
  const fluxes = ofEach.filter((_, i) => all[i]?.pulsar);
  const outside = kernel.modulation(scenario.sun.potential_MV, energies_GeV).energies_GeV;
  const slopes = logarithmicSlopes(kernel, scenario, pulsars, outside);
  const galactic = kernel.diffusionCoefficient(propagation, outside);

  const [x, y, z] = [0, 1, 2].map(() => new Float64Array(energies_GeV.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const parts = pulsars.map(({ name, pulsar, source }, i): DipolePart => {
    const { longitude_deg, latitude_deg } = pulsar as GalacticCoordinates;
    const diffusion = diffusionAtEarth(source, propagation, galactic);
    const length = source.distance_pc * PARSEC_cm;
    const amplitude = diffusion.map((D, k) => {
      const share = (total[k] as number) > 0 ? (fluxes[i]?.[k] as number) / (total[k] as number) : 0;
      return ((-3 * D * (slopes[i]?.[k] as number)) / (SPEED_OF_LIGHT_cm_s * length)) * share;
    });
    const direction = directionOf({ longitude_deg, latitude_deg });
    for (const [k, part] of amplitude.entries()) {
      x[k]! += part * direction[0];
      y[k]! += part * direction[1];
      z[k]! += part * direction[2];
    }
    return { name, longitude_deg, latitude_deg, amplitude };
  });
  const coordinates = Array.from(x, (_, k) => coordinatesOf([x[k] as number, y[k] as number, z[k] as number]));
  return {
    energies_GeV,
    amplitude: x.map((component, k) => {
      const [other, third] = [y[k] as number, z[k] as number];
      return Math.sqrt(component * component + other * other + third * third);
    }),
    longitude_deg: Float64Array.from(coordinates, ({ longitude_deg }) => longitude_deg),
    latitude_deg: Float64Array.from(coordinates, ({ latitude_deg }) => latitude_deg),
    parts,
    withoutDirection: all.filter(({ pulsar }) => pulsar === null).map(({ name }) => name),
  };
}
