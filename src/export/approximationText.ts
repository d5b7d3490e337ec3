/** The labelled approximations of a scenario, in words. */
import type { Approximation } from '../analysis/analysisTypes.ts';
import type { ChoiceParameter } from '../model/parameters.ts';
import { parameterAt, valueAt } from '../model/paths.ts';
import type { Scenario } from '../model/scenario.ts';
import { short } from './measuredValue.ts';

/** Choices that are no exact solution of the model, by the path of the choice. */
export const APPROXIMATE_CHOICES: Readonly<Record<string, readonly string[]>> = {
  'losses.model': ['kn-fit', 'thomson'],
  'propagation.halo.greensFunction': ['tang-piran-2019'],
};

/** One sentence about an approximation, and the choice that brings it in. */
export interface ApproximationNote {
  readonly path: string;
  readonly text: string;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `1.0`, `35`, `1.2e-4` */
function twoDigits(ratio: number): string {
  return ratio >= 0.01 && ratio < 99.5 ? ratio.toPrecision(2) : short(ratio, 2);
}

/** `300 GeV`, `100 TeV` */
function energyInWords(energy_GeV: number): string {
  return energy_GeV >= 1000 ? `${short(energy_GeV / 1000)} TeV` : `${short(energy_GeV)} GeV`;
}

/** A measured approximation in numbers, each as it is written. */
export interface MeasuredApproximation {
  /** The choice in words, beginning large. */
  readonly name: string;
  readonly approximation: Approximation;
  /** Null without an exact value to compare with. */
  readonly at: {
    readonly ratio: string;
    readonly energy: string;
    readonly least: string;
    readonly most: string;
    readonly first: string;
    readonly last: string;
  } | null;
}

/** How notes about approximations are said: in English unless the page brings other words. */
export interface ApproximationWords {
  readonly option: (parameter: ChoiceParameter, value: string) => string;
  readonly notComputed: (name: string) => string;
  readonly measured: (measured: MeasuredApproximation) => string;
}

const english: ApproximationWords = {
  option: ({ options }, value) => options[value] ?? value,
  notComputed: (name) => `${name}: how far it is from the exact model was not computed.`,
  // `Closed form …: 1.7 times the exact flux of Geminga at 300 GeV (1.4 to 2.4 between 10 GeV and 1 TeV)`
  measured: ({ name, approximation, at }) => {
    const [quantity, reference] = approximation.what.split(' against ') as [string, string?];
    const against = reference === undefined ? '' : `; exact is ${reference.replace(/exact /, '')}`;
    if (at === null) return `${name}: no exact ${quantity} to compare with${against}.`;
    const between = `${at.least} to ${at.most} between ${at.first} and ${at.last}`;
    return `${name}: ${at.ratio} times the exact ${quantity} at ${at.energy} (${between})${against}.`;
  },
};

function measured(
  name: string,
  approximation: Approximation,
  ratioText: (ratio: number) => string,
): MeasuredApproximation {
  const { ratios } = approximation;
  const middle = ratios[Math.floor(ratios.length / 2)];
  const [first, last] = [ratios[0], ratios.at(-1)];
  if (!middle || !first || !last) return { name, approximation, at: null };
  const all = ratios.map(({ ratio }) => ratio);
  return {
    name,
    approximation,
    at: {
      ratio: ratioText(middle.ratio),
      energy: energyInWords(middle.energy_GeV),
      least: ratioText(Math.min(...all)),
      most: ratioText(Math.max(...all)),
      first: energyInWords(first.energy_GeV),
      last: energyInWords(last.energy_GeV),
    },
  };
}

/**
 * A sentence for every approximation in use, whether or not its error is known.
 *
 * @param approximations how far each is from the exact model, as measured for this scenario
 * @param ratioText how a ratio is written
 * @param words in which language
 */
export function approximationNotes(
  scenario: Scenario,
  approximations: readonly Approximation[],
  ratioText: (ratio: number) => string = twoDigits,
  words: ApproximationWords = english,
): ApproximationNote[] {
  return Object.entries(APPROXIMATE_CHOICES).flatMap(([path, values]) => {
    const parameter = parameterAt(scenario, path);
    if (parameter?.kind !== 'choice') return [];
    const value = String(valueAt(scenario, path));
    if (!values.includes(value)) return [];
    const name = capitalised(words.option(parameter, value));
    const known = approximations.filter((one) => one.path === path);
    return known.length === 0
      ? [{ path, text: words.notComputed(name) }]
      : known.map((one) => ({ path, text: words.measured(measured(name, one, ratioText)) }));
  });
}

/** The same as lines of a file. */
export function approximationLines(scenario: Scenario, approximations: readonly Approximation[] = []): string[] {
  return approximationNotes(scenario, approximations).map(({ path, text }) => `APPROXIMATION, ${path}: ${text}`);
}
