/**
 * Positrons from dark matter around us, in the local approximation: its density is taken as that around us everywhere in the
 * slab |z| < L.
 *
 *   annihilation  q = (1/2) (rho/m)^2 <sigma v> dN/dE   (a particle that is its own antiparticle),   E <= m,
 *   decay         q = (rho/m) dN/dE / tau,   E <= m/2,
 * with dN/dE of positrons per event: a line (e+e-), the Michel spectrum (mu+mu-), or a table.
 */
import type { Kernel } from '../kernel/kernel.ts';
import type { SlabFlux, SlabSource } from '../kernel/slab.ts';
import { FLUX_ENERGY_LIMITS_GeV } from '../model/declaration/limits.ts';
import { InputError } from '../model/inputError.ts';
import type { DarkMatter, EventSpectrum, Losses, Propagation } from '../model/scenario.ts';
import { slabFlux } from './slabFlux.ts';

/** Values to which a table is brought, even in ln E. */
const TABLE_SIZE = 1000;
/** Of the last positive value of a table, in place of the zero at its end: the kernel interpolates logarithms. */
const LEAST_SHARE = 1e-4;

/** Annihilations or decays per volume and time [cm^-3 s^-1]. */
export function eventRate_cm3_s(darkMatter: DarkMatter): number {
  const number = darkMatter.localDensity_GeV_cm3 / darkMatter.mass_GeV;
  return darkMatter.process === 'annihilation'
    ? 0.5 * number * number * (darkMatter.crossSection_cm3_s as number)
    : number / (darkMatter.lifetime_s as number);
}

/** Highest energy of a positron from one event [GeV]. */
export function eventEnd_GeV({ process, mass_GeV }: DarkMatter): number {
  return process === 'annihilation' ? mass_GeV : mass_GeV / 2;
}

/**
 * Events of a channel that is given as a table: power laws from point to point, a straight line to the first of the zeros at
 * its end, nothing above the last point.
 */
function tabulatedEvents(kernel: Kernel, spectrum: EventSpectrum, rate_cm3_s: number): SlabSource & { kind: 'table' } {
  const { energies_GeV, perEvent_per_GeV } = spectrum;
  let size = perEvent_per_GeV.length;
  while (size > 0 && perEvent_per_GeV[size - 1] === 0) size--;
  const empty = perEvent_per_GeV.slice(0, size).findIndex((value) => !(value > 0));
  const path = 'darkMatter.spectrum.perEvent_per_GeV';
  if (size < 2 || empty >= 0) {
    const what =
      size < 2 ? `has ${size} values above 0` : `is ${perEvent_per_GeV[empty]} at ${energies_GeV[empty]} GeV`;
    throw new InputError(
      path,
      `${path} ${what}, but must be at least two numbers above 0 GeV^-1, zeros only after them; correct it.`,
    );
  }
  const lastPositive_GeV = energies_GeV[size - 1] as number;
  const firstEnergy_GeV = Math.max(energies_GeV[0] as number, FLUX_ENERGY_LIMITS_GeV[0]);
  const lastEnergy_GeV = energies_GeV[size] ?? lastPositive_GeV;
  const abscissae = energies_GeV.slice(0, size).map((energy) => kernel.naturalLogarithm(energy));
  const ordinates = perEvent_per_GeV.slice(0, size).map((value) => kernel.naturalLogarithm(value));
  const first = kernel.naturalLogarithm(firstEnergy_GeV);
  const step = (kernel.naturalLogarithm(lastEnergy_GeV) - first) / (TABLE_SIZE - 1);
  const grid = Float64Array.from({ length: TABLE_SIZE }, (_, i) => first + i * step);
  let right = 1;
  const powerLaws = grid.map((abscissa) => {
    while (right < size - 1 && (abscissae[right] as number) < abscissa) right++;
    const [x0, x1] = [abscissae[right - 1] as number, abscissae[right] as number];
    const [y0, y1] = [ordinates[right - 1] as number, ordinates[right] as number];
    return y1 + ((y1 - y0) / (x1 - x0)) * (Math.min(abscissa, abscissae[size - 1] as number) - x1);
  });
  const perEvent = kernel.exponential(powerLaws);
  const energies = kernel.exponential(grid);
  return {
    kind: 'table',
    firstEnergy_GeV,
    lastEnergy_GeV,
    density_GeV_cm3_s: perEvent.map((value, i) => {
      const energy = energies[i] as number;
      const left = energy > lastPositive_GeV ? (lastEnergy_GeV - energy) / (lastEnergy_GeV - lastPositive_GeV) : 1;
      return rate_cm3_s * value * Math.max(left, LEAST_SHARE);
    }),
  };
}

function eventSource(kernel: Kernel, darkMatter: DarkMatter, rate_cm3_s: number): SlabSource {
  const end = eventEnd_GeV(darkMatter);
  if (darkMatter.channel === 'e+e-') return { kind: 'line', rate_cm3_s, energy_GeV: end };
  if (darkMatter.channel === 'mu+mu-') return { kind: 'muon-decay', rate_cm3_s, maxEnergy_GeV: end };
  if (darkMatter.spectrum) return tabulatedEvents(kernel, darkMatter.spectrum, rate_cm3_s);
  throw new InputError(
    'darkMatter.spectrum',
    'darkMatter.spectrum is null, but channel "table" needs it; give positrons per event, or another channel.',
  );
}

/** q(E) as a source for the slab. */
export function darkMatterSource(kernel: Kernel, darkMatter: DarkMatter): SlabSource {
  return eventSource(kernel, darkMatter, eventRate_cm3_s(darkMatter));
}

/**
 * Interstellar flux of positrons from dark matter and the error of its quadrature, GeV^-1 m^-2 s^-1 sr^-1.
 *
 * Validity: against an NFW halo in a slab of 4 kpc the flux is low by 2 % where positrons have diffused by lambda = 1 kpc, by
 * 9 % at 2 kpc, 25 % at 3 kpc and 47 % at 4 kpc (annihilation), by up to 8 % for decay.
 *
 * @param propagation its diffusion outside of halos, and the half-height of its slab
 * @throws {InputError} for a table that is not positive or begins above an energy that is asked for
 */
export function darkMatterFlux(
  kernel: Kernel,
  darkMatter: DarkMatter,
  propagation: Propagation,
  losses: Losses,
  energies_GeV: Float64Array,
): SlabFlux {
  // One event per cm^3 and s, so that the flux is remembered while the rate changes.
  const source = eventSource(kernel, darkMatter, 1);
  if (source.kind === 'table') {
    if (source.lastEnergy_GeV <= source.firstEnergy_GeV) return nothing(energies_GeV);
    const below = energies_GeV.find((energy) => energy < source.firstEnergy_GeV);
    if (below !== undefined) {
      throw new InputError(
        'darkMatter.spectrum.energies_GeV',
        `darkMatter.spectrum.energies_GeV begins at ${source.firstEnergy_GeV} GeV, but the flux is wanted from ${below} GeV (outside the Sun's reach); begin the table there or below.`,
      );
    }
  }
  const rate = eventRate_cm3_s(darkMatter);
  const { flux, error } = slabFlux(
    kernel,
    source,
    propagation.slab.haloHalfHeight_kpc,
    propagation,
    losses,
    energies_GeV,
  );
  return { flux: flux.map((value) => rate * value), error: error.map((value) => rate * value) };
}

function nothing(energies_GeV: Float64Array): SlabFlux {
  return { flux: new Float64Array(energies_GeV.length), error: new Float64Array(energies_GeV.length) };
}
