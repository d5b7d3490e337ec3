import { type Axis, isOnAxis, pixelOf } from './axis.ts';
import type { DataPoint } from './dataPoints.ts';
import { type PointShape, pointPath } from './tableShapes.ts';

/** The residual panel as SVG paths, one per look. */
export interface ResidualMarks {
  /** Bars of ±1 σ. */
  readonly bars: string;
  readonly pointsInFit: string;
  readonly pointsOutside: string;
  /** Triangles at the edge for pulls beyond the axis. */
  readonly edgesInFit: string;
  readonly edgesOutside: string;
}

const round = (pixel: number) => Math.round(pixel * 10) / 10;

function triangle(x: number, edge: number, direction: 1 | -1, size: number): string {
  const base = edge + direction * size * 2;
  return `M${round(x)} ${round(edge + direction)}L${round(x - size)} ${round(base)}H${round(x + size)}Z`;
}

/**
 * Points of the residual panel, (data − model) / σ with bars of length 1.
 *
 * A pull beyond the axis becomes a triangle at the edge that points at it, so that no residual vanishes.
 */
export function residualMarks(
  points: readonly DataPoint[],
  pulls: ArrayLike<number>,
  inFit: readonly boolean[],
  energyAxis: Axis,
  pullAxis: Axis,
  radius: number,
  shape: PointShape = 'circle',
): ResidualMarks {
  const marks = { bars: '', pointsInFit: '', pointsOutside: '', edgesInFit: '', edgesOutside: '' };
  const top = pullAxis.maxPixel;
  const bottom = pullAxis.minPixel;
  points.forEach(({ energy_GeV }, index) => {
    const pull = pulls[index] ?? Number.NaN;
    if (!isOnAxis(energyAxis, energy_GeV) || !Number.isFinite(pull)) return;
    const x = pixelOf(energyAxis, energy_GeV);
    const isIn = inFit[index] === true;
    if (!isOnAxis(pullAxis, pull)) {
      marks[isIn ? 'edgesInFit' : 'edgesOutside'] +=
        pull > 0 ? triangle(x, top, 1, radius * 1.2) : triangle(x, bottom, -1, radius * 1.2);
      return;
    }
    const upper = Math.max(pixelOf(pullAxis, pull + 1), top);
    const lower = Math.min(pixelOf(pullAxis, pull - 1), bottom);
    marks.bars += `M${round(x)} ${round(upper)}V${round(lower)}`;
    marks[isIn ? 'pointsInFit' : 'pointsOutside'] += pointPath(shape, x, pixelOf(pullAxis, pull), radius);
  });
  return marks;
}
