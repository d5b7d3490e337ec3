/** How many independent draws a chain is worth: autocorrelation time and split R-hat. */

/**
 * Lags are this fine: all of them at first, then steps of this part of the lag, which leaves 3e-3 of error in the sum.
 */
const FINENESS = 8;
/**
 * The window is as many autocorrelation times long: noise of longer lags stays out, bias of cut-off ones is below 1 %.
 */
const WINDOW = 5;

/**
 * Steps after which a parameter of the walkers is independent: tau = 1 + 2 sum of rho(t) for t = 1 to M, M the smallest
 * window >= 5 tau. To be trusted from some 50 tau steps on; a shorter chain makes it too small.
 *
 * rho(t) is the mean over walkers, with respect to the mean of all of them, so that walkers which stay apart count as
 * correlated. Source: Sokal, Monte Carlo methods in statistical mechanics: foundations and new algorithms (1997), 131,
 * doi:10.1007/978-1-4899-0319-8_6.
 *
 * @param values of one parameter, those of all walkers at one step after those of the step before
 * @returns NaN where the values do not vary, or there are fewer than 4 steps
 */
export function autocorrelationTime(values: Float64Array, walkers: number): number {
  const steps = values.length / walkers;
  let mean = 0;
  for (const value of values) mean += value;
  mean /= values.length;
  const centred = values.map((value) => value - mean);
  const covarianceAt = (lag: number) => {
    let sum = 0;
    const count = (steps - lag) * walkers;
    const shift = lag * walkers;
    for (let i = 0; i < count; i++) sum += centred[i]! * centred[i + shift]!;
    return sum / count;
  };
  const variance = covarianceAt(0);
  if (!(variance > 0) || steps < 4) return Number.NaN;
  let time = 1;
  let before = 1;
  const longest = Math.floor(steps / 2);
  for (let lag = 1, step = 1; lag <= longest && lag - step < WINDOW * time; lag += step) {
    const correlation = covarianceAt(lag) / variance;
    // Twice the sum over the lags of this step, the correlation being linear between its ends.
    time += step * (before + correlation) + (correlation - before);
    before = correlation;
    step = Math.max(1, Math.floor(lag / FINENESS));
  }
  // Strongly alternating noise may come out below one step, which no walker of this kind can be.
  return Math.max(time, 1);
}

/**
 * Potential scale reduction of one parameter, each walker cut into two halves: near 1 when all halves of all walkers
 * went through the same values.
 *
 * Equation: sqrt(((n - 1) / n W + B / n) / W) with W the mean variance inside the halves of n steps, B / n the variance
 * of their means. Independent chains come below 1.01 after about 100 autocorrelation times. Source: Gelman et al.,
 * Bayesian Data Analysis, 3rd ed. (2013); Vehtari et al., Bayesian Analysis 16 (2021) 667.
 *
 * @returns NaN where the values do not vary, or there are fewer than 4 steps
 */
export function splitRHat(values: Float64Array, walkers: number): number {
  const steps = values.length / walkers;
  const size = Math.floor(steps / 2);
  if (size < 2) return Number.NaN;
  const means: number[] = [];
  let within = 0;
  // Of an odd number of steps the middle one is left out.
  for (const from of [0, steps - size]) {
    for (let k = 0; k < walkers; k++) {
      let mean = 0;
      for (let step = 0; step < size; step++) mean += values[(from + step) * walkers + k]!;
      mean /= size;
      let squares = 0;
      for (let step = 0; step < size; step++) {
        const difference = values[(from + step) * walkers + k]! - mean;
        squares += difference * difference;
      }
      means.push(mean);
      within += squares / (size - 1);
    }
  }
  within /= means.length;
  const grandMean = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  const between = means.reduce((sum, mean) => sum + (mean - grandMean) * (mean - grandMean), 0) / (means.length - 1);
  return Math.sqrt((size - 1) / size + between / within);
}
