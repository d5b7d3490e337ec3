import type { TableId } from '../model/datasetIds.ts';
import type { Scenario } from '../model/scenario.ts';
import { isCatalogueLoaded, loadCatalogue } from './catalogue.ts';
import { descriptionOf, fittedTableIds, isDatasetLoaded, loadDatasets } from './datasets.ts';
import { MEASURED_QUANTITIES } from './measuredQuantities.ts';

/** Tables that a computation of this scenario reads: those of the fit, and the electrons where one of them needs them. */
function tablesOf(scenario: Scenario): readonly TableId[] {
  const fitted = fittedTableIds(scenario);
  const needsElectrons = fitted.some((id) => MEASURED_QUANTITIES[descriptionOf(scenario, id).quantity].needsElectrons);
  return needsElectrons ? [...fitted, scenario.electrons.flux] : fitted;
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
