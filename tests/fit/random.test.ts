import { describe, expect, test } from 'vitest';
import { Random } from '../../src/fit/random.ts';

const host = { log: Math.log };

describe('the generator', () => {
  test('is xoshiro128**: first words from the state 1, 2, 3, 4', () => {
    const random = new Random([1, 2, 3, 4]);
    // 2 * 5 = 10, turned by 7 bits 1280, times 9; the state then is 7, 0, 1026, 12288.
    expect([random.word(), random.word(), random.word(), random.word()]).toEqual([11520, 0, 5927040, 70819200]);
  });

  test('goes on from its state, through JSON', () => {
    const random = Random.seeded(5);
    random.word();
    const copy = new Random(JSON.parse(JSON.stringify(random.state)));
    expect(Array.from({ length: 5 }, () => copy.uniform())).toEqual(Array.from({ length: 5 }, () => random.uniform()));
  });

  test('gives unrelated sequences for neighbouring seeds', () => {
    const first = Array.from({ length: 1000 }, (_, seed) => Random.seeded(seed).uniform());
    expect(new Set(first).size).toBe(1000);
    const mean = first.reduce((sum, value) => sum + value, 0) / 1000;
    const lagged = first.slice(1).reduce((sum, value, k) => sum + (value - mean) * (first[k]! - mean), 0) / 999;
    // Standard errors 1 / sqrt(12 000) and 1 / 12 / sqrt(1000); four of them.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.037);
    expect(Math.abs(lagged)).toBeLessThan(0.011);
  });

  test('is uniform between 0 and 1, and over integers', () => {
    const random = Random.seeded(1);
    const bins = new Array<number>(10).fill(0);
    for (let k = 0; k < 1e5; k++) bins[Math.floor(10 * random.uniform())]! += 1;
    const counts = new Array<number>(7).fill(0);
    for (let k = 0; k < 7e4; k++) counts[random.below(7)]! += 1;
    // 10 000 expected in each, with a standard error of 95; four of them.
    for (const count of [...bins, ...counts]) expect(Math.abs(count - 1e4)).toBeLessThan(380);
  });

  test('has normal numbers of mean 0, variance 1 and fourth moment 3', () => {
    const random = Random.seeded(2);
    const sums = [0, 0, 0];
    const draws = 1e5;
    for (let k = 0; k < draws; k++) {
      const value = random.normal(host);
      sums[0]! += value / draws;
      sums[1]! += value ** 2 / draws;
      sums[2]! += value ** 4 / draws;
    }
    // Four standard errors: sqrt(1, 2, 96) / sqrt(draws).
    expect(Math.abs(sums[0]!)).toBeLessThan(0.0127);
    expect(Math.abs(sums[1]! - 1)).toBeLessThan(0.018);
    expect(Math.abs(sums[2]! - 3)).toBeLessThan(0.124);
  });

  test('refuses seeds that are no integers of 32 bits', () => {
    for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => Random.seeded(seed)).toThrow('an integer from 0');
    expect(() => new Random([0, 0, 0, 0])).toThrow('The state of the generator is zero');
  });
});
