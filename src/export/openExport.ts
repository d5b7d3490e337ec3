/** Opening what this program wrote: every file gives its scenario back, tables of spectra their numbers too. */
import { InputError } from '../model/inputError.ts';
import { parseScenario } from '../model/readScenario.ts';
import { SCENARIO_FORMAT, type Scenario } from '../model/scenario.ts';
import type { ComponentKind, ComponentSpectrum, PredictedSpectrum } from '../predict/spectrumTypes.ts';
import { PROGRAM } from './program.ts';
import { SCENARIO_LINE } from './provenance.ts';
import { type EcsvTable, isEcsv, numbersOf, readEcsv } from './readEcsv.ts';
import { RELATIVE_ERROR } from './relativeError.ts';

/** A file that was opened. */
export interface OpenedExport {
  /** `geminga-scenario`, `geminga-spectrum`, `geminga-comparison`, `geminga-fit`, `geminga-chain`; null where the file does not say. */
  readonly format: string | null;
  /** Version of the program that wrote it; null where the file does not say. */
  readonly version: string | null;
  readonly scenario: Scenario;
  /** The positron spectrum that the file holds, of a spectrum or a comparison in JSON or ECSV; else null. */
  readonly spectrum: PredictedSpectrum | null;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (fields: Fields, key: string): unknown => (Object.hasOwn(fields, key) ? fields[key] : undefined);

function refuse(place: string, what: string): never {
  throw new InputError(place, `${place} ${what}; export it again from Geminga Lab.`);
}

const SCENARIO_MARK = SCENARIO_LINE.trimEnd();
const VERSION = /^\d+\.\d+\.\d+[\w.+-]{0,30}$/;

function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const cause = (error as Error).message.replace(/\s+/g, ' ');
    throw new InputError(place, `${place} is not JSON (${cause}); save the whole file again.`);
  }
}

/** The scenario in the comments of a text: on the line of its mark, or on the one below. */
function scenarioInComments(text: string, place: string): unknown {
  const [first = '', second = ''] = text
    .slice(text.indexOf(SCENARIO_MARK))
    .split(/\r\n|\n/, 2)
    .map((line) => /\{.*\}/.exec(line)?.[0] ?? '');
  return parseJson(first || second, `${place}, scenario`);
}

/** What a text says before anything of it is checked. */
interface Document {
  readonly format: string | null;
  readonly version: string | null;
  readonly scenario: unknown;
  readonly spectrum: () => PredictedSpectrum | null;
}

/** The version in the head of a document. */
function versionOf(program: unknown): string | null {
  const version = isFields(program) ? own(program, 'version') : undefined;
  return typeof version === 'string' && VERSION.test(version) ? version : null;
}

/** The version in the words of a text. */
function versionInWords(text: string): string | null {
  const after = text.indexOf(PROGRAM.name);
  const [word = ''] =
    after < 0
      ? []
      : text
          .slice(after + PROGRAM.name.length)
          .trimStart()
          .slice(0, 40)
          .split(/[\s:;]/);
  return VERSION.test(word) ? word : null;
}

/** Whether a file holds a positron flux; a comparison may be of another quantity. */
function holdsSpectrum(format: string, quantity: unknown): boolean {
  return format === 'geminga-spectrum' || (format === 'geminga-comparison' && quantity === 'positron-flux');
}

function ecsvDocument(text: string, place: string): Document {
  const table = readEcsv(text, place);
  const format = table.meta.get('format');
  const scenario = table.meta.get('scenario');
  if (typeof format !== 'string' || typeof scenario !== 'string') {
    return refuse(place, 'has no format or no scenario in its head: another program wrote it');
  }
  return {
    format,
    version: versionOf(table.meta.get('program')),
    scenario: parseJson(scenario, `${place}, scenario`),
    spectrum: () => (holdsSpectrum(format, table.meta.get('quantity')) ? ecsvSpectrum(table, place) : null),
  };
}

function jsonDocument(text: string, place: string): Document {
  const document = parseJson(text, place);
  const format = isFields(document) ? own(document, 'format') : undefined;
  const isResult = typeof format === 'string' && format.startsWith('geminga-') && format !== SCENARIO_FORMAT;
  if (!isFields(document) || !isResult)
    return { format: SCENARIO_FORMAT, version: null, scenario: document, spectrum: () => null };
  return {
    format,
    version: versionOf(own(document, 'program')),
    scenario: own(document, 'scenario'),
    spectrum: () => (holdsSpectrum(format, own(document, 'quantity')) ? jsonSpectrum(document, place) : null),
  };
}

function documentOf(text: string, place: string): Document {
  const plain = text.replace(/^\uFEFF/, '');
  if (isEcsv(plain)) return ecsvDocument(plain, place);
  const isJson = plain.trimStart().startsWith('{') || !plain.includes(SCENARIO_MARK);
  return isJson
    ? jsonDocument(plain, place)
    : {
        format: null,
        version: versionInWords(plain),
        scenario: scenarioInComments(plain, place),
        spectrum: () => null,
      };
}

const KINDS: Readonly<Record<ComponentKind, true>> = {
  pulsar: true,
  population: true,
  'source-term': true,
  'diffuse-term': true,
  secondaries: true,
  table: true,
  'dark-matter': true,
};
const isKind = (kind: unknown): kind is ComponentKind => typeof kind === 'string' && Object.hasOwn(KINDS, kind);

function component(name: unknown, kind: unknown, flux: Float64Array, place: string): ComponentSpectrum {
  if (typeof name !== 'string' || !isKind(kind)) {
    return refuse(place, 'has a component without a name or of an unknown kind');
  }
  return { name, kind, flux };
}

function ecsvSpectrum(table: EcsvTable, place: string): PredictedSpectrum {
  const numbers = (name: string) => numbersOf(table, name, place);
  const roles = table.meta.get('components') ?? [];
  if (!Array.isArray(roles)) return refuse(place, 'has no list of components');
  return {
    energies_GeV: numbers('energy'),
    total: numbers('total'),
    components: roles.map((role: unknown) => {
      if (!isFields(role)) return refuse(place, 'has a component that is no object');
      return component(own(role, 'name'), own(role, 'kind'), numbers(String(own(role, 'column'))), place);
    }),
    relativeError: table.columns.some(({ name }) => name === RELATIVE_ERROR) ? numbers(RELATIVE_ERROR) : null,
  };
}

function jsonSpectrum(document: Fields, place: string): PredictedSpectrum {
  const list = (fields: Fields, key: string, length?: number) => {
    const values = own(fields, key);
    if (!Array.isArray(values) || !values.every(Number.isFinite) || (length ?? values.length) !== values.length) {
      return refuse(place, `has not one number for every energy in ${key}`);
    }
    return Float64Array.from(values as number[]);
  };
  const energies_GeV = list(document, 'energies_GeV');
  const { length } = energies_GeV;
  const components = own(document, 'components');
  if (!Array.isArray(components)) return refuse(place, 'has no list of components');
  return {
    energies_GeV,
    total: list(document, 'total', length),
    components: components.map((item: unknown) => {
      if (!isFields(item)) return refuse(place, 'has a component that is no object');
      return component(own(item, 'name'), own(item, 'kind'), list(item, 'flux', length), place);
    }),
    relativeError: Object.hasOwn(document, 'relativeError') ? list(document, 'relativeError', length) : null,
  };
}

/**
 * The scenario of any file that this program wrote (JSON, ECSV, CSV, text, SVG, Python, BibTeX), not yet checked.
 *
 * @param place name of the file, for messages
 * @throws {InputError} when the text holds none
 */
export function scenarioDocument(text: string, place: string): unknown {
  return documentOf(text, place).scenario;
}

/** Whether a text looks like a file that this program wrote, damaged or whole: other tables are somebody's data. */
export function isExport(text: string): boolean {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.includes(SCENARIO_MARK)) return true;
  if (isEcsv(plain)) return /^# {3}format: "geminga-/m.test(plain);
  return plain.trimStart().startsWith('{') && /"format"\s*:\s*"geminga-/.test(plain);
}

/**
 * Opens any file that this program wrote.
 *
 * @param place name of the file, for messages
 * @throws {InputError} with one sentence when it is no such file, is damaged, or holds a scenario that cannot be read
 */
export function openExport(text: string, place: string): OpenedExport {
  const { format, version, scenario, spectrum } = documentOf(text, place);
  try {
    return { format, version, scenario: parseScenario(scenario), spectrum: spectrum() };
  } catch (error) {
    if (!(error instanceof InputError) || error.message.startsWith(place)) throw error;
    throw new InputError(error.path, `${place}: ${error.message}`);
  }
}
