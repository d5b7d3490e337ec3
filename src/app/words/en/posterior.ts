/** The Posterior tab, in English. */

import type { PriorInForce } from '../../../analysis/inferenceTypes.ts';
import type { ConvergenceCheck } from '../../../fit/posterior/convergence.ts';

const ofParameters = (count: number) => (count === 1 ? '1 parameter' : `${count} parameters`);

/** How a run stands, beside what the program says of it in English. */
export interface Standing {
  readonly english: string;
  readonly steps: number;
  readonly ended: 'converged' | 'limit' | null;
  readonly check: ConvergenceCheck;
}

export const posterior = {
  // Start
  nothingFree: 'Nothing is free: open the padlock of at least one parameter.',
  plan: (walkers: number, parameters: number) =>
    `An ensemble of ${walkers} walkers samples ${ofParameters(parameters)} around the best fit, until it has converged or is as long as allowed.`,
  sample: 'Sample',
  atMost: 'at most',
  stepsAtMost: 'steps at most',
  stepLimit: (steps: number) => `${steps} steps`,
  seed: 'seed',

  // A run
  fittingFirst: 'Fitting first: the walkers start around the best values.',
  noFit: 'There is no fit that the walkers could start from.',
  sampling: 'Sampling',
  pause: 'Pause',
  cancel: 'Cancel',
  resume: 'Resume',
  twiceAsLong: 'Go on, twice as long',
  discard: 'Discard',
  steps: 'steps',
  acceptance: 'acceptance',
  acceptanceHelp: 'part of the proposed steps that were taken; 0.2 to 0.5 is usual',
  autocorrelation: 'autocorrelation',
  autocorrelationHelp: 'autocorrelation time: steps after which a walker has forgotten where it was',
  rHatHelp: 'split R-hat, the largest of all parameters; below 1.01 the walkers agree',
  /** How the run ended or stands. */
  standing: ({ english }: Standing) => english,
  /** What the last look at the chain says, while it grows. */
  look: ({ words }: ConvergenceCheck) => words,

  // Files
  chain: 'Chain:',
  saveRun: 'Save run',
  saveRunHelp: 'everything that is needed to go on later, here or with geminga sample --resume',
  loadRun: 'Load a run …',
  savedRun: 'Saved run',
  tooLarge: (file: string, bytes: number) =>
    `${file} has ${bytes} bytes, too many for a saved run; choose another file.`,

  // Priors
  priors: 'Priors',
  prior: (english: string, _prior: PriorInForce, _unit: string) => english,

  // Another scenario
  ofAnother: 'This posterior is of another scenario than the present one.',
  openScenario: 'Open its scenario',
  scenarioOfPosterior: 'scenario of the posterior',

  // Picture and tables
  corner: (names: string) =>
    `Corner plot of ${names}: histograms, and regions of 39, 68 and 95 %. The table below has the numbers.`,
  summary: 'Medians and 68 % intervals',
  parameter: 'Parameter',
  median: 'Median',
  interval: '68 % interval',
  convergenceHelp: 'autocorrelation time, steps; split R-hat',
  correlations: 'Correlation of the parameters over the draws',
  histogramOf: (name: string) => `Draws of ${name} by the bins of the histogram`,
  from: (head: string) => `from: ${head}`,
  to: 'to',
  partOfDraws: 'part of the draws, %',
};
export type PosteriorWords = typeof posterior;
