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
