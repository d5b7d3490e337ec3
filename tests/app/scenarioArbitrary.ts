/** Valid scenarios: presets after random edits of the page, without those that a rule refuses. */
import fc from 'fast-check';
import {
  DEFAULT_DARK_MATTER,
  edit,
  withBackground,
  withDarkMatter,
  withFree,
  withHalo,
  withNamed,
  withOverride,
  withPopulation,
  withRadiationField,
} from '../../src/app/state/edits.ts';
import { DEFAULT_HALO } from '../../src/app/state/haloEdits.ts';
import { withOwnData, withoutOwnData } from '../../src/model/ownDataEdits.ts';
import type { Parameter } from '../../src/model/parameters.ts';
import { freePaths, placedParameters } from '../../src/model/paths.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { presets } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { SMALL_TABLE } from '../ownTable.ts';

interface RandomEdit {
  readonly which: number;
  readonly fraction: number;
  readonly off: boolean;
}

const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  which: fc.nat(1000),
  fraction: fc.double({ min: 0, max: 1, noNaN: true }),
  off: fc.boolean(),
});

function valueFor(parameter: Parameter, { fraction, off }: RandomEdit): number | string | null {
  if (parameter.kind === 'choice') {
    const options = Object.keys(parameter.options);
    return options[Math.floor(fraction * (options.length - 1e-9))] ?? parameter.default;
  }
  if (parameter.kind === 'nullable-number' && off) return null;
  const [low, high] = parameter.range;
  return low + fraction * (high - low);
}

const NAMES = ['J0633+1746', 'J0659+1414', 'J0835-4510', 'J1057-5226'];

function ownValues({ fraction, off }: RandomEdit) {
  return { enabled: !off || fraction > 0.5, distance_pc: off ? null : 100 + 1000 * fraction };
}

/** One random edit; the scenario stays as it was if the result breaks a rule. */
function apply(scenario: Scenario, random: RandomEdit): Scenario {
  const places = placedParameters(scenario);
  const freeable = freePaths(scenario);
  const structural: (() => Scenario)[] = [
    () => withRadiationField(scenario, random.off ? 'custom' : 'evoli2018'),
    () => withHalo(scenario, random.off ? null : (scenario.propagation.halo ?? DEFAULT_HALO)),
    () => withBackground(scenario, random.off ? 'none' : random.fraction < 0.5 ? 'ams02-diffuse-term' : 'secondaries'),
    () => withPopulation(scenario, random.off ? null : (scenario.population ?? cataloguePulsars)),
    () => withNamed(scenario, [NAMES[random.which % NAMES.length] as string], random.off),
    () => withOverride(scenario, [NAMES[random.which % NAMES.length] as string], ownValues(random)),
    () => withDarkMatter(scenario, random.off ? null : (scenario.darkMatter ?? DEFAULT_DARK_MATTER)),
    () => (random.off ? withoutOwnData(scenario) : withOwnData(scenario, SMALL_TABLE, random.fraction < 0.5)),
    () => withFree(scenario, freeable[Math.floor(random.fraction * (freeable.length - 1))] ?? '', !random.off),
  ];
  const index = random.which % (places.length + structural.length);
  const place = places[index];
  try {
    const next = place
      ? edit(scenario, place.path, valueFor(place.parameter, random))
      : structural[index - places.length]?.();
    return next ? parseScenario(next) : scenario;
  } catch {
    return scenario;
  }
}

export const scenarioArbitrary: fc.Arbitrary<Scenario> = fc
  .tuple(fc.constantFrom(...presets), fc.array(randomEdit, { maxLength: 12 }))
  .map(([preset, edits]) => edits.reduce(apply, preset.scenario));
