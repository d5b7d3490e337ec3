/** What a teacher has prepared for a class: what is hidden, what is locked, which lesson begins. */
import * as v from 'valibot';
import { InputError } from '../model/inputError.ts';
import { sentenceFor } from './issueSentence.ts';
import { LESSON_IDS } from './lessonIds.ts';
import { LANGUAGES, type Language } from './texts/language.ts';

/** Groups of the parameter panel that can be hidden (src/app/parameters/groups.ts). */
export const HIDEABLE_GROUPS = [
  'source',
  'population',
  'halo',
  'galaxy',
  'losses',
  'background',
  'dark-matter',
  'sun',
  'fit',
] as const;
export type HideableGroup = (typeof HIDEABLE_GROUPS)[number];

/** Themes of the page (src/app/state/view.ts). */
export const TEACHER_THEMES = ['system', 'light', 'dark', 'projector'] as const;

export interface TeacherView {
  readonly hiddenGroups: readonly HideableGroup[];
  /** Paths of parameters that are shown and cannot be moved; the path of a block locks all of it. */
  readonly lockedPaths: readonly string[];
  readonly theme: (typeof TEACHER_THEMES)[number];
  /** The language in which the page opens; null for the one that each person has. */
  readonly language: Language | null;
  readonly hideFit: boolean;
  /** Whether curves stay hidden until a prediction is made. */
  readonly predictFirst: boolean;
  /** The lesson that is open; null for none. */
  readonly lesson: (typeof LESSON_IDS)[number] | null;
  /** The step of the lesson, counted from 0; null without a lesson. */
  readonly step: number | null;
}

/** The page as it is without a teacher. */
export const NO_TEACHER_VIEW: TeacherView = {
  hiddenGroups: [],
  lockedPaths: [],
  theme: 'system',
  language: null,
  hideFit: false,
  predictFirst: false,
  lesson: null,
  step: null,
};

/** Most paths in one view: a link has to fit into a QR code. */
export const MAX_LOCKED_PATHS = 60;
const MAX_STEP = 19;
const quoted = (words: readonly string[]): string => `"${words.join('", "')}"`;
const PATH = 'the path of a parameter or of a block, such as propagation.D0_cm2_s or sources[Geminga]';
const STEP = `a whole number from 0 to ${MAX_STEP}, or null without a lesson`;

const distinct = <T extends string>(item: v.GenericSchema<unknown, T>, most: number, what: string) =>
  v.pipe(
    v.array(item, `a list of ${what}`),
    v.maxLength(most, `a list of at most ${most} ${what}`),
    v.check((list: T[]) => new Set(list).size === list.length, `a list in which no entry stands twice`),
  );

const schema: v.GenericSchema<unknown, TeacherView> = v.strictObject(
  {
    hiddenGroups: distinct(
      v.picklist(HIDEABLE_GROUPS, `one of ${quoted(HIDEABLE_GROUPS)}`),
      HIDEABLE_GROUPS.length,
      'groups',
    ),
    lockedPaths: distinct(
      // Half a surrogate pair has no place in an address.
      v.pipe(
        v.string(PATH),
        v.regex(/^[a-z][A-Za-z0-9_]*(?:(?:\[[^[\]\p{Cc}\p{Cs}]{1,80}\])|\.[A-Za-z0-9_]+)*$/u, PATH),
      ),
      MAX_LOCKED_PATHS,
      'paths',
    ),
    theme: v.picklist(TEACHER_THEMES, `one of ${quoted(TEACHER_THEMES)}`),
    language: v.nullable(v.picklist(LANGUAGES, `one of ${quoted(LANGUAGES)}, or null`)),
    hideFit: v.boolean('true or false'),
    predictFirst: v.boolean('true or false'),
    lesson: v.nullable(v.picklist(LESSON_IDS, `one of ${quoted(LESSON_IDS)}, or null`)),
    step: v.nullable(v.pipe(v.number(STEP), v.integer(STEP), v.minValue(0, STEP), v.maxValue(MAX_STEP, STEP))),
  },
  (issue) => (issue.expected === 'never' ? 'unknown key' : 'an object that describes a teacher’s view'),
);

/**
 * Reads a teacher's view strictly.
 *
 * @throws {InputError} with one sentence
 */
export function readTeacherView(input: unknown): TeacherView {
  const result = v.safeParse(schema, input, { abortEarly: true, abortPipeEarly: true });
  if (!result.success) throw sentenceFor(result.issues[0], 'teacher’s view');
  const view = result.output;
  if ((view.lesson === null) !== (view.step === null)) {
    throw new InputError(
      'step',
      `step is ${view.step} while lesson is ${view.lesson === null ? 'null' : `"${view.lesson}"`}; give both, or null for both.`,
    );
  }
  return view;
}

/** Whether a parameter is locked, itself or through its block. */
export function isLocked({ lockedPaths }: Pick<TeacherView, 'lockedPaths'>, path: string): boolean {
  return lockedPaths.some((locked) => path === locked || path.startsWith(`${locked}.`));
}

export function isHidden({ hiddenGroups }: Pick<TeacherView, 'hiddenGroups'>, group: HideableGroup): boolean {
  return hiddenGroups.includes(group);
}
