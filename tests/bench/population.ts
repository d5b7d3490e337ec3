/** Many pulsars in one medium: what a source costs, alone and in the catalogue, and what leaving out or simplifying sources saves. */

import { selectPulsars } from '../../src/data/catalogue/selectPulsars.ts';
import { loadCatalogue } from '../../src/data/catalogue.ts';
import { logarithmicGrid } from '../../src/kernel/grid.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import type { Propagation, PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { type LimitedFigure, spreadInWords } from './limits.ts';
import { defaultHalo, timeOf } from './scaling.ts';
import { quantile } from './statistics.ts';

const PULSARS = 1000;
const ENERGIES = 74;
/** Energies at which an importance cut is made: pulsars peak where they have just cooled to, so that few energies miss some. */
const CUT_ENERGIES = 20;
const CUTS = [1e-3, 1e-4, 1e-5];
/** From this many spin-down timescales and this distance on a pulsar is taken as a burst. */
const OLD = [30, 100, 300];
const FAR_pc = 1000;

/** Pulsars of all ages and distances, the same in every run. */
function madeUpPulsars(source: PulsarSource, count: number): PulsarSource[] {
  let state = 12345;
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const between = (from: number, to: number) => from * (to / from) ** random();
  return Array.from({ length: count }, () => ({
    ...source,
    distance_pc: between(200, 5000),
    age_kyr: between(20, 20000),
    spinDownTimescale_kyr: between(1, 30),
    spinDownLuminosity_erg_s: between(1e32, 1e36),
  }));
}

const median = (times: readonly number[]) => quantile(times, 0.5);
const each = (times: readonly number[], count: number) => `${((1e3 * median(times)) / count).toFixed(1)} us a source`;
const line = (what: string, times: readonly number[], rest: string) =>
  console.log(`  ${what.padEnd(46)} ${spreadInWords(times).padEnd(32)} ${rest}`);

/** Largest relative difference of two sums, and the energy where it is. */
function largestDifference(sum: Float64Array, other: Float64Array, energies: Float64Array): string {
  const differences = sum.map((flux, i) => Math.abs((other[i] as number) / flux - 1));
  const worst = differences.reduce((most, value, i) => (value > (differences[most] as number) ? i : most), 0);
  return `${(differences[worst] as number).toExponential(1)} at ${(energies[worst] as number).toFixed(0)} GeV`;
}

/** Times sums over pulsars of one medium. */
export async function benchPopulation(
  kernel: Kernel,
  scenario: Scenario,
  source: PulsarSource,
): Promise<LimitedFigure[]> {
  const { propagation, losses } = scenario;
  const sum = (sources: readonly PulsarSource[], energies: Float64Array, through: Propagation = propagation) =>
    kernel.population.populationTotal(sources, through, losses, energies);

  console.log('\nMany pulsars that share the tables, each with its own age, distance and spin-down');
  const madeUp = madeUpPulsars(source, PULSARS);
  const thousand: number[] = [];
  for (const [count, size] of [
    [PULSARS, ENERGIES],
    [PULSARS / 4, ENERGIES],
    [PULSARS / 4, 4 * ENERGIES],
  ] as const) {
    const energies = logarithmicGrid(kernel, 1, 2000, size);
    const times = timeOf(1, () => void sum(madeUp.slice(0, count), energies));
    line(
      `${count} pulsars, ${size} energies`,
      times,
      `${((1e6 * median(times)) / count / size).toFixed(0)} ns a pulsar and energy`,
    );
    if (count === PULSARS) thousand.push(...times);
  }

  const { selected } = selectPulsars(cataloguePulsars, await loadCatalogue(), []);
  const pulsars = selected.map((entry) => entry.source);
  const energies = logarithmicGrid(kernel, 1, 2000, ENERGIES);
  console.log(`The catalogue: ${pulsars.length} pulsars with a distance, ${ENERGIES} energies`);
  const whole = timeOf(1, () => void sum(pulsars, energies));
  line('their sum', whole, each(whole, pulsars.length));
  const single = timeOf(1, () => {
    for (const pulsar of pulsars) kernel.pulsarFlux(pulsar, propagation, losses, energies);
  });
  line('one call for each', single, each(single, pulsars.length));
  const twoZones = { ...propagation, halo: defaultHalo };
  const resident = timeOf(1, () => void sum(pulsars, energies, twoZones));
  line('two zones, table resident', resident, each(resident, pulsars.length));
  let turn = 0;
  const fromScratch = timeOf(1, () => {
    turn++;
    void sum(pulsars, energies, { ...twoZones, D0_cm2_s: propagation.D0_cm2_s * (1 + 1e-6 * turn) });
  });
  line('two zones, another D0 each time', fromScratch, each(fromScratch, pulsars.length));

  const exact = sum(pulsars, energies);
  const cutEnergies = logarithmicGrid(kernel, 1, 2000, CUT_ENERGIES);
  const bounds = timeOf(1, () => void kernel.population.fluxBounds(pulsars, propagation, losses, cutEnergies));
  line(`bounds of all fluxes at ${CUT_ENERGIES} energies`, bounds, each(bounds, pulsars.length));
  for (const fraction of CUTS) {
    const cut = () => kernel.population.importanceCut(pulsars, propagation, losses, cutEnergies, fraction);
    const kept = cut().kept.map((k) => pulsars[k] as PulsarSource);
    const cutting = timeOf(1, () => void cut());
    const left = timeOf(1, () => void sum(kept, energies));
    const error = largestDifference(exact, sum(kept, energies), energies);
    const saved = 100 * (1 - median(left) / median(whole));
    line(
      `importance cut at ${fraction.toExponential(0)}: ${kept.length} kept`,
      left,
      `saves ${saved.toFixed(0)} % for a cut of ${median(cutting).toFixed(1)} ms, true error ${error}`,
    );
  }
  for (const timescales of OLD) {
    const isOld = ({ age_kyr, spinDownTimescale_kyr, distance_pc }: PulsarSource) =>
      age_kyr > timescales * spinDownTimescale_kyr && distance_pc > FAR_pc;
    const simplified = pulsars.map((pulsar) => (isOld(pulsar) ? { ...pulsar, injection: 'burst' as const } : pulsar));
    const times = timeOf(1, () => void sum(simplified, energies));
    const saved = 100 * (1 - median(times) / median(whole));
    const error = largestDifference(exact, sum(simplified, energies), energies);
    line(
      `${pulsars.filter(isOld).length} beyond 1 kpc, older than ${timescales} tau0, as bursts`,
      times,
      `saves ${saved.toFixed(0)} %, error ${error}`,
    );
  }
  return [
    { what: '1000 pulsars, 74 energies', value: median(thousand), unit: 'ms', limit: 100 },
    { what: 'the whole catalogue, 74 energies', value: median(whole), unit: 'ms', limit: 150 },
  ];
}
