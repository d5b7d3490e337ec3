/** What a fit found, in words: verdict and findings, each with the sign it carries. */
import type { ErrorAnalysis } from '../fit/errors.ts';
import type { Minimum } from '../fit/leastSquares.ts';
import { parameterInWords } from '../model/describe.ts';
import { UNIT_TEXT } from '../model/parameters.ts';
import { parameterAt } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Finding, GoodnessOfFit, StartsReadout } from './analysisTypes.ts';

/** From this correlation on, two parameters say almost the same thing. */
const NEARLY_DEGENERATE = 0.95;
/** p-values outside this range deserve a word. */
const ORDINARY_P_VALUES = [0.01, 0.99] as const;

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** A number of a parameter with its unit. */
function withUnit(scenario: Scenario, path: string, value: number): string {
  const parameter = parameterAt(scenario, path);
  const unit = parameter && parameter.kind !== 'choice' ? UNIT_TEXT[parameter.unit] : '';
  return `${short(value)}${unit ? ` ${unit}` : ''}`;
}

/** What a fit has to work with. */
export interface FitSize {
  /** Paths of the free parameters. */
  readonly paths: readonly string[];
  /** Experiments whose energy scale is fitted, after the free parameters. */
  readonly scales: readonly string[];
  readonly points: number;
}

const TOO_FEW_POINTS = 'No fit: fewer points than free parameters';

/** The heading of the report. */
export function verdictOf(
  { paths, points }: FitSize,
  minimum: Minimum,
  errors: ErrorAnalysis,
): { valid: boolean; verdict: string } {
  const invalid = (verdict: string) => ({ valid: false, verdict });
  if (minimum.reason === 'not finite') return invalid('No minimum: the model cannot be computed here');
  if (!minimum.converged) return invalid('No minimum: the search did not converge');
  const free = paths.filter((_, i) => minimum.atBound[i] === null).length;
  if (free > points) return invalid(TOO_FEW_POINTS);
  if (free === 0) return invalid('No fit: every free parameter sits at a limit');
  if (errors.unconstrained.length > 0) return invalid('Minimum, but not every parameter is determined');
  if (!errors.positiveDefinite) return invalid('Minimum without errors: the curvature is not positive');
  return { valid: true, verdict: 'Valid minimum' };
}

/** Verdict and finding of a fit that was not begun, since its points cannot determine what is free. */
export function tooFewPoints(
  { paths, points }: FitSize,
  tables: readonly string[],
  [low, high]: readonly [number, number],
): { valid: false; verdict: string; findings: Finding[] } {
  const names = tables.join(', ');
  const text =
    points === 0
      ? `The energy range, ${low} to ${high} GeV, holds no point of ${names}: widen it.`
      : `The energy range, ${low} to ${high} GeV, holds ${points === 1 ? '1 point' : `${points} points`} of ${names} for ${paths.length} free parameters: widen it or free fewer.`;
  const verdict = points === 0 ? 'No fit: the energy range holds no point' : TOO_FEW_POINTS;
  return { valid: false, verdict, findings: [{ state: 'bad', text }] };
}

/** A free parameter or an energy scale in words. */
function placeInWords(scenario: Scenario, { paths, scales }: FitSize, place: number): string {
  const path = paths[place];
  return path === undefined ? `energy scale of ${scales[place - paths.length]}` : parameterInWords(scenario, path);
}

/** MINUIT's goal for the expected distance (James & Roos, Computer Physics Communications 10 (1975) 343). */
const GOAL = 2e-4;

function distanceInWords(distance: number): string {
  return distance <= GOAL ? `below ${GOAL} in χ²` : `${distance.toPrecision(1)} in χ²`;
}

function convergence(minimum: Minimum): Finding {
  if (minimum.converged) {
    return {
      state: 'good',
      text: `Converged in ${minimum.iterations} steps, ${minimum.evaluations} evaluations; expected distance to the minimum ${distanceInWords(minimum.estimatedDistance)}.`,
    };
  }
  const cause = {
    'iteration limit': `it was still falling after ${minimum.iterations} steps; start closer or free fewer parameters`,
    'no progress': 'no step lowers χ² any more; start elsewhere or free fewer parameters',
    'not finite': 'the model gives no number at the start; change the values',
    converged: '',
  }[minimum.reason];
  return { state: 'bad', text: `Not converged: ${cause}.` };
}

function bounds(scenario: Scenario, { paths }: FitSize, minimum: Minimum): Finding[] {
  const held = paths.flatMap((path, i): Finding[] => {
    const side = minimum.atBound[i];
    if (!side) return [];
    const limit = withUnit(scenario, path, minimum.best[i] as number);
    return [
      {
        state: 'warn',
        text: `The ${parameterInWords(scenario, path)} sits at its ${side} limit, ${limit}: it is held there and has no error.`,
      },
    ];
  });
  return held.length > 0 ? held : [{ state: 'good', text: 'No parameter at a limit.' }];
}

function covarianceFindings(scenario: Scenario, size: FitSize, errors: ErrorAnalysis): Finding[] {
  const findings: Finding[] = errors.unconstrained.map((i) => ({
    state: 'bad',
    text: `The data say nothing about the ${placeInWords(scenario, size, i)}: fix it.`,
  }));
  if (!errors.positiveDefinite) {
    findings.push({ state: 'bad', text: 'The second derivatives are not positive definite: there are no errors.' });
  } else if (errors.indices.length > 0) {
    findings.push({ state: 'good', text: 'Covariance from the full second derivatives, positive definite.' });
  }
  errors.correlation.forEach((row, a) => {
    row.slice(0, a).forEach((correlation, b) => {
      if (Math.abs(correlation) < NEARLY_DEGENERATE) return;
      const [one, other] = [b, a].map((k) => placeInWords(scenario, size, errors.indices[k] as number));
      findings.push({
        state: 'warn',
        text: `The ${one} and the ${other} are nearly degenerate (correlation ${correlation.toFixed(3)}).`,
      });
    });
  });
  return findings;
}

function goodness(fit: GoodnessOfFit): Finding[] {
  const { pValue } = fit;
  if (pValue === null) return [{ state: 'warn', text: 'No degrees of freedom are left: the fit proves nothing.' }];
  if (pValue < ORDINARY_P_VALUES[0]) {
    return [
      {
        state: 'warn',
        text: `The model does not describe the data: χ² this high has a probability of ${pValue.toExponential(1)}.`,
      },
    ];
  }
  return pValue > ORDINARY_P_VALUES[1]
    ? [{ state: 'warn', text: `χ² is lower than chance allows (p = ${pValue.toFixed(4)}), as with correlated errors.` }]
    : [{ state: 'good', text: `χ² is what chance allows (p = ${pValue.toFixed(3)}).` }];
}

/** What became of the starts of a fit from many. */
function startFindings(starts: StartsReadout | null): Finding[] {
  if (starts === null || starts.count < 2) return [];
  const { count, same, others, failed } = starts;
  const reached = others.reduce((sum, other) => sum + other.starts, 0);
  const elsewhere = others.map(({ chi2 }) => short(chi2)).join(', ');
  const parts = [
    `${same} of ${count} starts reached this minimum`,
    ...(reached > 0 ? [`${reached} ended in higher ones (χ² ${elsewhere})`] : []),
    ...(failed > 0 ? [`${failed} did not converge`] : []),
  ];
  return [{ state: same > 1 ? 'good' : 'warn', text: `${parts.join(', ')}.` }];
}

/** Everything worth saying about a fit, in reading order. */
export function findingsOf(
  scenario: Scenario,
  size: FitSize,
  minimum: Minimum,
  errors: ErrorAnalysis,
  fit: GoodnessOfFit,
  starts: StartsReadout | null,
): Finding[] {
  return [
    convergence(minimum),
    ...startFindings(starts),
    ...covarianceFindings(scenario, size, errors),
    ...bounds(scenario, size, minimum),
    ...goodness(fit),
  ];
}
