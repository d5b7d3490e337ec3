import { describe, expect, test } from 'vitest';
import { lowestWith } from '../../src/fit/conditional.ts';
import { errorAnalysis } from '../../src/fit/errors.ts';
import { type LeastSquaresProblem, minimise, runToEnd } from '../../src/fit/leastSquares.ts';
import { profileCurve, profileValues } from '../../src/fit/profileCurve.ts';
import { profileEndInWords, profileErrors } from '../../src/fit/profileErrors.ts';
import { normalNumbers, problemOf } from './problemOf.ts';

const times = Array.from({ length: 20 }, (_, i) => 1 + i);

function parabola() {
  const normal = normalNumbers(9);
  const y = times.map((t) => 1 - 2 * t + 0.3 * t * t + normal());
  return problemOf(([a, b, c]) => times.map((t, i) => y[i]! - a! - b! * t - c! * t * t), [0, 0, 0]);
}

const solved = (problem: LeastSquaresProblem) => runToEnd(minimise(problem));

describe('profile errors', () => {
  test('are those of the second derivatives where the problem is linear', () => {
    const problem = parabola();
    const minimum = solved(problem);
    const { errors } = errorAnalysis(problem, minimum);
    const { parameters, newMinimum } = runToEnd(profileErrors(problem, minimum));
    expect(newMinimum).toBeNull();
    parameters.forEach(({ index, errorBelow, errorAbove, lower, upper }) => {
      // Promised accuracy of the ends.
      expect(Math.abs(errorBelow! / errors[index]! - 1)).toBeLessThan(1e-6);
      expect(Math.abs(errorAbove! / errors[index]! - 1)).toBeLessThan(1e-6);
      expect([lower.outcome, upper.outcome]).toEqual(['crossed', 'crossed']);
    });
  });

  test('are lopsided where the problem is skewed, and rise with deltaChi2', () => {
    const problem = problemOf(([p]) => [2 * Math.log(p!)], [3]);
    const minimum = solved(problem);
    const [one] = runToEnd(profileErrors(problem, minimum)).parameters;
    expect(one!.errorBelow).toBeCloseTo(1 - Math.exp(-0.5), 6);
    expect(one!.errorAbove).toBeCloseTo(Math.exp(0.5) - 1, 6);
    const [two] = runToEnd(profileErrors(problem, minimum, [0], 4)).parameters;
    expect(two!.errorAbove).toBeCloseTo(Math.exp(1) - 1, 6);
  });

  test('say why there is none: a bound, no rise, the edge of the model', () => {
    const reasons = (problem: LeastSquaresProblem) => {
      const { lower, upper } = runToEnd(profileErrors(problem, solved(problem))).parameters[0]!;
      return [profileEndInWords(lower, 'lower'), profileEndInWords(upper, 'upper')];
    };
    expect(reasons(problemOf(([p]) => [p! - 3, 1], [4], { lower: [2.5], upper: [10] }))).toEqual([
      'no error below: its lower limit comes first',
      null,
    ]);
    const saturating = problemOf(([p]) => [0.9 / (1 + Math.exp(-p!)), 0.1 * Math.min(p!, 0)], [-1], { lower: [-100] });
    expect(reasons(saturating)[1]).toBe('no error above: χ² does not rise enough however far it goes');
    const edge = problemOf(([p]) => [p! < 0.5 ? Number.NaN : p! - 1], [2]);
    expect(reasons(edge)).toEqual(['the error below ends where the model cannot be computed', null]);
  });

  test('report a deeper minimum, from which a fit ends there', () => {
    const wells = problemOf(
      ([x, y]) => [0.5 * (x! * x! - 4), Math.sqrt(3) * Math.min(1, (2 - x!) / 4), y! - x!],
      [-2, -2],
    );
    const minimum = solved(wells);
    expect(minimum.best[0]).toBeLessThan(0);
    const { newMinimum } = runToEnd(profileErrors(wells, minimum, [0], 25));
    expect(newMinimum!.chi2).toBeLessThan(minimum.chi2);
    const deeper = solved({ ...wells, start: newMinimum!.parameters });
    expect(deeper.best[0]).toBeCloseTo(2, 4);
  });

  test('yield after every minimisation, with the parameter it is about', () => {
    const problem = parabola();
    const places = [...profileErrors(problem, solved(problem), [2, 0])];
    expect(places[0]!.index).toBe(2);
    expect(places.at(-1)!.index).toBe(0);
  });
});

describe('a profile on a grid', () => {
  test('is a parabola of the standard error where the problem is linear', () => {
    const problem = parabola();
    const minimum = solved(problem);
    const { errors } = errorAnalysis(problem, minimum);
    const values = profileValues(problem, minimum, 1, 3, 10);
    expect(values).toHaveLength(21);
    const curve = runToEnd(profileCurve(problem, minimum, 1, values));
    curve.values.forEach((value, k) => {
      const pull = (value - minimum.best[1]!) / errors[1]!;
      // The minimisations promise 1e-4 standard errors, hence 1e-8 of chi2, of about 20.
      expect(curve.chi2[k]! - minimum.chi2).toBeCloseTo(pull * pull, 6);
      expect(curve.parameters[k]![1]).toBe(value);
    });
    expect((values[20]! - minimum.best[1]!) / errors[1]!).toBeCloseTo(3, 4);
    expect(curve.newMinimum).toBeNull();
  });

  test('goes from bound to bound, and has gaps where the model has', () => {
    const problem = problemOf(([x, y]) => (x! > 0.9 ? [Number.NaN, 0] : [x!, y! - x!]), [0.1, 0.1], {
      lower: [-0.5, -9],
      upper: [1, 9],
    });
    const minimum = solved(problem);
    const values = profileValues(problem, minimum, 0, 3, 4);
    expect(values[0]).toBe(-0.5);
    expect(values.at(-1)).toBe(1);
    const curve = runToEnd(profileCurve(problem, minimum, 0, values));
    expect(curve.chi2.at(-1)).toBeNull();
    expect(curve.parameters.at(-1)).toBeNull();
    expect(curve.chi2[0]).toBeCloseTo(0.25, 8);
  });

  test('has one side only for a parameter at its bound', () => {
    const problem = problemOf(([x]) => [x! + 1], [1], { lower: [0], upper: [10] });
    const minimum = solved(problem);
    const values = profileValues(problem, minimum, 0, 2, 2);
    expect(values[0]).toBe(0);
    expect(values).toHaveLength(3);
    const { chi2 } = runToEnd(profileCurve(problem, minimum, 0, values));
    expect(chi2.map((value) => Math.round(value! * 1e6) / 1e6)).toEqual([1, 4, 9]);
  });

  test('refuses values out of order or bounds', () => {
    const problem = parabola();
    const minimum = solved(problem);
    expect(() => runToEnd(profileCurve(problem, minimum, 0, [1, 1]))).toThrow('not in ascending order');
    expect(() => runToEnd(profileCurve({ ...problem, upper: minimum.best }, minimum, 0, [1e9]))).toThrow(
      'out of its bounds',
    );
  });
});

test('a minimum with all parameters held is the place itself', () => {
  const problem = problemOf(([x, y]) => [x!, y!], [0, 0]);
  const held = [
    { index: 0, value: 3 },
    { index: 1, value: 4 },
  ];
  expect(lowestWith(problem, held, [0, 0])).toEqual({ chi2: 25, parameters: Float64Array.of(3, 4) });
});
