/** What a fit found, in words: verdict and findings, each with the sign it carries. */
import type { ErrorAnalysis } from '../fit/errors.ts';
import type { Minimum } from '../fit/leastSquares.ts';
import { type ParameterName, parameterName } from '../model/describe.ts';
import { UNIT_TEXT } from '../model/parameters.ts';
import { parameterAt } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Finding, GoodnessOfFit, StartsReadout } from './analysisTypes.ts';
import { finding } from './findingSentences.ts';
import { VERDICTS } from './verdicts.ts';

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

/** The heading of the report. */
export function verdictOf(
  { paths, points }: FitSize,
  minimum: Minimum,
  errors: ErrorAnalysis,
): { valid: boolean; verdict: string } {
  const invalid = (verdict: string) => ({ valid: false, verdict });
  if (minimum.reason === 'not finite') return invalid(VERDICTS.notComputed);
  if (!minimum.converged) return invalid(VERDICTS.notConverged);
  const free = paths.filter((_, i) => minimum.atBound[i] === null).length;
  if (free > points) return invalid(VERDICTS.fewPoints);
  if (free === 0) return invalid(VERDICTS.allAtLimits);
  if (errors.unconstrained.length > 0) return invalid(VERDICTS.undetermined);
  if (!errors.positiveDefinite) return invalid(VERDICTS.notPositive);
  return { valid: true, verdict: VERDICTS.valid };
}

/** Verdict and finding of a fit that was not begun, since its points cannot determine what is free. */
export function tooFewPoints(
  { paths, points }: FitSize,
  tables: readonly string[],
  [low, high]: readonly [number, number],
): { valid: false; verdict: string; findings: Finding[] } {
  const verdict = points === 0 ? VERDICTS.noPoint : VERDICTS.fewPoints;
  const found =
    points === 0
      ? finding('bad', 'noPoint', low, high, tables)
      : finding('bad', 'fewPoints', low, high, points, tables, paths.length);
  return { valid: false, verdict, findings: [found] };
}

/** The name of a free parameter or of an energy scale. */
function placeName(scenario: Scenario, { paths, scales }: FitSize, place: number): ParameterName {
  const path = paths[place];
  if (path !== undefined) return parameterName(scenario, path);
  return { label: 'energy scale', owner: { kind: 'one', name: scales[place - paths.length] as string } };
}

/** MINUIT's goal for the expected distance (James & Roos, Computer Physics Communications 10 (1975) 343). */
const GOAL = 2e-4;

function convergence({ converged, reason, iterations, evaluations, estimatedDistance }: Minimum): Finding {
  if (reason !== 'converged' && !converged) return finding('bad', 'notConverged', reason, iterations);
  return estimatedDistance <= GOAL
    ? finding('good', 'convergedWithin', iterations, evaluations, GOAL)
    : finding('good', 'converged', iterations, evaluations, estimatedDistance.toPrecision(1));
}

function bounds(scenario: Scenario, { paths }: FitSize, minimum: Minimum): Finding[] {
  const held = paths.flatMap((path, i): Finding[] => {
    const side = minimum.atBound[i];
    if (!side) return [];
    const limit = withUnit(scenario, path, minimum.best[i] as number);
    return [finding('warn', 'atLimit', parameterName(scenario, path), side, limit)];
  });
  return held.length > 0 ? held : [finding('good', 'noneAtLimit')];
}

function covarianceFindings(scenario: Scenario, size: FitSize, errors: ErrorAnalysis): Finding[] {
  const findings = errors.unconstrained.map((i) => finding('bad', 'unconstrained', placeName(scenario, size, i)));
  if (!errors.positiveDefinite) findings.push(finding('bad', 'notPositive'));
  else if (errors.indices.length > 0) findings.push(finding('good', 'positive'));
  errors.correlation.forEach((row, a) => {
    row.slice(0, a).forEach((correlation, b) => {
      if (Math.abs(correlation) < NEARLY_DEGENERATE) return;
      const name = (k: number) => placeName(scenario, size, errors.indices[k] as number);
      findings.push(finding('warn', 'degenerate', name(b), name(a), correlation.toFixed(3)));
    });
  });
  return findings;
}

function goodness({ pValue }: GoodnessOfFit): Finding {
  if (pValue === null) return finding('warn', 'noFreedom');
  if (pValue < ORDINARY_P_VALUES[0]) return finding('warn', 'highChi2', pValue.toExponential(1));
  return pValue > ORDINARY_P_VALUES[1]
    ? finding('warn', 'lowChi2', pValue.toFixed(4))
    : finding('good', 'ordinaryChi2', pValue.toFixed(3));
}

/** What became of the starts of a fit from many. */
function startFindings(starts: StartsReadout | null): Finding[] {
  if (starts === null || starts.count < 2) return [];
  const { count, same, others, failed } = starts;
  const elsewhere = others.reduce((sum, other) => sum + other.starts, 0);
  const chi2 = others.map((other) => short(other.chi2));
  return [finding(same > 1 ? 'good' : 'warn', 'starts', count, same, elsewhere, chi2, failed)];
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
    goodness(fit),
  ];
}
