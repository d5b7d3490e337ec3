import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FitReport } from '../../src/analysis/analysisTypes.ts';
import { presets } from '../../src/model/presets/presets.ts';
import type { PredictedSpectrum } from '../../src/predict/spectrumTypes.ts';
import { openSite, type Site } from './site.ts';

const scenarios = presets.map(({ scenario }) => scenario);
const firstScenario = scenarios[0]!;
/** Each spectrum is asked for as often, so that every worker computes several of them after one another. */
const ROUNDS = 3;

/** The same numbers for both sides; how they are made does not matter. */
const energies_GeV = Float64Array.from({ length: 200 }, (_, i) => 0.5 * 1.0446 ** i);

let node: typeof import('../../src/index.ts');
let site: Site;

// Both sides as they are built for their users.
beforeAll(async () => {
  node = await import(new URL('../../dist/node/index.js', import.meta.url).href);
  site = await openSite();
});
afterAll(() => site?.close());

const columnsOf = ({ total, components }: PredictedSpectrum) => [total, ...components.map(({ flux }) => flux)];

function hashOfColumns(columns: readonly ArrayLike<number>[]): string {
  const hash = createHash('sha256');
  for (const column of columns) hash.update(new Uint8Array(Float64Array.from(column).buffer));
  return hash.digest('hex');
}

/** The time that a fit took is the one thing in its report that may differ. */
function hashOfReport({ elapsed_ms: _, ...report }: FitReport): string {
  return createHash('sha256').update(JSON.stringify(report)).digest('hex');
}

/** Computes in the workers of a browser; the numbers come back as they are, since the tab's answers are exact. */
async function computeInBrowser(workers: number) {
  const { page, problems } = await site.openTab();
  await page.goto(site.libraryPageUrl);
  const results = await page.evaluate(
    async ({ workers, scenarios, scenarioToFit, energies, rounds }) => {
      const laboratory = window.createLaboratory({ workers });
      const asked = Array.from({ length: rounds }, () => scenarios).flat();
      const fitting = laboratory.fit(scenarioToFit);
      const spectra = await Promise.all(
        asked.map((scenario) => laboratory.predict(scenario, Float64Array.from(energies))),
      );
      const report = await fitting;
      laboratory.dispose();
      const columns = spectra.map(({ total, components }) =>
        [total, ...components.map(({ flux }) => flux)].map((column) => Array.from(column)),
      );
      return { columns, report };
    },
    {
      workers,
      scenarios,
      scenarioToFit: firstScenario,
      energies: Array.from(energies_GeV),
      rounds: ROUNDS,
    },
  );
  await page.context().close();
  expect(problems).toEqual([]);
  return results;
}

describe.each([1, 2, 3])('with %i workers in the browser', (workers) => {
  it('every preset and a fit give the bytes that Node gives', async () => {
    const inNode: string[] = [];
    for (const scenario of scenarios)
      inNode.push(hashOfColumns(columnsOf(await node.predict(scenario, { energies_GeV }))));
    const { columns, report } = await computeInBrowser(workers);
    expect(columns.map(hashOfColumns)).toEqual(Array(ROUNDS).fill(inNode).flat());
    expect(hashOfReport(report)).toBe(hashOfReport(await node.fit(firstScenario)));
  });
});

it('a hash sees the last bit of one number', async () => {
  const { total } = await node.predict(firstScenario, { energies_GeV });
  const changed = total.slice();
  const bits = new BigUint64Array(changed.buffer);
  bits[7]! ^= 1n;
  expect(hashOfColumns([changed])).not.toBe(hashOfColumns([total]));
});
