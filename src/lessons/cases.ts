/** The scenarios of a lesson: its cases, what each step starts from, what is locked. */
import { darkMatterBlock, defaultsOf, populationBlock } from '../model/parameters.ts';
import { freePaths, placedParameters, withValue } from '../model/paths.ts';
import { presetById } from '../model/presets/presets.ts';
import { parseScenario } from '../model/readScenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Lesson, LessonCase, LessonPart, LessonStep, Reading } from './lesson.ts';
import { NOW } from './measure.ts';

const PARTS: Readonly<Record<LessonPart, () => object>> = {
  population: () => ({ ...defaultsOf(populationBlock), named: [], overrides: [] }),
  darkMatter: () => ({ ...defaultsOf(darkMatterBlock), spectrum: null }),
};

function withPart(scenario: Scenario, path: string, value: unknown): Scenario {
  // What JSON gives may be any value; the scenario is read strictly afterwards.
  return path.includes('.') ? withValue(scenario, path, value as string) : { ...scenario, [path]: value };
}

/**
 * The scenario of a case, before any fit.
 *
 * @throws {InputError} when a value is not allowed
 * @throws {RangeError} when the preset or a block does not exist
 */
export function caseScenario({ preset, adds, set, free }: LessonCase): Scenario {
  const found = presetById(preset);
  if (!found) throw new RangeError(`there is no preset "${preset}"`);
  const added = Object.fromEntries(adds.map((part) => [part, PARTS[part]()]));
  const whole: Scenario = { ...structuredClone(found.scenario), ...added };
  const changed = Object.entries(set).reduce((scenario, [path, value]) => withPart(scenario, path, value), whole);
  const allowed = new Set(freePaths(changed));
  const kept = free ?? changed.fit.free.filter((path) => allowed.has(path));
  const priors = changed.fit.priors.filter(({ path }) => kept.includes(path));
  return parseScenario({ ...changed, fit: { ...changed.fit, free: [...kept], priors } });
}

/** The step with this id, or at this place counted from 0. */
export function stepAt(lesson: Lesson, step: string | number): LessonStep {
  const found = typeof step === 'number' ? lesson.steps[step] : lesson.steps.find(({ id }) => id === step);
  if (!found) throw new RangeError(`the lesson "${lesson.id}" has no step ${JSON.stringify(step)}`);
  return found;
}

/** The name of the case with which a step begins for somebody who opens it directly. */
export function startingCase(lesson: Lesson, step: LessonStep): string {
  const before = lesson.steps.slice(0, lesson.steps.indexOf(step));
  const earlier = before.flatMap(({ start, reveal }) => [start, reveal?.show ?? null]);
  const name = [...earlier, step.start].findLast((entry) => entry !== null);
  if (name === undefined || name === null) throw new RangeError(`the lesson "${lesson.id}" starts from no case`);
  return name;
}

/**
 * The scenario with which a step begins. A step whose `start` is null goes on with what the student has; opened directly,
 * through a link, it begins with the last case that the lesson showed. A fitted case is given before its fit.
 */
export function lessonScenario(lesson: Lesson, step: string | number): Scenario {
  return caseScenario(lesson.cases[startingCase(lesson, stepAt(lesson, step))] as LessonCase);
}

/** Paths of all parameters that a step does not unlock: everything where nothing is to be moved. */
export function lockedPaths(lesson: Lesson, step: string | number): string[] {
  const unlocked = stepAt(lesson, step).drag?.unlocked ?? [];
  return placedParameters(lessonScenario(lesson, step))
    .map(({ path }) => path)
    .filter((path) => !unlocked.includes(path));
}

const readings = (quantity: Reading & { readonly over?: Reading }): Reading[] => [
  quantity,
  ...(quantity.over ? [quantity.over] : []),
];

/** The cases that must be computed for a step: for its answers, its drawing, its goal, its texts and its pinned curves. */
export function casesOfStep({ start, predict, drag, reveal, values, claims }: LessonStep): string[] {
  const read = [
    ...(predict?.kind === 'choose' ? readings(predict.quantity) : []),
    ...(drag?.goal ?? []).flatMap(readings),
    ...Object.values(values).flatMap((value) => ('constant' in value ? [] : readings(value))),
    ...claims.flatMap(readings),
  ].map(({ case: name = NOW }) => name);
  const drawn = predict?.kind === 'draw' ? [predict.case, ...(predict.before === null ? [] : [predict.before])] : [];
  const shown = [start, reveal?.show ?? null].filter((name) => name !== null);
  return [...new Set([...shown, ...read, ...drawn, ...(reveal?.pinned ?? [])])].filter((name) => name !== NOW);
}
