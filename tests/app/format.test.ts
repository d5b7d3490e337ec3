import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editText, formatChi2, formatNumber, spokenNumber } from '../../src/app/format/number.ts';
import { formatMeasurement, pdgPlace, roundMeasurement } from '../../src/app/format/pdg.ts';
import { readNumber } from '../../src/app/format/readNumber.ts';
import { symbolParts } from '../../src/app/format/symbol.ts';

describe('a value in a field', () => {
  it.each([
    [2e28, '2.00 × 10²⁸'],
    [2.3456e28, '2.346 × 10²⁸'],
    [1e5, '1.00 × 10⁵'],
    [99_999, '1.00 × 10⁵'],
    [12_345, '12350'],
    [250, '250'],
    [1100, '1100'],
    [2.225, '2.225'],
    [2.22549, '2.225'],
    [0.33, '0.33'],
    [0.001, '0.001'],
    [6.8e-5, '6.80 × 10⁻⁵'],
    [1e-16, '1.00 × 10⁻¹⁶'],
    [-0.5, '−0.5'],
    [0, '0'],
  ])('%s reads %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [2e28, '2.00e28'],
    [1.23456789e28, '1.23456789e28'],
    [1e-16, '1.00e-16'],
    [250, '250'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('%s is edited as %s', (value, text) => {
    expect(editText(value)).toBe(text);
  });

  it('is read back to the very same number after editing nothing', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // −0 and 0 are the same value of every parameter.
        expect(readNumber(editText(value), 'none', 'p', 'x') + 0).toBe(value + 0);
      }),
    );
  });

  it.each([
    [2e28, '2 times 10 to the 28'],
    [6.8e-5, '6.8 times 10 to the minus 5'],
    [250, '250'],
    [-0.5, 'minus 0.5'],
  ])('%s is spoken as %s', (value, words) => {
    expect(spokenNumber(value)).toBe(words);
  });

  it.each([
    [35.008, '35.0'],
    [193.2, '193'],
    [99.96, '100'],
    [1234.5, '1235'],
  ])('χ² %s reads %s', (chi2, text) => {
    expect(formatChi2(chi2)).toBe(text);
  });
});

describe('typed numbers', () => {
  it.each([
    ['1.3e28', 1.3e28],
    ['1.3E+28', 1.3e28],
    [' 1.3 × 10²⁸ ', 1.3e28],
    ['1.3x10^28', 1.3e28],
    ['1.3 * 10^-5', 1.3e-5],
    ['6.80 × 10⁻⁵', 6.8e-5],
    ['10^28', 1e28],
    ['10²⁸', 1e28],
    ['.5', 0.5],
    ['5.', 5],
    ['−2', -2],
    ['+2', 2],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text, 'none', 'p', 'x')).toBe(value);
  });

  it('may carry the unit of their parameter', () => {
    expect(readNumber('250 pc', 'pc', 'p', 'distance')).toBe(250);
    expect(readNumber('2.00 × 10²⁸ cm² s⁻¹', 'cm2_s', 'p', 'D')).toBe(2e28);
    expect(() => readNumber('250 kpc', 'pc', 'p', 'distance')).toThrow('“250 kpc” is not a number');
  });

  it('with a decimal comma are refused with the spelling to use', () => {
    expect(() => readNumber('1,3e28', 'none', 'p', 'x')).toThrow(
      '“1,3e28” has a comma; write the decimal point as a point, 1.3e28 for instance.',
    );
  });

  it.each(['', '   ', 'abc', '0x10', '1e', '1.2.3', 'NaN', 'Infinity', '1 2', '--1', '1e5.5'])(
    '“%s” is refused in one sentence',
    (text) => {
      expect(() => readNumber(text, 'none', 'p', 'efficiency')).toThrow(/^(?!.*\.\s).*\.$/);
    },
  );
});

describe('PDG rounding', () => {
  // The three examples that the rule itself gives: 0.827 ± 0.119, 0.827 ± 0.367 and 14.674 ± 0.964.
  it.each([
    [0.827, 0.119, '0.83 ± 0.12'],
    [0.827, 0.367, '0.8 ± 0.4'],
    [14.674, 0.964, '14.7 ± 1.0'],
    [2.22468, 0.0303, '2.225 ± 0.030'],
    [1.49, 0.16, '1.49 ± 0.16'],
    [5230, 1234, '5200 ± 1200'],
    [3928, 2382, '3900 ± 2400'],
    [-12.3456, 0.5, '−12.3 ± 0.5'],
    [2.0123e28, 3.4e26, '(2.012 ± 0.034) × 10²⁸'],
    [6.81e-5, 4.9e-6, '(6.8 ± 0.5) × 10⁻⁵'],
    [0.0001, 0.02, '0.000 ± 0.020'],
  ])('%s ± %s reads %s', (value, error, text) => {
    expect(formatMeasurement(value, error)).toBe(text);
  });

  it('shows the value alone where there is no error', () => {
    expect(formatMeasurement(1.5, null)).toBe('1.5');
    expect(formatMeasurement(1.5, 0)).toBe('1.5');
    expect(formatMeasurement(1.5, Number.NaN)).toBe('1.5');
  });

  it('moves a value by less than a sixth of its error', () => {
    // One digit is kept from 355 on: half a unit of it is at most 50/355 of the error.
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (error, value) => {
          const text = roundMeasurement(value, error);
          const shown = Number(text.value.replace('−', '-')) * 10 ** text.exponent;
          expect(Math.abs(shown - value)).toBeLessThanOrEqual((50 / 355) * error * 1.01 + 1e-9 * Math.abs(value));
        },
      ),
    );
  });

  it.each([
    [0.354, -2],
    [0.355, -1],
    [0.949, -1],
    [0.95, -1],
    [1, -1],
    [999, 2],
  ])('keeps the place 10^n of an error %s: n = %s', (error, place) => {
    expect(pdgPlace(error)).toBe(place);
  });
});

describe('symbols', () => {
  it.each([
    ['E_c', 'E', 'c'],
    ['η', 'η', ''],
    ['1/E_s', '1/E', 's'],
    ['φ_e+', 'φ', 'e+'],
  ])('%s is %s with index “%s”', (symbol, base, index) => {
    expect(symbolParts(symbol)).toEqual({ base, index });
  });
});
