/**
 * chi2 in the plane of two parameters, minimised over the others: as far around a ridge as it has not risen too much.
 */
import type { ConditionalMinimum } from '../conditional.ts';
import type { LeastSquaresProblem, Minimum } from '../leastSquares.ts';
import { dot, type SquareMatrix } from '../linearAlgebra.ts';
import { Lattice, type LatticeNode } from './lattice.ts';
import type { HeightGrid } from './marchingSquares.ts';
import type { ContourTask, RidgeRow } from './ridge.ts';

const MOST_SCALES = 12;

/** What a plane is computed for. */
export interface PlaneSetting {
  readonly problem: LeastSquaresProblem;
  readonly minimum: Minimum;
  readonly indices: readonly [number, number];
  /** Expected covariance of all parameters. */
  readonly covariance: SquareMatrix;
  /** Places where chi2 has risen by less are surrounded by known ones. */
  readonly rise: number;
}

/**
 * Fills a lattice outwards from the ridge, all rows at once, until the region is surrounded.
 *
 * The spacing of columns changes by powers of two until the widest row has between `fewest` and `most` nodes inside.
 */
export class Plane {
  readonly #setting: PlaneSetting;
  readonly #rows: readonly RidgeRow[];
  readonly #fewest: number;
  readonly #most: number;
  /** By place: lattices of different spacing have places in common. */
  readonly #known: Map<string, ConditionalMinimum | null>;
  #step: number;
  #scales = 0;
  #finer = false;
  #lattice!: Lattice;
  #found!: Map<string, { node: LatticeNode; place: ConditionalMinimum | null }>;
  #front!: { node: LatticeNode; task: ContourTask }[];
  /** Whether the region never ends, and was given up. */
  incomplete = false;

  /** @param known by place, filled further */
  constructor(
    setting: PlaneSetting,
    rows: readonly RidgeRow[],
    known: Map<string, ConditionalMinimum | null>,
    { step, fewest, most }: { step: number; fewest: number; most: number },
  ) {
    this.#known = known;
    this.#setting = setting;
    this.#rows = rows;
    this.#step = step;
    this.#fewest = fewest;
    this.#most = most;
    this.#begin();
    this.#rescale();
  }

  get tasks(): ContourTask[] {
    return this.#front.map(({ task }) => task);
  }

  accept(results: readonly (ConditionalMinimum | null)[]): void {
    const done = this.#front;
    this.#front = [];
    done.forEach(({ node }, k) => {
      const place = results[k] ?? null;
      this.#found.set(keyOf(node), { node, place });
      this.#known.set(this.#lattice.place(node).join(), place);
    });
    this.#spread(done.map(({ node }) => node));
    this.#rescale();
  }

  /** Square roots of the rise of chi2 at all nodes. */
  get grid(): HeightGrid {
    const columns = [...this.#found.values()].map(({ node }) => node.v);
    const first = columns.reduce((a, b) => Math.min(a, b));
    const count = columns.reduce((a, b) => Math.max(a, b)) - first + 1;
    // Rows of the grid run along the first parameter, so that its lines run against the clock.
    const nodes = Array.from({ length: count }, (_, c) =>
      this.#rows.map((__, u) => this.#lattice.canonical({ u, v: first + c })),
    );
    const pick = (what: (node: LatticeNode) => number) => nodes.map((row) => Float64Array.from(row, what));
    return {
      heights: pick((node) => this.#height(node)),
      x: pick((node) => this.#lattice.place(node)[0]),
      y: pick((node) => this.#lattice.place(node)[1]),
    };
  }

  /** Whether the region is cut off by a bound of either parameter. */
  get isAtBound(): boolean {
    const { problem, indices } = this.#setting;
    return [...this.#found.values()].some(({ node }) => {
      if (!this.#isInside(node)) return false;
      return this.#lattice
        .place(node)
        .some((value, k) => value === problem.lower[indices[k]!] || value === problem.upper[indices[k]!]);
    });
  }

  /** The lowest places of the first and the last row that lie inside the region though the ridge does not, if any. */
  get insideBeyondRidge(): { value: number; place: ConditionalMinimum }[] {
    return [0, this.#rows.length - 1].flatMap((u) => {
      const { value, place } = this.#rows[u]!;
      if (place !== null && place.chi2 - this.#setting.minimum.chi2 < this.#setting.rise) return [];
      const inside = [...this.#found.values()].filter(({ node }) => node.u === u && this.#isInside(node));
      const lowest = inside.reduce<ConditionalMinimum | null>(
        (best, found) => (best !== null && best.chi2 <= found.place!.chi2 ? best : found.place),
        null,
      );
      return lowest === null ? [] : [{ value, place: lowest }];
    });
  }

  /** Starts on the lattice of the present spacing; on the ridge chi2 is known. */
  #begin(): void {
    const { problem, indices } = this.#setting;
    const [, second] = indices;
    let middle = 0;
    const rows = this.#rows.map(({ value, place }) => {
      if (place !== null) middle = place.parameters[second]!;
      return { first: value, middle };
    });
    // A row without a finite chi2 is the first or the last one: it goes on like its neighbour.
    if (this.#rows[0]!.place === null) rows[0] = { first: rows[0]!.first, middle: rows[1]!.middle };
    this.#lattice = new Lattice(rows, this.#step, problem.lower[second]!, problem.upper[second]!);
    this.#found = new Map();
    this.#front = [];
    const ridge = this.#rows.map(({ place }, u) => ({ node: this.#lattice.canonical({ u, v: 0 }), place }));
    for (const { node, place } of ridge) this.#found.set(keyOf(node), { node, place });
    this.#spread(ridge.map(({ node }) => node));
  }

  #height(node: LatticeNode): number {
    const place = this.#found.get(keyOf(node))?.place ?? null;
    return place === null ? Number.POSITIVE_INFINITY : Math.sqrt(Math.max(0, place.chi2 - this.#setting.minimum.chi2));
  }

  #isInside(node: LatticeNode): boolean {
    return this.#height(node) < Math.sqrt(this.#setting.rise);
  }

  /** Sets tasks for the neighbours of nodes inside that are not known from another spacing. */
  #spread(nodes: readonly LatticeNode[]): void {
    const waiting = [...nodes];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (!this.#isInside(node)) continue;
      const from = this.#found.get(keyOf(node))!.place!;
      for (const neighbour of this.#lattice.neighbours(node)) {
        const key = keyOf(neighbour);
        if (this.#found.has(key)) continue;
        const place = this.#known.get(this.#lattice.place(neighbour).join());
        this.#found.set(key, { node: neighbour, place: place ?? null });
        if (place === undefined) this.#front.push({ node: neighbour, task: this.#task(neighbour, from) });
        else waiting.push(neighbour);
      }
    }
  }

  /** The other parameters start where a straight way from a known place would have them. */
  #task(node: LatticeNode, from: ConditionalMinimum): ContourTask {
    const { problem, indices, covariance } = this.#setting;
    const [i, j] = indices;
    const values = this.#lattice.place(node);
    const moves = [values[0] - from.parameters[i]!, values[1] - from.parameters[j]!];
    const [a, b, c] = [covariance[i]![i]!, covariance[i]![j]!, covariance[j]![j]!];
    const determinant = a * c - b * b;
    const weights =
      determinant > 1e-12 * a * c
        ? [(c * moves[0]! - b * moves[1]!) / determinant, (a * moves[1]! - b * moves[0]!) / determinant]
        : [moves[0]! / a, 0];
    const start = from.parameters.map((value, k) => {
      const followed = value + dot([covariance[k]![i]!, covariance[k]![j]!], weights);
      return Math.min(Math.max(followed, problem.lower[k]!), problem.upper[k]!);
    });
    start[i] = values[0];
    start[j] = values[1];
    return {
      held: [
        { index: i, value: values[0] },
        { index: j, value: values[1] },
      ],
      start,
    };
  }

  /** Nodes inside of the widest row. */
  #width(): number {
    const rows = new Map<number, number>();
    for (const { node } of this.#found.values()) {
      if (this.#isInside(node)) rows.set(node.u, (rows.get(node.u) ?? 0) + 1);
    }
    return [...rows.values()].reduce((most, count) => Math.max(most, count), 0);
  }

  /** Changes the spacing while it does not fit. */
  #rescale(): void {
    for (;;) {
      const width = this.#width();
      const tooMany = width > this.#most;
      const tooFew = this.#front.length === 0 && width < this.#fewest;
      if (!(tooMany && !this.#finer) && !tooFew) return;
      if (this.#scales === MOST_SCALES) {
        this.incomplete = tooMany;
        this.#front = [];
        return;
      }
      this.#scales += 1;
      this.#finer = tooFew;
      this.#step *= tooFew ? 0.5 : 2;
      this.#begin();
    }
  }
}

function keyOf({ u, v }: LatticeNode): string {
  return `${u},${v}`;
}
