import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coolingTicks, energyOfCoolingTime } from '../../src/plot/coolingAxis.ts';
import { nearestBin, placeCard, stepBin } from '../../src/plot/cursor.ts';
import { dataPoints } from '../../src/plot/dataPoints.ts';
import { binEdges, moveEnd, stepEnd } from '../../src/plot/fitRange.ts';
import { overlap } from '../../src/plot/geometry.ts';
import { sixBins, smallEvaluation, threeDecades } from './fixtures.ts';

const edges = binEdges(sixBins());
const points = dataPoints(sixBins(), 'E3');

describe('the flags of the fit range', () => {
  it('know every edge once', () => {
    expect(edges).toEqual([1, 3, 10, 30, 100, 300, 1000]);
  });

  it('snap to the edge that looks nearest on the logarithmic axis', () => {
    expect(moveEnd(edges, [10, 1000], 'lower', 18)).toEqual([30, 1000]);
    expect(moveEnd(edges, [10, 1000], 'lower', 17)).toEqual([10, 1000]);
    expect(moveEnd(edges, [10, 1000], 'upper', 1e9)).toEqual([10, 1000]);
  });

  it('leave at least one bin between them', () => {
    expect(moveEnd(edges, [10, 100], 'lower', 900)).toEqual([30, 100]);
    expect(moveEnd(edges, [10, 100], 'upper', 0.01)).toEqual([10, 30]);
    expect(stepEnd(edges, [30, 100], 'lower', 1)).toEqual([30, 100]);
  });

  it('step from edge to edge by keys, also from a range that is on no edge', () => {
    expect(stepEnd(edges, [10, 1000], 'lower', 1)).toEqual([30, 1000]);
    expect(stepEnd(edges, [10, 1000], 'lower', -1)).toEqual([3, 1000]);
    expect(stepEnd(edges, [12, 1000], 'lower', -1)).toEqual([10, 1000]);
    expect(stepEnd(edges, [10, 1000], 'upper', -2)).toEqual([10, 100]);
    expect(stepEnd(edges, [10, 1000], 'lower', Number.NEGATIVE_INFINITY)).toEqual([1, 1000]);
    expect(stepEnd(edges, [10, 1000], 'lower', Number.POSITIVE_INFINITY)).toEqual([300, 1000]);
  });

  it('never cross or leave the edges, whatever is done to them', () => {
    const moves = fc.record({ end: fc.constantFrom('lower', 'upper'), steps: fc.integer({ min: -9, max: 9 }) });
    fc.assert(
      fc.property(fc.array(moves), (list) => {
        let range: [number, number] = [10, 1000];
        for (const { end, steps } of list) range = stepEnd(edges, range, end as 'lower' | 'upper', steps);
        expect(range[0]).toBeLessThan(range[1]);
        expect(edges).toContain(range[0]);
        expect(edges).toContain(range[1]);
      }),
    );
  });
});

describe('the cursor', () => {
  it('stays at the bin whose point is nearest in pixels', () => {
    expect(nearestBin(points, threeDecades, 117)).toBe(2);
    expect(nearestBin(points, threeDecades, -50)).toBe(0);
    expect(nearestBin(points, threeDecades, 900)).toBe(5);
  });

  it('skips bins that the axis does not show', () => {
    const narrow = { ...threeDecades, min: 2 };
    expect(nearestBin(points, narrow, 0)).toBe(1);
    expect(stepBin(points, narrow, 1, -1)).toBe(1);
    expect(nearestBin([], threeDecades, 10)).toBeNull();
  });

  it('walks by keys and stops at the ends', () => {
    expect(stepBin(points, threeDecades, 2, 1)).toBe(3);
    expect(stepBin(points, threeDecades, 2, Number.NEGATIVE_INFINITY)).toBe(0);
    expect(stepBin(points, threeDecades, 4, 10)).toBe(5);
  });
});

describe('the card at the cursor', () => {
  const frame = { x: 40, y: 50, width: 600, height: 400 };

  it('stands on the right of the cursor, on the left near the right end', () => {
    expect(placeCard({ x: 100, y: 200, width: 10, height: 10 }, { width: 180, height: 90 }, frame, 8)).toEqual({
      x: 118,
      y: 58,
    });
    expect(placeCard({ x: 600, y: 200, width: 10, height: 10 }, { width: 180, height: 90 }, frame, 8)).toEqual({
      x: 412,
      y: 58,
    });
  });

  it('goes below or above the point where the frame is too narrow for either side', () => {
    const phone = { x: 30, y: 30, width: 200, height: 200 };
    const point = { x: 125, y: 60, width: 10, height: 10 };
    const place = placeCard(point, { width: 180, height: 90 }, phone, 8);
    expect(place.y).toBeGreaterThanOrEqual(70);
  });

  it('never covers its point, wherever that is and however large the card', () => {
    const size = fc.integer({ min: 20, max: 700 });
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 630 }),
        fc.integer({ min: 50, max: 430 }),
        fc.integer({ min: 2, max: 200 }),
        size,
        size,
        (x, y, height, width, cardHeight) => {
          const point = { x, y, width: 10, height };
          const card = { width, height: cardHeight };
          expect(overlap({ ...placeCard(point, card, frame, 8), ...card }, point)).toBe(false);
        },
      ),
    );
  });
});

describe('the upper axis', () => {
  const { curve, coolingTime_kyr } = smallEvaluation();

  it('finds the energy whose cooling time is the age of the pulsar', () => {
    // The times fall as 3e5 kyr / E, a straight line in logarithms: only rounding remains.
    expect(energyOfCoolingTime(curve.energies_GeV, coolingTime_kyr, 342)).toBeCloseTo(3e5 / 342, 8);
    expect(energyOfCoolingTime(curve.energies_GeV, coolingTime_kyr, 1)).toBeNull();
    expect(energyOfCoolingTime(curve.energies_GeV, coolingTime_kyr, 0)).toBeNull();
    expect(
      energyOfCoolingTime(
        curve.energies_GeV,
        coolingTime_kyr.map(() => Number.NaN),
        342,
      ),
    ).toBeNull();
  });

  it('has ticks at round times, from long to short as the energy rises', () => {
    const ticks = coolingTicks(curve.energies_GeV, coolingTime_kyr, { ...threeDecades, maxPixel: 900 }, 11);
    expect(ticks.map(({ label }) => label)).toEqual([
      '200 Myr',
      '100 Myr',
      '50 Myr',
      '20 Myr',
      '10 Myr',
      '5 Myr',
      '2 Myr',
      '1 Myr',
      '500 kyr',
    ]);
    expect(ticks.every(({ x }, index) => index === 0 || x > (ticks[index - 1]?.x ?? 0))).toBe(true);
  });

  it('keeps the labels apart on a short axis, powers of ten first', () => {
    const ticks = coolingTicks(curve.energies_GeV, coolingTime_kyr, { ...threeDecades, maxPixel: 150 }, 11);
    expect(ticks.length).toBe(9);
    expect(ticks.flatMap(({ label }) => label ?? [])).toEqual(['100 Myr', '10 Myr', '1 Myr']);
  });

  it('is empty without losses', () => {
    expect(
      coolingTicks(
        curve.energies_GeV,
        coolingTime_kyr.map(() => Number.POSITIVE_INFINITY),
        threeDecades,
        11,
      ),
    ).toEqual([]);
  });
});
