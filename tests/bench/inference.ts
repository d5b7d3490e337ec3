/** Fits, drags and posteriors: what a person waits for. */
import { fitProblem } from '../../src/analysis/fitProblem.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { fitSpace } from '../../src/analysis/fitSpace.ts';
import { fittedDatasets } from '../../src/analysis/fittedDatasets.ts';
import { followFit } from '../../src/analysis/followFit.ts';
import { selectPulsars } from '../../src/data/catalogue/selectPulsars.ts';
import { catalogueInMemory } from '../../src/data/catalogue.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { bestCoefficients } from '../../src/fit/linear/separable.ts';
import { loadKernel } from '../../src/kernel/kernel.ts';
import { pulsarOverrideBlock } from '../../src/model/parameters.ts';
import { valueAt, withValue } from '../../src/model/paths.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import { parseScenario } from '../../src/model/readScenario.ts';
import type { PulsarOverride, PulsarSource, Scenario } from '../../src/model/scenario.ts';
import type { KernelPool } from '../../src/worker/pool.ts';
import { buildThreadProgram, threadPool } from '../worker/kernelThreads.ts';
import { type LimitedFigure, spreadInWords } from './limits.ts';
import { defaultHalo } from './scaling.ts';
import { processorTime, quantile } from './statistics.ts';

const EFFICIENCIES = 300;
const WALKERS = 64;
const STEPS = 400;
/** What the time of a posterior is given for. */
const EVALUATIONS = 1e5;
const SLOW_DIFFUSION = 'propagation.halo.D0_cm2_s';

function scenarioOf(id: string): Scenario {
  const scenario = presetById(id)?.scenario;
  if (!scenario) throw new Error(`there is no preset "${id}"`);
  return scenario;
}

/** Geminga in its slow zone, four parameters free. */
function twoZones(change: Partial<PulsarSource> = {}, more: readonly string[] = []): Scenario {
  const scenario = scenarioOf('geminga');
  return parseScenario({
    ...scenario,
    sources: scenario.sources.map((source) => ({ ...source, ...change })),
    propagation: { ...scenario.propagation, halo: defaultHalo },
    fit: { ...scenario.fit, free: [...scenario.fit.free, ...more] },
  });
}

function times(repetitions: number, call: (i: number) => void): number[] {
  return Array.from({ length: repetitions + 3 }, (_, i) => {
    const start = processorTime();
    call(i);
    return processorTime() - start;
  }).slice(3);
}

async function efficiencies(): Promise<Scenario> {
  const base = scenarioOf('evoli-2021');
  await prepareData(base);
  if (!base.population) throw new Error('the benchmark needs a population');
  const population = { ...base.population, named: [], overrides: [] };
  const { selected } = selectPulsars(population, catalogueInMemory(), base.sources);
  const nothing = Object.fromEntries(Object.keys(pulsarOverrideBlock).map((key) => [key, null]));
  const near = selected
    .toSorted((one, other) => one.source.distance_pc - other.source.distance_pc)
    .slice(0, EFFICIENCIES)
    .map(({ pulsar }) => ({ ...nothing, name: pulsar.name, enabled: true, efficiency: 0.5 }) as PulsarOverride);
  return parseScenario({
    ...base,
    population: { ...population, overrides: near },
    fit: { ...base.fit, free: near.map(({ name }) => `population.overrides[${name}].efficiency`) },
  });
}

/** Wall time of 10^5 evaluations of a posterior, s. */
async function posteriorTime(pool: KernelPool, scenario: Scenario): Promise<number> {
  const report = await pool.fit(scenario);
  const run = await pool.inference.startSampling(report, { walkers: WALKERS, steps: STEPS, seed: 1 });
  const start = performance.now();
  const sampled = await pool.inference.sample(run);
  const evaluations = sampled.run.state.step * WALKERS;
  return ((performance.now() - start) / 1000) * (EVALUATIONS / evaluations);
}

/** Figures of the inference, with their limits. */
export async function benchInference(module: WebAssembly.Module): Promise<LimitedFigure[]> {
  const kernel = await loadKernel(module);
  const figures: LimitedFigure[] = [];
  console.log('\nInference');

  const scenario = twoZones();
  const fits = times(15, () => void fitScenario(kernel, scenario));
  const { scenario: best, evaluations } = fitScenario(kernel, scenario);
  console.log(`  two-zone fit, 4 parameters     ${spreadInWords(fits)}   ${evaluations} evaluations`);
  figures.push({ what: 'two-zone fit of four parameters', value: quantile(fits, 0.5), unit: 'ms', limit: 150 });

  for (const path of ['sources[Geminga].spectralIndex', 'propagation.halo.D0_cm2_s', 'propagation.delta']) {
    const value = valueAt(best, path) as number;
    let present = best;
    const drags = times(40, (i) => {
      present = followFit(kernel, withValue(present, path, value * (1 + 0.01 * ((i % 20) - 10))), path);
    });
    console.log(`  fit while ${path.split('.').at(-1)?.padEnd(20)} ${spreadInWords(drags)}`);
    figures.push({ what: `two-zone fit while dragging ${path}`, value: quantile(drags, 0.5), unit: 'ms', limit: 30 });
  }

  const many = await efficiencies();
  const problem = fitProblem(kernel, many, fittedDatasets(many));
  const { separable } = fitSpace(kernel, problem);
  if (!separable) throw new Error('efficiencies are linear');
  const parts = separable.parts(separable.start.slice());
  const solved = { ...separable, parts: () => parts };
  const solutions = times(15, () => void bestCoefficients(solved, separable.start));
  console.log(`  ${parts.columns.length} efficiencies >= 0           ${spreadInWords(solutions)}`);
  figures.push({
    what: `${EFFICIENCIES} non-negative efficiencies solved`,
    value: quantile(solutions, 0.5),
    unit: 'ms',
    limit: 20,
  });

  const program = await buildThreadProgram();
  const { pool } = threadPool({ ...program, wasm: module }, 2);
  try {
    const broken = twoZones({ breakEnergy_GeV: 100, spectralIndex2: 2.3 }, ['sources[Geminga].spectralIndex2']);
    for (const [what, model] of [
      ['Green’s function resident', broken],
      ['radius of the slow zone free', twoZones({}, ['propagation.halo.radius_pc'])],
      ['diffusion in the slow zone free', twoZones({}, [SLOW_DIFFUSION])],
    ] as const) {
      const seconds = await posteriorTime(pool, model);
      console.log(`  10^5 posteriors, ${what.padEnd(30)} ${seconds.toPrecision(3)} s on two workers, by the clock`);
      // Every value of it needs its own Green's function: printed, not limited.
      if (model.fit.free.includes(SLOW_DIFFUSION)) continue;
      figures.push({
        what: `10^5 posteriors of ${model.fit.free.length} parameters in two zones, ${what}`,
        value: 1000 * seconds,
        unit: 'ms',
        limit: 20_000,
      });
    }
  } finally {
    pool.dispose();
    await program.remove();
  }
  return figures;
}
