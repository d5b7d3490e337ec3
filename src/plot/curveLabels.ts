import type { CurvePixels } from './curvePath.ts';
import { contains, overlap, type Rectangle } from './geometry.ts';

/** A curve that wants its name beside it. */
export interface LabelRequest {
  readonly key: string;
  readonly curve: CurvePixels;
  readonly width: number;
  readonly height: number;
}

/** Where a name stands: the middle of its box. */
export interface LabelPlace {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly side: 'above' | 'below';
}

/** Distances that a label may keep from its own curve, px; the larger one steps over points and their bars. */
const GAPS = [3, 10] as const;
/** Least distance to every other curve and point, px. */
const CLEARANCE = 4;
/** More room than this does not make a place better, px. */
const ENOUGH_ROOM = 36;
/** How much better a new place must be before a label jumps during a drag, px of room. */
const LOYALTY = 14;
/** Preference for the right end, where the curves of sources stand highest, px of room from end to end. */
const RIGHTWARDS = 6;
/** Candidates along a curve. */
const CANDIDATES = 40;

const PLACEMENTS = GAPS.flatMap((gap) => [['above', gap] as const, ['below', gap] as const]);

interface Candidate extends LabelPlace {
  readonly box: Rectangle;
  readonly score: number;
}

/** First place in a rising list at or after a value. */
function lowerBound(list: Float64Array, value: number): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? Number.NaN) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Pixel of a curve at a place between its points. */
function heightAt({ x, y }: CurvePixels, place: number): number {
  const after = lowerBound(x, place);
  const right = x[after] ?? Number.NaN;
  if (right === place) return y[after] ?? Number.NaN;
  const left = x[after - 1] ?? Number.NaN;
  const part = (place - left) / (right - left);
  return (y[after - 1] ?? Number.NaN) * (1 - part) + (y[after] ?? Number.NaN) * part;
}

/** Lowest and highest pixel of a curve within a horizontal stretch; null where it has none. */
function extent(curve: CurvePixels, from: number, to: number): readonly [number, number] | null {
  const ends = [heightAt(curve, from), heightAt(curve, to)].filter(Number.isFinite);
  let low = Math.min(...ends);
  let high = Math.max(...ends);
  const last = lowerBound(curve.x, to);
  for (let index = lowerBound(curve.x, from); index < last; index++) {
    const value = curve.y[index] ?? Number.NaN;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/** Vertical room between a box and another curve, negative where they cross. */
function roomBeside(box: Rectangle, curve: CurvePixels): number {
  const span = extent(curve, box.x, box.x + box.width);
  if (span === null) return ENOUGH_ROOM;
  return Math.max(box.y - span[1], span[0] - (box.y + box.height));
}

function grow(box: Rectangle, by: number): Rectangle {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

function candidatesFor(
  request: LabelRequest,
  others: readonly CurvePixels[],
  obstacles: readonly Rectangle[],
  frame: Rectangle,
  previous: LabelPlace | undefined,
): Candidate[] {
  const candidates: Candidate[] = [];
  const { width, height, curve } = request;
  const step = (frame.width - width) / CANDIDATES;
  for (let number = 0; number <= CANDIDATES; number++) {
    const left = frame.x + number * step;
    const own = extent(curve, left, left + width);
    if (own === null) continue;
    for (const [side, gap] of PLACEMENTS) {
      const top = side === 'above' ? own[0] - gap - height : own[1] + gap;
      const box = { x: left, y: top, width, height };
      if (!contains(frame, grow(box, CLEARANCE))) continue;
      const guarded = grow(box, CLEARANCE);
      if (obstacles.some((obstacle) => overlap(guarded, obstacle))) continue;
      const room = Math.min(ENOUGH_ROOM, ...others.map((other) => roomBeside(box, other)));
      if (room < CLEARANCE) continue;
      const x = left + width / 2;
      // Steep stretches read badly: the name hangs at one corner of its box.
      const steepness = own[1] - own[0];
      const isNear = previous?.side === side && Math.abs(previous.x - x) < step / 2;
      const toTheRight = (RIGHTWARDS * (left - frame.x)) / frame.width;
      const score = room - 0.25 * steepness + (side === 'above' ? 4 : 0) - gap + toTheRight + (isNear ? LOYALTY : 0);
      candidates.push({ key: request.key, x, y: top + height / 2, side, box, score });
    }
  }
  return candidates;
}

/**
 * Places for the names of the curves, one by one in the given order; a name without a free place is left out.
 *
 * A name touches its own curve, no other curve, no obstacle and no other name, and keeps its former place while that is
 * nearly as good as the best.
 */
export function placeCurveLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Rectangle[],
  frame: Rectangle,
  previous: readonly LabelPlace[],
): LabelPlace[] {
  const taken: Rectangle[] = [...obstacles];
  const places: LabelPlace[] = [];
  for (const request of requests) {
    const others = requests.filter((other) => other !== request).map(({ curve }) => curve);
    const former = previous.find(({ key }) => key === request.key);
    let best: Candidate | null = null;
    for (const candidate of candidatesFor(request, others, taken, frame, former)) {
      if (best === null || candidate.score > best.score) best = candidate;
    }
    if (best === null) continue;
    taken.push(best.box);
    places.push({ key: best.key, x: best.x, y: best.y, side: best.side });
  }
  return places;
}
