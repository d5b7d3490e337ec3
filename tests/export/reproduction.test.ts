import { describe, expect, it } from 'vitest';
import { reproductionOf } from '../../src/export/reproduction.ts';
import { spectrum } from './fixtures.ts';

describe('numbers of a file against those that are computed again', () => {
  it('are the same to the last bit, the sign of zero included', () => {
    expect(reproductionOf(spectrum, structuredClone(spectrum))).toEqual({ values: 12, differing: 0, largest: 0 });
    const zero = { total: Float64Array.of(0), components: [] };
    expect(reproductionOf(zero, { total: Float64Array.of(-0), components: [] })).toMatchObject({ differing: 1 });
  });

  it('differ by the last bit of one of them', () => {
    const total = Float64Array.of(1);
    const again = Float64Array.of(1 + Number.EPSILON);
    expect(reproductionOf({ total, components: [] }, { total: again, components: [] })).toEqual({
      values: 1,
      differing: 1,
      largest: Number.EPSILON,
    });
  });

  it('are missing where a component or an energy is not there again', () => {
    const fewer = { ...spectrum, components: spectrum.components.slice(0, 1) };
    expect(reproductionOf(spectrum, fewer)).toEqual({ values: 12, differing: 4, largest: Number.POSITIVE_INFINITY });
    // A file without components is held against the total alone.
    expect(reproductionOf({ ...spectrum, components: [] }, spectrum)).toEqual({ values: 4, differing: 0, largest: 0 });
  });
});
