import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { FitReport } from '../../src/analysis/analysisTypes.ts';
import { haloBlock } from '../../src/model/parameters.ts';
import { presets } from '../../src/model/presets/presets.ts';
import type { Halo, Scenario } from '../../src/model/scenario.ts';
import type { PredictedSpectrum } from '../../src/predict/spectrumTypes.ts';
import { showInFirefox } from './firefox.ts';
import { type LibraryResults, type LibraryTask, openSite, REPORTING_PAGE_PATH, startSiteServer } from './site.ts';

const firstScenario = presets[0]?.scenario as Scenario;
const defaultHalo = Object.fromEntries(Object.entries(haloBlock).map(([key, value]) => [key, value.default])) as Halo;
const withPropagation = (change: Partial<Scenario['propagation']>): Scenario => ({
  ...firstScenario,
  propagation: { ...firstScenario.propagation, ...change },
});

/** Every preset, and the ways of solving that presets may not use. */
const scenarios: readonly Scenario[] = [
  ...presets.map(({ scenario }) => scenario),
  withPropagation({ halo: defaultHalo }),
  withPropagation({ halo: { ...defaultHalo, greensFunction: 'tang-piran-2019' } }),
  withPropagation({ propagator: 'juettner' }),
  withPropagation({ solver: 'finite-volume', halo: { ...defaultHalo, edgeWidth_pc: 5, endTime_kyr: 200 } }),
];
const task: LibraryTask = {
  scenarios,
  scenarioToFit: firstScenario,
  // The same numbers for both sides; how they are made does not matter.
  energies_GeV: Array.from({ length: 200 }, (_, i) => 0.5 * 1.0446 ** i),
  // Each spectrum is asked for as often, so that every worker computes several of them after one another.
  rounds: 3,
};
const NUMBERS_OF_WORKERS = [1, 2, 3];

let node: typeof import('../../src/index.ts');
let inNode: { hashes: string[]; report: string };

const energies_GeV = Float64Array.from(task.energies_GeV);
const columnsOf = ({ total, components }: PredictedSpectrum) => [total, ...components.map(({ flux }) => flux)];

function hashOfColumns(columns: readonly Float64Array[]): string {
  const hash = createHash('sha256');
  for (const column of columns) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return hash.digest('hex');
}

/** The time that a fit took is the one thing in its report that may differ. */
function hashOfReport({ elapsed_ms: _, ...report }: FitReport): string {
  return createHash('sha256').update(JSON.stringify(report)).digest('hex');
}

// Both sides as they are built for their users.
beforeAll(async () => {
  node = await import(new URL('../../dist/node/index.js', import.meta.url).href);
  const hashes: string[] = [];
  for (const scenario of scenarios)
    hashes.push(hashOfColumns(columnsOf(await node.predict(scenario, { energies_GeV }))));
  inNode = { hashes, report: hashOfReport(await node.fit(firstScenario)) };
});

function expectWhatNodeGives({ hashes, report }: LibraryResults): void {
  expect(hashes).toEqual(Array(task.rounds).fill(inNode.hashes).flat());
  expect(hashOfReport(report)).toBe(inNode.report);
}

describe('every preset, every propagator and a fit give the bytes that Node gives', () => {
  describe('in Chromium', () => {
    let site: Awaited<ReturnType<typeof openSite>>;
    beforeAll(async () => {
      site = await openSite();
    });
    afterAll(() => site?.close());

    it.each(NUMBERS_OF_WORKERS)('with %i workers', async (workers) => {
      const { page, problems } = await site.openTab();
      await page.goto(site.libraryPageUrl);
      const results = await page.evaluate(([given, count]) => window.computeTask(given, count), [
        task,
        workers,
      ] as const);
      await page.context().close();
      expect(problems).toEqual([]);
      expectWhatNodeGives(results);
    });
  });

  describe('in Firefox', () => {
    const firefox = inject('firefox');
    if (firefox === null) {
      it('was not tried: no Firefox is installed (FIREFOX_PATH names one elsewhere)', () => {});
      return;
    }
    it(`with ${NUMBERS_OF_WORKERS.join(', ')} workers`, async () => {
      let receive: (text: string) => void = () => {};
      const reply = new Promise<string>((resolve) => {
        receive = resolve;
      });
      const message = { task, workers: NUMBERS_OF_WORKERS };
      const server = await startSiteServer({ postBox: { message, onReply: receive } });
      const text = await showInFirefox(firefox, server.origin + REPORTING_PAGE_PATH, reply, 45_000).finally(
        server.close,
      );
      const report = JSON.parse(text) as { browser: string; error?: string; results?: LibraryResults[] };
      expect(report.error).toBeUndefined();
      expect(report.browser).toContain('Firefox/');
      expect(report.results).toHaveLength(NUMBERS_OF_WORKERS.length);
      report.results?.forEach(expectWhatNodeGives);
    });
  });
});

it('a hash sees the last bit of one number', async () => {
  const { total } = await node.predict(firstScenario, { energies_GeV });
  const changed = total.slice();
  const bits = new BigUint64Array(changed.buffer);
  bits[7] = (bits[7] as bigint) ^ 1n;
  expect(hashOfColumns([changed])).not.toBe(hashOfColumns([total]));
});
