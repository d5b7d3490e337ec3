import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupKind } from '../../src/app/parameters/groups.ts';
import { THEMES } from '../../src/app/state/view.ts';
import { LESSON_IDS } from '../../src/lessons/lessonIds.ts';
import { decodeTeacherView, encodeTeacherView } from '../../src/lessons/teacherLink.ts';
import {
  HIDEABLE_GROUPS,
  isLocked,
  NO_TEACHER_VIEW,
  readTeacherView,
  TEACHER_THEMES,
  type TeacherView,
} from '../../src/lessons/teacherView.ts';
import { LANGUAGES } from '../../src/lessons/texts/language.ts';
import { InputError } from '../../src/model/inputError.ts';
import { placedParameters } from '../../src/model/paths.ts';
import { presets } from '../../src/model/presets/presets.ts';

const NAME = /^[^[\]\p{Cc}\p{Cs}]{1,80}$/u;
const realPaths = presets.flatMap(({ scenario }) => placedParameters(scenario).map(({ path }) => path));
const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => NAME.test(name));
const anyPath = fc.oneof(
  fc.constantFrom(...realPaths),
  anyName.map((name) => `sources[${name}].efficiency`),
  anyName.map((name) => `population.overrides[${name}]`),
);
const anyView: fc.Arbitrary<TeacherView> = fc
  .record({
    hiddenGroups: fc.subarray([...HIDEABLE_GROUPS]),
    lockedPaths: fc.uniqueArray(anyPath, { maxLength: 12 }),
    theme: fc.constantFrom(...TEACHER_THEMES),
    language: fc.constantFrom(null, ...LANGUAGES),
    hideFit: fc.boolean(),
    predictFirst: fc.boolean(),
    place: fc.option(fc.record({ lesson: fc.constantFrom(...LESSON_IDS), step: fc.integer({ min: 0, max: 19 }) })),
  })
  .map(({ place, ...view }) => ({ ...view, lesson: place?.lesson ?? null, step: place?.step ?? null }));

const view: TeacherView = {
  hiddenGroups: ['sun', 'losses'],
  lockedPaths: ['propagation', 'sources[Geminga].age_kyr'],
  theme: 'projector',
  language: 'it',
  hideFit: true,
  predictFirst: false,
  lesson: 'halo-of-slow-diffusion',
  step: 2,
};
const LINK =
  'lesson=halo-of-slow-diffusion&step=3&lang=it&hide=sun,losses&lock=propagation,sources[Geminga].age_kyr&theme=projector&fit=no&view=1';

function sentenceOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return 'accepted';
}

describe('a teacher’s view in a link', () => {
  test('is short and can be read by a person', () => {
    expect(encodeTeacherView(view)).toBe(LINK);
    expect(decodeTeacherView(`#${LINK}`)).toEqual(view);
  });

  test('comes back as it was, whatever the names of sources', () => {
    fc.assert(
      fc.property(anyView, (any) => {
        const link = encodeTeacherView(any);
        expect(link).toMatch(/^[\x21-\x7e]*$/);
        expect(decodeTeacherView(link) ?? NO_TEACHER_VIEW).toEqual(any);
      }),
      { numRuns: 300 },
    );
  });

  test('stands beside a scenario or a preset and leaves them alone', () => {
    expect(decodeTeacherView(`#preset=fang-2018&${LINK}`)).toEqual(view);
    expect(new URLSearchParams(`preset=fang-2018&${LINK}`).get('preset')).toBe('fang-2018');
    expect(decodeTeacherView('#s=1.a.b.c')).toBeNull();
    expect(decodeTeacherView('')).toBeNull();
  });

  test('a lesson can be named by hand', () => {
    expect(decodeTeacherView('#lesson=pulsars-or-dark-matter')).toEqual({
      ...NO_TEACHER_VIEW,
      lesson: 'pulsars-or-dark-matter',
      step: 0,
    });
    expect(decodeTeacherView('#lesson=pulsars-or-dark-matter&lang=it')).toMatchObject({ language: 'it', step: 0 });
  });

  test('the page without a teacher needs no field', () => {
    expect(encodeTeacherView(NO_TEACHER_VIEW)).toBe('');
  });

  test.each([
    [LINK.slice(0, -7), /incomplete: its end, view=1, is missing/],
    [LINK.replace('view=1', 'view=2'), /version "2", but this page reads 1/],
    [LINK.replace('sun', 'moon'), /^hiddenGroups\[0\] is "moon", but must be one of "source", .*; change it\.$/],
    [LINK.replace('step=3', 'step=0'), /^step is "0", but must be a whole number from 1/],
    [LINK.replace('fit=no', 'fit=yes'), /^fit is "yes", but must be "no" or left out/],
    [LINK.replace('projector', 'pink'), /^theme is "pink"/],
    [LINK.replace('lang=it', 'lang=la'), /^language is "la", but must be one of "en", "it", or null; change it\.$/],
    [LINK.replace('halo-of-slow-diffusion', 'cooking'), /^lesson is "cooking"/],
    [LINK.replace('lock=propagation', 'lock=<b>'), /^lockedPaths\[0\] is "<b>"/],
    [`step=3&view=1`, /^step is 2 while lesson is null/],
    [`theme=dark&${LINK}`, /has theme more than once/],
  ])('%s is refused with one sentence', (link, sentence) => {
    expect(sentenceOf(() => decodeTeacherView(link))).toMatch(sentence);
  });

  test('a link that is cut anywhere gives a view of what is left or one sentence, never something else', () => {
    for (let length = 0; length < LINK.length; length++) {
      const outcome = sentenceOf(() => decodeTeacherView(LINK.slice(0, length)));
      expect(outcome === 'accepted' || /[.]$/.test(outcome)).toBe(true);
      // Nothing that hides or locks is ever read from half a link.
      if (outcome === 'accepted') expect(LINK.slice(0, length)).not.toMatch(/hide|lock|theme|fit/);
    }
  });
});

describe('a teacher’s view', () => {
  test('names the groups and themes that the page has', () => {
    const groups: Record<GroupKind, true> = Object.fromEntries(HIDEABLE_GROUPS.map((name) => [name, true])) as Record<
      (typeof HIDEABLE_GROUPS)[number],
      true
    >;
    expect(Object.keys(groups)).toHaveLength(HIDEABLE_GROUPS.length);
    expect(TEACHER_THEMES).toEqual(THEMES);
  });

  test('is read strictly', () => {
    expect(readTeacherView(structuredClone(view))).toEqual(view);
    const { theme: _, ...without } = view;
    expect(sentenceOf(() => readTeacherView(without))).toMatch(/^theme is missing/);
    expect(sentenceOf(() => readTeacherView({ ...view, colour: 1 }))).toMatch(/^colour is not a key/);
    expect(sentenceOf(() => readTeacherView({ ...view, hiddenGroups: ['sun', 'sun'] }))).toMatch(
      /no entry stands twice/,
    );
    expect(sentenceOf(() => readTeacherView({ ...view, step: 1.5 }))).toMatch(/^step is 1.5/);
    expect(sentenceOf(() => readTeacherView(null))).toMatch(/^the teacher’s view is/);
  });

  test('a locked block locks what is in it, and nothing beside it', () => {
    expect(isLocked(view, 'propagation.D0_cm2_s')).toBe(true);
    expect(isLocked(view, 'propagation.halo.radius_pc')).toBe(true);
    expect(isLocked(view, 'sources[Geminga].age_kyr')).toBe(true);
    expect(isLocked(view, 'sources[Geminga].efficiency')).toBe(false);
    expect(isLocked({ lockedPaths: ['sun'] }, 'sunny.day')).toBe(false);
  });
});
