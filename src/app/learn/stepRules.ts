/** What a step of a lesson means for the page: what it gives away, what may move, what a drawing is worth. */
import { lockedPaths, stepAt } from '../../lessons/cases.ts';
import type { Lesson, LessonStep } from '../../lessons/lesson.ts';
import { type CaseResult, fluxOf, NOW, type Results } from '../../lessons/measure.ts';
import { comparePeak, compareSketch, type PlotCurve, type SketchComparison } from '../../lessons/sketch.ts';
import { withValue } from '../../model/paths.ts';
import type { Scenario } from '../../model/scenario.ts';
import { weightFlux, weightSpectrum } from '../../plot/quantity.ts';
import type { Classroom } from '../state/classroom.ts';
import { valueIfPlaced } from '../state/modifications.ts';

/** Numbers that can be read off the picture or the read-outs below it. */
const SEEN_MEASURES: readonly string[] = [
  'flux',
  'share',
  'peak-energy',
  'overtaking-energy',
  'cooling-time',
  'diffusion-length',
];

/**
 * Whether the curve on the screen would give the answer away.
 *
 * @param shown name of the case that is on the screen
 */
export function givesAway({ predict }: LessonStep, shown: string | null): boolean {
  if (predict === null) return false;
  if (predict.kind === 'draw') return predict.before === null;
  const { measure, case: name = NOW } = predict.quantity;
  return SEEN_MEASURES.includes(measure.kind) && (name === NOW || name === shown);
}

/** A curve of a case in the coordinates in which the step was drawn. */
function plotCurve({ evaluation }: CaseResult, of: string, plot: LessonStep['plot']): PlotCurve | null {
  const flux = fluxOf(evaluation.curve, of);
  const { energies_GeV } = evaluation.curve;
  return flux && { energies_GeV, values: weightSpectrum(plot, energies_GeV, flux) };
}

/** What can be said of the drawing; null while there is none, or its case is not computed. */
export function compareDrawing(
  { predict, plot }: LessonStep,
  sketch: Classroom['sketch']['value'],
  results: Results,
): SketchComparison | null {
  if (predict?.kind !== 'draw' || sketch === null) return null;
  const found = results.get(predict.case);
  const curve = found ? plotCurve(found, predict.of, plot) : null;
  if (curve === null) return null;
  const points = sketch.points.map(({ energy_GeV, value }) => ({
    energy_GeV,
    value: weightFlux(plot, energy_GeV, value),
  }));
  if (predict.what === 'peak') {
    const [mark] = points;
    return mark ? comparePeak(mark, curve, predict.range_GeV) : null;
  }
  const earlier = predict.before === null ? undefined : results.get(predict.before);
  return compareSketch(points, curve, predict.range_GeV, earlier ? plotCurve(earlier, predict.of, plot) : null);
}

/** What the student may have changed since the step began. */
export function movablePaths({ steps }: Lesson, index: number): string[] {
  const first = steps.slice(0, index + 1).findLastIndex(({ start }) => start !== null);
  return steps.slice(Math.max(first, 0), index + 1).flatMap(({ drag }) => drag?.unlocked ?? []);
}

/** Whether two scenarios differ in nothing but these values and what is free in the fit. */
export function differOnlyAt(paths: readonly string[], one: Scenario, other: Scenario): boolean {
  if (one === other) return true;
  const moved = paths.reduce((scenario, path) => {
    const value = valueIfPlaced(other, path);
    return value === undefined || valueIfPlaced(scenario, path) === undefined
      ? scenario
      : withValue(scenario, path, value);
  }, one);
  const text = (scenario: Scenario) =>
    JSON.stringify({ ...scenario, name: '', fit: { ...scenario.fit, free: [], priors: [] } });
  return text(moved) === text(other);
}

/** Outside the part where something is to be moved, nothing moves. */
export function allLocked(lesson: Lesson, index: number): string[] {
  return [...lockedPaths(lesson, index), ...(stepAt(lesson, index).drag?.unlocked ?? [])];
}
