/**
 * A grid of panels: the range of a logarithm x cut at `edges`, eight Gauss-Legendre nodes in each piece.
 *
 * A function known at the nodes is inside each panel the polynomial of degree 7 through them. Integrals of it against
 * any kernel are then sums over the nodes with weights that do not depend on the function: they are found once, with
 * as many points of the kernel as that needs, and used for every function on the grid.
 */
import { GaussLegendreRule } from '../numerics/gaussLegendre';

/** Nodes of one panel. */
export const PANEL_NODES: i32 = 8;
/** Most panels of a grid. */
export const MOST_PANELS: i32 = 128;

const rule = new GaussLegendreRule(PANEL_NODES);

/** Barycentric weights of the nodes, (-1)^a sqrt((1 - x_a^2) w_a). Ref: Wang & Xiang, Math. Comp. 81, 861 (2012). */
const barycentric = new StaticArray<f64>(PANEL_NODES);
for (let a = 0; a < PANEL_NODES; a++) {
  const size = Math.sqrt((1 - rule.nodes[a] * rule.nodes[a]) * rule.weights[a]);
  barycentric[a] = a & 1 ? -size : size;
}

/** Place of node a in [-1, 1]. */
export function nodePlace(a: i32): f64 {
  return rule.nodes[a];
}

/** Gauss-Legendre weight of node a on [-1, 1]. */
export function nodeWeight(a: i32): f64 {
  return rule.weights[a];
}

/** The polynomials that are 1 at one node and 0 at the others, where evaluateBasis was last asked for them. */
export const basis = new StaticArray<f64>(PANEL_NODES);

/**
 * Evaluates the basis polynomials of a panel.
 *
 * @param place position in the panel, -1 at its lower edge and 1 at its upper one
 */
export function evaluateBasis(place: f64): void {
  let sum: f64 = 0;
  for (let a = 0; a < PANEL_NODES; a++) {
    const distance = place - rule.nodes[a];
    if (distance == 0) {
      for (let b = 0; b < PANEL_NODES; b++) basis[b] = b == a ? 1 : 0;
      return;
    }
    basis[a] = barycentric[a] / distance;
    sum += basis[a];
  }
  for (let a = 0; a < PANEL_NODES; a++) basis[a] /= sum;
}

/**
 * Writes the nodes of a grid, e^x.
 *
 * @param edges address of panels + 1 ascending x
 * @param nodes address of PANEL_NODES * panels numbers
 */
export function writeNodes(edges: usize, panels: i32, nodes: usize): void {
  for (let p = 0; p < panels; p++) {
    const at = edges + (<usize>p << 3);
    const lower = load<f64>(at), half = 0.5 * (load<f64>(at, 8) - lower);
    for (let a = 0; a < PANEL_NODES; a++) {
      store<f64>(nodes + (<usize>(p * PANEL_NODES + a) << 3), Math.exp(lower + half * (1 + rule.nodes[a])));
    }
  }
}

/**
 * Cuts a range evenly into panels and writes their edges.
 *
 * @param longest longest panel
 * @returns number of panels, at least 1; or 0 if they would be too many
 */
export function cutEvenly(from: f64, to: f64, longest: f64, edges: usize): i32 {
  const pieces = max<f64>(1, Math.ceil((to - from) / longest - 1e-9));
  if (!(pieces <= <f64>MOST_PANELS)) return 0;
  const panels = <i32>pieces;
  for (let p = 0; p < panels; p++) store<f64>(edges + (<usize>p << 3), from + (to - from) * <f64>p / pieces);
  store<f64>(edges + (<usize>panels << 3), to);
  return panels;
}
