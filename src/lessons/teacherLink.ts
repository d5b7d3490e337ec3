/**
 * A teacher's view in the fragment of a link, beside the scenario (`s=`) or the preset (`preset=`), as fields that can be read
 * and written by hand:
 *
 *   lesson=halo-of-slow-diffusion&step=3&lang=it&hide=sun,losses&lock=propagation,sources[Geminga].age_kyr&theme=projector&fit=no&curve=later&view=1
 *
 * `step` counts from 1, as on the screen. Fields at their usual values are left out; `view=1`, the version of this form, stands
 * last, so that a link that lost its end is noticed.
 */
import { InputError, quoteValue } from '../model/inputError.ts';
import { NO_TEACHER_VIEW, readTeacherView, type TeacherView } from './teacherView.ts';

const VERSION = '1';
const FIELDS = ['lesson', 'step', 'lang', 'hide', 'lock', 'theme', 'fit', 'curve', 'view'] as const;
type Field = (typeof FIELDS)[number];

/** Commas inside brackets belong to a name. */
const OUTER_COMMA = /,(?![^[]*\])/;

function refuse(path: string, sentence: string): never {
  throw new InputError(path, sentence);
}

/** Spares the signs that an address may hold in its fragment, so that a person can read it. */
function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(/%2C/g, ',').replace(/%5B/g, '[').replace(/%5D/g, ']');
}

/** The fields of a view for a fragment, without `#`; empty for the page without a teacher. */
export function encodeTeacherView(view: TeacherView): string {
  const { lesson, step, language, hiddenGroups, lockedPaths, theme, hideFit, predictFirst } = readTeacherView(view);
  const fields: Record<Exclude<Field, 'view'>, string> = {
    lesson: lesson ?? '',
    step: step === null ? '' : String(step + 1),
    lang: language ?? '',
    hide: hiddenGroups.join(','),
    lock: lockedPaths.join(','),
    theme: theme === NO_TEACHER_VIEW.theme ? '' : theme,
    fit: hideFit ? 'no' : '',
    curve: predictFirst ? 'later' : '',
  };
  const written = Object.entries(fields).filter(([, value]) => value !== '');
  if (written.length === 0) return '';
  return [...written, ['view', VERSION]].map(([name, value]) => `${name}=${encodeValue(value as string)}`).join('&');
}

/** A field that is either absent or has its one word. */
function isSet(fields: URLSearchParams, name: 'fit' | 'curve', word: string): boolean {
  const value = fields.get(name);
  if (value !== null && value !== word)
    refuse(name, `${name} is ${quoteValue(value)}, but must be "${word}" or left out; correct the link.`);
  return value !== null;
}

function stepOf(text: string | null, lesson: string | null): number | null {
  if (text === null) return lesson === null ? null : 0;
  if (!/^[1-9]\d?$/.test(text))
    refuse('step', `step is ${quoteValue(text)}, but must be a whole number from 1; correct the link.`);
  return Number(text) - 1;
}

const listOf = (text: string | null): string[] => (text === null || text === '' ? [] : text.split(OUTER_COMMA));

/**
 * Reads a teacher's view from a fragment, with or without `#`; fields that belong to the scenario are left alone.
 *
 * @returns null when the fragment has no field of a view
 * @throws {InputError} with one sentence when the link is cut, newer, or says something that cannot be
 */
export function decodeTeacherView(fragment: string): TeacherView | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const present = FIELDS.filter((name) => fields.has(name));
  if (present.length === 0) return null;
  const twice = present.find((name) => fields.getAll(name).length > 1);
  if (twice !== undefined) refuse(twice, `The link has ${twice} more than once; leave one.`);
  const version = fields.get('view');
  // A link that was written by hand may name a lesson and a language, and nothing else.
  const isShort = present.every((name) => name === 'lesson' || name === 'step' || name === 'lang');
  if (version === null && !isShort)
    refuse(
      'view',
      'This link for a class is incomplete: its end, view=1, is missing; copy it whole from where it came.',
    );
  if (version !== null && version !== VERSION)
    refuse(
      'view',
      `This link for a class has version ${quoteValue(version)}, but this page reads ${VERSION}; update Geminga Lab or correct the link.`,
    );
  const lesson = fields.get('lesson');
  return readTeacherView({
    hiddenGroups: listOf(fields.get('hide')),
    lockedPaths: listOf(fields.get('lock')),
    theme: fields.get('theme') ?? NO_TEACHER_VIEW.theme,
    language: fields.get('lang'),
    hideFit: isSet(fields, 'fit', 'no'),
    predictFirst: isSet(fields, 'curve', 'later'),
    lesson,
    step: stepOf(fields.get('step'), lesson),
  });
}
