import { parseScenario } from '../model/readScenario.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Arguments } from './command.ts';
import { splitPaths } from './splitPaths.ts';

/** The scenario with the parameters that --free names; priors of others fall away. */
export function withFree(scenario: Scenario, args: Arguments): Scenario {
  const paths = args.option('free');
  if (paths === undefined) return scenario;
  const free = splitPaths(paths);
  const priors = scenario.fit.priors.filter(({ path }) => free.includes(path));
  return parseScenario({ ...scenario, fit: { ...scenario.fit, free, priors } });
}
