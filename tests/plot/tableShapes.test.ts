import { describe, expect, it } from 'vitest';
import { pointPath, tableLook } from '../../src/plot/tableShapes.ts';

describe('points of several tables', () => {
  it('differ in shape and tone together, the first from all, the others among twelve', () => {
    const looks = Array.from({ length: 13 }, (_, place) => tableLook(place)).map(
      ({ shape, tone }) => `${shape} ${tone}`,
    );
    expect(new Set(looks).size).toBe(13);
    expect(tableLook(0)).toEqual({ shape: 'circle', tone: 0 });
    expect(tableLook(13)).toEqual(tableLook(1));
    // Neighbours in the legend share neither.
    for (let place = 1; place < 12; place++) {
      expect(tableLook(place).shape).not.toBe(tableLook(place + 1).shape);
      expect(tableLook(place).tone).not.toBe(tableLook(place + 1).tone);
    }
  });

  it('are closed paths around their place', () => {
    for (const shape of ['square', 'diamond', 'triangle-up', 'triangle-down'] as const) {
      const path = pointPath(shape, 100, 50, 2);
      expect(path).toMatch(/^M.*Z$/);
      const numbers = path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
      const xs = numbers.filter((_, index) => index % 2 === 0);
      // Corners stand on both sides of the middle, as far to the left as to the right.
      expect(Math.min(...xs) + Math.max(...xs)).toBeCloseTo(200, 6);
    }
    expect(pointPath('circle', 100, 50, 3)).toBe('M97 50a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z');
  });
});
