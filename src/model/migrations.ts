import { InputError, quoteValue } from './inputError.ts';

/** Turns a document of version `from` into one of version `from + 1`. */
export interface Migration {
  readonly from: number;
  readonly apply: (record: Record<string, unknown>) => Record<string, unknown>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Version 2 chooses how the transport equation is solved and describes the halo in more detail; what version 1 meant is
 * written out. Values that are not there, or no objects, are left for the strict reading to refuse.
 */
const chooseSolver: Migration = {
  from: 1,
  apply: (record) => {
    const { propagation } = record;
    if (!isObject(propagation)) return record;
    const { halo } = propagation;
    const described = isObject(halo)
      ? {
          greensFunction: 'exact',
          centre: 'emission',
          delta: null,
          edgeWidth_pc: 0,
          beginTime_kyr: 0,
          endTime_kyr: null,
          ...halo,
        }
      : halo;
    return {
      ...record,
      propagation: {
        solver: 'greens',
        propagator: 'gaussian',
        ...propagation,
        ...('halo' in propagation && { halo: described }),
      },
    };
  },
};

/**
 * Version 3 adds the Galaxy as a slab and the electrons beside the positrons, and allows pulsars of a catalogue, computed
 * secondaries and dark matter, none of which version 2 had.
 */
const addGalaxy: Migration = {
  from: 2,
  apply: (record) => {
    const { propagation, fit } = record;
    return {
      electrons: { flux: 'ams02-electrons-2021' },
      ...record,
      ...(isObject(fit) && {
        fit: {
          furtherDatasets: [],
          fluxAt: 'mean-energy',
          errors: 'quadrature',
          correlationLength_dex: 0.3,
          energyScaleError: 0,
          correlationLengths_dex: null,
          priors: [],
          ...fit,
        },
      }),
      ...(isObject(propagation) && {
        propagation: { slab: { haloHalfHeight_kpc: 4, discHalfThickness_kpc: 0.1 }, ...propagation },
      }),
    };
  },
};

/** Version 4 carries a table of a person's own; before there was none in a scenario. */
const addOwnData: Migration = { from: 3, apply: (record) => ({ ownData: null, ...record }) };

/** Steps from older scenario versions to the present one, oldest first. */
export const MIGRATIONS: readonly Migration[] = [chooseSolver, addGalaxy, addOwnData];

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
