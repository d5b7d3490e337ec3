import { InputError, quoteValue } from './inputError.ts';

/** Turns a document of version `from` into one of version `from + 1`. */
export interface Migration {
  readonly from: number;
  readonly apply: (record: Record<string, unknown>) => Record<string, unknown>;
}

/** Steps from older scenario versions to the present one, oldest first. Version 1 is the first. */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Brings a document to the present version of its format.
 *
 * @throws {InputError} when it is no document of this format, is newer than this program, or is too old to migrate
 */
export function migrate(input: unknown, format: string, version: number, migrations: readonly Migration[]): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InputError(
      '',
      `the scenario is ${quoteValue(input)}, but must be an object with format "${format}"; check what you opened.`,
    );
  }
  let record = input as Record<string, unknown>;
  if (record['format'] !== format) {
    throw new InputError(
      'format',
      `format is ${quoteValue(record['format'])}, but must be "${format}"; check what you opened.`,
    );
  }
  const given = record['version'];
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 1) {
    throw new InputError(
      'version',
      `version is ${quoteValue(given)}, but must be a whole number from 1 to ${version}; correct it.`,
    );
  }
  if (given > version) {
    throw new InputError(
      'version',
      `version is ${given}, newer than this program reads (1 to ${version}); update Geminga Lab.`,
    );
  }
  for (let at = given; at < version; at++) {
    const step = migrations.find((migration) => migration.from === at);
    if (!step)
      throw new InputError(
        'version',
        `version is ${at}, which this program can no longer migrate to ${version}; open it with an older Geminga Lab.`,
      );
    record = { ...step.apply(record), version: at + 1 };
  }
  return record;
}
