/** The measured tables: those that ship with the program, each with its reference, and the one that a scenario carries. */
import { type DatasetId, OWN_DATA_ID, type TableId } from '../model/datasetIds.ts';
import type { OwnTable } from '../model/ownTable.ts';
import type { Scenario } from '../model/scenario.ts';
import { datasets } from './datasetDescriptions.ts';
import type { Dataset, DatasetColumns, DatasetDescription } from './datasetTypes.ts';
import { datasetOfOwnTable, describeOwnTable } from './ownData/ownTable.ts';
import { readDatasetColumns } from './readDataset.ts';
import ams2019 from './tables/ams02_positron_flux_2019.csv?raw';
import ams2021 from './tables/ams02_positron_flux_2021.csv?raw';

export { datasets };

const loaded = new Map<DatasetId, Dataset>();
const keep = (id: DatasetId, columns: DatasetColumns): void => {
  loaded.set(id, { ...datasets[id], ...columns });
};
keep('ams02-positrons-2019', readDatasetColumns(ams2019, 'ams02_positron_flux_2019.csv'));
keep('ams02-positrons-2021', readDatasetColumns(ams2021, 'ams02_positron_flux_2021.csv'));

/** Brings the tables that are not at hand from the start, all of them, once. */
export async function loadDatasets(): Promise<void> {
  const { leptonTables } = await import('./leptonTables.ts');
  for (const [id, columns] of leptonTables()) if (!loaded.has(id)) keep(id, columns);
}

/** Whether a table's numbers are at hand; those of a scenario's own table always are. */
export function isDatasetLoaded(id: TableId): boolean {
  return id === OWN_DATA_ID || loaded.has(id);
}

/** A shipped table; all but the positrons of AMS-02 only after `await loadDatasets()`. */
export function dataset(id: DatasetId): Dataset {
  const found = loaded.get(id);
  if (!found) throw new Error(`The data set ${id} is not loaded: await loadDatasets() before it is used.`);
  return found;
}

/** What knows its own table: a scenario. */
type WithOwnData = Pick<Scenario, 'ownData'>;

function ownTable({ ownData }: WithOwnData): OwnTable {
  if (ownData === null) throw new Error('The scenario has no table of its own.');
  return ownData;
}

/** A table by the name that a scenario gives it: a shipped one (see `dataset`), or the scenario's own. */
export function datasetOf(scenario: WithOwnData, id: TableId): Dataset {
  return id === OWN_DATA_ID ? datasetOfOwnTable(ownTable(scenario)) : dataset(id);
}

/** Which measurement a table is, by the name that a scenario gives it. */
export function descriptionOf(scenario: WithOwnData, id: TableId): DatasetDescription {
  return id === OWN_DATA_ID ? describeOwnTable(ownTable(scenario)) : datasets[id];
}

/** The tables of a scenario's fit, by name, the first one first. */
export function fittedTableIds({ fit }: Pick<Scenario, 'fit'>): readonly [TableId, ...TableId[]] {
  return [fit.dataset, ...fit.furtherDatasets];
}
