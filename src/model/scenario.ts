/** The scenario: the one object that everything passes. Its types follow from the declaration. */
import type { TableId } from './datasetIds.ts';
import type { OwnTable } from './ownTable.ts';
import type {
  ams02FitFunctionBlock,
  darkMatterBlock,
  diffuseTermBlock,
  electronsBlock,
  fitBlock,
  haloBlock,
  lossesBlock,
  populationBlock,
  propagationBlock,
  pulsarBlock,
  pulsarOverrideBlock,
  secondariesBlock,
  slabBlock,
  sunBlock,
  tableBlock,
  Values,
} from './parameters.ts';
import type { RadiationComponent, RadiationFieldName } from './radiationFields.ts';

export const SCENARIO_FORMAT = 'geminga-scenario';
export const SCENARIO_VERSION = 4;

export type PulsarSource = { type: 'pulsar'; name: string; enabled: boolean } & Values<typeof pulsarBlock>;
export type Ams02FitFunctionSource = { type: 'ams02-fit-function'; name: string; enabled: boolean } & Values<
  typeof ams02FitFunctionBlock
>;
export type Source = PulsarSource | Ams02FitFunctionSource;
export type Halo = Values<typeof haloBlock>;
export type Slab = Values<typeof slabBlock>;
/** `halo` null: the same diffusion everywhere. */
export type Propagation = Values<typeof propagationBlock> & { halo: Halo | null; slab: Slab };
export type Losses = Values<typeof lossesBlock> & {
  radiationField: RadiationFieldName | null;
  radiationComponents: RadiationComponent[] | null;
};

/** What one pulsar of the catalogue, by its name there, has of its own. */
export type PulsarOverride = { name: string; enabled: boolean } & Values<typeof pulsarOverrideBlock>;
/** Pulsars of a catalogue beside the listed sources; `named` are shown one by one, by their names in the catalogue. */
export type Population = Values<typeof populationBlock> & { named: string[]; overrides: PulsarOverride[] };

export type DiffuseTermBackground = { model: 'ams02-diffuse-term' } & Values<typeof diffuseTermBlock>;
export type SecondariesBackground = { model: 'secondaries' } & Values<typeof secondariesBlock>;
/** An interstellar flux [GeV^-1 m^-2 s^-1 sr^-1] at energies in GeV, between and beyond which it is a power law. */
export type TableBackground = {
  model: 'table';
  name: string;
  energies_GeV: number[];
  flux: number[];
} & Values<typeof tableBlock>;
export type Background = DiffuseTermBackground | SecondariesBackground | TableBackground | { model: 'none' };

/** Positrons per event of a channel that is brought as a table: dN/dE [GeV^-1] at energies in GeV. */
export interface EventSpectrum {
  name: string;
  energies_GeV: number[];
  perEvent_per_GeV: number[];
}
export type DarkMatter = Values<typeof darkMatterBlock> & { spectrum: EventSpectrum | null };
export type Electrons = Values<typeof electronsBlock>;
export type Sun = Values<typeof sunBlock>;

/** What is known of a parameter before the data, for the posterior; without one it is even over its physical range. */
export type Prior =
  | { path: string; distribution: 'uniform' | 'log-uniform'; low: number; high: number }
  | { path: string; distribution: 'gaussian'; mean: number; standardDeviation: number };

export type FitChoice = {
  dataset: TableId;
  /** Tables that are fitted together with it. */
  furtherDatasets: TableId[];
  energyRange_GeV: [number, number];
  free: string[];
  /** Correlation lengths of the systematic columns of a table one by one, or null for one for all. */
  correlationLengths_dex: number[] | null;
  priors: Prior[];
} & Values<typeof fitBlock>;

export interface Scenario {
  format: typeof SCENARIO_FORMAT;
  version: typeof SCENARIO_VERSION;
  name: string;
  sources: Source[];
  propagation: Propagation;
  losses: Losses;
  population: Population | null;
  background: Background;
  darkMatter: DarkMatter | null;
  electrons: Electrons;
  sun: Sun;
  /** A measured table that a person brought, named `own` where tables are named; null for none. */
  ownData: OwnTable | null;
  fit: FitChoice;
}
