import type { DatasetId } from '../model/datasetIds.ts';
import type { Scenario } from '../model/scenario.ts';
import { isCatalogueLoaded, loadCatalogue } from './catalogue.ts';
import { datasets, isDatasetLoaded, loadDatasets } from './datasets.ts';
import { MEASURED_QUANTITIES } from './measuredQuantities.ts';

/** Tables that a computation of this scenario reads: those of the fit, and the electrons where one of them needs them. */
function tablesOf({ fit, electrons }: Scenario): DatasetId[] {
  const fitted = [fit.dataset, ...fit.furtherDatasets];
  const needsElectrons = fitted.some((id) => MEASURED_QUANTITIES[datasets[id].quantity].needsElectrons);
  return needsElectrons ? [...fitted, electrons.flux] : fitted;
}

/** Whether everything that a computation of this scenario reads is in memory. */
export function isPrepared(scenario: Scenario): boolean {
  return (scenario.population === null || isCatalogueLoaded()) && tablesOf(scenario).every(isDatasetLoaded);
}

/** Brings into memory what a computation of this scenario reads beside the tables that are always there; await it before. */
export async function prepareData(scenario: Scenario): Promise<void> {
  if (scenario.population) await loadCatalogue();
  if (!tablesOf(scenario).every(isDatasetLoaded)) await loadDatasets();
}
