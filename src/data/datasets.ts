/** The measured tables that ship with the program, each with its reference. */
import type { DatasetId } from '../model/datasetIds.ts';
import type { Dataset } from './datasetTypes.ts';
import { readDatasetColumns } from './readDataset.ts';
import ams2019 from './tables/ams02_positron_flux_2019.csv?raw';
import ams2021 from './tables/ams02_positron_flux_2021.csv?raw';

export const datasets: Readonly<Record<DatasetId, Dataset>> = {
  'ams02-positrons-2019': {
    id: 'ams02-positrons-2019',
    label: 'AMS-02 2019',
    experiment: 'AMS-02',
    reference: 'Aguilar et al. (AMS), PRL 122, 041102 (2019)',
    doi: '10.1103/PhysRevLett.122.041102',
    quantity: 'positron flux',
    ...readDatasetColumns(ams2019, 'ams02_positron_flux_2019.csv'),
  },
  'ams02-positrons-2021': {
    id: 'ams02-positrons-2021',
    label: 'AMS-02 2021',
    experiment: 'AMS-02',
    reference: 'Aguilar et al. (AMS), Phys. Rep. 894, 1 (2021)',
    doi: '10.1016/j.physrep.2020.09.003',
    quantity: 'positron flux',
    ...readDatasetColumns(ams2021, 'ams02_positron_flux_2021.csv'),
  },
};

/** A shipped table. */
export function dataset(id: DatasetId): Dataset {
  return datasets[id];
}

/** A table that a person brings: the columns of readDatasetColumns under the file's name. */
export function readDatasetCsv(text: string, place: string): Dataset {
  return {
    id: 'user',
    label: place,
    experiment: 'user data',
    reference: `file ${place}`,
    doi: '',
    quantity: 'positron flux',
    ...readDatasetColumns(text, place),
  };
}
