import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, pixelOf, valueAt } from '../../src/plot/axis.ts';
import { energyRange, fluxRange, residualLimit, stretchRange } from '../../src/plot/axisRange.ts';
import { dataPoints } from '../../src/plot/dataPoints.ts';
import { axisEnds, spectrumAxes } from '../../src/plot/spectrumAxes.ts';
import { linearTicks, logTicks, residualTicks } from '../../src/plot/ticks.ts';
import { sixBins, smallEvaluation, threeDecades } from './fixtures.ts';

const points = dataPoints(sixBins(), 'E3');
const labels = (ticks: { major: readonly { label: string }[] }) => ticks.major.map(({ label }) => label);

describe('an axis', () => {
  it('gives back the value whose pixel it gave', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.constantFrom('log', 'linear'), (value, scale) => {
        const axis = { scale, min: 1e-6, max: 1e6, minPixel: 400, maxPixel: 12 } as Axis;
        // Two rounded exponentials: a few units in the last place of 1e6 on the linear axis.
        expect(Math.abs(valueAt(axis, pixelOf(axis, value)) - value)).toBeLessThan(1e-9 * Math.max(value, 1));
      }),
    );
  });

  it('has equal room for each decade when logarithmic', () => {
    expect([1, 10, 100, 1000].map((value) => Math.round(pixelOf(threeDecades, value)))).toEqual([0, 100, 200, 300]);
  });
});

describe('ticks', () => {
  it('stand at 1, 2, 5 of each decade where there is room, with the other digits as small marks', () => {
    const ticks = logTicks(threeDecades, 30);
    expect(labels(ticks)).toEqual(['1', '2', '5', '10', '20', '50', '100', '200', '500', '1000']);
    expect(ticks.minor).toContain(300);
    expect(ticks.minor).not.toContain(200);
  });

  it('fall back to decades, then to every second decade, on a short axis', () => {
    expect(labels(logTicks(threeDecades, 35))).toEqual(['1', '10', '100', '1000']);
    expect(labels(logTicks({ ...threeDecades, maxPixel: 90 }, 40))).toEqual(['1', '100']);
  });

  it('count in powers of ten on an axis that reaches below 0.001', () => {
    const axis = { ...threeDecades, min: 1e-9, max: 1, maxPixel: 900 };
    expect(labels(logTicks(axis, 20))).toEqual([
      '10⁻⁹',
      '10⁻⁸',
      '10⁻⁷',
      '10⁻⁶',
      '10⁻⁵',
      '10⁻⁴',
      '10⁻³',
      '10⁻²',
      '10⁻¹',
      '10⁰',
    ]);
  });

  it('are round and evenly spaced on a linear axis', () => {
    const axis: Axis = { scale: 'linear', min: 0, max: 27, minPixel: 300, maxPixel: 0 };
    expect(labels(linearTicks(axis, 50))).toEqual(['0', '5', '10', '15', '20', '25']);
    expect(labels(linearTicks({ ...axis, max: 0.027 }, 50))).toEqual([
      '0.000',
      '0.005',
      '0.010',
      '0.015',
      '0.020',
      '0.025',
    ]);
  });

  it('of the residuals drop to zero alone where numbers would touch', () => {
    const axis: Axis = { scale: 'linear', min: -3.6, max: 3.6, minPixel: 100, maxPixel: 0 };
    expect(labels(residualTicks(axis, 12))).toEqual(['−2', '0', '+2']);
    expect(labels(residualTicks({ ...axis, minPixel: 30 }, 12))).toEqual(['0']);
  });
});

describe('the ranges of the axes', () => {
  it('go from 0.5 to 2000 GeV, from 2 GeV on a narrow plot, and farther only for farther data', () => {
    expect(energyRange(points, false)).toEqual([0.5, 2000]);
    expect(energyRange(points, true)).toEqual([2, 2000]);
    const far = dataPoints(sixBins({ binHigh_GeV: Float64Array.of(3, 10, 30, 100, 300, 4700) }), 'E3');
    expect(energyRange(far, false)).toEqual([0.5, 5000]);
  });

  it.each(['E3', 'E2', 'flux'] as const)('leave head room above every point of %s and hold them all', (quantity) => {
    const weighted = dataPoints(sixBins(), quantity);
    const [low, high] = fluxRange(weighted, quantity, 'log', [0.5, 2000]);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(Math.min(...weighted.map(({ value }) => value)));
    expect(high).toBeGreaterThan(Math.max(...weighted.map(({ value, error }) => value + error)));
    expect(fluxRange(weighted, quantity, 'linear', [0.5, 2000])[0]).toBe(0);
  });

  it('exist without any positive point', () => {
    const empty = dataPoints(sixBins({ flux: new Float64Array(6) }), 'E3');
    expect(fluxRange(empty, 'E3', 'log', [0.5, 2000])).toEqual([0.3, 3]);
  });

  it('stand still for a curve inside, step up for one that leaves, and let an absurd one go', () => {
    expect(stretchRange([0.3, 60], 'log', 59)).toEqual([0.3, 60]);
    expect(stretchRange([0.3, 60], 'log', 80)).toEqual([0.3, 100]);
    expect(stretchRange([0.3, 60], 'log', 85)).toEqual([0.3, 100]);
    expect(stretchRange([0.3, 60], 'log', 1e12)).toEqual([0.3, 60_000]);
    expect(stretchRange([0, 27], 'linear', 1e12)).toEqual([0, 135]);
    expect(stretchRange([0.3, 60], 'log', Number.NaN)).toEqual([0.3, 60]);
  });

  it('ignore what the curve does beyond the energies that are shown', () => {
    const curve = { energies_GeV: Float64Array.of(0.1, 100, 5000), total: Float64Array.of(1e9, 20, 1e9) };
    expect(axisEnds(points, 'E3', 'log', 700, 11, curve).fluxes[1]).toBeCloseTo(28, 10);
  });
});

describe('the residual axis', () => {
  const inFit = Array.from({ length: 20 }, () => true);
  const pulls = (size: number) => Array.from({ length: 20 }, () => size);

  it('takes the smallest limit that holds nine tenths of the fitted points', () => {
    expect(residualLimit([...pulls(2).slice(2), 50, -50], inFit, 3.6)).toBe(3.6);
    expect(residualLimit([...pulls(2).slice(3), 50, -50, 50], inFit, 3.6)).toBe(28);
    expect(residualLimit(pulls(-5), inFit, 3.6)).toBe(7);
  });

  it('looks at points in the fit only', () => {
    expect(residualLimit([...pulls(1), ...pulls(100)], [...inFit, ...inFit.map(() => false)], 3.6)).toBe(3.6);
  });

  it('grows at once and shrinks only with a quarter to spare', () => {
    expect(residualLimit(pulls(3.7), inFit, 3.6)).toBe(7);
    expect(residualLimit(pulls(3.5), inFit, 7)).toBe(7);
    expect(residualLimit(pulls(2.6), inFit, 7)).toBe(3.6);
  });
});

describe('the panels', () => {
  const axes = (width: number, height: number, fontSize = 11) =>
    spectrumAxes({
      points,
      quantity: 'E3',
      scale: 'log',
      width,
      height,
      fontSize,
      fluxRange: [0.3, 60],
      residualLimit: 3.6,
    });

  it.each([
    [718, 650],
    [700, 330],
    [390, 312],
    [200, 120],
  ])('stay inside a box of %i × %i and share the horizontal axis', (width, height) => {
    const { main, residual } = axes(width, height).geometry;
    expect(main.width).toBe(residual.width);
    expect(main.x).toBe(residual.x);
    expect(main.x + main.width).toBeLessThanOrEqual(width);
    expect(residual.y).toBeGreaterThan(main.y + main.height);
    expect(residual.y + residual.height).toBeLessThan(height);
  });

  it('grow their margins with the font, as the projector theme asks', () => {
    expect(axes(1400, 900, 18).geometry.main.y).toBeGreaterThan(axes(1400, 900, 11).geometry.main.y);
  });

  it('do not depend on a model that stays inside, so that nothing jumps during a drag', () => {
    const { curve } = smallEvaluation();
    const low = axisEnds(points, 'E3', 'log', 700, 11, { ...curve, total: curve.total.map(() => 5) });
    const high = axisEnds(points, 'E3', 'log', 700, 11, { ...curve, total: curve.total.map(() => 15) });
    expect(low).toEqual(high);
  });
});
