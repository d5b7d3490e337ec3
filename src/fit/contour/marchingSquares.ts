/** Lines of equal height on a grid whose nodes lie anywhere. */

/** Heights and places of the nodes of a grid, by rows of equal length. Outside the region heights are Infinity. */
export interface HeightGrid {
  readonly heights: readonly Float64Array[];
  readonly x: readonly Float64Array[];
  readonly y: readonly Float64Array[];
}

/** A closed line: its last point is its first. */
export type ClosedLine = [number, number][];

/** Corners of a cell against the clock: offsets of row and column. Edge k goes from corner k to the next one. */
const CORNERS = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
] as const;

/**
 * Closed lines around all places below a height, against the clock if x grows along rows and y from row to row; those
 * around holes run the other way.
 *
 * Crossings are placed linearly between two nodes, halfway where one of them is infinitely high. The region is closed
 * along the border of the grid where its nodes are below the height. Where a cell is a saddle, the mean of its corners
 * decides. A height that is a distance (the square root of a rise of chi2) makes linear crossings accurate to second
 * order in the spacing around a minimum.
 */
export function linesOfHeight(grid: HeightGrid, height: number): ClosedLine[] {
  const rows = grid.heights.length;
  const columns = grid.heights[0]?.length ?? 0;
  // A border of infinite height, at the places of the outermost nodes, closes every line.
  const inside = (limit: number, i: number) => Math.min(Math.max(i, 0), limit - 1);
  const at = (row: number, column: number) => {
    const beyond = row < 0 || column < 0 || row >= rows || column >= columns;
    const [r, c] = [inside(rows, row), inside(columns, column)];
    return { height: beyond ? Number.POSITIVE_INFINITY : grid.heights[r]![c]!, x: grid.x[r]![c]!, y: grid.y[r]![c]! };
  };
  const edgeOf = (row: number, column: number, edge: number): number => {
    // Every edge belongs to the node at its lower end: horizontal ones are even, vertical ones odd.
    const [r, c] = edge === 1 ? [row, column + 1] : edge === 2 ? [row + 1, column] : [row, column];
    return 2 * ((r + 1) * (columns + 3) + c + 1) + (edge % 2);
  };

  const next = new Map<number, number>();
  const points = new Map<number, [number, number]>();
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const corners = CORNERS.map(([r, c]) => at(row + r, column + c));
      const below = corners.map((corner) => corner.height < height);
      if (below.every(Boolean) || !below.some(Boolean)) continue;
      const crossed = [0, 1, 2, 3].filter((k) => below[k] !== below[(k + 1) % 4]);
      for (const k of crossed) points.set(edgeOf(row, column, k), crossing(corners[k]!, corners[(k + 1) % 4]!, height));
      const mean = corners.reduce((sum, corner) => sum + corner.height, 0) / 4;
      // Around the cell the region is left at some edges and entered at others. Against the clock, the line goes on
      // from where it is left: to the next entry if a saddle joins both parts of the region, else back to the last one.
      crossed.forEach((k, place) => {
        if (!below[k]) return;
        const joined = crossed.length === 4 && mean < height;
        const target = crossed[(place + (joined ? 1 : crossed.length - 1)) % crossed.length]!;
        next.set(edgeOf(row, column, k), edgeOf(row, column, target));
      });
    }
  }
  return chained(next, points);
}

interface Node {
  readonly height: number;
  readonly x: number;
  readonly y: number;
}

function crossing(a: Node, b: Node, height: number): [number, number] {
  const [low, high] = a.height < b.height ? [a, b] : [b, a];
  const part = high.height === Number.POSITIVE_INFINITY ? 0.5 : (height - low.height) / (high.height - low.height);
  return [low.x + part * (high.x - low.x), low.y + part * (high.y - low.y)];
}

function chained(next: Map<number, number>, points: ReadonlyMap<number, [number, number]>): ClosedLine[] {
  const lines: ClosedLine[] = [];
  const left = new Set(next.keys());
  for (const start of next.keys()) {
    if (!left.has(start)) continue;
    const line: ClosedLine = [];
    for (let edge = start; left.delete(edge); edge = next.get(edge)!) {
      const [x, y] = points.get(edge)!;
      const last = line.at(-1);
      if (last === undefined || last[0] !== x || last[1] !== y) line.push([x, y]);
    }
    const [first, last] = [line[0]!, line.at(-1)!];
    if (line.length > 1 && (first[0] !== last[0] || first[1] !== last[1])) line.push([first[0], first[1]]);
    // All points in one place: the region is a single node on the border.
    if (line.length > 3) lines.push(line);
  }
  return lines;
}
