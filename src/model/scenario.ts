/** The scenario: the one object that everything passes. Its types follow from the declaration. */
import type { DatasetId } from './datasetIds.ts';
import type {
  ams02FitFunctionBlock,
  Block,
  ChoiceParameter,
  diffuseTermBlock,
  haloBlock,
  lossesBlock,
  NullableNumberParameter,
  NumberParameter,
  propagationBlock,
  pulsarBlock,
  sunBlock,
} from './parameters.ts';
import type { RadiationComponent, RadiationFieldName } from './radiationFields.ts';

export const SCENARIO_FORMAT = 'geminga-scenario';
export const SCENARIO_VERSION = 2;

type ValueOf<P> =
  P extends ChoiceParameter<infer Value>
    ? Value
    : P extends NullableNumberParameter
      ? number | null
      : P extends NumberParameter
        ? number
        : never;
/** The values of one block of the declaration. */
export type Values<B extends Block> = { [Key in keyof B]: ValueOf<B[Key]> };

export type PulsarSource = { type: 'pulsar'; name: string; enabled: boolean } & Values<typeof pulsarBlock>;
export type Ams02FitFunctionSource = { type: 'ams02-fit-function'; name: string; enabled: boolean } & Values<
  typeof ams02FitFunctionBlock
>;
export type Source = PulsarSource | Ams02FitFunctionSource;
export type Halo = Values<typeof haloBlock>;
/** `halo` null: the same diffusion everywhere. */
export type Propagation = Values<typeof propagationBlock> & { halo: Halo | null };
export type Losses = Values<typeof lossesBlock> & {
  radiationField: RadiationFieldName | null;
  radiationComponents: RadiationComponent[] | null;
};
export type Background = ({ model: 'ams02-diffuse-term' } & Values<typeof diffuseTermBlock>) | { model: 'none' };
export type Sun = Values<typeof sunBlock>;
export interface FitChoice {
  dataset: DatasetId;
  energyRange_GeV: [number, number];
  free: string[];
}

export interface Scenario {
  format: typeof SCENARIO_FORMAT;
  version: typeof SCENARIO_VERSION;
  name: string;
  sources: Source[];
  propagation: Propagation;
  losses: Losses;
  population: null;
  background: Background;
  darkMatter: null;
  sun: Sun;
  fit: FitChoice;
}
