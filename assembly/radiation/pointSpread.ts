/** Smearing of a radially symmetric image by a two-dimensional Gaussian, on a flat sky. */
import { GaussLegendreRule } from '../numerics/gaussLegendre';
import { basis, evaluateBasis, PANEL_NODES } from './panels';

/** Radius that holds 68 % of a two-dimensional Gaussian, in sigma: sqrt(-2 ln 0.32). */
export const CONTAINMENT_RADIUS: f64 = Math.sqrt(-2 * Math.log(0.32));

/** Distance, in sigma, beyond which the Gaussian is left out (4e-11 of it). */
export const POINT_SPREAD_RANGE: f64 = 7;

/** Argument above which the Bessel function's asymptotic series is exact to rounding. */
const ASYMPTOTIC: f64 = 25;

/**
 * e^-x I_0(x), the modified Bessel function, scaled.
 *
 * @param x >= 0
 * @returns relative error below 1e-14
 * Ref: Abramowitz & Stegun (1964), 9.6.12 and 9.7.1.
 */
export function scaledBessel(x: f64): f64 {
  let term: f64 = 1, sum: f64 = 1;
  if (x < ASYMPTOTIC) {
    const square = 0.25 * x * x;
    for (let k = 1; k < 100; k++) {
      term *= square / (<f64>k * <f64>k);
      sum += term;
      if (term < 1e-17 * sum) break;
    }
    return sum * Math.exp(-x);
  }
  for (let k = 1; k < 40; k++) {
    const odd = <f64>(2 * k - 1);
    term *= odd * odd / (8 * <f64>k * x);
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum / Math.sqrt(2 * Math.PI * x);
}

const pieceRule = new GaussLegendreRule(10);

/**
 * Weights that smear a surface brightness I(theta), given on a grid of panels in ln(theta):
 *   I_s(theta) = int theta' dtheta' I(theta') / sigma^2 exp[-(theta - theta')^2 / (2 sigma^2)] e^-x I_0(x),   x =
 *   theta theta' / sigma^2.
 * The grid must end no lower than theta + 7 sigma; below its first angle I is constant.
 *
 * @param angles address of the angles theta [rad] at which I_s is wanted
 * @param sigma [rad]; the 68 % containment radius is 1.5096 sigma
 * @param edges, panels the grid of theta'
 * @param weights address of one number per angle and node
 */
export function pointSpreadWeights(
  angles: usize, count: i32, sigma: f64, edges: usize, panels: i32, weights: usize,
): void {
  memory.fill(weights, 0, <usize>(count * panels * PANEL_NODES) << 3);
  for (let i = 0; i < count; i++) {
    const angle = load<f64>(angles + (<usize>i << 3));
    const row = weights + (<usize>(i * panels * PANEL_NODES) << 3);
    const from = max<f64>(0, angle - POINT_SPREAD_RANGE * sigma), to = angle + POINT_SPREAD_RANGE * sigma;
    const pieces = <i32>Math.ceil((to - from) / sigma);
    const width = (to - from) / <f64>pieces;
    let p = 0;
    for (let piece = 0; piece < pieces; piece++) {
      for (let j = 0; j < pieceRule.size; j++) {
        const place = 0.5 * (1 + pieceRule.nodes[j]);
        // I ~ ln(theta') at the centre: a square there, theta' = width t^2, makes theta' I smooth enough.
        const centre = from == 0 && piece == 0;
        const inside = centre ? width * place * place : from + width * (<f64>piece + place);
        const measure = 0.5 * pieceRule.weights[j] * width * (centre ? 2 * place : 1);
        const offset = (angle - inside) / sigma;
        const bessel = scaledBessel(angle * inside / (sigma * sigma));
        const spread = Math.exp(-0.5 * offset * offset) * bessel / (sigma * sigma);
        const x = Math.log(inside);
        while (p < panels - 1 && x > load<f64>(edges + (<usize>(p + 1) << 3))) p++;
        const lower = load<f64>(edges + (<usize>p << 3)), upper = load<f64>(edges + (<usize>p << 3), 8);
        evaluateBasis(max<f64>(-1, min<f64>(1, 2 * (x - lower) / (upper - lower) - 1)));
        for (let a = 0; a < PANEL_NODES; a++) {
          const at = row + (<usize>(p * PANEL_NODES + a) << 3);
          store<f64>(at, load<f64>(at) + measure * inside * spread * basis[a]);
        }
      }
    }
  }
}
