/** Errors of parameters and linear coefficients together. */
import { curvature } from '../curvature.ts';
import { derivativesAt, type ErrorAnalysis, errorsInFrame, noErrors } from '../errors.ts';
import { whiteningFrame } from '../frame.ts';
import { dot, multiply, zeroMatrix } from '../linearAlgebra.ts';
import { Evaluator } from '../problem.ts';
import { joint, type SeparableMinimum, type SeparableProblem } from './separable.ts';

/**
 * Covariance, correlation and standard errors of all parameters, then all coefficients, in this order.
 *
 * As `errorAnalysis` of the joint problem, but exact in the coefficients: differences are taken in the n parameters
 * only, 2 n (n + 1) evaluations however many coefficients there are. What is held at a bound has no error; coefficients
 * whose columns depend on each other are `unconstrained`. Where many coefficients are held at 0 the errors hold for
 * that selection only; profiles let others come in.
 */
export function separableErrors(problem: SeparableProblem, minimum: SeparableMinimum): ErrorAnalysis {
  const { best, atBound } = minimum.parameters;
  const count = best.length;
  const total = count + minimum.coefficients.length;
  const freeParameters = atBound.flatMap((bound, i) => (bound === null ? [i] : []));
  const dependent = minimum.held.flatMap((why, k) => (why === 'dependent' ? [count + k] : []));
  const freeCoefficients = minimum.held.flatMap((why, k) => (why === null ? [k] : []));
  const whole = joint(problem, minimum);

  const alone = { start: best, lower: problem.lower, upper: problem.upper, typicalSize: problem.typicalSize };
  const residualsAt = (parameters: Float64Array) =>
    whole.residuals(Float64Array.of(...parameters, ...minimum.coefficients));
  const evaluator = new Evaluator({ ...alone, residuals: residualsAt });
  const point = evaluator.at(best);
  const coarse = point && derivativesAt(evaluator, point, freeParameters);
  if (point === null || coarse === null) return noErrors(total, dependent, evaluator.count);
  const rows = point.residuals.length;

  // Residuals and columns under each other: one set of differences serves all of them.
  const stacked = new Evaluator({
    ...alone,
    residuals(parameters) {
      const { columns } = problem.parts(parameters.slice());
      const tall = new Float64Array(rows * (1 + freeCoefficients.length));
      tall.set(residualsAt(parameters));
      freeCoefficients.forEach((k, place) => {
        tall.set(columns[k]!, rows * (place + 1));
      });
      return tall;
    },
  });
  const stackedPoint = stacked.at(best);
  const weights = new Float64Array(rows * (1 + freeCoefficients.length));
  weights.set(point.residuals);
  const coarseFrame = whiteningFrame(coarse, freeParameters, problem.typicalSize, 'leave out');
  const derivatives = stackedPoint && curvature(stacked, stackedPoint, coarseFrame, weights);
  const evaluations = evaluator.count + stacked.count;
  if (stackedPoint === null || derivatives === null) return noErrors(total, dependent, evaluations);

  const columnsOf = (tall: Float64Array) => freeCoefficients.map((_, place) => tall.subarray(rows * (place + 1)));
  const atBest = columnsOf(stackedPoint.residuals).map((column) => column.subarray(0, rows));
  const indices = [...freeParameters, ...freeCoefficients.map((k) => count + k)];
  const slopes = derivatives.jacobian.map((tall) => tall.slice(0, rows));
  const columns = [
    ...freeParameters.map((_, k) =>
      slopes.length > 0
        ? multiply(
            slopes,
            coarseFrame.inverse.map((row) => row[k]!),
          )
        : new Float64Array(rows),
    ),
    ...atBest.map((column) => column.map((value) => -value)),
  ];

  // Sum of r d2r: among parameters from their frame, parameters with coefficients from the slopes of the columns.
  const bending = zeroMatrix(indices.length);
  const mixed = derivatives.jacobian.map((tall) =>
    columnsOf(tall).map((column) => -dot(point.residuals, column.subarray(0, rows))),
  );
  coarseFrame.inverse.forEach((row, a) => {
    freeParameters.forEach((_, i) => {
      coarseFrame.inverse.forEach((other, b) => {
        freeParameters.forEach((__, j) => {
          bending[i]![j]! += row[i]! * derivatives.bending[a]![b]! * other[j]!;
        });
      });
      freeCoefficients.forEach((__, place) => {
        const change = row[i]! * mixed[a]![place]!;
        bending[i]![freeParameters.length + place]! += change;
        bending[freeParameters.length + place]![i]! += change;
      });
    });
  });

  const frame = whiteningFrame(columns, indices, whole.typicalSize, 'leave out');
  const inFrame = frame.directions.map((direction) => indices.map((i) => direction[i]!));
  const analysis = errorsInFrame(
    frame,
    inFrame.map((direction) => multiply(columns, direction)),
    inFrame.map((a) => inFrame.map((b) => a.reduce((sum, value, i) => sum + value * dot(bending[i]!, b), 0))),
    evaluations,
    total,
  );
  const unconstrained = [...analysis.unconstrained, ...dependent].sort((a, b) => a - b);
  return { ...analysis, unconstrained };
}
