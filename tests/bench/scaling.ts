/** Two zones, and what benchmarks of several parts share. */

import type { Kernel } from '../../src/kernel/kernel.ts';
import { haloBlock } from '../../src/model/parameters.ts';
import type { Halo, PulsarSource, Scenario } from '../../src/model/scenario.ts';
import { dragFactor } from './drag.ts';
import { type LimitedFigure, spreadInWords } from './limits.ts';
import { processorTime, quantile } from './statistics.ts';

const ROUNDS = 15;

/** Processor time of one call, in ms, over several rounds of several calls. */
export function timeOf(calls: number, call: (i: number) => void): number[] {
  for (let i = 0; i < calls; i++) call(i);
  return Array.from({ length: ROUNDS }, (_, round) => {
    const start = processorTime();
    for (let i = 0; i < calls; i++) call(round * calls + i);
    return (processorTime() - start) / calls;
  });
}

/** The slow zone as the declaration starts it. */
export const defaultHalo = Object.fromEntries(
  Object.entries(haloBlock).map(([key, value]) => [key, value.default]),
) as Halo;

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
