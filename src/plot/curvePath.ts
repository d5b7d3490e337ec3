import { type Axis, pixelOf } from './axis.ts';

/** A curve in pixels; points that have no place on the axis hold NaN. */
export interface CurvePixels {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Pixels of energies on the horizontal axis. */
export function energyPixels(energies_GeV: Float64Array, axis: Axis): Float64Array {
  return energies_GeV.map((energy) => pixelOf(axis, energy));
}

/**
 * Pixels of values on the vertical axis.
 *
 * Non-positive values have none on a logarithmic axis. Values far outside are held two panel heights away, since a dash
 * pattern along a line to 10⁻³⁰⁰ would cost more than the rest of the picture.
 */
export function valuePixels(values: Float64Array, axis: Axis): Float64Array {
  const height = Math.abs(axis.maxPixel - axis.minPixel);
  const top = Math.min(axis.maxPixel, axis.minPixel) - 2 * height;
  const bottom = Math.max(axis.maxPixel, axis.minPixel) + 2 * height;
  return values.map((value) => {
    if (!Number.isFinite(value) || (axis.scale === 'log' && value <= 0)) return Number.NaN;
    return Math.min(Math.max(pixelOf(axis, value), top), bottom);
  });
}

/** An SVG path through the pixels, broken where the curve has none. */
export function linePath({ x, y }: CurvePixels): string {
  let path = '';
  let isDown = false;
  for (let index = 0; index < x.length; index++) {
    const px = x[index] ?? Number.NaN;
    const py = y[index] ?? Number.NaN;
    if (Number.isFinite(px) && Number.isFinite(py)) {
      path += `${isDown ? 'L' : 'M'}${Math.round(px * 10) / 10} ${Math.round(py * 10) / 10}`;
      isDown = true;
    } else {
      isDown = false;
    }
  }
  return path;
}
