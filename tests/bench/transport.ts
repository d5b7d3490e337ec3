/** Solver C against its twin in plain C, in the same rounds: 160 energies on the default grid. */

import { logarithmicGrid } from '../../src/kernel/grid.ts';
import { Kernel } from '../../src/kernel/kernel.ts';
import { instantiateKernel } from '../../src/kernel/kernelExports.ts';
import { radiationComponents } from '../../src/kernel/medium.ts';
import { DEFAULT_TRANSPORT_GRID } from '../../src/kernel/transport.ts';
import type { PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { KILOYEAR_s, MICROGAUSS_G, PARSEC_cm } from '../../src/model/units.ts';
import { type LimitedFigure, spreadInWords } from './limits.ts';
import { processorTime, quantile, ratios } from './statistics.ts';
import { buildTwin, findCompiler, Twin } from './twin.ts';

const ENERGIES = [0.5, 1e6, 160] as const;
const ROUNDS = 15;

/** Faces of the shells from their volumes, cm: the first shell begins at the centre. */
function facesOf(volumes: Float64Array): number[] {
  const faces = [0];
  let cube = 0;
  for (const volume of volumes) {
    cube += (3 * volume) / (4 * Math.PI);
    faces.push(Math.cbrt(cube));
  }
  return faces;
}

async function startTwin(): Promise<Twin | null> {
  const compiler = await findCompiler();
  if (!compiler) return null;
  return new Twin(await buildTwin(compiler.command, 'transport-twin', ['-O3', '-march=native'], 'transport'));
}

/** Times one solution of solver C and, where a C compiler exists, the same in plain C. */
export async function benchTransport(
  module: WebAssembly.Module,
  scenario: Scenario,
  source: PulsarSource,
): Promise<LimitedFigure[]> {
  const exports = await instantiateKernel(module);
  const kernel = new Kernel(exports);
  const { propagation, losses } = scenario;
  const energies_GeV = logarithmicGrid(kernel, ...ENERGIES);
  const { tableEnergies_GeV } = kernel.transport;
  const diffusion_cm2_s = kernel.diffusionCoefficient(propagation, tableEnergies_GeV);
  kernel.tabulate(losses, propagation);
  const request = { source, factor: 1, diffusion_cm2_s, zone: null, energies_GeV };
  const solution = kernel.transport.solve(request);

  const twin = await startTwin();
  if (twin) {
    const components = radiationComponents(losses).flatMap((part) => [part.temperature_K, part.energyDensity_eV_cm3]);
    await twin.ask('losses', [(losses.magneticField_uG ?? 0) * MICROGAUSS_G, components.length / 2, ...components]);
    const { delta, D0_cm2_s } = propagation;
    await twin.ask('zones', [delta, D0_cm2_s, delta, D0_cm2_s, 0]);
    const { age_kyr, releaseDelay_kyr, spinDownTimescale_kyr, brakingIndex, spectralIndex, cutoffEnergy_GeV } = source;
    const times = [age_kyr, releaseDelay_kyr, spinDownTimescale_kyr].map((time) => time * KILOYEAR_s);
    const inverseCutoff = cutoffEnergy_GeV === null ? 0 : 1 / cutoffEnergy_GeV;
    await twin.ask('pulsar', [...times, brakingIndex, spectralIndex, spectralIndex, 1, inverseCutoff, Infinity, 1]);
    await twin.ask('energies', [energies_GeV.length, ...energies_GeV]);
    const faces = facesOf(solution.shellVolumes_cm3);
    await twin.ask('faces', [faces.length, ...faces]);
    await twin.ask('observer', [source.distance_pc * PARSEC_cm]);
    await twin.ask('steps', [DEFAULT_TRANSPORT_GRID.steps]);
  }

  const wasmTimes: number[] = [];
  const twinTimes: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const start = processorTime();
    kernel.transport.solve(request);
    const elapsed = processorTime() - start;
    const answer = await twin?.ask('solve', [1]);
    if (round < 0) continue;
    wasmTimes.push(elapsed);
    if (answer) twinTimes.push(Number(answer.split(' ')[0]) * 1e-6);
  }
  twin?.close();

  const { shells, steps } = DEFAULT_TRANSPORT_GRID;
  const cellSteps = shells * steps * energies_GeV.length;
  const median = quantile(wasmTimes, 0.5);
  console.log(`\nSolver C, ${shells} shells, ${energies_GeV.length} energies, ${steps} steps`);
  console.log(
    `  wasm, with the layout          ${spreadInWords(wasmTimes)}   ${((1e6 * median) / cellSteps).toFixed(2)} ns a cell step`,
  );
  const figures: LimitedFigure[] = [{ what: 'solver C, one solution', value: median, unit: 'ms', limit: 30 }];
  if (twinTimes.length > 0) {
    console.log(`  C batched -O3 -march=native    ${spreadInWords(twinTimes)}`);
    const ratio = quantile(ratios(wasmTimes, twinTimes), 0.5);
    figures.push({ what: 'solver C over C batched -O3 -march=native', value: ratio, unit: 'times', limit: 1 });
  }
  return figures;
}
