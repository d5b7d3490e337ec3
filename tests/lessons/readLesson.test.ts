import { describe, expect, test } from 'vitest';
import { caseScenario, casesOfStep, lessonScenario, lockedPaths, stepAt } from '../../src/lessons/cases.ts';
import halo from '../../src/lessons/files/halo-of-slow-diffusion.json';
import { goalState } from '../../src/lessons/goal.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import { lessonById, lessons } from '../../src/lessons/lessons.ts';
import { NOW } from '../../src/lessons/measure.ts';
import { readLesson } from '../../src/lessons/readLesson.ts';
import { InputError } from '../../src/model/inputError.ts';
import { placedParameters, withValue } from '../../src/model/paths.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import { preset } from '../support.ts';
import { evaluated } from './results.ts';

type Loose = { [key: string]: Loose } & Loose[];

/** The sentence with which a changed lesson is refused. */
function refusal(change: (lesson: Loose) => void): string {
  const lesson = structuredClone(halo) as unknown as Loose;
  change(lesson);
  try {
    readLesson(lesson);
    return 'accepted';
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
}
const put = (holder: Loose | undefined, key: string, value: unknown): void => {
  (holder as unknown as Record<string, unknown>)[key] = value;
};
const stepOf = (lesson: Loose, index: number): Loose => lesson['steps']?.[index] as Loose;

describe('a lesson file', () => {
  test('reads back as it is', () => {
    expect(readLesson(structuredClone(halo))).toEqual(halo);
    expect(readLesson(JSON.parse(JSON.stringify(lessonById('how-a-fit-fools-you'))))).toEqual(
      lessonById('how-a-fit-fools-you'),
    );
  });

  test.each<[string, (lesson: Loose) => void, RegExp]>([
    ['an unknown key', (l) => put(l, 'colour', 1), /^colour is not a key of a lesson; remove it/],
    ['a missing key', (l) => put(l, 'minutes', undefined), /^minutes is .*; (add|change) it\.$/],
    [
      'too many minutes',
      (l) => put(l, 'minutes', 1000),
      /^minutes is 1000, but must be minutes from 1 to 90; change it\.$/,
    ],
    ['an unknown preset', (l) => put(l['cases']?.['halo50'], 'preset', 'x'), /^cases\.halo50\.preset is "x"/],
    [
      'a value outside its physical range',
      (l) => put(l['cases']?.['halo10']?.['set'], 'propagation.halo.radius_pc', -1),
      /^cases\.halo10 gives no scenario: propagation\.halo\.radius_pc is -1, but must be a number from/,
    ],
    [
      'a path that is not there',
      (l) => put(l['cases']?.['halo10']?.['set'], 'propagation.halo.colour', 1),
      /^cases\.halo10 gives no scenario: propagation\.halo\.colour is not a key/,
    ],
    ['a case that is not there', (l) => put(stepOf(l, 0), 'start', 'nowhere'), /^steps\[0\] names the case "nowhere"/],
    ['no beginning', (l) => put(stepOf(l, 0), 'start', null), /^steps\[0\]\.start is null/],
    ['two steps of one name', (l) => put(stepOf(l, 1), 'id', 'slow'), /^steps has two steps called "slow"/],
    [
      'an unlocked path that is not there',
      (l) => put(stepOf(l, 2)['drag'], 'unlocked', ['propagation.colour']),
      /^steps\[2\]\.drag names "propagation\.colour"/,
    ],
    [
      'a goal that no drag can change',
      (l) => put(stepOf(l, 2)['drag']?.['goal']?.[0], 'case', 'halo50'),
      /^steps\[2\]\.drag\.goal looks at a fixed case/,
    ],
    [
      'a range without limits',
      (l) => put(stepOf(l, 2)['drag']?.['goal']?.[0], 'within', [null, null]),
      /^steps\[2\] has a range without any limit/,
    ],
    [
      'a range upside down',
      (l) => put(stepOf(l, 3)['predict'], 'range_GeV', [1000, 20]),
      /^steps\[3\] has a range from 1000 to 20/,
    ],
    [
      'a single answer',
      (l) => put(stepOf(l, 0)['predict'], 'answers', []),
      /^steps\[0\]\.predict\.answers is a list of 0/,
    ],
    ['an unknown measure', (l) => put(stepOf(l, 0)['predict']?.['quantity']?.['measure'], 'kind', 'luck'), /measure/],
  ])('with %s is refused with one sentence', (_, change, sentence) => {
    expect(refusal(change)).toMatch(sentence);
  });

  test('with anything else in its place is refused too', () => {
    for (const input of [null, 1, 'x', [], {}, { steps: 1 }]) expect(() => readLesson(input)).toThrow(InputError);
  });
});

describe('the scenarios of a lesson', () => {
  const lesson = lessonById('halo-of-slow-diffusion') as Lesson;

  test('are valid, each of them, and differ from the preset only in what the case sets', () => {
    for (const { cases } of lessons)
      for (const lessonCase of Object.values(cases)) {
        const scenario = caseScenario(lessonCase);
        expect(parseScenario(structuredClone(scenario))).toEqual(scenario);
      }
    const fang = preset('fang-2018');
    expect(caseScenario(lesson.cases['halo50'] as Lesson['cases'][string])).toEqual(fang);
    expect(caseScenario(lesson.cases['halo10'] as Lesson['cases'][string])).toEqual(
      withValue(fang, 'propagation.halo.radius_pc', 10),
    );
  });

  test('a step that goes on begins, when opened directly, with what was last shown', () => {
    const first = lessonById('where-positrons-come-from') as Lesson;
    expect(stepAt(first, 'stretch').start).toBeNull();
    expect(lessonScenario(first, 'stretch')).toEqual(lessonScenario(first, 'gas'));
    expect(lessonScenario(first, 2)).toEqual(lessonScenario(first, 'stretch'));
    expect(() => lessonScenario(first, 99)).toThrow(RangeError);
  });

  test('lock everything that is not to be moved', () => {
    const all = placedParameters(lessonScenario(lesson, 'radius')).map(({ path }) => path);
    expect(lockedPaths(lesson, 'radius')).toEqual(all.filter((path) => path !== 'propagation.halo.radius_pc'));
    expect(lockedPaths(lesson, 'bubble')).toEqual(
      placedParameters(lessonScenario(lesson, 'bubble')).map(({ path }) => path),
    );
  });

  test('a step names all cases that must be computed, and not what the student has', () => {
    expect(casesOfStep(stepAt(lesson, 'trade')).sort()).toEqual(['halo100', 'halo100Looser', 'halo50']);
    for (const { steps } of lessons) for (const step of steps) expect(casesOfStep(step)).not.toContain(NOW);
  });
});

describe('a goal', () => {
  const lesson = lessonById('halo-of-slow-diffusion') as Lesson;
  const { goal } = stepAt(lesson, 'trade').drag as NonNullable<Lesson['steps'][number]['drag']>;
  const at = async (D0: number) => {
    const now = await evaluated(withValue(lessonScenario(lesson, 'trade'), 'propagation.halo.D0_cm2_s', D0));
    return goalState(goal, new Map([[NOW, now]]));
  };

  test('says how far the student is and in which direction to go', async () => {
    const [below, met] = [await at(1e26), await at(4e26)];
    expect(below).toMatchObject({ met: false, textKey: 'goal.raise', low: 0.55, high: null, as: 'percent' });
    expect(below.value).toBeGreaterThan(0);
    expect(below.value).toBeLessThan(0.55);
    expect(met).toMatchObject({ met: true, textKey: 'goal.met' });
    expect(met.value).toBeGreaterThanOrEqual(0.55);
  });

  test('with several conditions speaks of the first that is not met', async () => {
    const { goal: two } = stepAt(lesson, 'afford').drag as NonNullable<Lesson['steps'][number]['drag']>;
    const scenario = withValue(lessonScenario(lesson, 'afford'), 'sources[Geminga].efficiency', 3);
    const state = goalState(two, new Map([[NOW, await evaluated(scenario)]]));
    expect(state.conditions.map(({ met }) => met)).toEqual([false, false]);
    expect(state).toMatchObject({ met: false, textKey: 'goal.lower', high: 2 });
    const onlySecond = goalState(two.slice(1), new Map([[NOW, await evaluated(scenario)]]));
    expect(onlySecond).toMatchObject({ met: false, value: 3, textKey: 'goal.lower', high: 1 });
  });

  test('without a number says so', async () => {
    const none = withValue(lessonScenario(lesson, 'trade'), 'sources[Geminga].efficiency', 0);
    const state = goalState(
      [{ measure: { kind: 'peak-energy', of: 'Geminga' }, within: [1, null], as: 'energy' }],
      new Map([[NOW, await evaluated(none)]]),
    );
    expect(state).toMatchObject({ met: false, value: null, textKey: 'goal.noValue' });
  });
});
