/** The parameters of a case as a scenario, so that a case is read as strictly as everything else. */
import {
  type Block,
  defaultsOf,
  diffuseTermBlock,
  electronsBlock,
  fitBlock,
  haloBlock,
  lossesBlock,
  propagationBlock,
  pulsarBlock,
  slabBlock,
  sunBlock,
} from '../model/parameters.ts';
import { parseScenario } from '../model/readScenario.ts';
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Scenario } from '../model/scenario.ts';

/** Name of the pulsar that a case describes. */
export const CASE_SOURCE = 'case';

/** Where the names of reference cases stand in a scenario; those of a pulsar are the same. */
const PLACES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(pulsarBlock).map((key) => [key, `sources[${CASE_SOURCE}].${key}`])),
  D0_cm2_s: 'propagation.D0_cm2_s',
  delta: 'propagation.delta',
  referenceEnergy_GeV: 'propagation.referenceEnergy_GeV',
  D0Halo_cm2_s: 'propagation.halo.D0_cm2_s',
  haloRadius_pc: 'propagation.halo.radius_pc',
  losses: 'losses.model',
  magneticField_uG: 'losses.magneticField_uG',
  radiationField: 'losses.radiationField',
  radiationComponents: 'losses.radiationComponents',
  b0_GeV_s: 'losses.b0_GeV_s',
  secondaryNormalisation: 'background.normalisation',
  modulationPotential_MV: 'sun.potential_MV',
};

/** The path in a case's scenario of a parameter that reference files call `name`, or undefined. */
export function pathOfCaseParameter(name: string): string | undefined {
  return PLACES[name];
}

const namesIn = (block: string) => Object.keys(PLACES).filter((name) => PLACES[name]?.startsWith(block));
/** Names that describe a pulsar, the slow zone around it, diffusion elsewhere, the losses. */
export const PULSAR_NAMES = Object.keys(pulsarBlock);
export const HALO_NAMES = namesIn('propagation.halo.');
export const PROPAGATION_NAMES = namesIn('propagation.').filter((name) => !HALO_NAMES.includes(name));
export const LOSSES_NAMES = namesIn('losses.');

/** What may be left out of a case: a feature that it does not use. */
function withNulls(block: Block, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(block).map(([key, parameter]) => [
      key,
      given[key] === undefined && parameter.kind === 'nullable-number' ? null : given[key],
    ]),
  );
}

/**
 * Propagation from the parameters of a case, which name D0, delta and what the slow zone is; which solver and which
 * options of the program answer is not theirs to say, so that these stay at their defaults: the exact ones.
 */
function propagationOfCase(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { D0_cm2_s, delta, referenceEnergy_GeV = null, D0Halo_cm2_s, haloRadius_pc } = given;
  const oneZone = D0Halo_cm2_s === undefined && haloRadius_pc === undefined;
  return {
    ...defaultsOf(propagationBlock),
    D0_cm2_s,
    delta,
    referenceEnergy_GeV,
    slab: defaultsOf(slabBlock),
    halo: oneZone ? null : { ...defaultsOf(haloBlock), D0_cm2_s: D0Halo_cm2_s, radius_pc: haloRadius_pc },
  };
}

export interface CaseBlocks {
  /** Parameters of each pulsar; the first is called `case`. */
  readonly pulsars?: readonly Readonly<Record<string, unknown>>[];
  readonly propagation?: Readonly<Record<string, unknown>>;
  readonly losses?: Readonly<Record<string, unknown>>;
  readonly diffuseTerm?: Readonly<Record<string, unknown>>;
  readonly sun?: Readonly<Record<string, unknown>>;
}

/**
 * A scenario from the parameters of a case; blocks that the case does not have stay at their defaults or away.
 *
 * @throws {InputError} for whatever a scenario may not hold
 */
export function scenarioOfCase({ pulsars = [], propagation, losses, diffuseTerm, sun }: CaseBlocks): Scenario {
  const loss = losses ?? { losses: 'thomson', b0_GeV_s: lossesBlock.b0_GeV_s.start };
  return parseScenario({
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    name: CASE_SOURCE,
    sources: pulsars.map((pulsar, index) => ({
      type: 'pulsar',
      name: index === 0 ? CASE_SOURCE : `${CASE_SOURCE} ${index + 1}`,
      enabled: true,
      ...withNulls(pulsarBlock, pulsar),
    })),
    propagation: propagation
      ? propagationOfCase(propagation)
      : { ...defaultsOf(propagationBlock), halo: null, slab: defaultsOf(slabBlock) },
    losses: {
      ...withNulls(lossesBlock, loss),
      model: loss['losses'],
      radiationField: loss['radiationField'] ?? null,
      radiationComponents: loss['radiationComponents'] ?? null,
    },
    population: null,
    background: diffuseTerm
      ? {
          model: 'ams02-diffuse-term',
          ...withNulls(diffuseTermBlock, { normalisation: diffuseTerm['secondaryNormalisation'] }),
        }
      : { model: 'none' },
    darkMatter: null,
    electrons: defaultsOf(electronsBlock),
    sun: sun ? withNulls(sunBlock, { potential_MV: sun['modulationPotential_MV'] }) : defaultsOf(sunBlock),
    ownData: null,
    fit: {
      dataset: 'ams02-positrons-2021',
      furtherDatasets: [],
      energyRange_GeV: [0, 1e6],
      free: [],
      ...defaultsOf(fitBlock),
      correlationLengths_dex: null,
      priors: [],
    },
  });
}
