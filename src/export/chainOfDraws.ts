/** The draws of a posterior as a chain to be exported. */
import type { PosteriorDraws, PosteriorReport } from '../analysis/inferenceTypes.ts';
import type { Scenario } from '../model/scenario.ts';
import { runFacts } from './exportPosterior.ts';
import type { PosteriorChain } from './exportTypes.ts';

/** @param seed that decided every draw */
export function chainOfDraws(
  scenario: Scenario,
  { names, walkers, values, logProbability }: PosteriorDraws,
  report: PosteriorReport,
  seed: number,
): PosteriorChain {
  const width = walkers * names.length;
  const steps = logProbability.length / walkers;
  const positions = Array.from({ length: steps }, (_, step) =>
    Array.from({ length: walkers }, (__, walker) => {
      const from = step * width + walker * names.length;
      return Array.from(values.subarray(from, from + names.length));
    }),
  );
  const logProbabilities = Array.from({ length: steps }, (_, step) =>
    Array.from(logProbability.subarray(step * walkers, (step + 1) * walkers)),
  );
  return { paths: names, chain: { positions, logProbabilities }, run: runFacts(scenario, report, seed) };
}
