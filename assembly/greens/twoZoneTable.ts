/**
 * The two-zone Green's function tabulated for one halo, so that every energy and every emission time reads the same table:
 * ln[G exp(L^2/(4 Lambda))] on a grid even in ln(Lambda/r_b^2), for one distance or for the distances at which one pulsar emitted.
 *
 * In units of r_b the function depends on r/r_b, Lambda/r_b^2 and h alone. Outside a slow zone it is smooth in the distance too: there
 * the row of one distance is interpolated between rows at fixed r/r_b that stay for all pulsars and all radii of the zone; elsewhere
 * it is integrated for that very distance. Points of the grid are the same whatever was asked for before, so that results are.
 */
import { diffusiveLength, scaledGreen } from './twoZone';
import { lagrangeWeights, STENCIL } from '../numerics/uniformTable';

/**
 * Points per unit of ln Lambda: with six-point interpolation the error is below 1e-8 outside the halo. Inside, ln G turns
 * sharply where the leakage of the zone gives way to the return from outside; there it is below 1e-5.
 */
export const POINTS_PER_UNIT: f64 = 32;
export const MOST_LAMBDAS: i32 = 1024;
/** Points beyond the last that is needed, so that no stencil is cut short. */
const SPARE: i32 = 4;
/**
 * Outside a slow zone a row bends where the positrons come out of it, from Lambda = L^2/16 to 4 L^2. There every second point is an
 * integral, elsewhere every fourth; the others lie in the middle of ten of these, which adds less than 1e-8 to ln G for
 * h >= 1e-2, 6e-8 for h >= 1e-4 and 3e-7 for h >= 1e-5.
 */
const BEND_BEGINS: f64 = 1.0 / 16.0, BEND_ENDS: f64 = 4;
/** Steps from a point to the farthest of those ten, rounded up. */
const REACH: i32 = 5;
/** Beyond this exponent the Green's function is 0 in double precision; rows of neighbours reach farther. */
const LARGEST_EXPONENT: f64 = 740, LARGEST_NEIGHBOUR_EXPONENT: f64 = 2000;

/** Rows per unit of ln r outside the zone: with six-point interpolation the error is below 1e-8. */
const ROWS_PER_UNIT: f64 = 12;
const MOST_ROWS: i32 = 256;
/** Longest step in ln r of the distances of one pulsar for the same error, and their most. */
const LONGEST_RADIUS_STEP: f64 = 0.05;
const MOST_RADII: i32 = 48;

let haloRadius: f64 = 0;
/** ln(r_b/cm). */
let logHaloRadius: f64 = 0;
let ratio: f64 = 0;
let nearest: f64 = 0;
let farthest: f64 = 0;
let coveredLambda: f64 = 0;

/** A row of values at the grid points `first`, `first` + 1, … */
class Row {
  first: i32 = 0;
  /** Values that are there. */
  count: i32 = 0;
  /** Of every fourth and of every second of them, the first that is not there. */
  fourths: i32 = 0;
  seconds: i32 = 0;
  /** Address of the values; memory that no row has needed yet is never touched. */
  readonly values: usize = heap.alloc(8 * MOST_LAMBDAS);

  /** Forgets the values. @param first a multiple of four */
  begin(first: i32): void {
    this.first = first;
    this.count = 0;
    this.fourths = 0;
    this.seconds = 2;
  }

  // @ts-ignore: decorator
  @inline
  at(place: i32): usize {
    return this.values + (<usize>place << 3);
  }
}

function makeRows(count: i32): StaticArray<Row> {
  const made = new StaticArray<Row>(count);
  for (let i = 0; i < count; i++) made[i] = new Row();
  return made;
}

/** ln[G r_b^3 exp(L^2/(4 Lambda))] at r = r_b exp(k / ROWS_PER_UNIT), filled when they are first needed; good for every r_b. */
const fixedRows = makeRows(MOST_ROWS);
/** The distances in force. */
const rows = makeRows(MOST_RADII);
let radii: i32 = 0;
let firstLogRadius: f64 = 0;
let radiusStep: f64 = 1;

/** Number of the grid point at or below a Lambda in units of r_b^2. */
function pointOf(lambda: f64): i32 {
  return <i32>Math.floor(Math.log(lambda) * POINTS_PER_UNIT);
}

/** Number of the grid point at or below a Lambda [cm^2]. */
export function gridPoint(lambda: f64): i32 {
  return pointOf(lambda / (haloRadius * haloRadius));
}

/** Lambda [cm^2] at a grid point. */
export function gridLambda(point: i32): f64 {
  return haloRadius * haloRadius * Math.exp(<f64>point / POINTS_PER_UNIT);
}

/** First grid point of a row at a distance in units of r_b, a multiple of four: below it G is 0. */
function firstPoint(distance: f64, exponent: f64): i32 {
  const length = diffusiveLength(distance, 1, ratio);
  return pointOf(length * length / (4 * exponent)) & ~3;
}

/** The integral at a distance in units of r_b and a grid point. */
function integral(distance: f64, point: i32): f64 {
  return Math.log(scaledGreen(distance, Math.exp(<f64>point / POINTS_PER_UNIT), 1, ratio));
}

/** The value in the middle of the ten values of a row that are `step` apart (Lagrange's formula). */
// @ts-ignore: decorator
@inline
function middle(row: Row, place: i32, step: i32): f64 {
  const bytes = <usize>step << 3;
  const right = row.at(place + (step >> 1)), left = row.at(place - (step >> 1));
  return (
    39690.0 / 65536.0 * (load<f64>(left) + load<f64>(right)) -
    8820.0 / 65536.0 * (load<f64>(left - bytes) + load<f64>(right + bytes)) +
    2268.0 / 65536.0 * (load<f64>(left - 2 * bytes) + load<f64>(right + 2 * bytes)) -
    405.0 / 65536.0 * (load<f64>(left - 3 * bytes) + load<f64>(right + 3 * bytes)) +
    35.0 / 65536.0 * (load<f64>(left - 4 * bytes) + load<f64>(right + 4 * bytes))
  );
}

/** Fills a row outside a slow zone, with integrals where it needs them. */
function refineRow(row: Row, distance: f64, count: i32, shift: f64): void {
  const length = diffusiveLength(distance, 1, ratio);
  const square = length * length;
  const bendBegins = pointOf(BEND_BEGINS * square) - row.first, bendEnds = pointOf(BEND_ENDS * square) - row.first;
  // The finer points at the end need coarser ones beyond it.
  const seconds = count + 2 * REACH, fourths = seconds + 4 * REACH;
  for (; row.fourths < fourths; row.fourths += 4) {
    store<f64>(row.at(row.fourths), integral(distance, row.first + row.fourths) - shift);
  }
  for (; row.seconds < seconds; row.seconds += 4) {
    const place = row.seconds;
    const smooth = place >= 4 * REACH && (place < bendBegins || place > bendEnds);
    store<f64>(row.at(place), smooth ? middle(row, place, 4) : integral(distance, row.first + place) - shift);
  }
  for (; row.count < count; row.count++) {
    const place = row.count;
    if (!(place & 1)) continue;
    store<f64>(row.at(place), place >= 2 * REACH ? middle(row, place, 2) : integral(distance, row.first + place) - shift);
  }
}

/** Makes a row hold ln[G r_b^3 exp(L^2/(4 Lambda))] at a distance in units of r_b up to a grid point, each less a shift. */
function fillRow(row: Row, distance: f64, last: i32, shift: f64): void {
  const count = last - row.first + 1;
  if (row.count >= count) return;
  if (ratio < 1 && distance >= 1) return refineRow(row, distance, count, shift);
  for (; row.count < count; row.count++) {
    store<f64>(row.at(row.count), integral(distance, row.first + row.count) - shift);
  }
}

const radiusWeights = new StaticArray<f64>(STENCIL);

/** Makes a row hold the values at a distance outside a slow zone, interpolated between fixed distances. */
function interpolateRow(row: Row, radius: f64, last: i32): void {
  const start = lagrangeWeights(Math.log(radius / haloRadius) * ROWS_PER_UNIT, MOST_ROWS, radiusWeights);
  const done = row.count;
  row.count = max<i32>(done, last - row.first + 1);
  for (let j = done; j < row.count; j++) store<f64>(row.at(j), -3 * logHaloRadius);
  for (let k = 0; k < STENCIL; k++) {
    const place = start + k;
    const distance = Math.exp(<f64>place / ROWS_PER_UNIT);
    const fixed = fixedRows[place];
    if (fixed.count == 0) fixed.begin(firstPoint(distance, LARGEST_NEIGHBOUR_EXPONENT));
    fillRow(fixed, distance, last, 0);
    const offset = row.first - fixed.first;
    const weight = radiusWeights[k];
    for (let j = done; j < row.count; j++) {
      store<f64>(row.at(j), load<f64>(row.at(j)) + weight * load<f64>(fixed.at(j + offset)));
    }
  }
}

/** Whether rows between fixed distances serve. */
function isBetweenRows(radius: f64): bool {
  return ratio < 1 && radius >= haloRadius && Math.log(radius / haloRadius) * ROWS_PER_UNIT < <f64>(MOST_ROWS - 1);
}

/**
 * Makes the table cover these distances and diffusion; what is there already stays.
 *
 * @param halo r_b [cm]
 * @param diffusionRatio h
 * @param from nearest distance [cm]
 * @param to farthest distance [cm], the same for a pulsar at rest
 * @param largestLambda end of the table [cm^2]
 * @returns false where the distances are too wide apart or lie on both sides of r_b, or Lambda covers too many powers of ten: then
 *   each value needs its own integral
 */
export function tabulateTwoZone(halo: f64, diffusionRatio: f64, from: f64, to: f64, largestLambda: f64): bool {
  const sameHalo = halo == haloRadius && diffusionRatio == ratio;
  if (sameHalo && from == nearest && to == farthest && largestLambda <= coveredLambda) return true;
  if (!sameHalo) {
    haloRadius = halo;
    logHaloRadius = Math.log(halo);
    nearest = 0;
    if (diffusionRatio != ratio) for (let k = 0; k < MOST_ROWS; k++) fixedRows[k].count = 0;
    ratio = diffusionRatio;
  }
  const atRest = from == to;
  const between = atRest && isBetweenRows(from);
  const last = gridPoint(largestLambda) + SPARE;
  // Neighbours that are nearer begin earlier, by less than 32 points, and 30 more lie beyond the end.
  const first = firstPoint(from / halo, between ? LARGEST_NEIGHBOUR_EXPONENT : LARGEST_EXPONENT);
  if (last - first > MOST_LAMBDAS - 64) return false;
  if (from != nearest || to != farthest) {
    nearest = 0;
    const range = Math.log(to / from);
    if ((from < halo && halo < to) || range > LONGEST_RADIUS_STEP * <f64>(MOST_RADII - 1)) return false;
    nearest = from;
    farthest = to;
    radii = atRest ? 1 : max<i32>(STENCIL, 1 + <i32>Math.ceil(range / LONGEST_RADIUS_STEP));
    radiusStep = atRest ? 1 : range / <f64>(radii - 1);
    firstLogRadius = Math.log(from);
    for (let i = 0; i < radii; i++) {
      rows[i].begin(between ? firstPoint(from / halo, LARGEST_EXPONENT) : first);
    }
  }
  for (let i = 0; i < radii; i++) {
    const radius = atRest ? from : Math.exp(firstLogRadius + radiusStep * <f64>i);
    if (between) interpolateRow(rows[i], radius, last);
    else fillRow(rows[i], radius / halo, last, 3 * logHaloRadius);
  }
  coveredLambda = largestLambda;
  return true;
}

/** Address of the values of the row of a pulsar at rest. */
export function rowAtRest(): usize {
  return rows[0].values;
}

/** Grid point at which the rows begin. */
export function rowStart(): i32 {
  return rows[0].first;
}

/** Position on the rows of Lambda = 1 cm^2, in points; it grows by POINTS_PER_UNIT per unit of ln Lambda. */
export function rowOrigin(): f64 {
  return -2 * logHaloRadius * POINTS_PER_UNIT - <f64>rows[0].first;
}

/** Number of values that the rows hold. */
export function rowLength(): i32 {
  return rows[0].count;
}

const lambdaWeights = new StaticArray<f64>(STENCIL);

/** Value of one row at the stencil in force. */
// @ts-ignore: decorator
@inline
function rowValue(row: Row, start: i32): f64 {
  const f = row.at(start);
  const w = changetype<usize>(lambdaWeights);
  return (
    load<f64>(f) * load<f64>(w) + load<f64>(f, 8) * load<f64>(w, 8) + load<f64>(f, 16) * load<f64>(w, 16) +
    load<f64>(f, 24) * load<f64>(w, 24) + load<f64>(f, 32) * load<f64>(w, 32) + load<f64>(f, 40) * load<f64>(w, 40)
  );
}

/**
 * ln G(r, Lambda) of a pulsar that moves, from the table.
 *
 * @param radius r [cm], inside the range of the table
 * @param logLambda ln(Lambda/cm^2), at most the end of the table
 * @returns ln(G cm^3), -Infinity where G is 0
 */
export function logGreenFromTable(radius: f64, logLambda: f64): f64 {
  const position = logLambda * POINTS_PER_UNIT + rowOrigin();
  if (position < 0) return -Infinity;
  const length = diffusiveLength(radius, haloRadius, ratio);
  const start = lagrangeWeights(position, rows[0].count, lambdaWeights);
  const row = lagrangeWeights((Math.log(radius) - firstLogRadius) / radiusStep, radii, radiusWeights);
  let sum: f64 = 0;
  for (let k = 0; k < STENCIL; k++) sum += radiusWeights[k] * rowValue(rows[row + k], start);
  return sum - 0.25 * length * length * Math.exp(-logLambda);
}
