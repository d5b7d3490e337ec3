/** Integrals for the checks: Gauss-Legendre rules on panels, independent of the kernel's own quadrature. */

/** Nodes and weights on -1 … 1, by Newton's method on the Legendre polynomial. */
function legendreRule(points: number): { nodes: number[]; weights: number[] } {
  const rule = Array.from({ length: points }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    for (;;) {
      let [last, value] = [1, x];
      for (let k = 2; k <= points; k++) [last, value] = [value, ((2 * k - 1) * x * value - (k - 1) * last) / k];
      const slope = (points * (x * value - last)) / (x * x - 1);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) return { node: x, weight: 2 / ((1 - x * x) * slope * slope) };
    }
  });
  return { nodes: rule.map(({ node }) => node), weights: rule.map(({ weight }) => weight) };
}

const RULE = legendreRule(12);

export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Twelve points in every panel between neighbouring edges. */
export function onPanels(edges: readonly number[]): Quadrature {
  const [nodes, weights]: [number[], number[]] = [[], []];
  edges.slice(1).forEach((right, panel) => {
    const left = edges[panel] as number;
    RULE.nodes.forEach((node, i) => {
      nodes.push((left + right + (right - left) * node) / 2);
      weights.push(((right - left) * (RULE.weights[i] as number)) / 2);
    });
  });
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights) };
}

/** `count` panels between two numbers, evenly wide. */
export const evenEdges = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);

/** `count` panels between two positive numbers, evenly wide in the logarithm. */
export const logarithmicEdges = (from: number, to: number, count: number): number[] =>
  evenEdges(0, 1, count).map((part) => from * (to / from) ** part);

export function integrate({ nodes, weights }: Quadrature, values: (nodes: Float64Array) => ArrayLike<number>): number {
  const at = values(nodes);
  return weights.reduce((sum, weight, i) => sum + weight * (at[i] as number), 0);
}
