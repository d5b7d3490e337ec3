/** --profile and --contour: what they ask for, how it is computed, said and written. */
import type { ContourReport, ProfileReport } from '../analysis/inferenceTypes.ts';
import { unitOf } from '../export/asciiUnits.ts';
import { short } from '../export/measuredValue.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { InputError } from '../model/inputError.ts';
import type { Scenario } from '../model/scenario.ts';
import { contour, profileAll } from '../worker/inference.ts';
import { localRunner } from '../worker/localRunner.ts';
import type { Arguments } from './command.ts';
import type { Io } from './io.ts';
import { ProgressLine } from './progressLine.ts';
import { splitPaths } from './splitPaths.ts';

export interface ProfilesWanted {
  /** Paths to profile; null for none. */
  readonly profile: readonly string[] | null;
  readonly contour: readonly [string, string] | null;
}

export interface Profiled {
  readonly profiles: ProfileReport | null;
  readonly contour: ContourReport | null;
}

export const NO_PROFILES: Profiled = { profiles: null, contour: null };

/**
 * What the options ask for.
 *
 * @throws {InputError} for a parameter that is not free
 */
export function profilesWanted(args: Arguments, { fit }: Scenario): ProfilesWanted {
  const given = args.option('profile');
  const pair = args.option('contour');
  const checked = (option: string, text: string) => {
    const paths = splitPaths(text);
    const unknown = paths.find((path) => !fit.free.includes(path));
    if (unknown !== undefined)
      throw new InputError(
        option,
        `${option} names "${unknown}", which is not free; free parameters are ${fit.free.join(', ')}.`,
      );
    return paths;
  };
  const two = pair === undefined ? [] : checked('--contour', pair);
  if (pair !== undefined && (two.length !== 2 || two[0] === two[1]))
    throw new InputError('--contour', `--contour is "${pair}", but needs two different paths, separated by a comma.`);
  return {
    profile: given === undefined ? null : given === '' ? fit.free : checked('--profile', given),
    contour: pair === undefined ? null : (two as unknown as [string, string]),
  };
}

/** Profiles around best values. */
export async function runProfiles(kernel: Kernel, best: Scenario, wanted: ProfilesWanted, io: Io): Promise<Profiled> {
  const runner = localRunner(kernel);
  const progress = new ProgressLine(io);
  try {
    const profiles =
      wanted.profile &&
      (await profileAll(runner, best, {
        paths: wanted.profile,
        onProgress: ({ finished, parameters, minimisations }) =>
          progress.show(`profiles: ${finished} of ${parameters} parameters, ${minimisations} minimisations`),
      }));
    const drawn =
      wanted.contour &&
      (await contour(runner, best, wanted.contour, {
        onProgress: ({ minimisations }) => progress.show(`contour: ${minimisations} minimisations`),
      }));
    return { profiles, contour: drawn };
  } finally {
    progress.clear();
  }
}

const errorText = (sign: '-' | '+', error: number | null) =>
  error === null ? `${sign}?` : `${sign}${short(error, 3)}`;

/** Asymmetric errors and what is to be said of them; empty without profiles. */
export function profilesInWords(scenario: Scenario, { profiles, contour: drawn }: Profiled): string {
  const lines = [
    ...(profiles ? ['Errors from the profile likelihood'] : []),
    ...(profiles?.parameters ?? []).map(({ path, value, errorBelow, errorAbove }) => {
      const unit = unitOf(scenario, path);
      return `  ${path}: ${short(value)} ${errorText('-', errorBelow)} ${errorText('+', errorAbove)}${unit === '' ? '' : ` ${unit}`}`;
    }),
    ...(profiles?.findings ?? []).map(({ text }) => `  ${text}`),
    ...(drawn
      ? [
          `Contours of ${drawn.paths.join(' and ')}: ${drawn.contours.map(({ probability }) => `${Math.round(100 * probability)} %`).join(', ')}`,
        ]
      : []),
    ...(drawn?.findings ?? []).map(({ text }) => `  ${text}`),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Whether a place below the minimum was met. */
export function isDeeper({ profiles, contour: drawn }: Profiled): boolean {
  return (profiles?.deeper ?? drawn?.deeper ?? null) !== null;
}
