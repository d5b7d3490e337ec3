// The exported surface, nothing else: arrays are addresses of f64 in linear memory with a count; units are GeV, cm, s, G.
import { diffusionShape, setDiffusionShape } from './diffusion';
import { buildBurstHistory, buildContinuousHistory, COLUMNS, MOST_MOMENTS, observe, setPulsar } from './emission';
import { fillJuettnerGreens } from './greens/juettner';
import { setOneZone, sumOneZone } from './greens/oneZone';
import { fillTangPiranGreens } from './greens/tangPiran';
import { twoZoneGreen } from './greens/twoZone';
import { fillTwoZoneGreens, fillUnityGreens, setSpectrum, sumWithGreens } from './greens/twoZoneHistories';
import { injectedEnergy, spinDownEnergyLost } from './injection';
import { HIGHEST_ENERGY, lossIntegral, LOWEST_ENERGY, tabulateLossIntegrals } from './lossIntegrals';
import {
  componentLossRate, kleinNishinaFactor, lossRate, MAX_COMPONENTS, setKleinNishinaLosses, setThomsonLosses,
} from './losses';
import { forceFieldFactor } from './modulation';
import { chiSquaredSurvival } from './numerics/incompleteGamma';

export {
  chiSquaredSurvival, COLUMNS, fillJuettnerGreens, fillTangPiranGreens, fillTwoZoneGreens, fillUnityGreens, HIGHEST_ENERGY, injectedEnergy, LOWEST_ENERGY, MAX_COMPONENTS, MOST_MOMENTS, setDiffusionShape,
  observe, setKleinNishinaLosses, setThomsonLosses, spinDownEnergyLost, tabulateLossIntegrals,
};

/** Reserves memory for arrays; it is never freed. @returns its address, a multiple of 16 */
export function allocate(bytes: i32): usize {
  return heap.alloc(bytes);
}

// @ts-ignore: decorator
@inline
function element(array: usize, i: i32): usize {
  return array + (<usize>i << 3);
}

/** result = f_KN(x). */
export function kleinNishinaFactors(x: usize, count: i32, result: usize): void {
  for (let i = 0; i < count; i++) store<f64>(element(result, i), kleinNishinaFactor(load<f64>(element(x, i))));
}

/** result = b(E) of the losses in force. */
export function lossRates(energies: usize, count: i32, result: usize): void {
  for (let i = 0; i < count; i++) store<f64>(element(result, i), lossRate(load<f64>(element(energies, i))));
}

/** result = the part of b(E) on one component; -1 is synchrotron. */
export function componentLossRates(component: i32, energies: usize, count: i32, result: usize): void {
  for (let i = 0; i < count; i++) {
    store<f64>(element(result, i), componentLossRate(component, load<f64>(element(energies, i))));
  }
}

/** result = D(E)/D0 of the shape in force. */
export function diffusionShapes(energies: usize, count: i32, result: usize): void {
  for (let i = 0; i < count; i++) store<f64>(element(result, i), diffusionShape(load<f64>(element(energies, i))));
}

/** lossTimes = t_loss(E, Es), diffusionTimes = Lambda(E, Es) / D0, pair by pair. */
export function lossIntegrals(
  energies: usize, sourceEnergies: usize, count: i32, lossTimes: usize, diffusionTimes: usize,
): void {
  for (let i = 0; i < count; i++) {
    const energy = load<f64>(element(energies, i)), sourceEnergy = load<f64>(element(sourceEnergies, i));
    store<f64>(element(lossTimes, i), lossIntegral(energy, sourceEnergy, false));
    store<f64>(element(diffusionTimes, i), lossIntegral(energy, sourceEnergy, true));
  }
}

/**
 * Builds the histories of continuous injection for many energies, one behind the other (see setPulsar, buildContinuousHistory).
 *
 * @param lengths address of count i32: the length of each history's columns
 * @returns bytes written at `histories`
 */
export function buildContinuousHistories(
  energies: usize, count: i32, age: f64, delay: f64, timescale: f64, brakingIndex: f64,
  cutoff: f64, maxEnergy: f64, kinkEnergy: f64, reach: f64, coarse: bool, lengths: usize, histories: usize,
  moving: bool,
): usize {
  observe(energies, count);
  setPulsar(age, delay, timescale, brakingIndex, cutoff, maxEnergy, kinkEnergy, reach, moving, coarse);
  let at = histories;
  for (let i = 0; i < count; i++) {
    const length = buildContinuousHistory(i, at);
    store<i32>(lengths + (<usize>i << 2), length);
    at += <usize>(length * COLUMNS) << 3;
  }
  return at - histories;
}

/** Builds the histories of a burst for many energies, as buildContinuousHistories does. */
export function buildBurstHistories(
  energies: usize, count: i32, age: f64, delay: f64, maxEnergy: f64, lengths: usize, histories: usize,
): usize {
  observe(energies, count);
  setPulsar(age, delay, 1, 3, Infinity, maxEnergy, 0, 0, false, false);
  let at = histories;
  for (let i = 0; i < count; i++) {
    const length = buildBurstHistory(i, at);
    store<i32>(lengths + (<usize>i << 2), length);
    at += <usize>(length * COLUMNS) << 3;
  }
  return at - histories;
}

/** result = factor * sum over each history with the one-zone Green's function (see setOneZone, sumOneZone). */
export function sumOneZoneHistories(
  lengths: usize, histories: usize, count: i32, index: f64, indexAbove: f64, logPivot: f64, inverseCutoff: f64,
  distance: f64, velocity: f64, diffusion: f64, factor: f64, result: usize,
): void {
  setOneZone(index, indexAbove, logPivot, inverseCutoff, distance, velocity, diffusion);
  let at = histories;
  for (let i = 0; i < count; i++) {
    const length = load<i32>(lengths + (<usize>i << 2));
    store<f64>(element(result, i), factor * sumOneZone(at, length));
    at += <usize>(length * COLUMNS) << 3;
  }
}

/** result = factor * sum over each history with the Green's functions kept beside it (see setSpectrum, sumWithGreens). */
export function sumHistoriesWithGreens(
  lengths: usize, histories: usize, logGreens: usize, count: i32, index: f64, indexAbove: f64, logPivot: f64,
  inverseCutoff: f64, factor: f64, result: usize,
): void {
  setSpectrum(index, indexAbove, logPivot, inverseCutoff);
  let at = histories;
  let green = logGreens;
  for (let i = 0; i < count; i++) {
    const length = load<i32>(lengths + (<usize>i << 2));
    store<f64>(element(result, i), factor * sumWithGreens(at, green, length));
    at += <usize>(length * COLUMNS) << 3;
    green += <usize>length << 3;
  }
}

/** result = G(r, Lambda) of two zones at many Lambda; lengths in any one unit, G in its inverse cube. */
export function twoZoneGreens(
  radius: f64, haloRadius: f64, ratio: f64, lambdas: usize, count: i32, result: usize,
): void {
  for (let i = 0; i < count; i++) {
    store<f64>(element(result, i), twoZoneGreen(radius, load<f64>(element(lambdas, i)), haloRadius, ratio));
  }
}

/** result = coefficient (E/pivot)^-index exp(-E inverseCutoff). */
export function powerLaw(
  coefficient: f64, index: f64, pivot: f64, inverseCutoff: f64, energies: usize, count: i32, result: usize,
): void {
  for (let i = 0; i < count; i++) {
    const energy = load<f64>(element(energies, i));
    store<f64>(element(result, i), coefficient * Math.exp(-index * Math.log(energy / pivot) - energy * inverseCutoff));
  }
}

/** result = force-field factor at kinetic energies T for a potential in GV. */
export function forceFieldFactors(potential: f64, energies: usize, count: i32, result: usize): void {
  for (let i = 0; i < count; i++) {
    store<f64>(element(result, i), forceFieldFactor(load<f64>(element(energies, i)), potential));
  }
}

/** result = e^x. */
export function exponentials(x: usize, count: i32, result: usize): void {
  for (let i = 0; i < count; i++) store<f64>(element(result, i), Math.exp(load<f64>(element(x, i))));
}

/** x^exponent for x > 0. */
export function power(x: f64, exponent: f64): f64 {
  return Math.exp(exponent * Math.log(x));
}

/** ln x, for arguments that cross into the kernel as logarithms. */
export function naturalLogarithm(x: f64): f64 {
  return Math.log(x);
}

export { slabDensities, slabKernels } from './greens/slab';
export { setLineSource, setMichelSource, setPowerLawSource, setTabulatedSource } from './greens/slabSources';
export { bandEmissionWeights, emissionWeights, rowProducts } from './radiation/emissivity';
export { diffusionLength, largestRadius, planElectronEnergies, planRadii } from './radiation/haloGrid';
export { photonRates, setRadiationField } from './radiation/inverseCompton';
export { brightnessWeights, coneWeights } from './radiation/lineOfSight';
export { cutEvenly, MOST_PANELS, PANEL_NODES, writeNodes } from './radiation/panels';
export { CONTAINMENT_RADIUS, POINT_SPREAD_RANGE, pointSpreadWeights } from './radiation/pointSpread';
export * from './transport/exports';
export { boundPopulationFlux } from './fluxBounds';
export { addPopulationFlux, setZones, SOURCE_NUMBERS } from './population';
