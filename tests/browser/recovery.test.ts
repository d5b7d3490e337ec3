import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presets } from '../../src/model/presets/presets.ts';
import type { Pool } from '../../src/worker/protocol.ts';
import { makeWorkersKillable } from './killableWorkers.ts';
import { curveOf, partsOf, restingCurveOf } from './pageParts.ts';
import { openSite, type Site } from './site.ts';

declare global {
  interface Window {
    /** Kept between two steps of a test. */
    laboratory: Pool;
  }
}

const scenario = presets[0]!.scenario;
let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site?.close());

describe('a worker of the library that dies in a browser', () => {
  it('in mid-call rejects the call, and the next one runs on a new worker', async () => {
    const { page, problems } = await site.openTab();
    await makeWorkersKillable(page);
    await page.goto(site.libraryPageUrl);
    const fates = await page.evaluate(async (scenario) => {
      const laboratory = window.createLaboratory({ workers: 1 });
      const energies = Float64Array.of(10, 100);
      const before = await laboratory.predict(scenario, energies);
      window.killAtNextTask = true;
      const name = await laboratory.fit(scenario).then(
        () => 'answered',
        (error: Error) => error.name,
      );
      const after = await laboratory.predict(scenario, energies);
      const workers = window.startedWorkers.length;
      laboratory.dispose();
      return { name, workers, before: Array.from(before.total), after: Array.from(after.total) };
    }, scenario);
    expect(fates.name).toBe('WorkerCrashedError');
    expect(fates.workers).toBe(2);
    expect(fates.after).toEqual(fates.before);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('by closing itself while it has nothing to do is replaced before the next call', async () => {
    const { page } = await site.openTab();
    await page.goto(site.libraryPageUrl);
    await page.evaluate(async (scenario) => {
      window.laboratory = window.createLaboratory({ workers: 1 });
      await window.laboratory.evaluate(scenario);
    }, scenario);
    const replaced = page.waitForEvent('worker');
    await page
      .workers()[0]
      ?.evaluate(() => self.close())
      .catch(() => {});
    await replaced;
    const points = await page.evaluate(async (scenario) => {
      const { comparison } = await window.laboratory.evaluate(scenario);
      return comparison.goodness.points;
    }, scenario);
    expect(points).toBeGreaterThan(0);
    await page.context().close();
  });
});

it('a fit of the library in a browser reports progress, ends at its cancellation and keeps its worker', async () => {
  const { page } = await site.openTab();
  await makeWorkersKillable(page);
  await page.goto(site.libraryPageUrl);
  const outcome = await page.evaluate(async (scenario) => {
    const laboratory = window.createLaboratory({ workers: 1 });
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const name = await laboratory.fit(scenario, { signal: controller.signal, onProgress }).then(
      () => 'answered',
      (error: Error) => error.name,
    );
    const report = await laboratory.fit(scenario);
    laboratory.dispose();
    return { name, evaluations: report.evaluations, workers: window.startedWorkers.length };
  }, scenario);
  expect(outcome.name).toBe('AbortError');
  expect(outcome.evaluations).toBeGreaterThan(0);
  expect(outcome.workers).toBe(1);
  await page.context().close();
});

describe('the page, when a worker dies in mid-call', () => {
  it('goes on following the slider, which needs no worker', async () => {
    const { page, problems } = await site.openTab();
    await makeWorkersKillable(page);
    await page.goto(site.pageUrl);
    await restingCurveOf(page);
    const { slider, message, summary } = partsOf(page);
    const before = await summary.textContent();
    await page.evaluate(() => {
      window.killAtNextTask = true;
    });
    await slider('efficiency').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => summary.textContent(), { timeout: 10_000 }).not.toBe(before);
    expect(await curveOf(page)).not.toBe('');
    expect(await message.count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('ends the fit with a sentence, and the next fit succeeds', async () => {
    const { page, problems } = await site.openTab();
    await makeWorkersKillable(page);
    await page.goto(site.pageUrl);
    await restingCurveOf(page);
    const { fitButton, verdict } = partsOf(page);
    await page.evaluate(() => {
      window.killAtNextTask = true;
    });
    await fitButton.click();
    await page.getByText(/the worker died/i).waitFor();
    await fitButton.click();
    await expect.poll(() => verdict.textContent(), { timeout: 10_000 }).toMatch(/valid minimum/i);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
