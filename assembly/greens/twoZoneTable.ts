/**
 * The two-zone Green's function tabulated for one halo and the distances at which one pulsar emitted, so that every energy
 * and every emission time reads the same table: ln[G exp(L^2/(4 Lambda))] on a grid even in ln r and ln Lambda.
 */
import { diffusiveLength, scaledGreen } from './twoZone';
import { lagrangeWeights, STENCIL } from '../numerics/uniformTable';

/**
 * Points per unit of ln Lambda: with six-point interpolation the error is below 1e-8 outside the halo. Inside, ln G turns
 * sharply where the leakage of the zone gives way to the return from outside; there it is below 1e-5.
 */
const POINTS_PER_UNIT: f64 = 32;
const MOST_LAMBDAS: i32 = 1024;
const MOST_RADII: i32 = 48;
/** Longest step in ln r for the same error. */
const LONGEST_RADIUS_STEP: f64 = 0.05;
/** Beyond this exponent the Green's function is 0 in double precision. */
const LARGEST_EXPONENT: f64 = 740;

const values = new StaticArray<f64>(MOST_RADII * MOST_LAMBDAS);
let haloRadius: f64 = 0;
let ratio: f64 = 0;
let nearest: f64 = 0;
let farthest: f64 = 0;
let firstLogLambda: f64 = 0;
let lambdas: i32 = 0;
let lastLogLambda: f64 = 0;
let firstLogRadius: f64 = 0;
let radiusStep: f64 = 0;
let radii: i32 = 0;

/**
 * Makes the table cover these distances and diffusion, building it only if they have changed.
 *
 * @param halo r_b [cm]
 * @param diffusionRatio h
 * @param from nearest distance [cm]
 * @param to farthest distance [cm], the same for a pulsar at rest
 * @param largestLambda end of the table [cm^2]
 * @returns false where the distances are too wide apart or lie on both sides of r_b: then each value needs its own integral
 */
export function tabulateTwoZone(halo: f64, diffusionRatio: f64, from: f64, to: f64, largestLambda: f64): bool {
  const range = Math.log(to / from);
  if ((from < halo && halo < to) || range > LONGEST_RADIUS_STEP * <f64>(MOST_RADII - 1)) return false;
  const last = Math.log(largestLambda);
  if (halo == haloRadius && diffusionRatio == ratio && from == nearest && to == farthest && last <= lastLogLambda) return true;
  const length = diffusiveLength(from, halo, diffusionRatio);
  haloRadius = halo;
  ratio = diffusionRatio;
  nearest = from;
  farthest = to;
  radii = range > 0 ? max<i32>(STENCIL, 1 + <i32>Math.ceil(range / LONGEST_RADIUS_STEP)) : 1;
  radiusStep = range > 0 ? range / <f64>(radii - 1) : 1;
  firstLogRadius = Math.log(from);
  firstLogLambda = Math.log(length * length / (4 * LARGEST_EXPONENT));
  const needed = <i32>Math.ceil((last - firstLogLambda) * POINTS_PER_UNIT) + 1;
  lambdas = max<i32>(STENCIL, min<i32>(MOST_LAMBDAS, needed));
  lastLogLambda = firstLogLambda + <f64>(lambdas - 1) / POINTS_PER_UNIT;
  for (let i = 0; i < radii; i++) {
    const radius = radii == 1 ? from : Math.exp(firstLogRadius + radiusStep * <f64>i);
    for (let j = 0; j < lambdas; j++) {
      const lambda = Math.exp(firstLogLambda + <f64>j / POINTS_PER_UNIT);
      values[i * MOST_LAMBDAS + j] = Math.log(scaledGreen(radius, lambda, halo, diffusionRatio));
    }
  }
  return true;
}

const lambdaWeights = new StaticArray<f64>(STENCIL);
const radiusWeights = new StaticArray<f64>(STENCIL);

/** Value of one row at the stencil in force. */
// @ts-ignore: decorator
@inline
function rowValue(row: i32, start: i32): f64 {
  const f = changetype<usize>(values) + (<usize>(row * MOST_LAMBDAS + start) << 3);
  const w = changetype<usize>(lambdaWeights);
  return (
    load<f64>(f) * load<f64>(w) + load<f64>(f, 8) * load<f64>(w, 8) + load<f64>(f, 16) * load<f64>(w, 16) +
    load<f64>(f, 24) * load<f64>(w, 24) + load<f64>(f, 32) * load<f64>(w, 32) + load<f64>(f, 40) * load<f64>(w, 40)
  );
}

/**
 * ln G(r, Lambda) from the table.
 *
 * @param radius r [cm], inside the range of the table
 * @param logLambda ln(Lambda/cm^2), at most the end of the table
 * @returns ln(G cm^3), -Infinity where G is 0; error of G below 1e-8
 */
export function logGreenFromTable(radius: f64, logLambda: f64): f64 {
  if (logLambda < firstLogLambda) return -Infinity;
  const length = diffusiveLength(radius, haloRadius, ratio);
  const exponent = -0.25 * length * length * Math.exp(-logLambda);
  const start = lagrangeWeights((logLambda - firstLogLambda) * POINTS_PER_UNIT, lambdas, lambdaWeights);
  if (radii == 1) return exponent + rowValue(0, start);
  const row = lagrangeWeights((Math.log(radius) - firstLogRadius) / radiusStep, radii, radiusWeights);
  let sum: f64 = 0;
  for (let k = 0; k < STENCIL; k++) sum += radiusWeights[k] * rowValue(row + k, start);
  return exponent + sum;
}
