import { describe, expect, it } from 'vitest';
import type { Axis } from '../../src/plot/axis.ts';
import { type LabelRequest, placeCurveLabels } from '../../src/plot/curveLabels.ts';
import { type CurvePixels, energyPixels, linePath, valuePixels } from '../../src/plot/curvePath.ts';
import { overlap, type Rectangle } from '../../src/plot/geometry.ts';
import { seriesOf, strongestSource } from '../../src/plot/series.ts';
import { smallEvaluation, threeDecades } from './fixtures.ts';

const fluxAxis: Axis = { scale: 'log', min: 1, max: 100, minPixel: 200, maxPixel: 0 };

describe('the path of a curve', () => {
  it('runs through the pixels of its points', () => {
    const x = energyPixels(Float64Array.of(1, 10, 100), threeDecades);
    expect(linePath({ x, y: valuePixels(Float64Array.of(1, 10, 100), fluxAxis) })).toBe('M0 200L100 100L200 0');
  });

  it('breaks where the flux has no logarithm, and starts again after it', () => {
    const x = energyPixels(Float64Array.of(1, 10, 100, 1000), threeDecades);
    const y = valuePixels(Float64Array.of(10, 0, Number.NaN, 10), fluxAxis);
    expect(linePath({ x, y })).toBe('M0 100M300 100');
  });

  it('draws zero on a linear axis', () => {
    const y = valuePixels(Float64Array.of(0, 50), { scale: 'linear', min: 0, max: 100, minPixel: 200, maxPixel: 0 });
    expect([...y]).toEqual([200, 100]);
  });

  it('stays within two panel heights for fluxes hundreds of decades down', () => {
    expect([...valuePixels(Float64Array.of(1e-300, 1e300), fluxAxis)]).toEqual([600, -400]);
  });
});

describe('the looks of the series', () => {
  it('differ between all components of a scenario with six pulsars, a source term and a diffuse term', () => {
    const flux = new Float64Array(0);
    const series = seriesOf([
      ...['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ name, kind: 'pulsar' as const, flux })),
      { name: 'source', kind: 'source-term' as const, flux },
      { name: 'diffuse', kind: 'diffuse-term' as const, flux },
    ]);
    expect(series[0]?.className).toBe('series-pulsar-1');
    expect(new Set(series.map(({ className }) => className)).size).toBe(series.length);
    expect(new Set(series.map(({ key }) => key)).size).toBe(series.length);
  });

  it('name the source with most of the flux, never the diffuse term', () => {
    const evaluation = smallEvaluation();
    expect(strongestSource(evaluation, 100)?.name).toBe('Geminga');
    const faint = evaluation.shares.map((entry) => ({
      ...entry,
      shares: entry.shares.map(({ name }) => ({ name, share: name === 'Geminga' ? 0 : 1 })),
    }));
    expect(strongestSource({ ...evaluation, shares: faint }, 100)).toBeNull();
  });
});

describe('the names beside the curves', () => {
  const frame: Rectangle = { x: 0, y: 0, width: 300, height: 200 };
  const line = (height: (x: number) => number): CurvePixels => {
    const x = Float64Array.from({ length: 101 }, (_, index) => index * 3);
    return { x, y: x.map(height) };
  };
  const request = (key: string, curve: CurvePixels): LabelRequest => ({ key, curve, width: 60, height: 12 });
  const box = ({ x, y }: { x: number; y: number }): Rectangle => ({ x: x - 30, y: y - 6, width: 60, height: 12 });
  const clears = (label: Rectangle, { x, y }: CurvePixels) =>
    x.every((px, index) => {
      const py = y[index] ?? Number.NaN;
      return px < label.x || px > label.x + label.width || py < label.y || py > label.y + label.height;
    });

  it('touch no curve, no point, no other name, and stay in the frame', () => {
    const rising = line((x) => 180 - 0.5 * x);
    const falling = line((x) => 30 + 0.5 * x);
    const points = Array.from({ length: 30 }, (_, index) => ({ x: 10 * index, y: 95, width: 4, height: 10 }));
    const places = placeCurveLabels([request('rising', rising), request('falling', falling)], points, frame, []);
    expect(places.map(({ key }) => key)).toEqual(['rising', 'falling']);
    const [one, two] = places.map(box) as [Rectangle, Rectangle];
    expect(overlap(one, two)).toBe(false);
    for (const label of [one, two]) {
      expect(clears(label, rising) && clears(label, falling)).toBe(true);
      expect(points.some((point) => overlap(label, point))).toBe(false);
      expect(label.y).toBeGreaterThanOrEqual(0);
      expect(label.y + label.height).toBeLessThanOrEqual(200);
    }
  });

  it('are left out where they would collide', () => {
    const crowded = Array.from({ length: 20 }, (_, index) => line(() => 10 * index));
    const places = placeCurveLabels(
      crowded.map((curve, index) => request(String(index), curve)),
      [],
      frame,
      [],
    );
    expect(places.length).toBeLessThan(crowded.length);
    expect(
      placeCurveLabels(
        [
          request(
            'a',
            line(() => 100),
          ),
        ],
        [frame],
        frame,
        [],
      ),
    ).toEqual([]);
  });

  it('are left out for a curve that never enters the frame', () => {
    expect(
      placeCurveLabels(
        [
          request(
            'a',
            line(() => 900),
          ),
        ],
        [],
        frame,
        [],
      ),
    ).toEqual([]);
    expect(
      placeCurveLabels(
        [
          request(
            'a',
            line(() => Number.NaN),
          ),
        ],
        [],
        frame,
        [],
      ),
    ).toEqual([]);
  });

  it('keep their place while a curve moves a little', () => {
    // Below is taken, above another curve tilts, so that the best place changes from one end to the other.
    const below = [{ x: 0, y: 108, width: 300, height: 92 }];
    const requests = (tilt: number) => [
      request(
        'a',
        line(() => 100),
      ),
      request(
        'b',
        line((x) => 70 + (tilt * (x - 150)) / 150),
      ),
    ];
    const right = placeCurveLabels(requests(-6), below, frame, []);
    const left = placeCurveLabels(requests(6), below, frame, []);
    expect(right[0]?.x).toBeGreaterThan(200);
    expect(left[0]?.x).toBeLessThan(100);
    expect(placeCurveLabels(requests(6), below, frame, right)[0]?.x).toBe(right[0]?.x);
  });
});
