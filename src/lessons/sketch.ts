/** A curve or a mark that a student drew, held against the computed one. */
import type { SketchWord } from './texts/commonTexts.ts';

/** A place in the plot: energy, and whatever the vertical axis counts there. */
export interface PlotPoint {
  readonly energy_GeV: number;
  readonly value: number;
}

/** A computed curve in the same coordinates. */
export interface PlotCurve {
  readonly energies_GeV: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export interface SketchComparison {
  /** 1 is the computed curve, 0 has nothing to do with it. */
  readonly score: number;
  /** Keys of sentences in the catalogue, the most important first. */
  readonly words: readonly SketchWord[];
  /** Mean of log₁₀(drawn/computed); for a mark that of its energy. Null where nothing can be compared. */
  readonly offset_dex: number | null;
  /** Root mean square of what remains when the mean is taken away; null for a mark. */
  readonly shape_dex: number | null;
}

/** Places at which curves are compared, evenly in log E. */
const PLACES = 41;
/** A curve that leaves the visible axis counts as this part of its own maximum: farther down nobody can draw. */
const FLOOR = 1e-3;
/** Part of the range, in log E, that a sketch must cover. */
const LEAST_COVER = 0.6;
/** The width of a hand, dex: nearer than this is right. */
const CLOSE_dex = 0.15;
/** A sketch nearer than this to the earlier curve follows it, dex. */
const LEAST_MOVE_dex = 0.04;
/** At this distance the score is a half, dex. */
const HALF_SCORE_dex = 0.3;

const scoreOf = (distance_dex: number): number => 1 / (1 + (distance_dex / HALF_SCORE_dex) ** 2);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const isPositive = ({ energy_GeV, value }: PlotPoint): boolean => energy_GeV > 0 && value > 0 && Number.isFinite(value);

/** log₁₀ of a curve at log₁₀ E, by straight lines between its points, which stand in the order of energy. */
function logarithmAt(points: readonly (readonly [x: number, y: number])[], x: number): number | null {
  const right = points.findIndex(([abscissa]) => abscissa >= x);
  const [after, before] = [points[right], points[right - 1]];
  if (after === undefined) return null;
  if (after[0] === x || before === undefined) return after[0] - x < 1e-9 ? after[1] : null;
  return before[1] + ((after[1] - before[1]) * (x - before[0])) / (after[0] - before[0]);
}

const inLogarithms = (points: readonly PlotPoint[]): (readonly [number, number])[] =>
  points
    .filter(isPositive)
    .map(({ energy_GeV, value }) => [Math.log10(energy_GeV), Math.log10(value)] as const)
    .sort(([one], [other]) => one - other);

/** The computed curve inside the range, with a floor. */
function floored({ energies_GeV, values }: PlotCurve, [low, high]: readonly [number, number]): PlotPoint[] {
  const inside = Array.from(energies_GeV, (energy_GeV, i) => ({ energy_GeV, value: values[i] as number }));
  const highest = Math.max(
    ...inside.filter(({ energy_GeV }) => energy_GeV >= low && energy_GeV <= high).map(({ value }) => value),
  );
  return inside.map(({ energy_GeV, value }) => ({ energy_GeV, value: Math.max(value, highest * FLOOR) }));
}

const NOTHING: SketchComparison = { score: 0, words: ['tooShort'], offset_dex: null, shape_dex: null };

interface Sampled {
  readonly drawn: readonly number[];
  readonly computed: readonly number[];
  readonly before: readonly (number | null)[];
}

function sample(
  sketch: readonly PlotPoint[],
  computed: PlotCurve,
  range_GeV: readonly [number, number],
  before: PlotCurve | null,
): Sampled {
  const [from, to] = [Math.log10(range_GeV[0]), Math.log10(range_GeV[1])];
  const drawnPoints = inLogarithms(sketch);
  const computedPoints = inLogarithms(floored(computed, range_GeV));
  const beforePoints = before && inLogarithms(floored(before, range_GeV));
  const drawn: number[] = [];
  const model: number[] = [];
  const earlier: (number | null)[] = [];
  for (let i = 0; i < PLACES; i++) {
    const x = from + ((to - from) * i) / (PLACES - 1);
    const [y, z] = [logarithmAt(drawnPoints, x), logarithmAt(computedPoints, x)];
    if (y === null || z === null) continue;
    drawn.push(y);
    model.push(z);
    earlier.push(beforePoints && logarithmAt(beforePoints, x));
  }
  return { drawn, computed: model, before: earlier };
}

/** Where the sketch went from the earlier curve, compared with the computed one; null where that one moved by little. */
function wayOf({ drawn, computed, before }: Sampled): SketchWord | null {
  const counts = { rightWay: 0, wrongWay: 0, stayed: 0 };
  for (const [i, value] of computed.entries()) {
    const start = before[i] ?? null;
    if (start === null || Math.abs(value - start) < CLOSE_dex) continue;
    const move = (drawn[i] as number) - start;
    const way = Math.abs(move) < LEAST_MOVE_dex ? 'stayed' : move * (value - start) > 0 ? 'rightWay' : 'wrongWay';
    counts[way]++;
  }
  const most = Math.max(...Object.values(counts));
  return most === 0
    ? null
    : ((['rightWay', 'wrongWay', 'stayed'] as const).find((way) => counts[way] === most) ?? null);
}

/**
 * How near a drawn curve is to the computed one.
 *
 * Both are compared in log₁₀, as the plot shows them: the mean distance says whether the sketch is too high or too low, what
 * remains without it whether the shape is right.
 *
 * @param sketch points in any order; what is not positive is left out
 * @param computed the curve in the same coordinates
 * @param range_GeV energies that were to be drawn
 * @param before the curve that was seen while drawing, to tell whether the sketch moved the right way
 */
export function compareSketch(
  sketch: readonly PlotPoint[],
  computed: PlotCurve,
  range_GeV: readonly [number, number],
  before: PlotCurve | null = null,
): SketchComparison {
  const sampled = sample(sketch, computed, range_GeV, before);
  if (sampled.drawn.length < LEAST_COVER * PLACES) return NOTHING;
  const distances = sampled.drawn.map((value, i) => value - (sampled.computed[i] as number));
  const offset_dex = mean(distances);
  const shape_dex = Math.sqrt(mean(distances.map((distance) => (distance - offset_dex) ** 2)));
  const score = scoreOf(Math.sqrt(mean(distances.map((distance) => distance ** 2))));
  const level = Math.abs(offset_dex) < CLOSE_dex ? null : offset_dex > 0 ? 'tooHigh' : 'tooLow';
  const way = wayOf(sampled);
  const verdict: SketchWord[] =
    shape_dex >= CLOSE_dex ? [level ?? 'otherShape'] : level === null ? ['close'] : ['rightShape', level];
  return {
    score,
    words: way === null ? verdict : [...verdict, way],
    offset_dex,
    shape_dex,
  };
}

/** How near a mark is to the highest point of the computed curve; only its energy counts. */
export function comparePeak(
  mark: PlotPoint,
  { energies_GeV, values }: PlotCurve,
  range_GeV: readonly [number, number],
): SketchComparison {
  const inside = Array.from(energies_GeV, (energy_GeV, i) => ({ energy_GeV, value: values[i] as number })).filter(
    ({ energy_GeV, value }) => energy_GeV >= range_GeV[0] && energy_GeV <= range_GeV[1] && value > 0,
  );
  const highest = Math.max(...inside.map(({ value }) => value));
  const peak = inside.find(({ value }) => value === highest);
  if (peak === undefined || !(mark.energy_GeV > 0)) return NOTHING;
  const offset_dex = Math.log10(mark.energy_GeV / peak.energy_GeV);
  const near = Math.abs(offset_dex) < CLOSE_dex / 2;
  return {
    score: scoreOf(2 * Math.abs(offset_dex)),
    words: [near ? 'peakClose' : offset_dex > 0 ? 'peakTooFar' : 'peakTooLow'],
    offset_dex,
    shape_dex: null,
  };
}
