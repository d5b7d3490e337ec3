import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/evaluate.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { darkMatterBlock, defaultsOf, populationSelectionBlock, secondariesBlock } from '../../src/model/parameters.ts';
import { placedParameters, valueAt, withValue } from '../../src/model/paths.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { DarkMatter, Halo, Scenario } from '../../src/model/scenario.ts';
import { preset, testKernel, thomson } from '../support.ts';

const kernel = await testKernel();

/** A scenario in which every optional part is on, so that each of its numbers has something to act on. */
function everything(): Scenario {
  const scenario = preset('geminga');
  const source = scenario.sources[0];
  if (source?.type === 'pulsar') {
    Object.assign(source, {
      breakEnergy_GeV: 200,
      spectralIndex2: 2.4,
      maxEnergy_GeV: 1e4,
      releaseDelay_kyr: 20,
      transverseVelocity_km_s: 200,
    });
  }
  Object.assign(scenario.propagation, { breakEnergy_GeV: 312, deltaAboveBreak: 0.2 });
  return parseScenario(scenario);
}

/** Slow diffusion around Geminga. */
function inHalo(): Scenario {
  const scenario = preset('geminga');
  scenario.propagation.halo = {
    D0_cm2_s: 1e26,
    radius_pc: 50,
    greensFunction: 'exact',
    centre: 'emission',
    delta: null,
    edgeWidth_pc: 0,
    beginTime_kyr: 0,
    endTime_kyr: null,
  };
  return parseScenario(scenario);
}

/** A halo that only finite volumes can compute: another slope, a smooth edge, a beginning and an end. */
function inPassingHalo(): Scenario {
  const scenario = inHalo();
  const halo = {
    ...(scenario.propagation.halo as Halo),
    delta: 0.4,
    edgeWidth_pc: 5,
    beginTime_kyr: 5,
    endTime_kyr: 200,
  };
  return parseScenario({ ...scenario, propagation: { ...scenario.propagation, solver: 'finite-volume', halo } });
}

/** Computed secondaries and dark matter, which decays and annihilates in turn. */
function inSlab(process: DarkMatter['process']): Scenario {
  const scenario = preset('geminga');
  const annihilates = process === 'annihilation';
  return parseScenario({
    ...scenario,
    sources: [],
    background: { model: 'secondaries', ...defaultsOf(secondariesBlock) },
    darkMatter: {
      ...defaultsOf(darkMatterBlock),
      process,
      mass_GeV: 300,
      crossSection_cm3_s: annihilates ? 1e-23 : null,
      lifetime_s: annihilates ? null : 1e26,
      spectrum: null,
    },
    fit: { ...scenario.fit, free: [] },
  });
}

/** The nearest pulsars of the catalogue, one of them with values of its own. */
function nearPulsars(): Scenario {
  const scenario = preset('geminga');
  return parseScenario({
    ...scenario,
    sources: [],
    background: { model: 'none' },
    population: {
      ...cataloguePulsars,
      maxDistance_kpc: 0.4,
      breakEnergy_GeV: 200,
      spectralIndex2: 2.4,
      maxEnergy_GeV: 1e4,
      releaseDelay_kyr: 5,
      transverseVelocity_km_s: 200,
      overrides: [
        {
          name: 'J0633+1746',
          enabled: true,
          distance_pc: 250,
          age_kyr: 342,
          spinDownLuminosity_erg_s: 3.25e34,
          efficiency: 0.3,
          spectralIndex: 1.9,
          cutoffEnergy_GeV: 1e4,
        },
      ],
    },
    fit: { ...scenario.fit, free: [] },
  });
}
await prepareData(nearPulsars());

const variants: Record<string, Scenario> = {
  'secondaries and annihilating dark matter': inSlab('annihilation'),
  'secondaries and decaying dark matter': inSlab('decay'),
  'near pulsars of the catalogue': nearPulsars(),
  'Geminga in a halo that passes': inPassingHalo(),
  'Geminga in a halo': inHalo(),
  'Geminga with everything on': everything(),
  'Geminga in HAWC diffusion': preset('geminga-hawc2017'),
  'Geminga in Thomson losses': { ...preset('geminga'), losses: thomson(1e-16) },
  'the AMS-02 fit function': preset('ams02-fit-function'),
};

/** A value a little away that the rules allow. */
function moved(scenario: Scenario, path: string): number | string | null {
  const value = valueAt(scenario, path);
  if (typeof value === 'number') return value === 0 ? 1 : value * 1.01;
  return value;
}

/** Parameters that nothing in a scenario of this kind uses: without a pulsar the Galaxy, without finite volumes the halo's edge, with them motion. */
const UNUSED = (scenario: Scenario, path: string): boolean =>
  (scenario.sources.every((source) => source.type !== 'pulsar') &&
    !scenario.population &&
    !scenario.darkMatter &&
    /^(propagation|losses|sun)\./.test(path)) ||
  (!scenario.darkMatter && path.startsWith('propagation.slab.')) ||
  // What selects pulsars or weighs data moves no curve by a hundredth of its value.
  path.startsWith('fit.') ||
  (path.startsWith('population.') && path.slice(11) in populationSelectionBlock) ||
  (scenario.propagation.solver === 'finite-volume' && path.endsWith('.transverseVelocity_km_s')) ||
  (scenario.propagation.solver === 'greens' && /^propagation\.halo\.(edgeWidth_pc|beginTime_kyr)$/.test(path));

describe('no dead sliders', () => {
  for (const [name, scenario] of Object.entries(variants)) {
    const paths = placedParameters(scenario)
      .filter(
        ({ path, parameter }) =>
          parameter.kind !== 'choice' && valueAt(scenario, path) !== null && !UNUSED(scenario, path),
      )
      .map(({ path }) => path);
    test.each(paths)(`${name}: %s moves the curve`, (path) => {
      const changed = parseScenario(withValue(scenario, path, moved(scenario, path)));
      const before = compare(kernel, scenario).model.total;
      const after = compare(kernel, changed).model.total;
      expect(after.some((flux, i) => flux !== before[i])).toBe(true);
    });
  }

  test('each choice changes the curve', () => {
    const scenario = preset('geminga');
    const before = compare(kernel, scenario).model.total;
    const burst = withValue(scenario, 'sources[Geminga].injection', 'burst');
    expect(compare(kernel, burst).model.total).not.toEqual(before);
    expect(compare(kernel, { ...scenario, losses: thomson(1e-16) }).model.total).not.toEqual(before);
    expect(compare(kernel, withValue(scenario, 'losses.model', 'kn-fit')).model.total).not.toEqual(before);
    expect(compare(kernel, withValue(scenario, 'propagation.solver', 'finite-volume')).model.total).not.toEqual(before);
    expect(compare(kernel, withValue(scenario, 'propagation.propagator', 'juettner')).model.total).not.toEqual(before);
    const halo = withValue(inHalo(), 'sources[Geminga].transverseVelocity_km_s', 200);
    const exact = compare(kernel, halo).model.total;
    for (const [key, value] of [
      ['greensFunction', 'tang-piran-2019'],
      ['centre', 'pulsar'],
    ] as const) {
      expect(compare(kernel, withValue(halo, `propagation.halo.${key}`, value)).model.total, key).not.toEqual(exact);
    }
  });
});
