import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type IterationProgress, minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { counted, normalNumbers, problemOf } from './problemOf.ts';

const energies = Array.from({ length: 30 }, (_, i) => 1 + i);

/** A straight line through points that scatter about 2 + 3 x. */
function line(scales: readonly [number, number] = [1, 1]) {
  const normal = normalNumbers(7);
  const y = energies.map((x) => 2 + 3 * x + normal());
  return problemOf(([a, b]) => energies.map((x, i) => y[i]! - (a! * scales[0] + b! * scales[1] * x)), [1, 1], {
    typicalSize: [1 / scales[0], 1 / scales[1]],
  });
}

/** An exponential decay with 2 % errors, fitted with amplitude and decay constant. */
function decay(scale = 1, start: readonly number[] = [5, 0.5]) {
  const normal = normalNumbers(11);
  const y = energies.map((x) => 10 * Math.exp(-0.1 * x) * (1 + 0.02 * normal()));
  return problemOf(
    ([a, b]) => energies.map((x, i) => (y[i]! - a! * Math.exp((-b! * x) / scale)) / (0.02 * y[i]!)),
    [start[0]!, start[1]! * scale],
  );
}

describe('a linear problem', () => {
  test('is solved exactly, the second step only confirms it', () => {
    const minimum = runToEnd(minimise(line()));
    const normal = normalNumbers(7);
    const y = energies.map((x) => 2 + 3 * x + normal());
    const [n, sx, sxx] = [30, 465, 9455];
    const [sy, sxy] = [y.reduce((a, b) => a + b), y.reduce((sum, value, i) => sum + value * energies[i]!, 0)];
    const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
    expect(minimum.iterations).toBe(2);
    // Rounding of the residuals, some 1e-14, divided by a difference of 1e-3 standard errors.
    expect(minimum.best[1]).toBeCloseTo(slope, 9);
    expect(minimum.best[0]).toBeCloseTo((sy - slope * sx) / n, 9);
    expect(minimum.estimatedDistance).toBeLessThan(1e-12);
  });

  test('without any free parameter is only evaluated', () => {
    const minimum = runToEnd(minimise(problemOf(() => [3, 4], [])));
    expect(minimum).toMatchObject({ chi2: 25, chi2AtStart: 25, converged: true, iterations: 0, evaluations: 1 });
    expect(minimum.estimatedDistance).toBe(0);
  });

  test('with as many parameters as points is solved to chi2 = 0', () => {
    const minimum = runToEnd(minimise(problemOf(([a, b]) => [a! + b! - 3, a! - b! - 1], [0, 0])));
    expect(minimum.converged).toBe(true);
    expect(minimum.chi2).toBeLessThan(1e-20);
  });
});

describe('the search', () => {
  test('yields after every iteration and lowers chi2 every time', () => {
    const generator = minimise(decay());
    const progress: IterationProgress[] = [];
    let next = generator.next();
    while (!next.done) {
      progress.push(next.value);
      next = generator.next();
    }
    expect(progress.map(({ iteration }) => iteration)).toEqual(progress.map((_, i) => i + 1));
    expect(next.value.iterations).toBe(progress.length);
    progress.slice(1).forEach(({ chi2 }, i) => {
      expect(chi2).toBeLessThanOrEqual(progress[i]!.chi2);
    });
  });

  test('computes nothing between two iterations, so that it can be left at any of them', () => {
    const problem = counted(decay());
    const generator = minimise(problem);
    expect(problem.evaluations()).toBe(0);
    generator.next();
    const afterOne = problem.evaluations();
    expect(afterOne).toBeLessThan(20);
    generator.return(undefined as never);
    expect(generator.next().done).toBe(true);
    expect(problem.evaluations()).toBe(afterOne);
  });

  test('counts its evaluations', () => {
    const problem = counted(decay());
    expect(runToEnd(minimise(problem)).evaluations).toBe(problem.evaluations());
  });

  test('gives up at the iteration limit and says so', () => {
    const minimum = runToEnd(minimise(decay(), { iterationLimit: 2 }));
    expect(minimum).toMatchObject({ converged: false, reason: 'iteration limit', iterations: 2 });
    expect(minimum.chi2).toBeLessThan(minimum.chi2AtStart);
  });

  test('accepts residuals that always come in the same array', () => {
    const fresh = decay();
    const array = new Float64Array(30);
    const reused = {
      ...fresh,
      residuals(parameters: Float64Array) {
        array.set(fresh.residuals(parameters));
        return array;
      },
    };
    expect(runToEnd(minimise(reused)).best).toEqual(runToEnd(minimise(fresh)).best);
  });

  test('is not disturbed by a residual function that writes into its argument', () => {
    const clean = decay();
    const rude = {
      ...clean,
      residuals(parameters: Float64Array) {
        const result = clean.residuals(parameters);
        parameters.fill(Number.NaN);
        return result;
      },
    };
    expect(runToEnd(minimise(rude)).best).toEqual(runToEnd(minimise(clean)).best);
  });

  test('stays where it starts, if that is the minimum', () => {
    const first = runToEnd(minimise(decay()));
    const again = runToEnd(minimise({ ...decay(), start: first.best }));
    expect(again.converged).toBe(true);
    expect(again.iterations).toBeLessThanOrEqual(3);
    again.best.forEach((value, i) => {
      // A second look moves by the accuracy of the first, 1e-6 standard errors of about 2 %.
      expect(value / first.best[i]!).toBeCloseTo(1, 7);
    });
  });

  test('ends at the same bytes when it runs twice', () => {
    const [one, two] = [runToEnd(minimise(decay())), runToEnd(minimise(decay()))];
    expect(new Uint8Array(one!.best.buffer)).toEqual(new Uint8Array(two!.best.buffer));
    expect(two).toEqual(one);
  });

  test.each([
    { unit: 1e28, size: 'a diffusion coefficient in cm2/s' },
    { unit: 1e-5, size: 'a flux' },
  ])('does not depend on the unit of a parameter: $size', ({ unit }) => {
    const plain = runToEnd(minimise(decay()));
    const scaled = runToEnd(minimise(decay(unit)));
    expect(scaled.reason).toBe('converged');
    expect(scaled.iterations).toBe(plain.iterations);
    // Same search up to rounding; both ends are good to 1e-6 standard errors of about 1 %.
    expect(scaled.best[1]! / unit / plain.best[1]!).toBeCloseTo(1, 8);
    expect(scaled.best[0]! / plain.best[0]!).toBeCloseTo(1, 8);
  });

  test('does not depend on how well the typical sizes are guessed', () => {
    const wanted = runToEnd(minimise(decay())).best;
    for (const factor of [1e-4, 1e3]) {
      const guessed = { ...decay(), typicalSize: Float64Array.from([5 * factor, 0.5 * factor]) };
      runToEnd(minimise(guessed)).best.forEach((value, i) => {
        expect(value / wanted[i]!).toBeCloseTo(1, 7);
      });
    }
  });

  test('finds the minimum within 1e-6 standard errors although residuals are large', () => {
    // r = (p - 1, p^2 + 30): chi2 = (p - 1)^2 + (p^2 + 30)^2 with 4 p^3 + 122 p = 2 at the minimum.
    const minimum = runToEnd(minimise(problemOf(([p]) => [p! - 1, p! * p! + 30], [3])));
    const root = minimum.best[0]!;
    expect(minimum.reason).toBe('converged');
    // Half the slope of chi2 is 1e-6 of its change over a standard error, 1 / sqrt(61).
    expect(Math.abs(2 * root ** 3 + 61 * root - 1)).toBeLessThan(1e-6 * Math.sqrt(61));
  });
});

describe('bounds', () => {
  // chi2 = (x - 3)^2 + (y + 1)^2, which falls towards (3, -1).
  const bowl = (start: number[], lower: number[], upper: number[]) =>
    problemOf(([x, y]) => [x! - 3, y! + 1], start, { lower, upper });

  test('hold the minimum on the face nearest to it, exactly', () => {
    const minimum = runToEnd(minimise(bowl([0, 0], [-2, -5], [1, 5])));
    expect(minimum).toMatchObject({ atBound: ['upper', null], converged: true });
    expect(minimum.best[0]).toBe(1);
    expect(minimum.best[1]).toBeCloseTo(-1, 9);
    expect(minimum.chi2).toBeCloseTo(4, 9);
  });

  test('are met exactly, whatever their digits', () => {
    const inside = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(inside, inside, (position, bound) => {
        const problem = problemOf(([x]) => [x! - 3, 1], [-bound * position], { lower: [-bound], upper: [bound] });
        const minimum = runToEnd(minimise(problem));
        expect(minimum.atBound).toEqual(['upper']);
        expect(minimum.best[0]).toBe(bound);
      }),
    );
  });

  test('hold it in a corner', () => {
    const minimum = runToEnd(minimise(bowl([0, 2], [-2, 1], [1, 5])));
    expect(minimum.atBound).toEqual(['upper', 'lower']);
    expect(Array.from(minimum.best)).toEqual([1, 1]);
  });

  test('let a parameter go that starts on the wrong one', () => {
    const minimum = runToEnd(minimise(bowl([-2, 5], [-2, -5], [10, 5])));
    expect(minimum.atBound).toEqual([null, null]);
    expect(minimum.best[0]).toBeCloseTo(3, 9);
    expect(minimum.best[1]).toBeCloseTo(-1, 9);
  });

  test('are not left during the search', () => {
    const seen: number[] = [];
    const problem = problemOf(
      ([x, y]) => {
        seen.push(x!, y!);
        return [10 * (y! - x! * x!), 1 - x!];
      },
      [0.1, 0.5],
      { lower: [-0.5, 0.1], upper: [0.5, 1] },
    );
    const minimum = runToEnd(minimise(problem));
    expect(minimum.atBound).toEqual(['upper', null]);
    expect(seen.filter((_, i) => i % 2 === 0).every((x) => x >= -0.5 && x <= 0.5)).toBe(true);
    expect(seen.filter((_, i) => i % 2 === 1).every((y) => y >= 0.1 && y <= 1)).toBe(true);
    // On the face x = 0.5 the minimum is y = x^2.
    expect(minimum.best[1]).toBeCloseTo(0.25, 8);
  });

  test('give a minimum that no feasible direction leaves downhill', () => {
    // Correlated parameters: the free minimum (2, -4, 1) projected on the box would not be the minimum in the box.
    const residuals = (p: Float64Array) => {
      const [x, y, z] = [p[0]! - 2, p[1]! + 4, p[2]! - 1];
      return [x + 2 * y, y - 3 * z, z + x, 0.1 * x * x];
    };
    const problem = problemOf(residuals, [0.5, 0.5, 0.5], { lower: [0, 0, 0], upper: [1, 1, 1] });
    const minimum = runToEnd(minimise(problem));
    const chi2 = (p: Float64Array) => residuals(p).reduce((sum, r) => sum + r * r, 0);
    minimum.best.forEach((value, i) => {
      const slope = [1e-6, -1e-6].map((h) => {
        const p = minimum.best.slice();
        p[i] = value + h;
        return chi2(p);
      });
      const gradient = (slope[0]! - slope[1]!) / 2e-6;
      const side = minimum.atBound[i];
      if (side === 'lower') expect(gradient).toBeGreaterThan(0);
      else if (side === 'upper') expect(gradient).toBeLessThan(0);
      // Free: zero within the rounding of chi2, about 100, in a difference of 2e-6.
      else expect(Math.abs(gradient)).toBeLessThan(1e-6);
    });
    expect(minimum.atBound.filter((side) => side !== null).length).toBeGreaterThan(0);
  });

  test('may be closer together than a difference would like', () => {
    const minimum = runToEnd(minimise(bowl([1, 0], [1 - 1e-9, -5], [1 + 1e-9, 5])));
    expect(minimum.best[0]).toBe(1 + 1e-9);
    expect(minimum.best[1]).toBeCloseTo(-1, 9);
  });

  test('apply to a curved problem as well: the best decay constant inside the box', () => {
    const free = runToEnd(minimise(decay())).best[1]!;
    const problem = { ...decay(), start: Float64Array.from([5, 0.2]), lower: Float64Array.from([0, free * 1.2]) };
    expect(runToEnd(minimise(problem))).toMatchObject({ converged: true, atBound: [null, 'lower'] });
  });
});

describe('residuals that are not finite', () => {
  test('at the start end the search with a reason', () => {
    const minimum = runToEnd(minimise(problemOf(([x]) => [Math.log(x!)], [-1])));
    expect(minimum).toMatchObject({ converged: false, reason: 'not finite', iterations: 0, thrown: null });
    expect(Array.from(minimum.best)).toEqual([-1]);
    expect(minimum.chi2).toBeNaN();
  });

  test('at the start, thrown: the error is kept', () => {
    const error = new Error('no model here');
    const problem = problemOf(() => {
      throw error;
    }, [1]);
    expect(runToEnd(minimise(problem))).toMatchObject({ reason: 'not finite', thrown: error });
  });

  test.each([
    ['infinite', () => [Number.POSITIVE_INFINITY]],
    ['not numbers', () => [Number.NaN]],
    [
      'thrown at',
      (): number[] => {
        throw new Error('outside');
      },
    ],
  ])('in a part of the region (%s) only shorten the step', (_, outside) => {
    // The first full step from 30 leads to negative values, where the logarithm does not exist.
    const residuals = ([x]: Float64Array) => (x! <= 0 ? outside() : [10 * (Math.log(x!) - 1)]);
    const minimum = runToEnd(minimise(problemOf(residuals, [30])));
    expect(minimum.reason).toBe('converged');
    expect(minimum.best[0]).toBeCloseTo(Math.E, 6);
  });

  test('beyond an edge at the minimum: the search ends at the edge and does not claim to have converged', () => {
    // chi2 falls towards x = 0, but there is nothing below 1.
    const minimum = runToEnd(minimise(problemOf(([x]) => [x! < 1 ? Number.NaN : x!], [5])));
    expect(minimum).toMatchObject({ converged: false, reason: 'no progress' });
    expect(minimum.best[0]).toBeCloseTo(1, 6);
  });

  test('all around the start are a reason to stop', () => {
    const minimum = runToEnd(minimise(problemOf(([x]) => [x === 2 ? 1 : Number.NaN], [2])));
    expect(minimum).toMatchObject({ converged: false, reason: 'not finite', chi2: 1 });
  });
});

describe('directions that nothing constrains', () => {
  test('do not hinder the others: a product of two parameters', () => {
    const normal = normalNumbers(3);
    const y = energies.map((x) => 6 * x + 1 + normal());
    const minimum = runToEnd(
      minimise(problemOf(([a, b, c]) => energies.map((x, i) => y[i]! - (a! * b! * x + c!)), [1, 1, 0])),
    );
    const straight = runToEnd(minimise(problemOf(([s, c]) => energies.map((x, i) => y[i]! - (s! * x + c!)), [1, 0])));
    expect(minimum.converged).toBe(true);
    // Both are minima of the same chi2, about 30, within the promised 1e-12.
    expect(minimum.chi2).toBeCloseTo(straight.chi2, 9);
    expect(minimum.best[0]! * minimum.best[1]!).toBeCloseTo(straight.best[0]!, 6);
  });

  test('a parameter without any effect stays at its start', () => {
    const minimum = runToEnd(minimise(problemOf(([x]) => [x! - 2, x! - 4], [0, 7])));
    expect(minimum.converged).toBe(true);
    expect(minimum.best[1]).toBe(7);
    expect(minimum.best[0]).toBeCloseTo(3, 9);
  });
});

describe('a problem that makes no sense is refused with a sentence', () => {
  const residuals = ([x]: Float64Array) => [x!, 1];
  const vector = (...values: number[]) => Float64Array.from(values);

  test('more parameters than points', () => {
    const problem = problemOf(([a, b, c]) => [a! + b!, c!], [1, 1, 1]);
    expect(() => runToEnd(minimise(problem))).toThrow(RangeError);
    expect(() => runToEnd(minimise(problem))).toThrow('3 free parameters cannot be fitted to 2 points');
  });

  test('a start outside its bounds', () => {
    const problem = problemOf(residuals, [5], { lower: [0], upper: [2] });
    expect(() => runToEnd(minimise(problem))).toThrow('Parameter 0 starts at 5, outside its bounds 0 to 2.');
  });

  test('bounds in the wrong order, or without room between them', () => {
    expect(() => runToEnd(minimise(problemOf(residuals, [1], { lower: [2], upper: [0] })))).toThrow(/below/);
    expect(() => runToEnd(minimise(problemOf(residuals, [1], { lower: [1], upper: [1] })))).toThrow(/below/);
  });

  test('a typical size that is not positive', () => {
    expect(() => runToEnd(minimise(problemOf(residuals, [1], { typicalSize: [0] })))).toThrow(/typical size 0/);
  });

  test('vectors of different lengths', () => {
    expect(() => runToEnd(minimise({ ...problemOf(residuals, [1]), lower: vector(0, 0) }))).toThrow(
      /2 values of lower/,
    );
  });

  test('a number of residuals that changes', () => {
    let points = 2;
    const problem = problemOf(([x]) => new Array<number>(points++).fill(x!), [1]);
    expect(() => runToEnd(minimise(problem))).toThrow(/changed from 2 to 3/);
  });
});
