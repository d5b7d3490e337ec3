/** The numbers of the tables that are loaded on demand: 15 of the 17. */
import type { DatasetId, POSITRON_DATASET_IDS } from '../model/datasetIds.ts';
import type { DatasetColumns } from './datasetTypes.ts';
import { readDatasetColumns, type TableLayout } from './readDataset.ts';
import amsAllElectrons from './tables/ams02_allelectron_flux_2021.csv?raw';
import amsElectrons from './tables/ams02_electron_flux_2021.csv?raw';
import amsFraction from './tables/ams02_positron_fraction_2019.csv?raw';
import caletAllElectrons from './tables/calet_allelectron_2023.csv?raw';
import dampeAllElectrons from './tables/dampe_allelectron_2017.csv?raw';
import fermiAllElectrons from './tables/fermi_allelectron_2017.csv?raw';
import fermiElectrons from './tables/fermi_electron_flux_2012.csv?raw';
import fermiPositrons from './tables/fermi_positron_flux_2012.csv?raw';
import fermiFraction from './tables/fermi_positron_fraction_2012.csv?raw';
import hess2008 from './tables/hess_allelectron_2008.csv?raw';
import hess2009 from './tables/hess_allelectron_2009.csv?raw';
import pamelaElectrons from './tables/pamela_electron_flux.csv?raw';
import pamelaPositrons from './tables/pamela_positron_flux_2013.csv?raw';
import pamelaFraction from './tables/pamela_positron_fraction.csv?raw';
import veritas from './tables/veritas_allelectron_2018_vtscat.csv?raw';

type LoadedId = Exclude<DatasetId, (typeof POSITRON_DATASET_IDS)[number]>;

const POINTS: TableLayout = { without: ['edges'] };
const STATISTICAL_POINTS: TableLayout = { without: ['edges', 'systematic'] };

const files: Readonly<Record<LoadedId, readonly [text: string, layout?: TableLayout]>> = {
  'ams02-fraction-2019': [amsFraction],
  'ams02-electrons-2021': [amsElectrons],
  'ams02-all-electrons-2021': [amsAllElectrons],
  'pamela-positrons-2013': [pamelaPositrons, POINTS],
  'pamela-fraction-2013': [pamelaFraction, { without: ['mean', 'systematic'], rows: ['set', '2013'] }],
  'pamela-electrons': [pamelaElectrons, POINTS],
  'fermi-positrons-2012': [fermiPositrons, POINTS],
  'fermi-fraction-2012': [fermiFraction],
  'fermi-electrons-2012': [fermiElectrons, POINTS],
  'fermi-all-electrons-2017': [fermiAllElectrons],
  'dampe-all-electrons-2017': [dampeAllElectrons],
  'calet-all-electrons-2023': [caletAllElectrons],
  'hess-all-electrons-2008': [hess2008, STATISTICAL_POINTS],
  'hess-all-electrons-2009': [hess2009, STATISTICAL_POINTS],
  'veritas-all-electrons-2018': [veritas, { without: ['systematic'] }],
};

/** Reads them all. */
export function leptonTables(): ReadonlyMap<LoadedId, DatasetColumns> {
  const entries = Object.entries(files) as [LoadedId, readonly [text: string, layout?: TableLayout]][];
  return new Map(entries.map(([id, [text, layout]]) => [id, readDatasetColumns(text, id, layout)]));
}
