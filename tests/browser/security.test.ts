import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { presets } from '../../src/model/presets/presets.ts';
import { startBrowser } from './browser.ts';
import { PAGE_FOLDER } from './builtPage.ts';
import { drag, partsOf, restingCurveOf } from './pageParts.ts';
import { startServer, type TestServer } from './server.ts';
import { type Tab, watchedTab } from './site.ts';

const PATH = '/some/sub/path/';
const LIBRARY_PATH = '/far/away/library/';
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

declare global {
  interface Window {
    violations: string[];
  }
}

let browser: Browser;
let server: TestServer;
let pageUrl: string;
/** What the browser has reported to the host: also of workers and the service worker, which no console shows. */
const reports: string[] = [];

beforeAll(async () => {
  browser = await startBrowser(inject('browserChoice'));
  server = await startServer({
    folders: {
      [PATH]: PAGE_FOLDER,
      [LIBRARY_PATH]: folder('../../dist/library'),
      '/library/': folder('../../dist/library'),
      '/library-page/': folder('./libraryPage'),
    },
    onViolation: (report) => reports.push(report),
  });
  pageUrl = server.origin + PATH;
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(() => {
  reports.length = 0;
});

async function openTab(): Promise<Tab> {
  const tab = await watchedTab(browser, server.origin, {});
  await tab.page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      window.violations.push(`${violatedDirective}: ${blockedURI}`);
    });
  });
  return tab;
}

async function expectPeace({ page, problems }: Tab): Promise<void> {
  expect(problems).toEqual([]);
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(reports).toEqual([]);
}

const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000 });

async function openPage(page: Page): Promise<void> {
  await page.goto(pageUrl);
  await restingCurveOf(page);
}

/** Saves every file that the export menu offers after a fit; returns their names. */
async function saveEverything(page: Page): Promise<string[]> {
  const { exportButton } = partsOf(page);
  const items = page.getByRole('banner').getByRole('button', { name: /\b(csv|ecsv|json|text|svg|png|zip)\b/i });
  await exportButton.click();
  await items.first().waitFor();
  const count = await items.count();
  const names: string[] = [];
  for (let item = 0; item < count; item++) {
    if (item > 0) await exportButton.click();
    const downloading = page.waitForEvent('download');
    await items.nth(item).click();
    names.push((await downloading).suggestedFilename());
  }
  return names;
}

async function useEverything(page: Page): Promise<void> {
  const { presetButton, presetItem, fitButton, undoFit } = partsOf(page);
  await drag(page, 'spectral index', 0.4, 0.6);
  for (const { scenario } of presets.slice(0, 3)) {
    await presetButton.click();
    await presetItem(scenario.name).click();
    await restingCurveOf(page);
  }
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await page.getByRole('tabpanel').waitFor();
  }
  await page.getByRole('tab', { name: 'Fit' }).click();
  await fitButton.click();
  await undoFit.waitFor();
  expect((await saveEverything(page)).length).toBeGreaterThan(4);
}

describe('under a strict policy, in a folder of a host', () => {
  it('loading, dragging, presets, every tab, a fit and every export ask nobody else and break no rule', async () => {
    const tab = await openTab();
    await openPage(tab.page);
    await useEverything(tab.page);
    await expectPeace(tab);
    await tab.page.context().close();
  });

  it('the same holds for a page that its service worker serves, whose answers keep the policy', async () => {
    const tab = await openTab();
    const { page } = tab;
    await openPage(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await openPage(page);
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await useEverything(page);
    await expectPeace(tab);
    await page.evaluate(() => fetch('https://example.org/').catch(() => {}));
    await eventually(() => page.evaluate(() => window.violations)).toEqual(['connect-src: https://example.org/']);
    await page.context().close();
  });

  it.each(['page', 'worker', 'service worker'] as const)(
    'a request of the %s to somebody else would be seen',
    async (where) => {
      const { page } = await openTab();
      await openPage(page);
      await page.evaluate(() => navigator.serviceWorker.ready);
      const outcome = () =>
        fetch('https://example.org/').then(
          () => 'answered',
          () => 'refused',
        );
      const { 0: worker } = page.workers();
      const { 0: serviceWorker } = page.context().serviceWorkers();
      const place = { page, worker, 'service worker': serviceWorker }[where];
      // TypeScript does not call a method of a union of types.
      expect(await (place as Page).evaluate(outcome)).toBe('refused');
      await eventually(async () => reports.join()).toContain('https://example.org');
      await page.context().close();
    },
  );

  it('the library finds its worker and its kernel beside itself, wherever it is put', async () => {
    const tab = await openTab();
    const { page } = tab;
    await page.goto(`${server.origin}/library-page/`);
    // As text: an import in a function would be rewritten by the test runner.
    const library = await page.evaluateHandle<{ createLaboratory: Window['createLaboratory'] }>(
      `import('${LIBRARY_PATH}browser.js')`,
    );
    const total = await library.evaluate(async ({ createLaboratory }, scenario) => {
      const laboratory = createLaboratory({ workers: 1 });
      const spectrum = await laboratory.predict(scenario, Float64Array.of(10, 100));
      laboratory.dispose();
      return Array.from(spectrum.total);
    }, presets[0]!.scenario);
    expect(total.every((flux) => flux > 0)).toBe(true);
    expect(page.context().serviceWorkers()).toEqual([]);
    await expectPeace(tab);
    await page.context().close();
  });
});
