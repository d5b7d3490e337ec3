/** A pulsar and its surroundings as the kernel takes them: numbers in GeV, cm, s, with 0 or Infinity for none. */
import type { Propagation, PulsarSource } from '../model/scenario.ts';
import {
  KILOMETRE_PER_SECOND_cm_s,
  KILOYEAR_s,
  PARSEC_cm,
  SPEED_OF_LIGHT_cm_s,
  SQUARE_METRE_cm2,
} from '../model/units.ts';

/** Flux over density, c/(4 pi), in cm/s times cm^2/m^2. */
export const FLUX_PER_DENSITY = (SPEED_OF_LIGHT_cm_s * SQUARE_METRE_cm2) / (4 * Math.PI);

/** The slow zone in cm, its diffusion relative to that outside, and how its Green's function is computed; null for one zone. */
export function haloInKernelUnits({ halo, D0_cm2_s }: Propagation) {
  if (!halo) return null;
  return {
    radius: halo.radius_pc * PARSEC_cm,
    ratio: halo.D0_cm2_s / D0_cm2_s,
    form: halo.greensFunction === 'exact' ? ('two-zone' as const) : ('tang-piran-2019' as const),
  };
}

/** The length L of G ~ exp(-L^2 / (4 Lambda)) at small Lambda; slow zones are long. */
export function diffusiveLength(distance: number, halo: { radius: number; ratio: number }): number {
  const slowness = 1 / Math.sqrt(halo.ratio);
  return distance < halo.radius ? distance * slowness : halo.radius * slowness + (distance - halo.radius);
}

/** What an emission history depends on, beside the tables. */
export interface HistoryRequest {
  readonly burst: boolean;
  readonly age: number;
  readonly delay: number;
  readonly timescale: number;
  readonly brakingIndex: number;
  readonly cutoff: number;
  readonly maxEnergy: number;
  readonly kinkEnergy: number;
  readonly reach: number;
  /** Whether the pulsar moves relative to what its positrons diffuse in. */
  readonly moving: boolean;
  /** Whether the coarser quadrature is used. */
  readonly coarse: boolean;
}

/** S(E): both indices, the break energy and the inverse of the cutoff. */
export interface SpectrumNumbers {
  readonly index: number;
  readonly indexAbove: number;
  readonly pivot: number;
  readonly inverseCutoff: number;
}

/**
 * The history of a pulsar.
 *
 * The cutoff and the reach only place quadrature points; they are rounded to powers of two on the safe side, which keeps
 * a history valid while they move a little, and keeps results a function of the scenario alone.
 *
 * @param length what diffusion has to cross: the distance, or its equivalent with a slow zone [cm]
 * @param diffusion D0 [cm^2/s]
 */
export function historyRequest(
  source: PulsarSource,
  length: number,
  diffusion: number,
  moving: boolean,
  coarse: boolean,
): HistoryRequest {
  return {
    burst: source.injection === 'burst',
    age: source.age_kyr * KILOYEAR_s,
    delay: source.releaseDelay_kyr * KILOYEAR_s,
    timescale: source.spinDownTimescale_kyr * KILOYEAR_s,
    brakingIndex: source.brakingIndex,
    cutoff: source.cutoffEnergy_GeV === null ? Infinity : 2 * powerOfTwoBelow(source.cutoffEnergy_GeV),
    maxEnergy: source.maxEnergy_GeV ?? Infinity,
    kinkEnergy: source.breakEnergy_GeV ?? 0,
    reach: powerOfTwoBelow((length * length) / (4 * diffusion)),
    moving,
    coarse,
  };
}

export function spectrumNumbers(source: PulsarSource): SpectrumNumbers {
  return {
    index: source.spectralIndex,
    indexAbove: source.spectralIndex2 ?? source.spectralIndex,
    pivot: source.breakEnergy_GeV ?? 1,
    inverseCutoff: source.cutoffEnergy_GeV === null ? 0 : 1 / source.cutoffEnergy_GeV,
  };
}

/** Velocity across the line of sight, cm/s, relative to the halo if there is one. */
export const velocityNumber = (source: PulsarSource, carriesHalo: boolean): number =>
  carriesHalo ? 0 : source.transverseVelocity_km_s * KILOMETRE_PER_SECOND_cm_s;

const bytes = new DataView(new ArrayBuffer(8));

/** The largest power of two that is not above x > 0: its exponent without its digits. */
function powerOfTwoBelow(x: number): number {
  bytes.setFloat64(0, x);
  bytes.setUint32(0, bytes.getUint32(0) & 0x7ff00000);
  bytes.setUint32(4, 0);
  return bytes.getFloat64(0);
}
