import { expect, test } from 'vitest';
import { catalogueInMemory } from '../../src/data/catalogue.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { cataloguePulsars } from '../../src/model/presets/catalogue.ts';
import { preset } from '../support.ts';

test('the catalogue is not there before it was loaded, and saying so is a fault of the program in plain words', () => {
  expect(catalogueInMemory).toThrow('the pulsar catalogue was asked for before it was loaded');
});

test('a scenario without a population leaves it alone, one with a population brings it', async () => {
  const scenario = preset('geminga');
  await prepareData({ ...scenario, population: null });
  expect(catalogueInMemory).toThrow('before it was loaded');
  await prepareData({ ...scenario, population: cataloguePulsars });
  expect(catalogueInMemory().pulsars.length).toBe(1727);
});
