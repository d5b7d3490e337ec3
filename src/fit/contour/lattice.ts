/** A lattice of places in the plane of two parameters that follows a ridge and is cut off at a bound. */

/** A node: row u along the first parameter, column v along the second, v = 0 on the ridge. */
export interface LatticeNode {
  readonly u: number;
  readonly v: number;
}

/** One row: a value of the first parameter, and that of the second on the ridge. */
export interface LatticeRow {
  readonly first: number;
  readonly middle: number;
}

/**
 * Nodes at (first, middle + v step) of every row.
 *
 * The first node of a row that would lie at a bound of the second parameter or beyond it lies at the bound; those
 * behind it are the same node (its `canonical` one). So a bound may cut through the rows at any angle.
 */
export class Lattice {
  readonly rows: readonly LatticeRow[];
  readonly #step: number;
  readonly #lower: number;
  readonly #upper: number;

  /** @param step distance of nodes in the second parameter, whose bounds follow */
  constructor(rows: readonly LatticeRow[], step: number, lower: number, upper: number) {
    this.rows = rows;
    this.#step = step;
    this.#lower = lower;
    this.#upper = upper;
  }

  /** First and last column of a row. */
  #columns(u: number): readonly [number, number] {
    const { middle } = this.rows[u]!;
    return [Math.floor((this.#lower - middle) / this.#step), Math.ceil((this.#upper - middle) / this.#step)];
  }

  canonical({ u, v }: LatticeNode): LatticeNode {
    const [first, last] = this.#columns(u);
    return { u, v: Math.min(Math.max(v, first), last) };
  }

  /** Values of both parameters at a node. */
  place({ u, v }: LatticeNode): [number, number] {
    const { first, middle } = this.rows[u]!;
    return [first, Math.min(Math.max(middle + v * this.#step, this.#lower), this.#upper)];
  }

  /** The canonical nodes around one; beside a bound that cuts through the rows, all that lie along it. */
  neighbours({ u, v }: LatticeNode): LatticeNode[] {
    const [first, last] = this.#columns(u);
    const found: LatticeNode[] = [];
    for (const row of [u - 1, u, u + 1]) {
      if (row < 0 || row >= this.rows.length) continue;
      const [firstThere, lastThere] = this.#columns(row);
      const from = v === first && row !== u ? Math.min(v - 1, firstThere) : v - 1;
      const to = v === last && row !== u ? Math.max(v + 1, lastThere) : v + 1;
      // A row that ends before it comes this far has its last node as the neighbour.
      for (let column = Math.min(from, lastThere); column <= Math.max(to, firstThere); column++) {
        if (column < firstThere || column > lastThere || (row === u && column === v)) continue;
        found.push({ u: row, v: column });
      }
    }
    return found;
  }
}
