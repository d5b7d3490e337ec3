/** Strict reading of a scenario: its shape from the declaration, one sentence for whatever is wrong. */
import * as v from 'valibot';
import { DATASET_IDS, MEASURED_QUANTITY_IDS, OWN_DATA_ID, POSITRON_DATASET_IDS } from './datasetIds.ts';
import { InputError, quoteValue } from './inputError.ts';
import { inputError } from './inputSentences.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import { MAX_OWN_NAME, MAX_OWN_POINTS, MAX_OWN_REMARKS, MAX_OWN_TEXT, OWN_COLUMNS } from './ownTable.ts';
import {
  ams02FitFunctionBlock,
  type Block,
  darkMatterBlock,
  diffuseTermBlock,
  ENERGY_RANGE_LIMITS_GeV,
  electronsBlock,
  FLUX_ENERGY_LIMITS_GeV,
  fitBlock,
  haloBlock,
  lossesBlock,
  type Parameter,
  populationBlock,
  propagationBlock,
  pulsarBlock,
  pulsarOverrideBlock,
  radiationComponentBlock,
  secondariesBlock,
  slabBlock,
  sunBlock,
  tableBlock,
  UNIT_TEXT,
  type Unit,
} from './parameters.ts';
import { RADIATION_FIELDS } from './radiationFields.ts';
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Scenario } from './scenario.ts';
import { checkScenario } from './scenarioRules.ts';

/** Most sources in one scenario. */
export const MAX_SOURCES = 100;
/** Most blackbodies in one custom radiation field. */
export const MAX_RADIATION_COMPONENTS = 16;
/** Most pulsars of a catalogue that have values of their own, or are shown one by one. */
export const MAX_OVERRIDES = 400;
export const MAX_NAMED = 20;
/** Most systematic columns of a table. */
export const MAX_SYSTEMATICS = 8;
/** Rows of a table that stands in a scenario. */
export const TABLE_ROWS = [2, 1000] as const;

/** `from 1 to 30000 pc` */
export function rangeInWords(range: readonly [number, number], unit: Unit): string {
  const text = UNIT_TEXT[unit];
  return `from ${range[0]} to ${range[1]}${text ? ` ${text}` : ''}`;
}

/** What a parameter accepts, in words. */
export function allowedInWords(parameter: Parameter): string {
  if (parameter.kind === 'choice') {
    return `one of ${Object.keys(parameter.options)
      .map((option) => `"${option}"`)
      .join(', ')}`;
  }
  const words = `a number ${rangeInWords(parameter.range, parameter.unit)}`;
  return parameter.kind === 'nullable-number' ? `${words}, or null (${parameter.whenNull})` : words;
}

const text = (what: string, pattern: RegExp) => v.pipe(v.string(what), v.regex(pattern, what), v.description(what));
const NAME = 'a name of 1 to 80 characters without brackets or control characters';
const nameSchema = text(NAME, /^[^[\]\p{Cc}]{1,80}$/u);

function parameterSchema(parameter: Parameter) {
  const allowed = allowedInWords(parameter);
  if (parameter.kind === 'choice') {
    return v.pipe(v.picklist(Object.keys(parameter.options), allowed), v.description(parameter.help));
  }
  const bounded = v.pipe(
    v.number(allowed),
    v.minValue(parameter.range[0], allowed),
    v.maxValue(parameter.range[1], allowed),
  );
  return parameter.kind === 'nullable-number'
    ? v.pipe(v.nullable(bounded, undefined), v.description(parameter.help))
    : v.pipe(bounded, v.description(parameter.help));
}

function blockEntries(block: Block) {
  return Object.fromEntries(Object.entries(block).map(([key, parameter]) => [key, parameterSchema(parameter)]));
}

const object = <E extends v.ObjectEntries>(entries: E, what: string) =>
  v.strictObject(entries, (issue) => (issue.expected === 'never' ? 'unknown key' : what));

const sourceEntries = <Type extends string, E extends v.ObjectEntries>(type: Type, entries: E) => ({
  type: v.literal(type),
  name: nameSchema,
  enabled: v.boolean('true or false'),
  ...entries,
});
const sourceSchema = v.variant(
  'type',
  [
    object(sourceEntries('pulsar', blockEntries(pulsarBlock)), 'an object that describes a pulsar'),
    object(
      sourceEntries('ams02-fit-function', blockEntries(ams02FitFunctionBlock)),
      'an object that describes the AMS-02 fit function',
    ),
  ],
  'an object whose type is "pulsar" or "ams02-fit-function"',
);

const energyLimit = v.pipe(
  v.number(`a number ${rangeInWords(ENERGY_RANGE_LIMITS_GeV, 'GeV')}`),
  v.minValue(ENERGY_RANGE_LIMITS_GeV[0], `a number ${rangeInWords(ENERGY_RANGE_LIMITS_GeV, 'GeV')}`),
  v.maxValue(ENERGY_RANGE_LIMITS_GeV[1], `a number ${rangeInWords(ENERGY_RANGE_LIMITS_GeV, 'GeV')}`),
);

const rows = `a list of ${TABLE_ROWS[0]} to ${TABLE_ROWS[1]}`;
const positive = (what: string, lowest: number, highest: number) => {
  const allowed = `${what} from ${lowest} to ${highest}`;
  return v.pipe(
    v.array(
      v.pipe(v.number(allowed), v.minValue(lowest, allowed), v.maxValue(highest, allowed)),
      `${rows} numbers: ${what}`,
    ),
    v.minLength(TABLE_ROWS[0], `${rows} numbers: ${what}`),
    v.maxLength(TABLE_ROWS[1], `${rows} numbers: ${what}`),
  );
};
const tableEnergies = positive('energies in GeV', FLUX_ENERGY_LIMITS_GeV[0] / 50, FLUX_ENERGY_LIMITS_GeV[1]);

const listOf = <S extends v.GenericSchema>(item: S, what: string, most: number) => {
  const allowed = `a list of at most ${most} ${what}`;
  return v.pipe(v.array(item, allowed), v.maxLength(most, allowed));
};

const populationSchema = object(
  {
    ...blockEntries(populationBlock),
    named: listOf(nameSchema, 'names of pulsars', MAX_NAMED),
    overrides: listOf(
      object(
        { name: nameSchema, enabled: v.boolean('true or false'), ...blockEntries(pulsarOverrideBlock) },
        'an object that describes what one pulsar has of its own',
      ),
      'pulsars',
      MAX_OVERRIDES,
    ),
  },
  'an object that describes the pulsars of a catalogue, or null for the listed sources only',
);

const backgroundSchema = v.variant(
  'model',
  [
    object(
      { model: v.literal('ams02-diffuse-term'), ...blockEntries(diffuseTermBlock) },
      'an object that describes the diffuse term',
    ),
    object(
      { model: v.literal('secondaries'), ...blockEntries(secondariesBlock) },
      'an object that describes computed secondaries',
    ),
    object(
      {
        model: v.literal('table'),
        name: nameSchema,
        ...blockEntries(tableBlock),
        energies_GeV: tableEnergies,
        flux: positive('fluxes in GeV^-1 m^-2 s^-1 sr^-1', 1e-40, 1e10),
      },
      'an object that holds a table of the interstellar flux',
    ),
    object({ model: v.literal('none') }, 'an object with only the key model'),
  ],
  'an object whose model is "ams02-diffuse-term", "secondaries", "table" or "none"',
);

const darkMatterSchema = object(
  {
    ...blockEntries(darkMatterBlock),
    spectrum: v.nullable(
      object(
        {
          name: nameSchema,
          energies_GeV: tableEnergies,
          perEvent_per_GeV: positive('positrons per event in GeV^-1', 1e-40, 1e10),
        },
        'an object that holds positrons per event, or null for an exact channel',
      ),
    ),
  },
  'an object that describes dark matter, or null for none',
);

const tableId = (ids: readonly string[]) => {
  const all = [...ids, OWN_DATA_ID];
  return v.picklist(all, `one of "${all.join('", "')}"`);
};

const POINTS = `a list of 1 to ${MAX_OWN_POINTS}`;
const perPoint = <S extends v.GenericSchema>(item: S, what: string) =>
  v.pipe(v.array(item, what), v.minLength(1, what), v.maxLength(MAX_OWN_POINTS, what));
function ownColumn(key: string, mayVanish: boolean) {
  const range = key.endsWith('_GeV') ? FLUX_ENERGY_LIMITS_GeV : ([1e-40, 1e10] as const);
  const unit = key.endsWith('_GeV') ? ' GeV' : '';
  const allowed = `${mayVanish ? '0, or ' : ''}a number from ${range[0]} to ${range[1]}${unit}`;
  const number = mayVanish
    ? v.pipe(
        v.number(allowed),
        v.minValue(0, allowed),
        v.maxValue(range[1], allowed),
        v.check((value) => value === 0 || value >= range[0], allowed),
      )
    : v.pipe(v.number(allowed), v.minValue(range[0], allowed), v.maxValue(range[1], allowed));
  return perPoint(number, `${POINTS} numbers, one a point`);
}
const ownName = text(
  `a text of 1 to ${MAX_OWN_NAME} characters without control characters`,
  new RegExp(`^\\P{Cc}{1,${MAX_OWN_NAME}}$`, 'u'),
);
const ownText = text(
  `a text of at most ${MAX_OWN_TEXT} characters without control characters`,
  new RegExp(`^\\P{Cc}{0,${MAX_OWN_TEXT}}$`, 'u'),
);
const CONFIDENCE = 'a number above 0 and below 1, or null where it is not known';
const ownDataSchema = object(
  {
    label: ownName,
    experiment: ownName,
    quantity: v.picklist(MEASURED_QUANTITY_IDS, `one of "${MEASURED_QUANTITY_IDS.join('", "')}"`),
    fileName: ownText,
    reference: ownText,
    remarks: listOf(ownText, 'sentences', MAX_OWN_REMARKS),
    ...Object.fromEntries(Object.entries(OWN_COLUMNS).map(([key, { mayVanish }]) => [key, ownColumn(key, mayVanish)])),
    systematics: listOf(
      object({ name: ownName, errors: ownColumn('errors', true) }, 'an object that holds a component of the errors'),
      'components of the systematic error',
      MAX_SYSTEMATICS,
    ),
    isUpperLimit: perPoint(v.boolean('true or false'), `${POINTS} of true or false, one a point`),
    limitConfidence: v.nullable(
      v.pipe(
        v.number(CONFIDENCE),
        v.check((level) => level > 0 && level < 1, CONFIDENCE),
      ),
    ),
  },
  'an object that holds a measured table, or null for none',
);

const CORRELATION_LENGTHS = `a list of 1 to ${MAX_SYSTEMATICS} correlation lengths, or null for one for all`;
const finite = (what: string) => v.pipe(v.number(what), v.finite(what));
const priorPath = v.string('the path of a free parameter');
const priorSchema = v.variant(
  'distribution',
  [
    object(
      { path: priorPath, distribution: v.literal('uniform'), low: finite('a number'), high: finite('a number') },
      'an object that describes a uniform prior',
    ),
    object(
      { path: priorPath, distribution: v.literal('log-uniform'), low: finite('a number'), high: finite('a number') },
      'an object that describes a log-uniform prior',
    ),
    object(
      {
        path: priorPath,
        distribution: v.literal('gaussian'),
        mean: finite('a number'),
        standardDeviation: finite('a number'),
      },
      'an object that describes a Gaussian prior',
    ),
  ],
  'an object whose distribution is "uniform", "log-uniform" or "gaussian"',
);

const fieldNames = [...Object.keys(RADIATION_FIELDS), 'custom'];

/** The shape of a scenario; rules that join several keys are in scenarioRules.ts. */
export const scenarioSchema: v.GenericSchema = object(
  {
    format: v.literal(SCENARIO_FORMAT, `"${SCENARIO_FORMAT}"`),
    version: v.literal(SCENARIO_VERSION, `${SCENARIO_VERSION}`),
    name: nameSchema,
    sources: v.pipe(
      v.array(sourceSchema, `a list of at most ${MAX_SOURCES} sources`),
      v.maxLength(MAX_SOURCES, `a list of at most ${MAX_SOURCES} sources`),
    ),
    propagation: object(
      {
        ...blockEntries(propagationBlock),
        halo: v.nullable(object(blockEntries(haloBlock), 'an object that describes the halo, or null for one zone')),
        slab: object(blockEntries(slabBlock), 'an object that describes the Galaxy as a slab'),
      },
      'an object that describes propagation',
    ),
    losses: object(
      {
        ...blockEntries(lossesBlock),
        radiationField: v.nullable(v.picklist(fieldNames, `one of "${fieldNames.join('", "')}", or null`)),
        radiationComponents: v.nullable(
          v.pipe(
            v.array(
              object(
                { name: nameSchema, ...blockEntries(radiationComponentBlock) },
                'an object that describes a blackbody',
              ),
              'a list of blackbodies, or null',
            ),
            v.maxLength(MAX_RADIATION_COMPONENTS, `a list of at most ${MAX_RADIATION_COMPONENTS} blackbodies`),
          ),
        ),
      },
      'an object that describes energy losses',
    ),
    population: v.nullable(populationSchema),
    background: backgroundSchema,
    darkMatter: v.nullable(darkMatterSchema),
    electrons: object(blockEntries(electronsBlock), 'an object that names the electrons'),
    sun: object(blockEntries(sunBlock), 'an object that describes solar modulation'),
    ownData: v.nullable(ownDataSchema),
    fit: object(
      {
        dataset: tableId(POSITRON_DATASET_IDS),
        furtherDatasets: v.array(tableId(DATASET_IDS), 'a list of data sets'),
        energyRange_GeV: v.strictTuple([energyLimit, energyLimit], 'a list of two energies in GeV, lower first'),
        free: v.array(v.string('the path of a parameter'), 'a list of paths of parameters'),
        ...blockEntries(fitBlock),
        correlationLengths_dex: v.nullable(
          v.pipe(
            v.array(parameterSchema(fitBlock.correlationLength_dex), CORRELATION_LENGTHS),
            v.minLength(1, CORRELATION_LENGTHS),
            v.maxLength(MAX_SYSTEMATICS, CORRELATION_LENGTHS),
          ),
        ),
        priors: v.array(priorSchema, 'a list of priors'),
      },
      'an object that describes the fit',
    ),
  },
  'a scenario object',
);

/** `sources[0].distance_pc` */
function dotPath(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce(
    (path, item) =>
      typeof item.key === 'number' ? `${path}[${item.key}]` : path ? `${path}.${item.key}` : String(item.key),
    '',
  );
}

function sentenceFor(issue: v.BaseIssue<unknown>): InputError {
  const path = dotPath(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') return inputError(path, 'unknownKey');
  if (issue.type === 'strict_object' && issue.received === 'undefined' && issue.path?.length) {
    return inputError(path, 'missing');
  }
  return inputError(path, 'notAllowed', quoteValue(issue.input), issue.message);
}

/**
 * Reads a scenario strictly: every key present, none unknown, every value in its physical range, older versions migrated.
 *
 * @param input what JSON.parse gave, or an object built by a program
 * @returns a copy that is safe to compute with
 * @throws {InputError} with one sentence that names path, value, what is allowed and what to do
 */
export function parseScenario(input: unknown): Scenario {
  const record = migrate(input, SCENARIO_FORMAT, SCENARIO_VERSION, MIGRATIONS);
  const result = v.safeParse(scenarioSchema, record, { abortEarly: true, abortPipeEarly: true });
  if (!result.success) throw sentenceFor(result.issues[0]);
  const scenario = result.output as unknown as Scenario;
  checkScenario(scenario);
  return scenario;
}

/** Reads a scenario from the text of a JSON file; `place` names the file in messages. */
export function parseScenarioText(json: string, place = 'the scenario'): Scenario {
  let record: unknown;
  try {
    record = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError(place, `${place} is not JSON (${(error as Error).message}); save the whole scenario again.`);
  }
  return parseScenario(record);
}
