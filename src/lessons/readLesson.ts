/** Strict reading of a lesson file: its shape, and that everything it names is there. */
import * as v from 'valibot';
import { InputError, quoteValue } from '../model/inputError.ts';
import { placedParameters } from '../model/paths.ts';
import { presetById } from '../model/presets/presets.ts';
import { caseScenario, casesOfStep, lessonScenario } from './cases.ts';
import { sentenceFor } from './issueSentence.ts';
import type { Lesson, LessonStep } from './lesson.ts';
import { lessonSchema } from './lessonSchema.ts';
import { NOW } from './measure.ts';

function refuse(path: string, sentence: string): never {
  throw new InputError(path, sentence);
}

function unique(path: string, names: readonly string[], what: string): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    refuse(path, `${path} has two ${what} called ${quoteValue(twice)}; give each a name of its own.`);
}

function checkCases({ cases }: Lesson): void {
  for (const [name, lessonCase] of Object.entries(cases)) {
    const path = `cases.${name}`;
    if (name === NOW) refuse(path, `${path} is called "${NOW}", which stands for what the student has; rename it.`);
    if (!presetById(lessonCase.preset))
      refuse(
        `${path}.preset`,
        `${path}.preset is ${quoteValue(lessonCase.preset)}, but must be the id of a preset; change it.`,
      );
    try {
      caseScenario(lessonCase);
    } catch (error) {
      // A value that the scenario refuses, or a path that it has not.
      refuse(path, `${path} gives no scenario: ${(error as Error).message}`);
    }
  }
}

function checkRanges(path: string, step: LessonStep): void {
  const ranges = [
    ...(step.predict?.kind === 'choose' ? step.predict.answers : []),
    ...(step.drag?.goal ?? []),
    ...step.claims,
  ].map(({ within }) => within);
  if (step.predict?.kind === 'draw') ranges.push(step.predict.range_GeV);
  for (const [low, high] of ranges) {
    if (low === null && high === null)
      refuse(path, `${path} has a range without any limit; give the lowest or the highest value.`);
    if (low !== null && high !== null && low >= high)
      refuse(path, `${path} has a range from ${low} to ${high}, but the lower limit must come first; exchange them.`);
  }
}

function checkStep(lesson: Lesson, step: LessonStep, index: number): void {
  const path = `steps[${index}]`;
  const missing = casesOfStep(step).find((name) => !Object.hasOwn(lesson.cases, name));
  if (missing !== undefined)
    refuse(path, `${path} names the case ${quoteValue(missing)}, which the lesson has not; add it to cases.`);
  if (index === 0 && step.start === null)
    refuse(`${path}.start`, `${path}.start is null, but the first step must name a case; give one.`);
  if (step.predict?.kind === 'choose') {
    const ids = step.predict.answers.map(({ id }) => id);
    unique(`${path}.predict.answers`, ids, 'answers');
  }
  checkRanges(path, step);
  const placed = placedParameters(lessonScenario(lesson, index)).map((entry) => entry.path);
  const lost = [...(step.drag?.unlocked ?? []), ...(step.drag?.shown ?? [])].find((name) => !placed.includes(name));
  if (lost !== undefined)
    refuse(
      `${path}.drag`,
      `${path}.drag names ${quoteValue(lost)}, which is no parameter of the scenario it starts from; correct the path.`,
    );
  if (step.drag?.goal.some(({ case: name, over }) => name !== undefined && over === undefined))
    refuse(`${path}.drag.goal`, `${path}.drag.goal looks at a fixed case, which no drag can change; leave out "case".`);
}

/**
 * Reads a lesson strictly: every key known, every case a valid scenario, every name that a step uses there.
 *
 * @param input what JSON.parse gave
 * @throws {InputError} with one sentence that names place, value, what is allowed and what to do
 */
export function readLesson(input: unknown): Lesson {
  const result = v.safeParse(lessonSchema, input, { abortEarly: true, abortPipeEarly: true });
  if (!result.success) throw sentenceFor(result.issues[0], 'lesson');
  const lesson = result.output;
  checkCases(lesson);
  unique(
    'steps',
    lesson.steps.map(({ id }) => id),
    'steps',
  );
  lesson.steps.forEach((step, index) => {
    checkStep(lesson, step, index);
  });
  return lesson;
}
