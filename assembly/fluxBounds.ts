/**
 * Upper bounds of fluxes, for leaving out sources that cannot matter: an upper Riemann sum over the emission that reaches an energy,
 *   N(E) <= sum_k W_k max[S(Es) b(Es)] max[G(d, Lambda)] / b(E),
 * W_k being the energy released in interval k over L(0). b rises with energy and G falls with distance; S and, in one zone, G have their
 * maxima in an interval at its ends or at one known place between.
 */
import {
  age, braking, coolingTimes, diffusionTimes, energies, first, lossTimes, observedLogEnergies, scale, sinceBirth,
  spanEmission, timescale, top, LONG_SPAN,
} from './emission';
import { diffusiveLength } from './greens/twoZone';
import { gridLambda, gridPoint, MOST_LAMBDAS, rowAtRest, rowLength, rowStart, tabulateTwoZone } from './greens/twoZoneTable';
import { spinDownDecline, spinDownEnergyLost } from './injection';
import { integrandsFromTable, lookUpIntegrals } from './lossIntegrals';
import { boundedExponential } from './numerics/exponential';
import {
  diffusion, distance, factor, haloRadius, index, indexAbove, inverseCutoff, logPivot, ratio, sourceDensity, SOURCE_NUMBERS,
  takeSource,
} from './population';

/** Intervals at each end of a short span, and at each end and between in a long one. */
const SHORT_INTERVALS: i32 = 12, LONG_INTERVALS: i32 = 8;
const MOST_EDGES: i32 = 26;
/** What the tables and the quadrature of a computed flux may add to it. */
const MARGIN: f64 = 1.00001;
/** What G may rise between two points of its table in ln Lambda. */
const GRID_MARGIN: f64 = 1.01;

// The edges of the intervals, from now to birth: ln Es, Es, T and l.
const logEdges = new StaticArray<f64>(MOST_EDGES);
const edges = new StaticArray<f64>(MOST_EDGES);
const edgeLossTimes = new StaticArray<f64>(MOST_EDGES);
const edgeDiffusionTimes = new StaticArray<f64>(MOST_EDGES);
let edgeCount: i32 = 0;
/** E_p of the source in force [GeV]. */
let pivot: f64 = 1;
/** Edges from this one on crowd towards birth. */
let oldEdges: i32 = 0;

/** Adds edges at which y grows by equal factors, u = start + direction y, without the first. */
function addEdges(logEnergy: f64, from: f64, to: f64, start: f64, direction: f64, count: i32): void {
  const growth = Math.exp(Math.log(to / from) / <f64>count);
  let y = from;
  for (let k = 1; k <= count; k++) {
    y = k < count ? y * growth : to;
    logEdges[edgeCount++] = logEnergy + start + direction * y;
  }
}

/** Places the edges for an energy whose span has been found. */
function placeEdges(logEnergy: f64): void {
  edgeCount = 0;
  logEdges[edgeCount++] = logEnergy + first;
  if (top <= LONG_SPAN) {
    const middle = 0.5 * (first + top);
    addEdges(logEnergy, first, middle, 0, 1, SHORT_INTERVALS);
    oldEdges = edgeCount;
    addEdges(logEnergy, top + scale - middle, scale, top + scale, -1, SHORT_INTERVALS);
  } else {
    const end = sinceBirth ? top - 1 : top;
    const start = min<f64>(max<f64>(1, first), end);
    if (first < start) addEdges(logEnergy, first, start, 0, 1, LONG_INTERVALS);
    if (start < end) {
      const width = (end - start) / <f64>LONG_INTERVALS;
      for (let k = 1; k <= LONG_INTERVALS; k++) logEdges[edgeCount++] = logEnergy + start + width * <f64>k;
    }
    oldEdges = edgeCount;
    if (sinceBirth) addEdges(logEnergy, 1 + scale, scale, top + scale, -1, LONG_INTERVALS);
  }
  // Two edges are looked up at a time.
  logEdges[edgeCount] = logEdges[edgeCount - 1];
  const bytes = <usize>((edgeCount + 1) & ~1) << 3;
  lookUpIntegrals(
    changetype<usize>(logEdges), bytes, changetype<usize>(edgeLossTimes), changetype<usize>(edgeDiffusionTimes),
  );
  for (let j: usize = 0; j < bytes; j += 16) {
    v128.store(changetype<usize>(edges) + j, boundedExponential(v128.load(changetype<usize>(logEdges) + j)));
  }
}

/**
 * Largest ln[(Es/E_p)^power S(Es)] in an interval of ln Es: the power law at one of its ends or at the break, the cutoff at its beginning.
 */
function largestLogSpectrum(logFrom: f64, logTo: f64, from: f64, power: f64): f64 {
  const a = logFrom - logPivot, b = logTo - logPivot;
  let largest = max<f64>(a * (power - (a < 0 ? index : indexAbove)), b * (power - (b < 0 ? index : indexAbove)));
  if (a < 0 && b > 0) largest = max<f64>(largest, 0);
  return largest - from * inverseCutoff;
}

/** ln of the two-zone G at the points of the row of one distance, and what row that is. */
const logGreens = new StaticArray<f64>(MOST_LAMBDAS);
let preparedDistance: f64 = 0, preparedRadius: f64 = 0, preparedRatio: f64 = 0;
let prepared: i32 = 0;

/** Prepares logGreens for all Lambda up to the largest; false where there is no table. */
function prepareTwoZone(largestLambda: f64): bool {
  if (!tabulateTwoZone(haloRadius, ratio, distance, distance, largestLambda)) return false;
  if (distance != preparedDistance || haloRadius != preparedRadius || ratio != preparedRatio) prepared = 0;
  preparedDistance = distance;
  preparedRadius = haloRadius;
  preparedRatio = ratio;
  const length = diffusiveLength(distance, haloRadius, ratio);
  for (; prepared < rowLength(); prepared++) {
    const exponent = 0.25 * length * length / gridLambda(rowStart() + prepared);
    logGreens[prepared] = load<f64>(rowAtRest() + (<usize>prepared << 3)) - exponent;
  }
  return true;
}

/** Largest ln[G (4 pi D0 l_0)^(3/2)] in two zones for l in an interval [s]. */
function largestLogGreen(from: f64, to: f64, logVolume: f64): f64 {
  const last = min<i32>(rowLength() - 1, gridPoint(diffusion * to) + 1 - rowStart());
  let j = from > 0 ? max<i32>(0, gridPoint(diffusion * from) - rowStart()) : 0;
  let largest: f64 = -Infinity;
  for (; j <= last; j++) largest = max<f64>(largest, logGreens[j]);
  return largest + logVolume;
}

/**
 * Largest value of e^exponent G (4 pi D0 l_0)^(3/2) for l in an interval [s]; in one zone exp(-a/l) l^(-3/2) is largest at l = 2a/3.
 *
 * Exponentials are of the size that they have in the flux itself, so that none underflows before it does.
 */
// @ts-ignore: decorator
@inline
function largestGreen(from: f64, to: f64, exponent: f64, unit: f64, logVolume: f64): f64 {
  if (haloRadius > 0) return GRID_MARGIN * Math.exp(exponent + largestLogGreen(from, to, logVolume));
  const a = 0.25 * distance * distance / diffusion;
  const l = max<f64>(from, min<f64>(to, a * (2.0 / 3.0)));
  const share = unit / l;
  return Math.exp(exponent - a / l) * share * Math.sqrt(share);
}

/** Bound of N at one observed energy of the source in force. */
function densityBound(i: i32): f64 {
  if (!spanEmission(i)) return 0;
  const logEnergy = observedLogEnergies[i];
  placeEdges(logEnergy);
  const longest = diffusionTimes[i] - edgeDiffusionTimes[edgeCount - 1];
  if (haloRadius > 0 && !prepareTwoZone(diffusion * longest)) return Infinity;
  const square = 4 * Math.PI * diffusion * longest;
  const volume = square * Math.sqrt(square), logVolume = haloRadius > 0 ? Math.log(volume) : 0;
  let logFrom = logEnergy, from = energies[i], diffusionTimeFrom: f64 = 0, releasedFrom: f64 = 0;
  let sum: f64 = 0;
  for (let k = 0; k < edgeCount; k++) {
    const logTo = logEdges[k];
    const diffusionTimeTo = diffusionTimes[i] - edgeDiffusionTimes[k];
    const timeTo = max<f64>(0, age - (lossTimes[i] - edgeLossTimes[k]));
    const recent = k < oldEdges;
    const released = k >= oldEdges - 1 ? spinDownEnergyLost(timeTo, timescale, braking) : 0;
    // S(Es) Es where the spin-down is slow, since int L b dt = int L Es d(ln Es).
    const spectrum = largestLogSpectrum(logFrom, logTo, from, recent ? 1 : 0);
    const largest = largestGreen(diffusionTimeFrom, diffusionTimeTo, spectrum, longest, logVolume);
    if (recent) {
      sum += (logTo - logFrom) * pivot * spinDownDecline(timeTo, timescale, braking) * largest;
    } else {
      const lossRate = edges[k] / f64x2.extract_lane(integrandsFromTable(logTo), 0);
      sum += timescale * (releasedFrom - released) * lossRate * largest;
    }
    releasedFrom = released;
    logFrom = logTo;
    from = edges[k];
    diffusionTimeFrom = diffusionTimeTo;
  }
  return factor * sum / volume * (coolingTimes[i] / energies[i]);
}

/**
 * Upper bounds of the fluxes of sources at the observed energies (see observe, setZones); Infinity where no bound is known.
 *
 * @param sources, sourceCount, energyCount, fluxPerDensity, each as addPopulationFlux has them
 */
export function boundPopulationFlux(
  sources: usize, sourceCount: i32, energyCount: i32, fluxPerDensity: f64, each: usize,
): void {
  let to = each;
  for (let k = 0; k < sourceCount; k++) {
    const isBurst = takeSource(sources + (<usize>(k * SOURCE_NUMBERS) << 3), false);
    pivot = Math.exp(logPivot);
    for (let i = 0; i < energyCount; i++) {
      store<f64>(to, MARGIN * fluxPerDensity * (isBurst ? sourceDensity(i) : densityBound(i)));
      to += 8;
    }
  }
}
