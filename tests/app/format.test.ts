import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { editText, formatChi2, formatNumber, spokenNumber } from '../../src/app/format/number.ts';
import { formatMeasurement, pdgPlace, roundMeasurement } from '../../src/app/format/pdg.ts';
import { readNumber } from '../../src/app/format/readNumber.ts';
import { symbolParts } from '../../src/app/format/symbol.ts';
import { spokenUnit, withUnit } from '../../src/app/format/units.ts';
import { speak } from '../../src/app/words/words.ts';
import { UNIT_TEXT, type Unit } from '../../src/model/parameters.ts';

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
  });

  // Powers of ten are shifted in the text of the number, so that no rounding enters.
  it.each([
    ['0.25 kpc', 'pc', 250],
    ['0.3 kpc', 'pc', 300],
    ['250pc', 'pc', 250],
    ['4500 pc', 'kpc', 4.5],
    ['0.342 Myr', 'kyr', 342],
    ['342000 yr', 'kyr', 342],
    ['5 TeV', 'GeV', 5000],
    ['1.3e3 gev', 'GeV', 1300],
    ['0.6 GV', 'MV', 600],
    ['2 nG', 'uG', 0.002],
    ['3 μG', 'uG', 3],
    ['1e24 m²/s', 'cm2_s', 1e28],
    ['1.3 × 10²⁴ m^2 s^-1', 'cm2_s', 1.3e28],
    ['0.4 GeV/cm3', 'GeV_cm3', 0.4],
    ['1.23 / TeV', 'per_TeV', 1.23],
    ['0.00123 GeV⁻¹', 'per_TeV', 1.23],
    ['1e-3 1/(GeV m² s sr)', 'flux', 1e-3],
    ['1e-7 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹', 'flux', 1e-3],
    ['30 %', 'none', 0.3],
  ] as const)('%s is converted into the unit %s of the field: %s', (text, unit, value) => {
    expect(readNumber(text, unit, 'p', 'x')).toBe(value);
  });

  it.each([
    // Julian years, IAU parsec, exact to the rounding of the doubles.
    ['3.26156377716743 ly', 'pc', 1],
    ['206264.806247096 AU', 'pc', 1],
    ['1 GeV/s', 'erg_s', 1 / 624.1509074],
    ['0.1 kpc2/Myr', 'cm2_s', (0.1 * 3.0856775814913673e21 ** 2) / 3.15576e13],
  ] as const)('%s is converted into %s with the constants of the model', (text, unit, value) => {
    expect(readNumber(text, unit, 'p', 'x') / value).toBeCloseTo(1, 12);
  });

  it.each([
    [
      '3 GeV',
      'pc',
      '“3 GeV” is in GeV, but distance is in pc; type the number in pc, or in another unit of the same kind.',
    ],
    ['600 MeV', 'MV', '“600 MeV” is in MeV, but distance is in MV;'],
    ['3 pc', 'none', '“3 pc” has a unit, but distance is a number without one; type the number alone.'],
    ['3 parsecs', 'pc', '“3 parsecs” has “parsecs” after the number, which is no unit that is known here;'],
    ['3 pc/', 'pc', '“3 pc/” has “pc/” after the number'],
    ['3 (pc', 'pc', '“3 (pc” is not a number'],
  ] as const)('%s for a field in %s is refused in one sentence', (text, unit, sentence) => {
    expect(() => readNumber(text, unit, 'p', 'distance')).toThrow(sentence);
    expect(() => readNumber(text, unit, 'p', 'distance')).toThrow(/^(?!.*\.\s).*\.$/);
  });

  it('with every unit of the declaration behind them are read back', () => {
    for (const unit of Object.keys(UNIT_TEXT) as Unit[]) {
      expect(readNumber(withUnit('1.3e28', unit), unit, 'p', 'x')).toBe(1.3e28);
      expect(readNumber(withUnit('2.00 × 10²⁸', unit), unit, 'p', 'x')).toBe(2e28);
    }
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

describe('in Italian', () => {
  afterEach(() => speak('en'));

  it('numbers, units and what is wrong with them are said', async () => {
    await speak('it');
    expect(`${spokenNumber(2.5e26)} ${spokenUnit('cm2_s')}`).toBe('2.5 per 10 alla 26 centimetri quadrati al secondo');
    expect(spokenNumber(-6.8e-5)).toBe('meno 6.8 per 10 alla meno 5');
    expect(readNumber('0.25 kpc', 'pc', 'p', 'distanza')).toBe(250);
    expect(() => readNumber('3 GeV', 'pc', 'p', 'distanza')).toThrow('“3 GeV” è in GeV, ma distanza si misura in pc;');
  });
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
