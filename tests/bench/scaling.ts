/** Two zones, many pulsars, and how the cost grows with sources and energies. */

import { logarithmicGrid } from '../../src/kernel/grid.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { haloBlock } from '../../src/model/parameters.ts';
import type { Halo, PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { dragFactor } from './drag.ts';
import { type LimitedFigure, spreadInWords } from './limits.ts';
import { processorTime, quantile } from './statistics.ts';

const PULSARS = 1000;
const ROUNDS = 15;

/** Processor time of one call, in ms, over several rounds of several calls. */
function timeOf(calls: number, call: (i: number) => void): number[] {
  for (let i = 0; i < calls; i++) call(i);
  return Array.from({ length: ROUNDS }, (_, round) => {
    const start = processorTime();
    for (let i = 0; i < calls; i++) call(round * calls + i);
    return (processorTime() - start) / calls;
  });
}

const defaultHalo = Object.fromEntries(Object.entries(haloBlock).map(([key, value]) => [key, value.default])) as Halo;

/** The two-zone spectrum: with everything resident, and with tables, history and Green's function anew. */
export function benchTwoZones(
  kernel: Kernel,
  scenario: Scenario,
  source: PulsarSource,
  energies: Float64Array,
): LimitedFigure[] {
  const { losses } = scenario;
  const propagation = { ...scenario.propagation, halo: defaultHalo };
  const resident = timeOf(100, (i) => {
    kernel.pulsarFlux(
      { ...source, spectralIndex: dragFactor(i) * source.spectralIndex },
      propagation,
      losses,
      energies,
    );
  });
  const fromScratch = timeOf(5, (i) => {
    const halo = { ...defaultHalo, radius_pc: dragFactor(i) * defaultHalo.radius_pc };
    kernel.pulsarFlux(source, { ...propagation, delta: dragFactor(i) * propagation.delta, halo }, losses, energies);
  });
  console.log(`\nTwo zones, ${energies.length} energies`);
  console.log(`  the spectral index drags       ${spreadInWords(resident)}`);
  console.log(`  everything anew                ${spreadInWords(fromScratch)}`);
  return [
    { what: 'two-zone spectrum, everything resident', value: quantile(resident, 0.5), unit: 'ms', limit: 0.15 },
    { what: 'two-zone spectrum from scratch', value: quantile(fromScratch, 0.5), unit: 'ms', limit: 8 },
  ];
}

/** Pulsars of all ages and distances, the same in every run. */
function population(source: PulsarSource, count: number): PulsarSource[] {
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

/** Many pulsars in one medium, each with a history of its own: the cost of one, and that it does not grow with their number. */
export function benchManyPulsars(kernel: Kernel, scenario: Scenario, source: PulsarSource): void {
  const { propagation, losses } = scenario;
  const pulsars = population(source, PULSARS);
  const sum = (count: number, energies: Float64Array) => () => {
    for (const pulsar of pulsars.slice(0, count)) kernel.pulsarFlux(pulsar, propagation, losses, energies);
  };
  console.log('\nMany pulsars that share the tables, each with its own age, distance and spin-down');
  for (const [count, energies] of [
    [PULSARS, 74],
    [PULSARS / 4, 74],
    [PULSARS / 4, 296],
  ] as const) {
    const times = timeOf(1, sum(count, logarithmicGrid(kernel, 1, 2000, energies)));
    const each = ((1e6 * quantile(times, 0.5)) / count / energies).toFixed(0);
    console.log(
      `  ${`${count} pulsars, ${energies} energies`.padEnd(30)} ${spreadInWords(times)}   ${each} ns a pulsar and energy`,
    );
  }
}
