/** Data sets that a scenario can be fitted to; data/datasets.ts holds the tables. */
export const DATASET_IDS = ['ams02-positrons-2019', 'ams02-positrons-2021'] as const;
export type DatasetId = (typeof DATASET_IDS)[number];
