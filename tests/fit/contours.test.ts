import { describe, expect, test } from 'vitest';
import {
  CONTOUR_PROBABILITIES,
  type ContourOptions,
  ContourSearch,
  contours,
  deltaChi2OfProbability,
} from '../../src/fit/contour/contourSearch.ts';
import { type ClosedLine, linesOfHeight } from '../../src/fit/contour/marchingSquares.ts';
import { doTask } from '../../src/fit/contour/ridge.ts';
import { type LeastSquaresProblem, minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { profileInterval } from '../../src/fit/profile.ts';
import { counted, problemOf } from './problemOf.ts';

const host = { exp: Math.exp, log: Math.log };

/** Signed area, positive against the clock (the shoelace formula). */
function area(line: ClosedLine): number {
  let sum = 0;
  for (let k = 1; k < line.length; k++) sum += line[k - 1]![0] * line[k]![1] - line[k]![0] * line[k - 1]![1];
  return sum / 2;
}

const extent = (line: ClosedLine, axis: 0 | 1) => {
  const values = line.map((point) => point[axis]);
  return [Math.min(...values), Math.max(...values)] as const;
};

function found(problem: LeastSquaresProblem, indices: readonly [number, number] = [0, 1], options?: ContourOptions) {
  const minimum = runToEnd(minimise(problem));
  return { minimum, ...runToEnd(contours(problem, minimum, indices, host, options)) };
}

/** Three correlated parameters with a unit Gaussian in x - y, y - 2 z and z; wide in units of their typical size. */
const gaussian = problemOf(([x, y, z]) => [x! - 3 * y!, y! - 2 * z!, z!], [1, 1, 1]);
// z has variance 1, y 4 + 1, x 9 * 5 + 1; y and z have covariance 2, x and y 15.
const determinant = 46 * 5 - 15 * 15;

test('the rises of chi2 are those of two degrees of freedom', () => {
  const rises = CONTOUR_PROBABILITIES.map((probability) => deltaChi2OfProbability(probability, host));
  // 0.3935 is 1 - exp(-1/2) to four digits.
  expect(rises[0]).toBeCloseTo(1, 3);
  expect(rises[1]).toBeCloseTo(2.2789, 4);
  expect(rises[2]).toBeCloseTo(5.9915, 4);
  expect(deltaChi2OfProbability(0.6827, host)).toBeCloseTo(2.2958, 4);
  expect(() => deltaChi2OfProbability(1, host)).toThrow('must lie between 0 and 1');
});

describe('contours of a Gaussian with the third parameter following', () => {
  const { contours: regions, minimisations, atBound, incomplete, newMinimum } = found(gaussian);

  test('are closed ellipses of the area pi deltaChi2 sqrt(det Cov)', () => {
    for (const { deltaChi2, lines } of regions) {
      expect(lines).toHaveLength(1);
      expect(lines[0]!.at(-1)).toEqual(lines[0]![0]);
      // Some 30 chords cut off (2 pi / 30)^2 / 6 of the smallest ellipse, linear crossings about as much.
      expect(Math.abs(area(lines[0]!) / (Math.PI * deltaChi2 * Math.sqrt(determinant)) - 1)).toBeLessThan(0.015);
    }
  });

  test('lie where chi2 has risen by as much', () => {
    for (const { deltaChi2, lines } of regions) {
      for (const [x, y] of lines[0]!) {
        const rise = (5 * x * x - 30 * x * y + 46 * y * y) / determinant;
        // Interpolation between nodes 0.245 standard errors apart: (0.245 / 2)^2 / 2 of a standard error at deltaChi2 =
        // 1.
        expect(Math.abs(Math.sqrt(rise) - Math.sqrt(deltaChi2))).toBeLessThan(0.012);
      }
    }
  });

  test('are marked as whole, and cost as many minimisations as the region has nodes', () => {
    expect([atBound, incomplete, newMinimum]).toEqual([false, false, null]);
    // pi 10^2 nodes inside, and a ring around them.
    expect(minimisations).toBeGreaterThan(300);
    expect(minimisations).toBeLessThan(450);
  });

  test('come from a covariance that is unknown or wrong as well', () => {
    const minimum = runToEnd(minimise(gaussian));
    const blind = runToEnd(contours(gaussian, { ...minimum, jacobian: null }, [0, 1], host));
    const wrong = minimum.jacobian!.map((column, k) => column.map((value) => value * [20, 0.01, 1][k]!));
    const misled = runToEnd(contours(gaussian, { ...minimum, jacobian: wrong }, [0, 1], host));
    for (const { contours: others } of [blind, misled]) {
      others.forEach(({ lines }, k) => {
        expect(lines).toHaveLength(1);
        // Half as many nodes across are allowed.
        expect(Math.abs(area(lines[0]!) / area(regions[k]!.lines[0]!) - 1)).toBeLessThan(0.04);
      });
    }
  });
});

describe('contours of problems that are not Gaussian', () => {
  // chi2 = x^2 / 4 + (y - x^2)^2 in units in which the banana is three widths high.
  const banana = problemOf(([x, y]) => [x! / 2, y! - x! * x!], [0.5, 0.5]);

  const areas = (indices: readonly [number, number], resolution: number) =>
    found(banana, indices, { resolution }).contours.map(({ deltaChi2, lines }) => {
      const total = lines.reduce((sum, line) => sum + area(line), 0);
      // Shears do not change areas.
      return total / (2 * Math.PI * deltaChi2);
    });

  test('a banana keeps its area', () => {
    // As that of an ellipse.
    for (const part of areas([0, 1], 10)) expect(Math.abs(part - 1)).toBeLessThan(0.015);
  });

  test('a banana that bends back along the first parameter is found on both sides of its saddle', () => {
    // Its arms are a few cells wide and not straight in them; one arm alone would have half of the area.
    const [, , largest] = areas([1, 0], 20);
    expect(Math.abs(largest! - 1)).toBeLessThan(0.05);
  });

  test('reach as far as the profile does', () => {
    const skewed = problemOf(([x, y]) => [3 * Math.log(x!), (y! - x!) / x!], [2, 2], {
      lower: [1e-3, -100],
      upper: [100, 100],
    });
    const { minimum, contours: regions } = found(skewed);
    for (const { deltaChi2, lines } of regions) {
      for (const axis of [0, 1] as const) {
        const [low, high] = runToEnd(profileInterval(skewed, minimum, axis, deltaChi2));
        const [from, to] = extent(lines[0]!, axis);
        // A tenth of a node's distance, which is a tenth of the half width.
        expect(Math.abs(from - low!) / (high! - low!)).toBeLessThan(0.01);
        expect(Math.abs(to - high!) / (high! - low!)).toBeLessThan(0.01);
      }
    }
  });

  test('are cut off along a bound that slants through the lattice', () => {
    const bounded = problemOf(([x, y]) => [x! - 3 * y!, y!], [1, 1], { lower: [-100, 0], upper: [100, 100] });
    const { contours: regions, atBound } = found(bounded);
    expect(atBound).toBe(true);
    for (const { deltaChi2, lines } of regions) {
      expect(lines).toHaveLength(1);
      expect(extent(lines[0]!, 1)[0]).toBe(0);
      expect(Math.abs(area(lines[0]!) / ((Math.PI / 2) * deltaChi2) - 1)).toBeLessThan(0.015);
    }
  });

  test('of parameters whose best values lie in a corner are quarters of ellipses', () => {
    const corner = problemOf(([x, y]) => [x!, y! / 2], [1, 1], { lower: [0, 0], upper: [9, 9] });
    const { minimum, contours: regions, atBound } = found(corner);
    expect(minimum.atBound).toEqual(['lower', 'lower']);
    expect(atBound).toBe(true);
    for (const { deltaChi2, lines } of regions) {
      expect(Math.abs(area(lines[0]!) / ((Math.PI / 2) * deltaChi2) - 1)).toBeLessThan(0.015);
    }
  });

  test('end where the model does', () => {
    const half = problemOf(([x, y]) => (x! < -0.5 ? [Number.NaN, 0] : [x!, y!]), [1, 1]);
    const { contours: regions } = found(half);
    // The edge lies somewhere between the last two rows, 0.245 apart.
    expect(Math.abs(extent(regions[2]!.lines[0]!, 0)[0] + 0.5)).toBeLessThan(0.25);
  });

  test('say so where the region never ends, or is a whole strip between bounds', () => {
    const open = problemOf(([x, y]) => [x! + 0 * y!, 1, 1], [1, 1]);
    expect(found(open).incomplete).toBe(true);
    const strip = problemOf(([x, y]) => [x! + 0 * y!, 1, 1], [1, 1], { lower: [-9, -3], upper: [9, 5] });
    const { contours: regions, incomplete, atBound } = found(strip);
    expect([incomplete, atBound]).toEqual([false, true]);
    for (const { deltaChi2, lines } of regions) {
      expect(Math.abs(area(lines[0]!)) / (8 * 2 * Math.sqrt(deltaChi2))).toBeCloseTo(1, 6);
    }
  });

  test('report a deeper minimum', () => {
    // Minima at x = -2 and, lower by 1.5, at x = 2.
    const wells = problemOf(
      ([x, y]) => [0.5 * (x! * x! - 4), Math.sqrt(3) * Math.min(1, (2 - x!) / 4 + 0 * y!), y!],
      [-2, 1],
    );
    const { newMinimum, minimum } = found(wells, [0, 1], { probabilities: [0.9999] });
    expect(minimum.best[0]).toBeLessThan(0);
    expect(newMinimum!.parameters[0]).toBeGreaterThan(1.5);
  });
});

describe('the tasks of a contour', () => {
  test('lead to the same contours in whatever order they are done', () => {
    const minimum = runToEnd(minimise(gaussian));
    const search = new ContourSearch(gaussian, minimum, [0, 1], host);
    for (let { tasks } = search; tasks.length > 0; { tasks } = search) {
      const backwards = tasks.toReversed().map((task) => doTask(gaussian, task));
      search.accept(backwards.toReversed());
    }
    expect(search.result()).toEqual(runToEnd(contours(gaussian, minimum, [0, 1], host)));
  });

  test('can be left between two minimisations, and are cheap', () => {
    const problem = counted(gaussian);
    const minimum = runToEnd(minimise(problem));
    const before = problem.evaluations();
    const places = [...contours(problem, minimum, [0, 1], host)];
    expect(places.at(-1)!.waiting).toBe(0);
    // One of three parameters follows, linearly: two iterations from where it is expected.
    expect((problem.evaluations() - before) / places.length).toBeLessThan(10);
  });

  test('are refused for parameters and probabilities that make no sense', () => {
    const minimum = runToEnd(minimise(gaussian));
    expect(() => new ContourSearch(gaussian, minimum, [0, 0], host)).toThrow('two different parameters of 3, not 0,0');
    expect(() => new ContourSearch(gaussian, minimum, [0, 3], host)).toThrow('two different parameters');
    expect(() => new ContourSearch(gaussian, minimum, [0, 1], host, { probabilities: [0.9, 0.5] })).toThrow('ascend');
  });
});

describe('lines of height', () => {
  const gridOf = (height: (x: number, y: number) => number, size = 40) => {
    const places = Array.from({ length: size + 1 }, (_, k) => (4 * k) / size - 2);
    const rows = (value: (x: number, y: number) => number) =>
      places.map((y) => Float64Array.from(places, (x) => value(x, y)));
    return { heights: rows(height), x: rows((x) => x), y: rows((_, y) => y) };
  };

  test('run against the clock around a region and with it around a hole', () => {
    const lines = linesOfHeight(
      gridOf((x, y) => Math.abs(Math.hypot(x, y) - 1)),
      0.3,
    );
    const areas = lines.map(area).sort((a, b) => a - b);
    // Chords over cells of 0.1.
    expect(areas[0]! / (-Math.PI * 0.49)).toBeCloseTo(1, 2);
    expect(areas[1]! / (Math.PI * 1.69)).toBeCloseTo(1, 2);
  });

  test('go around two regions that touch in a saddle separately, or together if its mean is low', () => {
    const corners = (a: number, b: number) => ({
      heights: [Float64Array.of(0, b), Float64Array.of(a, 0)],
      x: [Float64Array.of(0, 1), Float64Array.of(0, 1)],
      y: [Float64Array.of(0, 0), Float64Array.of(1, 1)],
    });
    expect(linesOfHeight(corners(4, 4), 1)).toHaveLength(2);
    expect(linesOfHeight(corners(1.5, 1.5), 1)).toHaveLength(1);
  });

  test('close along the border of the grid', () => {
    const [line] = linesOfHeight(
      gridOf((x) => Math.abs(x)),
      1,
    );
    expect(area(line!)).toBeCloseTo(2 * 4, 12);
  });

  test('do not exist where nothing is below', () => {
    expect(
      linesOfHeight(
        gridOf(() => 2),
        1,
      ),
    ).toEqual([]);
  });
});
