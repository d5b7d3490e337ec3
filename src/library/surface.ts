/** What the library offers in every environment, beside the computations themselves. */
export type {
  Approximation,
  Comparison,
  EnergyBudget,
  Evaluation,
  Finding,
  FitProgress,
  FitReport,
  FittedParameter,
  GoodnessOfFit,
  ShareReadout,
  TransportReadout,
} from '../analysis/analysisTypes.ts';
export type {
  ContourReport,
  PosteriorBands,
  PosteriorReport,
  PosteriorRun,
  ProfileReport,
} from '../analysis/inferenceTypes.ts';
export { dataset, datasets, loadDatasets, readDatasetCsv } from '../data/datasets.ts';
export type { Dataset, DatasetDescription } from '../data/datasetTypes.ts';
export { InputError } from '../model/inputError.ts';
export type { Parameter } from '../model/parameters.ts';
export { freePaths, type PlacedParameter, placedParameters, valueAt, withValue } from '../model/paths.ts';
export { presetById, presets } from '../model/presets/presets.ts';
export type { Citation, Preset } from '../model/presets/presetTypes.ts';
export { parseScenario, parseScenarioText } from '../model/readScenario.ts';
export type { Scenario } from '../model/scenario.ts';
export { scenarioJsonSchema } from '../model/schema.ts';
export type { ComponentSpectrum, PredictedSpectrum } from '../predict/spectrumTypes.ts';
