/** Whether a chain is long enough, and what to say of it. */
import { type Chain, valuesOf } from './chain.ts';
import { autocorrelationTime, splitRHat } from './diagnostics.ts';

/** What a chain must reach to count as converged. */
export const CONVERGED = {
  /** Steps after burn-in, in autocorrelation times. */
  length: 50,
  /** Split R-hat of every parameter stays below. */
  rHat: 1.01,
  /** The longest autocorrelation time changed by less than this part since the last look. */
  change: 0.05,
} as const;

/** Steps that are left out at the beginning, in autocorrelation times. */
const BURN_IN = 5;
/** The first look, and how much longer the chain must be for the next one. */
const FIRST_CHECK = 100;
const NEXT_CHECK = 1.2;

/** Steps without which there is nothing to look at. */
const SHORTEST = 4;

/** A look at the chain. Numbers that are not known are null. */
export interface ConvergenceCheck {
  /** Steps of the chain. */
  readonly step: number;
  /** Steps to leave out at the beginning: five autocorrelation times of the look before, at most half of the chain. */
  readonly burnIn: number;
  /** Of every parameter, in steps, after burn-in; null where it does not vary. */
  readonly autocorrelationTimes: readonly (number | null)[];
  /** Of every parameter, after burn-in; null where it does not vary. */
  readonly splitRHat: readonly (number | null)[];
  /** Whether chain, R-hat and autocorrelation time meet `CONVERGED`. */
  readonly converged: boolean;
  /** One sentence without the number of steps. */
  readonly words: string;
}

/** The step at which to look next; depends on the last look only. */
export function nextCheckStep(last: ConvergenceCheck | undefined): number {
  return last === undefined ? FIRST_CHECK : Math.ceil(NEXT_CHECK * last.step);
}

const largest = (values: readonly (number | null)[]): number | null =>
  values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((most, value) => Math.max(most, value!), 0);

/** The autocorrelation times and R-hat of a chain, and whether they suffice; `last` is the look before. */
export function checkConvergence(chain: Chain, last: ConvergenceCheck | undefined): ConvergenceCheck {
  const step = chain.positions.length;
  const walkers = chain.positions[0]?.length ?? 0;
  const parameters = Array.from(chain.positions[0]?.[0] ?? [], (_, i) => i);
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  // Without an earlier look nothing is known of how long the walkers remember where they began.
  const half = Math.floor(step / 2);
  const timeBefore = last === undefined ? null : largest(last.autocorrelationTimes);
  const burnIn = Math.min(timeBefore === null ? half : Math.ceil(BURN_IN * timeBefore), half);
  const values = parameters.map((i) => valuesOf(chain, i, burnIn));
  const autocorrelationTimes = values.map((ofOne) => known(autocorrelationTime(ofOne, walkers)));
  const rHats = values.map((ofOne) => known(splitRHat(ofOne, walkers)));
  const [time, rHat] = [largest(autocorrelationTimes), largest(rHats)];
  const verdict = judge(step - burnIn, time, timeBefore, rHat);
  return { step, burnIn, autocorrelationTimes, splitRHat: rHats, ...verdict };
}

function judge(
  steps: number,
  time: number | null,
  timeBefore: number | null,
  rHat: number | null,
): { converged: boolean; words: string } {
  if (steps < SHORTEST) return { converged: false, words: `A chain of ${steps} steps is too short to be judged.` };
  if (time === null || rHat === null) {
    return { converged: false, words: 'A parameter does not vary: no walker moves along it.' };
  }
  const length = steps / time;
  const said = `The chain is ${length.toFixed(0)} autocorrelation times long (${time.toFixed(0)} steps each), split R-hat at most ${rHat.toFixed(3)}`;
  const lacking = [
    ...(length > CONVERGED.length ? [] : [`${CONVERGED.length} autocorrelation times`]),
    ...(rHat < CONVERGED.rHat ? [] : [`R-hat below ${CONVERGED.rHat}`]),
    ...(timeBefore !== null && Math.abs(time - timeBefore) < CONVERGED.change * time
      ? []
      : [`an autocorrelation time that changes by less than ${100 * CONVERGED.change} %`]),
  ];
  return lacking.length === 0
    ? { converged: true, words: `${said}.` }
    : { converged: false, words: `${said}; still needed: ${lacking.join(', ')}.` };
}
