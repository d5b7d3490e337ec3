/** Measured tables that are at hand without loading. */
export const POSITRON_DATASET_IDS = ['ams02-positrons-2019', 'ams02-positrons-2021'] as const;

/** Measured tables that ship with the program; data/datasets.ts holds them. */
export const DATASET_IDS = [
  ...POSITRON_DATASET_IDS,
  'ams02-fraction-2019',
  'ams02-electrons-2021',
  'ams02-all-electrons-2021',
  'pamela-positrons-2013',
  'pamela-fraction-2013',
  'pamela-electrons',
  'fermi-positrons-2012',
  'fermi-fraction-2012',
  'fermi-electrons-2012',
  'fermi-all-electrons-2017',
  'dampe-all-electrons-2017',
  'calet-all-electrons-2023',
  'hess-all-electrons-2008',
  'hess-all-electrons-2009',
  'veritas-all-electrons-2018',
] as const;
export type DatasetId = (typeof DATASET_IDS)[number];

/** The table that a person brought: it stands in the scenario itself (ownTable.ts). */
export const OWN_DATA_ID = 'own';
/** Any table that a scenario can name. */
export type TableId = DatasetId | typeof OWN_DATA_ID;
export const TABLE_IDS: readonly TableId[] = [...DATASET_IDS, OWN_DATA_ID];

/** What tables of electrons and positrons measure; data/measuredQuantities.ts describes each. */
export const MEASURED_QUANTITY_IDS = [
  'positron-flux',
  'positron-fraction',
  'all-electron-flux',
  'electron-flux',
] as const;
export type MeasuredQuantity = (typeof MEASURED_QUANTITY_IDS)[number];
