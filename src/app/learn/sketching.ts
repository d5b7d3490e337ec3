/** A drawing hand: places evenly in log E that hold a flux or nothing. */
import type { PlotPoint } from '../../lessons/sketch.ts';
import type { Sketch } from '../state/classroom.ts';

/** Places of a drawn curve, so that a step of an arrow key is a small step. */
export const PLACES = 33;

/** The energy of a place, GeV. */
export function energyOfPlace([low, high]: Sketch['range_GeV'], place: number): number {
  return low * (high / low) ** (place / (PLACES - 1));
}

/** The place nearest to an energy, inside the range. */
export function placeOfEnergy([low, high]: Sketch['range_GeV'], energy_GeV: number): number {
  const place = Math.round((Math.log(energy_GeV / low) / Math.log(high / low)) * (PLACES - 1));
  return Math.min(Math.max(place, 0), PLACES - 1);
}

/** The point of a sketch at a place, if it was drawn there. */
export function pointAtPlace({ points, range_GeV }: Sketch, place: number): PlotPoint | undefined {
  return points.find(({ energy_GeV }) => placeOfEnergy(range_GeV, energy_GeV) === place);
}

/** A curve with one more point, which takes the place of the one that stood there. */
function withPoint(sketch: Sketch, point: PlotPoint): Sketch {
  const place = placeOfEnergy(sketch.range_GeV, point.energy_GeV);
  const others = sketch.points.filter(({ energy_GeV }) => placeOfEnergy(sketch.range_GeV, energy_GeV) !== place);
  const points = [...others, { energy_GeV: energyOfPlace(sketch.range_GeV, place), value: point.value }];
  return { ...sketch, points: points.sort((one, other) => one.energy_GeV - other.energy_GeV) };
}

/**
 * The sketch after the hand came to a point.
 *
 * @param from where the hand was before, on the same stroke; the places between are filled on a straight line in the logarithms
 */
export function drawTo(sketch: Sketch, to: PlotPoint, from: PlotPoint | null = null): Sketch {
  if (!(to.value > 0) || !sketch.isOpen) return sketch;
  const [low, high] = sketch.range_GeV;
  if (sketch.what === 'peak') {
    const energy_GeV = Math.min(Math.max(to.energy_GeV, low), high);
    return { ...sketch, points: [{ energy_GeV, value: to.value }] };
  }
  const end = placeOfEnergy(sketch.range_GeV, to.energy_GeV);
  const start = from === null ? end : placeOfEnergy(sketch.range_GeV, from.energy_GeV);
  let drawn = sketch;
  const way = Math.sign(end - start);
  for (let place = start; place !== end && from !== null; place += way) {
    if (place === start) continue;
    const part = (place - start) / (end - start);
    const value = from.value * (to.value / from.value) ** part;
    drawn = withPoint(drawn, { energy_GeV: energyOfPlace(sketch.range_GeV, place), value });
  }
  return withPoint(drawn, to);
}
