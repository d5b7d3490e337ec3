/** The numerical error of what is shown, in words. */
import type { Evaluation } from '../analysis/analysisTypes.ts';
import { superscript } from '../plot/numberText.ts';
import { pageWords } from './pageWords.ts';

/** From here on an error is said in per cent. */
const PER_CENT_FROM = 1e-3;

/** Largest estimated numerical error of the total over the points in the fit, relative; null where none is known. */
export function largestNumericalError({ comparison }: Pick<Evaluation, 'comparison'>): number | null {
  const { relativeError } = comparison.model;
  let largest: number | null = null;
  relativeError?.forEach((error, i) => {
    if (comparison.inFit[i]) largest = Math.max(largest ?? 0, error);
  });
  return largest;
}

/** A positive number rounded up to one digit: what is said to be at most this is at most this. */
function roundedUp(value: number): { digit: number; exponent: number } {
  const [mantissa = '0', exponent = '0'] = value.toExponential(6).split('e');
  const digit = Math.ceil(Number(mantissa));
  return digit === 10 ? { digit: 1, exponent: Number(exponent) + 1 } : { digit, exponent: Number(exponent) };
}

/** `≤ 2 × 10⁻⁷`, `≤ 0.4 %`, or that there is only rounding. */
export function numericalErrorText(error: number): string {
  if (!(error > 0)) return pageWords().roundingOnly;
  const { digit, exponent } = roundedUp(error);
  if (error < PER_CENT_FROM) return `≤ ${digit} × 10${superscript(exponent)}`;
  return `≤ ${Number(`${digit}e${exponent + 2}`)} %`;
}
