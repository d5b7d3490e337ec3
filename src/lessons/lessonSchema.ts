/** The shape of a lesson file; rules that join its parts are in readLesson.ts. */
import * as v from 'valibot';
import { LESSON_LEVELS, LESSON_PARTS, type Lesson, NUMBER_FORMS, READOUTS } from './lesson.ts';

const object = <E extends v.ObjectEntries>(entries: E, what: string) =>
  v.strictObject(entries, (issue) => (issue.expected === 'never' ? 'unknown key' : what));

const between = (what: string, low: number, high: number) => {
  const allowed = `${what} from ${low} to ${high}`;
  return v.pipe(v.number(allowed), v.minValue(low, allowed), v.maxValue(high, allowed));
};
const ID = 'a name of small letters, digits and hyphens';
const id = v.pipe(v.string(ID), v.regex(/^[a-z][a-z0-9-]{0,49}$/, ID));
const KEY = 'a name of letters and digits that begins with a small letter';
const key = v.pipe(v.string(KEY), v.regex(/^[a-z][A-Za-z0-9]{0,29}$/, KEY));
const line = v.pipe(v.string('a text'), v.minLength(1, 'a text that is not empty'), v.maxLength(200, 'a short text'));
const path = v.pipe(v.string('the path of a parameter'), v.minLength(1, 'the path of a parameter'));
const component = v.pipe(v.string('the name of a component, or "total"'), v.minLength(1, 'the name of a component'));
const energy_GeV = between('an energy in GeV', 0.5, 3000);
/** Energies at which the page shows how positrons move. */
const transportEnergy_GeV = v.picklist([100, 1000], '100 or 1000, the energies of the read-outs in GeV');
const caseName = v.pipe(v.string('the name of a case'), v.regex(/^[a-z][A-Za-z0-9]{0,29}$/, 'the name of a case'));

const measure = v.variant(
  'kind',
  [
    object(
      {
        kind: v.literal('share'),
        of: component,
        energy_GeV,
        relativeTo: v.picklist(['model', 'measured'], '"model" or "measured"'),
      },
      'a share',
    ),
    object({ kind: v.literal('flux'), of: component, energy_GeV }, 'a flux'),
    object({ kind: v.literal('measured-flux'), energy_GeV }, 'a measured flux'),
    object({ kind: v.literal('peak-energy'), of: component }, 'the energy of a peak'),
    object({ kind: v.literal('overtaking-energy'), of: component, over: component }, 'the energy of an overtaking'),
    object({ kind: v.literal('cooling-time'), energy_GeV }, 'a cooling time'),
    object({ kind: v.literal('diffusion-length'), energy_GeV: transportEnergy_GeV }, 'a diffusion length'),
    object({ kind: v.literal('trapping-time'), energy_GeV: transportEnergy_GeV }, 'a trapping time'),
    object({ kind: v.literal('chi2-per-degree') }, 'chi-squared per degree of freedom'),
    object({ kind: v.literal('chi2') }, 'chi-squared'),
    object({ kind: v.literal('p-value') }, 'a p-value'),
    object(
      {
        kind: v.literal('chi2-with'),
        errors: v.picklist(['quadrature', 'statistical', 'covariance'], 'a way of counting errors'),
      },
      'chi-squared with other errors',
    ),
    object({ kind: v.literal('parameter'), path }, 'a parameter'),
    object({ kind: v.literal('fit-error'), path }, 'the error of a parameter'),
    object({ kind: v.literal('correlation'), paths: v.strictTuple([path, path], 'two paths') }, 'a correlation'),
  ],
  'an object whose kind is a known measure',
);

const reading = { measure, case: v.exactOptional(caseName) };
const quantity = { ...reading, over: v.exactOptional(object(reading, 'a reading to divide by')) };

const LIMIT = 'a number, or null for no limit';
const limit = v.nullable(v.number(LIMIT));
const within = v.strictTuple([limit, limit], 'a list of the lowest and the highest value, null for no limit');
const as = v.picklist(NUMBER_FORMS, `one of "${NUMBER_FORMS.join('", "')}"`);
const digits = v.exactOptional(between('a number of digits', 1, 6));

const list = <S extends v.GenericSchema>(item: S, what: string, least: number, most: number) => {
  const allowed = `a list of ${least} to ${most} ${what}`;
  return v.pipe(v.array(item, allowed), v.minLength(least, allowed), v.maxLength(most, allowed));
};

const plot = v.picklist(['E3', 'E2', 'flux'], '"E3", "E2" or "flux"');
const predict = v.variant(
  'kind',
  [
    object(
      {
        kind: v.literal('choose'),
        quantity: object(quantity, 'a quantity'),
        answers: list(object({ id: key, within }, 'an answer'), 'answers', 2, 5),
      },
      'a choice',
    ),
    object(
      {
        kind: v.literal('draw'),
        what: v.picklist(['curve', 'peak'], '"curve" or "peak"'),
        case: caseName,
        of: component,
        range_GeV: v.strictTuple([energy_GeV, energy_GeV], 'two energies in GeV, lower first'),
        before: v.nullable(caseName),
      },
      'a drawing',
    ),
  ],
  'an object whose kind is "choose" or "draw", or null',
);

const drag = object(
  {
    unlocked: list(path, 'paths', 1, 6),
    shown: list(path, 'paths', 0, 6),
    fit: v.boolean('true or false'),
    goal: list(object({ ...quantity, within, as }, 'a condition'), 'conditions', 1, 3),
  },
  'an object that says what may be dragged, or null',
);

const reveal = object(
  {
    show: v.nullable(caseName),
    pinned: list(caseName, 'cases', 0, 4),
    plot,
    components: list(component, 'components', 0, 6),
    readouts: list(v.picklist(READOUTS, `one of "${READOUTS.join('", "')}"`), 'read-outs', 0, READOUTS.length),
  },
  'an object that says what is revealed, or null',
);

const placeholder = v.union(
  [
    object({ ...quantity, as, digits }, 'a computed number'),
    object({ constant: v.number('a number'), as, digits }, 'a number of the lesson'),
  ],
  'a computed number (measure, case, over, as, digits) or one of the lesson (constant, as, digits)',
);

const step = object(
  {
    id: key,
    start: v.nullable(caseName),
    plot,
    predict: v.nullable(predict),
    drag: v.nullable(drag),
    reveal: v.nullable(reveal),
    formula: v.nullable(line),
    values: v.record(key, placeholder, 'the numbers of the texts by their names'),
    claims: list(object({ ...quantity, within }, 'a claim'), 'claims', 0, 12),
  },
  'an object that describes a step',
);

const lessonCase = object(
  {
    preset: v.string('the id of a preset'),
    adds: list(v.picklist(LESSON_PARTS, `one of "${LESSON_PARTS.join('", "')}"`), 'parts', 0, LESSON_PARTS.length),
    set: v.record(path, v.unknown(), 'values by their paths'),
    free: v.nullable(v.array(path, 'a list of paths, or null')),
    fitted: v.boolean('true or false'),
  },
  'an object that describes a case',
);

/** A lesson as it stands in its file. */
export const lessonSchema: v.GenericSchema<unknown, Lesson> = object(
  {
    id,
    minutes: between('minutes', 1, 90),
    level: v.picklist(LESSON_LEVELS, `"${LESSON_LEVELS.join('" or "')}"`),
    followedBy: v.nullable(id),
    cases: v.record(caseName, lessonCase, 'the cases by their names'),
    steps: list(step, 'steps', 1, 20),
  },
  'a lesson object',
);
