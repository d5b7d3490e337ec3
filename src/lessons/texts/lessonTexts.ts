/** The texts of a lesson in one language, read strictly against the lesson: every text there, none too many. */
import * as v from 'valibot';
import { InputError, quoteValue } from '../../model/inputError.ts';
import { sentenceFor } from '../issueSentence.ts';
import type { Lesson, LessonStep } from '../lesson.ts';
import { COMMON_TEXTS, type CommonTextKey, type CommonTexts } from './commonTexts.ts';
import { placeholdersOf } from './fill.ts';
import { stepPlaceholders } from './stepValues.ts';

export interface StepTexts {
  readonly question: string;
  /** Texts of the answers by their ids, where the step has a choice. */
  readonly answers?: Readonly<Record<string, string>>;
  /** What to draw, where the step has a drawing. */
  readonly draw?: string;
  /** What to do, where the step has a drag. */
  readonly task?: string;
  readonly explain: string;
  /** What comes next, for the button that leads there. */
  readonly next: string;
}

export interface LessonTexts {
  readonly title: string;
  /** What the lesson is about, in a sentence for the list of lessons. */
  readonly about: string;
  readonly steps: Readonly<Record<string, StepTexts>>;
}

const text = v.pipe(v.string('a text'), v.minLength(1, 'a text that is not empty'));
const object = <E extends v.ObjectEntries>(entries: E) =>
  v.strictObject(entries, (issue) => (issue.expected === 'never' ? 'unknown key' : 'an object with texts'));

function stepSchema({ predict, drag }: LessonStep): v.GenericSchema {
  const entries: v.ObjectEntries = {
    question: text,
    ...(predict?.kind === 'choose'
      ? { answers: object(Object.fromEntries(predict.answers.map(({ id }) => [id, text]))) }
      : {}),
    ...(predict?.kind === 'draw' ? { draw: text } : {}),
    ...(drag ? { task: text } : {}),
    explain: text,
    next: text,
  };
  return object(entries);
}

function readStrictly<T>(schema: v.GenericSchema, input: unknown, whole: string): T {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (!result.success) throw sentenceFor(result.issues[0], whole);
  return result.output as T;
}

function allTexts(place: string, texts: object): [place: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${place}.${key}`, value]] : allTexts(`${place}.${key}`, value as object),
  );
}

function checkPlaceholders(place: string, content: string, known: readonly string[]): void {
  const unknown = placeholdersOf(content).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new InputError(
      place,
      `${place} asks for the number ${quoteValue(`{${unknown}}`)}, which its step has not; add it to values or correct the name.`,
    );
}

/**
 * Reads the texts of a lesson.
 *
 * @throws {InputError} with one sentence when a text is missing, belongs to nothing, or asks for a number that its step has not
 */
export function readLessonTexts(lesson: Lesson, input: unknown): LessonTexts {
  const entries: v.ObjectEntries = Object.fromEntries(
    lesson.steps.map((step): [string, v.GenericSchema] => [step.id, stepSchema(step)]),
  );
  const steps = object(entries);
  const texts = readStrictly<LessonTexts>(object({ title: text, about: text, steps }), input, 'text file');
  for (const step of lesson.steps) {
    const known = stepPlaceholders(step);
    for (const [place, content] of allTexts(`steps.${step.id}`, texts.steps[step.id] as StepTexts))
      checkPlaceholders(place, content, known);
  }
  checkPlaceholders('title', texts.title, []);
  checkPlaceholders('about', texts.about, []);
  return texts;
}

/** Reads the sentences that all lessons share. */
export function readCommonTexts(input: unknown): CommonTexts {
  const schema = object(Object.fromEntries(Object.keys(COMMON_TEXTS).map((key) => [key, text])));
  const texts = readStrictly<CommonTexts>(schema, input, 'text file');
  for (const [key, known] of Object.entries(COMMON_TEXTS)) checkPlaceholders(key, texts[key as CommonTextKey], known);
  return texts;
}
