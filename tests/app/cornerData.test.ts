import { describe, expect, it } from 'vitest';
import { columnOf, histogram, PROBABILITIES, rangeOf, regions } from '../../src/app/posterior/cornerData.ts';
import { Random } from '../../src/fit/random.ts';

/** Sum of twelve even numbers less six: close to a normal one, and the same on every machine. */
function normals(count: number, seed: number): Float64Array {
  const random = Random.seeded(seed);
  const one = () => Array.from({ length: 12 }, () => random.word() / 2 ** 32).reduce((sum, value) => sum + value, -6);
  return Float64Array.from({ length: count }, one);
}

const area = (line: readonly (readonly [number, number])[]) =>
  line.slice(1).reduce((sum, [x, y], k) => sum + ((line[k]?.[0] ?? 0) * y - x * (line[k]?.[1] ?? 0)) / 2, 0);

describe('the data of the corner plot', () => {
  it('encloses 39, 68 and 95 % of a round Gaussian by the areas of their circles', () => {
    const [x, y] = [normals(40_000, 1), normals(40_000, 2)];
    const found = regions(x, y, [-4, 4], [-4, 4], 28);
    found.forEach(({ probability, lines }, k) => {
      expect(probability).toBe(PROBABILITIES[k]);
      const circle = -2 * Math.PI * Math.log(1 - probability);
      // Two passes of smoothing over bins of 0.29 standard deviations widen the density by 8 %; the rest is counting.
      expect(lines.reduce((sum, line) => sum + area(line), 0) / circle).toBeGreaterThan(0.9);
      expect(lines.reduce((sum, line) => sum + area(line), 0) / circle).toBeLessThan(1.2);
    });
  });

  it('takes one column of many, thinned evenly', () => {
    const values = Float64Array.from({ length: 30 }, (_, k) => k);
    expect([...columnOf(values, 3, 1, 5)]).toEqual([1, 7, 13, 19, 25]);
    expect([...columnOf(values, 3, 2, 100)]).toHaveLength(10);
  });

  it('counts every value of the range, its upper end too', () => {
    const { heights, parts } = histogram(Float64Array.of(0, 0.1, 0.6, 1), [0, 1], 2);
    expect(heights).toEqual([1, 1]);
    expect(parts).toEqual([0.5, 0.5]);
  });

  it('makes a range even of a parameter that does not move', () => {
    const [low, high] = rangeOf(Float64Array.of(3, 3, 3));
    expect(low).toBeLessThan(3);
    expect(high).toBeGreaterThan(3);
  });
});
