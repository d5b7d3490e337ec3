import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classFileText, type PreparedClass, readClassFile } from '../../src/lessons/classFile.ts';
import { NO_TEACHER_VIEW, type TeacherView } from '../../src/lessons/teacherView.ts';
import { InputError } from '../../src/model/inputError.ts';
import { preset } from '../support.ts';

const view: TeacherView = { ...NO_TEACHER_VIEW, hiddenGroups: ['sun'], language: 'it', predictFirst: true };
const prepared: PreparedClass = { view, preset: 'geminga', scenario: preset('geminga') };
const lesson: PreparedClass = {
  view: { ...view, lesson: 'pulsars-or-dark-matter', step: 2 },
  preset: null,
  scenario: null,
};

function sentenceOf(text: string): string {
  try {
    readClassFile(text);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return 'accepted';
}

const changed = (change: (file: Record<string, unknown>) => void, of = prepared): string => {
  const file = JSON.parse(classFileText(of));
  change(file);
  return sentenceOf(JSON.stringify(file));
};

describe('a prepared page as a file', () => {
  test('comes back as it was, with a scenario or with a lesson', () => {
    expect(readClassFile(classFileText(prepared))).toEqual(prepared);
    expect(readClassFile(classFileText(lesson))).toEqual(lesson);
  });

  test.each([
    [sentenceOf('{'), /^The file is no JSON/],
    [sentenceOf('[]'), /its format is missing, but must be "geminga-class"/],
    [sentenceOf('{"format":"geminga-fit"}'), /its format is "geminga-fit", but must be "geminga-class"/],
    [sentenceOf(' '.repeat(4_000_001)), /^The file has 4000001 characters/],
    [changed((file) => Object.assign(file, { version: 2 })), /version 2, but this page reads versions up to 1/],
    [changed((file) => Object.assign(file, { version: 'x' })), /^version is "x", but must be 1; change it\.$/],
    [changed((file) => Object.assign(file, { colour: 1 })), /^colour is not a key of a prepared page/],
    [changed((file) => delete file['preset']), /^preset is missing; add it\.$/],
    [changed((file) => Object.assign(file['view'] as object, { language: 'la' })), /^language is "la"/],
    [changed((file) => Object.assign(file, { scenario: null })), /names no lesson that would bring one/],
    [changed((file) => Object.assign(file, { scenario: preset('geminga') }), lesson), /brings its own/],
    [changed((file) => Object.assign(file['scenario'] as object, { sun: 3 })), /sun/],
  ])('%s', (sentence, expected) => {
    expect(sentence).toMatch(expected);
    expect(sentence).toMatch(/[.]$/);
  });

  test('mutated anywhere gives a page or one sentence, and leaves the prototypes alone', () => {
    const text = classFileText(prepared);
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('', '"', '{', '}', '[', 'null', '1e999', '-', '__proto__', '\u0000'),
        fc.nat(12),
        (at, inserted, cut) => {
          const outcome = sentenceOf(text.slice(0, at) + inserted + text.slice(at + cut));
          expect(outcome).not.toBe('');
        },
      ),
      { numRuns: 300 },
    );
    expect(sentenceOf('{"format":"geminga-class","version":1,"__proto__":{"polluted":1}}')).not.toBe('accepted');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
