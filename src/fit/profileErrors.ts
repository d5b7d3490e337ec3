/** Asymmetric errors of every parameter from profile likelihood. */
import type { LeastSquaresProblem, Minimum } from './leastSquares.ts';
import { type ProfileEnd, type ProfileProgress, profileEnd, type Side } from './profile.ts';

/** Errors of one parameter; null on a side where the interval has no end. */
export interface ProfileErrors {
  readonly index: number;
  readonly best: number;
  readonly lower: ProfileEnd;
  readonly upper: ProfileEnd;
  /** Distance from the best value down to the lower end, > 0. */
  readonly errorBelow: number | null;
  /** Distance from the best value up to the upper end, > 0. */
  readonly errorAbove: number | null;
}

/** Errors of all parameters asked for. */
export interface ProfileErrorAnalysis {
  readonly parameters: ProfileErrors[];
  /**
   * The lowest place that any profile met, if below the minimum: a fit from there is due before errors mean anything.
   */
  readonly newMinimum: ProfileEnd['lowerPlace'];
}

/** A place on the profile of one of the parameters. */
export interface ProfileErrorProgress extends ProfileProgress {
  readonly index: number;
}

/** The errors of one parameter from the two ends of its interval. */
export function profileErrorsFrom(
  minimum: Minimum,
  index: number,
  lower: ProfileEnd,
  upper: ProfileEnd,
): ProfileErrors {
  const best = minimum.best[index]!;
  return {
    index,
    best,
    lower,
    upper,
    errorBelow: lower.value === null ? null : best - lower.value,
    errorAbove: upper.value === null ? null : upper.value - best,
  };
}

/** The lowest of the places below the minimum that profiles met; null if there is none. */
export function newMinimumOf(parameters: readonly ProfileErrors[]): ProfileEnd['lowerPlace'] {
  let lowest: ProfileEnd['lowerPlace'] = null;
  for (const { lower, upper } of parameters) {
    for (const { lowerPlace } of [lower, upper]) {
      if (lowerPlace !== null && !(lowest !== null && lowest.chi2 <= lowerPlace.chi2)) lowest = lowerPlace;
    }
  }
  return lowest;
}

/**
 * Errors of the parameters of `indices` (all unless stated): where chi2, minimised over the others, is deltaChi2 above
 * its minimum. Yields after every minimisation.
 *
 * A pool gets the same by one `profileEnd` per parameter and side, `profileErrorsFrom` and `newMinimumOf`.
 */
export function* profileErrors(
  problem: LeastSquaresProblem,
  minimum: Minimum,
  indices: readonly number[] = Array.from(minimum.best, (_, i) => i),
  deltaChi2 = 1,
): Generator<ProfileErrorProgress, ProfileErrorAnalysis> {
  const parameters: ProfileErrors[] = [];
  for (const index of indices) {
    const ends: ProfileEnd[] = [];
    for (const side of ['lower', 'upper'] as const) {
      const search = profileEnd(problem, minimum, index, side, deltaChi2);
      for (;;) {
        const next = search.next();
        if (next.done) {
          ends.push(next.value);
          break;
        }
        yield { index, ...next.value };
      }
    }
    parameters.push(profileErrorsFrom(minimum, index, ends[0]!, ends[1]!));
  }
  return { parameters, newMinimum: newMinimumOf(parameters) };
}

/** What is to be said of one end of an interval; null if it is an ordinary one. */
export function profileEndInWords(end: Pick<ProfileEnd, 'outcome'>, side: Side): string | null {
  const direction = side === 'lower' ? 'below' : 'above';
  switch (end.outcome) {
    case 'crossed':
      return null;
    case 'bound':
      return `no error ${direction}: its ${side} limit comes first`;
    case 'no rise':
      return `no error ${direction}: χ² does not rise enough however far it goes`;
    case 'edge':
      return `the error ${direction} ends where the model cannot be computed`;
  }
}
