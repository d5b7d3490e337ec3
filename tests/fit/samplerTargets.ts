/** Distributions with known moments, and how far a chain is from them. */
import { type Chain, valuesOf } from '../../src/fit/posterior/chain.ts';
import { autocorrelationTime } from '../../src/fit/posterior/diagnostics.ts';
import { sample, startRun } from '../../src/fit/posterior/sampling.ts';
import { Random } from '../../src/fit/random.ts';

export const host = { exp: Math.exp, log: Math.log };

/** A density to be sampled, and its means and covariance in closed form. */
export interface Target {
  readonly logDensity: (x: ArrayLike<number>) => number;
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/** x_i has standard deviation i + 1 and mean 10 i; neighbours are correlated by 0.8, others by powers of it. */
export function correlatedGaussian(size: number): Target {
  const index = Array.from({ length: size }, (_, i) => i);
  return {
    // With unit deviations a walk x_i = 0.8 x_(i-1) + 0.6 noise: its density is the product of its steps.
    logDensity: (x) => {
      const unit = index.map((i) => (x[i]! - 10 * i) / (i + 1));
      return (
        -0.5 * unit.reduce((sum, value, i) => sum + (i === 0 ? value : (value - 0.8 * unit[i - 1]!) / 0.6) ** 2, 0)
      );
    },
    mean: index.map((i) => 10 * i),
    covariance: index.map((i) => index.map((j) => (i + 1) * (j + 1) * 0.8 ** Math.abs(i - j))),
  };
}

/**
 * x of standard deviation 2, y - x^2 / 4 of 0.5: means 0 and 1, variances 4 and 0.5^2 + 2 (2^2 / 4)^2, no covariance.
 */
export const banana: Target = {
  logDensity: (x) => -0.5 * ((x[0]! / 2) ** 2 + ((x[1]! - (x[0]! * x[0]!) / 4) / 0.5) ** 2),
  mean: [0, 1],
  covariance: [
    [4, 0],
    [0, 2.25],
  ],
};

/** A Gaussian cut off at its mean (a half), and a uniform distribution between -1 and 3. */
export const bounded: Target = {
  logDensity: (x) => (x[0]! < 0 || x[1]! < -1 || x[1]! > 3 ? Number.NEGATIVE_INFINITY : -0.5 * x[0]! * x[0]!),
  mean: [Math.sqrt(2 / Math.PI), 1],
  covariance: [
    [1 - 2 / Math.PI, 0],
    [0, 16 / 12],
  ],
};

/** Walkers from the right distribution in mean and width, though not in shape. */
export function startAt(target: Target, walkers: number, seed: number): Float64Array[] {
  const random = Random.seeded(seed);
  return Array.from({ length: walkers }, () => {
    for (;;) {
      const point = Float64Array.from(
        target.mean,
        (mean, i) => mean + Math.sqrt(target.covariance[i]![i]!) * random.normal(host),
      );
      if (target.logDensity(point) > Number.NEGATIVE_INFINITY) return point;
    }
  });
}

/** A run of so many steps, whether converged or not. */
export function chainOf(target: Target, walkers: number, steps: number, seed: number): Chain {
  const start = startAt(target, walkers, seed);
  let run = startRun(start, start.map(target.logDensity), seed, steps);
  for (const progress of sample(run, target.logDensity, host)) run = progress.run;
  return run.chain;
}

/**
 * How many standard errors every mean and every covariance of a chain is from the truth; errors as of their own times.
 *
 * @param every of so many steps one is taken, far less than an autocorrelation time
 */
export function deviations({ mean, covariance }: Target, chain: Chain, burnIn: number, every: number): number[] {
  const walkers = chain.positions[0]!.length;
  const thinned = mean.map((_, i) =>
    valuesOf(chain, i, burnIn).filter((__, k) => Math.floor(k / walkers) % every === 0),
  );
  const away = (values: Float64Array, truth: number) => {
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length;
    return (average - truth) / Math.sqrt((variance * autocorrelationTime(values, walkers)) / values.length);
  };
  const means = thinned.map((column, i) => away(column, mean[i]!));
  const covariances = thinned.flatMap((a, i) =>
    thinned.slice(0, i + 1).map((b, j) =>
      away(
        a.map((value, k) => (value - mean[i]!) * (b[k]! - mean[j]!)),
        covariance[i]![j]!,
      ),
    ),
  );
  return [...means, ...covariances];
}
