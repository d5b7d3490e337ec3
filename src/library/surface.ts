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
export { dataset, datasetOf, datasets, loadDatasets } from '../data/datasets.ts';
export type { Dataset, DatasetDescription } from '../data/datasetTypes.ts';
export type { OwnDataChoice } from '../data/ownData/choice.ts';
export { ownTableOf } from '../data/ownData/ownTable.ts';
export { type OwnData, readOwnData } from '../data/ownData/readOwnData.ts';
export { exportBundle } from '../export/exportBundle.ts';
export type { ExportedFile } from '../export/exportedFile.ts';
export type { ExportContext, PosteriorChain, SpectrumBand } from '../export/exportTypes.ts';
export { reopeningLink } from '../export/link.ts';
export { type OpenedExport, openExport } from '../export/openExport.ts';
export { type ResultContent, type ResultFile, resultFiles } from '../export/resultFiles.ts';
export { InputError } from '../model/inputError.ts';
export { withOwnData, withoutOwnData } from '../model/ownDataEdits.ts';
export type { OwnTable } from '../model/ownTable.ts';
export type { Parameter } from '../model/parameters.ts';
export { freePaths, type PlacedParameter, placedParameters, valueAt, withValue } from '../model/paths.ts';
export { presetById, presets } from '../model/presets/presets.ts';
export type { Citation, Preset } from '../model/presets/presetTypes.ts';
export { parseScenario, parseScenarioText } from '../model/readScenario.ts';
export type { Scenario } from '../model/scenario.ts';
export { scenarioJsonSchema } from '../model/schema.ts';
export type { ComponentSpectrum, PredictedSpectrum } from '../predict/spectrumTypes.ts';
