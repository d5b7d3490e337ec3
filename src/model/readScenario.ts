/** Strict reading of a scenario: its shape from the declaration, one sentence for whatever is wrong. */
import * as v from 'valibot';
import { DATASET_IDS } from './datasetIds.ts';
import { InputError, quoteValue } from './inputError.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import {
  ams02FitFunctionBlock,
  type Block,
  diffuseTermBlock,
  ENERGY_RANGE_LIMITS_GeV,
  haloBlock,
  lossesBlock,
  type Parameter,
  propagationBlock,
  pulsarBlock,
  radiationComponentBlock,
  sunBlock,
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

const onlyNull = (what: string) => v.pipe(v.null(`null: ${what}`), v.description(what));
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
    population: onlyNull('only the listed sources'),
    background: v.variant(
      'model',
      [
        object(
          { model: v.literal('ams02-diffuse-term'), ...blockEntries(diffuseTermBlock) },
          'an object that describes the diffuse term',
        ),
        object({ model: v.literal('none') }, 'an object with only the key model'),
      ],
      'an object whose model is "ams02-diffuse-term" or "none"',
    ),
    darkMatter: onlyNull('no dark matter'),
    sun: object(blockEntries(sunBlock), 'an object that describes solar modulation'),
    fit: object(
      {
        dataset: v.picklist(DATASET_IDS, `one of "${DATASET_IDS.join('", "')}"`),
        energyRange_GeV: v.strictTuple([energyLimit, energyLimit], 'a list of two energies in GeV, lower first'),
        free: v.array(v.string('the path of a parameter'), 'a list of paths of parameters'),
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
  const place = path || 'the scenario';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return new InputError(path, `${place} is not a key of a scenario; remove it or correct its spelling.`);
  }
  if (issue.type === 'strict_object' && issue.received === 'undefined' && issue.path?.length) {
    return new InputError(
      path,
      `${place} is missing; add it (every key of a scenario is written out, see "geminga schema").`,
    );
  }
  return new InputError(path, `${place} is ${quoteValue(issue.input)}, but must be ${issue.message}; change it.`);
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
