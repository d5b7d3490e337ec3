import type { Kernel } from '../kernel/kernel.ts';
import type { Rule } from './compareValues.ts';
import type { CaseReader } from './referenceDocument.ts';

/** What a case gives: `values` and the further outputs of its family. */
export type CaseOutputs = Readonly<Record<string, unknown>>;

/** One family of reference cases: how it is recognised, evaluated and compared. */
export interface Family {
  readonly name: string;
  /** Keys of a case that are input beside `id` and `parameters`: all of them, and no other. */
  readonly inputs: readonly string[];
  /** Parameters that tell the family from others with the same inputs; every case has them. */
  readonly recognisedBy: readonly string[];
  /** Every parameter that a case may have. */
  readonly parameters: readonly string[];
  /** Keys of a case that hold results, in the order of the file. */
  readonly outputs: readonly string[];
  /** The key of a case that an output stands behind, where it is not the last of the inputs. */
  readonly outputAfter?: Readonly<Record<string, string>>;
  /** Keys inside `values` that describe the reference table itself and are not computed. */
  readonly tableOnly?: readonly string[];
  /** Keys inside `values` where null means that the reference has no such number. */
  readonly mayLack?: readonly string[];
  readonly evaluate: (kernel: Kernel, reader: CaseReader) => CaseOutputs;
  /** How the numbers under a key such as `values` or `values.best` are compared. */
  readonly rule: (key: string) => Rule;
}

/** Energies of losses and of the Sun, GeV: positrons far above their rest energy, photons of all fields included. */
export const CASE_ENERGY_LIMITS_GeV = [1e-3, 1e9] as const;

/** Distances from a pulsar, pc: from its nebula to the other end of the Galaxy. */
export const CASE_RADIUS_LIMITS_pc = [1e-3, 1e5] as const;

/** Losses, f_KN, the loss integrals and Green's functions. */
export const relative = (allowed: number) => (): Rule => ({ kind: 'relative', allowed });
/** Fluxes. */
export const spectrum = (allowed: number) => (): Rule => ({ kind: 'spectrum', allowed });
/** Densities and brightness, a row per energy: each energy for itself. */
export const profile = (allowed: number) => (): Rule => ({ kind: 'profile', allowed });
/** Statistics: numbers relative to themselves, correlations on their own scale from -1 to 1. */
export const statistics =
  (allowed: number) =>
  (key: string): Rule => ({
    kind: key.endsWith('correlation') ? 'absolute' : 'relative',
    allowed,
  });
