/**
 * The speed of the program, printed: kernel against its C twin, fit, page evaluation, start, and the built page.
 *
 * Ends with status 1 if a figure is over its limit or wasm and C disagree.
 */
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { evaluateScenario } from '../../src/analysis/evaluate.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { dataset } from '../../src/data/datasets.ts';
import { type Kernel, loadKernel } from '../../src/kernel/kernel.ts';
import { instantiateKernel } from '../../src/kernel/kernelExports.ts';
import { compileNodeKernel } from '../../src/kernel/nodeKernel.ts';
import { presetById } from '../../src/model/presets/presets.ts';
import type { PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { checkAgreement } from './agreement.ts';
import { type Contender, contest, twinContender, wasmContender } from './contest.ts';
import { type DragName, dragFactor } from './drag.ts';
import { benchInference } from './inference.ts';
import { startKernel, startKernels } from './kernelStart.ts';
import { isOver, type LimitedFigure, limitTable, spreadInWords } from './limits.ts';
import { pulsarModel } from './model.ts';
import { benchPage } from './pageBench.ts';
import { benchPopulation } from './population.ts';
import { benchTwoZones } from './scaling.ts';
import { processorTime, quantile, ratios, spreadOf } from './statistics.ts';
import { benchTransport } from './transport.ts';
import { buildTwin, findCompiler, Twin } from './twin.ts';
import { exportDrags, kernelDrags } from './wasmDrags.ts';

/** Argument with which this program starts the kernel once and prints how long it took. */
const ONE_START = 'start';
const EXPORTS = 'wasm, kernel alone';
const KERNEL = 'wasm, as the program calls it';
const NATIVE = 'C -O3 -march=native';
const PLAIN = 'C -O3';

const DRAGS: readonly { name: DragName; title: string }[] = [
  { name: 'spectrum', title: 'Spectrum: the spectral index drags, tables and histories stay' },
  { name: 'history', title: 'Spectrum: the age drags, histories are rebuilt' },
  { name: 'delta', title: 'Spectrum: delta drags, loss and Lambda tables and histories are rebuilt' },
  { name: 'field', title: 'Spectrum: B drags, loss and Lambda tables and histories are rebuilt' },
  { name: 'tables', title: 'Loss and Lambda tables alone: delta drags' },
];

const figures: LimitedFigure[] = [];

function preset(id: string): Scenario {
  const scenario = presetById(id)?.scenario;
  if (!scenario) throw new Error(`there is no preset "${id}"`);
  return scenario;
}

/** Processor times of repeated calls in ms, after a warm-up. */
function timesOf(repetitions: number, warmUp: number, call: (i: number) => void): number[] {
  const times: number[] = [];
  for (let i = -warmUp; i < repetitions; i++) {
    const start = processorTime();
    call(i + warmUp);
    if (i >= 0) times.push(processorTime() - start);
  }
  return times;
}

async function startTwins(): Promise<{ name: string; twin: Twin }[]> {
  const compiler = await findCompiler();
  if (!compiler) {
    console.log('no C compiler (gcc or cc) on this machine: the figures of wasm stand alone');
    return [];
  }
  console.log(`C compiler: ${compiler.version}`);
  const native = await buildTwin(compiler.command, 'twin-native', ['-O3', '-march=native']);
  const plain = await buildTwin(compiler.command, 'twin-plain', ['-O3']);
  return [
    { name: NATIVE, twin: new Twin(native) },
    { name: PLAIN, twin: new Twin(plain) },
  ];
}

async function benchKernel(module: WebAssembly.Module): Promise<void> {
  const kernel = await loadKernel(module);
  const scenario = preset('geminga');
  const { energies_GeV } = kernel.modulation(scenario.sun.potential_MV, dataset('ams02-positrons-2019').meanEnergy_GeV);
  const model = pulsarModel(kernel, scenario, energies_GeV);
  const inExports = exportDrags(await instantiateKernel(module), model);
  inExports.reset();
  const moments = inExports.moments();

  const twins = await startTwins();
  console.log(`one spectrum: ${model.energies.length} energies, ${moments} moments`);
  for (const { name, twin } of twins) {
    const worst = await checkAgreement(kernel, scenario, twin);
    console.log(`wasm against ${name}: fluxes differ by ${worst.toExponential(1)} at most`);
    await twin.take(model);
    if ((await twin.moments()) !== moments) throw new Error(`${name} has another number of moments than wasm`);
  }

  const inKernel = kernelDrags(kernel, model);
  for (const { name, title } of DRAGS) {
    const contenders: Contender[] = [wasmContender(EXPORTS, inExports)];
    if (name !== 'tables') contenders.push(wasmContender(KERNEL, inKernel));
    contenders.push(...twins.map(({ name, twin }) => twinContender(name, twin)));
    const compared = new Set([EXPORTS, ...twins.map(({ name }) => name)]);
    const { times } = await contest(contenders, name, compared);
    console.log(`\n${title}`);
    const timesIn = (contender: string) => times[contenders.findIndex((one) => one.name === contender)];
    const native = timesIn(NATIVE);
    contenders.forEach((contender, i) => {
      const own = times[i] as number[];
      const ratio = native && own !== native ? `   ${quantile(ratios(own, native), 0.5).toFixed(2)} x ${NATIVE}` : '';
      const each = name === 'spectrum' ? `   ${((1e6 * spreadOf(own).median) / moments).toFixed(2)} ns a moment` : '';
      console.log(`  ${contender.name.padEnd(30)} ${spreadInWords(own).padEnd(32)}${each}${ratio}`);
    });
    addKernelFigures(name, timesIn(KERNEL) ?? [], timesIn(EXPORTS) ?? [], native);
  }
  for (const { twin } of twins) twin.close();
}

/** The figures with limits; the program's own calls count, and for C also the kernel alone. */
function addKernelFigures(name: DragName, kernel: readonly number[], exports: readonly number[], native?: number[]) {
  const add = (what: string, values: readonly number[], unit: LimitedFigure['unit'], limit: number) =>
    figures.push({ what, value: quantile(values, 0.5), unit, limit });
  if (name === 'spectrum') {
    add('one spectrum, tables and histories resident', kernel, 'ms', 0.1);
    if (native) {
      add(`one spectrum over ${NATIVE}`, ratios(kernel, native), 'times', 1.25);
      add(`one spectrum over ${NATIVE}, kernel alone`, ratios(exports, native), 'times', 1.25);
    }
  }
  if (name === 'delta') add('tables, histories and spectrum anew (delta)', kernel, 'ms', 5);
  if (name === 'field') add('tables, histories and spectrum anew (B)', kernel, 'ms', 5);
  if (name === 'tables') add('loss and Lambda tables anew', exports, 'ms', 5);
}

async function benchFit(kernel: Kernel): Promise<void> {
  const scenario = preset('geminga');
  const other = preset('geminga-hawc2017');
  let evaluations = 0;
  let chi2 = Number.NaN;
  const times: number[] = [];
  for (let i = 0; i < 35; i++) {
    // Another medium first, so that every fit starts without tables and histories.
    evaluateScenario(kernel, other);
    const start = processorTime();
    const report = fitScenario(kernel, scenario);
    if (i >= 5) times.push(processorTime() - start);
    evaluations = report.evaluations;
    chi2 = report.goodness.chi2;
  }
  console.log(
    `\nFit of the preset "geminga", ${scenario.fit.free.length} free parameters, nothing resident at its start`,
  );
  console.log(`  ${spreadInWords(times)}   ${evaluations} spectra, chi2 ${chi2.toFixed(3)}`);
  figures.push({ what: 'fit of four parameters', value: quantile(times, 0.5), unit: 'ms', limit: 50 });
}

function benchEvaluation(kernel: Kernel): void {
  const [scenario, source] = sourceOf(preset('geminga'));
  const { propagation } = scenario;
  const evaluate = (change: (factor: number) => Partial<Scenario>) =>
    timesOf(200, 50, (i) => void evaluateScenario(kernel, { ...scenario, ...change(dragFactor(i)) }));
  const byIndex = evaluate((factor) => ({ sources: [{ ...source, spectralIndex: factor * source.spectralIndex }] }));
  const byAge = evaluate((factor) => ({ sources: [{ ...source, age_kyr: factor * source.age_kyr }] }));
  const byDelta = evaluate((factor) => ({ propagation: { ...propagation, delta: factor * propagation.delta } }));
  console.log('\nAll that the page shows (curves, points, residuals, read-outs)');
  console.log(`  the spectral index drags       ${spreadInWords(byIndex)}`);
  console.log(`  the age drags                  ${spreadInWords(byAge)}`);
  console.log(`  delta drags                    ${spreadInWords(byDelta)}`);
}

/** A scenario with its pulsar. */
function sourceOf(scenario: Scenario): [Scenario, PulsarSource] {
  const [source] = scenario.sources;
  if (source?.type !== 'pulsar') throw new Error('the benchmark needs a pulsar');
  return [scenario, source];
}

async function benchScaling(kernel: Kernel): Promise<void> {
  const [scenario, source] = sourceOf(preset('geminga'));
  const energies = dataset('ams02-positrons-2019').meanEnergy_GeV;
  figures.push(...benchTwoZones(kernel, scenario, source, energies));
  figures.push(...(await benchPopulation(kernel, scenario, source)));
  console.log(`  memory of one kernel, fixed    ${kernel.memoryBytes / 2 ** 20} MB`);
}

async function benchStart(): Promise<void> {
  const starts = await startKernels(fileURLToPath(import.meta.url), ONE_START, 11);
  console.log('\nKernel start, by the clock on the wall');
  console.log(`  file read and compiled         ${spreadInWords(starts.map(({ compiled }) => compiled))}`);
  console.log(`  instance made, its tables      ${spreadInWords(starts.map(({ instantiated }) => instantiated))}`);
}

async function benchAll(): Promise<void> {
  const machine = `${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} CPUs, Node ${process.version}`;
  const load = () => `load average ${loadavg().map(Math.round).join(' ')}`;
  console.log(`${machine}, ${load()}`);
  console.log('Kernel, fit and evaluation are given in processor time: median (lowest to highest).');
  const module = await compileNodeKernel();
  await benchKernel(module);
  const kernel = await loadKernel(module);
  await benchFit(kernel);
  benchEvaluation(kernel);
  await benchScaling(kernel);
  figures.push(...(await benchTransport(module, ...sourceOf(preset('geminga')))));
  figures.push(...(await benchInference(module)));
  await benchStart();
  figures.push(...(await benchPage()));
  console.log(`\n${load()}\n\n${limitTable(figures)}`);
  process.exitCode = figures.some(isOver) ? 1 : 0;
}

if (process.argv[2] === ONE_START) console.log(JSON.stringify(await startKernel()));
else await benchAll();
