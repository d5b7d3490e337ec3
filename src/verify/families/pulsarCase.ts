/** What the families about one pulsar share: its scenario, and its flux at Earth. */
import type { Kernel } from '../../kernel/kernel.ts';
import { FLUX_ENERGY_LIMITS_GeV } from '../../model/parameters.ts';
import type { Losses, Propagation, PulsarSource } from '../../model/scenario.ts';
import { scenarioOfCase } from '../caseScenario.ts';
import type { CaseOutputs } from '../family.ts';
import type { CaseReader } from '../referenceDocument.ts';

/** The pulsar of a case, and what its positrons travel through. */
export interface PulsarCase {
  readonly source: PulsarSource;
  readonly propagation: Propagation;
  readonly losses: Losses;
  readonly energies: Float64Array;
}

/** Reads pulsar, propagation, losses and energies of a case. */
export function readPulsarCase(reader: CaseReader): PulsarCase {
  const { parameters } = reader;
  const scenario = scenarioOfCase({ pulsars: [parameters], propagation: parameters, losses: parameters });
  const [source] = scenario.sources as [PulsarSource];
  const energies = reader.energies('energies_GeV', FLUX_ENERGY_LIMITS_GeV);
  return { source, propagation: scenario.propagation, losses: scenario.losses, energies };
}

/** Interstellar positron flux at Earth. */
export function fluxAtEarth(kernel: Kernel, reader: CaseReader): CaseOutputs {
  const { source, propagation, losses, energies } = readPulsarCase(reader);
  return { values: Array.from(kernel.pulsarFlux(source, propagation, losses, energies)) };
}
