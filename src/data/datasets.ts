/** The measured tables that ship with the program, each with its reference. */
import type { DatasetId } from '../model/datasetIds.ts';
import { datasets } from './datasetDescriptions.ts';
import type { Dataset, DatasetColumns } from './datasetTypes.ts';
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

/** Whether a table's numbers are at hand. */
export function isDatasetLoaded(id: DatasetId): boolean {
  return loaded.has(id);
}

/** A shipped table; all but the positrons of AMS-02 only after `await loadDatasets()`. */
export function dataset(id: DatasetId): Dataset {
  const found = loaded.get(id);
  if (!found) throw new Error(`The data set ${id} is not loaded: await loadDatasets() before it is used.`);
  return found;
}

/** A table that a person brings: the columns of readDatasetColumns, a positron flux, under the file's name. */
export function readDatasetCsv(text: string, place: string): Dataset {
  return {
    id: 'user',
    label: place,
    experiment: 'user data',
    reference: `file ${place}`,
    doi: '',
    quantity: 'positron-flux',
    remarks: [],
    ...readDatasetColumns(text, place),
  };
}
