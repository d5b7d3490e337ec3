/** What a chain says of the parameters: quantiles, means, covariance, and bands of curves. */
import type { SquareMatrix } from '../linearAlgebra.ts';
import { correlationOf } from '../linearFit.ts';
import { type Chain, valuesOf } from './chain.ts';

/** The posterior of one parameter. */
export interface ParameterSummary {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly median: number;
  /** The quantile of 16 %. */
  readonly lower: number;
  /** The quantile of 84 %. */
  readonly upper: number;
}

export interface PosteriorSummary {
  readonly parameters: ParameterSummary[];
  readonly covariance: SquareMatrix;
  readonly correlation: SquareMatrix;
  /** Values per parameter that went into it: steps after burn-in times walkers. */
  readonly draws: number;
  /** The draw of the highest posterior, and its logarithm. */
  readonly best: { readonly parameters: Float64Array; readonly logProbability: number };
}

/** The value below which a part of the sorted values lies, linear between two of them. */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  const place = part * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

/**
 * Quantiles, means and covariance of all draws after burn-in.
 *
 * @throws RangeError where no two draws are left
 */
export function summarise(chain: Chain, burnIn: number): PosteriorSummary {
  checkBurnIn(chain, burnIn);
  const columns = chain.positions[0]![0]!.map((_, i) => valuesOf(chain, i, burnIn));
  const draws = columns[0]!.length;
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / draws);
  const centred = columns.map((column, i) => column.map((value) => value - means[i]!));
  const covariance = centred.map((a) =>
    centred.map((b) => a.reduce((sum, value, k) => sum + value * b[k]!, 0) / (draws - 1)),
  );
  let best = { parameters: new Float64Array(columns.length), logProbability: Number.NEGATIVE_INFINITY };
  chain.logProbabilities.slice(burnIn).forEach((ensemble, step) => {
    ensemble.forEach((logProbability, k) => {
      if (!(logProbability > best.logProbability)) return;
      best = { parameters: Float64Array.from(chain.positions[burnIn + step]![k]!), logProbability };
    });
  });
  return {
    parameters: columns.map((column, i) => {
      const sorted = column.slice().sort();
      return {
        mean: means[i]!,
        standardDeviation: Math.sqrt(covariance[i]![i]!),
        median: quantile(sorted, 0.5),
        lower: quantile(sorted, 0.16),
        upper: quantile(sorted, 0.84),
      };
    }),
    covariance,
    correlation: correlationOf(covariance),
    draws,
    best,
  };
}

/** Draws after burn-in, evenly spread over steps and walkers; all of them if there are not more than `count`. */
export function evenDraws(chain: Chain, burnIn: number, count: number): Float64Array[] {
  checkBurnIn(chain, burnIn);
  const walkers = chain.positions[0]!.length;
  const available = (chain.positions.length - burnIn) * walkers;
  const wanted = Math.min(count, available);
  return Array.from({ length: wanted }, (_, k) => {
    const place = Math.floor(((k + 0.5) * available) / wanted);
    const step = Math.floor(place / walkers);
    return Float64Array.from(chain.positions[burnIn + step]![place - step * walkers]!);
  });
}

/** At every place of curves, the values below which the given parts of the curves lie: one curve per part. */
export function bands(curves: readonly ArrayLike<number>[], parts: readonly number[]): Float64Array[] {
  const points = curves[0]?.length ?? 0;
  const result = parts.map(() => new Float64Array(points));
  for (let i = 0; i < points; i++) {
    const sorted = Float64Array.from(curves, (curve) => curve[i]!).sort();
    parts.forEach((part, k) => {
      result[k]![i] = quantile(sorted, part);
    });
  }
  return result;
}

function checkBurnIn(chain: Chain, burnIn: number): void {
  const steps = chain.positions.length;
  if (!(Number.isInteger(burnIn) && burnIn >= 0 && burnIn < steps)) {
    throw new RangeError(`The chain has ${steps} steps, of which ${burnIn} cannot be left out.`);
  }
}
