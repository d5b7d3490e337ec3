import { describe, expect, test } from 'vitest';
import { casesOfStep } from '../../src/lessons/cases.ts';
import { phasesOf } from '../../src/lessons/lesson.ts';
import { LESSON_IDS } from '../../src/lessons/lessonIds.ts';
import { lessonById, lessons } from '../../src/lessons/lessons.ts';
import { loadTexts, type TextCatalogue } from '../../src/lessons/texts/catalogue.ts';
import { fillText, numberInWords, placeholdersOf } from '../../src/lessons/texts/fill.ts';
import { LANGUAGES } from '../../src/lessons/texts/language.ts';
import { readCommonTexts, readLessonTexts } from '../../src/lessons/texts/lessonTexts.ts';
import { goalText, stepValues } from '../../src/lessons/texts/stepValues.ts';
import { InputError } from '../../src/model/inputError.ts';
import { resultsOf } from './results.ts';

function flat(place: string, texts: object): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${place}/${key}`, value]] : flat(`${place}/${key}`, value),
  );
}
const allTexts = ({ common, lessons: byId }: TextCatalogue): Map<string, string> =>
  new Map([...flat('common', common), ...flat('lessons', byId)]);

const [english, italian] = await Promise.all([loadTexts('en'), loadTexts('it')]);
const [en, it] = [allTexts(english), allTexts(italian)];
/** Names that hold a digit, or a word of another language. */
const NAMES = /AMS-02|Di Mauro/g;

describe('texts', () => {
  test('are complete in both languages: the same keys, each with the same numbers', () => {
    expect([...it.keys()]).toEqual([...en.keys()]);
    for (const [place, text] of en)
      expect(placeholdersOf(it.get(place) as string).sort(), place).toEqual(placeholdersOf(text).sort());
  });

  test('hold no number that nobody computed', () => {
    for (const [place, text] of [...en, ...it]) {
      const rest = text.replace(/\{[A-Za-z0-9]+\}/g, '').replace(NAMES, '');
      expect(rest, place).not.toMatch(/\d/);
    }
  });

  test('no English is left in the Italian, nor Italian in the English', () => {
    const english = /\b(the|of|and|is|are|with|from|this|that|its|you|your|what|which|where|how|energy|halo)\b/i;
    const italian = /\b(il|lo|gli|della|che|di|è|sono|con|dal|questo|quale|dove|energia|più)\b/i;
    const words = (text: string) => text.replace(/\{[A-Za-z0-9]+\}/g, '').replace(NAMES, '');
    for (const [place, text] of it) expect(words(text), place).not.toMatch(english);
    for (const [place, text] of en) {
      expect(words(text), place).not.toMatch(italian);
      expect(it.get(place), place).not.toBe(text);
    }
  });

  test('explain in two to four sentences, and end every sentence', () => {
    for (const [place, text] of [...en, ...it].filter(([place]) => place.endsWith('/explain'))) {
      const sentences = text.split(/[.?!](?:\s|$)/).filter((sentence) => sentence !== '');
      expect(sentences.length, place).toBeGreaterThanOrEqual(2);
      expect(sentences.length, place).toBeLessThanOrEqual(4);
      expect(text, place).toMatch(/[.?!]$/);
    }
  });

  test('ask every number of a step somewhere, so that none is computed in vain', () => {
    for (const lesson of lessons)
      for (const step of lesson.steps) {
        const used = new Set(
          flat('', english.lessons[lesson.id]?.steps[step.id] ?? {}).flatMap(([, text]) => placeholdersOf(text)),
        );
        for (const name of Object.keys(step.values)) expect(used, `${lesson.id}/${step.id}: ${name}`).toContain(name);
      }
  });

  test('read as whole sentences once the numbers are in', async () => {
    for (const lesson of lessons) {
      const cases = await resultsOf(lesson);
      for (const language of LANGUAGES) {
        const catalogue = language === 'en' ? english : italian;
        for (const step of lesson.steps) {
          const now = cases.get(casesOfStep(step)[0] ?? (Object.keys(lesson.cases)[0] as string));
          const results = now ? new Map([...cases, ['now', now] as const]) : cases;
          const values = stepValues(step, results, language, catalogue.common);
          for (const [place, text] of flat('', catalogue.lessons[lesson.id]?.steps[step.id] ?? {})) {
            const filled = fillText(text, values, language);
            expect(filled, place).not.toMatch(/[{}]|NaN|undefined|Infinity|\bnull\b/);
            if (language === 'it') expect(filled, place).not.toMatch(/\b(?:il|del|al|dal|nel) [08]/);
          }
        }
      }
    }
  }, 60_000);

  test('are refused with one sentence when one is missing, too many, or asks for an unknown number', () => {
    const lesson = lessonById('where-positrons-come-from') as (typeof lessons)[number];
    const texts = () =>
      structuredClone(english.lessons[lesson.id]) as unknown as Record<string, Record<string, Record<string, unknown>>>;
    const message = (input: unknown): string => {
      try {
        readLessonTexts(lesson, input);
        return 'accepted';
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        return (error as Error).message;
      }
    };
    const missing = texts();
    delete missing['steps']?.['gas']?.['explain'];
    expect(message(missing)).toBe('steps.gas.explain is missing; add it.');
    const tooMany = texts();
    (tooMany['steps']?.['gas'] as Record<string, unknown>)['hint'] = 'x';
    expect(message(tooMany)).toBe('steps.gas.hint is not a key of a text file; remove it or correct its spelling.');
    const unknown = texts();
    (unknown['steps']?.['gas'] as Record<string, unknown>)['explain'] = 'It is {nothing}.';
    expect(message(unknown)).toMatch(/asks for the number "\{nothing\}", which its step has not/);
    expect(() => readCommonTexts({ ...english.common, 'goal.met': '{high}' })).toThrow(/\{high\}/);
  });
});

describe('numbers in texts', () => {
  test('keep the decimal point of the page in each language', () => {
    expect(numberInWords(1769, 'length', 'en')).toBe('1,800 pc');
    expect(numberInWords(308.7, 'time', 'en')).toBe('310,000 years');
    expect(numberInWords(308.7, 'time', 'it')).toBe('310\u202f000 anni');
    expect(numberInWords(2581, 'time', 'it')).toBe('2.6 milioni di anni');
    expect(numberInWords(1000, 'time', 'it')).toBe('1 milione di anni');
    expect(numberInWords(999, 'time', 'en')).toBe('1 million years');
    expect(numberInWords(0.00241, 'percent', 'it')).toBe('0.24 %');
    expect(numberInWords(2.6e-6, 'percent', 'en')).toBe('0.00026 %');
    expect(numberInWords(6e-11, 'percent', 'en')).toBe('6 × 10⁻⁹ %');
    expect(numberInWords(3e-26, 'crossSection', 'en')).toBe('3 × 10⁻²⁶ cm³/s');
    expect(numberInWords(-0.914, 'number', 'en')).toBe('−0.91');
  });

  test('Italian articles agree with the number that follows', () => {
    const say = (text: string, x: string) => fillText(text, { x }, 'it');
    expect(say('il {x}', '7 %')).toBe('il 7 %');
    expect(say('il {x}', '8.5 %')).toBe('l’8.5 %');
    expect(say('al {x}', '11 %')).toBe('all’11 %');
    expect(say('dal {x}', '18 %')).toBe('dal 18 %');
    expect(say('del {x}', '0.24 %')).toBe('dello 0.24 %');
    expect(say('nel {x}', '1.2 %')).toBe('nell’1.2 %');
    expect(say('il {x}', '1\u202f800')).toBe('il 1\u202f800');
    expect(fillText('il {x}', { x: '8' }, 'en')).toBe('il 8');
    expect(() => fillText('{y}', {}, 'en')).toThrow(/\{y\}/);
  });
});

describe('a goal in a sentence', () => {
  const state = {
    met: false,
    value: 0.0677,
    textKey: 'goal.raise',
    low: 0.55,
    high: null,
    as: 'percent',
    conditions: [],
  } as const;
  test('says where the student is and where to go', () => {
    expect(goalText(state, 'en', english.common)).toBe('You are at 6.77 %. It has to reach at least 55 %.');
    expect(goalText(state, 'it', italian.common)).toBe('Valore attuale: 6.77 %. Deve arrivare almeno a 55 %.');
    expect(goalText({ ...state, value: null, textKey: 'goal.noValue' }, 'en', english.common)).toMatch(/no value here/);
  });
});

describe('lessons', () => {
  test('are six, of five to eight steps and about ten minutes, each leading to one that exists', () => {
    expect(lessons.map(({ id }) => id)).toEqual([...LESSON_IDS]);
    for (const lesson of lessons) {
      expect(lesson.steps.length).toBeGreaterThanOrEqual(5);
      expect(lesson.steps.length).toBeLessThanOrEqual(8);
      expect(lesson.minutes).toBeGreaterThanOrEqual(8);
      expect(lesson.minutes).toBeLessThanOrEqual(15);
      if (lesson.followedBy !== null) expect(LESSON_IDS).toContain(lesson.followedBy);
      // Nobody only reads: each step asks for a guess or for a hand.
      for (const step of lesson.steps)
        expect(phasesOf(step).some((phase) => phase === 'predict' || phase === 'drag')).toBe(true);
    }
  });

  test('each lesson lets the student guess and move something', () => {
    for (const { steps } of lessons) {
      expect(steps.some(({ predict }) => predict !== null)).toBe(true);
      expect(steps.some(({ drag }) => drag !== null)).toBe(true);
    }
  });
});
