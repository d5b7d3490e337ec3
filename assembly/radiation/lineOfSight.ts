/**
 * What an observer at distance d sees of a spherical emissivity j(r), isotropic, given on a grid of panels in ln r:
 *   surface brightness  I(theta) = 1/(4 pi) int_0^inf dl j(r),   r^2 = d^2 + l^2 - 2 d l cos(theta),
 *   flux of a cone      F = int_{theta < theta_max} I dOmega.
 * Both are sums over the radii, sum_j V_j j(r_j). Inside a panel r j is a polynomial in ln r; below the smallest
 * radius it is linear in r, as near a steady source, j ~ 1/r - const; beyond the largest there is nothing.
 */
import { GaussLegendreRule } from '../numerics/gaussLegendre';
import { basis, evaluateBasis, nodePlace, PANEL_NODES } from './panels';

const pieceRule = new GaussLegendreRule(12);

// The grid in work, its row of weights of r j, and which sight line it is for.
let gridEdges: usize = 0;
let gridPanels: i32 = 0;
let row: usize = 0;

// @ts-ignore: decorator
@inline
function edge(p: i32): f64 {
  return load<f64>(gridEdges + (<usize>p << 3));
}

/** Adds `weight` times r j at ln r = x, which lies in panel p. */
function addPoint(p: i32, x: f64, weight: f64): void {
  const lower = edge(p);
  evaluateBasis(2 * (x - lower) / (edge(p + 1) - lower) - 1);
  const first = row + (<usize>(p * PANEL_NODES) << 3);
  for (let a = 0; a < PANEL_NODES; a++) {
    const at = first + (<usize>a << 3);
    store<f64>(at, load<f64>(at) + weight * basis[a]);
  }
}

/**
 * Adds an integral of r j over a stretch below the smallest radius r_0, where r j is a straight line through its
 * values at r_0 and in the middle of the first panel.
 *
 * @param weight integral of the measure
 * @param moment integral of the measure times r - r_0
 */
function addInnermost(weight: f64, moment: f64): void {
  const lower = edge(0), middle = 0.5 * (lower + edge(1));
  const slope = moment / (Math.exp(middle) - Math.exp(lower));
  addPoint(0, lower, weight - slope);
  addPoint(0, middle, slope);
}

/** u of r = p cosh u, 0 for r <= p; exact where r is close to p. */
function acosh(ratio: f64): f64 {
  if (ratio <= 1) return 0;
  const above = ratio - 1;
  return Math.log1p(above + Math.sqrt(above * (ratio + 1)));
}

/** Clears the row. */
function startRow(edges: usize, panels: i32, weights: usize): void {
  gridEdges = edges;
  gridPanels = panels;
  row = weights;
  memory.fill(weights, 0, <usize>(panels * PANEL_NODES) << 3);
}

/** Turns weights of r j into weights of j. */
function finishRow(factor: f64): void {
  for (let p = 0; p < gridPanels; p++) {
    const lower = edge(p), half = 0.5 * (edge(p + 1) - lower);
    for (let a = 0; a < PANEL_NODES; a++) {
      const at = row + (<usize>(p * PANEL_NODES + a) << 3);
      store<f64>(at, load<f64>(at) * factor * Math.exp(lower + half * (1 + nodePlace(a))));
    }
  }
}

/**
 * Adds int_from^to r j(r) du with r = impact cosh u: a stretch of the sight line, l - l_0 = impact sinh u, dl = r du.
 *
 * @param from, to radii, impact <= from <= to
 */
function addSightLine(impact: f64, from: f64, to: f64): void {
  const innermost = Math.exp(edge(0));
  if (from < innermost) {
    const first = acosh(from / impact), last = acosh(min<f64>(innermost, to) / impact);
    addInnermost(last - first, impact * (Math.sinh(last) - Math.sinh(first)) - innermost * (last - first));
  }
  for (let p = 0; p < gridPanels; p++) {
    const near = max<f64>(from, Math.exp(edge(p))), far = min<f64>(to, Math.exp(edge(p + 1)));
    if (!(near < far)) continue;
    const start = acosh(near / impact), half = 0.5 * (acosh(far / impact) - start);
    for (let j = 0; j < pieceRule.size; j++) {
      const u = start + half * (1 + pieceRule.nodes[j]);
      addPoint(p, Math.log(impact * Math.cosh(u)), half * pieceRule.weights[j]);
    }
  }
}

/**
 * Weights of the surface brightness, one row per angle.
 *
 * @param angles address of angles from the pulsar [rad], 0 < theta <= pi; at theta = 0 the brightness of j ~ 1/r is
 *   infinite
 * @param distance d, in the unit of the radii
 * @param edges, panels the grid of radii (see panels.ts)
 * @param weights address of one number per angle and node, a length in the unit of d [per sr]
 */
export function brightnessWeights(
  angles: usize, count: i32, distance: f64, edges: usize, panels: i32, weights: usize,
): void {
  for (let i = 0; i < count; i++) {
    const angle = load<f64>(angles + (<usize>i << 3));
    startRow(edges, panels, weights + (<usize>(i * panels * PANEL_NODES) << 3));
    const impact = distance * Math.sin(angle);
    const end = Math.exp(edge(panels));
    // Away from the pulsar r only grows from d; towards it r falls to the impact parameter and grows again.
    if (angle < 0.5 * Math.PI) {
      if (impact < end) addSightLine(impact, impact, end);
      addSightLine(impact, impact, min<f64>(distance, end));
    } else if (distance < end) {
      addSightLine(impact, distance, end);
    }
    finishRow(1 / (4 * Math.PI));
  }
}

/**
 * Length over l of the sight lines through a sphere around the pulsar that lie inside a cone:
 *   ln((d + r)/|d - r|) if the sphere fits in the cone, else ln((d + r)/l_+) where it is left again, and as much
 *   where it is entered (r < d).
 *
 * @param cosine of theta_max
 * @param impact d sin(theta_max)
 */
function coneFactor(radius: f64, distance: f64, cosine: f64, impact: f64): f64 {
  if (radius <= impact) return Math.log((distance + radius) / (distance - radius));
  const exit = distance * cosine + Math.sqrt((radius - impact) * (radius + impact));
  const passage = Math.log((distance + radius) / exit);
  return radius < distance ? 2 * passage : passage;
}

/** Adds int_from^to r j(r) coneFactor dr over a stretch inside one panel, on one side of impact and of d. */
function addShells(p: i32, from: f64, to: f64, distance: f64, cosine: f64, impact: f64): void {
  if (!(from < to)) return;
  const outside = from >= impact;
  // Beyond the impact parameter the factor starts as a square root: r = impact cosh u makes it smooth.
  const start = outside ? acosh(from / impact) : Math.log(from);
  const half = 0.5 * ((outside ? acosh(to / impact) : Math.log(to)) - start);
  for (let j = 0; j < pieceRule.size; j++) {
    const place = start + half * (1 + pieceRule.nodes[j]);
    const radius = outside ? impact * Math.cosh(place) : Math.exp(place);
    const slope = outside ? impact * Math.sinh(place) : radius;
    const factor = coneFactor(radius, distance, cosine, impact);
    addPoint(p, Math.log(radius), half * pieceRule.weights[j] * slope * factor);
  }
}

/**
 * Weights of the flux inside a cone around the pulsar, F = 1/(2d) int dr r j(r) coneFactor(r): the volume integral of
 * j / (4 pi l^2) with the angles done.
 *
 * @param maxAngle theta_max [rad], 0 < theta_max < pi/2
 * @param distance d, in the unit of the radii
 * @param edges, panels the grid of radii
 * @param weights address of one number per node, a length in the unit of d
 */
export function coneWeights(maxAngle: f64, distance: f64, edges: usize, panels: i32, weights: usize): void {
  startRow(edges, panels, weights);
  const impact = distance * Math.sin(maxAngle), cosine = Math.cos(maxAngle);
  const innermost = Math.exp(edge(0));
  // The factor is 2r/d near the pulsar.
  addInnermost(innermost * innermost / distance, -innermost * innermost * innermost / (3 * distance));
  for (let p = 0; p < panels; p++) {
    const from = Math.exp(edge(p)), to = Math.exp(edge(p + 1));
    addShells(p, from, min<f64>(to, impact), distance, cosine, impact);
    addShells(p, max<f64>(from, impact), min<f64>(to, distance), distance, cosine, impact);
    addShells(p, max<f64>(from, distance), to, distance, cosine, impact);
  }
  finishRow(0.5 / distance);
}
