/** Rules that join several keys of a scenario; each throws one sentence. */
import { InputError } from './inputError.ts';
import { freePaths } from './paths.ts';
import type { DarkMatter, Halo, Losses, Population, Propagation, PulsarSource, Scenario } from './scenario.ts';

/** What the rules of injection read. */
type Injection = Pick<
  PulsarSource,
  'breakEnergy_GeV' | 'spectralIndex' | 'spectralIndex2' | 'cutoffEnergy_GeV' | 'minEnergy_GeV' | 'maxEnergy_GeV'
>;

function refuse(path: string, sentence: string): never {
  throw new InputError(path, `${path} ${sentence}`);
}

function bothOrNeither(path: string, block: Record<string, unknown>, first: string, second: string): void {
  const [given, missing] = block[first] === null ? [second, first] : [first, second];
  if ((block[first] === null) !== (block[second] === null)) {
    refuse(
      `${path}.${given}`,
      `is ${block[given]} while ${missing} is null; give both for a break, or null for neither.`,
    );
  }
}

/** How one pulsar, or each of many, injects. */
function checkInjection(path: string, source: Injection): void {
  bothOrNeither(path, source, 'breakEnergy_GeV', 'spectralIndex2');
  if (source.maxEnergy_GeV !== null && source.maxEnergy_GeV <= source.minEnergy_GeV) {
    refuse(
      `${path}.maxEnergy_GeV`,
      `is ${source.maxEnergy_GeV} GeV, but must be above minEnergy_GeV, ${source.minEnergy_GeV} GeV; raise it.`,
    );
  }
  if (source.cutoffEnergy_GeV !== null && source.cutoffEnergy_GeV < source.minEnergy_GeV) {
    refuse(
      `${path}.cutoffEnergy_GeV`,
      `is ${source.cutoffEnergy_GeV} GeV, but must not be below minEnergy_GeV, ${source.minEnergy_GeV} GeV; raise it.`,
    );
  }
  const highestIndex = source.spectralIndex2 ?? source.spectralIndex;
  if (source.cutoffEnergy_GeV === null && source.maxEnergy_GeV === null && highestIndex <= 2) {
    refuse(
      `${path}.cutoffEnergy_GeV`,
      `is null while the spectral index is ${highestIndex}: the energy would be infinite; give cutoffEnergy_GeV or maxEnergy_GeV, or an index above 2.`,
    );
  }
}

function checkPulsar(path: string, source: PulsarSource): void {
  if (source.releaseDelay_kyr >= source.age_kyr) {
    refuse(
      `${path}.releaseDelay_kyr`,
      `is ${source.releaseDelay_kyr} kyr, but must be below the age, ${source.age_kyr} kyr; lower it.`,
    );
  }
  checkInjection(path, source);
}

function unique(path: string, names: readonly string[], what: string): void {
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) refuse(`${path}[${twice}]`, `names "${names[twice]}" again; name every ${what} once.`);
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
    refuse(
      `${path}.minAge_kyr`,
      `is ${population.minAge_kyr} kyr, but must be below maxAge_kyr, ${population.maxAge_kyr} kyr; lower it.`,
    );
  }
  if (solver === 'finite-volume') {
    refuse(
      path,
      'holds a catalogue while propagation.solver is "finite-volume", which would take minutes; set the solver to "greens", or population to null.',
    );
  }
  if (halo?.greensFunction === 'tang-piran-2019') {
    refuse(
      'propagation.halo.greensFunction',
      'is "tang-piran-2019", a closed form for comparison with listed pulsars; set it to "exact", or population to null.',
    );
  }
}

function checkColumns(path: string, energies_GeV: readonly number[], column: string, values: readonly number[]): void {
  if (energies_GeV.length !== values.length) {
    refuse(
      `${path}.${column}`,
      `has ${values.length} numbers for ${energies_GeV.length} energies; give one for every energy.`,
    );
  }
  const back = energies_GeV.findIndex((energy, i) => i > 0 && energy <= (energies_GeV[i - 1] as number));
  if (back >= 0) {
    refuse(
      `${path}.energies_GeV[${back}]`,
      `is ${energies_GeV[back]} GeV, not above the one before; sort the table by energy.`,
    );
  }
}

function checkDarkMatter(darkMatter: DarkMatter): void {
  const [needed, other] =
    darkMatter.process === 'annihilation'
      ? (['crossSection_cm3_s', 'lifetime_s'] as const)
      : (['lifetime_s', 'crossSection_cm3_s'] as const);
  if (darkMatter[needed] === null)
    refuse(`darkMatter.${needed}`, `is null, but ${darkMatter.process} needs it; give a number.`);
  if (darkMatter[other] !== null)
    refuse(
      `darkMatter.${other}`,
      `is ${darkMatter[other]}, but ${darkMatter.process} does not use it; set it to null.`,
    );
  const { spectrum, channel, mass_GeV, process } = darkMatter;
  if (channel === 'table' && spectrum === null)
    refuse(
      'darkMatter.spectrum',
      'is null, but channel "table" needs it; give positrons per event, or another channel.',
    );
  if (channel !== 'table' && spectrum !== null)
    refuse('darkMatter.spectrum', `is given, but channel "${channel}" brings its own; set it to null.`);
  if (spectrum !== null) {
    checkColumns('darkMatter.spectrum', spectrum.energies_GeV, 'perEvent_per_GeV', spectrum.perEvent_per_GeV);
    const most = process === 'annihilation' ? mass_GeV : mass_GeV / 2;
    const last = spectrum.energies_GeV.at(-1) as number;
    if (last > most)
      refuse(
        'darkMatter.spectrum.energies_GeV',
        `ends at ${last} GeV, but no positron can have more than ${most} GeV; cut the table or raise the mass.`,
      );
  }
}

function checkPropagation({ propagation, sources }: Scenario): void {
  bothOrNeither('propagation', propagation, 'breakEnergy_GeV', 'deltaAboveBreak');
  if (propagation.referenceEnergy_GeV !== null && propagation.breakEnergy_GeV !== null) {
    refuse(
      'propagation.referenceEnergy_GeV',
      `is ${propagation.referenceEnergy_GeV} GeV together with breakEnergy_GeV; use one form of D(E) and set the other to null.`,
    );
  }
  const { solver, propagator, halo } = propagation;
  if (propagator === 'juettner' && (halo !== null || solver !== 'greens')) {
    refuse(
      'propagation.propagator',
      'is "juettner", which holds for one zone and the solver "greens" only; set halo to null and the solver to "greens", or use "gaussian".',
    );
  }
  const pulsars = sources.filter((source) => source.type === 'pulsar' && source.enabled) as PulsarSource[];
  const moving = pulsars.find((pulsar) => pulsar.transverseVelocity_km_s > 0);
  if (solver === 'finite-volume' && moving) {
    refuse(
      'propagation.solver',
      `is "finite-volume", which needs pulsars at rest, but ${moving.name} moves with ${moving.transverseVelocity_km_s} km/s; use "greens" or set its velocity to 0.`,
    );
  }
  if (halo) checkHalo(halo, solver, pulsars);
  const { haloHalfHeight_kpc, discHalfThickness_kpc } = propagation.slab;
  if (discHalfThickness_kpc > haloHalfHeight_kpc) {
    refuse(
      'propagation.slab.discHalfThickness_kpc',
      `is ${discHalfThickness_kpc} kpc, but must not exceed haloHalfHeight_kpc, ${haloHalfHeight_kpc} kpc; lower it.`,
    );
  }
}

function checkHalo(halo: Halo, solver: Propagation['solver'], pulsars: readonly PulsarSource[]): void {
  const path = 'propagation.halo';
  if (halo.endTime_kyr !== null && halo.endTime_kyr <= halo.beginTime_kyr) {
    refuse(
      `${path}.endTime_kyr`,
      `is ${halo.endTime_kyr} kyr, but must be after beginTime_kyr, ${halo.beginTime_kyr} kyr; raise it.`,
    );
  }
  if (solver === 'finite-volume') {
    if (halo.greensFunction !== 'exact') {
      refuse(
        `${path}.greensFunction`,
        `is "${halo.greensFunction}", but the solver "finite-volume" uses none; set it to "exact".`,
      );
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
    refuse(
      `${path}.${asked[0]}`,
      `is ${halo[asked[0]]}, which has no Green's function; set propagation.solver to "finite-volume", or take it back.`,
    );
  }
  const inside = pulsars.find((pulsar) => pulsar.distance_pc <= halo.radius_pc);
  if (halo.greensFunction === 'tang-piran-2019' && inside) {
    refuse(
      `${path}.greensFunction`,
      `is "tang-piran-2019", which can be negative inside the halo, where the Earth is for ${inside.name} (${inside.distance_pc} pc, radius ${halo.radius_pc} pc); use "exact".`,
    );
  }
}

function checkLosses(losses: Losses): void {
  if (losses.model === 'thomson') {
    if (losses.b0_GeV_s === null)
      refuse('losses.b0_GeV_s', 'is null, but Thomson losses need it; give b0 in GeV/s, 1e-16 for instance.');
    for (const key of ['magneticField_uG', 'radiationField', 'radiationComponents'] as const) {
      if (losses[key] !== null) refuse(`losses.${key}`, 'is given, but Thomson losses do not use it; set it to null.');
    }
    return;
  }
  if (losses.b0_GeV_s !== null)
    refuse('losses.b0_GeV_s', `is ${losses.b0_GeV_s}, but Klein-Nishina losses do not use it; set it to null.`);
  if (losses.magneticField_uG === null)
    refuse('losses.magneticField_uG', 'is null, but Klein-Nishina losses need it; give B in uG, 3 for instance.');
  if (losses.radiationField === null)
    refuse(
      'losses.radiationField',
      'is null, but Klein-Nishina losses need it; name a field, "hooper2017" for instance.',
    );
  if (losses.radiationField === 'custom') {
    const components = losses.radiationComponents;
    if (components === null)
      refuse('losses.radiationComponents', 'is null, but radiationField "custom" needs it; list the blackbodies.');
    const names = components.map((component) => component.name);
    const twice = names.find((name, index) => name === 'synchrotron' || names.indexOf(name) !== index);
    if (twice !== undefined)
      refuse(
        'losses.radiationComponents',
        `names "${twice}" twice (synchrotron counts too); give every component its own name.`,
      );
    if (losses.magneticField_uG === 0 && !components.some((component) => component.energyDensity_eV_cm3 > 0)) {
      refuse(
        'losses.magneticField_uG',
        'is 0 uG and no radiation component has energy: nothing would cool; raise one of them.',
      );
    }
  } else if (losses.radiationComponents !== null) {
    refuse(
      'losses.radiationComponents',
      `is given, but radiationField "${losses.radiationField}" brings its own; set it to null or the field to "custom".`,
    );
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
    if (!free.includes(prior.path))
      refuse(`${path}.path`, `is "${prior.path}", which is not free; free it, or remove the prior.`);
    if (priors.findIndex((other) => other.path === prior.path) !== index)
      refuse(`${path}.path`, `is "${prior.path}" again; give a parameter one prior.`);
    if (prior.distribution === 'gaussian') {
      if (!(prior.standardDeviation > 0))
        refuse(`${path}.standardDeviation`, `is ${prior.standardDeviation}, but must be above 0; raise it.`);
    } else {
      if (!(prior.low < prior.high))
        refuse(`${path}.low`, `is ${prior.low}, but must be below high, ${prior.high}; exchange them.`);
      if (prior.distribution === 'log-uniform' && !(prior.low > 0))
        refuse(`${path}.low`, `is ${prior.low}, but a log-uniform prior needs a number above 0; raise it.`);
    }
  }
}

/** Checks what the shape of a scenario cannot say. */
export function checkScenario(scenario: Scenario): void {
  const names = scenario.sources.map((source) => source.name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0)
    refuse(`sources[${twice}].name`, `is "${names[twice]}", the name of another source; give every source its own.`);
  checkValues(scenario);
  const [low, high] = scenario.fit.energyRange_GeV;
  if (low >= high)
    refuse(
      'fit.energyRange_GeV',
      `is ${low} to ${high} GeV, but the lower end must be below the upper one; exchange them.`,
    );
  checkPriors(scenario);
  unique('fit.furtherDatasets', scenario.fit.furtherDatasets, 'data set');
  const again = scenario.fit.furtherDatasets.indexOf(scenario.fit.dataset);
  if (again >= 0)
    refuse(
      `fit.furtherDatasets[${again}]`,
      `is "${scenario.fit.dataset}", the data set of the fit already; remove it.`,
    );
  const allowed = freePaths(scenario);
  scenario.fit.free.forEach((path, index) => {
    if (!allowed.includes(path)) {
      refuse(
        `fit.free[${index}]`,
        `is "${path}", which is no number of this scenario that a fit can free; use one of ${allowed.slice(0, 4).join(', ')}, …`,
      );
    }
    if (scenario.fit.free.indexOf(path) !== index)
      refuse(`fit.free[${index}]`, `is "${path}" again; name every free parameter once.`);
  });
}
