import { approximationsInUse } from '../analysis/approximations.ts';
import { rankPulsars } from '../analysis/catalogue.ts';
import { loadCatalogue } from '../data/catalogue.ts';
import { dataset, datasetOf } from '../data/datasets.ts';
import { exportRankingCsv, exportRankingJson } from '../export/exportRanking.ts';
import { loadNodeKernel } from '../kernel/nodeKernel.ts';
import { InputError } from '../model/inputError.ts';
import { FLUX_ENERGY_LIMITS_GeV, populationBlock } from '../model/parameters.ts';
import { cataloguePulsars } from '../model/presets/catalogue.ts';
import { DEFAULT_PRESET_ID } from '../model/presets/presets.ts';
import { allowedInWords } from '../model/readScenario.ts';
import type { Scenario } from '../model/scenario.ts';
import { dipoleAnisotropy } from '../predict/dipole.ts';
import { type Arguments, type Command, DONE, type OptionDeclaration } from './command.ts';
import { LINK_BASE_OPTION, linkPlace } from './linkBase.ts';
import { outputEnding, writeResult } from './output.ts';
import { givenScenario, SET_OPTION } from './scenarioArgument.ts';
import { setAt } from './setAt.ts';

const DEFAULT_ENERGY_GeV = 100;
const [LOWEST, HIGHEST] = FLUX_ENERGY_LIMITS_GeV;

const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

/** Options that stand for a value of the population. */
const POPULATION_OPTIONS = {
  'max-distance-kpc': 'maxDistance_kpc',
  'min-age-kyr': 'minAge_kyr',
  'max-age-kyr': 'maxAge_kyr',
  'min-luminosity-erg-s': 'minSpinDownLuminosity_erg_s',
  kinds: 'kinds',
  'distance-model': 'distanceModel',
  'age-model': 'ageModel',
} as const satisfies Readonly<Record<string, keyof typeof populationBlock>>;

function populationOption(key: (typeof POPULATION_OPTIONS)[keyof typeof POPULATION_OPTIONS]): OptionDeclaration {
  const parameter = populationBlock[key];
  return {
    value: parameter.kind === 'choice' ? 'NAME' : 'NUMBER',
    about: `${parameter.label}: ${allowedInWords(parameter)} (population.${key})`,
  };
}

/** The number of an option, in the range. */
function numberOption(
  args: Arguments,
  name: string,
  [low, high]: readonly [number, number],
  unit: string,
): number | undefined {
  const text = args.option(name);
  if (text === undefined) return undefined;
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new InputError(
    `--${name}`,
    `--${name} is "${text}", but must be a number from ${low} to ${high}${unit}; change it.`,
  );
}

/** Puts the pulsars of the catalogue into a scenario that has none; without a scenario they stand alone. */
function complete(document: unknown, given: boolean): void {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return;
  const scenario = document as Partial<Scenario>;
  scenario.population ??= structuredClone(cataloguePulsars);
  if (given) return;
  scenario.name = 'Pulsars of the catalogue';
  scenario.sources = [];
  if (scenario.fit) scenario.fit.free = [];
}

export const catalogueCommand: Command = {
  name: 'catalogue',
  usage: '[SCENARIO] [--energy GEV] [--top N] [CUTS]... [--set PATH=VALUE]... [--link-base URL] [--out FILE]',
  summary: 'pulsars of the catalogue, ranked by their positrons at one energy',
  details: [
    'SCENARIO is a scenario file (JSON), - for standard input, or a preset such as preset:geminga (see "geminga presets").',
    `Without it propagation, losses, background and Sun of the preset "${DEFAULT_PRESET_ID}" are taken, no listed source, and`,
    'the pulsars of the catalogue as the declaration of "population" starts; the head of the table holds every value.',
    'A scenario without a population gets the same one. Its listed pulsars are ranked too, and not counted twice.',
    'Fluxes are those of positrons at Earth, modulated by the Sun. The last rows are the pulsars below --top together and the',
    'sum of all. The head says how many pulsars were left out, the share of the measured flux, and the dipole anisotropy.',
  ],
  options: {
    energy: {
      value: 'GEV',
      about: `kinetic energy in GeV, from ${LOWEST} to ${HIGHEST}; default ${DEFAULT_ENERGY_GeV}`,
    },
    top: { value: 'N', about: 'list only the N strongest one by one' },
    ...Object.fromEntries(Object.entries(POPULATION_OPTIONS).map(([name, key]) => [name, populationOption(key)])),
    set: SET_OPTION,
    'link-base': LINK_BASE_OPTION,
    out: { value: 'FILE', about: 'write to a file, as CSV or JSON by its ending (.csv, .json)' },
  },
  maxPositionals: 1,
  async run(args, io) {
    const out = args.option('out');
    const ending = out === undefined || out === '-' ? 'csv' : outputEnding(out, ['csv', 'json']);
    const energy = numberOption(args, 'energy', FLUX_ENERGY_LIMITS_GeV, ' GeV') ?? DEFAULT_ENERGY_GeV;
    const top = numberOption(args, 'top', [1, 1e6], '');
    if (top !== undefined && !Number.isInteger(top))
      throw new InputError('--top', `--top is ${top}, but must be a whole number; change it.`);
    const { scenario, presetId } = await givenScenario(args, io, (document, given) => {
      complete(document, given);
      for (const [name, key] of Object.entries(POPULATION_OPTIONS)) {
        const value = args.option(name);
        if (value !== undefined) setAt(document, `population.${key}=${value}`);
      }
    });
    const place = linkPlace(args, args.positionals.length === 0 ? null : presetId);
    if (args.positionals.length === 0)
      io.stderr('Its listed source is left out; all pulsars of the catalogue stand in its place.\n');
    const [catalogue, kernel] = [await loadCatalogue(), await loadNodeKernel()];
    const fitted = datasetOf(scenario, scenario.fit.dataset);
    const data = fitted.quantity === 'positron-flux' ? fitted : dataset('ams02-positrons-2019');
    const ranking = rankPulsars(kernel, scenario, catalogue, energy, data);
    const dipole = dipoleAnisotropy(kernel, scenario, catalogue, Float64Array.of(energy));
    const context = { ...place, datasets: [data], approximations: approximationsInUse(kernel, scenario) };
    const write = ending === 'json' ? exportRankingJson : exportRankingCsv;
    await writeResult(write(scenario, { ranking, dipole, catalogue, top }, context), out, io);
    return DONE;
  },
};
