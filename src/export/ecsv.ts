/**
 * Enhanced CSV 1.0, the table of astropy that keeps units: a header in YAML behind `# `, then comma-separated values.
 *
 * The header is written in the part of YAML that JSON shares, in ASCII; numbers with an exponent have a point and a
 * sign (`1.0e-16`), since YAML 1.1 takes `1e-16` for a word.
 */
import type { Scenario } from '../model/scenario.ts';
import { asciiJson, asciiName, asciiString } from './asciiText.ts';
import { astropyUnit } from './asciiUnits.ts';
import { csvRow, distinct } from './csv.ts';
import { decimal } from './decimal.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext } from './exportTypes.ts';
import { provenance } from './provenance.ts';
import { scenarioValues } from './scenarioLines.ts';
import { type Column, cellText, rowCount } from './tableColumns.ts';

/** First line of every file of this format. */
export const ECSV_LINE = '# %ECSV 1.0';

const DATATYPES = { number: 'float64', count: 'int64', flag: 'bool', text: 'string' } as const;
export type Datatype = (typeof DATATYPES)[Column['kind']];

function yamlNumber(value: number, place: string): string {
  const [mantissa, exponent] = decimal(value, place).split('e') as [string, string?];
  return exponent === undefined ? mantissa : `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${exponent}`;
}

/** A value on one line. */
function flow(value: unknown, place: string): string {
  if (typeof value === 'number') return yamlNumber(value, place);
  if (typeof value === 'string') return asciiString(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item, index) => flow(item, `${place}[${index}]`)).join(', ')}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries.map(([key, item]) => `${asciiString(key)}: ${flow(item, `${place}.${key}`)}`).join(', ')}}`;
}

const isList = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'object' && item !== null);

/** `key: value`; a list of objects has one line for each. */
function entryLines(key: string, value: unknown): string[] {
  if (!isList(value)) return [`${key}: ${flow(value, key)}`];
  return [`${key}:`, ...value.map((item, index) => `  - ${flow(item, `${key}[${index}]`)}`)];
}

/** What a reader needs to put the parts of the model together again. */
function columnRoles(columns: readonly Column[], names: readonly string[]) {
  const components = columns.flatMap(({ component }, index) =>
    component === undefined ? [] : [{ column: names[index] as string, ...component }],
  );
  const bands = columns.flatMap(({ band }, index) =>
    band === undefined ? [] : [{ column: names[index] as string, ...band }],
  );
  return { ...(components.length > 0 && { components }), ...(bands.length > 0 && { bands }) };
}

/** The head that says what the file is about. */
function metaOf(format: string, title: string, scenario: Scenario, context: ExportContext, columns: object) {
  const { scenario: _, ...known } = provenance(scenario, context);
  return {
    format,
    version: 1,
    title,
    ...known,
    ...columns,
    scenario_values: scenarioValues(scenario).map((value) => ({ ...value, unit: astropyUnit(value.unit) })),
    scenario: asciiJson(scenario),
  };
}

/** What the ECSV file of a result says. */
export interface EcsvContent {
  /** `geminga-spectrum` for instance. */
  readonly format: string;
  readonly title: string;
  /** What the file is called: `spectrum`. */
  readonly part: string;
  readonly columns: readonly Column[];
  /** More entries of the head. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Names under which the columns stand in an ECSV file. */
export function ecsvNames(columns: readonly Column[]): string[] {
  return distinct(
    columns.map(({ name }) => asciiName(name)),
    (name, count) => `${name}_${count}`,
  );
}

/** A result as ECSV; opening it again gives the scenario and every number to the last bit. */
export function exportEcsv(scenario: Scenario, content: EcsvContent, context: ExportContext): ExportedFile {
  const { format, title, part, columns } = content;
  const names = ecsvNames(columns);
  const datatype = columns.map(({ unit, kind, description }, index) => ({
    name: names[index],
    ...(unit !== '' && { unit: astropyUnit(unit) }),
    datatype: DATATYPES[kind],
    description,
  }));
  const meta = { ...metaOf(format, title, scenario, context, columnRoles(columns, names)), ...content.meta };
  const header = [
    'delimiter: ","',
    'datatype:',
    ...datatype.map((column) => `- ${flow(column, 'datatype')}`),
    'meta:',
    ...Object.entries(meta).flatMap(([key, value]) => entryLines(key, value).map((line) => `  ${line}`)),
  ];
  const rows = Array.from({ length: rowCount(columns) }, (_, row) =>
    csvRow(columns.map((column) => cellText(column, row, ['False', 'True']))),
  );
  const lines = [ECSV_LINE, '# ---', ...header.map((line) => `# ${line}`), csvRow(names), ...rows];
  return textFile(exportStem(scenario, part, context.date), 'ecsv', `${lines.join('\n')}\n`);
}
