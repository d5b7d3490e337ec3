/** What a fit, a profile or a contour can find, one sentence each; other languages follow its shape. */

import type { ProfileEnd } from '../fit/profile.ts';
import { profileEndInWords } from '../fit/profileErrors.ts';
import { nameInWords, type ParameterName } from '../model/describe.ts';
import type { Finding } from './analysisTypes.ts';
import { type FindingValue, findingInWords } from './saidFinding.ts';

/** Why a search stopped before a minimum. */
type Failure = 'iteration limit' | 'no progress' | 'not finite';
type Side = 'lower' | 'upper';
/** How a profile ends that does not rise enough. */
type UnusualEnd = Exclude<ProfileEnd['outcome'], 'crossed'>;

const points = (count: number) => (count === 1 ? '1 point' : `${count} points`);

export const findingSentences = {
  converged: (steps: number, evaluations: number, distance: string) =>
    `Converged in ${steps} steps, ${evaluations} evaluations; expected distance to the minimum ${distance} in χ².`,
  convergedWithin: (steps: number, evaluations: number, goal: number) =>
    `Converged in ${steps} steps, ${evaluations} evaluations; expected distance to the minimum below ${goal} in χ².`,
  notConverged: (reason: Failure, steps: number) => {
    const cause = {
      'iteration limit': `it was still falling after ${steps} steps; start closer or free fewer parameters`,
      'no progress': 'no step lowers χ² any more; start elsewhere or free fewer parameters',
      'not finite': 'the model gives no number at the start; change the values',
    }[reason];
    return `Not converged: ${cause}.`;
  },
  starts: (count: number, same: number, elsewhere: number, chi2: readonly string[], failed: number) => {
    const parts = [
      `${same} of ${count} starts reached this minimum`,
      ...(elsewhere > 0 ? [`${elsewhere} ended in higher ones (χ² ${chi2.join(', ')})`] : []),
      ...(failed > 0 ? [`${failed} did not converge`] : []),
    ];
    return `${parts.join(', ')}.`;
  },
  unconstrained: (name: string) => `The data say nothing about the ${name}: fix it.`,
  notPositive: () => 'The second derivatives are not positive definite: there are no errors.',
  positive: () => 'Covariance from the full second derivatives, positive definite.',
  degenerate: (one: string, other: string, correlation: string) =>
    `The ${one} and the ${other} are nearly degenerate (correlation ${correlation}).`,
  atLimit: (name: string, side: Side, limit: string) =>
    `The ${name} sits at its ${side} limit, ${limit}: it is held there and has no error.`,
  noneAtLimit: () => 'No parameter at a limit.',
  noFreedom: () => 'No degrees of freedom are left: the fit proves nothing.',
  highChi2: (probability: string) =>
    `The model does not describe the data: χ² this high has a probability of ${probability}.`,
  lowChi2: (probability: string) => `χ² is lower than chance allows (p = ${probability}), as with correlated errors.`,
  ordinaryChi2: (probability: string) => `χ² is what chance allows (p = ${probability}).`,
  noPoint: (low_GeV: number, high_GeV: number, tables: readonly string[]) =>
    `The energy range, ${low_GeV} to ${high_GeV} GeV, holds no point of ${tables.join(', ')}: widen it.`,
  fewPoints: (low_GeV: number, high_GeV: number, count: number, tables: readonly string[], free: number) =>
    `The energy range, ${low_GeV} to ${high_GeV} GeV, holds ${points(count)} of ${tables.join(', ')} for ${free} free parameters: widen it or free fewer.`,
  samePositrons: (one: string, other: string) =>
    `${one} and ${other} hold positrons of the same experiment: where these are the same ones, χ² counts them twice and errors come out too small.`,
  deeperMinimum: (chi2: string, best: string) =>
    `A deeper minimum was met: χ² = ${chi2} instead of ${best}; fit again from there before using these errors.`,
  profileEnd: (name: string, side: Side, outcome: UnusualEnd) =>
    `The ${name}${outcome === 'edge' ? ':' : ' has'} ${profileEndInWords({ outcome }, side)}.`,
  regionCut: (one: string, other: string) => `The region of ${one} and ${other} is cut off by a limit.`,
  regionOpen: (one: string, other: string) =>
    `The region of ${one} and ${other} does not end; what is drawn is cut off.`,
};

export type FindingSentences = typeof findingSentences;

/** What a sentence takes; the name of a parameter stands in place of its words, which are another's in every language. */
type WithNames<Values extends readonly unknown[]> = {
  readonly [K in keyof Values]: Values[K] extends string ? Values[K] | ParameterName : Values[K];
};

/** A finding with its sentence in English. */
export function finding<Id extends keyof FindingSentences>(
  state: Finding['state'],
  id: Id,
  ...values: WithNames<Parameters<FindingSentences[Id]>>
): Finding {
  const said = { id, values: values as readonly FindingValue[] };
  return { state, text: findingInWords(findingSentences, said, nameInWords), said };
}
