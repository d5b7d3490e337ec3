import { expect, test } from 'vitest';
import { dataset, datasets, isDatasetLoaded, loadDatasets } from '../../src/data/datasets.ts';
import { DATASET_IDS, POSITRON_DATASET_IDS } from '../../src/model/datasetIds.ts';

// A file of its own: what is loaded stays loaded.
test('only the positrons of AMS-02 are there before loading; the others say that they are not, by name', async () => {
  for (const id of POSITRON_DATASET_IDS) expect(dataset(id).flux.length).toBe(74);
  const others = DATASET_IDS.filter((id) => !POSITRON_DATASET_IDS.some((known) => known === id));
  for (const id of others) {
    expect(isDatasetLoaded(id)).toBe(false);
    expect(() => dataset(id)).toThrow(`The data set ${id} is not loaded`);
    expect(datasets[id].label).not.toBe('');
  }

  const before = dataset('ams02-positrons-2019');
  await Promise.all([loadDatasets(), loadDatasets()]);
  const once = others.map(dataset);
  await loadDatasets();
  // Loading again changes nothing: a data set stays the same object.
  expect(others.map(dataset).every((table, i) => table === once[i])).toBe(true);
  expect(dataset('ams02-positrons-2019')).toBe(before);
});
