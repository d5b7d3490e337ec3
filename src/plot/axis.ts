/** How an axis is divided. */
export type AxisScale = 'log' | 'linear';

/** One axis: the values at its two ends and the pixels where they stand. */
export interface Axis {
  readonly scale: AxisScale;
  readonly min: number;
  readonly max: number;
  readonly minPixel: number;
  readonly maxPixel: number;
}

/** The pixel of a value; not finite where a logarithmic axis has no place for it. */
export function pixelOf(axis: Axis, value: number): number {
  const fraction =
    axis.scale === 'log'
      ? Math.log(value / axis.min) / Math.log(axis.max / axis.min)
      : (value - axis.min) / (axis.max - axis.min);
  return axis.minPixel + fraction * (axis.maxPixel - axis.minPixel);
}

/** The value at a pixel. */
export function valueAt(axis: Axis, pixel: number): number {
  const fraction = (pixel - axis.minPixel) / (axis.maxPixel - axis.minPixel);
  return axis.scale === 'log'
    ? axis.min * (axis.max / axis.min) ** fraction
    : axis.min + fraction * (axis.max - axis.min);
}

/** Whether a value stands on the axis, ends included. */
export function isOnAxis(axis: Axis, value: number): boolean {
  return value >= axis.min && value <= axis.max;
}

/** Pixels that one decade takes on a logarithmic axis. */
export function pixelsPerDecade(axis: Axis): number {
  return Math.abs(axis.maxPixel - axis.minPixel) / Math.log10(axis.max / axis.min);
}
