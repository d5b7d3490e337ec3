/** What a fit found, in words: verdict and findings, each with the sign it carries. */
import type { ErrorAnalysis } from '../fit/errors.ts';
import type { Minimum } from '../fit/leastSquares.ts';
import { parameterInWords } from '../model/describe.ts';
import { UNIT_TEXT } from '../model/parameters.ts';
import { parameterAt } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Finding, GoodnessOfFit } from './analysisTypes.ts';

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

/** The heading of the report. */
export function verdictOf(minimum: Minimum, errors: ErrorAnalysis): { valid: boolean; verdict: string } {
  if (minimum.reason === 'not finite')
    return { valid: false, verdict: 'No minimum: the model cannot be computed here' };
  if (!minimum.converged) return { valid: false, verdict: 'No minimum: the search did not converge' };
  if (errors.unconstrained.length > 0)
    return { valid: false, verdict: 'Minimum, but not every parameter is determined' };
  if (!errors.positiveDefinite)
    return { valid: false, verdict: 'Minimum without errors: the curvature is not positive' };
  return { valid: true, verdict: 'Valid minimum' };
}

function convergence(minimum: Minimum): Finding {
  if (minimum.converged) {
    return { state: 'good', text: `Converged in ${minimum.iterations} steps, ${minimum.evaluations} evaluations.` };
  }
  const cause = {
    'iteration limit': `it was still falling after ${minimum.iterations} steps; start closer or free fewer parameters`,
    'no progress': 'no step lowers χ² any more; start elsewhere or free fewer parameters',
    'not finite': 'the model gives no number at the start; change the values',
    converged: '',
  }[minimum.reason];
  return { state: 'bad', text: `Not converged: ${cause}.` };
}

function bounds(scenario: Scenario, paths: readonly string[], minimum: Minimum): Finding[] {
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

function covarianceFindings(scenario: Scenario, paths: readonly string[], errors: ErrorAnalysis): Finding[] {
  const findings: Finding[] = errors.unconstrained.map((i) => ({
    state: 'bad',
    text: `The data say nothing about the ${parameterInWords(scenario, paths[i] as string)}: fix it.`,
  }));
  if (!errors.positiveDefinite) {
    findings.push({ state: 'bad', text: 'The second derivatives are not positive definite: there are no errors.' });
  } else if (errors.indices.length > 0) {
    findings.push({ state: 'good', text: 'Covariance from the full second derivatives, positive definite.' });
  }
  errors.correlation.forEach((row, a) => {
    row.slice(0, a).forEach((correlation, b) => {
      if (Math.abs(correlation) < NEARLY_DEGENERATE) return;
      const [one, other] = [b, a].map((k) => parameterInWords(scenario, paths[errors.indices[k] as number] as string));
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

/** Everything worth saying about a fit, in reading order. */
export function findingsOf(
  scenario: Scenario,
  paths: readonly string[],
  minimum: Minimum,
  errors: ErrorAnalysis,
  fit: GoodnessOfFit,
): Finding[] {
  return [
    convergence(minimum),
    ...covarianceFindings(scenario, paths, errors),
    ...bounds(scenario, paths, minimum),
    ...goodness(fit),
  ];
}
