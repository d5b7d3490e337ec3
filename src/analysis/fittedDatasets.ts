import { datasetOf, fittedTableIds } from '../data/datasets.ts';
import type { Dataset } from '../data/datasetTypes.ts';
import type { Scenario } from '../model/scenario.ts';

/** The tables of a scenario's fit, or those that are given instead. */
export function fittedDatasets(scenario: Scenario, given?: readonly Dataset[]): readonly Dataset[] {
  return given ?? fittedTableIds(scenario).map((id) => datasetOf(scenario, id));
}
