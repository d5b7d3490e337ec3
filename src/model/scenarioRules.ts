/** Rules that join several keys of a scenario; each throws one sentence. */

import type { InputSentences } from './inputSentences.ts';
import { inputError } from './inputSentences.ts';
import { checkOwnData } from './ownTableRules.ts';
import { freePaths } from './paths.ts';
import type { DarkMatter, Halo, Losses, Population, Propagation, PulsarSource, Scenario } from './scenario.ts';

/** What the rules of injection read. */
type Injection = Pick<
  PulsarSource,
  'breakEnergy_GeV' | 'spectralIndex' | 'spectralIndex2' | 'cutoffEnergy_GeV' | 'minEnergy_GeV' | 'maxEnergy_GeV'
>;

function refuse<Id extends keyof InputSentences>(
  path: string,
  id: Id,
  ...values: Parameters<InputSentences[Id]>
): never {
  throw inputError(path, id, ...values);
}

function bothOrNeither(path: string, block: Record<string, unknown>, first: string, second: string): void {
  const [given, missing] = block[first] === null ? [second, first] : [first, second];
  if ((block[first] === null) !== (block[second] === null)) {
    refuse(`${path}.${given}`, 'halfABreak', block[given as string] as number, missing);
  }
}

/** How one pulsar, or each of many, injects. */
function checkInjection(path: string, source: Injection): void {
  bothOrNeither(path, source, 'breakEnergy_GeV', 'spectralIndex2');
  if (source.maxEnergy_GeV !== null && source.maxEnergy_GeV <= source.minEnergy_GeV) {
    refuse(`${path}.maxEnergy_GeV`, 'belowMinEnergy', source.maxEnergy_GeV, source.minEnergy_GeV);
  }
  if (source.cutoffEnergy_GeV !== null && source.cutoffEnergy_GeV < source.minEnergy_GeV) {
    refuse(`${path}.cutoffEnergy_GeV`, 'cutoffBelowMinEnergy', source.cutoffEnergy_GeV, source.minEnergy_GeV);
  }
  const highestIndex = source.spectralIndex2 ?? source.spectralIndex;
  if (source.cutoffEnergy_GeV === null && source.maxEnergy_GeV === null && highestIndex <= 2) {
    refuse(`${path}.cutoffEnergy_GeV`, 'infiniteEnergy', highestIndex);
  }
}

function checkPulsar(path: string, source: PulsarSource): void {
  if (source.releaseDelay_kyr >= source.age_kyr) {
    refuse(`${path}.releaseDelay_kyr`, 'delayAboveAge', source.releaseDelay_kyr, source.age_kyr);
  }
  checkInjection(path, source);
}

function unique(path: string, names: readonly string[], what: string): void {
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) refuse(`${path}[${twice}]`, 'twice', names[twice] as string, what);
}

function checkPopulation(population: Population, { solver, halo }: Propagation): void {
  const path = 'population';
  checkInjection(path, population);
  for (const [index, override] of population.overrides.entries()) {
    const { spectralIndex, cutoffEnergy_GeV } = override;
    checkInjection(`${path}.overrides[${index}]`, {
      ...population,
      spectralIndex: spectralIndex ?? population.spectralIndex,
      cutoffEnergy_GeV: cutoffEnergy_GeV ?? population.cutoffEnergy_GeV,
    });
  }
  unique(
    `${path}.overrides`,
    population.overrides.map(({ name }) => name),
    'pulsar',
  );
  unique(`${path}.named`, population.named, 'pulsar');
  if (population.minAge_kyr >= population.maxAge_kyr) {
    refuse(`${path}.minAge_kyr`, 'agesCross', population.minAge_kyr, population.maxAge_kyr);
  }
  if (solver === 'finite-volume') {
    refuse(path, 'catalogueInVolumes');
  }
  if (halo?.greensFunction === 'tang-piran-2019') {
    refuse('propagation.halo.greensFunction', 'catalogueInClosedForm');
  }
}

function checkColumns(path: string, energies_GeV: readonly number[], column: string, values: readonly number[]): void {
  if (energies_GeV.length !== values.length) {
    refuse(`${path}.${column}`, 'columnLength', values.length, energies_GeV.length);
  }
  const back = energies_GeV.findIndex((energy, i) => i > 0 && energy <= (energies_GeV[i - 1] as number));
  if (back >= 0) {
    refuse(`${path}.energies_GeV[${back}]`, 'unsorted', energies_GeV[back] as number);
  }
}

function checkDarkMatter(darkMatter: DarkMatter): void {
  const [needed, other] =
    darkMatter.process === 'annihilation'
      ? (['crossSection_cm3_s', 'lifetime_s'] as const)
      : (['lifetime_s', 'crossSection_cm3_s'] as const);
  if (darkMatter[needed] === null) refuse(`darkMatter.${needed}`, 'processNeeds', darkMatter.process);
  if (darkMatter[other] !== null)
    refuse(`darkMatter.${other}`, 'processIgnores', darkMatter[other], darkMatter.process);
  const { spectrum, channel, mass_GeV, process } = darkMatter;
  if (channel === 'table' && spectrum === null) refuse('darkMatter.spectrum', 'channelNeedsTable');
  if (channel !== 'table' && spectrum !== null) refuse('darkMatter.spectrum', 'channelHasSpectrum', channel);
  if (spectrum !== null) {
    checkColumns('darkMatter.spectrum', spectrum.energies_GeV, 'perEvent_per_GeV', spectrum.perEvent_per_GeV);
    const most = process === 'annihilation' ? mass_GeV : mass_GeV / 2;
    const last = spectrum.energies_GeV.at(-1) as number;
    if (last > most) refuse('darkMatter.spectrum.energies_GeV', 'beyondMass', last, most);
  }
}

function checkPropagation({ propagation, sources }: Scenario): void {
  bothOrNeither('propagation', propagation, 'breakEnergy_GeV', 'deltaAboveBreak');
  if (propagation.referenceEnergy_GeV !== null && propagation.breakEnergy_GeV !== null) {
    refuse('propagation.referenceEnergy_GeV', 'twoForms', propagation.referenceEnergy_GeV);
  }
  const { solver, propagator, halo } = propagation;
  if (propagator === 'juettner' && (halo !== null || solver !== 'greens')) {
    refuse('propagation.propagator', 'juettnerAlone');
  }
  const pulsars = sources.filter((source) => source.type === 'pulsar' && source.enabled) as PulsarSource[];
  const moving = pulsars.find((pulsar) => pulsar.transverseVelocity_km_s > 0);
  if (solver === 'finite-volume' && moving) {
    refuse('propagation.solver', 'movesInVolumes', moving.name, moving.transverseVelocity_km_s);
  }
  if (halo) checkHalo(halo, solver, pulsars);
  const { haloHalfHeight_kpc, discHalfThickness_kpc } = propagation.slab;
  if (discHalfThickness_kpc > haloHalfHeight_kpc) {
    refuse('propagation.slab.discHalfThickness_kpc', 'discAboveHalo', discHalfThickness_kpc, haloHalfHeight_kpc);
  }
}

function checkHalo(halo: Halo, solver: Propagation['solver'], pulsars: readonly PulsarSource[]): void {
  const path = 'propagation.halo';
  if (halo.endTime_kyr !== null && halo.endTime_kyr <= halo.beginTime_kyr) {
    refuse(`${path}.endTime_kyr`, 'haloEndsEarly', halo.endTime_kyr, halo.beginTime_kyr);
  }
  if (solver === 'finite-volume') {
    if (halo.greensFunction !== 'exact') {
      refuse(`${path}.greensFunction`, 'formInVolumes', halo.greensFunction);
    }
    return;
  }
  const beyond = [
    ['delta', halo.delta !== null],
    ['edgeWidth_pc', halo.edgeWidth_pc > 0],
    ['beginTime_kyr', halo.beginTime_kyr > 0],
    ['endTime_kyr', halo.endTime_kyr !== null],
  ] as const;
  const asked = beyond.find(([, given]) => given);
  if (asked) {
    refuse(`${path}.${asked[0]}`, 'noGreensFunction', halo[asked[0]]);
  }
  const inside = pulsars.find((pulsar) => pulsar.distance_pc <= halo.radius_pc);
  if (halo.greensFunction === 'tang-piran-2019' && inside) {
    refuse(`${path}.greensFunction`, 'formInsideHalo', inside.name, inside.distance_pc, halo.radius_pc);
  }
}

function checkLosses(losses: Losses): void {
  if (losses.model === 'thomson') {
    if (losses.b0_GeV_s === null) refuse('losses.b0_GeV_s', 'thomsonNeedsRate');
    for (const key of ['magneticField_uG', 'radiationField', 'radiationComponents'] as const) {
      if (losses[key] !== null) refuse(`losses.${key}`, 'thomsonIgnores');
    }
    return;
  }
  if (losses.b0_GeV_s !== null) refuse('losses.b0_GeV_s', 'kleinNishinaIgnoresRate', losses.b0_GeV_s);
  if (losses.magneticField_uG === null) refuse('losses.magneticField_uG', 'kleinNishinaNeedsField');
  if (losses.radiationField === null) refuse('losses.radiationField', 'kleinNishinaNeedsRadiation');
  if (losses.radiationField === 'custom') {
    const components = losses.radiationComponents;
    if (components === null) refuse('losses.radiationComponents', 'noBlackbodies');
    const names = components.map((component) => component.name);
    const twice = names.find((name, index) => name === 'synchrotron' || names.indexOf(name) !== index);
    if (twice !== undefined) refuse('losses.radiationComponents', 'sameBlackbody', twice);
    if (losses.magneticField_uG === 0 && !components.some((component) => component.energyDensity_eV_cm3 > 0)) {
      refuse('losses.magneticField_uG', 'nothingCools');
    }
  } else if (losses.radiationComponents !== null) {
    refuse('losses.radiationComponents', 'fieldHasBlackbodies', losses.radiationField as string);
  }
}

/** Checks the rules that join values: the ones that a fit, which moves values, could break. */
export function checkValues(scenario: Scenario): void {
  scenario.sources.forEach((source, index) => {
    if (source.type === 'pulsar') checkPulsar(`sources[${index}]`, source);
  });
  checkPropagation(scenario);
  checkLosses(scenario.losses);
  const { population, background, darkMatter } = scenario;
  if (population) checkPopulation(population, scenario.propagation);
  if (background.model === 'table') checkColumns('background', background.energies_GeV, 'flux', background.flux);
  if (darkMatter) checkDarkMatter(darkMatter);
}

function checkPriors({ fit: { priors, free } }: Scenario): void {
  for (const [index, prior] of priors.entries()) {
    const path = `fit.priors[${index}]`;
    if (!free.includes(prior.path)) refuse(`${path}.path`, 'priorOfFixed', prior.path);
    if (priors.findIndex((other) => other.path === prior.path) !== index)
      refuse(`${path}.path`, 'secondPrior', prior.path);
    if (prior.distribution === 'gaussian') {
      if (!(prior.standardDeviation > 0)) refuse(`${path}.standardDeviation`, 'priorWidth', prior.standardDeviation);
    } else {
      if (!(prior.low < prior.high)) refuse(`${path}.low`, 'priorCrosses', prior.low, prior.high);
      if (prior.distribution === 'log-uniform' && !(prior.low > 0))
        refuse(`${path}.low`, 'priorNotPositive', prior.low);
    }
  }
}

/** Checks what the shape of a scenario cannot say. */
export function checkScenario(scenario: Scenario): void {
  const names = scenario.sources.map((source) => source.name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) refuse(`sources[${twice}].name`, 'sameName', names[twice] as string);
  checkValues(scenario);
  const [low, high] = scenario.fit.energyRange_GeV;
  if (low >= high) refuse('fit.energyRange_GeV', 'rangeCrosses', low, high);
  checkOwnData(scenario);
  checkPriors(scenario);
  unique('fit.furtherDatasets', scenario.fit.furtherDatasets, 'data set');
  const again = scenario.fit.furtherDatasets.indexOf(scenario.fit.dataset);
  if (again >= 0) refuse(`fit.furtherDatasets[${again}]`, 'fittedAlready', scenario.fit.dataset);
  const allowed = freePaths(scenario);
  scenario.fit.free.forEach((path, index) => {
    if (!allowed.includes(path)) {
      refuse(`fit.free[${index}]`, 'notFreeable', path, allowed.slice(0, 4).join(', '));
    }
    if (scenario.fit.free.indexOf(path) !== index) refuse(`fit.free[${index}]`, 'freeTwice', path);
  });
}
