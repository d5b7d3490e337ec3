import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keySteps,
  type SliderParameter,
  steppedValue,
  TRACK_STEPS,
  trackPosition,
  valueAtTrack,
} from '../../src/app/controls/sliderScale.ts';
import type { NullableNumberParameter, NumberParameter } from '../../src/model/parameters.ts';
import { placedParameters } from '../../src/model/paths.ts';
import { presets } from '../../src/model/presets/presets.ts';

const declared = presets.flatMap(({ scenario }) =>
  placedParameters(scenario)
    .map(({ parameter }) => parameter)
    .filter((parameter): parameter is NumberParameter | NullableNumberParameter => parameter.kind !== 'choice'),
);
const anyParameter = fc.constantFrom(...declared);
const D0: SliderParameter = { slider: [1e25, 1e30], scale: 'log', range: [1e22, 1e32] };
const index: SliderParameter = { slider: [1, 3], scale: 'linear', range: [0, 5] };

describe('the track', () => {
  it('has the middle of a logarithmic slider at the geometric mean', () => {
    expect(trackPosition(D0, 10 ** 27.5)).toBeCloseTo(500, 9);
    expect(valueAtTrack(D0, 500)).toBe(3.16e27);
  });

  it('ends exactly at the declared ends', () => {
    fc.assert(
      fc.property(anyParameter, (parameter) => {
        expect(valueAtTrack(parameter, 0)).toBe(parameter.slider[0]);
        expect(valueAtTrack(parameter, TRACK_STEPS)).toBe(parameter.slider[1]);
        expect(trackPosition(parameter, parameter.range[0])).toBeGreaterThanOrEqual(0);
        expect(trackPosition(parameter, parameter.range[1])).toBeLessThanOrEqual(TRACK_STEPS);
      }),
    );
  });

  it('gives back the position of a value within one step', () => {
    // Values are rounded to what the track resolves, so the way back may differ by less than one of its 1000 steps.
    fc.assert(
      fc.property(anyParameter, fc.integer({ min: 0, max: TRACK_STEPS }), (parameter, position) => {
        expect(Math.abs(trackPosition(parameter, valueAtTrack(parameter, position)) - position)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never goes down when the knob goes up, nor outside the slider', () => {
    fc.assert(
      fc.property(anyParameter, fc.integer({ min: 0, max: TRACK_STEPS - 1 }), (parameter, position) => {
        const [here, next] = [valueAtTrack(parameter, position), valueAtTrack(parameter, position + 1)];
        expect(next).toBeGreaterThanOrEqual(here);
        expect(here).toBeGreaterThanOrEqual(parameter.slider[0]);
        expect(next).toBeLessThanOrEqual(parameter.slider[1]);
      }),
    );
  });

  it('holds every preset value where it can be seen', () => {
    for (const { scenario } of presets) {
      for (const { parameter } of placedParameters(scenario)) {
        if (parameter.kind !== 'choice') expect(parameter.slider[0]).toBeLessThan(parameter.slider[1]);
      }
    }
  });
});

describe('keyboard steps', () => {
  it('are 1 % of a linear track, a tenth with Shift, ten with Page', () => {
    expect(steppedValue(index, 2, 1)).toBeCloseTo(2.02, 12);
    expect(steppedValue(index, 2, 0.1)).toBeCloseTo(2.002, 12);
    expect(steppedValue(index, 2, -10)).toBeCloseTo(1.8, 12);
  });

  it('are 1 % of a decade on a logarithmic track', () => {
    expect(steppedValue(D0, 1e28, 1)).toBeCloseTo(1.023e28, -20);
    expect(steppedValue(D0, 1e28, 10)).toBeCloseTo(1.259e28, -20);
    expect(steppedValue(D0, 1e28, 100)).toBe(1e29);
  });

  it('always move, and never leave the range', () => {
    fc.assert(
      fc.property(
        anyParameter,
        fc.integer({ min: 1, max: TRACK_STEPS - 1 }),
        fc.constantFrom(-10, -1, -0.1, 0.1, 1, 10),
        (parameter, position, steps) => {
          const value = valueAtTrack(parameter, position);
          const next = steppedValue(parameter, value, steps);
          expect(Math.sign(next - value)).toBe(Math.sign(steps));
          expect(next).toBeGreaterThanOrEqual(parameter.slider[0]);
          expect(next).toBeLessThanOrEqual(parameter.slider[1]);
        },
      ),
    );
  });

  it('go on outside the slider from a typed value, up to the physical range', () => {
    expect(steppedValue(D0, 5e30, 1)).toBeGreaterThan(5e30);
    expect(steppedValue(D0, 9.9e31, 10)).toBe(1e32);
  });

  it.each([
    ['ArrowRight', false, 1],
    ['ArrowDown', true, -0.1],
    ['PageUp', false, 10],
    ['PageDown', true, -1],
    ['Home', false, 'start'],
    ['End', false, 'end'],
    ['Tab', false, null],
  ] as const)('%s (Shift %s) means %s', (key, shift, steps) => {
    expect(keySteps(key, shift)).toBe(steps);
  });
});
