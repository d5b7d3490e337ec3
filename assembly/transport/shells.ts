/**
 * The spherical shells of the finite volumes: faces, where the density of a shell stands, volumes, and how well two
 * neighbours conduct.
 */

/** Shells at most; every array over shells has this length. */
export const MOST_SHELLS: i32 = 2048;
/** Fewest shells that make a grid. */
export const FEWEST_SHELLS: i32 = 16;

/** Number of shells in use. */
export let shells: i32 = 0;
/** Shells that lie inside r_b, which is their outer face: none without an inner zone, all if r_b is out of reach. */
export let edgeShell: i32 = 0;

/** Inner faces of the shells, and the outer boundary behind them [cm]. */
export const faces = new StaticArray<f64>(MOST_SHELLS + 1);
/** Radii at which the density of a shell stands [cm]. */
export const nodes = new StaticArray<f64>(MOST_SHELLS + 1);
/** Volumes [cm^3]. */
export const volumes = new StaticArray<f64>(MOST_SHELLS + 1);
/** sqrt(V) [cm^3/2]. */
export const volumeRoots = new StaticArray<f64>(MOST_SHELLS + 1);
/** sqrt(V_i / V_(i+1)), what a density scaled by sqrt(V) changes by from one shell to the next. */
export const outwardRoots = new StaticArray<f64>(MOST_SHELLS + 1);
/** sqrt(V_i / V_(i-1)); 0 at the centre. */
export const inwardRoots = new StaticArray<f64>(MOST_SHELLS + 1);
/** 1 / int dr/(4 pi r^2) from node i to the next, or from the last node to the outer boundary [cm]. */
export const conductances = new StaticArray<f64>(MOST_SHELLS + 1);
/** int dr/(4 pi r^2) from the last node inside r_b to r_b, and from r_b to the next node [cm^-1]. */
export let resistanceInsideEdge: f64 = 0;
export let resistanceOutsideEdge: f64 = 0;

// Widths and cubes of widths of the shells up to the observer, summed inside and outside r_b.
let innerLength: f64 = 0, innerCubes: f64 = 0, outerLength: f64 = 0, outerCubes: f64 = 0;

/** Relative numbers of shells that are evenly spread, crowd at the centre, and lie beyond the observer. */
const FLAT: f64 = 0.6, CORE: f64 = 0.1, OUTSKIRTS: f64 = 0.24;
/** And of those that crowd at r_b, if the edge is sharp or smooth. */
const SHARP_EDGE: f64 = 0.06, SMOOTH_EDGE: f64 = 0.2;

// The rule of the grid: relative number of shells up to a radius, in four parts.
let flatRadius: f64 = 0;
let coreRadius: f64 = 0;
let edgeRadius: f64 = 0;
let edgeScale: f64 = 0;
let insideWeight: f64 = 1;
let flatShare: f64 = 0;
let coreShare: f64 = 0;
let outskirtsShare: f64 = 0;
let edgeShare: f64 = 0;

/** r / [1 + (r/R)^6]^(1/6): evenly spread up to about R, nothing beyond. */
function evenlySpread(radius: f64): f64 {
  const ratio = radius / flatRadius;
  const cube = ratio * ratio * ratio;
  return radius * Math.exp(-Math.log1p(cube * cube) / 6);
}

/** Evenly spread in the length sqrt(D t) that diffusion covers, which is shorter inside r_b. */
function spreadByDiffusion(radius: f64): f64 {
  const flat = evenlySpread(radius);
  return edgeRadius > 0 ? flat + (insideWeight - 1) * evenlySpread(min<f64>(radius, edgeRadius)) : flat;
}

/** Crowding towards r_b from both sides. */
function crowdedAtEdge(radius: f64): f64 {
  const distance = radius - edgeRadius;
  const crowd = Math.log1p(Math.abs(distance) / edgeScale);
  return Math.log1p(edgeRadius / edgeScale) + (distance < 0 ? -crowd : crowd);
}

function shellsBelow(radius: f64): f64 {
  const ratio = radius / flatRadius;
  const sum = flatShare * spreadByDiffusion(radius)
    + coreShare * Math.log1p(radius / coreRadius)
    + outskirtsShare * Math.log1p(ratio * ratio);
  return edgeRadius > 0 ? sum + edgeShare * crowdedAtEdge(radius) : sum;
}

/** Places faces at equal steps of shellsBelow between two of them. */
function placeFaces(from: i32, to: i32, innerRadius: f64, outerRadius: f64): void {
  const below = shellsBelow(innerRadius);
  const step = (shellsBelow(outerRadius) - below) / <f64>(to - from);
  faces[from] = innerRadius;
  faces[to] = outerRadius;
  for (let i = from + 1; i < to; i++) {
    const target = below + step * <f64>(i - from);
    let low = faces[i - 1], high = outerRadius;
    let lowMiss = shellsBelow(low) - target, highMiss = shellsBelow(high) - target;
    let radius = low;
    for (let iteration = 0; iteration < 60 && high - low > 1e-14 * high; iteration++) {
      // The secant alone creeps along a convex function; every third step halves the bracket instead.
      radius = iteration % 3 == 2 ? 0.5 * (low + high) : low - lowMiss * (high - low) / (highMiss - lowMiss);
      const miss = shellsBelow(radius) - target;
      if (miss < 0) {
        low = radius;
        lowMiss = miss;
      } else {
        high = radius;
        highMiss = miss;
      }
      if (Math.abs(miss) < 1e-12 * target) break;
    }
    faces[i] = radius;
  }
}

/** 1 / int dr/(4 pi r^2) between two radii. */
function conductanceBetween(inner: f64, outer: f64): f64 {
  return 4 * Math.PI * inner * outer / (outer - inner);
}

/**
 * Lays out the shells: evenly spread, up to the observer, in the length that diffusion covers, since there the tails
 * of the cloud pass; refined logarithmically towards the centre, crowded on both sides of r_b, which is a face, and
 * widening beyond the observer.
 *
 * The density of a shell stands at r_i = (2/3) (b^3 - a^3)/(b^2 - a^2), where 1/r equals its average over the shell,
 * and shells conduct by the exact resistance int dr/(4 pi r^2 D): the field 1/r of a steady source is reproduced
 * exactly, up to the centre and across r_b; other fields to second order.
 *
 * @param count number of shells, FEWEST_SHELLS … MOST_SHELLS
 * @param observer radius up to which the shells are evenly spread [cm]
 * @param core radius below which they are not refined further [cm]
 * @param edge r_b [cm], 0 for none, beyond `outer` if nothing reaches it
 * @param edgeWidth width of the transition at r_b [cm], 0 for a sharp one
 * @param diffusionRatio D inside r_b over D outside, at an energy of interest
 * @param outer radius of the boundary at which the density vanishes [cm]
 */
export function layOutShells(
  count: i32, observer: f64, core: f64, edge: f64, edgeWidth: f64, diffusionRatio: f64, outer: f64,
): void {
  shells = count;
  flatRadius = 1.15 * observer;
  coreRadius = core;
  edgeRadius = edge < outer ? edge : 0;
  edgeScale = max<f64>(edgeWidth, 0.02 * edge);
  insideWeight = 1 / Math.sqrt(max<f64>(1e-3, min<f64>(1e3, diffusionRatio)));
  flatShare = FLAT / spreadByDiffusion(outer);
  coreShare = CORE / Math.log1p(outer / core);
  outskirtsShare = OUTSKIRTS / Math.log1p(outer * outer / (flatRadius * flatRadius));
  edgeShell = edge < outer ? 0 : count;
  if (edgeRadius > 0) {
    edgeShare = (edgeWidth > 0 ? SMOOTH_EDGE : SHARP_EDGE) / crowdedAtEdge(outer);
    const share = shellsBelow(edgeRadius) / shellsBelow(outer);
    edgeShell = max<i32>(4, min<i32>(count - 4, <i32>Math.round(share * <f64>count)));
    placeFaces(0, edgeShell, 0, edgeRadius);
    placeFaces(edgeShell, count, edgeRadius, outer);
  } else {
    placeFaces(0, count, 0, outer);
  }
  measureShells();
  if (edgeRadius > 0) {
    resistanceInsideEdge = 1 / conductanceBetween(nodes[edgeShell - 1], edgeRadius);
    resistanceOutsideEdge = 1 / conductanceBetween(edgeRadius, nodes[edgeShell]);
  }
  measureWay(observer);
}

/** Fills in all that follows from the faces. */
function measureShells(): void {
  for (let i = 0; i < shells; i++) {
    const a = faces[i], b = faces[i + 1];
    volumes[i] = 4.0 / 3.0 * Math.PI * (b - a) * (a * a + a * b + b * b);
    volumeRoots[i] = Math.sqrt(volumes[i]);
    nodes[i] = 2.0 / 3.0 * (a * a + a * b + b * b) / (a + b);
  }
  for (let i = 0; i < shells - 1; i++) {
    conductances[i] = conductanceBetween(nodes[i], nodes[i + 1]);
    outwardRoots[i] = volumeRoots[i] / volumeRoots[i + 1];
    inwardRoots[i + 1] = 1 / outwardRoots[i];
  }
  inwardRoots[0] = 0;
  outwardRoots[shells - 1] = 1;
  conductances[shells - 1] = conductanceBetween(nodes[shells - 1], faces[shells]);
}

/** Sums the widths of shells on the way to the observer. */
function measureWay(observer: f64): void {
  innerLength = innerCubes = outerLength = outerCubes = 0;
  for (let i = 0; i < shells && (i == 0 || faces[i] < observer); i++) {
    const width = faces[i + 1] - faces[i];
    if (i < edgeShell) {
      innerLength += width;
      innerCubes += width * width * width;
    } else {
      outerLength += width;
      outerCubes += width * width * width;
    }
  }
}

/** w^2/(12 D) of the width w of shells [s], averaged in length of diffusion over the way to the observer. */
export function shellTime(innerDiffusion: f64, outerDiffusion: f64): f64 {
  const innerRoot = Math.sqrt(innerDiffusion), outerRoot = Math.sqrt(outerDiffusion);
  const cubes = innerCubes / (innerDiffusion * innerRoot) + outerCubes / (outerDiffusion * outerRoot);
  return cubes / (12 * (innerLength / innerRoot + outerLength / outerRoot));
}

/** Number of shells whose inner face lies below a radius. */
export function shellsWithin(radius: f64): i32 {
  let low = 0, high = shells;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (faces[middle] < radius) low = middle + 1;
    else high = middle;
  }
  return low;
}
