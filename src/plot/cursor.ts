import { type Axis, isOnAxis, pixelOf } from './axis.ts';
import type { DataPoint } from './dataPoints.ts';
import { contains, type Rectangle } from './geometry.ts';

/** The bin whose point stands nearest to a pixel on the horizontal axis; null without a point on the axis. */
export function nearestBin(points: readonly DataPoint[], axis: Axis, pixel: number): number | null {
  let nearest: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  points.forEach(({ energy_GeV }, index) => {
    const away = Math.abs(pixelOf(axis, energy_GeV) - pixel);
    if (isOnAxis(axis, energy_GeV) && away < distance) {
      nearest = index;
      distance = away;
    }
  });
  return nearest;
}

/** The next bin in a direction that stands on the axis, or the same one at the end. */
export function stepBin(points: readonly DataPoint[], axis: Axis, index: number, steps: number): number {
  const shown = points.flatMap(({ energy_GeV }, bin) => (isOnAxis(axis, energy_GeV) ? [bin] : []));
  const place = shown.findIndex((bin) => bin >= index);
  const start = place === -1 ? shown.length - 1 : place;
  return shown[Math.min(Math.max(start + steps, 0), shown.length - 1)] ?? index;
}

/**
 * Where a card goes so that it stays in the frame and never covers its point.
 *
 * It stands beside the cursor line at the top of the frame, on the right if there is room, else on the left; where
 * neither side is wide enough it goes above or below the point.
 *
 * @param point the point with its error bar and the ring around it
 */
export function placeCard(
  point: Rectangle,
  card: { readonly width: number; readonly height: number },
  frame: Rectangle,
  gap: number,
): { readonly x: number; readonly y: number } {
  const middle = point.x + point.width / 2;
  const right = point.x + point.width + gap;
  const left = point.x - gap - card.width;
  const top = frame.y + gap;
  const inFrame = (x: number) => Math.min(Math.max(x, frame.x), frame.x + frame.width - card.width);
  const candidates = [
    { x: right, y: top },
    { x: left, y: top },
    { x: inFrame(middle - card.width / 2), y: point.y - gap - card.height },
    { x: inFrame(middle - card.width / 2), y: point.y + point.height + gap },
  ];
  const fitting = candidates.find((place) => contains(frame, { ...place, ...card }));
  if (fitting !== undefined) return fitting;
  // Nothing fits in the frame: leave the frame rather than cover the point.
  return right + card.width <= frame.x + frame.width || frame.x + frame.width - right >= middle - frame.x
    ? { x: right, y: top }
    : { x: left, y: top };
}
