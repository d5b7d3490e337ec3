import { describe, expect, test } from 'vitest';
import { compare } from '../../src/analysis/evaluate.ts';
import { placedParameters, valueAt, withValue } from '../../src/model/paths.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { preset, testKernel, thomson } from '../support.ts';

const kernel = await testKernel();

/** A scenario in which every optional part is on, so that each of its numbers has something to act on. */
function everything(): Scenario {
  const scenario = preset('geminga');
  const source = scenario.sources[0];
  if (source?.type === 'pulsar') {
    Object.assign(source, {
      breakEnergy_GeV: 200, spectralIndex2: 2.4, maxEnergy_GeV: 1e4, releaseDelay_kyr: 20, transverseVelocity_km_s: 200,
    });
  }
  Object.assign(scenario.propagation, { breakEnergy_GeV: 312, deltaAboveBreak: 0.2 });
  return parseScenario(scenario);
}

const variants: Record<string, Scenario> = {
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

/** Parameters that nothing in a scenario of this kind uses; each is no slider of that scenario's curve. */
const UNUSED = (scenario: Scenario, path: string): boolean =>
  scenario.sources.every((source) => source.type !== 'pulsar') && /^(propagation|losses|sun)\./.test(path);

describe('no dead sliders', () => {
  for (const [name, scenario] of Object.entries(variants)) {
    const paths = placedParameters(scenario)
      .filter(({ path, parameter }) => parameter.kind !== 'choice' && valueAt(scenario, path) !== null && !UNUSED(scenario, path))
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
  });
});
