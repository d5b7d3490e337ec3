/**
 * A page that a teacher has prepared, as a file:
 *
 *   { "format": "geminga-class", "version": 1, "view": { … }, "preset": "geminga", "scenario": { … } }
 *
 * `view` is a TeacherView with all its keys; `preset` names what the scenario is compared with, or is null; `scenario` is what the
 * class begins with, null where the view names a lesson, which brings its own.
 */
import * as v from 'valibot';
import { InputError, quoteValue } from '../model/inputError.ts';
import { parseScenario } from '../model/readScenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { sentenceFor } from './issueSentence.ts';
import { readTeacherView, type TeacherView } from './teacherView.ts';

const FORMAT = 'geminga-class';
const VERSION = 1;
/** A scenario with a table of its own has some hundred kilobytes. */
const MOST_CHARACTERS = 4_000_000;

export interface PreparedClass {
  readonly view: TeacherView;
  /** Id of the preset with which the scenario is compared, or null. */
  readonly preset: string | null;
  /** What the class begins with; null where a lesson brings its own. */
  readonly scenario: Scenario | null;
}

/** The file's text. */
export function classFileText({ view, preset, scenario }: PreparedClass): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, view, preset, scenario }, null, 2)}\n`;
}

const schema = v.strictObject(
  {
    format: v.literal(FORMAT, `"${FORMAT}"`),
    version: v.literal(VERSION, `${VERSION}`),
    view: v.unknown(),
    preset: v.nullable(v.string('the id of a preset, or null')),
    scenario: v.unknown(),
  },
  (issue) => (issue.expected === 'never' ? 'unknown key' : 'an object that describes a prepared page'),
);

function refuse(path: string, sentence: string): never {
  throw new InputError(path, sentence);
}

function parse(text: string): unknown {
  if (text.length > MOST_CHARACTERS)
    refuse(
      '',
      `The file has ${text.length} characters, but a prepared page has at most ${MOST_CHARACTERS}; choose another file.`,
    );
  try {
    return JSON.parse(text);
  } catch {
    return refuse(
      '',
      'The file is no JSON, so that it cannot be a prepared page; choose a file that was saved in “For teachers”.',
    );
  }
}

/**
 * Reads the text of such a file.
 *
 * @throws {InputError} with one sentence when it is no prepared page, is newer, or holds what cannot be
 */
export function readClassFile(text: string): PreparedClass {
  const input = parse(text);
  const { format, version } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  if (format !== FORMAT)
    refuse(
      'format',
      `The file is no prepared page: its format is ${format === undefined ? 'missing' : quoteValue(format)}, but must be "${FORMAT}"; choose a file that was saved in “For teachers”.`,
    );
  if (typeof version === 'number' && version > VERSION)
    refuse(
      'version',
      `The file has version ${version}, but this page reads versions up to ${VERSION}; update Geminga Lab.`,
    );
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (!result.success) throw sentenceFor(result.issues[0], 'prepared page');
  const { preset, scenario } = result.output;
  const view = readTeacherView(result.output.view);
  if ((view.lesson === null) !== (scenario !== null))
    refuse(
      'scenario',
      view.lesson === null
        ? 'scenario is null, but the prepared page names no lesson that would bring one; add the scenario.'
        : `scenario is given beside the lesson "${view.lesson}", which brings its own; set one of them to null.`,
    );
  return { view, preset, scenario: scenario === null ? null : parseScenario(scenario) };
}
